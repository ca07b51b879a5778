// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/word.h"

#include "models/mirror/stringtable.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace callboard::search {

namespace {

constexpr int wholeText = 1000;
constexpr int prefixOfText = 800;
constexpr int prefixOfWord = 640;
constexpr int wholeWordBonus = 60;
constexpr int insideWord = 360;
constexpr int inPieces = 300;
constexpr int scattered = 140;
constexpr int withTypo = 100;
constexpr int longestPenalty = 50;
constexpr qsizetype scatteredFrom = 3; ///< Shorter words would be scattered over everything.
constexpr qsizetype piecesFrom = 2;
constexpr qsizetype typoFrom = 4;
constexpr qsizetype mostGaps = 6;

int lengthPenalty(const Word &word, const FoldedText &text)
{
    return int(std::min<qsizetype>(text.length - word.size(), longestPenalty));
}

bool isStart(const FoldedText &text, qsizetype at)
{
    return at < 64 && (text.starts >> at & 1);
}

bool isWordByte(Byte byte)
{
    return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
}

bool isWordEnd(const FoldedText &text, qsizetype at)
{
    return at >= text.length || !isWordByte(text.bytes[at]) || isStart(text, at);
}

int placeScore(const Word &word, const FoldedText &text, qsizetype at)
{
    const qsizetype end = at + word.size();
    if (at == 0 && end == text.length)
        return wholeText;
    const int whole = isWordEnd(text, end) ? wholeWordBonus : 0;
    if (at == 0)
        return prefixOfText + whole;
    return isStart(text, at) ? prefixOfWord + whole : insideWord;
}

/// The best place where the word stands together; -1 where there is none.
qsizetype bestPlace(const Word &word, const FoldedText &text, int *score)
{
    qsizetype best = -1;
    *score = 0;
    const qsizetype last = text.length - word.size();
    const Byte first = word.bytes[0];
    for (qsizetype at = 0; at <= last; ++at) {
        const void *found = std::memchr(text.bytes + at, first, size_t(last - at + 1));
        if (!found)
            break;
        at = static_cast<const Byte *>(found) - text.bytes;
        if (std::memcmp(text.bytes + at, word.bytes.data(), size_t(word.size())) != 0)
            continue;
        const int here = placeScore(word, text, at);
        if (here > *score) {
            *score = here;
            best = at;
        }
        if (at == 0)
            break; // No place beats the beginning.
    }
    return best;
}

/// Splits a word into pieces that each begin a word of the text, trying long pieces first.
class PieceSearch {
public:
    PieceSearch(const Word &word, const FoldedText &text)
        : m_word(word)
        , m_text(text)
    {
    }

    /// Fills `positions` (may be null) and returns the number of pieces; 0 when it cannot be split.
    int run(QList<int> *positions)
    {
        return from(0, 0, positions);
    }

private:
    int from(qsizetype letter, qsizetype at, QList<int> *positions)
    {
        if (letter == m_word.size())
            return 0;
        if (at >= 64 || --m_budget < 0)
            return 0;
        for (quint64 starts = m_text.starts & (~quint64(0) << at); starts; starts &= starts - 1) {
            const qsizetype start = std::countr_zero(starts);
            const qsizetype run = runLength(letter, start);
            for (qsizetype length = run; length > 0; --length) {
                const bool isLast = letter + length == m_word.size();
                const int rest = isLast ? 0 : from(letter + length, start + length, positions);
                if (!isLast && rest == 0)
                    continue;
                prepend(positions, start, length);
                return rest + 1;
            }
        }
        return 0;
    }

    qsizetype runLength(qsizetype letter, qsizetype at) const
    {
        qsizetype length = 0;
        while (letter + length < m_word.size() && at + length < m_text.length
            && m_word.bytes[size_t(letter + length)] == m_text.bytes[at + length])
            ++length;
        return length;
    }

    static void prepend(QList<int> *positions, qsizetype start, qsizetype length)
    {
        if (!positions)
            return;
        for (qsizetype i = length - 1; i >= 0; --i)
            positions->prepend(int(start + i));
    }

