// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/docs/docspane.h"

#include "models/items/keyedselection.h"
#include "models/items/userstate.h"
#include "models/search/livedocsearch.h"
#include "ui/kit/filterbox.h"
#include "ui/kit/icons.h"
#include "ui/kit/outward.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/style.h"
#include "ui/kit/times.h"
#include "ui/kit/widgets.h"
#include "ui/panes/common/groupviews.h"
#include "ui/panes/docs/articlepage.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using items::DocAddress;
using items::DocTreeModel;
using Kind = DocTreeModel::Kind;

namespace {

    constexpr int stateWidth = 64;
    constexpr int indent = 14;
    constexpr int mostFound = 60;

    class DocsDelegate final : public RowDelegate {
        Q_DECLARE_TR_FUNCTIONS(callboard::ui::panes::DocsPane)
    public:
        using RowDelegate::RowDelegate;

    protected:
        bool isGroup(const QModelIndex &index) const override { return index.data(items::GroupRole).toBool(); }
        RowCell cell(const QModelIndex &index) const override
        {
            return index.column() == int(DocTreeModel::Columns::Title) ? titleCell(index) : stateCell(index);
        }

    private:
        RowCell titleCell(const QModelIndex &index) const
        {
            RowCell cell;
            cell.text = index.data(items::NameRole).toString();
            switch (Kind(index.data(DocTreeModel::RowKindRole).toInt())) {
            case Kind::Group: cell.style.weight = QFont::DemiBold; break;
            case Kind::Site: cell.iconName = u"docs"_s; break;
            case Kind::Link: cell.iconName = u"external-link"_s; break;
            case Kind::Found:
                cell.iconName = u"docs"_s;
                cell.secondary = index.data(items::DescriptionRole).toString();
                break;
            case Kind::Section:
            case Kind::Page: break;
            }
            return cell;
        }
        RowCell stateCell(const QModelIndex &index) const
        {
            RowCell cell;
            cell.alignRight = true;
            cell.style.figures = true;
            cell.ink = RowCell::Ink::Secondary;
            if (index.data(DocTreeModel::NewRole).toBool()) {
                cell.badge = tr("new");
                cell.badgeStatus = Status::Running;
            } else if (index.data(DocTreeModel::ChangedRole).toBool()) {
                cell.badge = tr("changed");
                cell.badgeStatus = Status::Running;
            } else if (index.data(DocTreeModel::OldRole).toBool()) {
                cell.text = shortAge(index.data(DocTreeModel::BuiltRole).toDateTime());
                cell.stale = true;
                cell.ink = RowCell::Ink::Stale;
            } else {
                cell.text = index.data(Qt::DisplayRole).toString();
            }
            return cell;
        }
    };

} // namespace

DocsPane::DocsPane(PaneContext context, QWidget *parent)
    : Pane(context, parent)
    , m_desk(DocsDesk::of(context))
    , m_model(new DocTreeModel(context.workspace.mirror(), m_desk.library(), m_desk.reading(), context.user, this))
    , m_search(new search::LiveDocSearch(context.workspace.mirror(), this))
    , m_filterBox(new FilterBox(this))
    , m_view(new GroupTree(this))
    , m_foot(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    m_foot->setContentsMargins(10, 4, 10, 4);
    m_foot->setElide(Qt::ElideRight);
    column->addWidget(m_foot);
    m_model->setOld([this](const QString &site) { return m_desk.isOld(site); });
    m_filterBox->edit()->setAccessibleName(tr("Search the documentation"));
    prepareView();
    connect(m_filterBox, &FilterBox::textChanged, this, &DocsPane::search);
    m_filterBox->leaveTo(m_view);
    connect(m_filterBox, &FilterBox::returnPressed, this, [this] {
        if (m_model->showsFound() && m_model->rowCount() > 0)
            open(m_model->index(0, 0), {});
        else
            m_view->setFocus();
    });
    connect(&m_desk, &DocsDesk::currentChanged, this, [this] {
        if (m_desk.current() && !m_model->showsFound())
            reveal(m_desk.current()->address());
    });
    // The pane may come after the page it is to point at.
    if (m_desk.current())
        reveal(m_desk.current()->address());
    connect(m_search, &search::LiveDocSearch::answered, this, &DocsPane::showFound);
    const auto refresh = [this] {
        refreshStatus();
        refreshFoot();
    };
    connect(&m_desk.library(), &items::DocLibrary::sitesChanged, this, refresh);
    connect(&m_desk, &DocsDesk::freshnessChanged, this, [this, refresh] {
        refresh();
        m_view->viewport()->update();
    });
    connect(&m_desk, &DocsDesk::keptChanged, this, refresh);
    connect(&context.workspace, &sync::Workspace::pullStarted, this, [this] { refreshStatus(); });
    connect(&context.workspace, &sync::Workspace::pullFinished, this, [this] { refreshStatus(); });
    connect(this, &Pane::statusActionTriggered, this, [this] { this->context().workspace.pullNow(); });
    refresh();
}

DocsPane::~DocsPane() = default;

