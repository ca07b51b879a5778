// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"

#include <QDateTime>

namespace callboard::sample {

/// The imaginary company's builds: the same for the same moment, and moving with it. Nothing is kept.
std::vector<domain::BuildRun> buildRuns(const QDateTime &now);
std::vector<domain::Deployment> deployments(const QDateTime &now);
/// What came between two of these runs, of all `runs` there are: the commits of their project that ran after `good` and not after `run`.
std::vector<domain::BuildCommit> commitsBetween(const domain::BuildRun &good, const domain::BuildRun &run, std::vector<domain::BuildRun> runs);
/// `decided`: when somebody approved or rejected what it waited for.
domain::BuildDetail buildDetail(const domain::BuildRun &run, const QDateTime &now, const QDateTime &decided = {});
/// Whether it is one of those that passed the first time, of a run whose failed jobs alone run again: nothing of it is in this attempt.
bool isKept(const domain::BuildRun &run, const domain::BuildJob &job);
/// As much of a job's log as there is at `now`: in GitHub's format, with its groups, errors and colours.
QByteArray buildLog(const domain::BuildRun &run, const domain::BuildJob &job, const QDateTime &now);

/// The same number in [0, most) for the same text, wherever and whenever it is asked for.
quint32 dice(const QString &text, quint32 most);
/// Begins with a tag, and waits for an approval.
inline constexpr auto releasePipeline = QLatin1StringView("Release");
/// In the id of a run that a person started by hand.
inline constexpr auto askedMark = QLatin1StringView("-asked-");
/// In the vendor's word for a run of which only the failed jobs run again.
inline constexpr auto failedOnlyMark = QLatin1StringView(", failed jobs only");
inline constexpr int deploySeconds = 30; ///< That an approved deployment takes.
/// How long a run takes from its start, queue left out. What a person asked for is quick: they wait to see what comes of it.
std::chrono::seconds durationOf(const domain::BuildRun &run);

} // namespace callboard::sample
