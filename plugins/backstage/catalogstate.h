// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "plugins/backstage/catalogentries.h"

#include <QDateTime>

#include <array>

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
    QString backend;       ///< Address and principal it holds for.
    QString principal;
    QDateTime lastFull;    ///< UTC: when the whole catalog was last walked.
    CatalogEntries entries; ///< The backend pages in the order of their uids.

    /// Whether the entries can be compared at all: uids ascending, etags there and all different.
    bool isComparable() const;
    /// Learns how this backend writes cursors, from one of its own behind `lastUid`, which came for a page that was asked for by a cursor:
    /// that of a first page may be written otherwise. False where it is not understood; pages then cannot begin anywhere but at the
    /// first entity.
    bool learnCursor(const QByteArray &cursor, const QByteArray &lastUid);
    bool knowsCursors() const { return !m_cursorParts[0].isEmpty(); }

    /// Cursors carry how many entities there are, and pages asked for with one repeat that: older backends, which always count. With a cursor
    /// for the first page as well, nothing changes in an answer that changed in no entity.
    bool cursorsCount() const { return m_cursorTotal > 0; }

    /// The cursor of the page that begins behind `uid`, of the first with an empty one. Needs `knowsCursors`.
    QByteArray cursorBehind(const QByteArray &uid) const { return cursor(uid, false); }
    /// The ETag of the page of `limit` etags that begins at entry `first`, if nothing changed. `total`: what the backend says of
    /// all; 0 where it was told not to count. It does not matter where `cursorsCount`.
    QByteArray expectedEtag(size_t first, size_t limit, size_t total = 0) const;

    QByteArray save() const;
    /// BadResponse for what is no saved state of this version.
    static domain::Result<CatalogState> load(const QByteArray &saved);

private:
    QByteArray cursor(const QByteArray &uid, bool backwards) const;
    QByteArray inCursor(const QByteArray &uid) const;

    /// The JSON of a cursor around: the direction, the last uid, the first uid of all.
    std::array<QByteArray, 4> m_cursorParts;
    bool m_cursorPairs = false; ///< Each uid stands twice: as what is sorted by, and as itself.
    qint64 m_cursorTotal = 0;
};

/// The weak ETag of a body as express makes it. Source: npm etag, `entitytag`; express, `etag fn: weak`.
QByteArray weakEtag(const QByteArray &body);

} // namespace callboard::backstage
