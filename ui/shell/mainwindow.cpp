// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "models/items/userstate.h"
#include "ui/kit/banner.h"
#include "ui/kit/commands.h"
#include "ui/kit/icons.h"
#include "ui/kit/outward.h"
#include "ui/kit/paneframe.h"
#include "ui/kit/sentences.h"
#include "ui/kit/style.h"
#include "ui/panes/api/apipane.h"
#include "ui/panes/catalog/catalogpane.h"
#include "ui/panes/docs/docscommands.h"
#include "ui/panes/docs/docsdesk.h"
#include "ui/panes/entity/entitycommands.h"
#include "ui/panes/entity/entitypage.h"
#include "ui/panes/sources/sourcespane.h"
#include "ui/shell/actiondesk.h"
#include "ui/shell/connectiondialog.h"
#include "ui/shell/documents.h"
#include "ui/shell/firstrun.h"
#include "ui/shell/headerbar.h"
#include "ui/shell/menus.h"
#include "ui/shell/offlinenotice.h"
#include "ui/shell/outwardnotice.h"
#include "ui/shell/palettebox.h"
#include "ui/shell/panehost.h"
#include "ui/shell/recentswitcher.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/statusline.h"
#include "ui/shell/usagewatch.h"

#include <QCloseEvent>
#include <QInputDialog>
#include <QMenu>
#include <QMenuBar>
#include <QScopedValueRollback>
#include <QScreen>
#include <QStatusBar>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace callboard::ui {

MainWindow::MainWindow(Parts parts)
    : m_parts(std::move(parts))
    , m_notice(new Banner)
    , m_documents(new Documents(m_parts.context))
    , m_panes(nullptr)
    , m_saveTimer(new QTimer(this))
{
    setObjectName("callboard"_L1);
    setWindowIcon(applicationIcon());
    setSurface(this, Surface::House);
    setAttribute(Qt::WA_StyledBackground, false);
    setAnimated(false);
    setUnifiedTitleAndToolBarOnMac(true);

    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_notice->setClosable(true);
    column->addWidget(m_notice);
    auto *unopened = new Banner;
    column->addWidget(unopened);
    auto *answers = new Banner;
    column->addWidget(answers);
    column->addWidget(m_documents, 1);
    setCentralWidget(centre);
    m_panes = new PaneHost(this, m_parts.context, m_parts.panes);
    m_panes->setCentre([this](PaneFrame *frame, const PaneFactory &factory) { m_documents->showPane(frame, factory.title, factory.iconName); },
        [this](PaneFrame *frame) { m_documents->closePane(frame); });

    registerFileCommands();
    registerViewCommands();
    registerGoCommands();
    panes::registerEntityCommands(m_parts.context, this);
    panes::registerDocsCommands(m_parts.context, this);
    registerPaneCommands();
    registerSyncCommands();
    registerHelpCommands();

    m_menus = new Menus(menuBar(), m_parts.context.commands, this);
    m_perspectiveMenu = m_menus->addSubmenu(u"view"_s, tr("Pers&pectives"));
    m_perspectiveMenu->setIcon(icon(u"columns"_s));
    connect(m_perspectiveMenu, &QMenu::aboutToShow, this, [this] { fillPerspectives(); });
    m_header = new HeaderBar(m_parts.context, this);
    addToolBar(Qt::TopToolBarArea, m_header);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(0, 0, 0, 0);
    statusBar()->addWidget(new StatusLine(m_parts.context, m_parts.theme), 1);
    for (const auto &command : m_parts.context.commands.all())
        addAction(m_parts.context.commands.action(command.id));
    connect(&m_parts.context.commands, &Commands::added, this,
        [this](const QString &id) { addAction(m_parts.context.commands.action(id)); });

    auto &focus = m_parts.context.focus;
    connect(&focus, &Focus::changed, this, [this](const FocusTarget &target) { onFocusChanged(target); });
    connect(&focus, &Focus::openRequested, this,
        [this](const QString &ref, Focus::How how) { onOpenRequested(ref, how); });
    connect(&panes::DocsDesk::of(m_parts.context), &panes::DocsDesk::openRequested, this,
        [this](const QString &site, const QString &page, Focus::How how) { onDocRequested(TrailStep::doc(site, page), how); });
    connect(&focus, &Focus::apiItemRequested, this, [this](const QString &ref, const QString &itemId) { openApiItem(ref, itemId); });
    connect(&focus, &Focus::placeRequested, this,
        [this](const QString &path, int line, const QString &ref) { onPlaceRequested(path, line, ref); });
    connect(&focus, &Focus::changesRequested, this, [this](const QString &ref, qint64 version) {
        onOpenRequested(ref, Focus::How::Here);
        m_documents->current()->showChanges(version);
    });
    connect(m_documents, &Documents::currentTargetChanged, this, [this](const TrailStep &target) {
        if (!m_following && !target.focus.ref.isEmpty()) {
            const QScopedValueRollback following(m_following, true);
            m_trail.go(target);
            m_parts.context.focus.go(target.focus);
            updateTrail();
        }
        updateTitle();
        updateInterest();
        saveLayoutSoon();
    });
    connect(m_documents, &Documents::filterRequested, this, [this](const QString &filter) {
        if (auto *catalog = qobject_cast<panes::CatalogPane *>(m_panes->pane(u"catalog"_s))) {
            m_panes->show(u"catalog"_s);
            catalog->showQuery(filter);
        }
    });
    connect(m_documents, &Documents::invitationAccepted, this, [this] {
        if (m_parts.context.workspace.connections().empty())
            openFirstRun();
        else
            openPalette();
    });
    connect(m_panes, &PaneHost::keyboardMoved, this, [this](const QString &id) { m_documents->setKeyboardInside(!m_panes->dock(id)); });
    connect(m_panes, &PaneHost::shownChanged, this, [this] { saveLayoutSoon(); });
    connect(m_panes, &PaneHost::paneMade, this, [this](Pane *pane) {
        if (auto *sources = qobject_cast<panes::SourcesPane *>(pane)) {
            connect(sources, &panes::SourcesPane::addRequested, this, [this] { openFirstRun(); });
            connect(sources, &panes::SourcesPane::editRequested, this, [this](const QString &id) { openConnection(id); });
            connect(sources, &panes::SourcesPane::signInRequested, this, [this](const QString &id) { openConnection(id, true); });
        }
    });
    connect(&m_parts.context.workspace, &sync::Workspace::connectionsChanged, this, [this] { updateInvitation(); }, Qt::QueuedConnection);
    m_saveTimer->setSingleShot(true);
    m_saveTimer->setInterval(1500);
    connect(m_saveTimer, &QTimer::timeout, this, [this] { saveLayoutNow(); });
    new OfflineNotice(m_parts.context, m_notice);
    new OutwardNotice(m_parts.context, unopened);
    new ActionDesk(m_parts.context, answers, this);
    new UsageWatch(m_parts.context, *m_documents, *m_panes, this);
    setContentsMargins(4, 0, 4, 0);
    setMinimumSize(720, 420);
    restoreLayout();
    updateInvitation();
    updateTitle();
}

