// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of CircleCI, when, and whose runs it becomes.
#include "tests/unit/hosts/circlecianswers.h"

using namespace callboard;
using namespace callboard::test;
using namespace callboard::test::circleci;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::BuildState;

class TestCircleCi final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void workflowsBecomeRuns();
    void aPipelineOfGitHubsApp();
    void statesAreThoseOfTheDocs();
    void whatHasEndedIsNotAskedForAgain();
    void whatWaitsIsAskedForMoreAndMoreSeldom();
    void whatFailedMayBeRunAgain();
    void aPipelineOnItsWay();
    void whatASetupWorkflowBrings();
    void manyNewPipelinesAreAllRead();
    void whatIsLearntFirstIsBounded();
    void whatAListHasNoMoreIsAskedForByItsId();
    void workflowsOfOnePipelineAreAskedForTogether();
    void whereSomethingHappened();
    void whatWasActedUponIsAskedForAtOnce();
    void aLimitIsWaitedOut();
    void onePipelineHoldsUpNoOther();
    void projectsByAnnotationAndSource_data();
    void projectsByAnnotationAndSource();
    void signsIn();
    void aServerOfOnesOwn();
};

void TestCircleCi::workflowsBecomeRuns()
{
    HostContext host;
    script(host);
    const auto circleci = connection();
    QVERIFY(circleci);
    QVERIFY(host.pull(*circleci->feed(u"builds"_s)).has_value());
    QCOMPARE(host.of(domain::recordtype::buildRun).size(), 5);
    const auto waiting = runOf(host, u"w43"_s);
    QCOMPARE(waiting.state, BuildState::Waiting);
    QCOMPARE(waiting.vendorState, u"on_hold"_s);
    QCOMPARE(waiting.pipeline, u"build-test-deploy"_s);
    QCOMPARE(waiting.number, 43);
    QCOMPARE(waiting.title, u"Round to cents"_s);
    QCOMPARE(waiting.branch, u"main"_s);
    QVERIFY(waiting.isDefaultBranch && waiting.pullRequest.isEmpty());
    QCOMPARE(waiting.commit, u"9fec847784abb10b2fa567ee63b85bd238955d0e"_s);
    QCOMPARE(waiting.trigger, u"push"_s);
    QCOMPARE(waiting.actor, u"mira"_s);
    QCOMPARE(waiting.url, u"https://app.circleci.com/pipelines/gh/acme/ledger/43/workflows/w43"_s);
    QCOMPARE(waiting.entityRefs, QStringList(u"component:default/ledger"_s));
    // It waited since its pipeline was made.
    QCOMPARE(waiting.queuedAt.msecsTo(waiting.startedAt), 2000);
    QVERIFY(!waiting.finishedAt.isValid());
    // Run again: an attempt of the same workflow of the pipeline.
    const auto failed = runOf(host, u"w421"_s), again = runOf(host, u"w422"_s), other = runOf(host, u"w420"_s);
    QCOMPARE(failed.state, BuildState::Failed);
    QCOMPARE(failed.attempt, 1);
    QCOMPARE(again.attempt, 2);
    QCOMPARE(again.state, BuildState::Passed);
    QCOMPARE(again.queuedAt, again.startedAt);
    QCOMPARE(again.finishedAt, QDateTime::fromString(u"2026-08-11T12:04:00.000Z"_s, Qt::ISODateWithMs));
    QCOMPARE(other.attempt, 1);
    QCOMPARE(failed.pullRequest, u"9"_s); // Of a fork.
    QCOMPARE(failed.trigger, u"pull_request"_s);
    // A pipeline whose config is wrong has no workflow, and is shown all the same.
    const auto broken = runOf(host, u"pipeline/p41"_s);
    QCOMPARE(broken.state, BuildState::Errored);
    QCOMPARE(broken.trigger, u"manual"_s);
    QVERIFY(broken.finishedAt.isValid());
    const auto detail = circleci->buildDetail(broken, host);
    QCOMPARE(host.asks().last(), u"GET /api/v2/pipeline/p41"_s);
    QVERIFY(!detail.has_value()); // Nobody scripted it.
    host.on("GET", u"/api/v2/pipeline/p41"_s, QJsonDocument(QJsonDocument::fromJson(answer(u"pipelines"_s))["items"_L1][2].toObject()).toJson());
    QCOMPARE(circleci->buildDetail(broken, host)->annotations.at(0).message, u"Unexpected parameter in config.yml"_s);
}

