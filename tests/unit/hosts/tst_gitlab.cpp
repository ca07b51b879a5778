// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/build.h"
#include "models/domain/review.h"
#include "tests/unit/hosts/gitlabkit.h"

#include <QTemporaryDir>

using namespace callboard;
using namespace callboard::test;
using namespace callboard::test::gitlab;
using namespace Qt::StringLiterals;
using domain::BuildState;

class TestGitLab final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void pipelinesBecomeRuns();
    void statesAreThoseOfTheDocs();
    void projectsThatAreAllForbiddenAreARefusal();
    void jobsTestsAndAnnotations();
    void childPipelinesAreParts();
    void logsGoOnWhereTheyStopped();
    void onlyChangesAreAskedFor();
    void idleEstateStaysWithinItsRequests();
    void projectsByAnnotationAndSource_data();
    void projectsByAnnotationAndSource();
    void mergeRequestsAreJudged();
    void recordedAnswers();
    void todosAreNotices();
    void commitsBetweenTwoPipelines();
    void signsIn();
    void glabIsAskedOnlyWhenChosen();
    void probeTellsWhatIsMissing();
    void everyRequestIsPublished();
    void hostileAnswersDoNoHarm();
};

// As a group with enforced single sign-on, or a token without the scope, answers: each project, and not the sign-in.
void TestGitLab::projectsThatAreAllForbiddenAreARefusal()
{
    HostContext host;
    script(host);
    host.entity(u"component:default/tide"_s, { { u"gitlab.com/project-slug"_s, u"acme/tide"_s } });
    host.on("GET", u"/api/v4/projects/acme.*"_s, R"({"error":"insufficient_scope","error_description":"The request requires higher privileges than provided by the access token."})", 403);
    const auto gitlab = connection();
    const auto feed = gitlab->feed(u"builds"_s);
    for (int time = 0; time < 2; ++time) {
        const auto pulled = host.pull(*feed);
        QVERIFY(!pulled);
        QCOMPARE(pulled.error().code, domain::ErrorCode::Forbidden);
        QVERIFY(pulled.error().detail.contains(u"higher privileges"_s));
    }
    HostContext other;
    script(other);
    other.entity(u"component:default/tide"_s, { { u"gitlab.com/project-slug"_s, u"acme/tide"_s } });
    other.on("GET", u"/api/v4/projects/acme%2Ftide.*"_s, R"({"message":"403 Forbidden"})", 403);
    const auto another = connection();
    QVERIFY(other.pull(*another->feed(u"builds"_s)));
    QCOMPARE(other.of(domain::recordtype::buildRun).size(), 2);
}

void TestGitLab::pipelinesBecomeRuns()
{
    HostContext host;
    script(host);
    const auto gitlab = connection();
    QVERIFY(gitlab);
    const auto feed = gitlab->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.of(domain::recordtype::buildRun).size(), 2);
    const auto running = runOf(host, u"48"_s);
    QCOMPARE(running.state, BuildState::Running);
    QCOMPARE(running.vendorState, u"running"_s);
    QCOMPARE(running.number, 13);
    QCOMPARE(running.branch, u"main"_s);
    QVERIFY(running.isDefaultBranch);
    QCOMPARE(running.title, u"Round to cents"_s);
    QCOMPARE(running.pipeline, u"Build pipeline"_s);
    QCOMPARE(running.trigger, u"push"_s);
    QVERIFY(!running.finishedAt.isValid());
    QCOMPARE(running.entityRefs, QStringList { u"component:default/ledger"_s });
    const auto failed = runOf(host, u"47"_s);
    QCOMPARE(failed.state, BuildState::Failed);
    QCOMPARE(failed.pullRequest, u"9"_s);
    QCOMPARE(failed.branch, QString());
    QCOMPARE(failed.trigger, u"pull_request"_s);
    QCOMPARE(failed.actor, u"root"_s);
    QCOMPARE(failed.startedAt, QDateTime::fromString(u"2026-08-11T11:28:40Z"_s, Qt::ISODate));
    QCOMPARE(failed.finishedAt, QDateTime::fromString(u"2026-08-11T11:32:35.145Z"_s, Qt::ISODateWithMs));
    const auto deployed = domain::Deployment::fromRecord(host.records.value(u"Deployment acme/sub/ledger#41"_s));
    QCOMPARE(deployed.environment, u"production"_s);
    QCOMPARE(deployed.state, BuildState::Passed);
    QCOMPARE(deployed.finishedAt, QDateTime::fromString(u"2026-08-11T11:33:00Z"_s, Qt::ISODate));
    // An entity that no longer names the project takes its runs with it.
    host.asked.clear();
    QVERIFY(host.pull(*feed).has_value());
    QVERIFY(host.records.isEmpty());
}

