// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a pipeline of GitLab is made of, in each form that its answers come in.
#include "models/domain/build.h"
#include "tests/unit/hosts/gitlabkit.h"

using namespace callboard;
using namespace callboard::test;
using namespace callboard::test::gitlab;
using namespace Qt::StringLiterals;
using domain::BuildState;

namespace {

QString askOf(const QString &what) { return u"GET "_s + slug + u"/pipelines/"_s + what; }

void serve(HostContext &host, const QString &what, const QByteArray &body, int status = 200) { host.on(askOf(what), body, status); }

domain::BuildRun run47()
{
    domain::BuildRun run;
    run.id = u"47"_s;
    run.project = u"acme/sub/ledger"_s;
    return run;
}

} // namespace

class TestGitLabDetails final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void testsOfChildPipelinesAreReadWhereThereAreAny();
    void jobsThatRanAgainAreAttempts();
    void coverageIsOfJobsAndOfThePipeline();
    void aBrokenConfigurationIsSaid();
    void reportsThatCannotBeReadAreSaid();
    void whichPipelinesAreChildren_data();
    void whichPipelinesAreChildren();
    void machineryIsToldFromScripts();
    void noFieldButIdAndStatusIsNeeded();
    void numbersMayBeText();
};

/// As https://docs.gitlab.com/api/jobs/#list-all-pipeline-jobs: a job tells what it left, and a report is of one pipeline alone.
void TestGitLabDetails::testsOfChildPipelinesAreReadWhereThereAreAny()
{
    HostContext host;
    script(host);
    const auto made = [&](const QString &id, const QByteArray &jobs, const QByteArray &bridges) {
        serve(host, id + u"/jobs"_s, jobs);
        serve(host, id + u"/bridges"_s, bridges);
    };
    made(u"47"_s, R"([{"id":1,"name":"compile","stage":"build","status":"success","artifacts":[{"file_type":"trace"}]}])",
        R"([{"id":2,"name":"modules","stage":"test","status":"failed","downstream_pipeline":{"id":51,"source":"parent_pipeline"}}])");
    made(u"51"_s, R"([{"id":10,"name":"unit","stage":"test","status":"failed","artifacts":[{"file_type":"junit","size":750}]}])",
        R"([{"id":11,"name":"deeper","stage":"test","status":"success","downstream_pipeline":{"id":52,"source":"parent_pipeline"}}])");
    made(u"52"_s, R"([{"id":20,"name":"lint","stage":"check","status":"success"}])", "[]"); // Before GitLab told of artifacts.
    serve(host, u"51/test_report"_s, testReport);
    serve(host, u"52/test_report"_s, testReport);
    const auto gitlab = connection();
    const auto detail = gitlab->buildDetail(run47(), host);
    QVERIFY(detail.has_value());
    QStringList names;
    for (const domain::TestSuite &suite : detail->tests)
        names.append(suite.name);
    QCOMPARE(names, (QStringList { u"modules: Money"_s, u"modules: Time"_s, u"modules: deeper: Money"_s, u"modules: deeper: Time"_s }));
    QVERIFY(!host.asks().contains(askOf(u"47/test_report"_s)));
    QCOMPARE(host.requests.size(), size_t(8)); // Two for each pipeline, and two reports.
    QCOMPARE(notPublished(fileIn(u"gitlab/endpoints.txt"_s), host.asks(), u"/api/v4"_s), QStringList());
    // A report that cannot be had takes nothing else away, and is no error where there is none.
    serve(host, u"51/test_report"_s, R"({"message":"500 Internal Server Error"})", 500);
    host.logged.clear();
    const auto without = gitlab->buildDetail(run47(), host);
    QCOMPARE(without->tests.size(), size_t(2));
    QCOMPARE(without->jobs.size(), size_t(5));
    QCOMPARE(host.logged.size(), 1);
}

