// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/workspace.h"

#include <QLocale>

namespace callboard::sync {

/// Reads what a library says of itself, without running a line of it. Always answers with an entry: one
/// that may not be loaded is Refused, with the reason.
IntegrationInfo readIntegration(const QString &libraryPath, const QLocale &locale = QLocale());

/// Refuses what cannot work together: two of one id, a needed one that is not there, a circle of needs.
void checkTogether(std::vector<IntegrationInfo> &integrations);

} // namespace callboard::sync
