// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/usage.h"
#include "models/sync/workspacedata.h"

using namespace Qt::StringLiterals;

namespace callboard::sync {

namespace {

const QString usageTimeKey = u"usage.time"_s;

bool bringsUsage(const IntegrationInfo::Feed &feed) { return feed.recordTypes.contains(domain::recordtype::usageTable); }

} // namespace

std::vector<sdk::AskedTime> Workspace::Data::askedTimes(const FeedKey &key) const
{
    const auto feed = feedOf(key);
    if (!feed || !bringsUsage(*feed))
        return {};
    const QJsonValue kept = mirror->value(usageTimeKey);
    const sdk::AskedTime time { QDate::fromString(kept["from"_L1].toString(), Qt::ISODate), QDate::fromString(kept["to"_L1].toString(), Qt::ISODate) };
    return time.from.isValid() && time.to.isValid() ? std::vector { time } : std::vector<sdk::AskedTime>();
}

void Workspace::setUsageTime(const QDate &from, const QDate &to)
{
    const bool isTime = from.isValid() && to.isValid() && from <= to;
    QJsonObject time;
    if (isTime)
        time = { { u"from"_s, from.toString(Qt::ISODate) }, { u"to"_s, to.toString(Qt::ISODate) } };
    if (d->mirror->value(usageTimeKey).toObject() == time)
        return;
    std::ignore = d->mirror->setValue(usageTimeKey, time);
    if (!isTime)
        return; // What is not asked for any more goes with the next pull.
    for (const ConnectionInfo &info : d->connections) {
        const bool mayAsk = !info.paused && d->mayUse(info.integrationId) && !d->arriving.contains(info.id); // Its first pull is yet to come.
        const auto integration = mayAsk ? d->host->integration(info.integrationId) : std::nullopt;
        for (const IntegrationInfo::Feed &feed : integration ? integration->feeds : std::vector<IntegrationInfo::Feed>()) {
            if (!bringsUsage(feed))
                continue;
            d->wanted.insert({ info.id, feed.id });
            d->scheduler.requestNow({ info.id, feed.id });
        }
    }
    launchDue();
    Q_EMIT scheduleChanged();
}

} // namespace callboard::sync
