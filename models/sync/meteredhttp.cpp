// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/meteredhttp.h"

#include "models/sync/http/address.h"

namespace callboard::sync {

MeteredHttp::MeteredHttp(std::unique_ptr<sdk::Http> http, NetworkMeter &meter, std::function<void(const QByteArray &)> onCredential)
    : m_http(std::move(http))
    , m_meter(meter)
    , m_onCredential(std::move(onCredential))
{
}

/// Without its scheme ("Bearer"): who repeats it may leave that out.
void MeteredHttp::tellCredentials(const sdk::Headers &headers) const
{
    for (const sdk::Header &header : headers) {
        if (isCredential(header.first))
            m_onCredential(header.second.sliced(header.second.indexOf(' ') + 1));
    }
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
    tellCredentials(request.headers);
    return counted(m_http->send(request));
}

domain::Result<sdk::HttpResponse> MeteredHttp::stream(
    const sdk::HttpRequest &request, const std::function<bool(QByteArrayView)> &onData, std::chrono::milliseconds idle)
{
    tellCredentials(request.headers);
    return counted(m_http->stream(request, onData, idle));
}

domain::Result<std::unique_ptr<sdk::WebSocket>> MeteredHttp::openSocket(
    const QUrl &url, const QList<QByteArray> &protocols, std::chrono::milliseconds handshake)
{
    for (const QByteArray &protocol : protocols)
        m_onCredential(protocol);
    ++m_meter.requests;
    return m_http->openSocket(url, protocols, handshake);
}

} // namespace callboard::sync