// It has no "vcs". Shape: the test event of Pipedream's source new-job-completed-instant, which was recorded.
void TestCircleCi::aPipelineOfGitHubsApp()
{
    HostContext host;
    script(host);
    host.asked = { { u"component:default/ledger"_s, { { u"circleci.com/project-slug"_s, u"circleci/o1/a1"_s } } } };
    host.on("GET", u"/api/v2/project/circleci/o1/a1"_s, R"({"id":"a1-id","slug":"circleci/o1/a1","vcs_info":{"vcs_url":"//circleci.com/o1/a1","provider":"CircleCI","default_branch":null}})");
    host.on("GET", u"/api/v2/project/circleci/o1/a1/pipeline"_s, R"({"items":[{"id":"p5","number":5,"state":"created","created_at":"2026-08-12T17:23:29.629Z",
        "trigger":{"type":"webhook","actor":{"login":"","avatar_url":null}},
        "trigger_parameters":{"github_app":{"branch":"master","commit_title":"Round to cents","commit_sha":"9e2e4bed59d2e6c51d00e0e0b49f1b79ff146ab1"},
          "git":{"branch":"master","ref":"refs/heads/master","commit_message":"Round to cents\n\nLong","author_login":"mira",
            "checkout_sha":"9e2e4bed59d2e6c51d00e0e0b49f1b79ff146ab1","default_branch":"master"},
          "circleci":{"event_type":"push","trigger_type":"github_app"}}}],"next_page_token":null})");
    host.on("GET", u"/api/v2/pipeline/p5/workflow"_s, page({ workflowOf(u"w5"_s, u"success"_s, 1min) }));
    QVERIFY(host.pull(*connection()->feed(u"builds"_s)).has_value());
    const auto run = domain::BuildRun::fromRecord(host.records.value(u"BuildRun circleci/o1/a1#w5"_s));
    QCOMPARE(run.branch, u"master"_s);
    QVERIFY(run.isDefaultBranch);
    QCOMPARE(run.commit, u"9e2e4bed59d2e6c51d00e0e0b49f1b79ff146ab1"_s);
    QCOMPARE(run.title, u"Round to cents"_s);
    QCOMPARE(run.actor, u"mira"_s);
    QCOMPARE(run.trigger, u"push"_s);
    QCOMPARE(run.url, u"https://app.circleci.com/pipelines/circleci/o1/a1/5/workflows/w5"_s);
}

void TestCircleCi::statesAreThoseOfTheDocs()
{
    const auto states = documentedStates(u"CircleCI"_s);
    // All words of the enumerations of its OpenAPI document, and those of a pipeline that has no workflow.
    for (const char *word : { "success", "running", "not_run", "failed", "error", "failing", "on_hold", "canceled", "unauthorized", "retried", "queued",
             "not_running", "infrastructure_fail", "timedout", "terminated-unknown", "blocked", "pending", "setup-pending", "setup", "errored" })
        QVERIFY2(states.contains(QString::fromLatin1(word)), word);
    QCOMPARE(states.size(), 20);
    QJsonArray workflows, jobs;
    for (auto it = states.begin(); it != states.end(); ++it) {
        workflows.append(QJsonObject { { u"id"_s, it.key() }, { u"name"_s, it.key() }, { u"status"_s, it.key() } });
        jobs.append(QJsonObject { { u"id"_s, it.key() }, { u"status"_s, it.key() } });
    }
    workflows.append(QJsonObject { { u"id"_s, u"new"_s }, { u"status"_s, u"brand_new"_s } });
    HostContext host;
    script(host);
    host.on("GET", project + u"/pipeline"_s, page({ pipelineOf(1, 1min) }));
    host.on("GET", u"/api/v2/pipeline/p1/workflow"_s, page(workflows));
    host.on("GET", u"/api/v2/workflow/w421/job"_s, page(jobs));
    const auto circleci = connection();
    QVERIFY(host.pull(*circleci->feed(u"builds"_s)).has_value());
    QCOMPARE(host.of(domain::recordtype::buildRun).size(), 21);
    for (const auto &run : host.of<domain::BuildRun>(domain::recordtype::buildRun))
        QCOMPARE(domain::buildStateName(run.state), states.value(run.vendorState, u"unknown"_s));
    const auto detail = circleci->buildDetail(failedRun(), host);
    QCOMPARE(detail->jobs.size(), size_t(20));
    for (const domain::BuildJob &job : detail->jobs)
        QCOMPARE(domain::buildStateName(job.state), states.value(job.vendorState));
}

