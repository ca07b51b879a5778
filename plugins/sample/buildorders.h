// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"

#include <QDateTime>

#include <condition_variable>
#include <mutex>
#include <optional>

namespace callboard::sample {

/// What a person did to the imaginary builds: run again, cancelled, approved, started by hand. What comes of it depends on the time
/// alone, as with the builds themselves. Any thread.
class BuildOrders final {
public:
    /// "rerun", "rerunFailed", "cancel", "approve", "reject" and "dispatch", as the metadata declares them. Invalid: the run is not
    /// as it must be for this.
    sdk::Result<sdk::ActionAnswer> act(const sdk::ActionRequest &request, const QDateTime &now);
    static sdk::Permission mayAct(const sdk::ActionRequest &request);

    /// The runs as they are at `now` with all that was done; what was done to one that is not there any more brings it back.
    std::vector<domain::BuildRun> applied(std::vector<domain::BuildRun> runs, const QDateTime &now) const;
    /// What a run is made of, at `now`: of the run as `applied` gives it.
    domain::BuildDetail detailOf(const domain::BuildRun &run, const QDateTime &now) const;
    /// As much of a job's log as there is; of a job that was kept, that of the attempt in which it ran.
    QByteArray logOf(const domain::BuildRun &run, const domain::BuildJob &job, const QDateTime &now) const;

    /// For the next start of the program; what is older than a few days is left out.
    QByteArray toCursor(const QDateTime &now) const;
    /// Adds what is not known yet. What cannot be read is passed over.
    void addFromCursor(const QByteArray &cursor);

    /// Waits until something that was done takes its next step. False: it was stopped.
    bool waitForStep(const std::stop_token &stop);

private:
    struct Order {
        QString action;
        domain::BuildRun run; ///< As it was, or what was begun with it.
        QDateTime at;         ///< UTC.
        bool passes = true;   ///< Of one that runs again.
    };
    std::optional<domain::BuildRun> attemptBefore(const domain::BuildRun &run) const;
    static domain::BuildRun after(const Order &order, const QDateTime &now);
    static QDateTime nextStep(const Order &order, const QDateTime &now);
    static domain::BuildRun started(const domain::BuildRun &like, const QJsonObject &values, const QDateTime &now);

    mutable std::mutex m_mutex;
    std::condition_variable_any m_given;
    std::vector<Order> m_orders; ///< In their order.
    QDateTime m_lookedAt;        ///< Steps until then were reported.
};

} // namespace callboard::sample
