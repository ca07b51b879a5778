// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/ownnotices.h"
#include "models/sync/oauthflows.h"
#include "models/sync/settingscheck.h"
#include "models/sync/workspacecall.h"

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;

namespace {

constexpr std::chrono::seconds keychainPatience(30); // Of a one-shot command.

/// Runs `call(HostContext &)` on a thread of its own, for what is ours and calls no integration.
template<typename Call, typename Done>
std::shared_ptr<HostContext> callHost(Workspace::Data &d, const ConnectionInfo &info, Call call, QObject *receiver, Done done)
{
    HostContext::Setup setup { .connectionId = info.id, .settings = info.settings, .services = d.services, .urgency = Urgency::Person };
    auto context = std::make_shared<HostContext>(std::move(setup));
    const QPointer<QObject> alive(receiver);
    d.pulls->start(context, [context, alive, call = std::move(call), done = std::move(done)] {
        const auto result = call(*context);
        PullOutcome outcome;
        outcome.deliver = [alive, done, result] {
            if (alive)
                done(result);
        };
        return outcome;
    });
    return context;
}

} // namespace

domain::Result<void> requireNoCredentials(const IntegrationInfo &integration, const QJsonObject &typed)
{
    for (const FieldError &error : checkSettings(integration, typed)) {
        if (error.code == FieldError::Code::HoldsCredentials)
            return fail(ErrorCode::Invalid, describe(error, integration), integration.id);
    }
    return {};
}

void Workspace::signInMethods(const QString &integrationId, const QJsonObject &settings, const Secrets &secrets, QObject *context,
    std::function<void(domain::Result<std::vector<sdk::SignInMethod>>)> done)
{
    callTyped<std::vector<sdk::SignInMethod>>(
        *d, integrationId, settings, secrets,
        [](sdk::Connection &connection, HostContext &host) -> domain::Result<std::vector<sdk::SignInMethod>> {
            auto methods = connection.signInMethods(host);
            return methods ? withOtherDevices(std::move(*methods), host.http()) : std::move(methods);
        },
        context, std::move(done));
}

void Workspace::signIn(const QString &connectionId, const sdk::SignInMethod &method, QObject *context,
    std::function<void(const SignInPrompt &)> prompt, std::function<void(domain::Result<void>)> done)
{
    if (!method.unavailable.isEmpty())
        return done(fail(ErrorCode::Unsupported, method.unavailable, connectionId));
    // A change of the connection that is on its way to disk forgets sign-ins for the servers before it.
    whenSaved(this, [this, connectionId, method, alive = QPointer(context), prompt = std::move(prompt), done = std::move(done)](const domain::Result<void> &saved) {
        if (!alive)
            return;
        if (saved)
            startSignIn(connectionId, method, alive, prompt, done);
        else
            done(saved);
    });
}

void Workspace::startSignIn(const QString &connectionId, const sdk::SignInMethod &method, QObject *context,
    std::function<void(const SignInPrompt &)> prompt, std::function<void(domain::Result<void>)> done)
{
    const ConnectionInfo *info = d->connection(connectionId);
    if (!info)
        return done(fail(ErrorCode::NotFound, u"there is no connection \"%1\""_s.arg(connectionId), connectionId));
    cancelSignIn(connectionId);
    if (method.kind != sdk::SignInMethod::Kind::OAuth) {
        chooseSignIn(connectionId, method.id);
        return done({});
    }
    const QPointer<QObject> alive(context);
    const auto show = [this, alive, prompt = std::move(prompt)](const SignInPrompt &shown) {
        QMetaObject::invokeMethod(this, [alive, prompt, shown] {
            if (alive)
                prompt(shown);
        }, Qt::QueuedConnection);
    };
    const auto flow = [connectionId, client = method.oauth, show, oauth = d->services.oauth](HostContext &host) -> domain::Result<void> {
        const auto secret = client.secretField.isEmpty() ? domain::Result<QString>() : host.secret(client.secretField);
        if (!secret && secret.error().code != ErrorCode::NotFound)
            return std::unexpected(secret.error());
        return oauth->signIn(connectionId, client, host.http(), show, host.stopToken(), secret.value_or(QString()).trimmed());
    };
    const auto signedIn = [this, info = *info, id = method.id, alive, done = std::move(done)](const domain::Result<void> &result) {
        if (result && d->connection(info.id))
            chooseSignIn(info.id, id);
        else if (result) // Removed in the very moment: nobody else would forget these tokens.
            forgetSecrets(info);
        if (alive)
            done(result);
    };
    // Whether anybody still looks or not, the connection is signed in.
    d->signIns.insert(connectionId, callHost(*d, *info, flow, this, signedIn));
}

void Workspace::cancelSignIn(const QString &connectionId)
{
    if (const auto running = d->signIns.take(connectionId).lock())
        running->requestStop();
}

void Workspace::chooseSignIn(const QString &connectionId, const QString &methodId)
{
    const ConnectionInfo *info = d->connection(connectionId);
    if (!info)
        return;
    // Not saved is no reason to be signed out again: it is asked for the next time the program starts.
    const auto restart = [this, connectionId](const domain::Result<void> &) { restartConnection(connectionId, SignedIn::Unknown); };
    if (info->settings["signIn"_L1].toString() == methodId)
        return restart({});
    (void)changeConnection(connectionId, [&](ConnectionInfo &changed) { changed.settings.insert("signIn"_L1, methodId); }, restart);
}

