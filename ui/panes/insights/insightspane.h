// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/pane.h"
#include "ui/panes/insights/insightscards.h"
#include "ui/panes/insights/insightsreport.h"

#include <QThreadPool>

#include <memory>

class QComboBox;
class QDateEdit;
class QStackedWidget;
class QTabBar;
class QTimer;

namespace callboard::ui {
class TextLabel;
}

namespace callboard::ui::panes {

class BehindDialog;
class Dashboard;
class KeptPage;

/// How Callboard, the portal and the catalog are used and grow: a dashboard of charts for each of three questions, and what is kept.
/// Everything is counted on a worker; what came last wins. While nobody sees it nothing is read or counted; shown again, it catches up.
class InsightsPane final : public Pane {
    Q_OBJECT
public:
    explicit InsightsPane(PaneContext context, QWidget *parent = nullptr);
    ~InsightsPane() override;

    QString id() const override { return QStringLiteral("insights"); }
    QString title() const override { return tr("Insights"); }
    QString iconName() const override { return QStringLiteral("chart"); }
    bool followsFocus() const override { return false; }
    QWidget *focusWidgetOfPane() override;
    QList<QAction *> headerActions() const override { return { m_cardsAction, m_reportAction }; }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    const InsightsQuestion &question() const { return m_question; }
    void setQuestion(const InsightsQuestion &question);
    const InsightsAnswer &answer() const { return m_answer; }
    bool isBusy() const { return m_busy; } ///< Something is being read or counted.
    Dashboard &dashboard(InsightsSection section) { return *m_dashboards[size_t(section)]; }
    KeptPage &keptPage() { return *m_kept; }
    QTabBar *sections() { return m_sections; }
    /// Opens the list behind a value, on a worker.
    BehindDialog *openBehind(const QString &card, int row, int series);
    /// The same of its total: all rows that there are.
    BehindDialog *openAll(const QString &card);
    /// All cards that show something, as a PDF; `reported` follows.
    void writeReport(const QString &fileName);
    std::vector<InsightsReport::Part> reportParts() const; ///< In their order, each as it is shown.

Q_SIGNALS:
    void answered();
    void reported(bool good, const QString &why);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    bool isAside() const;
    BehindDialog *openList(const QString &title, std::function<BehindList(const InsightsAnswer &)> make);
    QWidget *makeFilters();
    void showEmptiness();
    void fillChoices();
    void onFilter();
    void onDay(bool isFirst);
    void showPeriod();
    void tellPortals();
    void onState();
    void ask();
    void take(const InsightsAnswer &answer);
    void showSection(int at);
    void showCardsMenu();
    void askForReport();
    QString filterText() const;
    Dashboard *currentDashboard() const;

    const std::vector<CardSpec> m_cards;
    InsightsQuestion m_question;
    InsightsAnswer m_answer;
    QTabBar *m_sections;
    QStackedWidget *m_stack;
    std::array<Dashboard *, 3> m_dashboards {};
    KeptPage *m_kept;
    QWidget *m_filters = nullptr;
    QComboBox *m_period, *m_team, *m_kind, *m_source;
    QDateEdit *m_from, *m_to;
    TextLabel *m_until; ///< Between the two days.
    QTimer *m_tellSoon;
    TextLabel *m_counted;
    QAction *m_cardsAction, *m_reportAction;
    quint64 m_asked = 0;
    bool m_wanted = false; ///< Somebody has looked: nothing is read before.
    std::unique_ptr<QObject> m_interest; ///< While it is there, what changes is read.
    bool m_outdated = false; ///< Something changed that is not counted yet.
    bool m_busy = false;
    QThreadPool m_pool;  ///< What is asked anew makes what waits there needless.
    QThreadPool m_lists; ///< Last, with the one before: they wait for their threads before the rest goes.
};

} // namespace callboard::ui::panes
