// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long a person waits for what is on screen: from a key or a change of focus until the window's backing store is painted,
// through Qt's own update requests. `bench_panes --help`; one JSON line a figure.
#include "tests/ui/panes/world.h"

#include "tests/bench/figures.h"
#include "tests/kit/synthetic.h"
#include "ui/kit/filterbox.h"
#include "ui/kit/style.h"
#include "ui/panes/catalog/catalogpane.h"
#include "ui/panes/catalog/entityview.h"
#include "ui/panes/entity/entitypage.h"
#include "ui/panes/relations/relationspane.h"
#include "ui/panes/panes.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/palettebox.h"
#include "ui/shell/preferences.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCommandLineParser>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard;
using testkit::World;

namespace {

constexpr QSize screen { 1920, 1080 };

struct Setting {
    World &world;
    ui::Theme &theme;
    quint32 entities;
    qreal scale;
    bench::Report &report;

    void print(const QString &what, const bench::Samples &samples, double budget = 0) const
    {
        report.samples(u"%1, %2x"_s.arg(what).arg(scale), entities, samples, budget);
    }
    double keyBudget() const { return scale > 1 ? 12 : 8; }
};

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

/// Types words letter by letter and takes them back, with every key painted; `answered` is told after each letter.
template<typename Answered>
bench::Samples keysToPainted(QLineEdit &edit, Answered answered)
{
    bench::Samples keys;
    const auto press = [&](Qt::Key key, const QString &text) {
        keys.add(bench::measured([&] {
            QTest::sendKeyEvent(QTest::Click, &edit, key, text, Qt::NoModifier);
            paint();
        }));
    };
    edit.setFocus();
    for (const QString &word : { u"ledger"_s, u"api-12"_s, u"team"_s, u"payment"_s, u"kind:api co"_s, u"service"_s, u"owner:team-1 a"_s }) {
        for (const QChar c : word) {
            press(Qt::Key_unknown, QString(c));
            answered();
        }
        // As often as there were letters: a filter's word that became a chip is taken back first.
        for (qsizetype at = 0; at <= word.size(); ++at)
            press(Qt::Key_Backspace, {});
    }
    return keys;
}

/// The list with all the screen to itself: the most that can be painted.
void benchTyping(const Setting &setting)
{
    ui::panes::CatalogPane pane(setting.world.context());
    pane.resize(screen);
    show(pane);
    bench::Samples list, answer;
    for (int at = 0; at < 50; ++at)
        list.add(bench::measured([&] { pane.list()->view()->viewport()->repaint(); }));
    const bench::Samples keys
        = keysToPainted(*pane.filterBox()->edit(), [&] { answer.add(pane.model().lastMilliseconds()); });
    setting.print(u"list over the whole screen, painted"_s, list);
    setting.print(u"of a catalog key: the model's answer"_s, answer);
    setting.print(u"catalog over the whole screen: key to painted"_s, keys, setting.keyBudget());
}

/// The program's window as it opens at first: keys of its filter, another entity, keys of the palette; all, or the one asked for.
void benchWindow(const Setting &setting, const QString &part)
{
    const auto isAsked = [&part](QLatin1StringView name) { return part.isEmpty() || part == "window"_L1 || part == name; };
    World &world = setting.world;
    // Here is a real shell: the world's stand-in for it must not answer first.
    QObject::disconnect(&world.focus(), &ui::Focus::openRequested, &world.focus(), nullptr);
    ui::Preferences preferences(nullptr, setting.theme, world.commands());
    ui::MainWindow window({ world.context(), setting.theme, preferences, ui::panes::allPanes(), {} });
    window.resize(screen);
    show(window);
    auto *catalog = window.findChild<ui::panes::CatalogPane *>();
    if (!catalog)
        qFatal("the window has no catalog");
    if (isAsked("filter"_L1))
        setting.print(u"window: key in the catalog's filter to painted"_s, keysToPainted(*catalog->filterBox()->edit(), [] {}), setting.keyBudget());

    const testkit::Synthetic synthetic { setting.entities };
    bench::Samples focus;
    for (quint32 at = 0; at < 100 && isAsked("entity"_L1); ++at) {
        const QString ref = synthetic.ref(quint32((quint64(at) * 7919) % setting.entities));
        focus.add(bench::measured([&] {
            world.focus().open(ref);
            paint();
        }));
        QTest::qWait(1);
    }
    if (focus.size() > 0)
        setting.print(u"window: another entity in focus, all panes painted"_s, focus, 16);
    if (!isAsked("palette"_L1))
        return;

    ui::PaletteBox &palette = window.openPalette(u" "_s);
    palette.edit()->clear();
    paint();
    const bench::Samples keys = keysToPainted(*palette.edit(), [] {});
    setting.print(u"window: key in the palette to painted"_s, keys, setting.keyBudget());
}

void benchFocus(const Setting &setting)
{
    const testkit::Synthetic synthetic { setting.entities };
    ui::panes::CatalogPane catalog(setting.world.context());
    ui::panes::EntityPage page(setting.world.context(), synthetic.ref(0));
    ui::panes::RelationsPane relations(setting.world.context());
    catalog.resize(487, 1000);
    page.resize(1000, 1000);
    relations.resize(400, 500);
    show(catalog);
    show(page);
    show(relations);
    bench::Samples all, pageOnly;
    for (quint32 at = 0; at < 200; ++at) {
        const QString ref = synthetic.ref(quint32((quint64(at) * 7919) % setting.entities));
        const ui::FocusTarget target { ui::FocusTarget::Kind::Entity, ref };
        const bench::Cost first = bench::measured([&] {
            page.setRef(ref);
            paint();
        });
        const bench::Cost rest = bench::measured([&] {
            catalog.setTarget(target);
            relations.setTarget(target);
            paint();
        });
        pageOnly.add(first);
        all.add({ first.clock + rest.clock, first.work + rest.work });
        QTest::qWait(1); // Whatever was put off is done between two looks, as it would be.
    }
    setting.print(u"focus: entity page painted"_s, pageOnly, 16);
    setting.print(u"focus: page, catalog and relations painted"_s, all, 16);
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
    parser.setApplicationDescription(u"Times panes and palette over made-up catalogs, from the key to the painted window."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"entities"_s, u"How many; several one after the other."_s, u"[COUNT…]"_s);
    const QCommandLineOption doubled(u"twice"_s, u"Two pixels to each; comes first."_s);
    const QCommandLineOption only(u"only"_s, u"One area: catalog, focus or window; of the window also filter, entity or palette alone."_s, u"area"_s);
    parser.addOptions({ doubled, only });
    parser.process(app);

    ui::Theme theme;
    ui::CallboardStyle::install(theme);
    QStringList sizes = parser.positionalArguments();
    if (sizes.isEmpty())
        sizes = { u"100000"_s };
    bench::Report report;
    for (const QString &size : std::as_const(sizes)) {
        World world;
        world.fillSynthetic(size.toUInt());
        const Setting setting { world, theme, size.toUInt(), twice ? 2.0 : 1.0, report };
        const QString area = parser.value(only);
        if (area.isEmpty() || area == "catalog"_L1)
            benchTyping(setting);
        if (area.isEmpty() || area == "focus"_L1)
            benchFocus(setting);
        if (area != "catalog"_L1 && area != "focus"_L1)
            benchWindow(setting, area);
    }
    return 0;
}
