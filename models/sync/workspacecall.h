// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/settingscheck.h"
#include "models/sync/workspacedata.h"

#include <QPointer>

namespace callboard::sync {

/// Settings as typed: what was left out takes its default, secrets are taken out.
QJsonObject completed(const IntegrationInfo &integration, const QJsonObject &typed);

/// Invalid where an address among settings that were only typed holds a password: it is used for nothing, and repeated nowhere.
domain::Result<void> requireNoCredentials(const IntegrationInfo &integration, const QJsonObject &typed);

/// Runs `call(sdk::Connection &, HostContext &)` on a thread of its own, and `done` with its result on the workspace's,
/// unless `receiver` is gone by then. Returns the context, to ask it to stop.
template<typename T, typename Call>
std::shared_ptr<HostContext> callConnection(Workspace::Data &d, std::shared_ptr<ConnectionHandle> handle,
    HostContext::Setup setup, Call call, QObject *receiver, std::function<void(domain::Result<T>)> done, Urgency urgency = Urgency::Person)
{
    setup.services = d.services;
    setup.urgency = urgency;
    auto context = std::make_shared<HostContext>(std::move(setup));
    const QPointer<QObject> alive(receiver);
    d.pulls->start(context, [handle, context, alive, call = std::move(call), done = std::move(done)] {
        auto result = [&]() -> domain::Result<T> {
            const auto connection = handle->connection();
            if (!connection)
                return std::unexpected(connection.error());
            return callIntegration<T>(*handle->host(), handle->info().integrationId, [&] { return call(**connection, *context); });
        }();
        if (!result)
            result = std::unexpected(context->withoutSecrets(result.error()));
        PullOutcome outcome;
        outcome.deliver = [alive, done, result = std::move(result)] {
            if (alive)
                done(result);
        };
        return outcome;
    });
    return context;
}

/// The same for a connection as it is typed into a form. `savedAs`: whose kept secrets count where none was typed, if they are for
/// the same servers.
template<typename T, typename Call>
std::shared_ptr<HostContext> callTyped(Workspace::Data &d, const QString &integrationId, const QJsonObject &settings,
    const Secrets &secrets, Call call, QObject *receiver, std::function<void(domain::Result<T>)> done,
    const QString &savedAs = {})
{
    ConnectionInfo typed;
    typed.integrationId = integrationId;
    const auto integration = d.host->integration(integrationId);
    if (const auto good = integration ? requireNoCredentials(*integration, settings) : domain::Result<void>(); !good) {
        QMetaObject::invokeMethod(receiver, [done = std::move(done), good] { done(std::unexpected(good.error())); }, Qt::QueuedConnection);
        return nullptr;
    }
    typed.settings = integration ? completed(*integration, settings) : settings;
    // Whoever only types another address is told nothing that was kept for this one. The handle's settings are those that the secrets
    // are for: a change that is not on disk yet has not forgotten them.
    const auto saved = d.handles.value(savedAs);
    const bool counts = integration && saved && saved->info().integrationId == integrationId
        && asksSameServers(*integration, saved->info().settings, typed.settings);
    HostContext::Setup setup { .connectionId = counts ? savedAs : QString(), .settings = typed.settings, .typedSecrets = secrets };
    auto handle = std::make_shared<ConnectionHandle>(typed, d.host, d.options.alphaModel);
    return callConnection<T>(d, std::move(handle), std::move(setup), std::move(call), receiver, std::move(done));
}

} // namespace callboard::sync
