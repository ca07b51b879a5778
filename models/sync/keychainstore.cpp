// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/keychainstore.h"

#include "models/sync/keychainthread.h"
#include "models/sync/secretservice.h"

#include <qt6keychain/keychain.h>

#include <condition_variable>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;
using State = SecretStore::State;

namespace {

const QString service = u"Callboard"_s;
const QString source = u"keychain"_s;
constexpr auto callLimit = 15s;
constexpr auto promptLimit = 5min; // A person looks for a password.
constexpr auto graceAtEnd = 2s;

std::unexpected<domain::Error> refusal(State state)
{
    return fail(ErrorCode::Forbidden, state == State::Locked ? u"the keychain is locked"_s : u"the keychain refused"_s, source);
}

/// What a job of QtKeychain answered.
struct JobAnswer {
    QKeychain::Error error = QKeychain::OtherError;
    QString text;
};
using OnAnswer = std::function<void(const JobAnswer &)>;

// Jobs are never taken back: libsecret's answer would come to a job that is gone (qtkeychain's libsecret.cpp).
template<typename Job>
void startJob(QObject *context, const QString &key, const std::function<void(Job &)> &prepare, const OnAnswer &done)
{
    auto *job = new Job(service);
    job->setKey(key);
    job->setInsecureFallback(false);
    if (prepare)
        prepare(*job);
    QObject::connect(job, &QKeychain::Job::finished, context, [done](QKeychain::Job *finished) {
        QString text;
        if (const auto *read = qobject_cast<QKeychain::ReadPasswordJob *>(finished))
            text = read->textData();
        done({ finished->error(), text });
    });
    job->start();
}

} // namespace

/// One value on its way to the keychain, or what it would not take.
struct Pending {
    std::optional<QString> value; ///< Nothing: to be removed.
    int number = 0;
    bool failed = false;
};

struct KeychainStore::Data : std::enable_shared_from_this<Data> {
    QString prefix;
    mutable std::mutex mutex;
    std::condition_variable_any changed;
    std::optional<State> last;
    bool refused = false; ///< By the person or the keychain, since it was last open.
    QMap<QString, Pending> pending;
    int nextNumber = 0;
    bool flushing = false;
    std::mutex listenerMutex; ///< Held while it is called, so that none is after it was replaced.
    std::function<void()> listener;

    QString fullKey(const QString &key) const { return prefix + u'/' + key; }
    State note(State state);
    void put(const QString &key, std::optional<QString> value);
    domain::Result<void> waitFor(const QString &key, std::stop_token stop);
    void flush();
    void flushNext(QObject *context);
    void settle(const QString &key, int number, bool good);
    std::optional<State> ask(bool unlock, std::stop_token stop, std::chrono::milliseconds limit);
};

namespace {

/// Blocks until what began on the keychain's thread has answered. Nothing when it was stopped or took too long; the
/// answer is then dropped.
template<typename T>
std::optional<T> await(std::stop_token stop, std::chrono::milliseconds limit, const std::function<void(QObject *, std::function<void(T)>)> &begin)
{
    struct Shared {
        std::mutex mutex;
        std::condition_variable_any arrived;
        std::optional<T> answer;
    };
    const auto shared = std::make_shared<Shared>();
    const auto deliver = [shared](T answer) {
        const std::lock_guard lock(shared->mutex);
        shared->answer = std::move(answer);
        shared->arrived.notify_all();
    };
    if (!KeychainThread::run([begin, deliver](QObject *context) { begin(context, deliver); }))
        return std::nullopt;
    std::unique_lock lock(shared->mutex);
    shared->arrived.wait_for(lock, stop, limit, [&] { return shared->answer.has_value(); });
    return shared->answer;
}

void askOnThread(QObject *context, bool unlock, const std::function<void(State)> &done)
{
    auto *asking = new SecretService(context);
    const auto finish = [asking, done](State state) {
        asking->deleteLater();
        done(state);
    };
    if (unlock)
        asking->unlock(finish);
    else
        asking->askState(finish);
}

std::unexpected<domain::Error> noAnswer(const std::stop_token &stop)
{
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, u"stopped"_s, source);
    return fail(ErrorCode::Timeout, u"the keychain does not answer"_s, source);
}

} // namespace

