// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace callboard::ui {

/// What a person reads of an error: what happened, and what to do. The one place that makes them.
struct Sentence {
    QString what;   ///< "The token was refused (401)."
    QString remedy; ///< "It may have expired: make a new one." Empty where nothing helps but waiting.
};
Sentence sentence(const domain::Error &error);
/// Both in a row.
QString sentenceText(const domain::Error &error);

} // namespace callboard::ui