MainWindow::~MainWindow() = default;

void MainWindow::showNotice(const QString &headline, const QString &detail)
{
    m_notice->show(Banner::Kind::Warning, headline, detail);
    m_notice->setClosable(true);
}

void MainWindow::setWorkspaceMenu(QMenu *menu)
{
    m_menus->append(u"file"_s, menu);
    m_header->setWorkspaceMenu(menu);
}

void MainWindow::updateTitle()
{
    const QString title = m_documents->currentTitle();
    const QString workspace = m_parts.context.workspace.name();
    setWindowTitle(!title.isEmpty() ? QString(title + u" · "_s + workspace + u" · Callboard"_s)
                                    : QString(workspace + u" · Callboard"_s));
}

void MainWindow::updateInvitation()
{
    if (m_parts.context.workspace.connections().empty())
        m_documents->setInvitation(tr("Nothing is on the board yet"),
            tr("Add a portal, a folder of clones or the sample, and its catalog appears here."), tr("Add a source…"));
    else
        m_documents->setInvitation(tr("No page is open"),
            tr("Choose something in the catalog, or press Ctrl+K and type a few letters of its name."),
            tr("Go to anything"));
}

void MainWindow::updateInterest()
{
    // What is looked at is painted first; what to pull next can wait for that.
    QTimer::singleShot(0, this, [this] {
        const QString ref = m_documents->currentRef();
        m_parts.context.workspace.setInterest(ref.isEmpty() ? QStringList() : QStringList(ref));
    });
}

void MainWindow::onFocusChanged(const FocusTarget &target)
{
    if (!m_following) {
        const QScopedValueRollback following(m_following, true);
        m_trail.go({ target });
        if (target.kind == FocusTarget::Kind::Entity && m_documents->currentPane())
            m_documents->openBehind(target.ref);
        else if (target.kind == FocusTarget::Kind::Entity)
            m_documents->open(TrailStep { target }, false, true);
    }
    if (target.kind == FocusTarget::Kind::Entity)
        m_parts.context.user.visited(target.ref);
    updateTrail();
    updateTitle();
}

void MainWindow::onOpenRequested(const QString &ref, Focus::How how)
{
    if (how == Focus::How::Browser)
        browse(ref);
    else
        onDocRequested(TrailStep { { FocusTarget::Kind::Entity, ref } }, how);
}

