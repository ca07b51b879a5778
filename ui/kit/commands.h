// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QHash>
#include <QJsonObject>
#include <QKeySequence>
#include <QObject>

#include <functional>
#include <vector>

namespace callboard::ui {

/// Every action of the program, by a stable id. Menus, tool bar, palette and the shortcut editor are built
/// from it; shortcuts the user changed are kept in the settings.
class Commands final : public QObject {
    Q_OBJECT
public:
    struct Command {
        QString id;       ///< "focus.mine"; never translated.
        QString text;     ///< Translated, with a mnemonic for menus.
        QString menu;     ///< "file", "edit", "view", "go", "entity", "panes", "sync", "help"; empty: palette only.
        QString iconName;
        QList<QKeySequence> shortcuts; ///< Defaults.
        QString help;     ///< One sentence for the palette and tool tip.
        bool checkable = false;
    };

    explicit Commands(QObject *parent = nullptr);

    /// Registers a command; the returned action is owned by the registry.
    QAction *add(const Command &command, QObject *context, std::function<void()> run);
    QAction *action(const QString &id) const;
    const std::vector<Command> &all() const { return m_commands; }
    void setShortcuts(const QString &id, const QList<QKeySequence> &shortcuts);
    void resetShortcuts(const QString &id);
    /// Forgets commands of something that went away (a pane, a plugin).
    void remove(const QString &id);
    const Command *find(const QString &id) const;
    /// Other commands that answer to one of these keys.
    QStringList conflicts(const QString &id, const QList<QKeySequence> &shortcuts) const;

    /// Only what the user changed: {"focus.mine": ["Ctrl+M"]}. Ids nobody registered yet are kept for later.
    QJsonObject saveShortcuts() const;
    void restoreShortcuts(const QJsonObject &saved);

Q_SIGNALS:
    void added(const QString &id);
    void removed(const QString &id);
    void shortcutsChanged(const QString &id);

private:
    std::vector<Command> m_commands;
    QHash<QString, QAction *> m_actions;
    QHash<QString, QList<QKeySequence>> m_changed; ///< The user's own shortcuts.
};

} // namespace callboard::ui
