// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/entity/pagemenu.h"

#include "ui/kit/focus.h"
#include "ui/kit/icons.h"
#include "ui/kit/outward.h"
#include "ui/panes/entity/wording.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QMenu>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {
    struct Say {
        Q_DECLARE_TR_FUNCTIONS(callboard::ui::panes::EntityMenu)
    };

    void addCopy(QMenu *menu, const QString &text, const QString &what)
    {
        menu->addAction(icon(u"copy"_s), text, menu, [what] { QGuiApplication::clipboard()->setText(what); });
    }
}

QString entityAsJson(const domain::Entity &entity)
{
    return QString::fromUtf8(QJsonDocument(entity.toJson()).toJson(QJsonDocument::Indented));
}

void fillEntityMenu(QMenu *menu, const PageData &data, PaneContext context)
{
    menu->clear();
    const QString ref = data.content.ref;
    menu->addAction(icon(u"columns"_s), Say::tr("Open &beside"), menu,
        [&focus = context.focus, ref] { focus.open(ref, Focus::How::Beside); });
    QAction *browser = menu->addAction(icon(u"external-link"_s), Say::tr("Open descriptor in &browser"), menu,
        [&outward = context.outward, url = openableUrl(data.webUrl)] { outward.browse(url); });
    browser->setEnabled(!openableUrl(data.webUrl).isEmpty());
    QAction *editor = menu->addAction(icon(u"docs"_s), Say::tr("Open descriptor in &editor"), menu,
        [&outward = context.outward, path = data.localPath, line = data.line()] { outward.edit(path, line); });
    editor->setEnabled(!data.localPath.isEmpty());
    QAction *manager = menu->addAction(icon(u"folder"_s), Say::tr("Show in &file manager"), menu,
        [&outward = context.outward, path = data.localPath] { outward.showFile(path); });
    manager->setEnabled(!data.localPath.isEmpty());
    QAction *terminal = menu->addAction(icon(u"terminal"_s), Say::tr("Open &terminal here"), menu,
        [&outward = context.outward, folder = data.clone ? data.clone->path : QFileInfo(data.localPath).absolutePath()] { outward.openTerminal(folder); });
    terminal->setEnabled(!data.localPath.isEmpty());
    menu->addSeparator();
    addCopy(menu, Say::tr("Copy &reference"), ref);
    addCopy(menu, Say::tr("Copy &name"), data.entity.name());
    menu->addAction(icon(u"copy"_s), Say::tr("Copy as &JSON"), menu,
        [entity = data.entity] { QGuiApplication::clipboard()->setText(entityAsJson(entity)); });
}

} // namespace callboard::ui::panes
