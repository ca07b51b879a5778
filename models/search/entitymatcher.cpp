// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/entitymatcher.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <utility>

namespace callboard::search {

namespace {

constexpr int letterAtBeginning = 800;
constexpr int letterAtWord = 640;
constexpr int letterInside = 360;
constexpr int tagScore = 220;
constexpr int attributeScore = 150;
constexpr int descriptionScore = 60;
constexpr int wholeScore = 1000; ///< No fit is worth more.
constexpr int longestLength = 50; ///< Longer texts are worth no less.
constexpr int titleDiscount = 20; ///< A title's hit is worth a little less than the name's.
constexpr qsizetype describedFrom = 3;
constexpr Row rowsBetweenStops = 16384;
constexpr int mineBoost = 40;
constexpr int starredBoost = 60;
constexpr int recencyDivisor = 4; ///< At most 63.
constexpr int locationPenalty = 120; ///< Locations are book-keeping; few look for one.

/// The rows to look at: all, or those that are left.
struct Rows {
    const std::vector<Hit> *among;
    Row count;
    Row at(Row i) const { return among ? (*among)[i].row : i; }
};

using Scores = std::vector<quint16>;

enum class Which { Name, Title };

quint16 asScore(int value) { return quint16(std::clamp(value, 1, 2000)); }

/// Scores one word over many rows.
class WordScan {
public:
    WordScan(const CatalogIndex &index, const Word &word, const MatchOptions &options, bool typos)
        : m_index(index)
        , m_word(word)
        , m_options(options)
        , m_typos(typos)
    {
    }

    Scores run(const Rows &rows, std::stop_token stop) const
    {
        Scores scores(rows.count, 0);
        const bool isLetter = m_word.size() == 1 && m_word.isPlain && !m_typos;
        for (const Which which : { Which::Name, Which::Title })
            isLetter ? scanLetter(which, rows, scores) : scanTexts(which, rows, scores, stop);
        scanTags(rows, scores);
        if (m_options.attributes) {
            scanColumn(Attribute::Kind, Field::Kind, rows, scores);
            scanColumn(Attribute::Type, Field::Type, rows, scores);
            scanColumn(Attribute::Owner, Field::Owner, rows, scores);
            scanColumn(Attribute::System, Field::System, rows, scores);
        }
        if (m_options.descriptions && m_word.size() >= describedFrom && !m_typos)
            scanDescriptions(rows, scores, stop);
        return scores;
    }

private:
    bool mayFit(quint64 letters, quint64 pairs) const
    {
        if (m_typos) {
            // One edit takes away at most one letter and three pairs (two letters swapped).
            return std::popcount(m_word.letters & ~letters) <= 1 && std::popcount(m_word.pairs & ~pairs) <= 3;
        }
        if (m_word.letters & ~letters)
            return false;
        if ((m_word.pairs & ~pairs) == 0)
            return true;
        if (m_options.looseness == Looseness::Pieces)
            return m_word.mayBeInPieces(letters, pairs);
        return m_options.looseness != Looseness::Contained && (m_word.firstStart & ~letters) == 0;
    }

    /// Calls `look` with the place among the rows, the row, and the text's number, of each that has such a text.
    template<typename Look>
    void forEachText(Which which, const Rows &rows, Look look) const
    {
        if (which == Which::Name) {
            for (Row i = 0; i < rows.count; ++i)
                look(i, rows.at(i), rows.at(i));
        } else if (!rows.among) {
            const std::vector<Row> &titled = m_index.titledRows();
            for (quint32 title = 0; title < titled.size(); ++title)
                look(titled[title], titled[title], title);
        } else if (!m_index.titledRows().empty()) {
            for (Row i = 0; i < rows.count; ++i) {
                if (const quint32 title = m_index.titleOf(rows.at(i)); title != CatalogIndex::noTitle)
                    look(i, rows.at(i), title);
            }
        }
    }

    const TextColumn &textsOf(Which which) const { return which == Which::Name ? m_index.names() : m_index.titles(); }

