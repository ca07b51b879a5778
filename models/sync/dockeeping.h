// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/mirror.h"

#include <QSet>

namespace callboard::sync {

/// Which documentation stays here, and what has to go where there is too much of it. Over the mirror's values; any thread.
class DocKeeping final {
public:
    static constexpr qint64 usualBudget = qint64(500) << 20;

    explicit DocKeeping(mirror::Mirror &mirror);

    /// Canonical refs of the entities whose documentation is to be here whole: those the person owns, by themselves or through
    /// groups; starred; lately seen; watched; and asked for.
    QSet<QString> kept() const { return kept(m_mirror); }
    static QSet<QString> kept(const mirror::Mirror &mirror);
    QStringList chosen() const; ///< Those that were asked for.
    domain::Result<void> choose(const QString &site, bool keep);

    qint64 budget() const; ///< Bytes that documentation nobody keeps may take together with the other; 0: no bound.
    domain::Result<void> setBudget(qint64 bytes);

    void noteUse(const QString &site);
    /// When somebody last read it; invalid: never.
    QDateTime lastUse(const QString &site) const;

    /// Evicts, of these connections, the sites used longest ago that nobody keeps, until the rest is within the budget. Blocks:
    /// not for the GUI thread. What was evicted.
    QStringList makeRoom(const QSet<QString> &connectionIds) const;

private:
    mirror::Mirror &m_mirror;
};

} // namespace callboard::sync
