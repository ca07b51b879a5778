// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done at a GitLab, and what is asked for before it.
#include "models/domain/build.h"
#include "models/domain/review.h"
#include "tests/unit/hosts/gitlabkit.h"

using namespace callboard;
using namespace callboard::test;
using namespace callboard::test::gitlab;
using namespace Qt::StringLiterals;
using domain::BuildState;

class TestGitLabActions final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void actionsReachTheHost_data();
    void actionsReachTheHost();
    void whatWaitsIsApproved_data();
    void whatWaitsIsApproved();
    void whatAnotherApprovedIsNotStarted();
    void approvalIsOfferedWhereSomethingWaits();
    void aPipelineSaysWhatItAsksFor();
    void includedFilesAskForMore();
};

void TestGitLabActions::actionsReachTheHost_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QJsonObject>("values");
    QTest::addColumn<QString>("request");
    QTest::newRow("rerun") << u"rerun"_s << QJsonObject() << u"POST "_s + slug + u"/merge_requests/9/pipelines"_s;
    QTest::newRow("failed") << u"rerunFailed"_s << QJsonObject() << u"POST "_s + slug + u"/pipelines/47/retry"_s;
    QTest::newRow("cancel") << u"cancel"_s << QJsonObject() << u"POST "_s + slug + u"/pipelines/47/cancel"_s;
    QTest::newRow("play") << u"play"_s << QJsonObject { { u"job"_s, u"deploy"_s } } << u"POST "_s + slug + u"/jobs/9/play"_s;
    QTest::newRow("job") << u"rerunJob"_s << QJsonObject { { u"job"_s, u"rubocop"_s } } << u"POST "_s + slug + u"/jobs/8/retry"_s;
    QTest::newRow("dispatch") << u"dispatch"_s << QJsonObject { { u"ref"_s, u"main"_s }, { u"variables"_s, u"A=1;B=x=y"_s } }
                              << u"POST "_s + slug + u"/pipeline"_s;
}

void TestGitLabActions::actionsReachTheHost()
{
    QFETCH(const QString, action);
    QFETCH(const QJsonObject, values);
    QFETCH(const QString, request);
    HostContext host;
    script(host);
    domain::BuildRun run;
    run.id = u"47"_s;
    run.project = u"acme/sub/ledger"_s;
    run.pullRequest = u"9"_s;
    run.state = BuildState::Failed;
    const auto gitlab = connection();
    const sdk::ActionRequest asked { action, {}, values, false, run.toRecord() };
    const auto answer = gitlab->act(asked, host);
    QVERIFY2(answer.has_value(), answer ? "" : qPrintable(answer.error().detail));
    QCOMPARE(host.asks().last(), request);
    QCOMPARE(answer->touchedFeeds, QStringList { u"builds"_s });
    if (action == "dispatch"_L1) {
        QCOMPARE(QJsonDocument::fromJson(host.requests.back().body).object(),
            QJsonDocument::fromJson(R"({"ref":"main","variables":[{"key":"A","value":"1"},{"key":"B","value":"x=y"}]})").object());
    }
    // What the host refuses is an error with its own words.
    host.on("POST", u"/api/v4/.*"_s, R"({"message":"403 Forbidden - you may not"})", 403);
    const auto refused = gitlab->act(asked, host);
    QCOMPARE(refused.error().code, domain::ErrorCode::Forbidden);
    QVERIFY(refused.error().detail.contains("you may not"_L1));
}

// Shapes: https://docs.gitlab.com/api/deployments/ ("Approve or reject a blocked deployment"), …/api/jobs/.
const QByteArray blocked = R"([
    {"id":52,"status":"blocked","environment":{"id":9,"name":"production"},"deployable":{"id":9,"name":"deploy","pipeline":{"id":47}}},
    {"id":51,"status":"blocked","environment":{"id":8,"name":"staging"},"deployable":{"id":6,"name":"try","pipeline":{"id":47}}},
    {"id":50,"status":"blocked","environment":{"id":9,"name":"production"},"deployable":{"id":5,"name":"deploy","pipeline":{"id":46}}}])";

