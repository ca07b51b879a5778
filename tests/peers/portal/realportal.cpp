// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/peers/portal/realportal.h"

#include <QElapsedTimer>
#include <QFile>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

namespace callboard::test {

namespace {

int freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

} // namespace

RealPortal::RealPortal()
    : m_port(freePort())
{
    m_files.listen(QHostAddress::LocalHost);
    connect(&m_files, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *socket = m_files.nextPendingConnection();
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            socket->readAll();
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/yaml\r\nConnection: close\r\nContent-Length: "
                + QByteArray::number(m_descriptor.size()) + "\r\n\r\n" + m_descriptor);
            socket->disconnectFromHost();
        });
    });
}

RealPortal::~RealPortal() { kill(); }

bool RealPortal::start(const Mode &mode)
{
    const QString folder = qEnvironmentVariable("PEER_PORTAL");
    QProcess config;
    config.start(u"node"_s, { folder + u"/config.js"_s, QString::number(m_port), m_state.path(), mode.guest,
                     QString::number(m_files.serverPort()), mode.development ? u"false"_s : u"true"_s });
    if (!config.waitForFinished())
        return false;
    QFile file(m_state.filePath(u"app-config.json"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(config.readAllStandardOutput()) <= 0)
        return false;
    file.close();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"NODE_ENV"_s, mode.development ? u"development"_s : u"production"_s);
    m_process.setProcessEnvironment(environment);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(m_state.filePath(u"log"_s), QIODevice::Append);
    m_process.setWorkingDirectory(qEnvironmentVariable("PEER_MODULES"));
    m_process.start(u"node"_s, { folder + u"/backend.js"_s, u"--config"_s, file.fileName() });
    return QTest::qWaitFor([this] {
        // Backends wired by hand have no such route; ours says it beside its other ones.
        return m_process.state() == QProcess::NotRunning || ask("GET", u"/.backstage/health/v1/readiness"_s).status == 200
            || ask("GET", u"/api/peer/ready"_s).status == 200;
    }, 120'000) && m_process.state() == QProcess::Running;
}

void RealPortal::kill()
{
    m_process.kill();
    m_process.waitForFinished(10'000);
}

QString RealPortal::complaint() const
{
    QFile log(m_state.filePath(u"log"_s));
    return log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll().right(2000)) : QString();
}

RealPortal::Answer RealPortal::ask(const QByteArray &method, const QString &route, const QJsonValue &body, const QByteArray &token)
{
    QNetworkRequest request { QUrl(route.startsWith("http"_L1) ? route : url() + route) };
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    QByteArray bytes;
    if (body.isObject() || body.isArray()) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        bytes = (body.isObject() ? QJsonDocument(body.toObject()) : QJsonDocument(body.toArray())).toJson();
    }
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, bytes));
    QSignalSpy finished(reply.get(), &QNetworkReply::finished);
    if (!reply->isFinished() && !finished.wait(60'000))
        return {};
    return { reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), QJsonDocument::fromJson(reply->readAll()),
        reply->rawHeader("Location") };
}

QByteArray RealPortal::guestToken()
{
    return ask("POST", u"/api/auth/guest/refresh"_s, {}, {}).json["backstageIdentity"_L1]["token"_L1].toString().toLatin1();
}

QJsonArray RealPortal::entities() { return ask("GET", u"/api/catalog/entities"_s).json.array(); }

bool RealPortal::change(const QJsonArray &set, const QJsonArray &removed, qsizetype count)
{
    const Answer answer = ask("POST", u"/api/peer/entities"_s, QJsonObject { { u"set"_s, set }, { u"remove"_s, removed } });
    return answer.status == 204 && comesToRest(count);
}

/// Processing and stitching run behind: three looks a second apart show the same.
bool RealPortal::comesToRest(qsizetype count)
{
    QJsonDocument last;
    int same = 0;
    QElapsedTimer since;
    since.start();
    while (same < 3 && since.elapsed() < 600'000) {
        QTest::qWait(1000);
        // What every release answers.
        const Answer now = ask("GET", u"/api/catalog/entities?fields=metadata.uid,metadata.etag"_s);
        const bool isComplete = now.json.array().size() == count;
        same = isComplete && now.json == last ? same + 1 : 0;
        last = now.json;
    }
    return same >= 3;
}

QString RealPortal::serve(const QByteArray &descriptor)
{
    m_descriptor = descriptor;
    return u"http://localhost:%1/catalog-info.yaml"_s.arg(m_files.serverPort());
}

} // namespace callboard::test
