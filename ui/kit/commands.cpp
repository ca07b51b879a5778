// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/commands.h"

#include "ui/kit/icons.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace callboard::ui {

Commands::Commands(QObject *parent)
    : QObject(parent)
{
}

QAction *Commands::add(const Command &command, QObject *context, std::function<void()> run)
{
    if (QAction *existing = m_actions.value(command.id))
        return existing;
    auto *action = new QAction(icon(command.iconName), command.text, this);
    action->setObjectName(command.id);
    action->setCheckable(command.checkable);
    action->setShortcuts(m_changed.value(command.id, command.shortcuts));
    action->setShortcutContext(Qt::WindowShortcut);
    action->setStatusTip(command.help);
    action->setToolTip(command.help.isEmpty() ? QString(command.text).remove(u'&') : command.help);
    action->setMenuRole(QAction::NoRole);
    connect(action, &QAction::triggered, context, [run = std::move(run)] { run(); });
    m_commands.push_back(command);
    m_actions.insert(command.id, action);
    Q_EMIT added(command.id);
    return action;
}

QAction *Commands::action(const QString &id) const
{
    return m_actions.value(id);
}

const Commands::Command *Commands::find(const QString &id) const
{
    const auto at = std::ranges::find(m_commands, id, &Command::id);
    return at == m_commands.end() ? nullptr : &*at;
}

void Commands::setShortcuts(const QString &id, const QList<QKeySequence> &shortcuts)
{
    const Command *command = find(id);
    if (!command)
        return;
    if (shortcuts == command->shortcuts)
        m_changed.remove(id);
    else
        m_changed.insert(id, shortcuts);
    m_actions.value(id)->setShortcuts(shortcuts);
    Q_EMIT shortcutsChanged(id);
}

void Commands::resetShortcuts(const QString &id)
{
    if (const Command *command = find(id))
        setShortcuts(id, QList<QKeySequence>(command->shortcuts));
}

void Commands::remove(const QString &id)
{
    if (!m_actions.contains(id))
        return;
    delete m_actions.take(id);
    std::erase_if(m_commands, [&](const Command &command) { return command.id == id; });
    Q_EMIT removed(id);
}

QStringList Commands::conflicts(const QString &id, const QList<QKeySequence> &shortcuts) const
{
    QStringList result;
    for (const Command &command : m_commands) {
        if (command.id == id)
            continue;
        const auto theirs = m_actions.value(command.id)->shortcuts();
        if (std::ranges::any_of(shortcuts, [&](const auto &keys) { return theirs.contains(keys); }))
            result.append(command.id);
    }
    return result;
}

QJsonObject Commands::saveShortcuts() const
{
    QJsonObject saved;
    for (auto it = m_changed.cbegin(); it != m_changed.cend(); ++it) {
        QJsonArray keys;
        for (const QKeySequence &sequence : it.value())
            keys.append(sequence.toString(QKeySequence::PortableText));
        saved.insert(it.key(), keys);
    }
    return saved;
}

void Commands::restoreShortcuts(const QJsonObject &saved)
{
    for (auto it = saved.begin(); it != saved.end(); ++it) {
        QList<QKeySequence> shortcuts;
        for (const auto &keys : it.value().toArray())
            shortcuts.append(QKeySequence::fromString(keys.toString(), QKeySequence::PortableText));
        m_changed.insert(it.key(), shortcuts);
        if (QAction *action = m_actions.value(it.key()))
            action->setShortcuts(shortcuts);
    }
}

} // namespace callboard::ui
