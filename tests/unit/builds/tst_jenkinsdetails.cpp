// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a build of Jenkins is made of: stages with their steps, configurations, tests, logs.
#include "tests/unit/builds/jenkinskit.h"

#include <QDir>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using domain::BuildRun;
using domain::BuildState;
using sdk::ErrorCode;

namespace {

// As rest-api/README.md of the Stage View plugin has it.
const QByteArray stageDescribed = R"({"id":"8","status":"STAGE","stageFlowNodes":[
    {"id":"9","name":"Shell Script","status":"SUCCESS","_links":{"log":{"href":"x"}}},
    {"id":"10","name":"Sleep","status":"SUCCESS","_links":{"self":{"href":"x"}}},
    {"id":"11","name":"Test","status":"THIRD","_links":{"log":{"href":"x"}}},
    {"id":"12","name":"Gone","status":"SUCCESS","_links":{"log":{"href":"x"}}},
    {"id":"13","name":"Quiet","status":"SUCCESS"}]})";
const QByteArray shellLog = R"({"nodeId":"9","nodeStatus":"SUCCESS","length":30,"hasMore":false,
    "text":"<span class=timestamp><b>12:00:00<\/b> <\/span>+ make &amp;&amp; echo &lt;ok&gt; &amp;lt; 1 < 2\n"})";
const QByteArray testLog = R"({"nodeId":"11","hasMore":true,"text":"<a href=x>boom<\/a>"})";
const QByteArray quietLog = R"({"nodeId":"13","length":0,"hasMore":false})";

// As its own pages are given it, recorded by its developers.
const QByteArray inputAsked = R"([{"id":"Run-test-suites","proceedText":"Okay","message":"Workflow Configuration","inputs":[
    {"type":"BooleanParameterDefinition","name":"Run test suites?","description":"A checkbox option",
     "definition":{"defaultVal":true}},
    {"type":"StringParameterDefinition","name":"Enter some text","definition":{"defaultVal":"Hello"}},
    {"type":"TextParameterDefinition","name":"Why","definition":{"defaultVal":null}},
    {"type":"ChoiceParameterDefinition","name":"Take your pick",
     "definition":{"choices":["Choice 1","Choice 2"],"defaultVal":"Choice 1"}}],
    "proceedUrl":"/jenkins/job/Workflow/24/wfapi/inputSubmit?inputId=Run-test-suites"}])";
const QByteArray inputOfType = R"([{"id":"Ship","inputs":[{"type":"StringParameterDefinition","name":"Where"},
    {"type":"TYPE","name":"What","definition":{"defaultVal":"MyPasswd"}}]}])";
const QByteArray threeInputs = R"([{"id":"A","message":"Ship it?","inputs":[]},{"id":"B","message":"Ship it?","inputs":[]},
    {"id":"C","message":""}])";
const QByteArray oneOfTwoAsks = R"([{"id":"A"},{"id":"B","inputs":[{"type":"StringParameterDefinition","name":"Where"}]}])";
const QByteArray emptyForm = R"([{"id":"A","inputs":[],"proceedUrl":"/job/x/12/wfapi/inputSubmit?inputId=A"}])";

const QByteArray oddBuilds = R"({"builds":[
    {"number":12,"result":"SUCCESS","building":false,"timestamp":1700000000000,"duration":0,
     "actions":[null,{},{"lastBuiltRevision":{"SHA1":"acb5820c","branch":[{"name":"detached"}]}},{"causes":null}],
     "changeSet":{"items":[{"msg":"Round fares"}]}},
    {"number":11,"result":null,"building":true,"timestamp":1700000000000,
     "actions":[{"lastBuiltRevision":{"branch":[{"name":"origin/main"}]}}],"changeSets":[]},
    null,{"number":0}]})";
const QByteArray namelessStages = R"({"stages":[
    {"name":"Build","status":"SUCCESS","startTimeMillis":1411556423000,"durationMillis":3065},
    {"name":"Ship","status":"SKIPPED","startTimeMillis":1411556426065,"durationMillis":0},null]})";
const QByteArray namelessTests = R"({"suites":[{"name":null,"cases":[{"className":null,"name":"one","status":"FAILED"}]},null]})";

} // namespace

