// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/fold.h"

#include "models/mirror/stringtable.h"

#include <QChar>
#include <QString>

#include <vector>

namespace callboard::search {

namespace {

constexpr int latinEnd = 0x250;
constexpr int latinAdditionalBegin = 0x1E00;
constexpr int latinAdditionalEnd = 0x1F00;

bool isDecomposable(int unit)
{
    return (unit >= 0x80 && unit < latinEnd) || (unit >= latinAdditionalBegin && unit < latinAdditionalEnd);
}

/// The letter under its marks; the same where it has none.
char16_t withoutMarks(char16_t unit)
{
    for (int guard = 0; guard < 3; ++guard) {
        const QString parts = QChar(unit).decomposition();
        if (parts.isEmpty() || QChar(unit).decompositionTag() != QChar::Canonical)
            return unit;
        unit = parts.front().unicode();
    }
    return unit;
}

Byte computeFold(int value)
{
    char16_t unit = char16_t(value);
    if (isDecomposable(value))
        unit = withoutMarks(unit);
    unit = QChar(unit).toCaseFolded().unicode();
    return unit < 0x80 ? Byte(unit) : Byte(0x80 | ((unit ^ (unit >> 7)) & 0x7f));
}

const std::vector<Byte> &foldTable()
{
    static const std::vector<Byte> table = [] {
        std::vector<Byte> made(0x10000);
        for (int unit = 0; unit < 0x10000; ++unit)
            made[size_t(unit)] = computeFold(unit);
        return made;
    }();
    return table;
}

bool isLower(char16_t unit) { return unit < 0x80 ? (unit >= u'a' && unit <= u'z') : QChar::isLower(unit); }
bool isUpper(char16_t unit) { return unit < 0x80 ? (unit >= u'A' && unit <= u'Z') : QChar::isUpper(unit); }
bool isWordUnit(char16_t unit)
{
    if (unit < 0x80)
        return (unit >= u'0' && unit <= u'9') || isLower(unit) || isUpper(unit);
    return QChar::isLetterOrNumber(unit) || QChar::isSurrogate(unit);
}

bool beginsWord(QStringView text, qsizetype at)
{
    const char16_t unit = text[at].unicode();
    if (!isWordUnit(unit))
        return false;
    if (at == 0)
        return true;
    const char16_t before = text[at - 1].unicode();
    if (!isWordUnit(before))
        return true;
    if (!isUpper(unit))
        return false;
    return !isUpper(before) || (at + 1 < text.size() && isLower(text[at + 1].unicode()));
}

quint32 pairHash(Byte a, Byte b)
{
    return (quint32(a) * 256 + b) * 2654435769u;
}

} // namespace

Byte foldBeyondAscii(char16_t unit)
{
    return foldTable()[unit];
}

std::basic_string<Byte> fold(QStringView text)
{
    std::basic_string<Byte> folded(size_t(text.size()), Byte(0));
    for (qsizetype i = 0; i < text.size(); ++i)
        folded[size_t(i)] = foldUnit(text[i].unicode());
    return folded;
}

quint64 wordStarts(QStringView written)
{
    quint64 starts = 0;
    const qsizetype end = std::min<qsizetype>(written.size(), 64);
    for (qsizetype i = 0; i < end; ++i) {
        if (beginsWord(written, i))
            starts |= quint64(1) << i;
    }
    return starts;
}

quint64 letterBit(Byte byte)
{
    if (byte >= 'a' && byte <= 'z')
        return quint64(1) << (byte - 'a');
    if (byte >= '0' && byte <= '9')
        return quint64(1) << (26 + byte - '0');
    return quint64(1) << (36 + (byte & 1));
}

quint64 startBit(Byte byte)
{
    return byte >= 'a' && byte <= 'z' ? quint64(1) << (38 + byte - 'a') : 0;
}

quint64 letterMask(const Byte *text, qsizetype length, quint64 starts)
{
    quint64 mask = 0;
    for (qsizetype i = 0; i < length; ++i) {
        mask |= letterBit(text[i]);
        if (i < 64 && (starts >> i & 1))
            mask |= startBit(text[i]);
    }
    return mask;
}

quint64 pairMask(const Byte *text, qsizetype length)
{
    quint64 mask = 0;
    for (qsizetype i = 0; i + 1 < length; ++i)
        mask |= quint64(1) << (pairHash(text[i], text[i + 1]) >> 26);
    return mask;
}

namespace {

template<typename Unit>
void addPairsOf(WidePairs &pairs, std::basic_string_view<Unit> written)
{
    if (written.empty())
        return;
    Byte last = foldUnit(char16_t(written.front()));
    for (const Unit unit : written.substr(1)) {
        const Byte next = foldUnit(char16_t(unit));
        const quint32 bit = pairHash(last, next) >> 24;
        pairs[bit >> 6] |= quint64(1) << (bit & 63);
        last = next;
    }
}

}

void addPairs(WidePairs &pairs, QStringView written)
{
    addPairsOf(pairs, std::u16string_view(written.utf16(), size_t(written.size())));
}

void addPairs(WidePairs &pairs, std::string_view utf8)
{
    if (mirror::isAscii(utf8))
        addPairsOf(pairs, utf8);
    else
        addPairs(pairs, QStringView(QString::fromUtf8(utf8)));
}

} // namespace callboard::search
