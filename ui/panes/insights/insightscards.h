// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/charttable.h"
#include "ui/panes/insights/insightsanswer.h"

#include <functional>

namespace callboard::ui::panes {

enum class InsightsSection { Own, Organisation, Catalog };

/// What is behind one number: rows of words, and what each is about.
struct BehindList {
    QString title;
    QStringList heads;
    struct Row {
        QStringList cells;
        QString ref; ///< Opened by Enter; may be empty.
    };
    std::vector<Row> rows;
    QString note; ///< Where there is more to say than the rows: that no list is known, or that it was cut.
};

/// What a card shows of an answer.
struct CardContent {
    ChartContent chart;
    QString note;             ///< "by week"
    QString headline, detail; ///< Where there is nothing to draw.
    QString total = {};       ///< "31 in all": what `CardSpec::all` lists.
};

/// One card of the dashboard. `id` is kept in layouts and never translated. The functions are pure: any thread.
struct CardSpec {
    QString id;
    InsightsSection section;
    ChartKind kind;
    QString title;
    QString definition; ///< What exactly is counted.
    std::function<CardContent(const InsightsAnswer &)> make;
    /// Of the keys of a row and a series, as `make` gave them.
    std::function<BehindList(const InsightsAnswer &, const QString &row, const QString &series)> behind;
    bool asTable = false; ///< Words say more than bars.
    /// All rows, also those beyond what `make` has room for; of cards that have a total.
    std::function<BehindList(const InsightsAnswer &)> all = {};
};
/// All, in the order a new dashboard has. Words in the language in force.
std::vector<CardSpec> insightsCards();

// Parts of it, by section.
void addOwnCards(std::vector<CardSpec> &cards);
void addOrganisationCards(std::vector<CardSpec> &cards);
void addCatalogCards(std::vector<CardSpec> &cards);

/// "by week", and the row that says a step.
QString stepNote(domain::UsageStep step);
ChartRow stepRow(const QDate &from, domain::UsageStep step);
/// Events as a list, the newest first; with people where there are several.
BehindList eventList(const insights::UsageEstate &estate, const std::vector<insights::UsageRow> &rows, const QString &title, bool people);
/// The rows of a chart with their numbers as a list.
BehindList chartList(const ChartContent &chart);
/// Entities as a list.
BehindList entityList(const mirror::Snapshot &catalog, const QStringList &refs, const QString &title);
QString deedText(domain::UsageDeed deed);
QString paneTitle(const QString &id); ///< The id itself of a pane that is not here.

} // namespace callboard::ui::panes
