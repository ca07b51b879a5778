// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sdk/hostapi.h"

#include <QRegularExpression>

namespace callboard::sdk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::fail;

namespace {

constexpr qsizetype longestMessage = 300;
constexpr qint64 rangeBytes = 4 << 20;
constexpr int mostPages = 100;
constexpr auto logIdle = 30s;

ErrorCode codeOf(int status)
{
    switch (status) {
    case 401: return ErrorCode::Unauthorised;
    case 403: return ErrorCode::Forbidden;
    case 404:
    case 410: return ErrorCode::NotFound;
    case 408: return ErrorCode::Timeout;
    case 409:
    case 412: return ErrorCode::Conflict;
    case 429: return ErrorCode::RateLimited;
    case 501: return ErrorCode::Unsupported;
    case 502:
    case 503:
    case 504: return ErrorCode::Offline;
    default: return status >= 400 && status < 500 ? ErrorCode::Invalid : ErrorCode::BadResponse;
    }
}

/// Where the hosts put what is wrong: GitLab and Gitea in "message" (GitLab also as an object of lists) or "error", Bitbucket in
/// "error.message", Azure in "message", OAuth servers in "error_description".
QString messageIn(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const QJsonValue error = object["error"_L1];
    if (error.isObject())
        return error["message"_L1].toString();
    if (object["error_description"_L1].isString())
        return object["error_description"_L1].toString();
    const QJsonValue message = object["message"_L1];
    if (message.isObject() || message.isArray()) {
        const QJsonDocument inner = message.isObject() ? QJsonDocument(message.toObject()) : QJsonDocument(message.toArray());
        return QString::fromUtf8(inner.toJson(QJsonDocument::Compact));
    }
    return message.isString() ? message.toString() : error.toString();
}

/// The same query for another page, which `value` names.
QUrlQuery pageAt(QUrlQuery query, const QString &key, const QString &value)
{
    query.removeAllQueryItems(key);
    query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    return query;
}

/// An answer that is the list itself; null where it has nothing, undefined where it is no list.
QJsonValue listIn(const QJsonDocument &document, const HttpResponse &answer)
{
    if (document.isArray())
        return document.array();
    const bool isNothing = answer.status == 204 || answer.body.trimmed() == "null";
    return isNothing ? QJsonValue(QJsonValue::Null) : QJsonValue(QJsonValue::Undefined);
}

} // namespace

Result<QUrl> hostAddress(const QString &typed, const QString &otherwise)
{
    QString text = typed.trimmed().isEmpty() ? otherwise : typed.trimmed();
    if (!text.contains("://"_L1))
        text.prepend("https://"_L1);
    QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty())
        return fail(ErrorCode::Invalid, u"the address of the host is no http or https address"_s);
    url.setQuery(QString());
    url.setFragment(QString());
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path, QUrl::StrictMode);
    return url;
}

QString hostName(const QUrl &address)
{
    return address.port() > 0 ? address.host() + u':' + QString::number(address.port()) : address.host();
}

