// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/callboard/session.h"

#include <QElapsedTimer>
#include <QJsonObject>

#include <deque>
#include <functional>

namespace callboard::app {

/// For measuring: prints as one line of JSON when the first frame with the catalog was painted, then does what a person does
/// (types into the palette and the catalog's filter, opens entities, checks facets), and says how long each took until
/// the window had painted it; then ends the program.
class StartupTimer final : public QObject {
    Q_OBJECT
public:
    StartupTimer(Session &session, const QElapsedTimer &sinceStart);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Step {
        QString what; ///< Steps of one name are reported together; empty: not measured.
        std::function<void()> act;
    };
    void onFrame();
    void plan();
    void planPalette();
    void planFilter();
    void planEntities();
    void planFacets();
    void type(QLineEdit *edit, Qt::Key key, const QString &text = {});
    void next();
    void report();

    Session &m_session;
    QElapsedTimer m_sinceStart;
    double m_firstFrame = 0;
    double m_catalogFrame = 0;
    double m_pssAtCatalog = 0;
    std::deque<Step> m_steps;
    QElapsedTimer m_sinceStep;
    bool m_stepRuns = false;
    QMap<QString, QList<double>> m_took; ///< Milliseconds by what was done.
};

} // namespace callboard::app
