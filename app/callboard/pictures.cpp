// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboard/pictures.h"

#include "models/builds/liveruns.h"
#include "models/items/palettemodel.h"
#include "ui/kit/diffview.h"
#include "ui/kit/paneframe.h"
#include "ui/panes/inbox/noticedesk.h"
#include "ui/panes/api/apidetail.h"
#include "ui/panes/api/apipane.h"
#include "ui/panes/api/tryitdialog.h"
#include "ui/panes/builds/buildspane.h"
#include "ui/panes/changes/changespane.h"
#include "ui/panes/entity/changestab.h"
#include "ui/panes/entity/entitypage.h"
#include "ui/panes/insights/insightspane.h"
#include "ui/panes/map/mappane.h"
#include "ui/shell/desktop.h"
#include "ui/shell/documents.h"
#include "ui/shell/firstrun.h"
#include "ui/shell/palettebox.h"
#include "ui/shell/panehost.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/statusline.h"
#include "ui/shell/tray.h"
#include "ui/shell/workspacemenu.h"

#include <QApplication>
#include <QDialog>
#include <QMenu>
#include <QPainter>
#include <QPixmap>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace callboard::app {

namespace {

/// Turns of the event loop without a change before a picture is taken: layouts and lazily filled pages need a few.
constexpr int quietTurns = 12;

QString nameOf(ui::ThemeChoice theme)
{
    switch (theme) {
    case ui::ThemeChoice::Dark: return u"dark"_s;
    case ui::ThemeChoice::HighContrast: return u"high-contrast"_s;
    case ui::ThemeChoice::System:
    case ui::ThemeChoice::Light: break;
    }
    return u"light"_s;
}

} // namespace

Pictures::Pictures(Session &session, ui::Theme &theme, const Options &options)
    : m_session(session)
    , m_theme(theme)
    , m_desktop(std::make_unique<ui::Desktop>(
          ui::Desktop::Parts { session.context(), session.preferences(), [&session]() -> ui::MainWindow & { return session.window(); } }))
    , m_folder(options.pictures)
    , m_themes(options.theme ? QList<ui::ThemeChoice> { *options.theme }
                             : QList<ui::ThemeChoice> { ui::ThemeChoice::Light, ui::ThemeChoice::Dark })
    , m_sizes(options.size.isValid() ? QList<QSize> { options.size } : QList<QSize> { { 1280, 800 }, { 1920, 1080 } })
{
}

Pictures::~Pictures() = default;

void Pictures::start()
{
    if (!m_folder.mkpath(u"."_s)) {
        std::fprintf(stderr, "callboard: cannot make the folder %s\n", qPrintable(m_folder.path()));
        Q_EMIT finished(false);
        return;
    }
    plan();
    next();
}

/// Panes gather changes for a moment before they show them, each by a timer of its own.
bool Pictures::isGathering(const QWidget &window)
{
    constexpr int moment = 500;
    return std::ranges::any_of(window.findChildren<QTimer *>(),
        [](const QTimer *timer) { return timer->isActive() && timer->isSingleShot() && timer->interval() <= moment; });
}

bool Pictures::isSettled() const
{
    const auto idle = [](Session &session) {
        const auto *changes = session.window().findChild<ui::panes::ChangesTab *>();
        const auto *pane = session.window().findChild<ui::panes::ChangesPane *>();
        const auto *api = session.window().findChild<ui::panes::ApiPane *>();
        const auto *map = session.window().findChild<ui::panes::MapPane *>();
        const auto *ci = session.window().findChild<ui::panes::BuildsPane *>();
        const auto *insights = session.window().findChild<ui::panes::InsightsPane *>();
        const auto isBusy = [](const auto *each) { return each && each->isVisible() && each->isBusy(); };
        if (isBusy(insights) || isBusy(map) || isBusy(ci) || (changes && changes->isBusy()) || (pane && pane->isLoading()) || (api && api->isLoading()))
            return false;
        return !isGathering(session.window()) && !ui::panes::NoticeDesk::of(session.context()).watch().isBusy()
            && !builds::LiveRuns::of(session.workspace().mirror()).isBusy() && session.workspace().running().empty() && !session.index().isIndexing();
    };
    return idle(m_session) && areDocsSettled() && (!m_broken || idle(*m_broken)) && (!m_sources || idle(*m_sources))
        && (!m_changing || idle(*m_changing)) && !(m_api && m_api->isLoading()) && !(m_history && m_history->isBusy());
}

