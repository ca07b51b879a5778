// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/changes.h"
#include "models/mirror/snapshot.h"

namespace callboard::search {

/// What is a person's, by row: owned by them, by a group they are in or one above it, or by a group below one they
/// are in. Not what a group beside theirs owns, although both hang below one root.
std::vector<bool> mineOf(const mirror::Snapshot &snapshot, mirror::Row person);

/// Narrows a question for changes to what is this person's, by the same meaning.
void askForMine(mirror::ChangesQuery &asked, const mirror::Snapshot &snapshot, mirror::Row person);

} // namespace callboard::search