void MainWindow::onDocRequested(const TrailStep &target, Focus::How how)
{
    const QScopedValueRollback following(m_following, true);
    m_documents->open(target, how == Focus::How::Beside);
    m_trail.go(m_documents->currentTarget());
    m_parts.context.focus.go(target.focus);
    updateTrail();
    updateTitle();
}

void MainWindow::stepTrail(int by)
{
    if (!m_trail.canStep(by))
        return;
    const QScopedValueRollback following(m_following, true);
    const TrailStep step = m_trail.step(by);
    if (step.focus.kind == FocusTarget::Kind::Entity && m_documents->currentPane() && !step.readsDocs())
        m_documents->openBehind(step.focus.ref);
    else if (step.focus.kind == FocusTarget::Kind::Entity)
        m_documents->open(step, false, true);
    m_parts.context.focus.go(step.focus);
    updateTrail();
    updateTitle();
}

void MainWindow::updateTrail()
{
    if (auto *back = m_parts.context.commands.action(u"go.back"_s)) {
        back->setEnabled(m_trail.canStep(-1));
        m_parts.context.commands.action(u"go.forward"_s)->setEnabled(m_trail.canStep(1));
    }
}

void MainWindow::browse(const QString &ref)
{
    const auto entity = m_parts.context.workspace.mirror().entity(ref);
    QString url;
    if (entity) {
        url = entity->annotation(u"backstage.io/view-url"_s);
        if (url.isEmpty()) {
            const QString source = entity->annotation(u"backstage.io/source-location"_s);
            if (source.startsWith("url:"_L1))
                url = source.mid(4);
        }
    }
    if (!url.isEmpty())
        m_parts.context.outward.browse(QUrl(url));
    else
        showNotice(tr("%1 has no page on the web.").arg(ref), tr("Its descriptor names no repository that a browser could show."));
}

void MainWindow::onPlaceRequested(const QString &localPath, int line, const QString &ref)
{
    if (!ref.isEmpty() && m_parts.context.workspace.mirror().snapshot()->find(ref) != mirror::noRow) {
        onOpenRequested(ref, Focus::How::Here);
        m_documents->current()->showSource(line);
        return;
    }
    m_parts.context.outward.edit(localPath, line);
}

void MainWindow::openApiItem(const QString &canonicalRef, const QString &itemId)
{
    m_panes->show(u"api"_s);
    if (auto *api = qobject_cast<panes::ApiPane *>(m_panes->pane(u"api"_s)))
        api->openItem(canonicalRef, itemId);
}

PaletteBox &MainWindow::openPalette(const QString &text)
{
    if (!m_palette)
        m_palette = new PaletteBox(m_parts.context, this);
    m_palette->popUp(text);
    return *m_palette;
}

FirstRun &MainWindow::openFirstRun()
{
    if (!m_firstRun) {
        m_firstRun = new FirstRun(m_parts.context.workspace, this);
        m_firstRun->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_firstRun->show();
    m_firstRun->raise();
    m_firstRun->activateWindow();
    return *m_firstRun;
}

ConnectionDialog *MainWindow::openConnection(const QString &connectionId, bool signIn)
{
    sync::Workspace &workspace = m_parts.context.workspace;
    const auto connections = workspace.connections();
    const auto info = std::ranges::find(connections, connectionId, &sync::ConnectionInfo::id);
    if (info == connections.end() || !std::ranges::contains(workspace.integrations(), info->integrationId, &sync::IntegrationInfo::id))
        return nullptr;
    auto *dialog = new ConnectionDialog(workspace, connectionId, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    if (signIn)
        dialog->signInAgain();
    return dialog;
}

SettingsDialog &MainWindow::openSettings(const QString &page)
{
    if (!m_settings) {
        m_settings = new SettingsDialog(m_parts.context, m_parts.theme, m_parts.preferences, this);
        m_settings->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_settings, &SettingsDialog::addSourceRequested, this, [this] { openFirstRun(); });
    }
    if (!page.isEmpty())
        m_settings->showPage(page);
    m_settings->show();
    m_settings->raise();
    return *m_settings;
}

// Layout

void MainWindow::restoreLayout()
{
    const QSize screenSize = screen() ? screen()->availableSize() : QSize(1440, 900);
    resize(QSize(1440, 900).boundedTo(screenSize));
    domain::Result<LayoutState> saved;
    if (!m_parts.layoutPath.isEmpty()) {
        saved = loadLayout(m_parts.layoutPath);
        if (!saved)
            showNotice(tr("The saved layout could not be read; this is the one to begin with."),
                tr("The old one is kept as %1.").arg(m_parts.layoutPath + u".bad"_s));
    }
    m_layout = saved.value_or(LayoutState {});
    if (!m_layout.geometry.isEmpty())
        restoreGeometry(m_layout.geometry);
    m_panes->restore(m_layout);
    if (m_layout.docks.isEmpty() || !restoreState(m_layout.docks, LayoutState::currentVersion))
        m_panes->applyDefault(size());
    m_documents->restore(m_layout.documents, m_layout.currentDocument, [this](const QString &id) { m_panes->showInCentre(id); });
    m_restored = true;
}

void MainWindow::resetLayout()
{
    m_layout.perspective.clear();
    m_panes->applyDefault(size());
    saveLayoutSoon();
}

void MainWindow::saveLayoutSoon()
{
    if (m_restored && !m_parts.layoutPath.isEmpty())
        m_saveTimer->start();
}

void MainWindow::saveLayoutNow()
{
    if (!m_restored || m_parts.layoutPath.isEmpty())
        return;
    m_layout.geometry = saveGeometry();
    m_layout.docks = saveState(LayoutState::currentVersion);
    m_layout.documents = m_documents->refs();
    m_layout.currentDocument = m_documents->currentIndex();
    m_layout.panes.clear();
    m_panes->save(m_layout);
    if (const auto saved = saveLayout(m_parts.layoutPath, m_layout); !saved)
        showNotice(tr("The layout could not be kept."), sentenceText(saved.error()));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayoutNow();
    m_saveTimer->stop();
    if (m_mayClose && !m_mayClose()) {
        event->ignore();
        return;
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_palette && m_palette->isVisible())
        m_palette->place();
    saveLayoutSoon();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    // The keyboard begins in the list of everything, or in the page that was open.
    if (!focusWidget() && !event->spontaneous()) {
        QTimer::singleShot(0, this, [this] {
            if (focusWidget())
                return;
            if (m_panes->isShown(u"catalog"_s) && m_panes->frame(u"catalog"_s))
                m_panes->frame(u"catalog"_s)->focusPane(Qt::OtherFocusReason);
            else
                m_documents->focusPage(Qt::OtherFocusReason);
        });
    }
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    // What nobody wanted: Esc leaves the pane for the page.
    if (event->key() == Qt::Key_Escape)
        m_documents->focusPage(Qt::OtherFocusReason);
    else
        QMainWindow::keyPressEvent(event);
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::StatusTip)
        return true; // The status line says how current things are, not what a menu entry does.
    return QMainWindow::event(event);
}