void TestCircleCi::whatHasEndedIsNotAskedForAgain()
{
    HostContext host;
    script(host);
    host.on("GET", project + u"/pipeline"_s, page({ pipelineOf(3, 2min), pipelineOf(2, 2h), pipelineOf(1, 72h) }));
    host.on("GET", u"/api/v2/pipeline/p1/workflow"_s, page({ workflowOf(u"w1"_s, u"failed"_s, 72h), workflowOf(u"w1.2"_s, u"running"_s, 3min) }));
    host.on("GET", u"/api/v2/pipeline/p2/workflow"_s, page({ workflowOf(u"w2"_s, u"success"_s, 2h) }));
    host.on("GET", u"/api/v2/pipeline/p3/workflow"_s, page({ workflowOf(u"w3"_s, u"running"_s, 2min) }));
    const auto circleci = connection();
    const auto feed = circleci->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.asks(), (QStringList { u"GET "_s + project, u"GET "_s + project + u"/pipeline"_s, workflowsAsk(3), workflowsAsk(2), workflowsAsk(1) }));
    host.requests.clear();
    host.on("GET", u"/api/v2/pipeline/p3/workflow"_s, page({ workflowOf(u"w3"_s, u"failed"_s, 2min) }));
    QVERIFY(host.pull(*feed).has_value());
    // However old a pipeline is, what runs in it is followed.
    QCOMPARE(host.asks(), (QStringList { u"GET /api/v2/pipeline"_s, u"GET "_s + project + u"/pipeline"_s, workflowsAsk(3), workflowsAsk(1) }));
    QCOMPARE(runOf(host, u"w3"_s).state, BuildState::Failed);
    QCOMPARE(runOf(host, u"w2"_s).state, BuildState::Passed); // Not told again, and there.
}

// Many a workflow ends in an approval that nobody gives.
void TestCircleCi::whatWaitsIsAskedForMoreAndMoreSeldom()
{
    HostContext host;
    script(host);
    QJsonArray pipelines;
    for (int i = 8; i > 0; --i) {
        pipelines.append(pipelineOf(i, 10h));
        host.on("GET", u"/api/v2/pipeline/p%1/workflow"_s.arg(i), page({ workflowOf(u"w%1"_s.arg(i), u"on_hold"_s, 10h) }));
    }
    host.on("GET", project + u"/pipeline"_s, page(pipelines));
    const auto circleci = connection();
    const auto feed = circleci->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.of(domain::recordtype::buildRun).size(), 8);
    for (int pull = 0; pull < 3; ++pull) {
        host.requests.clear();
        QVERIFY(host.pull(*feed).has_value());
        // The list, and the hint; neither a pipeline nor a workflow by its id.
        QCOMPARE(host.asks().filter(u"workflow"_s), QStringList());
        QVERIFY(host.asks().contains(u"GET "_s + project + u"/pipeline"_s));
        QCOMPARE(host.of(domain::recordtype::buildRun).size(), 8);
    }
    // Whoever looks at it and asks is told at once.
    host.asked[0].onScreen = true;
    host.wanted = true;
    host.requests.clear();
    host.on("GET", u"/api/v2/pipeline/p5/workflow"_s, page({ workflowOf(u"w5"_s, u"success"_s, 10h) }));
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.asks().filter(u"workflow"_s).size(), 8);
    QCOMPARE(runOf(host, u"w5"_s).state, BuildState::Passed);
}

void TestCircleCi::whatFailedMayBeRunAgain()
{
    HostContext host;
    script(host);
    host.on("GET", project + u"/pipeline"_s, page({ pipelineOf(3, 1h), pipelineOf(2, 2h), pipelineOf(1, 48h) }));
    host.on("GET", u"/api/v2/pipeline/p3/workflow"_s, page({ workflowOf(u"w3"_s, u"success"_s, 1h) }));
    host.on("GET", u"/api/v2/pipeline/p2/workflow"_s, page({ workflowOf(u"w2"_s, u"failed"_s, 2h) }));
    host.on("GET", u"/api/v2/pipeline/p1/workflow"_s, page({ workflowOf(u"w1"_s, u"failed"_s, 48h) }));
    host.asked[0].onScreen = true;
    const auto circleci = connection();
    const auto feed = circleci->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    host.requests.clear();
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.asks().filter(u"workflow"_s), QStringList()); // It was asked for a moment ago.
    host.requests.clear();
    host.wanted = true;
    host.on("GET", u"/api/v2/pipeline/p2/workflow"_s, page({ workflowOf(u"w2"_s, u"failed"_s, 2h), workflowOf(u"w2.2"_s, u"running"_s, 1min) }));
    QVERIFY(host.pull(*feed).has_value());
    // Of what ended, the one that failed within a day.
    QCOMPARE(host.asks().filter(u"workflow"_s), QStringList(workflowsAsk(2)));
    QCOMPARE(runOf(host, u"w2.2"_s).attempt, 2);
    QCOMPARE(runOf(host, u"w2.2"_s).state, BuildState::Running);
}

