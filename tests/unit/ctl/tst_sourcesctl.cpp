// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line does with the sources of a workspace, with a window and without one.
#include "models/sync/instance.h"
#include "models/sync/workspace.h"
#include "tests/unit/ctl/ctlkit.h"

#include <QDateTime>
#include <QDirIterator>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace callboard::sync;

class TestSourcesCtl final : public callboard::test::CtlTest {
    Q_OBJECT
    QTemporaryDir m_runtime;

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime.path()));
        put(u"portal/one/catalog-info.yaml"_s,
            "apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata:\n  name: pay\nspec:\n  owner: team\n---\n"
            "kind: Location\napiVersion: backstage.io/v1alpha1\nmetadata: {name: l}\nspec: {target: ./more.yaml}\n");
        put(u"portal/one/more.yaml"_s, "apiVersion: backstage.io/v1alpha1\nkind: Domain\nmetadata:\n  name: money\nspec:\n  owner: team\n");
    }

    void syncsAndSaysWhatItCost()
    {
        const QStringList workspace { u"--workspace"_s, u"./sources"_s, u"--json"_s };
        const Outcome connected = run(QStringList { u"connect"_s, u"folder"_s, u"portal/one"_s, u"--name"_s, u"One"_s } + workspace);
        QVERIFY2(connected.status == 0, connected.err.constData());
        for (const QString &command : { u"sync"_s, u"pull"_s }) {
            const QJsonObject synced = run(QStringList { command } + workspace).json();
            QCOMPARE(synced[u"entities"].toInt(), 3);
            QCOMPARE(synced[u"requests"].toInt(-1), 0); // A folder asks nobody.
            QCOMPARE(synced[u"bytes"].toInt(-1), 0);
            QVERIFY(synced[u"seconds"].toDouble() > 0);
            QCOMPARE(synced[u"connections"][0][u"id"].toString(), u"folder-1"_s);
            QCOMPARE(synced[u"connections"][0][u"entities"].toInt(), 3);
            QCOMPARE(synced[u"feeds"].toArray().size(), 3);
            QVERIFY(synced[u"feeds"][0][u"ok"].toBool());
        }
        const QJsonObject listed = run(QStringList { u"sources"_s } + workspace).json();
        const QJsonObject source = listed[u"connections"][0].toObject();
        QCOMPARE(source[u"name"].toString(), u"One"_s);
        QCOMPARE(source[u"integration"].toString(), u"folder"_s);
        QCOMPARE(source[u"feeds"].toArray().size(), 3);
        QCOMPARE(source[u"feeds"][0][u"state"].toString(), u"good"_s);
        QVERIFY(QDateTime::fromString(source[u"feeds"][0][u"lastSuccess"].toString(), Qt::ISODate).isValid());
    }

    void hasTheOpenWindowSync()
    {
        const QStringList there { u"--workspace"_s, u"./open"_s, u"--json"_s };
        put(u"opened/catalog-info.yaml"_s,
            "apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata:\n  name: pay\nspec:\n  owner: team\n");
        QCOMPARE(run(QStringList { u"connect"_s, u"folder"_s, u"opened"_s } + there).status, 0);
        Workspace::Options options;
        options.directory = m_dir.filePath(u"open"_s);
        auto workspace = Workspace::open(options);
        QVERIFY(workspace);
        // Nobody listens: another command, say.
        const Outcome held = run(QStringList { u"sync"_s } + there);
        QCOMPARE(held.status, 2);
        QVERIFY2(held.err.contains("Conflict"), held.err.constData());

        Instance window;
        QVERIFY(window.listen(options.directory));
        connect(&window, &Instance::syncWanted, this,
            [&](const QString &id, const auto &answer) { (*workspace)->pullAndReport(id, this, answer); });
        put(u"opened/more/catalog-info.yaml"_s,
            "apiVersion: backstage.io/v1alpha1\nkind: Domain\nmetadata:\n  name: money\nspec:\n  owner: team\n");
        const Outcome synced = run(QStringList { u"sync"_s } + there);
        QVERIFY2(synced.status == 0, synced.err.constData());
        QCOMPARE(synced.json()[u"entities"].toInt(), 2);
        QCOMPARE(synced.json()[u"requests"].toInt(-1), 0);
        QCOMPARE(synced.json()[u"bytes"].toInt(-1), 0);
        QVERIFY(synced.json()[u"seconds"].toDouble() > 0);
        QCOMPARE(synced.json()[u"connections"][0][u"id"].toString(), u"folder-1"_s);
        QCOMPARE(synced.json()[u"feeds"].toArray().size(), 3);
        const Outcome plain = run({ u"pull"_s, u"folder-1"_s, u"--workspace"_s, u"./open"_s });
        QCOMPARE(plain.status, 0);
        QVERIFY2(plain.out.contains("2 entities, 0 requests, 0 bytes, "), plain.out.constData());
        const Outcome stranger = run(QStringList { u"sync"_s, u"folder-9"_s } + there);
        QCOMPARE(stranger.status, 2);
        QVERIFY2(stranger.err.contains("folder-9"), stranger.err.constData());
        QCOMPARE(run(QStringList { u"sync"_s, u"--safe-mode"_s } + there).status, 2);
    }

    // That a keychain has it then is asked of a real one, by peer_keychain.
    void aProxysPasswordStaysOutOfTheWorkspace()
    {
        const QStringList there { u"--workspace"_s, u"./behind"_s, u"--json"_s };
        const auto workspaceId = [this] {
            QFile file(m_dir.filePath(u"behind/connections.json"_s));
            return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll())[u"workspace"].toString() : QString();
        };
        const QStringList login { u"proxy"_s, u"login"_s, u"http://127.0.0.1:3128"_s, u"--user"_s, u"mira"_s, u"--password-stdin"_s };
        const Outcome lost = run(login + there, "planted secret\n");
        QCOMPARE(lost.status, 2); // It was told, and no keychain is here to keep it.
        QVERIFY(lost.out.isEmpty());
        QVERIFY2(lost.err.contains("no open keychain"), lost.err.constData());
        QVERIFY(!lost.err.contains("planted"));
        // By what is kept there it would be found again: before the first connection, which is behind the proxy.
        const QString id = workspaceId();
        QVERIFY(!id.isEmpty());
        const Outcome forgotten = run(QStringList { u"proxy"_s, u"forget"_s, u"socks5://127.0.0.1"_s } + there);
        QVERIFY2(forgotten.status == 0, forgotten.err.constData());
        QCOMPARE(forgotten.json()[u"proxy"].toString(), u"socks5://127.0.0.1:1080"_s);
        QCOMPARE(workspaceId(), id);
        QDirIterator files(m_dir.filePath(u"behind"_s), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("planted"), qPrintable(file.fileName()));
        }
    }

    void takesConnectionsAlong()
    {
        QCOMPARE(run({ u"connect"_s, u"folder"_s, u"portal/one"_s, u"--workspace"_s, u"./from"_s }).status, 0);
        const Outcome exported = run({ u"connections"_s, u"export"_s, u"-"_s, u"--workspace"_s, u"./from"_s });
        QCOMPARE(exported.status, 0);
        QCOMPARE(exported.json()[u"connections"].toArray().size(), 1);
        const Outcome imported = run({ u"connections"_s, u"import"_s, u"-"_s, u"--json"_s, u"--workspace"_s, u"./to"_s }, exported.out);
        QVERIFY2(imported.status == 0, imported.err.constData());
        QCOMPARE(imported.json()[u"added"].toArray().size(), 1);
        QCOMPARE(run({ u"sync"_s, u"--json"_s, u"--workspace"_s, u"./to"_s }).json()[u"entities"].toInt(), 3);
        const Outcome again = run({ u"connections"_s, u"import"_s, u"-"_s, u"--json"_s, u"--workspace"_s, u"./to"_s }, exported.out);
        QCOMPARE(again.json()[u"skipped"].toArray().size(), 1);
        QCOMPARE(run({ u"connections"_s, u"import"_s, u"-"_s, u"--workspace"_s, u"./to"_s }, "nonsense").status, 2);

        const Outcome removed = run({ u"disconnect"_s, u"folder-1"_s, u"--json"_s, u"--workspace"_s, u"./to"_s });
        QCOMPARE(removed.status, 0);
        QCOMPARE(removed.json()[u"entities"].toInt(-1), 0);
        QCOMPARE(run({ u"disconnect"_s, u"folder-1"_s, u"--workspace"_s, u"./to"_s }).status, 2);
    }

    void failuresAreProblemsNotWrongUsage()
    {
        put(u"passing/catalog-info.yaml"_s,
            "apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata:\n  name: gone\nspec:\n  owner: team\n");
        QCOMPARE(run({ u"connect"_s, u"folder"_s, u"passing"_s, u"--workspace"_s, u"./failing"_s }).status, 0);
        QVERIFY(QDir(m_dir.filePath(u"passing"_s)).removeRecursively());
        const Outcome synced = run({ u"sync"_s, u"--json"_s, u"--workspace"_s, u"./failing"_s });
        QCOMPARE(synced.status, 1);
        QCOMPARE(synced.json()[u"feeds"][0][u"error"][u"code"].toString(), u"NotFound"_s);
        QCOMPARE(synced.json()[u"entities"].toInt(), 1); // What was read before stays.
        const Outcome listed = run({ u"sources"_s, u"--json"_s, u"--workspace"_s, u"./failing"_s });
        QCOMPARE(listed.status, 1);
        QCOMPARE(listed.json()[u"connections"][0][u"feeds"][0][u"state"].toString(), u"failed"_s);
    }
};

QTEST_GUILESS_MAIN(TestSourcesCtl)
#include "tst_sourcesctl.moc"
