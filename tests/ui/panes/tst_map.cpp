// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/world.h"

#include "models/items/entityroles.h"
#include "ui/panes/map/mapcanvas.h"
#include "ui/panes/map/mapcontrols.h"
#include "ui/panes/map/maplists.h"
#include "ui/panes/map/mappane.h"

#include <QAccessible>
#include <QFile>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QTreeView>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::ui::panes;
using testkit::World;

namespace {

const QString ledger = u"component:default/ledger-api"_s;

/// A pane that is seen, with its map on it.
class Seen final {
public:
    explicit Seen(World &world)
        : pane(world.context())
    {
        pane.resize(1200, 760);
        pane.show();
        if (!QTest::qWaitForWindowExposed(&pane))
            qFatal("not exposed");
    }
    bool settle()
    {
        return QTest::qWaitFor([&] { return !pane.isBusy() && pane.canvas().scene(); }, 60'000); // A loaded machine takes its time.
    }
    const graph::MapGraph &graph() { return pane.canvas().scene()->graph; }
    QString currentRef()
    {
        const int current = pane.canvas().current();
        return current < 0 ? QString() : graph().nodes[size_t(current)].ref;
    }
    QStringList listed(const QString &group)
    {
        const QStandardItemModel &model = pane.lists().model();
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int k = 0; model.item(row)->text() == group && k < model.item(row)->rowCount(); ++k)
                names.append(model.item(row)->child(k)->text());
        }
        return names;
    }

    MapPane pane;
};

} // namespace

