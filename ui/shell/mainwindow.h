// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/focus.h"
#include "ui/shell/layoutstate.h"
#include "ui/shell/trail.h"

#include <QMainWindow>
#include <QPointer>

class QTimer;

namespace callboard::ui {

class Banner;
class Documents;
class ConnectionDialog;
class FirstRun;
class HeaderBar;
class Menus;
class PaletteBox;
class PaneHost;
class Preferences;
class RecentSwitcher;
class SettingsDialog;
class Theme;

/// The window: panes around pages, one focus, and every command of the shell.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    struct Parts {
        PaneContext context;
        Theme &theme;
        Preferences &preferences;
        std::vector<PaneFactory> panes;
        QString layoutPath; ///< Empty: the layout is neither read nor kept.
    };
    explicit MainWindow(Parts parts);
    ~MainWindow() override;

    PaneHost &panes() { return *m_panes; }
    Documents &documents() { return *m_documents; }
    /// Says something over the board, once: a mirror that was rebuilt, a layout that was damaged.
    void showNotice(const QString &headline, const QString &detail);
    /// Shows an operation, type or message of an API in the API pane; the API as a whole with an empty id.
    void openApiItem(const QString &canonicalRef, const QString &itemId);
    PaletteBox &openPalette(const QString &text = {});
    FirstRun &openFirstRun();
    /// The form of a saved connection; with `signIn` it goes on to signing in at once.
    ConnectionDialog *openConnection(const QString &connectionId, bool signIn = false);
    SettingsDialog &openSettings(const QString &page = {});
    void resetLayout();
    /// Asked before the window closes; false keeps it open (or hides it). Empty: it closes.
    void setCloseGuard(std::function<bool()> mayClose) { m_mayClose = std::move(mayClose); }
    void setWorkspaceMenu(QMenu *menu); ///< In the header and the file menu; borrowed.

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;
    QMenu *createPopupMenu() override { return nullptr; }

private:
    // shellcommands.cpp
    void registerFileCommands();
    void registerViewCommands();
    void registerGoCommands();
    void registerPaneCommands();
    void registerSyncCommands();
    void registerHelpCommands();
    void showPaneByNumber(const QString &id);
    void moveToNeighbour(bool forward);

    void onFocusChanged(const FocusTarget &target);
    void onOpenRequested(const QString &ref, Focus::How how);
    void onDocRequested(const TrailStep &target, Focus::How how);
    void stepTrail(int by);
    void updateTrail();
    void onPlaceRequested(const QString &localPath, int line, const QString &ref);
    void updateTitle();
    void updateInvitation();
    void updateInterest();
    void restoreLayout();
    void saveLayoutNow();
    void saveLayoutSoon();
    void fillPerspectives();
    void usePerspective(const QString &name);
    void askPerspectiveName(const QString &title, const QString &given, std::function<void(const QString &)> use);
    void savePerspective(const QString &name);
    void removePerspective(const QString &name);
    void browse(const QString &ref);

    Parts m_parts;
    Banner *m_notice;
    Documents *m_documents;
    PaneHost *m_panes;
    Menus *m_menus = nullptr;
    HeaderBar *m_header = nullptr;
    QMenu *m_perspectiveMenu = nullptr;
    LayoutState m_layout;
    Trail m_trail;
    QTimer *m_saveTimer;
    QPointer<PaletteBox> m_palette;
    QPointer<FirstRun> m_firstRun;
    QPointer<SettingsDialog> m_settings;
    QPointer<RecentSwitcher> m_recent;
    std::function<bool()> m_mayClose;
    bool m_restored = false;
    bool m_following = false; ///< The focus and the page are being brought together.
};

} // namespace callboard::ui
