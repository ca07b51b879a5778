// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/mirror.h"

#include <QJsonObject>

namespace callboard::sync {

/// Since when connections have been refused (Unauthorised, Forbidden) with nothing that worked in between, and which of them the person
/// is asked about: whether what they brought shall be erased. Nothing is erased by itself. Kept in the mirror; for the workspace's thread.
class Refusals final {
public:
    explicit Refusals(mirror::Mirror &mirror);

    /// Of being refused, until the person is asked; 0: never. Kept.
    int days() const;
    domain::Result<void> setDays(int days);

    /// How a pull ended; any that worked is the end of it. True when the person is asked from now on.
    bool note(const QString &connectionId, const std::optional<domain::Error> &error, const QDateTime &now);
    /// Since when it has been refused (UTC), where the person is asked; else invalid.
    QDateTime askedAbout(const QString &connectionId) const;
    /// The person has decided: they are not asked again until it worked once more.
    void settle(const QString &connectionId);
    /// It was paused, or is gone: what comes counts from then on.
    void forget(const QString &connectionId);

private:
    void change(const QString &connectionId, const QJsonObject &entry);

    mirror::Mirror &m_mirror;
    QJsonObject m_entries; ///< By connection: "since", "asked", "settled".
};

/// Tells that it refuses since then, and where the person is asked.
domain::Notice refusalNotice(const QString &connectionId, const QString &name, const QDateTime &since);

} // namespace callboard::sync
