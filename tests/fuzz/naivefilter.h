// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The plain language evaluated a row at a time, as docs/handbook/finding-things.md tells it: without codes, masks and memory. What the
// filter engine answers must be the same.
#include "models/catalog/queryplain.h"
#include "models/search/entitymatcher.h"
#include "models/search/terms.h"

#include <algorithm>
#include <functional>
#include <set>

namespace callboard::fuzz {

class NaiveFilter final {
public:
    NaiveFilter(search::IndexPtr index, search::PersonalPtr personal)
        : m_index(std::move(index))
        , m_snapshot(m_index->snapshot())
        , m_personal(std::move(personal))
    {
    }

    std::vector<quint8> shown(QStringView text) const
    {
        const catalog::PlainQuery query = catalog::parsePlainQuery(text);
        std::vector<quint8> rows(m_snapshot.size(), 1);
        QStringList words;
        for (const catalog::PlainTerm &term : query.terms) {
            if (search::isFreeWord(term)) {
                words += term.values;
                continue;
            }
            for (mirror::Row row = 0; term.isComplete() && !needsBody(term) && row < rows.size(); ++row)
                rows[row] = quint8(rows[row] && holds(term, row) != term.negated);
        }
        return words.isEmpty() ? rows : withWords(words.join(u' '), std::move(rows));
    }

    /// The refs in whose description a word stands: what stands for the full text.
    QStringList withText(const QString &word) const
    {
        QStringList refs;
        for (mirror::Row row = 0; row < m_snapshot.size(); ++row) {
            if (m_snapshot.description(row).contains(word, Qt::CaseInsensitive))
                refs.append(m_snapshot.ref(row).toString());
        }
        return refs;
    }

private:
    using Values = std::function<QStringList(mirror::Row)>;

    static bool needsBody(const catalog::PlainTerm &term)
    {
        return term.key == catalog::TermKey::Has || term.key == catalog::TermKey::Annotation || term.key == catalog::TermKey::Label;
    }

    /// By a matcher that remembers nothing.
    std::vector<quint8> withWords(const QString &words, std::vector<quint8> rows) const
    {
        search::EntityMatcher matcher({ .looseness = search::Looseness::Pieces, .attributes = false, .descriptions = true });
        std::vector<quint8> fit(rows.size(), 0);
        for (const search::Hit &hit : matcher.match(m_index, words).hits)
            fit[hit.row] = 1;
        for (size_t row = 0; row < rows.size(); ++row)
            rows[row] = quint8(rows[row] & fit[row]);
        return rows;
    }

    bool holds(const catalog::PlainTerm &term, mirror::Row row) const
    {
        using catalog::TermKey;
        switch (term.key) {
        case TermKey::Kind: return isBest(term, row, [this](mirror::Row at) { return QStringList { m_snapshot.kind(at).toString() }; });
        case TermKey::Type: return isBest(term, row, [this](mirror::Row at) { return QStringList { m_snapshot.type(at).toString() }; });
        case TermKey::Lifecycle: return isBest(term, row, [this](mirror::Row at) { return QStringList { m_snapshot.lifecycle(at).toString() }; });
        case TermKey::Namespace: return isBest(term, row, [this](mirror::Row at) { return QStringList { m_snapshot.ns(at).toString() }; });
        case TermKey::Tag: return isBest(term, row, [this](mirror::Row at) { return tags(at); });
        case TermKey::System: return isBestReference(term, m_snapshot.string(m_snapshot.systemId(row)), &mirror::Snapshot::systemId);
        case TermKey::Owner:
            return isBestReference(term, m_snapshot.string(m_snapshot.ownerId(row)), &mirror::Snapshot::ownerId) || isOwned(term, row);
        case TermKey::Name: return any(term, [&](const QString &value) { return isNamed(value, row); });
        case TermKey::Is: return any(term, [&](const QString &value) { return is(value, row); });
        case TermKey::Text: return any(term, [&](const QString &value) { return withText(value).contains(m_snapshot.ref(row)); });
        case TermKey::Relation: return isRelated(term, row);
        case TermKey::Word: return stands(term.values.join(u' '), row);
        default: return true;
        }
    }

    template<typename Holds>
    static bool any(const catalog::PlainTerm &term, Holds holds) { return std::any_of(term.values.begin(), term.values.end(), holds); }

    QStringList tags(mirror::Row row) const
    {
        QStringList tags;
        for (const mirror::StringId tag : m_snapshot.tagIds(row))
            tags.append(m_snapshot.string(tag).toString());
        return tags;
    }

    static bool isSame(QStringView a, QStringView b) { return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0; }

    /// 3 the same, 2 begins it, 1 begins a word of it, 0 not.
    static int fit(QStringView written, QStringView typed)
    {
        if (isSame(written, typed))
            return 3;
        if (written.startsWith(typed, Qt::CaseInsensitive))
            return 2;
        for (qsizetype at = 1; at < std::min<qsizetype>(64, written.size()); ++at) {
            if ((search::wordStarts(written) >> at & 1) && written.sliced(at).startsWith(typed, Qt::CaseInsensitive))
                return 1;
        }
        return 0;
    }

