// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/callboard/session.h"

#include <QElapsedTimer>
#include <QJsonObject>

#include <deque>
#include <functional>

class QLineEdit;

namespace callboard::app {

/// For measuring: prints as one line of JSON when the first frame with the catalog was painted, then does what a person does
/// (types into the palette and the catalog's filter, opens entities, checks facets), and says how long each took until
/// the window had painted it; then ends the program. Besides time on the clock there is that of the processor: of the GUI thread for
/// each step, of the whole process for the start. On a busy machine it says more.
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
    void planTyping(const QString &what, const QStringList &texts, const std::function<QLineEdit *()> &edit);
    void planFilter();
    void planEntities();
    void planFacets();
    void type(QLineEdit *edit, Qt::Key key, const QString &text = {});
    void next();
    void report();

    struct Took {
        QList<double> clock, work; ///< Milliseconds.
    };

    Session &m_session;
    QElapsedTimer m_sinceStart;
    double m_firstFrame = 0;
    double m_catalogFrame = 0;
    double m_workAtCatalog = 0;
    double m_pssAtCatalog = 0;
    std::deque<Step> m_steps;
    QElapsedTimer m_sinceStep;
    double m_workAtStep = 0;
    bool m_stepRuns = false;
    QMap<QString, Took> m_took; ///< By what was done.
};

} // namespace callboard::app
