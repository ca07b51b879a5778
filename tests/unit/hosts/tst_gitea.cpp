// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/build.h"
#include "models/domain/review.h"
#include "tests/unit/hosts/hostcontext.h"

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using domain::BuildState;

namespace {

// Shapes: modules/structs of Gitea (ActionWorkflowRun, ActionTask, ActionWorkflowJob) and of Forgejo (ActionRun); the others are those
// that a real server answered with, shortened.
const QByteArray repo = R"({"id":1,"full_name":"acme/web","default_branch":"main","updated_at":"2026-11-21T21:13:41Z"})";
const QByteArray giteaRuns = R"({"total_count":2,"workflow_runs":[
    {"id":90,"html_url":"http://git.example.org/acme/web/actions/runs/12","display_title":"Round to cents","path":"ci.yaml@refs/heads/main",
     "event":"push","run_attempt":2,"run_number":12,"head_sha":"99811e6bc6a516868544d3e96a0f403a1719deac","head_branch":"main",
     "status":"completed","conclusion":"failure","started_at":"2026-11-21T21:13:42Z","completed_at":"2026-11-21T21:15:42Z",
     "trigger_actor":{"login":"mira"}},
    {"id":91,"display_title":"From outside","path":"ci.yaml@refs/pull/6/head","event":"pull_request","run_number":13,"status":"waiting",
     "need_approval":true,"started_at":"1970-01-01T00:00:00Z","completed_at":"1970-01-01T00:00:00Z"}]})";
const QByteArray forgejoRuns = R"({"total_count":1,"workflow_runs":[{"id":7,"title":"Add a test","workflow_id":"test.yml","index_in_repo":3,
    "trigger_user":{"login":"dev"},"prettyref":"#6","commit_sha":"99811e6bc6a516868544d3e96a0f403a1719deac","event":"pull_request",
    "status":"success","created":"2026-11-21T21:13:40Z","started":"2026-11-21T21:13:42Z","stopped":"2026-11-21T21:14:42Z",
    "html_url":"http://git.example.org/acme/web/actions/runs/3"}]})";
const QByteArray tasks = R"({"total_count":3,"workflow_runs":[
    {"id":22,"name":"deploy","head_branch":"main","head_sha":"99811e6b","run_number":8,"event":"push","display_title":"Two",
     "status":"running","workflow_id":"ci.yaml","created_at":"2026-11-21T21:13:42Z","updated_at":"2026-11-21T21:13:52Z","run_started_at":"2026-11-21T21:13:43Z"},
    {"id":21,"name":"build","head_branch":"main","head_sha":"99811e6b","run_number":8,"event":"push","display_title":"Two",
     "status":"success","workflow_id":"ci.yaml","created_at":"2026-11-21T21:13:41Z","updated_at":"2026-11-21T21:13:50Z","run_started_at":"2026-11-21T21:13:42Z"},
    {"id":20,"name":"build","head_branch":"main","head_sha":"3be1faa6","run_number":7,"event":"push","display_title":"One",
     "status":"failure","workflow_id":"ci.yaml","created_at":"2026-11-20T21:13:41Z","updated_at":"2026-11-20T21:13:50Z","run_started_at":"2026-11-20T21:13:42Z"}]})";
const QByteArray jobs = R"({"total_count":1,"jobs":[{"id":31,"name":"build","run_id":90,"status":"completed","conclusion":"failure",
    "runner_name":"big one","created_at":"2026-11-21T21:13:41Z","started_at":"2026-11-21T21:13:42Z","completed_at":"2026-11-21T21:15:42Z",
    "html_url":"http://git.example.org/acme/web/actions/runs/12/jobs/0","steps":[
      {"name":"Set up job","number":0,"status":"completed","conclusion":"success","started_at":"2026-11-21T21:13:42Z","completed_at":"2026-11-21T21:13:43Z"},
      {"name":"Test","number":1,"status":"completed","conclusion":"failure"}]}]})";
const QByteArray combined = R"({"state":"failure","sha":"99811e6bc6a516868544d3e96a0f403a1719deac","total_count":2,"statuses":[
    {"id":1,"status":"success","target_url":"http://ci.example.org/1","context":"ci/build","created_at":"2026-11-21T21:13:42Z","updated_at":"2026-11-21T21:13:42Z"},
    {"id":2,"status":"failure","target_url":"http://ci.example.org/2","context":"ci/test","created_at":"2026-11-21T21:13:43Z","updated_at":"2026-11-21T21:14:42Z"}]})";
