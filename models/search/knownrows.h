// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search/catalogindex.h"

#include <QString>

#include <deque>

namespace callboard::catalog {
struct PlainTerm;
}

namespace callboard::search {

struct Personal;

/// Rows of a catalog, a bit each.
class RowSet final {
public:
    explicit RowSet(Row size) : m_words(size / 64 + 1) { }
    void add(Row row) { m_words[row / 64] |= quint64(1) << (row % 64); }
    /// Clears what is not in it; one byte a row, as many as it was made for.
    void keepIn(std::vector<quint8> &shown) const;

private:
    std::vector<quint64> m_words;
};

/// What the last few questions to one catalog were answered with: which rows hold. Who types goes back and forth between
/// a few texts whose parts stay the same. Not thread-safe.
class KnownRows final {
public:
    struct Answer {
        RowSet rows;
        bool withTypos = false;
    };

    /// Null when not known; another catalog than the last one forgets all.
    const Answer *find(const IndexPtr &index, const QString &question);
    /// The reference holds until the next `put`.
    const Answer &put(const QString &question, Answer answer);

    /// Takes the rows that a term does not hold for out of `shown`. Terms that depend on nothing but the catalog are looked up.
    void keepTerm(const IndexPtr &index, const catalog::PlainTerm &term, const Personal *personal, std::vector<quint8> &shown);

private:
    struct Known {
        QString question;
        Answer answer;
    };

    std::weak_ptr<const CatalogIndex> m_index;
    std::deque<Known> m_known; ///< The last used in front.
};

} // namespace callboard::search
