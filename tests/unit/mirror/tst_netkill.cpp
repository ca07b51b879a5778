// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/catalogstate.h"
#include "tests/unit/backstage/servedportal.h"
#include "tests/unit/mirror/killing.h"

#include <QUrlQuery>

using namespace callboard;
using namespace callboard::mirror;
using namespace callboard::mirror::test;

namespace {

// Few enough that a sync asks for what changed, and many enough that this takes a good part of the time.
bool isHeld(qint64 generation, int index) { return (index + generation) % 61 != 0; }

QJsonObject servedEntity(qint64 generation, int index)
{
    return callboard::test::FakePortal::served(kill::entityOfVersion(generation - (index + generation) % 23, index).toJson());
}

/// The portal, and what its requests tell of the sync that is on its way.
class Generations final {
public:
    enum class Sync { None, Whole, Changes };

    Generations()
    {
        m_portal.change([this](callboard::test::FakePortal &portal) {
            portal.before = [this, &portal](const sdk::HttpRequest &request) { return answer(portal, request); };
        });
    }
    QString address() const { return m_portal.address(); }
    /// From now on it serves this one; with `stays`, whatever was completed.
    void serve(qint64 generation, bool stays)
    {
        m_portal.change([&](callboard::test::FakePortal &portal) {
            m_stays = stays;
            fill(portal, generation);
        });
    }
    int requests() const { return m_requests; }
    Sync sync() const { return m_sync; }

private:
    void fill(callboard::test::FakePortal &portal, qint64 generation)
    {
        m_generation = generation;
        m_sync = Sync::None;
        portal.entities.clear();
        for (int index = 0; index < kill::entities; ++index) {
            if (!isHeld(generation, index))
                continue;
            const QJsonObject entity = servedEntity(generation, index);
            portal.entities.insert(entity["metadata"_L1]["uid"_L1].toString().toLatin1(), entity);
        }
    }
    std::optional<callboard::test::FakePortal::Answer> answer(callboard::test::FakePortal &portal, const sdk::HttpRequest &request)
    {
        ++m_requests;
        const QString path = request.url.path();
        const QUrlQuery query(request.url);
        if (path == u"/api/catalog/entities/by-query"_s)
            noteSync(query);
        if (!path.startsWith(u"/test/"_s))
            return std::nullopt;
        // One who was killed in the meantime may have asked.
        const bool isThis = query.queryItemValue(u"generation"_s).toLongLong() == m_generation;
        if (path == u"/test/completed"_s && isThis && !m_stays)
            fill(portal, m_generation + 1);
        return callboard::test::FakePortal::Answer { 200, QByteArray::number(m_generation) };
    }

    /// By what only one of them asks: whole pages, or pages of etags.
    void noteSync(const QUrlQuery &query)
    {
        const QString fields = query.queryItemValue(u"fields"_s);
        if (fields.isEmpty() && query.queryItemValue(u"limit"_s) == u"500"_s)
            m_sync = Sync::Whole;
        else if (fields == u"metadata.etag"_s && m_sync == Sync::None)
            m_sync = Sync::Changes;
    }

    qint64 m_generation = 0; ///< With the portal.
    bool m_stays = false;
    std::atomic<int> m_requests = 0;
    std::atomic<Sync> m_sync = Sync::None;
    callboard::test::ServedPortal m_portal;
};

/// Kills a workspace that syncs a portal by the integration "backstage".
class SyncKilling final : public Killing {
public:
    explicit SyncKilling(Generations &portal)
        : Killing(u"net_puller"_s, { portal.address() })
        , m_portal(portal)
    {
    }
    int inWhole() const { return m_inWhole; }
    int inChanges() const { return m_inChanges; }

protected:
    bool holds(qint64 generation, int index) const override { return isHeld(generation, index); }
    domain::Entity entityOf(qint64 generation, int index) const override { return domain::Entity::fromJson(servedEntity(generation, index)); }
    void prepare(qint64 completed) override { m_portal.serve(completed + 1, m_isLast); }

    qint64 savedGeneration(Mirror &mirror, qint64 acknowledged) const override
    {
        const auto cursor = savedCursor(mirror);
        if (cursor.isEmpty())
            return 0;
        const auto state = backstage::CatalogState::load(cursor);
        for (const qint64 generation : { acknowledged, acknowledged + 1 }) {
            if (state && isOf(*state, generation))
                return generation;
        }
        return -1;
    }

