// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Sign-ins against an authorization server in memory; a real one is in tests/peers/oidc.
#include "models/sync/oauthkeeper.h"
#include "models/sync/oauthrequests.h"
#include "tests/kit/authorizationserver.h"
#include "tests/kit/fakehttp.h"
#include "tests/kit/memorykeychain.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimeZone>
#include <QUrlQuery>

#include <future>
#include <latch>
#include <thread>

namespace callboard::testkit {

using namespace callboard::sync;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

inline const QUrl issuer(u"https://id.example.org/tenant"_s);
inline const QString connectionId = u"portal-1"_s;
inline const QString keychainKey = u"portal-1/#sign-in"_s;

inline sdk::OAuthClient desktop()
{
    sdk::OAuthClient client;
    client.issuer = issuer;
    client.clientId = u"desktop"_s;
    client.scopes = { u"openid"_s, u"offline_access"_s };
    return client;
}

/// A keeper, its server, and a clock that stands still until it is set.
struct OAuthWorld {
    AuthorizationServer server { issuer };
    std::shared_ptr<MemoryKeychain> keychain = std::make_shared<MemoryKeychain>();
    std::mutex mutex;
    QDateTime now = QDateTime::fromSecsSinceEpoch(1'795'294'282, QTimeZone::UTC);
    std::vector<std::chrono::milliseconds> rests;
    std::function<void(const sdk::HttpRequest &)> beforeAnswer;
    std::optional<domain::Error> network; ///< What every request meets.
    FakeHttp http { [this](const sdk::HttpRequest &request) { return answer(request); } };
    std::unique_ptr<OAuthKeeper> keeper = makeKeeper();

    sdk::Result<sdk::HttpResponse> answer(const sdk::HttpRequest &request)
    {
        if (beforeAnswer)
            beforeAnswer(request);
        if (network)
            return std::unexpected(*network);
        return server.answer(request);
    }
    std::unique_ptr<OAuthKeeper> makeKeeper()
    {
        return std::make_unique<OAuthKeeper>(keychain,
            OAuthKeeper::Time {
                [this] {
                    const std::lock_guard lock(mutex);
                    return now;
                },
                [this](std::chrono::milliseconds length, std::stop_token) {
                    rests.push_back(length);
                    now = now.addMSecs(length.count());
                } });
    }
    void later(qint64 seconds)
    {
        const std::lock_guard lock(mutex);
        now = now.addSecs(seconds);
    }
    OAuthKeeper::MakeHttp makeHttp()
    {
        return [this](std::stop_token) { return std::make_unique<FakeHttp>([this](const sdk::HttpRequest &request) { return answer(request); }); };
    }
    domain::Result<QString> token(const QString &refused = {}, const sdk::OAuthClient &client = desktop(), std::stop_token stop = {})
    {
        return keeper->accessToken(connectionId, client, makeHttp(), refused, stop);
    }
    domain::Result<void> signIn(const std::function<void(const SignInPrompt &)> &person, const sdk::OAuthClient &client = desktop(),
        std::stop_token stop = {}, bool device = false, const QString &secret = {})
    {
        const auto found = device ? discover(client, http) : domain::Result<OAuthServer>();
        return found ? keeper->signIn(connectionId, device ? onOtherDevice(client, *found) : client, http, person, stop, secret) : std::unexpected(found.error());
    }
    /// By somebody who says yes.
    domain::Result<void> signIn(const sdk::OAuthClient &client = desktop())
    {
        return signIn([this](const SignInPrompt &prompt) { visit(server.redirectOf(prompt.url)); }, client);
    }
};

inline QUrl withValue(const QUrl &url, const QString &name, const QString &value)
{
    QUrlQuery query(url);
    query.removeAllQueryItems(name);
    if (!value.isNull())
        query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    QUrl changed = url;
    changed.setQuery(query);
    return changed;
}

inline ErrorCode codeOf(const auto &result) { return result ? ErrorCode::Internal : result.error().code; }

} // namespace callboard::testkit