void serveBlocked(HostContext &host, const QByteArray &answer, int status = 200)
{
    host.on("GET", slug + u"/deployments"_s, [answer, status](const sdk::HttpRequest &request) {
        const bool isOfBlocked = QUrlQuery(request.url).queryItemValue(u"status"_s) == "blocked"_L1;
        return HostContext::Reply { isOfBlocked ? status : 200, isOfBlocked ? answer : deployments };
    });
}

void TestGitLabActions::whatWaitsIsApproved_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("environment");
    QTest::addColumn<QByteArray>("there");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("jobs");
    QTest::addColumn<QStringList>("posted"); ///< What is done; the error's code where nothing is.
    const auto approval = [](int id) { return u"POST "_s + slug + u"/deployments/%1/approval"_s.arg(id); };
    const auto play = [](int id) { return u"POST "_s + slug + u"/jobs/%1/play"_s.arg(id); };
    const QByteArray one = R"([{"id":9,"name":"deploy","status":"manual","allow_failure":false},{"id":11,"name":"tidy","status":"manual","allow_failure":true}])";
    const QByteArray two = R"([{"id":9,"name":"deploy","status":"manual","allow_failure":false},{"id":12,"name":"ship","status":"manual","allow_failure":false}])";
    QTest::newRow("all of this pipeline") << u"approve"_s << QString() << blocked << 200 << one << QStringList { approval(52), approval(51) };
    QTest::newRow("of one environment") << u"approve"_s << u"staging"_s << blocked << 200 << one << QStringList { approval(51) };
    QTest::newRow("rejected") << u"reject"_s << u"production"_s << blocked << 200 << one << QStringList { approval(52) };
    QTest::newRow("another environment") << u"approve"_s << u"moon"_s << blocked << 200 << one << QStringList();
    QTest::newRow("the job that blocks") << u"approve"_s << QString() << QByteArray("[]") << 200 << one << QStringList { play(9) };
    QTest::newRow("a GitLab without approvals") << u"approve"_s << QString() << QByteArray(R"({"error":"status does not have a valid value"})") << 400 << one << QStringList { play(9) };
    QTest::newRow("a job that was named") << u"approve"_s << u"tidy"_s << QByteArray("[]") << 200 << one << QStringList { play(11) };
    QTest::newRow("several jobs") << u"approve"_s << QString() << QByteArray("[]") << 200 << two << QStringList();
    QTest::newRow("nothing that blocks") << u"approve"_s << QString() << QByteArray("[]") << 200 << QByteArray("[]") << QStringList();
    QTest::newRow("nothing to reject") << u"reject"_s << QString() << QByteArray("[]") << 200 << one << QStringList();
}

void TestGitLabActions::whatWaitsIsApproved()
{
    QFETCH(const QString, action);
    QFETCH(const QString, environment);
    QFETCH(const QByteArray, there);
    QFETCH(const int, status);
    QFETCH(const QByteArray, jobs);
    QFETCH(const QStringList, posted);
    HostContext host;
    script(host);
    serveBlocked(host, there, status);
    host.on("GET", slug + u"/pipelines/47/jobs"_s, jobs);
    domain::BuildRun run;
    run.id = u"47"_s;
    run.project = u"acme/sub/ledger"_s;
    run.state = BuildState::Waiting;
    const auto gitlab = connection();
    const QJsonObject values { { u"environment"_s, environment }, { u"comment"_s, u" go "_s } };
    const auto answer = gitlab->act({ action, {}, values, false, run.toRecord() }, host);
    QCOMPARE(answer.has_value(), !posted.isEmpty());
    QCOMPARE(host.asks().filter(u"POST "_s), posted);
    QCOMPARE(notPublished(fileIn(u"gitlab/endpoints.txt"_s), host.asks(), u"/api/v4"_s), QStringList());
    if (!answer)
        return;
    QCOMPARE(answer->touchedFeeds, QStringList { u"builds"_s });
    if (posted.last().endsWith("/approval"_L1)) {
        const QJsonObject said { { u"status"_s, action == "approve"_L1 ? u"approved"_s : u"rejected"_s }, { u"comment"_s, u"go"_s } };
        QCOMPARE(QJsonDocument::fromJson(host.requests.back().body).object(), said);
    }
}

