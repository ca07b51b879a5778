// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insights/cataloghistory.h"
#include "models/insights/usagelog.h"

namespace callboard::insights {

// Each table as CSV (RFC 4180: UTF-8, CRLF, a head row of field names, not translated). A cell that a spreadsheet would take for a formula
// begins with an apostrophe. Dates are ISO 8601.
QByteArray csvOfActive(const UsageReport &report);
QByteArray csvOfRanking(const std::vector<RankedUse> &rows);
QByteArray csvOfEvents(const UsageIndex &index, std::span<const UsageRow> rows);
QByteArray csvOfKept(std::span<const KeptUse> rows);
QByteArray csvOfTable(const domain::UsageTable &table);
QByteArray csvOfCatalog(std::span<const CatalogPoint> points);
QByteArray csvOfGroups(std::span<const CatalogReport::Group> groups);
QByteArray csvOf(const std::vector<QStringList> &rows); ///< Any other; the first row is the head.

} // namespace callboard::insights
