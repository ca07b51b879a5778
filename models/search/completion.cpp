// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/completion.h"

#include "models/catalog/queryplain.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::search {

using catalog::PlainTerm;
using catalog::TermKey;
using mirror::Snapshot;
using mirror::StringId;

namespace {

constexpr int valuesForBareWord = 4;

struct Candidate {
    QString value;
    QString label;
    int count = 0;
    int rank = 0; ///< 2 begins with what was typed, 1 has a word that does.
};

int rankOf(QStringView text, QStringView typed)
{
    if (text.startsWith(typed, Qt::CaseInsensitive))
        return 2;
    const Word word(typed);
    const std::basic_string<Byte> folded = fold(text);
    const FoldedText target { folded.data(), qsizetype(folded.size()), wordStarts(text) };
    return word.size() > 0 && fit(word, target, Looseness::Pieces) > 0 ? 1 : 0;
}

void sortBest(std::vector<Candidate> &candidates, size_t limit)
{
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate &a, const Candidate &b) {
        return a.rank != b.rank ? a.rank > b.rank : a.count > b.count;
    });
    if (candidates.size() > limit)
        candidates.resize(limit);
}

QString typedForm(Field field, QStringView value)
{
    // A name is enough where it means one thing, and what people would type.
    const bool isReference = field == Field::Owner || field == Field::System;
    return isReference ? value.sliced(value.lastIndexOf(u'/') + 1).toString() : value.toString();
}

std::vector<Candidate> ofField(const CatalogIndex &index, Field field, QStringView typed)
{
    const std::vector<quint32> &counts = index.totals(field);
    std::vector<Candidate> candidates;
    for (Code code = 1; code < counts.size(); ++code) {
        const QString value = typedForm(field, index.value(field, code));
        const QString label = index.label(field, code);
        if (const int rank = std::max(rankOf(value, typed), rankOf(label, typed)))
            candidates.push_back({ value, label, int(counts[code]), rank });
    }
    return candidates;
}

std::vector<Candidate> ofTags(const CatalogIndex &index, QStringView typed)
{
    const std::vector<quint32> &counts = index.tagTotals();
    std::vector<Candidate> candidates;
    for (Code code = 1; code < counts.size(); ++code) {
        const QString value = index.snapshot().string(index.tagValues()[code]).toString();
        if (const int rank = rankOf(value, typed))
            candidates.push_back({ value, value, int(counts[code]), rank });
    }
    return candidates;
}

std::vector<Candidate> ofRelations(const CatalogIndex &index, QStringView typed)
{
    std::vector<int> counts(index.snapshot().stringCount(), 0);
    std::vector<StringId> types;
    for (Row row = 0; row < index.size(); ++row) {
        for (const Snapshot::Edge &edge : index.snapshot().edges(row)) {
            if (counts[edge.type]++ == 0)
                types.push_back(edge.type);
        }
    }
    std::vector<Candidate> candidates;
    for (const StringId type : types) {
        const QString value = index.snapshot().string(type).toString();
        if (const int rank = rankOf(value, typed))
            candidates.push_back({ value, value, counts[type], rank });
    }
    return candidates;
}

std::vector<Candidate> ofList(const QStringList &list, QStringView typed)
{
    std::vector<Candidate> candidates;
    for (const QString &value : list) {
        if (const int rank = rankOf(value, typed))
            candidates.push_back({ value, value, 0, rank });
    }
    return candidates;
}

std::vector<Candidate> ofKey(const CatalogIndex &index, TermKey key, QStringView typed)
{
    switch (key) {
    case TermKey::Kind: return ofField(index, Field::Kind, typed);
    case TermKey::Owner: return ofField(index, Field::Owner, typed);
    case TermKey::System: return ofField(index, Field::System, typed);
    case TermKey::Type: return ofField(index, Field::Type, typed);
    case TermKey::Lifecycle: return ofField(index, Field::Lifecycle, typed);
    case TermKey::Namespace: return ofField(index, Field::Namespace, typed);
    case TermKey::Tag: return ofTags(index, typed);
    case TermKey::Is: return ofList(catalog::isValues(), typed);
    case TermKey::Relation: return ofRelations(index, typed);
    case TermKey::Has:
        return ofList({ u"spec.owner"_s, u"spec.system"_s, u"spec.lifecycle"_s, u"spec.type"_s, u"spec.definition"_s, u"metadata.title"_s,
                          u"metadata.description"_s, u"metadata.links"_s, u"metadata.labels"_s, u"metadata.tags"_s },
            typed);
    case TermKey::Annotation:
        return ofList({ u"backstage.io/techdocs-ref"_s, u"backstage.io/source-location"_s, u"github.com/project-slug"_s,
                          u"gitlab.com/project-slug"_s, u"pagerduty.com/integration-key"_s, u"sonarqube.org/project-key"_s },
            typed);
    case TermKey::Word:
    case TermKey::Name:
    case TermKey::Text:
    case TermKey::Label: break;
    }
    return {};
}

/// For a word without a key: the keys that begin so, then the values that it could mean.
std::vector<Completion> ofBareWord(QStringView typed, qsizetype start, qsizetype length, const CatalogIndex &index)
{
    std::vector<Completion> offered;
    for (const QString &key : catalog::plainKeys()) {
        if (key.startsWith(typed, Qt::CaseInsensitive))
            offered.push_back({ key + u':', key + u':', start, length, 0 });
    }
    if (typed.size() < 2)
        return offered;
    for (const TermKey key : { TermKey::Kind, TermKey::Owner, TermKey::System, TermKey::Type, TermKey::Lifecycle, TermKey::Tag }) {
        std::vector<Candidate> values = ofKey(index, key, typed);
        sortBest(values, valuesForBareWord);
        for (const Candidate &value : values) {
            const QString text = catalog::keyText(key) + u':' + catalog::quotedValue(value.value);
            offered.push_back({ text, text, start, length, value.count });
        }
    }
    return offered;
}

/// Keys and relation types are known here, and not what they may be equal to.
bool isBehindEquals(QStringView text, const PlainTerm &term)
{
    const bool hasField = term.key == TermKey::Annotation || term.key == TermKey::Label || term.key == TermKey::Relation;
    return hasField && term.valueStart > 0 && (text[term.valueStart - 1] == u'=' || text[term.valueStart - 1] == u',');
}

} // namespace

std::vector<Completion> completions(QStringView text, qsizetype cursor, const CatalogIndex &index, size_t limit)
{
    const catalog::PlainQuery query = catalog::parsePlainQuery(text);
    const PlainTerm *term = query.termAt(cursor);
    std::vector<Completion> offered;
    if (!term) {
        offered = ofBareWord({}, cursor, 0, index);
    } else if (term->key == TermKey::Word) {
        const qsizetype end = term->start + term->length;
        offered = ofBareWord(text.sliced(term->valueStart, std::min(cursor, end) - term->valueStart), term->valueStart,
            end - term->valueStart, index);
    } else if (cursor >= term->valueStart && !isBehindEquals(text, *term)) {
        QStringView typed = text.sliced(term->valueStart, cursor - term->valueStart);
        while (typed.startsWith(u'"'))
            typed = typed.sliced(1);
        std::vector<Candidate> values = ofKey(index, term->key, typed);
        sortBest(values, limit);
        for (const Candidate &value : values) {
            offered.push_back({ catalog::quotedValue(value.value), value.label, term->valueStart,
                term->start + term->length - term->valueStart, value.count });
        }
    }
    if (offered.size() > limit)
        offered.resize(limit);
    return offered;
}

} // namespace callboard::search
