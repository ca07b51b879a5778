// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/mirror.h"
#include "models/sync/httpclient.h"

#include <QJsonObject>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

namespace callboard::sync {

struct ConnectionInfo;

/// What was asked of hosts today, in the mirror: a day is longer than a run of the program. Only of hosts that a connection
/// asked; what a person sends once is not kept. For the workspace's thread; waits for no disk. The mirror outlives it.
class TrafficKeeping final {
public:
    TrafficKeeping(std::shared_ptr<HttpClient> http, mirror::Mirror &mirror);
    Q_DISABLE_COPY_MOVE(TrafficKeeping)

    /// What is kept of today, for connections that are still there: where no run of the program counts. Any thread.
    static std::vector<HostTraffic> keptIn(const mirror::Mirror &mirror, const std::vector<ConnectionInfo> &connections);

    /// Goes on from what an earlier run kept today, for connections that are still there. Once, before anything is asked.
    void restore(const std::vector<ConnectionInfo> &connections);
    void keep();
    /// Unless it was kept within the last minute.
    void keepAtTimes();

private:
    QJsonObject today() const;

    const std::shared_ptr<HttpClient> m_http;
    mirror::Mirror &m_mirror;
    QJsonObject m_kept;
    std::optional<std::chrono::steady_clock::time_point> m_keptAt;
};

} // namespace callboard::sync