class TestJenkinsDetails final : public QObject {
    Q_OBJECT

    static sdk::Result<std::vector<sdk::FormField>> formOf(sdk::Connection &connected, HostContext &server)
    {
        return connected.actionForm({ u"approve"_s, {}, {}, false, recordOf(u"12"_s) }, server);
    }
    static sdk::Result<sdk::ActionAnswer> answer(sdk::Connection &connected, HostContext &server, const QJsonValue &values)
    {
        return connected.act({ u"approve"_s, {}, { { u"parameters"_s, values } }, false, recordOf(u"12"_s) }, server);
    }

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

    // Each step has its log, of which the end is told; what a page would show is text here.
    void aStageHasTheLogsOfItsSteps()
    {
        const QString node = job + u"/12/execution/node/"_s;
        HostContext server;
        serve(server, {});
        const auto describe = [&](const QByteArray &stage, const QByteArray &third) {
            QByteArray told = stageDescribed;
            server.on(u"GET "_s + node + u"8/wfapi/describe", told.replace("STAGE", stage).replace("THIRD", third));
        };
        server.on(u"GET "_s + node + u"9/wfapi/log", shellLog);
        server.on(u"GET "_s + node + u"11/wfapi/log", testLog);
        server.on(u"GET "_s + node + u"13/wfapi/log", quietLog);
        const auto connected = connection();
        const BuildRun run = BuildRun::fromRecord(recordOf(u"12"_s));
        domain::BuildJob stage;
        stage.id = u"8"_s;
        QByteArray log;
        const auto take = [&](QByteArrayView data) { log += data; return true; };
        const auto read = [&](qint64 from) { return connected->buildLog(run, stage, from, take, server); };

        // Up to the step that it is in.
        describe("IN_PROGRESS", "IN_PROGRESS");
        auto ended = read(0);
        QVERIFY2(ended && !*ended, ended ? "" : qPrintable(ended.error().detail));
        const QByteArray first = "##[group]Shell Script\n12:00:00 + make && echo <ok> &lt; 1 < 2\n##[endgroup]\n";
        QCOMPARE(log, first);
        const QString described = u"GET "_s + node + u"8/wfapi/describe";
        QCOMPARE(server.asks(), (QStringList { described, QString(u"GET "_s + node + u"9/wfapi/log") }));
        // What is here is not asked for again.
        server.requests.clear();
        ended = read(first.size());
        QVERIFY(ended && !*ended && log == first);
        QCOMPARE(server.asks(), QStringList { described });
        describe("FAILED", "FAILED");
        ended = read(first.size());
        QVERIFY(ended && *ended);
        QCOMPARE(log, first + "##[group]Test\n[What comes before is in the console.]\nboom\n##[endgroup]\n"
                "##[group]Gone\nWhat this step wrote cannot be had.\n##[endgroup]\n");
        // Of a Jenkins without the plugin there is none.
        stage.id = u"99"_s;
        QCOMPARE(read(0).error().code, ErrorCode::NotFound);
    }

