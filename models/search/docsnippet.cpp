// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/docsnippet.h"

#include "models/mirror/doctokens.h"

#include <algorithm>
#include <bit>

namespace callboard::search {

using namespace Qt::StringLiterals;
using mirror::DocToken;

namespace {

constexpr qsizetype snippetUnits = 180;
constexpr qsizetype longestSearched = 24 * 1024;

bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 128; });
}

/// Ascending and apart.
QList<DocMark> merged(QList<DocMark> marks)
{
    std::ranges::sort(marks, {}, &DocMark::start);
    QList<DocMark> apart;
    for (const DocMark &mark : marks) {
        if (!apart.isEmpty() && mark.start <= apart.last().start + apart.last().length)
            apart.last().length = std::max(apart.last().length, mark.start + mark.length - apart.last().start);
        else
            apart.append(mark);
    }
    return apart;
}

/// A stretch as one line, with marks moved along.
DocPlaces::Snippet asLine(const QString &text, qsizetype from, qsizetype to, const QList<DocMark> &marks)
{
    DocPlaces::Snippet snippet;
    if (from > 0)
        snippet.text = u"… "_s;
    std::vector<int> moved(size_t(to - from) + 1);
    for (qsizetype at = from; at < to; ++at) {
        moved[size_t(at - from)] = int(snippet.text.size());
        const bool space = text[at].isSpace();
        if (!space || (!snippet.text.isEmpty() && !snippet.text.back().isSpace()))
            snippet.text += space ? QChar(u' ') : text[at];
    }
    moved.back() = int(snippet.text.size());
    if (to < text.size())
        snippet.text += u" …"_s;
    for (const DocMark &mark : marks) {
        if (mark.start < from || mark.start + mark.length > to)
            continue;
        const int start = moved[size_t(mark.start - from)];
        snippet.marks.append({ start, moved[size_t(mark.start + mark.length - from)] - start });
    }
    return snippet;
}

} // namespace

DocPlaces::DocPlaces(const std::vector<DocWord> &words, const std::vector<DocExpansion> &expansions)
    : m_words(words)
{
    for (size_t word = 0; word < words.size(); ++word) {
        for (const auto &[term, how] : expansions[word].terms)
            m_terms[term].words |= quint32(1) << word;
        for (const std::string &part : words[word].parts)
            m_terms[part].words |= quint32(1) << word;
    }
}

/// Of a word found inside of another, only what was typed.
DocMark DocPlaces::markOf(QStringView text, qsizetype start, qsizetype length, std::string_view term, quint32 words) const
{
    if (isAscii(text.sliced(start, length)) && size_t(length) == term.size()) {
        for (size_t word = 0; word < m_words.size(); ++word) {
            const std::string &typed = m_words[word].term;
            if (!(words >> word & 1) || typed.size() >= term.size())
                continue;
            if (const size_t at = term.find(typed); at != std::string_view::npos)
                return { int(start + qsizetype(at)), int(typed.size()) };
        }
    }
    return { int(start), int(length) };
}

std::vector<DocPlaces::Place> DocPlaces::in(QStringView text, qsizetype most) const
{
    const QStringView some = text.first(std::min(text.size(), most));
    std::vector<Place> places;
    std::string key;
    mirror::forEachToken(some, [&](const DocToken &token) {
        key.assign(token.term);
        const auto known = m_terms.find(key);
        if (known != m_terms.end())
            places.push_back({ markOf(some, token.start, token.length, token.term, known->second.words), token.position, known->second.words });
    });
    return places;
}

QList<DocMark> DocPlaces::marksIn(QStringView text) const
{
    QList<DocMark> marks;
    for (const Place &place : in(text, longestSearched))
        marks.append(place.mark);
    return merged(std::move(marks));
}

DocPlaces::Snippet DocPlaces::snippet(const QString &text) const
{
    const std::vector<Place> places = in(text, longestSearched);
    size_t best = 0;
    int bestWorth = -1;
    for (size_t first = 0; first < places.size(); ++first) {
        quint32 words = 0;
        int count = 0;
        for (size_t i = first; i < places.size() && places[i].mark.start + places[i].mark.length - places[first].mark.start < snippetUnits - 40; ++i) {
            words |= places[i].words;
            ++count;
        }
        int worth = std::min(count, 5);
        for (size_t word = 0; word < m_words.size(); ++word)
            worth += (words >> word & 1) ? (m_words[word].isCommon ? 1 : 8) : 0;
        if (worth > bestWorth) {
            bestWorth = worth;
            best = first;
        }
    }
    qsizetype from = places.empty() ? 0 : std::max(0, places[best].mark.start - 40);
    // Not into the middle of a word, and rather from where a line begins.
    const qsizetype hit = places.empty() ? 0 : places[best].mark.start;
    if (const qsizetype line = text.lastIndexOf(u'\n', hit) + 1; line >= from && line <= hit)
        from = line;
    while (from > 0 && from < hit && !text[from - 1].isSpace())
        ++from;
    qsizetype to = std::min(text.size(), from + snippetUnits);
    while (to < text.size() && to > from + snippetUnits - 24 && !text[to].isSpace())
        --to;
    QList<DocMark> marks;
    for (const Place &place : places)
        marks.append(place.mark);
    return asLine(text, from, to, merged(std::move(marks)));
}

float DocPlaces::closeness(const std::vector<Place> &places)
{
    quint32 all = 0;
    for (const Place &place : places)
        all |= place.words;
    const int wanted = std::popcount(all);
    if (wanted < 2)
        return 0;
    // The narrowest stretch that has all: its end moves on, its beginning follows.
    std::vector<int> counts(32, 0);
    int found = 0;
    int narrowest = -1;
    size_t from = 0;
    const auto change = [&](const Place &place, int by) {
        for (quint32 word = 0; word < 32; ++word) {
            if (!(place.words >> word & 1))
                continue;
            const bool had = counts[word] > 0;
            counts[word] += by;
            found += (counts[word] > 0) - had;
        }
    };
    for (size_t to = 0; to < places.size(); ++to) {
        change(places[to], 1);
        while (found == wanted) {
            const int width = std::max(1, places[to].position - places[from].position + 1);
            narrowest = narrowest < 0 ? width : std::min(narrowest, width);
            change(places[from++], -1);
        }
    }
    return narrowest < 0 ? 0 : float(wanted) / float(std::max(wanted, narrowest));
}

bool holdsPhrase(QStringView text, const QStringList &phrase)
{
    std::vector<std::string> wanted;
    for (const QString &word : phrase)
        wanted.push_back(mirror::foldedTerm(word));
    if (wanted.empty())
        return true;
    // Words and whole identifiers alike; a phrase's next word stands at the next position.
    struct At {
        int position;
        size_t next;
    };
    std::vector<At> open;
    bool found = false;
    int last = -1;
    std::vector<At> opened;
    mirror::forEachToken(text, [&](const DocToken &token) {
        if (found)
            return;
        if (token.position != last) {
            std::erase_if(open, [&](const At &at) { return at.position + 1 < token.position; });
            open.insert(open.end(), opened.begin(), opened.end());
            opened.clear();
            last = token.position;
        }
        for (const At &at : open) {
            if (at.position + 1 == token.position && wanted[at.next] == token.term) {
                found |= at.next + 1 == wanted.size();
                opened.push_back({ token.position, at.next + 1 });
            }
        }
        if (wanted.front() == token.term) {
            found |= wanted.size() == 1;
            opened.push_back({ token.position, 1 });
        }
    });
    return found;
}

} // namespace callboard::search
