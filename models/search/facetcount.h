// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search/filter.h"

namespace callboard::search {

/// Takes the rows that text and scope left in `result.shown`, counts every facet under the selections of the
/// others, and leaves the rows that all selections hold for.
void applyFacets(const CatalogIndex &index, const QMap<Facet, QStringList> &selected, const Personal *personal, qint64 now,
    bool wantCounts, FilterResult &result);

/// The column that a facet counts; none for tags, states and freshness.
std::optional<Field> fieldOf(Facet facet);

} // namespace callboard::search
