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

// Shapes: https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pipelines/ and …/api-group-pullrequests/.
const QByteArray user = R"({"type":"user","uuid":"{11111111-0000-4000-8000-000000000001}","nickname":"mira","display_name":"Mira K."})";
const QByteArray repository = R"({"type":"repository","full_name":"acme/ledger","mainbranch":{"type":"branch","name":"main"}})";
const QByteArray pipelines = R"({"page":1,"pagelen":30,"size":3,"values":[
    {"type":"pipeline","uuid":"{aaaa}","build_number":12,"creator":{"nickname":"mira"},"trigger":{"name":"PUSH","type":"pipeline_trigger_push"},
     "target":{"type":"pipeline_ref_target","ref_type":"branch","ref_name":"main","selector":{"type":"default"},
       "commit":{"type":"commit","hash":"9fec847784abb10b2fa567ee63b85bd238955d0e","message":"Round to cents\n\nLong"}},
     "state":{"name":"COMPLETED","type":"pipeline_state_completed","result":{"name":"FAILED","type":"pipeline_state_completed_failed"}},
     "created_on":"2026-08-11T11:28:34.085Z","completed_on":"2026-08-11T11:32:35.145Z","build_seconds_used":200},
    {"type":"pipeline","uuid":"{bbbb}","build_number":13,"target":{"type":"pipeline_pullrequest_target","source":"cents","destination":"main",
       "pullrequest":{"type":"pullrequest","id":9,"title":"Cents"},"commit":{"hash":"1fec847784abb10b2fa567ee63b85bd238955d0e"},
       "selector":{"type":"pull-requests","pattern":"**"}},
     "state":{"name":"IN_PROGRESS","type":"pipeline_state_in_progress","stage":{"name":"PAUSED","type":"pipeline_state_in_progress_paused"}},
     "trigger":{"name":"PUSH","type":"pipeline_trigger_push"},"created_on":"2026-08-12T11:28:34.085Z"}]})";
const QByteArray steps = R"({"values":[
    {"type":"pipeline_step","uuid":"{s1}","name":"Build","state":{"name":"COMPLETED","result":{"name":"SUCCESSFUL"}},
     "started_on":"2026-08-11T11:28:40Z","completed_on":"2026-08-11T11:30:00Z"},
    {"type":"pipeline_step","uuid":"{s2}","name":"Deploy","state":{"name":"PENDING"},"trigger":{"type":"pipeline_step_trigger_manual"}},
    {"type":"pipeline_step","uuid":"{s3}","state":{"name":"COMPLETED","result":{"name":"ERROR"}}}]})";
const QByteArray pulls = R"({"values":[{"type":"pullrequest","id":9,"title":"Cents","state":"OPEN","draft":false,"comment_count":3,
    "author":{"uuid":"{22222222-0000-4000-8000-000000000001}","nickname":"ann"},
    "source":{"branch":{"name":"cents"},"commit":{"hash":"1fec847784ab"},"repository":{"full_name":"ann/ledger"}},
    "destination":{"branch":{"name":"main"},"repository":{"full_name":"acme/ledger"}},
    "participants":[{"role":"REVIEWER","approved":false,"state":null,"participated_on":null,"user":{"uuid":"{11111111-0000-4000-8000-000000000001}","nickname":"mira"}},
      {"role":"REVIEWER","approved":true,"state":"approved","participated_on":"2026-08-12T10:00:00Z","user":{"uuid":"{3}","nickname":"bo"}}],
    "created_on":"2026-08-11T11:28:34.085Z","updated_on":"2026-08-12T11:28:34.085Z","links":{"html":{"href":"https://bitbucket.org/acme/ledger/pull-requests/9"}}}]})";

const QByteArray statuses = R"({"values":[{"type":"build","key":"ci","state":"SUCCESSFUL"},{"type":"build","key":"lint","state":"INPROGRESS"}]})";

