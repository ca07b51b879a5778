// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/mappane.h"

#include "models/search/liveindex.h"
#include "ui/kit/banner.h"
#include "ui/kit/commands.h"
#include "ui/kit/icons.h"
#include "ui/kit/names.h"
#include "ui/kit/sentences.h"
#include "ui/panes/common/freshness.h"
#include "ui/panes/entity/wording.h"
#include "ui/panes/map/mapcanvas.h"
#include "ui/panes/map/mapcontrols.h"
#include "ui/panes/map/maplists.h"
#include "ui/panes/map/maptable.h"

#include <QAction>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using Node = graph::MapGraph::Node;
using RollUp = graph::MapOptions::RollUp;

MapPane::MapPane(PaneContext context, QWidget *parent)
    : Pane(context, parent)
    , m_controls(new MapControls)
    , m_canvas(new MapCanvas)
    , m_lists(new MapLists)
    , m_table(new MapTable)
    , m_middle(new QStackedWidget)
    , m_note(new Banner)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_note);
    m_note->setClosable(true);
    m_note->hide();
    auto *split = new QSplitter(Qt::Horizontal);
    split->addWidget(m_controls);
    m_middle->addWidget(m_canvas);
    m_middle->addWidget(m_table);
    split->addWidget(m_middle);
    split->addWidget(m_lists);
    split->setChildrenCollapsible(true);
    split->setCollapsible(1, false);
    split->setStretchFactor(0, 0);
    split->setStretchFactor(1, 1);
    split->setStretchFactor(2, 0);
    split->setHandleWidth(1);
    const Theme &theme = Theme::of(this);
    split->setSizes({ theme.scaled(184), theme.scaled(700), theme.scaled(276) });
    column->addWidget(split, 1);
    addActions();

    connect(m_controls, &MapControls::changed, this, [this] {
        m_controls->apply(m_options);
        m_options.opened.clear();
        ask();
    });
    connect(m_controls, &MapControls::findChanged, this, &MapPane::find);
    connect(m_controls, &MapControls::findNext, this, &MapPane::findNext);
    connect(m_controls, &MapControls::pathAsked, this, &MapPane::findWay);
    connect(m_controls, &MapControls::impactAsked, this, &MapPane::markImpact);
    connect(m_controls, &MapControls::circlesAsked, this, [this] { m_lists->showCircles(true); });
    connect(m_canvas, &MapCanvas::currentChanged, this, [this](int node) {
        const auto &scene = m_canvas->scene();
        if (node < 0 && scene) {
            const auto focus = std::ranges::find(scene->graph.nodes, true, &Node::isFocus);
            node = focus == scene->graph.nodes.end() ? -1 : int(focus - scene->graph.nodes.begin());
        }
        m_lists->showNode(scene, node);
    });
    connect(m_canvas, &MapCanvas::activated, this, &MapPane::activate);
    connect(m_canvas, &MapCanvas::boxActivated, this, [this](int box) { goTo(m_canvas->scene()->graph.boxes[size_t(box)].ref); });
    connect(m_canvas, &MapCanvas::menuRequested, this, &MapPane::openMenu);
    connect(m_canvas, &MapCanvas::zoomChanged, this, &MapPane::describe);
    connect(m_lists, &MapLists::chosen, this, [this](const QString &ref) {
        if (const int node = ref.isEmpty() || !m_canvas->scene() ? -1 : m_canvas->scene()->graph.nodeOf(ref); node >= 0) {
            m_canvas->setMarked({ node });
            m_canvas->reveal(node);
        }
    });
    connect(m_lists, &MapLists::activated, this, [this](const QString &ref, Focus::How how) {
        if (how == Focus::How::Here)
            goTo(ref);
        else
            this->context().focus.open(ref, how);
    });
    connect(m_table, &MapTable::entityActivated, this, [this](const QString &ref, Focus::How how) {
        if (how == Focus::How::Here)
            goTo(ref);
        else
            this->context().focus.open(ref, how);
    });
    connect(&m_worker, &MapWorker::made, this, &MapPane::showScene);
    connect(&m_worker, &MapWorker::failed, this, &MapPane::fail);
    connect(&context.index, &search::LiveIndex::changed, this, &MapPane::ask);
    connect(&context.workspace.mirror(), &mirror::Mirror::feedStateChanged, this, &MapPane::refreshAsOf);
    connect(&context.workspace, &sync::Workspace::networkChanged, this, &MapPane::refreshAsOf);
    connect(this, &Pane::statusActionTriggered, this, [this] { setTarget({}); });
    refreshAsOf();
    m_options.rollUp = RollUp::System;
    setTarget(context.focus.target());
}

