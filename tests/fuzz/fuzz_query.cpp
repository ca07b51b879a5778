// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The first byte says which language the rest is in: the plain one, or a query string or body of entities/by-query. What is plain is
// typed into a filter box as well: its rows are those of a naive reading, and what it offers can be taken.
#include "models/catalog/query.h"
#include "models/search/completion.h"
#include "models/search/filter.h"
#include "tests/fuzz/naivefilter.h"
#include "tests/unit/search/catalogs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::catalog;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

const std::vector<QJsonObject> &entities()
{
    static const std::vector<QJsonObject> served{
        QJsonDocument::fromJson(R"({"apiVersion":"backstage.io/v1alpha1","kind":"Component","metadata":{"name":"ledger","namespace":"default",
            "uid":"1","tags":["java","core"],"annotations":{"a.b/c":"d"}},"spec":{"type":"service","lifecycle":"production","owner":"payments"},
            "relations":[{"type":"ownedBy","targetRef":"group:default/payments"}]})").object(),
        QJsonDocument::fromJson(R"({"apiVersion":"backstage.io/v1alpha1","kind":"API","metadata":{"name":"ledger-api","uid":"2"},
            "spec":{"type":"openapi","owner":null,"n":1.5,"deep":{"a":[{"b":true},[]]}}})").object()};
    return served;
}

void plain(QStringView text)
{
    const PlainQuery query = parsePlainQuery(text);
    for (const PlainTerm &term : query.terms) {
        require(term.start >= 0 && term.length >= 0 && term.start + term.length <= text.size());
        require(term.valueStart >= term.start && term.valueStart <= term.start + term.length);
        const QString rest = withoutTerm(text.toString(), term.start);
        require(rest.size() <= text.size());
        query.termAt(term.start);
    }
    query.freeText();
}

/// A catalog with values that need quotes, and a person who has to do with some of it.
struct Box {
    search::IndexPtr index = search::CatalogIndex::build(testing::snapshotOf(testing::companyLines()
        + QStringList { u"Group other/Nord-Süd title=Fähre_&_Hafen type=team rel:childOf=group:default/payments"_s,
            u"Component other/timetable title=The_timetable type=web_site,old lifecycle=in_use owner=group:other/nord-süd tags=a_b problem="_s }));
    search::PersonalPtr personal = std::make_shared<const search::Personal>(marks(index->size()));
    fuzz::NaiveFilter naive { index, personal };
    search::FilterEngine engine; ///< One for all inputs: it remembers.

    static search::Personal marks(search::Row size)
    {
        search::Personal personal;
        for (search::Row row = 0; row < size; ++row)
            personal.marks.push_back(quint8(row % 8));
        return personal;
    }
};

void rows(Box &box, const QString &text)
{
    search::Filter filter;
    filter.text = text;
    search::FilterContext context;
    context.personal = box.personal;
    context.findText = [&](const QStringList &words, std::stop_token) { return box.naive.withText(words.first()); };
    const search::FilterResult result = box.engine.run(box.index, filter, context);
    require(result.shown == box.naive.shown(text));
    require(result.count == search::Row(std::count(result.shown.begin(), result.shown.end(), quint8(1))));
}

/// Whatever is offered can be taken: it stands in the text then as the one term that it promised.
void take(const QString &text, const search::Completion &offered)
{
    require(offered.start >= 0 && offered.length >= 0 && offered.start + offered.length <= text.size() && !offered.insert.isEmpty());
    const QString taken = QString(text).replace(offered.start, offered.length, offered.insert);
    const PlainQuery query = parsePlainQuery(taken);
    const PlainTerm *term = query.termAt(offered.start + offered.insert.size());
    require(term);
    if (plainKeys().contains(offered.insert.chopped(1)) && offered.insert.endsWith(u':')) {
        require(keyText(term->key) == offered.insert.chopped(1));
        return;
    }
    const qsizetype key = term->start + qsizetype(term->negated) == offered.start ? offered.insert.indexOf(u':') + 1 : 0;
    QString value = offered.insert.sliced(key);
    if (value.startsWith(u'"'))
        value = value.sliced(1).chopped(1);
    require(term->key != TermKey::Word && term->isComplete());
    require(term->values.contains(value) || term->field == value);
}

void filterBox(const QString &text)
{
    static Box box;
    rows(box, text);
    constexpr size_t limit = 12;
    const qsizetype step = std::max<qsizetype>(1, text.size() / 16);
    for (qsizetype cursor = 0; cursor <= text.size(); cursor += step) {
        const std::vector<search::Completion> offered = search::completions(text, cursor, *box.index, limit);
        require(offered.size() <= limit);
        for (const search::Completion &one : offered)
            take(text, one);
    }
}

void request(const callboard::domain::Result<QueryRequest> &parsed)
{
    if (!parsed)
        return;
    if (const auto found = answer(*parsed, entities())) {
        require(found->items.size() <= parsed->limit && found->totalItems <= qsizetype(entities().size()));
        // In an order, an entity counts once and comes once for each of its values.
        require(!parsed->order.empty() || found->items.size() <= found->totalItems);
    }
    const auto counted = facets(parsed->filter, {u"kind"_s, u"spec.type"_s}, entities());
    Q_UNUSED(counted)
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    switch (data[0] % 3) {
    case 0:
        plain(QString::fromUtf8(bytes));
        filterBox(QString::fromUtf8(bytes.first(std::min<qsizetype>(bytes.size(), 300))));
        break;
    case 1:
        request(parseQueryRequest(QUrlQuery(QString::fromUtf8(bytes))));
        break;
    default:
        request(parseQueryRequest(QJsonDocument::fromJson(bytes).object()));
    }
    return 0;
}