const QString base = u"/2.0/repositories/acme/ledger"_s;
const QString pipelineA = base + u"/pipelines/%7Baaaa%7D"_s;

void script(HostContext &host)
{
    host.secrets.insert(u"token"_s, u"ATATTsecret"_s);
    host.entity(u"component:default/ledger"_s, { { u"bitbucket.org/project-slug"_s, u"acme/ledger"_s } });
    host.on("GET", u"/2.0/user"_s, user);
    host.on("GET", base, repository);
    host.on("GET", base + u"/pipelines/"_s, pipelines);
    host.on("GET", pipelineA + u"/steps/"_s, steps);
    host.on("GET", pipelineA + u"/steps/%7Bs1%7D"_s, R"({"uuid":"{s1}","state":{"name":"IN_PROGRESS"}})");
    host.on("GET", pipelineA + u"/steps/%7Bs1%7D/log"_s, "+ make\nok\n");
    host.on("GET", base + u"/pullrequests"_s, pulls);
    host.on("GET", base + u"/pullrequests/9/statuses"_s, statuses);
    host.on("GET", pipelineA, QJsonDocument(QJsonDocument::fromJson(pipelines)["values"_L1][0].toObject()).toJson());
    host.on("GET", base + u"/pipelines/%7Bbbbb%7D"_s, QJsonDocument(QJsonDocument::fromJson(pipelines)["values"_L1][1].toObject()).toJson());
    host.on("POST", u"/2.0/.*"_s, "{}", 201);
}

std::unique_ptr<sdk::Connection> connection(const QJsonObject &settings = { { u"email"_s, u"mira@example.org"_s } })
{
    return connectTo(QStringLiteral(CALLBOARD_LIBRARY), settings);
}

domain::BuildRun runOf(const HostContext &host, const QString &id)
{
    return domain::BuildRun::fromRecord(host.records.value(u"BuildRun acme/ledger#"_s + id));
}

} // namespace

class TestBitbucket final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void pipelinesBecomeRuns();
    void statesAreThoseOfTheDocs();
    void whatWasPushedIsAskedOutOfTurn();
    void stepsAndLogs();
    void testReportsOfSteps();
    void commitsBetweenTwoPipelines();
    void aPipelineSaysWhatItAsksFor();
    void pullRequestsAreJudged();
    void manyRepositoriesTakeTurns();
    void signsIn();
    void signsInWithTheBrowser();
    void everyRequestIsPublished();
    void hostileAnswersDoNoHarm();
};

void TestBitbucket::pipelinesBecomeRuns()
{
    HostContext host;
    script(host);
    const auto bitbucket = connection();
    QVERIFY(bitbucket);
    QVERIFY(host.pull(*bitbucket->feed(u"builds"_s)).has_value());
    const auto failed = runOf(host, u"{aaaa}"_s);
    QCOMPARE(failed.state, BuildState::Failed);
    QCOMPARE(failed.vendorState, u"COMPLETED/FAILED"_s);
    QCOMPARE(failed.title, u"Round to cents"_s);
    QCOMPARE(failed.number, 12);
    QVERIFY(failed.isDefaultBranch);
    QCOMPARE(failed.trigger, u"push"_s);
    QCOMPARE(failed.actor, u"mira"_s);
    QCOMPARE(failed.finishedAt, QDateTime::fromString(u"2026-08-11T11:32:35.145Z"_s, Qt::ISODateWithMs));
    const auto paused = runOf(host, u"{bbbb}"_s);
    QCOMPARE(paused.state, BuildState::Waiting);
    QCOMPARE(paused.pullRequest, u"9"_s);
    QCOMPARE(paused.trigger, u"pull_request"_s);
    QVERIFY(!paused.isDefaultBranch && !paused.finishedAt.isValid());
}

