// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/builds/githubkit.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTimeZone>
#include <QUrlQuery>

using namespace callboard;
using namespace callboard::test;
using namespace callboard::test::github;
using namespace Qt::StringLiterals;
using domain::BuildRun;
using domain::BuildState;
using sdk::ErrorCode;

class TestGitHubActions final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void actionsAsk_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QJsonObject>("values");
        QTest::addColumn<QString>("ask");
        QTest::addColumn<QByteArray>("body");
        const QString run = u"POST "_s + repo + u"/actions/runs/7";
        QTest::addRow("rerun") << u"rerun"_s << QJsonObject() << QString(run + u"/rerun") << QByteArray();
        QTest::addRow("rerun failed") << u"rerunFailed"_s << QJsonObject() << QString(run + u"/rerun-failed-jobs") << QByteArray();
        QTest::addRow("cancel") << u"cancel"_s << QJsonObject() << QString(run + u"/cancel") << QByteArray();
        QTest::addRow("approve") << u"approve"_s << QJsonObject { { u"comment"_s, u"Ship it!"_s } } << QString(run + u"/pending_deployments")
                                 << QByteArray(R"({"comment":"Ship it!","environment_ids":[161088068],"state":"approved"})");
        QTest::addRow("reject") << u"reject"_s << QJsonObject() << QString(run + u"/pending_deployments")
                                << QByteArray(R"({"comment":"","environment_ids":[161088068],"state":"rejected"})");
        QTest::addRow("dispatch") << u"dispatch"_s << QJsonObject { { u"ref"_s, u"topic"_s }, { u"inputs"_s, u"name=Mona; home=San Francisco"_s } }
                                  << QString(u"POST "_s + repo + u"/actions/workflows/159038/dispatches")
                                  << QByteArray(R"({"inputs":{"home":"San Francisco","name":"Mona"},"ref":"topic"})");
        QTest::addRow("dispatch JSON") << u"dispatch"_s << QJsonObject { { u"inputs"_s, u"{\"name\": \"Mona\"}"_s } }
                                       << QString(u"POST "_s + repo + u"/actions/workflows/159038/dispatches") << QByteArray(R"({"inputs":{"name":"Mona"},"ref":"main"})");
    }
    void actionsAsk()
    {
        QFETCH(QString, action);
        QFETCH(QJsonObject, values);
        QFETCH(QString, ask);
        QFETCH(QByteArray, body);
        HostContext server;
        serve(server, {});
        server.on(u"GET "_s + repo + u"/actions/runs/7", runJson(7, u"waiting"_s));
        // As https://docs.github.com/en/rest/actions/workflow-runs#get-pending-deployments-for-a-workflow-run
        server.on(u"GET "_s + repo + u"/actions/runs/7/pending_deployments", QJsonArray {
            QJsonObject { { u"environment"_s, QJsonObject { { u"id"_s, 161088068 }, { u"name"_s, u"staging"_s } } }, { u"current_user_can_approve"_s, true } },
            QJsonObject { { u"environment"_s, QJsonObject { { u"id"_s, 161088069 }, { u"name"_s, u"production"_s } } }, { u"current_user_can_approve"_s, false } } });
        server.on(ask, QByteArray("{}"), 201);
        const auto connection = connectTo({});
        sdk::ActionRequest request { action, u"component:default/ledger"_s, values, false, recordOf(u"7"_s) };
        const auto answer = connection->act(request, server);
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
        QVERIFY(!answer->summary.isEmpty());
        QCOMPARE(answer->touchedFeeds, QStringList { u"builds"_s });
        QCOMPARE(server.asks().last(), ask);
        QCOMPARE(server.requests.back().body, body);
    }

    void refusalsAreErrors()
    {
        HostContext server;
        serve(server, {});
        server.on(u"POST "_s + repo + u"/actions/runs/7/rerun", R"({"message":"Resource not accessible by personal access token"})", 403);
        const auto connection = connectTo({});
        const auto answer = connection->act({ u"rerun"_s, {}, {}, false, recordOf(u"7"_s) }, server);
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Forbidden);
        QCOMPARE(answer.error().detail, u"Resource not accessible by personal access token"_s);
        QCOMPARE(connection->act({ u"dispatch"_s, {}, { { u"inputs"_s, u"{broken"_s } }, false, recordOf(u"7"_s) }, server).error().code, ErrorCode::Invalid);
        QVERIFY(!connection->mayAct({ u"approve"_s, {}, {}, false, recordOf(u"7"_s) }, server)->allowed);
    }

    /// As https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onworkflow_dispatchinputs shows one.
    void theWorkflowSaysWhatItAsksFor()
    {
        HostContext server;
        serve(server, {});
        QJsonObject run = runJson(7, u"completed"_s, u"success"_s);
        run.insert(u"path"_s, u".github/workflows/ci build.yml@main"_s);
        server.on(u"GET "_s + repo + u"/actions/runs/7", run);
        server.on(u"GET "_s + repo + u"/environments", QJsonObject { { u"total_count"_s, 1 }, { u"environments"_s, QJsonArray { QJsonObject { { u"name"_s, u"staging"_s } } } } });
        const QString file = u"GET "_s + repo + u"/contents/.github/workflows/ci%20build.yml";
        server.on(file, QByteArray(R"(name: CI
on:
  push:
  workflow_dispatch:
    inputs:
      logLevel:
        description: 'Log level'
        required: true
        default: 'warning'
        type: choice
        options: [info, warning, debug]
      print_tags:
        description: 'True to print to STDOUT'
        required: true
        type: boolean
      tags: { required: true, type: string }
      count: { type: number, default: 3 }
      environment: { type: environment }
)"));
        const auto connection = connectTo({});
        const sdk::ActionRequest request { u"dispatch"_s, {}, { { u"ref"_s, u"topic/a&b"_s } }, false, recordOf(u"7"_s) };
        const auto form = connection->actionForm(request, server);
        QVERIFY2(form, qPrintable(form ? QString() : form.error().detail));
        using Type = sdk::FormField::Type;
        const sdk::FormField level { u"logLevel"_s, u"logLevel"_s, u"Log level"_s, Type::Choice, u"warning"_s, { u"info"_s, u"warning"_s, u"debug"_s }, true };
        const sdk::FormField print { u"print_tags"_s, u"print_tags"_s, u"True to print to STDOUT"_s, Type::Boolean, QString(), {}, false };
        const sdk::FormField tags { u"tags"_s, u"tags"_s, {}, Type::Text, QString(), {}, true };
        const sdk::FormField count { u"count"_s, u"count"_s, {}, Type::Text, u"3"_s, {}, false };
        const sdk::FormField environment { u"environment"_s, u"environment"_s, {}, Type::Choice, QString(), { QString(), u"staging"_s }, false };
        QVERIFY(*form == (std::vector { level, print, tags, count, environment })); // In the order of the file.
        // Of the ref that is typed, as it stands, and not in JSON.
        const auto asked = std::ranges::find(server.requests, file, &HostContext::askOf);
        QVERIFY(asked != server.requests.end());
        QCOMPARE(asked->url.query(QUrl::FullyEncoded), u"ref=topic%2Fa%26b"_s);
        QVERIFY(asked->headers.contains(sdk::Header { "accept", "application/vnd.github.raw+json" }));
        QCOMPARE(std::ranges::count(asked->headers, QByteArray("accept"), &sdk::Header::first), 1);
        // What is filled in is sent as text, which is what GitHub takes for every type.
        server.on(u"POST "_s + repo + u"/actions/workflows/159038/dispatches", QByteArray(), 204);
        const QJsonObject inputs { { u"logLevel"_s, u"debug"_s }, { u"print_tags"_s, true }, { u"count"_s, u"3"_s } };
        QVERIFY(connection->act({ u"dispatch"_s, {}, { { u"inputs"_s, inputs } }, false, recordOf(u"7"_s) }, server));
        QCOMPARE(server.requests.back().body, QByteArray(R"({"inputs":{"count":"3","logLevel":"debug","print_tags":"true"},"ref":"main"})"));

        // A token that may not read environments: its name is typed.
        server.on(u"GET "_s + repo + u"/environments", R"({"message":"Resource not accessible by personal access token"})", 403);
        QCOMPARE(connection->actionForm(request, server)->back().type, Type::Text);
        server.on(file, QByteArray("on: [push]\n"));
        QCOMPARE(connection->actionForm(request, server).error().code, ErrorCode::Unsupported);
        server.on(file, QByteArray("on: [\n"));
        QCOMPARE(connection->actionForm(request, server).error().code, ErrorCode::Invalid);
        for (const char *strange : { "", "on:", "on: {workflow_dispatch: {inputs: [a]}}", "on: {workflow_dispatch: {inputs: {a: [], b: {options: {}, type: [], default: {}}}}}" }) {
            server.on(file, QByteArray(strange));
            (void)connection->actionForm(request, server);
        }
        run.insert(u"path"_s, u"dynamic/github-code-scanning/codeql"_s);
        server.on(u"GET "_s + repo + u"/actions/runs/7", run);
        QCOMPARE(connection->actionForm(request, server).error().code, ErrorCode::Unsupported);
    }

    /// As https://docs.github.com/en/rest/commits/commits#compare-two-commits shows one: the oldest first.
    void commitsBetweenTwoRuns()
    {
        HostContext server;
        serve(server, {});
        const auto commit = [](const QString &sha, const QString &message, const QString &name) {
            return QJsonObject { { u"sha"_s, sha }, { u"commit"_s, QJsonObject { { u"message"_s, message }, { u"author"_s, QJsonObject { { u"name"_s, name } } },
                { u"committer"_s, QJsonObject { { u"date"_s, u"2011-04-14T16:00:49Z"_s } } } } } };
        };
        server.on(u"GET "_s + repo + u"/compare/aaa...ccc", QJsonObject { { u"status"_s, u"ahead"_s }, { u"total_commits"_s, 2 },
            { u"commits"_s, QJsonArray { commit(u"bbb"_s, u"Test it"_s, u"Jan"_s), commit(u"ccc"_s, u"Round\n\nlong"_s, u"Mira K."_s) } } });
        BuildRun good = BuildRun::fromRecord(recordOf(u"6"_s)), run = BuildRun::fromRecord(recordOf(u"7"_s));
        good.commit = u"aaa"_s;
        run.commit = u"ccc"_s;
        const auto connection = connectTo({});
        const auto commits = connection->commitsBetween(good, run, server);
        QVERIFY2(commits, qPrintable(commits ? QString() : commits.error().detail));
        const QDateTime at(QDate(2011, 4, 14), QTime(16, 0, 49), QTimeZone::UTC);
        QVERIFY(*commits == (std::vector<domain::BuildCommit> { { u"ccc"_s, u"Round"_s, u"Mira K."_s, at, {} }, { u"bbb"_s, u"Test it"_s, u"Jan"_s, at, {} } }));
        good.commit = u"../../x"_s; // Leads nowhere else.
        QCOMPARE(connection->commitsBetween(good, run, server).error().code, ErrorCode::NotFound);
        QVERIFY(server.asks().last().endsWith("/compare/..%2F..%2Fx...ccc"_L1));
    }

    void reviewsAreFound()
    {
        HostContext server;
        serve(server, {});
        server.on(u"GET /user"_s, QJsonObject { { u"login"_s, u"octocat"_s } });
        const QJsonObject pull { { u"number"_s, 12 }, { u"title"_s, u"Round fares"_s }, { u"state"_s, u"OPEN"_s }, { u"url"_s, u"https://github.com/acme/ledger/pull/12"_s },
            { u"author"_s, QJsonObject { { u"login"_s, u"hubot"_s } } }, { u"repository"_s, QJsonObject { { u"nameWithOwner"_s, u"acme/ledger"_s } } },
            { u"mergeable"_s, u"CONFLICTING"_s }, { u"additions"_s, 5 },
            { u"latestReviews"_s, QJsonObject { { u"nodes"_s, QJsonArray { QJsonObject { { u"state"_s, u"CHANGES_REQUESTED"_s } } } } } },
            { u"commits"_s, QJsonObject { { u"nodes"_s, QJsonArray { QJsonObject { { u"commit"_s, QJsonObject { { u"statusCheckRollup"_s, QJsonObject { { u"state"_s, u"FAILURE"_s } } } } } } } } } } };
        const QJsonObject nodes { { u"nodes"_s, QJsonArray { pull } } };
        server.on(u"POST /graphql"_s, QJsonObject { { u"data"_s, QJsonObject { { u"asked"_s, nodes }, { u"mine"_s, QJsonObject() }, { u"all"_s, nodes } } } });
        const auto connection = connectTo({});
        QVERIFY(server.pull(*connection->feed(u"reviews"_s)));
        const auto reviews = server.of<domain::Review>(domain::recordtype::review);
        QCOMPARE(reviews.size(), 1);
        QCOMPARE(reviews[0].key(), u"acme/ledger!12"_s);
        QVERIFY(reviews[0].waitsForMe && !reviews[0].isMine && reviews[0].hasConflicts);
        QCOMPARE(reviews[0].checks, BuildState::Failed);
        QCOMPARE(reviews[0].verdict, domain::Review::Verdict::ChangesRequested);
        QCOMPARE(reviews[0].entityRefs, QStringList { u"component:default/ledger"_s });
        QVERIFY(!reviews[0].conflictsUnsure);
        QJsonObject looking = pull; // It is worked out when somebody asks.
        looking[u"mergeable"_s] = u"UNKNOWN"_s;
        const QJsonObject all { { u"nodes"_s, QJsonArray { looking } } };
        server.on(u"POST /graphql"_s, QJsonObject { { u"data"_s, QJsonObject { { u"asked"_s, all }, { u"mine"_s, QJsonObject() }, { u"all"_s, all } } } });
        server.wanted = true;
        QVERIFY(server.pull(*connection->feed(u"reviews"_s)));
        const auto unsure = server.of<domain::Review>(domain::recordtype::review);
        QCOMPARE(unsure.size(), 1);
        QVERIFY(!unsure[0].hasConflicts && unsure[0].conflictsUnsure);
    }

    void aReviewIsApproved()
    {
        HostContext server;
        serve(server, {});
        const QString ask = u"POST "_s + repo + u"/pulls/12/reviews"_s;
        server.on(ask, QByteArray(R"({"id":80,"state":"APPROVED"})"));
        const auto connection = connectTo({});
        domain::Review review;
        review.id = u"12"_s;
        review.project = u"acme/ledger"_s;
        review.commit = u"ecdd80bb57125d7ba9641ffaa4d7d2c19d3f3091"_s;
        const auto request = [&review] { return sdk::ActionRequest { u"approveReview"_s, {}, {}, false, review.toRecord() }; };
        QVERIFY(connection->mayAct(request(), server)->allowed);
        const auto answer = connection->act(request(), server);
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
        QCOMPARE(answer->touchedFeeds, QStringList { u"reviews"_s });
        QCOMPARE(server.asks().last(), ask);
        QCOMPARE(server.requests.back().body, QByteArray(R"({"commit_id":"ecdd80bb57125d7ba9641ffaa4d7d2c19d3f3091","event":"APPROVE"})"));
        QCOMPARE(notPublished(fileIn(u"github/endpoints.txt"_s), server.asks(), {}), QStringList());
        review.isMine = true;
        const auto mine = connection->mayAct(request(), server);
        QVERIFY(!mine->allowed && !mine->reason.isEmpty());
        QCOMPARE(connection->act({ u"approveReview"_s, {}, {}, false, {} }, server).error().code, ErrorCode::Invalid);
        server.on(ask, R"({"message":"Unprocessable Entity","errors":["Can not approve your own pull request"]})", 422);
        QVERIFY(!connection->act(request(), server));
    }

    // What concerns the person is asked each time, by one request; all else when that changed, when a person wants it, or later.
    void whatWaitsIsAskedEachTime()
    {
        HostContext server;
        serve(server, {});
        server.on(u"GET /user"_s, QJsonObject { { u"login"_s, u"octocat"_s } });
        const auto pull = [](int number, const QString &title) {
            return QJsonValue(QJsonObject { { u"number"_s, number }, { u"title"_s, title }, { u"state"_s, u"OPEN"_s },
                { u"author"_s, QJsonObject { { u"login"_s, u"hubot"_s } } }, { u"repository"_s, QJsonObject { { u"nameWithOwner"_s, u"acme/ledger"_s } } } });
        };
        const auto answer = [&server](const QJsonArray &asked, const QJsonArray &all) {
            server.on(u"POST /graphql"_s, QJsonObject { { u"data"_s, QJsonObject { { u"asked"_s, QJsonObject { { u"nodes"_s, asked } } },
                { u"mine"_s, QJsonObject() }, { u"all"_s, QJsonObject { { u"nodes"_s, all } } } } } });
        };
        const auto connection = connectTo({});
        const auto feed = connection->feed(u"reviews"_s);
        const auto asks = [&] {
            server.requests.clear();
            return server.pull(*feed) ? server.asks().count(u"POST /graphql"_s) : -1;
        };
        answer({ pull(12, u"Round"_s) }, { pull(12, u"Round"_s), pull(13, u"Other"_s) });
        QCOMPARE(asks(), 2);
        QCOMPARE(server.of(domain::recordtype::review).size(), 2);
        answer({ pull(12, u"Round up"_s) }, {});
        QCOMPARE(asks(), 1);
        QCOMPARE(server.of(domain::recordtype::review).size(), 2);
        QCOMPARE(domain::Review::fromRecord(server.records.value(u"Review acme/ledger!12"_s)).title, u"Round up"_s);
        QVERIFY(domain::Review::fromRecord(server.records.value(u"Review acme/ledger!12"_s)).waitsForMe);
        server.wanted = true;
        QCOMPARE(asks(), 2);
        QCOMPARE(server.of(domain::recordtype::review).size(), 1);
        server.wanted = false;
        answer({ pull(12, u"Round up"_s), pull(14, u"New"_s) }, {});
        QCOMPARE(asks(), 2);
        answer({ pull(14, u"New"_s) }, {});
        QCOMPARE(asks(), 2);
        QCOMPARE(server.of(domain::recordtype::review).size(), 1); // The other one was closed.
    }

    void notificationsAreNotices()
    {
        HostContext server;
        serve(server, {});
        server.on(u"GET /notifications"_s, QJsonArray { QJsonObject { { u"id"_s, u"397777914"_s }, { u"unread"_s, true }, { u"reason"_s, u"review_requested"_s },
            { u"updated_at"_s, u"2018-10-18T18:29:47Z"_s }, { u"repository"_s, QJsonObject { { u"full_name"_s, u"acme/ledger"_s } } },
            { u"subject"_s, QJsonObject { { u"title"_s, u"chore: Add more repos"_s }, { u"type"_s, u"PullRequest"_s }, { u"url"_s, u"https://api.github.com/repos/acme/ledger/pulls/103"_s } } } } });
        const auto connection = connectTo({});
        QVERIFY(server.pull(*connection->feed(u"notices"_s)));
        const auto notices = server.of<domain::Notice>(domain::recordtype::notice);
        QCOMPARE(notices.size(), 1);
        QCOMPARE(notices[0].link, u"https://github.com/acme/ledger/pull/103"_s);
        QCOMPARE(notices[0].about, u"acme/ledger!103"_s);
        QCOMPARE(notices[0].severity, u"high"_s);
        QCOMPARE(notices[0].entityRef, u"component:default/ledger"_s);
        server.on(u"DELETE /notifications/threads/397777914"_s, QByteArray(), 204);
        QVERIFY(connection->act({ u"done"_s, {}, {}, false, notices[0].toRecord() }, server));
        QCOMPARE(server.asks().last(), u"DELETE /notifications/threads/397777914"_s);
    }

    void whatGhHoldsIsUsedOnlyWhenChosen()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"hosts.yml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("github.com:\n    users:\n        other:\n            oauth_token: gho_other\n    git_protocol: https\n    oauth_token: gho_held\n    user: octocat\n");
        file.close();
        qputenv("GH_CONFIG_DIR", folder.path().toUtf8());
        HostContext server;
        serve(server, {});
        server.secrets.clear();
        server.on(u"GET /user"_s, QJsonObject { { u"login"_s, u"octocat"_s } });
        QCOMPARE(connectTo({})->probe(server).error().code, ErrorCode::Unauthorised);
        QVERIFY(server.requests.empty());
        const auto chosen = connectTo({ { u"signIn"_s, u"gh"_s } });
        QVERIFY(chosen->probe(server));
        QVERIFY(server.requests[0].headers.contains(sdk::Header { "authorization", "Bearer gho_held" }));
        const auto methods = connectTo({})->signInMethods(server);
        QVERIFY(methods && std::ranges::any_of(*methods, [](const sdk::SignInMethod &one) { return one.id == "gh"_L1 && one.name.contains("octocat"_L1); }));
        qunsetenv("GH_CONFIG_DIR");
    }

    /// A server in memory answers whatever it was told to: what is asked is held against the vendor's own list.
    void everyRequestIsPublished()
    {
        HostContext server;
        QJsonObject run = runJson(7, u"in_progress"_s);
        run.insert(u"run_attempt"_s, 2);
        run.insert(u"created_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
        serve(server, { run });
        const QString ofRun = u"GET "_s + repo + u"/actions/runs/7"_s;
        server.on(u"GET /user"_s, QJsonObject { { u"login"_s, u"octocat"_s } });
        server.on(u"GET /notifications"_s, QJsonArray { QJsonObject { { u"id"_s, u"9"_s }, { u"updated_at"_s, u"2018-10-18T18:29:47Z"_s },
            { u"subject"_s, QJsonObject { { u"title"_s, u"More"_s } } } } });
        server.on(ofRun, run);
        server.on(ofRun + u"/attempts/1"_s, runJson(7, u"completed"_s, u"failure"_s));
        server.on(ofRun + u"/jobs"_s, QJsonObject { { u"jobs"_s, QJsonArray { QJsonObject { { u"id"_s, 5 }, { u"status"_s, u"completed"_s }, { u"conclusion"_s, u"failure"_s } } } } });
        server.on(ofRun + u"/pending_deployments"_s, QJsonArray { QJsonObject { { u"environment"_s, QJsonObject { { u"id"_s, 3 }, { u"name"_s, u"staging"_s } } },
            { u"current_user_can_approve"_s, true } } });
        server.on(u"GET "_s + repo + u"/deployments"_s, QJsonArray { QJsonObject { { u"id"_s, 42 } } });
        server.on(u"GET "_s + repo + u"/actions/jobs/5"_s, QJsonObject { { u"status"_s, u"completed"_s }, { u"conclusion"_s, u"success"_s } });
        server.on(u"GET "_s + repo + u"/actions/jobs/5/logs"_s, QByteArray("line\n"));
        for (const QByteArray &method : { "POST"_ba, "PATCH"_ba, "DELETE"_ba })
            server.on(method, u"/.*"_s, "{}", 201);
        const auto connection = connectTo({});
        (void)connection->probe(server);
        for (const QString &id : { u"builds"_s, u"reviews"_s, u"notices"_s }) {
            const auto feed = connection->feed(id);
            for (int pull = 0; pull < 2; ++pull)
                (void)server.pull(*feed);
        }
        serve(server, { runJson(8, u"completed"_s, u"success"_s) });
        (void)server.pull(*connection->feed(u"builds"_s)); // The other one is listed no more.
        const auto detail = connection->buildDetail(BuildRun::fromRecord(recordOf(u"7"_s)), server);
        QVERIFY(detail && detail->jobs.size() == 1);
        domain::BuildJob job = detail->jobs[0];
        job.state = BuildState::Running;
        QVERIFY(connection->buildLog(BuildRun::fromRecord(recordOf(u"7"_s)), job, 0, [](QByteArrayView) { return true; }, server));
        for (const QString &id : { u"rerun"_s, u"rerunFailed"_s, u"cancel"_s, u"approve"_s, u"reject"_s, u"dispatch"_s })
            QVERIFY2(connection->act({ id, {}, {}, false, recordOf(u"7"_s) }, server), qPrintable(id));
        QVERIFY(connection->act({ u"approve"_s, {}, {}, false, recordOf(u"7"_s, u"completed/action_required"_s) }, server));
        const domain::Record notice = server.records.value(u"Notice 9"_s);
        QVERIFY(connection->act({ u"markRead"_s, {}, {}, false, notice }, server) && connection->act({ u"done"_s, {}, {}, false, notice }, server));
        QCOMPARE(notPublished(fileIn(u"github/endpoints.txt"_s), server.asks(), {}), QStringList());
        QStringList asked = server.asks();
        asked.removeDuplicates();
        QVERIFY2(asked.size() >= 23, qPrintable(asked.join(u'\n')));
        QVERIFY(!notPublished(fileIn(u"github/endpoints.txt"_s), { u"GET /repos/acme/ledger/actions/runs/7/nonsense"_s }, {}).isEmpty());
    }

    void spoiltAnswersAreHarmless()
    {
        const auto connection = connectTo({});
        for (const QByteArray &body : spoilt(QJsonDocument(QJsonObject { { u"workflow_runs"_s, QJsonArray { runJson(1, u"completed"_s, u"success"_s) } } }).toJson())) {
            HostContext server;
            serve(server, {});
            server.on(runsAsk, body);
            server.on(u"GET "_s + repo + u"/actions/runs/7/jobs", body);
            (void)server.pull(*connection->feed(u"builds"_s));
            (void)connection->buildDetail(BuildRun::fromRecord(recordOf(u"7"_s)), server);
            for (const BuildRun &run : server.of<BuildRun>(domain::recordtype::buildRun))
                QVERIFY(run.title.size() <= 300 && run.project == "acme/ledger"_L1);
        }
        // Where something was pushed is a hint: what it says of repositories that nobody knows, or says wrongly, is nothing.
        for (const QByteArray &body : spoilt(R"([{"full_name":"acme/ledger","pushed_at":"2026-01-01T00:00:00Z"}])")) {
            HostContext server;
            serve(server, { runJson(1, u"completed"_s, u"success"_s) });
            server.on(u"GET /user/repos"_s, body);
            const auto feed = connection->feed(u"builds"_s);
            for (int pull = 0; pull < 2; ++pull)
                QVERIFY(server.pull(*feed));
            QCOMPARE(server.asks().count(u"GET /user/repos"_s), 1);
            QCOMPARE(server.of<BuildRun>(domain::recordtype::buildRun).size(), 1);
        }
    }

    // Every recorded answer of the real service that these readers are for.
    void recordedTraffic()
    {
        const QDir folder(QStringLiteral(CALLBOARD_SOURCE_DIR "/../shared/peer-data/github/replay"));
        if (!folder.exists())
            QSKIP("SKIPPED: no recorded traffic beside the project (../shared/peer-data/github/replay)");
        const auto connection = connectTo({});
        int runs = 0, lists = 0, jobs = 0;
        for (const QString &name : folder.entryList({ u"Workflow*.json"_s })) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const QJsonValue session : QJsonDocument::fromJson(file.readAll()).array()) {
                const QJsonValue body = session["response"_L1]["body"_L1];
                const QJsonObject answer = body.isString() ? QJsonDocument::fromJson(body.toString().toUtf8()).object() : body.toObject();
                HostContext server;
                serve(server, {});
                if (answer["workflow_runs"_L1].isArray()) {
                    server.on(runsAsk, QJsonDocument(answer).toJson());
                    QVERIFY(server.pull(*connection->feed(u"builds"_s)));
                    const auto read = server.of<BuildRun>(domain::recordtype::buildRun);
                    QCOMPARE(read.size(), answer["workflow_runs"_L1].toArray().size());
                    for (const BuildRun &run : read)
                        QVERIFY2(run.state != BuildState::Unknown && run.queuedAt.isValid() && !run.commit.isEmpty(), qPrintable(name));
                    runs += int(read.size());
                    ++lists;
                } else if (answer["jobs"_L1].isArray()) {
                    server.on(u"GET "_s + repo + u"/actions/runs/7/jobs", QJsonDocument(answer).toJson());
                    const auto detail = connection->buildDetail(BuildRun::fromRecord(recordOf(u"7"_s)), server);
                    QVERIFY(detail);
                    QCOMPARE(qsizetype(detail->jobs.size()), answer["jobs"_L1].toArray().size());
                    for (const domain::BuildJob &job : detail->jobs)
                        QVERIFY(job.state != BuildState::Unknown && !job.steps.empty() && job.finishedAt >= job.startedAt);
                    jobs += int(detail->jobs.size());
                }
            }
        }
        qInfo("%d runs in %d lists, %d jobs", runs, lists, jobs);
        QVERIFY(lists >= 3 && runs >= 10 && jobs >= 5);
    }
};

QTEST_GUILESS_MAIN(TestGitHubActions)
#include "tst_githubactions.moc"
