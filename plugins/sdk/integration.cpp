// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sdk/integration.h"

#include <algorithm>
#include <string_view>

// Destructors live here so that each interface has one type information, shared by the host and every plugin.
namespace callboard::sdk {

static_assert(sdkMajor < 10 && std::string_view(CALLBOARD_INTEGRATION_IID).back() == '0' + sdkMajor,
    "the interface id carries the major version");

Reader::~Reader() = default;
WebSocket::~WebSocket() = default;
Http::~Http() = default;
PullContext::~PullContext() = default;
Feed::~Feed() = default;
Connection::~Connection() = default;
Integration::~Integration() = default;

QByteArray HttpResponse::header(QByteArrayView name) const
{
    const auto it = std::ranges::find(headers, name, &Header::first);
    return it == headers.end() ? QByteArray() : it->second;
}

Result<HttpResponse> Http::get(const QUrl &url, const Headers &headers)
{
    HttpRequest request;
    request.url = url;
    request.headers = headers;
    return send(request);
}

QString Reader::localPath(const QString &) const
{
    return {};
}

Result<std::vector<YamlDocument>> PullContext::readYaml(const QByteArray &) const
{
    return domain::fail(ErrorCode::Unsupported, QStringLiteral("this host reads no YAML"));
}

Result<void> Feed::waitForChange(PullContext &)
{
    return domain::fail(ErrorCode::Unsupported, QStringLiteral("this feed does not tell of changes"));
}

Reader *Connection::reader()
{
    return nullptr;
}

Result<std::vector<SignInMethod>> Connection::signInMethods(PullContext &)
{
    return {};
}

Result<QString> Connection::principal(PullContext &)
{
    return QStringLiteral("local");
}

Result<ActionAnswer> Connection::act(const ActionRequest &request, PullContext &)
{
    return domain::fail(ErrorCode::Unsupported, QStringLiteral("there is no action \"%1\"").arg(request.actionId));
}

Result<Permission> Connection::mayAct(const ActionRequest &, PullContext &)
{
    return Permission {};
}

Result<std::vector<FormField>> Connection::actionForm(const ActionRequest &, PullContext &)
{
    return domain::fail(ErrorCode::Unsupported, QStringLiteral("this connection asks for nothing more"));
}

Result<domain::BuildDetail> Connection::buildDetail(const domain::BuildRun &, PullContext &)
{
    return domain::fail(ErrorCode::Unsupported, QStringLiteral("this connection does not tell what a run is made of"));
}

Result<std::vector<domain::BuildCommit>> Connection::commitsBetween(const domain::BuildRun &, const domain::BuildRun &, PullContext &)
{
    return domain::fail(ErrorCode::Unsupported, QStringLiteral("this connection does not tell of commits"));
}

Result<bool> Connection::buildLog(
    const domain::BuildRun &, const domain::BuildJob &, qint64, const std::function<bool(QByteArrayView)> &, PullContext &)
{
    return domain::fail(ErrorCode::Unsupported, QStringLiteral("this connection gives no logs"));
}

} // namespace callboard::sdk