const QByteArray statuses = R"([{"id":2,"status":"failure","target_url":"http://ci.example.org/2","context":"ci/test","created_at":"2026-11-21T21:13:43Z","updated_at":"2026-11-21T21:14:42Z"},
    {"id":3,"status":"pending","context":"ci/test","created_at":"2026-11-21T21:13:42Z"},
    {"id":1,"status":"success","context":"ci/build","created_at":"2026-11-21T21:13:42Z","updated_at":"2026-11-21T21:13:42Z"}])";
const QByteArray hits = R"([{"id":6,"number":6,"title":"Add catalog-info.yaml","state":"open","comments":1,"user":{"login":"dev"},
    "labels":[{"name":"docs"}],"repository":{"full_name":"acme/web"},"pull_request":{"merged":false,"merged_at":null},
    "created_at":"2026-11-21T21:13:42Z","updated_at":"2026-11-21T21:13:42Z","html_url":"http://git.example.org/acme/web/pulls/6"}])";
const QByteArray pull = R"({"number":6,"mergeable":true,"merged":false,"draft":false,"additions":3,"deletions":1,"changed_files":2,
    "requested_reviewers":[{"login":"mira"}],"base":{"ref":"main","sha":"3be1faa6","repo_id":1},
    "head":{"ref":"feature/catalog","sha":"99811e6bc6a516868544d3e96a0f403a1719deac","repo_id":2,"repo":{"clone_url":"http://git.example.org/dev/web.git"}}})";
const QByteArray reviews = R"([{"id":1,"user":{"login":"ann"},"state":"APPROVED","stale":false,"dismissed":false,"submitted_at":"2026-11-21T21:13:42Z"},
    {"id":2,"user":{"login":"mira"},"state":"REQUEST_REVIEW","dismissed":false,"submitted_at":"2026-11-21T21:13:43Z"}])";
const QByteArray threads = R"([{"id":1,"unread":true,"pinned":false,"updated_at":"2026-11-21T21:13:42Z","repository":{"full_name":"acme/web"},
    "subject":{"title":"Add catalog-info.yaml","type":"Pull","state":"open","html_url":"http://git.example.org/acme/web/pulls/6",
    "latest_comment_html_url":"http://git.example.org/acme/web/pulls/6#issuecomment-3"}}])";

const QString base = u"/api/v1/repos/acme/web"_s;
const QJsonObject settings { { u"url"_s, u"http://git.example.org"_s } };

void script(HostContext &host)
{
    host.secrets.insert(u"token"_s, u"0123456789abcdef"_s);
    host.entity(u"component:default/web"_s, { { u"backstage.io/source-location"_s, u"url:http://git.example.org/acme/web/src/branch/main/"_s } });
    host.on("GET", u"/api/v1/user"_s, R"({"id":1,"login":"mira"})");
    host.on("GET", u"/api/v1/version"_s, R"({"version":"1.24.0"})");
    host.on("GET", base, repo);
    host.on("GET", base + u"/actions/runs"_s, giteaRuns);
    host.on("GET", base + u"/actions/runs/90/jobs"_s, jobs);
    host.on("GET", base + u"/actions/jobs/31/logs"_s, "2026-11-21T21:13:42Z building\n");
    host.on("GET", base + u"/commits/[^/]+/status"_s, combined);
    host.on("GET", base + u"/commits/[^/]+/statuses"_s, statuses);
    host.on("GET", base + u"/pulls/6"_s, pull);
    host.on("GET", base + u"/pulls/6/reviews"_s, reviews);
    host.on("GET", u"/api/v1/notifications"_s, threads);
    host.on("GET", u"/api/v1/repos/search"_s, R"({"ok":true,"data":[]})");
    host.on("GET", u"/api/v1/repos/issues/search"_s, [](const sdk::HttpRequest &request) {
        return HostContext::Reply { 200, QUrlQuery(request.url).hasQueryItem(u"created"_s) ? QByteArray("[]") : hits };
    });
    host.on("POST", u"/api/v1/.*"_s, "", 204);
    host.on("PATCH", u"/api/v1/.*"_s, "{}", 205);
}

/// A server without Actions, or from before them.
void forget(HostContext &host, const QString &what)
{
    host.on("GET", base + u"/actions/"_s + what, R"({"message":"Not found."})", 404);
}

std::unique_ptr<sdk::Connection> connection() { return connectTo(QStringLiteral(CALLBOARD_LIBRARY), settings); }

