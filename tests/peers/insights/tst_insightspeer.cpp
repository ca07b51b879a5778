// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insights/usageshare.h"
#include "models/sync/httpclient.h"
#include "models/sync/workspace.h"
#include "tests/peers/insights/postings.h"
#include "tests/peers/portal/realportal.h"

#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTest>
#include <QTimeZone>

#include <algorithm>

using namespace callboard;
using namespace callboard::sync;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::UsageDeed;
using domain::UsageStep;
using domain::UsageTable;

namespace {

const QString guest = u"user:default/guest"_s;
const QString intern = u"user:default/intern"_s; // May post, and may not read.

QJsonObject entity(const QString &kind, const QString &name, const QJsonObject &spec)
{
    return { { u"apiVersion"_s, kind == "Template"_L1 ? u"scaffolder.backstage.io/v1beta3"_s : u"backstage.io/v1alpha1"_s }, { u"kind"_s, kind },
        { u"metadata"_s, QJsonObject { { u"name"_s, name }, { u"namespace"_s, u"default"_s } } }, { u"spec"_s, spec } };
}

QJsonArray catalog()
{
    QJsonArray all;
    for (const QString &name : { u"guest"_s, u"intern"_s })
        all.append(entity(u"User"_s, name, { { u"memberOf"_s, QJsonArray() } }));
    for (const QString &name : { u"night-boat"_s, u"Ledger-UI"_s, u"harbour"_s, u"Lighthouse"_s }) {
        all.append(entity(u"Component"_s, name, { { u"type"_s, u"service"_s }, { u"lifecycle"_s, u"production"_s }, { u"owner"_s, guest } }));
        all.append(entity(u"System"_s, name, { { u"owner"_s, guest } }));
    }
    for (const QString &name : { u"go-service"_s, u"web-page"_s })
        all.append(entity(u"Template"_s, name, { { u"type"_s, u"service"_s }, { u"owner"_s, guest }, { u"steps"_s, QJsonArray() } }));
    return all;
}

QStringList words(const UsageTable &table)
{
    QStringList lines;
    for (const UsageTable::Row &row : table.rows)
        lines.append(u"%1: %2 %3 '%4' %5 (%6 new, %7 returning) %8"_s.arg(table.key(), row.date.toString(Qt::ISODate), row.subject, row.title)
                         .arg(row.count).arg(row.fresh).arg(row.returning).arg(row.last.toString(Qt::ISODateWithMs)));
    return lines;
}

/// Of two that are used as much, the backend names either first.
UsageTable inOrder(UsageTable table)
{
    std::ranges::sort(table.rows, {}, [](const UsageTable::Row &row) { return std::tuple(row.date, -row.count, row.subject); });
    return table;
}

struct Stored {
    qint64 events = -1, failed = -1;
    bool operator==(const Stored &) const = default;
};

/// What lies in the backend's own tables, after what is asked of database.js.
Stored database(const QStringList &what = { u"count"_s }, const QJsonArray &rows = {})
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(u"node"_s, QStringList { QStringLiteral(PEER_INSIGHTS "/database.js") } + what);
    process.write(QJsonDocument(rows).toJson());
    process.closeWriteChannel();
    process.waitForFinished(60'000);
    const QJsonDocument told = QJsonDocument::fromJson(process.readAllStandardOutput());
    return { told["events"_L1].toInteger(-1), told["failed"_L1].toInteger(-1) };
}

} // namespace

/// Callboard beside Red Hat's own adoption-insights backend over a real PostgreSQL: what it reads there is what was posted, and what it posts is
/// counted like what the portal's pages post. The functions build on each other, in this order.
class TestInsightsPeer final : public QObject {
    Q_OBJECT

    QDateTime now;
    std::unique_ptr<RealPortal> portal;
    QTemporaryDir folder;
    std::vector<Posting> posted; ///< By whomever, in whatever way.