// Somebody else gave the last approval after the list was read. Shapes: https://docs.gitlab.com/api/deployments/ ("Get a specific deployment").
void TestGitLabActions::whatAnotherApprovedIsNotStarted()
{
    HostContext host;
    script(host);
    host.on("GET", slug + u"/deployments"_s, [](const sdk::HttpRequest &request) {
        const bool isOfReady = QUrlQuery(request.url).queryItemValue(u"status"_s) == "created"_L1;
        return HostContext::Reply { 200, isOfReady ? R"([{"id":52,"status":"created","environment":{"id":9,"name":"production"},
            "deployable":{"id":9,"name":"deploy","pipeline":{"id":47}}}])" : "[]" };
    });
    const auto decided = [&host](const QByteArray &approvals) {
        host.on("GET", slug + u"/deployments/52"_s, R"({"id":52,"status":"created","pending_approval_count":0,"approvals":)" + approvals + "}");
    };
    decided(R"([{"user":{"name":"Ann B."},"status":"approved","comment":""}])");
    host.on("GET", slug + u"/pipelines/47/jobs"_s, R"([{"id":9,"name":"deploy","status":"manual","allow_failure":false},
        {"id":12,"name":"ship","status":"manual","allow_failure":false}])");
    domain::BuildRun run;
    run.id = u"47"_s;
    run.project = u"acme/sub/ledger"_s;
    run.state = BuildState::Waiting;
    const auto gitlab = connection();
    const auto approve = [&](const QString &environment, const QString &comment) {
        host.requests.clear();
        return gitlab->act({ u"approve"_s, {}, { { u"environment"_s, environment }, { u"comment"_s, comment } }, false, run.toRecord() }, host);
    };
    for (const QString &meant : { QString(), u"production"_s, u"deploy"_s, u"9"_s }) {
        const auto answer = approve(meant, {});
        QVERIFY2(answer.has_value(), qPrintable(meant));
        QCOMPARE(host.asks().filter(u"POST "_s), QStringList());
        QCOMPARE(answer->summary, u"Nothing was done: Ann B. approved it already. Job deploy can be started."_s);
        QCOMPARE(answer->touchedFeeds, QStringList { u"builds"_s });
    }
    QCOMPARE(notPublished(fileIn(u"gitlab/endpoints.txt"_s), host.asks(), u"/api/v4"_s), QStringList());
    QVERIFY(approve({}, u"go"_s)->summary.contains("your comment was not sent"_L1));
    // Another job, and one that nobody had to approve, start; what was written is not sent silently into nowhere.
    QVERIFY(approve(u"ship"_s, {})->summary.startsWith("Job ship starts"_L1));
    QCOMPARE(host.asks().filter(u"POST "_s), QStringList { u"POST "_s + slug + u"/jobs/12/play"_s });
    decided("[]");
    QVERIFY(approve(u"deploy"_s, u"go"_s)->summary.contains("yours was not sent"_L1));
    QCOMPARE(host.asks().filter(u"POST "_s), QStringList { u"POST "_s + slug + u"/jobs/9/play"_s });
    // Not known is not started.
    host.on("GET", slug + u"/deployments/52"_s, "{}", 503);
    QVERIFY(!approve(u"deploy"_s, {}));
    QCOMPARE(host.asks().filter(u"POST "_s), QStringList());
}

void TestGitLabActions::approvalIsOfferedWhereSomethingWaits()
{
    HostContext host;
    script(host);
    serveBlocked(host, blocked);
    domain::BuildRun run;
    run.project = u"acme/sub/ledger"_s;
    const auto gitlab = connection();
    const auto may = [&](const QString &action, const QString &id, BuildState state) {
        run.id = id;
        run.state = state;
        return gitlab->mayAct({ action, {}, {}, false, run.toRecord() }, host)->allowed;
    };
    // A pipeline may have passed while one of its optional deployments waits.
    QVERIFY(may(u"approve"_s, u"47"_s, BuildState::Passed) && may(u"reject"_s, u"47"_s, BuildState::Running));
    QVERIFY(!may(u"approve"_s, u"48"_s, BuildState::Passed) && !may(u"reject"_s, u"48"_s, BuildState::Waiting));
    host.requests.clear();
    QVERIFY(may(u"approve"_s, u"48"_s, BuildState::Waiting)); // For a job to be started: that is known.
    QVERIFY(!may(u"approve"_s, u"47"_s, BuildState::Cancelled));
    QVERIFY(host.requests.empty());
    serveBlocked(host, "{}", 503);
    run.id = u"47"_s;
    run.state = BuildState::Passed;
    QVERIFY(!gitlab->mayAct({ u"approve"_s, {}, {}, false, run.toRecord() }, host)); // Unknown, which is no no.
}

