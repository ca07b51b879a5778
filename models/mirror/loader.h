// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/feeds.h"

namespace callboard::mirror {

/// Builds the snapshot of what the database holds now. Throws SQLite::Exception; a row that cannot be
/// understood is thrown as damage.
/// `previous`: the one before it, or null (SnapshotBuilder).
SnapshotPtr loadSnapshot(Connection &connection, const Feeds &feeds, quint64 revision, SnapshotPtr previous);

} // namespace callboard::mirror