/// As https://docs.gitlab.com/api/jobs/#list-all-pipeline-jobs with include_retried: the newest first, and nothing says which is which.
void TestGitLabDetails::jobsThatRanAgainAreAttempts()
{
    HostContext host;
    script(host);
    serve(host, u"47/jobs"_s, R"([
        {"id":9,"name":"unit","stage":"test","status":"success"},{"id":8,"name":"unit","stage":"test","status":"failed"},
        {"id":6,"name":"deploy","stage":"deploy","status":"success"},{"id":5,"name":"unit","stage":"test","status":"failed"},
        {"id":4,"name":"compile","stage":"build","status":"success"},
        {"id":3,"stage":"build","status":"success"},{"id":2,"stage":"build","status":"success"}])");
    const auto detail = connection()->buildDetail(run47(), host);
    QVERIFY(detail.has_value());
    QStringList told;
    for (const domain::BuildJob &job : detail->jobs)
        told.append(u"%1 %2 %3%4"_s.arg(job.id, job.name).arg(job.attempt).arg(job.isRetried ? u" again"_s : QString()));
    QCOMPARE(told, (QStringList { u"2  1"_s, u"3  1"_s, u"4 compile 1"_s, u"5 unit 1 again"_s, u"8 unit 2 again"_s, u"9 unit 3"_s,
                       u"6 deploy 1"_s }));
    const auto asked = std::ranges::find(host.requests, askOf(u"47/jobs"_s), &HostContext::askOf);
    QVERIFY(asked != host.requests.end());
    QCOMPARE(QUrlQuery(asked->url).queryItemValue(u"include_retried"_s), u"true"_s);
}

/// As https://docs.gitlab.com/api/jobs/ (a number) and …/api/pipelines/ (text) have it.
void TestGitLabDetails::coverageIsOfJobsAndOfThePipeline()
{
    HostContext host;
    script(host);
    const auto gitlab = connection();
    serve(host, u"47/jobs"_s, R"([{"id":1,"name":"unit","status":"success","coverage":98.29},
        {"id":2,"name":"browser","status":"success","coverage":"80"},{"id":3,"name":"lint","status":"success","coverage":null},
        {"id":4,"name":"odd","status":"success","coverage":1e9}])");
    serve(host, u"47"_s, R"({"id":47,"status":"success","coverage":"89.15"})");
    auto detail = gitlab->buildDetail(run47(), host);
    QVERIFY(detail.has_value());
    QCOMPARE(detail->coverage.value_or(-1), 89.15);
    QCOMPARE(detail->jobs[0].coverage.value_or(-1), 98.29);
    QCOMPARE(detail->jobs[1].coverage.value_or(-1), 80.0);
    QVERIFY(!detail->jobs[2].coverage && !detail->jobs[3].coverage);
    serve(host, u"47"_s, R"({"id":47,"status":"success","coverage":null})");
    QVERIFY(!gitlab->buildDetail(run47(), host)->coverage);
    // Where no job has any, the pipeline has none.
    serve(host, u"47/jobs"_s, jobs);
    host.requests.clear();
    detail = gitlab->buildDetail(run47(), host);
    QVERIFY(!detail->coverage);
    QVERIFY(!host.asks().contains(askOf(u"47"_s)));
}

void TestGitLabDetails::aBrokenConfigurationIsSaid()
{
    HostContext host;
    script(host);
    serve(host, u"47/jobs"_s, "[]");
    serve(host, u"47"_s, R"({"id":47,"status":"failed","yaml_errors":"widgets:build: needs 'widgets:test'"})");
    const auto detail = connection()->buildDetail(run47(), host);
    QVERIFY(detail.has_value() && detail->jobs.empty());
    QCOMPARE(detail->annotations.size(), size_t(1));
    QCOMPARE(detail->annotations[0].message, u"widgets:build: needs 'widgets:test'"_s);
    QVERIFY(!host.asks().contains(askOf(u"47/test_report"_s)));
    // Not told of, it is not said.
    serve(host, u"47"_s, "{}", 403);
    QVERIFY(connection()->buildDetail(run47(), host)->annotations.empty());
}

