// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/buildlook.h"
#include "models/notices/noticewatch.h"
#include "tests/unit/notices/catalogentity.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <map>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace callboard;
using namespace callboard::notices;
using domain::BuildRun;
using domain::BuildState;
using test::entity;

namespace {

const QDateTime noon(QDate(2026, 11, 26), QTime(12, 0), QTimeZone::UTC);

BuildRun run(int number, BuildState state, int attempt = 1)
{
    BuildRun one;
    one.id = QString::number(1000 + number);
    one.number = number;
    one.attempt = attempt;
    one.project = u"acme/ledger"_s;
    one.pipeline = u"CI"_s;
    one.branch = u"main"_s;
    one.isDefaultBranch = true;
    one.entityRefs = { u"component:default/ledger"_s };
    one.state = state;
    one.queuedAt = noon.addSecs(number * 600);
    one.finishedAt = domain::isFinished(state) ? noon.addSecs(number * 600 + 60) : QDateTime();
    return one;
}

SeenRun seen(const BuildRun &run, bool isMine = true)
{
    return { u"ci-1"_s, run, isMine, false };
}

QStringList topics(const std::vector<Entry> &entries)
{
    QStringList topics;
    for (const Entry &entry : entries)
        topics.append(entry.notice.topic + u' ' + entry.notice.about);
    return topics;
}

} // namespace

