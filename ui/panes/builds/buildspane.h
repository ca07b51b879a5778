// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builds/liveruns.h"
#include "models/items/buildsmodel.h"
#include "ui/kit/pane.h"
#include "ui/panes/entity/entityactions.h"

#include <QSet>
#include <QThreadPool>

#include <memory>
#include <optional>

class QComboBox;
class QMenu;
class QSplitter;
class QStackedWidget;
class QTimer;

namespace callboard::ui {
class FilterBox;
class TextLabel;
}

namespace callboard::ui::panes {

class RunTree;
class RunView;
class TrendsView;

/// Builds of every CI: what is mine, all, or of the entity in focus; in groups, with one run opened beside them; and how it went over time.
class BuildsPane final : public Pane {
    Q_OBJECT
public:
    explicit BuildsPane(PaneContext context, QWidget *parent = nullptr);
    ~BuildsPane() override;

    QString id() const override { return QStringLiteral("builds"); }
    QString title() const override { return tr("CI"); }
    QString iconName() const override { return QStringLiteral("build-ok"); }
    void setTarget(const FocusTarget &target) override;
    QWidget *focusWidgetOfPane() override;
    QWidget *headerWidget() override;
    QList<QAction *> headerActions() const override { return { m_trendsAction, m_exportAction }; }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    RunTree *view() { return m_view; }
    items::BuildsModel &model() { return m_model; }
    RunView &run();       ///< Made when it is first asked for: opening the pane needs neither.
    TrendsView &trends(); ///< Likewise.
    FilterBox *filterBox() { return m_filterBox; }
    QComboBox *grouping() { return m_grouping; }
    bool isBusy() const; ///< Something that it shows is on its way.
    QAction *trendsAction() { return m_trendsAction; }
    std::unique_ptr<QMenu> menu(); ///< Of the current row.
    /// Opens a run, and shows it in the list where it is.
    void openRun(const QString &key);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeBar();
    void connectAll();
    void takeEstate();
    void takeRuns();
    void ask();
    void take(items::BuildsModel::Content content);
    void expandGroups();
    void showState();
    PaneStatus nothingShown() const;
    void onStatusAction();
    void open(const QModelIndex &index);
    // What one does with the list (buildspanelist.cpp).
    void goToBroken(int by);
    void copyRow() const;
    void bindKeys();
    void browse();
    std::optional<domain::Record> currentRun() const;
    std::vector<EntityActions::Offer> offersOfCurrent() const;
    void openWanted();
    void openRestored();
    void openRow(const builds::RunIndex &index, builds::RunRow row);
    void arrange();
    bool isMeKnown() const;
    QStringList entitiesInView() const;

    builds::LiveRuns &m_runs;
    items::BuildsModel m_model;
    FocusTarget m_target;
    FilterBox *m_filterBox;
    QComboBox *m_grouping;
    TextLabel *m_facts;
    RunTree *m_view;
    RunView *m_run = nullptr;
    TrendsView *m_trends = nullptr;
    QWidget *m_list;
    QSplitter *m_split;
    QStackedWidget *m_pages;
    QAction *m_trendsAction;
    QAction *m_exportAction;
    QTimer *m_clock;
    QTimer *m_rest; ///< Until what is in view has been so for a moment.
    QSet<QString> m_closed; ///< Groups that the person closed, by key.
    std::shared_ptr<const builds::RunEstate> m_estate; ///< The newest; the model's may be of before.
    QString m_restoredRun;     ///< Key of the one that was open before a restart, until it is again.
    QJsonObject m_trendsState; ///< For the trends, until they are made.
    quint64 m_asked = 0;
    bool m_listing = false; ///< On another thread.
    bool m_expanding = false;
    bool m_opened = false;  ///< A run is.
    bool m_outdated = true; ///< Something changed while the pane was hidden.
    QThreadPool m_pool;     ///< Last: waits for its thread before the rest goes.
};

} // namespace callboard::ui::panes