MapPane::~MapPane()
{
    for (const QString &command : std::as_const(m_commands))
        context().commands.remove(command);
}

void MapPane::addActions()
{
    const auto add = [this](const Commands::Command &command, auto run) {
        QAction *action = context().commands.add(command, this, run);
        m_actions.append(action);
        m_commands.append(command.id);
        return action;
    };
    m_tableAction = add({ u"map.table"_s, tr("Map: its relations as a table"), {}, u"columns"_s, {}, tr("Rows to sort, filter and export, in the place of the drawing") },
        [this] { setTable(!isTable()); });
    m_tableAction->setCheckable(true);
    add({ u"map.smaller"_s, tr("Map: zoom out"), {}, u"minus"_s, {}, tr("Shows more of the map, smaller") }, [this] { m_canvas->zoomStep(-1); });
    add({ u"map.larger"_s, tr("Map: zoom in"), {}, u"plus"_s, {}, tr("Shows less of the map, larger") }, [this] { m_canvas->zoomStep(1); });
    add({ u"map.fit"_s, tr("Map: show all of it"), {}, u"eye"_s, {}, tr("Brings all of the map into view") }, [this] { m_canvas->fit(); });
    add({ u"map.estate"_s, tr("Map: the whole estate"), {}, u"system"_s, {}, tr("Every system or domain, and how many relations run between them") },
        [this] { setTarget({}); });
    add({ u"map.exportTable"_s, tr("Map: export its relations…"), {}, u"export"_s, {}, tr("The rows of the table, as CSV or JSON") }, [this] { m_table->exportShown(); });
    add({ u"map.exportSvg"_s, tr("Map: export as SVG…"), {}, u"export"_s, {}, {} }, [this] { askWhereTo(Format::Svg); });
    add({ u"map.exportPng"_s, tr("Map: export as PNG…"), {}, u"export"_s, {}, {} }, [this] { askWhereTo(Format::Png); });
    add({ u"map.exportDot"_s, tr("Map: export for Graphviz…"), {}, u"export"_s, {}, {} }, [this] { askWhereTo(Format::Dot); });
}

QWidget *MapPane::focusWidgetOfPane()
{
    return m_middle->currentWidget();
}

bool MapPane::isTable() const
{
    return m_middle->currentWidget() == m_table;
}

void MapPane::setTable(bool table)
{
    const bool hadKeyboard = m_middle->currentWidget()->hasFocus();
    m_tableAction->setChecked(table);
    m_middle->setCurrentIndex(table ? 1 : 0);
    if (hadKeyboard)
        m_middle->currentWidget()->setFocus(Qt::OtherFocusReason);
    describe();
}

bool MapPane::isBusy() const
{
    return m_worker.isBusy() || m_canvas->isBusy();
}

bool MapPane::cancel()
{
    if (!m_worker.isBusy())
        return false;
    m_worker.cancel();
    setStatus({});
    return true;
}

void MapPane::setTarget(const FocusTarget &target)
{
    const QString ref = target.kind == FocusTarget::Kind::Entity ? target.ref : QString();
    if (ref == m_options.focus && m_asked)
        return;
    // What was chosen stays chosen, but for people and what is not: they are looked at by other relations.
    const auto isPeople = [](const QString &one) {
        const QStringView kind = graph::kindOfRef(one);
        return kind == "group"_L1 || kind == "user"_L1;
    };
    if (isPeople(ref) && !isPeople(m_options.focus)) {
        m_usual = m_options;
        m_options = graph::MapOptions::forFocus(ref);
        m_options.colour = m_usual.colour;
    } else if (!isPeople(ref)) {
        if (isPeople(m_options.focus))
            m_options = m_usual;
        m_usual = m_options;
    }
    m_options.focus = ref;
    m_options.rollUp = !ref.isEmpty() ? RollUp::None : m_options.rollUp == RollUp::None ? RollUp::System : m_options.rollUp;
    m_options.opened.clear();
    m_options.nodeLimit = graph::MapOptions().nodeLimit;
    m_controls->setOptions(m_options);
    m_asked = false;
    ask();
}

