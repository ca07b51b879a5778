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

    /// A value as a person types it: of a reference the name alone.
    QStringView typedForm(const search::CatalogIndex &index, Field field, search::Code code)
    {
        const QStringView value = index.value(field, code);
        return field == Field::Owner || field == Field::System ? value.sliced(value.lastIndexOf(u'/') + 1) : value;
    }

    /// Calls back for each value that a key can have.
    template<typename Take>
    void eachValue(const search::CatalogIndex &index, TermKey key, Take take)
    {
        if (key == TermKey::Is) {
            for (const QString &value : catalog::isValues())
                take(value);
        } else if (key == TermKey::Tag) {
            for (const mirror::StringId id : index.tagValues())
                take(index.snapshot().string(id));
        } else if (const auto field = fieldOf(key)) {
            for (search::Code code = 1; code < index.column(*field).size(); ++code)
                take(typedForm(index, *field, code));
        }
    }

    /// Those that begin so before those that hold it, each by name. There may be tens of thousands of owners, of which few fit.
    QStringList fitting(const search::CatalogIndex &index, TermKey key, const QString &typed)
    {
        struct Value {
            bool begins;
            QString text;
        };
        const bool isReference = key == TermKey::Owner || key == TermKey::System;
        std::vector<Value> heap;
        eachValue(index, key, [&](QStringView text) {
            if (const qsizetype at = text.isEmpty() ? -1 : text.indexOf(typed, 0, Qt::CaseInsensitive); at >= 0)
                heap.push_back({ at == 0, isReference || key == TermKey::Tag ? text.toString() : text.toString().toLower() });
        });
        const auto isLater = [](const Value &a, const Value &b) {
            return a.begins != b.begins ? b.begins : a.text.compare(b.text, Qt::CaseInsensitive) > 0;
        };
        std::ranges::make_heap(heap, isLater);
        QStringList first;
        while (!heap.empty() && first.size() < most) {
            std::ranges::pop_heap(heap, isLater);
            if (!first.contains(heap.back().text))
                first.append(std::move(heap.back().text));
            heap.pop_back();
        }
        return first;
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
    for (const QString &value : fitting(index, term.key, word.mid(term.valueStart)))
        suggestions += before + catalog::quotedValue(value);
    return suggestions;
}

} // namespace callboard::ui::panes