void TestBitbucket::statesAreThoseOfTheDocs()
{
    const auto states = documentedStates(u"Bitbucket Cloud"_s);
    QCOMPARE(states.size(), 13);
    QJsonArray list;
    for (auto it = states.begin(); it != states.end(); ++it)
        list.append(QJsonObject { { u"uuid"_s, it.key() }, { u"state"_s, QJsonObject { { u"name"_s, it.key() } } } });
    list.append(QJsonObject { { u"uuid"_s, u"new"_s }, { u"state"_s, QJsonObject { { u"name"_s, u"BRAND_NEW"_s } } } });
    HostContext host;
    script(host);
    host.on("GET", base + u"/pipelines/"_s, QJsonDocument(QJsonObject { { u"values"_s, list } }).toJson());
    QVERIFY(host.pull(*connection()->feed(u"builds"_s)).has_value());
    QCOMPARE(host.of(domain::recordtype::buildRun).size(), list.size());
    for (const domain::Record &record : host.of(domain::recordtype::buildRun)) {
        const auto run = domain::BuildRun::fromRecord(record);
        QCOMPARE(domain::buildStateName(run.state), states.value(run.vendorState, u"unknown"_s));
    }
}

void TestBitbucket::whatWasPushedIsAskedOutOfTurn()
{
    HostContext host;
    script(host);
    for (const QString &name : { u"acme/idle"_s, u"beta/web"_s }) {
        host.entity(u"component:default/"_s + name.section(u'/', 1), { { u"bitbucket.org/project-slug"_s, name } });
        host.on("GET", u"/2.0/repositories/"_s + name, repository);
        host.on("GET", u"/2.0/repositories/"_s + name + u"/pipelines/"_s, R"({"values":[]})");
    }
    host.on("GET", base + u"/pipelines/"_s, R"({"values":[]})");
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    const auto repositories = [](const QString &name, const QString &updated) {
        return QJsonDocument(QJsonObject { { u"values"_s, QJsonArray { QJsonObject { { u"full_name"_s, name }, { u"updated_on"_s, updated } } } } }).toJson();
    };
    host.on("GET", u"/2.0/repositories/acme"_s, repositories(u"acme/ledger"_s, now));
    host.on("GET", u"/2.0/repositories/beta"_s, repositories(u"beta/web"_s, u"2020-01-01T00:00:00.000000+00:00"_s));
    const auto bitbucket = connection();
    const auto feed = bitbucket->feed(u"builds"_s);
    QVERIFY(host.pull(*feed).has_value());
    host.requests.clear();
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.asks(), (QStringList { u"GET /2.0/repositories/acme"_s, u"GET /2.0/repositories/beta"_s, u"GET "_s + base + u"/pipelines/"_s }));
    QCOMPARE(notPublished(fileIn(u"bitbucket/endpoints.txt"_s), host.asks(), u"/2.0"_s), QStringList());
    // A workspace that may not be read hides nothing of the others.
    host.forgetCursors();
    host.on("GET", u"/2.0/repositories/beta"_s, "{}", 403);
    QVERIFY(host.pull(*feed).has_value());
    host.requests.clear();
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.asks().last(), u"GET "_s + base + u"/pipelines/"_s);
}

void TestBitbucket::stepsAndLogs()
{
    HostContext host;
    script(host);
    const auto bitbucket = connection();
    domain::BuildRun run;
    run.id = u"{aaaa}"_s;
    run.project = u"acme/ledger"_s;
    const auto detail = bitbucket->buildDetail(run, host);
    QCOMPARE(detail->jobs.size(), size_t(3));
    QCOMPARE(detail->jobs[0].state, BuildState::Passed);
    QCOMPARE(detail->jobs[1].state, BuildState::Waiting); // To be started by hand.
    QCOMPARE(detail->jobs[2].state, BuildState::Errored);
    QVERIFY(!detail->jobs[2].name.isEmpty());
    QByteArray log;
    auto job = detail->jobs[0];
    const auto take = [&log](QByteArrayView data) { log += data; return true; };
    QVERIFY(*bitbucket->buildLog(run, job, 0, take, host));
    QCOMPARE(log, QByteArray("+ make\nok\n"));
    job.state = BuildState::Running; // As it was known; the step says that it still runs.
    QVERIFY(!*bitbucket->buildLog(run, job, 7, take, host));
    QCOMPARE(log, QByteArray("+ make\nok\nok\n"));
}

