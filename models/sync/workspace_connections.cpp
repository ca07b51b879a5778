// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/settingscheck.h"
#include "models/sync/workspacecall.h"

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;

QJsonObject completed(const IntegrationInfo &integration, const QJsonObject &typed)
{
    QJsonObject settings = typed;
    for (const IntegrationInfo::Field &field : integration.fields) {
        if (field.type == IntegrationInfo::Field::Type::Secret)
            settings.remove(field.id);
        else if (!settings.contains(field.id) && !field.defaultValue.isUndefined())
            settings.insert(field.id, field.defaultValue);
    }
    return settings;
}

std::vector<ConnectionInfo> Workspace::connections() const
{
    return d->connections;
}

domain::Result<QString> Workspace::addConnection(
    const QString &integrationId, const QString &name, const QJsonObject &settings, const Secrets &secrets, bool paused)
{
    const auto integration = d->host->integration(integrationId);
    if (!integration)
        return fail(ErrorCode::NotFound, u"there is no integration \"%1\" here"_s.arg(integrationId), integrationId);
    if (integration->state == IntegrationInfo::State::Refused)
        return fail(ErrorCode::Unsupported, integration->reason, integrationId);
    if (const auto good = requireGood(*integration, completed(*integration, settings)); !good)
        return std::unexpected(good.error());

    ConnectionInfo info;
    info.id = d->store->newId(integrationId, d->connections);
    info.integrationId = integrationId;
    info.name = name.trimmed().isEmpty() ? integration->name : name.trimmed();
    info.settings = completed(*integration, settings);
    info.paused = paused;
    auto next = d->content();
    next.connections.push_back(info);
    d->handles.insert(info.id, std::make_shared<ConnectionHandle>(info, d->host, d->options.alphaModel));
    d->arriving.insert(info.id, true);
    const auto saved = saveConnections(std::move(next), [this, id = info.id, secrets](const domain::Result<void> &result) {
        const bool pulls = d->arriving.take(id);
        const ConnectionInfo *now = result ? d->connection(id) : nullptr;
        if (!now) {
            d->handles.remove(id);
            return;
        }
        d->keepSecrets(id, secrets);
        d->neverProbed.insert(id);
        d->schedule(*now, pulls ? FirstPull::AsDue : FirstPull::Later);
        if (pulls && !now->paused)
            pullNow(id);
        else
            launchDue();
    });
    if (!saved)
        return std::unexpected(saved.error());
    return info.id;
}

domain::Result<void> Workspace::removeConnection(const QString &connectionId)
{
    const ConnectionInfo *known = d->connection(connectionId);
    if (!known)
        return fail(ErrorCode::NotFound, u"there is no connection \"%1\""_s.arg(connectionId), connectionId);
    const ConnectionInfo gone = *known;
    auto next = d->content();
    std::erase_if(next.connections, [&](const ConnectionInfo &info) { return info.id == connectionId; });
    next.leaving.push_back(gone);
    next.outdated.removeAll(connectionId);
    const auto erase = [this, gone] {
        letGo(gone.id);
        return eraseConnection(gone);
    };
    if (!d->options.schedule) {
        const auto removed = saveConnections(std::move(next));
        return removed ? erase() : removed;
    }
    const auto removed = saveConnections(std::move(next), [erase](const domain::Result<void> &saved) {
        if (saved)
            (void)erase();
    });
    letGo(connectionId);
    return removed;
}

/// Nothing of it runs any more, or will.
void Workspace::letGo(const QString &connectionId)
{
    cancelSignIn(connectionId);
    d->scheduler.removeConnection(connectionId);
    d->pulls->requestStop([&](const FeedKey &key) { return key.connectionId == connectionId; });
    d->live->stop(connectionId);
    d->handles.remove(connectionId);
    d->neverProbed.remove(connectionId);
    d->logs.remove(connectionId);
    d->refusals->forget(connectionId);
    d->lastPulls.removeIf([&](const auto &entry) { return entry.key().connectionId == connectionId; });
}

