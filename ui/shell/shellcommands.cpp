// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/userstate.h"
#include "ui/kit/commands.h"
#include "ui/kit/icons.h"
#include "ui/kit/paneframe.h"
#include "ui/kit/theme.h"
#include "ui/shell/documents.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/palettebox.h"
#include "ui/shell/panehost.h"
#include "ui/shell/preferences.h"
#include "ui/shell/recentswitcher.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/synccommands.h"

#include <QActionGroup>
#include <QApplication>
#include <QDesktopServices>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace callboard::ui {

void MainWindow::registerFileCommands()
{
    auto &commands = m_parts.context.commands;
    commands.add({ u"file.addSource"_s, tr("&Add a source…"), u"file"_s, u"plus"_s, {}, tr("Connects a portal, a Git host, a folder of clones or the sample.") },
        this, [this] { openFirstRun(); });
    commands.add({ u"app.settings"_s, tr("&Settings"), u"file"_s, u"settings"_s, { QKeySequence(u"Ctrl+,"_s) },
                     tr("Appearance, sources, shortcuts") },
        this, [this] { openSettings(); });
    commands.add({ u"page.close"_s, tr("&Close the page"), u"file"_s, u"close"_s, { QKeySequence(u"Ctrl+W"_s) }, {} }, this,
        [this] { m_documents->closeCurrent(); });
    commands.add({ u"program.quit"_s, tr("&Quit"), u"file"_s, {}, { QKeySequence(u"Ctrl+Q"_s) }, {} }, this,
        [this] { close(); });
}

void MainWindow::registerViewCommands()
{
    auto &commands = m_parts.context.commands;
    Theme &theme = m_parts.theme;
    commands.add({ u"view.leftDocks"_s, tr("&Left panes"), u"view"_s, {}, { QKeySequence(u"Ctrl+B"_s) }, tr("Show or hide the panes on the left") },
        this, [this] { m_panes->toggleSide(Qt::LeftDockWidgetArea); });
    commands.add({ u"view.rightDocks"_s, tr("&Right panes"), u"view"_s, {}, { QKeySequence(u"Ctrl+Shift+B"_s) }, tr("Show or hide the panes on the right") },
        this, [this] { m_panes->toggleSide(Qt::RightDockWidgetArea); });
    commands.add({ u"view.density"_s, tr("&Compact or comfortable rows"), u"view"_s, {}, { QKeySequence(u"F9"_s) }, {} }, this, [&theme] {
        theme.setDensity(theme.density() == Density::Compact ? Density::Comfortable : Density::Compact);
    });
    commands.add({ u"view.fullScreen"_s, tr("F&ull screen"), u"view"_s, {}, { QKeySequence(u"F11"_s) }, {} }, this,
        [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });

    auto *group = new QActionGroup(this);
    const auto choice = [&](const QString &id, const QString &text, ThemeChoice value) {
        QAction *action = commands.add({ id, text, u"view"_s, {}, {}, tr("Colours of the window"), true }, this, [&theme, value] { theme.setChoice(value); });
        group->addAction(action);
        action->setChecked(theme.choice() == value);
        connect(&theme, &Theme::changed, action, [&theme, action, value] { action->setChecked(theme.choice() == value); });
    };
    choice(u"theme.system"_s, tr("Colours of the &system"), ThemeChoice::System);
    choice(u"theme.light"_s, tr("L&ight"), ThemeChoice::Light);
    choice(u"theme.dark"_s, tr("&Dark"), ThemeChoice::Dark);
    choice(u"theme.highContrast"_s, tr("&High contrast"), ThemeChoice::HighContrast);

    commands.add({ u"text.larger"_s, tr("Larger &text"), u"view"_s, {}, { QKeySequence(u"Ctrl++"_s), QKeySequence(u"Ctrl+="_s) }, {} }, this,
        [&theme] { theme.setTextPercent(theme.textPercent() + 10); });
    commands.add({ u"text.smaller"_s, tr("S&maller text"), u"view"_s, {}, { QKeySequence(u"Ctrl+-"_s) }, {} }, this,
        [&theme] { theme.setTextPercent(theme.textPercent() - 10); });
    commands.add({ u"text.normal"_s, tr("&Normal text"), u"view"_s, {}, { QKeySequence(u"Ctrl+0"_s) }, {} }, this,
        [&theme] { theme.setTextPercent(100); });

    commands.add({ u"layout.save"_s, tr("Save this arrangement…"), {}, {}, {}, tr("Keep the arrangement of panes under a name") }, this, [this] {
        askPerspectiveName(tr("Save the arrangement"), m_layout.perspective, [this](const QString &name) { savePerspective(name); });
    });
    commands.add({ u"layout.reset"_s, tr("Reset the arrangement"), {}, {}, {}, tr("Put every pane where it was at first") }, this,
        [this] { resetLayout(); });
}

