// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builds/runquery.h"

#include <QRandomGenerator>
#include <QTimeZone>

namespace callboard::testing {

/// Runs as a company of so many services has them: mostly passing, some flaky, on main and on branches.
inline std::vector<domain::BuildRun> randomRuns(int count, int services, quint32 seed, const QDateTime &now)
{
    using namespace Qt::StringLiterals;
    using domain::BuildState;
    QRandomGenerator random(seed);
    std::vector<domain::BuildRun> runs;
    runs.reserve(size_t(count));
    for (int i = 0; i < count; ++i) {
        domain::BuildRun run;
        const quint32 service = random.bounded(quint32(services));
        run.id = QString::number(1'000 + i);
        run.project = u"acme/service-%1"_s.arg(service);
        if (random.bounded(20) != 0)
            run.entityRefs = { u"component:default/service-%1"_s.arg(service) };
        if (random.bounded(50) == 0)
            run.entityRefs.append(u"component:default/service-%1"_s.arg((service + 1) % quint32(services)));
        run.pipeline = random.bounded(4) == 0 ? u"Deploy"_s : u"CI"_s;
        run.number = i + 1;
        run.title = u"Change %1 of part %2"_s.arg(random.bounded(5'000)).arg(random.bounded(40));
        run.isDefaultBranch = random.bounded(2) == 0;
        run.branch = run.isDefaultBranch ? u"main"_s : u"work-%1"_s.arg(random.bounded(30));
        if (!run.isDefaultBranch && random.bounded(2) == 0)
            run.pullRequest = QString::number(random.bounded(300));
        run.commit = u"%1"_s.arg(quint64(service) * 100'003 + random.bounded(std::max(2, count / services / 2)), 40, 16, QChar(u'0'));
        run.trigger = run.pullRequest.isEmpty() ? u"push"_s : u"pull_request"_s;
        run.actor = u"person-%1"_s.arg(random.bounded(40));
        constexpr BuildState states[] { BuildState::Passed, BuildState::Passed, BuildState::Passed, BuildState::Passed, BuildState::Failed,
            BuildState::Errored, BuildState::Cancelled, BuildState::Running, BuildState::Queued, BuildState::Skipped };
        run.state = states[random.bounded(10)];
        run.queuedAt = now.addSecs(-qint64(random.bounded(90 * 86'400)));
        if (run.state != BuildState::Queued)
            run.startedAt = run.queuedAt.addMSecs(random.bounded(120'000));
        if (domain::isFinished(run.state))
            run.finishedAt = run.startedAt.addMSecs(5'000 + random.bounded(900'000));
        runs.push_back(run);
    }
    return runs;
}

inline builds::RunIndexPtr indexOf(const std::vector<domain::BuildRun> &runs)
{
    builds::RunIndexBuilder builder;
    for (const domain::BuildRun &run : runs)
        builder.add(run, QStringLiteral("ci-1"));
    return builder.finish(1);
}

/// Of service n: owned by team n % 7; mine are those of team 3.
inline builds::EntityFacts factsOf(const QString &ref)
{
    const int number = ref.section(u'-', -1).toInt();
    return { ref.section(u'/', -1), QStringLiteral("group:default/team-%1").arg(number % 7), QStringLiteral("Team %1").arg(number % 7), number % 7 == 3 };
}

} // namespace callboard::testing