// Its feeds begin anew: what they were in the middle of was asked of somebody else, maybe as somebody else.
domain::Result<void> Workspace::editConnection(
    const QString &connectionId, const QString &name, const QJsonObject &settings, const Secrets &secrets)
{
    const ConnectionInfo *known = d->connection(connectionId);
    if (!known)
        return fail(ErrorCode::NotFound, u"there is no connection \"%1\""_s.arg(connectionId), connectionId);
    const auto integration = d->host->integration(known->integrationId);
    if (!integration)
        return fail(ErrorCode::NotFound, u"there is no integration \"%1\" here"_s.arg(known->integrationId), known->integrationId);
    QJsonObject typed = settings;
    if (!typed.contains("signIn"_L1) && known->settings.contains("signIn"_L1))
        typed.insert("signIn"_L1, known->settings["signIn"_L1]);
    typed = completed(*integration, typed);
    if (const auto good = requireGood(*integration, typed); !good)
        return good;
    const bool sameServers = asksSameServers(*integration, known->settings, typed);
    // Any setting may say who it is: the form of Jenkins asks for the user's name.
    const bool samePerson = secrets.isEmpty() && typed == known->settings;
    const bool sameName = name.trimmed().isEmpty() || name.trimmed() == known->name;
    if (sameName && samePerson)
        return {};
    auto next = d->content();
    const auto it = std::ranges::find(next.connections, connectionId, &ConnectionInfo::id);
    it->name = name.trimmed().isEmpty() ? it->name : name.trimmed();
    it->settings = typed;
    // What was kept was told to others, and is theirs.
    if (!sameServers)
        next.outdated.append(connectionId);
    const SignedIn who = samePerson ? SignedIn::AsBefore : SignedIn::Unknown;
    return saveConnections(std::move(next), [this, connectionId, sameServers, who, typed, secrets](const domain::Result<void> &saved) {
        if (!saved || !d->connection(connectionId))
            return;
        const auto goOn = [this, connectionId, sameServers, who, typed, secrets] {
            const ConnectionInfo *now = d->connection(connectionId);
            const auto known = now ? d->host->integration(now->integrationId) : std::nullopt;
            // Unless it was changed again meanwhile.
            if (known && asksSameServers(*known, typed, now->settings))
                d->keepSecrets(connectionId, secrets);
            restartConnection(connectionId, who);
            if (!sameServers)
                d->stars->reconcile(); // Before the next star: those that are there were set at the former server.
        };
        if (sameServers)
            return goOn();
        cancelSignIn(connectionId);
        // What waits was meant for the former server, as its secrets were.
        if (const int waiting = d->pending->waitingCount(connectionId))
            noteLog(connectionId, u"%1 change(s) that waited for the former address are not sent"_s.arg(waiting));
        d->pending->forget(connectionId);
        d->forgetOutdated(*this, connectionId, goOn);
    });
}

/// With the settings and secrets as they are now.
void Workspace::restartConnection(const QString &connectionId, SignedIn who, bool pulls)
{
    const ConnectionInfo *info = d->connection(connectionId);
    if (!info)
        return;
    const Account before = d->handles.contains(connectionId) ? d->handles.value(connectionId)->account() : Account();
    const auto handle = std::make_shared<ConnectionHandle>(*info, d->host, d->options.alphaModel);
    // A change of servers may still be waiting for the keychain: then whoever is known is known there.
    if (who == SignedIn::AsBefore && before.servers == handle->account().servers)
        handle->notePrincipal(before.principal);
    d->handles.insert(connectionId, handle);
    d->live->stop(connectionId);
    cancelPulls(connectionId);
    // One that runs is pulled once more when it has stopped.
    if (pulls && !info->paused)
        pullNow(connectionId);
}

void Workspace::Data::keepSecrets(const QString &connectionId, const Secrets &secrets) const
{
    for (auto it = secrets.cbegin(); it != secrets.cend(); ++it) {
        const QString key = SecretStore::keyOf(connectionId, it.key());
        if (it.value().isEmpty())
            services.secrets->drop(key);
        else
            services.secrets->keep(key, it.value());
    }
}

