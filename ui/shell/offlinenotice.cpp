// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/offlinenotice.h"

#include "models/sync/networkstate.h"
#include "ui/kit/banner.h"
#include "ui/kit/standing.h"

#include <QTimer>

namespace callboard::ui {

using Condition = sync::NetworkState::Condition;

OfflineNotice::OfflineNotice(PaneContext context, Banner *banner)
    : QObject(banner)
    , m_context(context)
    , m_banner(banner)
{
    auto &workspace = m_context.workspace;
    // One press may ask for many sources.
    connect(&workspace, &sync::Workspace::networkWanted, this, [this] {
        if (!std::exchange(m_pending, true))
            QTimer::singleShot(0, this, &OfflineNotice::show);
    });
    connect(&workspace, &sync::Workspace::networkChanged, this, [this] {
        if (m_shown && m_context.workspace.network().mayUse()) {
            m_shown = false;
            m_banner->hide();
        }
    });
    connect(banner, &Banner::pressed, this, &OfflineNotice::act);
    connect(banner, &Banner::closed, this, [this] { m_shown = false; });
}

void OfflineNotice::show()
{
    m_pending = false;
    const auto &network = m_context.workspace.network();
    if (network.mayUse())
        return;
    m_shown = true;
    const bool chosen = network.isWorkingOffline();
    m_banner->show(Banner::Kind::Stale, tr("%1: this waits for the network.").arg(offlineText(standingOf(m_context.workspace))),
        chosen ? tr("What was read before stays here.") : tr("It begins by itself when the network is back."),
        chosen ? tr("Go online") : tr("Try all the same"));
    m_banner->setClosable(true);
}

void OfflineNotice::act()
{
    if (!m_shown)
        return;
    auto &workspace = m_context.workspace;
    if (workspace.network().isWorkingOffline())
        workspace.setWorkOffline(false);
    else
        workspace.network().tryAllTheSame();
}

} // namespace callboard::ui
