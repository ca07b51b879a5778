// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/commands.h"

#include "ui/kit/icons.h"

#include <QApplication>
#include <QJsonArray>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

/// Of a command that is bound to a widget. A shortcut of Qt would be ambiguous with one of the window; a key that is taken here is not.
class Binding final : public QObject {
public:
    Binding(Commands &commands, Commands::Command command, QWidget *where, QAction *action)
        : QObject(where)
        , m_commands(&commands)
        , m_command(std::move(command))
        , m_action(action)
    {
        action->setShortcutContext(Qt::WidgetShortcut);
        showKeys();
        where->installEventFilter(this);
        connect(&commands, &Commands::shortcutsChanged, this, [this](const QString &id) {
            if (id == m_command.id)
                showKeys();
        });
        connect(action, &QAction::enabledChanged, &commands, [&commands, id = m_command.id] { commands.refreshLocal(id); });
    }
    const QString &id() const { return m_command.id; }
    QAction *action() const { return m_action; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool isPress = event->type() == QEvent::KeyPress;
        if (isPress && m_announced) {
            m_announced = false;
            QCoreApplication::instance()->removeEventFilter(this);
            // The press that was announced may never have come.
            auto *where = qobject_cast<QWidget *>(parent());
            QWidget *has = QApplication::focusWidget();
            if (!where || (has != where && !where->isAncestorOf(has)))
                return false;
        } else if (watched != parent() || (!isPress && event->type() != QEvent::ShortcutOverride)) {
            return false;
        }
        if (!m_commands || !m_action || !m_action->isEnabled() || !m_commands->matches(m_command, *static_cast<QKeyEvent *>(event)))
            return false;
        event->accept();
        if (isPress)
            m_action->trigger();
        else
            takeNext();
        return true;
    }

private:
    /// The press comes next, and what has the keyboard in here would have it first.
    void takeNext()
    {
        m_announced = true;
        QCoreApplication::instance()->installEventFilter(this);
    }

    void showKeys()
    {
        if (m_action)
            m_action->setShortcuts(m_commands->keysOf(m_command));
    }

    QPointer<Commands> m_commands;
    Commands::Command m_command;
    QPointer<QAction> m_action;
    bool m_announced = false;
};

/// A sign or a digit: where Shift is held for it, the layout wants that to type it ("?" on most, "5" on a French one), and a sequence
/// names the sign alone. So do Qt's own shortcuts and its editor of sequences.
bool isSymbol(Qt::Key key)
{
    return key > Qt::Key_Space && key < Qt::Key_Escape && !QChar::isLetter(char32_t(key)) && QChar::isPrint(char32_t(key));
}

} // namespace

Commands::Commands(QObject *parent)
    : QObject(parent)
{
    if (auto *application = qobject_cast<QApplication *>(QCoreApplication::instance()))
        connect(application, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { onFocus(now); });
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

QAction *Commands::addLocal(const Command &command)
{
    QAction *action = add(command, this, [this, id = command.id] {
        if (QAction *bound = boundAt(m_where, id))
            bound->trigger();
    });
    action->setShortcutContext(Qt::WidgetShortcut); // Its keys are shown, and answered by what is bound.
    action->setEnabled(boundAt(m_where, command.id));
    return action;
}

void Commands::bind(const Command &command, QWidget *where, QAction *action)
{
    if (command.local && !m_actions.contains(command.id))
        addLocal(command);
    new Binding(*this, command, where, action);
}

QAction *Commands::bind(const Command &command, QWidget *where, std::function<void()> run)
{
    auto *action = new QAction(icon(command.iconName), command.text, where);
    connect(action, &QAction::triggered, where, [run = std::move(run)] { run(); });
    bind(command, where, action);
    return action;
}

/// The nearest one around a widget.
QAction *Commands::boundAt(QWidget *widget, const QString &id) const
{
    for (QWidget *at = widget; at; at = at->isWindow() ? nullptr : at->parentWidget()) {
        for (QObject *child : at->children()) {
            const auto *binding = dynamic_cast<Binding *>(child);
            if (binding && binding->id() == id && binding->action() && binding->action()->isEnabled())
                return binding->action();
        }
    }
    return nullptr;
}

void Commands::refreshLocal(const QString &id)
{
    if (QAction *action = m_actions.value(id))
        action->setEnabled(boundAt(m_where, id));
}

void Commands::onFocus(QWidget *now)
{
    // Who goes through a menu means what was in use before.
    if (!now || qobject_cast<QMenuBar *>(now) || qobject_cast<QMenu *>(now))
        return;
    m_where = now;
    for (const Command &command : m_commands) {
        if (command.local)
            refreshLocal(command.id);
    }
}

QList<QKeySequence> Commands::keysOf(const Command &command) const
{
    const QAction *action = m_actions.value(command.id);
    return action ? action->shortcuts() : m_changed.value(command.id, command.shortcuts);
}

bool Commands::matches(const Command &command, const QKeyEvent &event) const
{
    const auto key = event.key() == Qt::Key_Enter ? Qt::Key_Return : Qt::Key(event.key());
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    const QList<QKeySequence> keys = keysOf(command);
    const auto has = [&](Qt::KeyboardModifiers held) { return keys.contains(QKeySequence(QKeyCombination(held, key))); };
    return has(modifiers) || (modifiers.testFlag(Qt::ShiftModifier) && isSymbol(key) && has(modifiers & ~Qt::ShiftModifier));
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
    const auto groupOf = [](const QString &of) { return of.section(u'.', 0, 0); };
    const Command *own = find(id);
    for (const Command &command : m_commands) {
        if (command.id == id)
            continue;
        // Two lists may use the same keys, and what is bound to one goes before the window there.
        const bool isElsewhere = own && (own->local != command.local || (own->local && groupOf(own->id) != groupOf(command.id) && groupOf(own->id) != "list"_L1 && groupOf(command.id) != "list"_L1));
        if (isElsewhere)
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
        if (QAction *action = m_actions.value(it.key())) {
            action->setShortcuts(shortcuts);
            Q_EMIT shortcutsChanged(it.key());
        }
    }
}

} // namespace callboard::ui
