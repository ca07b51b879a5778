// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/sources/sourceview.h"

#include "models/sync/networkstate.h"
#include "models/sync/pendingactions.h"
#include "models/sync/proxylogins.h"
#include "ui/kit/sentences.h"
#include "ui/kit/times.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    constexpr int intervalsUntilStale = 3;
    /// Redirects to downloads lead to dozens of hosts, of one name each.
    constexpr size_t mostHosts = 3;

    struct Texts {
        Q_DECLARE_TR_FUNCTIONS(callboard::ui::panes::SourceView)
    };

    /// What the workspace says of all feeds, read once.
    struct Everything {
        std::vector<mirror::FeedState> states;
        std::vector<sync::NextRun> next;
        std::vector<sync::PullProgress> running;
        std::vector<sync::PullReport> reports;
        std::vector<sync::HostTraffic> traffic;
        std::vector<sync::PendingAction> pending;
    };

    template<typename T>
    const T *findFeed(const std::vector<T> &all, const QString &connectionId, const QString &feedId)
    {
        const auto at = std::ranges::find_if(
            all, [&](const T &one) { return one.connectionId == connectionId && one.feedId == feedId; });
        return at == all.end() ? nullptr : &*at;
    }

    /// Whoever it was pulled for: the latest attempt is how it stands.
    mirror::FeedState latest(const std::vector<mirror::FeedState> &all, const QString &connectionId, const QString &feedId)
    {
        mirror::FeedState last;
        for (const mirror::FeedState &state : all) {
            const bool same = state.connectionId == connectionId && state.feedId == feedId;
            if (same && (!last.lastAttempt.isValid() || state.lastAttempt > last.lastAttempt))
                last = state;
        }
        return last;
    }

    FeedView::State stateOf(const FeedView &feed, bool paused, std::chrono::seconds interval)
    {
        using State = FeedView::State;
        if (feed.running)
            return State::Running;
        if (feed.error)
            return State::Failed;
        if (paused)
            return State::Paused;
        if (!feed.lastSuccess.isValid())
            return State::Never;
        const qint64 age = feed.lastSuccess.secsTo(QDateTime::currentDateTimeUtc());
        return age > interval.count() * intervalsUntilStale ? State::Stale : State::Good;
    }

    FeedView readFeed(const sync::Workspace &workspace, const sync::ConnectionInfo &connection, const sync::IntegrationInfo::Feed &feed, const Everything &all)
    {
        FeedView view;
        view.id = feed.id;
        view.name = feed.name.isEmpty() ? feed.id : feed.name;
        const mirror::FeedState state = latest(all.states, connection.id, feed.id);
        view.lastSuccess = state.lastSuccess;
        view.lastAttempt = state.lastAttempt;
        if (state.lastError && state.lastError->code != domain::ErrorCode::Cancelled)
            view.error = state.lastError;
        const auto proxy = view.error ? sync::proxyThatAsks(*view.error) : std::nullopt;
        view.proxyUnread = proxy && workspace.isProxyLoginUnread(*proxy);
        if (const auto *next = findFeed(all.next, connection.id, feed.id))
            view.next = *next;
        if (const auto *running = findFeed(all.running, connection.id, feed.id))
            view.running = *running;
        if (const auto *report = findFeed(all.reports, connection.id, feed.id))
            view.report = *report;
        view.state = stateOf(view, connection.paused, workspace.intervalOf(connection, feed));
        return view;
    }

    /// Those that were really asked: an API is often on another host than the address in the form.
    std::vector<sync::HostTraffic> hostsOf(const QString &connectionId, const Everything &all)
    {
        std::vector<sync::HostTraffic> hosts;
        std::ranges::copy_if(all.traffic, std::back_inserter(hosts),
            [&](const sync::HostTraffic &host) { return host.connections.contains(connectionId); });
        const auto weight = [](const sync::HostTraffic &host) { return std::pair(host.remaining.has_value(), host.requestsToday); };
        std::ranges::stable_sort(hosts, std::ranges::greater(), weight);
        return hosts;
    }

    QStringList waitingFor(const sync::Workspace &workspace, const sync::ConnectionInfo &connection,
        const sync::IntegrationInfo &integration, const Everything &all)
    {
        QStringList lines;
        for (const sync::PendingAction &action : all.pending) {
            if (action.connectionId != connection.id || !action.waiting)
                continue;
            const auto known = std::ranges::find(integration.actions, action.request.actionId, &sync::IntegrationInfo::Action::id);
            const QString name = known == integration.actions.end() ? action.request.actionId : known->name;
            const QString line = QString(name + u' ' + action.request.entityRef).trimmed();
            lines.append(line);
            if (workspace.isOfAnother(action))
                lines.last() = Texts::tr("%1: waits until %2 signs in again").arg(line, action.account.principal);
        }
        return lines;
    }

    /// What the person chose for all sources, or for a network and a battery like these. That there is no network is said of the window.
    QString whyHeld(sync::Workspace &workspace, const QString &connectionId)
    {
        if (workspace.isAllPaused())
            return Texts::tr("All sources are paused: it is read only when you ask");
        const sync::NetworkState &network = workspace.network();
        const sync::Background how = network.background();
        if (how == sync::Background::AsUsual || !network.mayUse() || !workspace.needsNetwork(connectionId))
            return {};
        const bool isRare = how == sync::Background::Rarely;
        if (network.isMetered() && network.policy().metered == how)
            return isRare ? Texts::tr("Read rarely: the network is metered") : Texts::tr("Read only when you ask: the network is metered");
        return isRare ? Texts::tr("Read rarely: power is being saved") : Texts::tr("Read only when you ask: power is being saved");
    }

    /// "in 4 min"; what is due is "now".
    QString inTime(const QDateTime &at)
    {
        const qint64 seconds = QDateTime::currentDateTimeUtc().secsTo(at);
        if (seconds < 10)
            return Texts::tr("next now");
        if (seconds < 90)
            return Texts::tr("next in %n s", nullptr, int(seconds));
        if (seconds < 90 * 60)
            return Texts::tr("next in %n min", nullptr, int((seconds + 30) / 60));
        return Texts::tr("next in %n h", nullptr, int((seconds + 1800) / 3600));
    }

    /// A pull of a feed that asks in turns leaves out most of what nothing happens in. Empty for one that asks for all each time, or nearly so.
    QString roundText(std::chrono::seconds round)
    {
        constexpr qint64 minute = 60, hour = 60 * minute;
        if (round.count() < 2 * minute)
            return {};
        if (round.count() < 90 * minute)
            return Texts::tr("what is idle every %n min", nullptr, int((round.count() + minute - 1) / minute));
        return Texts::tr("what is idle every %n h", nullptr, int((round.count() + hour - 1) / hour));
    }

} // namespace

