// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insights/cataloghistory.h"

#include "models/insights/usagestore.h"
#include "models/mirror/codec.h"
#include "models/mirror/store.h"
#include "models/mirror/storefile.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace callboard::insights {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using mirror::Connection;
using mirror::Query;

namespace {

constexpr qint64 forever = std::numeric_limits<qint64>::max();
constexpr qint64 dayMilliseconds = 86'400'000;

QString lifecycleOf(const QJsonObject &body) { return body["spec"_L1]["lifecycle"_L1].toString().trimmed().toLower().left(60); }

} // namespace

QDateTime CatalogHistory::begins() const
{
    return m_spans.empty() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(m_spans.front().from, QTimeZone::UTC);
}

/// Replays the versions of one entity after the other.
class CatalogHistoryReader final {
public:
    CatalogHistoryReader()
        : m_history(std::make_shared<CatalogHistory>())
    {
    }

    void readVersions(Connection &connection, const std::stop_token &stop)
    {
        Query query(connection,
            "SELECT v.entity, v.at, v.kind, v.data, e.ref FROM versions v JOIN entities e ON e.id = v.entity ORDER BY v.entity, v.id");
        while (!stop.stop_requested() && query.step()) {
            if (query.number(0) != m_entity)
                begin(query);
            take(query.number(1), int(query.number(2)), query.bytes(3));
        }
        close(forever);
        std::ranges::stable_sort(m_history->m_spans, {}, &CatalogHistory::Span::from);
    }

    void readProblems(Connection &connection)
    {
        Query query(connection, "SELECT ref, begins, ifnull(ends, ?) FROM problem_spans");
        query.with(forever);
        while (query.step())
            m_history->m_problems.push_back({ intern(query.text(0)), query.number(1), query.number(2) });
        Query first(connection, "SELECT min(at) FROM problem_looks");
        if (first.step() && !first.isNull(0))
            m_history->m_problemsBegin = first.number(0);
    }

    CatalogHistoryPtr finish()
    {
        m_history->m_minutesSaved = std::make_shared<const QHash<QString, qint64>>(std::move(m_minutes));
        return std::move(m_history);
    }

private:
    using Span = CatalogHistory::Span;

    StringId intern(const QString &text)
    {
        const QByteArray utf8 = text.toUtf8();
        return utf8.isEmpty() ? 0 : m_history->m_strings.intern({ utf8.constData(), size_t(utf8.size()) });
    }

    void begin(const Query &query)
    {
        close(forever);
        m_entity = query.number(0);
        m_now = {};
        m_hasBody = false;
        const QString ref = query.text(4).toLower();
        const QString kind = ref.section(u':', 0, 0);
        m_now.ref = intern(ref);
        m_now.kind = intern(kind);
        if (kind != "user"_L1 && kind != "group"_L1 && kind != "location"_L1)
            m_now.flags = CatalogHistory::Countable;
    }

    void close(qint64 at)
    {
        if (m_open && at > m_now.from) {
            m_now.until = at;
            m_history->m_spans.push_back(m_now);
        }
        m_open = false;
    }

    void take(qint64 at, int kind, QByteArrayView data)
    {
        if (kind == mirror::versionkind::removed)
            return close(at);
        const auto bytes = mirror::decode(data);
        if (!bytes)
            return; // Damaged: it stays what it was.
        if (kind == mirror::versionkind::relationsWithBody) { // Its body comes next.
            m_edges = mirror::relationsFromBytes(*bytes);
            m_hasEdges = true;
            return;
        }
        close(at);
        if (kind == mirror::versionkind::body)
            takeBody(*bytes, at);
        else
            takeEdges(mirror::relationsFromBytes(*bytes));
        if (std::exchange(m_hasEdges, false))
            takeEdges(m_edges);
        m_now.from = at;
        m_open = m_hasBody;
    }

    void takeBody(const QByteArray &bytes, qint64 at)
    {
        const QJsonObject body = QJsonDocument::fromJson(bytes).object();
        const QJsonObject annotations = body["metadata"_L1]["annotations"_L1].toObject();
        m_now.changedAt = at;
        m_now.lifecycle = intern(lifecycleOf(body));
        setFlag(CatalogHistory::Documented,
            !annotations["backstage.io/techdocs-ref"_L1].toString().isEmpty() || !annotations["backstage.io/techdocs-entity"_L1].toString().isEmpty());
        setFlag(CatalogHistory::Orphan, annotations["backstage.io/orphan"_L1].toString() == "true"_L1);
        m_hasBody = true;
        if (m_history->text(m_now.kind) == "template"_L1)
            takeMinutes(annotations["backstage.io/time-saved"_L1].toString());
    }

