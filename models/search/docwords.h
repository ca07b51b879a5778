// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/docsegment.h"
#include "models/search/docsearch.h"

#include <stop_token>

namespace callboard::search {

/// One word of a question, ready to be looked up.
struct DocWord {
    std::string term;
    std::string stem;
    std::vector<std::string> parts; ///< Of an identifier of several, whole words only; else empty.
    bool isOpen = false;            ///< Perhaps the beginning of a word.
    bool isCommon = false;          ///< "the", "how": it may be missing from a page.
};
/// As they are looked up: phrases give their words too. At most a dozen; without repeats.
std::vector<DocWord> docWordsOf(const DocQuestion &question);
/// How many of them, the first, are of phrases.
size_t phraseWordsOf(const DocQuestion &question);

/// A term of one segment that stands for a word of the question.
struct DocTerm {
    quint32 index = 0;
    float weight = 1;
    DocHit::Match match = DocHit::Match::Exact;
};

/// What a word of the question is looked up as.
struct DocExpansion {
    std::vector<std::vector<DocTerm>> bySegment;
    quint64 documents = 0; ///< About: sections that have it.
    bool isTypo = false;   ///< It is nowhere as it was typed.
    /// Every term, for finding the places in a text.
    std::unordered_map<std::string, DocTerm> terms;
};

/// Looks a word up in the vocabularies of all segments.
DocExpansion expand(const DocWord &word, std::span<const mirror::SegmentPtr> segments, const std::stop_token &stop);

/// Letters wrong, missing, too many or swapped, counted up to `most`; `most` + 1 for more. `open`: what follows in `written` is free.
int editDistance(std::string_view typed, std::string_view written, int most, bool open);

} // namespace callboard::search
