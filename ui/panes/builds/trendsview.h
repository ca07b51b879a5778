// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builds/liveruns.h"
#include "models/builds/trends.h"

#include <QStandardItemModel>
#include <QThreadPool>
#include <QWidget>

#include <array>

class QComboBox;
class QGridLayout;
class QTreeView;

namespace callboard::items {
class BuildsModel;
}
namespace callboard::ui {
class ChartCard;
class TextLabel;
struct ChartContent;
}

namespace callboard::ui::panes {

/// How builds went over time: charts with their tables, those of DORA's measures where deployments are known, and the same per group.
class TrendsView final : public QWidget {
    Q_OBJECT
public:
    enum class Measure { Success, Duration, Repair, Queue };
    enum class Dora { Frequency, Lead, Failures, Restore };
    explicit TrendsView(QWidget *parent = nullptr);
    ~TrendsView() override;
    /// Counts what the list shows; on a thread of its own, `counted` follows.
    void showTrends(const items::BuildsModel &model, std::shared_ptr<const builds::Deployments> deployments);
    void exportData(); ///< The groups, to a file that is asked for; each chart has an export of its own.
    ChartCard &card(Measure measure) { return *m_cards[size_t(measure)]; }
    ChartCard &card(Dora measure) { return *m_cards[buildMeasures + size_t(measure)]; } ///< Shown where deployments are known.
    QTreeView *groups() { return m_groups; }
    QComboBox *step() { return m_step; }
    QComboBox *period() { return m_period; }
    QString dora(Dora measure) const; ///< As it is shown.
    bool isBusy() const { return m_counting; }

Q_SIGNALS:
    void counted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Group {
        QString name;
        builds::TrendPoint total;
        builds::DoraMeasures dora;
        bool hasDeployments = false;
    };
    struct Counted {
        builds::TrendTime time;
        builds::Trend trend;
        std::vector<Group> groups;
        builds::DoraTrend dora;
        bool hasDeployments = false;
    };
    struct Tile {
        QWidget *box = nullptr;
        TextLabel *value = nullptr;
    };
    QWidget *makeBar();
    QWidget *makeDora();
    QWidget *makeGroups();
    void arrange();
    void count();
    void take(const Counted &result);
    void showCharts(const Counted &result);
    void showDoraCharts(const Counted &result);
    void show(ChartCard &card, const ChartContent &content, const QString &note, const QString &definition);
    static QString stepName(const builds::TrendTime &time);
    static QStringList doraNames();
    static std::array<QString, 4> doraDefinitions(const Counted &result);
    static QString whichCount(const Counted &result);
    void showDora(const Counted &result);
    void showGroups(const Counted &result);
    builds::TrendTime time() const;

    std::shared_ptr<const builds::RunEstate> m_estate;
    builds::RunListing m_listing;
    std::shared_ptr<const builds::Deployments> m_deployments;
    builds::RunGrouping m_grouping = builds::RunGrouping::Service;
    bool m_all = true; ///< What shows is everything.
    QStandardItemModel m_totals;
    QComboBox *m_step;
    QComboBox *m_period;
    static constexpr size_t buildMeasures = 4;
    std::array<ChartCard *, 2 * buildMeasures> m_cards {};
    std::array<Tile, 4> m_tiles {};
    TextLabel *m_doraNote;
    QGridLayout *m_grid;
    int m_columns = 0;
    QTreeView *m_groups;
    quint64 m_asked = 0;
    bool m_counting = false;
    QThreadPool m_pool; ///< Last: waits for its threads before the rest goes.
};

} // namespace callboard::ui::panes