void TestBitbucket::testReportsOfSteps()
{
    HostContext host;
    script(host);
    const QString report = base + u"/pipelines/%7Baaaa%7D/steps/[^/]+1[^/]+/test_reports"_s;
    host.on("GET", base + u"/pipelines/%7Baaaa%7D/steps/"_s, R"({"values":[
        {"uuid":"{1}","name":"Test","state":{"name":"COMPLETED","result":{"name":"FAILED"}}},
        {"uuid":"{2}","name":"Lint","state":{"name":"COMPLETED","result":{"name":"SUCCESSFUL"}}},
        {"uuid":"{3}","name":"Ship","state":{"name":"PENDING"}}]})");
    host.on("GET", report, R"({"number_of_test_cases":5,"number_of_successful_test_cases":2,"number_of_failed_test_cases":1,
        "number_of_error_test_cases":1,"number_of_skipped_test_cases":1})");
    host.on("GET", report + u"/test_cases"_s, R"({"values":[
        {"uuid":"{a}","name":"rounds","fully_qualified_name":"acme.Cents.rounds","status":"FAILED","duration":"PT1M2.5S","reason":{"message":"off by one","stack_trace":"at 3"}},
        {"uuid":"{b}","name":"adds","status":"SUCCESSFUL","duration":"PT0.1S"},
        {"uuid":"{c}","name":"starts","status":"ERROR","reason":{"stack_trace":"at 7"}}]})");
    const auto bitbucket = connection();
    domain::BuildRun run;
    run.id = u"{aaaa}"_s;
    run.project = u"acme/ledger"_s;
    run.state = BuildState::Failed;
    const auto detail = bitbucket->buildDetail(run, host);
    QVERIFY2(detail.has_value(), qPrintable(detail ? QString() : detail.error().detail));
    QCOMPARE(detail->tests.size(), size_t(1)); // Of one step there is no report, and one has not begun.
    const domain::TestSuite expected { u"Test"_s, 2, 1, 1, 1, 0, { { u"acme.Cents.rounds"_s, u"off by one"_s, 62.5 }, { u"starts"_s, u"at 7"_s, 0 } } };
    QVERIFY(detail->tests[0] == expected);
    QVERIFY(host.asks().filter(u"%7B3%7D/test_reports"_s).isEmpty());
    // Not before the whole has ended, however often somebody looks.
    host.requests.clear();
    run.state = BuildState::Running;
    QCOMPARE(bitbucket->buildDetail(run, host)->jobs.size(), size_t(3));
    QCOMPARE(host.asks(), QStringList { u"GET "_s + base + u"/pipelines/%7Baaaa%7D/steps/" });
    // An error of a report takes away neither the steps nor, where only its names are missing, the report.
    run.state = BuildState::Failed;
    host.on("GET", report + u"/test_cases"_s, "{}", 503);
    QCOMPARE(bitbucket->buildDetail(run, host)->tests.at(0).failed, 1);
    for (const int status : { 500, 503, 429, 401 }) {
        host.on("GET", report, "{}", status);
        host.logged.clear();
        const auto without = bitbucket->buildDetail(run, host);
        QVERIFY2(without, qPrintable(without ? QString() : without.error().detail));
        QVERIFY(without->jobs.size() == 3 && without->tests.empty());
        QCOMPARE(host.logged.size(), 1);
    }
}

