// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graph/layout.h"
#include "tests/unit/graph/randomcatalog.h"

#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <thread>

using namespace callboard;
using namespace callboard::graph;
using namespace callboard::testing;

namespace {

LayoutRequest randomRequest(size_t nodes, size_t edges, quint32 seed = 5)
{
    std::mt19937 dice(seed);
    LayoutRequest request;
    for (size_t i = 0; i < nodes; ++i) {
        request.nodes.push_back({ 140.0 + dice() % 3, 38 });
        request.boxOf.push_back(-1);
    }
    while (request.edges.size() < edges) {
        const int from = int(dice() % nodes), to = int(dice() % nodes);
        request.edges.push_back({ from, to, false });
    }
    return request;
}

QRectF around(const QRectF &rect, double by) { return rect.adjusted(-by, -by, by, by); }

/// Nodes as large as asked, none over another, each edge from its node to its node.
void checkSound(const LayoutRequest &request, const Layout &layout)
{
    QCOMPARE(layout.nodes.size(), request.nodes.size());
    QCOMPARE(layout.edges.size(), request.edges.size());
    const QRectF all({}, layout.size);
    for (size_t i = 0; i < layout.nodes.size(); ++i) {
        QCOMPARE(layout.nodes[i].size(), request.nodes[i]);
        QVERIFY(around(all, 2).contains(layout.nodes[i]));
        for (size_t k = 0; k < i; ++k)
            QVERIFY(!layout.nodes[i].intersects(layout.nodes[k]));
    }
    for (size_t i = 0; i < layout.edges.size(); ++i) {
        const std::vector<QPointF> &points = layout.edges[i];
        QVERIFY(points.size() == 2 || points.size() % 3 == 1);
        QVERIFY(around(layout.nodes[size_t(request.edges[i].from)], 3).contains(points.front()));
        QVERIFY(around(layout.nodes[size_t(request.edges[i].to)], 3).contains(points.back()));
    }
}

/// A program in place of Graphviz that does what its script says.
class Impostor final {
public:
    explicit Impostor(const QByteArray &script)
    {
        QFile file(m_dir.filePath(u"dot"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + script) < 0)
            qFatal("no script");
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    LayoutSettings settings() const
    {
        LayoutSettings settings;
        settings.program = m_dir.filePath(u"dot"_s);
        return settings;
    }
    QString file(const QString &name) const { return m_dir.filePath(name); }

private:
    QTemporaryDir m_dir;
};

bool hasGraphviz() { return !QStandardPaths::findExecutable(u"dot"_s).isEmpty(); }

} // namespace

class TestLayout final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QTest::failOnWarning();
        if (!hasGraphviz())
            qInfo("no Graphviz here: what needs it is skipped");
    }

    void smallMapsAreLayered()
    {
        if (!hasGraphviz())
            QSKIP("no Graphviz");
        LayoutRequest request = randomRequest(30, 40);
        request.boxParents = { -1, 0, 0, -1 };
        for (size_t i = 0; i < 24; ++i)
            request.boxOf[i] = int(i % 4);
        const auto layout = lay(request, {});
        QVERIFY(layout);
        QCOMPARE(layout->engine, Layout::Engine::Layers);
        QCOMPARE(layout->because, Layout::Because::AsWanted);
        checkSound(request, *layout);
        QCOMPARE(layout->boxes.size(), 4u);
        for (size_t i = 0; i < request.nodes.size(); ++i) {
            for (int box = request.boxOf[i]; box >= 0; box = request.boxParents[size_t(box)])
                QVERIFY(layout->boxes[size_t(box)].contains(layout->nodes[i]));
            for (size_t box = 0; box < 4; ++box) {
                const bool isIn = request.boxOf[i] == int(box) || (box == 0 && request.boxOf[i] >= 0 && request.boxOf[i] < 3);
                QCOMPARE(layout->boxes[box].intersects(layout->nodes[i]), isIn);
            }
        }
    }

    void linesRunFromLeftToRight()
    {
        if (!hasGraphviz())
            QSKIP("no Graphviz");
        LayoutRequest request = randomRequest(4, 0);
        request.edges = { { 0, 1, false }, { 1, 2, false }, { 1, 3, true } };
        const auto layout = lay(request, {});
        QVERIFY(layout->nodes[0].right() < layout->nodes[1].left());
        QVERIFY(layout->nodes[1].right() < layout->nodes[2].left());
        QCOMPARE(layout->nodes[1].center().x(), layout->nodes[3].center().x()); // Beside each other.
    }

    void largeMapsAreSpread()
    {
        if (!hasGraphviz())
            QSKIP("no Graphviz");
        const LayoutRequest request = randomRequest(400, 700);
        const auto layout = lay(request, {});
        QVERIFY(layout);
        QCOMPARE(layout->engine, Layout::Engine::Spread);
        QCOMPARE(layout->because, Layout::Because::Large);
        checkSound(request, *layout);
    }

    // Boxes within boxes, nodes beside them, and some in none, with more than is laid out in layers all through.
    void largeMapsKeepTheirBoxes()
    {
        if (!hasGraphviz())
            QSKIP("no Graphviz");
        LayoutRequest request = randomRequest(700, 1500);
        constexpr size_t boxes = 44;
        for (size_t box = 0; box < boxes; ++box)
            request.boxParents.push_back(box < 4 ? -1 : int(box % 4));
        for (size_t i = 0; i < 660; ++i)
            request.boxOf[i] = int(i % boxes);
        QElapsedTimer timer;
        timer.start();
        const auto layout = lay(request, {});
        QVERIFY(layout);
        QVERIFY(timer.elapsed() < 4000);
        QCOMPARE(layout->engine, Layout::Engine::Boxed);
        QCOMPARE(layout->because, Layout::Because::Large);
        checkSound(request, *layout);
        QCOMPARE(layout->boxes.size(), boxes);
        const auto isWithin = [&](int inner, int outer) {
            while (inner >= 0 && inner != outer)
                inner = request.boxParents[size_t(inner)];
            return inner == outer;
        };
        for (size_t box = 0; box < boxes; ++box) {
            for (size_t i = 0; i < request.nodes.size(); ++i) {
                if (isWithin(request.boxOf[i], int(box)))
                    QVERIFY(layout->boxes[box].contains(layout->nodes[i]));
                else
                    QVERIFY(!layout->boxes[box].intersects(layout->nodes[i]));
            }
            for (size_t other = 0; other < boxes; ++other) {
                if (!isWithin(int(box), int(other)) && !isWithin(int(other), int(box)))
                    QVERIFY(!layout->boxes[box].intersects(layout->boxes[other]));
            }
        }
        std::stop_source stopped;
        stopped.request_stop();
        const auto none = lay(request, stopped.get_token());
        QVERIFY(!none);
        QCOMPARE(none.error().code, domain::ErrorCode::Cancelled);
    }

    /// Graphviz alone takes 8 to 16 s of processor for the last two.
    void islandsLieBelowTheRest_data()
    {
        QTest::addColumn<int>("together");
        QTest::addColumn<int>("pairs");
        QTest::addColumn<int>("alone");
        QTest::newRow("a tree") << 500 << 0 << 0;
        QTest::newRow("few") << 300 << 20 << 20;
        QTest::newRow("pairs only") << 0 << 1000 << 0;
        QTest::newRow("mostly alone") << 600 << 0 << 1400;
    }
    void islandsLieBelowTheRest()
    {
        if (!hasGraphviz())
            QSKIP("no Graphviz");
        QFETCH(int, together);
        QFETCH(int, pairs);
        QFETCH(int, alone);
        LayoutRequest request = randomRequest(size_t(together + 2 * pairs + alone), 0);
        for (int i = 1; i < together; ++i)
            request.edges.push_back({ i, (i - 1) / 3, false });
        for (int i = 0; i < pairs; ++i)
            request.edges.push_back({ together + 2 * i, together + 2 * i + 1, i % 2 == 0 });
        request.edges.push_back({ 0, 0, false });
        LayoutSettings settings;
        settings.layersUpTo = 0;
        const auto layout = lay(request, {}, settings);
        QVERIFY(layout);
        QCOMPARE(layout->engine, Layout::Engine::Spread);
        checkSound(request, *layout);
        double lowest = 0;
        for (int i = 0; i < together; ++i)
            lowest = std::max(lowest, layout->nodes[size_t(i)].bottom());
        for (int i = together; i < together + 2 * pairs + alone && together > 0; ++i)
            QVERIFY(layout->nodes[size_t(i)].top() > lowest);
        // As a sheet, not as a ribbon.
        QVERIFY(layout->size.width() < 6 * layout->size.height());
        QVERIFY(layout->size.height() < 6 * layout->size.width());
    }

    void withoutGraphvizThereAreColumns_data()
    {
        QTest::addColumn<int>("nodes");
        QTest::addColumn<int>("edges");
        QTest::newRow("none") << 0 << 0;
        QTest::newRow("one") << 1 << 1;
        QTest::newRow("few") << 20 << 60;
        QTest::newRow("many") << 2000 << 5000;
    }
    void withoutGraphvizThereAreColumns()
    {
        QFETCH(int, nodes);
        QFETCH(int, edges);
        LayoutSettings settings;
        settings.program = u"/nonexistent/dot"_s;
        const LayoutRequest request = randomRequest(size_t(nodes), size_t(edges));
        QElapsedTimer timer;
        timer.start();
        const auto layout = lay(request, {}, settings);
        QVERIFY(layout);
        QVERIFY(timer.elapsed() < 2000);
        QCOMPARE(layout->engine, Layout::Engine::Own);
        QCOMPARE(layout->because, Layout::Because::NoGraphviz);
        checkSound(request, *layout);
    }

    void ownColumnsRunFromLeftToRight()
    {
        LayoutRequest request = randomRequest(6, 0);
        request.edges = { { 0, 1, false }, { 1, 2, false }, { 0, 3, false }, { 3, 2, false }, { 2, 4, false }, { 4, 0, false } };
        const auto layout = layOwn(request, {});
        QVERIFY(layout->nodes[0].right() < layout->nodes[1].left());
        QVERIFY(layout->nodes[1].right() < layout->nodes[2].left());
        QVERIFY(layout->nodes[3].right() < layout->nodes[2].left());
        QVERIFY(layout->nodes[2].right() < layout->nodes[4].left()); // The circle is broken at its last edge.
    }

    void cancellingEndsTheHelperAtOnce()
    {
        const Impostor sleeper("echo $$ > \"$(dirname \"$0\")/pid\"\nexec sleep 30\n");
        const LayoutRequest request = randomRequest(10, 10);
        std::stop_source source;
        domain::Result<Layout> answer = domain::fail(domain::ErrorCode::Internal, {});
        std::thread worker([&] { answer = lay(request, source.get_token(), sleeper.settings()); });
        QFile pid(sleeper.file(u"pid"_s));
        QTRY_VERIFY(pid.exists() && pid.size() > 1);
        QElapsedTimer timer;
        timer.start();
        source.request_stop();
        worker.join();
        const qint64 took = timer.elapsed();
        QCOMPARE(answer.error().code, domain::ErrorCode::Cancelled);
        QVERIFY2(took < 50, QByteArray::number(took));
        QVERIFY(pid.open(QIODevice::ReadOnly));
        QVERIFY(!QFile::exists(u"/proc/"_s + QString::fromLatin1(pid.readAll().trimmed()))); // Killed and taken leave of.
    }

    void aStoppedOneIsNotBegun()
    {
        std::stop_source source;
        source.request_stop();
        QCOMPARE(lay(randomRequest(400, 900), source.get_token()).error().code, domain::ErrorCode::Cancelled);
    }

    void badHelpersAreDoneWithout_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<Layout::Because>("because");
        QTest::newRow("fails") << QByteArray("exit 1\n") << Layout::Because::GraphvizFailed;
        QTest::newRow("crashes") << QByteArray("kill -SEGV $$\n") << Layout::Because::GraphvizFailed;
        QTest::newRow("talks nonsense") << QByteArray("cat >/dev/null; echo '{\"bb\":\"0,0,1,1\"}'\n") << Layout::Because::GraphvizFailed;
        QTest::newRow("not JSON") << QByteArray("cat >/dev/null; echo hello\n") << Layout::Because::GraphvizFailed;
        QTest::newRow("never ends") << QByteArray("exec sleep 30\n") << Layout::Because::TookTooLong;
    }
    void badHelpersAreDoneWithout()
    {
        QFETCH(QByteArray, script);
        QFETCH(Layout::Because, because);
        const Impostor impostor(script);
        LayoutSettings settings = impostor.settings();
        settings.layersDeadline = settings.spreadDeadline = std::chrono::milliseconds(150);
        const LayoutRequest request = randomRequest(30, 50);
        const auto layout = lay(request, {}, settings);
        QVERIFY(layout);
        QCOMPARE(layout->engine, Layout::Engine::Own);
        QCOMPARE(layout->because, because);
        checkSound(request, *layout);
    }

    void hostileAnswersAreRefused()
    {
        const LayoutRequest request = randomRequest(2, 1);
        for (const QByteArray answer : { R"({"bb":"0,0,9,9","objects":[{"name":"n0","pos":"1,1"},{"name":"n7","pos":"1,1"}]})",
                 R"({"bb":"0,0,nan,9","objects":[]})", R"({"bb":[],"objects":{}})", R"([])", R"({"bb":"0,0,9,9","objects":[{"name":"n0","pos":"x"},{"name":"n1","pos":"inf,1"}]})" })
            QCOMPARE(readLayout(answer, request, false).error().code, domain::ErrorCode::BadResponse);
    }

    void theCacheForgetsTheOldest()
    {
        LayoutCache cache(2);
        const QByteArray a = LayoutCache::keyOf(randomRequest(3, 3, 1)), b = LayoutCache::keyOf(randomRequest(3, 3, 2)), c = LayoutCache::keyOf(randomRequest(4, 3, 1));
        QVERIFY(a != b && a != c && b != c);
        QCOMPARE(a, LayoutCache::keyOf(randomRequest(3, 3, 1)));
        cache.insert(a, std::make_shared<Layout>());
        cache.insert(b, std::make_shared<Layout>());
        QVERIFY(cache.find(a));
        cache.insert(c, std::make_shared<Layout>());
        QVERIFY(cache.find(a) && cache.find(c) && !cache.find(b));
    }
};

QTEST_GUILESS_MAIN(TestLayout)
#include "tst_layout.moc"