domain::BuildRun runOf(const HostContext &host, const QString &id)
{
    return domain::BuildRun::fromRecord(host.records.value(u"BuildRun acme/web#"_s + id));
}

} // namespace

class TestGitea final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void runsOfGitea();
    void runsOfForgejo();
    void tasksOfOneNumberAreOneRun();
    void whatIsListedNoMoreIsAskedForByItsId();
    void tasksThatAreListedNoMoreAreLookedFor();
    void aCommitThatIsNoLongerTheNewestIsAskedFor();
    void otherSystemsWhereThereAreNoActions();
    void aBranchThatIsGoneIsAskedForAgain();
    void statesAreThoseOfTheDocs();
    void jobsStepsAndLogs();
    void pullsAreJudged();
    void notificationsAreNotices();
    void actionsReachTheHost_data();
    void actionsReachTheHost();
    void aWorkflowSaysWhatItAsksFor();
    void commitsBetweenTwoRuns();
    void recordedAnswers();
    void everyRequestIsPublished();
    void hostileAnswersDoNoHarm();
};

void TestGitea::runsOfGitea()
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

void TestGitea::runsOfForgejo()
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

void TestGitea::tasksOfOneNumberAreOneRun()
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

void TestGitea::whatIsListedNoMoreIsAskedForByItsId()
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
        return HostContext::Reply { 200, page.isEmpty() ? listOf(served(93, u"completed"_s, u"success"_s))
                : page == "3"_L1                        ? listOf(served(92, u"completed"_s, u"cancelled"_s))
                                                        : listOf(served(94, u"completed"_s, u"success"_s)) };
    });
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(runOf(host, u"92"_s).state, BuildState::Cancelled);
}

void TestGitea::tasksThatAreListedNoMoreAreLookedFor()
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
    QCOMPARE(host.asks().count(u"GET "_s + base + u"/actions/tasks"_s), 1 + 3 + 4);
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

void TestGitea::aCommitThatIsNoLongerTheNewestIsAskedFor()
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

void TestGitea::otherSystemsWhereThereAreNoActions()
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

void TestGitea::aBranchThatIsGoneIsAskedForAgain()
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

void TestGitea::statesAreThoseOfTheDocs()
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

void TestGitea::jobsStepsAndLogs()
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

void TestGitea::pullsAreJudged()
{
    HostContext host;
    script(host);
    const auto gitea = connection();
    const auto feed = gitea->feed(u"reviews"_s);
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.records.size(), 1);
    const auto review = domain::Review::fromRecord(host.records.first());
    QCOMPARE(review.key(), u"acme/web!6"_s);
    QVERIFY(review.waitsForMe && !review.isMine && !review.hasConflicts);
    QCOMPARE(review.approvals, 1);
    QCOMPARE(review.verdict, domain::Review::Verdict::Approved);
    QCOMPARE(review.checks, BuildState::Failed);
    QCOMPARE(review.branch, u"feature/catalog"_s);
    QCOMPARE(review.cloneUrl, u"http://git.example.org/dev/web.git"_s);
    QCOMPARE(review.additions, 3);
    QCOMPARE(review.entityRefs, QStringList { u"component:default/web"_s });
    const qsizetype before = host.asks().count(u"GET "_s + base + u"/pulls/6"_s);
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.asks().count(u"GET "_s + base + u"/pulls/6"_s), before);
    QCOMPARE(domain::Review::fromRecord(host.records.first()), review);
    // What waits is asked each time, by one request; all else when that changed, when a person wants it, or later.
    const auto searches = [&] {
        host.requests.clear();
        return host.pull(*feed).has_value() ? host.asks().count(u"GET /api/v1/repos/issues/search"_s) : -1;
    };
    QCOMPARE(searches(), 1);
    QVERIFY(host.requests.back().url.query().contains("review_requested=true"_L1));
    host.wanted = true;
    QCOMPARE(searches(), 3);
    host.wanted = false;
    host.on("GET", u"/api/v1/repos/issues/search"_s, "[]");
    QCOMPARE(searches(), 3);
    QVERIFY(host.records.isEmpty());
}