void MapPane::setOptions(const graph::MapOptions &options)
{
    m_options = options;
    m_controls->setOptions(options);
    ask();
}

void MapPane::ask()
{
    m_asked = false;
    const mirror::SnapshotPtr snapshot = context().workspace.mirror().snapshot();
    if (snapshot->size() == 0) {
        m_worker.cancel();
        describeNothing();
        return;
    }
    // Nobody looks: when somebody does. What is empty is not seen itself, and becomes full all the same.
    if (!isVisible() && status().state != PaneStatus::State::Empty)
        return;
    m_asked = true;
    const Freshness freshness(context().workspace);
    m_options.isOld = [freshness](const mirror::Snapshot &snapshot, mirror::Row row) {
        return freshness.isStale(snapshot.string(snapshot.connectionId(row)).toString(), QDateTime::fromMSecsSinceEpoch(snapshot.seenAt(row)));
    };
    MapLook look = MapLook::of(Theme::of(this));
    look.ratio = devicePixelRatioF();
    m_lookRevision = look.revision;
    m_impactMarked = false;
    PaneStatus loading;
    loading.state = PaneStatus::State::Loading;
    setStatus(loading);
    m_worker.ask({ snapshot, m_options, look });
}

void MapPane::showEvent(QShowEvent *event)
{
    Pane::showEvent(event);
    if (!m_asked)
        ask();
}

void MapPane::changeEvent(QEvent *event)
{
    Pane::changeEvent(event);
    const bool looksOther = event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange;
    if (looksOther && m_lookRevision != 0 && m_lookRevision != Theme::of(this).revision())
        QTimer::singleShot(0, this, [this] { ask(); });
}

void MapPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    // A narrow pane shows the drawing alone; the table is the Relations pane then.
    const Theme &theme = Theme::of(this);
    m_lists->setVisible(width() >= theme.scaled(640));
    m_controls->setVisible(width() >= theme.scaled(460));
}

void MapPane::refreshAsOf()
{
    const Freshness freshness(context().workspace);
    setAsOf(freshness.asOf(), freshness.isOld());
}

void MapPane::showScene(const MapScenePtr &scene)
{
    setStatus({});
    m_controls->showScene(*scene);
    m_canvas->setScene(scene);
    m_table->setScene(scene);
    if (scene->graph.nodes.empty()) {
        m_note->hide();
        describe();
        describeNothing();
        return;
    }
    using Because = graph::Layout::Because;
    using Engine = graph::Layout::Engine;
    const QString engine = scene->layout.engine == Engine::Boxed ? tr("Each box is arranged by itself.")
        : scene->layout.engine == Engine::Spread                 ? tr("It is spread out, without boxes.")
                                                                 : tr("A simpler arrangement is shown, without boxes.");
    switch (scene->layout.because) {
    case Because::AsWanted: m_note->hide(); break;
    case Because::Large: m_note->show(Banner::Kind::Note, tr("This map is large."), engine + u' ' + tr("Fewer steps or kinds make it smaller.")); break;
    case Because::NoGraphviz: m_note->show(Banner::Kind::Note, tr("Graphviz is not installed."), engine); break;
    case Because::TookTooLong: m_note->show(Banner::Kind::Note, tr("Arranging this map took too long."), engine); break;
    case Because::GraphvizFailed: m_note->show(Banner::Kind::Note, tr("Graphviz could not arrange this map."), engine); break;
    }
    if (const QString text = m_controls->findEdit()->text(); !text.isEmpty())
        find(text);
    describe();
}

void MapPane::fail(const domain::Error &error)
{
    if (error.code == domain::ErrorCode::Cancelled) {
        setStatus({});
        return;
    }
    setSubject(m_options.focus);
    if (error.code == domain::ErrorCode::NotFound)
        setStatus({ PaneStatus::State::Empty, tr("%1 is not in the catalog").arg(m_options.focus), tr("Choose another entity, or look at the whole estate."),
            tr("The whole estate"), u"graph"_s });
    else
        setStatus({ PaneStatus::State::Failed, sentence(error).what, sentence(error).remedy, {}, u"graph"_s });
}

