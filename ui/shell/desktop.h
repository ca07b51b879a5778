// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notices/situation.h"
#include "ui/kit/links.h"
#include "ui/kit/pane.h"

#include <QObject>

#include <functional>

class QMessageBox;
class QTimer;

namespace callboard::ui {

class MainWindow;
class NoticePopups;
class Preferences;
class Tray;
class WorkspaceMenu;

/// The program as the desktop sees it, with or without a window: tray, closing, links, workspaces. The window is made when
/// somebody first wants to see it.
class Desktop final : public QObject {
    Q_OBJECT
public:
    struct Parts {
        PaneContext context;
        Preferences &preferences;
        std::function<MainWindow &()> window; ///< Makes it the first time.
        /// Starts the program once more, with the desktop's permission to come to the front; false where it could not. Empty: this program.
        std::function<bool(const QStringList &arguments, const QByteArray &activation)> start = {};
    };
    explicit Desktop(Parts parts);
    ~Desktop() override;

    /// Shows the window; hidden, only the tray icon, and the window all the same where there is no tray.
    void begin(bool hidden);
    void showWindow(const QByteArray &activation = {});
    /// What came from outside: a link, or only the wish to be seen.
    void open(const QString &link, const QByteArray &activation);
    void quit();
    bool hasTray() const { return m_tray != nullptr; }
    Tray *tray() { return m_tray.get(); }
    MainWindow *window() { return m_window; } ///< Null until it was first shown.
    /// The name that the workspace gets when the program has ended, which is then started again; empty for none.
    QString renameTo() const { return m_renameTo; }

private:
    void registerCommands();
    void makeTray();
    void lookForTrayLater();
    void followPreferences();
    void prepareWindow();
    bool mayClose();
    void askWhereTo();
    bool isThis(const QString &workspace) const;
    void follow(const QString &link);
    void sayNowhere(const QString &link);
    void startOther(const QString &workspace, const QString &link = {}, const QByteArray &activation = {});
    void showSources();
    void makeNotices();
    void openNotice(const QString &key, const QByteArray &activation);
    void openLine(const notices::Situation::Line &line);
    bool showPane(const QString &id);

    Parts m_parts;
    std::unique_ptr<WorkspaceMenu> m_workspaces;
    std::unique_ptr<Tray> m_tray;
    std::unique_ptr<NoticePopups> m_popups;
    MainWindow *m_window = nullptr;
    QString m_renameTo;
    bool m_quitting = false;
    bool m_asking = false;
    QTimer *m_trayLook; ///< Runs while there is nowhere to put the icon.
};

} // namespace callboard::ui