// As https://docs.gitlab.com/ci/inputs/ and …/ci/pipelines/#prefill-variables-in-manual-pipelines show it.
void TestGitLabActions::aPipelineSaysWhatItAsksFor()
{
    HostContext host;
    script(host);
    const QByteArray text = R"(spec:
  inputs:
    site: { description: Where to, options: [quay, sea], default: sea }
    count: { type: number, default: 3 }
    dry: { type: boolean, default: true }
    names: { type: array, default: [a, b] }
    why: {}
---
variables:
  PLAIN: "not asked for"
  DEPLOY: { value: staging, options: [production, staging], description: The target }
  NOTE: { description: Anything }
job:
  script: !reference [.setup, script]
)";
    host.on("GET", QRegularExpression::escape(slug + u"/repository/files/.gitlab-ci.yml/raw"_s), text);
    domain::BuildRun run;
    run.id = u"47"_s;
    run.project = u"acme/sub/ledger"_s;
    run.branch = u"main"_s;
    const auto gitlab = connection();
    const auto formFor = [&](const QString &ref) { return gitlab->actionForm({ u"dispatch"_s, {}, { { u"ref"_s, ref } }, false, run.toRecord() }, host); };
    const auto form = formFor(u"topic/a"_s);
    QVERIFY2(form.has_value(), form ? "" : qPrintable(form.error().detail));
    QCOMPARE(host.requests.back().url.query(QUrl::FullyEncoded), u"ref=topic%2Fa"_s);
    using Type = sdk::FormField::Type;
    QStringList ids;
    for (const sdk::FormField &field : *form)
        ids.append(field.id);
    QCOMPARE(ids, (QStringList { u"input/string/site"_s, u"input/number/count"_s, u"input/boolean/dry"_s, u"input/array/names"_s, u"input/string/why"_s,
                      u"variable/DEPLOY"_s, u"variable/NOTE"_s, u"more"_s }));
    QVERIFY(form->at(0).type == Type::Choice && form->at(0).defaultValue == "sea"_L1 && !form->at(0).required && form->at(0).label == "site"_L1);
    QVERIFY(form->at(2).type == Type::Boolean);
    QVERIFY(form->at(3).defaultValue == "[\"a\",\"b\"]"_L1);
    QVERIFY(form->at(4).required);
    QVERIFY(form->at(5).type == Type::Choice && form->at(5).defaultValue == "staging"_L1 && form->at(5).help == "The target"_L1);
    // What is filled in is sent with its type.
    const QJsonObject values { { u"input/string/site"_s, u"quay"_s }, { u"input/number/count"_s, u"4"_s }, { u"input/boolean/dry"_s, false },
        { u"input/array/names"_s, u"[\"c\"]"_s }, { u"variable/DEPLOY"_s, u"production"_s }, { u"more"_s, u"A=1; B=x=y"_s } };
    QVERIFY(gitlab->act({ u"dispatch"_s, {}, { { u"variables"_s, values } }, false, run.toRecord() }, host).has_value());
    QCOMPARE(QJsonDocument::fromJson(host.requests.back().body).object(), QJsonDocument::fromJson(R"({"ref":"main",
        "inputs":{"site":"quay","count":4,"dry":false,"names":["c"]},
        "variables":[{"key":"A","value":"1"},{"key":"B","value":"x=y"},{"key":"DEPLOY","value":"production"}]})").object());
    QCOMPARE(gitlab->act({ u"dispatch"_s, {}, { { u"variables"_s, QJsonObject { { u"more"_s, u"nonsense"_s } } } }, false, run.toRecord() }, host).error().code,
        domain::ErrorCode::Invalid);
    // A project may have its configuration elsewhere.
    host.on("GET", slug, R"({"id":3,"ci_config_path":"ci/all.yml@acme/shared:v2"})");
    host.on("GET", u"/api/v4/projects/acme%2Fshared/repository/files/ci%2Fall.yml/raw"_s, "variables: {}\n");
    QCOMPARE(formFor({})->size(), size_t(1));
    QCOMPARE(host.requests.back().url.query(QUrl::FullyEncoded), u"ref=v2"_s);
    host.on("GET", slug, R"({"id":3,"ci_config_path":"https://example.org/ci.yml"})");
    QCOMPARE(formFor({}).error().code, domain::ErrorCode::Unsupported);
}

