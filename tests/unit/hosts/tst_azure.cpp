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

// Shapes: https://learn.microsoft.com/rest/api/azure/devops/build/builds/list, …/build/timeline/get, …/approvalsandchecks/approvals/query.
const QByteArray who = R"({"authenticatedUser":{"id":"a1","providerDisplayName":"Mira K.","properties":{"Account":{"$type":"System.String","$value":"mira@example.org"}}}})";
const QByteArray repository = R"({"id":"5febef5a-833d-4e14-b9c0-14cb638f91e6","name":"ledger","defaultBranch":"refs/heads/main"})";
const QByteArray builds = R"({"count":3,"value":[
    {"id":103,"buildNumber":"20260812.1","status":"inProgress","queueTime":"2026-08-12T10:06:04.5612345Z","startTime":"2026-08-12T10:06:10Z",
     "definition":{"id":12,"name":"CI"},"sourceBranch":"refs/heads/main","sourceVersion":"9fec84","reason":"individualCI",
     "triggerInfo":{"ci.message":"Round to cents"},"requestedFor":{"displayName":"Mira K."},"_links":{"web":{"href":"https://dev.azure.com/acme/p/_build/results?buildId=103"}}},
    {"id":102,"status":"completed","result":"failed","queueTime":"2026-08-11T10:06:04Z","startTime":"2026-08-11T10:06:10Z","finishTime":"2026-08-11T10:09:10Z",
     "definition":{"id":12,"name":"CI"},"sourceBranch":"refs/pull/9/merge","sourceVersion":"1fec84","reason":"pullRequest",
     "triggerInfo":{"pr.number":"9","pr.title":"Cents","pr.sourceBranch":"refs/heads/cents"}},
    {"id":101,"status":"inProgress","queueTime":"2026-08-10T10:06:04Z","definition":{"id":12,"name":"CI"},"sourceBranch":"refs/heads/main","reason":"manual"}]})";
const QByteArray approvals = R"({"count":1,"value":[{"id":"ap1","status":"pending","pipeline":{"owner":{"id":101,"name":"20260810.1"},"id":"12","name":"CI"}}]})";
const QByteArray timeline = R"({"id":"t","changeId":5,"records":[
    {"id":"st1","parentId":null,"type":"Stage","name":"Build","order":1,"state":"completed","result":"failed"},
    {"id":"ph1","parentId":"st1","type":"Phase","name":"Job","order":1,"state":"completed","result":"failed"},
    {"id":"jo1","parentId":"ph1","type":"Job","name":"Compile","order":1,"state":"completed","result":"failed","workerName":"Agent 3",
     "startTime":"2026-08-11T10:06:10Z","finishTime":"2026-08-11T10:09:10Z","log":{"id":9,"type":"Container"},"issues":[]},
    {"id":"ta2","parentId":"jo1","type":"Task","name":"Test","order":2,"state":"completed","result":"failed","log":{"id":8},
     "issues":[{"type":"error","category":"Code","message":"expected ;","data":{"sourcepath":"src/a.cpp","linenumber":"12","code":"C2143"}},
       {"type":"warning","message":"unused"}]},
    {"id":"ta1","parentId":"jo1","type":"Task","name":"Checkout","order":1,"state":"completed","result":"succeeded"},
    {"id":"st2","parentId":null,"type":"Stage","name":"Deploy","order":2,"state":"pending"},
    {"id":"cp","parentId":"st2","type":"Checkpoint","name":"Checkpoint","order":1,"state":"inProgress"},
    {"id":"ap1","parentId":"cp","type":"Checkpoint.Approval","name":"Checkpoint.Approval","order":1,"state":"inProgress"}]})";

// …/git/pull-requests/get-pull-requests-by-project, …/policy/evaluations/list, …/test/runs/list, …/test/results/list.
const QByteArray pulls = R"({"count":3,"value":[
    {"repository":{"id":"r1","name":"ledger","project":{"id":"p1","name":"p"}},"pullRequestId":9,"status":"active","title":"Cents",
     "createdBy":{"displayName":"Ann","uniqueName":"ann@example.org","id":"b2"},"creationDate":"2026-08-11T10:00:00.1234567Z",
     "sourceRefName":"refs/heads/cents","targetRefName":"refs/heads/main","mergeStatus":"conflicts","isDraft":false,
     "lastMergeSourceCommit":{"commitId":"1fec847784abb10b2fa567ee63b85bd238955d0e"},"labels":[{"name":"money"}],
     "forkSource":{"repository":{"remoteUrl":"https://dev.azure.com/acme/p/_git/ledger.ann"}},
     "reviewers":[{"id":"A1","vote":0,"uniqueName":"mira@example.org"},{"id":"c3","vote":10,"uniqueName":"bo@example.org"},
       {"id":"g","vote":10,"isContainer":true,"displayName":"[p]\\Reviewers"}]},
    {"repository":{"id":"r2","name":"other","project":{"id":"p1","name":"p"}},"pullRequestId":10,"status":"active","title":"Mine, elsewhere",
     "createdBy":{"uniqueName":"mira@example.org","id":"a1"},"sourceRefName":"refs/heads/x","reviewers":[{"id":"c3","vote":-5,"uniqueName":"bo@example.org"}]},
    {"repository":{"id":"r2","name":"other","project":{"id":"p1","name":"p"}},"pullRequestId":11,"status":"active","title":"Of nobody here",
     "createdBy":{"uniqueName":"bo@example.org","id":"c3"}}]})";
