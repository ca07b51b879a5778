// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/docs.h"
#include "models/sync/workspacedata.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::sync {

namespace recordtype = domain::recordtype;

namespace {

// A page that is turned back to is not asked for again at once.
constexpr auto interestRest = 60s;
constexpr qsizetype mostInterests = 16;

bool bringsDocs(const IntegrationInfo::Feed &feed)
{
    return feed.recordTypes.contains(recordtype::docSite);
}

} // namespace

bool Workspace::Data::bringsDocs(const FeedKey &key) const
{
    const auto feed = feedOf(key);
    return feed && sync::bringsDocs(*feed);
}

QSet<QString> Workspace::Data::networkConnections() const
{
    QSet<QString> ids;
    for (const ConnectionInfo &info : connections) {
        if (const auto integration = host->integration(info.integrationId); integration && integration->network)
            ids.insert(info.id);
    }
    return ids;
}

void Workspace::Data::requestDocs(const std::function<bool(const ConnectionInfo &)> &of)
{
    for (const ConnectionInfo &info : connections) {
        const auto integration = !info.paused && mayUse(info.integrationId) ? host->integration(info.integrationId) : std::nullopt;
        if (!integration || !of(info))
            continue;
        for (const IntegrationInfo::Feed &feed : integration->feeds) {
            if (sync::bringsDocs(feed))
                scheduler.requestNow({ info.id, feed.id });
        }
    }
}

void Workspace::Data::requestDocsOverNetwork()
{
    const QSet<QString> network = networkConnections();
    requestDocs([&](const ConnectionInfo &info) { return network.contains(info.id); });
}

// Feeds of documentation ask for entities, which may have come only now.
void Workspace::Data::docsAfterPull(const FeedKey &key)
{
    const auto feed = feedOf(key);
    if (!feed || sync::bringsDocs(*feed) || !feed->recordTypes.contains(recordtype::entity))
        return;
    const bool overNetwork = networkConnections().contains(key.connectionId);
    if (overNetwork && docsFollowed.contains(key.connectionId))
        return; // From now on their interval does.
    docsFollowed.insert(key.connectionId);
    requestDocs([&](const ConnectionInfo &info) { return info.id == key.connectionId; });
}

void Workspace::setDocInterest(const QString &site, const QString &path)
{
    DocKeeping(*d->mirror).noteUse(site);
    d->docInterest.removeIf([&](const auto &entry) { return entry.first == site && entry.second == path; });
    d->docInterest.prepend({ site, path });
    if (d->docInterest.size() > mostInterests)
        d->docInterest.removeLast();
    d->pulls->forEach([&](HostContext &context) {
        if (d->bringsDocs(context.key()))
            context.wantPage(site, path);
    });
    const bool isHere = d->mirror->record(QString(recordtype::docPage), domain::docKey(site, path)).has_value();
    const auto now = std::chrono::steady_clock::now();
    const auto asked = d->docsAsked.constFind(site);
    if (isHere && asked != d->docsAsked.cend() && now - *asked < interestRest)
        return;
    d->docsAsked.insert(site, now);
    d->requestDocsOverNetwork();
    launchDue();
}

bool Workspace::keepsDocs(const QString &site) const
{
    return DocKeeping(*d->mirror).chosen().contains(site);
}

domain::Result<void> Workspace::setKeepDocs(const QString &site, bool keep)
{
    auto chosen = DocKeeping(*d->mirror).choose(site, keep);
    if (chosen && keep) {
        d->requestDocsOverNetwork();
        launchDue();
    }
    return chosen;
}

qint64 Workspace::docsBudget() const
{
    return DocKeeping(*d->mirror).budget();
}

domain::Result<void> Workspace::setDocsBudget(qint64 bytes)
{
    auto set = DocKeeping(*d->mirror).setBudget(bytes);
    if (set) {
        d->requestDocsOverNetwork(); // Room is made after a pull.
        launchDue();
    }
    return set;
}

} // namespace callboard::sync