class TestNoticeChanges final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void firstStateIsNoChange()
    {
        const Told told = buildChanges({}, { seen(run(1, BuildState::Passed)), seen(run(2, BuildState::Failed)) }, noon.addDays(1));
        QCOMPARE(topics(told.entries), QStringList());
    }

    void eachChangeBetweenTwoLooksIsTold()
    {
        std::vector<SeenRun> runs { seen(run(1, BuildState::Passed)) };
        Told told = buildChanges({}, runs, noon.addDays(1));
        for (const auto &[number, state] : { std::pair(2, BuildState::Failed), std::pair(3, BuildState::Cancelled), std::pair(4, BuildState::Errored),
                 std::pair(5, BuildState::Passed), std::pair(6, BuildState::Skipped), std::pair(7, BuildState::Failed), std::pair(8, BuildState::Running) })
            runs.insert(runs.begin(), seen(run(number, state)));
        told = buildChanges(told.known, runs, noon.addDays(1));
        QCOMPARE(topics(told.entries), (QStringList { u"build.broke acme/ledger#1002"_s, u"build.healed acme/ledger#1005"_s, u"build.broke acme/ledger#1007"_s }));
        QCOMPARE(told.entries[0].notice.createdAt, run(2, BuildState::Failed).finishedAt);
        told = buildChanges(told.known, runs, noon.addDays(1));
        QCOMPARE(topics(told.entries), QStringList());
        // Through JSON, as the mirror keeps it.
        const QJsonValue kept = QJsonDocument::fromJson(QJsonDocument(told.known.toObject()).toJson()).object();
        QCOMPARE(topics(buildChanges(kept, runs, noon.addDays(1)).entries), QStringList());
    }

    void anOlderRunThatEndsLateSaysNothing()
    {
        Told told = buildChanges({}, { seen(run(1, BuildState::Passed)) }, noon.addDays(1));
        told = buildChanges(told.known, { seen(run(2, BuildState::Running)), seen(run(3, BuildState::Passed)) }, noon.addDays(1));
        QCOMPARE(topics(told.entries), QStringList());
        told = buildChanges(told.known, { seen(run(2, BuildState::Failed)), seen(run(3, BuildState::Passed)) }, noon.addDays(1));
        QCOMPARE(topics(told.entries), QStringList());
    }

    void aFurtherAttemptHeals_data()
    {
        QTest::addColumn<int>("attempt");
        QTest::newRow("counted") << 2;
        QTest::newRow("under the same number") << 1;
    }
    void aFurtherAttemptHeals()
    {
        QFETCH(int, attempt);
        Told told = buildChanges({}, { seen(run(1, BuildState::Passed)) }, noon.addDays(1));
        told = buildChanges(told.known, { seen(run(2, BuildState::Failed)) }, noon.addDays(1));
        QCOMPARE(told.entries.size(), 1u);
        told = buildChanges(told.known, { seen(run(2, BuildState::Running, attempt)) }, noon.addDays(1));
        QCOMPARE(told.entries.size(), 0u);
        told = buildChanges(told.known, { seen(run(2, BuildState::Passed, attempt)) }, noon.addDays(1));
        QCOMPARE(topics(told.entries), QStringList { u"build.healed acme/ledger#1002"_s });
    }

    void otherBranchesAndOthersBuildsAreNotTold()
    {
        BuildRun branch = run(2, BuildState::Failed);
        branch.isDefaultBranch = false;
        Told told = buildChanges({}, { seen(run(1, BuildState::Passed)), seen(run(1, BuildState::Passed), false) }, noon.addDays(1));
        told = buildChanges(told.known, { seen(branch), seen(run(1, BuildState::Passed)) }, noon.addDays(1));
        QCOMPARE(told.entries.size(), 0u);
        told = buildChanges(told.known, { seen(run(2, BuildState::Failed), false) }, noon.addDays(1));
        QCOMPARE(told.entries.size(), 0u);
        // Known all the same: owned from now on, it is told when it heals.
        told = buildChanges(told.known, { seen(run(3, BuildState::Passed)) }, noon.addDays(1));
        QCOMPARE(topics(told.entries), QStringList { u"build.healed acme/ledger#1003"_s });
    }

    void pipelinesAndConnectionsAreApart()
    {
        BuildRun other = run(1, BuildState::Failed);
        other.pipeline = u"Nightly"_s;
        SeenRun elsewhere = seen(run(1, BuildState::Failed));
        elsewhere.connectionId = u"ci-2"_s;
        Told told = buildChanges({}, { seen(run(1, BuildState::Passed)), seen(other), elsewhere }, noon.addDays(1));
        QCOMPARE(told.entries.size(), 0u);
        other = run(2, BuildState::Passed);
        other.pipeline = u"Nightly"_s;
        told = buildChanges(told.known, { seen(other) }, noon.addDays(1));
        QCOMPARE(told.entries.size(), 1u);
    }

    // Issue: every state change seen once, none invented, none lost, whenever one looks and whatever order answers come in.
    void whateverOneLooksAtTheSameIsTold()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 200; ++round) {
            std::vector<BuildRun> all;
            QStringList expected;
            bool broken = false;
            for (int number = 1; number <= 30; ++number) {
                const BuildState state = std::array { BuildState::Passed, BuildState::Failed, BuildState::Errored, BuildState::Cancelled }[size_t(random.bounded(4))];
                all.push_back(run(number, number == 1 ? BuildState::Passed : state));
                const bool says = number > 1 && isVerdict(state);
                if (says && isBroken(state) != broken) {
                    broken = !broken;
                    expected.append((broken ? u"build.broke acme/ledger#%1"_s : u"build.healed acme/ledger#%1"_s).arg(1000 + number));
                }
            }
            QJsonValue known = buildChanges({}, { seen(all[0]) }, noon.addDays(9)).known;
            QStringList told;
            size_t seenUntil = 1;
            while (seenUntil < all.size()) {
                seenUntil = std::min(all.size(), seenUntil + 1 + random.bounded(6u));
                std::vector<SeenRun> look;
                for (size_t at = seenUntil > 12 ? seenUntil - 12 : 0; at < seenUntil; ++at)
                    look.insert(look.begin() + qsizetype(random.bounded(quint32(look.size() + 1))), seen(all[at]));
                const Told answer = buildChanges(known, look, noon.addDays(9));
                // A kill before it was written: the same is told by the next look, with the same ids.
                const Told again = buildChanges(known, look, noon.addDays(9));
                QCOMPARE(again.entries, answer.entries);
                told += topics(answer.entries);
                known = answer.known;
            }
            QCOMPARE(told, expected);
        }
    }

    void approvalsComeAndGo()
    {
        Told told = buildChanges({}, { seen(run(1, BuildState::Waiting)) }, noon.addDays(1));
        QCOMPARE(topics(told.entries), QStringList { u"build.approval acme/ledger#1001"_s });
        const QString id = told.entries[0].notice.id;
        QCOMPARE(whatOf(told.entries[0].notice), What::ApprovalWaiting);
        told = buildChanges(told.known, { seen(run(1, BuildState::Waiting)) }, noon.addDays(1));
        QVERIFY(told.entries.empty() && told.gone.isEmpty());
        told = buildChanges(told.known, { seen(run(1, BuildState::Running)) }, noon.addDays(1));
        QCOMPARE(told.gone, QStringList { id });
    }

    void situationIsMineWorstFirst()
    {
        BuildRun running = run(9, BuildState::Running);
        BuildRun waiting = run(10, BuildState::Waiting);
        BuildRun other = run(2, BuildState::Failed);
        other.project = u"acme/other"_s;
        SeenReview asked { u"host-1"_s, {}, false, false };
        asked.review.waitsForMe = true;
        asked.review.title = u"Look"_s;
        Situation situation = situationOf({ seen(running), seen(run(3, BuildState::Passed)), seen(run(4, BuildState::Failed)), seen(waiting), seen(other, false) }, { asked });
        QCOMPARE(situation.failing, 1);
        QCOMPARE(situation.running, 1);
        QCOMPARE(situation.approvals, 1);
        QCOMPARE(situation.reviews, 1);
        using Kind = Situation::Line::Kind;
        QList<Kind> kinds;
        for (const Situation::Line &line : situation.lines)
            kinds.append(line.kind);
        QCOMPARE(kinds, (QList<Kind> { Kind::Failing, Kind::Approval, Kind::Review, Kind::Running }));
        situation = situationOf({ seen(run(4, BuildState::Failed)), seen(run(5, BuildState::Passed)) }, {});
        QCOMPARE(situation, Situation());
    }

    // Over a real mirror, and over the end of the program in between.
    void watchTellsWhatAMirrorBrings()
    {
        QTemporaryDir folder;
        const QString me = u"user:default/mira"_s;
        QDateTime now = QDateTime::currentDateTimeUtc(); // As the mirror says when something changed.
        struct World {
            std::unique_ptr<mirror::Mirror> mirror;
            std::unique_ptr<Inbox> inbox;
            std::unique_ptr<NoticeWatch> watch;
        };
        const auto open = [&] {
            World world;
            auto mirror = mirror::Mirror::open(folder.path(), {});
            if (!mirror)
                qFatal("no mirror");
            world.mirror = std::move(*mirror);
            world.inbox = std::make_unique<Inbox>(world.mirror.get(), [&now] { return now; });
            NoticeWatch::Sources sources { [me] { return NoticeWatch::Person { me, {} }; }, [] { return QStringList { u"ci-1"_s, u"portal-1"_s }; } };
            world.watch = std::make_unique<NoticeWatch>(*world.mirror, *world.inbox, sources, [&now] { return now; });
            return world;
        };
        const auto pull = [](World &world, const QString &connection, const QString &feed, const auto &put) {
            auto pull = world.mirror->beginPull(connection, feed, u"me"_s);
            QVERIFY(pull);
            put(**pull);
            QVERIFY((*pull)->complete());
            world.mirror->flush();
        };
        const auto idle = [](World &world) { QTRY_VERIFY_WITH_TIMEOUT(!world.watch->isBusy(), 20'000); };
        const domain::Relation mine { u"ownedBy"_s, me };
        const auto catalog = [&](const std::vector<domain::Relation> &ofOther) {
            return [=](mirror::Pull &pull) {
                pull.put(entity(u"User"_s, u"mira"_s, {}));
                pull.put(entity(u"Component"_s, u"ledger"_s, { mine }));
                pull.put(entity(u"Component"_s, u"other"_s, ofOther));
            };
        };
        World world = open();
        pull(world, u"portal-1"_s, u"catalog"_s, catalog({}));
        pull(world, u"ci-1"_s, u"runs"_s, [](mirror::Pull &pull) { pull.put(run(1, BuildState::Passed).toRecord()); });
        idle(world);
        QCOMPARE(world.inbox->items().size(), 0u);

        pull(world, u"ci-1"_s, u"runs"_s, [](mirror::Pull &pull) { pull.put(run(2, BuildState::Failed).toRecord()); });
        QTRY_COMPARE_WITH_TIMEOUT(world.inbox->items().size(), 1u, 20'000);
        QCOMPARE(world.inbox->items()[0].what, What::BuildBroke);
        QVERIFY(world.inbox->items()[0].isMine);
        QCOMPARE(world.watch->situation().failing, 1);
        idle(world);

        world = {};
        world = open();
        idle(world);
        QCOMPARE(world.inbox->items().size(), 1u);
        QCOMPARE(world.watch->situation().failing, 1);
        pull(world, u"portal-1"_s, u"catalog"_s, catalog({ { u"dependsOn"_s, u"component:default/ledger"_s } }));
        QTRY_COMPARE_WITH_TIMEOUT(world.inbox->items().size(), 2u, 20'000);
        idle(world);
        QVERIFY(std::ranges::any_of(world.inbox->items(), [](const Item &item) { return item.what == What::CatalogDependant; }));
        pull(world, u"ci-1"_s, u"runs"_s, [](mirror::Pull &pull) { pull.put(run(3, BuildState::Passed).toRecord()); });
        QTRY_COMPARE_WITH_TIMEOUT(world.watch->situation().failing, 0, 20'000);
        // One line of one story.
        QTRY_COMPARE(world.inbox->items().size(), 2u);
        QVERIFY(std::ranges::any_of(world.inbox->items(), [](const Item &item) { return item.what == What::BuildHealed && item.times() == 2; }));
        idle(world);
        world = {};
        world = open();
        idle(world);
        QCOMPARE(world.inbox->items().size(), 2u);
        // What is theirs is taken away, of which the catalog then knows nothing any more.
        pull(world, u"portal-1"_s, u"catalog"_s, [](mirror::Pull &pull) {
            pull.put(entity(u"User"_s, u"mira"_s, {}));
            pull.put(entity(u"Component"_s, u"other"_s, {}));
        });
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::any_of(world.inbox->items(), [](const Item &item) { return item.what == What::CatalogGone && item.isMine; }), 20'000);
        idle(world);
    }

    // A first sync that brought nothing changes no record, and yet what comes after it is news.
    void watchKnowsWhoHadNoNotices()
    {
        QTemporaryDir folder;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        auto mirror = mirror::Mirror::open(folder.path(), {});
        QVERIFY(mirror);
        Inbox inbox(mirror->get(), [&now] { return now; });
        NoticeRules rules;
        rules.rules = { { What::Any, Whose::Anyone, Level::Low, { true, true, false } } };
        inbox.setRules(rules);
        const auto synced = [&mirror] {
            QStringList ids;
            for (const mirror::FeedState &state : (*mirror)->feedStates().value_or(std::vector<mirror::FeedState>())) {
                if (state.feedId == "notices"_L1 && state.lastSuccess.isValid())
                    ids.append(state.connectionId);
            }
            return NoticeWatch::Synced { ids, {}, {} };
        };
        NoticeWatch watch(**mirror, inbox, { [] { return NoticeWatch::Person(); }, [] { return QStringList { u"portal-1"_s, u"portal-2"_s }; }, synced },
            [&now] { return now; });
        const auto pull = [&](const QString &connection, const QStringList &notices) {
            auto pull = (*mirror)->beginPull(connection, u"notices"_s, u"me"_s);
            QVERIFY(pull);
            for (const QString &id : notices) {
                domain::Notice notice;
                notice.id = id;
                notice.title = id;
                notice.createdAt = now;
                (*pull)->put(notice.toRecord());
            }
            QVERIFY((*pull)->complete());
            (*mirror)->flush();
        };
        QTRY_VERIFY_WITH_TIMEOUT(!watch.isBusy(), 20'000);
        pull(u"portal-1"_s, {});
        QTRY_VERIFY_WITH_TIMEOUT(inbox.isKnown(u"portal-1"_s), 20'000);
        pull(u"portal-2"_s, { u"was-there"_s });
        QTRY_COMPARE_WITH_TIMEOUT(inbox.items().size(), 1u, 20'000);
        pull(u"portal-1"_s, { u"first"_s });
        QTRY_COMPARE_WITH_TIMEOUT(inbox.items().size(), 2u, 20'000);
        const auto fresh = inbox.takeFresh();
        QCOMPARE(fresh.size(), 1u);
        QCOMPARE(fresh[0].key, u"portal-1|first"_s);
    }

    // Reviews and approvals that stand there when a host is first read are in the inbox, and pop up nowhere; what comes then does.
    void whatAFirstSyncBringsIsNotAnnounced_data()
    {
        QTest::addColumn<bool>("byReviews");
        QTest::newRow("reviews") << true;
        QTest::newRow("approvals") << false;
    }
    void whatAFirstSyncBringsIsNotAnnounced()
    {
        QFETCH(bool, byReviews);
        QTemporaryDir folder;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        auto mirror = mirror::Mirror::open(folder.path(), {});
        QVERIFY(mirror);
        NoticeRules rules;
        rules.rules = { { What::Any, Whose::Anyone, Level::Low, { true, true, false } } };
        const auto synced = [&mirror] {
            QStringList ids;
            for (const mirror::FeedState &state : (*mirror)->feedStates().value_or(std::vector<mirror::FeedState>())) {
                if (state.lastSuccess.isValid())
                    ids.append(state.connectionId);
            }
            return NoticeWatch::Synced { ids, ids, ids };
        };
        const NoticeWatch::Sources sources { [] { return NoticeWatch::Person(); }, [] { return QStringList { u"host-1"_s, u"host-2"_s }; }, synced };
        const auto put = [&](mirror::Pull &pull, int number) {
            if (byReviews) {
                domain::Review review;
                review.id = QString::number(number);
                review.project = u"acme/ledger"_s;
                review.waitsForMe = true;
                review.updatedAt = now.addSecs(-60);
                pull.put(review.toRecord());
            } else {
                BuildRun waiting = run(number, BuildState::Waiting);
                waiting.queuedAt = now.addSecs(-60);
                pull.put(waiting.toRecord());
            }
        };
        const auto begin = [&](const QString &connection) { return std::move(*(*mirror)->beginPull(connection, u"all"_s, u"me"_s)); };
        auto inbox = std::make_unique<Inbox>(mirror->get(), [&now] { return now; });
        inbox->setRules(rules);
        auto watch = std::make_unique<NoticeWatch>(**mirror, *inbox, sources, [&now] { return now; });
        const auto items = [&](size_t count) {
            QTRY_COMPARE_WITH_TIMEOUT(inbox->items().size(), count, 20'000);
            QTRY_VERIFY_WITH_TIMEOUT(!watch->isBusy(), 20'000);
        };
        QTRY_VERIFY_WITH_TIMEOUT(!watch->isBusy(), 20'000);
        {
            auto pull = begin(u"host-1"_s);
            put(*pull, 1);
            QVERIFY(pull->complete());
        }
        items(1);
        QCOMPARE(inbox->takeFresh().size(), 0u);
        // The program ends and comes back: what it finds new then is news.
        watch.reset();
        inbox = std::make_unique<Inbox>(mirror->get(), [&now] { return now; });
        {
            auto pull = begin(u"host-1"_s);
            put(*pull, 1);
            put(*pull, 2);
            QVERIFY(pull->complete());
        }
        watch = std::make_unique<NoticeWatch>(**mirror, *inbox, sources, [&now] { return now; });
        items(2);
        QCOMPARE(inbox->takeFresh().size(), 1u);
        // A host more has a first sync of its own.
        {
            auto pull = begin(u"host-2"_s);
            put(*pull, 3);
            QVERIFY(pull->complete());
        }
        items(3);
        QCOMPARE(inbox->takeFresh().size(), 0u);
    }

    // A look that reads the changed runs only tells what one over all of them would.
    void aLookReadsWhatChanged()
    {
        QTemporaryDir folder;
        auto mirror = mirror::Mirror::open(folder.path(), {});
        QVERIFY(mirror);
        const Concern concern { { u"component:default/ledger"_s }, {}, {} };
        const QStringList connections { u"ci-1"_s };
        std::map<int, BuildRun> there;
        const auto pull = [&] {
            auto pull = std::move(*(*mirror)->beginPull(u"ci-1"_s, u"runs"_s, u"me"_s));
            for (const auto &[number, run] : there)
                pull->put(run.toRecord());
            QVERIFY(pull->complete());
            (*mirror)->flush();
        };
        constexpr int branches = 40;
        const auto make = [](int number, BuildState state) {
            BuildRun one = run(number, state);
            one.project = u"acme/p%1"_s.arg(number % branches);
            return one;
        };
        for (int number = 0; number < 400; ++number)
            there[number] = make(number, BuildState::Passed);
        pull();
        BuildLook one;
        QJsonValue known, knownOfAll;
        const auto look = [&](BuildLook &with, QJsonValue &from) {
            const auto answer = with.look(folder.path(), connections, concern, from, noon.addDays(9));
            if (!answer)
                qFatal("it cannot be read");
            // As the mirror keeps it.
            std::ignore = (*mirror)->setValue(u"notices.builds"_s, answer->told.known);
            from = (*mirror)->value(u"notices.builds"_s);
            return *answer;
        };
        look(one, known);
        {
            BuildLook first;
            look(first, knownOfAll);
        }
        QCOMPARE(one.runsRead(), 400);
        QRandomGenerator random(5);
        const std::array states { BuildState::Passed, BuildState::Failed, BuildState::Running, BuildState::Waiting, BuildState::Cancelled, BuildState::Errored };
        int told = 0, next = 400;
        for (int round = 0; round < 60; ++round) {
            int changed = 0;
            for (int each = 0; each < 3; ++each, ++changed) {
                // Mostly new ones; some that ended, were run again, or are gone.
                const int number = random.bounded(3) ? next++ : random.bounded(next);
                there[number] = make(number, states[size_t(random.bounded(int(states.size())))]);
            }
            if (round % 10 == 9)
                there.erase(random.bounded(next));
            pull();
            const auto answer = look(one, known);
            BuildLook all;
            const auto ofAll = look(all, knownOfAll);
            QCOMPARE(topics(answer.told.entries), topics(ofAll.told.entries));
            QCOMPARE(answer.told.gone, ofAll.told.gone);
            QCOMPARE(known, knownOfAll);
            QCOMPARE(answer.current.size(), ofAll.current.size());
            for (size_t i = 0; i < answer.current.size(); ++i)
                QCOMPARE(answer.current[i].run.key(), ofAll.current[i].run.key());
            QCOMPARE(situationOf(answer.current, {}).lines.size(), situationOf(ofAll.current, {}).lines.size());
            told += int(answer.told.entries.size());
        }
        QVERIFY(told > 20);
        // A new run is one that is read.
        there[next] = make(next, BuildState::Passed);
        pull();
        const qint64 before = one.runsRead();
        look(one, known);
        QCOMPARE(one.runsRead() - before, 1);
        // What was told could not be kept: all is looked at again.
        QJsonValue other = knownOfAll;
        look(one, other);
        QCOMPARE(one.runsRead() - before, 1 + qint64(there.size()));
    }
};

QTEST_GUILESS_MAIN(TestNoticeChanges)
#include "tst_noticechanges.moc"
