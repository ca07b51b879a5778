// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long a person waits for the CI pane: from opening it, or from a key in its filter, until it is painted; and for a screen of a large
// log. `bench_builds --help`; one JSON line a figure.
#include "tests/ui/panes/world.h"
#include "tests/unit/runs/randomruns.h"

#include "tests/bench/figures.h"
#include "ui/kit/filterbox.h"
#include "ui/kit/style.h"
#include "ui/panes/builds/buildspane.h"
#include "ui/panes/builds/logview.h"
#include "ui/panes/builds/runtree.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLineEdit>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard;
using testkit::World;

namespace {

constexpr QSize screen { 1920, 1080 };
constexpr double frame = 16;

/// All that is asked for is laid out and painted, as the event loop would before it rests.
void paint()
{
    QCoreApplication::sendPostedEvents();
}

void show(QWidget &widget)
{
    widget.show();
    if (!QTest::qWaitForWindowExposed(&widget))
        qFatal("a window was not exposed");
    paint();
}

/// Of processor time, all threads together: the answer is found on another one.
double allMilliseconds()
{
    timespec now {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

template<typename Test>
void until(Test test)
{
    while (!test())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

/// Runs of as many services as a company of that size has, put as a pull puts them.
void fill(World &world, quint32 size)
{
    auto pull = world.mirror().beginPull(u"ci-1"_s, u"runs"_s, u"me"_s);
    if (!pull)
        qFatal("no pull");
    for (const domain::BuildRun &run : testing::randomRuns(int(size), 500, 1, QDateTime::currentDateTimeUtc()))
        (*pull)->put(run.toRecord());
    if (!(*pull)->complete())
        qFatal("the runs were not kept");
    world.mirror().flush();
}

void benchPane(World &world, quint32 size, qreal scale, int rounds, bench::Report &report)
{
    const auto print = [&](const QString &what, const bench::Samples &samples, double budget = 0) {
        report.samples(u"%1, %2x"_s.arg(what).arg(scale), size, samples, budget);
    };
    auto &live = builds::LiveRuns::of(world.mirror());
    until([&] { return live.hasLoaded() && live.index()->size() == size; });
    bench::Samples opening, filled, again, keys, answers;
    for (int round = 0; round < rounds; ++round) {
        std::unique_ptr<ui::panes::BuildsPane> pane;
        opening.add(bench::measured([&] {
            pane = std::make_unique<ui::panes::BuildsPane>(world.context());
            pane->resize(screen);
            show(*pane);
        }));
        const double before = allMilliseconds();
        const double took = bench::milliseconds([&] {
            until([&] { return !pane->isBusy(); });
            paint();
        });
        filled.add({ took, allMilliseconds() - before });
        pane->hide();
        again.add(bench::measured([&] { show(*pane); }));
        QLineEdit &edit = *pane->filterBox()->edit();
        edit.setFocus();
        const auto press = [&](Qt::Key key, const QString &text) {
            const double before = allMilliseconds();
            QElapsedTimer whole;
            whole.start();
            keys.add(bench::measured([&] {
                QTest::sendKeyEvent(QTest::Click, &edit, key, text, Qt::NoModifier);
                paint();
            }));
            until([&] { return !pane->isBusy(); });
            paint();
            answers.add({ double(whole.nsecsElapsed()) / 1e6, allMilliseconds() - before });
        };
        for (const QString &text : { u"service-12"_s, u"part 3"_s, u"branch:main"_s, u"state:failed is:default"_s, u"owner:team-3 change"_s, u"person-7"_s }) {
            for (const QChar c : text)
                press(Qt::Key_unknown, QString(c));
            for (qsizetype at = 0; at <= text.size(); ++at)
                press(Qt::Key_Backspace, {});
        }
    }
    print(u"CI pane made and opened, painted"_s, opening);
    print(u"CI pane opened, until its runs are painted"_s, filled);
    print(u"CI pane shown again, painted"_s, again, frame);
    print(u"CI pane: key in the filter, window free again"_s, keys, frame);
    print(u"CI pane: key in the filter to the painted answer"_s, answers, frame);
}

void benchLog(int megabytes, qreal scale, bench::Report &report)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"log"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no file");
    for (int i = 0; file.pos() < qint64(megabytes) << 20; ++i)
        file.write("2026-11-26T17:49:18.1234567Z \x1b[32mok\x1b[0m " + QByteArray::number(i) + " package/module/test_case_" + QByteArray::number(i % 77) + " took 12 ms\n");
    const qint64 bytes = file.pos();
    file.close();
    ui::panes::LogView view;
    view.resize(screen);
    show(view);
    bench::Samples opening, scrolling, jumping;
    QElapsedTimer timer;
    timer.start();
    view.document().open(file.fileName(), bytes, true);
    until([&] { return view.document().lineCount() > 100; });
    paint();
    opening.add(double(timer.nsecsElapsed()) / 1e6);
    until([&] { return view.document().isWhole(); });
    paint();
    QScrollBar *bar = view.verticalScrollBar();
    for (int at = 0; at < 400; ++at)
        scrolling.add(bench::measured([&] {
            bar->setValue(bar->value() + 3);
            paint();
        }));
    for (int at = 0; at < 200; ++at)
        jumping.add(bench::measured([&] {
            bar->setValue(int(qint64(bar->maximum()) * (at * 37 % 200) / 200));
            paint();
        }));
    const auto print = [&](const QString &what, const bench::Samples &samples, double budget) {
        report.samples(u"%1, %2x"_s.arg(what).arg(scale), quint32(megabytes), samples, budget);
    };
    print(u"log opened, painted"_s, opening, 300);
    print(u"log scrolled, painted"_s, scrolling, frame);
    print(u"log, another place painted"_s, jumping, frame);
}

} // namespace

int main(int argc, char **argv)
{
    const bool twice = QByteArrayView(argc > 1 ? argv[1] : "") == "--twice";
    if (twice)
        qputenv("QT_SCALE_FACTOR", "2");
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Times the CI pane over made-up runs, and a large log, to the painted window."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"runs"_s, u"How many; several one after the other."_s, u"[COUNT…]"_s);
    const QCommandLineOption doubled(u"twice"_s, u"Two pixels to each; comes first."_s);
    const QCommandLineOption log(u"log"_s, u"Megabytes of the log."_s, u"megabytes"_s, u"200"_s);
    const QCommandLineOption rounds(u"rounds"_s, u"How often each is done."_s, u"count"_s, u"3"_s);
    parser.addOptions({ doubled, log, rounds });
    parser.process(app);
    ui::Theme theme;
    ui::CallboardStyle::install(theme);
    QStringList sizes = parser.positionalArguments();
    if (sizes.isEmpty())
        sizes = { u"200000"_s };
    bench::Report report;
    const qreal scale = twice ? 2.0 : 1.0;
    for (const QString &size : std::as_const(sizes)) {
        World world;
        world.fill(World::company());
        fill(world, size.toUInt());
        benchPane(world, size.toUInt(), scale, std::max(1, parser.value(rounds).toInt()), report);
    }
    if (const int megabytes = parser.value(log).toInt(); megabytes > 0)
        benchLog(megabytes, scale, report);
    return 0;
}