void MapPane::describeNothing()
{
    setStatus({ PaneStatus::State::Empty, tr("Nothing is in the catalog that could be drawn"),
        tr("When a source was read, its systems and how they are related are drawn here."), {}, u"graph"_s });
}

void MapPane::describe()
{
    const MapScenePtr &scene = m_canvas->scene();
    if (!scene)
        return;
    const graph::MapGraph &map = scene->graph;
    QStringList facts;
    if (!m_options.focus.isEmpty())
        facts.append(tr("%n steps", nullptr, m_options.depth));
    facts.append(tr("%n entities", nullptr, map.entities));
    facts.append(tr("%n relations", nullptr, map.relations));
    if (map.missing > 0)
        facts.append(tr("%n missing", nullptr, map.missing));
    if (map.folded > 0)
        facts.append(tr("%n folded", nullptr, map.folded));
    if (!isTable()) {
        facts.append(tr("laid out in %1 ms").arg(QLocale().toString(qlonglong(scene->layout.took.count()))));
        facts.append(tr("%1 %", "zoom").arg(qRound(m_canvas->zoom() * 100)));
    }
    QString subject = tr("The whole estate");
    if (!m_options.focus.isEmpty())
        subject = nameOf(*context().workspace.mirror().snapshot(), m_options.focus);
    setSubject(subject, facts.join(u", "_s));
}

void MapPane::goTo(const QString &ref)
{
    if (context().workspace.mirror().snapshot()->find(ref) != mirror::noRow)
        context().focus.go({ FocusTarget::Kind::Entity, ref });
}

void MapPane::activate(int index)
{
    const Node &node = m_canvas->scene()->graph.nodes[size_t(index)];
    if (node.kind == Node::Kind::Fold) {
        // Folded for being many at one place, or for the map being full: both give way.
        m_options.opened.append(node.ref);
        if (int(m_canvas->scene()->graph.nodes.size()) * 10 >= m_options.nodeLimit * 8)
            m_options.nodeLimit = 2000;
        ask();
    } else if (!node.ref.isEmpty()) {
        goTo(node.ref);
    }
}

void MapPane::find(const QString &text)
{
    m_table->setFilter(text);
    const MapScenePtr &scene = m_canvas->scene();
    if (!scene)
        return;
    QSet<int> found;
    const QString wanted = text.trimmed();
    for (size_t i = 0; i < scene->graph.nodes.size() && !wanted.isEmpty(); ++i) {
        const Node &node = scene->graph.nodes[i];
        const bool isFolded = std::ranges::any_of(node.folded, [&](const QString &ref) { return graph::nameOfRef(ref).contains(wanted, Qt::CaseInsensitive); });
        if (isFolded || node.name.contains(wanted, Qt::CaseInsensitive) || graph::nameOfRef(node.ref).contains(wanted, Qt::CaseInsensitive))
            found.insert(int(i));
    }
    m_canvas->setMarked(found);
    m_controls->showFound(wanted.isEmpty() ? -1 : int(found.size()));
    if (!found.isEmpty())
        m_canvas->reveal(*std::ranges::min_element(found));
}

void MapPane::findNext()
{
    QList<int> found = m_canvas->marked().values();
    if (found.isEmpty())
        return;
    std::ranges::sort(found);
    const auto next = std::ranges::upper_bound(found, m_canvas->current());
    m_canvas->setCurrent(next == found.end() ? found.first() : *next);
}

void MapPane::findWay(const QString &to)
{
    const mirror::SnapshotPtr snapshot = context().workspace.mirror().snapshot();
    if (to.isEmpty() || m_options.focus.isEmpty())
        return;
    if (const mirror::Row row = snapshot->find(to); row != mirror::noRow) {
        showWay(snapshot->ref(row).toString());
        return;
    }
    // A name: things before people, then the shortest reference.
    mirror::Row best = mirror::noRow;
    for (mirror::Row row = 0; row < snapshot->size(); ++row) {
        const bool fits = snapshot->name(row).compare(to, Qt::CaseInsensitive) == 0 || snapshot->displayName(row).compare(to, Qt::CaseInsensitive) == 0;
        if (fits && (best == mirror::noRow || snapshot->kind(row).compare(u"Component", Qt::CaseInsensitive) == 0))
            best = row;
    }
    if (best == mirror::noRow)
        m_lists->showPathTrouble(tr("Nothing is called “%1”").arg(to));
    else
        showWay(snapshot->ref(best).toString());
}

