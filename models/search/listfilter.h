// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search/entitymatcher.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace callboard::search {

/// One line of a list that is about entities, as a filter sees it.
struct ListRow {
    QStringList entities;           ///< Canonical refs; they need not be in the catalog.
    QStringList texts;              ///< Where words are looked for.
    QHash<QString, QString> fields; ///< By the list's own keys.
};

/// The plain language for lists about entities: problems, notices, reviews, changes. Words stand in a row's texts, terms with a key of
/// the list's own in that field, and terms about entities (`owner:`, `kind:`, `is:mine`) hold where they hold for one of the row's in
/// the catalog. All terms must hold; `-` is the opposite. What needs whole entities is looked for as text.
class ListFilter final {
public:
    explicit ListFilter(QStringList ownKeys = {});

    void setText(const QString &text);
    QString text() const { return m_text; }
    bool isEmpty() const { return m_terms.empty(); }
    /// True where other rows may hold now. Until it is called, terms about entities know the kind alone.
    bool setCatalog(IndexPtr index, PersonalPtr personal);
    bool holds(const ListRow &row) const;

    /// Whether a word is such a term with a key, with something behind it.
    static bool isToken(const QString &word, const QStringList &ownKeys);

private:
    struct Term {
        QString key;         ///< Of the list's own; empty otherwise.
        QStringList values;  ///< Any of them.
        bool negated = false;
        bool ofEntities = false;
        bool ofKind = false;
        std::vector<quint8> rows; ///< Of entities: by row of the catalog, whether it holds, the sign aside.
    };
    static std::vector<Term> termsOf(const QString &text, const QStringList &ownKeys, const CatalogIndex *index, const Personal *personal);
    bool holds(const Term &term, const ListRow &row) const;
    void read();

    QStringList m_ownKeys;
    QString m_text;
    IndexPtr m_index;
    PersonalPtr m_personal;
    std::vector<Term> m_terms;
};

} // namespace callboard::search
