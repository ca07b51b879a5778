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
/// Of git that could not fetch into a clone: what to do about it, then what git said and where.
QString gitSentenceText(const domain::Error &error, const QString &clone);
/// How far a sign-in came: the server was asked, the browser was opened, a code for a browser elsewhere was shown.
enum class SignInStage { Asking, Browser, Code };
/// Of a sign-in that failed. Nothing tries it again but the person.
Sentence signInSentence(const domain::Error &error, SignInStage stage);

} // namespace callboard::ui