void Pictures::next()
{
    // Each turn looks again: whatever is being read or indexed is waited for, then some turns for layouts.
    m_quiet = isSettled() ? m_quiet + 1 : 0;
    if (m_quiet >= quietTurns) {
        m_quiet = 0;
        if (m_at == m_steps.size()) {
            Q_EMIT finished(m_ok);
            return;
        }
        m_steps[m_at++]();
    }
    QTimer::singleShot(m_quiet == 0 ? 5 : 0, this, [this] { next(); });
}

void Pictures::plan()
{
    for (const ui::ThemeChoice theme : std::as_const(m_themes)) {
        for (const QSize &size : std::as_const(m_sizes)) {
            m_steps.push_back([this, theme, size] { beginTurn(theme, size); });
            planMain();
            planPages();
            planPanes();
            planDocs();
            planMap();
            planBuilds();
            planInsights();
            planDialogs();
            planTray();
            planStates();
            planSources();
            planHistory();
            planApis();
        }
    }
}

void Pictures::beginTurn(ui::ThemeChoice theme, const QSize &size)
{
    m_theme.setChoice(theme);
    m_suffix = u"-%1-%2x%3.png"_s.arg(nameOf(theme)).arg(size.width()).arg(size.height());
    auto &window = m_session.window();
    window.show();
    window.resize(size);
    window.resetLayout();
}

QString Pictures::richest(QStringView kind) const
{
    const auto &snapshot = m_session.index().snapshot();
    mirror::Row best = mirror::noRow;
    for (mirror::Row row = 0; row < snapshot.size(); ++row) {
        if (snapshot.kind(row).compare(kind, Qt::CaseInsensitive) != 0)
            continue;
        if (best == mirror::noRow || snapshot.edges(row).size() > snapshot.edges(best).size())
            best = row;
    }
    return best == mirror::noRow ? QString() : snapshot.ref(best).toString();
}

void Pictures::planMain()
{
    m_steps.push_back([this] {
        const QString ref = richest(u"component");
        if (!ref.isEmpty())
            m_session.focus().open(ref);
        m_session.window().panes().show(u"catalog"_s);
    });
    m_steps.push_back([this] { shoot(&m_session.window(), u"main"_s); });
    m_steps.push_back([this] { m_session.window().openPalette(u"led"_s); });
    m_steps.push_back([this] { shoot(&m_session.window(), u"palette"_s); });
    m_steps.push_back([this] { m_session.window().openPalette(u">"_s); });
    m_steps.push_back([this] { shoot(&m_session.window(), u"palette-actions"_s); });
    m_steps.push_back([this] { m_session.window().openPalette(u"zzzqqq"_s); });
    m_steps.push_back([this] {
        shoot(&m_session.window(), u"palette-empty"_s);
        m_session.window().openPalette().hide();
    });
}

void Pictures::planPages()
{
    for (const QString &kind : { u"Component"_s, u"API"_s, u"Resource"_s, u"System"_s, u"Domain"_s, u"Group"_s,
             u"User"_s, u"Template"_s, u"Location"_s }) {
        m_steps.push_back([this, kind] {
            const QString ref = richest(kind);
            if (!ref.isEmpty())
                m_session.focus().open(ref);
        });
        m_steps.push_back([this, kind] {
            if (!richest(kind).isEmpty())
                shoot(&m_session.window(), u"page-"_s + kind.toLower());
        });
    }
    m_steps.push_back([this] {
        const QString ref = richest(u"component");
        if (ref.isEmpty())
            return;
        m_session.focus().open(ref);
        if (auto *page = m_session.window().documents().current())
            page->showSource(1);
    });
    m_steps.push_back([this] { shoot(&m_session.window(), u"page-source"_s); });
}

