// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/buildchanges.h"

#include "models/domain/jsonfields.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::notices {

using domain::BuildRun;
using domain::BuildState;

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(callboard::notices::BuildChanges)
};

constexpr qint64 forgottenAfterDays = 400;

/// How a branch was when it was last told of.
struct Branch {
    QString id;
    int attempt = 1;
    qint64 number = 0;
    QDateTime at;
    BuildState state = BuildState::Unknown;

    static Branch of(const BuildRun &run);
    static Branch fromJson(const QJsonObject &json);
    QJsonObject toJson() const;
    BuildRun asRun() const;
};

QDateTime beginOf(const BuildRun &run)
{
    if (run.queuedAt.isValid())
        return run.queuedAt;
    return run.startedAt.isValid() ? run.startedAt : run.finishedAt;
}

Branch Branch::of(const BuildRun &run)
{
    return { run.id, run.attempt, run.number, beginOf(run), run.state };
}

Branch Branch::fromJson(const QJsonObject &json)
{
    return { json["id"_L1].toString(), json["attempt"_L1].toInt(1), json["number"_L1].toInteger(), domain::timeFromJson(json["at"_L1]),
        domain::buildStateFrom(json["state"_L1].toString()) };
}

QJsonObject Branch::toJson() const
{
    return { { u"id"_s, id }, { u"attempt"_s, attempt }, { u"number"_s, number }, { u"at"_s, domain::timeToJson(at) },
        { u"state"_s, domain::buildStateName(state) } };
}

BuildRun Branch::asRun() const
{
    BuildRun run;
    run.id = id;
    run.attempt = attempt;
    run.number = number;
    run.queuedAt = at;
    run.state = state;
    return run;
}

QString nameOfRun(const BuildRun &run)
{
    const QString number = run.number > 0 ? u" #%1"_s.arg(run.number) : QString();
    return (run.pipeline.isEmpty() ? run.project : run.pipeline) + number;
}

QString detailOf(const BuildRun &run)
{
    QStringList parts { nameOfRun(run) };
    if (!run.title.isEmpty())
        parts.append(run.title);
    if (!run.actor.isEmpty())
        parts.append(Say::tr("by %1").arg(run.actor));
    return parts.join(u" · "_s);
}

QString subjectOf(const BuildRun &run)
{
    return run.entityRefs.isEmpty() ? run.project : run.entityRefs.first().section(u'/', -1);
}

Entry entryOf(const SeenRun &seen, const QString &id, QLatin1StringView topic, const QString &title, const QString &severity, const QDateTime &at)
{
    domain::Notice notice;
    notice.id = id;
    notice.kind = u"build"_s;
    notice.topic = topic;
    notice.title = title;
    notice.severity = severity;
    notice.description = detailOf(seen.run);
    notice.about = seen.run.key();
    notice.link = seen.run.url;
    notice.entityRef = seen.run.entityRefs.value(0);
    notice.createdAt = at;
    return { {}, notice, seen.isMine, seen.isStarred };
}

Entry changeOf(const SeenRun &seen, bool broke, const QDateTime &now)
{
    const BuildRun &run = seen.run;
    const QString id = u"build|%1|%2.%3.%4"_s.arg(branchKey(seen.connectionId, run), run.id, QString::number(run.attempt), broke ? u"broke"_s : u"healed"_s);
    const QString branch = run.branch.isEmpty() ? Say::tr("the default branch") : run.branch;
    const QString title = (broke ? Say::tr("%1 fails on %2") : Say::tr("%1 is whole again on %2")).arg(subjectOf(run), branch);
    // A run's times are its server's; what the server has in the future would stay on top for ever.
    const QDateTime at = run.finishedAt.isValid() && run.finishedAt < now ? run.finishedAt : now;
    return entryOf(seen, id, broke ? topic::broke : topic::healed, title, broke ? u"high"_s : u"normal"_s, at);
}

