// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graph/drawing.h"
#include "models/graph/graph.h"
#include "tests/unit/graph/randomcatalog.h"

using namespace callboard;
using namespace callboard::graph;
using namespace callboard::testing;
using Node = MapGraph::Node;

namespace {

/// What lies within the depth, found over the plain list.
struct Expected {
    std::set<QString> refs;
    std::set<PlainRelation> relations;
};

bool isBoxed(const RandomCatalog &catalog, const MapOptions &options, const PlainRelation &relation)
{
    const auto &[from, to, type] = relation;
    if (type != "partOf"_L1)
        return false;
    const auto is = [&](const std::map<QString, QString> &of, const QString &ref) {
        const auto found = of.find(ref);
        return found == of.end() ? QString() : found->second;
    };
    if (options.systemBoxes && is(catalog.systemOf, from) == to && from != to)
        return true;
    if (!options.domainBoxes)
        return false;
    // The domain, and those that it is part of.
    std::set<QString> seen { from };
    for (QString domain = is(catalog.domainOf, from); !domain.isEmpty() && !seen.contains(domain) && seen.size() < 7;
         domain = is(catalog.domainOf, domain)) {
        if (domain == to)
            return true;
        seen.insert(domain);
    }
    return false;
}

Expected expectedOf(const RandomCatalog &catalog, const MapOptions &options)
{
    std::vector<PlainRelation> shown;
    for (const PlainRelation &relation : catalog.relations) {
        if (!options.hiddenTypes.contains(std::get<2>(relation)) && !isBoxed(catalog, options, relation))
            shown.push_back(relation);
    }
    Expected expected;
    expected.refs.insert(options.focus);
    std::set<QString> front = expected.refs;
    for (int step = 0; step < options.depth; ++step) {
        std::set<QString> next;
        for (const auto &[from, to, type] : shown) {
            const bool mayGoOut = options.direction != MapOptions::Direction::In, mayGoIn = options.direction != MapOptions::Direction::Out;
            for (const auto &[here, there, may] : { std::tuple(from, to, mayGoOut), std::tuple(to, from, mayGoIn) }) {
                if (may && front.contains(here) && !expected.refs.contains(there) && !options.hiddenKinds.contains(RandomCatalog::kindOf(there)))
                    next.insert(there);
            }
        }
        expected.refs.insert(next.begin(), next.end());
        front = next;
    }
    for (const PlainRelation &relation : shown) {
        if (expected.refs.contains(std::get<0>(relation)) && expected.refs.contains(std::get<1>(relation)))
            expected.relations.insert(relation);
    }
    return expected;
}

std::set<QString> refsOn(const MapGraph &graph)
{
    std::set<QString> refs;
    for (const Node &node : graph.nodes) {
        if (node.kind == Node::Kind::Fold)
            refs.insert(node.folded.begin(), node.folded.end());
        else
            refs.insert(node.ref);
    }
    return refs;
}

/// Relations that edges and folds stand for.
int relationsOn(const MapGraph &graph)
{
    int count = 0;
    for (const MapGraph::Edge &edge : graph.edges)
        count += edge.weight;
    for (const Node &node : graph.nodes)
        count += node.inner;
    return count;
}

MapGraph built(const mirror::SnapshotPtr &snapshot, const MapOptions &options)
{
    const Relations relations(snapshot);
    auto graph = buildMap(relations, options);
    return graph ? *std::move(graph) : MapGraph();
}

QStringList namesIn(const MapGraph &graph, const QString &boxName)
{
    QStringList names;
    for (const Node &node : graph.nodes) {
        if (node.box >= 0 && graph.boxes[size_t(node.box)].name == boxName)
            names.append(node.name);
    }
    names.sort();
    return names;
}

QStringList edgesOf(const MapGraph &graph)
{
    QStringList edges;
    for (const MapGraph::Edge &edge : graph.edges) {
        edges.append(graph.nodes[size_t(edge.from)].name + u' ' + edge.type + u' ' + graph.nodes[size_t(edge.to)].name
            + (edge.implied ? u" implied"_s : QString()) + (edge.isOld ? u" old"_s : QString()));
    }
    edges.sort();
    return edges;
}

} // namespace

