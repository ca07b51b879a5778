// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/catalog/entityview.h"

#include "models/items/keyedselection.h"
#include "ui/panes/catalog/entitydelegate.h"
#include "ui/panes/catalog/entitytable.h"
#include "ui/panes/common/columnchoice.h"
#include "ui/panes/common/groupviews.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonObject>
#include <QKeyEvent>
#include <QMenu>
#include <QTableView>
#include <QTreeView>

#include <algorithm>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using items::EntityTableModel;

namespace {

    constexpr int leastName = 116;
    constexpr int easyName = 124; // With less, names are cut that a column less would show.
    constexpr int leastOwner = 56;
    constexpr int leastColumn = 24;
    /// What gives way in a narrow pane, in this order: the time is in the pane's header, and a row that is not current has its sign.
    constexpr EntityView::Columns givingWay[] { EntityView::Columns::Seen, EntityView::Columns::Lifecycle };

    struct Default {
        EntityView::Columns column;
        int width;
        bool visible;
    };
    // As the reference picture has them; the status column stands where CI will be.
    constexpr Default defaults[] {
        { EntityView::Columns::Name, 160, true },
        { EntityView::Columns::Owner, 100, true },
        { EntityView::Columns::Lifecycle, 46, true },
        { EntityView::Columns::Problems, 26, true },
        { EntityView::Columns::Seen, 40, true },
        { EntityView::Columns::Kind, 84, false },
        { EntityView::Columns::Type, 84, false },
        { EntityView::Columns::System, 110, false },
        { EntityView::Columns::Namespace, 90, false },
        { EntityView::Columns::Repository, 180, false },
        { EntityView::Columns::Tags, 140, false },
        { EntityView::Columns::Description, 260, false },
        { EntityView::Columns::Changed, 60, false },
    };

} // namespace

EntityView::EntityView(EntityTableModel &model, const QString &name, QWidget *parent)
    : QStackedWidget(parent)
    , m_model(model)
    , m_delegate(new EntityDelegate(model, this))
    , m_treeDelegate(new EntityDelegate(model, this))
    , m_table(new EntityTable(this))
    , m_tree(new GroupTree(this))
{
    for (const Default &each : defaults)
        m_sections.push_back({ int(each.column), each.width, each.visible, false });
    for (QAbstractItemView *each : { static_cast<QAbstractItemView *>(m_table), static_cast<QAbstractItemView *>(m_tree) }) {
        each->setAccessibleName(name);
        each->setSelectionMode(QAbstractItemView::ExtendedSelection);
        each->setDragEnabled(true);
        each->setDragDropMode(QAbstractItemView::DragOnly);
        each->installEventFilter(this);
        each->viewport()->installEventFilter(this); // It shrinks when a scroll bar comes.
        connect(each, &QAbstractItemView::doubleClicked, this,
            [this](const QModelIndex &index) { open(index, Focus::How::Here); });
        addWidget(each);
    }
    prepareTable();
    prepareTree();
    connect(&m_model, &EntityTableModel::groupingChanged, this, &EntityView::followGrouping);
    connect(&m_model, &EntityTableModel::updated, this, &EntityView::spanGroups);
    followGrouping();
}

EntityView::~EntityView() = default;

QHash<int, QString> EntityView::shortTitles()
{
    return { { int(Columns::Lifecycle), tr("Life", "lifecycle, as a narrow heading") },
        { int(Columns::Problems), QString() }, { int(Columns::Seen), tr("Age", "when it was last confirmed") } };
}

void EntityView::prepareTable()
{
    m_table->setHorizontalHeader(new ShortHeader(shortTitles(), m_table));
    m_delegate->attach(m_table);
    m_table->setSortingEnabled(false);
    prepareHeader(m_table->horizontalHeader());
}

void EntityView::prepareTree()
{
    m_tree->setHeader(new ShortHeader(shortTitles(), m_tree));
    m_treeDelegate->attach(m_tree);
    m_tree->setRootIsDecorated(true);
    m_tree->setIndentation(14);
    m_tree->setExpandsOnDoubleClick(true);
    m_tree->header()->setSectionsMovable(true);
    m_tree->header()->setFirstSectionMovable(false);
    prepareHeader(m_tree->header());
}