class TestMap final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QTest::failOnWarning();
    }

    void theFocusIsDrawnAndListed()
    {
        World world;
        world.fill(World::company());
        Seen seen(world);
        seen.pane.setTarget({ ui::FocusTarget::Kind::Entity, ledger });
        QVERIFY(seen.settle());
        const auto focus = std::ranges::find(seen.graph().nodes, true, &graph::MapGraph::Node::isFocus);
        QVERIFY(focus != seen.graph().nodes.end());
        QCOMPARE(focus->ref, ledger);
        QCOMPARE(seen.pane.subject(), u"ledger-api"_s);
        // The table beside it holds every relation that the drawing has of the focus.
        const int index = int(focus - seen.graph().nodes.begin());
        qsizetype rows = 0;
        for (const QString &group : { u"Depend on it"_s, u"It depends on"_s, u"It provides"_s, u"Provided by"_s, u"Further relations"_s })
            rows += seen.listed(group).size();
        QCOMPARE(rows, qsizetype(seen.pane.canvas().scene()->edgesOfNode[size_t(index)].size()));
        QVERIFY(seen.listed(u"Depend on it"_s).contains(u"ledger-replay"_s));
        // How each is related is read whole, as long as the name has half of the room.
        const auto *tree = seen.pane.lists().findChild<QTreeView *>();
        for (int group = 0; group < tree->model()->rowCount(); ++group) {
            const QModelIndex parent = tree->model()->index(group, 0);
            for (int row = 0; row < tree->model()->rowCount(parent); ++row)
                QCOMPARE_GE(tree->columnWidth(1), std::min(seen.pane.lists().width() / 2, tree->sizeHintForIndex(tree->model()->index(row, 1, parent)).width()));
        }
        // Everything that is drawn is in the picture: the focus in its own colour.
        const QImage image = seen.pane.canvas().toImage(1);
        const QRectF place = seen.pane.canvas().scene()->layout.nodes[size_t(index)].translated(-seen.pane.canvas().scene()->bounds.topLeft());
        QCOMPARE(image.pixelColor(place.topLeft().toPoint() + QPoint(5, int(place.height()) / 2)).rgb(), seen.pane.canvas().scene()->look.colours.accent.rgb());
    }

    void choicesChangeIt()
    {
        World world;
        world.fill(World::company());
        Seen seen(world);
        seen.pane.setTarget({ ui::FocusTarget::Kind::Entity, ledger });
        QVERIFY(seen.settle());
        const int two = seen.graph().entities;
        const MapScenePtr before = seen.pane.canvas().scene();
        graph::MapOptions options = seen.pane.options();
        options.depth = 1;
        options.direction = graph::MapOptions::Direction::Out; // Without those that depend on it.
        seen.pane.setOptions(options);
        QVERIFY(seen.pane.canvas().scene() == before); // The old drawing stays until the new one is there.
        QTRY_VERIFY(seen.pane.canvas().scene() != before);
        QVERIFY(seen.graph().entities < two);
        QVERIFY(seen.pane.saveState().value("depth"_L1).toInt() == 1);
        seen.pane.restoreState({ { u"depth"_s, 99 }, { u"direction"_s, -4 }, { u"colour"_s, u"x"_s } });
        QCOMPARE(seen.pane.options().depth, 5);
        QCOMPARE(int(seen.pane.options().direction), 0);
    }

    void theLastOneAskedForIsShown()
    {
        World world;
        world.fill(World::company());
        Seen seen(world);
        for (int i = 0; i < 5; ++i) {
            seen.pane.setTarget({ ui::FocusTarget::Kind::Entity, ledger });
            seen.pane.setTarget({ ui::FocusTarget::Kind::Entity, u"system:default/settlement"_s });
        }
        seen.pane.setTarget({ ui::FocusTarget::Kind::Entity, ledger });
        QVERIFY(seen.settle());
        QCOMPARE(seen.pane.subject(), u"ledger-api"_s);
        QVERIFY(seen.graph().nodeOf(ledger) >= 0);
    }

    void keysReachEveryNode()
    {
        World world;
        world.fill(World::company());
        Seen seen(world);
        seen.pane.setTarget({ ui::FocusTarget::Kind::Entity, ledger });
        QVERIFY(seen.settle());
        MapCanvas &canvas = seen.pane.canvas();
        canvas.setFocus(Qt::TabFocusReason);
        QTRY_COMPARE(seen.currentRef(), ledger); // It begins at the focus.
        // Whatever is reached leads on: a search over the keys reaches all.
        QSet<int> reached { canvas.current() };
        QList<int> open { canvas.current() };
        while (!open.isEmpty()) {
            const int at = open.takeFirst();
            for (const Qt::Key key : { Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down }) {
                canvas.setCurrent(at);
                QTest::keyClick(&canvas, key);
                if (!reached.contains(canvas.current())) {
                    reached.insert(canvas.current());
                    open.append(canvas.current());
                }
            }
        }
        QCOMPARE(size_t(reached.size()), seen.graph().nodes.size());

        canvas.setCurrent(seen.graph().nodeOf(u"component:default/ledger-replay"));
        QTest::keyClick(&canvas, Qt::Key_Return);
        QCOMPARE(world.focus().target().ref, u"component:default/ledger-replay"_s);
        const qreal zoom = canvas.zoom();
        QTest::keyClick(&canvas, Qt::Key_Plus);
        QVERIFY(canvas.zoom() > zoom);
        QTest::keyClick(&canvas, Qt::Key_0);
        QVERIFY(canvas.toView(canvas.scene()->bounds).toRect().adjusted(2, 2, -2, -2).isEmpty() || canvas.viewport()->rect().contains(canvas.toView(canvas.scene()->bounds).toRect().adjusted(2, 2, -2, -2)));
    }

    void screenReadersReachEveryNode()
    {
        World world;
        world.fill(World::company());
        Seen seen(world);
        seen.pane.setTarget({ ui::FocusTarget::Kind::Entity, ledger });
        QVERIFY(seen.settle());
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&seen.pane.canvas());
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(size_t(list->childCount()), seen.graph().nodes.size());
        for (int i = 0; i < list->childCount(); ++i) {
            QAccessibleInterface *node = list->child(i);
            QVERIFY(node->isValid());
            QCOMPARE(node->role(), QAccessible::ListItem);
            QCOMPARE(node->text(QAccessible::Name), seen.graph().nodes[size_t(i)].name);
            QVERIFY(!node->text(QAccessible::Description).isEmpty());
            QCOMPARE(list->indexOfChild(node), i);
            QVERIFY(node->parent() == list);
        }
        const int replay = seen.graph().nodeOf(u"component:default/ledger-replay");
        QVERIFY2(list->child(replay)->text(QAccessible::Description).contains(u"depends on ledger-api"_s), qPrintable(list->child(replay)->text(QAccessible::Description)));
        list->child(replay)->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
        QCOMPARE(seen.pane.canvas().current(), replay);
        QVERIFY(list->child(replay)->state().focused);
    }

    void aPointerChoosesAndGoes()
    {
        World world;
        world.fill(World::company());
        Seen seen(world);
        seen.pane.setTarget({ ui::FocusTarget::Kind::Entity, ledger });
        QVERIFY(seen.settle());
        MapCanvas &canvas = seen.pane.canvas();
        const int replay = seen.graph().nodeOf(u"component:default/ledger-replay");
        canvas.reveal(replay);
        const QPoint place = canvas.toView(canvas.scene()->layout.nodes[size_t(replay)]).center().toPoint();
        QTest::mouseClick(canvas.viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(canvas.current(), replay);
        QVERIFY(seen.listed(u"It depends on"_s).contains(u"ledger-api"_s));
        QTest::mouseDClick(canvas.viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(world.focus().target().ref, u"component:default/ledger-replay"_s);
    }

    void theEstateOpens()
    {
        World world;
        world.fillSynthetic(2000);
        Seen seen(world);
        seen.pane.setTarget({});
        QVERIFY(seen.settle());
        const auto system = std::ranges::find_if(seen.graph().nodes, [](const auto &node) { return node.kind == graph::MapGraph::Node::Kind::Rolled && !node.ref.isEmpty(); });
        QVERIFY(system != seen.graph().nodes.end());
        const QString ref = system->ref;
        seen.pane.canvas().setCurrent(int(system - seen.graph().nodes.begin()));
        QTest::keyClick(&seen.pane.canvas(), Qt::Key_Return);
        QCOMPARE(world.focus().target().ref, ref);
        const MapScenePtr before = seen.pane.canvas().scene();
        seen.pane.setTarget(world.focus().target());
        QTRY_VERIFY_WITH_TIMEOUT(seen.pane.canvas().scene() != before, 60'000);
        QVERIFY(std::ranges::contains(seen.graph().boxes, true, &graph::MapGraph::Box::isFocus));
    }

    void questionsAreAnswered()
    {
        World world;
        world.fill(World::company());
        Seen seen(world);
        seen.pane.setTarget({ ui::FocusTarget::Kind::Entity, ledger });
        QVERIFY(seen.settle());
        Q_EMIT seen.pane.controls().pathAsked(u"ledger-replay"_s);
        QCOMPARE(seen.listed(u"Shortest way"_s), (QStringList { u"ledger-api"_s, u"ledger-replay"_s }));
        QCOMPARE(seen.pane.canvas().marked().size(), 2);
        Q_EMIT seen.pane.controls().pathAsked(u"nobody-is-called-so"_s);
        QVERIFY(seen.listed(u"Shortest way"_s).isEmpty());
        seen.pane.controls().findEdit()->setText(u"replay"_s);
        QCOMPARE(seen.pane.canvas().marked(), QSet<int> { seen.graph().nodeOf(u"component:default/ledger-replay") });
        QVERIFY(seen.pane.canvas().scene()->impact.has_value());
        Q_EMIT seen.pane.controls().impactAsked();
        QVERIFY(seen.listed(u"If it stops"_s).contains(u"ledger-replay"_s));
    }

    void whatIsDrawnCanBeTakenAlong()
    {
        World world;
        world.fill(World::company());
        Seen seen(world);
        seen.pane.setTarget({ ui::FocusTarget::Kind::Entity, ledger });
        QVERIFY(seen.settle());
        QSignalSpy exported(&seen.pane, &MapPane::exported);
        const auto written = [&](MapPane::Format format, const QString &name) {
            const QString path = world.folder() + u'/' + name;
            exported.clear();
            seen.pane.exportTo(format, path);
            if (!QTest::qWaitFor([&] { return !exported.isEmpty(); }) || !exported.first().at(1).toBool())
                return QByteArray();
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray svg = written(MapPane::Format::Svg, u"map.svg"_s);
        QXmlStreamReader reader(svg);
        int titles = 0;
        while (!reader.atEnd())
            titles += reader.readNext() == QXmlStreamReader::StartElement && reader.name() == "title"_L1;
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(size_t(titles), seen.graph().nodes.size());
        QVERIFY(written(MapPane::Format::Dot, u"map.dot"_s).contains("ledger-replay"));
        const QImage image = QImage::fromData(written(MapPane::Format::Png, u"map.png"_s));
        QCOMPARE(image.size(), (seen.pane.canvas().scene()->bounds.size() * 2).toSize());
        seen.pane.exportTo(MapPane::Format::Png, u"/nonexistent/map.png"_s);
        exported.clear();
        QTRY_COMPARE(exported.size(), 1);
        QCOMPARE(exported.first().at(1).toBool(), false);
    }

    void whoIsNotThereIsSaid()
    {
        World world;
        world.fill(World::company());
        Seen seen(world);
        seen.pane.setTarget({ ui::FocusTarget::Kind::Entity, u"component:default/never-was"_s });
        QTRY_COMPARE(seen.pane.status().state, ui::PaneStatus::State::Empty);
        QVERIFY(seen.pane.status().headline.contains(u"never-was"));
    }
};

QTEST_MAIN(TestMap)
#include "tst_map.moc"
