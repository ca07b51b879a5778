// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insights/usageindex.h"
#include "models/mirror/snapshot.h"

#include <QDate>
#include <QHash>
#include <QTimeZone>

namespace callboard::mirror {
class Mirror;
}

namespace callboard::insights {

using domain::UsageStep;

struct UsageTime {
    QDate from, to; ///< Both days count.
    UsageStep step = UsageStep::Day;
    bool operator==(const UsageTime &) const = default;
    /// First days of the steps; weeks begin on Mondays. The first and the last step may be cut by `from` and `to`.
    std::vector<QDate> steps() const;
    static QDate stepOf(QDate day, UsageStep step); ///< The first day of the step it is in.
};

/// A documentation site of the catalog.
struct KnownDoc {
    QString ref; ///< Canonical.
    QString title;
};

/// Events, and what the catalog knows of whom and what they are about. Values only; cheap to copy. Any thread.
struct UsageEstate {
    UsageIndexPtr index;          ///< Never null when asked.
    mirror::SnapshotPtr catalog;  ///< Never null when asked.
    std::shared_ptr<const std::vector<KnownDoc>> docs;
    std::shared_ptr<const QHash<QString, qint64>> minutesSaved; ///< By template: `backstage.io/time-saved`.
};
/// Reads what the estate needs of the mirror. Not for the GUI thread.
UsageEstate estateOf(const UsageIndexPtr &index, const mirror::Mirror &mirror);
/// Minutes of an ISO 8601 duration ("PT4H", "P1DT30M"; a day has 24 hours, a week 7 days); -1 for what is none, or has months or years.
qint64 minutesOfDuration(QStringView text);

struct UsageQuestion {
    /// Whose: of the people in a team, or about what a team owns (a person's own use: there the person is always the same).
    enum class TeamOf { People, Owned };
    UsageTime time;
    QTimeZone zone = QTimeZone::systemTimeZone(); ///< Days and steps are of this zone.
    QString team;  ///< Canonical ref of a group, those below it included; or of a user. Empty: all.
    TeamOf teamOf = TeamOf::People;
    QString kind;  ///< Of the entity it is about, lower case; empty: all. Events about no entity then do not count.
    int limit = 20; ///< Rows of each ranking.
    bool operator==(const UsageQuestion &) const = default;
};

struct ActivePoint {
    QDate from; ///< First day of the step.
    int people = 0;
    int fresh = 0;     ///< Whose first event ever is in this step.
    int events = 0;
    int searches = 0;     ///< Of these; of nothing but blanks none counts.
    int foundNothing = 0; ///< Of `searches`: with no result at all.
    int returning() const { return people - fresh; }
    bool operator==(const ActivePoint &) const = default;
};

struct RankedUse {
    QString subject; ///< Pane, canonical ref, or what was searched for (case folded, spaces simplified).
    QString title;   ///< For people: the entity's display name, what was typed; else the subject.
    qint64 count = 0;
    int people = 0;
    qint64 minutes = -1; ///< Of templates: count × what the template says it saves; -1 where it does not say.
    QDateTime last;  ///< UTC; invalid where never.
    bool operator==(const RankedUse &) const = default;
};

enum class UsageRanking { Panes, Entities, Docs, Searches, FoundNothing, Templates, Actions, People };
inline constexpr size_t usageRankings = 8;

/// All a dashboard shows, made in one pass.
struct UsageReport {
    std::vector<ActivePoint> active; ///< Every step of the time, empty ones too.
    ActivePoint total;               ///< Of the whole time; each person once.
    std::array<std::vector<RankedUse>, usageRankings> rankings; ///< The most used first, then by subject.
    std::array<int, usageRankings> distinct {}; ///< How many there are beyond the limit as well.
    qint64 minutesSaved = 0;         ///< Of all templates that say what they save.
    qint64 templateRuns = 0, templateRunsUntold = 0; ///< All, and of templates that do not say.
    qint64 searches = 0, searchesFoundNothing = 0;
    std::vector<RankedUse> unopenedDocs; ///< Sites that nobody opened in the time, by title; `last` where it was opened before.

    const std::vector<RankedUse> &ranking(UsageRanking which) const { return rankings[size_t(which)]; }
};
/// Tens of milliseconds for millions of events: not for the GUI thread.
UsageReport reportOf(const UsageEstate &estate, const UsageQuestion &question);

/// What is behind one number of a report.
struct BehindUse {
    std::optional<UsageRanking> ranking; ///< A row of a ranking; none: of `active`.
    QString subject;        ///< Of the ranking; empty: all of it.
    QDate step;             ///< First day of one step; invalid: the whole time.
    /// Whose: `Fresh` of people whose first event ever is in the step (or time), `Returning` of the others.
    enum class Of { Everybody, Fresh, Returning };
    Of of = Of::Everybody;
    int limit = 10'000;
};
/// The events, the newest first.
std::vector<UsageRow> rowsBehind(const UsageEstate &estate, const UsageQuestion &question, const BehindUse &what);
/// The people, most events first.
std::vector<RankedUse> peopleBehind(const UsageEstate &estate, const UsageQuestion &question, const BehindUse &what);

} // namespace callboard::insights
