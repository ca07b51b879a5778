// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QHash>
#include <QJsonObject>
#include <QKeySequence>
#include <QObject>
#include <QPointer>
#include <QWidget>

#include <functional>
#include <vector>

class QKeyEvent;

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
        bool local = false; ///< Acts where the keyboard is, in what was bound to it; elsewhere its keys are free.
    };

    explicit Commands(QObject *parent = nullptr);

    /// Registers a command; the returned action is owned by the registry.
    QAction *add(const Command &command, QObject *context, std::function<void()> run);
    /// Has a command act in `where`, and all in it, while the keyboard is there: `action` is triggered by the command's keys, and shows
    /// them. Registers the command where it is local and not known yet; one of the window is shadowed there.
    void bind(const Command &command, QWidget *where, QAction *action);
    /// The same with an action that `where` owns.
    QAction *bind(const Command &command, QWidget *where, std::function<void()> run);
    /// Of a local command: asks again whether what is bound where the keyboard is can be done.
    void refreshLocal(const QString &id);
    /// The keys of a command as they are now, whether it is registered or not.
    QList<QKeySequence> keysOf(const Command &command) const;
    bool matches(const Command &command, const QKeyEvent &event) const;
    QAction *action(const QString &id) const;
    const std::vector<Command> &all() const { return m_commands; }
    void setShortcuts(const QString &id, const QList<QKeySequence> &shortcuts);
    void resetShortcuts(const QString &id);
    /// Forgets commands of something that went away (a pane, a plugin).
    void remove(const QString &id);
    const Command *find(const QString &id) const;
    /// Other commands that answer to one of these keys at the same place.
    QStringList conflicts(const QString &id, const QList<QKeySequence> &shortcuts) const;

    /// Only what the user changed: {"focus.mine": ["Ctrl+M"]}. Ids nobody registered yet are kept for later.
    QJsonObject saveShortcuts() const;
    void restoreShortcuts(const QJsonObject &saved);

Q_SIGNALS:
    void added(const QString &id);
    void removed(const QString &id);
    void shortcutsChanged(const QString &id);

private:
    QAction *addLocal(const Command &command);
    QAction *boundAt(QWidget *widget, const QString &id) const;
    void onFocus(QWidget *now);

    std::vector<Command> m_commands;
    QHash<QString, QAction *> m_actions;
    QHash<QString, QList<QKeySequence>> m_changed; ///< The user's own shortcuts.
    QPointer<QWidget> m_where; ///< What has the keyboard, or had it before a menu.
};

} // namespace callboard::ui
