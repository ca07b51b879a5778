// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/networkstate.h"

namespace callboard::sync {
class Workspace;
}

namespace callboard::ui {

/// How a workspace stands with its sources, the worst first: what status line and tray say.
struct Standing {
    enum class State { NoSources, Failing, Offline, Paused, Reading, Well };
    State state = State::NoSources;
    sync::NetworkState::Condition condition = sync::NetworkState::Condition::Online; ///< What Offline comes from; Online: hosts that cannot be reached.
    QDateTime since;     ///< Of Offline; invalid where it is not known.
    QDateTime asOf;      ///< The oldest completed pull; invalid when there is none.
    int sources = 0;
    int failed = 0;      ///< Sources of which a feed failed, for another reason than the network.
    int unreachable = 0; ///< Sources that could not be reached.
    QString worst;       ///< Failing: the source and what is wrong with it, a sentence.

    bool operator==(const Standing &) const = default;
};

/// From memory, at once.
Standing standingOf(sync::Workspace &workspace);
/// "Offline since 14:05", "Working offline", "2 sources cannot be reached"; empty when it is not offline.
QString offlineText(const Standing &standing);
/// All of it in one line: "Offline since 14:05, all data as of 13:58".
QString standingText(const Standing &standing);

} // namespace callboard::ui
