// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/usage.h"
#include "plugins/backstage/portal.h"

namespace callboard::backstage {

/// How a portal is used, where it has Red Hat's adoption-insights backend: its aggregates, for the times that people look at.
/// A portal without it, or one that does not let this person read it, brings nothing.
class UsageFeed final : public sdk::Feed {
public:
    explicit UsageFeed(Portal &portal);
    sdk::Result<void> pull(sdk::PullContext &context) override;

private:
    Portal &m_portal;
};

inline constexpr QLatin1StringView adoptionInsights("adoption-insights");
/// "/api/adoption-insights", or of the backend plugin that the connection's settings name in its place, which answers in the same shape. Invalid
/// for what is no id of a plugin.
sdk::Result<QString> analyticsRoute(const QJsonObject &settings);

/// What is asked of the backend, and what it makes: a table without rows.
struct UsageAsk {
    QString type; ///< The backend's name of the aggregate.
    domain::UsageTable table;
};
/// All that a pull asks, in its order: what somebody waits for first. `today` in UTC.
std::vector<UsageAsk> usageAsks(QDate today, const std::vector<sdk::AskedTime> &chosen = {});
/// The answer's rows; BadResponse for what is none. Rows that cannot be understood are left out, and those of one entity are one: the backend
/// counts each way of writing its name apart. An aggregate by months that has several
/// rows for one (a defect of the backend over SQLite) has none: months cannot be added up from days.
sdk::Result<domain::UsageTable> readUsage(const UsageAsk &ask, const QByteArray &body);
/// Who is new in each of `months`, and who returns: counted from `days` of the same time, as each person is new on one day. Over PostgreSQL the
/// backend compares with a month's last day in the place of its first, and calls nearly everybody returning.
void countNewByDays(domain::UsageTable &months, const domain::UsageTable &days);

} // namespace callboard::backstage
