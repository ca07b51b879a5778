// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long a person waits for the panes: bench_panes [entities]; one JSON line a figure, in milliseconds of processor
// time of the GUI thread.
#include "tests/ui/panes/world.h"

#include "tests/kit/synthetic.h"
#include "ui/kit/filterbox.h"
#include "ui/kit/style.h"
#include "ui/panes/catalog/catalogpane.h"
#include "ui/panes/catalog/entityview.h"
#include "ui/panes/entity/entitypage.h"
#include "ui/panes/relations/relationspane.h"

#include <QApplication>
#include <QJsonDocument>
#include <QLineEdit>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace callboard;
using testkit::World;

namespace {

/// The processor time of this thread: what a frame costs, however busy the machine is with other things.
class Stopwatch {
public:
    void start() { m_begin = now(); }
    qint64 nsecsElapsed() const { return now() - m_begin; }

private:
    static qint64 now()
    {
        timespec at {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
        return qint64(at.tv_sec) * 1'000'000'000 + at.tv_nsec;
    }
    qint64 m_begin = 0;
};

class Figures {
public:
    void add(qint64 nanoseconds) { m_ms.push_back(double(nanoseconds) / 1e6); }

    void print(const QString &what, int entities, qreal scale)
    {
        std::ranges::sort(m_ms);
        const auto at = [this](double part) { return m_ms[size_t(double(m_ms.size() - 1) * part)]; };
        const QJsonObject line { { u"bench"_s, what }, { u"entities"_s, entities }, { u"scale"_s, scale },
            { u"samples"_s, int(m_ms.size()) }, { u"p50"_s, at(0.5) }, { u"p95"_s, at(0.95) }, { u"max"_s, m_ms.back() } };
        std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }

private:
    std::vector<double> m_ms;
};

/// Everything that is not up to date is laid out and painted, as a frame would.
void paint(QWidget &widget, QPixmap &onto)
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCoreApplication::sendPostedEvents(&widget, 0);
    widget.render(&onto);
}

QPixmap canvas(const QWidget &widget, qreal scale)
{
    QPixmap pixmap(widget.size() * scale);
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

void benchTyping(World &world, int entities, qreal scale)
{
    ui::panes::CatalogPane pane(world.context());
    pane.resize(1920, 1080);
    pane.show();
    (void)QTest::qWaitForWindowExposed(&pane);
    QPixmap onto = canvas(pane, scale);
    paint(pane, onto);
    Figures figures, lists, paints, answers, keys;
    Stopwatch timer;
    for (int at = 0; at < 50; ++at) {
        timer.start();
        paint(pane, onto);
        paints.add(timer.nsecsElapsed());
        timer.start();
        pane.list()->render(&onto);
        lists.add(timer.nsecsElapsed());
    }
    paints.print(u"catalog pane painted, nothing changed"_s, entities, scale);
    lists.print(u"catalog list alone painted"_s, entities, scale);
    for (const QString &word : { u"ledger"_s, u"api-12"_s, u"team"_s, u"payment"_s, u"kind:api co"_s, u"service"_s, u"owner:team-1 a"_s }) {
        pane.setFilterText({});
        paint(pane, onto);
        for (const QChar c : word) {
            timer.start();
            QTest::sendKeyEvent(QTest::Click, pane.filterBox()->edit(), Qt::Key_unknown, QString(c), Qt::NoModifier);
            keys.add(timer.nsecsElapsed());
            paint(pane, onto);
            figures.add(timer.nsecsElapsed());
            answers.add(qint64(pane.model().lastMilliseconds() * 1e6));
        }
        for (qsizetype at = 0; at < word.size(); ++at) {
            timer.start();
            QTest::keyClick(pane.filterBox()->edit(), Qt::Key_Backspace);
            paint(pane, onto);
            figures.add(timer.nsecsElapsed());
        }
    }
    keys.print(u"catalog key handled, not painted"_s, entities, scale);
    answers.print(u"of which the model's answer (wall time)"_s, entities, scale);
    figures.print(u"catalog key to painted"_s, entities, scale);
}

void benchFocus(World &world, int entities, qreal scale)
{
    const testkit::Synthetic synthetic { quint32(entities) };
    ui::panes::CatalogPane catalog(world.context());
    ui::panes::EntityPage page(world.context(), synthetic.ref(0));
    ui::panes::RelationsPane relations(world.context());
    catalog.resize(487, 1000);
    page.resize(1000, 1000);
    relations.resize(400, 500);
    for (QWidget *widget : { static_cast<QWidget *>(&catalog), static_cast<QWidget *>(&page), static_cast<QWidget *>(&relations) }) {
        widget->show();
        (void)QTest::qWaitForWindowExposed(widget);
    }
    QPixmap ontoCatalog = canvas(catalog, scale);
    QPixmap ontoPage = canvas(page, scale);
    QPixmap ontoRelations = canvas(relations, scale);
    Figures all, pageOnly, pageSet;
    Stopwatch timer;
    for (int at = 0; at < 200; ++at) {
        const QString ref = synthetic.ref(quint32((qint64(at) * 7919) % entities));
        const ui::FocusTarget target { ui::FocusTarget::Kind::Entity, ref };
        timer.start();
        page.setRef(ref);
        pageSet.add(timer.nsecsElapsed());
        paint(page, ontoPage);
        pageOnly.add(timer.nsecsElapsed());
        catalog.setTarget(target);
        relations.setTarget(target);
        paint(catalog, ontoCatalog);
        paint(relations, ontoRelations);
        all.add(timer.nsecsElapsed());
        QTest::qWait(1);
    }
    pageSet.print(u"entity page filled, not laid out or painted"_s, entities, scale);
    pageOnly.print(u"entity page to painted"_s, entities, scale);
    all.print(u"focus switch, page, catalog and relations painted"_s, entities, scale);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const int entities = argc > 1 ? atoi(argv[1]) : 100'000;
    ui::Theme theme;
    ui::CallboardStyle::install(theme);
    World world;
    world.fillSynthetic(quint32(entities));
    for (const qreal scale : { 1.0, 2.0 }) {
        benchTyping(world, entities, scale);
        benchFocus(world, entities, scale);
    }
    return 0;
}
