// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/pane.h"

namespace callboard::ui {

/// A place that a person was at: what was in focus and, where its documentation was read, which page.
struct TrailStep {
    FocusTarget focus;
    /// A slash and the page with its anchor ("/guide/setup/#linux"; the front page is "/"). Empty: no documentation.
    QString page = {};

    bool readsDocs() const { return !page.isEmpty(); }
    QString target() const { return page.sliced(1); } ///< As `items::DocAddress::target`.
    static TrailStep doc(const QString &site, const QString &target)
    {
        return { { FocusTarget::Kind::Entity, site }, u'/' + target };
    }
    bool operator==(const TrailStep &) const = default;
};

/// Where the person was, to go back and forward through: pages of entities and of their documentation, and the rest of the focus.
class Trail final {
public:
    void go(const TrailStep &step)
    {
        if (step == current())
            return;
        m_steps.resize(m_at + 1);
        m_steps.append(step);
        if (m_steps.size() > longest)
            m_steps.removeFirst();
        m_at = m_steps.size() - 1;
    }
    const TrailStep &current() const { return m_steps[m_at]; }
    bool canStep(int by) const { return m_at + by >= 0 && m_at + by < m_steps.size(); }
    const TrailStep &step(int by)
    {
        if (canStep(by))
            m_at += by;
        return current();
    }

private:
    static constexpr qsizetype longest = 200;
    QList<TrailStep> m_steps { TrailStep {} };
    qsizetype m_at = 0;
};

} // namespace callboard::ui
