// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/apiwording.h"
#include "models/items/diagram.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace callboard;
using namespace callboard::items;
using namespace Qt::StringLiterals;
using Shape = Diagram::Shape;

namespace {

QSizeF measure(const QString &text, bool)
{
    qsizetype widest = 0;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines)
        widest = std::max(widest, line.size());
    return { 7.0 * double(widest), 17.0 * double(lines.size()) };
}

domain::Result<Diagram> lay(const QString &source)
{
    return docs::readMermaid(source).and_then([](const docs::Mermaid &mermaid) { return layDiagram(mermaid, measure, {}); });
}

/// Where a text stands.
QRectF place(const Diagram &diagram, const QString &text)
{
    const auto found = std::ranges::find_if(diagram.shapes, [&](const Shape &shape) { return shape.kind == Shape::Kind::Text && shape.text == text; });
    return found == diagram.shapes.end() ? QRectF() : found->rect;
}

std::vector<Shape> strokes(const Diagram &diagram, Diagram::Role role)
{
    std::vector<Shape> found;
    std::ranges::copy_if(diagram.shapes, std::back_inserter(found),
        [role](const Shape &shape) { return shape.role == role && (shape.kind == Shape::Kind::Line || shape.kind == Shape::Kind::Curve); });
    return found;
}

std::vector<QRectF> boxes(const Diagram &diagram, Diagram::Role role)
{
    std::vector<QRectF> found;
    for (const Shape &shape : diagram.shapes) {
        if (shape.role == role && shape.kind == Shape::Kind::Box)
            found.push_back(shape.rect);
    }
    return found;
}

/// Nothing lies outside of what the diagram says is its size.
void checkBounds(const Diagram &diagram)
{
    const QRectF all = QRectF({}, diagram.size).adjusted(-1, -1, 1, 1);
    for (const Shape &shape : diagram.shapes) {
        QVERIFY2(shape.rect.isNull() || all.contains(shape.rect), qPrintable(shape.text));
        for (const QPointF &point : shape.points)
            QVERIFY(all.contains(point));
    }
}

} // namespace

