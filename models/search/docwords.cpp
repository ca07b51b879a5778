// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/docwords.h"

#include "models/mirror/doctokens.h"
#include "models/search/stem.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include <cstring>

namespace callboard::search {

using namespace Qt::StringLiterals;
using mirror::SegmentView;

namespace {

constexpr size_t mostWords = 12;
constexpr size_t shortestInfix = 3;
// Of a segment's terms that only hold or begin with a word, the most frequent.
constexpr size_t mostOfAKind = 96;

// What a way of being found is worth beside the word itself.
constexpr float stemWeight = 0.85f;
constexpr float openWeight = 0.7f;
constexpr float beginningWeight = 0.35f;
constexpr float infixWeight = 0.6f;
constexpr float besideWeight = 0.5f; ///< Of the last two, where the word itself is there too.
constexpr float oneTypoWeight = 0.6f;
constexpr float twoTyposWeight = 0.4f;
// A word that is this much rarer than one beside it may well be a slip.
constexpr quint64 slipRatio = 20;

bool isCommonWord(std::string_view term)
{
    static constexpr auto words = std::to_array<std::string_view>({ "a", "an", "and", "are", "as", "at", "be", "by", "can", "do", "does",
        "for", "from", "how", "i", "if", "in", "into", "is", "it", "its", "me", "my", "of", "on", "or", "our", "should", "that", "the",
        "their", "there", "this", "to", "use", "using", "was", "we", "what", "when", "where", "which", "who", "why", "will", "with",
        "you", "your" });
    return std::ranges::binary_search(words, term);
}

DocWord wordOf(const QString &typed)
{
    DocWord word;
    word.term = mirror::foldedTerm(typed);
    word.stem = stem(word.term);
    word.isCommon = isCommonWord(word.term);
    mirror::forEachToken(typed, [&](const mirror::DocToken &token) {
        if (!token.whole && token.term != word.term && token.position == int(word.parts.size()))
            word.parts.emplace_back(token.term);
    });
    return word;
}

/// Collects the terms that stand for a word in one segment.
class Lookup {
public:
    Lookup(const DocWord &word, const SegmentView &view)
        : m_word(word)
        , m_view(view)
    {
    }

    void itself()
    {
        if (const auto found = m_view.find(m_word.term))
            put(*found, 1, DocHit::Match::Exact);
        stems();
    }

    /// The words that begin with it.
    void beginnings(float weight)
    {
        std::vector<quint32> found;
        for (quint32 i = m_view.lowerBound(m_word.term); i < m_view.terms() && m_view.term(i).starts_with(m_word.term); ++i)
            found.push_back(i);
        keepFrequent(found);
        for (const quint32 i : found)
            put(i, weight * closeness(i), DocHit::Match::Prefix);
    }

    /// The words that have it inside.
    void insides(float weight)
    {
        const std::string_view text = m_view.text();
        std::vector<quint32> found;
        const std::string &needle = m_word.term;
        const char *end = text.data() + text.size();
        for (const char *at = text.data(); at < end;) {
            at = static_cast<const char *>(::memmem(at, size_t(end - at), needle.data(), needle.size()));
            if (!at)
                break;
            const auto position = size_t(at - text.data());
            const quint32 index = m_view.termAt(position);
            const std::string_view term = m_view.term(index);
            // A place may lie over the edge of two terms.
            if (position + needle.size() <= size_t(term.data() - text.data()) + term.size() && !term.starts_with(needle)
                && beginsPart(term, size_t(at - term.data())))
                found.push_back(index);
            ++at;
        }
        const auto repeated = std::ranges::unique(found);
        found.erase(repeated.begin(), repeated.end());
        keepFrequent(found);
        for (const quint32 i : found)
            put(i, weight * closeness(i), DocHit::Match::Infix);
    }

