// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of Actions of each version, and what other systems say of a commit.
#include "models/domain/build.h"
#include "models/domain/review.h"
#include "plugins/sdk/projectstate.h"
#include "tests/unit/hosts/giteakit.h"

using namespace callboard;
using namespace callboard::test;
using namespace callboard::test::gitea;
using namespace Qt::StringLiterals;
using domain::BuildState;

class TestGiteaRuns final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void runsOfGitea();
    void runsOfForgejo();
    void tasksOfOneNumberAreOneRun();
    void whatIsListedNoMoreIsAskedForByItsId();
    void tasksThatAreListedNoMoreAreLookedFor();
    void theListIsReadOnBehindWhatWasRead();
    void whatIsLookedForIsCharged();
    void aRunAtTheEndOfTheListIsReadWhole();
    void aCommitThatIsNoLongerTheNewestIsAskedFor();
    void otherSystemsWhereThereAreNoActions();
    void aBranchThatIsGoneIsAskedForAgain();
    void statesAreThoseOfTheDocs();
    void jobsStepsAndLogs();
    void jobsOfForgejoHaveTheTimesOfTheirTasks();
    void whatWaitsForSomebody();
    void listsAreAskedForByPages();
    void noFieldButIdAndStatusIsNeeded();
};

void TestGiteaRuns::runsOfGitea()
{
    HostContext host;
    script(host);
    const auto gitea = connection();
    QVERIFY(gitea);
    QVERIFY(host.pull(*gitea->feed(u"builds"_s)).has_value());
    const auto failed = runOf(host, u"90"_s);
    QCOMPARE(failed.state, BuildState::Failed);
    QCOMPARE(failed.vendorState, u"completed/failure"_s);
    QCOMPARE(failed.pipeline, u"ci.yaml"_s);
    QCOMPARE(failed.number, 12);
    QCOMPARE(failed.attempt, 2);
    QCOMPARE(failed.branch, u"main"_s);
    QVERIFY(failed.isDefaultBranch);
    QCOMPARE(failed.actor, u"mira"_s);
    QCOMPARE(failed.startedAt.secsTo(failed.finishedAt), 120);
    QCOMPARE(failed.entityRefs, QStringList { u"component:default/web"_s });
    const auto waiting = runOf(host, u"91"_s);
    QCOMPARE(waiting.state, BuildState::Waiting);
    QCOMPARE(waiting.pullRequest, u"6"_s);
    QVERIFY(!waiting.startedAt.isValid() && !waiting.finishedAt.isValid() && !waiting.isDefaultBranch);
    // What has not ended is not run again: the server refuses that.
    const auto may = [&](const QString &action, const domain::BuildRun &run) { return gitea->mayAct({ action, {}, {}, false, run.toRecord() }, host)->allowed; };
    QVERIFY(may(u"rerun"_s, failed) && !may(u"approve"_s, failed));
    QVERIFY(!may(u"rerun"_s, waiting) && may(u"approve"_s, waiting));
}

void TestGiteaRuns::runsOfForgejo()
{
    HostContext host;
    script(host);
    host.on("GET", base + u"/actions/runs"_s, forgejoRuns);
    QVERIFY(host.pull(*connection()->feed(u"builds"_s)).has_value());
    const auto run = runOf(host, u"7"_s);
    QCOMPARE(run.state, BuildState::Passed);
    QCOMPARE(run.number, 3);
    QCOMPARE(run.title, u"Add a test"_s);
    QCOMPARE(run.pipeline, u"test.yml"_s);
    QCOMPARE(run.pullRequest, u"6"_s);
    QCOMPARE(run.commit, u"99811e6bc6a516868544d3e96a0f403a1719deac"_s);
    QCOMPARE(run.startedAt.secsTo(run.finishedAt), 60);
}

