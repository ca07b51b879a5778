// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/entitydiff.h"
#include "models/mirror/changes.h"

#include <QCoreApplication>

namespace callboard::items {

/// Says in words what changed; for tables, the command line and screen readers alike.
class ChangeWording final {
    Q_DECLARE_TR_FUNCTIONS(callboard::items::ChangeWording)
public:
    static QString kind(mirror::ChangeKind kind); ///< "Removed".
    /// "spec.owner: team-a → team-b · 2 relations added"; at most `parts` of them, then how many more. Empty when nothing differs.
    static QString summary(const EntityDiff &diff, int parts = 2);
    /// Every field and relation, a line each.
    static QStringList lines(const EntityDiff &diff);

private:
    static QString field(const FieldChange &change, int most);
};

} // namespace callboard::items