void TestGitLab::statesAreThoseOfTheDocs()
{
    const auto states = documentedStates(u"GitLab"_s);
    QVERIFY(states.size() >= 13);
    QJsonArray list;
    for (auto it = states.begin(); it != states.end(); ++it) {
        list.append(QJsonObject { { u"id"_s, list.size() + 1 }, { u"status"_s, it.key() }, { u"ref"_s, u"main"_s },
            { u"created_at"_s, u"2026-08-12T10:06:04.561Z"_s } });
    }
    list.append(QJsonObject { { u"id"_s, list.size() + 1 }, { u"status"_s, u"brand-new"_s } });
    HostContext host;
    script(host);
    host.on("GET", slug + u"/pipelines"_s, QJsonDocument(list).toJson());
    const auto gitlab = connection();
    const auto feed = gitlab->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    for (const domain::Record &record : host.of(domain::recordtype::buildRun)) {
        const auto run = domain::BuildRun::fromRecord(record);
        QCOMPARE(domain::buildStateName(run.state), states.value(run.vendorState, u"unknown"_s));
    }
    // All that https://docs.gitlab.com/api/pipelines/ names for `status`.
    for (const QString &word : { u"created"_s, u"waiting_for_resource"_s, u"preparing"_s, u"pending"_s, u"running"_s, u"success"_s,
             u"failed"_s, u"canceling"_s, u"canceled"_s, u"skipped"_s, u"manual"_s, u"scheduled"_s, u"waiting_for_callback"_s })
        QVERIFY2(states.contains(word), qPrintable(word));
}

void TestGitLab::jobsTestsAndAnnotations()
{
    HostContext host;
    script(host);
    const auto gitlab = connection();
    domain::BuildRun run;
    run.id = u"47"_s;
    run.project = u"acme/sub/ledger"_s;
    const auto detail = gitlab->buildDetail(run, host);
    QVERIFY(detail.has_value());
    QCOMPARE(detail->runKey, u"acme/sub/ledger#47"_s);
    QCOMPARE(detail->jobs.size(), size_t(4));
    QCOMPARE(detail->jobs[0].name, u"compile"_s);
    QCOMPARE(detail->jobs[1].vendorState, u"failed/script_failure/allow_failure"_s);
    QCOMPARE(detail->jobs[1].state, BuildState::Failed);
    QCOMPARE(detail->jobs[1].runner, u"big one"_s);
    QCOMPARE(detail->jobs[1].queuedAt, QDateTime::fromString(u"2026-12-24T17:54:30.233Z"_s, Qt::ISODateWithMs));
    QCOMPARE(detail->jobs[2].state, BuildState::Waiting);
    QCOMPARE(detail->jobs[3].state, BuildState::Errored);
    QCOMPARE(detail->tests.size(), size_t(2));
    QCOMPARE(detail->tests[0].errored, 3);
    QCOMPARE(detail->tests[0].failures.size(), size_t(4));
    QCOMPARE(detail->tests[0].failures[0].name, u"Cents: rounds"_s);
    QCOMPARE(detail->tests[0].failures[0].message, u"off by one"_s);
    QCOMPARE(detail->tests[0].failures[1].message, u"off by two"_s);
    QCOMPARE(detail->tests[0].failures[2].message, u"no a\nno b"_s);
    QCOMPARE(detail->tests[0].failures[3].message, u"at line 3"_s);
}

