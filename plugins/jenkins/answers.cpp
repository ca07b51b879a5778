// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/jenkins/answers.h"

#include "plugins/sdk/startform.h"

#include <QHash>
#include <QSet>
#include <QTimeZone>
#include <QXmlStreamReader>

#include <algorithm>

namespace callboard::jenkins {

using namespace Qt::StringLiterals;
using domain::BuildCommit;
using domain::BuildJob;
using domain::BuildRun;
using domain::BuildState;
using sdk::StateWord;

namespace {

constexpr int mostParameters = 200, mostCommits = 300, mostPaths = 8;

// Source: https://javadoc.jenkins.io/hudson/model/Result.html
constexpr StateWord resultWords[] {
    { "SUCCESS"_L1, BuildState::Passed },
    { "UNSTABLE"_L1, BuildState::Failed }, { "FAILURE"_L1, BuildState::Failed },
    { "NOT_BUILT"_L1, BuildState::Skipped },
    { "ABORTED"_L1, BuildState::Cancelled },
};

// Source: pipeline-stage-view-plugin, rest-api/README.md and com.cloudbees.workflow.rest.external.StatusExt
constexpr StateWord stageWords[] {
    { "SUCCESS"_L1, BuildState::Passed },
    { "UNSTABLE"_L1, BuildState::Failed }, { "FAILED"_L1, BuildState::Failed },
    { "NOT_EXECUTED"_L1, BuildState::Skipped }, { "SKIPPED"_L1, BuildState::Skipped },
    { "ABORTED"_L1, BuildState::Cancelled },
    { "IN_PROGRESS"_L1, BuildState::Running },
    { "PAUSED_PENDING_INPUT"_L1, BuildState::Waiting },
};

// Source: blueocean-plugin, blueocean-rest/README.md, BlueRun.BlueRunState
constexpr StateWord nodeWords[] {
    { "QUEUED"_L1, BuildState::Queued },
    { "RUNNING"_L1, BuildState::Running },
    { "PAUSED"_L1, BuildState::Waiting },
    { "SKIPPED"_L1, BuildState::Skipped }, { "NOT_BUILT"_L1, BuildState::Skipped },
};

constexpr qsizetype mostCases = 200, mostSuites = 500, mostStages = 1000;
constexpr size_t mostSteps = 500, mostErrors = 200;

QDateTime timeOfMillis(const QJsonValue &value)
{
    const qint64 ms = value.toInteger();
    return ms > 31'536'000'000 && ms < 32'503'680'000'000 ? QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::UTC) : QDateTime();
}

qint64 millis(const QJsonValue &value) { return std::clamp<qint64>(value.toInteger(), 0, 10ll * 366 * 86'400'000); }

/// Of a Pipeline at an `input` step. It goes on building meanwhile, and the action stays when somebody answered. Source: pipeline-input-step-plugin,
/// InputStepTest.test_api_contains_waitingForInput; older ones do not tell it, and Jenkins leaves out what it does not know.
bool waitsForInput(const QJsonArray &actions)
{
    return std::ranges::any_of(actions, [](const QJsonValue &action) { return action["waitingForInput"_L1].toBool(); });
}

QString scmBranchOf(const QJsonValue &action)
{
    QString branch = sdk::textOf(action["lastBuiltRevision"_L1]["branch"_L1][0]["name"_L1]);
    for (const QString &prefix : { u"refs/remotes/"_s, u"origin/"_s }) {
        if (branch.startsWith(prefix))
            branch = branch.mid(prefix.size());
    }
    // As the Git plugin names a commit that was built without its branch.
    return branch == "detached"_L1 ? QString() : branch;
}

/// Who set it off, and how: the first cause that says so.
void readCauses(BuildRun &run, const QJsonArray &actions)
{
    for (const QJsonValue action : actions) {
        for (const QJsonValue cause : action["causes"_L1].toArray()) {
            const QString kind = cause["_class"_L1].toString();
            if (run.trigger.isEmpty()) {
                run.trigger = kind.endsWith("TimerTriggerCause"_L1) ? u"schedule"_s
                    : kind.endsWith("UserIdCause"_L1)               ? u"manual"_s
                    : kind.endsWith("RemoteCause"_L1)               ? u"api"_s
                    : kind.contains("BranchEventCause"_L1) || kind.contains("SCMTriggerCause"_L1) || kind.contains("PushCause"_L1) ? u"push"_s
                                                                    : sdk::lineOf(cause["shortDescription"_L1], 100);
            }
            if (run.actor.isEmpty())
                run.actor = sdk::textOf(cause["userName"_L1], 200);
        }
        const QJsonValue revision = action["lastBuiltRevision"_L1];
        if (run.commit.isEmpty())
            run.commit = sdk::textOf(revision["SHA1"_L1], 64);
        if (run.branch.isEmpty())
            run.branch = scmBranchOf(action);
    }
}

// Source: https://plugins.jenkins.io/metrics/, TimeInQueueAction; without it nothing tells how long a build waited for its turn.
qint64 queuedFor(const QJsonArray &actions)
{
    qint64 all = 0;
    for (const QJsonValue action : actions) {
        for (const QLatin1StringView part : { "waitingDurationMillis"_L1, "blockedDurationMillis"_L1, "buildableDurationMillis"_L1 })
            all += millis(action[part]);
    }
    return all;
}

/// Of a job of several branches, in the order in which one counts.
const QStringList mostlyDefault { u"main"_s, u"master"_s, u"trunk"_s, u"default"_s, u"develop"_s, u"development"_s };

/// Where a build is of.
struct Place {
    QString branch; ///< Of a multibranch job, as Jenkins writes it in addresses; empty for any other.
    QString pipeline;
    QString defaultBranch;
};

QString branchOf(const QString &encoded) { return QUrl::fromPercentEncoding(encoded.toUtf8()); }

void placeInBranch(BuildRun &run, const Place &place)
{
    run.pipeline = place.pipeline;
    if (!place.branch.isEmpty()) {
        const QString branch = branchOf(place.branch);
        run.id = place.branch + u'/' + run.id;
        run.branch = branch;
        // The branch sources of GitHub, GitLab and Bitbucket name them so.
        if (branch.startsWith("PR-"_L1) || branch.startsWith("MR-"_L1))
            run.pullRequest = branch.mid(3).section(u'-', 0, 0);
    }
    // One that failed before anything was checked out, or checks nothing out, says of no branch.
    if (place.branch.isEmpty() && run.branch.isEmpty())
        run.branch = place.defaultBranch;
    run.isDefaultBranch = run.pullRequest.isEmpty() && run.branch == place.defaultBranch;
}

BuildRun readBuildOf(const QJsonObject &build, const Place &place)
{
    BuildRun run;
    run.number = std::max<qint64>(0, build["number"_L1].toInteger());
    if (run.number == 0)
        return run;
    run.id = QString::number(run.number);
    const QString result = sdk::textOf(build["result"_L1], 60);
    const bool isBuilding = build["building"_L1].toBool();
    const QJsonArray actions = build["actions"_L1].toArray();
    const bool isPaused = isBuilding && waitsForInput(actions);
    run.state = isPaused ? BuildState::Waiting : isBuilding ? BuildState::Running : sdk::stateIn(resultWords, result);
    run.vendorState = isPaused ? u"paused for input"_s : isBuilding ? u"building"_s : result;
    run.startedAt = timeOfMillis(build["timestamp"_L1]);
    run.queuedAt = run.startedAt.isValid() ? run.startedAt.addMSecs(-queuedFor(actions)) : QDateTime();
    if (!isBuilding && run.startedAt.isValid())
        run.finishedAt = run.startedAt.addMSecs(millis(build["duration"_L1]));
    run.url = sdk::webUrlOf(build["url"_L1]);
    readCauses(run, actions);
    // A Pipeline has a list of sets, one of each checkout; other jobs have a single one.
    const QJsonArray sets = build["changeSets"_L1].toArray();
    const QJsonValue set = sets.isEmpty() ? build["changeSet"_L1] : sets.last();
    run.title = sdk::lineOf(set["items"_L1][0]["msg"_L1]);
    if (run.title.isEmpty())
        run.title = sdk::lineOf(build["displayName"_L1]);
    placeInBranch(run, place);
    return run;
}

/// What waits for its turn; a run without an id where nothing does. It gets the next number, whose build comes in its place.
/// Sources: hudson.model.Job and Queue.Item, what they export.
BuildRun readQueued(const QJsonValue &job, const Place &place)
{
    BuildRun run;
    const QJsonValue item = job["queueItem"_L1];
    run.number = std::max<qint64>(0, job["nextBuildNumber"_L1].toInteger());
    if (!item.isObject() || run.number == 0)
        return run;
    run.id = QString::number(run.number);
    run.state = BuildState::Queued;
    run.vendorState = u"in queue"_s;
    run.title = sdk::lineOf(item["why"_L1]);
    run.queuedAt = timeOfMillis(item["inQueueSince"_L1]);
    readCauses(run, item["actions"_L1].toArray());
    placeInBranch(run, place);
    return run;
}

} // namespace

std::span<const StateWord> results() { return resultWords; }
std::span<const StateWord> stageStatuses() { return stageWords; }

BuildState nodeState(const QJsonObject &node)
{
    const QString state = node["state"_L1].toString();
    return state == "FINISHED"_L1 ? sdk::stateIn(resultWords, node["result"_L1].toString()) : sdk::stateIn(nodeWords, state);
}

QString treeOfBuild()
{
    return u"_class,number,url,result,building,timestamp,duration,displayName,actions[_class,waitingForInput,causes[_class,shortDescription,userName],"
           "lastBuiltRevision[SHA1,branch[name]],waitingDurationMillis,blockedDurationMillis,buildableDurationMillis],"
           "changeSets[items[msg]],changeSet[items[msg]]"_s;
}

QString treeOfJob()
{
    const QString builds = u"builds["_s + treeOfBuild() + u']';
    const QString next = u"nextBuildNumber,queueItem[id,why,inQueueSince,actions[causes[_class,shortDescription,userName]]],"_s;
    return u"_class,name,"_s + next + builds + u"{0,40},jobs[_class,name,url,"_s + next + builds + u"{0,10}]{0,%1}"_s.arg(mostBranches);
}

namespace {

QString treeOfLatest(int depth, const QString &name)
{
    const QString deeper = depth > 1 ? u',' + treeOfLatest(depth - 1, name) : QString();
    return u"jobs[%1,lastBuild[timestamp]%2]{0,1000}"_s.arg(name, deeper);
}

} // namespace

QString treeOfLatest(int depth) { return treeOfLatest(depth, u"name"_s); }

// Source: https://www.jenkins.io/doc/book/using/remote-access-api/ ("XPath selection"); hudson.model.Api, doXml: with a wrapper, nothing found is
// no error.
QUrlQuery activeQuery(int depth, const QDateTime &since)
{
    const QString built = u"//job[lastBuild/timestamp>=%1]/fullName"_s.arg(since.toMSecsSinceEpoch());
    return { { u"tree"_s, treeOfLatest(depth, u"fullName"_s) }, { u"xpath"_s, QString::fromLatin1(QUrl::toPercentEncoding(built)) }, { u"wrapper"_s, u"built"_s } };
}

namespace {

void addActive(QStringList &names, const QJsonArray &jobs, const QString &folder, const QDateTime &since)
{
    for (const QJsonValue job : jobs) {
        const QString name = sdk::textOf(job["name"_L1]);
        const QString fullName = folder.isEmpty() ? name : folder + u'/' + name;
        if (const QDateTime built = timeOfMillis(job["lastBuild"_L1]["timestamp"_L1]); built.isValid() && built >= since) {
            names.append(fullName);
            if (!folder.isEmpty())
                names.append(folder);
        }
        addActive(names, job["jobs"_L1].toArray(), fullName, since);
    }
}

} // namespace

QStringList readActive(const QJsonObject &root, const QDateTime &since)
{
    QStringList names;
    addActive(names, root["jobs"_L1].toArray(), {}, since);
    names.removeDuplicates();
    return names;
}

sdk::Result<QStringList> readActive(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    QStringList names;
    if (!reader.readNextStartElement() || reader.name() != "built"_L1)
        return domain::fail(domain::ErrorCode::BadResponse, u"the answer does not say what was built"_s);
    while (reader.readNextStartElement()) {
        const QString name = reader.readElementText(QXmlStreamReader::SkipChildElements).trimmed().left(1000);
        names.append(name);
        if (name.contains(u'/'))
            names.append(name.section(u'/', 0, -2));
    }
    if (reader.hasError())
        return domain::fail(domain::ErrorCode::BadResponse, u"the answer is no XML"_s);
    names.removeDuplicates();
    return names;
}

BuildRun readBuild(const QJsonObject &build, const QString &id, const QString &pipeline, const QString &defaultBranch)
{
    return readBuildOf(build, { id.contains(u'/') ? id.section(u'/', 0, -2) : QString(), pipeline, defaultBranch });
}

QString defaultBranchOf(const QJsonObject &job)
{
    QSet<QString> branches;
    for (const QJsonValue branch : job["jobs"_L1].toArray())
        branches.insert(branchOf(sdk::textOf(branch["name"_L1])));
    const bool isMultibranch = !branches.isEmpty();
    for (const QJsonValue build : isMultibranch ? QJsonArray() : job["builds"_L1].toArray()) {
        const QJsonArray actions = build["actions"_L1].toArray();
        const auto first = std::ranges::find_if(actions, [](const QJsonValue &action) { return !scmBranchOf(action).isEmpty(); });
        if (first != actions.end()) // Those after it are of libraries.
            branches.insert(scmBranchOf(*first));
    }
    branches.remove(QString());
    if (!isMultibranch && branches.size() == 1)
        return *branches.cbegin();
    const auto found = std::ranges::find_if(mostlyDefault, [&branches](const QString &name) { return branches.contains(name); });
    return found == mostlyDefault.end() ? QString() : *found;
}

std::vector<BuildRun> readJob(const QJsonObject &job, const QString &pipeline, const QString &defaultBranch)
{
    std::vector<BuildRun> runs;
    const auto keep = [&runs](BuildRun run) {
        if (!run.id.isEmpty())
            runs.push_back(std::move(run));
    };
    const auto take = [&](const QJsonValue &one, const QString &encodedBranch) {
        const Place place { encodedBranch, pipeline, defaultBranch };
        keep(readQueued(one, place));
        for (const QJsonValue served : one["builds"_L1].toArray())
            keep(readBuildOf(served.toObject(), place));
    };
    take(job, {});
    for (const QJsonValue branch : job["jobs"_L1].toArray()) {
        if (const QString name = sdk::textOf(branch["name"_L1]); !name.isEmpty() && !name.contains(u'/'))
            take(branch, name);
    }
    return runs;
}

namespace {

/// "2016-05-02T16:06:28.639+1000".
QDateTime blueTime(const QJsonValue &time)
{
    QString text = time.toString().left(40);
    if (text.size() > 5 && (text[text.size() - 5] == u'+' || text[text.size() - 5] == u'-'))
        text.insert(text.size() - 2, u':');
    return sdk::timeOf(QJsonValue(text));
}

QDateTime blueEnd(const QDateTime &start, const QJsonValue &node)
{
    return start.isValid() && node["durationInMillis"_L1].isDouble() ? start.addMSecs(millis(node["durationInMillis"_L1])) : QDateTime();
}

/// "Shell Script: make test", where it is told what the step was given.
QString stepName(const QJsonValue &name, const QJsonValue &given)
{
    const QString what = sdk::lineOf(given);
    return what.isEmpty() ? sdk::lineOf(name) : sdk::lineOf(name) + u": "_s + what;
}

} // namespace

std::vector<BuildJob> readNodes(const QJsonArray &nodes, bool hasEnded)
{
    std::vector<BuildJob> jobs;
    QHash<QString, QStringList> before;
    for (const QJsonValue value : nodes) {
        const QJsonObject node = value.toObject();
        const QString id = sdk::idOf(node["id"_L1]);
        if (id.isEmpty() || qsizetype(jobs.size()) >= mostStages)
            continue;
        BuildJob job;
        job.id = u"blue:"_s + id;
        job.name = sdk::lineOf(node["displayName"_L1]);
        const QString state = sdk::textOf(node["state"_L1], 60), result = sdk::textOf(node["result"_L1], 60);
        const bool isToCome = state.isEmpty() && result.isEmpty();
        job.state = !isToCome ? nodeState(node) : hasEnded ? BuildState::Skipped : BuildState::Queued;
        job.vendorState = result.isEmpty() || result == "UNKNOWN"_L1 ? state : result;
        job.startedAt = isToCome ? QDateTime() : blueTime(node["startTime"_L1]);
        if (domain::isFinished(job.state))
            job.finishedAt = blueEnd(job.startedAt, node);
        for (const QJsonValue edge : node["edges"_L1].toArray())
            before[u"blue:"_s + sdk::idOf(edge["id"_L1])].append(job.id);
        jobs.push_back(std::move(job));
    }
    for (BuildJob &job : jobs)
        job.needs = before.value(job.id);
    return jobs;
}

std::vector<domain::BuildStep> readSteps(const QJsonArray &steps)
{
    std::vector<domain::BuildStep> all;
    for (const QJsonValue value : steps) {
        const QJsonObject served = value.toObject();
        if (all.size() >= mostSteps)
            break;
        domain::BuildStep step { stepName(served["displayName"_L1], served["displayDescription"_L1]), nodeState(served), blueTime(served["startTime"_L1]), {} };
        if (domain::isFinished(step.state))
            step.finishedAt = blueEnd(step.startedAt, served);
        all.push_back(std::move(step));
    }
    return all;
}

// Source: pipeline-stage-view-plugin, rest-api/README.md, "execution/node/:node-id/wfapi/describe".
void readStage(BuildJob &job, std::vector<domain::BuildAnnotation> &annotations, const QJsonObject &described)
{
    for (const QJsonValue node : described["stageFlowNodes"_L1].toArray()) {
        if (job.steps.size() >= mostSteps)
            break;
        domain::BuildStep step { stepName(node["name"_L1], node["parameterDescription"_L1]), sdk::stateIn(stageWords, node["status"_L1].toString()),
            timeOfMillis(node["startTimeMillis"_L1]), {} };
        if (domain::isFinished(step.state) && step.startedAt.isValid())
            step.finishedAt = step.startedAt.addMSecs(millis(node["durationMillis"_L1]));
        if (const QString message = sdk::textOf(node["error"_L1]["message"_L1], 4000); !message.isEmpty() && annotations.size() < mostErrors)
            annotations.push_back({ domain::Severity::Error, job.id, {}, 0, step.name, message });
        job.steps.push_back(std::move(step));
    }
}

std::vector<BuildJob> readStages(const QJsonObject &run)
{
    std::vector<BuildJob> jobs;
    for (const QJsonValue stage : run["stages"_L1].toArray()) {
        BuildJob job;
        if (!stage.isObject() || qsizetype(jobs.size()) >= mostStages)
            continue;
        job.id = sdk::idOf(stage["id"_L1]);
        if (job.id.isEmpty())
            job.id = namelessPrefix + QString::number(jobs.size() + 1);
        job.name = sdk::lineOf(stage["name"_L1]);
        job.vendorState = sdk::textOf(stage["status"_L1], 60);
        job.state = sdk::stateIn(stageWords, job.vendorState);
        job.startedAt = timeOfMillis(stage["startTimeMillis"_L1]);
        if (domain::isFinished(job.state) && job.startedAt.isValid())
            job.finishedAt = job.startedAt.addMSecs(millis(stage["durationMillis"_L1]));
        if (!jobs.empty()) // It shows stages one after the other.
            job.needs = { jobs.back().id };
        jobs.push_back(std::move(job));
    }
    return jobs;
}

// Source: https://plugins.jenkins.io/matrix-project/, MatrixBuild: `runs` has the latest one of each configuration up to this build, so that
// those that were not built this time are older.
QString treeOfMatrix() { return u"runs[number,url,result,building,timestamp,duration]"_s; }

std::vector<BuildJob> readMatrix(const QJsonObject &build, qint64 number)
{
    std::vector<BuildJob> jobs;
    for (const QJsonValue value : build["runs"_L1].toArray()) {
        const BuildRun run = readBuildOf(value.toObject(), {});
        // "https://…/job/ledger/ARCH=arm,OS=linux/12/"
        const QStringList path = QUrl(run.url).path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts);
        if (run.number != number || path.size() < 2 || qsizetype(jobs.size()) >= mostStages)
            continue;
        BuildJob job;
        job.name = branchOf(path[path.size() - 2]);
        job.id = u"matrix:"_s + job.name;
        job.state = run.state;
        job.vendorState = run.vendorState;
        job.startedAt = run.startedAt;
        job.finishedAt = run.finishedAt;
        job.url = run.url;
        jobs.push_back(std::move(job));
    }
    return jobs;
}

