// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search/docwords.h"

namespace callboard::search {

/// Where the words of a question stand in a text.
class DocPlaces final {
public:
    DocPlaces(const std::vector<DocWord> &words, const std::vector<DocExpansion> &expansions);

    struct Place {
        DocMark mark;
        int position = 0;      ///< Counts words of the text.
        quint32 words = 0;     ///< Of the question, a bit each.
    };
    /// Ascending; at most what is in the first `most` units.
    std::vector<Place> in(QStringView text, qsizetype most) const;
    QList<DocMark> marksIn(QStringView text) const;

    struct Snippet {
        QString text; ///< One line.
        QList<DocMark> marks;
    };
    /// The stretch of a text in which the most of the words stand.
    Snippet snippet(const QString &text) const;

    /// 0 to 1: how close together the words stand at their closest. 0 for fewer than two words.
    static float closeness(const std::vector<Place> &places);

private:
    struct Known {
        quint32 words = 0;
    };
    DocMark markOf(QStringView text, qsizetype start, qsizetype length, std::string_view term, quint32 words) const;

    const std::vector<DocWord> &m_words;
    std::unordered_map<std::string, Known> m_terms;
};

/// Whether these words stand together in a text, in this order, as they are.
bool holdsPhrase(QStringView text, const QStringList &phrase);

} // namespace callboard::search
