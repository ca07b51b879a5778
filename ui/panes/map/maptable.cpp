// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/maptable.h"

#include "ui/kit/icons.h"
#include "ui/kit/rowdelegate.h"
#include "ui/panes/common/tableexport.h"
#include "ui/panes/entity/wording.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using Node = graph::MapGraph::Node;
using Edge = graph::MapGraph::Edge;

namespace {

    class TableDelegate final : public RowDelegate {
    public:
        using RowDelegate::RowDelegate;

    protected:
        RowCell cell(const QModelIndex &index) const override
        {
            RowCell cell;
            cell.text = index.data().toString();
            const int column = index.column();
            if (column == MapTableModel::From || column == MapTableModel::To) {
                cell.iconName = kindIconName(index.data(items::KindRole).toString());
                if (index.data(items::DanglingRole).toBool())
                    cell.ink = RowCell::Ink::Warning;
            } else {
                cell.ink = RowCell::Ink::Secondary;
                cell.stale = column == MapTableModel::Relation && index.data(MapTableModel::OldRole).toBool();
            }
            return cell;
        }
    };

} // namespace

void MapTableModel::setScene(const MapScenePtr &scene)
{
    beginResetModel();
    m_scene = scene;
    endResetModel();
}

int MapTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_scene ? 0 : int(m_scene->graph.edges.size());
}

int MapTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant MapTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Edge &edge = m_scene->graph.edges[size_t(index.row())];
    const bool isFrom = index.column() < Relation;
    const Node &node = m_scene->graph.nodes[size_t(isFrom ? edge.from : edge.to)];
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case From:
        case To: return nodeTitle(node);
        case FromOwner:
        case ToOwner: return node.owner;
        default: {
            QString words = Wording::relationVerb(edge.type);
            if (edge.weight > 1)
                words = tr("%1 × %2", "verb, times").arg(words, QLocale().toString(edge.weight));
            return edge.isOld ? tr("%1, not current").arg(words) : words;
        }
        }
    case Qt::ToolTipRole: return index.column() == Relation ? QVariant() : QVariant(node.ref);
    case Qt::AccessibleTextRole:
        return tr("%1 %2 %3", "an entity, a verb, an entity")
            .arg(nodeTitle(m_scene->graph.nodes[size_t(edge.from)]), Wording::relationVerb(edge.type), nodeTitle(m_scene->graph.nodes[size_t(edge.to)]));
    case items::RefRole: return node.ref;
    case items::KindRole: return node.entityKind;
    case items::DanglingRole: return node.kind == Node::Kind::Missing;
    case OldRole: return edge.isOld;
    default: return {};
    }
}

QVariant MapTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case From: return tr("From");
    case FromOwner: return tr("Its owner");
    case Relation: return tr("Relation");
    case To: return tr("To");
    case ToOwner: return tr("Its owner");
    default: return {};
    }
}

MapTable::MapTable(QWidget *parent)
    : QTableView(parent)
{
    m_shown.setSourceModel(&m_model);
    m_shown.setFilterKeyColumn(-1);
    m_shown.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown.setSortCaseSensitivity(Qt::CaseInsensitive);
    m_shown.setSortLocaleAware(true);
    setModel(&m_shown);
    (new TableDelegate(this))->attach(this);
    setAccessibleName(tr("Relations of the map, as a table"));
    setSelectionMode(ExtendedSelection);
    setSortingEnabled(true);
    sortByColumn(MapTableModel::From, Qt::AscendingOrder);
    horizontalHeader()->setSectionsMovable(true);
    for (int column = 0; column < MapTableModel::ColumnCount; ++column)
        horizontalHeader()->setSectionResizeMode(column, column == MapTableModel::Relation ? QHeaderView::Interactive : QHeaderView::Stretch);
    horizontalHeader()->resizeSection(MapTableModel::Relation, Theme::of(this).scaled(120));
    connect(this, &QAbstractItemView::doubleClicked, this, [this] {
        if (const QString ref = currentRef(); !ref.isEmpty())
            Q_EMIT entityActivated(ref, Focus::How::Here);
    });
}

void MapTable::setScene(const MapScenePtr &scene)
{
    m_model.setScene(scene);
}

void MapTable::setFilter(const QString &text)
{
    m_shown.setFilterFixedString(text.trimmed());
}

void MapTable::exportShown()
{
    exportTable(this, m_shown, visibleColumns(*horizontalHeader()), u"relations"_s);
}

/// The entity of the side that the keyboard is on.
QString MapTable::currentRef() const
{
    return currentIndex().data(items::RefRole).toString();
}

void MapTable::copySelected() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < MapTableModel::ColumnCount; ++column)
            cells.append(row.siblingAtColumn(column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void MapTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelected();
        return;
    }
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QString ref = currentRef();
    if (!enters || ref.isEmpty()) {
        QTableView::keyPressEvent(event);
        return;
    }
    const auto modifiers = event->modifiers();
    Q_EMIT entityActivated(ref, modifiers & Qt::ControlModifier ? Focus::How::Beside : modifiers & Qt::AltModifier ? Focus::How::Browser : Focus::How::Here);
}

} // namespace callboard::ui::panes