// Sources: JUnit plugin, hudson.tasks.junit.TestResult, and hudson.tasks.test.AggregatedTestResultAction with its childReports.
QString treeOfTests()
{
    const QString suites = u"suites[name,duration,cases[className,name,status,duration,errorDetails,errorStackTrace]]"_s;
    return suites + u",childReports[child[url],result["_s + suites + u"]]"_s;
}

namespace {

void addCase(domain::TestSuite &suite, const QJsonValue &test)
{
    const QString status = test["status"_L1].toString();
    if (status == "PASSED"_L1 || status == "FIXED"_L1)
        ++suite.passed;
    if (status == "SKIPPED"_L1)
        ++suite.skipped;
    if (status != "FAILED"_L1 && status != "REGRESSION"_L1)
        return;
    ++suite.failed;
    const QString details = sdk::textOf(test["errorDetails"_L1], 2000);
    const QString of = sdk::lineOf(test["className"_L1]), name = sdk::lineOf(test["name"_L1]);
    if (qsizetype(suite.failures.size()) < mostCases)
        suite.failures.push_back({ of.isEmpty() ? name : QString(of + u'.' + name),
            details.isEmpty() ? sdk::textOf(test["errorStackTrace"_L1], 2000) : details, domain::testSeconds(test["duration"_L1].toDouble()) });
}

/// `of`: the configuration or module, where there are several.
void addSuites(std::vector<domain::TestSuite> &suites, const QJsonValue &report, const QString &of)
{
    for (const QJsonValue served : report["suites"_L1].toArray()) {
        if (qsizetype(suites.size()) >= mostSuites)
            return;
        domain::TestSuite suite;
        suite.name = of.isEmpty() ? sdk::lineOf(served["name"_L1]) : of + u": "_s + sdk::lineOf(served["name"_L1]);
        suite.seconds = domain::testSeconds(served["duration"_L1].toDouble());
        for (const QJsonValue test : served["cases"_L1].toArray())
            addCase(suite, test);
        suites.push_back(std::move(suite));
    }
}

} // namespace

