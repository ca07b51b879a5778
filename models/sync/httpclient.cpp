// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/httpclient.h"

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;

namespace {

class NoHttp final : public sdk::Http {
public:
    domain::Result<sdk::HttpResponse> send(const sdk::HttpRequest &request) override
    {
        return fail(ErrorCode::Unsupported, u"this version of the program reads nothing over the network"_s, request.url.host());
    }
    domain::Result<sdk::HttpResponse> stream(const sdk::HttpRequest &request, const std::function<bool(QByteArrayView)> &,
        std::chrono::milliseconds) override
    {
        return send(request);
    }
    domain::Result<std::unique_ptr<sdk::WebSocket>> openSocket(
        const QUrl &url, const QList<QByteArray> &, std::chrono::milliseconds) override
    {
        return fail(ErrorCode::Unsupported, u"this version of the program reads nothing over the network"_s, url.host());
    }
};

} // namespace

struct HttpClient::Data { };

HttpClient::HttpClient(const Options &)
    : d(std::make_shared<Data>())
{
}

HttpClient::~HttpClient() = default;

std::unique_ptr<sdk::Http> HttpClient::forCall(const ConnectionNetwork &, Urgency, std::stop_token)
{
    return std::make_unique<NoHttp>();
}

std::vector<HostTraffic> HttpClient::traffic() const { return {}; }

std::vector<RequestLine> HttpClient::requestLog(const QString &) const { return {}; }

void HttpClient::forget(const QString &) { }

ConnectionNetwork ConnectionNetwork::from(const QString &connectionId, const QJsonObject &settings)
{
    return { connectionId, settings["network.proxy"_L1].toString(), settings["network.caFile"_L1].toString(),
        settings["network.clientCertificate"_L1].toString(), settings["network.clientKey"_L1].toString() };
}

} // namespace callboard::sync
