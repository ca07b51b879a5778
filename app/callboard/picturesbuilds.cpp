// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboard/pictures.h"

#include "ui/kit/filterbox.h"
#include "ui/panes/builds/buildspane.h"
#include "ui/panes/builds/runtree.h"
#include "ui/panes/builds/runview.h"
#include "ui/shell/actiondialog.h"
#include "ui/shell/panehost.h"

using namespace Qt::StringLiterals;

namespace callboard::app {

namespace {

/// The runs on the newest commit of which not all agree, the newest first.
std::vector<builds::RunRow> flakyRuns(const builds::RunEstate &estate)
{
    std::vector<builds::RunRow> rows;
    const builds::Flakiness &flakiness = estate.flakiness();
    for (builds::RunRow row = 0; row < estate.index()->size(); ++row) {
        if (flakiness.isFlaky(row) && (rows.empty() || flakiness.flakeOf(row) == flakiness.flakeOf(rows.front())))
            rows.push_back(row);
    }
    return rows;
}

} // namespace

/// Builds: the list, a run with its log, the form of a workflow, a flaky service, and the trends.
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
    m_steps.push_back([this, pane] {
        const auto offers = pane()->run().offers();
        const auto dispatch = std::ranges::find_if(offers, [](const auto &offer) { return offer.action.id == "dispatch"_L1; });
        if (dispatch == offers.end())
            return;
        ui::ActionDialog dialog(m_session.context(), *dispatch, &m_session.window());
        dialog.setValue(u"ref"_s, u"hold-gate"_s);
        shoot(&dialog, u"builds-dispatch"_s);
    });
    planFlaky();
    m_steps.push_back([pane] { pane()->trendsAction()->setChecked(true); });
    m_steps.push_back([this] { shoot(&m_session.window(), u"builds-trends"_s); });
    m_steps.push_back([this, pane] {
        pane()->trendsAction()->setChecked(false);
        pane()->filterBox()->clear();
        m_session.window().panes().setShown(u"builds"_s, false);
        m_session.window().resetLayout();
    });
}

/// Which job is flaky is known once the runs were opened that differ.
void Pictures::planFlaky()
{
    const auto pane = [this] { return m_session.window().findChild<ui::panes::BuildsPane *>(); };
    for (const size_t number : { size_t(1), size_t(0) }) {
        m_steps.push_back([pane, number] {
            const auto &estate = pane()->model().estate();
            if (const auto rows = flakyRuns(*estate); rows.size() > number)
                pane()->openRun(estate->index()->key(rows[number]));
        });
    }
    m_steps.push_back([this, pane] {
        const auto &estate = *pane()->model().estate();
        const auto rows = flakyRuns(estate);
        if (rows.empty())
            return;
        // What was kept of a run is read a moment after it was opened.
        constexpr int longest = 10'000;
        if (!m_waited.isValid())
            m_waited.start();
        if (estate.flakiness().jobsBeside(*estate.index(), rows[0]).empty() && m_waited.elapsed() < longest) {
            --m_at;
            return;
        }
        m_waited.invalidate();
        const auto entities = estate.index()->entitiesOf(rows[0]);
        if (!entities.empty())
            pane()->filterBox()->setText(u"service:"_s + estate.index()->text(estate.index()->entities()[entities[0]]).toString().section(u'/', -1));
    });
    m_steps.push_back([this, pane] {
        pane()->view()->scrollToTop();
        shoot(&m_session.window(), u"builds-flaky"_s);
    });
}

} // namespace callboard::app
