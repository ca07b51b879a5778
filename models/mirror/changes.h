// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringList>

#include <array>
#include <vector>

namespace callboard::mirror {

/// What happened to an entity in one connection.
enum class ChangeKind {
    Added,     ///< First seen, after the first pull of its feed.
    Returned,  ///< Was gone, and is there again: the same story.
    Body,      ///< Its descriptor changed; maybe its relations with it.
    Relations, ///< Only its relations changed.
    Removed,   ///< Gone from the connection; another may still have it.
};
inline constexpr size_t changeKinds = 5;

struct EntityChange {
    QString ref; ///< Canonical.
    ChangeKind kind = ChangeKind::Body;
    QDateTime at; ///< UTC
    QString connectionId;
    qint64 version = 0; ///< For Mirror::versionBody; of Removed: what it was last.
};

struct ChangesQuery {
    QDateTime since; ///< Included; invalid: from the beginning.
    QDateTime until; ///< Not included; invalid: to now.
    QStringList refs; ///< Only these entities; empty: any.
    /// Only what these users or groups, or groups below them, own now or owned at the time; empty: whoever does.
    QStringList owners;
    QStringList ownersAlone; ///< Like `owners`, without the groups below.
    qsizetype limit = 10'000; ///< So many of the latest are listed; all are counted.
};

struct Changes {
    /// What the first pull of a feed brought is no news: it is counted, not listed.
    struct Arrival {
        QString connectionId;
        QDateTime at; ///< UTC: of the last of them.
        qsizetype entities = 0;
    };
    std::vector<EntityChange> list; ///< The latest first.
    std::array<qsizetype, changeKinds> counts {}; ///< By kind, listed or not.
    std::vector<Arrival> arrivals; ///< The latest first.
    QDateTime begins; ///< UTC: the oldest version there is, whatever was asked for; invalid in an empty mirror.

    qsizetype count(ChangeKind kind) const { return counts[size_t(kind)]; }
    qsizetype total() const
    {
        qsizetype sum = 0;
        for (const qsizetype each : counts)
            sum += each;
        return sum;
    }
};

} // namespace callboard::mirror
