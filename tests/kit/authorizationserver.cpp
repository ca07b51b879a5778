// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/authorizationserver.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace callboard::testkit {

namespace {

QMap<QByteArray, QByteArray> formOf(QByteArray text)
{
    QMap<QByteArray, QByteArray> form;
    for (const QByteArray &field : text.replace('+', ' ').split('&')) {
        const qsizetype mark = field.indexOf('=');
        if (mark > 0)
            form.insert(QByteArray::fromPercentEncoding(field.first(mark)), QByteArray::fromPercentEncoding(field.sliced(mark + 1)));
    }
    return form;
}

sdk::HttpResponse json(int status, const QJsonObject &object)
{
    sdk::HttpResponse response;
    response.status = status;
    response.headers = { { "content-type", "application/json" } };
    response.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return response;
}

sdk::HttpResponse refusal(const char *error, int status = 400)
{
    return json(status, { { u"error"_s, QString::fromLatin1(error) }, { u"error_description"_s, u"said the server"_s } });
}

sdk::HttpResponse notFound()
{
    sdk::HttpResponse response;
    response.status = 404;
    return response;
}

} // namespace

AuthorizationServer::AuthorizationServer(const QUrl &issuer)
    : m_issuer(issuer)
    , m_clients { { "desktop", {} } }
{
}

sdk::HttpResponse AuthorizationServer::metadata() const
{
    const QString base = m_issuer.toString();
    QJsonObject object {
        { u"issuer"_s, base },
        { u"authorization_endpoint"_s, QString(base + u"/authorize"_s) },
        { u"token_endpoint"_s, QString(base + u"/token"_s) },
        { u"revocation_endpoint"_s, QString(base + u"/revoke"_s) },
        { u"device_authorization_endpoint"_s, QString(base + u"/device"_s) },
        { u"registration_endpoint"_s, QString(base + u"/register"_s) },
        { u"code_challenge_methods_supported"_s, QJsonArray { u"S256"_s } },
        { u"authorization_response_iss_parameter_supported"_s, behaviour.namesItself },
    };
    if (!behaviour.authorizationEndpoint)
        object.remove(u"authorization_endpoint"_s);
    for (auto it = behaviour.metadataChanges.begin(); it != behaviour.metadataChanges.end(); ++it)
        object.insert(it.key(), it.value());
    return json(200, object);
}

sdk::HttpResponse AuthorizationServer::answer(const sdk::HttpRequest &request)
{
    const std::lock_guard lock(m_mutex);
    const QString base = m_issuer.path();
    const QString path = request.url.path();
    const QString place = behaviour.oidcPlace ? QString(base + u"/.well-known/openid-configuration"_s)
                                              : QString(u"/.well-known/oauth-authorization-server"_s + base);
    if (request.method == "GET")
        return path == place ? metadata() : notFound();
    if (!path.startsWith(base + u'/'))
        return notFound();
    const QByteArray endpoint = path.sliced(base.size()).toLatin1();
    ++m_requests[endpoint];
    const Form form = formOf(request.body);
    QByteArray clientId;
    if (endpoint == "/register")
        return registration(request);
    if (!isClient(request, form, clientId))
        return refusal("invalid_client", 401);
    if (endpoint == "/token")
        return token(request, form);
    if (endpoint == "/revoke") {
        m_revoked.append(form["token"]);
        m_refresh.remove(form["token"]);
        return json(200, {});
    }
    if (endpoint == "/device") {
        return json(200, { { u"device_code"_s, u"device-code-of-nobody-elses"_s }, { u"user_code"_s, u"WDJB-MJHT"_s },
                             { u"verification_uri"_s, QString(m_issuer.toString() + u"/device"_s) },
                             { u"verification_uri_complete"_s, QString(m_issuer.toString() + u"/device?user_code=WDJB-MJHT"_s) },
                             { u"expires_in"_s, 1800 }, { u"interval"_s, behaviour.deviceInterval } });
    }
    return notFound();
}

bool AuthorizationServer::isClient(const sdk::HttpRequest &request, const Form &form, QByteArray &clientId) const
{
    clientId = form["client_id"];
    QByteArray secret = form["client_secret"];
    for (const auto &[name, value] : request.headers) {
        if (name.toLower() != "authorization" || behaviour.secretMethod != "client_secret_basic")
            continue;
        const QByteArray pair = QByteArray::fromBase64(value.sliced(6));
        clientId = QByteArray::fromPercentEncoding(pair.first(pair.indexOf(':')));
        secret = QByteArray::fromPercentEncoding(pair.sliced(pair.indexOf(':') + 1));
    }
    const QByteArray right = clientId == "desktop" ? behaviour.knownSecret : m_clients.value(clientId);
    return m_clients.contains(clientId) && (right == secret || behaviour.secretMethod.isEmpty());
}

sdk::HttpResponse AuthorizationServer::registration(const sdk::HttpRequest &request)
{
    const QJsonObject asked = QJsonDocument::fromJson(request.body).object();
    if (!asked["redirect_uris"_L1].isArray() || asked["client_name"_L1].toString().isEmpty())
        return refusal("invalid_client_metadata");
    const QString id = u"registered-%1"_s.arg(++m_next);
    // A secret comes with every registration, as from a real Backstage, also where none was asked for.
    const QString secret = u"client-secret-%1-Zq7wT"_s.arg(m_next);
    m_clients.insert(id.toLatin1(), secret.toLatin1());
    m_secrets.append(secret);
    QJsonObject object { { u"client_id"_s, id }, { u"client_secret"_s, secret }, { u"redirect_uris"_s, asked["redirect_uris"_L1] } };
    if (!behaviour.secretMethod.isEmpty())
        object.insert(u"token_endpoint_auth_method"_s, QString::fromLatin1(behaviour.secretMethod));
    return json(201, object);
}

