// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/insights/usagesharing.h"

#include "models/sync/networkstate.h"
#include "plugins/sdk/integration.h"
#include "ui/kit/commands.h"

#include <QJsonArray>

#include <algorithm>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using insights::ShareAnswer;
using insights::ShareRequest;
using insights::UsageSharer;

namespace {

    /// The action of a connection that takes a person's use; empty where it has none, or may not be used.
    QString shareAction(const sync::Workspace &workspace, const QString &connectionId)
    {
        const auto connections = workspace.connections();
        const auto connection = std::ranges::find(connections, connectionId, &sync::ConnectionInfo::id);
        if (connection == connections.end())
            return {};
        const auto integrations = workspace.integrations();
        const auto integration = std::ranges::find(integrations, connection->integrationId, &sync::IntegrationInfo::id);
        if (integration == integrations.end() || !integration->enabled)
            return {};
        const auto action = std::ranges::find(integration->actions, "usage"_L1, &sync::IntegrationInfo::Action::scope);
        return action == integration->actions.end() ? QString() : action->id;
    }

    QStringList connectionIds(const sync::Workspace &workspace)
    {
        QStringList ids;
        for (const sync::ConnectionInfo &connection : workspace.connections())
            ids.append(connection.id);
        return ids;
    }

    QStringList takerIds(const sync::Workspace &workspace)
    {
        QStringList ids = connectionIds(workspace);
        ids.removeIf([&](const QString &id) { return shareAction(workspace, id).isEmpty(); });
        return ids;
    }

    UsageSharer::Pace paceOf(sync::Workspace &workspace, const QString &connectionId)
    {
        using Pace = UsageSharer::Pace;
        const auto connections = workspace.connections();
        const auto connection = std::ranges::find(connections, connectionId, &sync::ConnectionInfo::id);
        const bool isPaused = connection == connections.end() || connection->paused || workspace.isAllPaused();
        if (isPaused || workspace.isSafeMode() || shareAction(workspace, connectionId).isEmpty())
            return Pace::Held;
        if (!workspace.needsNetwork(connectionId))
            return Pace::AsUsual;
        if (!workspace.network().mayUse())
            return Pace::Held;
        switch (workspace.network().background()) {
        case sync::Background::AsUsual: return Pace::AsUsual;
        case sync::Background::Rarely: return Pace::Rarely;
        case sync::Background::ByHand: break;
        }
        return Pace::Held;
    }

    sdk::ActionRequest actionRequest(const QString &actionId, const ShareRequest &request)
    {
        QJsonArray events;
        for (const domain::UsageEvent &event : request.events) {
            events.append(QJsonObject { { u"at"_s, event.at }, { u"deed"_s, domain::usageDeedName(event.deed) }, { u"what"_s, event.what },
                { u"about"_s, event.about }, { u"hits"_s, event.hits } });
        }
        sdk::ActionRequest asked { .actionId = actionId, .entityRef = {}, .values = { { u"events"_s, events } }, .dryRun = request.dryRun };
        if (!request.agreed.user.isEmpty()) {
            asked.values.insert(u"user"_s, request.agreed.user);
            asked.values.insert(u"address"_s, request.agreed.address);
        }
        return asked;
    }

    ShareAnswer shareAnswer(const QJsonObject &details)
    {
        ShareAnswer answer;
        answer.terms = { details["user"_L1].toString(), details["address"_L1].toString() };
        answer.taken = details["taken"_L1].toBool();
        for (const QJsonValue &event : details["events"_L1].toArray())
            answer.sent.push_back(event.toObject());
        return answer;
    }

    void ask(sync::Workspace &workspace, QObject *context, const ShareRequest &request, std::function<void(domain::Result<ShareAnswer>)> done)
    {
        const QString actionId = shareAction(workspace, request.connectionId);
        if (actionId.isEmpty())
            return done(domain::fail(domain::ErrorCode::Unsupported, u"this connection takes nobody's use"_s, request.connectionId));
        workspace.act(request.connectionId, actionRequest(actionId, request), context, [done = std::move(done)](const domain::Result<sdk::ActionAnswer> &answer) {
            if (answer)
                done(shareAnswer(answer->details));
            else
                done(std::unexpected(answer.error()));
        });
    }

} // namespace

UsageSharer &usageSharing(PaneContext context)
{
    if (auto *known = context.commands.findChild<UsageSharer *>(Qt::FindDirectChildrenOnly))
        return *known;
    sync::Workspace &workspace = context.workspace;
    UsageSharer::Ways ways;
    ways.takers = [&workspace] { return takerIds(workspace); };
    // One that is being erased is not gone yet: what else knows its entities is seen behind that.
    ways.connections = [&workspace] { return connectionIds(workspace) + workspace.leavingConnections(); };
    ways.pace = [&workspace](const QString &id) { return paceOf(workspace, id); };
    ways.ask = [&workspace, commands = &context.commands](const ShareRequest &request, std::function<void(domain::Result<ShareAnswer>)> done) {
        ask(workspace, commands, request, std::move(done));
    };
    auto *sharer = new UsageSharer(workspace.mirror(), std::move(ways), &context.commands);
    for (const auto signal : { &sync::Workspace::connectionsChanged, &sync::Workspace::integrationsChanged, &sync::Workspace::networkChanged })
        QObject::connect(&workspace, signal, sharer, &UsageSharer::review);
    QObject::connect(&workspace, &sync::Workspace::allPausedChanged, sharer, &UsageSharer::review);
    return *sharer;
}

void resumeUsageSharing(PaneContext context)
{
    if (UsageSharer::isWanted(context.workspace.mirror()))
        usageSharing(context);
}

} // namespace callboard::ui::panes
