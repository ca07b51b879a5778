// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desktop.h"

#include "models/apis/definition.h"
#include "ui/kit/commands.h"
#include "ui/kit/focus.h"
#include "ui/kit/outward.h"
#include "ui/panes/builds/buildsdesk.h"
#include "ui/panes/docs/docsdesk.h"
#include "ui/panes/inbox/inboxpane.h"
#include "ui/panes/reviews/reviewspane.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/noticepopups.h"
#include "ui/shell/palettebox.h"
#include "ui/shell/panehost.h"
#include "ui/shell/preferences.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/synccommands.h"
#include "ui/shell/tray.h"
#include "ui/shell/trayhost.h"
#include "ui/shell/workspacemenu.h"

#include <QApplication>
#include <QFileInfo>
#include <QMessageBox>
#include <QProcess>
#include <QProcessEnvironment>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::ui {

namespace {

constexpr std::chrono::milliseconds firstTrayLook = 1s;
constexpr std::chrono::milliseconds lastTrayLook = 1min;

bool startProgram(const QStringList &arguments, const QByteArray &activation)
{
    QProcess process;
    process.setProgram(QCoreApplication::applicationFilePath());
    process.setArguments(arguments);
    if (!activation.isEmpty()) {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_ACTIVATION_TOKEN"_s, QString::fromLatin1(activation));
        process.setProcessEnvironment(environment);
    }
    return process.startDetached();
}

} // namespace

Desktop::Desktop(Parts parts)
    : m_parts(std::move(parts))
    , m_trayLook(new QTimer(this))
{
    connect(m_trayLook, &QTimer::timeout, this, &Desktop::makeTray);
    m_workspaces = std::make_unique<WorkspaceMenu>(m_parts.context);
    registerCommands();
    if (!m_parts.start)
        m_parts.start = startProgram;
    connect(m_workspaces.get(), &WorkspaceMenu::openRequested, this, [this](const QString &name) {
        if (name == m_parts.context.workspace.name())
            showWindow();
        else
            startOther(name);
    });
    connect(m_workspaces.get(), &WorkspaceMenu::renameRequested, this, [this](const QString &to) {
        // The files of an open workspace cannot move: it is done when this process has ended, and another goes on.
        m_renameTo = to;
        quit();
    });
    connect(&m_parts.preferences, &Preferences::desktopChanged, this, &Desktop::followPreferences);
    QApplication::setQuitOnLastWindowClosed(false);
}

Desktop::~Desktop()
{
    if (m_window)
        m_window->setCloseGuard({});
}

void Desktop::registerCommands()
{
    auto &commands = m_parts.context.commands;
    commands.add({ u"app.show"_s, tr("Show &Callboard"), {}, u"home"_s, {}, tr("Brings the window to the front") }, this,
        [this] { showWindow(); });
    commands.add({ u"go.palette"_s, tr("&Go to anything…"), u"go"_s, u"search"_s, { QKeySequence(u"Ctrl+K"_s) },
                     tr("Entities, people and commands, by a few letters") },
        this, [this] {
            showWindow();
            m_window->openPalette();
        });
    registerSyncCommands(m_parts.context, this);
    commands.add({ u"workspace.new"_s, tr("&New workspace…"), {}, u"plus"_s, {}, tr("A further set of sources, in a window of its own") }, this,
        [this] {
            showWindow();
            m_workspaces->askNew(m_window);
        });
    QAction *rename = commands.add({ u"workspace.rename"_s, tr("&Rename this workspace…"), {}, {}, {}, tr("Gives it another name; Callboard starts again for that") },
        this, [this] {
            showWindow();
            m_workspaces->askRename(m_window);
        });
    commands.add({ u"app.settings"_s, tr("&Settings"), u"file"_s, u"settings"_s, { QKeySequence(u"Ctrl+,"_s) },
                     tr("Appearance, sources, shortcuts") },
        this, [this] {
            showWindow();
            m_window->openSettings();
        });
    commands.add({ u"program.quit"_s, tr("&Quit"), u"file"_s, {}, { QKeySequence(u"Ctrl+Q"_s) }, {} }, this, [this] { quit(); });
    rename->setEnabled(m_workspaces->isNamed());
}

void Desktop::begin(bool hidden)
{
    // Behind the first frame, as the icon.
    QTimer::singleShot(0, this, &Desktop::makeNotices);
    if (!hidden) {
        showWindow();
        // After the first frame: nobody waits for the icon.
        QTimer::singleShot(0, this, &Desktop::makeTray);
        return;
    }
    TrayHost::await(this, [this] {
        makeTray();
        // Without an icon nothing would be there to be found.
        if (!m_tray)
            showWindow();
    });
}