    /// Only terms of this many sections count.
    void typos(int most, quint64 least)
    {
        const quint32 letters = SegmentView::lettersOf(m_word.term);
        const auto length = m_word.term.size();
        for (quint32 i = 0; i < m_view.terms(); ++i) {
            // Each edit makes at most one letter appear and one go.
            if (m_view.documents(i) < least || std::popcount(letters & ~m_view.letters(i)) > most)
                continue;
            const std::string_view term = m_view.term(i);
            if (term.size() + size_t(most) < length || (!m_word.isOpen && term.size() > length + size_t(most)))
                continue;
            int edits = editDistance(m_word.term, term, most, false);
            float share = 1;
            if (edits > most && m_word.isOpen && term.size() > length) {
                edits = editDistance(m_word.term, term, most, true);
                share = openWeight;
            }
            if (edits > 0 && edits <= most)
                put(i, share * (edits == 1 ? oneTypoWeight : twoTyposWeight) * sameBeginning(term), DocHit::Match::Typo);
        }
    }

    const std::vector<DocTerm> &terms() const { return m_terms; }
    quint64 documents() const
    {
        quint64 all = 0;
        for (const DocTerm &term : m_terms)
            all += m_view.documents(term.index);
        return all;
    }
    /// Of the most frequent term; 0 for none.
    quint64 mostDocuments() const
    {
        quint64 most = 0;
        for (const DocTerm &term : m_terms)
            most = std::max<quint64>(most, m_view.documents(term.index));
        return most;
    }

private:
    /// In an identifier anywhere; in a plain word of prose only from where a part begins, or "port" would find "support".
    static bool beginsPart(std::string_view term, size_t at)
    {
        const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80); };
        if (at == 0 || !isLetter(term[at - 1]))
            return true;
        return term.size() - at >= 5 || term.size() > 14;
    }

    /// Those with the same stem begin alike.
    void stems()
    {
        if (m_word.stem.size() < 3)
            return;
        const size_t shared = std::max<size_t>(3, m_word.stem.size() - 1);
        const std::string_view beginning = std::string_view(m_word.stem).substr(0, shared);
        for (quint32 i = m_view.lowerBound(beginning); i < m_view.terms(); ++i) {
            const std::string_view term = m_view.term(i);
            if (!term.starts_with(beginning))
                break;
            if (term.size() <= m_word.stem.size() + 8 && stem(term) == m_word.stem)
                put(i, stemWeight, DocHit::Match::Stem);
        }
    }

    void keepFrequent(std::vector<quint32> &found) const
    {
        if (found.size() <= mostOfAKind)
            return;
        std::ranges::nth_element(found, found.begin() + mostOfAKind, std::greater<> {}, [this](quint32 i) { return m_view.documents(i); });
        found.resize(mostOfAKind);
    }

    /// How much of the term the word is.
    float closeness(quint32 index) const
    {
        return std::pow(float(m_word.term.size()) / float(m_view.term(index).size()), 0.25f);
    }

    float sameBeginning(std::string_view term) const { return term.front() == m_word.term.front() ? 1.0f : 0.7f; }

    void put(quint32 index, float weight, DocHit::Match match)
    {
        const auto known = std::ranges::find(m_terms, index, &DocTerm::index);
        if (known == m_terms.end())
            m_terms.push_back({ index, weight, match });
        else if (weight > known->weight)
            *known = { index, weight, match };
    }

    const DocWord &m_word;
    const SegmentView &m_view;
    std::vector<DocTerm> m_terms;
};

int typosFor(const std::string &term)
{
    return term.size() < 4 ? 0 : term.size() < 8 ? 1 : 2;
}

using Lookups = std::vector<Lookup>;

quint64 documentsOf(const Lookups &lookups)
{
    quint64 all = 0;
    for (const Lookup &lookup : lookups)
        all += lookup.documents();
    return all;
}

quint64 mostOf(const Lookups &lookups)
{
    quint64 all = 0;
    for (const Lookup &lookup : lookups)
        all += lookup.mostDocuments();
    return all;
}

/// Looks for slips where the word is nowhere, or where one beside it is so much more frequent that it is the likelier one.
void addTypos(const DocWord &word, std::span<const mirror::SegmentPtr> segments, quint64 own, Lookups &lookups)
{
    const int most = typosFor(word.term);
    if (most == 0)
        return;
    if (own == 0) {
        for (Lookup &lookup : lookups)
            lookup.typos(most, 1);
        return;
    }
    const quint64 least = own * slipRatio;
    Lookups slips;
    for (const auto &segment : segments)
        slips.emplace_back(word, *segment).typos(1, std::max<quint64>(1, least / segments.size() / 4));
    if (mostOf(slips) < least)
        return;
    for (Lookup &lookup : lookups)
        lookup.typos(1, std::max<quint64>(1, least / segments.size() / 4));
}

} // namespace

