// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/pane.h"
#include "ui/kit/standing.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSystemTrayIcon>

class QMenu;
class QTimer;

namespace callboard::ui {

/// What the icon in the tray says, by its shape.
enum class TraySign { Ok, Syncing, Failing, Offline, Paused };
/// On what the icon stands.
enum class TrayGround { AsSystem, Light, Dark };

TraySign traySign(const Standing &standing, bool readsForLong);
/// Pixmaps of 16, 22, 24, 32, 44 and 48 px.
QIcon trayIcon(TraySign sign, bool onDark);
QPixmap trayPixmap(TraySign sign, bool onDark, int size);
/// "Callboard, Quayline", how it stands, and as of when: a line each.
QString trayToolTip(const QString &workspace, const Standing &standing);

/// The icon in the tray of the desktop. Its menu is made of registered commands.
class Tray final : public QObject {
    Q_OBJECT
public:
    Tray(PaneContext context, TrayGround ground, QObject *parent = nullptr);
    ~Tray() override;

    void setGround(TrayGround ground);
    /// A submenu above "Settings" and "Quit"; borrowed.
    void setWorkspaceMenu(QMenu *menu);
    QMenu &menu() { return *m_menu; }
    TraySign sign() const { return m_sign; }
    QString toolTip() const { return m_icon->toolTip(); }

Q_SIGNALS:
    void activated();        ///< Pressed: the window, or away with it.
    void standingActivated(); ///< The first line of the menu: why it stands so.

private:
    void fillMenu();
    void refresh();
    void draw();
    bool onDark() const;

    PaneContext m_context;
    TrayGround m_ground;
    QSystemTrayIcon *m_icon;
    std::unique_ptr<QMenu> m_menu;
    QMenu *m_workspaces = nullptr;
    QAction *m_head;
    QTimer *m_soon;
    QElapsedTimer m_reading; ///< Since something is being read.
    TraySign m_sign = TraySign::Ok;
};

} // namespace callboard::ui