    // As the plugin's own pages are given it; what is spoilt asks for nothing, or is refused.
    void whatAnInputAsksForIsAForm()
    {
        HostContext server;
        serve(server, {});
        server.on(u"GET "_s + job + u"/12/wfapi/pendingInputActions", inputAsked);
        server.on(u"POST "_s + job + u"/12/wfapi/inputSubmit", QByteArray());
        const auto connected = connection();
        const auto form = formOf(*connected, server);
        QVERIFY2(form, form ? "" : qPrintable(form.error().detail));
        using Type = sdk::FormField::Type;
        QCOMPARE(form->size(), size_t(5));
        const QString which = form->at(0).id;
        QVERIFY(form->at(0).type == Type::Choice && form->at(0).required);
        QCOMPARE(form->at(0).choices, QStringList { u"Workflow Configuration"_s });
        const QString tests = u"Run test suites?"_s;
        QVERIFY(form->at(1) == (sdk::FormField { tests, tests, u"A checkbox option"_s, Type::Boolean, u"true"_s, {}, false }));
        QVERIFY(form->at(2).type == Type::Text && form->at(2).defaultValue == "Hello"_L1);
        QVERIFY(form->at(3).type == Type::Text && form->at(4).choices.size() == 2);

        const auto sent = [&server] {
            const QUrlQuery body(QString::fromLatin1(server.requests.back().body));
            const auto form = QJsonDocument::fromJson(body.queryItemValue(u"json"_s, QUrl::FullyDecoded).toUtf8());
            QJsonObject values;
            for (const QJsonValue one : form["parameter"_L1].toArray())
                values.insert(one["name"_L1].toString(), one["value"_L1]);
            return values;
        };
        // What was left as it is has to be sent, too: without it there is no value.
        const QJsonObject given { { which, u"Workflow Configuration"_s }, { tests, false }, { u"Take your pick"_s, u"Choice 2"_s } };
        QVERIFY(answer(*connected, server, given));
        QCOMPARE(HostContext::askOf(server.requests.back()), u"POST "_s + job + u"/12/wfapi/inputSubmit");
        QCOMPARE(QUrlQuery(server.requests.back().url).queryItemValue(u"inputId"_s), u"Run-test-suites"_s);
        QVERIFY(server.requests.back().headers.contains(sdk::Header { "content-type", "application/x-www-form-urlencoded" }));
        QCOMPARE(sent(), (QJsonObject { { tests, false }, { u"Enter some text"_s, u"Hello"_s }, { u"Why"_s, QString() },
            { u"Take your pick"_s, u"Choice 2"_s } }));
        QCOMPARE(notPublished(fileIn(u"jenkins/endpoints.txt"_s), { u"POST /job/x/12/wfapi/inputSubmit"_s }, {}), QStringList());
        // Typed, where the form could not be had.
        QVERIFY(answer(*connected, server, u"Why=so & so; Run test suites?=false"_s));
        QCOMPARE(sent()[u"Why"_s].toString(), u"so & so"_s);
        QCOMPARE(sent()[tests], QJsonValue(false));
        QCOMPARE(answer(*connected, server, u"Where=here"_s).error().code, ErrorCode::Invalid);
        for (const QByteArray &body : spoilt(inputAsked)) {
            server.on(u"GET "_s + job + u"/12/wfapi/pendingInputActions", body);
            (void)formOf(*connected, server);
            (void)answer(*connected, server, {});
        }
    }

    void whatCannotBeGivenFromHereIsRefused()
    {
        const QList<std::pair<QByteArray, QLatin1StringView>> rows { { "PasswordParameterDefinition", "password"_L1 },
            { "FileParameterDefinition", "FileParameterDefinition"_L1 }, { "XXXXXX", "XXXXXX"_L1 }, { "", "Jenkins"_L1 } };
        for (const auto &[type, why] : rows) {
            HostContext server;
            serve(server, {});
            QByteArray asks = inputOfType;
            server.on(u"GET "_s + job + u"/12/wfapi/pendingInputActions", asks.replace("TYPE", type));
            const auto connected = connection();
            const auto form = formOf(*connected, server);
            QVERIFY(!form && form.error().code == ErrorCode::Unsupported);
            QVERIFY2(form.error().detail.contains(why), qPrintable(form.error().detail));
            QVERIFY(!form.error().detail.contains("MyPasswd"_L1));
            QCOMPARE(answer(*connected, server, u"Where=here; What=this"_s).error().code, ErrorCode::Unsupported);
            QVERIFY(server.asks().filter(u"POST"_s).isEmpty());
        }
    }

