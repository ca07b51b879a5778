// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <functional>
#include <string>
#include <string_view>

namespace callboard::mirror {

/// A word of a text, or a part of an identifier.
struct DocToken {
    std::string_view term; ///< UTF-8 without case and Latin marks; valid during the visit.
    qsizetype start = 0;   ///< In UTF-16 units of the text.
    qsizetype length = 0;
    int position = 0;      ///< Counts words; parts of one word share it.
    bool whole = false;    ///< An identifier of several parts ("ledger-api"), which are visited too.
};

/// Terms are no longer than this many bytes; what is longer is indexed by its parts only.
inline constexpr qsizetype longestTerm = 64;

/// Visits words as documentation has them: "ledger-api" is "ledger-api", "ledger" and "api"; "backstage.io/orphan" also "backstage.io";
/// "PaymentTimeout" also "payment" and "timeout"; "v1.2" also "v1" and "2". Letters of scripts without spaces are words of their own.
void forEachToken(QStringView text, const std::function<void(const DocToken &)> &visit);

/// A text as terms are written, its joints kept.
std::string foldedTerm(QStringView text);

} // namespace callboard::mirror