// Perspectives

void MainWindow::fillPerspectives()
{
    QMenu *menu = m_perspectiveMenu;
    menu->clear();
    for (const Perspective &one : m_layout.perspectives) {
        QAction *action = menu->addAction(one.name);
        action->setCheckable(true);
        action->setChecked(one.name == m_layout.perspective);
        connect(action, &QAction::triggered, this, [this, name = one.name] { usePerspective(name); });
    }
    if (!menu->isEmpty())
        menu->addSeparator();
    auto &commands = m_parts.context.commands;
    menu->addAction(commands.action(u"layout.save"_s));
    if (!m_layout.perspective.isEmpty()) {
        const QString name = m_layout.perspective;
        connect(menu->addAction(tr("Rename “%1”…").arg(name)), &QAction::triggered, this, [this, name] {
            askPerspectiveName(tr("Rename the perspective"), name, [this, name](const QString &to) {
                removePerspective(name);
                savePerspective(to);
            });
        });
        connect(menu->addAction(tr("Delete “%1”").arg(name)), &QAction::triggered, this,
            [this, name] { removePerspective(name); });
    }
    menu->addAction(commands.action(u"layout.reset"_s));
}

void MainWindow::usePerspective(const QString &name)
{
    const auto at = std::ranges::find(m_layout.perspectives, name, &Perspective::name);
    if (at == m_layout.perspectives.end() || !restoreState(at->docks, LayoutState::currentVersion))
        return;
    m_layout.perspective = name;
    m_panes->decorateSoon();
    saveLayoutSoon();
}

void MainWindow::askPerspectiveName(
    const QString &title, const QString &given, std::function<void(const QString &)> use)
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("Name of the arrangement of panes:"));
    dialog->setTextValue(given);
    connect(dialog, &QInputDialog::textValueSelected, this, [use = std::move(use)](const QString &name) {
        if (!name.trimmed().isEmpty())
            use(name.trimmed().left(80));
    });
    dialog->open();
}

void MainWindow::savePerspective(const QString &name)
{
    const QByteArray docks = saveState(LayoutState::currentVersion);
    const auto at = std::ranges::find(m_layout.perspectives, name, &Perspective::name);
    if (at == m_layout.perspectives.end())
        m_layout.perspectives.push_back({ name, docks });
    else
        at->docks = docks;
    m_layout.perspective = name;
    saveLayoutSoon();
}

void MainWindow::removePerspective(const QString &name)
{
    std::erase_if(m_layout.perspectives, [&](const Perspective &one) { return one.name == name; });
    if (m_layout.perspective == name)
        m_layout.perspective.clear();
    saveLayoutSoon();
}

} // namespace callboard::ui
