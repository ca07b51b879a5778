// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/reviewsmodel.h"
#include "ui/kit/commands.h"
#include "ui/panes/entity/entityactions.h"
#include "ui/panes/inbox/noticedesk.h"

#include <QThreadPool>

#include <functional>
#include <stop_token>

class QMenu;
class QTreeView;

namespace callboard::ui {
class FilterBox;
}

namespace callboard::ui::panes {

class ColumnChoice;
class GroupDelegate;
class GroupList;

/// Pull and merge requests of all hosts: what waits for the person, theirs that wait or want mending, stale ones.
class ReviewsPane final : public Pane {
    Q_OBJECT
public:
    explicit ReviewsPane(PaneContext context, QWidget *parent = nullptr);
    ~ReviewsPane() override;

    QString id() const override { return QStringLiteral("reviews"); }
    QString title() const override { return tr("Reviews"); }
    QString iconName() const override { return QStringLiteral("branch"); }
    bool followsFocus() const override { return false; }
    QWidget *focusWidgetOfPane() override;
    QWidget *headerWidget() override;
    QList<QAction *> headerActions() const override { return { m_approve, m_checkOut, m_diff, m_browse, m_export }; }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    QTreeView *view();
    ColumnChoice &columns() { return *m_columns; }
    items::ReviewsModel &model() { return m_model; }
    FilterBox *filterBox() { return m_filterBox; }
    /// What can be done with the current review, here and at its host; made anew each time.
    std::unique_ptr<QMenu> menu();
    /// What columns hold that there is no room for, in a pane that is narrow; empty otherwise.
    QString secondLine(const QModelIndex &index) const;
    /// Selects the review of this key, whatever is filtered.
    void reveal(const QString &connectionId, const QString &reviewKey);

Q_SIGNALS:
    void done(const QString &said); ///< A check-out or a diff came to its end.

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void prepareView();
    void showColumns();
    QAction *addAction(const QString &icon, const QString &text, const Commands::Command &command, void (ReviewsPane::*run)());
    void reload();
    void showState();
    void showActions();
    /// What the host of the current review has done to it.
    std::vector<EntityActions::Offer> offers() const;
    const domain::Review *current() const;
    QString cloneOfCurrent() const;
    void openEntity();
    void openInBrowser();
    void approveCurrent();
    void checkOutCurrent();
    void showDiff();
    void copySelection();
    void exportShown();
    /// Has the head of the review brought into the clone where it is not there, then `work` done, off the window's thread.
    void withHead(const domain::Review &review, const QString &clone, std::function<void()> work);
    void sayFetching(const domain::Review &review, const QString &clone);
    void say(const QString &headline, const QString &detail);

    NoticeDesk &m_desk;
    EntityActions &m_actions;
    items::ReviewsModel m_model;
    FilterBox *m_filterBox;
    GroupList *m_view;
    GroupDelegate *m_delegate = nullptr;
    ColumnChoice *m_columns = nullptr;
    QList<int> m_below; ///< The columns that gave way.
    QAction *m_approve, *m_browse, *m_checkOut, *m_diff, *m_copy, *m_export;
    QString m_said, m_detail;
    bool m_isFetching = false;
    std::stop_source m_stop; ///< Of what is being fetched.
    QThreadPool m_pool; ///< Last: waits for its thread before the rest goes.
};

} // namespace callboard::ui::panes
