// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/scheduler.h"

#include <QTest>

using namespace callboard::sync;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

class FakeClock final : public Clock {
public:
    std::chrono::milliseconds now() const override { return m_now; }
    void advance(std::chrono::milliseconds time) { m_now += time; }

private:
    std::chrono::milliseconds m_now { 1'000'000 };
};

FeedKey key(const QString &connection, const QString &feed = u"f"_s)
{
    return { connection, feed };
}

QStringList names(const std::vector<FeedKey> &keys)
{
    QStringList list;
    for (const FeedKey &one : keys)
        list.append(one.connectionId);
    return list;
}

constexpr Scheduler::Outcome good { true, false, std::nullopt };
constexpr Scheduler::Outcome bad { false, false, std::nullopt };
constexpr Scheduler::Outcome cancelled { false, true, std::nullopt };

} // namespace

class TestScheduler final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        clock = std::make_unique<FakeClock>();
        scheduler = std::make_unique<Scheduler>(*clock, 7, 2);
    }

    void pullsAtOnceAndThenByItsInterval()
    {
        scheduler->add({ key(u"a"_s), 600s, false, 0ms });
        QCOMPARE(names(scheduler->takeDue()), QStringList { u"a"_s });
        scheduler->finished(key(u"a"_s), good);
        const auto wait = scheduler->untilNext();
        QVERIFY(wait && *wait >= 540s && *wait <= 660s);
        clock->advance(539s);
        QVERIFY(scheduler->takeDue().empty());
        clock->advance(122s);
        QCOMPARE(scheduler->takeDue().size(), size_t(1));
    }

    void jitterKeepsFeedsFromMarchingInStep()
    {
        QSet<qint64> waits;
        for (int i = 0; i < 20; ++i) {
            Scheduler one(*clock, quint32(i), 2);
            one.add({ key(u"a"_s), 600s, false, 0ms });
            one.takeDue();
            one.finished(key(u"a"_s), good);
            waits.insert(one.untilNext()->count());
        }
        QVERIFY(waits.size() > 15);
    }

    void runsOnePullOfAFeedAtATime()
    {
        scheduler->add({ key(u"a"_s), 1s, false, 0ms });
        QCOMPARE(scheduler->takeDue().size(), size_t(1));
        clock->advance(1h);
        scheduler->requestNow(key(u"a"_s));
        QVERIFY(scheduler->takeDue().empty());
        scheduler->finished(key(u"a"_s), good);
        // What was asked for meanwhile is pulled once more.
        QCOMPARE(scheduler->takeDue().size(), size_t(1));
        scheduler->finished(key(u"a"_s), good);
        QVERIFY(scheduler->takeDue().empty());
    }

    /// What is shut stays so whatever is paused and resumed, and is paused as before when it is opened again.
    void nothingBeginsWhileItIsShut()
    {
        scheduler->add({ key(u"a"_s), 600s, false, 0ms });
        scheduler->add({ key(u"b"_s), 600s, false, 1h });
        scheduler->setShut(u"a"_s, true);
        scheduler->requestNow(key(u"a"_s));
        QVERIFY(scheduler->takeDue().empty());
        scheduler->setPaused(u"a"_s, true);
        scheduler->setPaused(u"a"_s, false);
        QVERIFY(scheduler->takeDue().empty());
        QVERIFY(!scheduler->isWaiting(key(u"a"_s)) && !scheduler->hasRequests());
        QCOMPARE(scheduler->untilNext(), 1h); // That of the other: nobody wakes up for this one again and again.
        scheduler->setShut(u"a"_s, false);
        QCOMPARE(names(scheduler->takeDue()), QStringList { u"a"_s });
        scheduler->finished(key(u"a"_s), good);

        scheduler->setShut(u"a"_s, true);
        scheduler->setPaused(u"a"_s, true);
        scheduler->setShut(u"a"_s, false);
        clock->advance(2h);
        QCOMPARE(names(scheduler->takeDue()), QStringList { u"b"_s });
    }

    void neverRunsMoreThanItsCap()
    {
        for (const QString &name : { u"a"_s, u"b"_s, u"c"_s })
            scheduler->add({ key(name), 600s, false, 0ms });
        QCOMPARE(scheduler->takeDue().size(), size_t(2));
        QVERIFY(!scheduler->hasRoom());
        QVERIFY(scheduler->takeDue().empty());
        scheduler->finished(key(u"a"_s), good);
        QCOMPARE(names(scheduler->takeDue()), QStringList { u"c"_s });
    }

    void hostsThatShareAnHourPullLessOften()
    {
        Scheduler many(*clock, 7, 10);
        many.setHosts(3);
        const auto feed = [](const QString &name, bool shares) { return Scheduler::Feed { .key = key(name), .interval = 300s, .perEntity = true, .sharesIdle = shares }; };
        many.add(feed(u"host"_s, true));
        many.add(feed(u"looked-at"_s, true));
        many.add(feed(u"other"_s, false));
        const auto pulled = [&] {
            const QStringList due = names(many.takeDue());
            for (const QString &name : due)
                many.finished(key(name), good);
            return QSet<QString>(due.begin(), due.end());
        };
        QCOMPARE(pulled().size(), 3); // At first at once.
        many.setInterest({ u"looked-at"_s });
        clock->advance(331s);
        QCOMPARE(pulled(), (QSet<QString> { u"looked-at"_s, u"other"_s }));
        clock->advance(510s);
        QVERIFY(!pulled().contains(u"host"_s));
        clock->advance(90s);
        QVERIFY(pulled().contains(u"host"_s));
        many.setHosts(1);
        clock->advance(331s);
        QVERIFY(pulled().contains(u"host"_s));
    }

    void takesRequestsThenInterestThenTheOldest()
    {
        Scheduler wide(*clock, 1, 10);
        wide.add({ key(u"late"_s), 600s, false, 20ms });
        wide.add({ key(u"early"_s), 600s, false, 10ms });
        wide.add({ key(u"looked-at"_s), 600s, false, 30ms });
        wide.add({ key(u"asked-for"_s), 600s, false, 1h });
        clock->advance(1s);
        wide.setInterest({ u"looked-at"_s });
        wide.requestNow(key(u"asked-for"_s));
        QCOMPARE(names(wide.takeDue()), (QStringList { u"asked-for"_s, u"looked-at"_s, u"early"_s, u"late"_s }));
    }

    void interestMakesPerEntityFeedsDue()
    {
        scheduler->add({ key(u"a"_s), 600s, true, 0ms });
        scheduler->takeDue();
        scheduler->finished(key(u"a"_s), good);
        scheduler->setInterest({ u"a"_s });
        QVERIFY(scheduler->takeDue().empty()); // Pulled a moment ago.
        clock->advance(16s);
        scheduler->setInterest({ u"a"_s });
        QCOMPARE(scheduler->takeDue().size(), size_t(1));
    }

    void backsOffAfterFailures()
    {
        scheduler->add({ key(u"a"_s), 600s, false, 0ms });
        std::chrono::milliseconds before = 0ms;
        for (int i = 0; i < 12; ++i) {
            scheduler->requestNow(key(u"a"_s));
            scheduler->takeDue();
            scheduler->finished(key(u"a"_s), bad);
            const auto wait = *scheduler->untilNext();
            QVERIFY(wait <= 33min);
            if (i < 5)
                QVERIFY2(wait > before * 3 / 2, qPrintable(QString::number(i)));
            before = wait;
        }
        scheduler->requestNow(key(u"a"_s));
        scheduler->takeDue();
        scheduler->finished(key(u"a"_s), good);
        QVERIFY(*scheduler->untilNext() <= 660s);
    }

    void obeysRetryAfter()
    {
        scheduler->add({ key(u"a"_s), 60s, false, 0ms });
        scheduler->takeDue();
        scheduler->finished(key(u"a"_s), { false, false, 7200s });
        QVERIFY(*scheduler->untilNext() >= 7200s);
    }

    void cancellingIsNoFailure()
    {
        scheduler->add({ key(u"a"_s), 600s, false, 0ms });
        scheduler->takeDue();
        scheduler->finished(key(u"a"_s), cancelled);
        QVERIFY(*scheduler->untilNext() >= 540s);
        QCOMPARE(scheduler->runningCount(), 0);
    }

    void pausedFeedsPullOnlyWhenAsked()
    {
        scheduler->add({ key(u"a"_s), 60s, false, 0ms });
        scheduler->setPaused(u"a"_s, true);
        clock->advance(1h);
        QVERIFY(scheduler->takeDue().empty());
        QVERIFY(!scheduler->untilNext());
        scheduler->requestNow(key(u"a"_s));
        QCOMPARE(scheduler->takeDue().size(), size_t(1));
        scheduler->finished(key(u"a"_s), good);
        scheduler->setPaused(u"a"_s, false);
        QVERIFY(scheduler->untilNext());
    }

    void heldFeedsDoNotStartAndLocalOnesDo()
    {
        scheduler->add({ key(u"local"_s), 600s, false, 0ms });
        scheduler->add({ .key = key(u"far"_s), .interval = 600s, .network = true });
        scheduler->setHold(Scheduler::Hold::All);
        scheduler->requestNow(key(u"far"_s));
        QCOMPARE(names(scheduler->takeDue()), QStringList { u"local"_s });
        QVERIFY(!scheduler->hasRequests());
        scheduler->setHold(Scheduler::Hold::None);
        // Somebody asked for it: at once.
        QCOMPARE(names(scheduler->takeDue()), QStringList { u"far"_s });
    }

    void whatIsDueComesBackSpread()
    {
        Scheduler wide(*clock, 3, 100);
        for (int i = 0; i < 50; ++i)
            wide.add({ .key = key(QString::number(i)), .interval = 600s, .network = true });
        wide.setHold(Scheduler::Hold::All);
        clock->advance(8h);
        QVERIFY(wide.takeDue().empty());
        QVERIFY(!wide.untilNext());
        wide.setHold(Scheduler::Hold::None);
        QVERIFY(wide.takeDue().size() < 10);
        clock->advance(10s);
        const size_t half = wide.takeDue().size();
        QVERIFY2(half > 10 && half < 40, qPrintable(QString::number(half)));
        clock->advance(10s);
        QCOMPARE(int(half) + int(wide.takeDue().size()) <= 50, true);
        QCOMPARE(wide.runningCount(), 50);
    }

    void unreachableOnesAreAskedAgainWhenTheNetworkIsBack()
    {
        scheduler->add({ .key = key(u"far"_s), .interval = 600s, .network = true });
        scheduler->takeDue();
        scheduler->finished(key(u"far"_s), { false, false, std::nullopt, true });
        scheduler->setHold(Scheduler::Hold::All);
        scheduler->setHold(Scheduler::Hold::None);
        QVERIFY(*scheduler->untilNext() <= 20s);
    }

    void interruptedOnesGoOnAfterSleep()
    {
        scheduler->add({ .key = key(u"far"_s), .interval = 600s, .network = true });
        scheduler->takeDue();
        scheduler->setHold(Scheduler::Hold::All);
        scheduler->finished(key(u"far"_s), cancelled);
        clock->advance(1h);
        QVERIFY(scheduler->takeDue().empty());
        scheduler->setHold(Scheduler::Hold::None);
        clock->advance(20s);
        QCOMPARE(scheduler->takeDue().size(), size_t(1));
    }

    void rarelyIsASixthOfThePaceAndByHandIsByHand()
    {
        scheduler->add({ .key = key(u"far"_s), .interval = 600s, .firstDelay = 600s, .network = true });
        scheduler->setHold(Scheduler::Hold::Rarely);
        clock->advance(3599s);
        QVERIFY(scheduler->takeDue().empty());
        clock->advance(1s);
        QCOMPARE(scheduler->takeDue().size(), size_t(1));
        scheduler->finished(key(u"far"_s), good);
        scheduler->setHold(Scheduler::Hold::ByHand);
        clock->advance(24h);
        QVERIFY(scheduler->takeDue().empty());
        QVERIFY(!scheduler->untilNext());
        scheduler->requestNow(key(u"far"_s));
        QCOMPARE(scheduler->takeDue().size(), size_t(1));
    }

    void allPausedLeavesOnlyRequests()
    {
        scheduler->add({ key(u"a"_s), 60s, false, 0ms });
        scheduler->setAllPaused(true);
        QVERIFY(scheduler->takeDue().empty());
        scheduler->requestNow(key(u"a"_s));
        QCOMPARE(scheduler->takeDue().size(), size_t(1));
        scheduler->finished(key(u"a"_s), good);
        scheduler->setAllPaused(false);
        QVERIFY(scheduler->untilNext());
    }

    void removingGivesRoomBack()
    {
        scheduler->add({ key(u"a"_s), 60s, false, 0ms });
        scheduler->takeDue();
        scheduler->removeConnection(u"a"_s);
        QCOMPARE(scheduler->runningCount(), 0);
        scheduler->finished(key(u"a"_s), good); // Comes late; means nothing.
        QCOMPARE(scheduler->runningCount(), 0);
    }

private:
    std::unique_ptr<FakeClock> clock;
    std::unique_ptr<Scheduler> scheduler;
};

QTEST_GUILESS_MAIN(TestScheduler)
#include "tst_scheduler.moc"
