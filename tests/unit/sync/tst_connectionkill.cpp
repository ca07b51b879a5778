// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/connectionstore.h"
#include "tests/unit/sync/filekeychain.h"

#include <QJsonDocument>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace callboard::sync;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// SIGKILL at random moments of a program whose connections are changed all the time. CALLBOARD_KILLS sets how many (20), CALLBOARD_SEED
/// which moments.
class TestConnectionKill final : public QObject {
    Q_OBJECT

    QTemporaryDir folder;
    QString workspaceFolder() const { return folder.filePath(u"workspace"_s); }
    QString keychainFolder() const { return folder.filePath(u"keychain"_s); }

    struct Journal {
        QList<QJsonObject> states; ///< By the number of the change.
        qsizetype saved = -1;      ///< The last one that was said to be on disk.
        QSet<QString> pulled;
    };
    Journal journal() const
    {
        Journal all;
        QFile file(folder.filePath(u"journal"_s));
        if (!file.open(QIODevice::ReadOnly))
            return all;
        for (const QByteArray &text : file.readAll().split('\n')) {
            const QJsonObject line = QJsonDocument::fromJson(text).object();
            if (line.contains("number"_L1))
                all.states.append(line["state"_L1].toObject());
            else if (line.contains("saved"_L1))
                all.saved = qsizetype(line["saved"_L1].toInteger());
            else if (line.contains("pulled"_L1))
                all.pulled.insert(line["pulled"_L1].toString());
        }
        return all;
    }
    void changeAndKill(quint32 seed, int milliseconds)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationDirPath() + u"/connectionprocess"_s, { folder.path(), QString::number(seed) });
        QVERIFY(process.waitForStarted());
        QVERIFY(process.waitForReadyRead(60'000));
        QVERIFY(!process.waitForFinished(milliseconds)); // The moment of the kill, not a wait.
        process.kill();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    }

    /// The file is as it was after one of the changes, not before the last that was said to be saved.
    void lookAtConnections(const ConnectionContent &content, const Journal &told)
    {
        QJsonObject state;
        for (const ConnectionInfo &info : content.connections)
            state.insert(info.name, info.settings["url"_L1]);
        QVERIFY(told.saved >= 0);
        QVERIFY2(told.states.sliced(told.saved).contains(state), QJsonDocument(state).toJson().constData());
    }
    /// Each secret belongs to a connection, or to one that is being erased; and nobody would be told what was meant for others.
    void lookAtSecrets(const ConnectionContent &content)
    {
        const auto secrets = FileKeychain::kept(keychainFolder());
        for (auto it = secrets.cbegin(); it != secrets.cend(); ++it) {
            const QString id = it.key().section(u'/', 0, 0);
            const auto isThis = [&](const ConnectionInfo &info) { return info.id == id; };
            const auto owner = std::ranges::find_if(content.connections, isThis);
            if (owner == content.connections.end()) {
                QVERIFY2(std::ranges::any_of(content.leaving, isThis), qPrintable(it.key() + u" belongs to nobody"_s));
                continue;
            }
            const bool isForIt = it.value() == u"told to "_s + owner->settings["url"_L1].toString();
            QVERIFY2(isForIt || content.outdated.contains(id), qPrintable(u"%1 would be told what was %2"_s.arg(owner->settings["url"_L1].toString(), it.value())));
        }
    }
    /// What was brought is there whole while the connection is on the list.
    void lookAtRecords(const ConnectionContent &content, const Journal &told)
    {
        const auto mirror = *mirror::Mirror::open(workspaceFolder(), {});
        for (const ConnectionInfo &info : content.connections) {
            if (told.pulled.contains(info.id))
                QCOMPARE(mirror->records(u"Note"_s, {}, info.id)->size(), size_t(1));
        }
    }
    /// Started once more, it finishes what the kills left.
    void lookAfterAStart(bool asWindow)
    {
        QStringList ids;
        {
            Workspace::Options options;
            options.directory = workspaceFolder();
            options.pluginDirs = { QStringLiteral(FIXTURES) + u"/good"_s };
            options.schedule = asWindow;
            options.secrets = std::make_shared<FileKeychain>(keychainFolder(), 0us);
            const auto workspace = *Workspace::open(options);
            QTRY_VERIFY(workspace->leavingConnections().isEmpty());
            QVERIFY(workspace->waitForIdle(60s));
            for (const ConnectionInfo &info : workspace->connections())
                ids.append(info.id);
            qsizetype brought = 0;
            for (const QString &id : std::as_const(ids))
                brought += qsizetype(workspace->mirror().records(u"Note"_s, {}, id)->size());
            QCOMPARE(qsizetype(workspace->mirror().records(u"Note"_s)->size()), brought);
        }
        ConnectionStore store(workspaceFolder());
        const auto content = store.load();
        QVERIFY(content && content->leaving.empty() && content->outdated.isEmpty());
        lookAtSecrets(*content);
    }

private Q_SLOTS:
    void nothingIsLostAndNoSecretStays()
    {
        const int wanted = qEnvironmentVariableIntValue("CALLBOARD_KILLS");
        const int kills = wanted > 0 ? wanted : 20;
        const auto seed = quint32(qEnvironmentVariableIntValue("CALLBOARD_SEED"));
        QRandomGenerator random(seed == 0 ? 2026 : seed);
        qsizetype changes = 0, behind = 0, leaving = 0, outdated = 0;
        for (int kill = 0; kill < kills; ++kill) {
            changeAndKill(random.generate(), int(random.bounded(150)));
            const Journal told = journal();
            ConnectionStore store(workspaceFolder());
            const auto content = store.load();
            QVERIFY2(content, qPrintable(content ? QString() : content.error().detail));
            lookAtConnections(*content, told);
            lookAtSecrets(*content);
            lookAtRecords(*content, told);
            changes += told.states.size() - 1;
            behind += told.states.size() - 1 - told.saved;
            leaving += qsizetype(content->leaving.size());
            outdated += content->outdated.size();
            // Now and then: else the next run, killed as well, has to begin with what this one left.
            if (random.bounded(3) == 0)
                lookAfterAStart(random.bounded(2) == 0);
            if (QTest::currentTestFailed())
                return;
        }
        lookAfterAStart(true);
        QVERIFY(changes > kills && behind > 0 && leaving > 0 && outdated > 0); // The moments that matter were among them.
        qInfo("%d kills amid %lld changes: %lld not said to be saved, %lld connections being erased, %lld secrets being forgotten", kills, qlonglong(changes),
            qlonglong(behind), qlonglong(leaving), qlonglong(outdated));
    }
};

QTEST_GUILESS_MAIN(TestConnectionKill)
#include "tst_connectionkill.moc"
