// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search/docwords.h"

namespace callboard::search {

/// A page that fits, before its text has been looked at.
struct DocCandidate {
    qint64 page = 0;
    quint32 site = 0;    ///< In the list of sites.
    int section = 0;     ///< The best one, counted in its page.
    float score = 0;
    DocHit::Match match = DocHit::Match::Exact;
    bool allWords = true;
    std::vector<int> together; ///< Sections that have all words of the phrases, ascending. Only where there are phrases.
};

/// The index as it was at one moment.
struct DocIndexView {
    static constexpr qint32 gone = -1;

    qint64 generation = -1;
    std::vector<mirror::SegmentPtr> segments;
    /// Of each page of each segment, in the list of sites; or `gone`: the page is there no more, or a newer segment has it.
    std::vector<std::vector<qint32>> siteOfPage;
    QStringList sites;
    quint64 sections = 0;
};

struct DocRanking {
    std::vector<DocCandidate> best; ///< Best first.
    int total = 0;
};

/// Reads the postings of one term.
/// (a chunk, in which the place is)
using DocPostings = std::function<QByteArray(const mirror::SegmentView &, mirror::SegmentView::Place)>;

/// The best pages by the words alone. BM25 over fields (Robertson, Zaragoza, "The Probabilistic Relevance Framework: BM25 and
/// beyond", 2009) on sections, then on their pages: a word may stand in another section, and counts less.
/// The first `phraseWords` of the words are of phrases: only pages that have them, as they are, in one section (or the title).
DocRanking rank(const DocIndexView &view, const std::vector<DocWord> &words, const std::vector<DocExpansion> &expansions,
    const std::vector<float> &boostOfSite, const DocPostings &read, size_t limit, size_t phraseWords,
    const std::stop_token &stop);

} // namespace callboard::search
