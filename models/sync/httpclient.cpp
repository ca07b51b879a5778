// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/httpclient.h"

#include "models/sync/http/httpcall.h"

#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace callboard::sync {

struct HttpClient::Data {
    explicit Data(const Options &options)
        : core(options)
    {
    }
    HttpCore core;
};

HttpClient::HttpClient(const Options &options)
    : d(std::make_shared<Data>(options))
{
}

HttpClient::~HttpClient() = default;

std::unique_ptr<sdk::Http> HttpClient::forCall(const ConnectionNetwork &network, Urgency urgency, std::stop_token stop)
{
    return std::make_unique<HttpCall>(std::shared_ptr<HttpCore>(d, &d->core), network, urgency, std::move(stop));
}

std::vector<HostTraffic> HttpClient::traffic() const { return d->core.gate.traffic(); }

void HttpClient::restore(const std::vector<HostTraffic> &today)
{
    for (const HostTraffic &host : today) {
        d->core.gate.count(host.host, host.bytesToday, host.requestsToday);
        for (const QString &id : host.connections)
            d->core.gate.asked(host.host, id);
    }
}

std::vector<RequestLine> HttpClient::requestLog(const QString &connectionId) const { return d->core.log.lines(connectionId); }

void HttpClient::forget(const QString &connectionId)
{
    d->core.gate.forget(connectionId);
    // Thousands of files, and the caller is the window's thread.
    QThreadPool::globalInstance()->start([data = d, connectionId] { data->core.cache.forget(connectionId); });
}

ConnectionNetwork ConnectionNetwork::from(const QString &connectionId, const QJsonObject &settings)
{
    return { connectionId, settings["network.proxy"_L1].toString(), settings["network.caFile"_L1].toString(),
        settings["network.clientCertificate"_L1].toString(), settings["network.clientKey"_L1].toString() };
}

} // namespace callboard::sync
