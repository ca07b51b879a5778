// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboard/startuptimer.h"

#include "models/domain/processmemory.h"
#include "ui/kit/filterbox.h"
#include "ui/panes/catalog/catalogpane.h"
#include "ui/panes/catalog/facetcolumn.h"
#include "ui/shell/palettebox.h"

#include <QApplication>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Qt::StringLiterals;

namespace callboard::app {

namespace {

constexpr mirror::Row entitiesOpened = 40;
// A step that changes nothing on the screen is over after this, and is not counted.
constexpr int longestFrameMs = 2'000;

double percentile(QList<double> values, double part)
{
    std::ranges::sort(values);
    return values.isEmpty() ? 0 : values.at(qMin(values.size() - 1, qsizetype(part * double(values.size()))));
}

/// Milliseconds of the processor.
double spent(clockid_t clock)
{
    timespec now {};
    ::clock_gettime(clock, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

} // namespace

StartupTimer::StartupTimer(Session &session, const QElapsedTimer &sinceStart)
    : m_session(session)
    , m_sinceStart(sinceStart)
{
    session.window().installEventFilter(this);
}

bool StartupTimer::eventFilter(QObject *watched, QEvent *event)
{
    // After the event was handled, the frame is on its way to the screen.
    if (event->type() == QEvent::UpdateRequest)
        QTimer::singleShot(0, this, [this] { onFrame(); });
    return QObject::eventFilter(watched, event);
}

void StartupTimer::onFrame()
{
    const double now = double(m_sinceStart.nsecsElapsed()) / 1e6;
    if (m_firstFrame == 0)
        m_firstFrame = now;
    if (m_catalogFrame == 0) {
        const bool waiting = !m_session.workspace().connections().empty() && m_session.index().index()->size() == 0;
        if (waiting || m_session.index().isIndexing())
            return;
        m_catalogFrame = now;
        m_workAtCatalog = spent(CLOCK_PROCESS_CPUTIME_ID);
        m_pssAtCatalog = domain::proportionalMegabytes();
        plan();
        QTimer::singleShot(0, this, [this] { next(); });
    } else if (m_stepRuns) {
        m_stepRuns = false;
        if (const QString &what = m_steps.front().what; !what.isEmpty()) {
            Took &took = m_took[what];
            took.clock.append(double(m_sinceStep.nsecsElapsed()) / 1e6);
            took.work.append(spent(CLOCK_THREAD_CPUTIME_ID) - m_workAtStep);
        }
        m_steps.pop_front();
        QTimer::singleShot(0, this, [this] { next(); });
    }
}

void StartupTimer::next()
{
    if (m_steps.empty()) {
        report();
        return;
    }
    m_stepRuns = true;
    m_sinceStep.start();
    m_workAtStep = spent(CLOCK_THREAD_CPUTIME_ID);
    m_steps.front().act();
    QTimer::singleShot(longestFrameMs, this, [this, left = m_steps.size()] {
        if (!m_stepRuns || m_steps.size() != left)
            return;
        m_stepRuns = false;
        m_steps.pop_front();
        next();
    });
}

void StartupTimer::plan()
{
    planPalette();
    planFilter();
    planEntities();
    planFacets();
}

void StartupTimer::type(QLineEdit *edit, Qt::Key key, const QString &text)
{
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, text);
    QApplication::sendEvent(edit, &press);
}

void StartupTimer::planPalette()
{
    m_steps.push_back({ {}, [this] { m_session.window().openPalette(); } });
    // To ask for the palette that is open would close it.
    const auto palette = [this] { return m_session.window().findChild<ui::PaletteBox *>(); };
    planTyping(u"paletteKey"_s, { u"ledger api"_s, u"payment"_s, u"service"_s }, [palette] { return palette()->edit(); });
    m_steps.push_back({ {}, [palette] { palette()->hide(); } });
}

void StartupTimer::planFilter()
{
    auto *catalog = m_session.window().findChild<ui::panes::CatalogPane *>();
    if (!catalog)
        return;
    QLineEdit *edit = catalog->filterBox()->edit();
    m_steps.push_back({ {}, [edit] { edit->setFocus(); } });
    planTyping(u"filterKey"_s, { u"payment"_s, u"service"_s, u"kind:api co"_s }, [edit] { return edit; });
}

/// Words letter by letter, each taken back before the next.
void StartupTimer::planTyping(const QString &what, const QStringList &texts, const std::function<QLineEdit *()> &edit)
{
    for (const QString &text : texts) {
        for (const QChar letter : text)
            m_steps.push_back({ what, [this, edit, letter] { type(edit(), Qt::Key(0), letter); } });
        for (qsizetype left = text.size(); left > 0; --left)
            m_steps.push_back({ what, [this, edit] { type(edit(), Qt::Key_Backspace); } });
    }
}

void StartupTimer::planEntities()
{
    const auto &snapshot = m_session.index().index()->snapshot();
    const mirror::Row size = snapshot.size();
    for (mirror::Row at = 0; at < std::min(entitiesOpened, size); ++at) {
        const QString ref = snapshot.ref(at * (size / std::min(entitiesOpened, size))).toString();
        m_steps.push_back({ u"entityPage"_s, [this, ref] { m_session.focus().open(ref); } });
    }
}

void StartupTimer::planFacets()
{
    auto *catalog = m_session.window().findChild<ui::panes::CatalogPane *>();
    if (!catalog)
        return;
    items::FacetModel &facets = catalog->facets()->facets();
    for (int section = 0; section < facets.rowCount(); ++section) {
        for (const Qt::CheckState state : { Qt::Checked, Qt::Unchecked }) {
            m_steps.push_back({ u"facet"_s, [&facets, section, state] {
                const QModelIndex value = facets.index(0, 0, facets.index(section, 0));
                facets.setData(value, state, Qt::CheckStateRole);
            } });
        }
    }
}

void StartupTimer::report()
{
    QJsonObject line { { u"firstFrameMs"_s, m_firstFrame }, { u"catalogFrameMs"_s, m_catalogFrame },
        { u"catalogFrameWorkMs"_s, m_workAtCatalog },
        { u"entities"_s, qint64(m_session.index().index()->size()) }, { u"pssMb"_s, m_pssAtCatalog },
        { u"pssAfterwardsMb"_s, domain::proportionalMegabytes() } };
    for (auto it = m_took.cbegin(); it != m_took.cend(); ++it) {
        line.insert(it.key() + u"s"_s, it->clock.size());
        line.insert(it.key() + u"P50Ms"_s, percentile(it->clock, 0.5));
        line.insert(it.key() + u"P95Ms"_s, percentile(it->clock, 0.95));
        line.insert(it.key() + u"P50WorkMs"_s, percentile(it->work, 0.5));
        line.insert(it.key() + u"P95WorkMs"_s, percentile(it->work, 0.95));
    }
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    QApplication::quit();
}

} // namespace callboard::app
