// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/commands.h"

#include <QHash>
#include <QObject>

class QMenu;
class QMenuBar;

namespace callboard::ui {

/// The menus of a window, built from the command registry: a command says which menu it is in; a line stands where the
/// first part of the ids changes.
class Menus final : public QObject {
    Q_OBJECT
public:
    Menus(QMenuBar *bar, Commands &commands, QObject *parent = nullptr);
    QMenu *menu(const QString &id) const { return m_menus.value(id); }

private:
    void fill();
    std::vector<Commands::Command> ordered(const QString &menu) const;
    void fillSoon();

    QMenuBar *m_bar;
    Commands &m_commands;
    QHash<QString, QMenu *> m_menus;
    QHash<QString, QList<QAction *>> m_tails; ///< What others appended, kept through refills.
    bool m_pending = false;

public:
    /// A submenu at the end of a menu.
    void append(const QString &menuId, QMenu *submenu); ///< Borrowed; may go before this.
    QMenu *addSubmenu(const QString &menuId, const QString &title);
};

} // namespace callboard::ui