void TestCircleCi::aPipelineOnItsWay()
{
    HostContext host;
    script(host);
    host.on("GET", project + u"/pipeline"_s, page({ pipelineOf(1, 10s, u"pending"_s) }));
    host.on("GET", u"/api/v2/pipeline/p1/workflow"_s, page({}));
    host.on("GET", u"/api/v2/pipeline/p1"_s, QJsonDocument(pipelineOf(1, 10s)).toJson());
    const auto circleci = connection();
    const auto feed = circleci->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(runOf(host, u"pipeline/p1"_s).state, BuildState::Queued);
    // Now it has a workflow, which takes its place.
    host.on("GET", project + u"/pipeline"_s, page({ pipelineOf(1, 10s) }));
    host.on("GET", u"/api/v2/pipeline/p1/workflow"_s, page({ workflowOf(u"w1"_s, u"running"_s, 5s) }));
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.records.keys(), QStringList(u"BuildRun gh/acme/ledger#w1"_s));
    // One that was made and has no workflow, as no filter lets it pass, is shown by nothing.
    HostContext other;
    script(other);
    other.on("GET", project + u"/pipeline"_s, page({ pipelineOf(1, 10s) }));
    other.on("GET", u"/api/v2/pipeline/p1/workflow"_s, page({}));
    QVERIFY(other.pull(*feed).has_value());
    QVERIFY(other.records.isEmpty());
}

// https://circleci.com/docs/guides/orchestrate/dynamic-config/: what the setup workflow brings comes into the same pipeline.
void TestCircleCi::whatASetupWorkflowBrings()
{
    HostContext host;
    script(host);
    host.asked[0].onScreen = true;
    QJsonObject setup = workflowOf(u"w1"_s, u"success"_s, 60s, u"setup"_s);
    setup.insert(u"tag"_s, u"setup"_s);
    host.on("GET", project + u"/pipeline"_s, page({ pipelineOf(1, 62s, u"setup"_s) }));
    host.on("GET", u"/api/v2/pipeline/p1/workflow"_s, page({ setup }));
    const auto circleci = connection();
    const auto feed = circleci->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.records.size(), 1);
    // All that it has has ended, and it is asked for all the same.
    host.on("GET", project + u"/pipeline"_s, page({ pipelineOf(1, 62s) }));
    host.on("GET", u"/api/v2/pipeline/p1/workflow"_s, page({ workflowOf(u"w1.2"_s, u"running"_s, 20s), setup }));
    host.wanted = true;
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(runOf(host, u"w1.2"_s).state, BuildState::Running);
    QCOMPARE(runOf(host, u"w1.2"_s).queuedAt, runOf(host, u"w1.2"_s).startedAt); // It waited for nothing but its setup.
    QVERIFY(runOf(host, u"w1"_s).queuedAt < runOf(host, u"w1"_s).startedAt);
}

void TestCircleCi::manyNewPipelinesAreAllRead()
{
    HostContext host;
    script(host);
    host.asked[0].onScreen = true;
    host.on("GET", project + u"/pipeline"_s, page({ pipelineOf(1, 2h) }));
    host.on("GET", u"/api/v2/pipeline/p[0-9]+/workflow"_s, [](const sdk::HttpRequest &request) {
        const QString number = request.url.path().section(u'/', 4, 4).mid(1);
        return HostContext::Reply { 200, page({ workflowOf(u'w' + number, u"success"_s, 1min) }) };
    });
    const auto circleci = connection();
    const auto feed = circleci->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    // Thirty pushes later, in pages of twenty.
    host.on("GET", project + u"/pipeline"_s, [](const sdk::HttpRequest &request) {
        const bool isSecond = QUrlQuery(request.url).queryItemValue(u"page-token"_s, QUrl::FullyDecoded) == "a+b/c=="_L1;
        QJsonArray items;
        for (int i = isSecond ? 11 : 31; i > (isSecond ? 0 : 11); --i)
            items.append(pipelineOf(i, i == 1 ? 2h : 1min));
        return HostContext::Reply { 200, page(items, isSecond ? QJsonValue() : QJsonValue(u"a+b/c=="_s)) };
    });
    host.requests.clear();
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.of(domain::recordtype::buildRun).size(), 31);
    QCOMPARE(host.asks().count(u"GET "_s + project + u"/pipeline"_s), 2); // Each page once.
    // All of that is known: one page, and nothing else.
    host.requests.clear();
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.asks().filter(project + u"/pipeline"_s).size(), 1);
    QCOMPARE(host.asks().filter(u"workflow"_s), QStringList());
}

void TestCircleCi::whatIsLearntFirstIsBounded()
{
    HostContext host;
    script(host);
    QJsonArray pipelines;
    for (int i = 20; i > 0; --i)
        pipelines.append(pipelineOf(i, 240h));
    host.on("GET", project + u"/pipeline"_s, page(pipelines, u"more"_s));
    host.on("GET", u"/api/v2/pipeline/p[0-9]+/workflow"_s, page({}));
    const auto circleci = connection();
    const auto feed = circleci->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.asks().filter(u"workflow"_s).size(), 10);
    QCOMPARE(host.asks().size(), 12);
}