void Pictures::planPanes()
{
    for (const auto &factory : m_session.window().panes().factories()) {
        m_steps.push_back([this, id = factory.id] { m_session.window().panes().show(id); });
        m_steps.push_back([this, id = factory.id] { shoot(m_session.window().panes().frame(id), u"pane-"_s + id); });
        m_steps.push_back([this, factory] {
            if (!factory.shown)
                m_session.window().panes().setShown(factory.id, false);
        });
    }
}

void Pictures::planDialogs()
{
    m_steps.push_back([this] { m_session.window().openFirstRun().choose(u"folder"_s); });
    m_steps.push_back([this] {
        auto &dialog = m_session.window().openFirstRun();
        shoot(&dialog, u"first-run"_s);
        dialog.close();
    });
    for (const QString &page : { u"appearance"_s, u"me"_s, u"sources"_s, u"plugins"_s, u"notices"_s, u"tray"_s, u"network"_s, u"shortcuts"_s, u"data"_s, u"about"_s }) {
        m_steps.push_back([this, page] { m_session.window().openSettings(page); });
        m_steps.push_back([this, page] { shoot(&m_session.window().openSettings(), u"settings-"_s + page); });
    }
    m_steps.push_back([this] { m_session.window().openSettings().close(); });
}

/// The icon of the tray in each state and size, on a light panel and on a dark one, and its menu.
void Pictures::planTray()
{
    m_steps.push_back([this] {
        m_tray = std::make_unique<ui::Tray>(m_session.context(), ui::TrayGround::AsSystem);
        m_workspaces = std::make_unique<ui::WorkspaceMenu>(m_session.context());
        m_tray->setWorkspaceMenu(m_workspaces->menu());
    });
    m_steps.push_back([this] {
        QMenu &menu = m_tray->menu();
        menu.ensurePolished();
        menu.resize(menu.sizeHint());
        shoot(&menu, u"tray-menu"_s);
        m_tray.reset(); // First: its menu holds the other.
        m_workspaces.reset();
    });
    m_steps.push_back([this] {
        QImage sheet(776, 240, QImage::Format_RGB32);
        QPainter painter(&sheet);
        int y = 0;
        for (const bool dark : { false, true }) {
            painter.fillRect(0, y, 776, 120, dark ? QColor(0x1c, 0x1b, 0x20) : QColor(0xef, 0xef, 0xf1));
            int x = 12;
            for (const auto sign : { ui::TraySign::Ok, ui::TraySign::Syncing, ui::TraySign::Failing, ui::TraySign::Offline, ui::TraySign::Paused, ui::TraySign::Running, ui::TraySign::Waiting }) {
                painter.drawPixmap(x, y + 12, ui::trayPixmap(sign, dark, 16));
                painter.drawPixmap(x + 24, y + 12, ui::trayPixmap(sign, dark, 22));
                painter.drawPixmap(x + 54, y + 12, ui::trayPixmap(sign, dark, 32));
                painter.drawPixmap(x, y + 60, ui::trayPixmap(sign, dark, 48));
                x += 108;
            }
            y += 120;
        }
        painter.end();
        save(sheet, u"tray"_s);
    });
    // Offline by choice: the line under the board and the times say so.
    m_steps.push_back([this] {
        m_session.workspace().setWorkOffline(true);
        Q_EMIT m_session.workspace().networkWanted({});
    });
    m_steps.push_back([this] {
        if (auto *line = m_session.window().findChild<ui::StatusLine *>())
            line->refresh();
        shoot(&m_session.window(), u"state-offline"_s);
        m_session.workspace().setWorkOffline(false);
    });
}

