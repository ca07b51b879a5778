// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/queryrequest.h"

#include <QJsonArray>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::catalog {

using domain::ErrorCode;
using domain::Result;
using domain::fail;

namespace {

std::unexpected<domain::Error> badRequest(const QString &detail)
{
    return fail(ErrorCode::Invalid, detail);
}

QStringList splitList(const QStringList &params)
{
    QStringList all;
    for (const QString &param : params) {
        for (const QString &part : param.split(u',')) {
            if (const QString trimmed = part.trimmed(); !trimmed.isEmpty() && !all.contains(trimmed))
                all.append(trimmed);
        }
    }
    return all;
}

Result<qsizetype> readCount(const QUrlQuery &query, const QString &name, qsizetype otherwise)
{
    if (!query.hasQueryItem(name))
        return otherwise;
    bool isNumber = false;
    const qsizetype value = query.queryItemValue(name, QUrl::FullyDecoded).toLongLong(&isNumber);
    if (!isNumber)
        return badRequest(u"request/query/%1 must be integer"_s.arg(name));
    if (value < 0)
        return badRequest(u"request/query/%1 must be >= 0"_s.arg(name));
    return value;
}

Result<OrderField> readOrder(const QString &field, const QString &order)
{
    if (order != "asc"_L1 && order != "desc"_L1)
        return badRequest(u"Invalid order field order, must be asc or desc"_s);
    return OrderField { field.toLower(), order == "desc"_L1 };
}

Result<std::vector<OrderField>> readOrders(const QStringList &params)
{
    std::vector<OrderField> orders;
    for (const QString &param : params) {
        const QStringList parts = param.split(u',');
        Result<OrderField> order = readOrder(parts.value(0), parts.value(1, u"asc"_s));
        if (!order)
            return std::unexpected(order.error());
        orders.push_back(*order);
    }
    return orders;
}

Result<void> checkFields(const QStringList &fields)
{
    for (const QString &field : fields) {
        if (field.contains(u'['))
            return badRequest(u"Invalid field \"%1\", array type fields are not supported"_s.arg(field));
    }
    return {};
}

/// SQL's LIKE over `%term%`: `%` and `_` in the term are its wildcards.
bool isLike(QStringView text, QStringView pattern)
{
    qsizetype t = 0;
    qsizetype p = 0;
    qsizetype starPattern = -1;
    qsizetype starText = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == u'%') {
            starPattern = p++;
            starText = t;
        } else if (p < pattern.size() && (pattern[p] == u'_' || pattern[p] == text[t])) {
            ++p;
            ++t;
        } else if (starPattern >= 0) {
            p = starPattern + 1;
            t = ++starText;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == u'%')
        ++p;
    return p == pattern.size();
}

/// An entity that matched, with the value that it is ordered by.
struct Matched {
    QString value;
    QString uid;
    const QJsonObject *entity;
};

class Answering {
public:
    explicit Answering(const QueryRequest &request)
        : m_request(request)
        , m_order(request.order.empty() ? nullptr : &request.order.front())
        , m_pattern(u'%' + request.fullTextTerm.trimmed().toLower() + u'%')
    {
    }

    Result<void> take(const QJsonObject &entity)
    {
        const Result<SearchRows> rows = SearchRows::of(entity);
        if (!rows)
            return std::unexpected(rows.error());
        if (!m_request.filter.matches(*rows) || !matchesText(*rows))
            return {};
        const QString uid = entity.value("metadata"_L1).toObject().value("uid"_L1).toString();
        if (!m_order) {
            ++m_total;
            m_matched.push_back({ {}, uid, &entity });
            return {};
        }
        takeOrdered(*rows, uid, entity);
        return {};
    }

