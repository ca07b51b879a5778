// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/situation.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::notices {

using domain::BuildState;
using Line = Situation::Line;

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(callboard::notices::Situation)
};

QString subjectOf(const domain::BuildRun &run)
{
    return run.entityRefs.isEmpty() ? run.project : run.entityRefs.first().section(u'/', -1);
}

Line lineOf(const SeenRun &seen, Line::Kind kind, const QString &text)
{
    const domain::BuildRun &run = seen.run;
    const QDateTime since = run.finishedAt.isValid() ? run.finishedAt : run.startedAt.isValid() ? run.startedAt : run.queuedAt;
    return { kind, text, run.entityRefs.value(0), run.url, seen.connectionId, run.key(), since };
}

std::vector<Line> failingOf(const std::vector<SeenRun> &runs)
{
    QHash<QString, const SeenRun *> latest;
    for (const SeenRun &seen : runs) {
        if (!seen.isMine || !seen.run.isDefaultBranch || !isVerdict(seen.run.state))
            continue;
        const SeenRun *&known = latest[branchKey(seen.connectionId, seen.run)];
        if (!known || isEarlier(known->run, seen.run))
            known = &seen;
    }
    std::vector<Line> failing;
    for (const SeenRun *seen : std::as_const(latest)) {
        if (isBroken(seen->run.state)) {
            failing.push_back(lineOf(*seen, Line::Kind::Failing,
                seen->run.branch.isEmpty() ? Say::tr("%1 fails").arg(subjectOf(seen->run)) : Say::tr("%1 fails on %2").arg(subjectOf(seen->run), seen->run.branch)));
        }
    }
    std::ranges::sort(failing, [](const Line &one, const Line &other) { return std::tie(other.since, one.about) < std::tie(one.since, other.about); });
    return failing;
}

} // namespace

Situation situationOf(const std::vector<SeenRun> &runs, const std::vector<SeenReview> &reviews)
{
    Situation situation;
    situation.lines = failingOf(runs);
    situation.failing = int(situation.lines.size());
    std::vector<Line> approvals, running, asked;
    for (const SeenRun &seen : runs) {
        if (!seen.isMine)
            continue;
        if (seen.run.state == BuildState::Waiting)
            approvals.push_back(lineOf(seen, Line::Kind::Approval, Say::tr("%1 waits for an approval").arg(subjectOf(seen.run))));
        else if (seen.run.state == BuildState::Running)
            running.push_back(lineOf(seen, Line::Kind::Running, Say::tr("%1 is being built").arg(subjectOf(seen.run))));
    }
    for (const SeenReview &seen : reviews) {
        const domain::Review &review = seen.review;
        if (waitsForMe(review))
            asked.push_back({ Line::Kind::Review, Say::tr("Review: %1").arg(review.title), review.entityRefs.value(0), review.url, seen.connectionId, review.key(), review.updatedAt });
    }
    situation.approvals = int(approvals.size());
    situation.running = int(running.size());
    situation.reviews = int(asked.size());
    const auto oldestFirst = [](const Line &one, const Line &other) { return std::tie(one.since, one.about) < std::tie(other.since, other.about); };
    std::ranges::sort(approvals, oldestFirst);
    std::ranges::sort(asked, oldestFirst);
    std::ranges::sort(running, oldestFirst);
    for (const std::vector<Line> &lines : { approvals, asked, running })
        situation.lines.insert(situation.lines.end(), lines.begin(), lines.end());
    if (situation.lines.size() > Situation::most)
        situation.lines.resize(Situation::most);
    return situation;
}

} // namespace callboard::notices