// As https://developer.atlassian.com/cloud/bitbucket/rest/api-group-commits/ shows it: the newest first.
void TestBitbucket::commitsBetweenTwoPipelines()
{
    HostContext host;
    script(host);
    host.on("GET", base + u"/commits"_s, R"({"values":[
        {"hash":"ccc","message":"Round\n\nlong","date":"2026-08-11T12:00:00+00:00","author":{"raw":"M <m@example.org>","user":{"display_name":"Mira K."}}},
        {"hash":"bbb","message":"Test it\n","date":"2026-08-11T11:00:00+00:00","author":{"raw":"Jan <jan@example.org>"}}],"pagelen":100})");
    domain::BuildRun good, run;
    good.project = run.project = u"acme/ledger"_s;
    good.commit = u"aaa"_s;
    run.commit = u"ccc"_s;
    const auto bitbucket = connection();
    const auto commits = bitbucket->commitsBetween(good, run, host);
    QVERIFY2(commits.has_value(), commits ? "" : qPrintable(commits.error().detail));
    QCOMPARE(host.requests.back().url.query(), u"include=ccc&exclude=aaa&pagelen=100"_s);
    QCOMPARE(notPublished(fileIn(u"bitbucket/endpoints.txt"_s), host.asks(), u"/2.0"_s), QStringList());
    QCOMPARE(commits->size(), size_t(2));
    QVERIFY(commits->front().id == "ccc"_L1 && commits->front().subject == "Round"_L1 && commits->front().author == "Mira K."_L1);
    QCOMPARE(commits->back().author, u"Jan"_s); // Without the address.
}

// As https://support.atlassian.com/bitbucket-cloud/docs/pipeline-start-conditions/ shows it.
void TestBitbucket::aPipelineSaysWhatItAsksFor()
{
    HostContext host;
    script(host);
    host.on("GET", base + u"/refs/branches/topic%2Fa"_s, R"({"name":"topic/a","target":{"hash":"1fec8477"}})");
    host.on("GET", base + u"/src/1fec8477/bitbucket-pipelines.yml"_s, R"(pipelines:
  custom:
    deploy:
      - variables:
          - name: WHERE
            default: staging
            description: The target
            allowed-values: [production, staging]
          - name: NOTE
      - step: { script: [echo] }
)");
    domain::BuildRun run;
    run.id = u"{aaaa}"_s;
    run.project = u"acme/ledger"_s;
    run.branch = u"topic/a"_s;
    const auto bitbucket = connection();
    const auto formFor = [&](const QString &pipeline) { return bitbucket->actionForm({ u"dispatch"_s, {}, { { u"pipeline"_s, pipeline } }, false, run.toRecord() }, host); };
    const auto form = formFor(u"deploy"_s);
    QVERIFY2(form.has_value(), form ? "" : qPrintable(form.error().detail));
    using Type = sdk::FormField::Type;
    QCOMPARE(form->size(), size_t(3));
    QVERIFY(form->at(0) == (sdk::FormField { u"WHERE"_s, u"WHERE"_s, u"The target"_s, Type::Choice, u"staging"_s, { u"production"_s, u"staging"_s }, false }));
    QVERIFY(form->at(1).id == "NOTE"_L1 && form->at(1).type == Type::Text);
    QCOMPARE(notPublished(fileIn(u"bitbucket/endpoints.txt"_s), host.asks(), u"/2.0"_s), QStringList());
    QCOMPARE(formFor(u"other"_s).error().code, domain::ErrorCode::NotFound);
    QCOMPARE(formFor({})->size(), size_t(1)); // A branch's own pipeline names none.
    QVERIFY(bitbucket->act({ u"dispatch"_s, {}, { { u"pipeline"_s, u"deploy"_s }, { u"variables"_s, QJsonObject { { u"WHERE"_s, u"production"_s }, { form->back().id, u"B=2"_s } } } }, false, run.toRecord() }, host).has_value());
    QCOMPARE(QJsonDocument::fromJson(host.requests.back().body)["variables"_L1].toArray(),
        QJsonDocument::fromJson(R"([{"key":"B","value":"2"},{"key":"WHERE","value":"production"}])").array());
}

