// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/sqlite.h"

#include <span>

namespace callboard::mirror {

/// One step of the file's format. Steps are only ever appended; what a released one does never changes.
struct Migration {
    const char *name;
    const char *sql;
    /// Must give no row once the step is done: each row it gives is a thing that went wrong.
    const char *check;
};

/// Marks a file as a mirror ("CBRD"), so that another program's database is not taken for one.
inline constexpr int applicationId = 0x43425244;

/// The steps from an empty file to the format of this program; their count is its version.
std::span<const Migration> schemaMigrations();

/// Brings a database from its version to the newest, each step in a transaction of its own. Throws what
/// SQLite throws, or Storage's sentence as SQLite::Exception when a check fails; the failed step leaves no trace.
void migrate(Connection &connection, std::span<const Migration> migrations);

/// Empty when the steps the file says it has taken are ours; else what is different.
QString foreignStep(Connection &connection, std::span<const Migration> migrations);

} // namespace callboard::mirror