const QByteArray policies = R"({"count":3,"value":[
    {"status":"approved","configuration":{"isEnabled":true,"type":{"id":"0609b952-1397-4640-95ec-e00a01b2c241","displayName":"Build"}}},
    {"status":"rejected","configuration":{"isEnabled":true,"type":{"id":"cbdc66da-9728-4af8-aada-9a5a32e4a226","displayName":"Status"}}},
    {"status":"broken","configuration":{"isEnabled":true,"type":{"id":"fa4e907d-c16b-4a4c-9dfa-4906e5d171dd","displayName":"Minimum number of reviewers"}}}]})";
const QByteArray testRuns = R"({"count":1,"value":[{"id":7,"name":"Unit tests","totalTests":12,"passedTests":9,"unanalyzedTests":2,"notApplicableTests":1,
    "incompleteTests":0,"startedDate":"2026-08-11T10:06:10Z","completedDate":"2026-08-11T10:06:12.5Z"}]})";
const QByteArray testResults = R"({"count":1,"value":[{"id":100,"outcome":"Failed","automatedTestName":"Money.Rounds","testCaseTitle":"Rounds",
    "errorMessage":"expected 2, got 3","durationInMs":1500}]})";

const QString base = u"/acme/p/_apis/build/builds"_s;
const QJsonObject settings { { u"url"_s, u"https://dev.azure.com/acme"_s } };

void script(HostContext &host)
{
    host.secrets.insert(u"token"_s, u"patsecret"_s);
    host.entity(u"component:default/ledger"_s, { { u"dev.azure.com/project-repo"_s, u"p/ledger"_s } });
    host.on("GET", u"/acme/_apis/connectionData"_s, who);
    host.on("GET", u"/acme/_apis/projects"_s, R"({"count":0,"value":[]})");
    host.on("GET", u"/acme/p/_apis/git/repositories/ledger"_s, repository);
    host.on("GET", u"/acme/p/_apis/build/definitions"_s, R"({"count":1,"value":[{"id":12,"name":"CI"}]})");
    host.on("GET", u"/acme/p/_apis/build/definitions/12"_s, R"({"id":12,"name":"CI","repository":{"type":"GitHub","defaultBranch":"refs/heads/main"}})");
    host.on("GET", base, builds);
    host.on("GET", base + u"/10[0-9]"_s, R"({"id":101,"definition":{"id":12},"sourceBranch":"refs/heads/main","parameters":"{}"})");
    host.on("GET", base + u"/10[0-9]/timeline"_s, timeline);
    host.on("GET", base + u"/10[0-9]/logs/9"_s, "2026-08-11T10:06:10Z building\n");
    host.on("GET", u"/acme/p/_apis/pipelines/approvals"_s, approvals);
    host.on("GET", u"/acme/p/_apis/git/pullrequests"_s, pulls);
    host.on("GET", u"/acme/p/_apis/policy/evaluations"_s, policies);
    host.on("GET", u"/acme/p/_apis/test/runs"_s, testRuns);
    host.on("GET", u"/acme/p/_apis/test/runs/7/results"_s, testResults);
    host.on("PATCH", u"/acme/.*"_s, "{}");
    host.on("PUT", u"/acme/.*"_s, "{}");
    host.on("POST", u"/acme/.*"_s, "{}");
}

std::unique_ptr<sdk::Connection> connection() { return connectTo(QStringLiteral(CALLBOARD_LIBRARY), settings); }

domain::BuildRun runOf(const HostContext &host, const QString &id)
{
    return domain::BuildRun::fromRecord(host.records.value(u"BuildRun p/ledger#"_s + id));
}

domain::BuildRun failedRun()
{
    domain::BuildRun run;
    run.id = u"102"_s;
    run.project = u"p/ledger"_s;
    run.state = BuildState::Failed;
    return run;
}

} // namespace

class TestAzure final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void buildsBecomeRuns();
    void pipelinesHaveADefaultBranch();
    void whatWasQueuedIsAskedOutOfTurn();
    void statesAreThoseOfTheDocs();
    void timelineAndLogs();
    void whatABuildSaysThatHasNoJobs();
    void whatMayNotBeReadIsNoDetail();
    void commitsBetweenTwoBuilds();
    void aPipelineSaysWhatItAsksFor();
    void whatFailedInTests();
    void pullRequestsAreJudged();
    void whatIsRefusedIsNotClosed();
    void projectsByAnnotationAndSource_data();
    void projectsByAnnotationAndSource();
    void signsIn();
    void actionsReachTheHost();
    void everyRequestIsPublished();
    void hostileAnswersDoNoHarm();
};