void TestCircleCi::whatAListHasNoMoreIsAskedForByItsId()
{
    HostContext host;
    script(host);
    host.on("GET", project + u"/pipeline"_s, page({ pipelineOf(1, 2h) }));
    host.on("GET", u"/api/v2/pipeline/p1/workflow"_s, page({ workflowOf(u"w1"_s, u"failed"_s, 2h), workflowOf(u"w1.2"_s, u"running"_s, 1h) }));
    const auto circleci = connection();
    const auto feed = circleci->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    host.on("GET", project + u"/pipeline"_s, page({}));
    host.on("GET", u"/api/v2/workflow/w1.2"_s, QJsonDocument(workflowOf(u"w1.2"_s, u"success"_s, 1h)).toJson());
    host.on("GET", u"/api/v2/pipeline/p1"_s, QJsonDocument(pipelineOf(1, 2h)).toJson());
    host.on("GET", u"/api/v2/pipeline/p1/workflow"_s, page({ workflowOf(u"w1"_s, u"failed"_s, 2h), workflowOf(u"w1.2"_s, u"success"_s, 1h) }));
    host.requests.clear();
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.asks().mid(2), (QStringList { u"GET /api/v2/workflow/w1.2"_s, u"GET /api/v2/pipeline/p1"_s, workflowsAsk(1) }));
    const auto run = runOf(host, u"w1.2"_s);
    QCOMPARE(run.state, BuildState::Passed);
    QCOMPARE(run.attempt, 2); // As it was told before.
    QVERIFY(run.isDefaultBranch);
    QCOMPARE(notPublished(fileIn(u"circleci/endpoints.txt"_s), host.asks(), u"/api"_s), QStringList());
}

void TestCircleCi::workflowsOfOnePipelineAreAskedForTogether()
{
    HostContext host;
    script(host);
    host.asked[0].onScreen = true;
    const auto serve = [&host](const QString &lint, std::chrono::seconds age) {
        const QJsonArray all { workflowOf(u"w1"_s, u"on_hold"_s, age), workflowOf(u"w1.2"_s, lint, age, u"lint"_s) };
        host.on("GET", u"/api/v2/pipeline/p1/workflow"_s, page(all));
        for (const QJsonValue one : all)
            host.on("GET", u"/api/v2/workflow/"_s + one["id"_L1].toString(), QJsonDocument(one.toObject()).toJson());
    };
    host.on("GET", project + u"/pipeline"_s, page({ pipelineOf(1, 2h) }));
    host.on("GET", u"/api/v2/pipeline/p1"_s, QJsonDocument(pipelineOf(1, 2h)).toJson());
    serve(u"running"_s, 2h);
    const auto circleci = connection();
    const auto feed = circleci->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    host.on("GET", project + u"/pipeline"_s, page({}));
    const auto askedNow = [&] {
        host.requests.clear();
        return host.pull(*feed) ? host.asks().filter(u"/p1"_s) + host.asks().filter(u"/workflow/w"_s) : QStringList();
    };
    // Two of them, which cost what one does; then what a pipeline is of is known.
    QCOMPARE(askedNow(), (QStringList { u"GET /api/v2/pipeline/p1"_s, workflowsAsk(1), u"GET /api/v2/workflow/w1"_s }));
    QCOMPARE(askedNow(), QStringList { workflowsAsk(1) });
    serve(u"success"_s, 2h);
    QCOMPARE(askedNow(), QStringList { workflowsAsk(1) });
    QCOMPARE(runOf(host, u"w1.2"_s).state, BuildState::Passed);
    // What only waits is not asked for each minute, but when somebody wants it, or did something with it here.
    QCOMPARE(askedNow(), QStringList());
    QCOMPARE(runOf(host, u"w1"_s).state, BuildState::Waiting);
    host.wanted = true;
    QCOMPARE(askedNow(), QStringList { workflowsAsk(1) });
    host.wanted = false;
    QCOMPARE(askedNow(), QStringList());
    host.on("GET", u"/api/v2/workflow/w1/job"_s, page({}));
    QVERIFY(circleci->act({ u"cancel"_s, {}, {}, false, runOf(host, u"w1"_s).toRecord() }, host));
    serve(u"success"_s, 1h);
    QVERIFY(askedNow().contains(workflowsAsk(1)));
}

