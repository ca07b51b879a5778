// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <array>
#include <string>
#include <string_view>

namespace callboard::search {

/// One byte per UTF-16 unit, so that a place in the folded text is the same place in the written
/// one: case and Latin diacritics are gone ("É" is 'e'), ASCII is itself, any other letter is a byte above 127
/// that several letters may share (`Word::verify` tells them apart).
using Byte = unsigned char;

Byte foldBeyondAscii(char16_t unit);
inline Byte foldUnit(char16_t unit)
{
    if (unit < 0x80)
        return Byte(unit >= u'A' && unit <= u'Z' ? unit + 32 : unit);
    return foldBeyondAscii(unit);
}
std::basic_string<Byte> fold(QStringView text);

/// Bit i: a word begins at unit i (beginning, after anything but a letter or digit, camel case). Units past 63 have none.
quint64 wordStarts(QStringView written);

/// Which letters (bits 0-25), digits (26-35) and other bytes (36, 37) occur, and with which letters a word
/// begins (38-63). A text can hold a word only if its letter bits hold the word's.
quint64 letterMask(const Byte *text, qsizetype length, quint64 starts);
inline constexpr quint64 letterBits = (quint64(1) << 38) - 1;
quint64 letterBit(Byte byte);
/// The word-start bit of a letter; 0 for what is not a-z.
quint64 startBit(Byte byte);

/// A hash of each pair of neighbours as one of 64 bits: a text can hold a word only if it has all its bits.
quint64 pairMask(const Byte *text, qsizetype length);

/// The same with 256 bits, for longer texts (descriptions).
using WidePairs = std::array<quint64, 4>;
void addPairs(WidePairs &pairs, QStringView written);
void addPairs(WidePairs &pairs, std::string_view utf8);
inline bool holds(const WidePairs &text, const WidePairs &word)
{
    return ((word[0] & ~text[0]) | (word[1] & ~text[1]) | (word[2] & ~text[2]) | (word[3] & ~text[3])) == 0;
}

} // namespace callboard::search
