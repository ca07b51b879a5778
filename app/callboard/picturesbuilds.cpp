// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboard/pictures.h"

#include "ui/panes/builds/buildspane.h"
#include "ui/panes/builds/runtree.h"
#include "ui/shell/panehost.h"

using namespace Qt::StringLiterals;

namespace callboard::app {

/// Builds: the list, a run with its log, and the trends.
void Pictures::planBuilds()
{
    const auto pane = [this] { return m_session.window().findChild<ui::panes::BuildsPane *>(); };
    m_steps.push_back([this] {
        for (const auto &factory : m_session.window().panes().factories())
            m_session.window().panes().setShown(factory.id, false);
        m_session.focus().go({});
        m_session.window().panes().show(u"builds"_s);
    });
    m_steps.push_back([this] { shoot(&m_session.window(), u"builds"_s); });
    m_steps.push_back([pane] {
        // The first that failed.
        const auto &model = pane()->model();
        for (int group = 0; group < model.rowCount(); ++group) {
            const QModelIndex parent = model.index(group, 0);
            for (int row = 0; row < model.rowCount(parent); ++row) {
                const QModelIndex run = model.index(row, 0, parent);
                if (domain::BuildState(run.data(items::BuildsModel::StateRole).toInt()) == domain::BuildState::Failed)
                    return pane()->openRun(run.data(items::BuildsModel::RunKeyRole).toString());
            }
        }
    });
    m_steps.push_back([this] { shoot(&m_session.window(), u"builds-run"_s); });
    m_steps.push_back([pane] { pane()->trendsAction()->setChecked(true); });
    m_steps.push_back([this] { shoot(&m_session.window(), u"builds-trends"_s); });
    m_steps.push_back([this, pane] {
        pane()->trendsAction()->setChecked(false);
        m_session.window().panes().setShown(u"builds"_s, false);
        m_session.window().resetLayout();
    });
}

} // namespace callboard::app
