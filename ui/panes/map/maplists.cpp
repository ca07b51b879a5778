// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/maplists.h"

#include "models/items/entityroles.h"
#include "ui/kit/icons.h"
#include "ui/kit/rowdelegate.h"
#include "ui/kit/style.h"
#include "ui/kit/widgets.h"
#include "ui/panes/common/groupviews.h"
#include "ui/panes/entity/wording.h"

#include <QKeyEvent>
#include <QTreeView>
#include <QVBoxLayout>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using Node = graph::MapGraph::Node;
using Edge = graph::MapGraph::Edge;

namespace {

    enum Column { Name, Words, ColumnCount };
    constexpr qsizetype mostRows = 500; // A hub's list; the header says how many there are.

    class ListDelegate final : public RowDelegate {
    public:
        using RowDelegate::RowDelegate;

    protected:
        bool isGroup(const QModelIndex &index) const override { return index.siblingAtColumn(Name).data(items::GroupRole).toBool(); }

        RowCell cell(const QModelIndex &index) const override
        {
            RowCell cell;
            cell.text = index.data().toString();
            if (isGroup(index)) {
                cell.style.weight = QFont::DemiBold;
                cell.alignRight = index.column() == Words;
                return cell;
            }
            if (index.column() == Words) {
                cell.ink = RowCell::Ink::Secondary;
                cell.alignRight = true;
                return cell;
            }
            if (const QString kind = index.data(items::KindRole).toString(); !kind.isEmpty())
                cell.iconName = kindIconName(kind);
            if (index.data(items::DanglingRole).toBool())
                cell.ink = RowCell::Ink::Warning;
            return cell;
        }
    };

} // namespace

MapLists::MapLists(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel(u"graph"_s, 20))
    , m_name(new TextLabel({}, TextRole::Body, TextLabel::Ink::Primary, QFont::DemiBold))
    , m_facts(new TextLabel({}, TextRole::Caption, TextLabel::Ink::Secondary))
    , m_tree(new GroupTree(this))
{
    setMinimumWidth(120);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new SurfaceWidget(int(Surface::Wings), Qt::BottomEdge | Qt::LeftEdge);
    auto *line = new QHBoxLayout(head);
    line->setContentsMargins(12, 8, 12, 8);
    line->addWidget(m_icon);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    m_name->setElide(Qt::ElideRight);
    m_facts->setElide(Qt::ElideRight);
    words->addWidget(m_name);
    words->addWidget(m_facts);
    line->addLayout(words, 1);
    column->addWidget(head);
    column->addWidget(m_tree, 1);

    m_model.setColumnCount(ColumnCount);
    m_tree->setModel(&m_model);
    (new ListDelegate(m_tree))->attach(m_tree);
    m_tree->setAccessibleName(tr("Relations on the map"));
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(true);
    m_tree->setIndentation(14);
    m_tree->header()->setMinimumSectionSize(24);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(Words, QHeaderView::Fixed);
    m_tree->installEventFilter(this);
    connect(m_tree, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const QString ref = index.siblingAtColumn(Name).data(items::RefRole).toString(); !ref.isEmpty())
            Q_EMIT activated(ref, Focus::How::Here);
    });
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex &index) { Q_EMIT chosen(index.siblingAtColumn(Name).data(items::RefRole).toString()); });
}

bool MapLists::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_tree || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
        return QWidget::eventFilter(watched, event);
    const QString ref = m_tree->currentIndex().siblingAtColumn(Name).data(items::RefRole).toString();
    if (ref.isEmpty())
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        Q_EMIT activated(ref, key->modifiers() & Qt::ControlModifier ? Focus::How::Beside : key->modifiers() & Qt::AltModifier ? Focus::How::Browser : Focus::How::Here);
    return true;
}

void MapLists::showNode(const MapScenePtr &scene, int node)
{
    if (scene != m_scene) {
        m_path.clear();
        m_pathTrouble.clear();
    }
    m_scene = scene;
    m_node = node;
    fill();
}

void MapLists::showPath(const std::vector<graph::Step> &steps)
{
    m_path = steps;
    m_pathTrouble.clear();
    fill();
}

void MapLists::showPathTrouble(const QString &text)
{
    m_path.clear();
    m_pathTrouble = text;
    fill();
}

void MapLists::showImpact(bool shown)
{
    m_impactShown = shown;
    fill();
}

void MapLists::showCircles(bool shown)
{
    m_circlesShown = shown;
    fill();
}

