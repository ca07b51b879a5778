// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/catalog/catalogpane.h"

#include "models/items/userstate.h"
#include "ui/kit/commands.h"
#include "ui/kit/filterbox.h"
#include "ui/kit/icons.h"
#include "ui/kit/sentences.h"
#include "ui/panes/catalog/entityview.h"
#include "ui/panes/catalog/facetchips.h"
#include "ui/panes/catalog/facetcolumn.h"
#include "ui/panes/catalog/whoareyou.h"
#include "ui/panes/common/openers.h"

#include <QAbstractItemView>
#include <QBoxLayout>
#include <QInputDialog>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using Scope = search::Filter::Scope;

namespace {
    constexpr int facetWidth = 148;
    /// Which columns each saved view shows: the views themselves know nothing of columns.
    const QString viewColumnsKey = u"catalog.viewColumns"_s;
    constexpr int roomForFacets = 380; // Below this the list has the room to itself.
}

CatalogPane::CatalogPane(PaneContext context, QWidget *parent)
    : EntityListPane(context, Scope::All, parent)
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_facets(new FacetColumn(model()))
    , m_who(new WhoAreYou(context.index, this))
    , m_header(new QWidget(this))
    , m_facetsAction(new QAction(icon(u"filter"_s), tr("Facets"), this))
    , m_viewsAction(new QAction(icon(u"eye"_s), tr("Saved views"), this))
{
    list()->view()->setAccessibleName(tr("Catalog"));
    filterBox()->edit()->setAccessibleName(tr("Filter the catalog"));
    auto *header = new QHBoxLayout(m_header);
    header->setContentsMargins(0, 0, 0, 0);
    header->setSpacing(4);
    header->addWidget(new FacetChips(model(), m_facets->facets(), m_header));
    header->addWidget(filterBox(), 1);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_facets);
    row()->removeWidget(list());
    m_splitter->addWidget(list());
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({ facetWidth, 340 });
    m_splitter->setCollapsible(1, false);
    row()->addWidget(m_splitter, 1);
    above()->insertWidget(0, m_who);
    m_who->hide();
    m_facetsAction->setCheckable(true);
    m_facetsAction->setChecked(true);
    m_viewsAction->setMenu(new QMenu(tr("Saved views"), this));

    connect(m_facetsAction, &QAction::toggled, this, &CatalogPane::setFacetsWanted);
    connect(m_viewsAction->menu(), &QMenu::aboutToShow, this, &CatalogPane::fillViewsMenu);
    connect(m_who, &WhoAreYou::chosen, this, &CatalogPane::setMe);
    connect(&context.user, &items::UserState::meChanged, this, &CatalogPane::refreshWho);
    connect(&model(), &items::EntityTableModel::filterChanged, this, &CatalogPane::refreshWho);
    connect(&context.user, &items::UserState::savedViewsChanged, this, &CatalogPane::registerViews);
    registerCommands();
    registerViews();
}

CatalogPane::~CatalogPane()
{
    for (const QString &id : std::as_const(m_viewCommands))
        context().commands.remove(id);
    for (const QLatin1StringView id : { "pane.export"_L1, "catalog.saveView"_L1, "catalog.facets"_L1, "catalog.sort"_L1, "catalog.group"_L1, "catalog.columns"_L1 })
        context().commands.remove(id);
}

void CatalogPane::registerCommands()
{
    Commands &commands = context().commands;
    commands.add({ u"pane.export"_s, tr("&Export what is shown…"), u"file"_s, u"export"_s,
                     { QKeySequence(Qt::CTRL | Qt::Key_E) }, tr("Writes the rows and columns of the catalog pane to a file.") },
        this, [this] { exportShown(); });
    commands.add({ u"catalog.saveView"_s, tr("&Save this view of the catalog…"), u"view"_s, u"eye"_s, {},
                     tr("Keeps filter, columns and grouping under a name.") },
        this, [this] { askViewName(); });
    commands.add({ u"catalog.facets"_s, tr("Show or hide the fa&cets"), u"view"_s, u"filter"_s, {},
                     tr("The column of values beside the catalog.") },
        this, [this] { m_facetsAction->toggle(); });
    registerMenuCommands();
}