void EntityView::prepareHeader(QHeaderView *header)
{
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(leastColumn);
    header->setSortIndicatorShown(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setAccessibleName(tr("Columns"));
    connect(header, &QHeaderView::sectionClicked, this, &EntityView::sortBy);
    connect(header, &QHeaderView::sectionMoved, this, &EntityView::readOrder);
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int width) { takeWidth(column, width); });
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillColumnMenu(menu);
        menu->popup(header->mapToGlobal(at));
    });
}

QAbstractItemView *EntityView::view() const
{
    return static_cast<QAbstractItemView *>(currentWidget());
}

QHeaderView *EntityView::header() const
{
    return currentWidget() == m_tree ? m_tree->header() : m_table->horizontalHeader();
}

void EntityView::setFreshness(std::shared_ptr<const Freshness> freshness)
{
    // After every pull of anything, and a screen of rows is some milliseconds.
    if (m_freshness && freshness && freshness->judgesAs(*m_freshness))
        return;
    m_freshness = freshness;
    m_delegate->setFreshness(freshness);
    m_treeDelegate->setFreshness(std::move(freshness));
    view()->viewport()->update();
}

void EntityView::followGrouping()
{
    const bool flat = m_model.grouping() == EntityTableModel::Grouping::None;
    useView(flat ? static_cast<QAbstractItemView *>(m_table) : m_tree);
}

void EntityView::useView(QAbstractItemView *next)
{
    QAbstractItemView *before = view();
    if (next == before && next->model())
        return;
    const QString current = next == before ? QString() : currentRef();
    const bool hadFocus = before->hasFocus();
    delete std::exchange(m_keyed, nullptr);
    // Only the view that shows listens: laying 100,000 rows out twice is wasted.
    if (before != next)
        before->setModel(nullptr);
    next->setModel(&m_model);
    setCurrentWidget(next);
    applySections();
    header()->setSortIndicator(m_model.sortColumn(), m_model.sortOrder());
    connect(next->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &index) { Q_EMIT currentChanged(m_model.refAt(index)); });
    m_keyed = new items::KeyedSelection(&m_model, next->selectionModel(),
        { .topIndex = [next] { return next->indexAt(QPoint(0, 0)); },
            .scrollTo = [next](const QModelIndex &index) { next->scrollTo(index, QAbstractItemView::PositionAtTop); },
            // Of a flat list nothing is expanded, and to ask of each row takes a millisecond.
            .isExpanded = next == m_tree ? std::function<bool(const QModelIndex &)>([this](const QModelIndex &index) { return m_tree->isExpanded(index); })
                                         : nullptr,
            .expand = [this](const QModelIndex &index) { m_tree->expand(index); } },
        this);
    m_keyed->setFinder([this](const QString &ref) { return m_model.indexOf(ref); });
    spanGroups();
    if (hadFocus)
        next->setFocus();
    selectRef(current);
}

void EntityView::spanGroups()
{
    if (currentWidget() != m_tree)
        return;
    for (int group = 0; group < m_model.rowCount(); ++group)
        m_tree->setFirstColumnSpanned(group, {}, true);
}

void EntityView::applySections()
{
    m_applying = true;
    QHeaderView *head = header();
    for (int visual = 0; visual < int(m_sections.size()); ++visual) {
        const Section &section = m_sections[size_t(visual)];
        head->moveSection(head->visualIndex(section.column), visual);
        head->setSectionHidden(section.column, !section.visible);
        head->resizeSection(section.column, section.width);
    }
    m_applying = false;
    fitName();
}

EntityView::Section &EntityView::section(int column)
{
    return *std::ranges::find(m_sections, column, &Section::column);
}

void EntityView::readOrder()
{
    if (m_applying || !view()->model())
        return;
    std::ranges::sort(m_sections, {}, [head = header()](const Section &section) { return head->visualIndex(section.column); });
    Q_EMIT columnsChanged();
}

/// Of the one column that a person sized: another may be narrower now than it is meant to be.
void EntityView::takeWidth(int column, int width)
{
    if (m_applying || !view()->model() || width <= 0)
        return;
    section(column).width = width;
    Q_EMIT columnsChanged();
    if (column != int(Columns::Name))
        fitName();
}

