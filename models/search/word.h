// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search/fold.h"

#include <QList>
#include <QString>

#include <vector>

namespace callboard::search {

/// A text to match against, as the index keeps it.
struct FoldedText {
    const Byte *bytes = nullptr;
    qsizetype length = 0;
    quint64 starts = 0;
};

/// What a hit may look like, from the strictest to the loosest.
enum class Looseness {
    Contained, ///< The letters stand together.
    Pieces,    ///< … or each piece begins a word, in order: "ledapi" in "ledger-api".
    Scattered, ///< … or in order with few others between, from a word's beginning: "ldgr" in "ledger".
};

/// One word of what was typed, ready to be matched.
struct Word {
    explicit Word(QStringView typed);

    QString typed;
    std::basic_string<Byte> bytes;
    quint64 letters = 0;    ///< Letter bits.
    quint64 firstStart = 0; ///< Start bit of the first letter.
    quint64 pairs = 0;
    struct Seam {
        quint64 pair, start;
    };
    std::vector<Seam> seams; ///< Each pair of neighbours, and the start bit of its second letter; only where there is one.
    WidePairs widePairs {};
    bool isPlain = true; ///< Only ASCII after folding: a hit needs no second look.

    qsizetype size() const { return qsizetype(bytes.size()); }
    /// May each piece of it begin a word? A pair that a text does not have lies in two pieces, of which the second begins one.
    bool mayBeInPieces(quint64 textLetters, quint64 textPairs) const
    {
        if (firstStart & ~textLetters)
            return false;
        for (const Seam &seam : seams) {
            if ((seam.pair & ~textPairs) && (seam.start & ~textLetters))
                return false;
        }
        return true;
    }
    /// Letters outside ASCII share bytes: true when `written` really has those of the word.
    bool verify(QStringView written) const;
};

/// How well a word fits: 0 not at all, 1000 the whole text. Monotone: a word that fits, fits with its
/// last letter taken away, at the same looseness, while it keeps at least three letters.
int fit(const Word &word, const FoldedText &text, Looseness looseness);

/// How well it fits with exactly one letter wrong, missing, too many, or two swapped; from a word's
/// beginning only. 0: not even then, or the word is shorter than four.
int fitWithTypo(const Word &word, const FoldedText &text);

/// Is the word somewhere in a written text? Reads it unfolded.
bool isIn(const Word &word, QStringView written);
bool isIn(const Word &word, std::string_view utf8);

/// The units that a person sees as matched, ascending. Finds the best place by the same rules as `fit`.
QList<int> matchPositions(const Word &word, QStringView written, Looseness looseness, bool typo);

} // namespace callboard::search