    Result<QueryResponse> finish()
    {
        const bool descending = m_order && m_order->descending;
        std::stable_sort(m_matched.begin(), m_matched.end(), [descending](const Matched &a, const Matched &b) {
            const auto keyA = std::tie(a.value, a.uid);
            const auto keyB = std::tie(b.value, b.uid);
            return descending ? keyB < keyA : keyA < keyB;
        });
        QueryResponse response;
        response.totalItems = m_total;
        const qsizetype count = qsizetype(m_matched.size());
        const qsizetype begin = std::min(m_request.offset, count);
        const qsizetype end = begin + std::min(m_request.limit, count - begin);
        for (qsizetype i = begin; i < end; ++i) {
            const Result<QJsonObject> pruned = pruneFields(*m_matched[size_t(i)].entity, m_request.fields);
            if (!pruned)
                return std::unexpected(pruned.error());
            response.items.append(*pruned);
        }
        return response;
    }

private:
    bool hasText() const { return m_pattern.size() > 2; }

    bool matchesText(const SearchRows &rows) const
    {
        if (!hasText())
            return true;
        QStringList fields = m_request.fullTextFields;
        if (fields.isEmpty())
            fields.append(m_order ? m_order->field : u"metadata.uid"_s);
        return std::any_of(fields.begin(), fields.end(), [&](const QString &field) {
            const auto &values = rows.values(field);
            return std::any_of(values.begin(), values.end(), [&](const SearchRows::Value &value) { return isLikeTerm(value); });
        });
    }

    bool isLikeTerm(const SearchRows::Value &value) const { return !value.isNull && isLike(value.folded, m_pattern); }

    void takeOrdered(const SearchRows &rows, const QString &uid, const QJsonObject &entity)
    {
        const bool textIsOfOrder = hasText()
            && (m_request.fullTextFields.isEmpty() || m_request.fullTextFields == QStringList { m_order->field });
        bool counted = false;
        for (const SearchRows::Value &value : rows.values(m_order->field)) {
            if (value.isNull)
                continue;
            m_total += counted ? 0 : 1;
            counted = true;
            if (!textIsOfOrder || isLikeTerm(value))
                m_matched.push_back({ value.folded, uid, &entity });
        }
    }

    const QueryRequest &m_request;
    const OrderField *m_order;
    QString m_pattern;
    std::vector<Matched> m_matched;
    qsizetype m_total = 0;
};

/// The path to a field whose keys may themselves hold dots, as lodash finds it.
QStringList pathOf(const QJsonObject &root, const QString &field, QJsonValue *found)
{
    QStringList parts = field.split(u'.');
    QStringList path;
    QJsonValue at = root;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QJsonObject object = at.toObject();
        if (object.contains(parts[i])) {
            path.append(parts[i]);
            at = object.value(parts[i]);
        } else if (i + 1 < parts.size()) {
            parts[i + 1] = parts[i] + u'.' + parts[i + 1];
        } else {
            at = QJsonValue(QJsonValue::Undefined);
        }
    }
    *found = at;
    return path;
}

QJsonObject withValue(QJsonObject object, const QStringList &path, const QJsonValue &value)
{
    if (path.size() == 1)
        object.insert(path.front(), value);
    else if (!path.isEmpty())
        object.insert(path.front(), withValue(object.value(path.front()).toObject(), path.sliced(1), value));
    return object;
}

} // namespace

Result<QueryRequest> parseQueryRequest(const QUrlQuery &query)
{
    QueryRequest request;
    Result<Predicate> filter = parseFilterParams(query.allQueryItemValues(u"filter"_s, QUrl::FullyDecoded));
    if (!filter)
        return std::unexpected(filter.error());
    request.filter = std::move(*filter);
    Result<std::vector<OrderField>> order = readOrders(query.allQueryItemValues(u"orderField"_s, QUrl::FullyDecoded));
    if (!order)
        return std::unexpected(order.error());
    request.order = std::move(*order);
    request.fullTextTerm = query.queryItemValue(u"fullTextFilterTerm"_s, QUrl::FullyDecoded);
    request.fullTextFields = splitList(query.allQueryItemValues(u"fullTextFilterFields"_s, QUrl::FullyDecoded));
    for (QString &field : request.fullTextFields)
        field = field.toLower();
    request.fields = splitList(query.allQueryItemValues(u"fields"_s, QUrl::FullyDecoded));
    if (const Result<void> good = checkFields(request.fields); !good)
        return std::unexpected(good.error());
    const Result<qsizetype> limit = readCount(query, u"limit"_s, request.limit);
    const Result<qsizetype> offset = readCount(query, u"offset"_s, request.offset);
    if (!limit || !offset)
        return std::unexpected(limit ? offset.error() : limit.error());
    request.limit = *limit;
    request.offset = *offset;
    return request;
}

