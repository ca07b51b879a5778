// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/backstage/fakeportal.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QUrlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace callboard::test {

namespace {

QByteArray compact(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

QByteArray cursorJson(const QByteArray &last, const QByteArray &first, bool previous)
{
    return QByteArray("{\"orderFields\":[],\"isPrevious\":" + QByteArray(previous ? "true" : "false")
        + ",\"fullTextFilter\":{\"term\":\"\"},\"orderFieldValues\":[\"" + last + "\"],\"firstSortFieldValues\":[\"" + first
        + "\"],\"totalItems\":0}")
        .toBase64();
}

// Source: plugin-catalog-backend 1.13.3, queryEntities and cursorParser.
QByteArray olderCursorJson(const QByteArray &last, const QByteArray &first, bool previous, bool isOfFirstPage, qint64 total)
{
    return QByteArray("{\"orderFields\":[{\"field\":\"metadata.uid\",\"order\":\"asc\"}],\"isPrevious\":" + QByteArray(previous ? "true" : "false")
        + (isOfFirstPage ? ",\"fullTextFilter\":{\"term\":\"\"}" : "") + ",\"orderFieldValues\":[\"" + last + "\",\"" + last
        + "\"],\"firstSortFieldValues\":[\"" + first + "\",\"" + first + "\"],\"totalItems\":" + QByteArray::number(total) + '}')
        .toBase64();
}

QString refOf(const QJsonObject &entity) { return domain::Entity::fromJson(entity).ref().canonical(); }

} // namespace

QJsonObject FakePortal::served(QJsonObject entity)
{
    QJsonObject metadata = entity["metadata"_L1].toObject();
    const QString named = entity["kind"_L1].toString() + u':' + metadata["name"_L1].toString();
    metadata.insert(u"etag"_s, QString::fromLatin1(QCryptographicHash::hash(compact(entity), QCryptographicHash::Sha1).toHex()));
    metadata.insert(u"uid"_s, QUuid::createUuidV5(QUuid(), named).toString(QUuid::WithoutBraces));
    entity.insert(u"metadata"_s, metadata);
    return entity;
}

void FakePortal::put(const QJsonObject &entity)
{
    const QJsonObject made = served(entity);
    entities.insert(made["metadata"_L1]["uid"_L1].toString().toLatin1(), made);
}

void FakePortal::put(const QString &kind, const QString &name, const QJsonObject &spec)
{
    const QJsonObject metadata { { u"name"_s, name }, { u"namespace"_s, u"default"_s } };
    put({ { u"apiVersion"_s, u"backstage.io/v1alpha1"_s }, { u"kind"_s, kind }, { u"metadata"_s, metadata }, { u"spec"_s, spec },
        { u"relations"_s, QJsonArray() } });
}

void FakePortal::remove(const QString &name)
{
    entities.removeIf([&](const auto &entry) { return entry.value()["metadata"_L1]["name"_L1] == name; });
}

FakePortal::Answer FakePortal::error(int status, const QByteArray &name, const QByteArray &message)
{
    return { status, "{\"error\":{\"name\":\"" + name + "\",\"message\":\"" + message + "\"}}" };
}

FakePortal::Answer FakePortal::answer(const sdk::HttpRequest &request)
{
    const QString path = request.url.path();
    log.append(request.method + ' ' + path.toLatin1());
    if (before) {
        if (const auto instead = before(request))
            return *instead;
    }
    if (path == "/.backstage/health/v1/readiness"_L1)
        return starting ? Answer { 503, "{\"message\":\"Backend has not started yet\",\"status\":\"error\"}" } : Answer { 200, "{\"status\":\"ok\"}" };
    bool isLetIn = token.isEmpty();
    for (const auto &[name, value] : request.headers)
        isLetIn = isLetIn || (name == "authorization" && value == "Bearer " + token);
    if (!isLetIn && path.startsWith("/api/catalog"_L1))
        return error(401, "AuthenticationError", "Missing credentials");
    if (path == "/api/catalog/entities/by-query"_L1 && hasByQuery)
        return byQuery(request);
    if (path == "/api/catalog/entities/by-refs"_L1 && hasByQuery)
        return byRefs(request.body);
    if (path == "/api/catalog/entities"_L1)
        return byOffset(QUrlQuery(request.url));
    return { 404, {}, {}, {}, {} };
}

FakePortal::Answer FakePortal::byQuery(const sdk::HttpRequest &request) const
{
    const QUrlQuery query(request.url);
    const int limit = query.queryItemValue(u"limit"_s).toInt();
    // Its specification knows no HEAD, so the limit stays text: one more than "20" is "201".
    const int looked = request.method == "HEAD" ? QString(query.queryItemValue(u"limit"_s) + u'1').toInt() : limit + 1;
    if (limit == 0)
        return { 200, "{\"items\":[],\"totalItems\":" + QByteArray::number(entities.size()) + ",\"pageInfo\":{}}" };
    // Its specification is held against GET alone.
    if (isOlder && request.method == "GET" && query.hasQueryItem(u"totalItems"_s))
        return error(400, "InputError", "Unknown query parameter 'totalItems'");
    const auto cursor = QByteArray::fromBase64(query.queryItemValue(u"cursor"_s, QUrl::FullyDecoded).toLatin1());
    const QJsonObject asked = QJsonDocument::fromJson(cursor).object();
    const QByteArray behind = asked["orderFieldValues"_L1][0].toString().toLatin1();
    const QByteArray first = asked.isEmpty() ? (entities.isEmpty() ? QByteArray() : entities.firstKey())
                                             : asked["firstSortFieldValues"_L1][0].toString().toLatin1();
    const bool etagsOnly = query.queryItemValue(u"fields"_s) == "metadata.etag"_L1;
    QByteArray items, begin, end;
    int count = 0;
    auto i = behind.isEmpty() ? entities.cbegin() : entities.upperBound(behind);
    const auto found = std::min<qsizetype>(looked, std::distance(i, entities.cend()));
    const bool isMore = found > limit;
    for (; count < found - isMore; ++i, ++count) {
        items += count > 0 ? "," : "";
        items += etagsOnly ? "{\"metadata\":{\"etag\":\"" + i.value()["metadata"_L1]["etag"_L1].toString().toLatin1() + "\"}}"
                           : compact(i.value());
        begin = count == 0 ? i.key() : begin;
        end = i.key();
    }
    const qint64 total = !isOlder ? 0 : asked.isEmpty() ? entities.size() : asked["totalItems"_L1].toInteger();
    const auto written = [&](const QByteArray &last, bool previous) {
        return isOlder ? olderCursorJson(last, first, previous, asked.isEmpty(), total) : cursorJson(last, first, previous);
    };
    QByteArrayList info;
    if (isMore)
        info.append("\"nextCursor\":\"" + written(end, false) + '"');
    if (!asked.isEmpty() && count > 0 && begin != first)
        info.append("\"prevCursor\":\"" + written(begin, true) + '"');
    Answer page { 200, "{\"items\":[" + items + "],\"totalItems\":" + QByteArray::number(total) + ",\"pageInfo\":{" + info.join(',') + "}}" };
    if (etagsOnly) {
        page.etag = "W/\"" + QByteArray::number(page.body.size(), 16) + '-'
            + QCryptographicHash::hash(page.body, QCryptographicHash::Sha1).toBase64().first(27) + '"';
        if (std::ranges::find(request.headers, sdk::Header("if-none-match", page.etag)) != request.headers.end())
            return { 304, {}, page.etag };
        if (request.method == "HEAD")
            page.body.clear();
    }
    return page;
}

FakePortal::Answer FakePortal::byRefs(const QByteArray &body) const
{
    if (body.size() > 100 * 1024)
        return error(400, "InputError", "request entity too large");
    QMap<QString, QJsonObject> byRef;
    for (const QJsonObject &entity : entities)
        byRef.insert(refOf(entity), entity);
    QJsonArray items;
    for (const QJsonValue ref : QJsonDocument::fromJson(body)["entityRefs"_L1].toArray())
        items.append(byRef.contains(ref.toString()) ? QJsonValue(byRef[ref.toString()]) : QJsonValue());
    return { 200, compact({ { u"items"_s, items } }) };
}

FakePortal::Answer FakePortal::byOffset(const QUrlQuery &query) const
{
    const int limit = query.hasQueryItem(u"limit"_s) ? query.queryItemValue(u"limit"_s).toInt() : 1'000'000;
    const int offset = query.queryItemValue(u"offset"_s).toInt() + query.queryItemValue(u"after"_s).toInt();
    QJsonArray items;
    const auto all = entities.values();
    for (int i = offset; i < std::min<int>(offset + limit, int(all.size())); ++i)
        items.append(all[i]);
    Answer page { 200, QJsonDocument(items).toJson(QJsonDocument::Compact) };
    if (offset + limit < all.size())
        page.link = "</entities?limit=" + QByteArray::number(limit) + "&after=" + QByteArray::number(offset + limit) + ">; rel=\"next\"";
    return page;
}

QByteArray jwt(const QString &subject, const QDateTime &expires)
{
    const QJsonObject claims { { u"sub"_s, subject }, { u"exp"_s, expires.toSecsSinceEpoch() } };
    const auto part = [](const QByteArray &text) { return text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals); };
    return part("{}") + '.' + part(QJsonDocument(claims).toJson(QJsonDocument::Compact)) + ".x";
}

