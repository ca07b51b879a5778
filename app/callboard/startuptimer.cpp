// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboard/startuptimer.h"

#include "models/items/palettemodel.h"
#include "ui/shell/palettebox.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace callboard::app {

namespace {

const QString typed = u"ledger api"_s;

double percentile(QList<double> values, double part)
{
    std::ranges::sort(values);
    return values.isEmpty() ? 0 : values.at(qMin(values.size() - 1, qsizetype(part * double(values.size()))));
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
    if (event->type() == QEvent::UpdateRequest && m_catalogFrame == 0) {
        // After the event was handled, the frame is on its way to the screen.
        QTimer::singleShot(0, this, [this] { onFrame(); });
    }
    return QObject::eventFilter(watched, event);
}

void StartupTimer::onFrame()
{
    const double now = double(m_sinceStart.nsecsElapsed()) / 1e6;
    if (m_firstFrame == 0)
        m_firstFrame = now;
    const bool waiting = !m_session.workspace().connections().empty() && m_session.index().index()->size() == 0;
    if (m_catalogFrame != 0 || waiting || m_session.index().isIndexing())
        return;
    m_catalogFrame = now;
    QTimer::singleShot(0, this, [this] {
        m_session.window().openPalette();
        QTimer::singleShot(0, this, [this] { typeNext(); });
    });
}

void StartupTimer::typeNext()
{
    if (m_typed == typed.size()) {
        report();
        return;
    }
    auto &palette = m_session.window().openPalette(typed.left(m_typed));
    QElapsedTimer timer;
    timer.start();
    const QString key(typed.at(m_typed++));
    QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, key);
    QApplication::sendEvent(palette.edit(), &press);
    palette.grab();
    m_keys.append(double(timer.nsecsElapsed()) / 1e6);
    QTimer::singleShot(0, this, [this] { typeNext(); });
}

void StartupTimer::report()
{
    std::printf("{\"firstFrameMs\":%.1f,\"catalogFrameMs\":%.1f,\"entities\":%u,\"keys\":%lld,\"keyP50Ms\":%.2f,\"keyP95Ms\":%.2f}\n",
        m_firstFrame, m_catalogFrame, m_session.index().index()->size(), static_cast<long long>(m_keys.size()),
        percentile(m_keys, 0.5), percentile(m_keys, 0.95));
    std::fflush(stdout);
    QApplication::quit();
}

} // namespace callboard::app
