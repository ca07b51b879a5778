// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/inboxmodel.h"
#include "ui/kit/commands.h"
#include "ui/panes/inbox/noticedesk.h"

class QCheckBox;
class QComboBox;
class QMenu;
class QTreeView;

namespace callboard::ui {
class FilterBox;
class TextLabel;
}

namespace callboard::ui::panes {

class GroupList;

/// Everything that somebody or something has to tell the person, by entity, and what to do with it.
class InboxPane final : public Pane {
    Q_OBJECT
public:
    explicit InboxPane(PaneContext context, QWidget *parent = nullptr);
    ~InboxPane() override;

    QString id() const override { return QStringLiteral("inbox"); }
    QString title() const override { return tr("Inbox"); }
    QString iconName() const override { return QStringLiteral("bell"); }
    bool followsFocus() const override { return false; }
    QWidget *focusWidgetOfPane() override;
    QWidget *headerWidget() override;
    QList<QAction *> headerActions() const override { return { m_done, m_laterAction, m_undo }; }
    QJsonObject saveState() const override;
    void restoreState(const QJsonObject &state) override;

    QTreeView *view();
    items::InboxModel &model() { return m_model; }
    FilterBox *filterBox() { return m_filterBox; }
    void setFolder(notices::Folder folder);
    /// What can be done with the rows that are selected; made anew each time.
    std::unique_ptr<QMenu> menu();
    /// Selects a notice, and its folder where it is not in the one that shows.
    void reveal(const QString &key);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeBar();
    void prepareView();
    void makeActions();
    QAction *addAction(const QString &icon, const QString &text, void (InboxPane::*run)());
    QAction *addAction(const QString &icon, const QString &text, const Commands::Command &command, void (InboxPane::*run)());
    void showState();
    void showFolders();
    void showDetail();
    PaneStatus nothingShown() const;
    notices::Folder filledFolder() const;
    void onStatusAction();
    QStringList selectedKeys() const;
    const notices::Item *currentItem() const;
    void openCurrent();
    void openInBrowser();
    void toggleRead();
    void toggleSaved();
    void toggleDone();
    void chooseLater();
    void undo();
    void readAll();
    void copySelection();
    void fillLater(QMenu &menu);
    void fillMute(QMenu &menu);
    /// The row that comes to where these are, when they leave the folder.
    void keepPlace(const std::function<void()> &change);

    NoticeDesk &m_desk;
    items::InboxModel m_model;
    FilterBox *m_filterBox;
    QComboBox *m_folder;
    QCheckBox *m_unread;
    TextLabel *m_facts;
    TextLabel *m_detail;
    GroupList *m_view;
    QAction *m_open, *m_browse, *m_read, *m_saved, *m_done, *m_laterAction, *m_undo, *m_readAll, *m_copy;
    QString m_refused;
};

} // namespace callboard::ui::panes