void MainWindow::registerGoCommands()
{
    auto &commands = m_parts.context.commands;
    Focus &focus = m_parts.context.focus;
    commands.add({ u"go.palette"_s, tr("&Go to anything…"), u"go"_s, u"search"_s, { QKeySequence(u"Ctrl+K"_s) },
                     tr("Entities, people and commands, by a few letters") },
        this, [this] { openPalette(); });
    commands.add({ u"go.commands"_s, tr("Find a &command…"), u"go"_s, {}, { QKeySequence(u"Ctrl+Shift+P"_s) }, {} }, this,
        [this] { openPalette(u">"_s); });
    QAction *back = commands.add({ u"go.back"_s, tr("&Back"), u"go"_s, u"back"_s, { QKeySequence(u"Alt+Left"_s) }, {} }, this,
        [this] { stepTrail(-1); });
    QAction *forward = commands.add({ u"go.forward"_s, tr("&Forward"), u"go"_s, u"forward"_s, { QKeySequence(u"Alt+Right"_s) }, {} }, this,
        [this] { stepTrail(1); });
    back->setEnabled(false);
    forward->setEnabled(false);
    commands.add({ u"focus.mine"_s, tr("Focus on &mine"), u"go"_s, u"user"_s, { QKeySequence(u"Ctrl+M"_s) },
                     tr("What I and my groups own") },
        this, [&focus] { focus.go({ FocusTarget::Kind::Mine, {} }); });
    commands.add({ u"focus.all"_s, tr("Focus on &all"), u"go"_s, {}, { QKeySequence(u"Ctrl+Shift+A"_s) }, {} }, this,
        [&focus] { focus.go({ FocusTarget::Kind::All, {} }); });
    commands.add({ u"page.recent"_s, tr("&Recent entities"), u"go"_s, u"history"_s, { QKeySequence(u"Ctrl+Tab"_s) }, {} }, this, [this] {
        if (!m_recent)
            m_recent = new RecentSwitcher(m_parts.context, this);
        m_recent->popUp();
    });
    commands.add({ u"page.next"_s, tr("&Next page"), u"go"_s, {}, { QKeySequence(u"Ctrl+PgDown"_s) }, {} }, this,
        [this] { m_documents->step(1); });
    commands.add({ u"page.previous"_s, tr("&Previous page"), u"go"_s, {}, { QKeySequence(u"Ctrl+PgUp"_s) }, {} }, this,
        [this] { m_documents->step(-1); });
}

void MainWindow::registerPaneCommands()
{
    auto &commands = m_parts.context.commands;
    int number = 0;
    for (const PaneFactory &factory : m_panes->factories()) {
        ++number;
        QList<QKeySequence> keys;
        if (number <= 9)
            keys.append(QKeySequence(u"Ctrl+%1"_s.arg(number)));
        commands.add({ u"pane.show."_s + factory.id, factory.title, u"panes"_s, factory.iconName, keys,
                         tr("Show the pane “%1”, or go back to the page").arg(factory.title) },
            this, [this, id = factory.id] { showPaneByNumber(id); });
    }
    if (m_panes->dock(u"relations"_s)) {
        commands.add({ u"relations.show"_s, tr("Relatio&ns of the focus"), u"entity"_s, u"graph"_s, { QKeySequence(u"Ctrl+Shift+R"_s) }, {} },
            this, [this] { m_panes->show(u"relations"_s); });
    }
    if (std::ranges::contains(m_panes->factories(), u"map"_s, &PaneFactory::id)) {
        commands.add({ u"relations.map"_s, tr("&Map of the focus"), u"entity"_s, u"graph"_s, { QKeySequence(u"Ctrl+Shift+M"_s) },
                         tr("Draws what the entity in focus is related to") },
            this, [this] { m_panes->show(u"map"_s); });
    }
    if (std::ranges::contains(m_panes->factories(), u"builds"_s, &PaneFactory::id)) {
        commands.add({ u"builds.show"_s, tr("&Builds of the focus"), u"entity"_s, u"build-ok"_s, { QKeySequence(u"Ctrl+Shift+I"_s) },
                         tr("Shows how the builds of what is in focus stand") },
            this, [this] { m_panes->show(u"builds"_s); });
    }
    commands.add({ u"cycle.next"_s, tr("&Next pane"), u"panes"_s, {}, { QKeySequence(u"F6"_s) }, {} }, this,
        [this] { moveToNeighbour(true); });
    commands.add({ u"cycle.previous"_s, tr("&Previous pane"), u"panes"_s, {}, { QKeySequence(u"Shift+F6"_s) }, {} }, this,
        [this] { moveToNeighbour(false); });
    commands.add({ u"cycle.pin"_s, tr("P&in or unpin this pane"), u"panes"_s, u"pin"_s, { QKeySequence(u"Ctrl+."_s) },
                     tr("A pinned pane keeps what it shows when the focus moves") },
        this, [this] { m_panes->togglePin(); });
}

void MainWindow::registerSyncCommands()
{
    ui::registerSyncCommands(m_parts.context, this);
    auto &commands = m_parts.context.commands;
    commands.add({ u"sources.manage"_s, tr("&Manage sources…"), u"sync"_s, u"server"_s, {}, {} }, this,
        [this] { openSettings(u"sources"_s); });
}

void MainWindow::registerHelpCommands()
{
    auto &commands = m_parts.context.commands;
    commands.add({ u"help.keys"_s, tr("&Keyboard shortcuts"), u"help"_s, u"key"_s, { QKeySequence(u"F1"_s) }, tr("Every command with its keys; they can be changed here") },
        this, [this] { openSettings(u"shortcuts"_s); });
    commands.add({ u"help.about"_s, tr("&About Callboard"), u"help"_s, u"info"_s, {}, {} }, this,
        [this] { openSettings(u"about"_s); });
}

void MainWindow::showPaneByNumber(const QString &id)
{
    // Pressed again in the pane: back to the page.
    if (m_panes->paneWithKeyboard() == id && m_panes->isShown(id))
        m_documents->focusPage(Qt::ShortcutFocusReason);
    else
        m_panes->show(id);
}

void MainWindow::moveToNeighbour(bool forward)
{
    const QString next = m_panes->neighbour(forward);
    if (next.isEmpty())
        m_documents->focusPage(Qt::ShortcutFocusReason);
    else if (PaneFrame *frame = m_panes->frame(next))
        frame->focusPane(Qt::ShortcutFocusReason);
}

} // namespace callboard::ui