    void scanTexts(Which which, const Rows &rows, Scores &scores, const std::stop_token &stop) const
    {
        const quint64 *letters = textsOf(which).letters.data();
        const quint64 *pairs = textsOf(which).pairs.data();
        bool isStopped = false;
        forEachText(which, rows, [&](Row i, Row row, quint32 text) {
            isStopped = isStopped || (i % rowsBetweenStops == 0 && stop.stop_requested());
            if (isStopped || isEnough(scores[i], wholeScore) || !mayFit(letters[text], pairs[text]))
                return;
            const int score = fitText(which, row, text) - (which == Which::Title ? titleDiscount : 0);
            if (score > scores[i])
                scores[i] = asScore(score);
        });
    }

    /// One letter fits most of a catalog; where it stands is told by the masks, without a look at the texts.
    void scanLetter(Which which, const Rows &rows, Scores &scores) const
    {
        const quint64 *letters = textsOf(which).letters.data();
        const quint8 *lengths = textsOf(which).lengths.data();
        const Byte *firsts = textsOf(which).firsts.data();
        forEachText(which, rows, [&](Row i, Row, quint32 text) {
            if (m_word.letters & ~letters[text])
                return;
            int score = m_word.firstStart && (letters[text] & m_word.firstStart) ? letterAtWord : letterInside;
            if (firsts[text] == m_word.bytes[0])
                score = letterAtBeginning;
            score -= std::min<int>(lengths[text], longestLength) + (which == Which::Title ? titleDiscount : 0);
            scores[i] = std::max(scores[i], asScore(score));
        });
    }

    /// Can this row's score be no more of use, when what is looked at now is worth `most` at best?
    bool isEnough(quint16 score, int most) const { return m_options.scores ? score >= most : score > 0; }

    int fitText(Which which, Row row, quint32 number) const
    {
        const FoldedText text = m_index.text(textsOf(which), number);
        const int score = m_typos ? fitWithTypo(m_word, text) : fit(m_word, text, m_options.looseness);
        if (score == 0 || m_word.isPlain)
            return score;
        const mirror::Snapshot &snapshot = m_index.snapshot();
        return m_word.verify(which == Which::Title ? snapshot.title(row) : snapshot.name(row)) ? score : 0;
    }

    /// Per value: how the word fits it, scaled to `whole`; empty when it fits none.
    Scores attributeScores(Attribute attribute, int whole) const
    {
        Scores scores;
        for (Code code = 1; code < m_index.count(attribute); ++code) {
            if (m_word.letters & ~m_index.letters(attribute, code))
                continue;
            const int score = fit(m_word, m_index.text(attribute, code), Looseness::Contained);
            if (score == 0)
                continue;
            scores.resize(m_index.count(attribute), 0);
            scores[code] = asScore(score * whole / 1000);
        }
        return scores;
    }

    void scanColumn(Attribute attribute, Field field, const Rows &rows, Scores &scores) const
    {
        const Scores byCode = attributeScores(attribute, attributeScore);
        if (byCode.empty())
            return;
        const std::vector<Code> &codes = m_index.column(field).codes;
        // No row is left out: to guess which costs more than the look at its code.
        for (Row i = 0; i < rows.count; ++i)
            scores[i] = std::max(scores[i], byCode[codes[rows.at(i)]]);
    }

    void scanTags(const Rows &rows, Scores &scores) const
    {
        const Scores byCode = attributeScores(Attribute::Tag, tagScore);
        if (byCode.empty())
            return;
        constexpr Row few = 8; // To go through the tags of a row takes so many times as long as to go through the rows of the tags.
        if (rows.among && rows.count < m_index.size() / few) {
            for (Row i = 0; i < rows.count; ++i) {
                for (const Code code : m_index.tags(rows.at(i)))
                    scores[i] = std::max(scores[i], byCode[code]);
            }
            return;
        }
        Scores byRow(rows.among ? m_index.size() : 0);
        Scores &tagged = rows.among ? byRow : scores;
        for (Code code = 1; code < byCode.size(); ++code) {
            for (const Row row : byCode[code] > 0 ? m_index.tagged(code) : std::span<const Row>())
                tagged[row] = std::max(tagged[row], byCode[code]);
        }
        for (Row i = 0; rows.among && i < rows.count; ++i)
            scores[i] = std::max(scores[i], byRow[rows.at(i)]);
    }