void TestAzure::buildsBecomeRuns()
{
    HostContext host;
    script(host);
    const auto azure = connection();
    QVERIFY(azure);
    QVERIFY(host.pull(*azure->feed(u"builds"_s)).has_value());
    const auto running = runOf(host, u"103"_s);
    QCOMPARE(running.state, BuildState::Running);
    QCOMPARE(running.pipeline, u"CI"_s);
    QVERIFY(running.isDefaultBranch);
    QCOMPARE(running.title, u"Round to cents"_s);
    QCOMPARE(running.trigger, u"push"_s);
    QCOMPARE(running.queuedAt, QDateTime::fromString(u"2026-08-12T10:06:04.561Z"_s, Qt::ISODateWithMs));
    const auto failed = runOf(host, u"102"_s);
    QCOMPARE(failed.state, BuildState::Failed);
    QCOMPARE(failed.pullRequest, u"9"_s);
    QCOMPARE(failed.branch, u"cents"_s);
    QCOMPARE(failed.title, u"Cents"_s);
    QVERIFY(!failed.isDefaultBranch);
    const auto waiting = runOf(host, u"101"_s);
    QCOMPARE(waiting.state, BuildState::Waiting);
    QCOMPARE(waiting.vendorState, u"inProgress/approval"_s);
}

void TestAzure::pipelinesHaveADefaultBranch()
{
    HostContext host;
    script(host);
    host.asked = { { u"component:default/ci"_s, { { u"dev.azure.com/project"_s, u"p"_s }, { u"dev.azure.com/build-definition"_s, u"CI"_s } } } };
    const auto azure = connection();
    const auto feed = azure->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    const auto runs = host.of<domain::BuildRun>(domain::recordtype::buildRun);
    QCOMPARE(runs.size(), 3);
    for (const domain::BuildRun &run : runs)
        QCOMPARE(run.isDefaultBranch, run.branch == "main"_L1);
    // Whoever may not read the pipeline may read its builds.
    HostContext other;
    script(other);
    other.asked = host.asked;
    other.on("GET", u"/acme/p/_apis/build/definitions/12"_s, "{}", 403);
    QVERIFY(other.pull(*azure->feed(u"builds"_s)).has_value());
    QCOMPARE(other.of(domain::recordtype::buildRun).size(), 3);
}

void TestAzure::whatWasQueuedIsAskedOutOfTurn()
{
    HostContext host;
    script(host);
    host.entity(u"component:default/idle"_s, { { u"dev.azure.com/project-repo"_s, u"p/idle"_s } });
    host.entity(u"component:default/ci"_s, { { u"dev.azure.com/project"_s, u"p"_s }, { u"dev.azure.com/build-definition"_s, u"CI"_s } });
    host.on("GET", u"/acme/p/_apis/git/repositories/idle"_s, R"({"id":"another","name":"idle","defaultBranch":"refs/heads/main"})");
    host.on("GET", base, [](const sdk::HttpRequest &request) {
        const bool isHint = QUrlQuery(request.url).hasQueryItem(u"minTime"_s);
        return HostContext::Reply { 200, isHint ? QByteArray(R"({"count":1,"value":[{"id":200,"definition":{"id":12,"name":"CI"},
            "repository":{"id":"5FEBEF5A-833D-4E14-B9C0-14CB638F91E6","type":"TfsGit"}}]})") : QByteArray(R"({"count":0,"value":[]})") };
    });
    const auto azure = connection();
    const auto feed = azure->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    host.requests.clear();
    QVERIFY(host.pull(*feed).has_value());
    // All builds of the project by one request, then those of the repository and the pipeline that it named.
    QCOMPARE(host.asks(), QStringList(3, u"GET "_s + base));
    QCOMPARE(QUrlQuery(host.requests[0].url).queryItemValue(u"queryOrder"_s), u"queueTimeDescending"_s);
    QCOMPARE(QUrlQuery(host.requests[1].url).queryItemValue(u"repositoryId"_s), u"5febef5a-833d-4e14-b9c0-14cb638f91e6"_s);
    QCOMPARE(QUrlQuery(host.requests[2].url).queryItemValue(u"definitions"_s), u"12"_s);
}

void TestAzure::statesAreThoseOfTheDocs()
{
    const auto states = documentedStates(u"Azure Pipelines"_s);
    QVERIFY(states.size() >= 12);
    QJsonArray list;
    for (auto it = states.begin(); it != states.end(); ++it) {
        const bool isResult = it.value() != "queued"_L1 && it.value() != "running"_L1;
        list.append(QJsonObject { { u"id"_s, list.size() + 1 }, { u"status"_s, isResult ? u"completed"_s : it.key() },
            { u"result"_s, isResult ? it.key() : QString() } });
    }
    HostContext host;
    script(host);
    host.on("GET", base, QJsonDocument(QJsonObject { { u"value"_s, list } }).toJson());
    host.on("GET", u"/acme/p/_apis/pipelines/approvals"_s, R"({"value":[]})");
    QVERIFY(host.pull(*connection()->feed(u"builds"_s)).has_value());
    QCOMPARE(host.of(domain::recordtype::buildRun).size(), list.size());
    for (const domain::Record &record : host.of(domain::recordtype::buildRun)) {
        const auto run = domain::BuildRun::fromRecord(record);
        QCOMPARE(domain::buildStateName(run.state), states.value(run.vendorState.section(u'/', -1)));
    }
}

