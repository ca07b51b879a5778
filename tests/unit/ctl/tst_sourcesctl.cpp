// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line does with the sources of a workspace, with a window and without one.
#include "models/mirror/mirror.h"
#include "models/sync/wishes.h"
#include "models/sync/workspace.h"
#include "tests/unit/ctl/ctlkit.h"

#include <QDateTime>
#include <QDirIterator>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace callboard::sync;

class TestSourcesCtl final : public callboard::test::CtlTest {
    Q_OBJECT
    QTemporaryDir m_runtime;

    /// Of one folder, pulled once.
    void makeWorkspace(const QString &name)
    {
        const Outcome made = run({ u"connect"_s, u"folder"_s, u"portal/one"_s, u"--workspace"_s, QString(u"./"_s + name) });
        QVERIFY2(made.status == 0, made.err.constData());
    }

    QJsonObject sources(const QString &name, int status = 0)
    {
        const Outcome listed = run({ u"sources"_s, u"--json"_s, u"--workspace"_s, QString(u"./"_s + name) });
        if (listed.status != status)
            qFatal("sources: %s", listed.err.constData());
        return listed.json();
    }

    void grantFor(Instance &window, Workspace &workspace)
    {
        connect(&window, &Instance::asked, this, [this, &workspace](Instance::Wish wish, const QString &id, const auto &answer) {
            grant(workspace, wish, id, this, answer);
        });
    }

