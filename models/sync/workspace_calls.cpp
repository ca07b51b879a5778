// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/workspacecall.h"

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;

void Workspace::act(const QString &connectionId, const sdk::ActionRequest &request, QObject *context,
    std::function<void(domain::Result<sdk::ActionAnswer>)> done)
{
    const auto handle = d->handles.value(connectionId);
    if (!handle)
        return done(fail(ErrorCode::NotFound, u"there is no connection \"%1\""_s.arg(connectionId), connectionId));
    const auto pullTouched = [this, connectionId, done = std::move(done)](const domain::Result<sdk::ActionAnswer> &answer) {
        for (const QString &feed : answer ? answer->touchedFeeds : QStringList())
            d->scheduler.requestNow({ connectionId, feed });
        done(answer);
        launchDue();
    };
    HostContext::Setup setup { .connectionId = connectionId, .settings = handle->info().settings };
    callConnection<sdk::ActionAnswer>(*d, handle, std::move(setup),
        [request](sdk::Connection &connection, HostContext &host) { return connection.act(request, host); },
        context, pullTouched);
}

void Workspace::mayAct(const QString &connectionId, const sdk::ActionRequest &request, QObject *context,
    std::function<void(domain::Result<sdk::Permission>)> done)
{
    const auto handle = d->handles.value(connectionId);
    if (!handle)
        return done(fail(ErrorCode::NotFound, u"there is no connection \"%1\""_s.arg(connectionId), connectionId));
    HostContext::Setup setup { .connectionId = connectionId, .settings = handle->info().settings };
    callConnection<sdk::Permission>(*d, handle, std::move(setup),
        [request](sdk::Connection &connection, HostContext &host) { return connection.mayAct(request, host); },
        context, std::move(done));
}

std::vector<HostTraffic> Workspace::traffic() const { return d->services.http->traffic(); }

std::vector<RequestLine> Workspace::requestLog(const QString &connectionId) const
{
    return d->services.http->requestLog(connectionId);
}

} // namespace callboard::sync
