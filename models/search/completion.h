// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search/catalogindex.h"

#include <QString>

#include <vector>

namespace callboard::search {

/// One thing a filter box offers: replace `length` units from `start` by `insert`.
struct Completion {
    QString insert;
    QString label; ///< For people: the title of what an owner names, else as `insert`.
    qsizetype start = 0;
    qsizetype length = 0;
    int count = 0; ///< Entities that have the value; 0 for keys.

    bool operator==(const Completion &) const = default;
};

/// What could stand where the cursor is, the most frequent first: keys, and the values that the catalog has.
std::vector<Completion> completions(QStringView text, qsizetype cursor, const CatalogIndex &index, size_t limit = 12);

} // namespace callboard::search
