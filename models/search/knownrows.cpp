// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/knownrows.h"

#include "models/catalog/queryplain.h"
#include "models/search/terms.h"

#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::search {

using catalog::PlainTerm;
using catalog::TermKey;

namespace {

constexpr size_t mostKnown = 24; ///< Twelve kilobytes each for 100,000 entities.

/// Terms whose answer is the same while the catalog is, and that take a look at most of it.
bool isOfTheCatalog(const PlainTerm &term)
{
    switch (term.key) {
    case TermKey::Kind:
    case TermKey::Owner:
    case TermKey::System:
    case TermKey::Type:
    case TermKey::Lifecycle:
    case TermKey::Tag:
    case TermKey::Namespace:
    case TermKey::Name: return true;
    case TermKey::Word:
    case TermKey::Is:
    case TermKey::Has:
    case TermKey::Annotation:
    case TermKey::Label:
    case TermKey::Text:
    case TermKey::Relation: return false;
    }
    return false;
}

QString questionOf(const PlainTerm &term)
{
    // Units that nobody types keep the parts apart.
    return QChar(u'\x1') + QString::number(int(term.key)) + QChar(term.negated ? u'-' : u'+') + term.values.join(QChar(u'\x2'));
}

} // namespace

const KnownRows::Answer *KnownRows::find(const IndexPtr &index, const QString &question)
{
    if (m_index.lock() != index) {
        m_known.clear();
        m_index = index;
        return nullptr;
    }
    const auto at = std::ranges::find(m_known, question, &Known::question);
    if (at == m_known.end())
        return nullptr;
    std::rotate(m_known.begin(), at, at + 1);
    return &m_known.front().answer;
}

const KnownRows::Answer &KnownRows::put(const QString &question, Answer answer)
{
    if (m_known.size() == mostKnown)
        m_known.pop_back();
    m_known.push_front({ question, std::move(answer) });
    return m_known.front().answer;
}

void KnownRows::keepTerm(const IndexPtr &index, const PlainTerm &term, const Personal *personal, std::vector<quint8> &shown)
{
    if (!isOfTheCatalog(term)) {
        search::keepTerm(*index, term, personal, shown);
        return;
    }
    const QString question = questionOf(term);
    const Answer *known = find(index, question);
    if (!known) {
        std::vector<quint8> held(index->size(), 1);
        search::keepTerm(*index, term, personal, held);
        RowSet rows(index->size());
        for (Row row = 0; row < index->size(); ++row) {
            if (held[row])
                rows.add(row);
        }
        known = &put(question, { std::move(rows), false });
    }
    known->rows.keepIn(shown);
}

void RowSet::keepIn(std::vector<quint8> &shown) const
{
    constexpr quint64 ones = 0x0101'0101'0101'0101;
    constexpr quint64 diagonal = 0x8040'2010'0804'0201; // Of eight copies of a byte, one bit of each.
    const size_t whole = shown.size() / 8;
    for (size_t at = 0; at < whole; ++at) {
        const quint64 bits = (m_words[at / 8] >> (at % 8 * 8)) & 0xff;
        // A byte that has its bit left becomes one: it reaches the byte's highest bit when all below are added.
        const quint64 bytes = (((bits * ones & diagonal) + 0x7f * ones) >> 7) & ones;
        quint8 *eight = shown.data() + at * 8;
        qToLittleEndian(qFromLittleEndian<quint64>(eight) & bytes, eight);
    }
    for (size_t row = whole * 8; row < shown.size(); ++row)
        shown[row] &= quint8(m_words[row / 64] >> (row % 64) & 1);
}

} // namespace callboard::search
