// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

namespace callboard::sdk {

/// The address of a host as a person typed it, without query, fragment and slash at its end; `otherwise` where nothing was. Invalid
/// for anything but http and https, and for a name or password in it.
CALLBOARD_SDK_EXPORT Result<QUrl> hostAddress(const QString &typed, const QString &otherwise);
/// "gitlab.example.org" or "localhost:3000": what people call it.
CALLBOARD_SDK_EXPORT QString hostName(const QUrl &address);
/// One part of a path, its slashes percent-encoded.
CALLBOARD_SDK_EXPORT QString pathPart(const QString &text);
/// A path of several parts, each as `pathPart` has it, that leads to no folder above.
CALLBOARD_SDK_EXPORT QString pathOf(const QString &path);

/// One request to a host's API.
struct HostAsk {
    QByteArray method = "GET";
    QString route; ///< Below the API's address; begins with a slash, parts percent-encoded.
    QUrlQuery query = {};
    std::optional<QJsonValue> body = {}; ///< An object or a list.
    std::optional<QUrlQuery> form = {}; ///< Instead of `body`: as a page's form sends it (application/x-www-form-urlencoded).
    Headers headers = {};
    qint64 maxBytes = 16 << 20;
    bool remember = true; ///< See HttpRequest.
};

/// The error that an answer is: by its status, with the host's own message in it, bounded and on one line.
CALLBOARD_SDK_EXPORT domain::Error errorOf(const HttpResponse &answer, const QString &host);
/// The query of the address that a Link header (RFC 8288) calls "next"; nothing on the last page.
CALLBOARD_SDK_EXPORT std::optional<QUrlQuery> nextPage(const HttpResponse &answer);
/// A token as a header may carry it. NotFound for an empty one, Invalid for what no token is.
CALLBOARD_SDK_EXPORT Result<QByteArray> tokenOf(const QString &typed);
/// NotFound and Forbidden: a server or project has no such thing, or not for us.
inline bool isAbsent(const domain::Error &error) { return error.code == ErrorCode::NotFound || error.code == ErrorCode::Forbidden; }
/// Of what was asked for alone: the rest can be had without it.
inline bool concernsOne(const domain::Error &error)
{
    return isAbsent(error) || error.code == ErrorCode::BadResponse || error.code == ErrorCode::Invalid
        || error.code == ErrorCode::Unsupported;
}

/// The API of one host as one connection sees it. Thread-safe: it holds nothing that changes.
class CALLBOARD_SDK_EXPORT HostApi final {
public:
    struct Identity {
        Header header;           ///< What signs a request; an empty name: nobody is signed in.
        QByteArray who = {};     ///< Whose remembered answers it shares (HttpRequest::rememberAs); empty: the header's.
        bool renewable = false;  ///< Another may be had after a 401.
    };
    /// `refused`: the header's value that the server refused; another one is wanted.
    using SignIn = std::function<Result<Identity>(PullContext &context, const QByteArray &refused)>;

    /// With an error for an address, that is what each request ends with.
    HostApi(Result<QUrl> address, SignIn signIn, Headers always = {});

    const Result<QUrl> &address() const { return m_address; }
    QString name() const { return m_address ? hostName(*m_address) : QString(); } ///< Empty without an address.
    /// Who signs requests. `refused`: see SignIn.
    Result<Identity> identity(PullContext &context, const QByteArray &refused = {}) const;

    /// Any status but 401, which is asked again once where the sign-in can be renewed.
    Result<HttpResponse> answerTo(const HostAsk &ask, PullContext &context) const;
    /// An answer of 2xx; anything else is the error that it means.
    Result<HttpResponse> send(const HostAsk &ask, PullContext &context) const;
    /// The same, read. BadResponse for what is no JSON.
    Result<QJsonDocument> json(const HostAsk &ask, PullContext &context) const;
    /// All pages of a list, up to `most` items: by the Link header, or by what the answer names to go on with, or by number while
    /// `total_count` says that more are there. `key`: where in the answer the list is, unless the answer is the list itself; empty: it is.
    /// `goesOn`, where there is one, says of a page's items whether the next page is wanted.
    Result<QJsonArray> list(HostAsk ask, PullContext &context, qsizetype most, const QString &key = {},
        const std::function<bool(const QJsonArray &page)> &goesOn = {}) const;
    /// Text from byte `from` on, handed over until `onData` returns false. What is behind a known beginning is asked for by Range
    /// (RFC 9110, section 14); a server that ignores it sends all, and the beginning is left out here.
    Result<void> text(const HostAsk &ask, qint64 from, const std::function<bool(QByteArrayView)> &onData, PullContext &context) const;

private:
    Result<HttpRequest> requestOf(const HostAsk &ask, const Identity &identity) const;
    Result<void> stream(const HostAsk &ask, qint64 skip, const std::function<bool(QByteArrayView)> &onData, PullContext &context) const;

    Result<QUrl> m_address;
    SignIn m_signIn;
    Headers m_always;
};

} // namespace callboard::sdk