void Desktop::makeTray()
{
    if (!m_parts.preferences.showsTray()) {
        m_trayLook->stop();
        m_tray.reset();
        return;
    }
    if (m_tray)
        return;
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return lookForTrayLater();
    m_trayLook->stop();
    m_tray = std::make_unique<Tray>(m_parts.context, m_parts.preferences.trayGround());
    m_tray->setWorkspaceMenu(m_workspaces->menu());
    connect(m_tray.get(), &Tray::activated, this, [this] {
        if (m_window && m_window->isVisible() && m_window->isActiveWindow())
            m_window->close();
        else
            showWindow();
    });
    connect(m_tray.get(), &Tray::standingActivated, this, &Desktop::showSources);
    connect(m_tray.get(), &Tray::lineActivated, this, &Desktop::openLine);
    connect(m_tray.get(), &Tray::quietRequested, this, [this](bool quiet) {
        constexpr qint64 anHour = 3600;
        panes::NoticeDesk::of(m_parts.context).setQuietUntil(quiet ? QDateTime::currentDateTimeUtc().addSecs(anHour) : QDateTime());
    });
}

/// A tray of X11 may come after us, and nobody tells.
void Desktop::lookForTrayLater()
{
    const auto wait = m_trayLook->isActive() ? m_trayLook->intervalAsDuration() : 0ms;
    m_trayLook->start(std::clamp<std::chrono::milliseconds>(2 * wait, firstTrayLook, lastTrayLook));
}

void Desktop::makeNotices()
{
    if (m_popups)
        return;
    m_popups = std::make_unique<NoticePopups>(panes::NoticeDesk::of(m_parts.context));
    connect(m_popups.get(), &NoticePopups::openRequested, this, &Desktop::openNotice);
    connect(m_popups.get(), &NoticePopups::failed, this, [this](const Popup &popup) {
        if (m_tray)
            m_tray->showMessage(popup.title, popup.body);
    });
}

bool Desktop::showPane(const QString &id)
{
    const auto &factories = m_window->panes().factories();
    if (!std::ranges::contains(factories, id, &PaneFactory::id))
        return false;
    m_window->panes().show(id);
    return true;
}

void Desktop::openNotice(const QString &key, const QByteArray &activation)
{
    showWindow(activation);
    auto &desk = panes::NoticeDesk::of(m_parts.context);
    showPane(u"inbox"_s);
    if (const notices::Item *item = desk.inbox().find(key)) {
        if (auto *pane = m_window->findChild<panes::InboxPane *>())
            pane->reveal(key);
        desk.open(*item);
    }
}

void Desktop::openLine(const notices::Situation::Line &line)
{
    showWindow();
    const bool isReview = line.kind == notices::Situation::Line::Kind::Review;
    if (isReview && showPane(u"reviews"_s)) {
        if (auto *pane = m_window->findChild<panes::ReviewsPane *>())
            pane->reveal(line.connectionId, line.about);
        return;
    }
    const mirror::Mirror &mirror = m_parts.context.workspace.mirror();
    const bool isKnown = mirror.snapshot()->find(line.entityRef) != mirror::noRow;
    if (isKnown)
        m_parts.context.focus.open(line.entityRef);
    if (!isReview && mirror.record(QString(domain::recordtype::buildRun), line.about))
        panes::BuildsDesk::of(m_parts.context).open(line.about);
    else if (!isKnown)
        m_parts.context.outward.browse(QUrl(line.url));
    else if (!isReview)
        showPane(u"builds"_s);
}

void Desktop::followPreferences()
{
    makeTray();
    if (m_tray)
        m_tray->setGround(m_parts.preferences.trayGround());
    m_parts.context.workspace.network().setPolicy(m_parts.preferences.networkPolicy());
}

void Desktop::prepareWindow()
{
    if (m_window)
        return;
    m_window = &m_parts.window();
    m_window->setCloseGuard([this] { return mayClose(); });
    m_window->setWorkspaceMenu(m_workspaces->menu());
}

