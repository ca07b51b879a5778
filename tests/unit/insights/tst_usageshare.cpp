// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insights/usageshare.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace callboard;
using namespace callboard::insights;
using namespace Qt::StringLiterals;

class TestUsageShare final : public QObject {
    Q_OBJECT

    const QString portal = u"backstage-1"_s;
    const QDateTime now { QDate(2026, 11, 27), QTime(12, 0), QTimeZone::UTC };
    ShareChoice choice { portal, false, [](const QString &ref) { return ref.startsWith("component:"_L1); } };
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<UsageLog> log;
    QList<QStringList> posts; ///< What was handed over.

    static QString nameOf(const UsageEvent &event) { return event.about.isEmpty() ? event.what : event.about.section(u'/', 1); }
    void open(const QString &name, const QDateTime &at) { log->record({ at.toMSecsSinceEpoch(), UsageDeed::OpenedEntity, u"catalog"_s, u"component:default/"_s + name, {}, -1 }); }
    void open(const QString &name) { open(name, now.addSecs(-60)); }
    void openMany(int count)
    {
        for (int i = 1; i <= count; ++i)
            open(QString::number(i));
        log->flush();
    }
    /// Takes everything.
    domain::Result<Handed> take(const std::vector<UsageEvent> &events)
    {
        QStringList names;
        for (const UsageEvent &event : events)
            names.append(nameOf(event));
        posts.append(names);
        return Handed::Taken;
    }
    HandOver taking()
    {
        return [this](const std::vector<UsageEvent> &events) { return take(events); };
    }
    domain::Result<ShareReport> share(const HandOver &how) { return shareUsage(*log, choice, how, now); }
    QStringList all() const
    {
        QStringList names;
        for (const QStringList &post : posts)
            names += post;
        return names;
    }
    static QStringList numbers(int from, int to)
    {
        QStringList names;
        for (int i = from; i <= to; ++i)
            names.append(QString::number(i));
        return names;
    }
    /// As after a kill: what is on disk, and nothing else.
    void startAgain()
    {
        log.reset();
        log = std::make_unique<UsageLog>(folder->path());
        log->flush();
    }

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }
    void init()
    {
        posts.clear();
        choice.searches = false;
        log.reset();
        folder = std::make_unique<QTemporaryDir>();
        log = std::make_unique<UsageLog>(folder->path());
        log->flush();
    }

    void nothingLeavesBeforeItIsSwitchedOn()
    {
        openMany(3);
        QVERIFY(!isSharing(*log, portal));
        QCOMPARE(share(taking())->taken, 0);
        QVERIFY(posts.isEmpty());
        // Nor to this connection where another was switched on.
        QVERIFY(beginSharing(*log, u"backstage-2"_s));
        open(u"after"_s);
        log->flush();
        QCOMPARE(share(taking())->taken, 0);
        QVERIFY(posts.isEmpty());
    }

    void onlyWhatComesAfterSwitchingOn()
    {
        for (int i = 0; i < 500; ++i)
            open(u"before"_s); // Some not written yet.
        QVERIFY(beginSharing(*log, portal));
        open(u"after"_s);
        log->flush();
        QCOMPARE(share(taking())->taken, 1);
        QCOMPARE(posts, QList<QStringList> { { u"after"_s } });
        QCOMPARE(share(taking())->taken, 0);
        startAgain();
        QCOMPARE(share(taking())->taken, 0);
        QCOMPARE(posts.size(), 1);
        QVERIFY(beginSharing(*log, portal)); // Again: goes on where it was.
        QCOMPARE(log->sharedUpTo(portal), 501);
    }

    void onlyWhatMayGo()
    {
        const qint64 at = now.addSecs(-1).toMSecsSinceEpoch();
        const auto may = [&](const UsageEvent &event) { return mayBeShared(event, choice, now) == MayGo::Now; };
        const QString ours = u"component:default/a"_s;
        QVERIFY(may({ at, UsageDeed::OpenedEntity, u"catalog"_s, ours, {}, -1 }));
        QVERIFY(may({ at, UsageDeed::OpenedDoc, u"index.html"_s, ours, {}, -1 }));
        QVERIFY(may({ at, UsageDeed::RanTemplate, {}, ours, {}, -1 }));
        QVERIFY(!may({ at, UsageDeed::OpenedEntity, u"catalog"_s, u"api:default/theirs"_s, {}, -1 }));
        QVERIFY(!may({ at, UsageDeed::OpenedEntity, u"catalog"_s, {}, {}, -1 }));
        QVERIFY(!may({ at, UsageDeed::OpenedPane, u"builds"_s, {}, {}, -1 }));
        QVERIFY(!may({ at, UsageDeed::RanAction, u"rerun"_s, ours, {}, -1 }));
        QVERIFY(!may({ at, UsageDeed::ActedOn, u"notice.done"_s, ours, {}, -1 }));
        const UsageEvent search { at, UsageDeed::Searched, u"secret plan"_s, {}, {}, 3 };
        QVERIFY(!may(search));
        choice.searches = true;
        QVERIFY(may(search));
        // Another month's has no table at the backend; the future's neither.
        const QDateTime first(QDate(2026, 11, 1), QTime(0, 0), QTimeZone::UTC);
        QVERIFY(may({ first.toMSecsSinceEpoch(), UsageDeed::OpenedEntity, u"catalog"_s, ours, {}, -1 }));
        QVERIFY(!may({ first.toMSecsSinceEpoch() - 1, UsageDeed::OpenedEntity, u"catalog"_s, ours, {}, -1 }));
        QVERIFY(!may({ now.toMSecsSinceEpoch() + 1, UsageDeed::OpenedEntity, u"catalog"_s, ours, {}, -1 }));
    }

    void whatIsAheadOfTheClockWaitsForItsTime()
    {
        QVERIFY(beginSharing(*log, portal));
        open(u"before"_s);
        open(u"ahead"_s, now.addMSecs(3)); // Then the clock was put back.
        open(u"behind"_s);
        log->flush();
        const auto waiting = waitingUse(*log, choice, 10, now);
        QVERIFY(waiting);
        QCOMPARE(qint64(waiting->events.size()) + waiting->more, 1);
        QCOMPARE(share(taking())->taken, 1);
        QCOMPARE(log->sharedUpTo(portal), 1);
        QCOMPARE(share(taking())->taken, 0);
        startAgain();
        QCOMPARE(shareUsage(*log, choice, taking(), now.addMSecs(3))->taken, 2);
        QCOMPARE(all(), (QStringList { u"before"_s, u"ahead"_s, u"behind"_s }));
    }

    /// By a clock that was wrong: its time is not true, and does not hold up the others.
    void whatIsFarAheadOfTheClockIsPassedOver()
    {
        QVERIFY(beginSharing(*log, portal));
        const QDateTime latest = now.addDuration(longestAhead);
        open(u"tomorrow"_s, now.addDays(1));
        open(u"too far"_s, latest.addMSecs(1));
        open(u"behind"_s);
        open(u"as far as may be"_s, latest);
        log->flush();
        QCOMPARE(share(taking())->taken, 1);
        QCOMPARE(all(), QStringList { u"behind"_s });
        QCOMPARE(shareUsage(*log, choice, taking(), latest)->taken, 1);
        QCOMPARE(shareUsage(*log, choice, taking(), now.addDays(2))->taken, 0);
    }

    /// What never goes holds up nothing, whenever it was.
    void whatIsNotSharedHoldsUpNothing()
    {
        QVERIFY(beginSharing(*log, portal));
        log->record({ now.addMSecs(3).toMSecsSinceEpoch(), UsageDeed::OpenedPane, u"builds"_s, {}, {}, -1 });
        open(u"behind"_s);
        log->flush();
        QCOMPARE(share(taking())->taken, 1);
    }

    void inBatchesInOrderEachOnce()
    {
        QVERIFY(beginSharing(*log, portal));
        openMany(45);
        QCOMPARE(share(taking())->taken, 45);
        QCOMPARE(posts.size(), 3);
        QCOMPARE(all(), numbers(1, 45));
        QCOMPARE(log->sharedUpTo(portal), 45);
    }

    void whatIsRefusedWaits()
    {
        QVERIFY(beginSharing(*log, portal));
        openMany(45);
        for (const auto code : { domain::ErrorCode::Offline, domain::ErrorCode::Unauthorised, domain::ErrorCode::RateLimited }) {
            const auto report = share([&](const std::vector<UsageEvent> &) -> domain::Result<Handed> { return domain::fail(code, u"no"_s); });
            QVERIFY(!report);
            QCOMPARE(report.error().code, code);
            QCOMPARE(log->sharedUpTo(portal), 0);
        }
        // The second batch only.
        const auto report = share([&](const std::vector<UsageEvent> &events) -> domain::Result<Handed> {
            if (!posts.isEmpty())
                return domain::fail(domain::ErrorCode::Offline, u"gone"_s);
            return take(events);
        });
        QVERIFY(!report);
        startAgain();
        QCOMPARE(share(taking())->taken, 25);
        QCOMPARE(all(), numbers(1, 45));
    }

    void aLostAnswerIsNotSentAgain()
    {
        QVERIFY(beginSharing(*log, portal));
        openMany(30);
        const auto report = share([&](const std::vector<UsageEvent> &events) -> domain::Result<Handed> {
            (void)take(events);
            return Handed::Unsure;
        });
        QCOMPARE(report->unsure, 20);
        QCOMPARE(posts.size(), 1); // The rest waits for a better time.
        QCOMPARE(share(taking())->taken, 10);
        QCOMPARE(all(), numbers(1, 30));
    }

    /// The note is on disk when the events go: a kill between the two sends nothing twice.
    void isNotedBeforeItGoes()
    {
        QVERIFY(beginSharing(*log, portal));
        openMany(30);
        const QTemporaryDir killed;
        const auto report = share([&](const std::vector<UsageEvent> &events) -> domain::Result<Handed> {
            if (posts.isEmpty()) {
                for (const QString &name : { u"insights.sqlite"_s, u"insights.sqlite-wal"_s })
                    QFile::copy(folder->filePath(name), killed.filePath(name));
            }
            return take(events);
        });
        QCOMPARE(report->taken, 30);
        UsageLog after(killed.path());
        after.flush();
        QVERIFY(!after.failure());
        QCOMPARE(after.sharedUpTo(portal), 20);
        posts.clear();
        QCOMPARE(shareUsage(after, choice, taking(), now)->taken, 10);
        QCOMPARE(all(), numbers(21, 30));
    }

    void switchingOffStopsAtOnce()
    {
        QVERIFY(beginSharing(*log, portal));
        openMany(60);
        const auto off = [&](const std::vector<UsageEvent> &events) {
            endSharing(*log, portal);
            return take(events);
        };
        QCOMPARE(share(off)->taken, 20);
        QCOMPARE(posts.size(), 1);
        // A refusal does not switch it on again.
        QVERIFY(beginSharing(*log, portal));
        openMany(5);
        const auto refused = share([&](const std::vector<UsageEvent> &) -> domain::Result<Handed> {
            endSharing(*log, portal);
            return domain::fail(domain::ErrorCode::Offline, u"gone"_s);
        });
        QVERIFY(!refused);
        startAgain();
        QVERIFY(!isSharing(*log, portal));
        QCOMPARE(share(taking())->taken, 0);
        // Nor does what was recorded meanwhile go when it is switched on again.
        QVERIFY(beginSharing(*log, portal));
        QCOMPARE(share(taking())->taken, 0);
        QCOMPARE(posts.size(), 1);
    }

    /// Ended and begun again while a batch is on its way that is refused: the note stands where the batch had put it, and it is another's.
    void whatWasEndedMeanwhileDoesNotComeBack()
    {
        QVERIFY(beginSharing(*log, portal));
        openMany(5);
        const auto refused = share([&](const std::vector<UsageEvent> &) -> domain::Result<Handed> {
            endSharing(*log, portal);
            if (!beginSharing(*log, portal))
                return Handed::Taken;
            return domain::fail(domain::ErrorCode::Offline, u"gone"_s);
        });
        QVERIFY(!refused);
        QCOMPARE(log->sharedUpTo(portal), 5);
        QCOMPARE(share(taking())->taken, 0);
        open(u"later"_s);
        log->flush();
        QCOMPARE(share(taking())->taken, 1);
        QCOMPARE(posts, QList<QStringList> { { u"later"_s } });
    }

    /// Whatever else was written well since: without its note on disk, nothing goes.
    void nothingGoesWithoutItsNote()
    {
        QVERIFY(beginSharing(*log, portal));
        openMany(5);
        {
            SQLite::Database file(folder->filePath(u"insights.sqlite"_s).toStdString(), SQLite::OPEN_READWRITE, 5000);
            file.exec("CREATE TRIGGER no_notes BEFORE INSERT ON shared BEGIN SELECT RAISE(ABORT, 'no'); END");
            const auto report = share(taking());
            QVERIFY(!report);
            QCOMPARE(report.error().code, domain::ErrorCode::Storage);
            QVERIFY(posts.isEmpty());
            QVERIFY(!beginSharing(*log, u"backstage-2"_s));
            QVERIFY(!isSharing(*log, u"backstage-2"_s));
            file.exec("DROP TRIGGER no_notes");
        }
        QCOMPARE(share(taking())->taken, 5);
        // Nor where there is no file at all.
        const QTemporaryDir nowhere;
        UsageLog broken(nowhere.filePath(u"not/there"_s));
        QVERIFY(!broken.keepShared(portal));
        QVERIFY(!beginSharing(broken, portal));
        std::stop_source stopped;
        stopped.request_stop();
        QVERIFY(!log->keepShared(portal, stopped.get_token()) || log->sharedUpTo(portal) == 5);
    }

    void searchesGoFromWhenTheyWereChosen()
    {
        QVERIFY(beginSharing(*log, portal));
        const auto search = [&](const QString &text, int secondsAgo) {
            log->record({ now.addSecs(-secondsAgo).toMSecsSinceEpoch(), UsageDeed::Searched, text, {}, {}, 1 });
        };
        search(u"before"_s, 20);
        search(u"after"_s, 10);
        open(u"a"_s);
        log->flush();
        choice.searches = true;
        choice.searchesSince = now.addSecs(-15).toMSecsSinceEpoch();
        const auto waiting = waitingUse(*log, choice, 1, now);
        QVERIFY(waiting);
        QCOMPARE(waiting->events.size(), size_t(1));
        QCOMPARE(nameOf(waiting->events.front()), u"after"_s);
        QCOMPARE(waiting->more, 1);
        QCOMPARE(share(taking())->taken, 2);
        QCOMPARE(all(), (QStringList { u"after"_s, u"a"_s }));
        QVERIFY(waitingUse(*log, choice, 10, now)->events.empty());
        endSharing(*log, portal);
        open(u"b"_s);
        log->flush();
        QVERIFY(waitingUse(*log, choice, 10, now)->events.empty());
    }

    void whatIsAboutGoneEntitiesIsErased()
    {
        openMany(3);
        log->record({ now.toMSecsSinceEpoch(), UsageDeed::Searched, u"component:default/2"_s, {}, {}, 1 });
        log->record({ now.toMSecsSinceEpoch(), UsageDeed::OpenedDoc, u"a/"_s, u"component:default/2"_s, {}, -1 });
        const quint64 epoch = log->epoch();
        log->eraseAbout([](const QString &ref) { return ref == "component:default/2"_L1; });
        log->flush();
        QVERIFY(log->epoch() != epoch);
        QStringList left;
        const auto rows = log->page(0, 10);
        for (const KeptUse &row : *rows)
            left.append(nameOf(row.event));
        // What was typed is not about it.
        QCOMPARE(left, (QStringList { u"component:default/2"_s, u"3"_s, u"1"_s }));
    }

    void whatWasErasedDoesNotGo()
    {
        QVERIFY(beginSharing(*log, portal));
        openMany(30);
        log->erase({ 2, 25 });
        log->flush();
        QCOMPARE(share(taking())->taken, 28);
        QVERIFY(!all().contains(u"2"_s) && !all().contains(u"25"_s));
        // Numbers are not used again: what comes after erasing everything goes.
        log->eraseAll();
        open(u"later"_s);
        log->flush();
        posts.clear();
        QCOMPARE(share(taking())->taken, 1);
        QCOMPARE(all(), QStringList { u"later"_s });
    }

    /// Between the reading of a batch and its going.
    void whatIsErasedMeanwhileDoesNotGo()
    {
        QVERIFY(beginSharing(*log, portal));
        openMany(10);
        bool erased = false;
        choice.isOfConnection = [&](const QString &) {
            if (!std::exchange(erased, true))
                log->erase({ 1 });
            return true;
        };
        QCOMPARE(share(taking())->taken, 9);
        QCOMPARE(all(), numbers(2, 10));
    }

    void whatIsTooLargeIsHalved()
    {
        choice.isOfConnection = [](const QString &) { return true; };
        QVERIFY(beginSharing(*log, portal));
        openMany(12);
        const domain::Error tooLarge { domain::ErrorCode::Invalid, u"too large"_s, 413, std::nullopt, {} };
        const auto report = share([&](const std::vector<UsageEvent> &events) -> domain::Result<Handed> {
            const bool seven = std::ranges::any_of(events, [](const UsageEvent &event) { return nameOf(event) == "7"_L1; });
            if (seven || events.size() > 3)
                return std::unexpected(tooLarge);
            return take(events);
        });
        QVERIFY(report);
        QCOMPARE(report->taken, 11);
        QCOMPARE(report->refused, 1);
        QCOMPARE(all(), numbers(1, 6) + numbers(8, 12));
    }

    void stops()
    {
        QVERIFY(beginSharing(*log, portal));
        openMany(45);
        std::stop_source stop;
        const auto report = shareUsage(*log, choice, [&](const std::vector<UsageEvent> &events) {
            stop.request_stop();
            return take(events);
        }, now, stop.get_token());
        QCOMPARE(report.error().code, domain::ErrorCode::Cancelled);
        QCOMPARE(posts.size(), 1);
        QCOMPARE(share(taking())->taken, 25);
        QCOMPARE(all(), numbers(1, 45));
    }
};

QTEST_GUILESS_MAIN(TestUsageShare)
#include "tst_usageshare.moc"
