// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcuteditor.h"

#include "ui/kit/commands.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"

#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {
constexpr int idRole = Qt::UserRole + 1;

QString plain(const QString &text)
{
    return QString(text).remove(u'&');
}
} // namespace

ShortcutEditor::ShortcutEditor(Commands &commands, QWidget *parent)
    : QWidget(parent)
    , m_commands(commands)
    , m_filter(new QLineEdit)
    , m_tree(new QTreeWidget)
    , m_keys(new QKeySequenceEdit)
    , m_assign(new QPushButton(tr("Use these keys")))
    , m_reset(new QPushButton(tr("Restore the default")))
    , m_conflict(new TextLabel({}, TextRole::Dense, TextLabel::Ink::Warning))
{
    setSurface(this, Surface::Board);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(28, 20, 28, 16);
    column->setSpacing(10);
    column->addWidget(new TextLabel(tr("Shortcuts"), TextRole::Heading2, TextLabel::Ink::Primary, QFont::DemiBold));
    m_filter->setPlaceholderText(tr("Filter by name or keys"));
    m_filter->setAccessibleName(tr("Filter the commands"));
    m_filter->setClearButtonEnabled(true);
    column->addWidget(m_filter);
    m_tree->setHeaderLabels({ tr("Command"), tr("Keys"), tr("Id") });
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setAccessibleName(tr("Commands"));
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setStretchLastSection(false);
    m_tree->setColumnWidth(1, 160);
    m_tree->setColumnWidth(2, 150);
    column->addWidget(m_tree, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_keys->setAccessibleName(tr("New keys"));
    m_keys->setMaximumSequenceLength(1);
    row->addWidget(m_keys, 1);
    row->addWidget(m_assign);
    row->addWidget(m_reset);
    column->addLayout(row);
    m_conflict->setWordWrap(true);
    column->addWidget(m_conflict);
    m_conflict->hide();
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) { filter(text); });
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this] { onChosen(); });
    connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, [this] { onTyped(); });
    connect(m_assign, &QPushButton::clicked, this, [this] { assign(); });
    connect(m_reset, &QPushButton::clicked, this, [this] { m_commands.resetShortcuts(chosen()); });
    connect(&m_commands, &Commands::shortcutsChanged, this, [this] { fill(); });
    fill();
}

QString ShortcutEditor::chosen() const
{
    const QTreeWidgetItem *item = m_tree->currentItem();
    return item ? item->data(0, idRole).toString() : QString();
}

void ShortcutEditor::fill()
{
    const QString before = chosen();
    m_tree->clear();
    for (const auto &command : m_commands.all()) {
        QStringList keys;
        for (const QKeySequence &sequence : m_commands.action(command.id)->shortcuts())
            keys.append(sequence.toString(QKeySequence::NativeText));
        auto *item = new QTreeWidgetItem(m_tree, { plain(command.text), keys.join(u", "), command.id });
        item->setData(0, idRole, command.id);
        item->setToolTip(0, command.help);
        if (command.id == before)
            m_tree->setCurrentItem(item);
    }
    if (!m_tree->currentItem() && m_tree->topLevelItemCount() > 0)
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
    filter(m_filter->text());
}

void ShortcutEditor::filter(const QString &text)
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_tree->topLevelItem(i);
        bool shown = text.isEmpty();
        for (int column = 0; column < 3; ++column)
            shown |= item->text(column).contains(text, Qt::CaseInsensitive);
        item->setHidden(!shown);
    }
}

void ShortcutEditor::onChosen()
{
    const QAction *action = m_commands.action(chosen());
    m_keys->setEnabled(action);
    m_reset->setEnabled(action);
    if (action)
        m_keys->setKeySequence(action->shortcut());
    onTyped();
}

void ShortcutEditor::onTyped()
{
    const QKeySequence typed = m_keys->keySequence();
    const QStringList taken = typed.isEmpty() ? QStringList() : m_commands.conflicts(chosen(), { typed });
    m_conflict->setVisible(!taken.isEmpty());
    if (!taken.isEmpty())
        m_conflict->setText(tr("These keys belong to “%1”, which would lose them.").arg(plain(m_commands.find(taken.first())->text)));
    m_assign->setText(taken.isEmpty() ? tr("Use these keys") : tr("Take these keys"));
}

void ShortcutEditor::assign()
{
    const QString id = chosen();
    const QKeySequence typed = m_keys->keySequence();
    if (id.isEmpty())
        return;
    const QStringList taken = typed.isEmpty() ? QStringList() : m_commands.conflicts(id, { typed });
    for (const QString &other : taken) {
        auto rest = m_commands.action(other)->shortcuts();
        rest.removeAll(typed);
        m_commands.setShortcuts(other, rest);
    }
    m_commands.setShortcuts(id, typed.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence> { typed });
}

} // namespace callboard::ui
