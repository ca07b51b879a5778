// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insights/liveinsights.h"

#include <QJsonObject>

namespace callboard::ui::panes {

/// What the person asks of the dashboard. Kept with the pane's layout.
struct InsightsQuestion {
    int days = 84;
    QDate from, to; ///< Both days count; where they are there, they are asked about in place of the last days.
    QString team;   ///< Canonical ref of a group; empty: all.
    QString kind;   ///< Lower case; empty: all.
    QString source; ///< Connection whose organisation is looked at; empty: the first that tells anything.

    bool isChosen() const { return from.isValid() && to.isValid(); }
    /// In whatever order; what is longer than anybody looks at begins later.
    void choose(const QDate &one, const QDate &other);
    /// Days up to a month, weeks up to half a year, else months. Of the last days whole steps, so that the first is not a part of one; a time
    /// that was chosen is that time.
    insights::UsageTime time(const QDate &today) const;
    QJsonObject toJson() const;
    static InsightsQuestion fromJson(const QJsonObject &json);
    bool operator==(const InsightsQuestion &) const = default;
};

/// All that the dashboard shows, as values: made on a worker, and asked for lists by workers.
struct InsightsAnswer {
    insights::InsightsPtr state;
    InsightsQuestion question;
    insights::UsageQuestion ownQuestion, organisationQuestion;
    insights::CatalogQuestion catalogQuestion;
    insights::UsageReport own, organisation;
    insights::CatalogReport catalog;
    int source = -1; ///< In the state; -1: nobody tells of the organisation.

    struct Choice {
        QString title, key;
    };
    std::vector<Choice> teams, kinds; ///< To filter by.

    const insights::UsageSource *organisationSource() const { return source < 0 ? nullptr : &state->sources[size_t(source)]; }
    bool hasOwn() const { return state && state->own.index && state->own.index->size() > 0; }
    bool hasEvents() const { return organisationSource() && organisationSource()->hasEvents(); }
    bool hasCatalog() const { return state && state->catalog && state->snapshot; }
    /// What the source counted itself over about the time asked for, of measures over time in steps such as these where it has them; null where it did
    /// not. Of a time that was chosen it is that time.
    const domain::UsageTable *table(QStringView measure, std::optional<domain::UsageStep> step = {}) const;
    /// A source that counts by itself was not heard yet of the time that was chosen.
    bool isAwaited() const;

private:
    bool isAbout(const domain::UsageTable &table, std::optional<domain::UsageStep> step) const;
};
/// Some hundred milliseconds for millions of events: not for the GUI thread.
InsightsAnswer answerOf(const insights::InsightsPtr &state, const InsightsQuestion &question, const QDate &today);

} // namespace callboard::ui::panes
