// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/http/transfer.h"

#include <QHttpHeaders>
#include <QSslError>

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::ErrorCode;

namespace {

Exchange::Failure failed(ErrorCode code, const QString &detail, bool transient = false)
{
    return { { code, detail, 0, std::nullopt, {} }, transient };
}

/// Errors that QNetworkReply makes of a status: the answer is there. 400 and 418 are an invalid operation to it.
bool isOfStatus(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ProtocolInvalidOperationError || (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError)
        || (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
}

} // namespace

Transfer::Transfer(QNetworkReply *reply, std::shared_ptr<Exchange> exchange, const NetworkThread::Wire &wire, QObject *parent)
    : QObject(parent)
    , m_reply(reply)
    , m_exchange(std::move(exchange))
    , m_setup(wire.setup)
    , m_stream(wire.stream)
    , m_mostBytes(wire.mostBytes)
    , m_bodyless(wire.request.method == "HEAD")
{
    reply->setParent(this);
    reply->setReadBufferSize(window);
    // The bytes that came with the head have no signal of their own before the next ones come.
    connect(reply, &QNetworkReply::metaDataChanged, this, [this] {
        readHead();
        QMetaObject::invokeMethod(this, &Transfer::read, Qt::QueuedConnection);
    });
    connect(reply, &QNetworkReply::readyRead, this, [this] { read(); });
    connect(reply, &QNetworkReply::finished, this, [this] { finish(); });
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_tlsErrors.append(error.errorString());
    });
}

Transfer::~Transfer()
{
    m_exchange->finish(failed(ErrorCode::Cancelled, u"the program ends"_s));
}

void Transfer::readHead()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_hasHead || m_done || status < 200)
        return;
    m_hasHead = true;
    Exchange::Head head { status, {}, 17 }; // The first line: "HTTP/1.1 200 OK" and its end.
    const QHttpHeaders headers = m_reply->headers();
    bool isChunked = false; // Then what is announced does not count (RFC 9112 6.3).
    for (qsizetype i = 0; i < headers.size(); ++i) {
        const QLatin1StringView name = headers.nameAt(i);
        const QByteArrayView value = headers.valueAt(i);
        head.headers.append({ QByteArray(name.data(), name.size()).toLower(), value.toByteArray() });
        head.bytes += name.size() + value.size() + 4; // ": " and the line's end.
        if (name.compare("content-length"_L1, Qt::CaseInsensitive) == 0)
            m_announced = value.toLongLong();
        else if (name.compare("transfer-encoding"_L1, Qt::CaseInsensitive) == 0)
            isChunked = true;
    }
    if (m_stream || m_bodyless || isChunked || status == 204 || status == 304)
        m_announced = -1;
    m_exchange->putHead(std::move(head));
    if (m_announced > m_mostBytes)
        tooLarge(m_announced);
}

void Transfer::read()
{
    if (m_done)
        return;
    readHead();
    if (m_stream && m_exchange->queued() >= window)
        return;
    QByteArray data = m_reply->readAll();
    if (data.isEmpty())
        return;
    m_exchange->putData(std::move(data));
    if (!m_stream && m_exchange->received() > m_mostBytes)
        tooLarge(m_exchange->received());
}

void Transfer::tooLarge(qint64 size)
{
    m_exchange->finish(failed(ErrorCode::BadResponse,
        u"the answer has %1 bytes or more; %2 are allowed"_s.arg(size).arg(m_mostBytes)));
    abandon();
}

void Transfer::finish()
{
    if (m_done)
        return;
    readHead();
    if (QByteArray rest = m_reply->readAll(); !rest.isEmpty())
        m_exchange->putData(std::move(rest)); // At most what is buffered: the limit has been looked at on the way.
    if (!m_stream && m_exchange->received() > m_mostBytes)
        return tooLarge(m_exchange->received());
    m_done = true;
    m_exchange->finish(failure());
    if (onDone)
        onDone();
    deleteLater();
}

void Transfer::abandon()
{
    if (m_done)
        return;
    m_done = true;
    m_reply->abort();
    m_exchange->finish(failed(ErrorCode::Cancelled, u"stopped"_s));
    if (onDone)
        onDone();
    deleteLater();
}

/// A proxy that opens a tunnel refuses before any server answers. Whatever else says 407 is the server itself: it has no say about the
/// proxy's login, and nobody is to be asked for one by it.
bool Transfer::isServersWord() const
{
    return m_hasHead && (m_reply->url().scheme() == "https"_L1 || m_setup->proxyFor(m_reply->url()).type() != QNetworkProxy::HttpProxy);
}

std::optional<Exchange::Failure> Transfer::failure() const
{
    const auto error = m_reply->error();
    if (error == QNetworkReply::ProxyAuthenticationRequiredError && isServersWord())
        return std::nullopt;
    // Qt takes a connection that was reset for the end of its answer, once in a while.
    if (error == QNetworkReply::NoError && m_exchange->received() < m_announced)
        return failed(ErrorCode::BadResponse, u"the answer broke off"_s, true);
    if (error == QNetworkReply::NoError || (m_hasHead && isOfStatus(error)))
        return std::nullopt;
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return failed(ErrorCode::Tls, m_tlsErrors.isEmpty() ? m_reply->errorString() : m_tlsErrors.join(u"; "));
    case QNetworkReply::ConnectionRefusedError:
        return failed(ErrorCode::Offline, u"the connection was refused"_s);
    case QNetworkReply::HostNotFoundError:
        return failed(ErrorCode::Offline, u"there is no host of that name, or no network to look it up"_s);
    case QNetworkReply::TimeoutError:
        return failed(ErrorCode::Timeout, u"no connection came about in time"_s);
    case QNetworkReply::ContentReSendError: // It may not be sent twice: OneWayBody.
    case QNetworkReply::RemoteHostClosedError:
        if (m_hasHead)
            return failed(m_stream ? ErrorCode::Offline : ErrorCode::BadResponse, u"the answer broke off"_s, true);
        return failed(ErrorCode::Offline, u"the connection was closed without an answer"_s, true);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
        return failed(ErrorCode::Offline, u"the proxy cannot be reached"_s);
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return Exchange::Failure { proxyAsks(proxyName(m_setup->proxyFor(m_reply->url()))), false };
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::UnknownServerError:
        return failed(ErrorCode::BadResponse, u"the answer is not HTTP as it should be"_s);
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return failed(ErrorCode::Invalid, u"this cannot be asked for"_s);
    default:
        // Of TLS too, where it fails later than in the handshake.
        if (!m_tlsErrors.isEmpty())
            return failed(ErrorCode::Tls, m_tlsErrors.join(u"; "));
        if (m_hasHead)
            return failed(m_stream ? ErrorCode::Offline : ErrorCode::BadResponse, u"the answer broke off"_s, true);
        return failed(ErrorCode::Offline, u"the connection failed (%1)"_s.arg(int(error)));
    }
}

} // namespace callboard::sync