/// Runs that wait for somebody; told when they begin to, gone when they no longer do.
void lookAtApprovals(const QJsonArray &known, const std::vector<SeenRun> &runs, const QDateTime &now, Told &told, QJsonArray &waiting)
{
    QStringList ids;
    for (const SeenRun &seen : runs) {
        if (seen.run.state != BuildState::Waiting)
            continue;
        const QString id = u"approval|%1|%2|%3"_s.arg(seen.connectionId, seen.run.key()).arg(seen.run.attempt);
        ids.append(id);
        if (known.contains(id))
            continue;
        const QDateTime queued = beginOf(seen.run);
        told.entries.push_back(entryOf(seen, id, topic::approval, Say::tr("%1 waits for an approval").arg(subjectOf(seen.run)), u"high"_s,
            queued.isValid() && queued < now ? queued : now));
    }
    for (const QJsonValue &id : known) {
        if (!ids.contains(id.toString()))
            told.gone.append(id.toString());
    }
    waiting = QJsonArray::fromStringList(ids);
}

} // namespace

QString branchKey(const QString &connectionId, const BuildRun &run)
{
    return QStringList { connectionId, run.project, run.branch, run.pipeline }.join(u'|');
}

QJsonValue knownOf(const QStringList &connections, const QJsonValue &known)
{
    QJsonObject kept = known.toObject();
    QJsonObject branches = kept["branches"_L1].toObject();
    for (auto it = branches.begin(); it != branches.end();)
        it = connections.contains(it.key().section(u'|', 0, 0)) ? std::next(it) : branches.erase(it);
    QJsonArray waiting;
    for (const QJsonValue id : kept["waiting"_L1].toArray()) {
        if (connections.contains(id.toString().section(u'|', 1, 1)))
            waiting.append(id);
    }
    if (branches == kept["branches"_L1].toObject() && waiting == kept["waiting"_L1].toArray())
        return known;
    kept.insert(u"branches"_s, branches);
    kept.insert(u"waiting"_s, waiting);
    return kept;
}

bool isEarlier(const BuildRun &one, const BuildRun &other)
{
    if (one.id == other.id)
        return one.attempt < other.attempt;
    if (one.number > 0 && other.number > 0 && one.number != other.number)
        return one.number < other.number;
    return beginOf(one) < beginOf(other);
}

Told buildChanges(const QJsonValue &known, std::vector<SeenRun> runs, const QDateTime &now)
{
    Told told;
    QHash<QString, Branch> branches;
    const QJsonObject before = known["branches"_L1].toObject();
    for (auto it = before.begin(); it != before.end(); ++it) {
        const Branch branch = Branch::fromJson(it.value().toObject());
        if (!branch.at.isValid() || branch.at.daysTo(now) < forgottenAfterDays)
            branches.insert(it.key(), branch);
    }
    QJsonArray waiting;
    lookAtApprovals(known["waiting"_L1].toArray(), runs, now, told, waiting);
    std::erase_if(runs, [](const SeenRun &seen) { return !seen.run.isDefaultBranch || !isVerdict(seen.run.state); });
    std::ranges::stable_sort(runs, [](const SeenRun &one, const SeenRun &other) { return isEarlier(one.run, other.run); });
    // A branch that was never seen begins with the latest of its runs: what was before is no news.
    QHash<QString, const SeenRun *> firstSeen;
    for (const SeenRun &seen : runs) {
        const QString key = branchKey(seen.connectionId, seen.run);
        if (!branches.contains(key))
            firstSeen.insert(key, &seen);
    }
    for (auto it = firstSeen.cbegin(); it != firstSeen.cend(); ++it)
        branches.insert(it.key(), Branch::of((*it)->run));
    for (const SeenRun &seen : runs) {
        Branch &branch = branches[branchKey(seen.connectionId, seen.run)];
        const BuildRun last = branch.asRun();
        // Some servers keep the number of the attempt when a run is done again.
        const bool isAgain = seen.run.id == branch.id && seen.run.attempt == branch.attempt && seen.run.state != branch.state;
        if (!isAgain && !isEarlier(last, seen.run))
            continue;
        if (isBroken(seen.run.state) != isBroken(branch.state) && (seen.isMine || seen.isStarred))
            told.entries.push_back(changeOf(seen, isBroken(seen.run.state), now));
        branch = Branch::of(seen.run);
    }
    QJsonObject after;
    for (auto it = branches.cbegin(); it != branches.cend(); ++it)
        after.insert(it.key(), it->toJson());
    told.known = QJsonObject { { u"branches"_s, after }, { u"waiting"_s, waiting } };
    return told;
}

} // namespace callboard::notices
