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
QString text(const Sentence &sentence);
QString sentenceText(const domain::Error &error);
/// A secret that was needed is kept nowhere: it was given for another run of the program only, or never.
bool isSecretMissing(const domain::Error &error);
/// Of a sign-in that the person was in the middle of; `byCode`: they were shown a code for a browser elsewhere.
Sentence signInSentence(const domain::Error &error, bool byCode);

} // namespace callboard::ui