void TestGiteaRuns::tasksOfOneNumberAreOneRun()
{
    HostContext host;
    script(host);
    forget(host, u"runs.*"_s);
    host.on("GET", base + u"/actions/tasks"_s, tasks);
    const auto gitea = connection();
    const auto feed = gitea->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.of(domain::recordtype::buildRun).size(), 2);
    QCOMPARE(runOf(host, u"task-8"_s).state, BuildState::Running);
    QCOMPARE(runOf(host, u"task-8"_s).title, u"Two"_s);
    QCOMPARE(runOf(host, u"task-7"_s).state, BuildState::Failed);
    QCOMPARE(runOf(host, u"task-7"_s).startedAt, QDateTime::fromString(u"2026-11-20T21:13:42Z"_s, Qt::ISODate));
    const auto detail = gitea->buildDetail(runOf(host, u"task-8"_s), host);
    QCOMPARE(detail->jobs.size(), size_t(2));
    QCOMPARE(detail->jobs[0].name, u"build"_s);
    // Its number is no run's id, nor a task's a job's: after an upgrade they would be another's.
    QCOMPARE(host.asks().filter(u"/actions/runs/"_s), QStringList());
    const domain::Record record = runOf(host, u"task-8"_s).toRecord();
    for (const QString &action : { u"rerun"_s, u"rerunFailed"_s, u"cancel"_s, u"approve"_s }) {
        QVERIFY(!gitea->mayAct({ action, {}, {}, false, record }, host)->allowed);
        QCOMPARE(gitea->act({ action, {}, {}, false, record }, host).error().code, domain::ErrorCode::Unsupported);
    }
    QCOMPARE(gitea->buildLog(runOf(host, u"task-8"_s), detail->jobs[0], 0, [](QByteArrayView) { return true; }, host).error().code,
        domain::ErrorCode::Unsupported);
    QVERIFY(!host.asks().join(u'\n').contains("POST"_L1));
    // What the server does not have is not asked for again.
    host.requests.clear();
    host.asked[0].onScreen = true;
    QVERIFY(host.pull(*feed).has_value());
    QVERIFY(host.asks().contains(u"GET "_s + base + u"/actions/tasks"_s));
    QVERIFY(!host.asks().contains(u"GET "_s + base + u"/actions/runs"_s));
}

void TestGiteaRuns::whatIsListedNoMoreIsAskedForByItsId()
{
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    const auto served = [&now](int id, const QString &status, const QString &conclusion) {
        return QJsonObject { { u"id"_s, id }, { u"run_number"_s, id }, { u"path"_s, u"ci.yaml@refs/heads/main"_s }, { u"head_branch"_s, u"main"_s },
            { u"event"_s, u"push"_s }, { u"status"_s, status }, { u"conclusion"_s, conclusion }, { u"created_at"_s, now }, { u"started_at"_s, now } };
    };
    const auto listOf = [](const QJsonObject &one) {
        return QJsonDocument(QJsonObject { { u"total_count"_s, 1 }, { u"workflow_runs"_s, QJsonArray { QJsonValue(one) } } }).toJson();
    };
    HostContext host;
    script(host);
    const auto gitea = connection();
    const auto feed = gitea->feed(u"builds"_s);
    host.on("GET", base + u"/actions/runs"_s, listOf(served(90, u"in_progress"_s, {})));
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(runOf(host, u"90"_s).state, BuildState::Running);
    host.on("GET", base + u"/actions/runs"_s, listOf(served(91, u"completed"_s, u"success"_s)));
    host.on("GET", base + u"/actions/runs/90"_s, QJsonDocument(served(90, u"completed"_s, u"failure"_s)).toJson());
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.asks().count(u"GET "_s + base + u"/actions/runs/90"_s), 1);
    QCOMPARE(runOf(host, u"90"_s).state, BuildState::Failed);
    QVERIFY(runOf(host, u"90"_s).isDefaultBranch);
    QCOMPARE(notPublished(fileIn(u"gitea/endpoints.txt"_s), host.asks(), u"/api/v1"_s), QStringList());
    // A server that has no such route, but pages.
    host.asked[0].onScreen = true;
    host.on("GET", base + u"/actions/runs"_s, listOf(served(92, u"in_progress"_s, {})));
    QVERIFY(host.pull(*feed).has_value());
    forget(host, u"runs/.*"_s);
    host.on("GET", base + u"/actions/runs"_s, [&](const sdk::HttpRequest &request) {
        const QString page = QUrlQuery(request.url).queryItemValue(u"page"_s);
        return HostContext::Reply { 200, page == "1"_L1 ? listOf(served(93, u"completed"_s, u"success"_s))
                : page == "3"_L1                        ? listOf(served(92, u"completed"_s, u"cancelled"_s))
                                                        : listOf(served(94, u"completed"_s, u"success"_s)) };
    });
    host.requests.clear();
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(runOf(host, u"92"_s).state, BuildState::Cancelled);
    QCOMPARE(host.asks().count(u"GET "_s + base + u"/actions/runs"_s), 3); // Not behind the one that is meant.
}

