// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/oauthkeeper.h"

#include "models/sync/crashsentinel.h"
#include "models/sync/oauthflows.h"

#include <QTimeZone>

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::sync {

using domain::Error;
using domain::ErrorCode;
using domain::fail;

namespace {

constexpr auto graceAtEnd = 2s;
// A token that was renewed because it was refused, and is refused again this soon, will not be bettered by another one.
constexpr qint64 refusedAgainWithin = 60;

// Of no form: ids of form fields hold no '#'.
QString keyOf(const QString &connectionId) { return SecretStore::keyOf(connectionId, u"#sign-in"_s); }

Error unauthorised(const QString &detail) { return { ErrorCode::Unauthorised, detail, 0, std::nullopt, {} }; }

OAuthKeeper::Time realTime()
{
    return { [] { return QDateTime::currentDateTimeUtc(); },
        [](std::chrono::milliseconds length, std::stop_token stop) {
            std::mutex mutex;
            std::unique_lock lock(mutex);
            std::condition_variable_any().wait_for(lock, stop, length, [] { return false; });
        } };
}

/// Errors that say nothing about the sign-in: it may be tried again, and what is not over yet may be used.
bool isPassing(const Error &error)
{
    return error.code != ErrorCode::Unauthorised && error.code != ErrorCode::Forbidden;
}

} // namespace

/// The sign-in of one connection. Whoever sets `busy` may leave the lock and is alone with `signIn` until it is taken away.
struct OAuthKeeper::Entry {
    std::mutex mutex;
    std::condition_variable_any changed;
    bool busy = false;
    bool loaded = false;
    bool withdrawn = false; ///< Not to be used any more; waits to be revoked.
    std::optional<SignIn> signIn;
    int renewals = 0; ///< That have ended.
    std::optional<Error> lastError; ///< Of the last one.
    std::optional<qint64> renewedForRefusalAt;
    std::jthread renewal; ///< Destroyed first: it uses the rest.
};

struct OAuthKeeper::Data {
    std::shared_ptr<SecretStore> secrets;
    Time time;
    std::mutex mutex;
    std::map<QString, std::unique_ptr<Entry>> entries;

    Entry &entry(const QString &connectionId);
    /// Holds the lock of an entry that nobody is busy with. False when stopped before.
    static bool await(Entry &entry, std::unique_lock<std::mutex> &lock, const std::stop_token &stop);
    domain::Result<void> load(const QString &connectionId, Entry &entry, std::unique_lock<std::mutex> &lock, const std::stop_token &stop);
    void renew(const QString &connectionId, Entry &entry, sdk::Http &http, const QString &refused);
    std::optional<Error> askForTokens(const QString &connectionId, SignIn &signIn, sdk::Http &http);
    std::optional<SignIn> kept(const QString &connectionId);
};

OAuthKeeper::Entry &OAuthKeeper::Data::entry(const QString &connectionId)
{
    const std::lock_guard lock(mutex);
    auto &entry = entries[connectionId];
    if (!entry)
        entry = std::make_unique<Entry>();
    return *entry;
}

bool OAuthKeeper::Data::await(Entry &entry, std::unique_lock<std::mutex> &lock, const std::stop_token &stop)
{
    return entry.changed.wait(lock, stop, [&entry] { return !entry.busy; });
}

// The keychain is asked without the lock: it may take its time, and others must be able to give up waiting.
domain::Result<void> OAuthKeeper::Data::load(
    const QString &connectionId, Entry &entry, std::unique_lock<std::mutex> &lock, const std::stop_token &stop)
{
    if (entry.loaded)
        return {};
    entry.busy = true;
    lock.unlock();
    const auto text = secrets->read(keyOf(connectionId), stop);
    lock.lock();
    entry.busy = false;
    entry.changed.notify_all();
    if (!text && text.error().code != ErrorCode::NotFound)
        return std::unexpected(text.error());
    entry.loaded = true;
    entry.signIn = text ? SignIn::fromText(*text) : std::nullopt;
    return {};
}

std::optional<SignIn> OAuthKeeper::Data::kept(const QString &connectionId)
{
    const auto text = secrets->read(keyOf(connectionId));
    return text ? SignIn::fromText(*text) : std::nullopt;
}

std::optional<Error> OAuthKeeper::Data::askForTokens(const QString &connectionId, SignIn &signIn, sdk::Http &http)
{
    const auto answer = postForm(signIn.server.token, signIn,
        { { "grant_type", u"refresh_token"_s }, { "refresh_token", signIn.refreshToken } }, http);
    if (!answer)
        return answer.error();
    if (answer->status != 200)
        return errorOf(*answer, signIn.server.token);
    const QDateTime now = time.now();
    const auto tokens = readTokenAnswer(*answer, now);
    if (!tokens)
        return tokens.error();
    signIn.take(*tokens, now);
    // Before anybody uses it: the one before is worth nothing any more. Where the keychain will not, it lasts for this run.
    (void)secrets->write(keyOf(connectionId), signIn.toText());
    return std::nullopt;
}

// On a thread of its own, with `busy` set.
void OAuthKeeper::Data::renew(const QString &connectionId, Entry &entry, sdk::Http &http, const QString &refused)
{
    const SignalStack signalStack;
    SignIn signIn = *entry.signIn;
    // Another run of the program (the command line beside the window) may have been here.
    const auto adoptKept = [&] {
        const auto theirs = kept(connectionId);
        const bool newer = theirs && theirs->refreshToken != signIn.refreshToken && theirs->server.token == signIn.server.token;
        if (newer)
            signIn = *theirs;
        return newer;
    };
    std::optional<Error> error;
    const bool adopted = adoptKept() && signIn.accessToken != refused && !signIn.isDue(time.now());
    if (!adopted) {
        error = askForTokens(connectionId, signIn, http);
        if (error && error->code == ErrorCode::Unauthorised && adoptKept())
            error = askForTokens(connectionId, signIn, http);
    }
    const bool ended = error && error->code == ErrorCode::Unauthorised;
    if (ended)
        (void)secrets->remove(keyOf(connectionId));
    const std::lock_guard lock(entry.mutex);
    entry.signIn = ended ? std::nullopt : std::optional(signIn);
    entry.lastError = error;
    if (!error && !refused.isEmpty())
        entry.renewedForRefusalAt = time.now().toSecsSinceEpoch();
    ++entry.renewals;
    entry.busy = false;
    entry.changed.notify_all();
}

bool isOnOtherDevice(const sdk::SignInMethod &method)
{
    return method.kind == sdk::SignInMethod::Kind::OAuth && method.oauth.authorization.isEmpty() && !method.oauth.deviceAuthorization.isEmpty();
}

OAuthKeeper::OAuthKeeper(std::shared_ptr<SecretStore> secrets)
    : OAuthKeeper(std::move(secrets), realTime())
{
}

OAuthKeeper::OAuthKeeper(std::shared_ptr<SecretStore> secrets, Time time)
    : d(std::make_unique<Data>())
{
    d->secrets = std::move(secrets);
    d->time = std::move(time);
}

OAuthKeeper::~OAuthKeeper()
{
    const auto end = std::chrono::steady_clock::now() + graceAtEnd;
    for (auto &[id, entry] : d->entries) {
        std::unique_lock lock(entry->mutex);
        entry->changed.wait_until(lock, end, [&entry] { return !entry->busy; });
        entry->renewal.request_stop();
    }
}

domain::Result<void> OAuthKeeper::store(const QString &connectionId, const SignIn &signIn)
{
    const auto written = d->secrets->write(keyOf(connectionId), signIn.toText());
    // A keychain that will not keep it is no reason to be signed out now.
    const bool isForThisRun = !written && written.error().code != ErrorCode::Internal;
    return isForThisRun ? domain::Result<void>() : written;
}

domain::Result<void> OAuthKeeper::signIn(const QString &connectionId, const sdk::OAuthClient &client, sdk::Http &http,
    const std::function<void(const SignInPrompt &)> &prompt, std::stop_token stop, const QString &clientSecret)
{
    if (!client.secretField.isEmpty() && clientSecret.isEmpty())
        return fail(ErrorCode::Invalid, u"the secret of the application was not given"_s);
    const auto signedIn = SignInFlow { client, http, prompt, stop, d->time, clientSecret }.run();
    if (!signedIn)
        return std::unexpected(signedIn.error());
    Entry &entry = d->entry(connectionId);
    std::unique_lock lock(entry.mutex);
    // Not stopped any more: the server has handed the tokens out.
    Data::await(entry, lock, {});
    entry.busy = true;
    lock.unlock();
    const auto kept = store(connectionId, *signedIn);
    lock.lock();
    entry.signIn = *signedIn;
    entry.loaded = true;
    entry.withdrawn = false;
    entry.renewedForRefusalAt.reset();
    entry.busy = false;
    entry.changed.notify_all();
    return kept;
}

domain::Result<QString> OAuthKeeper::accessToken(const QString &connectionId, const sdk::OAuthClient &client, const MakeHttp &http,
    const QString &refused, std::stop_token stop)
{
    Entry &entry = d->entry(connectionId);
    std::unique_lock lock(entry.mutex);
    const int renewalsBefore = entry.renewals;
    for (;;) {
        if (!Data::await(entry, lock, stop))
            return fail(ErrorCode::Cancelled, u"stopped"_s);
        if (const auto loaded = d->load(connectionId, entry, lock, stop); !loaded)
            return std::unexpected(loaded.error());
        const bool waited = entry.renewals != renewalsBefore;
        if (waited && !entry.signIn && entry.lastError)
            return std::unexpected(*entry.lastError);
        if (entry.withdrawn || !entry.signIn || !entry.signIn->isFor(client))
            return std::unexpected(unauthorised(u"nobody has signed in"_s));
        const SignIn &signIn = *entry.signIn;
        const QDateTime now = d->time.now();
        const bool isRefused = !refused.isEmpty() && refused == signIn.accessToken;
        if (!isRefused && !signIn.accessToken.isEmpty() && !signIn.isDue(now))
            return signIn.accessToken;
        const bool lasts = !isRefused && !signIn.accessToken.isEmpty() && !signIn.isOver(now);
        if (signIn.refreshToken.isEmpty()) {
            if (lasts)
                return signIn.accessToken;
            return std::unexpected(unauthorised(u"the sign-in is over"_s));
        }
        if (isRefused && entry.renewedForRefusalAt && now.toSecsSinceEpoch() - *entry.renewedForRefusalAt < refusedAgainWithin)
            return std::unexpected(unauthorised(u"a new token was refused as well"_s));
        // Who waited for a renewal takes what came of it.
        if (waited && entry.lastError) {
            if (lasts && isPassing(*entry.lastError))
                return signIn.accessToken;
            return std::unexpected(*entry.lastError);
        }
        entry.busy = true;
        entry.renewal = std::jthread([this, connectionId, &entry, http, refused = isRefused ? refused : QString()](std::stop_token end) {
            const auto connection = http(end);
            d->renew(connectionId, entry, *connection, refused);
        });
    }
}

domain::Result<SignedOut> OAuthKeeper::signOut(const QString &connectionId, sdk::Http &http, std::stop_token stop)
{
    std::optional<SignIn> ended;
    const auto forgotten = forget(connectionId, ended, stop);
    const SignedOut out = ended ? revoke(*ended, http) : SignedOut();
    if (!forgotten)
        return std::unexpected(forgotten.error());
    return out;
}

domain::Result<void> OAuthKeeper::forget(const QString &connectionId, std::optional<SignIn> &ended, std::stop_token stop)
{
    Entry &entry = d->entry(connectionId);
    std::unique_lock lock(entry.mutex);
    if (!Data::await(entry, lock, stop))
        return fail(ErrorCode::Cancelled, u"stopped"_s);
    // Where the keychain does not tell, there is nothing to revoke with; it is forgotten all the same.
    (void)d->load(connectionId, entry, lock, stop);
    entry.busy = true;
    lock.unlock();
    const auto removed = d->secrets->remove(keyOf(connectionId));
    lock.lock();
    ended = std::exchange(entry.signIn, std::nullopt);
    entry.loaded = true;
    entry.withdrawn = false;
    entry.busy = false;
    entry.changed.notify_all();
    return removed;
}

SignedOut OAuthKeeper::revoke(const SignIn &ended, sdk::Http &http)
{
    SignedOut out;
    if (ended.refreshToken.isEmpty() && ended.expiresAt)
        out.goodUntil = QDateTime::fromSecsSinceEpoch(*ended.expiresAt, QTimeZone::UTC);
    if (ended.server.revocation.isEmpty()) {
        out.untold = Error { ErrorCode::Unsupported, u"the server takes nothing back"_s, 0, std::nullopt, ended.server.token.host() };
        return out;
    }
    // RFC 7009, section 2.1: a refresh token takes the access tokens of its grant with it.
    const bool whole = !ended.refreshToken.isEmpty();
    const auto answer = postForm(ended.server.revocation, ended,
        { { "token", whole ? ended.refreshToken : ended.accessToken },
            { "token_type_hint", whole ? u"refresh_token"_s : u"access_token"_s } },
        http);
    if (!answer)
        out.untold = answer.error();
    else if (answer->status != 200) // Section 2.2: also of a token that it does not know (any more).
        out.untold = errorOf(*answer, ended.server.revocation);
    return out;
}

void OAuthKeeper::withdraw(const QString &connectionId)
{
    Entry &entry = d->entry(connectionId);
    const std::lock_guard lock(entry.mutex);
    entry.withdrawn = true;
}

bool OAuthKeeper::isSignedIn(const QString &connectionId)
{
    Entry &entry = d->entry(connectionId);
    std::unique_lock lock(entry.mutex);
    Data::await(entry, lock, {});
    return d->load(connectionId, entry, lock, {}) && entry.signIn && !entry.withdrawn;
}

} // namespace callboard::sync
