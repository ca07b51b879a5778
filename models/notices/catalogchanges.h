// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/mirror.h"
#include "models/notices/buildchanges.h"

#include <QSet>

#include <stop_token>

namespace callboard::notices {

/// What concerns the person, as canonical refs.
struct Concern {
    QSet<QString> mine;    ///< Owned by them or their groups.
    QSet<QString> starred;
    QSet<QString> used;    ///< What something of theirs consumes or depends on, and is not theirs.
    QSet<QString> owners = {}; ///< They themselves, and their groups.

    static Concern of(const mirror::Snapshot &snapshot, const QString &me, const QStringList &starred);
    bool isMine(const QString &ref) const { return mine.contains(ref); }
    bool isStarred(const QString &ref) const { return starred.contains(ref); }
    bool isMine(const QStringList &refs) const;
    bool isStarred(const QStringList &refs) const;
    bool isOwner(const QStringList &refs) const; ///< Is one of them?
};

/// One step in the story of an entity.
struct EntityStep {
    QString ref; ///< Canonical.
    qint64 version = 0;
    QDateTime at;
    QString connectionId;
    std::optional<domain::Entity> before; ///< None: it is new.
    domain::Entity after;
};

/// What of a step concerns the person: something new depends on theirs, theirs has another owner, an API of theirs or one that they
/// use broke, theirs is orphaned, what they use is deprecated. Pure.
std::vector<Entry> noticesOf(const EntityStep &step, const Concern &concern);
/// The same of an entity that is no longer there, which was theirs or which they use. `after` is what it was last. Pure.
std::vector<Entry> noticesOfRemoval(const EntityStep &step, const Concern &concern);

/// The same over all that changed since the last look. Many that one connection loses at once are one notice, and what is there again is
/// no notice any more. The first look says nothing, and what a feed's first pull brings is no news. Not for
/// the GUI thread; where `stop` comes in between, `known` stays what it was.
Told catalogChanges(const QJsonValue &known, const mirror::Mirror &mirror, const Concern &concern, const QDateTime &now, std::stop_token stop = {});

} // namespace callboard::notices