// What a trigger job started in the same project; what it started elsewhere is a pipeline of its own.
void TestGitLab::childPipelinesAreParts()
{
    const QString pipelines = slug + u"/pipelines/"_s;
    HostContext host;
    script(host);
    host.on("GET", pipelines + u"47/jobs"_s, R"([{"id":1,"name":"compile","stage":"build","status":"success"},{"id":5,"name":"ship","stage":"deploy","status":"success"}])");
    host.on("GET", pipelines + u"47/bridges"_s, R"([
        {"id":4,"name":"others","stage":"test","status":"success","pipeline":{"id":47,"project_id":9},
            "downstream_pipeline":{"id":60,"project_id":12,"status":"success","web_url":"https://git.example.org/acme/other/-/pipelines/60"}},
        {"id":3,"name":"not yet","stage":"test","status":"created","pipeline":{"id":47,"project_id":9},"downstream_pipeline":null},
        {"id":2,"name":"modules","stage":"test","status":"failed","pipeline":{"id":47,"project_id":9},"downstream_pipeline":{"id":51,"project_id":9,"status":"failed"}}])");
    host.on("GET", pipelines + u"51/jobs"_s, R"([{"id":10,"name":"unit","stage":"test","status":"failed"}])");
    host.on("GET", pipelines + u"51/bridges"_s, R"([{"id":11,"name":"deeper","stage":"test","status":"success","pipeline":{"id":51,"project_id":9},"downstream_pipeline":{"id":52,"project_id":9}}])");
    host.on("GET", pipelines + u"52/jobs"_s, R"([{"id":20,"name":"lint","stage":"check","status":"success"}])");
    host.on("GET", pipelines + u"52/bridges"_s, R"([{"id":21,"name":"too deep","stage":"check","status":"success","pipeline":{"id":52,"project_id":9},"downstream_pipeline":{"id":53,"project_id":9}}])");
    const auto gitlab = connection();
    domain::BuildRun run;
    run.id = u"47"_s;
    run.project = u"acme/sub/ledger"_s;
    const auto detail = gitlab->buildDetail(run, host);
    QVERIFY(detail.has_value());
    QStringList told;
    for (const domain::BuildJob &job : detail->jobs)
        told.append(job.stage + u" / "_s + job.name);
    QCOMPARE(told, (QStringList { u"build / compile"_s, u"test / modules"_s, u"test / not yet"_s, u"test / others"_s, u"modules: test / unit"_s, u"modules: test / deeper"_s,
        u"modules: deeper: check / lint"_s, u"modules: deeper: check / too deep"_s, u"deploy / ship"_s }));
    QCOMPARE(detail->jobs[4].state, BuildState::Failed);
    QCOMPARE(detail->jobs[3].url, u"https://git.example.org/acme/other/-/pipelines/60"_s);
    QVERIFY(host.asks().filter(u"pipelines/53"_s).isEmpty() && host.asks().filter(u"pipelines/60"_s).isEmpty());
    // What waits in a child is started as what waits in the pipeline itself; trigger jobs may go in a circle in a broken answer.
    host.on("GET", pipelines + u"52/bridges"_s, R"([{"id":21,"name":"round","pipeline":{"id":52,"project_id":9},"downstream_pipeline":{"id":47,"project_id":9}}])");
    const auto start = [&](const QString &job) { return gitlab->act({ u"play"_s, {}, { { u"job"_s, job } }, false, run.toRecord() }, host); };
    QVERIFY(start(u"lint"_s));
    QCOMPARE(host.asks().last(), u"POST "_s + slug + u"/jobs/20/play"_s);
    QCOMPARE(start(u"nobody"_s).error().code, domain::ErrorCode::NotFound);
    host.requests.clear();
    QVERIFY(start(u"compile"_s));
    QVERIFY(host.asks().filter(u"bridges"_s).isEmpty()); // Only where it is not its own.
    // One that is gone, or not this person's to see, takes nothing else away.
    host.on("GET", pipelines + u"51/jobs"_s, "{}", 404);
    QCOMPARE(gitlab->buildDetail(run, host)->jobs.size(), size_t(5));
}