QUrl AuthorizationServer::redirectOf(const QUrl &authorization)
{
    const std::lock_guard lock(m_mutex);
    const QUrlQuery asked(authorization);
    const auto value = [&](const QString &name) { return asked.queryItemValue(name, QUrl::FullyDecoded); };
    const QUrl redirect(value(u"redirect_uri"_s));
    const bool inOrder = value(u"response_type"_s) == "code"_L1 && value(u"code_challenge_method"_s) == "S256"_L1
        && m_clients.contains(value(u"client_id"_s).toLatin1()) && redirect.host() == "127.0.0.1"_L1
        && value(u"state"_s).size() >= 32 && value(u"code_challenge"_s).size() == 43;
    if (!inOrder)
        return {};
    const QByteArray code = "code-" + QByteArray::number(++m_next) + "-pQx81";
    m_codes.insert(code, { value(u"client_id"_s).toLatin1(), redirect.toEncoded(), value(u"code_challenge"_s).toLatin1() });
    QUrlQuery answer { { u"code"_s, QString::fromLatin1(code) }, { u"state"_s, value(u"state"_s) } };
    if (behaviour.namesItself)
        answer.addQueryItem(u"iss"_s, QString::fromLatin1(QUrl::toPercentEncoding(m_issuer.toString())));
    QUrl back = redirect;
    back.setQuery(answer);
    return back;
}

sdk::HttpResponse AuthorizationServer::token(const sdk::HttpRequest &request, const Form &form)
{
    QByteArray clientId;
    isClient(request, form, clientId);
    const QByteArray grantType = form["grant_type"];
    if (grantType == "authorization_code") {
        const auto grant = m_codes.take(form["code"]); // Once only.
        const QByteArray challenge = QCryptographicHash::hash(form["code_verifier"], QCryptographicHash::Sha256)
                                         .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        const bool good = !grant.clientId.isEmpty() && grant.clientId == clientId && grant.redirect == form["redirect_uri"]
            && grant.challenge == challenge && form["code_verifier"].size() >= 43;
        return good ? tokens(clientId) : refusal("invalid_grant");
    }
    if (grantType == "refresh_token")
        return m_refresh.take(form["refresh_token"]) == clientId ? tokens(clientId) : refusal("invalid_grant");
    if (grantType == "urn:ietf:params:oauth:grant-type:device_code") {
        if (form["device_code"] != "device-code-of-nobody-elses")
            return refusal("invalid_grant");
        if (!behaviour.deviceAnswers.isEmpty())
            return refusal(behaviour.deviceAnswers.takeFirst().constData());
        return tokens(clientId);
    }
    return refusal("unsupported_grant_type");
}

sdk::HttpResponse AuthorizationServer::tokens(const QByteArray &clientId)
{
    const QString number = QString::number(++m_next);
    m_access.append(behaviour.accessToken.isEmpty() ? QString(u"access-"_s + number + u"-K3vNd"_s) : QString::fromLatin1(behaviour.accessToken));
    QJsonObject object { { u"access_token"_s, m_access.last() }, { u"token_type"_s, u"Bearer"_s }, { u"expires_in"_s, behaviour.lifetime } };
    if (behaviour.refreshTokens) {
        m_refreshEver.append(u"refresh-"_s + number + u"-Yt5mR"_s);
        m_refresh.insert(m_refreshEver.last().toLatin1(), clientId);
        object.insert(u"refresh_token"_s, m_refreshEver.last());
    }
    sdk::HttpResponse response = json(200, object);
    if (!behaviour.date.isEmpty())
        response.headers.emplace_back("date", behaviour.date);
    return response;
}

int AuthorizationServer::requests(const QByteArray &path) const
{
    const std::lock_guard lock(m_mutex);
    return m_requests.value(path);
}

QStringList AuthorizationServer::accessTokens() const
{
    const std::lock_guard lock(m_mutex);
    return m_access;
}

QStringList AuthorizationServer::refreshTokens() const
{
    const std::lock_guard lock(m_mutex);
    return m_refreshEver;
}

QStringList AuthorizationServer::clientSecrets() const
{
    const std::lock_guard lock(m_mutex);
    return m_secrets;
}

QList<QByteArray> AuthorizationServer::revoked() const
{
    const std::lock_guard lock(m_mutex);
    return m_revoked;
}

void AuthorizationServer::endAllSignIns()
{
    const std::lock_guard lock(m_mutex);
    m_refresh.clear();
}

QByteArray visit(const QUrl &url, const QByteArray &method, const QByteArray &host)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port(80)));
    if (!socket.waitForConnected(5000))
        return {};
    socket.write(method + ' ' + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority) + " HTTP/1.1\r\nHost: "
        + (host.isEmpty() ? url.authority().toLatin1() : host) + "\r\nUser-Agent: a browser\r\n\r\n");
    QByteArray all;
    while (socket.waitForReadyRead(5000))
        all += socket.readAll();
    return all + socket.readAll();
}

} // namespace callboard::testkit