    const Word &m_word;
    const FoldedText &m_text;
    int m_budget = 256; ///< Texts are short; this bounds what a hostile one may cost.
};

/// The unit after the last letter when scattered from `start` on; -1 when it does not fit.
qsizetype scatterFrom(const Word &word, const FoldedText &text, qsizetype start, QList<int> *positions)
{
    const qsizetype limit = std::min(text.length, start + word.size() + mostGaps);
    qsizetype letter = 0;
    qsizetype at = start;
    for (; at < limit && letter < word.size(); ++at) {
        if (text.bytes[at] != word.bytes[size_t(letter)])
            continue;
        if (positions)
            positions->append(int(at));
        ++letter;
    }
    return letter == word.size() ? at : -1;
}

/// The start of the tightest scattered fit; -1 when there is none.
qsizetype bestScatter(const Word &word, const FoldedText &text, qsizetype *gaps)
{
    qsizetype best = -1;
    *gaps = mostGaps + 1;
    for (quint64 starts = text.starts; starts; starts &= starts - 1) {
        const qsizetype start = std::countr_zero(starts);
        if (text.bytes[start] != word.bytes[0])
            continue;
        const qsizetype end = scatterFrom(word, text, start, nullptr);
        if (end >= 0 && end - start - word.size() < *gaps) {
            *gaps = end - start - word.size();
            best = start;
        }
    }
    return best;
}

bool sameBytes(const Byte *text, qsizetype textLength, const Byte *word, qsizetype length)
{
    return length <= textLength && std::memcmp(text, word, size_t(length)) == 0;
}

/// Does the text from `start` on begin with the word but for one edit?
bool fitsButOne(const Word &word, const FoldedText &text, qsizetype start)
{
    const Byte *t = text.bytes + start;
    const qsizetype available = text.length - start;
    const Byte *w = word.bytes.data();
    const qsizetype size = word.size();
    qsizetype i = 0;
    while (i < size && i < available && w[i] == t[i])
        ++i;
    if (i >= size)
        return true;
    const auto rest = [&](qsizetype textAt, qsizetype wordAt) {
        return textAt <= available && sameBytes(t + textAt, available - textAt, w + wordAt, size - wordAt);
    };
    const bool swapped = i + 1 < size && i + 1 < available && w[i] == t[i + 1] && w[i + 1] == t[i];
    return rest(i + 1, i + 1) || rest(i, i + 1) || rest(i + 1, i) || (swapped && rest(i + 2, i + 2));
}

qsizetype bestTypo(const Word &word, const FoldedText &text)
{
    if (word.size() < typoFrom)
        return -1;
    for (quint64 starts = text.starts; starts; starts &= starts - 1) {
        const qsizetype start = std::countr_zero(starts);
        if (fitsButOne(word, text, start))
            return start;
    }
    return -1;
}

/// Eight bytes of a text at once, each in a lane of its own.
quint64 eightBytes(const char *at)
{
    quint64 lanes = 0;
    std::memcpy(&lanes, at, sizeof lanes);
    return lanes;
}

constexpr quint64 everyLane = 0x0101'0101'0101'0101;

/// Compares eight ASCII bytes with a folded one: lanes that may be the same have their highest bit set. Setting bit 5 makes letters small;
/// what else it makes alike is told apart by whoever looks closer.
quint64 lanesLike(quint64 lanes, Byte byte)
{
    const quint64 apart = (lanes | everyLane * 0x20) ^ everyLane * (byte | 0x20u);
    return (apart - everyLane) & ~apart & everyLane * 0x80;
}

template<typename Unit>
bool standsAt(const Word &word, const Unit *at)
{
    return std::equal(word.bytes.begin(), word.bytes.end(), at, [](Byte byte, Unit unit) { return foldUnit(char16_t(unit)) == byte; });
}

template<typename Unit>
bool standsIn(const Word &word, const Unit *from, const Unit *to)
{
    for (; to - from >= word.size(); ++from) {
        if (standsAt(word, from))
            return true;
    }
    return false;
}

/// Eight places at a time are left out where the word's first two bytes are at none of them.
bool standsInAscii(const Word &word, const char *from, const char *to)
{
    constexpr ptrdiff_t atOnce = 8;
    // Nine bytes are read for eight places, all of them of the text: a word of two or more ends behind its last place.
    for (; word.size() > 1 && to - from >= atOnce - 1 + word.size(); from += atOnce) {
        if ((lanesLike(eightBytes(from), word.bytes[0]) & lanesLike(eightBytes(from + 1), word.bytes[1])) == 0)
            continue;
        if (standsIn(word, from, from + atOnce - 1 + word.size()))
            return true;
    }
    return standsIn(word, from, to);
}

} // namespace