    // Source: Backstage, "Time Saved" of software templates.
    void takeMinutes(const QString &duration)
    {
        const QString ref = m_history->text(m_now.ref).toString();
        const qint64 minutes = minutesOfDuration(duration);
        if (minutes >= 0)
            m_minutes.insert(ref, minutes);
        else
            m_minutes.remove(ref);
    }

    void takeEdges(const std::vector<domain::Relation> &edges)
    {
        m_now.owner = m_now.system = 0;
        for (const domain::Relation &edge : edges) {
            if (!m_now.owner && edge.type == "ownedBy"_L1)
                m_now.owner = intern(edge.targetRef.toLower());
            if (!m_now.system && edge.type == "partOf"_L1 && edge.targetRef.startsWith("system:"_L1, Qt::CaseInsensitive))
                m_now.system = intern(edge.targetRef.toLower());
        }
        setFlag(CatalogHistory::Owned, m_now.owner != 0);
    }

    void setFlag(quint8 flag, bool on) { m_now.flags = quint8(on ? m_now.flags | flag : m_now.flags & ~flag); }

    std::shared_ptr<CatalogHistory> m_history;
    qint64 m_entity = 0;
    Span m_now;
    std::vector<domain::Relation> m_edges;
    QHash<QString, qint64> m_minutes;
    bool m_hasEdges = false, m_hasBody = false, m_open = false;
};

domain::Result<CatalogHistoryPtr> readCatalogHistory(const QString &mirrorDirectory, const std::stop_token &stop)
{
    CatalogHistoryReader reader;
    const auto read = mirror::guarded([&] {
        Connection connection(mirror::StorePaths { mirrorDirectory }.database(), Connection::Access::ReadOnly);
        reader.readVersions(connection, stop);
    });
    if (!read)
        return std::unexpected(read.error());
    if (stop.stop_requested())
        return domain::fail(ErrorCode::Cancelled, u"Stopped"_s);
    const auto beside = openForReading(mirrorDirectory);
    if (!beside && beside.error().code != ErrorCode::NotFound)
        return std::unexpected(beside.error());
    if (beside) {
        if (const auto problems = mirror::guarded([&] { reader.readProblems(**beside); }); !problems)
            return std::unexpected(problems.error());
    }
    return reader.finish();
}

domain::Result<void> noteProblems(const QString &mirrorDirectory, const mirror::Snapshot &catalog, const QDateTime &now)
{
    if (catalog.size() == 0)
        return {}; // Nothing was read yet: the day's only look would find no problem.
    auto store = UsageStore::open(mirrorDirectory);
    if (!store)
        return std::unexpected(store.error());
    const qint64 at = now.toMSecsSinceEpoch();
    return mirror::guarded([&] {
        Connection &connection = (*store)->connection();
        SQLite::Transaction transaction(connection.database(), SQLite::TransactionBehavior::IMMEDIATE);
        Query last(connection, "SELECT max(at) FROM problem_looks");
        if (last.step() && !last.isNull(0) && last.number(0) / dayMilliseconds == at / dayMilliseconds)
            return;
        QSet<QString> open;
        Query known(connection, "SELECT ref FROM problem_spans WHERE ends IS NULL");
        while (known.step())
            open.insert(known.text(0));
        for (mirror::Row row = 0; row < catalog.size(); ++row) {
            if (!(catalog.flags(row) & mirror::Snapshot::HasProblems))
                continue;
            const QString ref = catalog.ref(row).toString().toLower();
            if (open.remove(ref))
                continue;
            const std::string key = ref.toStdString();
            Query(connection, "INSERT INTO problem_spans (ref, begins, ends) VALUES (?, ?, NULL)").with(key, at).run();
        }
        for (const QString &gone : std::as_const(open)) {
            const std::string key = gone.toStdString();
            Query(connection, "UPDATE problem_spans SET ends = ? WHERE ref = ? AND ends IS NULL").with(at, key).run();
        }
        Query(connection, "INSERT OR IGNORE INTO problem_looks (at) VALUES (?)").with(at).run();
        transaction.commit();
    });
}

} // namespace callboard::insights
