// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/charttable.h"

#include "ui/kit/times.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

    struct Say {
        Q_DECLARE_TR_FUNCTIONS(callboard::ui::Chart)
    };

    QString countText(double value, bool brief)
    {
        const QLocale locale;
        if (brief && value >= 10'000)
            return value >= 1e9 ? Say::tr("%1bn").arg(locale.toString(value / 1e9, 'f', 1))
                : value >= 1e6  ? Say::tr("%1m").arg(locale.toString(value / 1e6, 'f', 1))
                                : Say::tr("%1k").arg(locale.toString(value / 1e3, 'f', value < 1e5 ? 1 : 0));
        const bool whole = std::abs(value - std::round(value)) < 1e-9;
        return locale.toString(value, 'f', whole ? 0 : value < 10 ? 2 : 1);
    }

    /// The two largest units that say it: "2 d 3 h", "4 min 12 s", "0.8 s".
    QString durationText(double milliseconds)
    {
        const QLocale locale;
        if (milliseconds == 0)
            return locale.toString(0); // Nothing is nothing in every unit.
        if (milliseconds < 1'000)
            return Say::tr("%1 ms").arg(locale.toString(milliseconds, 'f', 0));
        if (milliseconds < 10'000)
            return Say::tr("%1 s").arg(locale.toString(milliseconds / 1'000, 'f', std::fmod(milliseconds, 1'000) < 50 ? 0 : 1));
        const auto seconds = qint64(std::llround(milliseconds / 1'000));
        if (seconds < 60)
            return Say::tr("%1 s").arg(seconds);
        const auto two = [](const QString &large, qint64 rest, const QString &small) { return rest > 0 ? large + u' ' + small : large; };
        if (seconds < 3'600)
            return two(Say::tr("%1 min").arg(seconds / 60), seconds % 60, Say::tr("%1 s").arg(seconds % 60));
        const qint64 minutes = seconds / 60;
        if (minutes < 24 * 60)
            return two(Say::tr("%1 h").arg(minutes / 60), minutes % 60, Say::tr("%1 min").arg(minutes % 60));
        const qint64 hours = minutes / 60;
        return two(Say::tr("%1 d").arg(hours / 24), hours % 24, Say::tr("%1 h").arg(hours % 24));
    }

} // namespace

QString chartValueText(double value, ChartUnit unit, bool brief)
{
    if (std::isnan(value))
        return {};
    switch (unit) {
    case ChartUnit::Count: return countText(value, brief);
    case ChartUnit::Percent: {
        const double percent = value * 100;
        const bool whole = std::abs(percent - std::round(percent)) < 0.05;
        return Say::tr("%1 %").arg(QLocale().toString(percent, 'f', whole ? 0 : 1));
    }
    case ChartUnit::Duration: return durationText(value);
    case ChartUnit::Bytes: return byteCount(qint64(value));
    }
    return {};
}

QString chartTime(const QDate &from, const QDate &to) { return from.toString(Qt::ISODate) + u'/' + to.toString(Qt::ISODate); }

ChartRow dayRow(const QDate &day)
{
    const QLocale locale;
    return { locale.toString(day, Say::tr("d MMMM yyyy", "a date in a sentence")), locale.toString(day, Say::tr("d MMM", "date below an axis")), day, day.toString(Qt::ISODate) };
}

ChartRow weekRow(const QDate &firstDay)
{
    const QLocale locale;
    return { Say::tr("Week of %1").arg(locale.toString(firstDay, Say::tr("d MMMM yyyy", "a date in a sentence"))),
        locale.toString(firstDay, Say::tr("d MMM", "date below an axis")), firstDay, firstDay.toString(Qt::ISODate) };
}

ChartRow monthRow(const QDate &firstDay)
{
    const QLocale locale;
    return { locale.toString(firstDay, u"MMMM yyyy"), locale.toString(firstDay, u"MMM yy"), firstDay, firstDay.toString(Qt::ISODate) };
}

bool ChartSeries::operator==(const ChartSeries &other) const
{
    // What is not known equals what is not known, other than IEEE 754 has it.
    return name == other.name && key == other.key && std::ranges::equal(values, other.values, [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); });
}

ChartTable::ChartTable(QObject *parent)
    : QAbstractTableModel(parent)
{
}

bool ChartTable::sameShape(const ChartContent &other) const
{
    return m_content.rowHeader == other.rowHeader && m_content.rows == other.rows
        && std::ranges::equal(m_content.series, other.series, [](const ChartSeries &a, const ChartSeries &b) { return a.name == b.name && a.key == b.key; });
}

void ChartTable::setContent(ChartContent content)
{
    for (ChartSeries &series : content.series)
        series.values.resize(content.rows.size(), unknownValue);
    if (content == m_content)
        return;
    if (!sameShape(content)) {
        beginResetModel();
        m_content = std::move(content);
        endResetModel();
        return;
    }
    m_content = std::move(content);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

double ChartTable::value(int row, int series) const
{
    if (row < 0 || row >= int(m_content.rows.size()) || series < 0 || series >= int(m_content.series.size()))
        return unknownValue;
    return m_content.series[size_t(series)].values[size_t(row)];
}

int ChartTable::knownValues() const
{
    int known = 0;
    for (const ChartSeries &series : m_content.series)
        known += int(std::ranges::count_if(series.values, [](double value) { return !std::isnan(value); }));
    return known;
}

int ChartTable::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_content.rows.size()); }

int ChartTable::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : 1 + int(m_content.series.size()); }

QVariant ChartTable::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ChartRow &row = m_content.rows[size_t(index.row())];
    if (index.column() == 0) {
        switch (role) {
        case Qt::DisplayRole: return row.name;
        case ValueRole: return row.date;
        case KeyRole: return row.key;
        default: return {};
        }
    }
    const ChartSeries &series = m_content.series[size_t(index.column() - 1)];
    switch (role) {
    case Qt::DisplayRole: return chartValueText(series.values[size_t(index.row())], m_content.unit);
    case Qt::AccessibleTextRole: return rowSentence(index.row(), index.column() - 1);
    case Qt::TextAlignmentRole: return int(Qt::AlignRight | Qt::AlignVCenter);
    case ValueRole: return series.values[size_t(index.row())];
    case KeyRole: return series.key;
    default: return {};
    }
}

