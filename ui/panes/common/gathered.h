// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <functional>

namespace callboard::ui::panes {

/// Runs something at once where it did not run for a while, and otherwise once when that while is over: a single change is seen at
/// once, and many that come together are shown together.
class Gathered final : public QObject {
public:
    Gathered(std::chrono::milliseconds rest, std::function<void()> run, QObject *parent)
        : QObject(parent)
        , m_run(std::move(run))
        , m_rest(this)
    {
        m_rest.setSingleShot(true);
        m_rest.setInterval(rest);
        connect(&m_rest, &QTimer::timeout, this, [this] {
            if (std::exchange(m_again, false))
                ask();
        });
    }

    void ask()
    {
        if (m_rest.isActive()) {
            m_again = true;
            return;
        }
        m_rest.start(); // First: what runs may ask again.
        m_run();
    }
    void askLater() ///< Not at once, whatever was before.
    {
        m_again = true;
        if (!m_rest.isActive())
            m_rest.start();
    }

private:
    std::function<void()> m_run;
    QTimer m_rest;
    bool m_again = false;
};

} // namespace callboard::ui::panes