void MapPane::showWay(const QString &toRef)
{
    const auto relations = m_worker.relations();
    const MapScenePtr &scene = m_canvas->scene();
    if (!relations || !scene)
        return;
    const auto way = graph::shortestPath(*relations, m_options.focus, toRef, m_options.hiddenTypes);
    if (!way) {
        m_lists->showPathTrouble(tr("No way leads to %1 over the relations chosen").arg(toRef));
        return;
    }
    QSet<int> nodes, edges;
    for (size_t i = 0; i < way->size(); ++i) {
        const int node = scene->graph.nodeOf((*way)[i].ref);
        if (node < 0)
            continue;
        nodes.insert(node);
        const int before = i == 0 ? -1 : scene->graph.nodeOf((*way)[i - 1].ref);
        for (const quint32 edge : scene->edgesOfNode[size_t(node)]) {
            const auto &relation = scene->graph.edges[edge];
            if (before >= 0 && relation.type == (*way)[i].type && (relation.from == before || relation.to == before))
                edges.insert(int(edge));
        }
    }
    m_canvas->setMarked(nodes, edges);
    m_lists->showPath(*way);
}

void MapPane::markImpact()
{
    const MapScenePtr &scene = m_canvas->scene();
    if (!scene || !scene->impact)
        return;
    m_impactMarked = !m_impactMarked;
    QSet<int> nodes;
    for (const graph::Impact::Hit &hit : scene->impact->hits) {
        if (const int node = m_impactMarked ? scene->graph.nodeOf(hit.ref) : -1; node >= 0)
            nodes.insert(node);
    }
    m_canvas->setMarked(nodes);
    m_canvas->setCurrent(-1);
    m_lists->showImpact(m_impactMarked);
}

QJsonObject MapPane::saveState() const
{
    const QStringView kind = graph::kindOfRef(m_options.focus);
    const graph::MapOptions &options = kind == "group"_L1 || kind == "user"_L1 ? m_usual : m_options;
    return { { u"depth"_s, options.depth }, { u"direction"_s, int(options.direction) }, { u"hiddenTypes"_s, QJsonArray::fromStringList(options.hiddenTypes) },
        { u"hiddenKinds"_s, QJsonArray::fromStringList(options.hiddenKinds) }, { u"systems"_s, options.systemBoxes }, { u"domains"_s, options.domainBoxes },
        { u"teams"_s, options.teamBoxes }, { u"implied"_s, options.implied }, { u"colour"_s, int(options.colour) }, { u"table"_s, isTable() } };
}

void MapPane::restoreState(const QJsonObject &state)
{
    if (state.isEmpty())
        return;
    graph::MapOptions options = m_options;
    const auto list = [&](QLatin1StringView key, QStringList otherwise) {
        return state.contains(key) ? state[key].toVariant().toStringList() : otherwise;
    };
    options.depth = std::clamp(state["depth"_L1].toInt(options.depth), 1, 5);
    options.direction = graph::MapOptions::Direction(std::clamp(state["direction"_L1].toInt(int(options.direction)), 0, 2));
    options.hiddenTypes = list("hiddenTypes"_L1, options.hiddenTypes);
    options.hiddenKinds = list("hiddenKinds"_L1, options.hiddenKinds);
    options.systemBoxes = state["systems"_L1].toBool(options.systemBoxes);
    options.domainBoxes = state["domains"_L1].toBool(options.domainBoxes);
    options.teamBoxes = state["teams"_L1].toBool(options.teamBoxes);
    options.implied = state["implied"_L1].toBool(options.implied);
    options.colour = graph::MapOptions::Colour(std::clamp(state["colour"_L1].toInt(0), 0, 2));
    setOptions(options);
    setTable(state["table"_L1].toBool(false));
}

} // namespace callboard::ui::panes