void Desktop::showWindow(const QByteArray &activation)
{
    prepareWindow();
    // Where Qt's Wayland platform looks for it when it asks to be raised.
    if (!activation.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activation);
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

/// Links come from anywhere. One that names another workspace of this person's is for the window of that one.
void Desktop::open(const QString &link, const QByteArray &activation)
{
    const auto meant = addressed(link);
    const bool isElsewhere = meant && !isThis(meant->workspace);
    if (isElsewhere && sync::isKnownWorkspace(meant->workspace)) {
        startOther(meant->workspace, link, activation);
        return;
    }
    showWindow(activation);
    if (isElsewhere)
        m_window->showNotice(tr("There is no workspace “%1” here.").arg(meant->workspace),
            tr("The link names one that this computer does not have, or that has another name by now."));
    else if (!meant)
        sayNowhere(link);
    else if (!link.isEmpty())
        follow(meant->link);
}

void Desktop::sayNowhere(const QString &link)
{
    m_window->showNotice(tr("That link leads nowhere."), link.left(120));
}

bool Desktop::isThis(const QString &workspace) const
{
    if (workspace.isEmpty())
        return true;
    // However this one was named when it was opened: it would be handed the link again and again.
    const QFileInfo meant(sync::workspaceDirectoryOf(workspace).value_or(QString()));
    return meant.exists() && meant.canonicalFilePath() == QFileInfo(m_parts.context.workspace.mirror().directory()).canonicalFilePath();
}

void Desktop::follow(const QString &link)
{
    constexpr qsizetype longestLink = 2000;
    const auto isKnown = [this](const QString &ref) { return m_parts.context.workspace.mirror().snapshot()->find(ref) != mirror::noRow; };
    if (const auto api = link.size() > longestLink ? std::nullopt : apis::parseApiLink(link); api && isKnown(api->ref)) {
        m_window->openApiItem(api->ref, api->itemId);
        return;
    }
    const auto parsed = parseLink(link);
    if (!parsed)
        sayNowhere(link);
    else if (parsed->kind == Link::Kind::Search)
        m_window->openPalette(parsed->text);
    else if (parsed->kind == Link::Kind::Doc)
        panes::DocsDesk::of(m_parts.context).open(parsed->ref, parsed->text);
    else if (!isKnown(parsed->ref))
        m_window->showNotice(tr("%1 is not in this catalog.").arg(parsed->ref.left(120)), tr("It may be in another workspace, or in a source that was not read yet."));
    else
        m_parts.context.focus.open(parsed->ref);
}

void Desktop::showSources()
{
    showWindow();
    m_window->panes().show(u"sources"_s);
}

// Closing

bool Desktop::mayClose()
{
    if (m_quitting || qApp->isSavingSession())
        return true;
    const auto closing = m_tray ? m_parts.preferences.closing() : Closing::Quit;
    if (closing == Closing::Quit) {
        quit();
        return true;
    }
    if (closing == Closing::Ask)
        askWhereTo();
    else
        m_window->hide();
    return false;
}

void Desktop::askWhereTo()
{
    if (std::exchange(m_asking, true))
        return;
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Close the window"), tr("Keep Callboard in the tray?"), QMessageBox::Cancel, m_window);
    box->setInformativeText(tr("It goes on reading its sources there, and its icon brings the window back. "
                               "You are asked once; the settings have it too."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *keep = box->addButton(tr("Keep in the tray"), QMessageBox::AcceptRole);
    QPushButton *end = box->addButton(tr("Quit"), QMessageBox::DestructiveRole);
    box->setDefaultButton(keep);
    connect(keep, &QAbstractButton::clicked, this, [this] {
        m_parts.preferences.setClosing(Closing::Tray);
        m_window->hide();
    });
    connect(end, &QAbstractButton::clicked, this, [this] {
        m_parts.preferences.setClosing(Closing::Quit);
        quit();
    });
    connect(box, &QDialog::finished, this, [this] { m_asking = false; });
    box->open();
}

void Desktop::quit()
{
    m_quitting = true;
    // Its close keeps the layout.
    if (m_window)
        m_window->close();
    m_tray.reset();
    m_popups.reset();
    // Queued: whoever asked may be in the middle of something.
    QMetaObject::invokeMethod(qApp, &QApplication::quit, Qt::QueuedConnection);
}

void Desktop::startOther(const QString &workspace, const QString &link, const QByteArray &activation)
{
    QStringList arguments { u"--workspace"_s, workspace };
    if (!link.isEmpty())
        arguments.append(link);
    if (!m_parts.start(arguments, activation)) {
        showWindow();
        m_window->showNotice(tr("The workspace “%1” could not be opened.").arg(workspace), QCoreApplication::applicationFilePath());
    }
}

} // namespace callboard::ui