void TestGitLab::logsGoOnWhereTheyStopped()
{
    const QByteArray log = "line one\nline two\nline three\n";
    HostContext host;
    script(host);
    host.on("GET", slug + u"/jobs/8"_s, R"({"id":8,"status":"running","started_at":"2026-12-24T17:54:30.733Z"})");
    bool obeysRange = true;
    host.on("GET", slug + u"/jobs/8/trace"_s, [&](const sdk::HttpRequest &request) -> HostContext::Reply {
        for (const auto &[name, value] : request.headers) {
            if (name != "range" || !obeysRange)
                continue;
            const qsizetype from = value.mid(6).split('-')[0].toInt();
            return from >= log.size() ? HostContext::Reply { 416, {} } : HostContext::Reply { 206, log.mid(from) };
        }
        return { 200, log };
    });
    const auto gitlab = connection();
    domain::BuildRun run;
    run.id = u"47"_s;
    run.project = u"acme/sub/ledger"_s;
    domain::BuildJob job;
    job.id = u"8"_s;
    job.state = BuildState::Running;
    QByteArray got;
    const auto take = [&got](QByteArrayView data) { got += data; return true; };
    auto ended = gitlab->buildLog(run, job, 0, take, host);
    QVERIFY(ended.has_value() && !*ended);
    QCOMPARE(got, log);
    for (const bool range : { true, false }) {
        obeysRange = range;
        got.clear();
        QVERIFY(gitlab->buildLog(run, job, 9, take, host).has_value());
        QCOMPARE(got, log.mid(9));
        got.clear();
        QVERIFY(gitlab->buildLog(run, job, log.size(), take, host).has_value());
        QCOMPARE(got, QByteArray());
    }
    host.on("GET", slug + u"/jobs/8"_s, R"({"id":8,"status":"success"})");
    ended = gitlab->buildLog(run, job, log.size(), take, host);
    QVERIFY(ended.has_value() && *ended);
    host.on("GET", slug + u"/jobs/8"_s, R"({"id":8,"status":"pending","started_at":null})");
    ended = gitlab->buildLog(run, job, 0, take, host);
    QCOMPARE(ended.error().code, domain::ErrorCode::NotFound);
}

void TestGitLab::onlyChangesAreAskedFor()
{
    HostContext host;
    script(host);
    const auto gitlab = connection();
    const auto feed = gitlab->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    host.requests.clear();
    host.asked[0].onScreen = true;
    host.on("GET", slug + u"/pipelines"_s, "[]");
    QVERIFY(host.pull(*feed).has_value());
    // One for the hint, one for the project; what is known stays.
    QCOMPARE(host.asks(), QStringList({ u"GET /api/v4/projects"_s, u"GET "_s + slug + u"/pipelines"_s }));
    QVERIFY(QUrlQuery(host.requests[1].url).hasQueryItem(u"updated_after"_s));
    QCOMPARE(host.of(domain::recordtype::buildRun).size(), 2);
    // A project that is gone is said, and takes nothing away.
    host.on("GET", slug + u"/pipelines"_s, "{\"message\":\"404 Project Not Found\"}", 404);
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.of(domain::recordtype::buildRun).size(), 2);
    QVERIFY(host.logged.last().contains("404 Project Not Found"_L1));
    // A host that is down is an error of the feed.
    host.on("GET", slug + u"/pipelines"_s, "", 503);
    const auto down = host.pull(*feed);
    QCOMPARE(down.error().code, domain::ErrorCode::Offline);
}

void TestGitLab::idleEstateStaysWithinItsRequests()
{
    HostContext host;
    script(host);
    host.asked.clear();
    for (int i = 0; i < 500; ++i)
        host.entity(u"component:default/s%1"_s.arg(i), { { u"gitlab.com/project-slug"_s, u"acme/s%1"_s.arg(i) } });
    host.on("GET", u"/api/v4/projects/acme%2Fs[0-9]+"_s, project);
    host.on("GET", u"/api/v4/projects/acme%2Fs[0-9]+/pipelines"_s, "[]");
    const auto gitlab = connection();
    const auto feed = gitlab->feed(u"builds"_s);
    for (int pull = 0; pull < 10; ++pull)
        QVERIFY(host.pull(*feed).has_value());
    QSet<QString> asked;
    for (const QString &ask : host.asks())
        asked.insert(ask);
    QCOMPARE(asked.size(), qsizetype(500 * 2 + 1)); // Each project, its pipelines; the hint.
    // All are known, and no time has passed: nothing is asked. What an hour costs is counted by tst_projectturns.
    host.requests.clear();
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.asks(), QStringList());
}