std::vector<DocWord> docWordsOf(const DocQuestion &question)
{
    std::vector<DocWord> words;
    const auto add = [&](const QString &typed, bool open) {
        DocWord word = wordOf(typed);
        word.isOpen = open;
        if (qsizetype(word.term.size()) > mirror::longestTerm)
            return; // Nothing that long is indexed.
        if (word.term.empty() || words.size() >= mostWords || std::ranges::contains(words, word.term, &DocWord::term))
            return;
        words.push_back(std::move(word));
    };
    for (const QStringList &phrase : question.phrases) {
        for (const QString &typed : phrase)
            add(typed, false);
    }
    for (qsizetype i = 0; i < question.words.size(); ++i)
        add(question.words[i], question.lastIsOpen && i == question.words.size() - 1);
    // Where all are common, they are all there is.
    if (std::ranges::all_of(words, &DocWord::isCommon))
        std::ranges::for_each(words, [](DocWord &word) { word.isCommon = false; });
    return words;
}

size_t phraseWordsOf(const DocQuestion &question)
{
    DocQuestion phrasesOnly;
    phrasesOnly.phrases = question.phrases;
    return docWordsOf(phrasesOnly).size();
}

DocExpansion expand(const DocWord &word, std::span<const mirror::SegmentPtr> segments, const std::stop_token &stop)
{
    Lookups lookups;
    for (const auto &segment : segments)
        lookups.emplace_back(word, *segment).itself();
    const quint64 own = documentsOf(lookups);
    DocExpansion expansion;
    if (!word.isCommon && !stop.stop_requested()) {
        const float beside = own > 0 ? besideWeight : 1;
        for (Lookup &lookup : lookups) {
            if (word.isOpen && word.term.size() >= 2)
                lookup.beginnings(openWeight * (own > 0 ? 0.8f : 1));
            else if (word.term.size() >= shortestInfix)
                lookup.beginnings(own > 0 ? beginningWeight : openWeight);
            if (word.term.size() >= shortestInfix)
                lookup.insides(infixWeight * beside);
        }
        const quint64 found = documentsOf(lookups);
        // A beginning that is no word yet is no slip while it is being typed.
        addTypos(word, segments, found, lookups);
        expansion.isTypo = found == 0 && word.parts.empty();
    }
    for (size_t i = 0; i < lookups.size(); ++i) {
        for (const DocTerm &term : lookups[i].terms())
            expansion.terms.emplace(std::string(segments[i]->term(term.index)), term);
        expansion.documents += lookups[i].documents();
        expansion.bySegment.push_back(lookups[i].terms());
    }
    if (expansion.documents == 0)
        expansion.isTypo = false;
    return expansion;
}

int editDistance(std::string_view typed, std::string_view written, int most, bool open)
{
    const size_t n = typed.size();
    const size_t m = open ? std::min(written.size(), n + size_t(most)) : written.size();
    if (n > m + size_t(most) || m > n + size_t(most))
        return most + 1;
    // Optimal string alignment: rows of the typed letters, of which the last three are needed.
    constexpr size_t widest = size_t(mirror::longestTerm) + 1;
    std::array<std::array<int, widest>, 3> rows;
    for (size_t j = 0; j <= m; ++j)
        rows[0][j] = int(j);
    for (size_t i = 1; i <= n; ++i) {
        auto &row = rows[i % 3];
        const auto &above = rows[(i - 1) % 3];
        row[0] = int(i);
        int least = row[0];
        for (size_t j = 1; j <= m; ++j) {
            const bool same = typed[i - 1] == written[j - 1];
            row[j] = std::min({ above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1) });
            if (i > 1 && j > 1 && typed[i - 1] == written[j - 2] && typed[i - 2] == written[j - 1])
                row[j] = std::min(row[j], rows[(i - 2) % 3][j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > most)
            return most + 1;
    }
    const auto &last = rows[n % 3];
    return open ? std::min(most + 1, *std::min_element(last.begin(), last.begin() + long(m) + 1)) : std::min(most + 1, last[m]);
}

} // namespace callboard::search
