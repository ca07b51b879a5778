// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builds/liveruns.h"
#include "models/builds/trends.h"

#include <QStandardItemModel>
#include <QThreadPool>
#include <QWidget>

class QComboBox;
class QTreeView;

namespace callboard::items {
class BuildsModel;
}
namespace callboard::ui {
class TextLabel;
}

namespace callboard::ui::panes {

/// One measure over time, as bars and lines; what is not known has a gap.
class TrendChart final : public QWidget {
    Q_OBJECT
public:
    enum class Measure { Success, Duration, Repair, Queue };
    explicit TrendChart(QWidget *parent = nullptr);
    void setTrend(const builds::Trend &trend, Measure measure);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Line {
        QString name;
        std::vector<double> values; ///< Below 0: not known.
    };
    std::vector<Line> lines() const;
    QString text(double value) const;
    QRectF plot() const;

    builds::Trend m_trend;
    Measure m_measure = Measure::Success;
};

/// How builds went over time: a chart with its table, the same per group, and DORA's measures where deployments are known.
class TrendsView final : public QWidget {
    Q_OBJECT
public:
    explicit TrendsView(QWidget *parent = nullptr);
    /// Counts what the list shows; on a thread of its own, `counted` follows.
    void showTrends(const items::BuildsModel &model, const builds::Deployments &deployments);
    void exportData(); ///< Asks for a file: the table as CSV or JSON, the chart as PNG.
    TrendChart &chart() { return *m_chart; }
    QTreeView *table() { return m_table; }
    QTreeView *groups() { return m_groups; }
    QComboBox *measure() { return m_measure; }
    QComboBox *step() { return m_step; }
    QComboBox *period() { return m_period; }
    QString dora() const;
    bool isBusy() const { return m_counting; }

Q_SIGNALS:
    void counted();

private:
    struct Group {
        QString name;
        builds::TrendPoint total;
    };
    struct Counted {
        builds::Trend trend;
        std::vector<Group> groups;
        builds::DoraMeasures dora;
        bool hasDeployments = false;
    };
    void count();
    void take(const Counted &result);
    void showTrend();
    void tellProblem(const QString &why);
    builds::TrendTime time() const;

    std::shared_ptr<const builds::RunEstate> m_estate;
    builds::RunListing m_listing;
    builds::Deployments m_deployments;
    Counted m_counted;
    QStandardItemModel m_points, m_totals;
    QComboBox *m_measure;
    QComboBox *m_step;
    QComboBox *m_period;
    TrendChart *m_chart;
    TextLabel *m_what;
    TextLabel *m_dora;
    QTreeView *m_table;
    QTreeView *m_groups;
    quint64 m_asked = 0;
    bool m_counting = false;
    QThreadPool m_pool; ///< Last: waits for its threads before the rest goes.
};

} // namespace callboard::ui::panes
