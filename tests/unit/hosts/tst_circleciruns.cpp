// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A run of CircleCI that somebody looks at, and what can be done with it.
#include "plugins/sdk/projectstate.h"
#include "tests/unit/hosts/circlecianswers.h"

using namespace callboard;
using namespace callboard::test;
using namespace callboard::test::circleci;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::BuildState;

class TestCircleCiRuns final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void jobsStepsAndTests();
    void stepsOfAJobThatEndedAreKept();
    void logs();
    void aLogOnlyGrows();
    void noCredentialGoesToAnOutput();
    void actionsReachTheHost();
    void approvalsByName();
    void aPipelineSaysWhatItAsksFor();
    void definitionsOfPipelines();
    void whatCannotBeDone();
    void whatWaitsForDaysIsChargedWhole();
    void everyRequestIsPublished();
    void hostileAnswersDoNoHarm();
};

void TestCircleCiRuns::jobsStepsAndTests()
{
    HostContext host;
    script(host);
    const auto circleci = connection();
    const auto detail = circleci->buildDetail(failedRun(), host);
    QVERIFY2(detail.has_value(), detail ? "" : qPrintable(detail.error().detail));
    QCOMPARE(detail->jobs.size(), size_t(4));
    const auto &test = detail->jobs[1];
    QCOMPARE(test.name, u"test"_s);
    QCOMPARE(test.needs, QStringList(u"j1"_s));
    QCOMPARE(test.state, BuildState::Failed);
    QCOMPARE(test.runner, u"medium"_s);
    QCOMPARE(test.queuedAt.secsTo(test.startedAt), 4);
    QCOMPARE(test.startedAt.secsTo(test.finishedAt), 150);
    QCOMPARE(test.url, u"https://app.circleci.com/pipelines/gh/acme/ledger/42/workflows/w421/jobs/102"_s);
    QCOMPARE(test.steps.size(), size_t(3));
    QCOMPARE(test.steps[2].name, u"make test"_s);
    QCOMPARE(test.steps[2].state, BuildState::Failed); // On one of two machines.
    QCOMPARE(test.steps[2].startedAt.secsTo(test.steps[2].finishedAt), 140);
    QCOMPARE(detail->jobs[2].state, BuildState::Waiting);
    QCOMPARE(detail->jobs[3].state, BuildState::Queued);
    QCOMPARE(detail->jobs[3].needs, (QStringList { u"j2"_s, u"j3"_s }));
    QCOMPARE(detail->annotations.size(), size_t(1));
    QCOMPARE(detail->annotations[0].jobId, u"j2"_s);
    QCOMPARE(detail->annotations[0].severity, domain::Severity::Warning);
    QCOMPARE(detail->tests.size(), size_t(1));
    const auto &suite = detail->tests[0];
    QCOMPARE(suite.name, u"test"_s);
    QVERIFY(suite.passed == 1 && suite.failed == 1 && suite.errored == 1 && suite.skipped == 1);
    QCOMPARE(suite.seconds, 2.25);
    QCOMPARE(suite.failures.size(), size_t(2));
    QCOMPARE(suite.failures[0].name, u"Money.rounds"_s);
    QCOMPARE(suite.failures[0].message, u"expected 2, got 3"_s);
    QCOMPARE(suite.failures[1].name, u"starts"_s);
    // What has not begun, and approvals, have no number: nothing is asked of them.
    QCOMPARE(host.asks().filter(u"v1.1"_s).size(), 2);
    // A job whose steps cannot be had is there without them.
    HostContext other;
    script(other);
    other.on("GET", u"/api/v1.1/.*"_s, "{}", 404);
    QCOMPARE(connection()->buildDetail(failedRun(), other)->jobs.size(), size_t(4));
    other.on("GET", u"/api/v1.1/.*"_s, "{}", 503);
    QCOMPARE(connection()->buildDetail(failedRun(), other).error().code, domain::ErrorCode::Offline);
}

