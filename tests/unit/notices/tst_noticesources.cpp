// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/mirror.h"
#include "models/notices/buildchanges.h"
#include "models/notices/noticewatch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::notices;
using domain::BuildRun;
using domain::BuildState;

/// What the program tells of what a connection brought belongs to the connection.
class TestNoticeSources final : public QObject {
    Q_OBJECT

    static BuildRun run(int number, BuildState state)
    {
        BuildRun one;
        one.id = QString::number(number);
        one.number = number;
        one.project = u"acme/ledger"_s;
        one.title = u"The words of a commit"_s;
        one.branch = u"main"_s;
        one.isDefaultBranch = true;
        one.entityRefs = { u"component:default/ledger"_s };
        one.state = state;
        one.queuedAt = QDateTime::currentDateTimeUtc().addSecs(number - 100);
        one.finishedAt = one.queuedAt;
        return one;
    }

    /// A mirror, and who looks at it. All that comes as news pops up.
    struct Watched {
        QTemporaryDir folder;
        QDateTime now = QDateTime::currentDateTimeUtc();
        std::unique_ptr<mirror::Mirror> mirror = mirror::Mirror::open(folder.path(), {}).value();
        Inbox inbox { mirror.get(), [this] { return now; } };
        QStringList connections { u"ci-1"_s, u"ci-2"_s };
        NoticeWatch watch { *mirror, inbox,
            { [] { return NoticeWatch::Person { {}, { u"component:default/ledger"_s } }; }, [this] { return connections; },
                [this] { return synced(); } },
            [this] { return now; } };

