// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/http/address.h"

#include <QHostAddress>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;

namespace {

const auto hidden = u"…"_s;

int defaultPort(const QUrl &url) { return url.scheme() == "https"_L1 || url.scheme() == "wss"_L1 ? 443 : 80; }

/// RFC 9110 section 5.6.2, token.
bool isToken(QByteArrayView name)
{
    constexpr QByteArrayView others("!#$%&'*+-.^_`|~");
    return !name.isEmpty() && std::ranges::all_of(name, [&](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || others.contains(c);
    });
}

bool isOneLine(QByteArrayView value)
{
    return std::ranges::all_of(value, [](char c) { return c == '\t' || static_cast<unsigned char>(c) >= 0x20; });
}

/// Headers by which a message is cut from the next, or that decide how its body is to be read: ours alone.
bool isOurs(const QByteArray &lowerName)
{
    static const QSet<QByteArray> ours { "host", "connection", "keep-alive", "content-length", "transfer-encoding", "te",
        "trailer", "upgrade", "accept-encoding", "expect", "proxy-connection" };
    return ours.contains(lowerName);
}

/// What says nothing of who asks. An allow-list: a header that we do not know may be a key.
bool mayCrossOrigins(const QByteArray &lowerName)
{
    static const QSet<QByteArray> harmless { "accept", "accept-language", "user-agent", "content-type", "cache-control" };
    return harmless.contains(lowerName);
}

bool isRedirect(int status) { return status == 301 || status == 302 || status == 303 || status == 307 || status == 308; }

/// Parameters whose values people want to see, and that no API uses for a secret.
bool isHarmlessParameter(const QString &name)
{
    static const QSet<QString> harmless { u"limit"_s, u"offset"_s, u"page"_s, u"per_page"_s, u"perPage"_s, u"pageSize"_s, u"size"_s,
        u"count"_s, u"totalItems"_s, u"fields"_s, u"order"_s, u"orderField"_s, u"sort"_s, u"direction"_s, u"status"_s, u"type"_s,
        u"kind"_s, u"recursive"_s, u"dryRun"_s, u"api-version"_s };
    return harmless.contains(name);
}

bool isPlainWord(QStringView text, qsizetype longest, QStringView others)
{
    return !text.isEmpty() && text.size() <= longest && std::ranges::all_of(text, [&](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || others.contains(c);
    });
}

QString harmlessQuery(const QUrl &url)
{
    QStringList shown;
    for (const auto &[name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        if (shown.size() == 20) {
            shown.append(hidden);
            break;
        }
        if (!isPlainWord(name, 32, u"_-.[]$")) // A name may be a key as well: "?ghp_…".
            shown.append(hidden);
        else if (isHarmlessParameter(name) && isPlainWord(value, 60, u"_-.,:/"))
            shown.append(name + u'=' + value);
        else
            shown.append(value.isEmpty() && !isHarmlessParameter(name) && name.size() > 16 ? hidden : QString(name + u'=' + hidden));
    }
    return shown.join(u'&');
}

/// Long words of mixed letters and digits are how keys in paths look (web hooks); hexadecimal ones are commits and UUIDs.
bool looksLikeKey(QStringView segment)
{
    if (segment.size() < 20)
        return false;
    bool lower = false, upper = false, digit = false;
    for (const QChar c : segment) {
        lower |= c.isLower();
        upper |= c.isUpper();
        digit |= c.isDigit();
    }
    return digit && lower && upper;
}

QString harmlessPath(const QUrl &url)
{
    QStringList segments = url.path(QUrl::FullyEncoded).split(u'/');
    for (QString &segment : segments) {
        if (looksLikeKey(segment))
            segment = hidden;
    }
    return segments.join(u'/').left(400);
}

} // namespace

QByteArray originOf(const QUrl &url)
{
    return url.scheme().toLatin1() + "://" + url.host(QUrl::FullyEncoded).toLatin1() + ':' + QByteArray::number(url.port(defaultPort(url)));
}

QString hostOf(const QUrl &url)
{
    const int port = url.port(defaultPort(url));
    const QString host = url.host();
    return port == defaultPort(url) ? host : host + u':' + QString::number(port);
}

bool isThisMachine(const QUrl &url)
{
    const QString host = url.host();
    return host == "localhost"_L1 || host.endsWith(".localhost"_L1) || QHostAddress(host).isLoopback();
}

domain::Result<void> checkRequest(const sdk::HttpRequest &request)
{
    const QUrl &url = request.url;
    if (!url.isValid() || url.host().isEmpty())
        return fail(ErrorCode::Invalid, u"this is no address that can be asked"_s);
    if (url.scheme() != "https"_L1 && url.scheme() != "http"_L1)
        return fail(ErrorCode::Invalid, u"only http and https addresses can be asked, not \"%1\""_s.arg(url.scheme()), hostOf(url));
    if (!url.userInfo().isEmpty())
        return fail(ErrorCode::Invalid, u"an address must not hold a user name or password"_s, hostOf(url));
    if (!isToken(request.method) || request.method == "CONNECT" || request.method == "TRACE")
        return fail(ErrorCode::Invalid, u"this is no method that can be asked for"_s, hostOf(url));
    for (const auto &[name, value] : request.headers) {
        if (!isToken(name) || !isOneLine(value))
            return fail(ErrorCode::Invalid, u"a header is malformed"_s, hostOf(url)); // Its value may be a secret.
        if (isOurs(name.toLower()))
            return fail(ErrorCode::Invalid, u"the header \"%1\" is set by the host"_s.arg(QString::fromLatin1(name)), hostOf(url));
    }
    return {};
}

bool holdsCredential(QByteArrayView headerName)
{
    const QByteArray name = headerName.toByteArray().toLower();
    return !mayCrossOrigins(name) && !name.startsWith("if-") && name != "range";
}

bool isCredential(QByteArrayView headerName)
{
    const QByteArray name = headerName.toByteArray().toLower();
    return std::ranges::any_of(QByteArrayList { "auth", "cookie", "token", "key", "secret", "session" }, [&](const QByteArray &word) { return name.contains(word); });
}

domain::Result<std::optional<sdk::HttpRequest>> redirected(
    const sdk::HttpRequest &request, int status, const QByteArray &location)
{
    if (!isRedirect(status) || location.isEmpty())
        return std::nullopt;
    const QString from = hostOf(request.url);
    const QUrl to = request.url.resolved(QUrl::fromEncoded(location, QUrl::StrictMode));
    const bool web = to.scheme() == "https"_L1 || to.scheme() == "http"_L1;
    if (!to.isValid() || !web || to.host().isEmpty() || !to.userInfo().isEmpty())
        return fail(ErrorCode::BadResponse, u"it redirects to an address that is not followed"_s, from);
    if (request.url.scheme() == "https"_L1 && to.scheme() == "http"_L1)
        return fail(ErrorCode::BadResponse, u"it redirects from https to http, which is not followed"_s, from);

    sdk::HttpRequest next = request;
    next.url = to;
    next.url.setFragment({});
    const bool sameOrigin = originOf(to) == originOf(request.url);
    // RFC 9110 section 15.4: 303 asks for a GET; after 301 and 302 a POST has become one everywhere.
    const bool becomesGet = request.method != "GET" && request.method != "HEAD"
        && (status == 303 || (status <= 302 && request.method == "POST"));
    if (becomesGet) {
        next.method = "GET";
        next.body.clear();
        next.headers.removeIf([](const sdk::Header &header) { return header.first.toLower() == "content-type"; });
    } else if (!sameOrigin && next.method != "GET" && next.method != "HEAD") {
        return fail(ErrorCode::BadResponse, u"it redirects a %1 to another host, which is not followed"_s.arg(QString::fromLatin1(request.method)), from);
    }
    next.headers.removeIf([&](const sdk::Header &header) {
        const QByteArray name = header.first.toLower();
        return name.startsWith("if-") || (!sameOrigin && !mayCrossOrigins(name));
    });
    return next;
}

QString harmlessAddress(const QUrl &url)
{
    QString shown = url.scheme() + "://"_L1 + hostOf(url) + harmlessPath(url);
    if (url.hasQuery())
        shown += u'?' + harmlessQuery(url);
    return shown;
}

} // namespace callboard::sync