void TestGiteaRuns::tasksThatAreListedNoMoreAreLookedFor()
{
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    const auto pages = [&now](HostContext &host, const QList<QList<std::pair<int, QString>>> &pages) {
        host.on("GET", base + u"/actions/tasks"_s, [&now, pages](const sdk::HttpRequest &request) {
            const int page = std::max(1, QUrlQuery(request.url).queryItemValue(u"page"_s).toInt());
            QJsonArray listed;
            for (const auto &[number, status] : pages.value(page - 1)) {
                listed.append(QJsonObject { { u"id"_s, number * 10 + listed.size() }, { u"name"_s, u"build"_s }, { u"head_branch"_s, u"main"_s },
                    { u"run_number"_s, number }, { u"status"_s, status }, { u"created_at"_s, now }, { u"run_started_at"_s, now }, { u"updated_at"_s, now } });
            }
            return HostContext::Reply { 200, QJsonDocument(QJsonObject { { u"total_count"_s, 1 }, { u"workflow_runs"_s, listed } }).toJson() };
        });
    };
    HostContext host;
    script(host);
    forget(host, u"runs.*"_s);
    host.asked[0].onScreen = true;
    const auto gitea = connection();
    const auto feed = gitea->feed(u"builds"_s);
    pages(host, { { { 8, u"running"_s }, { 7, u"running"_s } } });
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(runOf(host, u"task-8"_s).state, BuildState::Running);
    // What belongs to one run may lie over two pages; nothing is asked of behind it.
    pages(host, { { { 9, u"success"_s } }, { { 9, u"success"_s }, { 8, u"success"_s } }, { { 8, u"failure"_s } }, { { 7, u"success"_s } }, { { 6, u"success"_s } } });
    host.requests.clear();
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(runOf(host, u"task-9"_s).state, BuildState::Passed);
    QCOMPARE(runOf(host, u"task-8"_s).state, BuildState::Failed);
    QCOMPARE(runOf(host, u"task-7"_s).state, BuildState::Passed);
    QVERIFY(runOf(host, u"task-8"_s).isDefaultBranch);
    QCOMPARE(host.asks().count(u"GET "_s + base + u"/actions/tasks"_s), 1 + 4); // Once for both.
    QCOMPARE(gitea->buildDetail(runOf(host, u"task-8"_s), host)->jobs.size(), size_t(2));
    // What is nowhere to be found is no longer said to run.
    pages(host, { { { 10, u"running"_s } } });
    QVERIFY(host.pull(*feed).has_value());
    pages(host, { { { 11, u"success"_s } } });
    QVERIFY(host.pull(*feed).has_value());
    QVERIFY(!host.records.contains(u"BuildRun acme/web#task-10"_s));
    QVERIFY(host.logged.last().contains("does not tell of it any more"_L1));
    QCOMPARE(notPublished(fileIn(u"gitea/endpoints.txt"_s), host.asks(), u"/api/v1"_s), QStringList());
}