bool wantsPerson(const domain::Error &error)
{
    return error.code == domain::ErrorCode::Unauthorised || isSecretMissing(error);
}

std::vector<SourceView> readSources(sync::Workspace &workspace)
{
    Everything all;
    all.states = workspace.mirror().feedStates().value_or(std::vector<mirror::FeedState>());
    all.next = workspace.nextRuns();
    all.running = workspace.running();
    all.reports = workspace.lastPulls();
    all.traffic = workspace.traffic();
    all.pending = workspace.pendingActions();
    const auto integrations = workspace.integrations();
    const int otherCiHosts = workspace.ciHosts() - 1;
    std::vector<SourceView> sources;
    for (const sync::ConnectionInfo &connection : workspace.connections()) {
        SourceView source;
        source.id = connection.id;
        source.name = connection.name.isEmpty() ? connection.id : connection.name;
        source.paused = connection.paused;
        source.refusedSince = workspace.refusedSince(connection.id);
        const auto integration = std::ranges::find(integrations, connection.integrationId, &sync::IntegrationInfo::id);
        if (integration == integrations.end()) {
            source.missing = true;
            source.kind = Texts::tr("integration missing");
            sources.push_back(std::move(source));
            continue;
        }
        source.kind = integration->name;
        source.icon = integration->icon;
        source.network = integration->network;
        for (const sync::IntegrationInfo::Feed &feed : integration->feeds) {
            source.feeds.push_back(readFeed(workspace, connection, feed, all));
            const auto &error = source.feeds.back().error;
            source.wantsSignIn = source.wantsSignIn || (integration->network && error && wantsPerson(*error));
        }
        source.hosts = hostsOf(connection.id, all);
        if (otherCiHosts > 0 && integration->isCiHost() && !connection.paused)
            source.pace = Texts::tr("While nothing happens, it shares the requests of one host with %n other(s)", nullptr, otherCiHosts);
        if (!connection.paused)
            source.held = whyHeld(workspace, connection.id);
        source.waiting = waitingFor(workspace, connection, *integration, all);
        for (const sync::IntegrationInfo::Action &action : integration->actions) {
            if (action.scope == "connection"_L1 && integration->enabled)
                source.actions.push_back({ action.id, action.name, action.help });
        }
        sources.push_back(std::move(source));
    }
    return sources;
}

