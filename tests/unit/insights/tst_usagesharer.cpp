// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insights/usagesharer.h"
#include "models/mirror/mirror.h"
#include "tests/unit/mirror/entities.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace callboard;
using namespace callboard::insights;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::ErrorCode;

/// A connection that does as it is told, and the sharer over a real mirror and log.
class TestUsageSharer final : public QObject {
    Q_OBJECT

    using Pace = UsageSharer::Pace;
    using Done = std::function<void(domain::Result<ShareAnswer>)>;

    const QString portal = u"portal-1"_s, other = u"portal-2"_s;
    const ShareTerms terms { u"user:default/mira"_s, u"https://portal.example.org"_s };
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<mirror::Mirror> mirror;
    std::unique_ptr<UsageSharer> sharer;
    QStringList connections;
    Pace pace = Pace::Held;
    std::chrono::milliseconds interval = 1h;
    qint64 ahead = 0; ///< Seconds that the clock is ahead.
    ShareTerms there;
    std::function<domain::Result<ShareAnswer>(const ShareRequest &)> answer; ///< Nothing: never.
    QList<QStringList> posts;
    std::vector<Done> unanswered;
    bool onOwnThread = true;

    UsageLog &log() { return UsageLog::of(*mirror); }
    void pull(const QString &connection, const QStringList &names)
    {
        auto pull = mirror->beginPull(connection, u"catalog"_s, u"me"_s);
        for (const QString &name : names)
            (*pull)->put(mirror::test::entity(u"Component"_s, name));
        QVERIFY((*pull)->complete());
        mirror->flush();
    }
    void open(const QString &name) { log().record(UsageDeed::OpenedEntity, u"catalog"_s, u"component:default/"_s + name); }
    QDateTime now() const { return QDateTime::currentDateTimeUtc().addSecs(ahead); }
    void make()
    {
        sharer.reset();
        UsageSharer::Ways ways;
        ways.takers = ways.connections = [this] { return connections; };
        ways.pace = [this](const QString &) { return pace; };
        ways.now = [this] { return now(); };
        ways.interval = interval;
        ways.ask = [this](const ShareRequest &request, Done done) {
            onOwnThread = onOwnThread && QThread::currentThread() == thread();
            if (!request.dryRun && request.agreed != there)
                return done(domain::fail(ErrorCode::Conflict, u"another"_s));
            if (!request.dryRun) {
                QStringList names;
                for (const UsageEvent &event : request.events)
                    names.append(event.about.section(u'/', 1));
                posts.append(names);
            }
            if (!answer)
                return unanswered.push_back(std::move(done));
            done(answer(request));
        };
        sharer = std::make_unique<UsageSharer>(*mirror, ways);
        log().flush();
    }
    domain::Result<ShareAnswer> take(const ShareRequest &request) const
    {
        ShareAnswer given { there, {}, !request.dryRun };
        for (const UsageEvent &event : request.events)
            given.sent.push_back({ { u"about"_s, event.about } });
        return given;
    }
    bool begin(const QString &id)
    {
        sharer->begin(id, terms);
        return QTest::qWaitFor([&] { return sharer->state(id).on; }, 60'000);
    }
    bool isAtRest(const QString &id)
    {
        return QTest::qWaitFor([&] { return !sharer->state(id).busy; }, 60'000);
    }
    /// Begins a post that nobody answers.
    void sendUnanswered(const QString &id)
    {
        answer = {};
        sharer->sendNow(id);
        const bool began = QTest::qWaitFor([&] { return unanswered.size() == 1; }, 60'000);
        const SharingState state = sharer->state(id);
        QVERIFY2(began, qPrintable(u"on %1, busy %2, posts %3, failure: %4"_s.arg(state.on).arg(state.busy).arg(posts.size())
            .arg(state.failure ? state.failure->detail : u"none"_s)));
    }
    void send(const QString &id)
    {
        sharer->sendNow(id);
        QVERIFY(isAtRest(id));
    }
    QStringList all() const
    {
        QStringList names;
        for (const QStringList &post : posts)
            names += post;
        return names;
    }
    /// As after a kill: what is on disk.
    void startAgain()
    {
        sharer.reset();
        mirror.reset();
        mirror = std::move(*mirror::Mirror::open(folder->path(), {}));
        make();
        QTRY_VERIFY_WITH_TIMEOUT(log().hasLoaded(), 60'000);
    }

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }
    void init()
    {
        posts.clear();
        unanswered.clear();
        connections = { portal, other };
        pace = Pace::Held;
        interval = 1h;
        ahead = 0;
        there = terms;
        answer = [this](const ShareRequest &request) { return take(request); };
        folder = std::make_unique<QTemporaryDir>();
        mirror = std::move(*mirror::Mirror::open(folder->path(), {}));
        pull(portal, { u"a"_s, u"b"_s, u"both"_s });
        pull(other, { u"theirs"_s, u"both"_s });
        make();
    }
    void cleanup()
    {
        sharer.reset();
        mirror.reset();
        QVERIFY(onOwnThread);
    }

    void onlyThisConnectionsFromNowOn()
    {
        open(u"a"_s);
        send(portal);
        QVERIFY(posts.isEmpty());
        QVERIFY(begin(portal));
        QVERIFY(!sharer->state(other).on);
        for (const QString &name : { u"b"_s, u"theirs"_s, u"nobody's"_s, u"a"_s })
            open(name);
        log().flush();
        send(portal);
        QCOMPARE(posts, (QList<QStringList> { { u"b"_s, u"a"_s } }));
        const SharingState state = sharer->state(portal);
        QCOMPARE(state.taken, 2);
        QVERIFY(state.lastTaken.isValid() && !state.failure);
    }

    /// Begun before the log told that it was read: what is kept knows nothing of it, and does not end it.
    void mayBeginAtOnce()
    {
        sharer->begin(portal, terms);
        while (!isSharing(log(), portal))
            QThread::yieldCurrentThread();
        QTRY_VERIFY_WITH_TIMEOUT(sharer->state(portal).on, 60'000);
        QVERIFY(isSharing(log(), portal));
        open(u"a"_s);
        log().flush();
        send(portal);
        QCOMPARE(all(), QStringList { u"a"_s });
    }

    /// What is agreed, and how far it went, outlives the program; either lost, nothing is shared.
    void isKept()
    {
        QVERIFY(begin(portal));
        sharer->setSearches(portal, true);
        open(u"a"_s);
        log().flush();
        send(portal);
        open(u"b"_s);
        log().flush();
        startAgain();
        QTRY_VERIFY_WITH_TIMEOUT(sharer->state(portal).on, 60'000);
        QCOMPARE(sharer->state(portal).terms, terms);
        QVERIFY(sharer->state(portal).searches);
        QCOMPARE(sharer->state(portal).taken, 1);
        send(portal);
        QCOMPARE(all(), (QStringList { u"a"_s, u"b"_s }));
        QVERIFY(mirror->setValue(u"usageSharing"_s, QJsonObject()));
        startAgain();
        log().flush();
        QTRY_VERIFY_WITH_TIMEOUT(!isSharing(log(), portal), 60'000);
        QVERIFY(!sharer->state(portal).on);
    }

    void goesByTheClockUnlessHeld()
    {
        interval = 20ms;
        make();
        QVERIFY(begin(portal));
        open(u"a"_s);
        log().flush();
        QVERIFY(!sharer->state(portal).next.isValid());
        pace = Pace::AsUsual;
        sharer->review();
        QTRY_COMPARE_WITH_TIMEOUT(all(), QStringList { u"a"_s }, 60'000);
    }

    void overAMeteredNetworkItIsRare()
    {
        QVERIFY(begin(portal));
        pace = Pace::AsUsual;
        const QDateTime usual = sharer->state(portal).next;
        pace = Pace::Rarely;
        QCOMPARE(usual.secsTo(sharer->state(portal).next), 5 * 3600);
    }

    void aRefusalWaitsLongerEachTimeAndObeysTheServer()
    {
        QVERIFY(begin(portal));
        pace = Pace::AsUsual;
        open(u"a"_s);
        log().flush();
        const auto waits = [&] {
            send(portal);
            return qRound(double(now().secsTo(sharer->state(portal).next)) / 60.0);
        };
        answer = [](const ShareRequest &) -> domain::Result<ShareAnswer> { return domain::fail(ErrorCode::Offline, u"gone"_s); };
        QCOMPARE(waits(), 60);
        QCOMPARE(waits(), 120);
        QCOMPARE(sharer->state(portal).failure->code, ErrorCode::Offline);
        answer = [](const ShareRequest &) -> domain::Result<ShareAnswer> {
            return std::unexpected(domain::Error { ErrorCode::RateLimited, u"slowly"_s, 429, 10h, {} });
        };
        QCOMPARE(waits(), 600);
        answer = [this](const ShareRequest &request) { return take(request); };
        QCOMPARE(waits(), 60);
        QVERIFY(!sharer->state(portal).failure);
        QCOMPARE(posts.last(), QStringList { u"a"_s });
        posts.clear();
        send(portal);
        QVERIFY(posts.isEmpty());
    }

    /// Somebody else is signed in there, or the portal is another.
    void endsWhereTheTermsAreOthers()
    {
        QVERIFY(begin(portal));
        open(u"a"_s);
        log().flush();
        there.user = u"user:default/ben"_s;
        send(portal);
        QVERIFY(posts.isEmpty());
        QVERIFY(!sharer->state(portal).on);
        QCOMPARE(sharer->state(portal).failure->code, ErrorCode::Conflict);
        QVERIFY(!isSharing(log(), portal));
        there = terms;
        QVERIFY(begin(portal));
        send(portal);
        QVERIFY(posts.isEmpty()); // Nor what was meant for the one before.
    }

    void whatWouldGoIsWhatGoes()
    {
        QVERIFY(begin(portal));
        for (int i = 0; i < 130; ++i)
            open(i % 2 ? u"a"_s : u"theirs"_s);
        std::optional<domain::Result<SharePreview>> seen;
        sharer->look(portal, this, [&](domain::Result<SharePreview> preview) { seen = std::move(preview); });
        QTRY_VERIFY_WITH_TIMEOUT(seen.has_value(), 60'000);
        QVERIFY(posts.isEmpty());
        QCOMPARE((*seen)->terms, terms);
        QCOMPARE((*seen)->events.size(), size_t(65));
        QCOMPARE((*seen)->sent.size(), size_t(65));
        QCOMPARE((*seen)->more, 0);
        send(portal);
        QCOMPARE(all().size(), 65);
        // Where it cannot be asked, what waits is told all the same.
        open(u"b"_s);
        seen.reset();
        answer = [](const ShareRequest &) -> domain::Result<ShareAnswer> { return domain::fail(ErrorCode::Offline, u"gone"_s); };
        sharer->look(portal, this, [&](domain::Result<SharePreview> preview) { seen = std::move(preview); });
        QTRY_VERIFY_WITH_TIMEOUT(seen.has_value(), 60'000);
        QCOMPARE((*seen)->events.size(), size_t(1));
        QCOMPARE((*seen)->failure->code, ErrorCode::Offline);
        QVERIFY((*seen)->upTo.isValid());
    }

    /// Also of what was gathered before, and waits to go.
    void searchesEndAtOnce()
    {
        QVERIFY(begin(portal));
        sharer->setSearches(portal, true);
        QTest::qWait(2); // Into another millisecond.
        for (int i = 0; i < 20; ++i)
            open(u"a"_s);
        log().record(UsageDeed::Searched, u"fees"_s, {}, 2);
        open(u"b"_s);
        log().flush();
        answer = [this](const ShareRequest &request) {
            sharer->setSearches(portal, false);
            return take(request);
        };
        send(portal);
        QTRY_COMPARE_WITH_TIMEOUT(posts.size(), 2, 60'000);
        QVERIFY(isAtRest(portal));
        QCOMPARE(posts.last(), QStringList { u"b"_s });
        QVERIFY(!sharer->state(portal).failure);
        // Nor between two choices of it.
        log().record(UsageDeed::Searched, u"between"_s, {}, 2);
        QTest::qWait(2);
        sharer->setSearches(portal, true);
        open(u"a"_s);
        log().flush();
        send(portal);
        QCOMPARE(posts.size(), 3);
        QCOMPARE(posts.last(), QStringList { u"a"_s });
    }

    void endsAtOnce()
    {
        QVERIFY(begin(portal));
        for (int i = 0; i < 45; ++i)
            open(u"a"_s);
        log().flush();
        sendUnanswered(portal);
        QVERIFY(!QTest::currentTestFailed());
        sharer->end(portal);
        QVERIFY(!sharer->state(portal).on && !sharer->state(portal).busy);
        unanswered.front()(take({})); // Late.
        answer = [this](const ShareRequest &request) { return take(request); };
        QVERIFY(begin(portal));
        send(portal);
        QCOMPARE(posts.size(), 1);
        QVERIFY(!UsageSharer::isWanted(*mirror) == !sharer->state(portal).on);
        sharer->end(portal);
        QVERIFY(!UsageSharer::isWanted(*mirror));
        // While it begins, too.
        sharer->begin(portal, terms);
        sharer->end(portal);
        QVERIFY(isAtRest(portal));
        QVERIFY(!sharer->state(portal).on && !isSharing(log(), portal));
    }

    /// A portal that never answers holds nothing up, and what it may have taken is not sent again.
    void stopsAtOnce()
    {
        QVERIFY(begin(portal));
        open(u"a"_s);
        log().flush();
        sendUnanswered(portal);
        QVERIFY(!QTest::currentTestFailed());
        QElapsedTimer time;
        time.start();
        sharer.reset();
        QVERIFY2(time.elapsed() < 1000, qPrintable(QString::number(time.elapsed()))); // Some 0 ms; a busy machine takes its time.
        answer = [this](const ShareRequest &request) { return take(request); };
        startAgain();
        QTRY_VERIFY_WITH_TIMEOUT(sharer->state(portal).on, 60'000);
        send(portal);
        QCOMPARE(all(), QStringList { u"a"_s });
    }

    void goesWithItsConnection()
    {
        QVERIFY(begin(portal));
        for (const QString &name : { u"a"_s, u"theirs"_s, u"both"_s, u"b"_s })
            open(name);
        log().record(UsageDeed::Searched, u"fees"_s, {}, 2);
        log().flush();
        sendUnanswered(portal);
        QVERIFY(!QTest::currentTestFailed());
        connections = { other };
        QVERIFY(mirror->removeConnection(portal));
        sharer->review();
        QVERIFY(!sharer->state(portal).on);
        QVERIFY(!UsageSharer::isWanted(*mirror));
        const auto left = [&] {
            log().flush();
            QStringList abouts;
            const auto rows = log().page(0, 100);
            for (const KeptUse &row : *rows)
                abouts.append(row.event.about.section(u'/', 1));
            return abouts;
        };
        // What another connection has as well stays, and what is about no entity.
        QTRY_COMPARE_WITH_TIMEOUT(left(), (QStringList { {}, u"both"_s, u"theirs"_s }), 60'000);
        // One of the same name is another.
        connections = { portal, other };
        sharer->review();
        QVERIFY(!sharer->state(portal).on);
        QVERIFY(!isSharing(log(), portal));
    }
};

QTEST_GUILESS_MAIN(TestUsageSharer)
#include "tst_usagesharer.moc"