void TestCircleCiRuns::stepsOfAJobThatEndedAreKept()
{
    HostContext host;
    script(host);
    QJsonObject jobs = QJsonDocument::fromJson(answer(u"jobs"_s)).object();
    QJsonArray items = jobs["items"_L1].toArray();
    QJsonObject running = items[1].toObject();
    running.insert(u"status"_s, u"running"_s);
    items[1] = running;
    host.on("GET", u"/api/v2/workflow/w421/job"_s, page(items));
    domain::BuildRun run = failedRun();
    run.state = BuildState::Running;
    const auto circleci = connection();
    QVERIFY(circleci->buildDetail(run, host).has_value());
    QCOMPARE(host.asks().filter(u"tests"_s), QStringList()); // Before it has ended.
    host.requests.clear();
    const auto detail = circleci->buildDetail(run, host);
    QCOMPARE(host.asks(), (QStringList { u"GET /api/v2/workflow/w421/job"_s, u"GET /api/v1.1/project/gh/acme/ledger/102"_s }));
    QCOMPARE(detail->jobs[0].steps.size(), size_t(3));
}

void TestCircleCiRuns::logs()
{
    HostContext host;
    script(host);
    const auto circleci = connection();
    QByteArray log;
    const auto take = [&log](QByteArrayView data) { log += data; return true; };
    domain::BuildJob job;
    job.id = u"j2"_s;
    const auto read = circleci->buildLog(failedRun(), job, 0, take, host);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().detail));
    QVERIFY(*read);
    const QByteArray text = "rounding\r\nExited with code exit status 1\r\n";
    // One machine after another; what ran in the background comes last.
    QCOMPARE(log, QByteArray("##[group]Spin up environment\n" + text + "##[endgroup]\n##[group]make test\n" + text
                     + "##[endgroup]\n##[group]make test (1)\n##[endgroup]\n##[group]Database\n" + text + "##[endgroup]\n"));
    // From a byte in the last step on: the others are not asked for again.
    const QByteArray whole = std::exchange(log, {});
    const qsizetype from = whole.size() - 20;
    host.requests.clear();
    QVERIFY(*circleci->buildLog(failedRun(), job, from, take, host));
    QCOMPARE(log, whole.sliced(from));
    QCOMPARE(host.asks().mid(2), QStringList(u"GET /102/1"_s));
    // What is not there any more says so.
    HostContext other;
    script(other);
    other.on("GET", u"/102/[0-9]"_s, "<Error/>", 403);
    log.clear();
    QVERIFY(*connection()->buildLog(failedRun(), job, 0, take, other));
    QVERIFY(log.contains("make test (1)") && !log.contains("Error") && log.count('\n') == 11);
    // Neither a workflow nor an approval nor what has not begun has a log.
    job.id.clear();
    QCOMPARE(circleci->buildLog(failedRun(), job, 0, take, host).error().code, domain::ErrorCode::Unsupported);
    for (const QString &id : { u"j3"_s, u"j4"_s, u"j9"_s }) {
        job.id = id;
        QCOMPARE(circleci->buildLog(failedRun(), job, 0, take, host).error().code, domain::ErrorCode::NotFound);
    }
}

