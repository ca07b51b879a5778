// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/standing.h"

#include "models/sync/proxylogins.h"
#include "models/sync/workspace.h"
#include "ui/kit/sentences.h"
#include "ui/kit/times.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

using Condition = sync::NetworkState::Condition;

struct StandingTexts {
    Q_DECLARE_TR_FUNCTIONS(callboard::ui::Standing)
};

void countFeeds(sync::Workspace &workspace, Standing &standing)
{
    QHash<QString, QString> names;
    for (const sync::ConnectionInfo &connection : workspace.connections())
        names.insert(connection.id, connection.name);
    standing.sources = int(names.size());
    const auto states = workspace.mirror().feedStates();
    if (!states)
        return;
    QSet<QString> failed;
    QSet<QString> unreachable;
    for (const mirror::FeedState &state : *states) {
        if (!names.contains(state.connectionId) || !state.lastError || state.lastError->code == domain::ErrorCode::Cancelled)
            continue;
        if (state.lastError->code == domain::ErrorCode::Offline && !sync::proxyThatAsks(*state.lastError)) {
            unreachable.insert(state.connectionId);
            continue;
        }
        failed.insert(state.connectionId);
        standing.worst = StandingTexts::tr("%1: %2").arg(names.value(state.connectionId), sentence(*state.lastError).what);
    }
    standing.failed = int(failed.size());
    standing.unreachable = int(unreachable.size());
}

QString allAsOf(const Standing &standing)
{
    return standing.asOf.isValid() ? StandingTexts::tr("all data %1").arg(asOfText(standing.asOf)) : StandingTexts::tr("nothing was read yet");
}

} // namespace

Standing standingOf(sync::Workspace &workspace)
{
    using State = Standing::State;
    Standing standing;
    countFeeds(workspace, standing);
    standing.asOf = workspace.mirror().asOf();
    const auto &network = workspace.network();
    standing.condition = network.condition();
    const bool held = !network.mayUse() && (network.isWorkingOffline() || workspace.needsNetwork());
    standing.since = held ? network.since() : QDateTime();
    standing.state = standing.sources == 0      ? State::NoSources
        : standing.failed > 0                   ? State::Failing
        : held || standing.unreachable > 0      ? State::Offline
        : workspace.isAllPaused()               ? State::Paused
        : !workspace.running().empty()          ? State::Reading
                                                : State::Well;
    if (!held)
        standing.condition = Condition::Online;
    return standing;
}

QString offlineText(const Standing &standing)
{
    switch (standing.condition) {
    case Condition::WorkOffline: return StandingTexts::tr("Working offline");
    case Condition::Portal: return StandingTexts::tr("The network wants a sign-in on its own page first");
    case Condition::Suspended:
    case Condition::Offline: return StandingTexts::tr("Offline since %1").arg(asOfMoment(standing.since));
    case Condition::Online: break;
    }
    return standing.unreachable > 0 ? StandingTexts::tr("%n source(s) cannot be reached", nullptr, standing.unreachable) : QString();
}

QString standingText(const Standing &standing)
{
    if (standing.state == Standing::State::NoSources)
        return StandingTexts::tr("No sources yet");
    const QString offline = offlineText(standing);
    if (standing.state == Standing::State::Offline)
        return offline + u", "_s + allAsOf(standing);
    QStringList parts { StandingTexts::tr("%n source(s)", nullptr, standing.sources) };
    if (standing.failed > 0)
        parts.append(StandingTexts::tr("%n failed", nullptr, standing.failed));
    if (!offline.isEmpty())
        parts.append(offline);
    if (standing.state == Standing::State::Paused)
        parts.append(StandingTexts::tr("paused"));
    if (standing.asOf.isValid())
        parts.append(asOfText(standing.asOf));
    return parts.join(u" · ");
}

} // namespace callboard::ui
