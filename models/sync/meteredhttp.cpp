// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/meteredhttp.h"

namespace callboard::sync {

MeteredHttp::MeteredHttp(std::unique_ptr<sdk::Http> http, NetworkMeter &meter)
    : m_http(std::move(http))
    , m_meter(meter)
{
}

domain::Result<sdk::HttpResponse> MeteredHttp::counted(domain::Result<sdk::HttpResponse> answer)
{
    ++m_meter.requests;
    if (answer)
        m_meter.wireBytes += answer->wireBytes;
    return answer;
}

domain::Result<sdk::HttpResponse> MeteredHttp::send(const sdk::HttpRequest &request)
{
    return counted(m_http->send(request));
}

domain::Result<sdk::HttpResponse> MeteredHttp::stream(
    const sdk::HttpRequest &request, const std::function<bool(QByteArrayView)> &onData, std::chrono::milliseconds idle)
{
    return counted(m_http->stream(request, onData, idle));
}

domain::Result<std::unique_ptr<sdk::WebSocket>> MeteredHttp::openSocket(
    const QUrl &url, const QList<QByteArray> &protocols, std::chrono::milliseconds handshake)
{
    ++m_meter.requests;
    return m_http->openSocket(url, protocols, handshake);
}

} // namespace callboard::sync