void Workspace::signOut(const QString &connectionId, QObject *context, std::function<void(domain::Result<SignedOut>)> done)
{
    const ConnectionInfo *info = d->connection(connectionId);
    if (!info)
        return done(fail(ErrorCode::NotFound, u"there is no connection \"%1\""_s.arg(connectionId), connectionId));
    cancelSignIn(connectionId);
    const auto out = [connectionId, oauth = d->services.oauth](HostContext &host) {
        return oauth->signOut(connectionId, host.http(), host.stopToken());
    };
    const QPointer<QObject> alive(context);
    const auto signedOut = [this, info = *info, alive, done = std::move(done)](const domain::Result<SignedOut> &result) {
        // What runs has its token still, and a portal believes it until it ends: nothing goes on as the person who left.
        restartConnection(info.id, SignedIn::Unknown);
        if (result)
            tellIfUntold(info, *result);
        if (alive)
            done(result);
    };
    callHost(*d, *info, out, this, signedOut);
}

void Workspace::tellIfUntold(const ConnectionInfo &of, const SignedOut &out)
{
    if (out.untold)
        std::ignore = mirror::OwnNotices(mirror()).tell(untoldNotice(of.name, out));
}

void Workspace::forgetSecrets(const ConnectionInfo &gone)
{
    d->forgetSecrets(*this, gone, [](const domain::Result<void> &) {});
}

// From now on nobody is told them. The sign-in is revoked when it is forgotten. Connections that ask nothing of the network have none, and the
// keychain is not woken for them.
void Workspace::Data::forgetSecrets(Workspace &of, const ConnectionInfo &gone, SaveStep done)
{
    services.http->forget(gone.id);
    const auto integration = host->integration(gone.integrationId);
    QStringList keys;
    for (const IntegrationInfo::Field &field : integration ? integration->fields : std::vector<IntegrationInfo::Field>()) {
        if (field.type == IntegrationInfo::Field::Type::Secret)
            keys.append(SecretStore::keyOf(gone.id, field.id));
    }
    if (keys.isEmpty() && integration && !integration->network)
        return done({});
    for (const QString &key : std::as_const(keys))
        services.secrets->drop(key);
    services.oauth->withdraw(gone.id);
    const auto ended = std::make_shared<std::optional<SignIn>>();
    const auto forget = [id = gone.id, keys, ended, secrets = services.secrets, oauth = services.oauth](HostContext &) {
        auto all = oauth->forget(id, *ended);
        for (const QString &key : keys) {
            if (const auto removed = secrets->remove(key); !removed)
                all = removed;
        }
        return all;
    };
    const auto isSettled = std::make_shared<bool>(false);
    const auto forgotten = [this, &of, gone, ended, isSettled, done = std::move(done)](const domain::Result<void> &result) {
        --erasing;
        *isSettled = true;
        const auto revoke = [ended](HostContext &context) { return OAuthKeeper::revoke(**ended, context.http()); };
        if (*ended)
            callHost(*this, gone, revoke, &of, [&of, gone](const SignedOut &out) { of.tellIfUntold(gone, out); });
        done(result);
    };
    ++erasing;
    callHost(*this, gone, forget, &of, forgotten);
    const auto deadline = std::chrono::steady_clock::now() + keychainPatience;
    while (!options.schedule && !*isSettled && pulls->waitForOutcome(deadline))
        of.settleFinished();
}

domain::Result<void> Workspace::setProxyLogin(const QString &proxy, const QString &user, const QString &password)
{
    // Before the first connection, behind that proxy, there is no file yet; and the workspace's id is in it, by which secrets are found again.
    if (const auto saved = d->connections.empty() ? saveConnections(d->content()) : domain::Result<void>(); !saved)
        return saved;
    d->proxyLogins->set(proxy, { user, password });
    if (!user.isEmpty())
        pullWhereFailed([&](const domain::Error &error) { return proxyThatAsks(error) == proxy; });
    return {};
}

void Workspace::whenProxyLoginKept(const QString &proxy, QObject *context, std::function<void(domain::Result<void>)> done)
{
    whenSaved(this, [this, proxy, alive = QPointer(context), done = std::move(done)](const domain::Result<void> &saved) {
        if (!alive)
            return;
        if (!saved)
            return done(saved);
        const auto wait = [proxy, logins = d->proxyLogins](HostContext &host) { return logins->waitFor(proxy, host.stopToken()); };
        callHost(*d, {}, wait, alive, done);
    });
}

bool Workspace::isProxyLoginUnread(const QString &proxy) const { return d->proxyLogins->isUnread(proxy); }

/// Connections that a pull failed in for such a reason.
void Workspace::pullWhereFailed(const std::function<bool(const domain::Error &)> &why)
{
    const auto states = d->mirror->feedStates();
    QSet<QString> waiting;
    for (const mirror::FeedState &state : states ? *states : std::vector<mirror::FeedState>()) {
        const ConnectionInfo *info = d->connection(state.connectionId);
        if (info && !info->paused && state.lastError && why(*state.lastError))
            waiting.insert(state.connectionId);
    }
    for (const QString &id : std::as_const(waiting))
        pullNow(id);
}

std::optional<SecretStore::State> Workspace::keychainState() const { return d->services.secrets->lastState(); }

void Workspace::unlockKeychain(QObject *context, std::function<void(domain::Result<void>)> done)
{
    const auto unlock = [secrets = d->services.secrets](HostContext &host) { return secrets->unlock(host.stopToken()); };
    const QPointer<QObject> alive(context);
    const auto unlocked = [this, alive, done = std::move(done)](const domain::Result<void> &result) {
        if (result)
            pullWhereFailed([](const domain::Error &error) { return error.source == "keychain"_L1; });
        if (alive)
            done(result);
    };
    callHost(*d, {}, unlock, this, unlocked);
}

} // namespace callboard::sync
