// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/listfilter.h"

#include "models/search/terms.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::search {

using catalog::PlainTerm;
using catalog::TermKey;

namespace {

bool isOfEntities(TermKey key)
{
    switch (key) {
    case TermKey::Kind:
    case TermKey::Owner:
    case TermKey::System:
    case TermKey::Type:
    case TermKey::Lifecycle:
    case TermKey::Tag:
    case TermKey::Namespace:
    case TermKey::Name:
    case TermKey::Is:
    case TermKey::Relation: return true;
    case TermKey::Word:
    case TermKey::Text:
    case TermKey::Has:
    case TermKey::Annotation:
    case TermKey::Label: return false;
    }
    return false;
}

bool holdsAny(const QString &written, const QStringList &values)
{
    return std::ranges::any_of(values, [&](const QString &value) { return written.contains(value, Qt::CaseInsensitive); });
}

} // namespace

ListFilter::ListFilter(QStringList ownKeys)
    : m_ownKeys(std::move(ownKeys))
{
}

void ListFilter::setText(const QString &text)
{
    m_text = text;
    read();
}

bool ListFilter::setCatalog(IndexPtr index, PersonalPtr personal)
{
    m_index = std::move(index);
    m_personal = std::move(personal);
    if (std::ranges::none_of(m_terms, &Term::ofEntities))
        return false;
    read();
    return true;
}

void ListFilter::read()
{
    m_terms = termsOf(m_text, m_ownKeys, m_index.get(), m_personal.get());
}

std::vector<ListFilter::Term> ListFilter::termsOf(const QString &text, const QStringList &ownKeys, const CatalogIndex *index, const Personal *personal)
{
    std::vector<Term> terms;
    for (PlainTerm plain : catalog::parsePlainQuery(text).terms) {
        Term term;
        term.values = plain.values;
        term.negated = plain.negated;
        if (isOfEntities(plain.key)) {
            if (!plain.isComplete())
                continue;
            term.ofEntities = true;
            term.ofKind = plain.key == TermKey::Kind;
            plain.negated = false;
            term.rows.assign(index ? index->size() : 0, 1);
            if (index)
                keepTerm(*index, plain, personal, term.rows);
        } else {
            const QString whole = text.sliced(plain.start + (plain.negated ? 1 : 0), plain.length - (plain.negated ? 1 : 0));
            const qsizetype colon = whole.indexOf(u':');
            const QString key = colon > 0 ? whole.first(colon).toLower() : QString();
            if (ownKeys.contains(key)) {
                term.key = key;
                term.values = QString(whole.sliced(colon + 1)).remove(u'"').split(u',', Qt::SkipEmptyParts);
            } else if (plain.key != TermKey::Word) {
                term.values = QStringList { whole };
            }
            if (term.values.isEmpty())
                continue; // It says nothing yet.
        }
        terms.push_back(std::move(term));
    }
    return terms;
}

bool ListFilter::holds(const Term &term, const ListRow &row) const
{
    if (!term.key.isEmpty())
        return holdsAny(row.fields.value(term.key), term.values);
    if (!term.ofEntities)
        return std::ranges::any_of(row.texts, [&](const QString &text) { return holdsAny(text, term.values); });
    return std::ranges::any_of(row.entities, [&](const QString &ref) {
        if (const Row at = m_index ? m_index->snapshot().find(ref) : noRow; at != noRow)
            return term.rows[at] != 0;
        // A refused descriptor has no entity, and still says of what kind it would be.
        const QStringView kind = QStringView(ref).first(std::max<qsizetype>(0, ref.indexOf(u':')));
        return term.ofKind && std::ranges::any_of(term.values, [kind](const QString &value) { return kind.startsWith(value, Qt::CaseInsensitive); });
    });
}

bool ListFilter::holds(const ListRow &row) const
{
    return std::ranges::all_of(m_terms, [&](const Term &term) { return holds(term, row) != term.negated; });
}

bool ListFilter::isToken(const QString &word, const QStringList &ownKeys)
{
    const std::vector<Term> terms = termsOf(word, ownKeys, nullptr, nullptr);
    return terms.size() == 1 && (terms.front().ofEntities || !terms.front().key.isEmpty());
}

} // namespace callboard::search
