// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insights/cataloghistory.h"
#include "models/insights/liveinsights.h"
#include "models/insights/usagecsv.h"
#include "models/insights/usagelog.h"
#include "tests/unit/mirror/entities.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace callboard;
using namespace callboard::insights;
using namespace Qt::StringLiterals;

namespace {

domain::Entity thing(const QString &kind, const QString &name, const QString &owner, const QString &lifecycle = {}, const QJsonObject &annotations = {},
    const QString &system = {})
{
    std::vector<domain::Relation> relations;
    if (!owner.isEmpty())
        relations.push_back({ u"ownedBy"_s, owner });
    if (!system.isEmpty())
        relations.push_back({ u"partOf"_s, system });
    domain::Entity made = mirror::test::entity(kind, name, relations, lifecycle.isEmpty() ? QJsonObject() : QJsonObject { { u"lifecycle"_s, lifecycle } });
    QJsonObject metadata = made.body["metadata"_L1].toObject();
    if (!annotations.isEmpty())
        metadata.insert(u"annotations"_s, annotations);
    made.body.insert(u"metadata"_s, metadata);
    return made;
}

const QString deck = u"group:default/deck"_s;
const QString shore = u"group:default/shore"_s;
const QString fares = u"system:default/fares"_s;

} // namespace

