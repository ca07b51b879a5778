// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/paletteentries.h"

#include <algorithm>
#include <array>

namespace callboard::search {

using namespace Qt::StringLiterals;

namespace {

// What a word counts that stands beside the title only.
constexpr int besideShare = 3;
constexpr int deprecatedPenalty = 60;

/// Of a question in words only these are of no use for finding.
bool isQuestionWord(const QString &word)
{
    static constexpr auto words = std::to_array<QLatin1StringView>({ "who"_L1, "has"_L1, "have"_L1, "which"_L1, "what"_L1, "where"_L1,
        "is"_L1, "the"_L1, "a"_L1, "an"_L1, "does"_L1, "provides"_L1, "offers"_L1 });
    return std::ranges::any_of(words, [&](QLatin1StringView known) { return word.compare(known, Qt::CaseInsensitive) == 0; });
}

std::vector<Word> usefulWords(const QString &typed)
{
    std::vector<Word> words = wordsOf(typed);
    std::vector<Word> useful = words;
    std::erase_if(useful, [](const Word &word) { return isQuestionWord(word.typed); });
    return useful.empty() ? words : useful;
}

} // namespace

PaletteEntries::Folded PaletteEntries::folded(QStringView text)
{
    Folded made { fold(text), wordStarts(text), 0 };
    made.letters = letterMask(made.bytes.data(), qsizetype(made.bytes.size()), made.starts) & letterBits;
    return made;
}

PaletteEntriesPtr PaletteEntries::build(std::vector<PaletteEntry> entries)
{
    auto made = std::make_shared<PaletteEntries>();
    made->m_entries = std::move(entries);
    for (const PaletteEntry &entry : made->m_entries) {
        made->m_titles.push_back(folded(entry.title));
        const QString rest = QStringList { entry.ref.section(u'/', -1), entry.kind, entry.words.join(u' '), entry.subtitle }.join(u' ');
        made->m_words.push_back(folded(rest));
    }
    return made;
}

/// 0: not all words fit.
int PaletteEntries::fitEntry(size_t index, const std::vector<Word> &words, bool typos) const
{
    const Folded &title = m_titles[index];
    const Folded &rest = m_words[index];
    int sum = 0;
    for (const Word &word : words) {
        const FoldedText text { title.bytes.data(), qsizetype(title.bytes.size()), title.starts };
        int score = 0;
        if (typos)
            score = fitWithTypo(word, text);
        if (score == 0 && (word.letters & letterBits & ~title.letters) == 0)
            score = fit(word, text, Looseness::Pieces);
        if (score == 0 && (word.letters & letterBits & ~rest.letters) == 0)
            score = fit(word, { rest.bytes.data(), qsizetype(rest.bytes.size()), rest.starts }, Looseness::Contained) / besideShare;
        if (score == 0)
            return 0;
        sum += score;
    }
    const int score = sum / int(words.size()) - (m_entries[index].deprecated ? deprecatedPenalty : 0);
    return std::max(score, 1);
}

PaletteEntries::Answer PaletteEntries::match(const QString &typed, size_t limit) const
{
    Answer answer;
    answer.words = usefulWords(typed);
    if (answer.words.empty())
        return answer;
    for (const bool typos : { false, true }) {
        for (size_t i = 0; i < m_entries.size(); ++i) {
            if (const int score = fitEntry(i, answer.words, typos))
                answer.hits.push_back({ int(i), score });
        }
        answer.withTypos = typos && !answer.hits.empty();
        if (!answer.hits.empty())
            break;
    }
    answer.total = int(answer.hits.size());
    const size_t kept = std::min(limit, answer.hits.size());
    // Of equals the shorter title: it is more of what was typed.
    const auto isBetter = [this](const Hit &a, const Hit &b) {
        const auto length = [this](const Hit &hit) { return m_entries[size_t(hit.entry)].title.size(); };
        return std::tuple(-a.score, length(a), a.entry) < std::tuple(-b.score, length(b), b.entry);
    };
    std::ranges::partial_sort(answer.hits, answer.hits.begin() + long(kept), isBetter);
    answer.hits.resize(kept);
    return answer;
}

} // namespace callboard::search