QString pathPart(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString pathOf(const QString &path)
{
    QStringList parts;
    for (const QString &part : path.split(u'/', Qt::SkipEmptyParts)) {
        if (part != "."_L1 && part != ".."_L1)
            parts.append(pathPart(part));
    }
    return parts.join(u'/');
}

domain::Error errorOf(const HttpResponse &answer, const QString &host)
{
    QString message = messageIn(answer.body).left(longestMessage * 2).simplified();
    if (message.size() > longestMessage)
        message = message.left(longestMessage) + u'…';
    if (message.isEmpty())
        message = u"the host answered with status %1"_s.arg(answer.status);
    domain::Error error { codeOf(answer.status), message, answer.status, std::nullopt, host };
    bool isNumber = false;
    const int seconds = answer.header("retry-after").toInt(&isNumber);
    if (isNumber && seconds >= 0)
        error.retryAfter = std::chrono::seconds(seconds);
    return error;
}

std::optional<QUrlQuery> nextPage(const HttpResponse &answer)
{
    // Only the query is taken over: behind a proxy a host may not know the address it is asked at, and a page leads nowhere else.
    static const QRegularExpression next(uR"re(<([^<>]*)>\s*;[^,<]*\brel\s*=\s*"?next\b)re"_s, QRegularExpression::CaseInsensitiveOption);
    const auto match = next.match(QString::fromLatin1(answer.header("link").left(8000)));
    if (!match.hasMatch())
        return std::nullopt;
    const QUrl url(match.captured(1));
    return url.isValid() && url.hasQuery() ? std::optional(QUrlQuery(url)) : std::nullopt;
}

Result<QByteArray> tokenOf(const QString &typed)
{
    const QString token = typed.trimmed();
    if (token.isEmpty())
        return fail(ErrorCode::NotFound, u"no access token was given"_s);
    // A header is one line of ASCII: anything else would be a way to write headers of one's own.
    if (!std::ranges::all_of(token, [](QChar c) { return c > u' ' && c < u'\x7f'; }))
        return fail(ErrorCode::Invalid, u"the access token has blanks or characters that no token has"_s);
    return token.toLatin1();
}

HostApi::HostApi(Result<QUrl> address, SignIn signIn, Headers always)
    : m_address(std::move(address))
    , m_signIn(std::move(signIn))
    , m_always(std::move(always))
{
}

Result<HostApi::Identity> HostApi::identity(PullContext &context, const QByteArray &refused) const
{
    return m_address ? m_signIn(context, refused) : std::unexpected(m_address.error());
}

Result<HttpRequest> HostApi::requestOf(const HostAsk &ask, const Identity &identity) const
{
    HttpRequest request;
    request.method = ask.method;
    request.url = QUrl(m_address->toString(QUrl::FullyEncoded) + ask.route, QUrl::StrictMode);
    if (!request.url.isValid())
        return fail(ErrorCode::Invalid, u"what is asked for has no address"_s, name());
    if (!ask.query.isEmpty())
        request.url.setQuery(ask.query);
    request.headers = ask.headers;
    for (const Header &header : m_always) {
        if (!std::ranges::contains(ask.headers, header.first, &Header::first))
            request.headers.append(header);
    }
    if (std::ranges::find(request.headers, QByteArray("accept"), &Header::first) == request.headers.end())
        request.headers.emplace_back("accept", "application/json");
    if (!identity.header.first.isEmpty())
        request.headers.append(identity.header);
    if (ask.body) {
        request.headers.emplace_back("content-type", "application/json");
        request.body = (ask.body->isArray() ? QJsonDocument(ask.body->toArray()) : QJsonDocument(ask.body->toObject())).toJson(QJsonDocument::Compact);
    }
    if (ask.form) {
        request.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
        request.body = ask.form->toString(QUrl::FullyEncoded).toLatin1();
    }
    request.maxBytes = ask.maxBytes;
    request.remember = ask.remember && ask.method == "GET";
    request.rememberAs = identity.who;
    return request;
}

Result<HttpResponse> HostApi::answerTo(const HostAsk &ask, PullContext &context) const
{
    const auto who = identity(context);
    if (!who)
        return std::unexpected(who.error());
    const auto request = requestOf(ask, *who);
    if (!request)
        return std::unexpected(request.error());
    auto answer = context.http().send(*request);
    if (!answer || answer->status != 401)
        return answer;
    if (who->renewable) {
        const auto again = identity(context, who->header.second);
        if (!again)
            return std::unexpected(again.error());
        answer = context.http().send(*requestOf(ask, *again));
    }
    if (answer && answer->status == 401)
        return std::unexpected(errorOf(*answer, name()));
    return answer;
}

Result<HttpResponse> HostApi::send(const HostAsk &ask, PullContext &context) const
{
    auto answer = answerTo(ask, context);
    // Azure answers a token that has ended with its page to sign in.
    if (answer && answer->status == 203 && answer->header("content-type").startsWith("text/html"))
        return fail(ErrorCode::Unauthorised, u"the host asks to sign in anew"_s, name());
    if (answer && (answer->status < 200 || answer->status > 299))
        return std::unexpected(errorOf(*answer, name()));
    return answer;
}

Result<QJsonDocument> HostApi::json(const HostAsk &ask, PullContext &context) const
{
    const auto answer = send(ask, context);
    if (!answer)
        return std::unexpected(answer.error());
    auto document = QJsonDocument::fromJson(answer->body);
    if (document.isNull())
        return fail(ErrorCode::BadResponse, u"the host's answer is no JSON"_s, name());
    return document;
}

Result<QJsonArray> HostApi::list(HostAsk ask, PullContext &context, qsizetype most, const QString &key,
    const std::function<bool(const QJsonArray &page)> &goesOn) const
{
    QJsonArray all;
    qsizetype fullSize = 0;
    for (int page = 0; page < mostPages; ++page) {
        if (context.stopRequested())
            return fail(ErrorCode::Cancelled, u"stopped"_s, name());
        const auto answer = send(ask, context);
        if (!answer)
            return std::unexpected(answer.error());
        const auto document = QJsonDocument::fromJson(answer->body);
        // Forgejo answers some lists bare that Gitea has within an object.
        const QJsonValue found = document.isObject() && !key.isEmpty() ? document[key] : listIn(document, *answer);
        // Gitea writes an empty list of some kinds as null.
        if (!found.isArray() && !found.isNull())
            return fail(ErrorCode::BadResponse, u"the host's answer is no list"_s, name());
        for (const QJsonValue item : found.toArray()) {
            if (all.size() >= most)
                return all;
            all.append(item);
        }
        if (goesOn && !goesOn(found.toArray()))
            return all;
        auto next = nextPage(*answer);
        // Bitbucket names the next page in the answer, Azure what to go on with in a header, CircleCI in the answer.
        if (const QString named = document["next"_L1].toString(); !next && document.isObject() && !named.isEmpty())
            next = QUrlQuery(QUrl(named));
        if (const QByteArray token = answer->header("x-ms-continuationtoken"); !next && !token.isEmpty())
            next = pageAt(ask.query, u"continuationToken"_s, QString::fromLatin1(token));
        if (const QString token = document["next_page_token"_L1].toString(); !next && document.isObject() && !token.isEmpty())
            next = pageAt(ask.query, u"page-token"_s, token);
        // GitLab has its number in a header of its own, too: where a proxy took the Link away, it is left.
        if (const QByteArray number = answer->header("x-next-page"); !next && !number.isEmpty())
            next = pageAt(ask.query, u"page"_s, QString::fromLatin1(number));
        // Gitea's ListJobs wrote no Link in its first versions, nor does Forgejo with runs: a full page, and how many there are in all.
        // Full is what the first one has: each server has a limit of its own, whatever is asked for.
        const qsizetype size = found.toArray().size();
        fullSize = page == 0 ? size : fullSize;
        const bool isFull = ask.query.hasQueryItem(u"limit"_s) && size > 0 && size >= fullSize;
        if (!next && isFull && answer->header("link").isEmpty() && document["total_count"_L1].toInteger() > all.size())
            next = pageAt(ask.query, u"page"_s, QString::number(page + 2));
        if (!next || next->isEmpty() || all.size() >= most || *next == ask.query)
            return all;
        ask.query = *next;
    }
    return all;
}

Result<void> HostApi::stream(
    const HostAsk &ask, qint64 skip, const std::function<bool(QByteArrayView)> &onData, PullContext &context) const
{
    const auto handOver = [&](QByteArrayView data) {
        if (skip >= data.size()) {
            skip -= data.size();
            return true;
        }
        const QByteArrayView rest = data.sliced(skip);
        skip = 0;
        return onData(rest);
    };
    const auto once = [&](const Identity &who) -> Result<HttpResponse> {
        const auto request = requestOf(ask, who);
        return request ? context.http().stream(*request, handOver, logIdle) : std::unexpected(request.error());
    };
    const auto who = identity(context);
    if (!who)
        return std::unexpected(who.error());
    auto answer = once(*who);
    if (answer && answer->status == 401 && who->renewable) {
        const auto again = identity(context, who->header.second);
        if (!again)
            return std::unexpected(again.error());
        answer = once(*again);
    }
    if (!answer)
        return std::unexpected(answer.error());
    if (answer->status < 200 || answer->status > 299)
        return std::unexpected(errorOf(*answer, name()));
    return {};
}

Result<void> HostApi::text(
    const HostAsk &ask, qint64 from, const std::function<bool(QByteArrayView)> &onData, PullContext &context) const
{
    HostAsk part = ask;
    part.remember = false;
    if (from <= 0)
        return stream(part, 0, onData, context);
    part.maxBytes = rangeBytes * 2;
    for (qint64 at = from;;) {
        part.headers = ask.headers;
        part.headers.emplace_back("range", "bytes=" + QByteArray::number(at) + '-' + QByteArray::number(at + rangeBytes - 1));
        const auto answer = answerTo(part, context);
        if (!answer && answer.error().code == ErrorCode::BadResponse) {
            part.headers = ask.headers;
            return stream(part, at, onData, context); // All of it came, and was too much to hold.
        }
        if (!answer)
            return std::unexpected(answer.error());
        if (answer->status == 416)
            return {};
        if (answer->status < 200 || answer->status > 299)
            return std::unexpected(errorOf(*answer, name()));
        const bool isPart = answer->status == 206;
        const QByteArrayView fresh = isPart ? QByteArrayView(answer->body) : QByteArrayView(answer->body).sliced(std::min<qint64>(at, answer->body.size()));
        if (fresh.isEmpty() || !onData(fresh) || !isPart || fresh.size() < rangeBytes)
            return {};
        at += fresh.size();
    }
}

} // namespace callboard::sdk