        Watched()
        {
            NoticeRules rules;
            rules.rules = { { What::Any, Whose::Anyone, Level::Low, { true, true, false } } };
            inbox.setRules(rules);
            watch.setDelay(std::chrono::milliseconds(1));
        }
        NoticeWatch::Synced synced() const
        {
            QStringList ids;
            for (const mirror::FeedState &state : mirror->feedStates().value_or(std::vector<mirror::FeedState>())) {
                if (state.lastSuccess.isValid())
                    ids.append(state.connectionId);
            }
            return { ids, ids, ids };
        }
        void bring(const QString &connection, const std::vector<BuildRun> &runs, const QStringList &notices = {})
        {
            auto pull = mirror->beginPull(connection, u"all"_s, u"me"_s);
            QVERIFY(pull);
            for (const BuildRun &one : runs)
                (*pull)->put(one.toRecord());
            for (const QString &id : notices) {
                domain::Notice notice;
                notice.id = notice.title = id;
                notice.createdAt = now;
                (*pull)->put(notice.toRecord());
            }
            QVERIFY((*pull)->complete());
            mirror->flush();
        }
        bool isKnown(const QString &connection) const
        {
            const QString branch = branchKey(connection, run(1, BuildState::Passed));
            return mirror->value(u"notices.builds"_s)["branches"_L1].toObject().contains(branch) && inbox.isKnown(connection);
        }
        /// Of each connection a branch that breaks, and a notice that is done.
        void tellOfBoth()
        {
            for (const QString &connection : std::as_const(connections)) {
                bring(connection, { run(1, BuildState::Passed) }, { u"first"_s });
                QTRY_VERIFY_WITH_TIMEOUT(isKnown(connection), 20'000);
                bring(connection, { run(1, BuildState::Passed), run(2, BuildState::Failed) }, { u"first"_s });
            }
            QTRY_COMPARE_WITH_TIMEOUT(inbox.told().size(), 2u, 20'000);
            QTRY_VERIFY_WITH_TIMEOUT(!watch.isBusy(), 20'000);
            QStringList keys;
            for (const Item &item : inbox.items())
                keys.append(item.key);
            QCOMPARE(keys.size(), 4);
            inbox.setDone(keys, true);
            std::ignore = inbox.takeFresh();
        }
        QByteArray kept(const QStringList &keys) const
        {
            QJsonObject all;
            for (const QString &key : keys)
                all.insert(key, mirror->value(key));
            return QJsonDocument(all).toJson();
        }
    };

private Q_SLOTS:
    void whatIsKnownIsOfConnectionsThatAreThere()
    {
        const BuildRun one = run(1, BuildState::Passed), waits = run(2, BuildState::Waiting);
        std::vector<SeenRun> both;
        for (const QString &connection : { u"ci-1"_s, u"ci-2"_s }) {
            both.push_back({ connection, one, true, false });
            both.push_back({ connection, waits, true, false });
        }
        const QJsonValue known = buildChanges({}, both, QDateTime::currentDateTimeUtc()).known;
        QCOMPARE(known["branches"_L1].toObject().size(), 2);
        QCOMPARE(known["waiting"_L1].toArray().size(), 2);
        QCOMPARE(knownOf({ u"ci-2"_s, u"ci-1"_s }, known), known);
        const QJsonObject left = knownOf({ u"ci-2"_s }, known).toObject();
        QCOMPARE(left["branches"_L1].toObject().keys(), QStringList { branchKey(u"ci-2"_s, one) });
        QCOMPARE(left["waiting"_L1].toArray().size(), 1);
        QVERIFY(left["waiting"_L1][0].toString().contains(u"|ci-2|"_s));
        QCOMPARE(knownOf({}, QJsonValue()), QJsonValue()); // Before the first look.
    }

    void whatWasToldOfAConnectionGoesWithIt()
    {
        Watched of;
        of.tellOfBoth();
        of.connections = { u"ci-2"_s };
        of.watch.lookAtAll();
        QTRY_COMPARE_WITH_TIMEOUT(of.inbox.told().size(), 1u, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!of.watch.isBusy(), 20'000);
        QVERIFY(of.inbox.told().front().notice.id.startsWith("build|ci-2|"_L1));
        // Nothing of it is kept.
        for (const QString &key : { u"notices.told"_s, u"notices.builds"_s }) {
            const QByteArray kept = of.kept({ key });
            QVERIFY2(kept.contains("ci-2") && !kept.contains("ci-1"), kept.constData());
        }
    }

    /// The connection stays, as one that nothing was read of yet.
    void whatWasToldGoesWithWhatWasErased()
    {
        Watched of;
        of.tellOfBoth();
        of.inbox.setMuted({ Mute::Of::Source, u"ci-1"_s }, true, u"CI"_s);
        QVERIFY(of.mirror->removeConnection(u"ci-1"_s));
        of.mirror->flush();
        of.watch.forget(u"ci-1"_s);
        QTRY_COMPARE_WITH_TIMEOUT(of.inbox.told().size(), 1u, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!of.watch.isBusy(), 20'000);
        const QByteArray kept = of.kept({ u"notices.told"_s, u"notices.builds"_s, u"notices.marks"_s, u"notices.announced"_s });
        QVERIFY2(kept.contains("ci-2") && !kept.contains("ci-1"), kept.constData());
        QCOMPARE(of.inbox.count(Folder::Done), 2);
        const Mute mute { Mute::Of::Source, u"ci-1"_s };
        QVERIFY(of.inbox.isMuted(mute)); // What is chosen for the connection stays with it.
        of.inbox.setMuted(mute, false, u"CI"_s);
        // What comes anew was there before, whatever was done with it then; what comes after that is news.
        of.bring(u"ci-1"_s, { run(2, BuildState::Failed) }, { u"first"_s });
        QTRY_VERIFY_WITH_TIMEOUT(of.isKnown(u"ci-1"_s), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!of.watch.isBusy(), 20'000);
        QCOMPARE(of.inbox.told().size(), 1u);
        QCOMPARE(of.inbox.items().size(), 3u);
        QCOMPARE(of.inbox.count(Folder::Done), 2);
        QVERIFY(of.inbox.takeFresh().empty());
        of.bring(u"ci-1"_s, { run(2, BuildState::Failed), run(3, BuildState::Passed) }, { u"first"_s });
        QTRY_COMPARE_WITH_TIMEOUT(of.inbox.told().size(), 2u, 20'000);
        QCOMPARE(of.inbox.takeFresh().size(), 1u);
    }
};

QTEST_GUILESS_MAIN(TestNoticeSources)
#include "tst_noticesources.moc"
