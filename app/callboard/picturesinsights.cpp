// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboard/pictures.h"

#include "ui/panes/insights/insightspane.h"
#include "ui/shell/panehost.h"

#include <QTabBar>

#include <array>

using namespace Qt::StringLiterals;

namespace callboard::app {

/// Each section of the insights, with the room that they have in the middle.
void Pictures::planInsights()
{
    m_steps.push_back([this] {
        for (const auto &factory : m_session.window().panes().factories())
            m_session.window().panes().setShown(factory.id, false);
        m_session.window().panes().show(u"insights"_s);
    });
    static constexpr std::array names { "own"_L1, "organisation"_L1, "catalog"_L1, "kept"_L1 };
    for (int section = 0; section < int(names.size()); ++section) {
        m_steps.push_back([this, section] {
            if (auto *pane = m_session.window().findChild<ui::panes::InsightsPane *>())
                pane->sections()->setCurrentIndex(section);
        });
        m_steps.push_back([this, section] { shoot(&m_session.window(), u"insights-"_s + names[size_t(section)]); });
    }
    m_steps.push_back([this] {
        m_session.window().panes().setShown(u"insights"_s, false);
        m_session.window().resetLayout();
    });
}

} // namespace callboard::app
