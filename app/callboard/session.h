// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/userstate.h"
#include "models/search/liveindex.h"
#include "ui/kit/commands.h"
#include "ui/kit/focus.h"
#include "ui/kit/outward.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/preferences.h"

class QSettings;

namespace callboard::app {

/// One workspace with its window: the objects of the program and who knows whom, in the order in which they need
/// each other.
class Session final {
public:
    struct Choice {
        QString directory; ///< Empty: the person's own workspace.
        bool safeMode = false;
        bool keepLayout = true;
        std::optional<ui::ThemeChoice> theme; ///< For this run only.
    };
    static domain::Result<std::unique_ptr<Session>> open(const Choice &choice, ui::Theme &theme, QSettings *settings);
    ~Session();
    Q_DISABLE_COPY_MOVE(Session)

    sync::Workspace &workspace() { return *m_workspace; }
    search::LiveIndex &index() { return m_index; }
    ui::Focus &focus() { return m_focus; }
    ui::Commands &commands() { return m_commands; }
    items::UserState &user() { return m_user; }
    ui::PaneContext context() { return { *m_workspace, m_commands, m_focus, m_index, m_user, m_outward }; }
    ui::Preferences &preferences() { return m_preferences; }
    /// Made when it is first asked for: whoever starts into the tray may never want it.
    ui::MainWindow &window();

    /// Adds a source unless it is there already.
    domain::Result<void> connectTo(const QString &integrationId, const QString &name, const QJsonObject &settings);
    /// Whether there is a connection to the host of that address already.
    bool isConnectedTo(const QUrl &url) const;

private:
    Session(std::unique_ptr<sync::Workspace> workspace, const mirror::Mirror::OpenReport &report, const Choice &choice,
        ui::Theme &theme, QSettings *settings);

    void say(const QString &headline, const QString &detail);

    std::unique_ptr<sync::Workspace> m_workspace;
    search::LiveIndex m_index;
    items::UserState m_user;
    ui::Commands m_commands;
    ui::Focus m_focus;
    ui::Outward m_outward;
    ui::Preferences m_preferences;
    ui::Theme &m_theme;
    QString m_layoutPath;
    QList<std::pair<QString, QString>> m_notices; ///< For the window, when there is one.
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace callboard::app
