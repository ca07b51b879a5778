// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What one does with the list of runs: keys, and the menu.
#include "ui/panes/builds/buildspane.h"

#include "ui/kit/focus.h"
#include "ui/kit/icons.h"
#include "ui/kit/listcommands.h"
#include "ui/kit/outward.h"
#include "ui/panes/builds/runtree.h"
#include "ui/panes/builds/runview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using builds::noRun;
using domain::BuildState;
using items::BuildsModel;

/// From problem to problem, as everywhere.
void BuildsPane::goToBroken(int by)
{
    QModelIndex at = m_view->currentIndex().isValid() ? m_view->currentIndex().siblingAtColumn(0) : m_model.index(0, 0);
    for (int steps = 0; at.isValid() && steps < 100'000; ++steps) {
        at = by > 0 ? m_view->indexBelow(at) : m_view->indexAbove(at);
        if (at.isValid() && m_model.runAt(at) != noRun && builds::isBroken(BuildState(at.data(BuildsModel::StateRole).toInt()))) {
            m_view->setCurrentIndex(at);
            return;
        }
    }
}

void BuildsPane::copyRow() const
{
    QStringList cells;
    for (int column = 0; column < m_model.columnCount(); ++column)
        cells += m_view->currentIndex().siblingAtColumn(column).data().toString();
    cells.removeAll(QString());
    QGuiApplication::clipboard()->setText(cells.join(u'\t'));
}

void BuildsPane::bindKeys()
{
    Commands &commands = context().commands;
    commands.bind(copyCommand(), m_view, [this] { copyRow(); });
    commands.bind(exportCommand(), m_view, m_exportAction);
    commands.bind(browseCommand(), m_view, [this] { browse(); });
    commands.bind(RunView::rerunCommand(), m_view, [this] { RunView::rerun(EntityActions::of(context()), offersOfCurrent(), true); });
    commands.bind(RunView::nextFailureCommand(), m_view, [this] { goToBroken(1); });
    commands.bind(RunView::previousFailureCommand(), m_view, [this] { goToBroken(-1); });
}

std::optional<domain::Record> BuildsPane::currentRun() const
{
    const QString key = m_view->currentIndex().data(BuildsModel::RunKeyRole).toString();
    if (key.isEmpty())
        return std::nullopt;
    auto record = context().workspace.mirror().record(QString(domain::recordtype::buildRun), key);
    return record ? std::optional(std::move(*record)) : std::nullopt;
}

void BuildsPane::browse()
{
    if (const auto record = currentRun())
        context().outward.browse(QUrl(domain::BuildRun::fromRecord(*record).url, QUrl::StrictMode));
}

std::vector<EntityActions::Offer> BuildsPane::offersOfCurrent() const
{
    const builds::RunRow row = m_model.runAt(m_view->currentIndex());
    const auto record = currentRun();
    if (row == noRun || !record)
        return {};
    return RunView::offersFor(EntityActions::of(context()), m_model.estate()->index()->connection(row), *record);
}

std::unique_ptr<QMenu> BuildsPane::menu()
{
    auto menu = std::make_unique<QMenu>(this);
    const QModelIndex at = m_view->currentIndex();
    if (const auto record = currentRun()) {
        const auto run = domain::BuildRun::fromRecord(*record);
        menu->addAction(tr("Open"), this, [this] { open(m_view->currentIndex()); });
        EntityActions::of(context()).fill(*menu, offersOfCurrent());
        menu->addSeparator();
        if (!run.url.isEmpty())
            menu->addAction(icon(u"external-link"_s), tr("Open in the browser"), this, &BuildsPane::browse);
        menu->addAction(icon(u"copy"_s), tr("Copy the row"), this, &BuildsPane::copyRow);
        if (!run.commit.isEmpty())
            menu->addAction(icon(u"copy"_s), tr("Copy the commit"), this, [commit = run.commit] { QGuiApplication::clipboard()->setText(commit); });
    } else if (const builds::RunGroup *group = m_model.groupAt(at)) {
        menu->addAction(m_view->isExpanded(at.siblingAtColumn(0)) ? tr("Close the group") : tr("Open the group"), this, [this] { open(m_view->currentIndex()); });
        if (group->isEntity)
            menu->addAction(tr("Open its page"), this, [this, ref = group->key] { context().focus.open(ref); });
    } else if (at.data(BuildsModel::MoreRole).toBool()) {
        menu->addAction(tr("Show more"), this, [this] { open(m_view->currentIndex()); });
    }
    menu->addSeparator();
    m_view->fillColumnMenu(menu->addMenu(tr("Columns")));
    menu->addAction(m_exportAction);
    return menu;
}

} // namespace callboard::ui::panes
