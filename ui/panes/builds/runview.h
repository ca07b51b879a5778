// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builds/commits.h"
#include "models/builds/liveruns.h"
#include "models/builds/runstory.h"
#include "models/items/runpartsmodel.h"
#include "ui/kit/commands.h"
#include "ui/kit/pane.h"
#include "ui/panes/entity/entityactions.h"

#include <QSet>
#include <QStandardItemModel>
#include <QThreadPool>

#include <chrono>
#include <stop_token>

class QHBoxLayout;
class QSplitter;
class QTimer;
class QTreeView;

namespace callboard::sync {
struct BuildLog;
}
namespace callboard::ui {
class IconButton;
class LinkLabel;
class StatusGlyph;
class TextLabel;
}

namespace callboard::ui::panes {

class LogPanel;

/// One run: what it is, what can be done with it, its jobs and steps, a job's log, and what changed since the last good run.
class RunView final : public QWidget {
    Q_OBJECT
public:
    explicit RunView(PaneContext context, QWidget *parent = nullptr);
    ~RunView() override;

    /// Shows a run of a connection; asks for what is not here.
    void open(const QString &key, const QString &connectionId);
    /// The index was swapped: what is shown may have moved on.
    void refresh();
    void clear();
    QString key() const { return m_key; }
    bool isBusy() const { return m_asking || m_opening; } ///< What it is made of, or a log, was asked for and has not come.
    void setBackShown(bool shown); ///< A way back to the list, where there is no room for both.
    /// How often it is asked what a run is made of that is under way, while somebody sees it.
    void setPace(std::chrono::milliseconds pace) { m_pace = pace; }

    LogPanel &log() { return *m_log; }
    QTreeView *parts() { return m_parts; }
    QTreeView *commits() { return m_commits; }
    items::RunPartsModel &model() { return m_model; }
    std::vector<EntityActions::Offer> offers() const;
    // For the list too, where they go from run to run, and act on the one that is current.
    static Commands::Command nextFailureCommand();
    static Commands::Command previousFailureCommand();
    static Commands::Command rerunCommand();
    /// What can be done with a run; of one that waits for somebody, that first.
    static std::vector<EntityActions::Offer> offersFor(const EntityActions &actions, const QString &connectionId, const domain::Record &run);
    /// Has it run again, where that is offered and allowed. `asksFirst`: which run it is, is not before the eyes.
    static void rerun(EntityActions &actions, const std::vector<EntityActions::Offer> &offers, bool asksFirst);
    QString headline() const;
    QString story() const;

Q_SIGNALS:
    void backRequested();

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Background {
        std::vector<domain::BuildCommit> commits;
        bool hasClone = false;
    };
    QWidget *makeHead();
    QWidget *makeSince();
    void showRun();
    void showFacts();
    void showStory();
    QStringList flakyStory(const builds::RunIndex &index, builds::RunRow row) const;
    void showActions();
    void askDetail();
    bool isUnderWay() const;
    void askAgain();
    void askAgainLater(const domain::Result<domain::BuildDetail> &last);
    void take(const domain::BuildDetail &detail);
    void rememberParts();
    void expandParts();
    void expandPart(const QModelIndex &at, bool usually);
    void openLog(const QModelIndex &index);
    void takeLog(const sync::BuildLog &log);
    void showSaid();
    void showNoLog(const QString &why);
    void jumpToFailure();
    void lookBack();
    void take(const Background &found, const domain::BuildRun &good);
    void addToSince(const QString &text);
    void showCommits(const std::vector<domain::BuildCommit> &commits);
    void copyPart() const;
    void copyCommit() const;
    QUrl commitPage() const; ///< Of the commit that is current; empty where the host has none that is known.
    void openCommit();
    void openInBrowser();
    void bindKeys();

    PaneContext m_context;
    builds::LiveRuns &m_runs;
    EntityActions &m_actions;
    items::RunPartsModel m_model;
    QStandardItemModel m_commitItems;
    QString m_key, m_connection;
    domain::Record m_record;
    domain::BuildRun m_run;
    QString m_job; ///< Whose log is open.
    domain::BuildState m_jobState = domain::BuildState::Unknown; ///< When its log was asked for.
    bool m_hasJob = false;
    QString m_noLog;    ///< Why there is no log; empty while there is one, or it is asked for.
    QString m_partText; ///< What the annotation or failed test says that is current; empty for other parts.
    QSet<QString> m_knownParts, m_openParts; ///< Of before the model's reset, by what they are.
    bool m_asking = false, m_opening = false;
    bool m_jump = false;
    quint64 m_asked = 0;
    QTimer *m_again;
    std::chrono::milliseconds m_pace { 15'000 };
    std::stop_source m_logStop { std::nostopstate };

    IconButton *m_back;
    StatusGlyph *m_glyph;
    TextLabel *m_headline;
    TextLabel *m_facts;
    TextLabel *m_title;
    TextLabel *m_story;
    QHBoxLayout *m_buttons;
    QTreeView *m_parts;
    QSplitter *m_across;
    LogPanel *m_log;
    QWidget *m_since;
    TextLabel *m_sinceTitle;
    LinkLabel *m_compare;
    QUrl m_compareUrl;
    QTreeView *m_commits;
    QThreadPool m_pool; ///< Last: waits for its threads before the rest goes.
};

} // namespace callboard::ui::panes