void TestGitLab::projectsByAnnotationAndSource_data()
{
    QTest::addColumn<QJsonObject>("annotations");
    QTest::addColumn<QString>("route");
    const auto row = [](const char *name, const QJsonObject &annotations, const QString &route) { QTest::newRow(name) << annotations << route; };
    const QString source = u"backstage.io/source-location"_s;
    row("slug", { { u"gitlab.com/project-slug"_s, u"acme/web"_s } }, u"acme%2Fweb"_s);
    row("number", { { u"gitlab.com/project-id"_s, u"42"_s } }, u"42"_s);
    row("instance before it", { { u"gitlab.com/project-slug"_s, u"git.example.org:acme/web"_s } }, u"acme%2Fweb"_s);
    row("another instance before it", { { u"gitlab.com/project-slug"_s, u"other.example.org:acme/web"_s } }, {});
    row("instance", { { u"gitlab.com/project-slug"_s, u"acme/web"_s }, { u"gitlab.com/instance"_s, u"git.example.org"_s } }, u"acme%2Fweb"_s);
    row("another instance", { { u"gitlab.com/project-slug"_s, u"acme/web"_s }, { u"gitlab.com/instance"_s, u"gitlab.com"_s } }, {});
    row("source", { { source, u"url:https://git.example.org/acme/deep/web/-/tree/main/"_s } }, u"acme%2Fdeep%2Fweb"_s);
    row("old source", { { source, u"url:https://git.example.org/acme/web/blob/main/catalog-info.yaml"_s } }, u"acme%2Fweb"_s);
    row("location", { { u"backstage.io/managed-by-location"_s, u"url:https://git.example.org/acme/web/-/blob/main/catalog-info.yaml"_s } },
        u"acme%2Fweb"_s);
    row("elsewhere", { { source, u"url:https://github.com/acme/web/tree/main/"_s } }, {});
    row("slug, source elsewhere", { { u"gitlab.com/project-slug"_s, u"acme/web"_s }, { source, u"url:https://gitlab.com/acme/web/-/tree/main/"_s } }, {});
    row("another port", { { source, u"url:https://git.example.org:8443/acme/web/-/tree/main/"_s } }, {});
}

void TestGitLab::projectsByAnnotationAndSource()
{
    QFETCH(const QJsonObject, annotations);
    QFETCH(const QString, route);
    HostContext host;
    script(host);
    host.asked = { { u"component:default/web"_s, annotations } };
    const auto gitlab = connection();
    const auto feed = gitlab->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    const QStringList expected = route.isEmpty() ? QStringList() : QStringList { u"GET /api/v4/projects/"_s + route };
    QCOMPARE(host.asks(), expected);
}

void TestGitLab::mergeRequestsAreJudged()
{
    HostContext host;
    script(host);
    const auto gitlab = connection();
    const auto feed = gitlab->feed(u"reviews"_s);
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.records.size(), 1);
    const auto review = domain::Review::fromRecord(host.records.first());
    QCOMPARE(review.key(), u"acme/sub/ledger!9"_s);
    QCOMPARE(review.entityRefs, QStringList { u"component:default/ledger"_s });
    QVERIFY(review.waitsForMe && !review.isMine && review.hasConflicts && !review.isDraft);
    QCOMPARE(review.approvals, 1);
    QCOMPARE(review.verdict, domain::Review::Verdict::Approved);
    QCOMPARE(review.checks, BuildState::Failed);
    QCOMPARE(review.changedFiles, 12);
    QCOMPARE(review.comments, 4);
    QCOMPARE(review.cloneUrl, u"https://git.example.org/root/ledger.git"_s);
    QCOMPARE(review.labels, QStringList { u"money"_s });
    // What did not change is not asked for again.
    const qsizetype before = host.asks().count(u"GET /api/v4/projects/3/merge_requests/9"_s);
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.asks().count(u"GET /api/v4/projects/3/merge_requests/9"_s), before);
    QCOMPARE(domain::Review::fromRecord(host.records.first()), review);
    // What waits is asked each time, by one request; all else when that changed, when a person wants it, or later.
    const auto asks = [&] {
        host.requests.clear();
        return host.pull(*feed).has_value() ? host.asks().filter(u"merge_requests"_s) : QStringList();
    };
    const QStringList one { u"GET /api/v4/merge_requests"_s };
    QCOMPARE(asks(), one);
    QVERIFY(host.requests.back().url.query().contains("reviewer_id=7"_L1));
    host.wanted = true;
    QCOMPARE(asks(), (QStringList { one[0], one[0], u"GET /api/v4/groups/acme/merge_requests"_s }));
    host.wanted = false;
    host.on("GET", u"/api/v4/merge_requests"_s, "[]");
    host.on("GET", u"/api/v4/groups/acme/merge_requests"_s, "[]");
    QCOMPARE(asks().size(), 3);
    QVERIFY(host.records.isEmpty()); // It was merged.
    script(host);
    host.asked.resize(1);
    // A review that was given is waited for no more, and changes requested count before approvals.
    host.forgetCursors();
    host.on("GET", u"/api/v4/projects/3/merge_requests/9/reviewers"_s, R"([{"user":{"username":"mira"},"state":"requested_changes"}])");
    QVERIFY(host.pull(*feed).has_value());
    const auto given = domain::Review::fromRecord(host.records.first());
    QVERIFY(!given.waitsForMe);
    QCOMPARE(given.verdict, domain::Review::Verdict::ChangesRequested);
    // While it works conflicts out it knows of none, and is asked again though nothing changed.
    host.forgetCursors();
    for (const bool sure : { false, true }) {
        host.on("GET", u"/api/v4/projects/3/merge_requests/9"_s, sure ? R"({"has_conflicts":true,"merge_status":"cannot_be_merged"})" : R"({"has_conflicts":false,"merge_status":"checking"})");
        host.wanted = true; // Each pull asks for all.
        QVERIFY(host.pull(*feed).has_value());
        const auto judged = domain::Review::fromRecord(host.records.first());
        QVERIFY(judged.hasConflicts == sure && judged.conflictsUnsure == !sure);
    }
}