void TestAzure::timelineAndLogs()
{
    HostContext host;
    script(host);
    const auto azure = connection();
    domain::BuildRun run;
    run.id = u"102"_s;
    run.project = u"p/ledger"_s;
    const auto detail = azure->buildDetail(run, host);
    QCOMPARE(detail->jobs.size(), size_t(2));
    const auto &job = detail->jobs[0];
    QCOMPARE(job.name, u"Compile"_s);
    QCOMPARE(job.stage, u"Build"_s);
    QCOMPARE(job.runner, u"Agent 3"_s);
    QCOMPARE(job.state, BuildState::Failed);
    QCOMPARE(job.steps.size(), size_t(2));
    QCOMPARE(job.steps[0].name, u"Checkout"_s);
    QCOMPARE(job.steps[1].state, BuildState::Failed);
    QCOMPARE(detail->jobs[1].state, BuildState::Waiting);
    QCOMPARE(detail->jobs[1].stage, u"Deploy"_s);
    QCOMPARE(detail->annotations.size(), size_t(2));
    QCOMPARE(detail->annotations[0].path, u"src/a.cpp"_s);
    QCOMPARE(detail->annotations[0].line, 12);
    QCOMPARE(detail->annotations[1].severity, domain::Severity::Warning);
    QByteArray log;
    QVERIFY(*azure->buildLog(run, job, 0, [&log](QByteArrayView data) { log += data; return true; }, host));
    QCOMPARE(log, QByteArray("2026-08-11T10:06:10Z building\n"));
    QCOMPARE(azure->buildLog(run, detail->jobs[1], 0, [](QByteArrayView) { return true; }, host).error().code, domain::ErrorCode::NotFound);
}

void TestAzure::whatABuildSaysThatHasNoJobs()
{
    HostContext host;
    script(host);
    host.on("GET", base + u"/102/timeline"_s, R"({"records":[
        {"id":"st1","type":"Stage","name":"Build","state":"completed","result":"failed","issues":[{"type":"error","message":"No pool was specified."}]},
        {"id":"ph1","parentId":"st1","type":"Phase","name":"Job","state":"completed","result":"failed","issues":[{"type":"warning","message":"No agent."}]}]})");
    host.on("GET", base + u"/102"_s, R"({"id":102,"validationResults":[{"result":"error","message":"/azure-pipelines.yml (Line: 3): expected a mapping"},
        {"result":"warning","message":"old"},{"result":"ok","message":"fine"}]})");
    const auto azure = connection();
    domain::BuildRun run = failedRun();
    const auto said = [&] {
        const auto detail = azure->buildDetail(run, host);
        QStringList messages;
        for (const domain::BuildAnnotation &one : detail ? detail->annotations : std::vector<domain::BuildAnnotation>())
            messages.append(one.message);
        return detail ? messages : QStringList { detail.error().detail };
    };
    const QStringList ofFile { u"/azure-pipelines.yml (Line: 3): expected a mapping"_s, u"old"_s };
    QCOMPARE(said(), (QStringList { u"No pool was specified."_s, u"No agent."_s }) + ofFile);
    host.on("GET", base + u"/102/timeline"_s, "", 204);
    QCOMPARE(said(), ofFile);
    // Of a build that runs, an answer that is none says nothing.
    run.state = BuildState::Running;
    QVERIFY(!azure->buildDetail(run, host));
}

// An answer without jobs would take the place of what is kept of the run.
void TestAzure::whatMayNotBeReadIsNoDetail()
{
    domain::BuildRun run = failedRun();
    for (const int status : { 401, 403 }) {
        HostContext host;
        script(host);
        const auto azure = connection();
        const auto told = [&](const auto &detail) { return detail ? 200 : detail.error().httpStatus; };
        host.on("GET", base + u"/102/timeline"_s, "{}", status);
        QCOMPARE(told(azure->buildDetail(run, host)), status);
        host.on("GET", base + u"/102/timeline"_s, "{}", 404);
        QCOMPARE(told(azure->buildDetail(run, host)), 200);
        host.on("GET", base + u"/102"_s, "{}", status); // Nor does it say what is wrong with its file.
        QCOMPARE(told(azure->buildDetail(run, host)), status);
    }
}

// As https://learn.microsoft.com/rest/api/azure/devops/build/builds/get-changes-between-builds shows it.
void TestAzure::commitsBetweenTwoBuilds()
{
    HostContext host;
    script(host);
    host.on("GET", u".*/_apis/build/changes"_s, R"({"count":3,"value":[
        {"id":"aaa","message":"Passed","type":"TfsGit","author":{"displayName":"Jan"},"timestamp":"2026-08-11T10:00:00Z"},
        {"id":"bbb","message":"Test it","type":"TfsGit","author":{"displayName":"Jan"},"timestamp":"2026-08-11T11:00:00Z"},
        {"id":"ccc","message":"Round","type":"TfsGit","author":{"displayName":"Mira K."},"timestamp":"2026-08-11T12:00:00Z"}]})");
    domain::BuildRun good, run;
    good.project = run.project = u"shop/ledger"_s;
    good.id = u"100"_s;
    good.commit = u"aaa"_s;
    run.id = u"101"_s;
    run.commit = u"ccc"_s;
    const auto azure = connection();
    const auto commits = azure->commitsBetween(good, run, host);
    QVERIFY2(commits.has_value(), commits ? "" : qPrintable(commits.error().detail));
    const QUrlQuery query(host.requests.back().url);
    QVERIFY(query.queryItemValue(u"fromBuildId"_s) == "100"_L1 && query.queryItemValue(u"toBuildId"_s) == "101"_L1);
    QCOMPARE(query.queryItemValue(u"api-version"_s), u"7.1-preview.2"_s); // Without that word it is refused.
    QCOMPARE(commits->size(), size_t(2)); // What passed is no suspect.
    QVERIFY(commits->front().id == "ccc"_L1 && commits->front().author == "Mira K."_L1 && commits->back().id == "bbb"_L1);
}

