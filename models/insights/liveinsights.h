// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insights/cataloghistory.h"
#include "models/insights/usagereport.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace callboard::insights {

/// What one connection tells of its organisation's use: event by event, or counted.
struct UsageSource {
    QString connectionId;
    UsageEstate estate;                     ///< `index` is null where it tells no events.
    std::vector<domain::UsageTable> tables; ///< Where it counts by itself.
    QDateTime asOf;                         ///< UTC: of the last pull that succeeded; invalid where not known.
    bool hasEvents() const { return bool(estate.index); }
};

/// All insights of a mirror at one moment. Values only; null where nothing is there yet.
struct InsightsState {
    UsageEstate own; ///< The person's own use.
    std::vector<UsageSource> sources;
    CatalogHistoryPtr catalog;
    mirror::SnapshotPtr snapshot;
};
using InsightsPtr = std::shared_ptr<const InsightsState>;

/// Reads it on a thread of its own and swaps it whole after changes. Reads nothing until somebody asks with `want`. Lives on the mirror's thread.
class LiveInsights final : public QObject {
    Q_OBJECT
public:
    /// The one of this mirror, made with the first call; the mirror owns it.
    static LiveInsights &of(mirror::Mirror &mirror);
    ~LiveInsights() override;

    /// From here on it is kept up to date; until all who wanted it are gone.
    void want(QObject *by);
    InsightsPtr state() const { return m_state; } ///< Never null.
    bool hasLoaded() const { return m_loaded; }
    const std::optional<domain::Error> &failure() const { return m_failure; } ///< Of the last reading.

Q_SIGNALS:
    void changed();
    void failed();

private:
    explicit LiveInsights(mirror::Mirror &mirror);
    struct Data;
    std::unique_ptr<Data> d;
    InsightsPtr m_state;
    std::optional<domain::Error> m_failure;
    bool m_loaded = false;
};

/// Reads all, once: for the command line and tests. Blocking.
domain::Result<InsightsPtr> readInsights(const mirror::Mirror &mirror, const std::stop_token &stop = {});

} // namespace callboard::insights