QString MapLists::nameOfRef(const QString &ref) const
{
    const int node = m_scene->graph.nodeOf(ref);
    if (node >= 0 && m_scene->graph.nodes[size_t(node)].kind != Node::Kind::Fold)
        return nodeTitle(m_scene->graph.nodes[size_t(node)]);
    return graph::nameOfRef(ref).toString();
}

QStandardItem *MapLists::group(const QString &title, int count)
{
    auto *item = new QStandardItem(title);
    auto *number = new QStandardItem(count < 0 ? QString() : QLocale().toString(count));
    item->setData(true, items::GroupRole);
    for (QStandardItem *cell : { item, number })
        cell->setEditable(false);
    m_model.appendRow({ item, number });
    return item;
}

void MapLists::addRow(QStandardItem *group, const QString &ref, const QString &name, const QString &entityKind, const QString &words, bool missing)
{
    if (group->rowCount() >= mostRows)
        return;
    auto *item = new QStandardItem(name);
    item->setData(ref, items::RefRole);
    item->setData(entityKind, items::KindRole);
    item->setData(missing, items::DanglingRole);
    item->setToolTip(ref);
    // One sentence for those who hear it: the name, and how it is related.
    item->setData(QString(name + u", "_s + words), Qt::AccessibleTextRole);
    auto *second = new QStandardItem(words);
    for (QStandardItem *cell : { item, second })
        cell->setEditable(false);
    group->appendRow({ item, second });
}

void MapLists::addNode(QStandardItem *group, int index, const QString &words)
{
    const Node &node = m_scene->graph.nodes[size_t(index)];
    addRow(group, node.ref, nodeTitle(node), node.entityKind, words, node.kind == Node::Kind::Missing);
}

void MapLists::fillHead()
{
    if (m_node < 0) {
        // A focus that is drawn as a box.
        const auto box = std::ranges::find(m_scene->graph.boxes, true, &graph::MapGraph::Box::isFocus);
        const bool isBox = box != m_scene->graph.boxes.end();
        m_icon->setIconName(isBox ? kindIconName(graph::kindOfRef(box->ref)) : u"graph"_s);
        m_name->setText(isBox ? box->name : tr("The whole estate"));
        m_facts->setText(tr("%n entities", nullptr, m_scene->graph.entities));
        return;
    }
    const Node &node = m_scene->graph.nodes[size_t(m_node)];
    m_icon->setIconName(kindIconName(node.entityKind));
    m_name->setText(nodeTitle(node));
    QStringList facts;
    for (const QString &fact : { node.type.isEmpty() ? node.entityKind : node.type, node.lifecycle, node.owner }) {
        if (!fact.isEmpty())
            facts.append(fact);
    }
    m_facts->setText(facts.join(u", "_s));
}

void MapLists::fillRelations()
{
    struct Bunch {
        QString title;
        std::vector<std::pair<int, QString>> rows;
    };
    std::vector<Bunch> bunches { { tr("Depend on it"), {} }, { tr("It depends on"), {} }, { tr("It provides"), {} }, { tr("Provided by"), {} }, { tr("Further relations"), {} } };
    for (const quint32 index : m_scene->edgesOfNode[size_t(m_node)]) {
        const Edge &edge = m_scene->graph.edges[index];
        const bool out = edge.from == m_node;
        const bool needs = edge.type == "dependsOn"_L1 || edge.type == "consumesApi"_L1;
        const bool provides = edge.type == "providesApi"_L1;
        QString words = Wording::relationVerb(edge.type);
        if (edge.weight > 1)
            words = tr("%1 × %2", "verb, times").arg(words, QLocale().toString(edge.weight));
        if (edge.isOld)
            words = tr("%1, not current").arg(words);
        if (m_scene->graph.nodes[size_t(out ? edge.to : edge.from)].kind == Node::Kind::Missing)
            words = tr("missing");
        Bunch &bunch = bunches[needs ? (out ? 1 : 0) : provides ? (out ? 2 : 3) : 4];
        bunch.rows.push_back({ out ? edge.to : edge.from, words });
    }
    for (Bunch &bunch : bunches) {
        if (bunch.rows.empty())
            continue;
        std::ranges::stable_sort(bunch.rows, {}, [&](const auto &row) { return nodeTitle(m_scene->graph.nodes[size_t(row.first)]).toLower(); });
        QStandardItem *heading = group(bunch.title, int(bunch.rows.size()));
        for (const auto &[node, words] : bunch.rows)
            addNode(heading, node, words);
    }
}