void TestCircleCiRuns::aLogOnlyGrows()
{
    HostContext host;
    script(host);
    QString status = u"running"_s;
    QJsonArray actions;
    const auto add = [&actions](const QString &name, const QString &state, const QString &address, bool isBackground = false) {
        QJsonObject action { { u"index"_s, 0 }, { u"status"_s, state }, { u"background"_s, isBackground } };
        if (!state.isEmpty())
            action.insert(u"start_time"_s, ago(1min));
        if (!address.isEmpty())
            action.insert(u"output_url"_s, address);
        QJsonObject beside = action; // Another machine, which is further.
        beside.insert(u"index"_s, 1);
        beside.insert(u"status"_s, u"success"_s);
        beside.remove(u"output_url"_s);
        actions.append(QJsonObject { { u"name"_s, name }, { u"actions"_s, QJsonArray { action, beside } } });
    };
    host.on("GET", u"/api/v2/workflow/w421/job"_s, [&](const sdk::HttpRequest &) {
        return HostContext::Reply { 200, page({ QJsonObject { { u"id"_s, u"j1"_s }, { u"job_number"_s, 101 }, { u"status"_s, status } } }) };
    });
    host.on("GET", u"/api/v1.1/.*"_s, [&](const sdk::HttpRequest &) { return HostContext::Reply { 200, QJsonDocument(QJsonObject { { u"steps"_s, actions } }).toJson() }; });
    QByteArray first = R"([{"message":"one\n"}])", second;
    host.on("GET", u"/base"_s, R"([{"message":"ready\n"}])");
    host.on("GET", u"/first"_s, [&](const sdk::HttpRequest &) { return HostContext::Reply { 200, first }; });
    host.on("GET", u"/second"_s, [&](const sdk::HttpRequest &) { return HostContext::Reply { second.isEmpty() ? 404 : 200, second }; });
    const auto circleci = connection();
    QByteArray log;
    domain::BuildJob job;
    job.id = u"j1"_s;
    const auto read = [&] { return circleci->buildLog(failedRun(), job, log.size(), [&log](QByteArrayView data) { log += data; return true; }, host); };
    add(u"base"_s, u"running"_s, u"https://output.example/base"_s, true);
    add(u"first"_s, u"running"_s, u"https://output.example/first"_s);
    add(u"second"_s, {}, {});
    QVERIFY(!*read());
    QCOMPARE(log, "##[group]first\none\n"_ba);
    first = R"([{"message":"one\n"},{"message":"two"}])";
    QVERIFY(!*read());
    QCOMPARE(log, "##[group]first\none\ntwo"_ba);
    // The first has ended; what the second wrote is on its way.
    actions = {};
    add(u"base"_s, u"running"_s, u"https://output.example/base"_s, true);
    add(u"first"_s, u"success"_s, u"https://output.example/first"_s);
    add(u"second"_s, u"success"_s, u"https://output.example/second"_s);
    QVERIFY(!*read());
    QCOMPARE(log, "##[group]first\none\ntwo\n##[endgroup]\n"_ba);
    second = R"([{"message":"three\n"}])";
    QVERIFY(!*read());
    const QByteArray steps = "##[group]first\none\ntwo\n##[endgroup]\n##[group]second\nthree\n##[endgroup]\n";
    QCOMPARE(log, steps);
    // At its end comes what was written beside it.
    status = u"success"_s;
    QVERIFY(*read());
    QCOMPARE(log, QByteArray(steps + "##[group]first (1)\n##[endgroup]\n##[group]second (1)\n##[endgroup]\n##[group]base\nready\n##[endgroup]\n##[group]base (1)\n##[endgroup]\n"));
    const QByteArray whole = log;
    QVERIFY(*read());
    QCOMPARE(log, whole);
}

void TestCircleCiRuns::noCredentialGoesToAnOutput()
{
    HostContext host;
    script(host);
    domain::BuildJob job;
    job.id = u"j2"_s;
    QVERIFY(connection()->buildLog(failedRun(), job, 0, [](QByteArrayView) { return true; }, host).has_value());
    int elsewhere = 0;
    for (const sdk::HttpRequest &request : host.requests) {
        const bool isSigned = std::ranges::any_of(request.headers, [](const sdk::Header &header) { return header.second.contains("CCIPAT"); });
        QCOMPARE(isSigned, request.url.host() == "circleci.com"_L1);
        elsewhere += request.url.host() == "output.example"_L1;
        QVERIFY(request.url.host() == "circleci.com"_L1 || !request.remember);
    }
    QCOMPARE(elsewhere, 3);
    // Nor is a step read over what anybody can listen to, or from this machine.
    for (const QByteArray &address : { "http://output.example/1"_ba, "file:///etc/passwd"_ba, "//output.example/1"_ba, "javascript:1"_ba }) {
        HostContext other;
        script(other);
        QByteArray steps = answer(u"steps"_s);
        steps.replace("https://output.example/102/0?X-Amz-Signature=abc", address);
        other.on("GET", u"/api/v1.1/.*"_s, steps);
        QVERIFY(connection()->buildLog(failedRun(), job, 0, [](QByteArrayView) { return true; }, other).has_value());
        for (const sdk::HttpRequest &request : other.requests)
            QVERIFY2(request.url.scheme() == "https"_L1, qPrintable(request.url.toString()));
    }
}