void CatalogPane::registerMenuCommands()
{
    const auto add = [this](const QString &id, const QString &text, const QString &iconName, const QString &help, auto openMenu) {
        context().commands.add({ id, text, u"view"_s, iconName, {}, help }, this, [this, openMenu] {
            bringForward();
            openMenu();
        });
    };
    add(u"catalog.sort"_s, tr("S&ort the catalog by…"), {}, tr("Choosing the same column again turns the order."), [this] { showSortMenu(); });
    add(u"catalog.group"_s, tr("&Group the catalog by…"), u"system"_s, tr("Puts the entities of the catalog pane under headings."),
        [this] { showGroupMenu(); });
    add(u"catalog.columns"_s, tr("Choos&e the catalog’s columns…"), u"columns"_s, tr("Which columns the catalog pane shows."),
        [this] { showColumnMenu(); });
}

/// A menu of a pane that is out of sight would hang over something else.
void CatalogPane::bringForward()
{
    if (!isVisible())
        showCatalog(context());
}

void CatalogPane::registerViews()
{
    Commands &commands = context().commands;
    for (const QString &id : std::as_const(m_viewCommands))
        commands.remove(id);
    m_viewCommands.clear();
    for (const items::SavedView &view : context().user.savedViews()) {
        const QString id = u"catalog.view."_s + view.name;
        commands.add({ id, tr("Catalog view: %1").arg(view.name), {}, u"eye"_s, {}, tr("Shows this saved view of the catalog.") },
            this, [this, name = view.name] { showView(name); });
        m_viewCommands += id;
    }
}

QWidget *CatalogPane::headerWidget()
{
    return m_header;
}

QList<QAction *> CatalogPane::headerActions() const
{
    QList<QAction *> actions = EntityListPane::headerActions();
    actions.insert(0, m_facetsAction);
    actions.insert(3, m_viewsAction);
    return actions;
}

void CatalogPane::setTarget(const FocusTarget &target)
{
    if (target.kind == FocusTarget::Kind::Mine)
        model().setScope(Scope::Mine);
    else if (target.kind == FocusTarget::Kind::All)
        model().setScope(Scope::All);
    EntityListPane::setTarget(target);
    refreshWho();
}

void CatalogPane::refreshWho()
{
    const bool asks = model().filter().scope == Scope::Mine && context().user.me().isEmpty();
    m_who->setVisible(asks && m_who->hasPeople());
    refreshStatus();
}

void CatalogPane::setMe(const QString &userRef)
{
    context().workspace.setMe(userRef);
    context().user.setMe(userRef);
}

PaneStatus CatalogPane::nothingShown() const
{
    if (model().filter().scope == Scope::Mine && model().filter().text.isEmpty() && model().filter().selected.isEmpty()) {
        if (context().user.me().isEmpty())
            return { PaneStatus::State::Empty, tr("Nothing is yours yet"),
                tr("Say who you are above, and what you and your groups own is listed here."), {}, u"user"_s };
        return { PaneStatus::State::Empty, tr("Nothing is owned by you or your groups"),
            tr("Descriptors name their owner in spec.owner."), {}, u"user"_s };
    }
    return { PaneStatus::State::Empty, tr("No entity fits this filter"), tr("Clear it to see the whole catalog again."),
        tr("Clear the filter"), u"filter"_s };
}

bool CatalogPane::clearFilter()
{
    if (EntityListPane::clearFilter())
        return true;
    if (model().filter().selected.isEmpty())
        return false;
    m_facets->facets().clearAll();
    return true;
}

void CatalogPane::setFacetsWanted(bool wanted)
{
    m_facetsWanted = wanted;
    showFacets();
}

void CatalogPane::showFacets()
{
    m_facets->setVisible(m_facetsWanted && width() >= roomForFacets);
}

