// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/menus.h"

#include "ui/kit/commands.h"

#include <QMenu>
#include <QMenuBar>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace callboard::ui {

Menus::Menus(QMenuBar *bar, Commands &commands, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
    , m_commands(commands)
{
    const QList<std::pair<QString, QString>> titles {
        { u"file"_s, tr("&File") },
        { u"edit"_s, tr("&Edit") },
        { u"view"_s, tr("&View") },
        { u"go"_s, tr("&Go") },
        { u"entity"_s, tr("E&ntity") },
        { u"panes"_s, tr("&Panes") },
        { u"sync"_s, tr("&Sync") },
        { u"help"_s, tr("&Help") },
    };
    for (const auto &[id, title] : titles)
        m_menus.insert(id, bar->addMenu(title));
    connect(&commands, &Commands::added, this, [this] { fillSoon(); });
    connect(&commands, &Commands::removed, this, [this] { fillSoon(); });
    fill();
}

void Menus::fillSoon()
{
    if (m_pending)
        return;
    m_pending = true;
    QTimer::singleShot(0, this, [this] {
        m_pending = false;
        fill();
    });
}

void Menus::fill()
{
    for (auto it = m_menus.cbegin(); it != m_menus.cend(); ++it) {
        QMenu *menu = it.value();
        const auto old = menu->actions();
        for (QAction *action : old) {
            menu->removeAction(action);
            if (action->isSeparator())
                delete action;
        }
        QString group;
        for (const auto &command : ordered(it.key())) {
            const QString now = command.id.section(u'.', 0, 0);
            if (!group.isEmpty() && now != group)
                menu->addSeparator();
            group = now;
            menu->addAction(m_commands.action(command.id));
        }
        if (!m_tails.value(it.key()).isEmpty() && !menu->isEmpty())
            menu->addSeparator();
        menu->addActions(m_tails.value(it.key()));
        // A menu without anything in it is a dead end.
        menu->menuAction()->setVisible(!menu->isEmpty());
    }
}

// By the order in which they came; but the program itself goes last, whoever registered it when.
std::vector<Commands::Command> Menus::ordered(const QString &menu) const
{
    std::vector<Commands::Command> commands;
    std::ranges::copy_if(m_commands.all(), std::back_inserter(commands), [&](const auto &command) { return command.menu == menu; });
    const auto rank = [](const Commands::Command &command) {
        return command.id.startsWith("program."_L1) ? 2 : command.id.startsWith("app."_L1) ? 1 : 0;
    };
    std::ranges::stable_sort(commands, {}, rank);
    return commands;
}

void Menus::append(const QString &menuId, QMenu *submenu)
{
    QAction *action = submenu->menuAction();
    m_tails[menuId].append(action);
    connect(action, &QObject::destroyed, this, [this, menuId, action] { m_tails[menuId].removeAll(action); });
    fill();
}

QMenu *Menus::addSubmenu(const QString &menuId, const QString &title)
{
    auto *submenu = new QMenu(title, m_bar);
    m_tails[menuId].append(submenu->menuAction());
    fill();
    return submenu;
}

} // namespace callboard::ui