void TestCircleCiRuns::actionsReachTheHost()
{
    HostContext host;
    script(host);
    const auto circleci = connection();
    const auto record = failedRun().toRecord();
    const auto done = circleci->act({ u"rerun"_s, {}, {}, false, record }, host);
    QVERIFY2(done.has_value(), done ? "" : qPrintable(done.error().detail));
    QCOMPARE(done->touchedFeeds, QStringList(u"builds"_s));
    QCOMPARE(host.asks().last(), u"POST /api/v2/workflow/w421/rerun"_s);
    QCOMPARE(bodyOf(host), (QJsonObject { { u"from_failed"_s, false } }));
    QVERIFY(circleci->act({ u"rerunFailed"_s, {}, {}, false, record }, host).has_value());
    QCOMPARE(bodyOf(host), (QJsonObject { { u"from_failed"_s, true } }));
    QVERIFY(circleci->act({ u"cancel"_s, {}, {}, false, record }, host).has_value());
    QCOMPARE(host.asks().last(), u"POST /api/v2/workflow/w421/cancel"_s);
    QVERIFY(circleci->act({ u"approve"_s, {}, {}, false, record }, host).has_value());
    QCOMPARE(host.asks().last(), u"POST /api/v2/workflow/w421/approve/a3"_s);
    host.on("POST", u"/api/v2/workflow/.*"_s, R"({"message":"Permission denied"})", 403);
    QCOMPARE(circleci->act({ u"rerun"_s, {}, {}, false, record }, host).error().detail, u"Permission denied"_s);
}

void TestCircleCiRuns::approvalsByName()
{
    HostContext host;
    script(host);
    const auto circleci = connection();
    const auto formFor = [&] { return circleci->actionForm({ u"approve"_s, {}, {}, false, failedRun().toRecord() }, host); };
    using Type = sdk::FormField::Type;
    QCOMPARE(formFor()->size(), size_t(1));
    QVERIFY(formFor()->at(0).type == Type::Choice && formFor()->at(0).choices == QStringList(u"hold"_s) && formFor()->at(0).defaultValue == "hold"_L1);
    QJsonArray items = QJsonDocument::fromJson(answer(u"jobs"_s))["items"_L1].toArray();
    QJsonObject other = items[2].toObject();
    other.insert(u"name"_s, u"hold-prod"_s);
    other.insert(u"approval_request_id"_s, u"a4"_s);
    items.append(other);
    host.on("GET", u"/api/v2/workflow/w421/job"_s, page(items));
    // Nobody lets something into production because they did not say what.
    QCOMPARE(formFor()->at(0).choices, (QStringList { QString(), u"hold"_s, u"hold-prod"_s }));
    QVERIFY(formFor()->at(0).required && formFor()->at(0).defaultValue == QString());
    const auto approve = [&](const QJsonValue &job) { return circleci->act({ u"approve"_s, {}, { { u"job"_s, job } }, false, failedRun().toRecord() }, host); };
    QCOMPARE(approve({}).error().code, domain::ErrorCode::Invalid);
    QVERIFY(approve({}).error().detail.contains("hold-prod"_L1));
    QVERIFY(approve(QJsonObject { { u"job"_s, u"hold-prod"_s } }).has_value()); // As the form has it.
    QCOMPARE(host.asks().last(), u"POST /api/v2/workflow/w421/approve/a4"_s);
    QVERIFY(approve(u"hold"_s).has_value()); // As it is typed.
    QCOMPARE(host.asks().last(), u"POST /api/v2/workflow/w421/approve/a3"_s);
    host.on("GET", u"/api/v2/workflow/w421/job"_s, page({}));
    QCOMPARE(approve({}).error().code, domain::ErrorCode::NotFound);
    QCOMPARE(formFor().error().code, domain::ErrorCode::NotFound);
}