void MapLists::fillImpact()
{
    if (!m_scene->impact || (m_node >= 0 && !m_scene->graph.nodes[size_t(m_node)].isFocus))
        return;
    const graph::Impact &impact = *m_scene->impact;
    QStandardItem *heading = group(tr("If it stops"), int(impact.hits.size()));
    const auto named = [](const std::vector<graph::Impact::Share> &shares) { return int(std::ranges::count_if(shares, [](const auto &share) { return !share.ref.isEmpty(); })); };
    auto *line = new QStandardItem(impact.hits.empty() ? tr("Nothing that the catalog knows of needs it")
                                                       : tr("%1 in %2, %3").arg(tr("%n entities", nullptr, int(impact.hits.size())), tr("%n systems", nullptr, named(impact.systems)), tr("%n teams", nullptr, named(impact.teams))));
    line->setEditable(false);
    heading->appendRow({ line, new QStandardItem });
    m_impactLine = line->index();
    for (const auto &share : impact.teams) {
        if (!share.ref.isEmpty())
            addRow(heading, share.ref, nameOfRef(share.ref), u"group"_s, tr("%n to tell", "entities of a team", share.count));
    }
    if (m_impactShown) {
        for (const graph::Impact::Hit &hit : impact.hits)
            addRow(heading, hit.ref, nameOfRef(hit.ref), graph::kindOfRef(hit.ref).toString(), tr("%n steps", nullptr, hit.depth));
    }
}

/// Without a focus: every node, so that the list holds the map.
void MapLists::fillAll()
{
    std::vector<int> order;
    for (size_t i = 0; i < m_scene->graph.nodes.size(); ++i)
        order.push_back(int(i));
    std::ranges::stable_sort(order, [this](int a, int b) { return m_scene->graph.nodes[size_t(a)].count > m_scene->graph.nodes[size_t(b)].count; });
    QStandardItem *heading = group(tr("On the map"), int(order.size()));
    for (const int node : order)
        addNode(heading, node, nodeSubtitle(m_scene->graph.nodes[size_t(node)]));
}

/// How things are related is short, and tells rows of one name apart: it is read whole as long as a name has its half.
void MapLists::fitWords()
{
    int wanted = 0;
    QStyleOptionViewItem option;
    option.initFrom(m_tree);
    option.widget = m_tree;
    for (int group = 0; group < m_model.rowCount(); ++group) {
        const QModelIndex parent = m_model.index(group, Name);
        for (int row = 0; row < m_model.rowCount(parent); ++row)
            wanted = std::max(wanted, m_tree->itemDelegate()->sizeHint(option, m_model.index(row, Words, parent)).width() + 1);
    }
    const int least = Theme::of(this).scaled(48);
    m_tree->header()->resizeSection(Words, std::clamp(wanted, least, std::max(least, width() / 2)));
}

void MapLists::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitWords();
}

void MapLists::fill()
{
    m_model.removeRows(0, m_model.rowCount());
    if (!m_scene)
        return;
    fillHead();
    if (!m_pathTrouble.isEmpty())
        group(m_pathTrouble, -1);
    if (!m_path.empty()) {
        QStandardItem *heading = group(tr("Shortest way"), int(m_path.size()) - 1);
        for (const graph::Step &step : m_path) {
            const QString verb = step.type.isEmpty() ? QString() : Wording::relationVerb(step.type);
            addRow(heading, step.ref, nameOfRef(step.ref), graph::kindOfRef(step.ref).toString(), step.forward || verb.isEmpty() ? verb : tr("← %1", "against a relation").arg(verb));
        }
    }
    if (m_circlesShown) {
        QStandardItem *heading = group(tr("Circles"), int(m_scene->circles.size()));
        for (const QStringList &circle : m_scene->circles) {
            for (const QString &ref : circle)
                addRow(heading, ref, nameOfRef(ref), graph::kindOfRef(ref).toString(), tr("of %n", "members of a circle", int(circle.size())));
        }
    }
    if (m_node >= 0)
        fillRelations();
    else
        fillAll();
    fillImpact();
    for (int row = 0; row < m_model.rowCount(); ++row)
        m_tree->setFirstColumnSpanned(row, {}, m_model.item(row, Words)->text().isEmpty());
    if (m_impactLine.isValid())
        m_tree->setFirstColumnSpanned(m_impactLine.row(), m_impactLine.parent(), true);
    m_tree->expandAll();
    fitWords();
}

} // namespace callboard::ui::panes