Result<QueryRequest> parseQueryRequest(const QJsonObject &body)
{
    QueryRequest request;
    if (body.contains("query"_L1)) {
        Result<Predicate> filter = parsePredicate(body.value("query"_L1));
        if (!filter)
            return std::unexpected(filter.error());
        request.filter = std::move(*filter);
    }
    for (const QJsonValue &item : body.value("orderBy"_L1).toArray()) {
        const QJsonObject order = item.toObject();
        Result<OrderField> read = readOrder(order.value("field"_L1).toString(), order.value("order"_L1).toString());
        if (!read)
            return std::unexpected(read.error());
        request.order.push_back(*read);
    }
    const QJsonObject text = body.value("fullTextFilter"_L1).toObject();
    request.fullTextTerm = text.value("term"_L1).toString();
    for (const QJsonValue &field : text.value("fields"_L1).toArray())
        request.fullTextFields.append(field.toString().toLower());
    for (const QJsonValue &field : body.value("fields"_L1).toArray())
        request.fields.append(field.toString());
    if (const Result<void> good = checkFields(request.fields); !good)
        return std::unexpected(good.error());
    request.limit = std::max<qsizetype>(0, body.value("limit"_L1).toInteger(request.limit));
    request.offset = std::max<qsizetype>(0, body.value("offset"_L1).toInteger(request.offset));
    return request;
}

Result<QueryResponse> answer(const QueryRequest &request, std::span<const QJsonObject> served)
{
    Answering answering(request);
    for (const QJsonObject &entity : served) {
        if (const Result<void> taken = answering.take(entity); !taken)
            return std::unexpected(taken.error());
    }
    return answering.finish();
}

Result<QJsonObject> pruneFields(const QJsonObject &served, const QStringList &fields)
{
    if (fields.isEmpty())
        return served;
    if (const Result<void> good = checkFields(fields); !good)
        return std::unexpected(good.error());
    QJsonObject kept;
    for (const QString &field : fields) {
        QJsonValue value;
        const QStringList path = pathOf(served, field, &value);
        if (!value.isUndefined())
            kept = withValue(kept, path, value);
    }
    return kept;
}

Result<QHash<QString, std::vector<FacetValue>>> facets(
    const Predicate &filter, const QStringList &fields, std::span<const QJsonObject> served)
{
    if (fields.isEmpty())
        return badRequest(u"Missing facet parameter"_s);
    QHash<QString, QMap<QString, qsizetype>> counts;
    for (const QJsonObject &entity : served) {
        const Result<SearchRows> rows = SearchRows::of(entity);
        if (!rows)
            return std::unexpected(rows.error());
        if (!filter.matches(*rows))
            continue;
        for (const QString &field : fields) {
            for (const SearchRows::Value &value : rows->values(field.toLower())) {
                if (!value.isNull)
                    ++counts[field][value.original];
            }
        }
    }
    QHash<QString, std::vector<FacetValue>> answer;
    for (const QString &field : fields) {
        std::vector<FacetValue> &values = answer[field];
        for (const auto &[value, count] : counts.value(field).asKeyValueRange())
            values.push_back({ value, count });
    }
    return answer;
}

} // namespace callboard::catalog