// As https://circleci.com/docs/guides/orchestrate/pipeline-variables/ shows it.
void TestCircleCiRuns::aPipelineSaysWhatItAsksFor()
{
    HostContext host;
    script(host);
    const auto circleci = connection();
    const auto formFor = [&](const QString &ref) { return circleci->actionForm({ u"dispatch"_s, {}, { { u"ref"_s, ref } }, false, failedRun().toRecord() }, host); };
    const auto form = formFor(u"topic/a"_s);
    QVERIFY2(form.has_value(), form ? "" : qPrintable(form.error().detail));
    // The latest pipeline of that branch says it.
    QCOMPARE(host.asks(), (QStringList { u"GET "_s + project + u"/pipeline"_s, u"GET /api/v2/pipeline/p43/config"_s }));
    QCOMPARE(QUrlQuery(host.requests.front().url).queryItemValue(u"branch"_s, QUrl::FullyDecoded), u"topic/a"_s);
    using Type = sdk::FormField::Type;
    QCOMPARE(form->size(), size_t(4));
    QVERIFY(form->at(0) == (sdk::FormField { u"where"_s, u"where"_s, u"The target"_s, Type::Choice, u"staging"_s, { u"production"_s, u"staging"_s }, false }));
    QVERIFY(form->at(1).type == Type::Boolean && form->at(1).defaultValue == "true"_L1);
    QVERIFY(form->at(2).id == "count"_L1 && form->at(2).type == Type::Text && form->at(2).defaultValue == "3"_L1);
    QVERIFY(form->at(3).id == "version"_L1 && form->at(3).required);
    // Each value as its parameter takes it: a version that looks like a number is text.
    const QJsonObject values { { u"where"_s, u"production"_s }, { u"dry"_s, false }, { u"count"_s, u"4"_s }, { u"version"_s, u"12"_s } };
    QVERIFY(circleci->act({ u"dispatch"_s, {}, { { u"ref"_s, u"topic/a"_s }, { u"parameters"_s, values } }, false, failedRun().toRecord() }, host).has_value());
    QCOMPARE(host.asks().last(), u"POST "_s + project + u"/pipeline"_s);
    QCOMPARE(bodyOf(host), QJsonDocument::fromJson(R"({"branch":"topic/a","parameters":{"where":"production","dry":false,"count":4,"version":"12"}})").object());
    // What is left empty has its default; a tag is one.
    QVERIFY(circleci->act({ u"dispatch"_s, {}, { { u"ref"_s, u"refs/tags/v1"_s }, { u"parameters"_s, u"count=;dry=false"_s } }, false, failedRun().toRecord() }, host).has_value());
    QCOMPARE(bodyOf(host), QJsonDocument::fromJson(R"({"tag":"v1","parameters":{"dry":false}})").object());
    // A branch that nobody pushed has no pipeline: that of the run says it. With a setup config, it is that one which asks.
    host.on("GET", project + u"/pipeline"_s, page({}));
    host.on("GET", u"/api/v2/pipeline/p42/config"_s, R"({"source":"parameters: {a: {type: string}}","setup-config":"parameters: {b: {type: string, default: x}}"})");
    QCOMPARE(formFor(u"fresh"_s)->at(0).id, u"b"_s);
    // Where it cannot be had, what is typed goes as it looks.
    host.on("GET", u"/api/v2/pipeline/p42/config"_s, "{}", 404);
    QVERIFY(!formFor(u"fresh"_s).has_value());
    QVERIFY(circleci->act({ u"dispatch"_s, {}, { { u"parameters"_s, u"count=4;dry=true;why=so"_s } }, false, failedRun().toRecord() }, host).has_value());
    QCOMPARE(bodyOf(host), QJsonDocument::fromJson(R"({"branch":"cents","parameters":{"count":4,"dry":true,"why":"so"}})").object());
    QVERIFY(circleci->act({ u"dispatch"_s, {}, {}, false, failedRun().toRecord() }, host).has_value());
    QCOMPARE(bodyOf(host), QJsonDocument::fromJson(R"({"branch":"cents"})").object());
    // A commit that wants none started is no error of the network.
    host.on("POST", project + u"/pipeline"_s, R"({"message":"The commit says [ci skip]."})");
    const auto none = circleci->act({ u"dispatch"_s, {}, {}, false, failedRun().toRecord() }, host);
    QVERIFY(none.error().code == domain::ErrorCode::Conflict && none.error().detail.contains("[ci skip]"_L1));
}

