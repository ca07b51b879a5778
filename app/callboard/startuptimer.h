// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/callboard/session.h"

#include <QElapsedTimer>

namespace callboard::app {

/// For measuring: prints as one line of JSON when the first frame with the catalog was painted, then types into the palette
/// and says how long each key took until its result was painted; then ends the program.
class StartupTimer final : public QObject {
    Q_OBJECT
public:
    StartupTimer(Session &session, const QElapsedTimer &sinceStart);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onFrame();
    void typeNext();
    void report();

    Session &m_session;
    QElapsedTimer m_sinceStart;
    double m_firstFrame = 0;
    double m_catalogFrame = 0;
    QList<double> m_keys;
    qsizetype m_typed = 0;
};

} // namespace callboard::app