void CatalogPane::resizeEvent(QResizeEvent *event)
{
    EntityListPane::resizeEvent(event);
    showFacets();
}

void CatalogPane::showQuery(const QString &query)
{
    m_facets->facets().clearAll();
    if (model().filter().scope != Scope::Mine)
        model().setScope(Scope::All);
    setFilterText(query);
}

void CatalogPane::fillListMenu(QMenu *menu)
{
    EntityListPane::fillListMenu(menu);
    menu->addMenu(m_viewsAction->menu());
    menu->addAction(m_facetsAction);
}

void CatalogPane::fillViewsMenu()
{
    QMenu *menu = m_viewsAction->menu();
    menu->clear();
    const auto views = context().user.savedViews();
    for (const items::SavedView &view : views)
        menu->addAction(view.name, this, [this, name = view.name] { showView(name); });
    if (!views.empty())
        menu->addSeparator();
    menu->addAction(tr("Save this view…"), this, &CatalogPane::askViewName);
    if (views.empty())
        return;
    QMenu *remove = menu->addMenu(tr("Remove"));
    for (const items::SavedView &view : views)
        remove->addAction(view.name, this, [this, name = view.name] { context().user.removeView(name); });
}

void CatalogPane::askViewName()
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save this view"));
    dialog->setLabelText(tr("Name of the view"));
    connect(dialog, &QInputDialog::textValueSelected, this, &CatalogPane::saveViewAs);
    dialog->open();
}

void CatalogPane::saveViewAs(const QString &name)
{
    if (name.trimmed().isEmpty())
        return;
    items::SavedView view;
    view.name = name.trimmed();
    view.filter = model().filter();
    view.grouping = items::EntityTableModel::groupingName(model().grouping());
    view.sortColumn = model().sortColumn();
    view.descending = model().sortOrder() == Qt::DescendingOrder;
    context().user.saveView(view);
    mirror::Mirror &mirror = context().workspace.mirror();
    QJsonObject columns = mirror.value(viewColumnsKey).toObject();
    columns.insert(view.name, QJsonArray::fromStringList(list()->visibleColumns()));
    if (const auto kept = mirror.setValue(viewColumnsKey, columns); !kept)
        setStatus({ PaneStatus::State::Failed, sentence(kept.error()).what, sentence(kept.error()).remedy, {}, {} });
}

void CatalogPane::showView(const QString &name)
{
    for (const items::SavedView &view : context().user.savedViews()) {
        if (view.name != name)
            continue;
        filterBox()->setText(view.filter.text);
        model().setFilter(view.filter);
        model().setGrouping(items::EntityTableModel::groupingFromName(view.grouping));
        model().sort(view.sortColumn, view.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
        const QJsonObject columns = context().workspace.mirror().value(viewColumnsKey).toObject();
        list()->setVisibleColumns(columns.value(view.name).toVariant().toStringList());
    }
}

QJsonObject CatalogPane::saveState() const
{
    QJsonObject state = EntityListPane::saveState();
    state.insert(u"filter"_s, model().filter().toJson());
    state.insert(u"facets"_s, QJsonObject { { u"shown"_s, m_facetsWanted }, { u"width"_s, m_splitter->sizes().value(0) },
                                   { u"folded"_s, m_facets->saveState() } });
    return state;
}

void CatalogPane::restoreState(const QJsonObject &state)
{
    EntityListPane::restoreState(state);
    const search::Filter filter = search::Filter::fromJson(state.value("filter"_L1).toObject());
    const Scope scope = model().filter().scope; // That of the focus, whatever it was then.
    model().setFilter(filter);
    model().setScope(scope);
    const QJsonObject facets = state.value("facets"_L1).toObject();
    m_facetsAction->setChecked(facets.value("shown"_L1).toBool(true));
    if (const int width = facets.value("width"_L1).toInt(); width >= 80)
        m_splitter->setSizes({ width, qMax(200, m_splitter->width() - width) });
    m_facets->restoreState(facets.value("folded"_L1).toArray());
}

} // namespace callboard::ui::panes
