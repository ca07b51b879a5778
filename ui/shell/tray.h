// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/notices/situation.h"
#include "ui/kit/pane.h"
#include "ui/kit/standing.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSystemTrayIcon>

class QMenu;
class QTimer;

namespace callboard::ui {

/// What the icon in the tray says, by its shape.
enum class TraySign { Ok, Syncing, Failing, Offline, Paused, Running, Waiting };
/// On what the icon stands.
enum class TrayGround { AsSystem, Light, Dark };

/// The worst of all: what fails, no network, what waits for the person, and so on. Someone else's red build is none of it.
TraySign traySign(const Standing &standing, bool readsForLong, const notices::Situation &situation = {});
/// Pixmaps of 16, 22, 24, 32, 44 and 48 px.
QIcon trayIcon(TraySign sign, bool onDark);
QPixmap trayPixmap(TraySign sign, bool onDark, int size);
/// For what a desktop shows in our place: some read it as markup, and would load a picture that a server names. Signs that only look like
/// those of markup are in their place.
QString withoutMarkup(QString text);
/// "Callboard, Quayline", how it stands, and as of when: a line each.
QString trayToolTip(const QString &workspace, const Standing &standing, bool readsForLong, const notices::Situation &situation = {});
/// "1 build fails, 3 builds run, 4 reviews wait for you"; empty where there is nothing to say.
QString situationText(const notices::Situation &situation);

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
    /// Where the desktop has no other notifications.
    void showMessage(const QString &title, const QString &body) { m_icon->showMessage(withoutMarkup(title), withoutMarkup(body)); }

Q_SIGNALS:
    void activated();        ///< Pressed: the window, or away with it.
    void standingActivated(); ///< The first line of the menu: why it stands so.
    void lineActivated(const callboard::notices::Situation::Line &line); ///< One of the worst in the menu.
    void quietRequested(bool quiet); ///< Nothing shall pop up for an hour; false takes it back.

private:
    void fillMenu();
    void fillLines();
    void refresh();
    void draw();
    bool onDark() const;

    PaneContext m_context;
    TrayGround m_ground;
    QSystemTrayIcon *m_icon;
    std::unique_ptr<QMenu> m_menu;
    QMenu *m_workspaces = nullptr;
    QAction *m_head;
    QAction *m_quiet;
    QList<QAction *> m_lines; ///< The worst.
    notices::Situation m_situation;
    QTimer *m_soon;
    QElapsedTimer m_reading; ///< Since something is being read.
    TraySign m_sign = TraySign::Ok;
};

} // namespace callboard::ui