// Projects that are not named after a repository: https://circleci.com/docs/api/v2/ (triggerPipelineRun).
void TestCircleCiRuns::definitionsOfPipelines()
{
    HostContext host;
    script(host);
    domain::BuildRun run = failedRun();
    run.project = u"circleci/o1/a1"_s;
    const QString standalone = u"/api/v2/project/circleci/o1/a1"_s;
    host.on("GET", standalone, R"({"id":"a1-id","slug":"circleci/o1/a1"})");
    host.on("GET", u"/api/v2/projects/a1-id/pipeline-definitions"_s, answer(u"definitions"_s));
    host.on("GET", standalone + u"/pipeline"_s, page({ pipelineOf(42, 1h) }));
    host.on("POST", standalone + u"/pipeline/run"_s, R"({"id":"p51","number":51,"state":"pending"})", 201);
    const auto circleci = connection();
    const auto form = circleci->actionForm({ u"dispatch"_s, {}, {}, false, run.toRecord() }, host);
    QCOMPARE(form->size(), size_t(5));
    QCOMPARE(form->front().choices, (QStringList { u"build"_s, u"release"_s }));
    const auto start = [&](const QJsonValue &parameters) { return circleci->act({ u"dispatch"_s, {}, { { u"parameters"_s, parameters } }, false, run.toRecord() }, host); };
    QVERIFY(start(QJsonObject { { form->front().id, u"release"_s }, { u"dry"_s, true } }).has_value());
    QCOMPARE(bodyOf(host), QJsonDocument::fromJson(R"({"definition_id":"d2","config":{"branch":"cents"},"checkout":{"branch":"cents"},"parameters":{"dry":true}})").object());
    QCOMPARE(start({}).error().code, domain::ErrorCode::Invalid); // Which of the two?
    host.on("GET", u"/api/v2/projects/a1-id/pipeline-definitions"_s, page({ QJsonObject { { u"id"_s, u"d1"_s }, { u"name"_s, u"build"_s } } }));
    QVERIFY(start({}).has_value());
    QCOMPARE(bodyOf(host)["definition_id"_L1].toString(), u"d1"_s);
    QCOMPARE(circleci->actionForm({ u"dispatch"_s, {}, {}, false, run.toRecord() }, host)->size(), size_t(4));
    QCOMPARE(notPublished(fileIn(u"circleci/endpoints.txt"_s), host.asks(), u"/api"_s), QStringList());
}

void TestCircleCiRuns::whatCannotBeDone()
{
    HostContext host;
    script(host);
    const auto circleci = connection();
    domain::BuildRun run = failedRun();
    const auto may = [&](const QString &action) { return circleci->mayAct({ action, {}, {}, false, run.toRecord() }, host)->allowed; };
    QVERIFY(may(u"rerun"_s) && may(u"rerunFailed"_s) && may(u"dispatch"_s) && !may(u"cancel"_s) && !may(u"approve"_s));
    run.state = BuildState::Waiting;
    QVERIFY(may(u"cancel"_s) && may(u"approve"_s) && !may(u"rerunFailed"_s));
    run.id = u"pipeline/p41"_s;
    QVERIFY(!may(u"rerun"_s) && !may(u"cancel"_s) && !may(u"approve"_s) && may(u"dispatch"_s));
    QCOMPARE(circleci->act({ u"rerun"_s, {}, {}, false, run.toRecord() }, host).error().code, domain::ErrorCode::Unsupported);
    QCOMPARE(circleci->act({ u"explode"_s, {}, {}, false, failedRun().toRecord() }, host).error().code, domain::ErrorCode::Unsupported);
    QCOMPARE(circleci->act({ u"rerun"_s, {}, {}, false, {} }, host).error().code, domain::ErrorCode::Invalid);
    QCOMPARE(circleci->commitsBetween(run, failedRun(), host).error().code, domain::ErrorCode::Unsupported);
    QVERIFY(host.requests.empty());
}

/// What is listed no more takes three requests the first time, which are part of what idle projects may cost.
void TestCircleCiRuns::whatWaitsForDaysIsChargedWhole()
{
    HostContext host;
    script(host);
    host.asked[0].onScreen = true;
    const QJsonObject waiting = workflowOf(u"w1"_s, u"on_hold"_s, 72h);
    host.on("GET", project + u"/pipeline"_s, page({ pipelineOf(1, 72h) }));
    host.on("GET", u"/api/v2/pipeline/p1"_s, QJsonDocument(pipelineOf(1, 72h)).toJson());
    host.on("GET", u"/api/v2/pipeline/p1/workflow"_s, page({ waiting }));
    host.on("GET", u"/api/v2/workflow/w1"_s, QJsonDocument(waiting).toJson());
    const auto circleci = connection();
    const auto feed = circleci->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    host.on("GET", project + u"/pipeline"_s, page({}));
    host.requests.clear();
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.asks().filter(u"/p1"_s).size() + host.asks().filter(u"/workflow/w1"_s).size(), 3);
    const double saved = sdk::projectstate::State::load(host.cursor()).saved;
    QVERIFY2(std::abs(saved + 3) < 0.5, qPrintable(QString::number(saved)));
}