class TestDiagram final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void flowchartsRunTheirWay_data()
    {
        QTest::addColumn<QString>("direction");
        QTest::addColumn<QPointF>("way");
        QTest::newRow("down") << u"TD"_s << QPointF(0, 1);
        QTest::newRow("up") << u"BT"_s << QPointF(0, -1);
        QTest::newRow("right") << u"LR"_s << QPointF(1, 0);
        QTest::newRow("left") << u"RL"_s << QPointF(-1, 0);
    }
    void flowchartsRunTheirWay()
    {
        if (QStandardPaths::findExecutable(u"dot"_s).isEmpty())
            QSKIP("SKIPPED: Graphviz is not here");
        QFETCH(QString, direction);
        QFETCH(QPointF, way);
        const auto diagram = lay(u"flowchart %1\nA[Begin] -->|go on| B{Choose}\nB -.-> C((End))"_s.arg(direction));
        QVERIFY2(diagram, diagram ? "" : qPrintable(diagram.error().detail));
        checkBounds(*diagram);
        const QPointF a = place(*diagram, u"Begin"_s).center(), b = place(*diagram, u"Choose"_s).center(), c = place(*diagram, u"End"_s).center();
        QVERIFY(QPointF::dotProduct(b - a, way) > 40);
        QVERIFY(QPointF::dotProduct(c - b, way) > 40);
        const QPointF label = place(*diagram, u"go on"_s).center();
        QVERIFY(QPointF::dotProduct(label - a, way) > 0 && QPointF::dotProduct(b - label, way) > 0);
        const auto edges = strokes(*diagram, Diagram::Role::Link);
        QCOMPARE(edges.size(), size_t(2));
        QCOMPARE(edges[0].end, Diagram::Head::Filled);
        QCOMPARE(edges[0].dash, Diagram::Dash::Solid);
        QCOMPARE(edges[1].dash, Diagram::Dash::Dotted);
    }

    void groupsLieAroundTheirNodes()
    {
        if (QStandardPaths::findExecutable(u"dot"_s).isEmpty())
            QSKIP("SKIPPED: Graphviz is not here");
        const auto diagram = lay(u"graph TB\nsubgraph outer [Outer]\nsubgraph inner [Inner]\na[A]-->b[B]\nend\nc[C]\nend\nsubgraph empty [Empty]\nend\nd[D]-->outer\nd-->empty"_s);
        QVERIFY2(diagram, diagram ? "" : qPrintable(diagram.error().detail));
        checkBounds(*diagram);
        const auto groups = boxes(*diagram, Diagram::Role::Group);
        QCOMPARE(groups.size(), size_t(6)); // Each, and later the ground of its name.
        QVERIFY(groups[0].contains(groups[1]));
        QVERIFY(groups[1].contains(place(*diagram, u"A"_s)) && groups[1].contains(place(*diagram, u"B"_s)));
        QVERIFY(groups[0].contains(place(*diagram, u"C"_s)) && !groups[1].intersects(place(*diagram, u"C"_s)));
        QVERIFY(!groups[0].intersects(place(*diagram, u"D"_s)));
        // What a line to a group says stands outside of that group, as the line does.
        const auto labelled = lay(u"graph LR\na[A] -->|says| outer\nsubgraph outer [Outer]\nb[B] --> c[C] --> e[E]\nend"_s);
        QVERIFY(labelled);
        QVERIFY(!boxes(*labelled, Diagram::Role::Group)[0].intersects(place(*labelled, u"says"_s)));
        // A name that is longer than what is in its group has room.
        const auto named = lay(u"graph LR\nsubgraph one [A name that is longer than all that is in it]\na[A]\nend"_s);
        QVERIFY(named);
        checkBounds(*named);
        QVERIFY(boxes(*named, Diagram::Role::Group)[0].contains(place(*named, u"A name that is longer than all that is in it"_s)));
        // An edge to a group ends at its border, not at a node in it.
        const QPointF end = strokes(*diagram, Diagram::Role::Link)[1].points.back();
        QVERIFY(groups[0].adjusted(-3, -3, 3, 3).contains(end) && !groups[0].adjusted(3, 3, -3, -3).contains(end));
    }

    /// https://mermaid.js.org/syntax/flowchart.html#direction-in-subgraphs and, below it, #limitation, with their own examples.
    void subgraphsRunTheirOwnWay()
    {
        if (QStandardPaths::findExecutable(u"dot"_s).isEmpty())
            QSKIP("SKIPPED: Graphviz is not here");
        const auto diagram = lay(u"flowchart LR\nsubgraph TOP\ndirection TB\nsubgraph B1\ndirection RL\ni1 -->f1\nend\nsubgraph B2\ndirection BT\n"
                                 "i2 -->|up| f2\nend\nend\nA --> TOP --> B\nB1 --> B2"_s);
        QVERIFY2(diagram, diagram ? "" : qPrintable(diagram.error().detail));
        checkBounds(*diagram);
        const auto at = [&](const QString &text) { return place(*diagram, text).center(); };
        QVERIFY(at(u"f1"_s).x() < at(u"i1"_s).x() - 40 && qAbs(at(u"f1"_s).y() - at(u"i1"_s).y()) < 2);
        QVERIFY(at(u"f2"_s).y() < at(u"i2"_s).y() - 40 && qAbs(at(u"f2"_s).x() - at(u"i2"_s).x()) < 2);
        QVERIFY(at(u"up"_s).y() < at(u"i2"_s).y() && at(u"up"_s).y() > at(u"f2"_s).y());
        const auto groups = boxes(*diagram, Diagram::Role::Group);
        QVERIFY(groups[0].contains(groups[1]) && groups[0].contains(groups[2]) && !groups[1].intersects(groups[2]));
        QVERIFY(groups[1].contains(place(*diagram, u"i1"_s)) && groups[1].contains(place(*diagram, u"f1"_s)));
        QVERIFY(groups[2].contains(place(*diagram, u"i2"_s)) && groups[2].contains(place(*diagram, u"f2"_s)));
        QVERIFY(groups[2].top() > groups[1].bottom()); // B1 to B2 within TOP, from top to bottom.
        QVERIFY(at(u"A"_s).x() < groups[0].left() && at(u"B"_s).x() > groups[0].right());
        // Lines begin and end at what they join, in the order in which they were written.
        const auto edges = strokes(*diagram, Diagram::Role::Link);
        QCOMPARE(edges.size(), size_t(5));
        const auto touches = [](const QRectF &box, const QPointF &point) { return box.adjusted(-3, -3, 3, 3).contains(point) && !box.adjusted(3, 3, -3, -3).contains(point); };
        QVERIFY(groups[1].contains(edges[0].points.front()) && groups[1].contains(edges[0].points.back()));
        QVERIFY(groups[2].contains(edges[1].points.front()) && groups[2].contains(edges[1].points.back()));
        QVERIFY(touches(groups[0], edges[2].points.back()) && touches(groups[0], edges[3].points.front()));
        QVERIFY(touches(groups[1], edges[4].points.front()) && touches(groups[2], edges[4].points.back()));
    }
    void subgraphsLinkedToTheOutsideRunAsTheirParents()
    {
        if (QStandardPaths::findExecutable(u"dot"_s).isEmpty())
            QSKIP("SKIPPED: Graphviz is not here");
        const auto diagram = lay(u"flowchart LR\nsubgraph subgraph1\ndirection TB\ntop1[top] --> bottom1[bottom]\nend\nsubgraph subgraph2\ndirection TB\n"
                                 "top2[above] --> bottom2[below]\nend\noutside --> subgraph1\noutside ---> top2"_s);
        QVERIFY2(diagram, diagram ? "" : qPrintable(diagram.error().detail));
        checkBounds(*diagram);
        const QPointF top = place(*diagram, u"top"_s).center(), bottom = place(*diagram, u"bottom"_s).center();
        QVERIFY(bottom.y() > top.y() + 30 && qAbs(bottom.x() - top.x()) < 2); // Linked as a whole: its own direction.
        const QPointF above = place(*diagram, u"above"_s).center(), below = place(*diagram, u"below"_s).center();
        QVERIFY(below.x() > above.x() + 40); // A node in it is linked: from left to right, as the rest.
    }

    void sequencesRunDown()
    {
        const auto diagram = lay(u"sequenceDiagram\nparticipant A as Alice\nA->>+B: first\nalt yes\nB-->>-A: second\nelse no\nNote over A,B: third\nend\nA->>A: fourth"_s);
        QVERIFY(diagram);
        checkBounds(*diagram);
        const QPointF alice = place(*diagram, u"Alice"_s).center(), bob = place(*diagram, u"B"_s).center();
        QVERIFY(bob.x() > alice.x() + 50);
        qreal y = alice.y();
        for (const QString &text : { u"first"_s, u"second"_s, u"[no]"_s, u"third"_s, u"fourth"_s }) {
            QVERIFY2(place(*diagram, text).center().y() > y, qPrintable(text));
            y = place(*diagram, text).center().y();
        }
        const auto arrows = strokes(*diagram, Diagram::Role::Link);
        QCOMPARE(arrows.size(), size_t(3));
        QVERIFY(arrows[0].points.back().x() > arrows[0].points.front().x());
        QVERIFY(arrows[1].points.back().x() < arrows[1].points.front().x());
        QCOMPARE(arrows[1].dash, Diagram::Dash::Dotted);
        // The activation begins at the first arrow and ends at the second.
        const auto bars = boxes(*diagram, Diagram::Role::Activation);
        QCOMPARE(bars.size(), size_t(1));
        QCOMPARE(bars[0].top(), arrows[0].points.back().y());
        // An arrow that begins a bar ends at its side, not in it.
        QCOMPARE(arrows[0].points.back().x(), bars[0].left());
        QCOMPARE(bars[0].bottom(), arrows[1].points.front().y());
        const auto frames = boxes(*diagram, Diagram::Role::Frame);
        QCOMPARE(frames.size(), size_t(1));
        QVERIFY(frames[0].contains(place(*diagram, u"second"_s)) && frames[0].contains(place(*diagram, u"third"_s)));
        QVERIFY(!frames[0].intersects(place(*diagram, u"first"_s)) && !frames[0].intersects(place(*diagram, u"fourth"_s)));
    }

    void textsHaveRoom()
    {
        const QString text = u"a message that is a good deal longer than both names"_s;
        const auto diagram = lay(u"sequenceDiagram\nA->>B: %1\nB->>C: x\nA->>C: %1 %1"_s.arg(text));
        QVERIFY(diagram);
        checkBounds(*diagram);
        const auto arrows = strokes(*diagram, Diagram::Role::Link);
        QVERIFY(std::abs(arrows[0].points.back().x() - arrows[0].points.front().x()) > measure(text, false).width());
        QVERIFY(std::abs(arrows[2].points.back().x() - arrows[2].points.front().x()) > 2 * measure(text, false).width());
    }

    void nothingIsWrittenAcrossLines()
    {
        const auto diagram = lay(u"sequenceDiagram\nA->>B: one\nactivate C\nalt a condition that is so long that it goes over the line of B\nA->>C: past the line of B\nend\ndeactivate C\nloop a condition over the bar of A\nA->>+A: none\nalt another one that is longer than that\nA->>B: more\nend\nA->>-A: x\nend"_s);
        QVERIFY(diagram);
        checkBounds(*diagram);
        const auto lines = strokes(*diagram, Diagram::Role::Lifeline);
        for (size_t at = 0; at < diagram->shapes.size(); ++at) {
            const Shape &text = diagram->shapes[at];
            if (text.kind != Shape::Kind::Text)
                continue;
            for (const Shape &line : lines) {
                const QPointF from = line.points.front(), to = line.points.back();
                // What parts a frame is no line of a participant.
                if (from.x() != to.x())
                    continue;
                QVERIFY2(from.x() < text.rect.left() || from.x() > text.rect.right() || to.y() <= text.rect.top() || from.y() >= text.rect.bottom(), qPrintable(text.text));
            }
            // What lies over a bar has its own ground between them.
            for (size_t bar = 0; bar < diagram->shapes.size(); ++bar) {
                if (diagram->shapes[bar].role != Diagram::Role::Activation || !diagram->shapes[bar].rect.intersects(text.rect))
                    continue;
                QVERIFY2(std::any_of(diagram->shapes.begin() + ptrdiff_t(bar), diagram->shapes.begin() + ptrdiff_t(at), [&](const Shape &shape) {
                    return shape.kind == Shape::Kind::Box && shape.role != Diagram::Role::Activation && shape.rect.contains(text.rect);
                }), qPrintable(text.text));
            }
        }
    }

    void isReadAloud()
    {
        const auto sequence = docs::readMermaid(u"sequenceDiagram\nA->>B: ask\nloop often\nB-->>A: answer\nend"_s);
        QCOMPARE(diagram::describe(std::get<docs::SequenceDiagram>(*sequence)), u"Sequence diagram of A, B. A to B: ask. loop often. B to A: answer"_s);
        const auto titled = docs::readMermaid(u"sequenceDiagram\ntitle A day\nA->>B: ask"_s);
        QCOMPARE(diagram::describe(std::get<docs::SequenceDiagram>(*titled)), u"Sequence diagram of A, B: A day. A to B: ask"_s);
        const auto chart = docs::readMermaid(u"graph LR\na[One]-->|then|b[Two]\nc[Three]"_s);
        const QString words = diagram::describe(std::get<docs::Flowchart>(*chart));
        QVERIFY2(words.endsWith(u"One to Two: then. Three"_s), qPrintable(words));
    }

    /// What people write in descriptions of APIs is Markdown: https://spec.openapis.org/oas/v3.1.0#rich-text-formatting
    void descriptionsLoseTheirMarks()
    {
        QCOMPARE(ApiWording::description(u"Returns **all** `pets` that [the owner](https://x.y) has.\n\n* one\n* two\n\n1. first\n2. second"_s),
            u"Returns all pets that the owner has.\n• one\n• two\n1. first\n2. second"_s);
        QCOMPARE(ApiWording::description(u"a_name_here costs 2 * 3 < 7"_s), u"a_name_here costs 2 * 3 < 7"_s);
        QCOMPARE(ApiWording::description(u"<script>bad()</script>Good"_s), u"Good"_s);
        QCOMPARE(ApiWording::description(QString(50, u'x'), 10), u"xxxxxxxxxx…"_s);
    }

    /// Every flowchart and sequence diagram of public documentation is drawn.
    void corpusIsDrawn()
    {
        const QString corpus = QFINDTESTDATA("../../../../shared/corpus");
        if (corpus.isEmpty() || QStandardPaths::findExecutable(u"dot"_s).isEmpty())
            QSKIP("SKIPPED: ../shared/corpus or Graphviz is not here, so the Mermaid blocks of public sites were NOT drawn");
        static const QRegularExpression fence(u"^([ \\t]*)(`{3,}|~{3,})\\s*\\{?\\.?mermaid[^\\n]*\\n(.*?)^[ \\t]*\\2"_s,
            QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
        int all = 0, drawn = 0, otherKinds = 0;
        QStringList failed;
        for (QDirIterator files(corpus, { u"*.md"_s }, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
            QFile file(files.next());
            if (file.size() > 4'000'000 || !file.open(QIODevice::ReadOnly))
                continue;
            const QString text = QString::fromUtf8(file.readAll());
            for (auto blocks = fence.globalMatch(text); blocks.hasNext();) {
                const auto diagram = lay(blocks.next().captured(3));
                ++all;
                if (diagram)
                    ++drawn;
                else if (diagram.error().code == domain::ErrorCode::Unsupported)
                    ++otherKinds;
                else
                    failed += file.fileName() + u": "_s + diagram.error().detail;
                if (diagram)
                    checkBounds(*diagram);
            }
        }
        qInfo("%d Mermaid blocks: %d drawn, %d of other kinds, %lld failed", all, drawn, otherKinds, (long long)failed.size());
        QVERIFY2(failed.isEmpty(), qPrintable(failed.join(u'\n')));
        QVERIFY(drawn > 0);
    }
};

QTEST_GUILESS_MAIN(TestDiagram)
#include "tst_diagram.moc"
