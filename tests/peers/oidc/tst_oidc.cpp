// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Beside a real provider, which `provider.js` in the current folder is; `person.js` is who signs in.
#include "models/sync/httpclient.h"
#include "models/sync/oauthkeeper.h"
#include "models/sync/oauthrequests.h"
#include "tests/kit/authorizationserver.h"
#include "tests/kit/memorykeychain.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTest>
#include <QUrlQuery>

using namespace callboard;
using namespace callboard::sync;
using namespace callboard::testkit;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

const QString connectionId = u"portal-1"_s;

ErrorCode codeOf(const auto &result) { return result ? ErrorCode::Internal : result.error().code; }

} // namespace

class TestOidc final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void theCodeFlow();
    void aRegisteredClient();
    void theDeviceFlow();
    void refreshTokensRotateAndReplaysAreRefused();
    void aReplayedCodeIsRefused();
    void aWrongStateIsRefused();
    void thePersonSaysNo();
    void signingOutRevokes();

private:
    sdk::OAuthClient desktop() const;
    static QUrl person(const QUrl &url, const QStringList &options = {});
    domain::Result<void> signIn(const sdk::OAuthClient &client, const std::function<void(const SignInPrompt &)> &prompt,
        std::stop_token stop = {}, bool device = false);
    domain::Result<void> signIn() { return signIn(desktop(), [](const SignInPrompt &prompt) { person(prompt.url); }); }
    domain::Result<QString> token(const QString &refused = {}, const std::optional<sdk::OAuthClient> &client = {});
    /// What the provider thinks of an access token: the status of its userinfo.
    int welcome(const QString &token);
    QString keptRefreshToken() const;
    /// A token request of somebody who has got hold of what is ours.
    QByteArray steal(const QByteArray &form);

    QProcess m_provider;
    QUrl m_issuer;
    HttpClient m_client { HttpClient::Options {} };
    std::unique_ptr<sdk::Http> m_http;
    std::shared_ptr<MemoryKeychain> m_keychain;
    std::unique_ptr<OAuthKeeper> m_keeper;
    qint64 m_secondsAhead = 0;
};