std::vector<domain::TestSuite> readTests(const QJsonObject &report)
{
    std::vector<domain::TestSuite> suites;
    addSuites(suites, report, {});
    for (const QJsonValue child : report["childReports"_L1].toArray()) {
        const QStringList path = QUrl(child["child"_L1]["url"_L1].toString().left(2000)).path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts);
        addSuites(suites, child["result"_L1], path.size() < 2 ? QString() : branchOf(path[path.size() - 2]));
    }
    return suites;
}

QString treeOfChanges()
{
    // A Pipeline has a list of sets, one of each checkout; other jobs have a single one.
    const QString items = u"items[commitId,msg,timestamp,author[fullName],affectedPaths]"_s;
    return u"builds[number,changeSet["_s + items + u"],changeSets["_s + items + u"]]{0,100}"_s;
}

std::vector<BuildCommit> readChanges(const QJsonObject &job, qint64 good, qint64 number)
{
    std::vector<BuildCommit> commits;
    QSet<QString> seen;
    const auto take = [&](const QJsonValue &set) {
        for (const QJsonValue item : set["items"_L1].toArray()) {
            BuildCommit commit { sdk::idOf(item["commitId"_L1]), sdk::lineOf(item["msg"_L1]), sdk::lineOf(item["author"_L1]["fullName"_L1]),
                timeOfMillis(item["timestamp"_L1]), {} };
            for (const QJsonValue path : item["affectedPaths"_L1].toArray()) {
                if (commit.paths.size() < mostPaths)
                    commit.paths.append(sdk::textOf(path));
            }
            if (seen.contains(commit.id) || commits.size() >= size_t(mostCommits))
                continue;
            seen.insert(commit.id);
            commits.push_back(std::move(commit));
        }
    };
    for (const QJsonValue build : job["builds"_L1].toArray()) {
        const qint64 at = build["number"_L1].toInteger();
        if (at <= good || at > number)
            continue;
        take(build["changeSet"_L1]);
        for (const QJsonValue set : build["changeSets"_L1].toArray())
            take(set);
    }
    std::ranges::stable_sort(commits, std::ranges::greater(), &BuildCommit::at);
    return commits;
}

std::vector<sdk::FormField> readParameters(const QJsonObject &job)
{
    std::vector<sdk::FormField> fields;
    for (const QJsonValue property : job["property"_L1].toArray()) {
        for (const QJsonValue served : property["parameterDefinitions"_L1].toArray()) {
            const QString name = sdk::textOf(served["name"_L1], 200), type = sdk::textOf(served["type"_L1], 200);
            if (name.isEmpty() || type == "FileParameterDefinition"_L1 || fields.size() >= size_t(mostParameters))
                continue;
            sdk::FormField field = sdk::formField(name, { { u"description"_s, served["description"_L1] }, { u"options"_s, served["choices"_L1] },
                { u"default"_s, served["defaultParameterValue"_L1]["value"_L1] } });
            if (type == "BooleanParameterDefinition"_L1)
                field.type = sdk::FormField::Type::Boolean;
            else if (type == "PasswordParameterDefinition"_L1)
                field.type = sdk::FormField::Type::Secret, field.defaultValue = QString();
            else if (!field.choices.isEmpty())
                field.type = sdk::FormField::Type::Choice;
            fields.push_back(std::move(field));
        }
    }
    return fields;
}

} // namespace callboard::jenkins