void EntityView::fitName()
{
    if (m_applying)
        return;
    m_applying = true;
    QHeaderView *head = header();
    const int room = view()->viewport()->width();
    int others = 0;
    for (const Section &section : m_sections) {
        if (section.visible && section.column != int(Columns::Name))
            others += section.width;
    }
    for (const Columns column : givingWay) {
        const Section &section = this->section(int(column));
        if (!section.visible || section.kept)
            continue;
        const bool givesWay = room - others < easyName;
        head->setSectionHidden(int(column), givesWay);
        if (givesWay)
            others -= section.width;
        else
            head->resizeSection(int(column), section.width);
    }
    // Then the owner, so that no column is pushed out of sight.
    const int owner = section(int(Columns::Owner)).visible ? section(int(Columns::Owner)).width : 0;
    const int givenUp = owner == 0 ? 0 : std::clamp(leastName + others - room, 0, std::max(0, owner - leastOwner));
    if (owner != 0)
        head->resizeSection(int(Columns::Owner), owner - givenUp);
    head->resizeSection(int(Columns::Name), qMax(leastName, room - others + givenUp));
    m_applying = false;
}

QString EntityView::currentRef() const
{
    return view()->model() ? m_model.refAt(view()->currentIndex()) : QString();
}

QStringList EntityView::selectedRefs() const
{
    QStringList refs;
    if (!view()->selectionModel())
        return refs;
    QModelIndexList rows = view()->selectionModel()->selectedRows();
    std::ranges::sort(rows, [](const QModelIndex &a, const QModelIndex &b) {
        return a.parent().row() != b.parent().row() ? a.parent().row() < b.parent().row() : a.row() < b.row();
    });
    for (const QModelIndex &index : std::as_const(rows))
        if (const QString ref = m_model.refAt(index); !ref.isEmpty())
            refs += ref;
    if (refs.isEmpty() && !currentRef().isEmpty())
        refs += currentRef();
    return refs;
}

void EntityView::selectRef(const QString &ref)
{
    if (ref.isEmpty())
        return;
    const QModelIndex index = m_model.indexOf(ref);
    if (!index.isValid() || index == view()->currentIndex())
        return;
    view()->setCurrentIndex(index);
    view()->scrollTo(index);
}

QStringList EntityView::visibleColumns() const
{
    QStringList names;
    for (const Section &section : m_sections)
        if (section.visible)
            names += EntityTableModel::columnName(Columns(section.column));
    return names;
}

QList<int> EntityView::visibleColumnIndexes() const
{
    QList<int> columns;
    for (const Section &section : m_sections)
        if (section.visible)
            columns += section.column;
    return columns;
}

void EntityView::setVisibleColumns(const QStringList &names)
{
    if (names.isEmpty())
        return;
    const auto place = [&](const Section &section) {
        const auto at = names.indexOf(EntityTableModel::columnName(Columns(section.column)));
        return at < 0 ? names.size() : at;
    };
    for (Section &section : m_sections)
        section.visible = place(section) < names.size() || section.column == int(Columns::Name);
    std::ranges::stable_sort(m_sections, {}, place);
    applySections();
    Q_EMIT columnsChanged();
}

void EntityView::fillColumnMenu(QMenu *menu)
{
    const auto choose = [this](int column, bool shown) {
        section(column).visible = shown;
        section(column).kept = shown; // Who asks for it wants it however narrow the pane is.
        applySections();
        Q_EMIT columnsChanged();
    };
    const auto useUsual = [this] {
        m_sections.clear();
        for (const Default &each : defaults)
            m_sections.push_back({ int(each.column), each.width, each.visible, false });
        applySections();
        Q_EMIT columnsChanged();
    };
    panes::fillColumnMenu(*menu, *header(), int(Columns::Name), choose, useUsual);
}

void EntityView::sortBy(int column)
{
    const bool again = m_model.sortColumn() == column && m_model.sortOrder() == Qt::AscendingOrder;
    m_model.sort(column, again ? Qt::DescendingOrder : Qt::AscendingOrder);
    header()->setSortIndicator(m_model.sortColumn(), m_model.sortOrder());
    Q_EMIT columnsChanged();
}

void EntityView::fillSortMenu(QMenu *menu)
{
    auto *group = new QActionGroup(menu);
    for (const int column : visibleColumnIndexes()) {
        QAction *action = menu->addAction(sortText(m_model.headerData(column, Qt::Horizontal).toString(), m_model.sortColumn() == column, m_model.sortOrder()));
        action->setCheckable(true);
        action->setChecked(m_model.sortColumn() == column);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, column] { sortBy(column); });
    }
}

QString EntityView::selectionAsText() const
{
    QStringList lines;
    for (const QString &ref : selectedRefs()) {
        QStringList cells;
        for (const int column : visibleColumnIndexes()) {
            QString text = m_model.indexOf(ref, column).data(Qt::DisplayRole).toString();
            cells += text.replace(u'\t', u' ').replace(u'\n', u' ');
        }
        lines += cells.join(u'\t');
    }
    return lines.join(u'\n');
}

