// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QDate>

#include <limits>
#include <vector>

namespace callboard::ui {

/// How a chart's numbers are drawn.
enum class ChartKind {
    Line,        ///< Values over time; what is not known leaves a gap.
    Bars,        ///< The series of a row beside each other.
    StackedBars, ///< On top of each other: parts of a whole.
    StackedArea, ///< The same for many rows.
    TopBars,     ///< One bar a row, lying, in the order of the rows; only the first series.
};

/// What the numbers are of: decides their words and where an axis has its ticks.
enum class ChartUnit {
    Count,
    Percent,  ///< 0 to 1; the axis always goes to 100 %.
    Duration, ///< Milliseconds.
    Bytes,
};

/// What a value is not known for: no point, no bar, an empty cell.
constexpr double unknownValue = std::numeric_limits<double>::quiet_NaN();

struct ChartRow {
    QString name;      ///< Whole: in the table and when it is read out. "Week of 27 October 2026".
    QString shortName; ///< Under the axis: "27 Oct"; empty: the name.
    QDate date;        ///< Where the rows are moments: axes prefer first days of months.
    QString key;       ///< Whatever the maker knows the row by; nobody sees it.
    bool operator==(const ChartRow &) const = default;
};

struct ChartSeries {
    QString name;
    std::vector<double> values; ///< One a row, not below 0; unknownValue where nothing is known.
    QString key;                ///< As that of a row.
    bool operator==(const ChartSeries &) const;
};

/// All that a chart says. Eight series at most have a colour and a marker of their own.
struct ChartContent {
    QString title;     ///< The question in a few words: "Active people".
    QString rowHeader; ///< Over the names of the rows: "Week", "Team".
    ChartUnit unit = ChartUnit::Count;
    std::vector<ChartRow> rows;
    std::vector<ChartSeries> series;
    QString time = {}; ///< Of which it is all: see `chartTime`. Empty: the rows say it.
    bool operator==(const ChartContent &) const = default;
};

/// Two days and all between them, for files: "2026-03-02/2026-03-29" (ISO 8601-1, 5.5).
QString chartTime(const QDate &from, const QDate &to);

/// Said in the place of a chart that has too little to draw; empty where there is one.
struct ChartAbsence {
    QString headline, detail;
    bool isEmpty() const { return headline.isEmpty(); }
};

/// "1,204", "84.1k" in little room, "97.8 %", "4 min 12 s", "61 MB"; empty for what is not known.
QString chartValueText(double value, ChartUnit unit, bool brief = false);

/// Rows of days, of weeks from their first day, and of months, with names in the person's language.
ChartRow dayRow(const QDate &day);
ChartRow weekRow(const QDate &firstDay);
ChartRow monthRow(const QDate &firstDay);

/// The one source of a chart's numbers, and its table: the names of rows in the first column, then a column a series.
class ChartTable final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        ValueRole = Qt::UserRole, ///< double, unknownValue too; of the first column the row's date.
        KeyRole,
    };
    explicit ChartTable(QObject *parent = nullptr);

    const ChartContent &content() const { return m_content; }
    /// Other values for the same rows and series keep what is selected; anything else is one reset.
    void setContent(ChartContent content);
    /// The value of a row and series; unknownValue outside.
    double value(int row, int series) const;
    /// How many values are known.
    int knownValues() const;
    /// What the chart says in words, for those who do not see it: span, lowest, highest and last of each series, or the largest rows.
    QString sentence(ChartKind kind) const;
    /// One row: "Week of 27 October: weekly 268, daily 141". With `series`, only that.
    QString rowSentence(int row, int series = -1) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool sameShape(const ChartContent &other) const;
    QString seriesSentence(const ChartSeries &series) const;
    QString largestSentence() const;

    ChartContent m_content;
};

} // namespace callboard::ui