void TestCircleCi::whereSomethingHappened()
{
    HostContext host;
    script(host);
    host.asked.clear();
    for (const QString &slug : { u"gh/acme/ledger"_s, u"github/acme/idle"_s, u"circleci/o1/a1"_s })
        host.entity(u"component:default/"_s + slug.section(u'/', -1), { { u"circleci.com/project-slug"_s, slug } });
    host.on("GET", u"/api/v2/project/[a-z0-9]+/[a-z0-9]+/[a-z0-9]+"_s, answer(u"project"_s));
    host.on("GET", u"/api/v2/project/gh/acme/idle"_s, R"({"slug":"gh/acme/idle","vcs_info":{"default_branch":"main"}})");
    host.on("GET", u"/api/v2/project/circleci/o1/a1"_s, R"({"slug":"circleci/JeYL/LC3D","vcs_info":{"default_branch":"main"}})");
    host.on("GET", u"/api/v2/project/[a-z0-9/]+/pipeline"_s, page({}));
    host.on("GET", u"/api/v2/pipeline"_s, [](const sdk::HttpRequest &request) {
        const QString organisation = QUrlQuery(request.url).queryItemValue(u"org-slug"_s, QUrl::FullyDecoded);
        QJsonObject now = pipelineOf(7, 1min), before = pipelineOf(6, 48h);
        before.insert(u"project_slug"_s, u"gh/acme/idle"_s);
        if (organisation == "circleci/o1"_L1)
            now.insert(u"project_slug"_s, u"circleci/JeYL/LC3D"_s); // Told by another name than that of the catalog.
        return HostContext::Reply { 200, page({ now, before }) };
    });
    const auto circleci = connection();
    const auto feed = circleci->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    host.requests.clear();
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.asks(), (QStringList { u"GET /api/v2/pipeline"_s, u"GET /api/v2/pipeline"_s, u"GET /api/v2/project/gh/acme/ledger/pipeline"_s,
        u"GET /api/v2/project/circleci/o1/a1/pipeline"_s }));
    QCOMPARE(host.requests[0].url.query(QUrl::FullyDecoded), u"mine=false&org-slug=gh/acme"_s);
    // However much is new there, it is one request for each.
    host.on("GET", u"/api/v2/pipeline"_s, [](const sdk::HttpRequest &) {
        QJsonArray fresh;
        for (int i = 27; i > 7; --i)
            fresh.append(pipelineOf(i, 1min));
        return HostContext::Reply { 200, page(fresh, u"more"_s) };
    });
    host.forgetCursors();
    QVERIFY(host.pull(*feed).has_value());
    host.requests.clear();
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.asks().count(u"GET /api/v2/pipeline"_s), 2);
    // An organisation that may not be read hides nothing of the others.
    host.forgetCursors();
    host.on("GET", u"/api/v2/pipeline"_s, R"({"message":"Organization not found."})", 404);
    QVERIFY(host.pull(*feed).has_value());
    QVERIFY(host.pull(*feed).has_value());
}

void TestCircleCi::whatWasActedUponIsAskedForAtOnce()
{
    HostContext host;
    script(host);
    host.on("GET", project + u"/pipeline"_s, page({ pipelineOf(2, 10h), pipelineOf(1, 48h) }));
    host.on("GET", u"/api/v2/pipeline/p2/workflow"_s, page({ workflowOf(u"w2"_s, u"on_hold"_s, 10h) }));
    host.on("GET", u"/api/v2/pipeline/p1/workflow"_s, page({ workflowOf(u"w1"_s, u"failed"_s, 48h) }));
    host.on("GET", u"/api/v2/workflow/w2/job"_s, page({ QJsonObject { { u"id"_s, u"j"_s }, { u"name"_s, u"hold"_s }, { u"type"_s, u"approval"_s },
        { u"status"_s, u"on_hold"_s }, { u"approval_request_id"_s, u"a1"_s } } }));
    const auto circleci = connection();
    const auto feed = circleci->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    // What waits, and was approved.
    QVERIFY(circleci->act({ u"approve"_s, {}, {}, false, runOf(host, u"w2"_s).toRecord() }, host).has_value());
    host.on("GET", u"/api/v2/pipeline/p2/workflow"_s, page({ workflowOf(u"w2"_s, u"running"_s, 10h) }));
    host.requests.clear();
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.asks().filter(u"workflow"_s), QStringList(workflowsAsk(2)));
    QCOMPARE(runOf(host, u"w2"_s).state, BuildState::Running);
    // What ended days ago, and runs again: as a workflow that nobody knew.
    host.on("POST", u"/api/v2/workflow/w1/rerun"_s, R"({"workflow_id":"w1.2"})", 202);
    host.on("GET", u"/api/v2/workflow/w1.2"_s, QJsonDocument(workflowOf(u"w1.2"_s, u"running"_s, 1s)).toJson());
    host.on("GET", u"/api/v2/pipeline/p1/workflow"_s, page({ workflowOf(u"w1.2"_s, u"running"_s, 1s), workflowOf(u"w1"_s, u"failed"_s, 48h) }));
    // And meanwhile somebody pushed.
    host.on("GET", project + u"/pipeline"_s, page({ pipelineOf(3, 1s), pipelineOf(2, 10h), pipelineOf(1, 48h) }));
    host.on("GET", u"/api/v2/pipeline/p3/workflow"_s, page({ workflowOf(u"w3"_s, u"running"_s, 1s) }));
    QVERIFY(circleci->act({ u"rerun"_s, {}, {}, false, runOf(host, u"w1"_s).toRecord() }, host).has_value());
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(runOf(host, u"w1.2"_s).attempt, 2);
    QCOMPARE(runOf(host, u"w1.2"_s).state, BuildState::Running);
    QCOMPARE(runOf(host, u"w3"_s).state, BuildState::Running);
    // What the list has no more.
    domain::BuildRun old;
    old.project = u"gh/acme/ledger"_s;
    old.id = u"w9"_s;
    host.on("POST", u"/api/v2/workflow/w9/rerun"_s, R"({"workflow_id":"w9.2"})", 202);
    host.on("GET", u"/api/v2/workflow/w9.2"_s, QJsonDocument(workflowOf(u"w9.2"_s, u"running"_s, 1s)).toJson());
    host.on("GET", u"/api/v2/pipeline/p9"_s, QJsonDocument(pipelineOf(9, 720h)).toJson());
    host.on("GET", u"/api/v2/pipeline/p9/workflow"_s, page({ workflowOf(u"w9.2"_s, u"running"_s, 1s) }));
    QVERIFY(circleci->act({ u"rerun"_s, {}, {}, false, old.toRecord() }, host).has_value());
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(runOf(host, u"w9.2"_s).state, BuildState::Running);
}