/// As app/serializers/test_suite_entity.rb has it: of a report that is no XML all counts are 0.
void TestGitLabDetails::reportsThatCannotBeReadAreSaid()
{
    HostContext host;
    script(host);
    serve(host, u"47/test_report"_s, R"({"total_count":0,"test_suites":[
        {"name":"unit","total_time":0,"total_count":0,"success_count":0,"failed_count":0,"error_count":0,
         "suite_error":"JUnit XML parsing failed: 1:1: FATAL: Document is empty","test_cases":[]},
        {"name":"browser","total_time":"1.5","suite_error":null,
         "test_cases":[{"status":"failed","name":"opens","execution_time":"0.5"},{"status":"success","name":"closes"}]},
        null]})");
    const auto detail = connection()->buildDetail(run47(), host);
    QVERIFY(detail.has_value());
    QCOMPARE(detail->tests.size(), size_t(2));
    QCOMPARE(detail->tests[0].errored, 1);
    QVERIFY(detail->tests[0].failures.at(0).message.startsWith(u"JUnit XML parsing failed"_s));
    // Counts that are not told are those of the cases.
    QCOMPARE(detail->tests[1].failed, 1);
    QCOMPARE(detail->tests[1].seconds, 1.5);
    QCOMPARE(detail->tests[1].failures.at(0).seconds, 0.5);
}

