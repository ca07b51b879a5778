// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/httpclient.h"
#include "models/sync/workspace.h"

namespace callboard::ui::panes {

/// One feed as the Sources pane shows it.
struct FeedView {
    enum class State { Never, Good, Stale, Failed, Paused, Running };
    QString id, name;
    State state = State::Never;
    QDateTime lastSuccess, lastAttempt;
    std::optional<domain::Error> error; ///< Of the last attempt; not where somebody stopped it.
    bool proxyUnread = false; ///< A proxy asks, and the keychain failed to say what it keeps for it.
    sync::NextRun next;
    std::optional<sync::PullProgress> running;
    std::optional<sync::PullReport> report; ///< Of the last pull in this run of the program.

    bool operator==(const FeedView &) const = default;
};

/// One connection with its feeds, and how it stands with the hosts that it asked.
struct SourceView {
    QString id, name, kind, icon;
    bool paused = false;
    bool missing = false;      ///< Its integration is not here, or may not be used.
    bool network = false;
    bool wantsSignIn = false;  ///< The last attempt of a feed was refused.
    QDateTime refusedSince = {}; ///< Where the person is asked whether to erase what it brought; else invalid.
    std::vector<FeedView> feeds;
    std::vector<sync::HostTraffic> hosts; ///< Those with a known budget first, then by what was asked of them today.
    QString pace; ///< How it shares an idle hour's requests with other hosts; empty where it does not.
    QString held; ///< Why the clock has it read rarely, or not at all, although it is not paused itself; empty where it is read as usual.
    /// What can be done there that is about no entity.
    struct Action {
        QString id, name, help;
        bool operator==(const Action &) const = default;
    };
    std::vector<Action> actions;
    /// Writes that are kept until it can be reached, or who made them is signed in, oldest first: "Star component:default/x".
    QStringList waiting;

    bool operator==(const SourceView &) const = default;
};

/// Only somebody who signs in (again) can mend it.
bool wantsPerson(const domain::Error &error);

std::vector<SourceView> readSources(sync::Workspace &workspace);

/// "next in 4 min", "waiting for its turn", "live", "paused": when a feed pulls next; "next in 58 s, what is idle every 5 h" of one that asks in turns.
QString nextRunText(const FeedView &feed);
/// "12 requests, 34 KB, 1.2 s": what the last pull cost; empty where none was made in this run of the program.
QString costText(const FeedView &feed);
/// What is left of a host's budget, whether it asked for rest, and what it cost today.
QString trafficText(const sync::HostTraffic &host);
/// The same of the first few hosts, a line each, and how many others there are.
QStringList trafficLines(const SourceView &source);

} // namespace callboard::ui::panes