void TestGiteaRuns::theListIsReadOnBehindWhatWasRead()
{
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    QStringList pagesAsked;
    int newest = 10;
    HostContext host;
    script(host);
    forget(host, u"runs.*"_s);
    host.asked[0].onScreen = true;
    host.on("GET", base + u"/actions/tasks"_s, [&](const sdk::HttpRequest &request) {
        const int page = std::max(1, QUrlQuery(request.url).queryItemValue(u"page"_s).toInt());
        pagesAsked.append(QString::number(page));
        QJsonArray listed; // A task each; the ten oldest still run.
        for (int number = newest - (page - 1) * 50; number > std::max(0, newest - page * 50); --number) {
            listed.append(QJsonObject { { u"id"_s, number }, { u"name"_s, u"build"_s }, { u"run_number"_s, number },
                { u"status"_s, number <= 10 ? u"running"_s : u"success"_s }, { u"created_at"_s, now }, { u"run_started_at"_s, now }, { u"updated_at"_s, now } });
        }
        return HostContext::Reply { 200, QJsonDocument(QJsonObject { { u"total_count"_s, newest }, { u"workflow_runs"_s, listed } }).toJson() };
    });
    const auto gitea = connection();
    const auto feed = gitea->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    pagesAsked.clear();
    newest = 150; // Two pages are read as the list; five of the runs are looked for in one pull.
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(pagesAsked, (QStringList { u"1"_s, u"2"_s, u"3"_s, u"4"_s }));
    QCOMPARE(runOf(host, u"task-3"_s).state, BuildState::Running);
    pagesAsked.clear();
    newest = 1000; // They are further down than anybody looks.
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(pagesAsked, (QStringList { u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s }));
}

/// One that waits for days is part of what idle projects may cost, with all pages that were read for it.
void TestGiteaRuns::whatIsLookedForIsCharged()
{
    const auto before = [](int days) { return QDateTime::currentDateTimeUtc().addDays(-days).toString(Qt::ISODate); };
    const auto task = [](int number, const QString &status, const QString &at) {
        return QJsonObject { { u"id"_s, number }, { u"name"_s, u"build"_s }, { u"run_number"_s, number }, { u"status"_s, status },
            { u"created_at"_s, at }, { u"run_started_at"_s, at }, { u"updated_at"_s, at } };
    };
    const auto listOf = [](const QJsonObject &one) {
        return QJsonDocument(QJsonObject { { u"total_count"_s, 1 }, { u"workflow_runs"_s, QJsonArray { QJsonValue(one) } } }).toJson();
    };
    HostContext host;
    script(host);
    forget(host, u"runs.*"_s);
    host.asked[0].onScreen = true;
    const auto gitea = connection();
    const auto feed = gitea->feed(u"builds"_s);
    const auto saved = [&] { return sdk::projectstate::State::load(host.cursor()).saved; };
    host.on("GET", base + u"/actions/tasks"_s, listOf(task(8, u"running"_s, before(3))));
    QVERIFY(host.pull(*feed).has_value());
    QVERIFY(std::abs(saved()) < 0.5);
    host.on("GET", base + u"/actions/tasks"_s, listOf(task(9, u"success"_s, before(1))));
    host.requests.clear();
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.asks().count(u"GET "_s + base + u"/actions/tasks"_s), 1 + 4);
    QVERIFY2(std::abs(saved() + 4) < 0.5, qPrintable(QString::number(saved())));
}

