// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/catalog/querysuggestions.h"

#include "models/catalog/queryplain.h"

#include <algorithm>
#include <optional>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using catalog::TermKey;
using search::Field;

namespace {

    constexpr qsizetype most = 10;

    std::optional<Field> fieldOf(TermKey key)
    {
        switch (key) {
        case TermKey::Kind:
            return Field::Kind;
        case TermKey::Owner:
            return Field::Owner;
        case TermKey::System:
            return Field::System;
        case TermKey::Type:
            return Field::Type;
        case TermKey::Lifecycle:
            return Field::Lifecycle;
        case TermKey::Namespace:
            return Field::Namespace;
        default:
            return std::nullopt;
        }
    }

    /// The name alone of a reference: what a person types.
    QString typedForm(const search::CatalogIndex &index, Field field, search::Code code)
    {
        const QString value = index.value(field, code).toString();
        if (field != Field::Owner && field != Field::System)
            return value.toLower();
        return value.section(u'/', -1);
    }

    QStringList valuesOf(const search::CatalogIndex &index, TermKey key)
    {
        QStringList values;
        if (key == TermKey::Is)
            return catalog::isValues();
        if (key == TermKey::Tag) {
            for (const mirror::StringId id : index.tagValues())
                values += index.snapshot().string(id).toString();
        } else if (const auto field = fieldOf(key)) {
            for (search::Code code = 1; code < index.column(*field).size(); ++code)
                values += typedForm(index, *field, code);
        }
        values.removeAll(QString());
        return values;
    }

    /// Those that begin so before those that hold it, each by name.
    QStringList fitting(QStringList values, const QString &typed)
    {
        values.removeIf([&](const QString &value) { return !value.contains(typed, Qt::CaseInsensitive); });
        std::ranges::sort(values, [&](const QString &a, const QString &b) {
            const bool first = a.startsWith(typed, Qt::CaseInsensitive);
            const bool second = b.startsWith(typed, Qt::CaseInsensitive);
            return first != second ? first : a.compare(b, Qt::CaseInsensitive) < 0;
        });
        values.removeDuplicates();
        return values.mid(0, most);
    }

} // namespace

bool isQueryToken(const QString &word)
{
    const catalog::PlainQuery query = catalog::parsePlainQuery(word);
    return query.terms.size() == 1 && query.terms.front().key != TermKey::Word && query.terms.front().isComplete();
}

QStringList suggestionsFor(const search::CatalogIndex &index, const QString &word)
{
    if (word.isEmpty())
        return {};
    const qsizetype colon = word.indexOf(u':');
    const QString sign = word.startsWith(u'-') ? u"-"_s : QString();
    if (colon < 0) {
        QStringList keys;
        if (word.size() - sign.size() < 2)
            return keys;
        for (const QString &key : catalog::plainKeys())
            if (key.startsWith(word.mid(sign.size()), Qt::CaseInsensitive))
                keys += sign + key + u':';
        return keys;
    }
    const catalog::PlainQuery query = catalog::parsePlainQuery(word);
    if (query.terms.empty())
        return {};
    const catalog::PlainTerm &term = query.terms.front();
    const QString before = word.left(term.valueStart);
    QStringList suggestions;
    for (const QString &value : fitting(valuesOf(index, term.key), word.mid(term.valueStart)))
        suggestions += before + catalog::quotedValue(value);
    return suggestions;
}

} // namespace callboard::ui::panes
