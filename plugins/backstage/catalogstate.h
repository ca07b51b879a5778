// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QString>

#include <array>
#include <vector>

namespace callboard::backstage {

/// What of a portal's catalog is in the mirror, as far as telling what changed needs it: each entity's ref, uid and etag, in the order
/// in which the backend pages through them. At 50,000 entities some 2.5 MB when saved.
///
/// A backend tells nothing of changes, but answers pages of chosen fields with an ETag over their bytes and If-None-Match with 304
/// (express, weak ETags). Those bytes follow from what we hold: so the ETag that an unchanged page has is computed here, for pages of
/// any size that begin anywhere, and nothing but such a 304 crosses the network for it. Where a backend writes its pages in
/// another way, the ETags do not agree, the pages come whole, and are compared.
class CatalogState final {
public:
    struct Entry {
        QByteArray uid; ///< As served; the backend pages in the order of these.
        QByteArray etag;
        QString ref; ///< Canonical.
        bool operator==(const Entry &) const = default;
    };

    QString backend;       ///< Address and principal it holds for.
    QString principal;
    QDateTime lastFull;    ///< UTC: when the whole catalog was last walked.
    std::vector<Entry> entries;

    /// Whether the entries can be compared at all: uids ascending, etags there and all different.
    bool isComparable() const;
    /// Learns how this backend writes cursors, from one of its own for the page whose last entity is `lastUid`. False where it is not
    /// understood; pages then cannot begin anywhere but at the first entity.
    bool learnCursor(const QByteArray &cursor, const QByteArray &lastUid);
    bool knowsCursors() const { return !m_cursorParts[0].isEmpty(); }

    /// The cursor of the page that begins behind `uid`. Needs `knowsCursors`.
    QByteArray cursorBehind(const QByteArray &uid) const { return cursor(uid, false); }
    /// The ETag of the page of `limit` etags that begins at entry `first`, if nothing changed. `total`: what the backend says of
    /// all; 0 where it was told not to count.
    QByteArray expectedEtag(size_t first, size_t limit, size_t total = 0) const;

    QByteArray save() const;
    /// BadResponse for what is no saved state of this version.
    static domain::Result<CatalogState> load(const QByteArray &saved);

private:
    QByteArray cursor(const QByteArray &uid, bool backwards) const;

    /// The JSON of a cursor around: the direction, the last uid, the first uid of all.
    std::array<QByteArray, 4> m_cursorParts;
};

/// The weak ETag of a body as express makes it. Source: npm etag, `entitytag`; express, `etag fn: weak`.
QByteArray weakEtag(const QByteArray &body);

} // namespace callboard::backstage