/// Of runs of two tasks each, the first one failed; the list is cut between them.
void TestGiteaRuns::aRunAtTheEndOfTheListIsReadWhole()
{
    const QString yesterday = QDateTime::currentDateTimeUtc().addDays(-1).toString(Qt::ISODate);
    QStringList pagesAsked;
    HostContext host;
    script(host);
    forget(host, u"runs.*"_s);
    host.asked[0].onScreen = true;
    host.on("GET", base + u"/actions/tasks"_s, [&](const sdk::HttpRequest &request) {
        const int page = QUrlQuery(request.url).queryItemValue(u"page"_s).toInt();
        pagesAsked.append(QString::number(page));
        QJsonArray listed;
        for (int id = 151 - (page - 1) * 50; id > std::max(0, 151 - page * 50); --id) {
            const QString status = id % 2 == 0 ? u"success"_s : u"failure"_s;
            listed.append(QJsonObject { { u"id"_s, id }, { u"name"_s, u"build"_s }, { u"run_number"_s, (id + 1) / 2 },
                { u"status"_s, status }, { u"created_at"_s, yesterday }, { u"updated_at"_s, yesterday } });
        }
        const QJsonObject answer { { u"total_count"_s, 151 }, { u"workflow_runs"_s, listed } };
        return HostContext::Reply { 200, QJsonDocument(answer).toJson() };
    });
    const auto gitea = connection();
    const auto feed = gitea->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(pagesAsked, (QStringList { u"1"_s, u"2"_s }));
    QCOMPARE(host.of(domain::recordtype::buildRun).size(), 50);
    for (const domain::BuildRun &run : host.of<domain::BuildRun>(domain::recordtype::buildRun))
        QCOMPARE(run.state, BuildState::Failed);
    // Where nothing happened, one page is enough, and what it is cut in is as it was.
    pagesAsked.clear();
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(pagesAsked, QStringList { u"1"_s });
    QCOMPARE(host.of(domain::recordtype::buildRun).size(), 50);
    QCOMPARE(runOf(host, u"task-51"_s).state, BuildState::Failed);
    // The jobs of one that is cut are looked for.
    domain::BuildRun cut = runOf(host, u"task-27"_s);
    cut.id = u"task-26"_s;
    cut.number = 26;
    QCOMPARE(gitea->buildDetail(cut, host)->jobs.size(), size_t(2));
}

void TestGiteaRuns::aCommitThatIsNoLongerTheNewestIsAskedFor()
{
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    const auto said = [&now](const QString &commit, const QString &state) {
        const QJsonObject one { { u"id"_s, 1 }, { u"status"_s, state }, { u"context"_s, u"ci"_s }, { u"created_at"_s, now }, { u"updated_at"_s, now } };
        return QJsonDocument(QJsonObject { { u"state"_s, state }, { u"sha"_s, commit }, { u"statuses"_s, QJsonArray { one } } }).toJson();
    };
    HostContext host;
    script(host);
    forget(host, u".*"_s);
    host.on("GET", base + u"/commits/main/status"_s, said(u"aaa"_s, u"pending"_s));
    const auto gitea = connection();
    const auto feed = gitea->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(runOf(host, u"commit-aaa"_s).state, BuildState::Running);
    host.on("GET", base + u"/commits/main/status"_s, said(u"bbb"_s, u"success"_s));
    host.on("GET", base + u"/commits/aaa/status"_s, said(u"aaa"_s, u"failure"_s));
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(runOf(host, u"commit-bbb"_s).state, BuildState::Passed);
    QCOMPARE(runOf(host, u"commit-aaa"_s).state, BuildState::Failed);
}

void TestGiteaRuns::otherSystemsWhereThereAreNoActions()
{
    HostContext host;
    script(host);
    forget(host, u".*"_s);
    const auto gitea = connection();
    QVERIFY(host.pull(*gitea->feed(u"builds"_s)).has_value());
    const auto run = runOf(host, u"commit-99811e6bc6a516868544d3e96a0f403a1719deac"_s);
    QCOMPARE(run.state, BuildState::Failed);
    QVERIFY(run.isDefaultBranch);
    const auto detail = gitea->buildDetail(run, host);
    QCOMPARE(detail->jobs.size(), size_t(2)); // An older word of ci/test counts no more.
    QCOMPARE(detail->jobs[0].state, BuildState::Failed);
    QCOMPARE(detail->jobs[0].url, u"http://ci.example.org/2"_s);
    domain::BuildJob job;
    job.id = u"2"_s;
    QCOMPARE(gitea->buildLog(run, job, 0, [](QByteArrayView) { return true; }, host).error().code, domain::ErrorCode::Unsupported);
    QVERIFY(!gitea->mayAct({ u"rerun"_s, {}, {}, false, run.toRecord() }, host)->allowed);
}

