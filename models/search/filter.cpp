// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/filter.h"
#include "models/search/facetcount.h"
#include "models/search/terms.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::search {

using catalog::PlainTerm;
using catalog::TermKey;

namespace {

constexpr std::array facetNames { "kind"_L1, "owner"_L1, "lifecycle"_L1, "type"_L1, "tag"_L1, "system"_L1, "state"_L1, "freshness"_L1 };
constexpr std::array scopeNames { "all"_L1, "mine"_L1, "starred"_L1, "recent"_L1, "problems"_L1 };

bool isTextTerm(const PlainTerm &term) { return term.isComplete() && term.key == TermKey::Text; }

bool isBodyTerm(const PlainTerm &term)
{
    return term.isComplete()
        && (term.key == TermKey::Has || term.key == TermKey::Annotation || term.key == TermKey::Label);
}

void keepScope(const CatalogIndex &index, Filter::Scope scope, const Personal *personal, std::vector<quint8> &shown)
{
    const auto keep = [&](auto holds) {
        for (Row row = 0; row < index.size(); ++row)
            shown[row] = quint8(shown[row] & quint8(holds(row)));
    };
    const auto marked = [personal](Row row, Personal::Mark mark) { return personal && personal->has(row, mark); };
    switch (scope) {
    case Filter::Scope::All: break;
    case Filter::Scope::Mine: keep([&](Row row) { return marked(row, Personal::Mine); }); break;
    case Filter::Scope::Starred: keep([&](Row row) { return marked(row, Personal::Starred); }); break;
    case Filter::Scope::Recent: keep([&](Row row) { return marked(row, Personal::Recent); }); break;
    case Filter::Scope::Problems:
        keep([&](Row row) { return (index.flags()[row] & mirror::Snapshot::HasProblems) != 0; });
        break;
    }
}

QString freeWords(const catalog::PlainQuery &query)
{
    QStringList words;
    for (const PlainTerm &term : query.terms) {
        if (isFreeWord(term))
            words += term.values;
    }
    return words.join(u' ');
}

/// The rows left, for the terms that read whole entities.
QStringList refsOf(const CatalogIndex &index, const std::vector<quint8> &shown)
{
    QStringList refs;
    for (Row row = 0; row < index.size(); ++row) {
        if (shown[row])
            refs.append(index.snapshot().ref(row).toString());
    }
    return refs;
}

void keepBodies(const CatalogIndex &index, const std::vector<PlainTerm> &terms, const BodyReader &read,
    std::vector<quint8> &shown, std::stop_token stop)
{
    const QStringList refs = refsOf(index, shown);
    std::fill(shown.begin(), shown.end(), quint8(0));
    if (refs.isEmpty())
        return;
    read(
        refs,
        [&](const domain::Entity &entity) {
            const bool holds = std::all_of(
                terms.begin(), terms.end(), [&](const PlainTerm &term) { return holdsInBody(term, entity) != term.negated; });
            if (const Row row = holds ? index.snapshot().find(entity.ref().canonical()) : noRow; row != noRow)
                shown[row] = 1;
            return !stop.stop_requested();
        },
        stop);
}

/// Any of the values, each with all of its words.
void keepText(const CatalogIndex &index, const PlainTerm &term, const TextFinder &find, std::vector<quint8> &shown, std::stop_token stop)
{
    std::vector<quint8> found(shown.size(), 0);
    for (const QString &value : term.values) {
        for (const QString &ref : find({ value }, stop)) {
            if (const Row row = index.snapshot().find(ref); row != noRow)
                found[row] = 1;
        }
    }
    for (size_t row = 0; row < shown.size(); ++row)
        shown[row] = quint8(shown[row] & quint8((found[row] != 0) != term.negated));
}

RowSet rowsOf(const MatchResult &match, Row size)
{
    RowSet rows(size);
    for (const Hit &hit : match.hits)
        rows.add(hit.row);
    return rows;
}

} // namespace