// As https://learn.microsoft.com/azure/devops/pipelines/yaml-schema/parameters-parameter and …/rest/api/azure/devops/git/items/get show it.
void TestAzure::aPipelineSaysWhatItAsksFor()
{
    HostContext host;
    script(host);
    domain::BuildRun run;
    run.id = u"101"_s;
    run.project = u"p/ledger"_s;
    run.branch = u"main"_s;
    const auto azure = connection();
    const auto formFor = [&](const QString &ref) { return azure->actionForm({ u"dispatch"_s, {}, { { u"ref"_s, ref } }, false, run.toRecord() }, host); };
    QCOMPARE(formFor({}).error().code, domain::ErrorCode::Unsupported); // It lies at GitHub.
    host.on("GET", u"/acme/p/_apis/build/definitions/12"_s, R"({"id":12,"process":{"yamlFilename":"/ci/all.yml","type":2},"repository":{"id":"r1","type":"TfsGit"}})");
    const QByteArray text = R"(parameters:
- name: image
  displayName: Pool image
  type: string
  default: ubuntu
  values: [windows, ubuntu]
- name: dry
  type: boolean
  default: true
- { name: why, type: string }
- { name: map, type: object, default: { a: 1 } }
steps: []
)";
    host.on("GET", u"/acme/p/_apis/git/repositories/r1/items"_s, QJsonDocument(QJsonObject { { u"path"_s, u"/ci/all.yml"_s }, { u"content"_s, QString::fromUtf8(text) } }).toJson());
    const auto form = formFor(u"topic/a"_s);
    QVERIFY2(form.has_value(), form ? "" : qPrintable(form.error().detail));
    const QUrlQuery query(host.requests.back().url);
    QCOMPARE(query.queryItemValue(u"path"_s, QUrl::FullyDecoded), u"/ci/all.yml"_s);
    QCOMPARE(query.queryItemValue(u"versionDescriptor.version"_s, QUrl::FullyDecoded), u"topic/a"_s);
    QCOMPARE(query.queryItemValue(u"versionDescriptor.versionType"_s), u"branch"_s);
    using Type = sdk::FormField::Type;
    QCOMPARE(form->size(), size_t(4));
    QVERIFY(form->at(0) == (sdk::FormField { u"image"_s, u"Pool image"_s, {}, Type::Choice, u"ubuntu"_s, { u"windows"_s, u"ubuntu"_s }, false }));
    QVERIFY(form->at(1).type == Type::Boolean && form->at(1).defaultValue == "true"_L1 && form->at(2).required);
    QCOMPARE(form->at(3).defaultValue.toString(), u"{\"a\":1}"_s);
    QVERIFY(formFor(u"refs/tags/v1"_s).has_value());
    QCOMPARE(QUrlQuery(host.requests.back().url).queryItemValue(u"versionDescriptor.versionType"_s), u"tag"_s);
    QCOMPARE(notPublished(fileIn(u"azure/endpoints.txt"_s), host.asks(), u"/acme"_s), QStringList());
    QVERIFY(azure->act({ u"dispatch"_s, {}, { { u"parameters"_s, QJsonObject { { u"dry"_s, false }, { u"why"_s, u"so"_s } } } }, false, run.toRecord() }, host).has_value());
    QCOMPARE(QJsonDocument::fromJson(host.requests.back().body)["templateParameters"_L1].toObject(), (QJsonObject { { u"dry"_s, u"false"_s }, { u"why"_s, u"so"_s } }));
}

void TestAzure::whatFailedInTests()
{
    HostContext host;
    script(host);
    const auto azure = connection();
    domain::BuildRun run = failedRun();
    const auto detail = azure->buildDetail(run, host);
    QCOMPARE(detail->tests.size(), size_t(1));
    const auto &suite = detail->tests[0];
    QCOMPARE(suite.name, u"Unit tests"_s);
    QCOMPARE(suite.passed, 9);
    QCOMPARE(suite.failed, 2);
    QCOMPARE(suite.skipped, 1);
    QCOMPARE(suite.seconds, 2.5);
    QCOMPARE(suite.failures.size(), size_t(1));
    QCOMPARE(suite.failures[0].name, u"Money.Rounds"_s);
    QCOMPARE(suite.failures[0].seconds, 1.5);
    QVERIFY(std::ranges::any_of(host.requests,
        [](const auto &asked) { return QUrlQuery(asked.url).queryItemValue(u"buildUri"_s) == "vstfs:///Build/Build/102"_L1; }));
    // A token whose scopes do not reach the tests: the rest is there all the same.
    host.on("GET", u"/acme/p/_apis/test/runs"_s, "", 401);
    const auto without = azure->buildDetail(run, host);
    QVERIFY(without.has_value() && without->tests.empty() && !without->jobs.empty());
}

