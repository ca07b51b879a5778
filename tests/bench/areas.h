// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search/catalogindex.h"
#include "tests/bench/figures.h"

namespace callboard::bench {

inline constexpr search::Row guiLimit = 150'000; ///< Above it answers come from a worker, with another budget.

/// What a person types into the palette and the filter box; each is typed letter by letter.
QStringList typedTexts(const search::CatalogIndex &index);

void benchIndex(const mirror::SnapshotPtr &snapshot, int rounds, Report &report);
void benchPalette(const search::IndexPtr &index, int rounds, Report &report);
void benchCatalogList(const mirror::SnapshotPtr &snapshot, int rounds, Report &report);
void benchRelations(const mirror::SnapshotPtr &snapshot, int rounds, Report &report);

} // namespace callboard::bench