Word::Word(QStringView typedText)
    : typed(typedText.toString())
    , bytes(fold(typedText))
{
    for (const Byte byte : bytes) {
        letters |= letterBit(byte);
        isPlain = isPlain && byte < 0x80;
    }
    firstStart = bytes.empty() ? 0 : startBit(bytes[0]);
    pairs = pairMask(bytes.data(), size());
    for (qsizetype i = 0; i + 1 < size(); ++i) {
        if (const quint64 start = startBit(bytes[size_t(i) + 1]))
            seams.push_back({ pairMask(bytes.data() + i, 2), start });
    }
    addPairs(widePairs, typedText);
}

bool Word::verify(QStringView written) const
{
    if (isPlain)
        return true;
    return std::all_of(typed.begin(), typed.end(), [&](QChar unit) {
        return foldUnit(unit.unicode()) < 0x80 || written.contains(unit, Qt::CaseInsensitive);
    });
}

int fit(const Word &word, const FoldedText &text, Looseness looseness)
{
    if (word.size() == 0 || word.size() > text.length)
        return 0;
    int score = 0;
    if (bestPlace(word, text, &score) >= 0)
        return score - lengthPenalty(word, text);
    if (looseness == Looseness::Contained || word.size() < piecesFrom)
        return 0;
    if (const int pieces = PieceSearch(word, text).run(nullptr); pieces > 0)
        return std::max(inPieces - 15 * pieces, scattered + 10) - lengthPenalty(word, text);
    if (looseness == Looseness::Pieces || word.size() < scatteredFrom)
        return 0;
    qsizetype gaps = 0;
    if (bestScatter(word, text, &gaps) < 0)
        return 0;
    return scattered - 8 * int(gaps) - lengthPenalty(word, text) / 2;
}

int fitWithTypo(const Word &word, const FoldedText &text)
{
    const qsizetype start = bestTypo(word, text);
    if (start < 0)
        return 0;
    return withTypo + (start == 0 ? 20 : 0) - int(std::min<qsizetype>(text.length, longestPenalty));
}

bool isIn(const Word &word, QStringView written)
{
    const char16_t *units = written.utf16();
    return word.size() > 0 && standsIn(word, units, units + written.size()) && word.verify(written);
}

bool isIn(const Word &word, std::string_view utf8)
{
    if (!mirror::isAscii(utf8))
        return isIn(word, QString::fromUtf8(utf8));
    return word.size() > 0 && word.isPlain && standsInAscii(word, utf8.data(), utf8.data() + utf8.size());
}

QList<int> matchPositions(const Word &word, QStringView written, Looseness looseness, bool typo)
{
    const std::basic_string<Byte> folded = fold(written);
    const FoldedText text { folded.data(), qsizetype(folded.size()), wordStarts(written) };
    QList<int> positions;
    if (word.size() == 0 || !word.verify(written))
        return positions;
    int score = 0;
    qsizetype place = word.size() <= text.length ? bestPlace(word, text, &score) : -1;
    if (place < 0 && word.size() <= text.length && looseness != Looseness::Contained && word.size() >= piecesFrom) {
        if (PieceSearch(word, text).run(&positions) > 0)
            return positions;
        positions.clear();
        qsizetype gaps = 0;
        if (looseness == Looseness::Scattered && word.size() >= scatteredFrom) {
            if (const qsizetype start = bestScatter(word, text, &gaps); start >= 0) {
                scatterFrom(word, text, start, &positions);
                return positions;
            }
        }
    }
    if (place < 0 && typo)
        place = bestTypo(word, text);
    if (place < 0)
        return positions;
    for (qsizetype i = place; i < std::min(place + word.size(), text.length); ++i)
        positions.append(int(i));
    return positions;
}

} // namespace callboard::search