// Locked again after a refusal is still a refusal; once open it is forgotten.
State KeychainStore::Data::note(State state)
{
    bool differs = false;
    {
        const std::lock_guard lock(mutex);
        refused = state == State::Refused || (refused && state == State::Locked);
        if (refused)
            state = State::Refused;
        differs = last != state;
        last = state;
        for (Pending &one : pending)
            one.failed = one.failed && !(differs && state == State::Available);
    }
    if (differs && state == State::Available)
        flush(); // What it would not take before.
    if (differs) {
        const std::lock_guard lock(listenerMutex);
        if (listener)
            listener();
    }
    return state;
}

std::optional<State> KeychainStore::Data::ask(bool unlock, std::stop_token stop, std::chrono::milliseconds limit)
{
    const auto state = await<State>(stop, limit, [unlock](QObject *context, std::function<void(State)> done) { askOnThread(context, unlock, done); });
    if (!state)
        return std::nullopt;
    return note(*state);
}

void KeychainStore::Data::put(const QString &key, std::optional<QString> value)
{
    {
        const std::lock_guard lock(mutex);
        pending.insert(key, { std::move(value), ++nextNumber, false });
    }
    flush();
}

void KeychainStore::Data::flush()
{
    const std::lock_guard lock(mutex);
    if (flushing)
        return;
    flushing = KeychainThread::run([self = shared_from_this()](QObject *context) {
        askOnThread(context, false, [self, context](State state) {
            if (self->note(state) == State::Available) {
                self->flushNext(context);
                return;
            }
            const std::lock_guard inner(self->mutex);
            for (Pending &one : self->pending)
                one.failed = true;
            self->flushing = false;
            self->changed.notify_all();
        });
    });
    if (!flushing) {
        for (Pending &one : pending)
            one.failed = true;
        changed.notify_all();
    }
}

void KeychainStore::Data::flushNext(QObject *context)
{
    QString key;
    Pending next;
    {
        const std::lock_guard lock(mutex);
        const auto it = std::ranges::find(pending, false, &Pending::failed);
        if (it == pending.end()) {
            flushing = false;
            changed.notify_all();
            return;
        }
        key = it.key();
        next = *it;
    }
    const auto done = [self = shared_from_this(), context, key, number = next.number](const JobAnswer &answer) {
        const bool good = answer.error == QKeychain::NoError || answer.error == QKeychain::EntryNotFound;
        if (answer.error == QKeychain::AccessDenied || answer.error == QKeychain::AccessDeniedByUser)
            self->note(State::Refused);
        else if (answer.error == QKeychain::NoBackendAvailable)
            self->note(State::Absent);
        self->settle(key, number, good);
        self->flushNext(context);
    };
    if (next.value)
        startJob<QKeychain::WritePasswordJob>(context, fullKey(key), [&](QKeychain::WritePasswordJob &job) { job.setTextData(*next.value); }, done);
    else
        startJob<QKeychain::DeletePasswordJob>(context, fullKey(key), {}, done);
}

void KeychainStore::Data::settle(const QString &key, int number, bool good)
{
    const std::lock_guard lock(mutex);
    const auto it = pending.find(key);
    if (it == pending.end() || it->number != number)
        return; // Written anew meanwhile: its turn comes.
    if (good)
        pending.erase(it);
    else
        it->failed = true;
    changed.notify_all();
}