    std::unique_ptr<Workspace> openAsWindow(const QString &name, Instance &window)
    {
        Workspace::Options options;
        options.directory = m_dir.filePath(name);
        auto workspace = Workspace::open(options);
        if (!workspace || !window.listen(options.directory))
            qFatal("no window");
        grantFor(window, **workspace);
        return std::move(*workspace);
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_runtime.path()));
        put(u"portal/one/catalog-info.yaml"_s,
            "apiVersion: backstage.io/v1alpha1\nkind: System\nmetadata:\n  name: pay\nspec:\n  owner: team\n---\n"
            "kind: Location\napiVersion: backstage.io/v1alpha1\nmetadata: {name: l}\nspec: {target: ./more.yaml}\n");
        put(u"portal/one/more.yaml"_s, "apiVersion: backstage.io/v1alpha1\nkind: Domain\nmetadata:\n  name: money\nspec:\n  owner: team\n");
    }

    /// What the Sources pane shows: with a window what it knows, without one what is kept.
    void tellsWhenFeedsRunAndWhatWasAsked()
    {
        makeWorkspace(u"told"_s);
        {
            const auto mirror = callboard::mirror::Mirror::open(m_dir.filePath(u"told"_s), {}).value();
            const auto host = [](qint64 bytes, const QStringList &connections) {
                return QJsonObject { { u"bytes"_s, bytes }, { u"requests"_s, 7 },
                    { u"connections"_s, QJsonArray::fromStringList(connections) } };
            };
            const QJsonObject hosts { { u"api.example.org"_s, host(1234, { u"folder-1"_s }) },
                { u"files.example.org"_s, host(66, { u"folder-1"_s }) }, { u"other.example.org"_s, host(5, { u"folder-9"_s }) } };
            const QString day = QDate::currentDate().toString(Qt::ISODate);
            QVERIFY(mirror->setValue(u"traffic.today"_s, QJsonObject { { u"day"_s, day }, { u"hosts"_s, hosts } }));
            mirror->flush();
        }
        const QJsonObject alone = sources(u"told"_s)[u"connections"][0].toObject();
        QVERIFY(alone[u"nextRun"].isNull() && alone[u"requestsLeft"].isNull());
        QVERIFY(alone.contains("nextRun"_L1) && alone.contains("requestsLeft"_L1));
        QVERIFY(alone[u"feeds"][0].toObject().value(u"nextRun"_s).isNull());
        QCOMPARE(alone[u"bytesToday"].toInteger(), 1300);
        QCOMPARE(alone[u"hosts"].toArray().size(), 2);
        QCOMPARE(alone[u"hosts"][0][u"host"].toString(), u"api.example.org"_s);
        QCOMPARE(alone[u"hosts"][0][u"requestsToday"].toInteger(), 7);

        Instance window;
        const auto workspace = openAsWindow(u"told"_s, window);
        const auto isTimed = [](const NextRun &run) { return run.at.isValid(); };
        QTRY_VERIFY(workspace->waitForIdle(std::chrono::seconds(20)) && std::ranges::all_of(workspace->nextRuns(), isTimed));
        const QJsonObject told = sources(u"told"_s)[u"connections"][0].toObject();
        QCOMPARE(told[u"bytesToday"].toInteger(), 1300);
        QDateTime first;
        for (const QJsonValue &feed : told[u"feeds"].toArray()) {
            const QDateTime next = QDateTime::fromString(feed[u"nextRun"].toString(), Qt::ISODate);
            QVERIFY2(next.isValid() && next.timeSpec() == Qt::UTC, qPrintable(feed[u"nextRun"].toString()));
            first = first.isValid() ? std::min(first, next) : next;
        }
        QCOMPARE(QDateTime::fromString(told[u"nextRun"].toString(), Qt::ISODate), first);
        QVERIFY(first >= QDateTime::currentDateTimeUtc().addSecs(-60));
    }

    /// Of several hosts, the budget that ends first.
    void tellsTheTightestBudget()
    {
        makeWorkspace(u"tight"_s);
        Instance window;
        QVERIFY(window.listen(m_dir.filePath(u"tight"_s)));
        connect(&window, &Instance::asked, this, [](Instance::Wish wish, const QString &, const auto &answer) {
            const auto host = [](const QString &name, const QJsonValue &left) {
                return QJsonObject { { u"host"_s, name }, { u"connections"_s, QJsonArray { u"folder-1"_s } },
                    { u"requestsLeft"_s, left }, { u"bytesToday"_s, 10 } };
            };
            QCOMPARE(wish, Instance::Wish::Standing);
            answer(QJsonObject { { u"hosts"_s, QJsonArray { host(u"a"_s, 4711), host(u"b"_s, 12), host(u"c"_s, QJsonValue()) } } });
        });
        const QJsonObject told = sources(u"tight"_s)[u"connections"][0].toObject();
        QCOMPARE(told[u"requestsLeft"].toInteger(), 12);
        QCOMPARE(told[u"bytesToday"].toInteger(), 30);
        QVERIFY(told[u"hosts"][2].toObject().value(u"requestsLeft"_s).isNull());
    }

    void pausesAndResumesWithoutAWindow()
    {
        makeWorkspace(u"paused"_s);
        const QStringList there { u"--workspace"_s, u"./paused"_s, u"--json"_s };
        const auto isPaused = [&] { return sources(u"paused"_s)[u"connections"][0][u"paused"].toBool(); };
        const Outcome one = run(QStringList { u"pause"_s, u"folder-1"_s } + there);
        QVERIFY2(one.status == 0, one.err.constData());
        QCOMPARE(one.json(), (QJsonObject { { u"connection"_s, u"folder-1"_s }, { u"paused"_s, true } }));
        QVERIFY(isPaused());
        QVERIFY(!sources(u"paused"_s)[u"paused"].toBool());

        // All is not each: what a person has paused by itself stays so.
        const Outcome all = run(QStringList { u"pause"_s } + there);
        QCOMPARE(all.json(), (QJsonObject { { u"connection"_s, QJsonValue() }, { u"paused"_s, true } }));
        QVERIFY(sources(u"paused"_s)[u"paused"].toBool());
        QCOMPARE(run(QStringList { u"resume"_s } + there).json()[u"paused"].toBool(true), false);
        QVERIFY(!sources(u"paused"_s)[u"paused"].toBool());
        QVERIFY(isPaused());
        const Outcome resumed = run({ u"resume"_s, u"folder-1"_s, u"--workspace"_s, u"./paused"_s });
        QVERIFY2(resumed.out.startsWith("folder-1 is paused no longer"), resumed.out.constData());
        QVERIFY(!isPaused());
        // No pull was begun for it, only to be stopped.
        const QJsonArray feeds = sources(u"paused"_s)[u"connections"][0][u"feeds"].toArray();
        QVERIFY(!feeds.isEmpty());
        for (const QJsonValue &feed : feeds)
            QCOMPARE(feed[u"state"].toString(), u"good"_s);

        const Outcome stranger = run(QStringList { u"pause"_s, u"folder-9"_s } + there);
        QCOMPARE(stranger.status, 2);
        QVERIFY2(stranger.err.contains("folder-9"), stranger.err.constData());
    }

    void hasTheOpenWindowPause()
    {
        makeWorkspace(u"watched"_s);
        const QStringList there { u"--workspace"_s, u"./watched"_s, u"--json"_s };
        Instance window;
        const auto workspace = openAsWindow(u"watched"_s, window);
        QVERIFY(workspace->waitForIdle(std::chrono::seconds(20)));
        const QJsonObject done = run(QStringList { u"pause"_s, u"folder-1"_s } + there).json();
        QCOMPARE(done, (QJsonObject { { u"connection"_s, u"folder-1"_s }, { u"paused"_s, true } }));
        QVERIFY(workspace->connections()[0].paused);
        QVERIFY(sources(u"watched"_s)[u"connections"][0].toObject().value(u"nextRun"_s).isNull());
        QCOMPARE(run(QStringList { u"pause"_s } + there).status, 0);
        QVERIFY(workspace->isAllPaused());
        QVERIFY(sources(u"watched"_s)[u"paused"].toBool());
        QCOMPARE(run(QStringList { u"resume"_s } + there).status, 0);
        QCOMPARE(run(QStringList { u"resume"_s, u"folder-1"_s } + there).status, 0);
        QVERIFY(!workspace->isAllPaused() && !workspace->connections()[0].paused);
        const Outcome stranger = run(QStringList { u"resume"_s, u"folder-9"_s } + there);
        QCOMPARE(stranger.status, 2);
        QVERIFY2(stranger.err.contains("folder-9"), stranger.err.constData());
    }

    /// "All" leaves alone what is paused; by its name it is pulled.
    void syncLeavesPausedSourcesAlone()
    {
        makeWorkspace(u"resting"_s);
        const QStringList there { u"--workspace"_s, u"./resting"_s, u"--json"_s };
        QCOMPARE(run(QStringList { u"pause"_s, u"folder-1"_s } + there).status, 0);
        const auto pulled = [](const Outcome &synced) { return synced.json()[u"feeds"][0].toObject().contains("seconds"_L1); };
        QVERIFY(!pulled(run(QStringList { u"sync"_s } + there)));
        QVERIFY(pulled(run(QStringList { u"sync"_s, u"folder-1"_s } + there)));
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
        grantFor(window, **workspace);
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
        // Whoever sent the file chose what it names: it is told, and nothing is read before somebody says so.
        const QJsonObject added = imported.json()[u"added"][0].toObject();
        QCOMPARE(QFileInfo(added[u"places"][0].toString()), QFileInfo(m_dir.filePath(u"portal/one"_s)));
        QVERIFY(added[u"paused"].toBool());
        QCOMPARE(run({ u"sync"_s, u"--json"_s, u"--workspace"_s, u"./to"_s }).json()[u"entities"].toInt(-1), 0);
        QCOMPARE(run({ u"resume"_s, u"folder-1"_s, u"--workspace"_s, u"./to"_s }).status, 0);
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
