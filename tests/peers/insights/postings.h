// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/usage.h"

#include <QDateTime>
#include <QJsonObject>

#include <vector>

namespace callboard::test {

/// One thing that somebody did at a portal, as its pages tell it to adoption-insights.
struct Posting {
    QDateTime at; ///< UTC.
    QString user, plugin, action, subject;
    QJsonObject attributes = {};
    QString templateRef = {};

    QJsonObject event() const; ///< As @red-hat-developer-hub/backstage-plugin-analytics-module-adoption-insights 1.0.1 posts it.
    QJsonObject row() const;   ///< As the backend would store that.
};

Posting visit(const QDateTime &at, const QString &user, const QString &kind, const QString &name);
Posting reading(const QDateTime &at, const QString &user, const QString &name, const QString &page);
Posting run(const QDateTime &at, const QString &user, const QString &name);
Posting search(const QDateTime &at, const QString &user, const QString &term);

/// What several people did in the 13 months before `now`, with days nobody was there, times on both edges of a day, and people who came and
/// went. The same for the same `now`.
std::vector<Posting> monthsOfUse(const QDateTime &now);

/// Counts by hand what a table should hold: its measure, time and step are taken from it, its rows are not looked at.
std::vector<domain::UsageTable::Row> countedByHand(const domain::UsageTable &table, const std::vector<Posting> &postings);

} // namespace callboard::test