void TestCircleCi::onePipelineHoldsUpNoOther()
{
    HostContext host;
    script(host);
    host.on("GET", project + u"/pipeline"_s, page({ pipelineOf(2, 2min), pipelineOf(1, 1min) }));
    host.on("GET", u"/api/v2/pipeline/p2/workflow"_s, "{\"message\":\"Internal server error\"}", 500);
    host.on("GET", u"/api/v2/pipeline/p1/workflow"_s, page({ workflowOf(u"w1"_s, u"running"_s, 1min) }));
    const auto circleci = connection();
    const auto feed = circleci->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(runOf(host, u"w1"_s).state, BuildState::Running);
    host.on("GET", u"/api/v2/pipeline/p2/workflow"_s, page({ workflowOf(u"w2"_s, u"failed"_s, 2min) }));
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(runOf(host, u"w2"_s).state, BuildState::Failed);
    // A host that is away is another matter: nothing is taken for known.
    host.on("GET", u"/api/v2/pipeline/p1/workflow"_s, "{}", 503);
    QCOMPARE(host.pull(*feed).error().code, domain::ErrorCode::Offline);
    QCOMPARE(runOf(host, u"w1"_s).state, BuildState::Running);
}

void TestCircleCi::aLimitIsWaitedOut()
{
    HostContext host;
    script(host);
    const auto circleci = connection();
    const auto feed = circleci->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    const QStringList before = host.records.keys();
    host.asked[0].onScreen = true;
    host.on("GET", project + u"/pipeline"_s, [](const sdk::HttpRequest &) { return HostContext::Reply { 429, R"({"message":"Rate limit exceeded"})", { { "retry-after", "70" } } }; });
    const auto limited = host.pull(*feed);
    QCOMPARE(limited.error().code, domain::ErrorCode::RateLimited);
    QCOMPARE(limited.error().retryAfter.value(), std::chrono::seconds(70));
    QCOMPARE(host.records.keys(), before);
}

void TestCircleCi::projectsByAnnotationAndSource_data()
{
    QTest::addColumn<QString>("slug");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("project");
    const auto row = [](const char *name, const QString &slug, const QString &source, const QString &url, const QString &project) { QTest::newRow(name) << slug << source << url << project; };
    row("short", u"gh/acme/ledger"_s, {}, {}, u"gh/acme/ledger"_s);
    row("long", u" github/acme/ledger "_s, {}, {}, u"gh/acme/ledger"_s);
    row("bitbucket", u"bitbucket/acme/ledger"_s, {}, {}, u"bb/acme/ledger"_s);
    row("standalone", u"circleci/8c9a/44f9"_s, {}, {}, u"circleci/8c9a/44f9"_s);
    row("without a manager it is Bitbucket", u"acme/ledger"_s, {}, {}, u"bb/acme/ledger"_s);
    row("of this instance", u"circleci.com:gh/acme/ledger"_s, {}, {}, u"gh/acme/ledger"_s);
    row("of another instance", u"ci.example.org:gh/acme/ledger"_s, {}, {}, {});
    row("a server by its name", u"ci.example.org:gh/acme/ledger"_s, {}, u"https://ci.example.org"_s, u"gh/acme/ledger"_s);
    row("no slug", u"gh/acme"_s, {}, {}, u"bb/gh/acme"_s);
    row("nothing", u"gh//ledger"_s, {}, {}, {});
    row("unknown manager", u"svn/acme/ledger"_s, {}, {}, {});
    row("source at GitHub", {}, u"url:https://github.com/acme/ledger/tree/main/"_s, {}, u"gh/acme/ledger"_s);
    row("source at Bitbucket", {}, u"url:https://bitbucket.org/acme/ledger/src/main/"_s, {}, u"bb/acme/ledger"_s);
    row("source elsewhere", {}, u"url:https://git.example.org/acme/ledger"_s, {}, {});
    row("a server does not say which GitHub it builds", {}, u"url:https://github.com/acme/ledger"_s, u"https://ci.example.org"_s, {});
    row("the annotation counts", u"gh/acme/other"_s, u"url:https://github.com/acme/ledger"_s, {}, u"gh/acme/other"_s);
}

