// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/session.h"

#include "plugins/backstage/portal.h"
#include "plugins/sdk/jwt.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QScopeGuard>
#include <QTimeZone>

namespace callboard::backstage {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::ErrorCode;
using domain::fail;

namespace {

// A token is not used in its last minute: the request that carries it may wait for its turn.
constexpr auto margin = 60s;

bool hasEnded(const Identity &identity)
{
    return identity.expires.isValid() && identity.expires <= QDateTime::currentDateTimeUtc().addDuration(margin);
}

/// Tells tokens apart without giving one away: six bytes of a salted hash.
QString fingerprint(const Address &address, const QString &token)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData("callboard principal\n");
    hash.addData(address.text().toUtf8());
    hash.addData("\n");
    hash.addData(token.toUtf8());
    return QString::fromLatin1(hash.result().first(6).toHex());
}

Identity identityOf(Identity::How how, const QByteArray &token, const QString &otherwise)
{
    Identity identity { how, token, {}, otherwise, {} };
    if (const auto claims = sdk::readJwt(token)) {
        // Its own word counts, not what comes beside it: a backend says "3600" of tokens that live ten minutes.
        if (claims->expiresAt)
            identity.expires = QDateTime::fromSecsSinceEpoch(*claims->expiresAt, QTimeZone::UTC);
        if (claims->subject.startsWith("user:"_L1))
            identity.userRef = claims->subject.toLower();
        if (!claims->subject.isEmpty())
            identity.who = claims->subject.toLower();
    }
    return identity;
}

} // namespace

Session::Session(const QJsonObject &settings)
    : m_choice(settings.value("signIn"_L1).toString(u"auto"_s))
    , m_clientId(settings.value("clientId"_L1).toString().trimmed())
{
}

sdk::Result<Identity> Session::identity(const Address &address, sdk::PullContext &context, const QByteArray &refused)
{
    std::unique_lock lock(m_mutex);
    const bool waited = m_changed.wait(lock, context.stopToken(), [&] { return !m_signingIn || isGood(refused); });
    if (!waited)
        return fail(ErrorCode::Cancelled, u"stopped"_s, address.name());
    if (isGood(refused))
        return *m_identity;
    m_identity.reset();
    m_signingIn = true;
    lock.unlock();
    // Without the lock: a server may take its time, and those who wait for it must be able to give up.
    std::optional<Identity> now;
    const auto ended = qScopeGuard([&] {
        const std::lock_guard again(m_mutex);
        m_identity = std::move(now);
        m_signingIn = false;
        m_changed.notify_all();
    });
    auto found = signIn(address, context, refused);
    if (found)
        now = *found;
    return found;
}

bool Session::isGood(const QByteArray &refused) const
{
    return m_identity && !hasEnded(*m_identity) && (refused.isEmpty() || m_identity->token != refused);
}

sdk::Result<Identity> Session::signIn(const Address &address, sdk::PullContext &context, const QByteArray &refused)
{
    if (m_choice == "guest"_L1)
        return asGuest(address, context);
    if (m_choice == "token"_L1)
        return byToken(address, context);
    if (m_choice == "oauth"_L1)
        return byOAuth(address, context, refused);
    return automatic(address, context, refused);
}

/// What the person gave us first, then what needs nothing from them.
sdk::Result<Identity> Session::automatic(const Address &address, sdk::PullContext &context, const QByteArray &refused)
{
    auto token = byToken(address, context);
    if (token || token.error().code != ErrorCode::NotFound)
        return token;
    const auto notSignedIn = [](const domain::Error &error) {
        return error.code == ErrorCode::Unauthorised || error.code == ErrorCode::NotFound || error.code == ErrorCode::Unsupported;
    };
    auto person = byOAuth(address, context, refused);
    if (person || !notSignedIn(person.error()))
        return person;
    auto guest = asGuest(address, context);
    if (guest || guest.error().code != ErrorCode::NotFound)
        return guest;
    // An older backend, or one with its authorisation switched off, asks nobody who they are.
    HttpAsk open { .route = u"/api/catalog/entities"_s, .query = { { u"limit"_s, u"1"_s }, { u"fields"_s, u"kind"_s } } };
    const auto answer = askPlainly(address, open, {}, context);
    if (answer && answer->status == 200)
        return Identity { Identity::How::Nobody, {}, {}, u"nobody"_s, {} };
    if (answer && answer->status != 401 && answer->status != 403)
        return std::unexpected(errorOf(*answer, address));
    if (!answer)
        return std::unexpected(answer.error());
    return fail(ErrorCode::Unauthorised, u"this portal lets no guests in: sign in, or give it a token"_s, address.name());
}

sdk::Result<Identity> Session::asGuest(const Address &address, sdk::PullContext &context) const
{
    HttpAsk ask { .method = "POST", .route = u"/api/auth/guest/refresh"_s };
    const auto answer = askPlainly(address, ask, {}, context);
    if (!answer)
        return std::unexpected(answer.error());
    if (answer->status == 404 || answer->status == 501)
        return fail(ErrorCode::NotFound, u"this portal has no guest sign-in"_s, address.name());
    if (answer->status != 200) {
        auto error = errorOf(*answer, address);
        // Outside of development a backend refuses guests with a 403 unless its configuration says otherwise.
        if (error.code == ErrorCode::Forbidden)
            error.code = ErrorCode::NotFound;
        return std::unexpected(error);
    }
    const QJsonObject body = QJsonDocument::fromJson(answer->body).object();
    const QByteArray token = body["backstageIdentity"_L1]["token"_L1].toString().toUtf8();
    if (token.isEmpty())
        return fail(ErrorCode::NotFound, u"this portal's guest sign-in gives no token"_s, address.name());
    return identityOf(Identity::How::Guest, token, u"guest"_s);
}

sdk::Result<Identity> Session::byToken(const Address &address, sdk::PullContext &context) const
{
    const auto token = context.secret(u"token"_s);
    if (!token)
        return std::unexpected(token.error());
    if (token->trimmed().isEmpty())
        return fail(ErrorCode::NotFound, u"no access token was given"_s, address.name());
    const QString given = token->trimmed();
    // A header is one line of ASCII: anything else would be a way to write headers of one's own.
    const bool plain = std::ranges::all_of(given, [](QChar c) { return c > u' ' && c < u'\x7f'; });
    if (!plain)
        return fail(ErrorCode::Invalid, u"the access token has blanks or characters that no token has"_s, address.name());
    return identityOf(Identity::How::Token, given.toLatin1(), u"service:"_s + fingerprint(address, given));
}

sdk::Result<Identity> Session::byOAuth(const Address &address, sdk::PullContext &context, const QByteArray &refused)
{
    if (!m_client) {
        const auto found = findOAuthClient(address, m_clientId, context);
        if (!found)
            return std::unexpected(found.error());
        if (!*found)
            return fail(ErrorCode::NotFound, u"this portal offers programs no sign-in of its own"_s, address.name());
        m_client = *found;
    }
    const auto token = context.accessToken(*m_client, QString::fromLatin1(refused));
    if (!token)
        return std::unexpected(token.error());
    return identityOf(Identity::How::OAuth, token->toLatin1(), u"signed-in"_s);
}

} // namespace callboard::backstage
