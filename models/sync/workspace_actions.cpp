// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/workspacecall.h"

#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;

namespace {

domain::Error unknownConnection(const QString &connectionId)
{
    return { ErrorCode::NotFound, u"there is no connection \"%1\""_s.arg(connectionId), 0, std::nullopt, connectionId };
}

bool declares(const IntegrationInfo &integration, QLatin1StringView actionId)
{
    return std::ranges::any_of(integration.actions, [&](const IntegrationInfo::Action &action) { return action.id == actionId; });
}

IntegrationInfo::Field fieldOf(const sdk::FormField &told)
{
    using Type = IntegrationInfo::Field::Type;
    using Told = sdk::FormField::Type;
    IntegrationInfo::Field field;
    field.id = told.id;
    field.label = told.label.isEmpty() ? told.id : told.label;
    field.help = told.help;
    field.type = told.type == Told::Choice ? Type::Choice : told.type == Told::Boolean ? Type::Boolean : told.type == Told::Secret ? Type::Secret : Type::Text;
    // An editor of a yes or no takes a bool; files write "true", too.
    field.defaultValue = told.type == Told::Boolean ? QJsonValue(told.defaultValue.toVariant().toBool()) : told.defaultValue;
    field.required = told.required;
    field.choices = told.choices;
    return field;
}

/// What was kept goes out as who made it, and as nobody else; where it is not known who that was, as whoever is signed in.
domain::Result<void> requireSignedIn(const QString &madeBy, ConnectionHandle &handle, sdk::Connection &connection, HostContext &host)
{
    const auto now = connection.principal(host);
    if (now)
        handle.notePrincipal(*now);
    if (madeBy.isEmpty() || (now && *now == madeBy))
        return {};
    if (now)
        return fail(ErrorCode::Unauthorised, u"it waits for %1, and %2 is signed in"_s.arg(madeBy, *now), handle.info().id);
    domain::Error why = now.error();
    if (!PendingActions::mayHelpLater(why))
        why.code = ErrorCode::Unauthorised;
    return std::unexpected(why);
}

bool hasSecret(const IntegrationInfo::Action &action)
{
    return std::ranges::any_of(action.fields,
        [](const IntegrationInfo::Field &field) { return field.type == IntegrationInfo::Field::Type::Secret || field.asked; }); // Who knows what is asked.
}

} // namespace

std::optional<IntegrationInfo::Action> Workspace::Data::actionOf(const QString &connectionId, const QString &actionId) const
{
    const ConnectionInfo *info = connection(connectionId);
    const auto integration = info ? host->integration(info->integrationId) : std::nullopt;
    if (!integration)
        return std::nullopt;
    const auto it = std::ranges::find(integration->actions, actionId, &IntegrationInfo::Action::id);
    return it == integration->actions.end() ? std::nullopt : std::optional(*it);
}

bool Workspace::Data::bringsStars(const FeedKey &key) const
{
    const auto feed = feedOf(key);
    return feed && feed->recordTypes.contains(domain::recordtype::star);
}