sdk::Result<void> FakeContext::pull(sdk::Feed &feed)
{
    m_seen.clear();
    m_removed.clear();
    removed.clear();
    docFiles.clear();
    m_newCursor.reset();
    onlyChanges = false;
    putCount = 0;
    const auto result = feed.pull(*this);
    if (!result)
        return result;
    if (!onlyChanges) {
        mirror.removeIf([this](const auto &entry) { return !m_seen.contains(entry.key()); });
        records.removeIf([this](const auto &entry) { return !m_seen.contains(entry.key()); });
    }
    for (const QString &ref : m_removed)
        mirror.remove(ref);
    savedCursor = m_newCursor.value_or(savedCursor);
    return {};
}

sdk::Result<QString> FakeContext::secret(const QString &field)
{
    return secrets.contains(field) ? sdk::Result<QString>(secrets[field]) : domain::fail(domain::ErrorCode::NotFound, u"none is kept"_s);
}

sdk::Result<QString> FakeContext::accessToken(const sdk::OAuthClient &, const QString &)
{
    return domain::fail(domain::ErrorCode::Unauthorised, u"nobody is signed in"_s);
}

void FakeContext::put(domain::Entity entity)
{
    const QString ref = entity.ref().canonical();
    mirror.insert(ref, entity.toJson());
    m_seen.insert(ref);
    ++putCount;
}

