// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/syncreport.h"
#include "models/sync/workspacedata.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::Error;
using domain::ErrorCode;

namespace {

/// Pulls that somebody waits for.
struct Awaited {
    explicit Awaited(Workspace &workspace)
        : report(workspace, SyncReport::Counted::Pulls)
    {
    }
    void noteBegun(const FeedKey &key)
    {
        if (const auto at = left.find(key); at != left.end())
            *at = true;
    }
    void noteFinished(const FeedKey &key)
    {
        if (left.value(key))
            left.remove(key);
    }
    void dropWhatWillNotBegin(const Workspace::Data &d);

    SyncReport report;
    QHash<FeedKey, bool> left; ///< Whether it has begun.
    QHash<FeedKey, Error> unpulled;
};

void Awaited::dropWhatWillNotBegin(const Workspace::Data &d)
{
    const Error why = d.network->mayUse() ? Error { ErrorCode::Cancelled, u"stopped, or switched off, in the window"_s, 0, {}, {} }
                                          : Error { ErrorCode::Offline, u"the window may not use the network now"_s, 0, {}, {} };
    for (auto at = left.begin(); at != left.end();) {
        const FeedKey &key = at.key();
        // Where it is added, or erased, just now it begins afterwards.
        const bool isLater = d.arriving.contains(key.connectionId) || d.scheduler.isShut(key.connectionId);
        if (d.connection(key.connectionId) && (*at || isLater || d.scheduler.isWaiting(key))) {
            ++at;
            continue;
        }
        unpulled.insert(key, why);
        at = left.erase(at);
    }
}

} // namespace

// Some feeds run already when they are asked for; only what begins after that counts. One that is dropped before, or is held with the
// network, will not begin.
void Workspace::pullAndReport(
    const QString &connectionId, QObject *context, std::function<void(const domain::Result<QJsonObject> &)> done)
{
    const QPointer<QObject> alive(context);
    if (const auto may = SyncReport::mayBe(*this, connectionId); !may) {
        QMetaObject::invokeMethod(context, [done = std::move(done), may] { done(std::unexpected(may.error())); }, Qt::QueuedConnection);
        return;
    }
    const auto awaited = std::make_shared<Awaited>(*this);
    for (const ConnectionInfo &info : d->connections) {
        const bool isMeant = connectionId.isEmpty() ? !info.paused && d->mayUse(info.integrationId) : info.id == connectionId;
        const auto integration = isMeant ? d->host->integration(info.integrationId) : std::nullopt;
        for (const IntegrationInfo::Feed &feed : integration ? integration->feeds : std::vector<IntegrationInfo::Feed>())
            awaited->left.insert({ info.id, feed.id }, false);
    }
    auto *watch = new QObject(this);
    const auto settle = [this, awaited, watch, alive, connectionId, done = std::move(done)] {
        awaited->dropWhatWillNotBegin(*d);
        if (!awaited->left.isEmpty())
            return;
        disconnect(this, nullptr, watch, nullptr);
        watch->deleteLater();
        // The mirror's own wait, and looking through it, is not for the thread of a window.
        const auto context = std::make_shared<HostContext>(HostContext::Setup {});
        d->pulls->start(context, [context, mirror = d->mirror.get(), awaited, alive, connectionId, done] {
            domain::Result<SyncReport::Found> found = domain::fail(ErrorCode::Cancelled, u"the workspace was closed"_s);
            context->whileOpen([&](mirror::Mirror *) { // The mirror is there until it is closed.
                mirror->flush();
                found = SyncReport::find(*mirror);
            });
            PullOutcome outcome;
            outcome.deliver = [awaited, alive, connectionId, done, found = std::move(found)] {
                if (alive)
                    done(found.transform([&](const SyncReport::Found &all) { return awaited->report.toJson(connectionId, all, awaited->unpulled); }));
            };
            return outcome;
        });
    };
    connect(this, &Workspace::pullStarted, watch, [awaited](const QString &id, const QString &feed) { awaited->noteBegun({ id, feed }); });
    connect(this, &Workspace::pullFinished, watch, [awaited, settle](const QString &id, const QString &feed) {
        awaited->noteFinished({ id, feed });
        settle();
    });
    for (const auto change : { &Workspace::scheduleChanged, &Workspace::connectionsChanged })
        connect(this, change, watch, settle);
    pullNow(connectionId);
}

} // namespace callboard::sync