void TestAzure::pullRequestsAreJudged()
{
    HostContext host;
    script(host);
    const auto azure = connection();
    const auto feed = azure->feed(u"reviews"_s);
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.of(domain::recordtype::review).size(), 2);
    const auto asked = domain::Review::fromRecord(host.records.value(u"Review p/ledger!9"_s));
    QVERIFY(asked.waitsForMe && !asked.isMine && asked.hasConflicts && !asked.isDraft);
    QCOMPARE(asked.approvals, 1); // The group's vote is its members'.
    QCOMPARE(asked.verdict, domain::Review::Verdict::Approved);
    QCOMPARE(asked.reviewers, QStringList({ u"mira@example.org"_s, u"bo@example.org"_s }));
    QCOMPARE(asked.checks, BuildState::Failed); // Of builds and statuses: who has to review is none of them.
    QCOMPARE(asked.branch, u"cents"_s);
    QCOMPARE(asked.cloneUrl, u"https://dev.azure.com/acme/p/_git/ledger.ann"_s);
    QCOMPARE(asked.url, u"https://dev.azure.com/acme/p/_git/ledger/pullrequest/9"_s);
    QCOMPARE(asked.entityRefs, QStringList { u"component:default/ledger"_s });
    const auto mine = domain::Review::fromRecord(host.records.value(u"Review p/other!10"_s));
    QVERIFY(mine.isMine && !mine.waitsForMe);
    QCOMPARE(mine.verdict, domain::Review::Verdict::ChangesRequested);
    // One request for the project, one for each that concerns the person.
    QCOMPARE(host.asks().filter(u"/_apis/git/pullrequests"_s).size(), 1);
    QCOMPARE(host.asks().filter(u"/policy/evaluations"_s).size(), 2);
    QVERIFY(azure->act({ u"approveReview"_s, {}, {}, false, asked.toRecord() }, host).has_value());
    QCOMPARE(host.asks().last(), u"PUT /acme/p/_apis/git/repositories/ledger/pullRequests/9/reviewers/a1"_s);
    QCOMPARE(host.requests.back().body, QByteArray(R"({"vote":10})"));
    QVERIFY(!asked.conflictsUnsure);
    QByteArray queued = pulls; // The merge is tried anew after a push.
    queued.replace(R"("mergeStatus":"conflicts")", R"("mergeStatus":"queued")");
    host.on("GET", u"/acme/p/_apis/git/pullrequests"_s, queued);
    QVERIFY(host.pull(*feed).has_value());
    const auto again = domain::Review::fromRecord(host.records.value(u"Review p/ledger!9"_s));
    QVERIFY(!again.hasConflicts && again.conflictsUnsure);
    host.on("GET", u"/acme/p/_apis/git/pullrequests"_s, R"({"value":[]})");
    QVERIFY(host.pull(*feed).has_value());
    QVERIFY(host.of(domain::recordtype::review).isEmpty());
}

void TestAzure::whatIsRefusedIsNotClosed()
{
    HostContext host;
    script(host);
    host.entity(u"component:default/till"_s, { { u"dev.azure.com/project-repo"_s, u"q/till"_s } });
    QByteArray ofQ = pulls;
    ofQ.replace(R"("name":"p")", R"("name":"q")");
    host.on("GET", u"/acme/q/_apis/git/pullrequests"_s, ofQ);
    host.on("GET", u"/acme/q/_apis/policy/evaluations"_s, policies);
    const auto azure = connection();
    const auto feed = azure->feed(u"reviews"_s);
    QVERIFY(host.pull(*feed).has_value());
    const QStringList before = host.records.keys();
    QCOMPARE(before.size(), 4);
    for (const int status : { 403, 404 }) {
        host.on("GET", u"/acme/q/_apis/git/pullrequests"_s, R"({"message":"TF400813"})", status);
        QVERIFY(host.pull(*feed).has_value());
        QCOMPARE(host.records.keys(), before);
    }
    // Where none is to be seen any more, it is the host that refuses.
    const int last = int(host.removed.size());
    host.on("GET", u"/acme/[pq]/_apis/git/pullrequests"_s, R"({"message":"TF400813"})", 403);
    const auto refused = host.pull(*feed);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, domain::ErrorCode::Forbidden);
    QCOMPARE(host.records.keys(), before);
    QCOMPARE(host.removed.size(), last);
    host.on("GET", u"/acme/q/_apis/git/pullrequests"_s, R"({"message":"TF400813"})", 404);
    // What is closed goes, and so does what no entity names any more.
    host.on("GET", u"/acme/p/_apis/git/pullrequests"_s, R"({"value":[]})");
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.records.keys(), QStringList({ u"Review q/ledger!9"_s, u"Review q/other!10"_s }));
    host.asked.pop_back();
    QVERIFY(host.pull(*feed).has_value());
    QVERIFY(host.records.isEmpty());
}