void TestGitLabDetails::whichPipelinesAreChildren_data()
{
    QTest::addColumn<QByteArray>("started");
    QTest::addColumn<bool>("isChild");
    const auto row = [](const char *name, const char *started, bool isChild) { QTest::newRow(name) << QByteArray(started) << isChild; };
    row("child", R"({"id":51,"project_id":9,"source":"parent_pipeline"})", true);
    row("of its own in the same project", R"({"id":51,"project_id":9,"source":"pipeline"})", false);
    row("another project", R"({"id":51,"project_id":12,"source":"pipeline"})", false);
    row("without a source", R"({"id":51,"project_id":9})", true);
    row("project as text", R"({"id":51,"project_id":"9"})", true);
    row("by its page", R"({"id":51,"web_url":"https://git.example.org/acme/sub/ledger/-/pipelines/51"})", true);
    row("by an old page", R"({"id":51,"web_url":"https://git.example.org/acme/sub/ledger/pipelines/51"})", true);
    row("page elsewhere", R"({"id":51,"web_url":"https://git.example.org/acme/other/-/pipelines/51"})", false);
    row("nothing told", R"({"id":51,"status":"success"})", false);
    row("none yet", "null", false);
}

void TestGitLabDetails::whichPipelinesAreChildren()
{
    QFETCH(const QByteArray, started);
    QFETCH(const bool, isChild);
    HostContext host;
    script(host);
    const QByteArray parent = R"({"id":47,"project_id":9,"web_url":"https://git.example.org/acme/sub/ledger/-/pipelines/47"})";
    const QByteArray bridge = R"({"id":30,"name":"modules","stage":"test","status":"success","pipeline":)";
    serve(host, u"47/bridges"_s, '[' + bridge + parent + ",\"downstream_pipeline\":" + started + "}]");
    serve(host, u"51/jobs"_s, R"([{"id":31,"name":"unit","stage":"test","status":"success"}])");
    const auto detail = connection()->buildDetail(run47(), host);
    QVERIFY(detail.has_value());
    QCOMPARE(std::ranges::count(detail->jobs, u"modules: test"_s, &domain::BuildJob::stage), isChild ? 1 : 0);
    QCOMPARE(std::ranges::count(detail->jobs, u"modules"_s, &domain::BuildJob::name), 1); // The trigger job itself is there in any case.
}

void TestGitLabDetails::machineryIsToldFromScripts()
{
    // Some of each block of failure_reasons in app/models/concerns/enums/ci/commit_status.rb.
    const QStringList machinery { u"runner_system_failure"_s, u"user_blocked"_s, u"project_deleted"_s, u"no_updates_running"_s,
        u"server_timeout_canceling"_s, u"stuck_pending_with_matching_runners"_s, u"runner_interrupted"_s,
        u"downstream_bridge_project_not_found"_s, u"job_router_failure"_s, u"job_token_expired"_s };
    QJsonArray served;
    for (const QString &reason : QStringList { u"script_failure"_s, u"a new reason"_s } + machinery)
        served.append(QJsonObject {
            { u"id"_s, served.size() + 1 }, { u"name"_s, reason }, { u"status"_s, u"failed"_s }, { u"failure_reason"_s, reason } });
    HostContext host;
    script(host);
    host.on(askOf(u"47/jobs"_s), QJsonValue(served));
    const auto detail = connection()->buildDetail(run47(), host);
    QVERIFY(detail.has_value());
    for (const domain::BuildJob &job : detail->jobs)
        QVERIFY2(job.state == (machinery.contains(job.name) ? BuildState::Errored : BuildState::Failed), qPrintable(job.name));
}

void TestGitLabDetails::noFieldButIdAndStatusIsNeeded()
{
    const auto gitlab = connection();
    const auto bracketed = [](const QJsonObject &one) { return '[' + QJsonDocument(one).toJson(QJsonDocument::Compact) + ']'; };
    const auto firstOf = [](const QByteArray &list) { return QJsonDocument(QJsonDocument::fromJson(list)[0].toObject()).toJson(); };
    const QStringList needed { u"id"_s, u"status"_s };
    int tried = 0;
    for (const QJsonObject &served : sparse(firstOf(pipelines), needed)) {
        HostContext host;
        script(host);
        host.on("GET", slug + u"/pipelines"_s, bracketed(served));
        QVERIFY(host.pull(*gitlab->feed(u"builds"_s)).has_value());
        QCOMPARE(runOf(host, u"48"_s).state, BuildState::Running);
        QCOMPARE(runOf(host, u"48"_s).vendorState, u"running"_s);
        ++tried;
    }
    for (const QJsonObject &served : sparse(pipeline47, needed)) {
        HostContext host;
        script(host);
        host.on("GET", slug + u"/pipelines/47"_s, QJsonDocument(served).toJson());
        QVERIFY(host.pull(*gitlab->feed(u"builds"_s)).has_value());
        QCOMPARE(runOf(host, u"47"_s).state, BuildState::Failed);
        QVERIFY(runOf(host, u"47"_s).finishedAt.isValid()); // The list told it.
        ++tried;
    }
    for (const QJsonObject &served : sparse(firstOf(jobs), needed)) {
        HostContext host;
        script(host);
        host.on("GET", slug + u"/pipelines/47/jobs"_s, bracketed(served));
        const auto detail = gitlab->buildDetail(run47(), host);
        QVERIFY(detail.has_value());
        QCOMPARE(detail->jobs.size(), size_t(1));
        QCOMPARE(detail->jobs[0].state, BuildState::Failed);
        ++tried;
    }
    QVERIFY2(tried > 60, qPrintable(QString::number(tried)));
    // A status that is none is unknown, and the run is there.
    HostContext host;
    script(host);
    host.on("GET", slug + u"/pipelines"_s, R"([{"id":48,"status":null},{"id":47}])");
    QVERIFY(host.pull(*gitlab->feed(u"builds"_s)).has_value());
    QCOMPARE(host.of(domain::recordtype::buildRun).size(), 2);
    QCOMPARE(runOf(host, u"48"_s).state, BuildState::Unknown);
}

void TestGitLabDetails::numbersMayBeText()
{
    HostContext host;
    script(host);
    host.on("GET", slug + u"/pipelines"_s, R"([{"id":"48","iid":"13","status":"running"}])");
    QVERIFY(host.pull(*connection()->feed(u"builds"_s)).has_value());
    QCOMPARE(runOf(host, u"48"_s).number, 13);
}

QTEST_GUILESS_MAIN(TestGitLabDetails)
#include "tst_gitlabdetails.moc"
