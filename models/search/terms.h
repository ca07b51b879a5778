// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search/filter.h"

namespace callboard::search {

/// A word that goes to the matcher; phrases and negated words are looked for as they stand.
bool isFreeWord(const catalog::PlainTerm &term);

/// Clears `shown` where a term of the columns does not hold.
void keepTerm(const CatalogIndex &index, const catalog::PlainTerm &term, const Personal *personal, std::vector<quint8> &shown);

/// Does a term about a field, an annotation or a label hold, its sign aside?
bool holdsInBody(const catalog::PlainTerm &term, const domain::Entity &entity);

} // namespace callboard::search
