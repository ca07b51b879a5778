// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search/catalogindex.h"

namespace callboard::search {

/// What the person has to do with each row; all arrays by row, or empty.
struct Personal {
    enum Mark : quint8 { Mine = 1, Starred = 2, Recent = 4 };
    std::vector<quint8> marks;
    std::vector<quint8> recency; ///< 0: not lately; 255: just now.

    bool has(Row row, Mark mark) const { return row < marks.size() && (marks[row] & mark); }
    int boost(Row row) const;
};
using PersonalPtr = std::shared_ptr<const Personal>;

struct MatchOptions {
    Looseness looseness = Looseness::Scattered;
    bool attributes = true;    ///< Kind, type, owner and system count too, for less.
    bool descriptions = false; ///< Descriptions count too, for still less; words of three letters and more.
    bool typos = true;         ///< One edit a word, when nothing fits otherwise.
    bool scores = true;        ///< How well each fits; without, scores say nothing, and much need not be looked at.

    bool operator==(const MatchOptions &) const = default;
};

struct Hit {
    Row row;
    int score;
};

struct MatchResult {
    std::vector<Hit> hits; ///< Ascending by row; not ranked.
    bool withTypos = false; ///< Nothing fitted as typed; these fit but for a letter.
    bool cancelled = false;
};

/// The words of a text, as the matcher takes them: split at white space, without repeats.
std::vector<Word> wordsOf(QStringView typed);

/// Finds the entities that hold every word, whatever the order. Remembers the last answer: a text that goes on from
/// the last one looks only at its survivors. Not thread-safe; one per box.
class EntityMatcher final {
public:
    explicit EntityMatcher(MatchOptions options = {});

    /// `text` empty: all rows with score 0.
    MatchResult match(const IndexPtr &index, QStringView text, std::stop_token stop = {});
    void forget();
    qsizetype lastScanned() const { return m_lastScanned; } ///< Rows looked at, for tests and figures.

private:
    bool canNarrow(const IndexPtr &index, const std::vector<Word> &words) const;
    MatchResult scan(const CatalogIndex &index, const std::vector<Word> &words, const std::vector<Hit> *among,
        bool typos, std::stop_token stop);

    MatchOptions m_options;
    std::weak_ptr<const CatalogIndex> m_index;
    std::vector<QString> m_words;
    std::vector<Hit> m_survivors;
    bool m_mayNarrow = false;
    qsizetype m_lastScanned = 0;
};

/// The best `limit` hits, best first: by score with what is the person's own lifted, then by name.
std::vector<Hit> best(std::vector<Hit> hits, const CatalogIndex &index, const Personal *personal, size_t limit);

/// The units of `written` that the words match, ascending, for highlighting.
QList<int> highlights(const std::vector<Word> &words, QStringView written, Looseness looseness, bool typos);

} // namespace callboard::search