class TestGraph final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void everythingWithinTheDepthIsDrawnOrCounted_data()
    {
        QTest::addColumn<int>("nodeLimit");
        QTest::addColumn<int>("siblingLimit");
        QTest::newRow("all drawn") << 1000 << 1000;
        QTest::newRow("leaves folded") << 1000 << 2;
        QTest::newRow("few drawn") << 12 << 4;
    }
    void everythingWithinTheDepthIsDrawnOrCounted()
    {
        QFETCH(int, nodeLimit);
        QFETCH(int, siblingLimit);
        int folded = 0, nodes = 0;
        for (quint32 seed = 1; seed <= 60; ++seed) {
            const RandomCatalog catalog(seed);
            std::mt19937 dice(seed * 7);
            MapOptions options;
            options.focus = *std::next(catalog.refs.begin(), int(dice() % catalog.refs.size()));
            if (const QString kind = RandomCatalog::kindOf(options.focus); kind == "system"_L1 || kind == "domain"_L1)
                continue; // Drawn as boxes: looked at by themselves.
            options.depth = 1 + int(dice() % 5);
            options.direction = MapOptions::Direction(dice() % 3);
            options.systemBoxes = dice() % 2;
            options.domainBoxes = dice() % 2;
            if (dice() % 3 == 0)
                options.hiddenTypes.append(u"dependsOn"_s);
            if (dice() % 3 == 0)
                options.hiddenKinds.append(u"resource"_s);
            if (dice() % 3 == 0) { // Owners have many leaves.
                options.hiddenTypes.removeOne(u"ownedBy"_s);
                options.hiddenKinds.removeOne(u"group"_s);
            }
            options.nodeLimit = nodeLimit;
            options.siblingLimit = siblingLimit;

            const Expected expected = expectedOf(catalog, options);
            const MapGraph graph = built(catalog.snapshot, options);
            const QByteArray where = "seed " + QByteArray::number(seed);
            QVERIFY2(refsOn(graph) == expected.refs, where);
            QVERIFY2(relationsOn(graph) == int(expected.relations.size()), where);
            QCOMPARE(graph.entities, int(expected.refs.size()));
            QCOMPARE(graph.relations, int(expected.relations.size()));
            int inFolds = 0;
            for (const Node &node : graph.nodes)
                inFolds += node.kind == Node::Kind::Fold ? node.count : 0;
            QCOMPARE(graph.folded, inFolds);
            for (const MapGraph::Edge &edge : graph.edges) {
                const Node &from = graph.nodes[size_t(edge.from)], &to = graph.nodes[size_t(edge.to)];
                if (from.kind == Node::Kind::Fold || to.kind == Node::Kind::Fold)
                    continue;
                QCOMPARE(edge.weight, 1);
                QVERIFY2(expected.relations.contains({ from.ref, to.ref, edge.type }), where);
            }
            folded += graph.folded;
            nodes = std::max(nodes, int(graph.nodes.size()));
        }
        QCOMPARE(folded > 0, siblingLimit < 1000);
        QVERIFY(nodes <= nodeLimit);
    }

    void pairsAreOneEdge()
    {
        const auto snapshot = snapshotOf({ u"Component a rel:dependsOn=component:default/b rel:dependencyOf=component:default/b"_s,
            u"Component b rel:dependencyOf=component:default/a"_s });
        MapOptions options;
        options.focus = u"component:default/a"_s;
        QCOMPARE(edgesOf(built(snapshot, options)), (QStringList { u"a dependsOn b"_s, u"b dependsOn a"_s }));
    }

    void domainsHoldSystems()
    {
        const auto snapshot = snapshotOf({ u"Domain money"_s, u"System ledger rel:partOf=domain:default/money"_s, u"System fares rel:partOf=domain:default/money"_s,
            u"Component a system=system:default/ledger rel:dependsOn=component:default/b"_s,
            u"Component b system=system:default/fares rel:dependsOn=component:default/c"_s, u"Component c system=system:default/gone"_s });
        MapOptions options;
        options.focus = u"component:default/a"_s;
        const MapGraph graph = built(snapshot, options);
        QCOMPARE(namesIn(graph, u"ledger"_s), QStringList { u"a"_s });
        QCOMPARE(namesIn(graph, u"fares"_s), QStringList { u"b"_s });
        QCOMPARE(namesIn(graph, u"gone"_s), QStringList { u"c"_s });
        QCOMPARE(graph.boxes.size(), 4u);
        for (const MapGraph::Box &box : graph.boxes) {
            const bool inDomain = box.name == "ledger"_L1 || box.name == "fares"_L1;
            QCOMPARE(box.parent >= 0 ? graph.boxes[size_t(box.parent)].name : QString(), inDomain ? u"money"_s : QString());
            QCOMPARE(box.isMissing, box.name == "gone"_L1);
        }
        QCOMPARE(edgesOf(graph), (QStringList { u"a dependsOn b"_s, u"b dependsOn c"_s })); // Boxes say what partOf would.

        options.systemBoxes = options.domainBoxes = false;
        QVERIFY(edgesOf(built(snapshot, options)).contains(u"a partOf ledger"_s));
    }

    void aSystemIsWhatIsInIt()
    {
        const auto snapshot = snapshotOf({ u"Domain money"_s, u"System ledger rel:partOf=domain:default/money"_s, u"System empty rel:partOf=domain:default/money"_s,
            u"Component a system=system:default/ledger"_s, u"Component b system=system:default/ledger rel:dependsOn=component:default/c"_s, u"Component c"_s });
        MapOptions options;
        options.focus = u"system:default/ledger"_s;
        options.depth = 1;
        MapGraph graph = built(snapshot, options);
        QCOMPARE(refsOn(graph), (std::set<QString> { u"component:default/a"_s, u"component:default/b"_s, u"component:default/c"_s }));
        QCOMPARE(std::ranges::count_if(graph.boxes, &MapGraph::Box::isFocus), 1);
        options.focus = u"domain:default/money"_s;
        graph = built(snapshot, options);
        QVERIFY(refsOn(graph).contains(u"system:default/empty"_s)); // Nothing in it would show it otherwise.
        QCOMPARE(namesIn(graph, u"ledger"_s), (QStringList { u"a"_s, u"b"_s }));
    }

    void aGroupIsWhatItOwns()
    {
        const auto snapshot = snapshotOf(companyLines());
        const MapGraph graph = built(snapshot, MapOptions::forFocus(u"group:default/payments"_s));
        const QStringList edges = edgesOf(graph);
        QVERIFY(edges.contains(u"Settlement ownedBy Payments"_s));
        QVERIFY(edges.contains(u"Mira K. memberOf Payments"_s));
        QVERIFY(edges.contains(u"Ledger Team childOf Payments"_s));
    }

    void missingOnesAreMarked()
    {
        const auto snapshot = snapshotOf({ u"Component a rel:dependsOn=resource:default/gone"_s, u"Component b rel:dependsOn=resource:default/gone"_s });
        MapOptions options;
        options.focus = u"component:default/a"_s;
        MapGraph graph = built(snapshot, options);
        QCOMPARE(graph.missing, 1);
        const Node &gone = graph.nodes[size_t(graph.nodeOf(u"resource:default/gone"))];
        QCOMPARE(gone.kind, Node::Kind::Missing);
        QCOMPARE(gone.name, u"gone"_s);
        QCOMPARE(gone.entityKind, u"resource"_s);
        QVERIFY(refsOn(graph).contains(u"component:default/b"_s)); // Found by way of what is missing.
        options.focus = u"resource:default/gone"_s;
        graph = built(snapshot, options);
        QCOMPARE(graph.entities, 3);
        options.focus = u"resource:default/never"_s;
        QCOMPARE(buildMap(Relations(snapshot), options).error().code, domain::ErrorCode::NotFound);
    }

    void apisImplyWhoNeedsWhom()
    {
        const auto snapshot = snapshotOf({ u"Component a rel:consumesApi=api:default/x rel:consumesApi=api:default/y"_s,
            u"Component b rel:providesApi=api:default/x rel:providesApi=api:default/y"_s, u"API x"_s, u"API y"_s });
        MapOptions options;
        options.focus = u"component:default/a"_s;
        options.implied = true;
        options.hiddenKinds.append(u"api"_s);
        options.depth = 1;
        MapGraph graph = built(snapshot, options);
        QCOMPARE(edgesOf(graph), QStringList { u"a consumesApi b implied"_s });
        QCOMPARE(graph.hidden, 2);
        options.focus = u"component:default/b"_s;
        QCOMPARE(edgesOf(built(snapshot, options)), QStringList { u"a consumesApi b implied"_s });
        options.implied = false;
        QVERIFY(edgesOf(built(snapshot, options)).isEmpty());
    }

    void whatIsNotCurrentIsMarked()
    {
        const auto snapshot = snapshotOf({ u"Component a rel:dependsOn=component:default/b"_s, u"Component b rel:dependsOn=component:default/c"_s, u"Component c"_s });
        MapOptions options;
        options.focus = u"component:default/b"_s;
        options.isOld = [](const mirror::Snapshot &catalog, mirror::Row row) { return catalog.name(row) == u"a"; };
        QCOMPARE(edgesOf(built(snapshot, options)), (QStringList { u"a dependsOn b old"_s, u"b dependsOn c"_s }));
    }

    void leavesFoldAndOpen()
    {
        QStringList lines { u"Component hub"_s };
        for (int i = 0; i < 20; ++i)
            lines.append(u"Resource r%1 rel:dependencyOf=component:default/hub"_s.arg(i, 2, 10, QLatin1Char('0')));
        for (int i = 0; i < 3; ++i)
            lines.append(u"Component user%1 rel:dependsOn=component:default/hub"_s.arg(i));
        const auto snapshot = snapshotOf(lines);
        MapOptions options;
        options.focus = u"component:default/hub"_s;
        MapGraph graph = built(snapshot, options);
        QCOMPARE(graph.folded, 13); // Seven and a fold, as eight are the limit.
        const Node &fold = graph.nodes.back();
        QCOMPARE(fold.kind, Node::Kind::Fold);
        QCOMPARE(fold.entityKind, u"resource"_s);
        QCOMPARE(fold.ref, options.focus);
        QCOMPARE(fold.folded.first(), u"resource:default/r07"_s);
        QCOMPARE(graph.nodeOf(u"resource:default/r19"), int(graph.nodes.size()) - 1);
        const auto bundle = std::ranges::find(graph.edges, int(graph.nodes.size()) - 1, &MapGraph::Edge::to);
        QCOMPARE(bundle->weight, 13);
        options.opened = { options.focus };
        QCOMPARE(built(snapshot, options).folded, 0);
    }

    void coloursAreTheLargestGroupsFirst()
    {
        MapOptions options;
        options.focus = u"component:default/ledger-api"_s;
        options.colour = MapOptions::Colour::Team;
        const MapGraph graph = built(snapshotOf(companyLines()), options);
        QCOMPARE(graph.groups, QStringList { u"Ledger Team"_s });
        for (const Node &node : graph.nodes)
            QCOMPARE(node.group, 0);
    }

    void theEstateCountsEverything()
    {
        for (const auto rollUp : { MapOptions::RollUp::System, MapOptions::RollUp::Domain }) {
            for (quint32 seed = 1; seed <= 30; ++seed) {
                const RandomCatalog catalog(seed);
                MapOptions options;
                options.rollUp = rollUp;
                options.nodeLimit = seed % 2 ? 300 : 6;
                const MapGraph graph = built(catalog.snapshot, options);
                int entities = 0;
                for (const Node &node : graph.nodes)
                    entities += node.count;
                int expected = 0;
                std::set<QString> missing;
                for (const QString &ref : catalog.refs)
                    expected += RandomCatalog::kindOf(ref) != "group"_L1;
                int relations = 0;
                for (const auto &[from, to, type] : catalog.relations) {
                    const QString kind = RandomCatalog::kindOf(to);
                    if (options.hiddenTypes.contains(type) || kind == "group"_L1 || RandomCatalog::kindOf(from) == "group"_L1
                        || (type == "partOf"_L1 && (kind == "system"_L1 || kind == "domain"_L1)))
                        continue;
                    ++relations;
                    for (const QString &end : { from, to }) {
                        if (!catalog.refs.contains(end))
                            missing.insert(end);
                    }
                }
                QCOMPARE(entities, expected + int(missing.size()));
                QCOMPARE(graph.missing, int(missing.size()));
                QCOMPARE(relationsOn(graph), relations);
                QVERIFY(graph.nodes.size() <= size_t(options.nodeLimit) + 1); // What is missing has a node of its own.
            }
        }
    }

    void hostileNamesStayText_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("quotes") << u"a\"]; evil [label=\"x"_s;
        QTest::newRow("backslash") << u"a\\N\\G\\"_s;
        QTest::newRow("html") << u"<b>bold</b>"_s;
        QTest::newRow("line") << u"a\nb\r\nc\u2028d"_s;
        QTest::newRow("control") << QString(u"a\0b\u0007\u001b[31m\u202e"_s);
        QTest::newRow("surrogate") << QString(QChar(0xd800)) + u"x"_s;
        QTest::newRow("huge") << QString(100'000, u'w');
        QTest::newRow("cdata") << u"]]></text><script>alert(1)</script>"_s;
    }
    void hostileNamesStayText()
    {
        QFETCH(QString, name);
        mirror::NarrowEntity entity;
        entity.kind = u"Component"_s;
        entity.ns = u"default"_s;
        entity.name = u"a"_s;
        entity.title = name;
        entity.ref = u"component:default/a"_s;
        entity.relations = { { u"partOf"_s, QString(u"system:default/"_s + name.left(200)) } };
        mirror::SnapshotBuilder builder;
        builder.add(entity);
        MapOptions options;
        options.focus = entity.ref;
        const MapGraph graph = built(builder.finish(1), options);
        QCOMPARE(graph.nodes.size(), 1u);

        const QByteArray dot = exportDot(graph);
        QVERIFY(dot.size() < 4000);
        QVERIFY(!dot.contains("label=<"));
        // Outside of quotes there is nothing but our own words.
        QByteArray outside;
        bool quoted = false;
        for (qsizetype i = 0; i < dot.size(); ++i) {
            if (quoted && dot[i] == '\\') {
                ++i;
                continue;
            }
            if (dot[i] == '"')
                quoted = !quoted;
            else if (!quoted)
                outside += dot[i];
        }
        QVERIFY(!quoted);
        QVERIFY2(!outside.contains("evil") && !outside.contains("script") && outside.count('{') == 2 && outside.count('}') == 2, outside);
        for (const char c : dot)
            QVERIFY(uchar(c) >= 0x20 || c == '\n');

        const LayoutRequest request = LayoutRequest::of(graph, { plainSize(graph.nodes[0]) });
        QVERIFY(!layoutText(request, false).contains(name.left(20).toUtf8())); // Nothing from outside gets to the layout.
        Layout layout;
        layout.nodes = { QRectF(QPointF(), request.nodes[0]) };
        layout.boxes = { layout.nodes[0] };
        const QByteArray svg = exportSvg(graph, layout, { plainText(graph.nodes[0]) });
        QVERIFY(!svg.contains("<script") && !svg.contains("<b>") && !svg.contains('\0') && !svg.contains('\x1b'));
        QCOMPARE(svg.count("<svg"), 1);
    }
};

QTEST_GUILESS_MAIN(TestGraph)
#include "tst_graph.moc"