void TestOidc::initTestCase()
{
    m_provider.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_provider.start(u"node"_s, { u"--no-warnings"_s, u"provider.js"_s });
    QVERIFY(m_provider.waitForStarted());
    QVERIFY(m_provider.waitForReadyRead(60'000));
    m_issuer = QUrl(QString::fromLatin1(m_provider.readLine()).trimmed());
    QCOMPARE(m_issuer.host(), u"127.0.0.1"_s);
    m_http = m_client.forCall({}, Urgency::Person, {});
}

void TestOidc::init()
{
    m_secondsAhead = 0;
    m_keychain = std::make_shared<MemoryKeychain>();
    m_keeper = std::make_unique<OAuthKeeper>(m_keychain,
        OAuthKeeper::Time { [this] { return QDateTime::currentDateTimeUtc().addSecs(m_secondsAhead); },
            [](std::chrono::milliseconds, std::stop_token) { } });
}

void TestOidc::cleanupTestCase()
{
    m_keeper.reset();
    m_provider.closeWriteChannel();
    QVERIFY(m_provider.waitForFinished());
}

sdk::OAuthClient TestOidc::desktop() const
{
    sdk::OAuthClient client;
    client.issuer = m_issuer;
    client.clientId = u"desktop"_s;
    client.scopes = { u"openid"_s, u"offline_access"_s };
    return client;
}

QUrl TestOidc::person(const QUrl &url, const QStringList &options)
{
    QProcess node;
    node.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    node.start(u"node"_s, QStringList { u"--no-warnings"_s, u"person.js"_s } + options + QStringList { url.toString(QUrl::FullyEncoded) });
    node.waitForFinished();
    return QUrl(QString::fromLatin1(node.readAllStandardOutput()).trimmed());
}

domain::Result<void> TestOidc::signIn(const sdk::OAuthClient &client, const std::function<void(const SignInPrompt &)> &prompt,
    std::stop_token stop, bool device)
{
    const auto found = device ? discover(client, *m_http) : domain::Result<OAuthServer>();
    if (!found)
        return std::unexpected(found.error());
    return m_keeper->signIn(connectionId, device ? onOtherDevice(client, *found) : client, *m_http, prompt, stop);
}

domain::Result<QString> TestOidc::token(const QString &refused, const std::optional<sdk::OAuthClient> &client)
{
    const auto makeHttp = [this](std::stop_token stop) { return m_client.forCall({}, Urgency::Person, stop); };
    return m_keeper->accessToken(connectionId, client.value_or(desktop()), makeHttp, refused);
}

int TestOidc::welcome(const QString &token)
{
    QUrl userinfo = m_issuer;
    userinfo.setPath(u"/me"_s);
    const auto answer = m_http->get(userinfo, { { "Authorization", "Bearer " + token.toLatin1() } });
    return answer ? answer->status : 0;
}

QString TestOidc::keptRefreshToken() const
{
    const QJsonObject kept = QJsonDocument::fromJson(m_keychain->values().value(u"portal-1/#sign-in"_s).toUtf8()).object();
    return kept["refresh"_L1].toString();
}

QByteArray TestOidc::steal(const QByteArray &form)
{
    sdk::HttpRequest request;
    request.method = "POST";
    request.url = m_issuer;
    request.url.setPath(u"/token"_s);
    request.headers = { { "Content-Type", "application/x-www-form-urlencoded" } };
    request.body = form;
    const auto answer = m_http->send(request);
    return answer ? QJsonDocument::fromJson(answer->body)["error"_L1].toString().toLatin1() : answer.error().detail.toUtf8();
}

void TestOidc::theCodeFlow()
{
    const auto done = signIn();
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    const auto granted = token();
    QVERIFY(granted);
    QCOMPARE(welcome(*granted), 200);
    QCOMPARE(welcome(*granted + u'x'), 401);
    QVERIFY(!keptRefreshToken().isEmpty());
}

void TestOidc::aRegisteredClient()
{
    auto client = desktop();
    client.clientId.clear();
    const auto done = signIn(client, [](const SignInPrompt &prompt) { person(prompt.url); });
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    QCOMPARE(welcome(*token({}, client)), 200);
    m_secondsAhead = 3600;
    QCOMPARE(welcome(*token({}, client)), 200); // Renewed as the client that was registered.
}

void TestOidc::theDeviceFlow()
{
    QString code;
    const auto done = signIn(
        desktop(),
        [&](const SignInPrompt &prompt) {
            code = prompt.userCode;
            person(prompt.directUrl);
        },
        {}, true);
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    QVERIFY(!code.isEmpty());
    QCOMPARE(welcome(*token()), 200);
}

void TestOidc::refreshTokensRotateAndReplaysAreRefused()
{
    QVERIFY(signIn());
    const QString first = *token();
    const QString firstRefresh = keptRefreshToken();
    m_secondsAhead = 3600;
    const QString second = *token();
    QVERIFY(first != second);
    QVERIFY(firstRefresh != keptRefreshToken());
    QCOMPARE(welcome(second), 200);
    // Refused by somebody: renewed once more.
    const QString third = *token(second);
    QVERIFY(third != second);
    QCOMPARE(welcome(third), 200);

    QCOMPARE(steal("grant_type=refresh_token&client_id=desktop&refresh_token=" + firstRefresh.toLatin1()), "invalid_grant");
    // The provider ends the whole grant then; there is nothing left to renew.
    m_secondsAhead = 7200;
    QCOMPARE(codeOf(token()), ErrorCode::Unauthorised);
    QVERIFY(m_keychain->values().isEmpty());
}

void TestOidc::aReplayedCodeIsRefused()
{
    QUrl redirect;
    QVERIFY(signIn(desktop(), [&](const SignInPrompt &prompt) { visit(redirect = person(prompt.url, { u"--stop"_s })); }));
    const QString code = QUrlQuery(redirect).queryItemValue(u"code"_s, QUrl::FullyDecoded);
    QVERIFY(!code.isEmpty());
    const QUrl back = redirect.adjusted(QUrl::RemoveQuery);
    QCOMPARE(steal("grant_type=authorization_code&client_id=desktop&code=" + code.toLatin1() + "&code_verifier=" + QByteArray(43, 'a')
                 + "&redirect_uri=" + QUrl::toPercentEncoding(back.toString())),
        "invalid_grant");
    QVERIFY(visit(redirect).isEmpty());
}

void TestOidc::aWrongStateIsRefused()
{
    std::stop_source stop;
    QByteArray answer;
    const auto done = signIn(
        desktop(),
        [&](const SignInPrompt &prompt) {
            QUrl redirect = person(prompt.url, { u"--stop"_s });
            QUrlQuery query(redirect);
            query.removeAllQueryItems(u"state"_s);
            query.addQueryItem(u"state"_s, QString(43, u'a'));
            redirect.setQuery(query);
            answer = visit(redirect);
            stop.request_stop();
        },
        stop.get_token());
    QCOMPARE(codeOf(done), ErrorCode::Cancelled);
    QVERIFY(answer.startsWith("HTTP/1.1 400"));
    QCOMPARE(codeOf(token()), ErrorCode::Unauthorised);
}

void TestOidc::thePersonSaysNo()
{
    const auto done = signIn(desktop(), [](const SignInPrompt &prompt) { person(prompt.url, { u"--refuse"_s }); });
    QCOMPARE(codeOf(done), ErrorCode::Forbidden);
}

void TestOidc::signingOutRevokes()
{
    QVERIFY(signIn());
    const QString refresh = keptRefreshToken();
    QVERIFY(m_keeper->signOut(connectionId, *m_http));
    QVERIFY(m_keychain->values().isEmpty());
    QCOMPARE(steal("grant_type=refresh_token&client_id=desktop&refresh_token=" + refresh.toLatin1()), "invalid_grant");
}

QTEST_GUILESS_MAIN(TestOidc)
#include "tst_oidc.moc"