    // What the plugin's developers recorded: one asks for a password, too, and one for what is of no known kind.
    void recordedInputs()
    {
        const QDir folder(QStringLiteral(CALLBOARD_SOURCE_DIR "/../shared/peer-data/jenkins/stage-view"));
        if (!folder.exists())
            QSKIP("SKIPPED: no recorded traffic beside the project (../shared/peer-data/jenkins/stage-view)");
        const QStringList names = folder.entryList({ u"run_input_required*.json"_s });
        QVERIFY(names.size() >= 2);
        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            HostContext server;
            serve(server, {});
            const QJsonArray pending { QJsonDocument::fromJson(file.readAll()).object() };
            server.on(u"GET "_s + job + u"/12/wfapi/pendingInputActions", pending);
            const auto form = formOf(*connection(), server);
            QVERIFY2(!form && form.error().code == ErrorCode::Unsupported, qPrintable(name));
            QVERIFY(!form.error().detail.contains("MyPasswd"_L1));
        }
    }

    void whichOfSeveralInputsIsMeant()
    {
        HostContext server;
        serve(server, {});
        const QString pending = u"GET "_s + job + u"/12/wfapi/pendingInputActions";
        server.on(pending, threeInputs);
        server.on("POST", job + u"/12/.*"_s, "");
        const auto connected = connection();
        const auto form = formOf(*connected, server);
        QVERIFY(form && form->size() == 1);
        QCOMPARE(form->at(0).choices, (QStringList { QString(), u"Ship it? (A)"_s, u"Ship it? (B)"_s, u"C"_s }));
        QVERIFY(answer(*connected, server, QJsonObject { { form->at(0).id, u"Ship it? (B)"_s } }));
        QCOMPARE(HostContext::askOf(server.requests.back()), u"POST "_s + job + u"/12/input/B/proceedEmpty");
        QCOMPARE(answer(*connected, server, QJsonObject()).error().code, ErrorCode::Invalid);
        server.requests.clear();
        QCOMPARE(connected->act({ u"reject"_s, {}, {}, false, recordOf(u"12"_s) }, server).error().code, ErrorCode::Unsupported);
        QVERIFY(server.asks().filter(u"POST"_s).isEmpty());
        server.on(pending, oneOfTwoAsks);
        QCOMPARE(formOf(*connected, server).error().code, ErrorCode::Unsupported);
        // One that asks for nothing is answered as its server says.
        server.on(pending, emptyForm);
        QVERIFY(answer(*connected, server, QJsonObject()));
        const QUrlQuery body(QString::fromLatin1(server.requests.back().body));
        QCOMPARE(body.queryItemValue(u"json"_s, QUrl::FullyDecoded), u"{\"parameter\":[]}"_s);
        server.on(pending, QByteArray("[]"));
        QCOMPARE(formOf(*connected, server).error().code, ErrorCode::NotFound);
    }

    void whatOtherServersTell()
    {
        HostContext server;
        serve(server, QJsonDocument::fromJson(oddBuilds).object());
        const auto connected = connection();
        QVERIFY(server.pull(*connected->feed(u"builds"_s)));
        const auto runOf = [&server](const QString &id) {
            return BuildRun::fromRecord(server.records.value(u"BuildRun ledger/api#"_s + id));
        };
        QCOMPARE(server.of(domain::recordtype::buildRun).size(), 2);
        QCOMPARE(runOf(u"12"_s).title, u"Round fares"_s); // A job that is no Pipeline has one set of changes.
        QCOMPARE(runOf(u"12"_s).branch, u"main"_s);       // The job's one branch: "detached" is none.
        QCOMPARE(runOf(u"12"_s).commit, u"acb5820c"_s);
        QCOMPARE(runOf(u"11"_s).state, BuildState::Running);
        // Stages without ids, as old ones tell them, are stages all the same; nobody can be asked for them.
        server.on(u"GET "_s + job + u"/12/wfapi/describe", namelessStages);
        server.on(u"GET "_s + job + u"/12/testReport/api/json", namelessTests);
        server.requests.clear();
        const auto detail = connected->buildDetail(runOf(u"12"_s), server);
        QVERIFY(detail);
        QCOMPARE(detail->jobs.size(), size_t(3));
        QCOMPARE(detail->jobs[1].name, u"Build"_s);
        QCOMPARE(detail->jobs[2].state, BuildState::Skipped);
        QVERIFY(server.asks().filter(u"/execution/"_s).isEmpty());
        const auto log = connected->buildLog(runOf(u"12"_s), detail->jobs[1], 0, [](QByteArrayView) { return true; }, server);
        QCOMPARE(log.error().code, ErrorCode::Unsupported);
        QCOMPARE(detail->tests.at(0).failures.at(0).name, u"one"_s);
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