void TestGitea::notificationsAreNotices()
{
    HostContext host;
    script(host);
    const auto gitea = connection();
    QVERIFY(host.pull(*gitea->feed(u"notices"_s)).has_value());
    const auto notice = domain::Notice::fromRecord(host.records.value(u"Notice 1"_s));
    QCOMPARE(notice.title, u"Add catalog-info.yaml"_s);
    QCOMPARE(notice.kind, u"host"_s);
    QCOMPARE(notice.about, u"acme/web!6"_s);
    QCOMPARE(notice.entityRef, u"component:default/web"_s);
    QVERIFY(notice.link.endsWith("#issuecomment-3"_L1) && !notice.readAt.isValid());
    const auto read = gitea->act({ u"markRead"_s, {}, {}, false, host.records.value(u"Notice 1"_s) }, host);
    QCOMPARE(host.asks().last(), u"PATCH /api/v1/notifications/threads/1"_s);
    QCOMPARE(read->touchedFeeds, QStringList { u"notices"_s });
}

void TestGitea::actionsReachTheHost_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("request");
    QTest::newRow("rerun") << u"rerun"_s << u"/actions/runs/90/rerun"_s;
    QTest::newRow("failed") << u"rerunFailed"_s << u"/actions/runs/90/rerun-failed-jobs"_s;
    QTest::newRow("cancel") << u"cancel"_s << u"/actions/runs/90/cancel"_s;
    QTest::newRow("approve") << u"approve"_s << u"/actions/runs/90/approve"_s;
    QTest::newRow("dispatch") << u"dispatch"_s << u"/actions/workflows/ci.yaml/dispatches"_s;
}

void TestGitea::actionsReachTheHost()
{
    QFETCH(const QString, action);
    QFETCH(const QString, request);
    HostContext host;
    script(host);
    const auto gitea = connection();
    QVERIFY(host.pull(*gitea->feed(u"builds"_s)).has_value());
    const sdk::ActionRequest asked { action, {}, { { u"inputs"_s, u"level=2"_s } }, false, runOf(host, u"90"_s).toRecord() };
    QVERIFY(gitea->act(asked, host).has_value());
    QCOMPARE(host.asks().last(), u"POST "_s + base + request);
    if (action == "dispatch"_L1) {
        QCOMPARE(QJsonDocument::fromJson(host.requests.back().body).object(),
            QJsonDocument::fromJson(R"({"ref":"main","inputs":{"level":"2"}})").object());
    }
    // A version that cannot says so in words of ours, not "not found".
    host.on("POST", u"/api/v1/.*"_s, "404 page not found", 404);
    QCOMPARE(gitea->act(asked, host).error().code, domain::ErrorCode::Unsupported);
}

// Both servers read the format of GitHub's; in which folder the file lies a run does not say.
void TestGitea::aWorkflowSaysWhatItAsksFor()
{
    HostContext host;
    script(host);
    host.on(u"GET "_s + base + u"/raw/.gitea/workflows/ci.yaml", QByteArray("on:\n  workflow_dispatch:\n    inputs:\n      level: {type: choice, options: [1, 2], default: 2}\n      dry: {type: boolean}\n"));
    const auto gitea = connection();
    QVERIFY(host.pull(*gitea->feed(u"builds"_s)).has_value());
    const domain::Record run = runOf(host, u"90"_s).toRecord();
    const auto form = gitea->actionForm({ u"dispatch"_s, {}, { { u"ref"_s, u"v 1"_s } }, false, run }, host);
    QVERIFY2(form.has_value(), form ? "" : qPrintable(form.error().detail));
    QCOMPARE(form->size(), size_t(2));
    QVERIFY(form->at(0).id == "level"_L1 && form->at(0).choices == (QStringList { u"1"_s, u"2"_s }) && form->at(0).defaultValue == "2"_L1);
    QCOMPARE(form->at(1).type, sdk::FormField::Type::Boolean);
    QCOMPARE(host.requests.back().url.query(QUrl::FullyEncoded), u"ref=v%201"_s);
    QVERIFY(gitea->act({ u"dispatch"_s, {}, { { u"inputs"_s, QJsonObject { { u"dry"_s, true }, { u"level"_s, u"1"_s } } } }, false, run }, host).has_value());
    QCOMPARE(QJsonDocument::fromJson(host.requests.back().body).object(),
        QJsonDocument::fromJson(R"({"ref":"main","inputs":{"dry":"true","level":"1"}})").object());
    HostContext without;
    script(without);
    QCOMPARE(gitea->actionForm({ u"dispatch"_s, {}, {}, false, run }, without).error().code, domain::ErrorCode::NotFound);
}

