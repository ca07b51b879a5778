// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/build.h"

#include <QTimeZone>

namespace callboard::testkit {

/// A run of the pipeline of acme/entity, begun so long ago; on main it is one of the default branch.
inline domain::BuildRun buildRun(int number, domain::BuildState state, int minutesAgo, const QString &entity, const QString &branch = QStringLiteral("main"))
{
    using namespace Qt::StringLiterals;
    domain::BuildRun run;
    run.id = QString::number(number);
    run.number = number;
    run.project = u"acme/"_s + entity;
    run.entityRefs = { u"component:default/"_s + entity };
    run.pipeline = u"CI"_s;
    run.title = u"Compare legs before balances"_s;
    run.branch = branch;
    run.isDefaultBranch = branch == "main"_L1;
    run.commit = QString(40, QChar(u'a' + number % 6));
    run.actor = u"mira.k"_s;
    run.state = state;
    run.queuedAt = QDateTime::currentDateTimeUtc().addSecs(-60 * minutesAgo);
    run.startedAt = run.queuedAt.addSecs(4);
    if (domain::isFinished(state))
        run.finishedAt = run.startedAt.addSecs(100 + number);
    run.url = u"https://github.com/acme/%1/actions/runs/%2"_s.arg(entity).arg(number);
    return run;
}

} // namespace callboard::testkit
