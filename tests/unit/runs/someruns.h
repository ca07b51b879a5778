// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/build.h"

#include <QTimeZone>

namespace callboard::testing {

inline const QDateTime noon(QDate(2026, 11, 26), QTime(12, 0), QTimeZone::UTC);

/// One of the pipeline of acme/ledger.
inline domain::BuildRun runOf(const QString &id, domain::BuildState state, int minutesAgo, const QString &branch = QStringLiteral("main"), const QString &commit = {})
{
    using namespace Qt::StringLiterals;
    domain::BuildRun run;
    run.id = id;
    run.project = u"acme/ledger"_s;
    run.entityRefs = { u"component:default/ledger"_s };
    run.pipeline = u"CI"_s;
    run.branch = branch;
    run.isDefaultBranch = branch == "main"_L1;
    run.commit = commit;
    run.state = state;
    run.queuedAt = noon.addSecs(-60 * minutesAgo);
    return run;
}

} // namespace callboard::testing
