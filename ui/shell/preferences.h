// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/networkstate.h"
#include "ui/kit/theme.h"
#include "ui/shell/tray.h"

class QSettings;

namespace callboard::ui {

class Commands;

/// What closing the window does, where there is a tray.
enum class Closing { Ask, Tray, Quit };

/// What the person chose for every workspace: theme, row height, text size, shortcuts. Secrets never come here.
class Preferences final : public QObject {
    Q_OBJECT
public:
    /// Without settings nothing is read or kept: for pictures and tests.
    Preferences(QSettings *settings, Theme &theme, Commands &commands, QObject *parent = nullptr);

    /// For this run only: as the command line asked.
    void overrideTheme(ThemeChoice choice);
    QString editorCommand() const; ///< "code -g {path}:{line}"; empty for the desktop's choice.
    void setEditorCommand(const QString &command);

    // How the program behaves on the desktop.
    bool showsTray() const { return m_showsTray; }
    void setShowsTray(bool shows);
    Closing closing() const { return m_closing; }
    void setClosing(Closing closing);
    TrayGround trayGround() const { return m_ground; }
    void setTrayGround(TrayGround ground);
    sync::NetworkState::Policy networkPolicy() const { return m_policy; }
    void setNetworkPolicy(const sync::NetworkState::Policy &policy);

Q_SIGNALS:
    void desktopChanged();

private:
    void load();
    void loadDesktop();
    void save();
    void saveDesktop();

    QSettings *m_settings;
    Theme &m_theme;
    Commands &m_commands;
    std::optional<ThemeChoice> m_overridden;
    bool m_showsTray = true;
    Closing m_closing = Closing::Ask;
    TrayGround m_ground = TrayGround::AsSystem;
    sync::NetworkState::Policy m_policy;
};

} // namespace callboard::ui
