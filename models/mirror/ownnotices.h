// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/mirror.h"

namespace callboard::mirror {

/// Notices that the program itself makes: that a page somebody watches has changed, say. They are records of the type
/// "Notice" like those of any portal (`Mirror::records` gives all), of the connection `Mirror::ownConnection`; what is done with
/// them is done here instead of there. All changes are written behind, in the order in which they were asked for, and
/// told by `Mirror::recordsChanged`. Any thread.
class OwnNotices final {
public:
    static constexpr size_t most = 500; ///< Of more, the oldest that nobody put aside go.

    explicit OwnNotices(Mirror &mirror);

    /// Tells it. `id` names the event: told again, nothing comes of it. An earlier one of the same `topic` that was neither read
    /// nor put aside makes place. `origin` says who tells ("docs"); a missing time is now.
    domain::Result<void> tell(domain::Notice notice) const;
    std::vector<domain::Notice> all() const; ///< The latest first.
    bool isOwn(const QString &id) const;

    /// An invalid time takes it back.
    domain::Result<void> setRead(const QStringList &ids, const QDateTime &at) const;
    domain::Result<void> setSaved(const QStringList &ids, const QDateTime &at) const;
    domain::Result<void> remove(const QStringList &ids) const;

private:
    domain::Result<void> change(const QStringList &ids, QDateTime domain::Notice::*time, const QDateTime &at) const;

    Mirror &m_mirror;
};

} // namespace callboard::mirror
