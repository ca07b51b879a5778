// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"

#include <QDateTime>

namespace callboard::sample {

/// The imaginary company's builds: the same for the same moment, and moving with it. Nothing is kept.
std::vector<domain::BuildRun> buildRuns(const QDateTime &now);
std::vector<domain::Deployment> deployments(const QDateTime &now);
domain::BuildDetail buildDetail(const domain::BuildRun &run, const QDateTime &now);
/// As much of a job's log as there is at `now`: in GitHub's format, with its groups, errors and colours.
QByteArray buildLog(const domain::BuildRun &run, const domain::BuildJob &job, const QDateTime &now);

/// The same number in [0, most) for the same text, wherever and whenever it is asked for.
quint32 dice(const QString &text, quint32 most);
/// How long a run takes from its start, queue left out.
std::chrono::seconds durationOf(const domain::BuildRun &run);

} // namespace callboard::sample
