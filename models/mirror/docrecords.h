// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/reader.h"

/// Reading single records, and what there is of documentation. All throw SQLite::Exception.
namespace callboard::mirror {

std::optional<domain::Record> readRecord(Connection &connection, QStringView type, const QString &key);
QStringList readRecordKeys(Connection &connection, QStringView type, const QString &entityRef, const QString &connectionId);
std::vector<DocHolding> readDocHoldings(Connection &connection);

} // namespace callboard::mirror
