// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builds/liveruns.h"
#include "models/builds/trends.h"

#include <QJsonObject>
#include <QStandardItemModel>
#include <QThreadPool>
#include <QWidget>

#include <array>
#include <optional>

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

/// How builds went over time: charts with their tables, those of DORA's measures where deployments are known, and the totals per group. The charts are of
/// the group that is current in that table.
class TrendsView final : public QWidget {
    Q_OBJECT
public:
    enum class Measure { Success, Duration, Repair, Queue };
    enum class Dora { Frequency, Lead, Failures, Restore };
    explicit TrendsView(QWidget *parent = nullptr);
    ~TrendsView() override;
    /// Counts what the list shows; on a thread of its own, `counted` follows.
    void showTrends(const items::BuildsModel &model, std::shared_ptr<const builds::Deployments> deployments);
    QJsonObject saveState() const; ///< Step and period.
    void restoreState(const QJsonObject &state);
    void exportData(); ///< The groups, to a file that is asked for; each chart has an export of its own.
    ChartCard &card(Measure measure) { return *m_cards[size_t(measure)]; }
    ChartCard &card(Dora measure) { return *m_cards[buildMeasures + size_t(measure)]; } ///< Shown where deployments are known.
    QTreeView *groups() { return m_groups; }
    QComboBox *step() { return m_step; }
    QComboBox *period() { return m_period; }
    QString dora(Dora measure) const; ///< As it is shown.
    bool isBusy() const { return m_counting || m_choosing; }

Q_SIGNALS:
    void counted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Group {
        QString key, name;
        builds::TrendPoint total;
        builds::DoraMeasures dora;
        bool hasDeployments = false;
    };
    /// What the charts draw: of all that shows, or of one group of it.
    struct Slice {
        builds::TrendTime time;
        QString name; ///< Of the group; empty: all.
        builds::Trend trend;
        builds::DoraTrend dora;
        bool hasDeployments = false;
    };
    struct Counted {
        std::optional<Slice> all, chosen; ///< Without `all` nothing but the chosen group was counted.
        std::vector<Group> groups;
    };
    /// What is counted, of which nothing changes meanwhile.
    struct Question {
        std::shared_ptr<const builds::RunEstate> estate;
        builds::RunListing listing;
        std::shared_ptr<const builds::Deployments> deployments;
        builds::RunGrouping grouping = builds::RunGrouping::Service;
        bool all = true; ///< What shows is everything.
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
    void ask(bool isAll);
    void choose(const QModelIndex &index);
    static Counted countOf(const Question &question, const builds::TrendTime &time, bool isAll, const std::optional<QString> &chosen);
    void take(const Counted &result);
    void show(const Slice &slice);
    void showCharts(const Slice &slice);
    void showDoraCharts(const Slice &slice);
    void show(ChartCard &card, const ChartContent &content, const QString &note, const QString &definition);
    static QString stepName(const builds::TrendTime &time);
    static QStringList doraNames();
    static std::array<QString, 4> buildDefinitions(); ///< Of each `Measure`.
    static std::array<QString, 4> doraDefinitions(const Slice &slice);
    static QString whichCount(const Slice &slice);
    void showDora(const Slice &slice);
    void showGroups(const Counted &result);
    void fitColumns();
    void showColumnDefinitions();
    builds::TrendTime time() const;

    Question m_question;
    Slice m_all; ///< As it was counted last.
    std::optional<QString> m_chosen; ///< Key of the group that the charts are of; none: all.
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
    bool m_counting = false;  ///< All of it is.
    bool m_choosing = false;  ///< A group is.
    bool m_filling = false;   ///< The table of groups is: nobody chooses.
    QThreadPool m_pool; ///< Last: waits for its threads before the rest goes.
};

} // namespace callboard::ui::panes