void DocsPane::prepareView()
{
    m_view->setModel(m_model);
    keepExpanded(); // Before the selection is: it may scroll to what is under an open row.
    (new DocsDelegate(m_view))->attach(m_view);
    m_view->setAccessibleName(tr("Documentation"));
    m_view->setUniformRowHeights(true);
    m_view->setHeaderHidden(true);
    m_view->setIndentation(indent);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setExpandsOnDoubleClick(true);
    m_view->installEventFilter(this);
    QHeaderView *head = m_view->header();
    head->setStretchLastSection(false);
    head->setSectionResizeMode(int(DocTreeModel::Columns::Title), QHeaderView::Stretch);
    head->setSectionResizeMode(int(DocTreeModel::Columns::State), QHeaderView::Fixed);
    head->resizeSection(int(DocTreeModel::Columns::State), Theme::of(this).scaled(stateWidth));
    auto *keyed = new items::KeyedSelection(m_model, m_view->selectionModel(),
        { .topIndex = [this] { return m_view->indexAt(QPoint(0, 0)); },
            .scrollTo = [this](const QModelIndex &index) { m_view->scrollTo(index, QAbstractItemView::PositionAtTop); },
            .isExpanded = {},
            .expand = {} },
        this);
    keyed->setFinder([this](const QString &key) { return m_model->findKey(key); });
    connect(m_view, &QTreeView::customContextMenuRequested, this, &DocsPane::showMenu);
    // A page is there at a click, as in a browser; a site opens into its pages.
    connect(m_view, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        const auto kind = Kind(index.data(DocTreeModel::RowKindRole).toInt());
        if (kind == Kind::Page || kind == Kind::Found || kind == Kind::Link)
            open(index, QGuiApplication::keyboardModifiers());
    });
}

/// Groups are open until they are closed, sites and sections the other way round; each reset of the model keeps that.
void DocsPane::keepExpanded()
{
    const auto turn = [this](const QModelIndex &index, bool open) {
        const QString key = index.data(items::RefRole).toString();
        if (open == index.data(items::GroupRole).toBool())
            m_turned.remove(key);
        else
            m_turned.insert(key);
    };
    connect(m_view, &QTreeView::expanded, this, [turn](const QModelIndex &index) { turn(index, true); });
    connect(m_view, &QTreeView::collapsed, this, [turn](const QModelIndex &index) { turn(index, false); });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { expandAgain(); });
    expandAgain();
}

void DocsPane::expandAgain(const QModelIndex &parent)
{
    // Only what is open is looked into: a site that is closed keeps its navigation unread.
    for (int row = 0; row < m_model->rowCount(parent); ++row) {
        const QModelIndex index = m_model->index(row, 0, parent);
        if (!m_model->hasChildren(index) || index.data(items::GroupRole).toBool() == m_turned.contains(index.data(items::RefRole).toString()))
            continue;
        m_view->expand(index);
        expandAgain(index);
    }
}

QWidget *DocsPane::focusWidgetOfPane()
{
    return m_model->rowCount() > 0 ? static_cast<QWidget *>(m_view) : m_filterBox->edit();
}

QWidget *DocsPane::headerWidget()
{
    return m_filterBox;
}

void DocsPane::search(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        m_model->clearFound();
    } else {
        // Whose the sites are is asked each time: it costs little, and changes seldom.
        search::DocPersonal personal;
        const auto snapshot = context().workspace.mirror().snapshot();
        const auto marks = context().user.personal(snapshot);
        for (const auto &site : m_desk.library().sites()) {
            const mirror::Row row = snapshot->find(site.entityRef);
            if (row != mirror::noRow && marks && marks->has(row, search::Personal::Mine))
                personal.mine.insert(site.entityRef);
            if (context().user.isStarred(site.entityRef))
                personal.starred.insert(site.entityRef);
        }
        personal.recent = m_desk.reading().recency();
        m_search->setPersonal(std::move(personal));
        m_search->setLimit(mostFound);
    }
    m_search->ask(text.trimmed());
    refreshStatus();
}

void DocsPane::showFound()
{
    if (m_search->asked().isEmpty())
        return;
    std::vector<items::DocFound> found;
    for (const auto &hit : m_search->answer().hits)
        found.push_back({ { hit.site, hit.path, hit.anchor }, hit.pageTitle, hit.heading, hit.siteName, hit.snippet });
    // The index trails a pull: until it is there, titles are better than nothing.
    if (found.empty() && !m_search->answer().complete)
        found = m_model->byTitle(m_search->asked());
    m_model->setFound(std::move(found));
    refreshStatus();
}

