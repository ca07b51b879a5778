// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insights/usagereport.h"

#include <map>
#include <optional>
#include <span>
#include <stop_token>

namespace callboard::insights {

/// What entities were, and from when to when: from the versions in the mirror. Immutable; any thread.
class CatalogHistory final {
public:
    enum Flag : quint8 {
        Owned = 1,      ///< Has an ownedBy relation.
        Documented = 2, ///< Has TechDocs (`backstage.io/techdocs-ref` or `-entity`).
        Orphan = 4,     ///< `backstage.io/orphan` is "true".
        Countable = 8,  ///< Of a kind that has an owner in Backstage's model: not User, Group, Location.
    };
    /// An entity as it was for a time, in one connection.
    struct Span {
        qint64 from = 0, until = 0; ///< Milliseconds since the epoch, UTC; `until` is not included, and far in the future for what is there.
        qint64 changedAt = 0;       ///< When its body changed last before or at `from`.
        StringId ref = 0, kind = 0, owner = 0, system = 0, lifecycle = 0; ///< Lower case refs and kinds.
        quint8 flags = 0;
    };
    std::span<const Span> spans() const { return m_spans; } ///< By `from`.
    QStringView text(StringId id) const { return m_strings.at(id); }
    StringId find(QStringView text) const { return m_strings.find(text); }
    quint32 stringCount() const { return m_strings.count(); }
    QDateTime begins() const; ///< UTC; invalid where nothing is known.
    /// From when to when an entity had problems, as far as the program looked: once a day (noteProblems).
    struct ProblemSpan {
        StringId ref = 0;
        qint64 from = 0, until = 0;
    };
    std::span<const ProblemSpan> problems() const { return m_problems; }
    qint64 problemsBegin() const { return m_problemsBegin; } ///< Before it nobody looked; -1: never.

    /// By template, what its last version says that a run of it saves (`backstage.io/time-saved`).
    const std::shared_ptr<const QHash<QString, qint64>> &minutesSaved() const { return m_minutesSaved; }

private:
    friend class CatalogHistoryReader;
    std::shared_ptr<const QHash<QString, qint64>> m_minutesSaved;
    mirror::StringTable m_strings;
    std::vector<Span> m_spans;
    std::vector<ProblemSpan> m_problems;
    qint64 m_problemsBegin = -1;
};
using CatalogHistoryPtr = std::shared_ptr<const CatalogHistory>;

/// Reads all versions. Some seconds for 100,000 entities: not for the GUI thread.
domain::Result<CatalogHistoryPtr> readCatalogHistory(const QString &mirrorDirectory, const std::stop_token &stop = {});
/// Keeps which entities have problems now, beside the mirror. Once a day, and cheap. Not for the GUI thread.
domain::Result<void> noteProblems(const QString &mirrorDirectory, const mirror::Snapshot &catalog, const QDateTime &now);

struct CatalogQuestion {
    UsageTime time;
    QTimeZone zone = QTimeZone::systemTimeZone();
    QString team;   ///< Canonical ref of an owner, groups below it (as they are now) included; empty: all.
    QString system; ///< Canonical ref; empty: all.
    QString kind;   ///< Lower case; empty: all.
    int staleDays = 180; ///< What did not change for so long is not fresh.
    bool operator==(const CatalogQuestion &) const = default;
};

/// How the catalog stood at the end of a step (or now, where that is to come).
struct CatalogPoint {
    QDate from;         ///< First day of the step.
    int entities = 0;   ///< All kinds.
    int countable = 0;  ///< Of kinds that have owners; the shares below are of these.
    int owned = 0, documented = 0, fresh = 0;
    int orphans = 0;    ///< Of all kinds.
    int problems = -1;  ///< Entities with problems; -1: nobody looked then.
    int came = 0, went = 0; ///< In the step.
    std::map<QString, int> lifecycles; ///< Of those that have one.
    bool operator==(const CatalogPoint &) const = default;
};
enum class CatalogMeasure { Entities, Owned, NotOwned, Documented, NotDocumented, Fresh, Stale, Orphans, Problems, Came, Went, Lifecycle };

struct CatalogReport {
    std::vector<CatalogPoint> points; ///< Each step; those before the history begins have no entities.
    CatalogPoint now;                 ///< At the end of the time.
    struct Group {
        QString ref;   ///< Owner or system, canonical; empty: what has none.
        QString title;
        CatalogPoint point;
    };
    std::vector<Group> teams, systems; ///< At the end of the time, the largest first.
};
/// `catalog` for titles and the groups below a team. Not for the GUI thread.
CatalogReport catalogReportOf(const CatalogHistory &history, const mirror::Snapshot &catalog, const CatalogQuestion &question);
/// One row of a report's groups.
struct CatalogGroup {
    bool isSystem = false; ///< Else a team.
    QString ref; ///< Canonical, and itself alone, without groups below it; empty: what has none.
};
/// The refs behind a number: at the end of the step that begins on `step` (invalid: of the whole time). Sorted. `lifecycle` for that measure.
QStringList entitiesBehind(const CatalogHistory &history, const mirror::Snapshot &catalog, const CatalogQuestion &question,
    CatalogMeasure measure, QDate step = {}, const QString &lifecycle = {}, const std::optional<CatalogGroup> &group = {});

} // namespace callboard::insights