// As repoCompareDiff of swagger.v1.json, with commits as they were recorded: the newest first.
void TestGitea::commitsBetweenTwoRuns()
{
    HostContext host;
    script(host);
    domain::BuildRun good, run;
    good.project = run.project = u"acme/web"_s;
    run.id = u"90"_s;
    good.commit = u"aaa"_s;
    run.commit = u"ccc"_s;
    const auto gitea = connection();
    QCOMPARE(gitea->commitsBetween(good, run, host).error().code, domain::ErrorCode::Unsupported);
    host.on(u"GET "_s + base + u"/compare/aaa...ccc", QByteArray(R"({"total_commits":2,"commits":[
        {"sha":"ccc","commit":{"message":"Round\n\nlong","author":{"name":"Mira K."},"committer":{"date":"2026-08-11T12:00:00Z"}},"files":[{"filename":"a.cpp"}]},
        {"sha":"bbb","commit":{"message":"Test it","author":{"name":"Jan"},"committer":{"date":"2026-08-11T11:00:00Z"}}}]})"));
    const auto commits = gitea->commitsBetween(good, run, host);
    QVERIFY2(commits.has_value(), commits ? "" : qPrintable(commits.error().detail));
    QCOMPARE(notPublished(fileIn(u"gitea/endpoints.txt"_s), host.asks(), u"/api/v1"_s), QStringList());
    QCOMPARE(commits->size(), size_t(2));
    QVERIFY(commits->front().id == "ccc"_L1 && commits->front().subject == "Round"_L1 && commits->front().author == "Mira K."_L1);
    QCOMPARE(commits->front().paths, QStringList { u"a.cpp"_s });
}

void TestGitea::recordedAnswers()
{
    const auto recorded = [](const QString &name) {
        QFile file(QStringLiteral(CALLBOARD_SOURCE_DIR "/../shared/peer-data/gitea/") + name);
        const QJsonValue body = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll())["response"_L1]["body"_L1] : QJsonValue();
        return (body.isArray() ? QJsonDocument(body.toArray()) : QJsonDocument(body.toObject())).toJson();
    };
    if (!QFile::exists(QStringLiteral(CALLBOARD_SOURCE_DIR "/../shared/peer-data/gitea/repo.json")))
        QSKIP("SKIPPED: ../shared/peer-data is not here, so what a real Gitea answered was NOT read");
    HostContext host;
    script(host);
    forget(host, u".*"_s); // It is from before Actions.
    host.on("GET", base, recorded(u"repo.json"_s));
    host.on("GET", base + u"/commits/[^/]+/status"_s, recorded(u"combined-status.json"_s));
    host.on("GET", base + u"/commits/[^/]+/statuses"_s, recorded(u"statuses.json"_s));
    host.on("GET", base + u"/pulls/6/reviews"_s, recorded(u"reviews.json"_s));
    host.on("GET", u"/api/v1/notifications"_s, recorded(u"notifications.json"_s));
    host.on("GET", u"/api/v1/version"_s, recorded(u"version.json"_s));
    const auto gitea = connection();
    QVERIFY(host.pull(*gitea->feed(u"builds"_s)).has_value());
    const auto run = runOf(host, u"commit-99811e6bc6a516868544d3e96a0f403a1719deac"_s);
    QCOMPARE(run.state, BuildState::Failed);
    QVERIFY(!gitea->buildDetail(run, host)->jobs.empty());
    QVERIFY(host.pull(*gitea->feed(u"reviews"_s)).has_value());
    QCOMPARE(domain::Review::fromRecord(host.records.value(u"Review acme/web!6"_s)).approvals, 1);
    QVERIFY(host.pull(*gitea->feed(u"notices"_s)).has_value());
    QCOMPARE(domain::Notice::fromRecord(host.records.value(u"Notice 1"_s)).about, u"acme/web!6"_s);
    QVERIFY(gitea->probe(host)->summary.contains("1.16.0"_L1));
    // The server's own description has all that is asked of a server of its age.
    QFile swagger(QStringLiteral(CALLBOARD_SOURCE_DIR "/../shared/peer-data/gitea/swagger.v1.json"));
    QVERIFY(swagger.open(QIODevice::ReadOnly));
    const QJsonObject paths = QJsonDocument::fromJson(swagger.readAll())["paths"_L1].toObject();
    QByteArray table;
    for (auto it = paths.begin(); it != paths.end(); ++it) {
        const QJsonObject methods = it.value().toObject();
        for (auto method = methods.begin(); method != methods.end(); ++method)
            table += method.key().toUpper().toUtf8() + ' ' + it.key().toUtf8() + '\n';
    }
    QStringList missing = notPublished(table, host.asks(), u"/api/v1"_s);
    missing.removeIf([](const QString &ask) { return ask.contains("/actions/"_L1); });
    QCOMPARE(missing, QStringList());
}