QJsonObject Filter::toJson() const
{
    QJsonObject facets;
    for (const auto &[facet, values] : selected.asKeyValueRange())
        facets.insert(facetNames[size_t(facet)], QJsonArray::fromStringList(values));
    return { { u"scope"_s, QString(scopeNames[size_t(scope)]) }, { u"text"_s, text }, { u"facets"_s, facets } };
}

Filter Filter::fromJson(const QJsonObject &json)
{
    Filter filter;
    filter.text = json.value("text"_L1).toString();
    const QString scope = json.value("scope"_L1).toString();
    for (size_t i = 0; i < scopeNames.size(); ++i) {
        if (scope == scopeNames[i])
            filter.scope = Scope(i);
    }
    const QJsonObject facets = json.value("facets"_L1).toObject();
    for (size_t i = 0; i < facetNames.size(); ++i) {
        QStringList values;
        for (const QJsonValue &value : facets.value(facetNames[i]).toArray())
            values.append(value.toString());
        if (!values.isEmpty())
            filter.selected.insert(Facet(i), values);
    }
    return filter;
}

bool needsBodies(const Filter &filter)
{
    const catalog::PlainQuery query = catalog::parsePlainQuery(filter.text);
    return std::ranges::any_of(query.terms, [](const PlainTerm &term) { return isBodyTerm(term) || isTextTerm(term); });
}

bool needsText(const Filter &filter) { return std::ranges::any_of(catalog::parsePlainQuery(filter.text).terms, isTextTerm); }

FilterEngine::FilterEngine()
    : m_matcher({ .looseness = Looseness::Pieces, .attributes = false, .descriptions = true, .scores = false })
    , m_scorer({ .looseness = Looseness::Pieces, .attributes = false, .descriptions = true })
{
}

FilterEngine::~FilterEngine() = default;

void FilterEngine::keepWords(const IndexPtr &index, const QString &words, std::stop_token stop, FilterResult &result)
{
    const KnownRows::Answer *known = m_known.find(index, words);
    if (!known) {
        const MatchResult match = m_matcher.match(index, words, stop);
        if (match.cancelled)
            return;
        known = &m_known.put(words, { rowsOf(match, index->size()), match.withTypos });
    }
    known->rows.keepIn(result.shown);
    result.withTypos = known->withTypos;
}

void FilterEngine::keepScoredWords(const IndexPtr &index, const QString &words, std::stop_token stop, FilterResult &result)
{
    MatchResult match = m_scorer.match(index, words, stop);
    rowsOf(match, index->size()).keepIn(result.shown);
    result.withTypos = match.withTypos;
    result.hits = std::move(match.hits);
}

FilterResult FilterEngine::run(
    const IndexPtr &index, const Filter &filter, const FilterContext &context, std::stop_token stop)
{
    FilterResult result;
    result.shown.assign(index->size(), 1);
    const catalog::PlainQuery query = catalog::parsePlainQuery(filter.text);
    const Personal *personal = context.personal.get();
    keepScope(*index, filter.scope, personal, result.shown);
    std::vector<PlainTerm> bodyTerms;
    std::vector<PlainTerm> textTerms;
    for (const PlainTerm &term : query.terms) {
        if (!term.hint.isEmpty())
            result.hints.append(term.hint);
        if (isBodyTerm(term))
            bodyTerms.push_back(term);
        else if (isTextTerm(term))
            textTerms.push_back(term);
        else if (term.isComplete() && !isFreeWord(term))
            m_known.keepTerm(index, term, personal, result.shown);
    }
    if (const QString words = freeWords(query); !words.isEmpty())
        context.wantScores ? keepScoredWords(index, words, stop, result) : keepWords(index, words, stop, result);
    for (const PlainTerm &term : textTerms) {
        if (context.findText)
            keepText(*index, term, context.findText, result.shown, stop);
    }
    if (!bodyTerms.empty() && context.readBodies)
        keepBodies(*index, bodyTerms, context.readBodies, result.shown, stop);
    result.skippedBodies = (!bodyTerms.empty() && !context.readBodies) || (!textTerms.empty() && !context.findText);
    applyFacets(*index, filter.selected, personal, context.now, context.wantCounts, result);
    result.cancelled = stop.stop_requested();
    return result;
}

} // namespace callboard::search