void TestAzure::projectsByAnnotationAndSource_data()
{
    QTest::addColumn<QJsonObject>("annotations");
    QTest::addColumn<QString>("first");
    const QString repo = u"GET /acme/p/_apis/git/repositories/ledger"_s, definition = u"GET /acme/p/_apis/build/definitions"_s;
    QTest::newRow("repository") << QJsonObject { { u"dev.azure.com/project-repo"_s, u"p/ledger"_s } } << repo;
    QTest::newRow("pipeline") << QJsonObject { { u"dev.azure.com/project"_s, u"p"_s }, { u"dev.azure.com/build-definition"_s, u"CI"_s } } << definition;
    QTest::newRow("source") << QJsonObject { { u"backstage.io/source-location"_s, u"url:https://dev.azure.com/acme/p/_git/ledger?path=/"_s } } << repo;
    QTest::newRow("organisation") << QJsonObject { { u"dev.azure.com/project-repo"_s, u"p/ledger"_s }, { u"dev.azure.com/host-org"_s, u"dev.azure.com/acme"_s } } << repo;
    QTest::newRow("another organisation") << QJsonObject { { u"dev.azure.com/project-repo"_s, u"p/ledger"_s }, { u"dev.azure.com/host-org"_s, u"dev.azure.com/other"_s } } << QString();
    QTest::newRow("source of another") << QJsonObject { { u"backstage.io/source-location"_s, u"url:https://dev.azure.com/other/p/_git/ledger"_s } } << QString();
}

void TestAzure::projectsByAnnotationAndSource()
{
    QFETCH(const QJsonObject, annotations);
    QFETCH(const QString, first);
    HostContext host;
    script(host);
    host.asked = { { u"component:default/x"_s, annotations } };
    const auto azure = connection();
    QVERIFY(host.pull(*azure->feed(u"builds"_s)).has_value());
    QCOMPARE(host.asks().value(0), first);
}

void TestAzure::signsIn()
{
    HostContext host;
    script(host);
    QCOMPARE(connection()->principal(host).value(), u"mira@example.org@dev.azure.com/acme"_s);
    QVERIFY(host.requests.back().headers.contains(sdk::Header("authorization", "Basic " + QByteArray(":patsecret").toBase64())));
    host.on("GET", u"/acme/_apis/connectionData"_s,
        [](const sdk::HttpRequest &) { return HostContext::Reply { 203, "<html>sign in</html>", { { "content-type", "text/html; charset=utf-8" } } }; });
    QCOMPARE(connection()->principal(host).error().code, domain::ErrorCode::Unauthorised);
    const auto nowhere = connectTo(QStringLiteral(CALLBOARD_LIBRARY), { { u"url"_s, u"https://dev.azure.com"_s } });
    QCOMPARE(nowhere->principal(host).error().code, domain::ErrorCode::Invalid);
    // By the name of before; with the browser.
    script(host);
    host.secrets.clear();
    host.oauthToken = u"entra"_s;
    const QJsonObject form { { u"url"_s, u"https://acme.visualstudio.com/"_s }, { u"clientId"_s, u"0c1d"_s }, { u"tenant"_s, u"example.org"_s } };
    const auto browser = connectTo(QStringLiteral(CALLBOARD_LIBRARY), form);
    QCOMPARE(browser->principal(host).value(), u"mira@example.org@dev.azure.com/acme"_s);
    QVERIFY(host.requests.back().headers.contains(sdk::Header("authorization", "Bearer entra")));
    const auto methods = browser->signInMethods(host);
    QCOMPARE(methods->at(0).id, u"oauth"_s);
    QCOMPARE(methods->at(0).oauth.clientId, u"0c1d"_s);
    QCOMPARE(methods->at(0).oauth.token, QUrl(u"https://login.microsoftonline.com/example.org/oauth2/v2.0/token"_s));
    // A tenant leads nowhere else.
    const auto odd = connectTo(QStringLiteral(CALLBOARD_LIBRARY),
        { { u"url"_s, u"https://dev.azure.com/acme"_s }, { u"clientId"_s, u"0c1d"_s }, { u"tenant"_s, u"../../evil"_s } });
    QCOMPARE(odd->signInMethods(host)->at(0).oauth.token, QUrl(u"https://login.microsoftonline.com/organizations/oauth2/v2.0/token"_s));
}