void TestGitLab::recordedAnswers()
{
    const auto recorded = [](const QString &name) {
        QFile file(QStringLiteral(CALLBOARD_SOURCE_DIR "/../shared/peer-data/gitlab/") + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    if (recorded(u"get_merge_requests.json"_s).isEmpty())
        QSKIP("SKIPPED: ../shared/peer-data is not here, so GitLab's recorded answers were NOT read");
    HostContext host;
    script(host);
    host.on("GET", u"/api/v4/merge_requests"_s, recorded(u"get_merge_requests.json"_s));
    host.on("GET", u"/api/v4/todos"_s, recorded(u"list_todos.json"_s));
    host.on("GET", slug + u"/pipelines/47/test_report"_s, recorded(u"get_pipeline_testreport.json"_s));
    const auto gitlab = connection();
    QVERIFY(host.pull(*gitlab->feed(u"reviews"_s)).has_value());
    const auto first = domain::Review::fromRecord(host.records.value(u"Review gitlab-org/gitlab-ee!15442"_s));
    QCOMPARE(first.title, u"Draft: Use structured logging for DB load balancer"_s);
    QCOMPARE(first.author, u"hfyngvason"_s);
    QCOMPARE(first.reviewers, QStringList { u"tkuah"_s });
    QCOMPARE(first.commit, u"2fc4e8b972ff3208ec63b6143e34ad67ff343ad7"_s);
    QCOMPARE(first.updatedAt, QDateTime::fromString(u"2019-08-20T12:01:49.849Z"_s, Qt::ISODateWithMs));
    QVERIFY(host.pull(*gitlab->feed(u"notices"_s)).has_value());
    QCOMPARE(host.of(domain::recordtype::notice).size(), 2);
    domain::BuildRun run;
    run.id = u"47"_s;
    run.project = u"acme/sub/ledger"_s;
    const auto detail = gitlab->buildDetail(run, host);
    QCOMPARE(detail->tests.size(), size_t(2));
    QCOMPARE(detail->tests[0].errored, 4);
    QCOMPARE(detail->tests[0].failures.size(), size_t(3)); // Of the four that its count names, three are in it.
    QCOMPARE(detail->tests[0].failures[0].name, u"MyClassOne: Error testcase 1"_s);
    QCOMPARE(detail->tests[0].failures[2].message, u"Failed test a\nFailed test b"_s);
}

void TestGitLab::todosAreNotices()
{
    HostContext host;
    script(host);
    const auto gitlab = connection();
    const auto feed = gitlab->feed(u"notices"_s);
    QVERIFY(host.pull(*feed).has_value());
    const auto notice = domain::Notice::fromRecord(host.records.value(u"Notice 102"_s));
    QCOMPARE(notice.title, u"Round to cents"_s);
    QCOMPARE(notice.description, u"Administrator asks for your review"_s);
    QCOMPARE(notice.kind, u"host"_s);
    QCOMPARE(notice.about, u"acme/sub/ledger!9"_s);
    QCOMPARE(notice.entityRef, u"component:default/ledger"_s);
    QCOMPARE(notice.severity, u"high"_s);
    QVERIFY(!notice.readAt.isValid());
    // Done elsewhere, it is no longer among the pending ones.
    host.on("GET", u"/api/v4/todos"_s, "[]");
    QVERIFY(host.pull(*feed).has_value());
    QVERIFY(host.records.isEmpty());
}

// As https://docs.gitlab.com/api/repositories/#compare-branches-tags-or-commits shows it: the oldest first.
void TestGitLab::commitsBetweenTwoPipelines()
{
    HostContext host;
    script(host);
    host.on("GET", slug + u"/repository/compare"_s, R"({"commit":{"id":"ccc"},"commits":[
        {"id":"bbb","title":"Test it","author_name":"Jan","committed_date":"2026-08-11T11:00:00.000+02:00"},
        {"id":"ccc","title":"Round","author_name":"Mira K.","committed_date":"2026-08-11T12:00:00.000+02:00"}]})");
    domain::BuildRun good, run;
    run.id = u"47"_s;
    good.project = run.project = u"acme/sub/ledger"_s;
    good.commit = u"aaa"_s;
    run.commit = u"ccc"_s;
    const auto gitlab = connection();
    const auto commits = gitlab->commitsBetween(good, run, host);
    QVERIFY2(commits.has_value(), commits ? "" : qPrintable(commits.error().detail));
    QCOMPARE(host.requests.back().url.query(), u"from=aaa&to=ccc"_s);
    QCOMPARE(notPublished(fileIn(u"gitlab/endpoints.txt"_s), host.asks(), u"/api/v4"_s), QStringList());
    QCOMPARE(commits->size(), size_t(2));
    QVERIFY(commits->front().id == "ccc"_L1 && commits->front().author == "Mira K."_L1 && commits->back().subject == "Test it"_L1);
    QCOMPARE(commits->front().at.toString(Qt::ISODate), u"2026-08-11T10:00:00Z"_s);
    host.on("GET", slug + u"/repository/compare"_s, "[]");
    QCOMPARE(gitlab->commitsBetween(good, run, host).error().code, domain::ErrorCode::BadResponse);
}

