// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/settingscheck.h"

namespace callboard::ui {

/// What is wrong with a field and what would be right, as one sentence to stand under it.
QString fieldErrorText(const sync::FieldError &error, const sync::IntegrationInfo::Field &field);

/// Where a secret that is typed now would go, as one sentence.
QString secretStateText(sync::SecretStore::State state);

} // namespace callboard::ui
