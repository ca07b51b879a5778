// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/builds/githubkit.h"

#include <QTimeZone>
#include <QUrlQuery>

using namespace callboard;
using namespace callboard::test;
using namespace callboard::test::github;
using namespace Qt::StringLiterals;
using domain::BuildRun;
using domain::BuildState;
using sdk::ErrorCode;

class TestGitHub final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Source: https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api (403 with X-GitHub-SSO): the organisation wants
    // its single sign-on first, of this token too.
    void repositoriesThatAreAllForbiddenAreARefusal()
    {
        HostContext server;
        serve(server, { runJson(1, u"completed"_s, u"success"_s) });
        server.asked.push_back({ u"component:default/tide"_s, { { u"github.com/project-slug"_s, u"acme/tide"_s } } });
        server.on("GET", u"/repos/acme/.*"_s, [](const sdk::HttpRequest &) {
            return HostContext::Reply { 403, R"({"message":"Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization."})",
                { { "x-github-sso", "required; url=https://github.com/orgs/acme/sso" } } };
        });
        const auto connection = connectTo({});
        const auto feed = connection->feed(u"builds"_s);
        for (int time = 0; time < 2; ++time) {
            const auto pulled = server.pull(*feed);
            QVERIFY(!pulled);
            QCOMPARE(pulled.error().code, domain::ErrorCode::Forbidden);
            QVERIFY(pulled.error().detail.contains(u"SAML"_s));
        }
        // One that answers, and the other is a repository that is not the person's to see.
        HostContext other;
        serve(other, { runJson(1, u"completed"_s, u"success"_s) });
        other.asked.push_back({ u"component:default/tide"_s, { { u"github.com/project-slug"_s, u"acme/tide"_s } } });
        other.on("GET", u"/repos/acme/tide.*"_s, R"({"message":"Forbidden"})", 403);
        const auto another = connectTo({});
        QVERIFY(other.pull(*another->feed(u"builds"_s)));
        QCOMPARE(other.of<BuildRun>(domain::recordtype::buildRun).size(), 1);
    }

    // What the table in docs/builds.md says.
    void statesAreMapped_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("conclusion");
        QTest::addColumn<QString>("ours");
        const auto row = [](const char *status, const char *conclusion, const char *ours) {
            QTest::addRow("%s %s", status, conclusion) << QString::fromLatin1(status) << QString::fromLatin1(conclusion) << QString::fromLatin1(ours);
        };
        for (const char *queued : { "queued", "requested", "pending" })
            row(queued, "", "queued");
        row("waiting", "", "waiting");
        row("in_progress", "", "running");
        row("completed", "success", "passed");
        row("completed", "neutral", "passed");
        row("completed", "failure", "failed");
        row("completed", "timed_out", "errored");
        row("completed", "startup_failure", "errored");
        row("completed", "stale", "errored");
        row("completed", "cancelled", "cancelled");
        row("completed", "skipped", "skipped");
        row("completed", "action_required", "waiting");
        row("completed", "something new", "unknown");
        row("something new", "", "unknown");
    }
    void statesAreMapped()
    {
        QFETCH(QString, status);
        QFETCH(QString, conclusion);
        QFETCH(QString, ours);
        HostContext server;
        serve(server, { runJson(1, status, conclusion) });
        const auto connection = connectTo({});
        QVERIFY(server.pull(*connection->feed(u"builds"_s)));
        const auto runs = server.of<BuildRun>(domain::recordtype::buildRun);
        QCOMPARE(runs.size(), 1);
        QCOMPARE(domain::buildStateName(runs[0].state), ours);
        QCOMPARE(runs[0].vendorState, conclusion.isEmpty() ? status : QString(status + u'/' + conclusion));
        QCOMPARE(runs[0].finishedAt.isValid(), isFinished(runs[0].state));
    }

    void aRunIsReadWhole()
    {
        HostContext server;
        serve(server, { runJson(30433642, u"completed"_s, u"success"_s) });
        const auto connection = connectTo({});
        QVERIFY(server.pull(*connection->feed(u"builds"_s)));
        const BuildRun run = server.of<BuildRun>(domain::recordtype::buildRun).at(0);
        QCOMPARE(run.key(), u"acme/ledger#30433642"_s);
        QCOMPARE(run.entityRefs, QStringList { u"component:default/ledger"_s });
        QCOMPARE(run.pipeline, u"CI"_s);
        QCOMPARE(run.number, 562);
        QCOMPARE(run.title, u"Update README.md"_s);
        QVERIFY(run.isDefaultBranch);
        QCOMPARE(run.actor, u"octocat"_s);
        QCOMPARE(run.queuedAt.toString(Qt::ISODate), u"2020-01-22T19:33:08Z"_s);
        QCOMPARE(run.startedAt.toString(Qt::ISODate), u"2020-01-22T19:33:20Z"_s);
        QCOMPARE(run.finishedAt.toString(Qt::ISODate), u"2020-01-22T19:40:08Z"_s);
        for (const sdk::HttpRequest &request : server.requests) {
            QCOMPARE(request.url.host(), u"api.github.com"_s);
            QVERIFY(request.headers.contains(sdk::Header { "authorization", "Bearer ghp_secret" }));
            QVERIFY(!request.url.toString().contains("ghp_secret"_L1));
        }
    }

    /// As https://docs.github.com/en/rest/actions/workflow-runs#get-a-workflow-run-attempt: the list has the latest attempt alone.
    void earlierAttemptsAreAskedForOnce()
    {
        HostContext server;
        QJsonObject run = runJson(7, u"in_progress"_s);
        run.insert(u"run_started_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
        run.insert(u"run_attempt"_s, 3);
        serve(server, { run });
        server.on(u"GET "_s + repo + u"/actions/runs/7/attempts/1", runJson(7, u"completed"_s, u"failure"_s));
        server.on(u"GET "_s + repo + u"/actions/runs/7/attempts/2", runJson(7, u"completed"_s, u"cancelled"_s));
        const auto connection = connectTo({});
        const auto feed = connection->feed(u"builds"_s);
        const auto earlier = [&] { return server.of<BuildRun>(domain::recordtype::buildRun).at(0).earlier; };
        const auto asked = [&] { return server.asks().filter(u"/attempts/"_s); };
        QVERIFY(server.pull(*feed));
        QCOMPARE(earlier(), (std::vector<domain::BuildAttempt> { { 1, BuildState::Failed }, { 2, BuildState::Cancelled } }));
        QCOMPARE(asked().size(), 2);
        run.insert(u"status"_s, u"completed"_s);
        run.insert(u"conclusion"_s, u"success"_s);
        serve(server, { run });
        QVERIFY(server.pull(*feed));
        QCOMPARE(server.of<BuildRun>(domain::recordtype::buildRun).at(0).state, BuildState::Passed);
        QCOMPARE(earlier().size(), size_t(2));
        QCOMPARE(asked().size(), 2); // They change no more.
    }

    /// One that is gone is not asked for for ever, and very many are not asked for at once.
    void earlierAttemptsAreAskedForWithinBounds()
    {
        HostContext server;
        QJsonArray runs;
        for (int id = 1; id <= 20; ++id) {
            QJsonObject run = runJson(id, u"completed"_s, u"success"_s);
            run.insert(u"run_attempt"_s, id == 1 ? 100 : 2);
            runs.append(run);
        }
        serve(server, runs);
        const auto connection = connectTo({});
        const auto feed = connection->feed(u"builds"_s);
        const auto asked = [&] { return server.asks().filter(u"/attempts/"_s).size(); };
        for (const int all : { 10, 20, 24, 24 }) { // Five of the first run, one of each other.
            server.asked[0].onScreen = true;
            QVERIFY(server.pull(*feed));
            QCOMPARE(asked(), all);
        }
        for (const BuildRun &run : server.of<BuildRun>(domain::recordtype::buildRun))
            QVERIFY(std::ranges::all_of(run.earlier, [](const domain::BuildAttempt &one) { return one.state == BuildState::Unknown; }));
    }

    /// As https://docs.github.com/en/rest/actions/workflow-runs#get-a-workflow-run: the list has the newest alone.
    void whatIsListedNoMoreIsAskedForByItsId()
    {
        HostContext server;
        QJsonObject old = runJson(7, u"in_progress"_s);
        old.insert(u"created_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
        serve(server, { old });
        const auto connection = connectTo({});
        const auto feed = connection->feed(u"builds"_s);
        QVERIFY(server.pull(*feed));
        const QString ask = u"GET "_s + repo + u"/actions/runs/7"_s;
        const auto told = [&] { return BuildRun::fromRecord(server.records.value(u"BuildRun acme/ledger#7"_s)); };
        QCOMPARE(server.asks().count(ask), 0);
        serve(server, { runJson(8, u"completed"_s, u"success"_s) });
        server.on(ask, old);
        QVERIFY(server.pull(*feed));
        QCOMPARE(server.asks().count(ask), 1);
        QCOMPARE(told().state, BuildState::Running);
        // That the list is as it was says nothing of what it does not have.
        server.keepUnchanged(runsAsk);
        old.insert(u"run_attempt"_s, 2);
        old.insert(u"status"_s, u"completed"_s);
        old.insert(u"conclusion"_s, u"failure"_s);
        server.on(ask, old);
        server.on(u"GET "_s + repo + u"/actions/runs/7/attempts/1"_s, runJson(7, u"completed"_s, u"cancelled"_s));
        server.requests.clear();
        QVERIFY(server.pull(*feed));
        QCOMPARE(server.asks(), (QStringList { runsAsk, ask, ask + u"/attempts/1"_s }));
        QCOMPARE(told().state, BuildState::Failed);
        QVERIFY(told().isDefaultBranch);
        QCOMPARE(told().earlier, (std::vector<domain::BuildAttempt> { { 1, BuildState::Cancelled } }));
        server.asked[0].onScreen = true;
        server.requests.clear();
        QVERIFY(server.pull(*feed));
        QCOMPARE(server.asks(), QStringList { runsAsk });
    }

    void aForkIsNotTheDefaultBranch()
    {
        HostContext server;
        QJsonObject run = runJson(1, u"completed"_s, u"success"_s);
        run.insert(u"head_repository"_s, QJsonObject { { u"full_name"_s, u"stranger/ledger"_s } });
        serve(server, { run });
        const auto connection = connectTo({});
        QVERIFY(server.pull(*connection->feed(u"builds"_s)));
        QVERIFY(!server.of<BuildRun>(domain::recordtype::buildRun).at(0).isDefaultBranch);
    }

    void oneRequestForARepositoryOfManyEntities()
    {
        HostContext server;
        QJsonObject run = runJson(1, u"in_progress"_s); // Of a moment ago: what runs for days is asked for slowly.
        run.insert(u"created_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
        serve(server, { run });
        server.asked.push_back({ u"component:default/worker"_s, { { u"backstage.io/source-location"_s, u"url:https://github.com/acme/ledger/tree/main/worker/"_s } } });
        server.asked.push_back({ u"component:default/elsewhere"_s, { { u"backstage.io/source-location"_s, u"url:https://gitlab.com/acme/ledger/-/tree/main/"_s } } });
        server.asked.push_back({ u"component:default/other"_s, { { u"github.com/project-slug"_s, u"ghe.example.org:acme/other"_s } } });
        const auto connection = connectTo({});
        const auto feed = connection->feed(u"builds"_s);
        QVERIFY(server.pull(*feed));
        QCOMPARE(server.asks().count(runsAsk), 1);
        QVERIFY(!server.asks().join(u' ').contains("other"_L1));
        QCOMPARE(server.of<BuildRun>(domain::recordtype::buildRun).at(0).entityRefs, (QStringList { u"component:default/ledger"_s, u"component:default/worker"_s }));
        // It runs: asked again at once, and what was not modified costs this request alone and loses nothing.
        server.keepUnchanged(runsAsk);
        server.requests.clear();
        QVERIFY(server.pull(*feed));
        QCOMPARE(server.asks(), (QStringList { u"GET /user/repos"_s, runsAsk })); // Where something was pushed, of all repositories.
        QCOMPARE(server.of<BuildRun>(domain::recordtype::buildRun).size(), 1);
    }

    /// As https://docs.github.com/en/rest/repos/repos#list-repositories-for-the-authenticated-user.
    void whereSomethingWasPushedIsAskedOutOfTurn()
    {
        HostContext server;
        serve(server, { runJson(1, u"completed"_s, u"success"_s) });
        server.asked.push_back({ u"component:default/web"_s, { { u"github.com/project-slug"_s, u"Acme/Web"_s } } });
        server.on(u"GET /repos/Acme/Web"_s, QJsonObject { { u"default_branch"_s, u"main"_s } });
        server.on(u"GET /repos/Acme/Web/actions/runs"_s, QJsonObject { { u"total_count"_s, 0 }, { u"workflow_runs"_s, QJsonArray() } });
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto pushed = [](const char *name, const QDateTime &at) {
            return QJsonObject { { u"full_name"_s, QString::fromLatin1(name) }, { u"pushed_at"_s, at.toString(Qt::ISODate) } };
        };
        server.on(u"GET /user/repos"_s, QJsonArray { pushed("acme/web", now.addSecs(-60)), pushed("acme/other", now.addSecs(-90)), pushed("acme/ledger", now.addDays(-2)) });
        const auto connection = connectTo({});
        const auto feed = connection->feed(u"builds"_s);
        QVERIFY(server.pull(*feed));
        server.requests.clear();
        QVERIFY(server.pull(*feed));
        QCOMPARE(server.asks(), (QStringList { u"GET /user/repos"_s, u"GET /repos/Acme/Web/actions/runs"_s, u"GET /repos/Acme/Web/deployments"_s }));
        const QUrlQuery query(server.requests[0].url);
        QCOMPARE(query.queryItemValue(u"sort"_s), u"pushed"_s);
        QVERIFY(!query.hasQueryItem(u"since"_s)); // The same address each time, so that a 304 answers it.
        server.requests.clear();
        QVERIFY(server.pull(*feed));
        QCOMPARE(server.asks(), QStringList());
    }

    void anEnterpriseServerHasItsOwnApi()
    {
        HostContext server;
        serve(server, {});
        server.asked = { { u"component:default/ledger"_s, { { u"github.com/project-slug"_s, u"ghe.example.org:acme/ledger"_s } } } };
        const auto connection = connectTo({ { u"url"_s, u"https://ghe.example.org/"_s } });
        (void)server.pull(*connection->feed(u"builds"_s));
        QVERIFY(!server.requests.empty());
        QCOMPARE(server.requests[0].url.toString(), u"https://ghe.example.org/api/v3/repos/acme/ledger"_s);
    }

    void deploymentsHaveTheirLatestStatus()
    {
        HostContext server;
        serve(server, { runJson(1, u"in_progress"_s) });
        server.on(u"GET "_s + repo + u"/deployments", QJsonArray { QJsonObject { { u"id"_s, 42 }, { u"environment"_s, u"production"_s },
            { u"sha"_s, u"a84d88e7554fc1fa21bcbc4efae3c782a70d2b9d"_s }, { u"created_at"_s, u"2012-07-20T01:19:13Z"_s } } });
        server.on(u"GET "_s + repo + u"/deployments/42/statuses", QJsonArray { QJsonObject { { u"state"_s, u"success"_s }, { u"created_at"_s, u"2012-07-20T01:25:13Z"_s } } });
        const auto connection = connectTo({});
        const auto feed = connection->feed(u"builds"_s);
        QVERIFY(server.pull(*feed));
        const auto deployments = server.of<domain::Deployment>(domain::recordtype::deployment);
        QCOMPARE(deployments.size(), 1);
        QCOMPARE(deployments[0].state, BuildState::Passed);
        QCOMPARE(deployments[0].finishedAt.toString(Qt::ISODate), u"2012-07-20T01:25:13Z"_s);
        // What has ended is not asked for again.
        server.requests.clear();
        QVERIFY(server.pull(*feed));
        QVERIFY(!server.asks().contains(QString(u"GET "_s + repo + u"/deployments/42/statuses")));
        QCOMPARE(server.of<domain::Deployment>(domain::recordtype::deployment).size(), 1);
    }

    /// As https://docs.github.com/en/rest/deployments/deployments#list-deployments: the newest first, in pages.
    void allDeploymentsSinceTheLastAskAreBrought()
    {
        HostContext server;
        serve(server, { runJson(1, u"completed"_s, u"success"_s) });
        server.asked[0].onScreen = true;
        int there = 2, pages = 0;
        server.on("GET", repo + u"/deployments"_s, [&](const sdk::HttpRequest &request) {
            const QUrlQuery query(request.url);
            const int page = std::max(1, query.queryItemValue(u"page"_s).toInt()), size = query.queryItemValue(u"per_page"_s).toInt();
            QJsonArray list;
            for (int id = there - (page - 1) * size; id > std::max(0, there - page * size); --id) {
                list.append(QJsonObject { { u"id"_s, 1000 + id }, { u"environment"_s, u"production"_s }, { u"sha"_s, u"a84d88e"_s },
                    { u"created_at"_s, u"2026-07-20T01:19:13Z"_s } });
            }
            ++pages;
            return HostContext::Reply { 200, QJsonDocument(list).toJson() };
        });
        QString state = u"success"_s;
        server.on("GET", repo + u"/deployments/[0-9]+/statuses"_s, [&state](const sdk::HttpRequest &) {
            return HostContext::Reply { 200, QJsonDocument(QJsonArray { QJsonObject { { u"state"_s, state }, { u"created_at"_s, u"2026-07-20T01:25:13Z"_s } } }).toJson() };
        });
        const auto connection = connectTo({});
        const auto feed = connection->feed(u"builds"_s);
        const auto statuses = [&] {
            server.requests.clear();
            pages = 0;
            return server.pull(*feed) ? server.asks().filter(u"/statuses"_s).size() : -1;
        };
        const auto brought = [&] { return server.of(domain::recordtype::deployment).size(); };
        QCOMPARE(statuses(), 2);
        // Seventy-five more: as many pages as there are new ones on, and so many statuses at once; the others follow, also while nothing else happens.
        there += 75;
        QCOMPARE(statuses(), 30);
        QCOMPARE(pages, 3);
        server.keepUnchanged(runsAsk);
        QCOMPARE(statuses(), 30);
        QCOMPARE(pages, 1);
        QCOMPARE(statuses(), 15);
        QCOMPARE(brought(), 77);
        QCOMPARE(statuses(), 0);
        for (const auto &deployment : server.of<domain::Deployment>(domain::recordtype::deployment))
            QCOMPARE(deployment.state, BuildState::Passed);
    }

    void whatIsDeployedIsFollowedToItsEnd()
    {
        HostContext server;
        serve(server, { runJson(1, u"completed"_s, u"success"_s) });
        server.asked[0].onScreen = true;
        const auto deployment = [](int id) {
            return QJsonObject { { u"id"_s, id }, { u"environment"_s, u"production"_s }, { u"created_at"_s, u"2026-07-20T01:19:13Z"_s } };
        };
        const auto status = [](const char *state) { return QJsonArray { QJsonObject { { u"state"_s, QString::fromLatin1(state) } } }; };
        server.on(u"GET "_s + repo + u"/deployments", QJsonArray { deployment(1) });
        server.on(u"GET "_s + repo + u"/deployments/1/statuses", status("in_progress"));
        const auto connection = connectTo({});
        const auto feed = connection->feed(u"builds"_s);
        QVERIFY(server.pull(*feed));
        // There are so many newer ones that it is listed no more.
        QJsonArray newer;
        for (int id = 40; id > 10; --id) {
            newer.append(deployment(id));
            server.on(u"GET "_s + repo + u"/deployments/%1/statuses"_s.arg(id), status("success"));
        }
        server.on(u"GET "_s + repo + u"/deployments", newer);
        server.on(u"GET "_s + repo + u"/deployments/1/statuses", status("failure"));
        for (int pull = 0; pull < 2; ++pull)
            QVERIFY(server.pull(*feed));
        QCOMPARE(domain::Deployment::fromRecord(server.records.value(u"Deployment acme/ledger#1"_s)).state, BuildState::Failed);
        server.requests.clear();
        QVERIFY(server.pull(*feed));
        QCOMPARE(server.asks().filter(u"/statuses"_s), QStringList());
    }

    void jobsStepsAndAnnotations()
    {
        HostContext server;
        serve(server, {});
        const auto step = [](const char *name, const char *conclusion) {
            return QJsonObject { { u"name"_s, QString::fromLatin1(name) }, { u"status"_s, u"completed"_s }, { u"conclusion"_s, QString::fromLatin1(conclusion) },
                { u"started_at"_s, u"2020-01-20T17:42:40.000Z"_s }, { u"completed_at"_s, u"2020-01-20T17:42:41.000Z"_s } };
        };
        server.on(u"GET "_s + repo + u"/actions/runs/7/jobs", QJsonObject { { u"total_count"_s, 1 }, { u"jobs"_s,
            QJsonArray { QJsonObject { { u"id"_s, 399444496 }, { u"name"_s, u"build"_s }, { u"status"_s, u"completed"_s }, { u"conclusion"_s, u"failure"_s },
                { u"started_at"_s, u"2020-01-20T17:42:40Z"_s }, { u"completed_at"_s, u"2020-01-20T17:44:39Z"_s }, { u"runner_name"_s, u"my runner"_s },
                { u"steps"_s, QJsonArray { step("Set up job", "success"), step("Test", "failure") } } } } } });
        server.on(u"GET "_s + repo + u"/check-runs/399444496/annotations", QJsonArray { QJsonObject { { u"path"_s, u"README.md"_s }, { u"start_line"_s, 2 },
            { u"annotation_level"_s, u"warning"_s }, { u"title"_s, u"Spell Checker"_s }, { u"message"_s, u"Check your spelling for 'banaas'."_s } } });
        const auto connection = connectTo({});
        const auto detail = connection->buildDetail(BuildRun::fromRecord(recordOf(u"7"_s)), server);
        QVERIFY(detail);
        QCOMPARE(detail->jobs.size(), size_t(1));
        QCOMPARE(detail->jobs[0].id, u"399444496"_s);
        QCOMPARE(detail->jobs[0].state, BuildState::Failed);
        QCOMPARE(detail->jobs[0].steps.size(), size_t(2));
        QCOMPARE(detail->jobs[0].steps[1].state, BuildState::Failed);
        QCOMPARE(detail->annotations.size(), size_t(1));
        QCOMPARE(detail->annotations[0].line, 2);
        QCOMPARE(detail->annotations[0].severity, domain::Severity::Warning);
    }

    void aLogComesWhenItsJobHasEnded()
    {
        HostContext server;
        serve(server, {});
        server.on(u"GET "_s + repo + u"/actions/jobs/9", QJsonObject { { u"id"_s, 9 }, { u"status"_s, u"in_progress"_s } });
        server.on(u"GET "_s + repo + u"/actions/jobs/9/logs", QByteArray("2020-01-20T17:42:40Z ##[group]Run\nall is well\n"));
        domain::BuildJob job;
        job.id = u"9"_s;
        job.state = BuildState::Running;
        QByteArray log;
        const auto take = [&](QByteArrayView data) { log += data; return true; };
        const auto connection = connectTo({});
        const auto run = BuildRun::fromRecord(recordOf(u"7"_s));
        auto ended = connection->buildLog(run, job, 0, take, server);
        QVERIFY(ended && !*ended && log.isEmpty());
        server.on(u"GET "_s + repo + u"/actions/jobs/9", QJsonObject { { u"id"_s, 9 }, { u"status"_s, u"completed"_s }, { u"conclusion"_s, u"success"_s } });
        ended = connection->buildLog(run, job, 0, take, server);
        QVERIFY(ended && *ended);
        QVERIFY(log.endsWith("all is well\n"));
        job.id.clear();
        QCOMPARE(connection->buildLog(run, job, 0, take, server).error().code, ErrorCode::Unsupported);
    }
};

QTEST_GUILESS_MAIN(TestGitHub)
#include "tst_github.moc"