void DocsPane::refreshStatus()
{
    const int pages = m_desk.library().pageCount();
    m_filterBox->setPlaceholder(pages > 0 ? tr("Search %1 pages").arg(QLocale().toString(pages)) : tr("Search the documentation"));
    const Freshness freshness(context().workspace, domain::recordtype::docSite);
    setAsOf(freshness.asOf(), freshness.isOld());
    if (m_desk.library().sites().empty()) {
        if (!context().workspace.running().empty())
            setStatus({ PaneStatus::State::Loading, {}, {}, {}, {} });
        else
            setStatus({ PaneStatus::State::Empty, tr("No documentation is here yet"),
                tr("It comes with the sources: from mkdocs.yml and README files of clones, and from what a portal has built."), tr("Sync now"), u"docs"_s });
        return;
    }
    if (m_model->showsFound() && m_model->rowCount() == 0) {
        setStatus({ PaneStatus::State::Empty, tr("No page has “%1” in it").arg(m_filterBox->text().trimmed()), tr("Fewer letters find more."), {}, u"search"_s });
        return;
    }
    setStatus({});
}

void DocsPane::refreshFoot()
{
    int complete = 0;
    const auto &sites = m_desk.library().sites();
    for (const auto &site : sites)
        complete += site.complete;
    m_foot->setVisible(!sites.empty());
    m_foot->setText(complete == int(sites.size()) ? tr("All pages can be read offline")
                                                  : tr("%1 of %n site(s) can be read offline", nullptr, int(sites.size())).arg(complete));
}

void DocsPane::open(const QModelIndex &index, Qt::KeyboardModifiers modifiers)
{
    const auto kind = Kind(index.data(DocTreeModel::RowKindRole).toInt());
    const Focus::How how = modifiers & Qt::ControlModifier ? Focus::How::Beside : Focus::How::Here;
    const QString site = index.data(DocTreeModel::SiteRole).toString();
    switch (kind) {
    case Kind::Link: context().outward.browse(QUrl(index.data(DocTreeModel::LinkRole).toString())); break;
    case Kind::Page:
    case Kind::Found: m_desk.open(site, index.data(DocTreeModel::TargetRole).toString(), how); break;
    case Kind::Site: {
        // Its front page; a site may have none, and begin with another.
        const auto places = m_desk.library().placesOf(site);
        const bool hasFront = places.empty() || std::ranges::contains(places, QString(), &items::DocNavPlace::path);
        m_desk.open(site, hasFront ? QString() : places.front().path, how);
        break;
    }
    case Kind::Group:
    case Kind::Section: m_view->setExpanded(index.siblingAtColumn(0), !m_view->isExpanded(index.siblingAtColumn(0))); break;
    }
}

bool DocsPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_view || event->type() != QEvent::KeyPress)
        return Pane::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && m_view->currentIndex().isValid()) {
        open(m_view->currentIndex(), key->modifiers());
        return true;
    }
    if (key->key() == Qt::Key_Escape && !m_filterBox->text().isEmpty()) {
        m_filterBox->clear();
        return true;
    }
    // Letters look for pages, as in every list of the program.
    const bool types = !key->text().isEmpty() && key->text().front().isPrint() && !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) && key->key() != Qt::Key_Space;
    if (types) {
        m_filterBox->edit()->setFocus(Qt::OtherFocusReason);
        if (key->text() != "/"_L1)
            m_filterBox->edit()->insert(key->text());
        return true;
    }
    return false;
}

void DocsPane::showMenu(const QPoint &at)
{
    const QModelIndex index = m_view->indexAt(at).isValid() ? m_view->indexAt(at).siblingAtColumn(0) : m_view->currentIndex().siblingAtColumn(0);
    const QString site = index.data(DocTreeModel::SiteRole).toString();
    if (site.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Open")), &QAction::triggered, this, [this, row = QPersistentModelIndex(index)] { open(row, {}); });
    connect(menu->addAction(tr("Open beside")), &QAction::triggered, this, [this, row = QPersistentModelIndex(index)] { open(row, Qt::ControlModifier); });
    connect(menu->addAction(icon(u"component"_s), tr("Open what it is about")), &QAction::triggered, this, [this, site] { context().focus.open(site); });
    menu->addSeparator();
    const auto toggle = [&](const QString &text, bool on, auto set) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(on);
        connect(action, &QAction::triggered, this, set);
    };
    toggle(tr("Keep this documentation offline"), m_desk.isKept(site), [this, site](bool on) { m_desk.setKept(site, on); });
    toggle(tr("Watch all of this documentation"), m_desk.reading().isWatched(site), [this, site](bool on) { m_desk.reading().setWatched(site, on); });
    const QString page = index.data(DocTreeModel::AddressRole).toString();
    if (!page.isEmpty() && Kind(index.data(DocTreeModel::RowKindRole).toInt()) != Kind::Site)
        toggle(tr("Watch this page"), m_desk.reading().isWatched(page), [this, page](bool on) { m_desk.reading().setWatched(page, on); });
    toggle(tr("Star"), context().user.isStarred(site), [this, site](bool on) { context().user.setStarred(site, on); });
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

/// The page that is read is the current row of its site, wherever in the tree that is.
void DocsPane::reveal(const DocAddress &address)
{
    const QModelIndex current = m_view->currentIndex();
    if (current.data(DocTreeModel::AddressRole).toString() == address.key())
        return;
    const QModelIndex index = m_model->find(address);
    if (!index.isValid())
        return;
    for (QModelIndex up = index.parent(); up.isValid(); up = up.parent())
        m_view->expand(up);
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

} // namespace callboard::ui::panes