void FakeContext::put(domain::Record record)
{
    m_seen.insert(record.key);
    records.insert(record.key, record);
    ++putCount;
}

void FakeContext::remove(const QString &type, const QString &key)
{
    m_removed.append(key);
    removed.append(type + u' ' + key);
}

sdk::Result<sdk::HttpResponse> FakeContext::send(const sdk::HttpRequest &request)
{
    const FakePortal::Answer answer = m_portal.answer(request);
    m_portal.bytes += answer.body.size() + 700;
    if (m_portal.largestAnswer > 0 && answer.body.size() > m_portal.largestAnswer)
        return domain::fail(domain::ErrorCode::BadResponse, u"larger than allowed"_s);
    sdk::HttpResponse response;
    response.status = answer.status;
    response.headers = { { "content-type", answer.type }, { "etag", answer.etag }, { "link", answer.link } };
    response.body = answer.body;
    return response;
}

sdk::Result<sdk::HttpResponse> FakeContext::stream(
    const sdk::HttpRequest &request, const std::function<bool(QByteArrayView)> &onData, std::chrono::milliseconds)
{
    auto answer = send(request);
    constexpr qsizetype piece = 7; // Smaller than anything in it.
    for (qsizetype at = 0; answer && answer->status == 200 && at < answer->body.size(); at += piece) {
        if (!onData(QByteArrayView(answer->body).sliced(at, std::min(piece, answer->body.size() - at))))
            break;
    }
    return answer;
}

sdk::Result<std::unique_ptr<sdk::WebSocket>> FakeContext::openSocket(
    const QUrl &, const QList<QByteArray> &, std::chrono::milliseconds)
{
    if (makeSocket)
        return makeSocket();
    return domain::fail(domain::ErrorCode::NotFound, {});
}

} // namespace callboard::test