    void scanDescriptions(const Rows &rows, Scores &scores, const std::stop_token &stop) const
    {
        // Texts are all over memory, which is slow to come: so it is asked for some of them before they are read.
        std::array<Row, 16> waiting;
        size_t count = 0;
        const auto readWaiting = [&] {
            for (const Row i : std::span(waiting).first(std::exchange(count, 0))) {
                if (isIn(m_word, m_index.snapshot().descriptionUtf8(rows.at(i))))
                    scores[i] = descriptionScore;
            }
        };
        for (Row i = 0; i < rows.count; ++i) {
            if (i % rowsBetweenStops == 0 && stop.stop_requested())
                return;
            if (scores[i] > 0 || !holds(m_index.descriptionPairs(rows.at(i)), m_word.widePairs))
                continue;
            __builtin_prefetch(m_index.snapshot().descriptionUtf8(rows.at(i)).data());
            waiting[count++] = i;
            if (count == waiting.size())
                readWaiting();
        }
        readWaiting();
    }

    const CatalogIndex &m_index;
    const Word &m_word;
    const MatchOptions &m_options;
    bool m_typos;
};

/// The rows that a word fits, with its scores added to those of the words before.
std::vector<Hit> summed(const Rows &rows, const Scores &scores, bool isFirst)
{
    const size_t count = rows.count - size_t(std::count(scores.begin(), scores.end(), quint16(0)));
    // One more: the place that is written to without moving on. No branch, for it would be guessed wrong too often.
    std::vector<Hit> hits(count + 1);
    Hit *next = hits.data();
    for (Row i = 0; i < rows.count; ++i) {
        *next = { rows.at(i), scores[i] + (isFirst ? 0 : (*rows.among)[i].score) };
        next += scores[i] != 0;
    }
    hits.pop_back();
    return hits;
}

/// The order to try words in: those that leave the fewest first.
std::vector<size_t> bySelectivity(const std::vector<Word> &words)
{
    std::vector<size_t> order(words.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) { return words[a].size() > words[b].size(); });
    return order;
}

/// From the third letter on other rules hold, so that a word of three may fit what two of its letters did not.
bool isNarrowerWord(const QString &last, const QString &next)
{
    if (last == next)
        return true;
    return (last.size() >= 3 || next.size() == 2) && next.startsWith(last);
}

} // namespace

int Personal::boost(Row row) const
{
    int sum = 0;
    if (has(row, Mine))
        sum += mineBoost;
    if (has(row, Starred))
        sum += starredBoost;
    if (row < recency.size())
        sum += recency[row] / recencyDivisor;
    return sum;
}

std::vector<Word> wordsOf(QStringView typed)
{
    std::vector<Word> words;
    for (const QStringView part : typed.split(u' ', Qt::SkipEmptyParts)) {
        const QStringView trimmed = part.trimmed();
        const bool known = std::any_of(words.begin(), words.end(),
            [&](const Word &word) { return word.typed.compare(trimmed, Qt::CaseInsensitive) == 0; });
        if (!trimmed.isEmpty() && !known)
            words.emplace_back(trimmed);
    }
    return words;
}

EntityMatcher::EntityMatcher(MatchOptions options)
    : m_options(options)
{
}

void EntityMatcher::forget()
{
    m_mayNarrow = false;
    m_survivors = {};
}

bool EntityMatcher::canNarrow(const IndexPtr &index, const std::vector<Word> &words) const
{
    if (!m_mayNarrow || m_index.lock() != index || words.size() < m_words.size())
        return false;
    for (size_t i = 0; i < m_words.size(); ++i) {
        if (!isNarrowerWord(m_words[i], words[i].typed))
            return false;
    }
    return true;
}