    /// By what the portal was asked, so that it dies anywhere in a sync however fast the machine is.
    void waitForMoment(QProcess &puller, QRandomGenerator &random) override
    {
        const bool early = random.bounded(4) == 0;
        const int more = int(random.bounded(120)), milliseconds = int(random.bounded(10));
        if (!early)
            QVERIFY(puller.waitForReadyRead(60'000)); // A sync that was completed.
        const int wanted = m_portal.requests() + more;
        const QDeadlineTimer limit(60'000);
        while (m_portal.requests() < wanted && puller.state() == QProcess::Running && !limit.hasExpired())
            puller.waitForReadyRead(1);
        const QDeadlineTimer moment(milliseconds);
        while (!moment.hasExpired())
            puller.waitForReadyRead(int(moment.remainingTime()));
        m_inWhole += m_portal.sync() == Generations::Sync::Whole;
        m_inChanges += m_portal.sync() == Generations::Sync::Changes;
    }

    /// A sync that finishes: all of the portal, and nothing else.
    void finish(const QString &directory) override
    {
        m_isLast = true;
        const qint64 generation = acknowledged() + 1;
        const auto puller = started(directory);
        QVERIFY(puller->waitForReadyRead(60'000));
        end(*puller);
        QCOMPARE(acknowledged(), generation);
        const auto mirror = open(directory);
        QVERIFY(mirror);
        Row served = 0;
        for (int index = 0; index < kill::entities; ++index) {
            if (!holds(generation, index))
                continue;
            ++served;
            const auto found = mirror->entity(kill::refOf(index));
            QVERIFY2(found, qPrintable(kill::refOf(index)));
            const domain::Entity expected = entityOf(generation, index);
            QCOMPARE(found->body, expected.body);
            for (const domain::Relation &relation : expected.relations) // Besides those of others to it.
                QVERIFY2(std::ranges::contains(found->relations, relation), qPrintable(relation.targetRef));
        }
        QCOMPARE(mirror->snapshot()->size(), served);
    }

private:
    static QByteArray savedCursor(Mirror &mirror)
    {
        for (const FeedState &state : mirror.feedStates().value_or(std::vector<FeedState>())) {
            if (state.feedId != u"catalog"_s)
                continue;
            const auto pull = mirror.beginPull(state.connectionId, state.feedId, state.principal);
            return pull ? (*pull)->cursor() : QByteArray("unreadable");
        }
        return {};
    }
    static bool isOf(const backstage::CatalogState &state, qint64 generation)
    {
        QMap<QByteArray, QByteArray> etags;
        for (int index = 0; generation > 0 && index < kill::entities; ++index) {
            const QJsonObject metadata = servedEntity(generation, index)["metadata"_L1].toObject();
            if (isHeld(generation, index))
                etags.insert(metadata["uid"_L1].toString().toLatin1(), metadata["etag"_L1].toString().toLatin1());
        }
        bool isSame = state.entries.size() == size_t(etags.size());
        for (size_t i = 0; isSame && i < state.entries.size(); ++i)
            isSame = etags.value(state.entries.uid(i)) == state.entries.etag(i);
        return isSame;
    }

    Generations &m_portal;
    bool m_isLast = false;
    int m_inWhole = 0;
    int m_inChanges = 0;
};

} // namespace

/// The kills again, of real syncs with a portal: whole ones, and such that bring what changed.
class TestNetKill final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }
    void theLastGoodCatalogIsWhole()
    {
        Generations portal;
        SyncKilling killing(portal);
        killing.run();
        if (QTest::currentTestFailed())
            return;
        qInfo("%d died in a sync of the whole catalog, %d in one of its changes", killing.inWhole(), killing.inChanges());
        QVERIFY(killing.inWhole() + killing.inChanges() > Killing::wantedKills() / 2);
        QVERIFY(killing.inWhole() > 0);
        QVERIFY(killing.inChanges() > 0);
    }
};

QTEST_GUILESS_MAIN(TestNetKill)
#include "tst_netkill.moc"