void TestBitbucket::pullRequestsAreJudged()
{
    HostContext host;
    script(host);
    const auto bitbucket = connection();
    const auto feed = bitbucket->feed(u"reviews"_s);
    QVERIFY(host.pull(*feed).has_value());
    const auto review = domain::Review::fromRecord(host.records.value(u"Review acme/ledger!9"_s));
    QVERIFY(review.waitsForMe && !review.isMine);
    QCOMPARE(review.approvals, 1);
    QCOMPARE(review.verdict, domain::Review::Verdict::Approved);
    QCOMPARE(review.reviewers, QStringList({ u"mira"_s, u"bo"_s }));
    QCOMPARE(review.cloneUrl, u"https://bitbucket.org/ann/ledger.git"_s);
    QCOMPARE(review.comments, 3);
    QCOMPARE(review.checks, BuildState::Running);
    QCOMPARE(host.asks().last(), u"GET "_s + base + u"/pullrequests/9/statuses"_s);
    QVERIFY(std::ranges::any_of(host.requests,
        [](const auto &asked) { return asked.url.toEncoded().contains("fields=%2Bvalues.participants"); }));
    // Merged: no longer among the open ones.
    host.on("GET", base + u"/pullrequests"_s, R"({"values":[]})");
    QVERIFY(host.pull(*feed).has_value());
    QVERIFY(host.records.isEmpty());
}

void TestBitbucket::manyRepositoriesTakeTurns()
{
    HostContext host;
    script(host);
    host.asked.clear();
    for (int i = 0; i < 30; ++i)
        host.entity(u"component:default/s%1"_s.arg(i), { { u"bitbucket.org/project-slug"_s, u"acme/s%1"_s.arg(i) } }, i == 29);
    host.on("GET", u"/2.0/repositories/acme/s[0-9]+/pullrequests"_s, pulls);
    const auto bitbucket = connection();
    const auto kept = bitbucket->feed(u"reviews"_s);
    for (int pull = 0; pull < 3; ++pull) {
        host.requests.clear();
        QVERIFY(host.pull(*kept).has_value());
        const QStringList asks = host.asks();
        QCOMPARE(asks.filter(QRegularExpression(u"/pullrequests$"_s)).size(), 12);
        QVERIFY(asks.contains(u"GET /2.0/repositories/acme/s29/pullrequests"_s)); // On screen: each time.
    }
    QCOMPARE(host.records.size(), 30);
}

void TestBitbucket::signsIn()
{
    HostContext host;
    script(host);
    QCOMPARE(connection()->principal(host).value(), u"mira@bitbucket.org"_s);
    QVERIFY(host.requests.back().headers.contains(sdk::Header("authorization", "Basic " + QByteArray("mira@example.org:ATATTsecret").toBase64())));
    // A token of a workspace belongs to nobody.
    host.on("GET", u"/2.0/user"_s, R"({"type":"error","error":{"message":"no"}})", 403);
    const auto workspace = connection(QJsonObject {});
    const QString who = workspace->principal(host).value();
    QVERIFY(who.startsWith("token:"_L1) && !who.contains("ATATT"_L1));
    QVERIFY(host.requests.back().headers.contains(sdk::Header("authorization", "Bearer ATATTsecret")));
    QCOMPARE(workspace->probe(host)->missing.size(), 1);
    host.secrets.clear();
    QCOMPARE(workspace->principal(host).error().code, domain::ErrorCode::Unauthorised);
}

