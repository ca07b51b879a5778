// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/hostapi.h"
#include "plugins/sdk/logparts.h"

/// The log of a stage as the Stage View plugin has it: the end of what each of its steps wrote.
namespace callboard::jenkins {

/// A step of a stage that has a log, and whether that grows no more.
struct LoggedStep {
    QString id, name;
    bool hasEnded = false;
};

/// Of what that plugin says of a stage, in the order in which they began.
std::vector<LoggedStep> readLoggedSteps(const QJsonObject &described);
/// The text of what that plugin says of a step's log, which is written for a page; with a line before it where what came before is
/// left out.
QByteArray readStepLog(const QJsonObject &log);

/// See Connection::buildLog. `build`: its route; `stage`: the id of one of its stages. While that runs, the log goes up to the step that
/// it is in.
sdk::Result<bool> stageLog(const sdk::HostApi &api, const QString &build, const QString &stage, sdk::LogRest rest,
    sdk::LogLengths &lengths, sdk::PullContext &context);

} // namespace callboard::jenkins
