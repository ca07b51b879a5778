// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a build of Jenkins is made of: stages with their steps, configurations, tests, logs.
#include "tests/unit/builds/jenkinskit.h"

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using domain::BuildRun;
using domain::BuildState;
using sdk::ErrorCode;

class TestJenkinsDetails final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void commitsBetweenTwoBuilds()
    {
        HostContext server;
        const auto set = [](const QByteArray &id, const QByteArray &message, int second) -> QByteArray {
            return "{\"items\":[{\"commitId\":\"" + id + "\",\"msg\":\"" + message + "\",\"timestamp\":170000000" + QByteArray::number(second)
                + "000,\"author\":{\"fullName\":\"Mira K.\"},\"affectedPaths\":[\"a.cpp\"]}]}";
        };
        serve(server, QJsonDocument::fromJson("{\"builds\":[{\"number\":13,\"changeSets\":[" + set("ddd", "later", 5) + "]},{\"number\":12,\"changeSets\":[" + set("ccc", "Round", 4)
            + "," + set("lib", "Of a library", 1) + "]},{\"number\":11,\"changeSet\":" + set("bbb", "Test it", 2) + "},{\"number\":10,\"changeSet\":" + set("aaa", "Passed", 0) + "}]}").object());
        const auto connected = connection();
        const auto commits = connected->commitsBetween(BuildRun::fromRecord(recordOf(u"10"_s)), BuildRun::fromRecord(recordOf(u"12"_s)), server);
        QVERIFY2(commits, qPrintable(commits ? QString() : commits.error().detail));
        QStringList ids;
        for (const domain::BuildCommit &commit : *commits)
            ids.append(commit.id);
        QCOMPARE(ids, (QStringList { u"ccc"_s, u"bbb"_s, u"lib"_s }));
        QVERIFY(commits->front().subject == "Round"_L1 && commits->front().author == "Mira K."_L1 && commits->front().paths == QStringList { u"a.cpp"_s });
        // Of another branch nothing says what lies between.
        QCOMPARE(connected->commitsBetween(BuildRun::fromRecord(recordOf(u"main/10"_s)), BuildRun::fromRecord(recordOf(u"topic/12"_s)), server).error().code, ErrorCode::Unsupported);
        for (const QByteArray &body : spoilt(R"({"builds":[{"number":12,"changeSets":[{"items":[{"commitId":"a","msg":"b","timestamp":1,"author":{"fullName":"c"},"affectedPaths":["d"]}]}]}]})")) {
            server.on(u"GET "_s + job + u"/api/json", body);
            (void)connected->commitsBetween(BuildRun::fromRecord(recordOf(u"10"_s)), BuildRun::fromRecord(recordOf(u"12"_s)), server);
        }
    }

    void stagesWithoutBlueOcean()
    {
        HostContext server;
        serve(server, {});
        // As rest-api/README.md of the Stage View plugin shows it.
        server.on(u"GET "_s + job + u"/12/wfapi/describe", QByteArray(R"({"id":"12","name":"12","status":"PAUSED_PENDING_INPUT","stages":[
            {"id":"5","name":"Build","status":"SUCCESS","startTimeMillis":1413461275770,"durationMillis":5228},
            {"id":"9","name":"Deploy","status":"PAUSED_PENDING_INPUT","startTimeMillis":1413461281770,"durationMillis":10}]})"));
        server.on(u"GET "_s + job + u"/12/testReport/api/json", QByteArray(R"({"suites":[{"name":"s","duration":1.5,"cases":[
            {"className":"A","name":"one","status":"PASSED"},{"className":"A","name":"two","status":"REGRESSION","errorDetails":"boom","duration":0.2},
            {"className":"A","name":"three","status":"SKIPPED"}]}]})"));
        const auto connected = connection();
        const auto detail = connected->buildDetail(BuildRun::fromRecord(recordOf(u"12"_s)), server);
        QVERIFY(detail);
        QCOMPARE(detail->jobs.size(), size_t(3));
        QCOMPARE(detail->jobs[0].id, u"console"_s);
        QCOMPARE(detail->jobs[1].state, BuildState::Passed);
        QCOMPARE(detail->jobs[1].startedAt.msecsTo(detail->jobs[1].finishedAt), 5228);
        QCOMPARE(detail->jobs[2].state, BuildState::Waiting);
        QCOMPARE(detail->jobs[2].needs, QStringList { u"5"_s });
        QCOMPARE(detail->tests.size(), size_t(1));
        QCOMPARE(detail->tests[0].passed, 1);
        QCOMPARE(detail->tests[0].failed, 1);
        QCOMPARE(detail->tests[0].skipped, 1);
        QCOMPARE(detail->tests[0].failures.at(0).message, u"boom"_s);
    }

    void blueOceanKnowsWhatComesAfterWhat()
    {
        HostContext server;
        serve(server, {});
        server.on(u"GET /blue/rest/organizations/jenkins/pipelines/ledger/pipelines/api/runs/12/nodes/"_s, QByteArray(R"([
            {"displayName":"Build","edges":[{"id":"9"}],"id":"3","result":"SUCCESS","startTime":"2016-05-02T16:06:28.639+1000","state":"FINISHED","durationInMillis":694},
            {"displayName":"Test","edges":[],"id":"9","result":"UNKNOWN","startTime":"2016-05-02T16:06:29.333+1000","state":"RUNNING"}])"));
        const auto connected = connection();
        const auto detail = connected->buildDetail(BuildRun::fromRecord(recordOf(u"12"_s)), server);
        QVERIFY(detail);
        QCOMPARE(detail->jobs.size(), size_t(3));
        QCOMPARE(detail->jobs[1].startedAt.toString(Qt::ISODateWithMs), u"2016-05-02T06:06:28.639Z"_s);
        QCOMPARE(detail->jobs[2].needs, QStringList { u"blue:3"_s });
        QCOMPARE(detail->jobs[2].state, BuildState::Running);
    }

    void stagesHaveSteps()
    {
        const QString blue = u"/blue/rest/organizations/jenkins/pipelines/ledger/pipelines/api/runs/12/nodes/"_s;
        HostContext server;
        serve(server, {});
        server.on(u"GET "_s + blue, QByteArray(R"([
            {"displayName":"Build","edges":[{"id":"9"}],"id":"3","result":"SUCCESS","startTime":"2016-05-06T15:39:18.569-0700","state":"FINISHED","durationInMillis":51},
            {"displayName":"Test","edges":[{"id":"35"}],"id":"9","result":"FAILURE","startTime":"2016-05-06T15:39:18.620-0700","state":"FINISHED","durationInMillis":344},
            {"displayName":"Deploy","edges":[],"id":"35","result":null,"startTime":null,"state":null,"durationInMillis":null}])"));
        server.on(u"GET "_s + blue + u"9/steps/", QByteArray(R"([
            {"displayName":"Shell Script","displayDescription":"make test","durationInMillis":272,"id":"32","result":"FAILURE","startTime":"2016-05-06T15:39:18.700-0700","state":"FINISHED"},
            {"displayName":"Print Message","id":"39","result":"UNKNOWN","startTime":null,"state":"QUEUED"}])"));
        const auto connected = connection();
        BuildRun run = BuildRun::fromRecord(recordOf(u"12"_s));
        run.state = BuildState::Running;
        auto detail = connected->buildDetail(run, server);
        QVERIFY(detail);
        const domain::BuildJob &test = detail->jobs.at(2);
        QCOMPARE(test.steps.size(), size_t(2));
        QCOMPARE(test.steps[0].name, u"Shell Script: make test"_s);
        QCOMPARE(test.steps[0].state, BuildState::Failed);
        QCOMPARE(test.steps[0].startedAt.msecsTo(test.steps[0].finishedAt), 272);
        QCOMPARE(test.steps[1].state, BuildState::Queued);
        // What is wrong is asked about first, and what has not begun not at all.
        QCOMPARE(server.asks().filter(u"/steps/"_s), (QStringList { QString(u"GET "_s + blue + u"9/steps/"), QString(u"GET "_s + blue + u"3/steps/") }));
        // It is still to come, and once the build is over, it never will.
        QCOMPARE(detail->jobs.at(3).state, BuildState::Queued);
        run.state = BuildState::Failed;
        detail = connected->buildDetail(run, server);
        QVERIFY(detail && detail->jobs.at(3).state == BuildState::Skipped);

        HostContext plain;
        serve(plain, {});
        plain.on(u"GET "_s + job + u"/12/wfapi/describe", QByteArray(R"({"status":"FAILED","stages":[{"id":"8","name":"Test","status":"FAILED","startTimeMillis":1413462240994,"durationMillis":5030}]})"));
        plain.on(u"GET "_s + job + u"/12/execution/node/8/wfapi/describe", QByteArray(R"({"id":"8","stageFlowNodes":[
            {"id":"9","name":"Shell Script","status":"FAILED","error":{"message":"script returned exit code 1","type":"hudson.AbortException"},"startTimeMillis":1413462240999,"durationMillis":4999}]})"));
        detail = connected->buildDetail(run, plain);
        QVERIFY(detail);
        QCOMPARE(detail->jobs.at(1).steps.size(), size_t(1));
        QCOMPARE(detail->jobs.at(1).steps[0].startedAt.msecsTo(detail->jobs.at(1).steps[0].finishedAt), 4999);
        const domain::BuildAnnotation wrong { domain::Severity::Error, u"8"_s, {}, 0, u"Shell Script"_s, u"script returned exit code 1"_s };
        QCOMPARE(detail->annotations.size(), size_t(1));
        QVERIFY(detail->annotations.front() == wrong);
    }

    void configurationsOfAMatrixAreJobs()
    {
        const auto of = [](int number, const QString &configuration, const QJsonValue &result) {
            return QJsonObject { { u"number"_s, number }, { u"url"_s, u"https://ci.example.org/job/ledger/job/api/%1/%2/"_s.arg(configuration, QString::number(number)) },
                { u"result"_s, result }, { u"building"_s, result.isNull() }, { u"timestamp"_s, 1.7e12 }, { u"duration"_s, 61000 } };
        };
        HostContext server;
        serve(server, {});
        // What was not built this time is told of its last build.
        server.on(u"GET "_s + job + u"/12/api/json", QJsonObject { { u"runs"_s, QJsonArray { of(12, u"ARCH=arm,OS=a%20b"_s, u"FAILURE"_s),
            of(12, u"ARCH=x86,OS=a%20b"_s, QJsonValue()), of(11, u"ARCH=old,OS=a%20b"_s, u"SUCCESS"_s) } } });
        server.on(u"GET "_s + job + u"/12/testReport/api/json", QByteArray(R"({"childReports":[{"child":{"url":"/job/ledger/job/api/ARCH=arm,OS=a%20b/12/"},
            "result":{"suites":[{"name":"s","cases":[{"className":"A","name":"one","status":"FAILED","errorStackTrace":"at A.one"}]}]}}]})"));
        server.on("GET", u"/blue/.*/nodes/"_s, "[]"); // Blue Ocean is there, and tells of Pipelines.
        const auto connected = connection();
        const BuildRun run = BuildRun::fromRecord(recordOf(u"12"_s));
        const auto detail = connected->buildDetail(run, server);
        QVERIFY(detail);
        QCOMPARE(detail->jobs.size(), size_t(3));
        QCOMPARE(detail->jobs[1].name, u"ARCH=arm,OS=a b"_s);
        QCOMPARE(detail->jobs[1].state, BuildState::Failed);
        QCOMPARE(detail->jobs[1].startedAt.secsTo(detail->jobs[1].finishedAt), 61);
        QCOMPARE(detail->jobs[2].state, BuildState::Running);
        QCOMPARE(detail->tests.size(), size_t(1));
        QCOMPARE(detail->tests[0].name, u"ARCH=arm,OS=a b: s"_s);
        QCOMPARE(detail->tests[0].failures.at(0).message, u"at A.one"_s);
        QCOMPARE(server.asks().filter(u"/steps/"_s) + server.asks().filter(u"execution"_s), QStringList());
        // Each has a log of its own.
        server.on("GET", job + u"/ARCH[^/]+arm[^/]+/12/api/json", R"({"building":false})");
        server.on("GET", job + u"/ARCH[^/]+arm[^/]+/12/logText/progressiveText", "boom\n");
        QByteArray log;
        const auto ended = connected->buildLog(run, detail->jobs[1], 0, [&](QByteArrayView data) { log += data; return true; }, server);
        QVERIFY2(ended && *ended, qPrintable(server.asks().join(u'\n')));
        QCOMPARE(log, "boom\n");
    }

    void theConsoleIsFollowed()
    {
        HostContext server;
        serve(server, {});
        server.on(u"GET "_s + job + u"/12/api/json", QJsonObject { { u"building"_s, true } });
        server.on(u"GET "_s + job + u"/12/logText/progressiveText", QByteArray("more of it\n"));
        domain::BuildJob console;
        console.id = u"console"_s;
        QByteArray log;
        const auto connected = connection();
        const auto take = [&](QByteArrayView data) { log += data; return true; };
        auto ended = connected->buildLog(BuildRun::fromRecord(recordOf(u"12"_s)), console, 700, take, server);
        QVERIFY(ended && !*ended);
        QCOMPARE(log, "more of it\n");
        QCOMPARE(QUrlQuery(server.requests.back().url).queryItemValue(u"start"_s), u"700"_s);
        server.on(u"GET "_s + job + u"/12/api/json", QJsonObject { { u"building"_s, false } });
        ended = connected->buildLog(BuildRun::fromRecord(recordOf(u"12"_s)), console, 711, take, server);
        QVERIFY(ended && *ended);
    }
};

QTEST_GUILESS_MAIN(TestJenkinsDetails)
#include "tst_jenkinsdetails.moc"
