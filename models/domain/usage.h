// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

#include <QDate>

#include <vector>

namespace callboard::domain {

namespace recordtype {
inline constexpr QLatin1StringView usageDay("UsageDay");     ///< Key: the day in UTC. What people did, event by event: see `UsageDay`.
inline constexpr QLatin1StringView usageTable("UsageTable"); ///< Key: `UsageTable::key()`. What a backend has counted already.
}

/// What somebody did. The numbers are part of files' formats.
enum class UsageDeed : quint8 {
    OpenedPane = 0,   ///< `what`: the pane, or the portal's plugin.
    OpenedEntity = 1, ///< `about`: the entity; `what`: where it was shown ("catalog").
    OpenedDoc = 2,    ///< `about`: the entity whose documentation; `what`: path of the page in the site.
    Searched = 3,     ///< `what`: what was typed; `hits`: what was found.
    RanTemplate = 4,  ///< `about`: the template.
    RanAction = 5,    ///< `what`: id of the action; `about`: the entity, where it is about one.
    ActedOn = 6,      ///< Something shown was dealt with. `what`: how and what ("notice.done"); `about`: the entity, where it is about one.
};
inline constexpr size_t usageDeeds = 7;
/// The deed's name as records, exports and the command line write it: "openedDoc".
QString usageDeedName(UsageDeed deed);
std::optional<UsageDeed> usageDeedFrom(QStringView name);

struct UsageEvent {
    qint64 at = 0;  ///< Milliseconds since the epoch, UTC.
    UsageDeed deed = UsageDeed::OpenedPane;
    QString what;   ///< See the deed; may be empty.
    QString about;  ///< Canonical ref; may be empty.
    QString person; ///< Canonical ref of a user; empty: the person at this machine, or not known.
    qint64 hits = -1; ///< Of a search; -1: not known, or no search.
    bool operator==(const UsageEvent &) const = default;
};

/// What people did on one day in UTC, at a source that tells event by event.
struct UsageDay {
    QDate day;
    std::vector<UsageEvent> events; ///< In order of time, all of `day`.
    bool operator==(const UsageDay &) const = default;
    Record toRecord() const;
    static UsageDay fromRecord(const Record &record); ///< What is damaged is left out.
};

enum class UsageStep { Day, Week, Month };

/// What a backend counted over a time. Which fields of a row are filled depends on the measure.
struct UsageTable {
    struct Row {
        QDate date;       ///< First day of its step, for measures over time.
        QString subject;  ///< Canonical ref, or the plugin's id; empty for measures over time.
        QString title;    ///< For people, where the backend tells; may be empty.
        qint64 count = 0; ///< People, visits, runs or searches.
        qint64 fresh = 0, returning = 0; ///< Of "activePeople".
        QDateTime last;   ///< UTC: used last; invalid where not told.
        bool operator==(const Row &) const = default;
    };
    /// "people" (one row: who was there; `fresh` holds the licensed), "activePeople", "searches" (both over time), "plugins", "templates",
    /// "docs", "entities" (each the most used first).
    QString measure;
    QDate from, to; ///< Both days count.
    UsageStep step = UsageStep::Day; ///< Of measures over time.
    std::vector<Row> rows;
    bool chosen = false; ///< Of a time that somebody asked for; the others end with the day on which they were counted.
    bool operator==(const UsageTable &) const = default;
    QString key() const; ///< measure/days/step, which does not change from day to day; measure/from/to/step of a chosen time.
    int days() const { return int(from.daysTo(to)) + 1; }
    Record toRecord() const;
    static UsageTable fromRecord(const Record &record);
};

} // namespace callboard::domain