// As https://docs.gitlab.com/api/lint/ shows it: "merged_yaml" has all that is included, from wherever, and no header.
void TestGitLabActions::includedFilesAskForMore()
{
    HostContext host;
    script(host);
    const QByteArray text = R"(spec:
  inputs:
    site: { default: sea }
---
include:
  - local: ci/deploy.yml
  - project: acme/shared
    file: all.yml
variables:
  DEPLOY: { value: staging, description: The target }
)";
    host.on("GET", QRegularExpression::escape(slug + u"/repository/files/.gitlab-ci.yml/raw"_s), text);
    const QString merged = u"---\nvariables:\n  DEPLOY:\n    value: staging\n    description: The target\n  TIDE:\n    value: low\n    options:\n    - low\n    - high\n"
                           "    description: Which tide\n  PLAIN: x\nship:\n  script:\n  - ship\n"_s;
    const auto lint = [&host](const QJsonObject &answer, int status = 200) { host.on("GET", slug + u"/ci/lint"_s, QJsonDocument(answer).toJson(), status); };
    lint({ { u"valid"_s, true }, { u"merged_yaml"_s, merged }, { u"errors"_s, QJsonArray() } });
    domain::BuildRun run;
    run.id = u"47"_s;
    run.project = u"acme/sub/ledger"_s;
    run.branch = u"topic/a"_s;
    const auto gitlab = connection();
    const auto form = [&] { return gitlab->actionForm({ u"dispatch"_s, {}, {}, false, run.toRecord() }, host); };
    const auto idsOf = [](const std::vector<sdk::FormField> &fields) {
        QStringList ids;
        for (const sdk::FormField &field : fields)
            ids.append(field.id);
        return ids;
    };
    const auto whole = form();
    QVERIFY2(whole.has_value(), whole ? "" : qPrintable(whole.error().detail));
    QCOMPARE(idsOf(*whole), (QStringList { u"input/string/site"_s, u"variable/DEPLOY"_s, u"variable/TIDE"_s, u"more"_s }));
    QCOMPARE(whole->at(2).choices, (QStringList { u"low"_s, u"high"_s }));
    QVERIFY(!whole->back().help.contains("could not be read"_L1));
    QCOMPARE(host.requests.back().url.query(QUrl::FullyEncoded), u"content_ref=topic%2Fa&dry_run=true&dry_run_ref=topic%2Fa"_s);
    QCOMPARE(notPublished(fileIn(u"gitlab/endpoints.txt"_s), host.asks(), u"/api/v4"_s), QStringList());
    // Where it cannot be put together, or may not be asked for, the file itself is what there is, and that is said.
    const QStringList own { u"input/string/site"_s, u"variable/DEPLOY"_s, u"more"_s };
    lint({ { u"valid"_s, false }, { u"merged_yaml"_s, QJsonValue() }, { u"errors"_s, QJsonArray { u"`deploy.yml` does not have a value for `x`"_s } } });
    QCOMPARE(idsOf(*form()), own);
    QVERIFY(form()->back().help.contains("could not be read"_L1));
    for (const int status : { 403, 404 }) {
        lint({ { u"message"_s, u"no"_s } }, status);
        QCOMPARE(idsOf(*form()), own);
    }
    lint({ { u"merged_yaml"_s, u"a: [b"_s } });
    QCOMPARE(idsOf(*form()), own);
    lint({}, 503);
    QVERIFY(!form());
}

QTEST_GUILESS_MAIN(TestGitLabActions)
#include "tst_gitlabactions.moc"
