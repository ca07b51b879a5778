// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The first byte says which language the rest is in: the plain one, or a query string or body of entities/by-query.
#include "models/catalog/query.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdint>
#include <cstdlib>

using namespace Qt::StringLiterals;
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
        break;
    case 1:
        request(parseQueryRequest(QUrlQuery(QString::fromUtf8(bytes))));
        break;
    default:
        request(parseQueryRequest(QJsonDocument::fromJson(bytes).object()));
    }
    return 0;
}