domain::Result<void> KeychainStore::Data::waitFor(const QString &key, std::stop_token stop)
{
    std::unique_lock lock(mutex);
    const auto isSettled = [&] {
        const auto it = pending.constFind(key);
        return it == pending.cend() || it->failed;
    };
    if (!changed.wait_for(lock, stop, callLimit, isSettled))
        return noAnswer(stop);
    if (!pending.contains(key))
        return {};
    const State state = last.value_or(State::Absent);
    if (state == State::Absent)
        return {}; // As good as it gets, and `state` says so.
    if (state == State::Available)
        return fail(ErrorCode::Storage, u"the keychain could not keep a secret"_s, source);
    return refusal(state);
}

KeychainStore::KeychainStore(const QString &workspaceId)
    : d(std::make_shared<Data>())
{
    d->prefix = workspaceId;
}

KeychainStore::~KeychainStore()
{
    onStateChanged({});
    std::unique_lock lock(d->mutex);
    d->changed.wait_for(lock, graceAtEnd, [this] { return !d->flushing; });
}

State KeychainStore::state()
{
    return d->ask(false, {}, callLimit).value_or(State::Refused);
}

std::optional<State> KeychainStore::lastState() const
{
    const std::lock_guard lock(d->mutex);
    return d->last;
}

domain::Result<QString> KeychainStore::read(const QString &key, std::stop_token stop)
{
    {
        const std::lock_guard lock(d->mutex);
        if (const auto it = d->pending.constFind(key); it != d->pending.cend()) {
            if (it->value)
                return *it->value;
            return fail(ErrorCode::NotFound, u"no secret is kept under that name"_s, source);
        }
    }
    // Asked first: a locked keychain would say that there is no such entry, and might show its dialog.
    const auto state = d->ask(false, stop, callLimit);
    if (!state)
        return noAnswer(stop);
    if (*state == State::Locked || *state == State::Refused)
        return refusal(*state);
    if (*state == State::Absent)
        return fail(ErrorCode::NotFound, u"there is no keychain here"_s, source);
    const auto answer = await<JobAnswer>(stop, callLimit, [full = d->fullKey(key)](QObject *context, std::function<void(JobAnswer)> done) {
        startJob<QKeychain::ReadPasswordJob>(context, full, {}, done);
    });
    if (!answer)
        return noAnswer(stop);
    switch (answer->error) {
    case QKeychain::NoError:
        return answer->text;
    case QKeychain::EntryNotFound:
        return fail(ErrorCode::NotFound, u"no secret is kept under that name"_s, source);
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return refusal(d->note(State::Refused));
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        d->note(State::Absent);
        return fail(ErrorCode::NotFound, u"there is no keychain here"_s, source);
    default:
        return fail(ErrorCode::Storage, u"the keychain could not be read"_s, source);
    }
}

domain::Result<void> KeychainStore::write(const QString &key, const QString &value, std::stop_token stop)
{
    d->put(key, value);
    return d->waitFor(key, stop);
}

domain::Result<void> KeychainStore::remove(const QString &key, std::stop_token stop)
{
    d->put(key, std::nullopt);
    return d->waitFor(key, stop);
}

void KeychainStore::keep(const QString &key, const QString &value) { d->put(key, value); }

void KeychainStore::drop(const QString &key) { d->put(key, std::nullopt); }

domain::Result<void> KeychainStore::waitFor(const QString &key, std::stop_token stop) { return d->waitFor(key, stop); }

domain::Result<void> KeychainStore::unlock(std::stop_token stop)
{
    const auto state = d->ask(true, stop, promptLimit);
    if (!state)
        return noAnswer(stop);
    if (*state == State::Absent)
        return fail(ErrorCode::Unsupported, u"there is no keychain here"_s, source);
    if (*state != State::Available)
        return refusal(*state);
    return {};
}

void KeychainStore::onStateChanged(std::function<void()> changed)
{
    const std::lock_guard lock(d->listenerMutex);
    d->listener = std::move(changed);
}

std::shared_ptr<SecretStore> systemSecrets(const QString &workspaceId)
{
    if (qgetenv("CALLBOARD_KEYCHAIN") == "none")
        return std::make_shared<RunSecrets>();
    return std::make_shared<KeychainStore>(workspaceId);
}

} // namespace callboard::sync
