// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The file of connections. It follows what is shown on a thread of its own; what follows from a change (secrets, pulls, erasing) waits
// for it, so that a kill in between leaves nothing that belongs to no connection.
#include "models/sync/workspacecall.h"

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;

ConnectionContent Workspace::Data::content() const
{
    return { connections, leaving, outdated };
}

/// `next` is shown at once. `then` is called on this thread when it is on disk, or could not be written and was taken back.
domain::Result<void> Workspace::saveConnections(ConnectionContent next, SaveStep then)
{
    const bool waits = !d->options.schedule; // A one-shot command has no window to keep fluid, and tells by its exit code.
    if (waits) {
        if (const auto saved = d->store->save(next); !saved) {
            then(saved);
            return saved;
        }
        d->saved = next;
    }
    d->connections = next.connections;
    d->leaving = next.leaving;
    d->outdated = next.outdated;
    if (waits) {
        Q_EMIT connectionsChanged();
        then({});
        return {};
    }
    const quint64 number = ++d->saves.last;
    d->saves.steps.emplace_back(number, std::move(then));
    const auto written = [this, number, next](const domain::Result<void> &result) {
        {
            const std::lock_guard lock(d->saves.mutex);
            d->saves.outcomes.push_back({ number, next, result });
        }
        QMetaObject::invokeMethod(this, &Workspace::settleSaves, Qt::QueuedConnection);
    };
    d->saver->save(d->store->path(), d->store->file(next), written);
    Q_EMIT connectionsChanged();
    return {};
}

void Workspace::settleSaves()
{
    std::vector<SavesOfConnections::Outcome> outcomes;
    {
        const std::lock_guard lock(d->saves.mutex);
        outcomes.swap(d->saves.outcomes);
    }
    for (SavesOfConnections::Outcome &outcome : outcomes) {
        if (outcome.result)
            d->saved = std::move(outcome.content);
        else if (outcome.number < d->saves.last)
            continue; // It is part of what is written next.
        else
            takeBack();
        auto &steps = d->saves.steps;
        while (!steps.empty() && steps.front().first <= outcome.number) {
            const SaveStep step = std::move(steps.front().second);
            steps.pop_front();
            step(outcome.result);
        }
    }
}

/// What is shown becomes what is on disk.
void Workspace::takeBack()
{
    const auto wanted = std::exchange(d->connections, d->saved.connections);
    d->leaving = d->saved.leaving;
    d->outdated = d->saved.outdated;
    for (const ConnectionInfo &info : wanted) {
        if (!d->connection(info.id))
            d->handles.remove(info.id);
    }
    for (const ConnectionInfo &info : std::vector<ConnectionInfo>(d->connections)) {
        if (!d->handles.contains(info.id))
            d->schedule(info);
        d->scheduler.setPaused(info.id, info.paused || !d->mayUse(info.integrationId));
    }
    Q_EMIT connectionsChanged();
    Q_EMIT scheduleChanged();
    launchDue();
}

void Workspace::whenSaved(QObject *context, std::function<void(domain::Result<void>)> done)
{
    if (d->saves.steps.empty())
        return done({});
    d->saves.steps.emplace_back(d->saves.last, [alive = QPointer(context), done = std::move(done)](const domain::Result<void> &saved) {
        if (alive)
            done(saved);
    });
}

QStringList Workspace::leavingConnections() const
{
    QStringList ids;
    for (const ConnectionInfo &info : d->leaving)
        ids.append(info.id);
    return ids;
}

/// All that is kept of a connection that is on no list any more. It stays on that of the leaving ones until its records and its secrets are
/// gone: what a kill, or a locked keychain, leaves is for the next start.
domain::Result<void> Workspace::eraseConnection(const ConnectionInfo &gone)
{
    d->pending->forget(gone.id);
    d->stars->forget(gone.id);
    const auto kept = std::make_shared<int>(2);
    const auto erased = [this, id = gone.id, kept](const domain::Result<void> &result) {
        if (!result) {
            qWarning("cannot erase what was kept of %s: %s", qPrintable(id), qPrintable(result.error().detail));
            return;
        }
        if (--*kept > 0)
            return;
        auto next = d->content();
        std::erase_if(next.leaving, [&](const ConnectionInfo &info) { return info.id == id; });
        (void)saveConnections(std::move(next));
    };
    d->forgetSecrets(*this, gone, erased);
    return d->eraseRecords(gone.id, erased);
}

domain::Result<void> Workspace::Data::eraseRecords(const QString &connectionId, SaveStep done)
{
    // Closing waits for what its pulls are in the middle of, and a large catalog is not erased in a moment.
    const auto erase = [contexts = pulls->contextsOf(connectionId), connectionId, store = mirror.get()] {
        for (const auto &context : contexts)
            context->close();
        return store->removeConnection(connectionId);
    };
    if (!options.schedule) {
        const auto result = erase();
        done(result);
        return result;
    }
    ++erasing;
    auto context = std::make_shared<HostContext>(HostContext::Setup {});
    pulls->start(context, [this, context, erase, done] {
        domain::Result<void> result = fail(ErrorCode::Cancelled, u"the workspace was closed"_s);
        context->whileOpen([&](mirror::Mirror *) { result = erase(); }); // The mirror is there until it is closed.
        PullOutcome outcome;
        outcome.deliver = [this, done, result] {
            --erasing;
            done(result);
        };
        return outcome;
    });
    return {};
}

// What a kill, or a locked keychain, leaves is for the next start.
void Workspace::Data::forgetOutdated(Workspace &of, const QString &connectionId, std::function<void()> then)
{
    const ConnectionInfo *info = connection(connectionId);
    if (!info)
        return;
    forgetSecrets(of, *info, [this, &of, connectionId, then = std::move(then)](const domain::Result<void> &forgotten) {
        then();
        if (!forgotten)
            return;
        auto next = content();
        next.outdated.removeOne(connectionId);
        (void)of.saveConnections(std::move(next));
    });
}

} // namespace callboard::sync