domain::Result<void> Workspace::changeConnection(
    const QString &connectionId, const std::function<void(ConnectionInfo &)> &change, SaveStep then)
{
    auto next = d->content();
    const auto it = std::ranges::find(next.connections, connectionId, &ConnectionInfo::id);
    if (it == next.connections.end())
        return fail(ErrorCode::NotFound, u"there is no connection \"%1\""_s.arg(connectionId), connectionId);
    change(*it);
    return saveConnections(std::move(next), std::move(then));
}

domain::Result<void> Workspace::renameConnection(const QString &connectionId, const QString &name)
{
    if (name.trimmed().isEmpty())
        return fail(ErrorCode::Invalid, u"a connection needs a name"_s, connectionId);
    return changeConnection(connectionId, [&](ConnectionInfo &info) { info.name = name.trimmed(); });
}

domain::Result<void> Workspace::setPaused(const QString &connectionId, bool paused)
{
    const auto changed = changeConnection(connectionId, [&](ConnectionInfo &info) { info.paused = paused; });
    if (!changed)
        return changed;
    d->scheduler.setPaused(connectionId, paused || !d->mayUse(d->connection(connectionId)->integrationId));
    if (paused) {
        d->live->stop(connectionId);
        d->refusals->forget(connectionId); // Nobody refuses what is not asked for.
    } else {
        d->requestLiveFeeds(connectionId);
        d->pending->flush(connectionId);
    }
    launchDue();
    Q_EMIT scheduleChanged();
    return {};
}

QDateTime Workspace::refusedSince(const QString &connectionId) const { return d->refusals->askedAbout(connectionId); }

void Workspace::keepRefused(const QString &connectionId)
{
    d->refusals->settle(connectionId);
    Q_EMIT connectionsChanged();
}

domain::Result<void> Workspace::eraseBrought(const QString &connectionId)
{
    const ConnectionInfo *info = d->connection(connectionId);
    if (!info)
        return fail(ErrorCode::NotFound, u"there is no connection \"%1\""_s.arg(connectionId), connectionId);
    if (d->scheduler.isShut(connectionId))
        return {}; // It is being erased already.
    // No pull begins while it is erased: it would be in the middle of what goes. Whether it is paused is the person's alone.
    d->scheduler.setShut(connectionId, true);
    d->live->stop(connectionId);
    cancelPulls(connectionId);
    return d->eraseRecords(connectionId, [this, connectionId](const domain::Result<void> &erased) {
        d->scheduler.setShut(connectionId, false);
        if (!d->connection(connectionId))
            return;
        if (erased) {
            d->refusals->settle(connectionId);
            Q_EMIT broughtErased(connectionId);
        } else {
            noteLog(connectionId, u"what it brought could not be erased: %1"_s.arg(erased.error().detail));
        }
        d->lastPulls.removeIf([&](const auto &entry) { return entry.key().connectionId == connectionId; });
        std::vector<FeedKey> asked; // Meanwhile, and of a paused one too.
        for (const Scheduler::Next &next : d->scheduler.next()) {
            if (next.requested && next.key.connectionId == connectionId)
                asked.push_back(next.key);
        }
        const ConnectionInfo *info = d->connection(connectionId);
        const bool pullsAll = !d->allPaused && info && !info->paused; // And with that what was asked for.
        restartConnection(connectionId, SignedIn::AsBefore, !d->allPaused);
        for (const FeedKey &key : asked) {
            if (!pullsAll)
                d->scheduler.requestNow(key);
        }
        launchDue();
        Q_EMIT connectionsChanged();
    });
}

int Workspace::askToEraseAfter() const { return d->refusals->days(); }

domain::Result<void> Workspace::setAskToEraseAfter(int days) { return d->refusals->setDays(days); }

void Workspace::probe(const QString &integrationId, const QJsonObject &settings, const Secrets &secrets, QObject *context,
    std::function<void(domain::Result<sdk::ProbeReport>)> done, const QString &savedAs)
{
    callTyped<sdk::ProbeReport>(
        *d, integrationId, settings, secrets,
        [](sdk::Connection &connection, HostContext &host) { return connection.probe(host); }, context, std::move(done), savedAs);
}

} // namespace callboard::sync
