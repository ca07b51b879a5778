// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/gitea/runs.h"

#include <QHash>
#include <QMap>
#include <QSet>

namespace callboard::gitea {

using namespace Qt::StringLiterals;
using domain::BuildState;
using sdk::idOf;
using sdk::textOf;
using sdk::timeOf;

namespace {

// Sources: services/convert/action.go and models/actions/status.go of Gitea; Forgejo writes the latter's words.
constexpr sdk::StateWord actionWords[] {
    { "queued"_L1, BuildState::Queued }, { "pending"_L1, BuildState::Queued }, { "requested"_L1, BuildState::Queued },
    { "waiting"_L1, BuildState::Queued }, { "blocked"_L1, BuildState::Queued },
    { "in_progress"_L1, BuildState::Running }, { "running"_L1, BuildState::Running }, { "cancelling"_L1, BuildState::Running },
    { "success"_L1, BuildState::Passed },
    { "failure"_L1, BuildState::Failed },
    { "cancelled"_L1, BuildState::Cancelled },
    { "skipped"_L1, BuildState::Skipped },
};

constexpr sdk::StateWord statusWords[] {
    { "pending"_L1, BuildState::Running },
    { "success"_L1, BuildState::Passed }, { "warning"_L1, BuildState::Passed },
    { "failure"_L1, BuildState::Failed },
    { "error"_L1, BuildState::Errored },
    { "skipped"_L1, BuildState::Skipped },
};

constexpr size_t mostJobsOfRun = 1000, mostSteps = 500;

struct Told {
    BuildState state;
    QString word;
};

Told stateOf(const QJsonValue &served)
{
    const QString status = textOf(served["status"_L1], 60), conclusion = textOf(served["conclusion"_L1], 60);
    const bool hasEnded = status == "completed"_L1;
    const QString word = conclusion.isEmpty() ? status : status + u'/' + conclusion;
    // A run from a fork that nobody has let run yet.
    if (served["need_approval"_L1].toBool() && !hasEnded)
        return { BuildState::Waiting, word };
    return { sdk::stateIn(actionWords, hasEnded || status.isEmpty() ? conclusion : status), word };
}

QString triggerOf(const QString &event)
{
    if (event.startsWith("pull_request"_L1))
        return u"pull_request"_s;
    return event == "workflow_dispatch"_L1 ? u"manual"_s : event;
}

/// "ci.yaml" of "ci.yaml@refs/heads/main".
QString workflowOf(const QString &path)
{
    return path.section(u'@', 0, 0).section(u'/', -1);
}

void setRef(domain::BuildRun &run, QString ref, const QString &defaultBranch)
{
    if (ref.startsWith("refs/heads/"_L1))
        ref = ref.mid(11);
    if (ref.startsWith("refs/tags/"_L1)) {
        run.trigger = u"tag"_s;
        return;
    }
    // Forgejo calls a pull request's branch "#12", git calls it refs/pull/12/head.
    const QString number = ref.startsWith(u'#') ? ref.mid(1) : ref.startsWith("refs/pull/"_L1) ? ref.section(u'/', 2, 2) : QString();
    bool isNumber = false;
    number.toLongLong(&isNumber);
    if (isNumber) {
        run.pullRequest = number;
        return;
    }
    run.branch = ref;
    run.isDefaultBranch = !ref.isEmpty() && ref == defaultBranch && run.trigger != "pull_request"_L1;
}

void readForgejoRun(domain::BuildRun &run, const QJsonObject &served)
{
    run.number = std::max<qint64>(0, sdk::numberOf(served["index_in_repo"_L1]));
    run.title = sdk::lineOf(served["title"_L1]);
    run.commit = textOf(served["commit_sha"_L1], 64);
    run.pipeline = workflowOf(textOf(served["workflow_id"_L1]));
    run.actor = textOf(served["trigger_user"_L1]["login"_L1], 200);
    run.queuedAt = timeOf(served["created"_L1]);
    run.startedAt = timeOf(served["started"_L1]);
    if (domain::isFinished(run.state))
        run.finishedAt = timeOf(served["stopped"_L1]);
}

void readGiteaRun(domain::BuildRun &run, const QJsonObject &served)
{
    run.number = std::max<qint64>(0, sdk::numberOf(served["run_number"_L1]));
    run.title = sdk::lineOf(served["display_title"_L1]);
    run.commit = textOf(served["head_sha"_L1], 64);
    run.pipeline = workflowOf(textOf(served["path"_L1]));
    run.attempt = int(std::clamp<qint64>(sdk::numberOf(served["run_attempt"_L1], 1), 1, 10'000));
    const QJsonValue actor = served["trigger_actor"_L1].isObject() ? served["trigger_actor"_L1] : served["actor"_L1];
    run.actor = textOf(actor["login"_L1], 200);
    // ToRunActionsStatus in services/convert/action.go: since a run tells where its jobs are, it waits for somebody; before, for jobs too.
    const bool isOfPull = run.trigger == "pull_request"_L1;
    if (run.vendorState == "waiting"_L1 && isOfPull && served.contains("jobs_url"_L1))
        run.state = BuildState::Waiting;
    run.queuedAt = timeOf(served["created_at"_L1]);
    run.startedAt = timeOf(served["started_at"_L1]);
    if (!run.queuedAt.isValid())
        run.queuedAt = run.startedAt;
    if (domain::isFinished(run.state))
        run.finishedAt = timeOf(served["completed_at"_L1]);
}

/// What a run is whose jobs stand so: anything that has not ended counts first, then the worst.
BuildState together(const QList<BuildState> &states)
{
    for (const BuildState one : { BuildState::Running, BuildState::Waiting, BuildState::Queued, BuildState::Errored, BuildState::Failed,
             BuildState::Cancelled, BuildState::Unknown, BuildState::Passed }) {
        if (states.contains(one))
            return one;
    }
    return BuildState::Skipped;
}

/// As Gitea calls it, else as Forgejo does.
QJsonValue eitherOf(const QJsonValue &served, QLatin1StringView gitea, QLatin1StringView forgejo)
{
    const QJsonValue first = served[gitea];
    return first.isUndefined() ? served[forgejo] : first;
}

domain::BuildStep readStep(const QJsonValue &step)
{
    return { textOf(step["name"_L1]), stateOf(step).state, timeOf(eitherOf(step, "started_at"_L1, "started"_L1)),
        timeOf(eitherOf(step, "completed_at"_L1, "stopped"_L1)) };
}

domain::BuildJob readTaskJob(const QJsonValue &task)
{
    domain::BuildJob job;
    job.id = idOf(task["id"_L1]);
    job.name = textOf(task["name"_L1]);
    const Told told = stateOf(task);
    job.state = told.state;
    job.vendorState = told.word;
    job.queuedAt = timeOf(task["created_at"_L1]);
    job.startedAt = timeOf(task["run_started_at"_L1]);
    if (domain::isFinished(job.state))
        job.finishedAt = timeOf(task["updated_at"_L1]);
    job.url = sdk::webUrlOf(task["url"_L1]);
    return job;
}

} // namespace

std::span<const sdk::StateWord> actionStates() { return actionWords; }
std::span<const sdk::StateWord> statusStates() { return statusWords; }

domain::BuildRun readRun(const QJsonObject &served, const QString &defaultBranch)
{
    domain::BuildRun run;
    run.id = idOf(served["id"_L1]);
    const Told told = stateOf(served);
    run.state = told.state;
    run.vendorState = told.word;
    run.trigger = triggerOf(textOf(served["event"_L1], 60));
    run.url = sdk::webUrlOf(served["html_url"_L1]);
    if (served.contains("index_in_repo"_L1)) {
        readForgejoRun(run, served);
        setRef(run, textOf(served["prettyref"_L1]), defaultBranch);
    } else {
        readGiteaRun(run, served);
        const QString branch = textOf(served["head_branch"_L1]);
        setRef(run, branch.isEmpty() ? textOf(served["path"_L1]).section(u'@', 1) : branch, defaultBranch);
    }
    return run;
}

std::vector<domain::BuildRun> readTasks(const QJsonArray &tasks, const QString &defaultBranch)
{
    QMap<qint64, QList<QJsonValue>> byNumber;
    for (const QJsonValue task : tasks) {
        if (const qint64 number = sdk::numberOf(task["run_number"_L1]); number > 0)
            byNumber[number].append(task);
    }
    std::vector<domain::BuildRun> runs;
    for (auto it = byNumber.cend(); it != byNumber.cbegin();) {
        --it;
        const QJsonValue first = it->first();
        domain::BuildRun run;
        run.id = taskRunPrefix + QString::number(it.key());
        run.number = it.key();
        run.title = sdk::lineOf(first["display_title"_L1]);
        run.commit = textOf(first["head_sha"_L1], 64);
        run.pipeline = workflowOf(textOf(first["workflow_id"_L1]));
        run.trigger = triggerOf(textOf(first["event"_L1], 60));
        setRef(run, textOf(first["head_branch"_L1]), defaultBranch);
        QList<BuildState> states;
        QSet<QString> words;
        for (const QJsonValue &task : *it) {
            const domain::BuildJob job = readTaskJob(task);
            states.append(job.state);
            words.insert(job.vendorState);
            const auto earlier = [](const QDateTime &a, const QDateTime &b) { return !a.isValid() || (b.isValid() && b < a) ? b : a; };
            run.queuedAt = earlier(run.queuedAt, job.queuedAt);
            run.startedAt = earlier(run.startedAt, job.startedAt);
            run.finishedAt = !run.finishedAt.isValid() || job.finishedAt > run.finishedAt ? job.finishedAt : run.finishedAt;
        }
        run.state = together(states);
        QStringList sorted = words.values();
        sorted.sort();
        run.vendorState = sorted.join(u", "_s).left(200);
        if (!domain::isFinished(run.state))
            run.finishedAt = {};
        run.url = sdk::webUrlOf(first["url"_L1]);
        runs.push_back(std::move(run));
    }
    return runs;
}

std::vector<domain::BuildJob> readTaskJobs(const QJsonArray &tasks, qint64 number)
{
    std::vector<domain::BuildJob> jobs;
    QSet<QString> known; // Pages move on while they are read.
    for (const QJsonValue task : tasks) {
        if (sdk::numberOf(task["run_number"_L1]) != number || jobs.size() >= mostJobsOfRun)
            continue;
        domain::BuildJob job = readTaskJob(task);
        if (job.id.isEmpty() || known.contains(job.id))
            continue;
        known.insert(job.id);
        jobs.push_back(std::move(job));
    }
    std::ranges::stable_sort(jobs, {}, [](const domain::BuildJob &job) { return job.id.toLongLong(); });
    return jobs;
}

std::vector<domain::BuildJob> readJobs(const QJsonArray &served)
{
    std::vector<domain::BuildJob> jobs;
    for (const QJsonValue value : served) {
        domain::BuildJob job;
        job.id = idOf(value["id"_L1]);
        if (job.id.isEmpty() || jobs.size() >= mostJobsOfRun)
            continue;
        job.name = textOf(value["name"_L1]);
        const Told told = stateOf(value);
        job.state = told.state;
        job.vendorState = told.word;
        job.runner = textOf(value["runner_name"_L1], 200);
        job.queuedAt = timeOf(eitherOf(value, "created_at"_L1, "created"_L1));
        job.startedAt = timeOf(eitherOf(value, "started_at"_L1, "started"_L1));
        if (domain::isFinished(job.state))
            job.finishedAt = timeOf(eitherOf(value, "completed_at"_L1, "stopped"_L1));
        job.url = sdk::webUrlOf(value["html_url"_L1]);
        for (const QJsonValue step : value["steps"_L1].toArray()) {
            if (job.steps.size() < mostSteps)
                job.steps.push_back(readStep(step));
        }
        jobs.push_back(std::move(job));
    }
    return jobs;
}

bool areTimesOfTasks(const QJsonArray &served)
{
    return std::ranges::any_of(served, [](const QJsonValue &job) {
        return sdk::numberOf(job["task_id"_L1]) > 0 && eitherOf(job, "started_at"_L1, "started"_L1).isUndefined();
    });
}

void readTimes(std::vector<domain::BuildJob> &jobs, const QJsonArray &served, const QJsonArray &tasks)
{
    QHash<QString, QString> taskOf;
    for (const QJsonValue job : served)
        taskOf.insert(idOf(job["id"_L1]), idOf(job["task_id"_L1]));
    QHash<QString, QJsonValue> byId;
    for (const QJsonValue task : tasks)
        byId.insert(idOf(task["id"_L1]), task);
    byId.remove(QString());
    for (domain::BuildJob &job : jobs) {
        const auto task = byId.constFind(taskOf.value(job.id));
        if (task == byId.cend())
            continue;
        const domain::BuildJob told = readTaskJob(*task);
        job.queuedAt = told.queuedAt;
        job.startedAt = told.startedAt;
        if (domain::isFinished(job.state))
            job.finishedAt = told.finishedAt;
        if (job.url.isEmpty())
            job.url = told.url;
    }
}

std::optional<domain::BuildRun> readCombinedStatus(const QJsonObject &combined, const QString &branch)
{
    const QJsonArray statuses = combined["statuses"_L1].toArray();
    const QString commit = textOf(combined["sha"_L1], 64);
    if (statuses.isEmpty() || commit.isEmpty())
        return std::nullopt;
    domain::BuildRun run;
    run.id = commitRunPrefix + commit;
    run.commit = commit;
    run.branch = branch;
    run.isDefaultBranch = true;
    run.trigger = u"push"_s;
    run.vendorState = textOf(combined["state"_L1], 60);
    run.state = sdk::stateIn(statusWords, run.vendorState);
    for (const QJsonValue status : statuses) {
        const QDateTime created = timeOf(status["created_at"_L1]), updated = timeOf(status["updated_at"_L1]);
        if (!run.queuedAt.isValid() || (created.isValid() && created < run.queuedAt))
            run.queuedAt = created;
        if (updated.isValid() && (!run.finishedAt.isValid() || updated > run.finishedAt))
            run.finishedAt = updated;
    }
    run.startedAt = run.queuedAt;
    if (!domain::isFinished(run.state))
        run.finishedAt = {};
    run.url = sdk::webUrlOf(statuses.first()["target_url"_L1]);
    return run;
}

std::vector<domain::BuildJob> readStatuses(const QJsonArray &statuses)
{
    std::vector<domain::BuildJob> jobs;
    QSet<QString> seen;
    for (const QJsonValue status : statuses) {
        domain::BuildJob job;
        job.id = idOf(status["id"_L1]);
        job.name = textOf(status["context"_L1]);
        // Newest first; an older word of the same system counts no more.
        if (job.id.isEmpty() || seen.contains(job.name) || jobs.size() >= mostJobsOfRun)
            continue;
        seen.insert(job.name);
        job.vendorState = textOf(status["status"_L1], 60);
        job.state = sdk::stateIn(statusWords, job.vendorState);
        job.startedAt = timeOf(status["created_at"_L1]);
        if (domain::isFinished(job.state))
            job.finishedAt = timeOf(status["updated_at"_L1]);
        job.url = sdk::webUrlOf(status["target_url"_L1]);
        jobs.push_back(std::move(job));
    }
    return jobs;
}

} // namespace callboard::gitea