QString nextRunText(const FeedView &feed)
{
    if (feed.state == FeedView::State::Running)
        return {};
    if (feed.next.waiting)
        return Texts::tr("waiting for its turn");
    if (feed.next.live && !feed.error)
        return {};
    if (!feed.next.at.isValid())
        return {};
    const QString round = feed.report ? roundText(feed.report->round) : QString();
    return round.isEmpty() ? inTime(feed.next.at) : inTime(feed.next.at) + u", "_s + round;
}

QString costText(const FeedView &feed)
{
    if (!feed.report)
        return {};
    QStringList parts;
    if (feed.report->requests > 0) {
        parts.append(Texts::tr("%Ln request(s)", nullptr, int(feed.report->requests)));
        parts.append(byteCount(feed.report->wireBytes));
    }
    const double seconds = double(feed.report->took.count()) / 1000;
    const QString took = seconds < 1 ? Texts::tr("%1 ms").arg(feed.report->took.count()) : Texts::tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
    parts.append(Texts::tr("took %1").arg(took));
    return parts.join(u", "_s);
}

QString trafficText(const sync::HostTraffic &host)
{
    const QLocale locale;
    QStringList parts;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (host.restingUntil.isValid() && host.restingUntil > now)
        parts.append(Texts::tr("rests until %1").arg(locale.toString(host.restingUntil.toLocalTime().time(), QLocale::ShortFormat)));
    if (host.remaining && host.limit)
        parts.append(Texts::tr("%1 of %2 requests left").arg(locale.toString(*host.remaining), locale.toString(*host.limit)));
    else if (host.remaining)
        parts.append(Texts::tr("%Ln request(s) left", nullptr, int(*host.remaining)));
    if (host.remaining && host.resetAt.isValid() && host.resetAt > now)
        parts.last() += u' ' + Texts::tr("until %1").arg(locale.toString(host.resetAt.toLocalTime().time(), QLocale::ShortFormat));
    parts.append(Texts::tr("today %Ln request(s), %1", nullptr, int(host.requestsToday)).arg(byteCount(host.bytesToday)));
    return u"%1: %2"_s.arg(host.host, parts.join(u", "_s));
}

QStringList trafficLines(const SourceView &source)
{
    const size_t shown = std::min(source.hosts.size(), mostHosts);
    QStringList lines;
    for (size_t at = 0; at < shown; ++at)
        lines.append(trafficText(source.hosts[at]));
    if (shown < source.hosts.size())
        lines.append(Texts::tr("and %n other host(s)", nullptr, int(source.hosts.size() - shown)));
    return lines;
}

} // namespace callboard::ui::panes
