// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/stem.h"

#include <algorithm>
#include <span>

namespace callboard::search {

namespace {

struct Rule {
    std::string_view suffix;
    std::string_view replacement;
};

/// The word as it is being worked on; names are those of the paper.
class Stemmed {
public:
    explicit Stemmed(std::string_view word)
        : m_word(word)
    {
    }
    std::string take() && { return std::move(m_word); }
    size_t size() const { return m_word.size(); }

    bool endsWith(std::string_view suffix) const { return m_word.ends_with(suffix); }
    void cut(size_t letters) { m_word.resize(m_word.size() - letters); }
    void append(std::string_view letters) { m_word += letters; }

    /// m of what is left without `letters` at the end.
    int measure(size_t letters) const
    {
        int count = 0;
        bool vowel = false;
        for (size_t i = 0; i + letters < m_word.size(); ++i) {
            const bool consonant = isConsonant(i);
            if (vowel && consonant)
                ++count;
            vowel = !consonant;
        }
        return count;
    }
    bool hasVowel(size_t letters) const
    {
        for (size_t i = 0; i + letters < m_word.size(); ++i) {
            if (!isConsonant(i))
                return true;
        }
        return false;
    }
    bool endsDouble() const
    {
        const size_t n = size();
        return n >= 2 && m_word[n - 1] == m_word[n - 2] && isConsonant(n - 1);
    }
    /// *o: consonant, vowel, consonant, and the last not w, x or y.
    bool endsShort(size_t letters) const
    {
        const size_t n = size() - letters;
        if (n < 3 || !isConsonant(n - 1) || isConsonant(n - 2) || !isConsonant(n - 3))
            return false;
        const char last = m_word[n - 1];
        return last != 'w' && last != 'x' && last != 'y';
    }
    char last() const { return m_word.empty() ? '\0' : m_word.back(); }
    char lastBefore(size_t letters) const { return letters < size() ? m_word[size() - letters - 1] : '\0'; }

    /// The longest rule whose suffix fits decides; it is applied where the rest's measure is above `above`.
    void apply(std::span<const Rule> rules, int above)
    {
        const Rule *best = nullptr;
        for (const Rule &rule : rules) {
            if (endsWith(rule.suffix) && (!best || rule.suffix.size() > best->suffix.size()))
                best = &rule;
        }
        if (!best || measure(best->suffix.size()) <= above)
            return;
        cut(best->suffix.size());
        append(best->replacement);
    }

private:
    bool isConsonant(size_t i) const
    {
        switch (m_word[i]) {
        case 'a':
        case 'e':
        case 'i':
        case 'o':
        case 'u': return false;
        case 'y': return i == 0 || !isConsonant(i - 1);
        default: return true;
        }
    }
    std::string m_word;
};

void plurals(Stemmed &word)
{
    if (word.endsWith("sses") || word.endsWith("ies"))
        word.cut(2);
    else if (word.last() == 's' && !word.endsWith("ss"))
        word.cut(1);
}

void pastAndGerund(Stemmed &word)
{
    if (word.endsWith("eed")) {
        if (word.measure(3) > 0)
            word.cut(1);
        return;
    }
    const size_t suffix = word.endsWith("ed") ? 2 : word.endsWith("ing") ? 3 : 0;
    if (suffix == 0 || !word.hasVowel(suffix))
        return;
    word.cut(suffix);
    if (word.endsWith("at") || word.endsWith("bl") || word.endsWith("iz"))
        word.append("e");
    else if (word.endsDouble() && word.last() != 'l' && word.last() != 's' && word.last() != 'z')
        word.cut(1);
    else if (word.measure(0) == 1 && word.endsShort(0))
        word.append("e");
}

constexpr Rule doubleSuffixes[] {
    { "ational", "ate" }, { "tional", "tion" }, { "enci", "ence" }, { "anci", "ance" }, { "izer", "ize" }, { "bli", "ble" },
    { "alli", "al" }, { "entli", "ent" }, { "eli", "e" }, { "ousli", "ous" }, { "ization", "ize" }, { "ation", "ate" },
    { "ator", "ate" }, { "alism", "al" }, { "iveness", "ive" }, { "fulness", "ful" }, { "ousness", "ous" }, { "aliti", "al" },
    { "iviti", "ive" }, { "biliti", "ble" }, { "logi", "log" },
};
constexpr Rule singleSuffixes[] {
    { "icate", "ic" }, { "ative", "" }, { "alize", "al" }, { "iciti", "ic" }, { "ical", "ic" }, { "ful", "" }, { "ness", "" },
};
constexpr std::string_view dropped[] { "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou",
    "ism", "ate", "iti", "ous", "ive", "ize" };

void lastSuffix(Stemmed &word)
{
    std::string_view best;
    for (const std::string_view suffix : dropped) {
        if (word.endsWith(suffix) && suffix.size() > best.size())
            best = suffix;
    }
    if (best.empty() || word.measure(best.size()) <= 1)
        return;
    if (best == "ion" && word.lastBefore(3) != 's' && word.lastBefore(3) != 't')
        return;
    word.cut(best.size());
}

void tidy(Stemmed &word)
{
    if (word.last() == 'e') {
        const int measure = word.measure(1);
        if (measure > 1 || (measure == 1 && !word.endsShort(1)))
            word.cut(1);
    }
    if (word.last() == 'l' && word.endsDouble() && word.measure(0) > 1)
        word.cut(1);
}

} // namespace

std::string stem(std::string_view text)
{
    if (text.size() < 3 || !std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; }))
        return std::string(text);
    Stemmed word(text);
    plurals(word);
    pastAndGerund(word);
    if (word.last() == 'y' && word.hasVowel(1)) {
        word.cut(1);
        word.append("i");
    }
    word.apply(doubleSuffixes, 0);
    word.apply(singleSuffixes, 0);
    lastSuffix(word);
    tidy(word);
    return std::move(word).take();
}

} // namespace callboard::search
