// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspacemenu.h"

#include "ui/kit/commands.h"
#include "ui/kit/times.h"

#include <QDir>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace callboard::ui {

WorkspaceMenu::WorkspaceMenu(PaneContext context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_menu(std::make_unique<QMenu>(tr("Workspaces")))
{
    connect(m_menu.get(), &QMenu::aboutToShow, this, [this] {
        fill();
        measure();
    });
    fill();
}

WorkspaceMenu::~WorkspaceMenu() = default;

bool WorkspaceMenu::isNamed() const
{
    return !sync::workspaceNameOf(m_context.workspace.mirror().directory()).isEmpty();
}

void WorkspaceMenu::fill()
{
    m_menu->clear();
    const QString current = m_context.workspace.name();
    QStringList names = QDir(sync::workspacesFolder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::LocaleAware);
    names.removeIf([](const QString &name) { return !sync::isWorkspaceName(name); });
    if (!isNamed())
        names.prepend(current);
    for (const QString &name : std::as_const(names)) {
        const bool isThis = name == current;
        QStringList words { QString(name).replace(u'&', u"&&"_s) };
        if (const auto known = m_known.constFind(name); known != m_known.cend())
            words.append(byteCount(known->bytes));
        QAction *action = m_menu->addAction(words.join(u"  ·  "));
        action->setCheckable(true);
        action->setChecked(isThis);
        action->setProperty("workspace", name);
        connect(action, &QAction::triggered, this, [this, action, name, isThis] {
            action->setChecked(isThis);
            Q_EMIT openRequested(name);
        });
    }
    m_menu->addSeparator();
    for (const QString &id : { u"workspace.new"_s, u"workspace.rename"_s }) {
        if (QAction *action = m_context.commands.action(id))
            m_menu->addAction(action);
    }
}

// Sizes are counted on another thread, and written beside the names when they are known.
void WorkspaceMenu::measure()
{
    if (std::exchange(m_measuring, true))
        return;
    QThreadPool::globalInstance()->start([self = QPointer(this)] {
        auto entries = sync::listWorkspaces();
        QMetaObject::invokeMethod(qApp, [self, entries = std::move(entries)] {
            if (!self)
                return;
            self->m_measuring = false;
            for (const sync::WorkspaceEntry &entry : entries)
                self->m_known.insert(entry.name, entry);
            const auto actions = self->m_menu->actions();
            for (QAction *action : actions) {
                const QString name = action->property("workspace").toString();
                if (const auto known = self->m_known.constFind(name); !name.isEmpty() && known != self->m_known.cend())
                    action->setText(QString(name).replace(u'&', u"&&"_s) + u"  ·  "_s + byteCount(known->bytes));
            }
        }, Qt::QueuedConnection);
    });
}

void WorkspaceMenu::ask(
    QWidget *parent, const QString &title, const QString &given, std::function<domain::Result<void>(const QString &)> use)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("Name of the workspace:"));
    dialog->setTextValue(given);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, parent, title, use = std::move(use)](const QString &typed) {
        const QString name = typed.trimmed();
        if (name.isEmpty())
            return;
        const auto done = use(name);
        if (done)
            return;
        const bool taken = done.error().code == domain::ErrorCode::Conflict;
        auto *box = new QMessageBox(QMessageBox::NoIcon, title,
            taken ? tr("There is a workspace “%1” already.").arg(name) : tr("“%1” cannot be the name of a workspace.").arg(name),
            QMessageBox::Ok, parent);
        box->setInformativeText(taken ? tr("Choose another name.") : tr("A name has at most 60 characters, and none of / \\ : * ? \" < > |."));
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->open();
    });
    dialog->open();
}

void WorkspaceMenu::askNew(QWidget *parent)
{
    ask(parent, tr("New workspace"), {}, [this](const QString &name) -> domain::Result<void> {
        if (const auto made = sync::createWorkspace(name); !made)
            return std::unexpected(made.error());
        Q_EMIT openRequested(name);
        return {};
    });
}

void WorkspaceMenu::askRename(QWidget *parent)
{
    ask(parent, tr("Rename the workspace"), m_context.workspace.name(), [this](const QString &name) -> domain::Result<void> {
        if (name == m_context.workspace.name())
            return {};
        if (!sync::isWorkspaceName(name))
            return domain::fail(domain::ErrorCode::Invalid, name);
        if (QFileInfo::exists(QDir(sync::workspacesFolder()).filePath(name)))
            return domain::fail(domain::ErrorCode::Conflict, name);
        Q_EMIT renameRequested(name);
        return {};
    });
}

} // namespace callboard::ui