void TestGitLab::signsIn()
{
    HostContext host;
    script(host);
    const auto gitlab = connection();
    QCOMPARE(gitlab->principal(host).value(), u"mira@git.example.org"_s);
    QVERIFY(host.requests.back().headers.contains(sdk::Header("private-token", "glpat-secret")));
    host.secrets[u"token"_s] = u"two\nlines"_s;
    QCOMPARE(gitlab->principal(host).error().code, domain::ErrorCode::Invalid);
    host.secrets.clear();
    QCOMPARE(gitlab->principal(host).error().code, domain::ErrorCode::Unauthorised);
    // With an application, the sign-in with the browser; a token that was refused is renewed once.
    QJsonObject with = settings;
    with.insert(u"clientId"_s, u"app"_s);
    host.oauthToken = u"first"_s;
    host.on("GET", u"/api/v4/user"_s, [](const sdk::HttpRequest &request) {
        const bool isNew = request.headers.contains(sdk::Header("authorization", "Bearer first-renewed"));
        return isNew ? HostContext::Reply { 200, user } : HostContext::Reply { 401, "{\"error\":\"invalid_token\"}" };
    });
    const auto browser = connection(with);
    QCOMPARE(browser->principal(host).value(), u"mira@git.example.org"_s);
    QCOMPARE(host.refusedTokens, QStringList { u"first"_s });
    const auto methods = browser->signInMethods(host);
    QCOMPARE(methods->front().kind, sdk::SignInMethod::Kind::OAuth);
    QCOMPARE(methods->front().oauth.deviceAuthorization, QUrl(u"https://git.example.org/oauth/authorize_device"_s));
}

void TestGitLab::glabIsAskedOnlyWhenChosen()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"config.yml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("git_protocol: ssh\nhosts:\n    gitlab.com:\n        token: wrong\n    git.example.org:\n        # comment\n"
               "        token: \"glpat-of-glab\"\n        user: mira\nlast: 1\n");
    file.close();
    qputenv("GLAB_CONFIG_DIR", folder.path().toUtf8());
    HostContext host;
    script(host);
    host.secrets.clear();
    QCOMPARE(connection()->principal(host).error().code, domain::ErrorCode::Unauthorised);
    const auto methods = connection()->signInMethods(host).value();
    QVERIFY(std::ranges::any_of(methods, [](const sdk::SignInMethod &method) { return method.id == "glab"_L1; }));
    QJsonObject chosen = settings;
    chosen.insert(u"signIn"_s, u"glab"_s);
    QVERIFY(connection(chosen)->principal(host).has_value());
    QVERIFY(host.requests.back().headers.contains(sdk::Header("private-token", "glpat-of-glab")));
    qunsetenv("GLAB_CONFIG_DIR");
}