    /// Of all values of the catalog those that fit best count.
    bool isBest(const catalog::PlainTerm &term, mirror::Row row, const Values &values) const
    {
        return any(term, [&](const QString &typed) {
            const auto bestOf = [&](mirror::Row at) {
                int best = 0;
                for (const QString &value : values(at))
                    best = std::max(best, value.isEmpty() ? 0 : fit(value, typed));
                return best;
            };
            int best = 1;
            for (mirror::Row at = 0; at < m_snapshot.size(); ++at)
                best = std::max(best, bestOf(at));
            return bestOf(row) == best;
        });
    }

    int referenceFit(QStringView ref, QStringView typed) const
    {
        if (ref.isEmpty())
            return 0;
        const qsizetype colon = ref.indexOf(u':');
        const QStringView name = ref.sliced(ref.lastIndexOf(u'/') + 1);
        if (isSame(ref, typed) || isSame(ref.sliced(colon + 1), typed))
            return 3;
        if (const qsizetype typedColon = typed.indexOf(u':'); typedColon > 0)
            return isSame(ref.first(colon), typed.first(typedColon)) ? fit(name, typed.sliced(typedColon + 1)) : 0;
        const mirror::Row described = m_snapshot.find(ref);
        return std::max(fit(name, typed), described == mirror::noRow ? 0 : fit(m_snapshot.title(described), typed));
    }

    bool isBestReference(
        const catalog::PlainTerm &term, QStringView own, mirror::StringId (mirror::Snapshot::*column)(mirror::Row) const) const
    {
        return any(term, [&](const QString &typed) {
            int best = 1;
            for (mirror::Row at = 0; at < m_snapshot.size(); ++at)
                best = std::max(best, referenceFit(m_snapshot.string((m_snapshot.*column)(at)), typed));
            return referenceFit(own, typed) == best;
        });
    }

    /// By a group or user that is meant, or a group below one.
    bool isOwned(const catalog::PlainTerm &term, mirror::Row row) const
    {
        std::set<mirror::Row> owners;
        for (const QString &typed : term.values) {
            int best = 1;
            const auto fits = [&](mirror::Row at) {
                const bool mayOwn = isSame(m_snapshot.kind(at), u"Group") || isSame(m_snapshot.kind(at), u"User");
                return mayOwn ? referenceFit(m_snapshot.ref(at), typed) : 0;
            };
            for (mirror::Row at = 0; at < m_snapshot.size(); ++at)
                best = std::max(best, fits(at));
            for (mirror::Row at = 0; at < m_snapshot.size(); ++at) {
                if (fits(at) == best)
                    owners.insert(at);
            }
        }
        const auto leadsTo = [&](mirror::Row from, QStringView type) {
            return std::ranges::any_of(m_snapshot.edges(from), [&](const mirror::Snapshot::Edge &edge) {
                return m_snapshot.string(edge.type) == type && edge.row != mirror::noRow && owners.contains(edge.row);
            });
        };
        for (size_t before = owners.size() + 1; before != owners.size();) {
            before = owners.size();
            for (mirror::Row at = 0; at < m_snapshot.size(); ++at) {
                if (leadsTo(at, u"childOf"))
                    owners.insert(at);
            }
        }
        return leadsTo(row, u"ownedBy");
    }

    bool isRelated(const catalog::PlainTerm &term, mirror::Row row) const
    {
        return std::ranges::any_of(m_snapshot.edges(row), [&](const mirror::Snapshot::Edge &edge) {
            return m_snapshot.string(edge.type).startsWith(term.field, Qt::CaseInsensitive)
                && (term.values.isEmpty() || any(term, [&](const QString &value) { return referenceFit(m_snapshot.string(edge.target), value) >= 2; }));
        });
    }

    bool is(const QString &value, mirror::Row row) const
    {
        using search::Personal;
        const QStringList all = catalog::isValues(); // mine, starred, recent, problem, orphan, dangling
        const qsizetype at = all.indexOf(value);
        if (at < 3)
            return m_personal->has(row, at == 0 ? Personal::Mine : at == 1 ? Personal::Starred : Personal::Recent);
        return m_snapshot.flags(row) & (at == 3 ? mirror::Snapshot::HasProblems : at == 4 ? mirror::Snapshot::Orphan : mirror::Snapshot::Dangling);
    }

    bool isNamed(const QString &value, mirror::Row row) const
    {
        const search::Word word(value);
        return search::isIn(word, m_snapshot.name(row)) || search::isIn(word, m_snapshot.title(row));
    }

    bool stands(const QString &phrase, mirror::Row row) const
    {
        const search::Word word(phrase);
        const auto isInTag = [&](const QString &tag) { return search::isIn(word, tag); };
        const bool isReference = phrase.contains(u':') || phrase.contains(u'/');
        const QStringList own = tags(row);
        return isNamed(phrase, row) || search::isIn(word, m_snapshot.description(row))
            || (isReference && search::isIn(word, m_snapshot.ref(row))) || std::any_of(own.begin(), own.end(), isInTag);
    }

    search::IndexPtr m_index;
    const mirror::Snapshot &m_snapshot;
    search::PersonalPtr m_personal;
};

} // namespace callboard::fuzz