/// A catalog of four days: what each pull brings is dated afterwards, as the mirror dates by the clock.
class TestCatalogHistory final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<mirror::Mirror> m_mirror;
    std::vector<std::pair<qint64, QDateTime>> m_dates; ///< Of all versions up to this one.

    static QDateTime noon(int day) { return { QDate(2026, 3, day), QTime(12, 0), QTimeZone::UTC }; }

    void pull(const std::vector<domain::Entity> &entities, int day, const QString &connection = u"c"_s)
    {
        auto pull = m_mirror->beginPull(connection, u"catalog"_s, u"me"_s);
        QVERIFY(pull);
        for (const domain::Entity &entity : entities)
            (*pull)->put(entity);
        QVERIFY((*pull)->complete());
        m_mirror->flush();
        SQLite::Database database(m_folder.filePath(u"mirror.sqlite"_s).toStdString());
        m_dates.emplace_back(database.execAndGet("SELECT ifnull(max(id), 0) FROM versions").getInt64(), noon(day));
    }

    void date()
    {
        SQLite::Database database(m_folder.filePath(u"mirror.sqlite"_s).toStdString(), SQLite::OPEN_READWRITE, 5000);
        qint64 after = 0;
        for (const auto &[last, at] : m_dates) {
            SQLite::Statement update(database, "UPDATE versions SET at = ? WHERE id > ? AND id <= ?");
            update.bind(1, static_cast<int64_t>(at.toMSecsSinceEpoch()));
            update.bind(2, static_cast<int64_t>(after));
            update.bind(3, static_cast<int64_t>(last));
            update.exec();
            after = last;
        }
    }

    static CatalogQuestion march()
    {
        CatalogQuestion question;
        question.zone = QTimeZone::UTC;
        question.time = { QDate(2026, 3, 1), QDate(2026, 3, 31), UsageStep::Day };
        question.staleDays = 10;
        return question;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning();
        m_mirror = mirror::test::open(m_folder.path());
        QVERIFY(m_mirror);
        const QJsonObject docs { { u"backstage.io/techdocs-ref"_s, u"dir:."_s } };
        const auto crew = mirror::test::entity(u"Group"_s, u"deck"_s);
        const auto quay = mirror::test::entity(u"Group"_s, u"shore"_s);
        const auto system = thing(u"System"_s, u"fares"_s, deck);
        pull({ crew, quay, system, thing(u"Component"_s, u"a"_s, deck, u"production"_s, docs, fares), thing(u"Component"_s, u"b"_s, {}, u"experimental"_s) }, 5);
        // b gets an owner (only its relations change) and c comes.
        pull({ crew, quay, system, thing(u"Component"_s, u"a"_s, deck, u"production"_s, docs, fares), thing(u"Component"_s, u"b"_s, shore, u"experimental"_s),
                 thing(u"API"_s, u"c"_s, shore, u"Production"_s, { { u"backstage.io/orphan"_s, u"true"_s } }, fares) },
            10);
        // a goes, and b is in production.
        pull({ crew, quay, system, thing(u"Component"_s, u"b"_s, shore, u"production"_s),
                 thing(u"API"_s, u"c"_s, shore, u"Production"_s, { { u"backstage.io/orphan"_s, u"true"_s } }, fares) },
            20);
        // Another connection has b as well; and a is back.
        pull({ thing(u"Component"_s, u"b"_s, shore, u"production"_s), thing(u"Component"_s, u"a"_s, deck, u"production"_s, docs, fares) }, 25, u"d"_s);
        date();
    }

    void pointsAreAsTheCatalogWas()
    {
        const auto history = readCatalogHistory(m_folder.path());
        QVERIFY(history);
        QCOMPARE((*history)->begins(), noon(5));
        const CatalogReport report = catalogReportOf(**history, *m_mirror->snapshot(), march());
        QCOMPARE(report.points.size(), size_t(31));
        const auto on = [&](int day) { return report.points[size_t(day - 1)]; };
        QCOMPARE(on(4).entities, 0);
        QCOMPARE(on(5), (CatalogPoint { QDate(2026, 3, 5), 5, 3, 2, 1, 3, 0, -1, 5, 0, { { u"experimental"_s, 1 }, { u"production"_s, 1 } } }));
        QCOMPARE(on(9), (CatalogPoint { QDate(2026, 3, 9), 5, 3, 2, 1, 3, 0, -1, 0, 0, { { u"experimental"_s, 1 }, { u"production"_s, 1 } } }));
        QCOMPARE(on(10), (CatalogPoint { QDate(2026, 3, 10), 6, 4, 4, 1, 4, 1, -1, 1, 0, { { u"experimental"_s, 1 }, { u"production"_s, 2 } } }));
        // Ten days after noon of the 5th they are no longer fresh; c, which came on the 10th, is.
        QCOMPARE(on(14).fresh, 4);
        QCOMPARE(on(15).fresh, 1);
        QCOMPARE(on(20), (CatalogPoint { QDate(2026, 3, 20), 5, 3, 3, 0, 1, 1, -1, 0, 1, { { u"production"_s, 2 } } }));
        QCOMPARE(on(25), (CatalogPoint { QDate(2026, 3, 25), 6, 4, 4, 1, 2, 1, -1, 1, 0, { { u"production"_s, 3 } } })); // b counts once.
        QCOMPARE(report.now, on(31));
        QCOMPARE(report.teams.size(), size_t(3));
        QCOMPARE(report.teams[0].ref, QString()); // Groups have no owner here; nor has anything else.
        QCOMPARE(report.teams[1].ref, deck);
        QCOMPARE(report.teams[1].point.entities, 2);
        QCOMPARE(report.teams[2].ref, shore);
        QCOMPARE(report.systems[1].ref, fares);
        QCOMPARE(report.systems[1].point.entities, 2);
    }

    void questionsNarrow()
    {
        const auto history = readCatalogHistory(m_folder.path());
        QVERIFY(history);
        CatalogQuestion question = march();
        question.team = deck;
        QCOMPARE(catalogReportOf(**history, *m_mirror->snapshot(), question).points[9].entities, 2);
        question.kind = u"component"_s;
        QCOMPARE(catalogReportOf(**history, *m_mirror->snapshot(), question).points[9].entities, 1);
        question = march();
        question.system = fares;
        QCOMPARE(catalogReportOf(**history, *m_mirror->snapshot(), question).points[9].entities, 2);
        question.system = u"system:default/none"_s;
        QCOMPARE(catalogReportOf(**history, *m_mirror->snapshot(), question).points[9].entities, 0);
        question = march();
        question.time.step = UsageStep::Week; // From Monday, 23 February, on.
        const auto weeks = catalogReportOf(**history, *m_mirror->snapshot(), question).points;
        QCOMPARE(weeks.size(), size_t(6));
        QCOMPARE(weeks[1].came, 5);
        QCOMPARE(weeks[2].entities, 6);
    }

    void everyNumberHasItsList()
    {
        const auto history = readCatalogHistory(m_folder.path());
        QVERIFY(history);
        const CatalogQuestion question = march();
        const auto behind = [&](CatalogMeasure measure, int day, const QString &lifecycle = {}) {
            return entitiesBehind(**history, *m_mirror->snapshot(), question, measure, QDate(2026, 3, day), lifecycle);
        };
        QCOMPARE(behind(CatalogMeasure::NotOwned, 9), QStringList { u"component:default/b"_s });
        QCOMPARE(behind(CatalogMeasure::NotOwned, 10), QStringList());
        QCOMPARE(behind(CatalogMeasure::Documented, 10), QStringList { u"component:default/a"_s });
        QCOMPARE(behind(CatalogMeasure::Orphans, 10), QStringList { u"api:default/c"_s });
        QCOMPARE(behind(CatalogMeasure::Came, 10), QStringList { u"api:default/c"_s });
        QCOMPARE(behind(CatalogMeasure::Went, 20), QStringList { u"component:default/a"_s });
        QCOMPARE(behind(CatalogMeasure::Lifecycle, 20, u"production"_s), (QStringList { u"api:default/c"_s, u"component:default/b"_s }));
        QCOMPARE(behind(CatalogMeasure::Fresh, 20), QStringList { u"component:default/b"_s });
        QCOMPARE(behind(CatalogMeasure::Entities, 4), QStringList());
        QCOMPARE(behind(CatalogMeasure::Problems, 20), QStringList());
        const CatalogReport report = catalogReportOf(**history, *m_mirror->snapshot(), question);
        for (const CatalogPoint &point : report.points) {
            QCOMPARE(behind(CatalogMeasure::Entities, point.from.day()).size(), point.entities);
            QCOMPARE(behind(CatalogMeasure::Owned, point.from.day()).size(), point.owned);
            QCOMPARE(behind(CatalogMeasure::Fresh, point.from.day()).size(), point.fresh);
            QCOMPARE(behind(CatalogMeasure::Came, point.from.day()).size(), point.came);
            QCOMPARE(behind(CatalogMeasure::Went, point.from.day()).size(), point.went);
        }
        QVERIFY(csvOfCatalog(report.points).startsWith("date,entities,countable,owned,documented,fresh,orphans,problems,came,went\r\n2026-03-01,0,0,0,0,0,0,,0,0\r\n"));
    }

    /// A time that ended long ago has the owners and systems of then, and what has gone since.
    void groupsAreThoseOfTheTime()
    {
        const auto history = readCatalogHistory(m_folder.path());
        QVERIFY(history);
        int compared = 0;
        for (const int day : { 9, 10, 20, 31 }) {
            CatalogQuestion question = march();
            question.time.to = QDate(2026, 3, day);
            const auto behind = [&](CatalogMeasure measure, bool isSystem, const QString &ref) {
                return int(entitiesBehind(**history, *m_mirror->snapshot(), question, measure, {}, {}, CatalogGroup { isSystem, ref }).size());
            };
            const CatalogReport report = catalogReportOf(**history, *m_mirror->snapshot(), question);
            for (const bool isSystem : { false, true }) {
                for (const CatalogReport::Group &group : isSystem ? report.systems : report.teams) {
                    QCOMPARE(behind(CatalogMeasure::Entities, isSystem, group.ref), group.point.entities);
                    QCOMPARE(behind(CatalogMeasure::Documented, isSystem, group.ref), group.point.documented);
                    QCOMPARE(behind(CatalogMeasure::Fresh, isSystem, group.ref), group.point.fresh);
                    QCOMPARE(behind(CatalogMeasure::Orphans, isSystem, group.ref), group.point.orphans);
                    ++compared;
                }
            }
            QCOMPARE(behind(CatalogMeasure::Entities, false, u"group:default/never"_s), 0);
        }
        QVERIFY(compared > 12);
        // It has an owner now, and had none then.
        CatalogQuestion before = march();
        before.time.to = QDate(2026, 3, 9);
        const auto unowned = [&](const CatalogQuestion &question) {
            return entitiesBehind(**history, *m_mirror->snapshot(), question, CatalogMeasure::NotOwned, {}, {}, CatalogGroup { false, {} });
        };
        QCOMPARE(unowned(before), QStringList { u"component:default/b"_s });
        QCOMPARE(unowned(march()), QStringList());
    }

    void problemsAreKnownFromTheFirstLookOn()
    {
        const QTemporaryDir folder;
        auto mirror = mirror::test::open(folder.path());
        const auto catalogWith = [](bool first, bool second) {
            mirror::SnapshotBuilder builder;
            for (const auto &[name, bad] : { std::pair(u"a"_s, first), std::pair(u"b"_s, second) }) {
                mirror::NarrowEntity one = mirror::test::narrow(mirror::test::entity(u"Component"_s, name));
                one.flags = bad ? mirror::Snapshot::HasProblems : 0;
                builder.add(one);
            }
            return builder.finish(1);
        };
        QVERIFY(noteProblems(folder.path(), *catalogWith(true, false), noon(2)));
        QVERIFY(noteProblems(folder.path(), *catalogWith(false, false), noon(2).addSecs(60))); // Once a day.
        QVERIFY(noteProblems(folder.path(), *catalogWith(true, true), noon(3)));
        QVERIFY(noteProblems(folder.path(), *catalogWith(false, true), noon(4)));
        const auto history = readCatalogHistory(folder.path());
        QVERIFY(history);
        QCOMPARE((*history)->problemsBegin(), noon(2).toMSecsSinceEpoch());
        const auto problems = (*history)->problems();
        QCOMPARE(problems.size(), size_t(2));
        QCOMPARE((*history)->text(problems[0].ref), u"component:default/a");
        QCOMPARE(problems[0].from, noon(2).toMSecsSinceEpoch());
        QCOMPARE(problems[0].until, noon(4).toMSecsSinceEpoch());
        QCOMPARE(problems[1].from, noon(3).toMSecsSinceEpoch());
        QVERIFY(problems[1].until > noon(30).toMSecsSinceEpoch());
    }

    void liveInsightsFollow()
    {
        LiveInsights &live = LiveInsights::of(*m_mirror);
        QCOMPARE(&live, &LiveInsights::of(*m_mirror));
        QVERIFY(live.state());
        QObject pane;
        live.want(&pane);
        QTRY_VERIFY_WITH_TIMEOUT(live.hasLoaded(), 60'000);
        QVERIFY(!live.failure());
        QVERIFY(live.state()->catalog && live.state()->own.index);
        UsageLog::of(*m_mirror).record(UsageDeed::OpenedPane, u"insights"_s);
        QTRY_COMPARE_WITH_TIMEOUT(live.state()->own.index->size(), 1U, 60'000);
        auto pull = m_mirror->beginPull(u"d"_s, u"usage"_s, u"me"_s);
        domain::UsageDay day { QDate(2026, 3, 3), { { noon(3).toMSecsSinceEpoch(), UsageDeed::OpenedEntity, u"catalog"_s, u"component:default/a"_s, u"user:default/x"_s, -1 } } };
        (*pull)->put(day.toRecord());
        QVERIFY((*pull)->complete());
        QTRY_COMPARE_WITH_TIMEOUT(live.state()->sources.size(), size_t(1), 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(live.state()->sources[0].asOf.isValid(), 60'000);
        QCOMPARE(live.state()->sources[0].connectionId, u"d"_s);
        QCOMPARE(live.state()->sources[0].estate.index->event(0), day.events[0]);
        const auto once = readInsights(*m_mirror);
        QVERIFY(once);
        QCOMPARE((*once)->sources.size(), size_t(1));
        QCOMPARE((*once)->own.index->size(), 1U);
    }
};

QTEST_GUILESS_MAIN(TestCatalogHistory)
#include "tst_cataloghistory.moc"