void Workspace::beginActions()
{
    d->pending = std::make_unique<PendingActions>(*d->mirror,
        [this](const PendingAction &action, PendingActions::Answered done) {
            send(action.connectionId, action.request, this, std::move(done), action.account.principal);
        });
    d->pending->setAccounts([this](const QString &connectionId) {
        const auto handle = d->handles.value(connectionId);
        return handle ? handle->account() : Account();
    });
    d->pending->setHeld([this](const QString &connectionId) {
        const ConnectionInfo *info = d->connection(connectionId);
        return !info || info->paused || !d->mayUse(info->integrationId) || (d->needsNetwork(*info) && !d->network->mayUse());
    });
    connect(this, &Workspace::networkChanged, this, [this] { retryPending(); });
    StarSync::Portals portals;
    portals.keepingStars = [this] {
        QStringList ids;
        for (const ConnectionInfo &info : d->connections) {
            const auto integration = d->mayUse(info.integrationId) ? d->host->integration(info.integrationId) : std::nullopt;
            if (integration && declares(*integration, actionid::star) && declares(*integration, actionid::unstar))
                ids.append(info.id);
        }
        return ids;
    };
    portals.portalOf = [this](const QString &ref) {
        const auto snapshot = d->mirror->snapshot();
        const mirror::Row row = snapshot->find(ref);
        return row == mirror::noRow ? QString() : snapshot->string(snapshot->connectionId(row)).toString();
    };
    d->stars = std::make_unique<StarSync>(*d->mirror, *d->pending, std::move(portals));
    connect(d->pending.get(), &PendingActions::changed, this, &Workspace::pendingActionsChanged);
    connect(d->pending.get(), &PendingActions::givenUp, this, [this](const PendingAction &action, const domain::Error &why) {
        noteLog(action.connectionId, u"%1 %2 was given up: %3: %4"_s.arg(action.request.actionId, action.request.entityRef, domain::name(why.code), why.detail));
        Q_EMIT pendingActionGivenUp(action, why);
    });
    connect(d->stars.get(), &StarSync::starredChanged, this, &Workspace::starredChanged);
    connect(d->mirror.get(), &mirror::Mirror::snapshotChanged, this, [this] { d->stars->reconcile(); });
    if (!d->options.schedule)
        return;
    // Behind the first paint.
    QTimer::singleShot(0, this, [this] {
        retryPending();
        d->stars->reconcile();
    });
}

/// The connection was just reached.
void Workspace::afterPull(const FeedKey &key)
{
    if (d->bringsStars(key)) {
        mirror::FeedState latest;
        for (const mirror::FeedState &state : d->mirror->feedStates().value_or(std::vector<mirror::FeedState>())) {
            const bool isOfFeed = state.connectionId == key.connectionId && state.feedId == key.feedId;
            if (isOfFeed && !state.lastError && (!latest.lastSuccess.isValid() || state.lastSuccess > latest.lastSuccess))
                latest = state;
        }
        const auto records = d->mirror->recordsOf(QString(domain::recordtype::star), key.connectionId, key.feedId, latest.principal);
        if (records && latest.lastSuccess.isValid()) {
            QStringList remote;
            for (const domain::Record &record : *records)
                remote.append(record.key);
            d->stars->pullCompleted(key.connectionId, latest.principal, remote);
        }
    }
    d->docsAfterPull(key);
    d->stars->reconcile(); // What could not be told a moment ago may be now.
    d->pending->flush(key.connectionId);
    if (d->pending->waitingCount(key.connectionId) > 0)
        Q_EMIT pendingActionsChanged(); // Who is signed in may be known only now, and with that what waits for another.
}

void Workspace::act(const QString &connectionId, const sdk::ActionRequest &request, QObject *context,
    std::function<void(domain::Result<sdk::ActionAnswer>)> done)
{
    const auto action = d->actionOf(connectionId, request.actionId);
    // A secret is kept nowhere but in the keychain, so what holds one cannot wait.
    if (!action || !action->queued || request.dryRun || hasSecret(*action))
        return send(connectionId, request, context, std::move(done));
    const bool isStar = request.actionId == actionid::star;
    const bool chosen = (isStar || request.actionId == actionid::unstar) && d->stars->choose(request.entityRef, isStar);
    const QPointer<QObject> alive(context);
    d->pending->add(connectionId, request, [alive, done = std::move(done)](const domain::Result<sdk::ActionAnswer> &answer) {
        if (alive)
            done(answer);
    });
    if (chosen) // When it is on its way: who hears of it reconciles, and finds nothing missing.
        Q_EMIT starredChanged();
}