    std::unique_ptr<Workspace> openIn(const QString &name)
    {
        Workspace::Options options;
        options.directory = folder.filePath(name);
        options.schedule = false;
        options.secrets = std::make_shared<RunSecrets>();
        auto opened = Workspace::open(options);
        return opened ? std::move(*opened) : nullptr;
    }
    QString connectTo(Workspace &of)
    {
        const auto id = of.addConnection(u"backstage"_s, u"Portal"_s, { { u"url"_s, portal->url() }, { u"signIn"_s, u"guest"_s } }, {});
        return id ? *id : QString();
    }
    static QString failureOf(Workspace &of, const QString &feed)
    {
        for (const auto &state : of.mirror().feedStates().value_or(std::vector<mirror::FeedState>())) {
            if (state.feedId == feed)
                return state.lastError ? QString(domain::name(state.lastError->code)) + u": "_s + state.lastError->detail : QString();
        }
        return u"never pulled"_s;
    }
    std::vector<UsageTable> pull(Workspace &of, const QString &connection)
    {
        of.pullNow(connection, u"usage"_s);
        if (!of.waitForIdle(300s))
            return {};
        of.mirror().flush();
        std::vector<UsageTable> tables;
        for (const auto &record : of.mirror().records(QString(domain::recordtype::usageTable)).value_or(std::vector<domain::Record>()))
            tables.push_back(UsageTable::fromRecord(record));
        return tables;
    }
    /// `knowsWhoIsNew`: what the backend tells of new people is looked at too.
    void compare(const std::vector<UsageTable> &tables, bool knowsWhoIsNew, qint64 &rows)
    {
        QCOMPARE(tables.size(), size_t(24));
        rows = 0;
        for (UsageTable table : tables) {
            QCOMPARE(table.to, now.date());
            UsageTable byHand = table;
            byHand.rows = countedByHand(table, posted);
            for (auto *each : { &table, &byHand }) {
                for (UsageTable::Row &row : each->rows) {
                    if (table.measure == "activePeople"_L1 && !knowsWhoIsNew)
                        row.fresh = row.returning = 0;
                }
            }
            const QStringList read = words(inOrder(table)), counted = words(inOrder(byHand));
            for (qsizetype line = 0; line < std::min(read.size(), counted.size()); ++line)
                QCOMPARE(read[line], counted[line]);
            QCOMPARE(read.size(), counted.size());
            if (table.measure != "activePeople"_L1 && table.measure != "searches"_L1)
                QVERIFY(std::ranges::is_sorted(table.rows, std::greater {}, &UsageTable::Row::count));
            rows += qint64(table.rows.size());
        }
    }
    /// Hands the log over to the portal, as a person does who shares it.
    domain::Result<insights::ShareReport> share(insights::UsageLog &log, Workspace &from, const QString &connection)
    {
        const insights::ShareChoice choice { connection, true, [](const QString &) { return true; } };
        return insights::shareUsage(log, choice, [&](const std::vector<domain::UsageEvent> &events) -> domain::Result<insights::Handed> {
            QJsonArray list;
            for (const domain::UsageEvent &event : events)
                list.append(QJsonObject { { u"at"_s, event.at }, { u"deed"_s, domain::usageDeedName(event.deed) }, { u"what"_s, event.what },
                    { u"about"_s, event.about }, { u"hits"_s, event.hits } });
            std::optional<domain::Result<sdk::ActionAnswer>> answer;
            from.act(connection, { u"share-usage"_s, {}, { { u"events"_s, list } }, false }, this, [&](auto result) { answer = std::move(result); });
            if (!QTest::qWaitFor([&] { return answer.has_value(); }, 60'000))
                return domain::fail(domain::ErrorCode::Timeout, u"no answer"_s);
            if (!*answer)
                return std::unexpected(answer->error());
            return (*answer)->details["taken"_L1].toBool() ? insights::Handed::Taken : insights::Handed::Unsure;
        }, now);
    }
    /// Times of the present month, which may have begun just now.
    QDateTime ago(qint64 seconds) const
    {
        return std::max(now.addSecs(-seconds), QDate(now.date().year(), now.date().month(), 1).startOfDay(QTimeZone::UTC));
    }
    bool isOfThisMonth(const Posting &one) const { return one.at >= QDate(now.date().year(), now.date().month(), 1).startOfDay(QTimeZone::UTC); }
    /// The backend's own rows.
    QJsonArray counted(const QString &type)
    {
        const QString from = now.date().addDays(-364).toString(Qt::ISODate), to = now.date().toString(Qt::ISODate);
        return portal->ask("GET", u"/api/adoption-insights/events?type=%1&start_date=%2&end_date=%3&timezone=UTC&limit=100"_s.arg(type, from, to), {},
            portal->guestToken()).json["data"_L1].toArray();
    }
    Stored all() const { return { qint64(posted.size()), 0 }; }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        now = QDateTime::currentDateTimeUtc();
        portal = std::make_unique<RealPortal>();
        QElapsedTimer timer;
        timer.start();
        QVERIFY2(portal->start({ .guest = intern }), qPrintable(portal->complaint()));
        const QJsonArray entities = catalog();
        QVERIFY2(portal->change(entities, {}, entities.size()), qPrintable(portal->complaint()));
        qInfo("a real Backstage over PostgreSQL is ready after %lld ms", qlonglong(timer.elapsed()));
    }

    /// They are counted all the same, and told to nobody who may not know.
    void whoMayNotReadMayPost()
    {
        const auto own = openIn(u"intern"_s);
        const QString connection = connectTo(*own);
        QVERIFY(own->waitForIdle(300s));
        auto &log = insights::UsageLog::of(own->mirror());
        QVERIFY(insights::beginSharing(log, connection));
        log.record({ ago(50).toMSecsSinceEpoch(), UsageDeed::OpenedEntity, u"catalog"_s, u"component:default/harbour"_s, {}, -1 });
        log.flush();
        const auto report = share(log, *own, connection);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
        QCOMPARE(report->taken, 1);
        posted.push_back(visit(ago(50), intern, u"component"_s, u"harbour"_s));
        QTRY_COMPARE_WITH_TIMEOUT(database(), all(), 30'000);
        QVERIFY(pull(*own, connection).empty());
        QCOMPARE(failureOf(*own, u"usage"_s), QString());
        portal->kill();
        QVERIFY2(portal->start(), qPrintable(portal->complaint()));
    }

    void whatThePagesPosted()
    {
        QJsonArray old, recent;
        for (const Posting &one : monthsOfUse(now)) {
            if (isOfThisMonth(one))
                recent.append(one.event());
            else
                old.append(one.row());
            posted.push_back(one);
        }
        QCOMPARE(database({ u"seed"_s }, old).failed, 0);
        for (qsizetype from = 0; from < recent.size(); from += 20) {
            QJsonArray some;
            for (qsizetype at = from; at < std::min(from + 20, recent.size()); ++at)
                some.append(recent[at]);
            const auto answer = portal->ask("POST", u"/api/adoption-insights/events"_s, some, portal->guestToken());
            QCOMPARE(answer.status, 200);
        }
        qInfo("%lld events of earlier months were inserted, %lld of this one posted", qlonglong(old.size()), qlonglong(recent.size()));
        QTRY_COMPARE_WITH_TIMEOUT(database(), all(), 60'000);
    }

    void whatCallboardSharesIsCountedAsTheirs()
    {
        const auto own = openIn(u"guest"_s);
        const QString connection = connectTo(*own);
        QVERIFY(own->waitForIdle(300s));
        auto &log = insights::UsageLog::of(own->mirror());
        QVERIFY(insights::beginSharing(log, connection));
        const auto record = [&](const QDateTime &at, UsageDeed deed, const QString &what, const QString &about, qint64 hits = -1) {
            log.record({ at.toMSecsSinceEpoch(), deed, what, about, {}, hits });
        };
        for (int i = 0; i < 12; ++i) {
            const QDateTime at = ago(1000 * (i + 1));
            record(at, UsageDeed::OpenedEntity, u"catalog"_s, u"component:default/ledger-ui"_s);
            posted.push_back(visit(at, guest, u"component"_s, u"Ledger-UI"_s));
            record(at, UsageDeed::OpenedDoc, u"guide/"_s, u"component:default/lighthouse"_s);
            posted.push_back(reading(at, guest, u"Lighthouse"_s, u"guide/"_s));
            record(at, UsageDeed::RanTemplate, {}, u"template:default/go-service"_s);
            posted.push_back(run(at, guest, u"go-service"_s));
            record(at, UsageDeed::Searched, u"boat %1"_s.arg(i), {}, i);
            posted.push_back(search(at, guest, u"boat"_s));
            // The pages know none of these.
            record(at, UsageDeed::OpenedPane, u"builds"_s, {});
            record(at, UsageDeed::ActedOn, u"notice.done"_s, u"component:default/harbour"_s);
        }
        record(ago(30), UsageDeed::OpenedEntity, u"catalog"_s, u"component:default/not-there-any-more"_s);
        posted.push_back(visit(ago(30), guest, u"component"_s, u"not-there-any-more"_s));
        // Of an earlier month: over PostgreSQL it would be lost, and others with it.
        record(now.addDays(-32), UsageDeed::OpenedEntity, u"catalog"_s, u"component:default/harbour"_s);
        log.flush();
        const auto report = share(log, *own, connection);
        QVERIFY2(report, qPrintable(report ? QString() : report.error().detail));
        QCOMPARE(report->taken, 12 * 4 + 1);
        QCOMPARE(report->unsure + report->refused, 0);
        QTRY_COMPARE_WITH_TIMEOUT(database(), all(), 30'000);
        // Under the names that the pages' own events have: there is one row for each entity.
        for (const QString &type : { u"top_catalog_entities"_s, u"top_techdocs"_s }) {
            QSet<QString> names;
            for (const QJsonValue row : counted(type)) {
                const QString name = row["name"_L1].toString();
                QVERIFY2(!names.contains(row["kind"_L1].toString() + name.toLower()), qPrintable(name));
                names.insert(row["kind"_L1].toString() + name.toLower());
            }
            QVERIFY(names.contains(u"componentlighthouse"_s));
        }
    }

    void everyAggregateIsWhatWasPosted()
    {
        const auto own = openIn(u"guest"_s);
        const QString connection = own->connections().front().id;
        QElapsedTimer timer;
        timer.start();
        const auto tables = pull(*own, connection);
        const qint64 took = timer.elapsed();
        if (QDateTime::currentDateTimeUtc().date() != now.date())
            QSKIP("the day turned: what was asked for is another time than what was reckoned with");
        QCOMPARE(failureOf(*own, u"usage"_s), QString());
        qint64 rows = 0;
        compare(tables, true, rows);
        qInfo("%lld rows of %lld aggregates are what %lld events come to; read in %lld ms", qlonglong(rows), qlonglong(tables.size()),
            qlonglong(posted.size()), qlonglong(took));
        QVERIFY(rows > 400);
    }

    /// Weeks come in the zone of the server, and so their beginnings lie on Sundays here. Who is new it takes from its own days: not looked at.
    void aServerToTheWestTellsTheSame()
    {
        QCOMPARE(database({ u"zone"_s, u"America/New_York"_s }), all());
        const auto own = openIn(u"guest"_s);
        const auto tables = pull(*own, own->connections().front().id);
        if (QDateTime::currentDateTimeUtc().date() != now.date())
            QSKIP("the day turned: what was asked for is another time than what was reckoned with");
        QCOMPARE(failureOf(*own, u"usage"_s), QString());
        qint64 rows = 0;
        compare(tables, false, rows);
        QVERIFY(rows > 400);
    }

    void cleanupTestCase() { portal.reset(); }
};

QTEST_GUILESS_MAIN(TestInsightsPeer)
#include "tst_insightspeer.moc"