void TestGitLab::probeTellsWhatIsMissing()
{
    HostContext host;
    script(host);
    host.on("GET", u"/api/v4/personal_access_tokens/self"_s, R"({"id":1,"scopes":["read_api"]})");
    const auto gitlab = connection();
    auto report = gitlab->probe(host);
    QCOMPARE(report->who, u"mira"_s);
    QCOMPARE(report->missing.size(), 1);
    host.on("GET", u"/api/v4/personal_access_tokens/self"_s, R"({"id":1,"scopes":["api"]})");
    report = gitlab->probe(host);
    QCOMPARE(report->missing, QStringList());
    host.on("GET", u"/api/v4/user"_s, "<html>sign in</html>");
    QCOMPARE(connection()->probe(host).error().code, domain::ErrorCode::BadResponse);
}

void TestGitLab::everyRequestIsPublished()
{
    HostContext host;
    script(host);
    const auto gitlab = connection();
    for (const QString &id : { u"builds"_s, u"reviews"_s, u"notices"_s }) {
        const auto feed = gitlab->feed(id);
        QVERIFY(host.pull(*feed).has_value());
        QVERIFY(host.pull(*feed).has_value());
    }
    domain::BuildRun run;
    run.id = u"47"_s;
    run.project = u"acme/sub/ledger"_s;
    domain::BuildJob job;
    job.id = u"8"_s;
    (void)gitlab->probe(host);
    QVERIFY(gitlab->buildDetail(run, host).has_value());
    (void)gitlab->buildLog(run, job, 5, [](QByteArrayView) { return true; }, host);
    run.branch = u"main"_s;
    for (const QString &id : { u"rerun"_s, u"rerunFailed"_s, u"cancel"_s, u"dispatch"_s })
        QVERIFY(gitlab->act({ id, {}, {}, false, run.toRecord() }, host).has_value());
    (void)gitlab->actionForm({ u"dispatch"_s, {}, {}, false, run.toRecord() }, host);
    QVERIFY(gitlab->act({ u"done"_s, {}, {}, false, host.records.value(u"Notice 102"_s) }, host).has_value());
    QVERIFY(gitlab->act({ u"approveReview"_s, {}, {}, false, host.records.value(u"Review acme/sub/ledger!9"_s) }, host).has_value());
    QVERIFY(host.requests.size() > 20);
    QCOMPARE(notPublished(fileIn(u"gitlab/endpoints.txt"_s), host.asks(), u"/api/v4"_s), QStringList());
    for (const sdk::HttpRequest &request : host.requests)
        QVERIFY(!request.url.toString().contains("glpat"_L1));
}

void TestGitLab::hostileAnswersDoNoHarm()
{
    const QList<std::pair<QString, QByteArray>> answers { { slug, project }, { slug + u"/pipelines"_s, pipelines },
        { slug + u"/pipelines/47"_s, pipeline47 }, { slug + u"/repository/commits"_s, commits }, { slug + u"/deployments"_s, deployments },
        { slug + u"/pipelines/47/jobs"_s, jobs }, { slug + u"/pipelines/47/test_report"_s, testReport },
        { u"/api/v4/todos"_s, todos }, { u"/api/v4/merge_requests"_s, mergeRequest }, { u"/api/v4/user"_s, user } };
    domain::BuildRun run;
    run.id = u"47"_s;
    run.project = u"acme/sub/ledger"_s;
    int tried = 0;
    for (const auto &[path, body] : answers) {
        for (const QByteArray &bad : spoilt(body)) {
            HostContext host;
            script(host);
            host.on("GET", path, bad);
            const auto gitlab = connection();
            const QString feed = path.contains("todos"_L1) ? u"notices"_s : path.contains("merge_requests"_L1) || path.endsWith("user"_L1) ? u"reviews"_s : u"builds"_s;
            (void)host.pull(*gitlab->feed(feed));
            if (path.contains("/pipelines/47/"_L1))
                (void)gitlab->buildDetail(run, host);
            for (const domain::Record &record : std::as_const(host.records)) {
                QVERIFY(!record.key.isEmpty() && record.key.size() < 2000);
                QVERIFY(QJsonDocument(record.body).toJson().size() < 100'000);
            }
            ++tried;
        }
    }
    QVERIFY(tried > 300);
}

QTEST_GUILESS_MAIN(TestGitLab)
#include "tst_gitlab.moc"