MatchResult EntityMatcher::match(const IndexPtr &index, QStringView text, std::stop_token stop)
{
    const std::vector<Word> words = wordsOf(text);
    // To look at most of them one by one costs more than to run over all.
    const bool narrow = canNarrow(index, words) && m_survivors.size() < index->size() / 2;
    MatchResult result = scan(*index, words, narrow ? &m_survivors : nullptr, false, stop);
    if (result.hits.empty() && m_options.typos && !words.empty() && !stop.stop_requested()) {
        MatchResult loose = scan(*index, words, nullptr, true, stop);
        loose.withTypos = !loose.hits.empty();
        if (loose.withTypos)
            result = std::move(loose);
    }
    result.cancelled = stop.stop_requested();
    m_mayNarrow = !result.cancelled && !result.withTypos && !words.empty();
    if (m_mayNarrow) {
        m_index = index;
        m_words.clear();
        for (const Word &word : words)
            m_words.push_back(word.typed);
        m_survivors = result.hits;
    }
    return result;
}

MatchResult EntityMatcher::scan(const CatalogIndex &index, const std::vector<Word> &words,
    const std::vector<Hit> *among, bool typos, std::stop_token stop)
{
    m_lastScanned = among ? qsizetype(among->size()) : qsizetype(index.size());
    MatchResult result;
    if (words.empty()) {
        result.hits.resize(index.size());
        for (Row row = 0; row < index.size(); ++row)
            result.hits[row] = { row, 0 };
        return result;
    }
    bool isFirst = true;
    for (const size_t at : bySelectivity(words)) {
        const std::vector<Hit> *left = isFirst ? among : &result.hits;
        const Rows source { left, left ? Row(left->size()) : index.size() };
        Scores scores = WordScan(index, words[at], m_options, false).run(source, stop);
        if (typos) {
            const Scores loose = WordScan(index, words[at], m_options, true).run(source, stop);
            std::transform(scores.begin(), scores.end(), loose.begin(), scores.begin(), [](quint16 a, quint16 b) { return std::max(a, b); });
        }
        result.hits = summed(source, scores, isFirst);
        isFirst = false;
        if (result.hits.empty() || stop.stop_requested())
            return {};
    }
    if (words.size() > 1) {
        for (Hit &hit : result.hits)
            hit.score /= int(words.size());
    }
    return result;
}

std::vector<Hit> best(std::vector<Hit> hits, const CatalogIndex &index, const Personal *personal, size_t limit)
{
    const Column &kinds = index.column(Field::Kind);
    Code location = Code(-1);
    for (Code code = 1; code < kinds.size(); ++code) {
        if (index.value(Field::Kind, code).compare(u"Location", Qt::CaseInsensitive) == 0)
            location = code;
    }
    // The order as one number, the least the best: by score, then by name.
    constexpr int highest = 1 << 20; // Above any score, and scores may be negative.
    const std::vector<quint32> &ranks = index.nameRanks();
    std::vector<quint64> kept; // A heap, the worst of them in front.
    const size_t most = std::min(limit, hits.size());
    kept.reserve(most);
    for (const Hit &hit : hits) {
        int score = hit.score;
        if (personal)
            score += personal->boost(hit.row);
        if (kinds.codes[hit.row] == location)
            score -= locationPenalty;
        const quint64 above = quint64(highest - score) << 32;
        if (kept.size() < most) {
            kept.push_back(above | ranks[hit.row]);
            if (kept.size() == most)
                std::make_heap(kept.begin(), kept.end());
        } else if (most > 0 && above < kept.front()) {
            const quint64 key = above | ranks[hit.row];
            if (key >= kept.front())
                continue;
            std::pop_heap(kept.begin(), kept.end());
            kept.back() = key;
            std::push_heap(kept.begin(), kept.end());
        }
    }
    std::sort(kept.begin(), kept.end());
    const std::vector<Row> &byName = index.order(Order::Name);
    hits.resize(kept.size());
    std::transform(kept.begin(), kept.end(), hits.begin(),
        [&](quint64 key) { return Hit { byName[quint32(key)], highest - int(key >> 32) }; });
    return hits;
}

QList<int> highlights(const std::vector<Word> &words, QStringView written, Looseness looseness, bool typos)
{
    QList<int> all;
    for (const Word &word : words)
        all += matchPositions(word, written, looseness, typos);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

} // namespace callboard::search