void TestAzure::actionsReachTheHost()
{
    HostContext host;
    script(host);
    const auto azure = connection();
    QVERIFY(host.pull(*azure->feed(u"builds"_s)).has_value());
    const auto record = runOf(host, u"102"_s).toRecord();
    QVERIFY(azure->act({ u"rerunFailed"_s, {}, {}, false, record }, host).has_value());
    QCOMPARE(host.asks().last(), u"PATCH "_s + base + u"/102"_s);
    QCOMPARE(QUrlQuery(host.requests.back().url).queryItemValue(u"retry"_s), u"true"_s);
    QVERIFY(azure->act({ u"cancel"_s, {}, {}, false, record }, host).has_value());
    QCOMPARE(host.requests.back().body, QByteArray(R"({"status":"cancelling"})"));
    QVERIFY(azure->act({ u"rerun"_s, {}, {}, false, record }, host).has_value());
    QCOMPARE(host.asks().last(), u"POST "_s + base);
    QCOMPARE(QJsonDocument::fromJson(host.requests.back().body)["definition"_L1]["id"_L1].toInt(), 12);
    QVERIFY(azure->act({ u"dispatch"_s, {}, { { u"ref"_s, u"next"_s }, { u"parameters"_s, u"level=2; fast=yes"_s } }, false, record }, host).has_value());
    QCOMPARE(host.asks().last(), u"POST /acme/p/_apis/pipelines/12/runs"_s);
    QCOMPARE(QJsonDocument::fromJson(host.requests.back().body).object(), QJsonDocument::fromJson(R"({"resources":{"repositories":{"self":
        {"refName":"refs/heads/next"}}},"templateParameters":{"level":"2","fast":"yes"}})").object());
    QCOMPARE(azure->act({ u"dispatch"_s, {}, { { u"parameters"_s, u"level"_s } }, false, record }, host).error().code, domain::ErrorCode::Invalid);
    QVERIFY(azure->act({ u"approve"_s, {}, { { u"comment"_s, u"go"_s } }, false, record }, host).has_value());
    QCOMPARE(QJsonDocument::fromJson(host.requests.back().body).array(),
        QJsonDocument::fromJson(R"([{"approvalId":"ap1","status":"approved","comment":"go"}])").array());
    host.on("PATCH", u"/acme/.*"_s, R"({"message":"TF400813: not authorized"})", 403);
    QCOMPARE(azure->act({ u"reject"_s, {}, {}, false, record }, host).error().code, domain::ErrorCode::Forbidden);
}

void TestAzure::everyRequestIsPublished()
{
    HostContext host;
    script(host);
    const auto azure = connection();
    host.entity(u"component:default/ci"_s, { { u"dev.azure.com/project"_s, u"p"_s }, { u"dev.azure.com/build-definition"_s, u"CI"_s } });
    QVERIFY(host.pull(*azure->feed(u"builds"_s)).has_value());
    const auto run = runOf(host, u"102"_s);
    QVERIFY(host.pull(*azure->feed(u"reviews"_s)).has_value());
    QVERIFY(azure->act({ u"approveReview"_s, {}, {}, false, host.records.value(u"Review p/ledger!9"_s) }, host).has_value());
    (void)azure->probe(host);
    const auto detail = azure->buildDetail(run, host);
    QVERIFY(azure->buildLog(run, detail->jobs[0], 2, [](QByteArrayView) { return true; }, host).has_value());
    for (const QString &id : { u"rerun"_s, u"rerunFailed"_s, u"cancel"_s, u"dispatch"_s, u"approve"_s, u"reject"_s })
        QVERIFY(azure->act({ id, {}, {}, false, run.toRecord() }, host).has_value());
    QCOMPARE(notPublished(fileIn(u"azure/endpoints.txt"_s), host.asks(), u"/acme"_s), QStringList());
    for (const sdk::HttpRequest &request : host.requests) {
        QVERIFY(QUrlQuery(request.url).queryItemValue(u"api-version"_s).startsWith("7.1"_L1));
        QVERIFY(!request.url.toString().contains("patsecret"_L1));
    }
}

void TestAzure::hostileAnswersDoNoHarm()
{
    const QList<std::pair<QString, QByteArray>> rows { { u"/acme/_apis/connectionData"_s, who }, { u"/acme/p/_apis/git/repositories/ledger"_s, repository },
        { base, builds }, { base + u"/102/timeline"_s, timeline }, { u"/acme/p/_apis/pipelines/approvals"_s, approvals },
        { u"/acme/p/_apis/git/pullrequests"_s, pulls }, { u"/acme/p/_apis/policy/evaluations"_s, policies },
        { u"/acme/p/_apis/test/runs"_s, testRuns }, { u"/acme/p/_apis/test/runs/7/results"_s, testResults } };
    domain::BuildRun run = failedRun();
    int tried = 0;
    for (const auto &[path, body] : rows) {
        for (const QByteArray &bad : spoilt(body)) {
            HostContext host;
            script(host);
            host.on("GET", path, bad);
            const auto azure = connection();
            (void)azure->principal(host);
            (void)host.pull(*azure->feed(path.contains("git/pull"_L1) || path.contains("policy"_L1) ? u"reviews"_s : u"builds"_s));
            if (path.endsWith("timeline"_L1) || path.contains("/test/"_L1)) {
                if (const auto detail = azure->buildDetail(run, host))
                    QVERIFY(QJsonDocument(detail->toRecord().body).toJson().size() < 200'000);
            }
            for (const domain::Record &record : std::as_const(host.records))
                QVERIFY(!record.key.isEmpty() && QJsonDocument(record.body).toJson().size() < 100'000);
            ++tried;
        }
    }
    QVERIFY(tried > 200);
    // Records that are each other's parents.
    HostContext host;
    script(host);
    host.on("GET", base + u"/102/timeline"_s, R"({"records":[{"id":"a","parentId":"b","type":"Job","name":"A"},{"id":"b","parentId":"a","type":"Phase"}]})");
    QCOMPARE(connection()->buildDetail(run, host)->jobs.size(), size_t(1));
}

QTEST_GUILESS_MAIN(TestAzure)
#include "tst_azure.moc"