QVariant ChartTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole && section > 0)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == 0 ? m_content.rowHeader : m_content.series[size_t(section - 1)].name;
}

QString ChartTable::seriesSentence(const ChartSeries &series) const
{
    int lowest = -1, highest = -1, last = -1;
    for (int row = 0; row < int(series.values.size()); ++row) {
        if (std::isnan(series.values[size_t(row)]))
            continue;
        lowest = lowest < 0 || series.values[size_t(row)] < value(lowest, int(&series - m_content.series.data())) ? row : lowest;
        highest = highest < 0 || series.values[size_t(row)] > value(highest, int(&series - m_content.series.data())) ? row : highest;
        last = row;
    }
    if (last < 0)
        return tr("%1: nothing known.").arg(series.name);
    const auto text = [&](int row) { return chartValueText(series.values[size_t(row)], m_content.unit); };
    const auto name = [&](int row) { return m_content.rows[size_t(row)].name; };
    return tr("%1: lowest %2 (%3), highest %4 (%5), last %6.").arg(series.name, text(lowest), name(lowest), text(highest), name(highest), text(last));
}

QString ChartTable::largestSentence() const
{
    QStringList parts;
    for (int row = 0; row < std::min(3, rowCount()); ++row)
        parts += tr("%1 with %2").arg(m_content.rows[size_t(row)].name, chartValueText(value(row, 0), m_content.unit));
    return tr("%n row(s), first %1.", nullptr, rowCount()).arg(parts.join(tr(", ")));
}

QString ChartTable::sentence(ChartKind kind) const
{
    if (m_content.rows.empty() || m_content.series.empty())
        return tr("Nothing to show.");
    if (kind == ChartKind::TopBars)
        return largestSentence();
    QStringList parts { rowCount() == 1 ? m_content.rows.front().name + u'.'
                                        : tr("%n point(s), from %1 to %2.", nullptr, rowCount()).arg(m_content.rows.front().name, m_content.rows.back().name) };
    for (const ChartSeries &series : m_content.series)
        parts += seriesSentence(series);
    return parts.join(u' ');
}

QString ChartTable::rowSentence(int row, int series) const
{
    if (row < 0 || row >= rowCount())
        return {};
    QStringList parts;
    for (int at = 0; at < int(m_content.series.size()); ++at) {
        if (series >= 0 && series != at)
            continue;
        const QString text = chartValueText(value(row, at), m_content.unit);
        parts += tr("%1 %2", "series and value").arg(m_content.series[size_t(at)].name, text.isEmpty() ? tr("not known") : text);
    }
    return tr("%1: %2", "row and its values").arg(m_content.rows[size_t(row)].name, parts.join(tr(", ")));
}

} // namespace callboard::ui