void TestCircleCiRuns::everyRequestIsPublished()
{
    HostContext host;
    script(host);
    const auto circleci = connection();
    QVERIFY(circleci->probe(host).has_value());
    QVERIFY(host.pull(*circleci->feed(u"builds"_s)).has_value());
    const auto run = runOf(host, u"w421"_s);
    const auto detail = circleci->buildDetail(run, host);
    QVERIFY(circleci->buildLog(run, detail->jobs[1], 0, [](QByteArrayView) { return true; }, host).has_value());
    for (const QString &action : { u"rerun"_s, u"rerunFailed"_s, u"cancel"_s, u"approve"_s, u"dispatch"_s })
        QVERIFY(circleci->act({ action, {}, { { u"parameters"_s, u"count=1"_s } }, false, run.toRecord() }, host).has_value());
    QVERIFY(host.pull(*circleci->feed(u"builds"_s)).has_value());
    QCOMPARE(notPublished(fileIn(u"circleci/endpoints.txt"_s), asksOfTheApi(host), u"/api"_s), QStringList());
    QVERIFY(!notPublished(fileIn(u"circleci/endpoints.txt"_s), { u"POST /api/v2/workflow/w/explode"_s }, u"/api"_s).isEmpty());
    for (const sdk::HttpRequest &request : host.requests)
        QVERIFY(!request.url.toString().contains("CCIPAT"_L1));
}

void TestCircleCiRuns::hostileAnswersDoNoHarm()
{
    struct Row {
        QString path;
        QByteArray body;
    };
    const QList<Row> rows { { project, answer(u"project"_s) }, { project + u"/pipeline"_s, answer(u"pipelines"_s) },
        { u"/api/v2/pipeline/p42/workflow"_s, answer(u"workflows"_s) }, { u"/api/v2/workflow/w421/job"_s, answer(u"jobs"_s) },
        { u"/api/v1.1/project/gh/acme/ledger/102"_s, answer(u"steps"_s) }, { project + u"/job/102"_s, answer(u"job"_s) },
        { project + u"/102/tests"_s, answer(u"tests"_s) }, { u"/102/[0-9]"_s, answer(u"output"_s) }, { u"/api/v2/me"_s, answer(u"me"_s) },
        { u"/api/v2/pipeline/p43/config"_s, answer(u"config"_s) }, { u"/api/v2/pipeline"_s, answer(u"pipelines"_s) } };
    domain::BuildJob job;
    job.id = u"j2"_s;
    int tried = 0;
    for (const Row &row : rows) {
        for (const QByteArray &bad : spoilt(row.body)) {
            HostContext host;
            script(host);
            host.on("GET", row.path, bad);
            const auto circleci = connection();
            const auto feed = circleci->feed(u"builds"_s);
            (void)host.pull(*feed);
            (void)host.pull(*feed); // With what was noted of the first, and a hint.
            (void)circleci->principal(host);
            (void)circleci->actionForm({ u"dispatch"_s, {}, {}, false, failedRun().toRecord() }, host);
            if (const auto detail = circleci->buildDetail(failedRun(), host))
                QVERIFY(detail->jobs.size() <= 1000 && detail->tests.size() <= 20);
            qint64 bytes = 0;
            (void)circleci->buildLog(failedRun(), job, 0, [&bytes](QByteArrayView data) { return (bytes += data.size()) < 1'000'000; }, host);
            for (const domain::Record &record : std::as_const(host.records)) {
                QVERIFY(!record.key.isEmpty() && record.key.size() < 2000);
                QVERIFY(QJsonDocument(record.body).toJson().size() < 100'000);
            }
            for (const sdk::HttpRequest &request : host.requests)
                QVERIFY(request.url.host() == "circleci.com"_L1 || request.url.host() == "output.example"_L1);
            ++tried;
        }
    }
    QVERIFY(tried > 500);
}

QTEST_GUILESS_MAIN(TestCircleCiRuns)
#include "tst_circleciruns.moc"
