// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/traffickeeping.h"

#include "models/sync/workspace.h"

#include <QDate>
#include <QJsonArray>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::sync {

namespace {

constexpr auto trafficKey = "traffic.today"_L1;
constexpr auto rest = 1min;

QString dayOfNow() { return QDate::currentDate().toString(Qt::ISODate); }

QJsonObject jsonOf(const HostTraffic &host)
{
    return QJsonObject { { u"bytes"_s, host.bytesToday }, { u"requests"_s, host.requestsToday },
        { u"connections"_s, QJsonArray::fromStringList(host.connections) } };
}

HostTraffic hostOf(const QString &name, const QJsonObject &kept, const std::vector<ConnectionInfo> &connections)
{
    HostTraffic host;
    host.host = name;
    host.bytesToday = kept["bytes"_L1].toInteger();
    host.requestsToday = kept["requests"_L1].toInteger();
    for (const QJsonValue &value : kept["connections"_L1].toArray()) {
        const QString id = value.toString();
        if (std::ranges::contains(connections, id, &ConnectionInfo::id))
            host.connections.append(id);
    }
    return host;
}

} // namespace

TrafficKeeping::TrafficKeeping(std::shared_ptr<HttpClient> http, mirror::Mirror &mirror)
    : m_http(std::move(http))
    , m_mirror(mirror)
{
}

std::vector<HostTraffic> TrafficKeeping::keptIn(const mirror::Mirror &mirror, const std::vector<ConnectionInfo> &connections)
{
    std::vector<HostTraffic> hosts;
    const QJsonObject kept = mirror.value(trafficKey).toObject();
    if (kept["day"_L1].toString() != dayOfNow())
        return hosts;
    const QJsonObject byName = kept["hosts"_L1].toObject();
    for (auto it = byName.constBegin(); it != byName.constEnd(); ++it) {
        HostTraffic host = hostOf(it.key(), it.value().toObject(), connections);
        if (!host.connections.isEmpty())
            hosts.push_back(std::move(host));
    }
    return hosts;
}

void TrafficKeeping::restore(const std::vector<ConnectionInfo> &connections)
{
    m_kept = m_mirror.value(trafficKey).toObject();
    m_http->restore(keptIn(m_mirror, connections));
}

QJsonObject TrafficKeeping::today() const
{
    const QString day = dayOfNow(); // Before the counts: yesterday's are never kept as today's.
    QJsonObject hosts;
    for (const HostTraffic &host : m_http->traffic()) {
        const bool wasAsked = host.bytesToday > 0 || host.requestsToday > 0;
        if (wasAsked && !host.connections.isEmpty())
            hosts.insert(host.host, jsonOf(host));
    }
    return hosts.isEmpty() ? QJsonObject() : QJsonObject { { u"day"_s, day }, { u"hosts"_s, hosts } };
}

void TrafficKeeping::keep()
{
    m_keptAt = std::chrono::steady_clock::now();
    const QJsonObject now = today();
    if (now != m_kept && m_mirror.setValue(trafficKey, now))
        m_kept = now;
}

void TrafficKeeping::keepAtTimes()
{
    if (!m_keptAt || std::chrono::steady_clock::now() - *m_keptAt >= rest)
        keep();
}

} // namespace callboard::sync