void TestCircleCi::projectsByAnnotationAndSource()
{
    QFETCH(QString, slug);
    QFETCH(QString, source);
    QFETCH(QString, url);
    QFETCH(QString, project);
    HostContext host;
    host.secrets.insert(u"token"_s, u"CCIPATsecret"_s);
    QJsonObject annotations;
    if (!slug.isEmpty())
        annotations.insert(u"circleci.com/project-slug"_s, slug);
    if (!source.isEmpty())
        annotations.insert(u"backstage.io/source-location"_s, source);
    host.entity(u"component:default/ledger"_s, annotations);
    const auto circleci = connection({ { u"url"_s, url } });
    QVERIFY(host.pull(*circleci->feed(u"builds"_s)).has_value());
    const QStringList expected = project.isEmpty() ? QStringList() : QStringList(u"GET /api/v2/project/"_s + project);
    QCOMPARE(host.asks(), expected);
}

void TestCircleCi::signsIn()
{
    HostContext host;
    script(host);
    const auto circleci = connection();
    QCOMPARE(circleci->principal(host).value(), u"mira@circleci.com"_s);
    QVERIFY(host.requests.back().headers.contains(sdk::Header("circle-token", "CCIPATsecret")));
    QCOMPARE(circleci->principal(host).value(), u"mira@circleci.com"_s);
    QCOMPARE(host.requests.size(), size_t(1));
    QCOMPARE(circleci->probe(host)->summary, u"Mira K. at circleci.com."_s);
    QCOMPARE(circleci->signInMethods(host)->at(0).tokenField, u"token"_s);
    // Another token is perhaps another person's.
    host.secrets.insert(u"token"_s, u"CCIPATother"_s);
    host.on("GET", u"/api/v2/me"_s, R"({"id":"2","login":"bo"})");
    QCOMPARE(circleci->principal(host).value(), u"bo@circleci.com"_s);
    host.on("GET", u"/api/v2/me"_s, R"({"message":"Invalid token provided."})", 401);
    host.secrets.insert(u"token"_s, u"CCIPATwrong"_s);
    QCOMPARE(circleci->principal(host).error().code, domain::ErrorCode::Unauthorised);
    host.secrets.insert(u"token"_s, u"two words"_s);
    QCOMPARE(circleci->principal(host).error().code, domain::ErrorCode::Invalid);
    host.secrets.clear();
    QCOMPARE(circleci->principal(host).error().code, domain::ErrorCode::Unauthorised);
    // The address of the pages is taken for that of the API.
    host.secrets.insert(u"token"_s, u"CCIPATother"_s);
    host.on("GET", u"/api/v2/me"_s, answer(u"me"_s));
    QCOMPARE(connection({ { u"url"_s, u"https://app.circleci.com/pipelines/gh/acme"_s } })->principal(host).value(), u"mira@circleci.com"_s);
    QCOMPARE(connection({ { u"url"_s, u"ftp://circleci.com"_s } })->principal(host).error().code, domain::ErrorCode::Invalid);
}

void TestCircleCi::aServerOfOnesOwn()
{
    HostContext host;
    script(host);
    const auto circleci = connection({ { u"url"_s, u"https://ci.example.org/"_s } });
    QVERIFY(host.pull(*circleci->feed(u"builds"_s)).has_value());
    for (const sdk::HttpRequest &request : host.requests)
        QCOMPARE(request.url.host(), u"ci.example.org"_s);
    QCOMPARE(circleci->principal(host).value(), u"mira@ci.example.org"_s);
    QVERIFY(runOf(host, u"w43"_s).url.isEmpty()); // Where its pages are it does not say.
}

QTEST_GUILESS_MAIN(TestCircleCi)
#include "tst_circleci.moc"