void Pictures::openBroken()
{
    // A folder that was read and then went away: what was there stays, and the pane says what happened.
    const QString folder = m_scratch.filePath(u"clones"_s);
    QDir().mkpath(folder + u"/shop"_s);
    QFile file(folder + u"/shop/catalog-info.yaml"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write("apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ticket-shop\nspec:\n"
                   "  type: service\n  lifecycle: production\n  owner: team-web\n---\n"
                   "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: bad name\n");
    file.close();
    auto broken = Session::open({ m_scratch.filePath(u"broken"_s), false, false, std::nullopt }, m_theme, nullptr);
    if (!broken)
        return;
    m_broken = std::move(*broken);
    if (!m_broken->connectTo(u"folder"_s, u"clones"_s, { { u"folder"_s, folder } }))
        m_ok = false;
}

void Pictures::planStates()
{
    m_steps.push_back([this] {
        if (!m_empty) {
            if (auto empty = Session::open({ m_scratch.filePath(u"empty"_s), false, false, std::nullopt }, m_theme, nullptr))
                m_empty = std::move(*empty);
            openBroken();
        }
        m_empty->window().resize(m_session.window().size());
        m_empty->window().show();
        m_empty->window().resetLayout();
    });
    m_steps.push_back([this] {
        shoot(&m_empty->window(), u"state-empty"_s);
        m_empty->window().hide();
        if (!m_broken)
            return;
        m_broken->window().resize(m_session.window().size());
        m_broken->window().show();
        m_broken->window().resetLayout();
    });
    m_steps.push_back([this] {
        if (!m_broken)
            return;
        QDir(m_scratch.filePath(u"clones"_s)).removeRecursively();
        m_broken->workspace().pullNow();
        m_broken->focus().open(u"component:default/ticket-shop"_s);
        m_broken->window().panes().show(u"problems"_s);
    });
    m_steps.push_back([this] {
        if (!m_broken)
            return;
        shoot(&m_broken->window(), u"state-failed"_s);
        m_broken->window().hide();
    });
}

void Pictures::openChanging()
{
    const QString folder = m_scratch.filePath(u"team"_s);
    QDir().mkpath(folder);
    QFile file(folder + u"/catalog-info.yaml"_s);
    if (file.open(QIODevice::WriteOnly)) {
        file.write("apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata:\n  name: team-tickets\nspec:\n  type: team\n  children: []\n---\n");
        for (const char *name : { "ticket-shop", "seat-map", "gate-scanner", "refund-desk", "price-list" }) {
            file.write(QByteArray("apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: ") + name
                + "\n  description: Part of selling and checking tickets.\n  tags:\n    - java\n    - web\nspec:\n  type: service\n"
                  "  lifecycle: experimental\n  owner: team-tickets\n---\n");
        }
    }
    file.close();
    auto changing = Session::open({ m_scratch.filePath(u"changing"_s), false, false, std::nullopt }, m_theme, nullptr);
    if (!changing)
        return;
    m_changing = std::move(*changing);
    if (!m_changing->connectTo(u"folder"_s, u"team"_s, { { u"folder"_s, folder } }))
        m_ok = false;
}

/// As an afternoon's commits would: one grows up and gets dependencies, one goes, one comes.
void Pictures::editChanging()
{
    QFile file(m_scratch.filePath(u"team/catalog-info.yaml"_s));
    if (!file.open(QIODevice::ReadWrite))
        return;
    QByteArray text = file.readAll();
    const qsizetype shop = text.indexOf("name: ticket-shop");
    text.replace(text.indexOf("lifecycle: experimental", shop), int(qstrlen("lifecycle: experimental")),
        "lifecycle: production\n  dependsOn:\n    - component:seat-map\n    - component:price-list");
    text.replace(text.indexOf("- java", shop), int(qstrlen("- java")), "- rust");
    text.replace("Part of selling and checking tickets.\n  tags:\n    - rust", "Sells tickets, and takes them back.\n  tags:\n    - rust");
    text.replace("name: refund-desk", "name: refund-office");
    file.resize(0);
    file.seek(0);
    file.write(text);
    file.close();
    m_changing->workspace().pullNow();
}

void Pictures::planHistory()
{
    m_steps.push_back([this] {
        if (!m_changing)
            openChanging();
    });
    m_steps.push_back([this] {
        if (!m_changing)
            return;
        if (m_changing->workspace().mirror().snapshot()->find(u"component:default/refund-office") == mirror::noRow)
            editChanging();
    });
    m_steps.push_back([this] {
        if (!m_changing)
            return;
        auto &window = m_changing->window();
        window.resize(m_session.window().size());
        window.show();
        window.resetLayout();
        window.panes().show(u"changes"_s);
        const auto history = m_changing->workspace().mirror().history(u"component:default/ticket-shop");
        if (history && !history->empty())
            m_changing->focus().openChanges(u"component:default/ticket-shop"_s, history->back().id);
    });
    m_steps.push_back([this] {
        if (m_changing)
            shoot(&m_changing->window(), u"page-changes"_s);
    });
    m_steps.push_back([this] {
        if (m_changing)
            m_changing->focus().go({});
    });
    m_steps.push_back([this] {
        if (!m_changing)
            return;
        shoot(m_changing->window().panes().frame(u"changes"_s), u"pane-changes-filled"_s);
        m_changing->window().hide();
    });
    planDiffs();
}

/// What differs between the last two versions of an entity, in both ways to look at it.
void Pictures::planDiffs()
{
    m_steps.push_back([this] {
        if (!m_changing)
            return;
        const QString ref = u"component:default/ticket-shop"_s;
        auto history = m_changing->workspace().mirror().history(ref);
        if (!history || history->size() < 2) {
            m_ok = false;
            return;
        }
        const qint64 latest = history->back().id;
        m_history = std::make_unique<ui::panes::ChangesTab>(m_changing->workspace());
        m_history->resize(m_session.window().size());
        m_history->show();
        m_history->diff()->setSideBySide(true);
        m_history->show(ref, std::move(*history));
        m_history->select(latest);
    });
    for (const bool sides : { true, false }) {
        m_steps.push_back([this, sides] {
            if (m_history)
                m_history->diff()->setSideBySide(sides);
        });
        m_steps.push_back([this, sides] {
            if (m_history)
                shoot(m_history.get(), sides ? u"history-side-by-side"_s : u"history-inline"_s);
        });
    }
    m_steps.push_back([this] { m_history.reset(); });
}

/// The largest API of a format, and of it the item that says most: one that takes and gives something.
std::pair<QString, QString> Pictures::richestApi(apis::ApiFormat format) const
{
    QString best, item;
    size_t most = 0;
    (void)m_session.workspace().mirror().forEachEntity({}, [&](const domain::Entity &entity) {
        const auto read = entity.kind() == "API"_L1 ? apis::parseApi(entity.spec()) : domain::Result<apis::ApiDefinition>();
        if (!read || read->format != format || read->items.size() <= most)
            return true;
        most = read->items.size();
        best = entity.ref().canonical();
        const auto weight = [](const apis::Item &one) {
            const bool isType = one.kind == apis::ItemKind::Type;
            return (isType ? 0 : 1) + 2 * int(!one.body.contents.empty()) + int(!one.parameters.empty()) + int(!one.responses.empty());
        };
        item = std::ranges::max(read->items, {}, weight).id;
        return true;
    });
    return { best, item };
}

/// Panes of their own and large, beside the docks' narrow one: one for each format.
void Pictures::planApis()
{
    for (const auto &[format, name] : { std::pair { apis::ApiFormat::GraphQl, "api-graphql"_L1 }, { apis::ApiFormat::AsyncApi, "api-asyncapi"_L1 },
             { apis::ApiFormat::Protobuf, "api-protobuf"_L1 }, { apis::ApiFormat::OpenApi, "api"_L1 } }) {
        m_steps.push_back([this, format] {
            const auto [ref, item] = richestApi(format);
            m_api = std::make_unique<ui::panes::ApiPane>(m_session.context());
            m_api->resize(m_session.window().size() * 0.8);
            m_api->show();
            m_api->openItem(ref, item);
        });
        m_steps.push_back([this, name] { shoot(m_api.get(), name); });
    }
    m_steps.push_back([this] { m_api->tryIt(); });
    m_steps.push_back([this] {
        if (auto *dialog = m_api->findChild<ui::panes::TryItDialog *>())
            shoot(dialog, u"api-try-it"_s);
        m_api.reset();
    });
}

void Pictures::shoot(QWidget *widget, const QString &name)
{
    save(widget ? widget->grab().toImage() : QImage(), name);
}

void Pictures::save(const QImage &image, const QString &name)
{
    const QString path = m_folder.filePath(name + m_suffix);
    if (!image.save(path)) {
        std::fprintf(stderr, "callboard: cannot write %s\n", qPrintable(path));
        m_ok = false;
        return;
    }
    std::printf("%s\n", qPrintable(path));
}

} // namespace callboard::app