// https://developer.atlassian.com/cloud/bitbucket/oauth-2/: by the consumer of the person's workspace, which has a secret.
void TestBitbucket::signsInWithTheBrowser()
{
    HostContext host;
    script(host);
    const auto offered = [&host](const QJsonObject &form) { return *connection(form)->signInMethods(host); };
    const auto without = offered({});
    QCOMPARE(without.size(), size_t(2));
    QVERIFY(without[0].kind == sdk::SignInMethod::Kind::Token && without[1].unavailable.contains("OAuth consumer"_L1));
    const QJsonObject form { { u"email"_s, u"mira@example.org"_s }, { u"signIn"_s, u"oauth"_s }, { u"clientId"_s, u" key "_s } };
    const auto methods = offered(form);
    QVERIFY(methods[0].kind == sdk::SignInMethod::Kind::OAuth && methods[0].unavailable.isEmpty());
    const sdk::OAuthClient &client = methods[0].oauth;
    QCOMPARE(client.clientId, u"key"_s);
    QCOMPARE(client.authorization, QUrl(u"https://bitbucket.org/site/oauth2/authorize"_s));
    QCOMPARE(client.token, QUrl(u"https://bitbucket.org/site/oauth2/access_token"_s));
    QCOMPARE(client.secretField, u"clientSecret"_s);
    QVERIFY(client.scopes.isEmpty()); // The consumer has them.
    // What the form says of the address to come back to is where it listens.
    QFile metadata(QStringLiteral(CALLBOARD_SOURCE_DIR "/plugins/bitbucket/integration.json.in"));
    QVERIFY(metadata.open(QIODevice::ReadOnly));
    const QString address = u"http://127.0.0.1:%1%2"_s.arg(client.redirectPort).arg(client.redirectPath);
    QCOMPARE(QString::fromUtf8(metadata.readAll()).count(address), 3);
    // A token that was typed, with its e-mail, is not what goes out then; one that is over is renewed.
    host.oauthToken = u"fresh"_s;
    const auto bitbucket = connection(form);
    host.on("GET", u"/2.0/user"_s, [](const sdk::HttpRequest &request) {
        const bool isRenewed = request.headers.contains(sdk::Header("authorization", "Bearer fresh-renewed"));
        return HostContext::Reply { isRenewed ? 200 : 401, R"({"uuid":"{1}","nickname":"mira","display_name":"Mira K."})" };
    });
    QCOMPARE(bitbucket->principal(host).value(), u"mira@bitbucket.org"_s);
    QCOMPARE(host.refusedTokens, QStringList { u"fresh"_s });
    host.oauthToken.clear();
    QCOMPARE(bitbucket->principal(host).error().code, domain::ErrorCode::Unauthorised);
    // A consumer's token may belong to nobody: the same label for each that is renewed, and another one of another consumer.
    host.oauthToken = u"another"_s;
    host.on("GET", u"/2.0/user"_s, R"({"type":"error","error":{"message":"no"}})", 403);
    const QString label = connection(form)->principal(host).value();
    QVERIFY(label.startsWith("token:"_L1));
    host.oauthToken = u"renewed"_s;
    QCOMPARE(connection(form)->principal(host).value(), label);
    QJsonObject other = form;
    other.insert(u"clientId"_s, u"key of another workspace"_s);
    const QString another = connection(other)->principal(host).value();
    QVERIFY(another.startsWith("token:"_L1) && another != label);
}