/// `madeBy`: of what was kept, by whom; may be empty. Of what is done at once nothing: whoever is signed in does it.
void Workspace::send(const QString &connectionId, const sdk::ActionRequest &request, QObject *context,
    std::function<void(domain::Result<sdk::ActionAnswer>)> done, const std::optional<QString> &madeBy)
{
    const auto handle = d->handles.value(connectionId);
    if (!handle)
        return done(std::unexpected(unknownConnection(connectionId)));
    if (const auto may = d->mayAskNow(handle->info()); !may)
        return done(std::unexpected(may.error()));
    const auto action = d->actionOf(connectionId, request.actionId);
    const bool isLater = action && action->later && !request.dryRun;
    const auto pullTouched = [this, connectionId, isLater, done = std::move(done)](domain::Result<sdk::ActionAnswer> answer) {
        if (answer)
            answer->kept = false;
        const QStringList touched = answer ? answer->touchedFeeds : QStringList();
        if (isLater)
            pullAgainSoon(connectionId, touched);
        for (const QString &feed : touched)
            d->scheduler.requestNow({ connectionId, feed });
        done(answer);
        launchDue();
    };
    HostContext::Setup setup { .connectionId = connectionId, .settings = handle->info().settings, .onLog = logTo(connectionId) };
    // What goes by the clock and not by a person's hand waits where a host wants to be left alone.
    const bool byClock = action && action->scope == "usage"_L1 && !request.dryRun;
    const auto call = [request, madeBy, handle](sdk::Connection &connection, HostContext &host) -> domain::Result<sdk::ActionAnswer> {
        if (const auto may = madeBy ? requireSignedIn(*madeBy, *handle, connection, host) : domain::Result<void>(); !may)
            return std::unexpected(may.error());
        return connection.act(request, host);
    };
    callConnection<sdk::ActionAnswer>(
        *d, handle, std::move(setup), call, context, pullTouched, byClock ? Urgency::Background : Urgency::Person);
}

/// What was just asked for shows when the other side has done it: a Backstage takes a second to read what it was told of.
void Workspace::pullAgainSoon(const QString &connectionId, const QStringList &feeds)
{
    if (!d->options.schedule)
        return;
    for (const auto delay : { 2s, 5s, 15s }) {
        QTimer::singleShot(delay, this, [this, connectionId, feeds] {
            for (const QString &feed : feeds)
                d->scheduler.requestNow({ connectionId, feed });
            launchDue();
        });
    }
}

void Workspace::mayAct(const QString &connectionId, const sdk::ActionRequest &request, QObject *context,
    std::function<void(domain::Result<sdk::Permission>)> done)
{
    const auto handle = d->handles.value(connectionId);
    if (!handle)
        return done(std::unexpected(unknownConnection(connectionId)));
    if (const auto may = d->mayAskNow(handle->info()); !may)
        return done(std::unexpected(may.error()));
    HostContext::Setup setup { .connectionId = connectionId, .settings = handle->info().settings };
    callConnection<sdk::Permission>(*d, handle, std::move(setup),
        [request](sdk::Connection &connection, HostContext &host) { return connection.mayAct(request, host); },
        context, std::move(done));
}

void Workspace::actionForm(const QString &connectionId, const sdk::ActionRequest &request, QObject *context,
    std::function<void(domain::Result<std::vector<IntegrationInfo::Field>>)> done)
{
    const auto handle = d->handles.value(connectionId);
    if (!handle)
        return done(std::unexpected(unknownConnection(connectionId)));
    if (const auto may = d->mayAskNow(handle->info()); !may)
        return done(std::unexpected(may.error()));
    HostContext::Setup setup { .connectionId = connectionId, .settings = handle->info().settings };
    const auto call = [request](sdk::Connection &connection, HostContext &host) -> domain::Result<std::vector<IntegrationInfo::Field>> {
        const auto told = connection.actionForm(request, host);
        if (!told)
            return std::unexpected(told.error());
        std::vector<IntegrationInfo::Field> fields;
        std::ranges::transform(*told, std::back_inserter(fields), fieldOf);
        return fields;
    };
    callConnection<std::vector<IntegrationInfo::Field>>(*d, handle, std::move(setup), call, context, std::move(done));
}

std::vector<PendingAction> Workspace::pendingActions() const { return d->pending->all(); }

bool Workspace::isOfAnother(const PendingAction &action) const { return d->pending->isOfAnother(action); }

bool Workspace::cancelPending(qint64 id) { return d->pending->cancel(id); }

void Workspace::retryPending(const QString &connectionId)
{
    for (const ConnectionInfo &info : std::vector<ConnectionInfo>(d->connections)) {
        if (connectionId.isEmpty() || info.id == connectionId)
            d->pending->flush(info.id);
    }
}

void Workspace::starChanged(const QString &canonicalRef) { d->stars->localChanged(canonicalRef); }

bool Workspace::isStarWaiting(const QString &canonicalRef) const { return d->stars->isWaiting(canonicalRef); }

} // namespace callboard::sync