void TestGiteaRuns::aBranchThatIsGoneIsAskedForAgain()
{
    HostContext host;
    script(host);
    forget(host, u".*"_s);
    host.asked[0].onScreen = true;
    const auto gitea = connection();
    const auto feed = gitea->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    host.on("GET", base, R"({"id":1,"full_name":"acme/web","default_branch":"trunk"})");
    host.on("GET", base + u"/commits/main/status"_s, R"({"message":"Not found."})", 404);
    QVERIFY(host.pull(*feed).has_value());
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.asks().last(), u"GET "_s + base + u"/commits/trunk/status"_s);
}

void TestGiteaRuns::statesAreThoseOfTheDocs()
{
    const auto states = documentedStates(u"Gitea and Forgejo"_s);
    for (const QString &word : { u"queued"_s, u"pending"_s, u"requested"_s, u"waiting"_s, u"blocked"_s, u"in_progress"_s, u"running"_s,
             u"cancelling"_s, u"success"_s, u"failure"_s, u"cancelled"_s, u"skipped"_s })
        QVERIFY2(states.contains(word), qPrintable(word));
    QJsonArray list;
    for (auto it = states.begin(); it != states.end(); ++it)
        list.append(QJsonObject { { u"id"_s, list.size() + 1 }, { u"status"_s, it.key() }, { u"event"_s, u"push"_s } });
    list.append(QJsonObject { { u"id"_s, 99 }, { u"status"_s, u"brand-new"_s } });
    HostContext host;
    script(host);
    host.on("GET", base + u"/actions/runs"_s, QJsonDocument(QJsonObject { { u"workflow_runs"_s, list } }).toJson());
    QVERIFY(host.pull(*connection()->feed(u"builds"_s)).has_value());
    QCOMPARE(host.of(domain::recordtype::buildRun).size(), list.size());
    for (const domain::Record &record : host.of(domain::recordtype::buildRun)) {
        const auto run = domain::BuildRun::fromRecord(record);
        QCOMPARE(domain::buildStateName(run.state), states.value(run.vendorState, u"unknown"_s));
    }
}

void TestGiteaRuns::jobsStepsAndLogs()
{
    HostContext host;
    script(host);
    const auto gitea = connection();
    domain::BuildRun run;
    run.id = u"90"_s;
    run.project = u"acme/web"_s;
    const auto detail = gitea->buildDetail(run, host);
    QCOMPARE(detail->jobs.size(), size_t(1));
    const auto &job = detail->jobs[0];
    QCOMPARE(job.state, BuildState::Failed);
    QCOMPARE(job.runner, u"big one"_s);
    QCOMPARE(job.steps.size(), size_t(2));
    QCOMPARE(job.steps[1].name, u"Test"_s);
    QCOMPARE(job.steps[1].state, BuildState::Failed);
    QByteArray log;
    const auto ended = gitea->buildLog(run, job, 0, [&log](QByteArrayView data) { log += data; return true; }, host);
    QVERIFY(ended.has_value() && *ended);
    QCOMPARE(log, QByteArray("2026-11-21T21:13:42Z building\n"));
}