void TestBitbucket::everyRequestIsPublished()
{
    HostContext host;
    script(host);
    const auto bitbucket = connection();
    QVERIFY(host.pull(*bitbucket->feed(u"reviews"_s)).has_value());
    const domain::Record review = host.records.value(u"Review acme/ledger!9"_s);
    host.forgetCursors();
    QVERIFY(host.pull(*bitbucket->feed(u"builds"_s)).has_value());
    const auto run = runOf(host, u"{aaaa}"_s);
    const auto detail = bitbucket->buildDetail(run, host);
    auto job = detail->jobs[0];
    job.state = BuildState::Running;
    QVERIFY(bitbucket->buildLog(run, job, 0, [](QByteArrayView) { return true; }, host).has_value());
    QVERIFY(bitbucket->act({ u"rerun"_s, {}, {}, false, run.toRecord() }, host).has_value());
    QCOMPARE(QJsonDocument::fromJson(host.requests.back().body).object(), QJsonDocument::fromJson(R"({"target":{"type":"pipeline_ref_target",
        "ref_type":"branch","ref_name":"main","commit":{"type":"commit","hash":"9fec847784abb10b2fa567ee63b85bd238955d0e"}}})").object());
    QVERIFY(bitbucket->act({ u"rerun"_s, {}, {}, false, runOf(host, u"{bbbb}"_s).toRecord() }, host).has_value());
    QCOMPARE(QJsonDocument::fromJson(host.requests.back().body).object(), QJsonDocument::fromJson(R"({"target":{"type":"pipeline_pullrequest_target",
        "source":"cents","destination":"main","pullrequest":{"id":9},"commit":{"type":"commit","hash":"1fec847784abb10b2fa567ee63b85bd238955d0e"},
        "selector":{"type":"pull-requests","pattern":"**"}}})").object());
    const QJsonObject values { { u"ref"_s, u"next"_s }, { u"pipeline"_s, u"deploy"_s }, { u"variables"_s, u"LEVEL=2"_s } };
    QVERIFY(bitbucket->act({ u"dispatch"_s, {}, values, false, run.toRecord() }, host).has_value());
    QCOMPARE(QJsonDocument::fromJson(host.requests.back().body).object(), QJsonDocument::fromJson(R"({"target":{"type":"pipeline_ref_target",
        "ref_type":"branch","ref_name":"next","selector":{"type":"custom","pattern":"deploy"}},"variables":[{"key":"LEVEL","value":"2"}]})").object());
    QVERIFY(bitbucket->act({ u"cancel"_s, {}, {}, false, run.toRecord() }, host).has_value());
    QVERIFY(bitbucket->act({ u"approveReview"_s, {}, {}, false, review }, host).has_value());
    QCOMPARE(notPublished(fileIn(u"bitbucket/endpoints.txt"_s), host.asks(), u"/2.0"_s), QStringList());
    for (const sdk::HttpRequest &request : host.requests) {
        QCOMPARE(request.url.host(), u"api.bitbucket.org"_s);
        QVERIFY(!request.url.toString().contains("ATATT"_L1));
    }
}

void TestBitbucket::hostileAnswersDoNoHarm()
{
    struct Row {
        QString feed, path;
        QByteArray body;
    };
    const QList<Row> rows { { u"builds"_s, base, repository }, { u"builds"_s, base + u"/pipelines/"_s, pipelines },
        { u"builds"_s, pipelineA + u"/steps/"_s, steps }, { u"reviews"_s, base + u"/pullrequests"_s, pulls },
        { u"reviews"_s, base + u"/pullrequests/9/statuses"_s, statuses }, { u"reviews"_s, u"/2.0/user"_s, user } };
    domain::BuildRun run;
    run.id = u"{aaaa}"_s;
    run.project = u"acme/ledger"_s;
    int tried = 0;
    for (const Row &row : rows) {
        for (const QByteArray &bad : spoilt(row.body)) {
            HostContext host;
            script(host);
            host.on("GET", row.path, bad);
            const auto bitbucket = connection();
            (void)host.pull(*bitbucket->feed(row.feed));
            if (row.path.endsWith("steps/"_L1))
                (void)bitbucket->buildDetail(run, host);
            for (const domain::Record &record : std::as_const(host.records)) {
                QVERIFY(!record.key.isEmpty() && record.key.size() < 2000);
                QVERIFY(QJsonDocument(record.body).toJson().size() < 100'000);
            }
            ++tried;
        }
    }
    QVERIFY(tried > 200);
}

QTEST_GUILESS_MAIN(TestBitbucket)
#include "tst_bitbucket.moc"
