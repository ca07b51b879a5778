// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search/catalogindex.h"

#include <QStringList>

namespace callboard::ui::panes {

/// Is this word more than text to look for ("owner:payments")? Such words become chips.
bool isQueryToken(const QString &word);

/// What may stand in place of a half-typed word: keys, and after a colon the values that the catalog has.
QStringList suggestionsFor(const search::CatalogIndex &index, const QString &word);

} // namespace callboard::ui::panes