// Shapes: ToActionRunJob in services/convert/action.go of Forgejo 16, whose list is the answer itself.
void TestGiteaRuns::jobsOfForgejoHaveTheTimesOfTheirTasks()
{
    HostContext host;
    script(host);
    host.on("GET", base + u"/actions/runs/90/jobs"_s, R"([
        {"id":41,"attempt":1,"handle":"x","repo_id":1,"name":"build","needs":null,"runs_on":["docker"],"task_id":21,"status":"success"},
        {"id":42,"attempt":1,"name":"deploy","needs":["build"],"runs_on":["docker"],"task_id":22,"status":"running"},
        {"id":43,"attempt":0,"name":"tell","needs":["deploy"],"runs_on":["docker"],"task_id":0,"status":"blocked"}])");
    host.on("GET", base + u"/actions/tasks"_s, tasks);
    const auto gitea = connection();
    domain::BuildRun run;
    run.id = u"90"_s;
    run.project = u"acme/web"_s;
    auto detail = gitea->buildDetail(run, host);
    QVERIFY(detail.has_value());
    QCOMPARE(detail->jobs.size(), size_t(3));
    QCOMPARE(detail->jobs[0].state, BuildState::Passed);
    QCOMPARE(detail->jobs[0].startedAt, QDateTime::fromString(u"2026-11-21T21:13:42Z"_s, Qt::ISODate));
    QCOMPARE(detail->jobs[0].finishedAt, QDateTime::fromString(u"2026-11-21T21:13:50Z"_s, Qt::ISODate));
    QCOMPARE(detail->jobs[1].state, BuildState::Running);
    QVERIFY(detail->jobs[1].startedAt.isValid() && !detail->jobs[1].finishedAt.isValid());
    QCOMPARE(detail->jobs[2].state, BuildState::Queued);
    QVERIFY(!detail->jobs[2].startedAt.isValid());
    // Where a version tells them, and of steps too, no tasks are asked for.
    host.on("GET", base + u"/actions/runs/90/jobs"_s, R"([{"id":41,"name":"build","task_id":21,"status":"failure",
        "created":"2026-11-21T21:13:40Z","started":"2026-11-21T21:13:42Z","stopped":"2026-11-21T21:14:42Z",
        "steps":[{"number":0,"name":"Test","status":"failure","started":"2026-11-21T21:13:42Z","stopped":"2026-11-21T21:13:43Z"}]}])");
    host.requests.clear();
    detail = gitea->buildDetail(run, host);
    QCOMPARE(host.requests.size(), size_t(1));
    QCOMPARE(detail->jobs[0].startedAt.secsTo(detail->jobs[0].finishedAt), 60);
    QCOMPARE(detail->jobs[0].steps.at(0).state, BuildState::Failed);
    QCOMPARE(detail->jobs[0].steps.at(0).startedAt.secsTo(detail->jobs[0].steps.at(0).finishedAt), 1);
}

// ToRunActionsStatus in services/convert/action.go: of today's Gitea, and before.
void TestGiteaRuns::whatWaitsForSomebody()
{
    const auto state = [](const QByteArray &more) {
        HostContext host;
        script(host);
        const QByteArray begin = R"({"total_count":1,"workflow_runs":[{"id":5,"path":"ci.yaml@refs/pull/6/head")";
        host.on("GET", base + u"/actions/runs"_s, begin + more + "}]}");
        return host.pull(*connection()->feed(u"builds"_s)) ? runOf(host, u"5"_s).state : BuildState::Unknown;
    };
    const QByteArray today = R"(,"jobs_url":"http://git.example.org/api/v1/jobs","event":"pull_request_sync")";
    QCOMPARE(state(today + R"(,"status":"waiting")"), BuildState::Waiting);
    QCOMPARE(state(today + R"(,"status":"pending")"), BuildState::Queued);
    QCOMPARE(state(today + R"(,"status":"requested")"), BuildState::Queued);
    QCOMPARE(state(R"(,"event":"pull_request","status":"waiting")"), BuildState::Queued); // For other jobs, mostly.
    QCOMPARE(state(R"(,"event":"pull_request","status":"waiting","need_approval":true)"), BuildState::Waiting);
    QCOMPARE(state(R"(,"event":"push","status":"completed","conclusion":"skipped")"), BuildState::Skipped);
}