void TestGitea::everyRequestIsPublished()
{
    HostContext host;
    script(host);
    const auto gitea = connection();
    for (const QString &id : { u"builds"_s, u"reviews"_s, u"notices"_s }) {
        host.forgetCursors();
        const auto feed = gitea->feed(id);
        QVERIFY(host.pull(*feed).has_value());
        QVERIFY(host.pull(*feed).has_value());
    }
    const auto run = runOf(host, u"90"_s);
    (void)gitea->probe(host);
    QVERIFY(gitea->buildDetail(run, host).has_value());
    domain::BuildJob job;
    job.id = u"31"_s;
    QVERIFY(gitea->buildLog(run, job, 3, [](QByteArrayView) { return true; }, host).has_value());
    forget(host, u"runs.*"_s);
    (void)gitea->buildDetail(run, host);
    for (const QString &id : { u"rerun"_s, u"rerunFailed"_s, u"cancel"_s, u"approve"_s, u"dispatch"_s })
        QVERIFY(gitea->act({ id, {}, {}, false, run.toRecord() }, host).has_value());
    QVERIFY(gitea->act({ u"markRead"_s, {}, {}, false, host.records.value(u"Notice 1"_s) }, host).has_value());
    const domain::Record review = host.records.value(u"Review acme/web!6"_s);
    QVERIFY(gitea->mayAct({ u"approveReview"_s, {}, {}, false, review }, host)->allowed);
    QVERIFY(gitea->act({ u"approveReview"_s, {}, {}, false, review }, host).has_value());
    QCOMPARE(host.requests.back().body, QByteArray(R"({"event":"APPROVED"})"));
    QVERIFY(host.requests.size() > 15);
    QCOMPARE(notPublished(fileIn(u"gitea/endpoints.txt"_s), host.asks(), u"/api/v1"_s), QStringList());
    for (const sdk::HttpRequest &request : host.requests) {
        QVERIFY(!request.url.toString().contains("0123456789"_L1));
        QVERIFY(request.headers.contains(sdk::Header("authorization", "token 0123456789abcdef")));
    }
}

void TestGitea::hostileAnswersDoNoHarm()
{
    struct Row {
        QString feed, path;
        QByteArray body;
    };
    const QList<Row> rows { { u"builds"_s, base, repo }, { u"builds"_s, base + u"/actions/runs"_s, giteaRuns },
        { u"builds"_s, base + u"/actions/runs"_s, forgejoRuns }, { u"builds"_s, base + u"/actions/tasks"_s, tasks },
        { u"builds"_s, base + u"/commits/[^/]+/status"_s, combined }, { u"builds"_s, base + u"/actions/runs/90/jobs"_s, jobs },
        { u"reviews"_s, u"/api/v1/repos/issues/search"_s, hits }, { u"reviews"_s, base + u"/pulls/6"_s, pull },
        { u"reviews"_s, base + u"/pulls/6/reviews"_s, reviews }, { u"notices"_s, u"/api/v1/notifications"_s, threads },
        { u"reviews"_s, u"/api/v1/user"_s, R"({"id":1,"login":"mira"})" } };
    domain::BuildRun run;
    run.id = u"90"_s;
    run.project = u"acme/web"_s;
    int tried = 0;
    for (const Row &row : rows) {
        for (const QByteArray &bad : spoilt(row.body)) {
            HostContext host;
            script(host);
            if (row.path.endsWith("tasks"_L1))
                forget(host, u"runs"_s);
            if (row.path.endsWith("status"_L1))
                forget(host, u".*"_s);
            host.on("GET", row.path, bad);
            const auto gitea = connection();
            (void)host.pull(*gitea->feed(row.feed));
            if (row.path.endsWith("jobs"_L1))
                (void)gitea->buildDetail(run, host);
            for (const domain::Record &record : std::as_const(host.records)) {
                QVERIFY(!record.key.isEmpty() && record.key.size() < 2000);
                QVERIFY(QJsonDocument(record.body).toJson().size() < 100'000);
            }
            ++tried;
        }
    }
    QVERIFY(tried > 300);
}

QTEST_GUILESS_MAIN(TestGitea)
#include "tst_gitea.moc"