void EntityView::open(const QModelIndex &index, Focus::How how)
{
    const QString ref = m_model.refAt(index);
    if (!ref.isEmpty())
        Q_EMIT opened(ref, how);
    else if (index.isValid() && currentWidget() == m_tree && how == Focus::How::Here)
        m_tree->setExpanded(index, !m_tree->isExpanded(index));
}

bool EntityView::wantsKey(const QKeyEvent *event) const
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return modifiers == Qt::NoModifier || modifiers == Qt::ControlModifier || modifiers == Qt::AltModifier;
    default:
        break;
    }
    const QString text = event->text();
    return modifiers <= Qt::ShiftModifier && !text.isEmpty() && text.front().isPrint() && !text.front().isSpace();
}

bool EntityView::onKey(QKeyEvent *event)
{
    const auto modifiers = event->modifiers() & ~Qt::KeypadModifier;
    switch (event->key()) {
    case Qt::Key_Escape:
        return m_escape && m_escape();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        open(view()->currentIndex(), modifiers == Qt::ControlModifier ? Focus::How::Beside
                : modifiers == Qt::AltModifier                        ? Focus::How::Browser
                                                                      : Focus::How::Here);
        return true;
    default:
        break;
    }
    if (!wantsKey(event))
        return false;
    Q_EMIT typed(event->text() == u"/" ? QString() : event->text());
    return true;
}

bool EntityView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == view()->viewport() && event->type() == QEvent::Resize && view()->model())
        QMetaObject::invokeMethod(this, &EntityView::fitName, Qt::QueuedConnection);
    if (watched == currentWidget()) {
        switch (event->type()) {
        case QEvent::ShortcutOverride: // What a row understands is not the window's shortcut here.
            if (wantsKey(static_cast<QKeyEvent *>(event))) {
                event->accept();
                return true;
            }
            break;
        case QEvent::KeyPress:
            if (onKey(static_cast<QKeyEvent *>(event)))
                return true;
            break;
        case QEvent::ContextMenu:
            Q_EMIT contextMenuWanted(static_cast<QContextMenuEvent *>(event)->globalPos());
            return true;
        default:
            break;
        }
    }
    return QStackedWidget::eventFilter(watched, event);
}

QJsonObject EntityView::saveState() const
{
    QJsonArray columns;
    for (const Section &section : m_sections)
        columns.append(QJsonObject { { u"name"_s, EntityTableModel::columnName(Columns(section.column)) },
            { u"width"_s, section.width }, { u"shown"_s, section.visible }, { u"kept"_s, section.kept } });
    return { { u"columns"_s, columns }, { u"sort"_s, EntityTableModel::columnName(Columns(qMax(0, m_model.sortColumn()))) },
        { u"descending"_s, m_model.sortOrder() == Qt::DescendingOrder },
        { u"grouping"_s, EntityTableModel::groupingName(m_model.grouping()) } };
}

void EntityView::restoreState(const QJsonObject &state)
{
    const auto columnOf = [](const QString &name) {
        for (int column = 0; column < int(Columns::Count); ++column)
            if (EntityTableModel::columnName(Columns(column)) == name)
                return column;
        return -1;
    };
    size_t at = 0;
    for (const QJsonValue value : state.value("columns"_L1).toArray()) {
        const int column = columnOf(value["name"_L1].toString());
        const auto found = std::ranges::find(m_sections, column, &Section::column);
        if (found == m_sections.end() || found - m_sections.begin() < std::ptrdiff_t(at))
            continue; // A column of another version, or one that is named twice.
        found->width = qBound(leastColumn, value["width"_L1].toInt(found->width), 2000);
        found->visible = value["shown"_L1].toBool(found->visible) || column == int(Columns::Name);
        found->kept = found->visible && value["kept"_L1].toBool();
        std::rotate(m_sections.begin() + std::ptrdiff_t(at), found, found + 1);
        ++at;
    }
    m_model.setGrouping(EntityTableModel::groupingFromName(state.value("grouping"_L1).toString()));
    if (const int column = columnOf(state.value("sort"_L1).toString()); column >= 0)
        m_model.sort(column, state.value("descending"_L1).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
    applySections();
    header()->setSortIndicator(m_model.sortColumn(), m_model.sortOrder());
}

} // namespace callboard::ui::panes