// FindAndCount in models/db/list.go: a limit without a page is none, and a run's answer has its whole repository in it.
void TestGiteaRuns::listsAreAskedForByPages()
{
    HostContext host;
    script(host);
    host.on("GET", base + u"/actions/runs"_s, R"({"total_count":0,"workflow_runs":null})");
    host.on("GET", base + u"/actions/tasks"_s, tasks);
    const auto gitea = connection();
    QVERIFY(host.pull(*gitea->feed(u"builds"_s)).has_value());
    QCOMPARE(runOf(host, u"task-8"_s).state, BuildState::Running);
    domain::BuildRun run;
    run.id = u"90"_s;
    run.project = u"acme/web"_s;
    QVERIFY(gitea->buildDetail(run, host).has_value());
    run.id = u"commit-99811e6b"_s;
    run.commit = u"99811e6b"_s;
    QVERIFY(gitea->buildDetail(run, host).has_value());
    int lists = 0;
    for (const sdk::HttpRequest &request : host.requests) {
        const QString path = request.url.path();
        if (!path.contains("/actions/"_L1) && !path.endsWith("/statuses"_L1))
            continue;
        QCOMPARE(QUrlQuery(request.url).queryItemValue(u"page"_s), u"1"_s);
        ++lists;
    }
    QCOMPARE(lists, 4);
}

void TestGiteaRuns::noFieldButIdAndStatusIsNeeded()
{
    const auto first = [](const QByteArray &list, QLatin1StringView key) {
        return QJsonDocument(QJsonDocument::fromJson(list)[key][0].toObject()).toJson();
    };
    const auto listOf = [](const QJsonObject &one, const QString &key) {
        return QJsonDocument(QJsonObject { { u"total_count"_s, 1 }, { key, QJsonArray { QJsonValue(one) } } }).toJson();
    };
    const auto gitea = connection();
    const QString runsKey = u"workflow_runs"_s;
    const auto stateOf = [&](const QJsonObject &served, const QString &what, const QString &id) {
        HostContext host;
        script(host);
        if (what == "tasks"_L1)
            forget(host, u"runs.*"_s);
        host.on("GET", base + u"/actions/"_s + what, listOf(served, runsKey));
        return host.pull(*gitea->feed(u"builds"_s)) ? runOf(host, id).state : BuildState::Unknown;
    };
    int tried = 0;
    for (const QJsonObject &served : sparse(first(giteaRuns, "workflow_runs"_L1), { u"id"_s, u"status"_s, u"conclusion"_s })) {
        QCOMPARE(stateOf(served, u"runs"_s, u"90"_s), BuildState::Failed);
        ++tried;
    }
    for (const QJsonObject &served : sparse(first(forgejoRuns, "workflow_runs"_L1), { u"id"_s, u"status"_s })) {
        QCOMPARE(stateOf(served, u"runs"_s, u"7"_s), BuildState::Passed);
        ++tried;
    }
    for (const QJsonObject &served : sparse(first(tasks, "workflow_runs"_L1), { u"run_number"_s, u"status"_s })) {
        QCOMPARE(stateOf(served, u"tasks"_s, u"task-8"_s), BuildState::Running);
        ++tried;
    }
    domain::BuildRun run;
    run.id = u"90"_s;
    run.project = u"acme/web"_s;
    for (const QJsonObject &served : sparse(first(jobs, "jobs"_L1), { u"id"_s, u"status"_s, u"conclusion"_s })) {
        HostContext host;
        script(host);
        host.on("GET", base + u"/actions/runs/90/jobs"_s, listOf(served, u"jobs"_s));
        const auto detail = gitea->buildDetail(run, host);
        QVERIFY(detail.has_value() && detail->jobs.size() == 1);
        QCOMPARE(detail->jobs[0].state, BuildState::Failed);
        ++tried;
    }
    QVERIFY2(tried >= 80, qPrintable(QString::number(tried)));
    // What other systems said of a commit, with a word of Gitea's since 1.25.
    HostContext host;
    script(host);
    forget(host, u".*"_s);
    host.on("GET", base + u"/commits/[^/]+/status"_s, R"({"state":"skipped","sha":"99811e6b","statuses":[{"id":1,"status":"skipped"}]})");
    QVERIFY(host.pull(*gitea->feed(u"builds"_s)).has_value());
    QCOMPARE(runOf(host, u"commit-99811e6b"_s).state, BuildState::Skipped);
}

QTEST_GUILESS_MAIN(TestGiteaRuns)
#include "tst_gitearuns.moc"
