// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a frame of a large map costs while it is panned and zoomed: 2,000 nodes and 5,000 edges unless told otherwise, at 1920×1080.
// QT_SCALE_FACTOR=2 for twice the pixels. One JSON line a figure.
#include "tests/bench/figures.h"
#include "tests/bench/maps.h"
#include "ui/kit/style.h"
#include "ui/panes/map/mapcanvas.h"
#include "ui/panes/map/mapworker.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::ui::panes;

namespace {

constexpr int frames = 240;
constexpr double budget = 1000.0 / 60;

/// Moves it once, and has it painted as its window would; then the event loop turns once, as between two frames.
template<typename Move>
void frame(MapCanvas &canvas, bench::Samples &samples, Move move)
{
    samples.add(bench::measured([&] {
        move();
        canvas.viewport()->repaint();
    }));
    QCoreApplication::processEvents(QEventLoop::AllEvents, 4);
}

void settle(MapCanvas &canvas)
{
    if (!QTest::qWaitFor([&] { return !canvas.isBusy(); }, 60'000))
        qFatal("the map does not settle");
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption nodes(u"nodes"_s, u"Nodes of the map."_s, u"count"_s, u"2000"_s);
    const QCommandLineOption edges(u"edges"_s, u"Edges of the map."_s, u"count"_s, u"5000"_s);
    parser.addOptions({ nodes, edges });
    parser.process(application);
    ui::Theme theme;
    theme.setChoice(ui::ThemeChoice::Dark);
    ui::CallboardStyle::install(theme);

    MapLook look = MapLook::of(theme);
    MapCanvas canvas;
    canvas.resize(1920, 1080);
    canvas.show();
    if (!QTest::qWaitForWindowExposed(&canvas))
        return 1;
    look.ratio = canvas.devicePixelRatioF();
    const graph::MapGraph map = bench::largeMap(parser.value(nodes).toUInt(), parser.value(edges).toUInt());
    bench::Report report;
    const quint32 size = quint32(map.nodes.size());
    const QString at = u", %1x"_s.arg(look.ratio);

    MapScenePtr scene;
    bench::Samples made;
    made.add(bench::milliseconds([&] { scene = MapWorker::sceneOf(map, look, {}, nullptr).value_or(nullptr); }));
    report.samples(u"measured, laid out and drawn small"_s + at, size, made, 2000);
    if (!scene)
        return 1;
    bench::Samples first;
    first.add(bench::measured([&] {
        canvas.setScene(scene);
        canvas.viewport()->repaint();
    }));
    report.samples(u"first frame"_s + at, size, first, budget);
    settle(canvas);

    for (const double zoom : { 0.3, 1.0 }) {
        canvas.setZoom(zoom);
        settle(canvas);
        bench::Samples pan;
        for (int i = 0; i < frames; ++i)
            frame(canvas, pan, [&] { canvas.panBy({ i < frames / 2 ? -14.0 : 11.0, i % 80 < 40 ? -6.0 : 6.0 }); });
        report.samples(u"a frame of panning at %1 %"_s.arg(zoom * 100) + at, size, pan, budget);
    }
    bench::Samples zoom;
    for (int i = 0; i < frames; ++i)
        frame(canvas, zoom, [&] { canvas.zoomAt({ 900, 500 }, canvas.zoom() * (i < frames / 2 ? 0.975 : 1.025)); });
    report.samples(u"a frame of zooming"_s + at, size, zoom, budget);

    // What it would cost to draw every line in every frame.
    QImage screen(canvas.viewport()->size() * look.ratio, QImage::Format_RGB32);
    bench::Samples direct;
    for (int i = 0; i < 5; ++i) {
        direct.add(bench::measured([&] {
            QPainter painter(&screen);
            painter.scale(0.3 * look.ratio, 0.3 * look.ratio);
            paintScene(painter, *scene, QRectF(0, 0, screen.width() / (0.3 * look.ratio), screen.height() / (0.3 * look.ratio)), detailAt(0.3), nullptr);
        }));
    }
    report.samples(u"a frame drawn line by line, for comparison"_s + at, size, direct);
    return 0;
}
