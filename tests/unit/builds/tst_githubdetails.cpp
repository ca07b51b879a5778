// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that never began, and each form that answers of GitHub come in.
#include "tests/unit/builds/githubkit.h"

using namespace callboard;
using namespace callboard::test;
using namespace callboard::test::github;
using namespace Qt::StringLiterals;
using domain::BuildRun;
using domain::BuildState;

class TestGitHubDetails final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    /// As https://docs.github.com/en/rest/checks/runs#list-check-runs-in-a-check-suite: the run says nothing, a check run of its suite may.
    void aRunThatDidNotStartSaysWhy()
    {
        HostContext server;
        serve(server, {});
        const auto connection = connectTo({});
        const QString ofRun = u"GET "_s + repo + u"/actions/runs/7"_s, ofSuite = u"GET "_s + repo + u"/check-suites/77/check-runs"_s;
        const QString ofCheck = u"GET "_s + repo + u"/check-runs/9/annotations"_s;
        QJsonObject served = runJson(7, u"completed"_s, u"startup_failure"_s);
        served.insert(u"check_suite_id"_s, 77);
        served.insert(u"path"_s, u".github/workflows/ci.yml@main"_s);
        server.on(ofRun, served);
        server.on(QString(ofRun + u"/jobs"_s), QJsonObject { { u"total_count"_s, 0 }, { u"jobs"_s, QJsonArray() } });
        const auto checks = [&](const QJsonArray &runs) {
            server.on(ofSuite, QJsonObject { { u"total_count"_s, runs.size() }, { u"check_runs"_s, runs } });
        };
        const auto reason = [&](const QString &vendorState) {
            server.requests.clear();
            const auto detail = connection->buildDetail(BuildRun::fromRecord(recordOf(u"7"_s, vendorState)), server);
            domain::BuildAnnotation none;
            none.title = u"none"_s;
            return detail && detail->annotations.size() == 1 ? detail->annotations[0] : none;
        };
        // Mostly there is none: then it is said where it is told.
        checks({});
        for (const QString &state : { u"completed/startup_failure"_s, u"completed/failure"_s }) {
            const auto said = reason(state);
            QCOMPARE(said.title, u"GitHub started no job of this run"_s);
            QVERIFY(said.message.contains("browser"_L1) && said.jobId.isEmpty());
            QCOMPARE(said.path, u".github/workflows/ci.yml"_s);
        }
        QCOMPARE(server.asks(), (QStringList { ofRun + u"/jobs"_s, ofRun, ofSuite }));
        QCOMPARE(notPublished(fileIn(u"github/endpoints.txt"_s), server.asks(), {}), QStringList());
        // A check run with annotations, or with words alone.
        const auto check = [&](const QJsonObject &output) { checks({ QJsonObject { { u"id"_s, 9 }, { u"output"_s, output } } }); };
        check({ { u"annotations_count"_s, 1 }, { u"title"_s, QJsonValue() } });
        server.on(ofCheck, QJsonArray { QJsonObject { { u"path"_s, u".github/workflows/ci.yml"_s }, { u"start_line"_s, 12 },
            { u"annotation_level"_s, u"failure"_s }, { u"message"_s, u"The nested job 'preflight' is requesting 'actions: read'."_s } } });
        auto said = reason(u"completed/startup_failure"_s);
        QVERIFY(said.message.startsWith("The nested job"_L1));
        QCOMPARE(said.line, 12);
        check({ { u"annotations_count"_s, 0 }, { u"title"_s, u"Invalid workflow file"_s }, { u"summary"_s, u"no jobs are defined"_s } });
        said = reason(u"completed/startup_failure"_s);
        QCOMPARE(said.title, u"Invalid workflow file"_s);
        QCOMPARE(said.message, u"no jobs are defined"_s);
        // A token that reads no checks, or not even the run, takes nothing away.
        server.on(ofSuite, R"({"message":"Resource not accessible by personal access token"})", 403);
        QCOMPARE(reason(u"completed/startup_failure"_s).title, u"GitHub started no job of this run"_s);
        server.on(ofRun, R"({"message":"Not Found"})", 404);
        QCOMPARE(reason(u"completed/startup_failure"_s).title, u"GitHub started no job of this run"_s);
        // Whoever could not be asked said nothing.
        for (const QString &ask : { ofSuite, ofRun }) {
            server.on(ofRun, served);
            server.on(ask, R"({"message":"Service Unavailable"})", 503);
            QCOMPARE(reason(u"completed/startup_failure"_s).title, u"none"_s);
        }
        // One that was cancelled before it began is not asked about.
        QCOMPARE(reason(u"completed/cancelled"_s).title, u"none"_s);
        QCOMPARE(server.asks().size(), 1);
    }

    void noFieldButIdAndStatusIsNeeded()
    {
        const auto connection = connectTo({});
        const QStringList needed { u"id"_s, u"status"_s, u"conclusion"_s };
        int tried = 0;
        for (const QJsonObject &served : sparse(QJsonDocument(runJson(7, u"completed"_s, u"failure"_s)).toJson(), needed)) {
            HostContext server;
            serve(server, { served });
            QVERIFY(server.pull(*connection->feed(u"builds"_s)));
            const auto runs = server.of<BuildRun>(domain::recordtype::buildRun);
            QCOMPARE(runs.size(), 1);
            QCOMPARE(runs[0].state, BuildState::Failed);
            ++tried;
        }
        QVERIFY(tried > 25);
        const auto readOne = [&](QJsonObject served) {
            HostContext server;
            serve(server, { served });
            return server.pull(*connection->feed(u"builds"_s)) ? server.of<BuildRun>(domain::recordtype::buildRun).value(0) : BuildRun();
        };
        // As a server of before tells it, a run is of no fork; whose fork is gone is one.
        QJsonObject served = runJson(7, u"completed"_s, u"failure"_s);
        served.remove(u"head_repository"_s);
        QVERIFY(readOne(served).isDefaultBranch);
        served.insert(u"head_repository"_s, QJsonValue());
        QVERIFY(!readOne(served).isDefaultBranch);
        // A run whose workflow has no name is of its file.
        served.insert(u"name"_s, QJsonValue());
        served.insert(u"path"_s, u".github/workflows/ci build.yml@refs/heads/main"_s);
        QCOMPARE(readOne(served).pipeline, u"ci build.yml"_s);
        served.insert(u"run_number"_s, u"12"_s);
        served.insert(u"run_attempt"_s, QJsonValue());
        QCOMPARE(readOne(served).number, 12);
        QCOMPARE(readOne(served).attempt, 1);
        // What has ended without a word how, and what has no word at all, is unknown.
        served.insert(u"conclusion"_s, QJsonValue());
        QCOMPARE(readOne(served).state, BuildState::Unknown);
        served.insert(u"status"_s, QJsonValue());
        QCOMPARE(readOne(served).state, BuildState::Unknown);
    }

    void aJobThatWasSkippedDidNotEndBeforeItBegan()
    {
        HostContext server;
        serve(server, {});
        const QJsonObject skipped { { u"id"_s, 1 }, { u"status"_s, u"completed"_s }, { u"conclusion"_s, u"skipped"_s },
            { u"steps"_s, QJsonValue() }, { u"started_at"_s, u"2020-01-20T17:42:41Z"_s },
            { u"completed_at"_s, u"2020-01-20T17:42:40Z"_s } };
        const QJsonObject queued { { u"id"_s, 2 }, { u"status"_s, u"queued"_s }, { u"conclusion"_s, QJsonValue() },
            { u"started_at"_s, QJsonValue() }, { u"runner_name"_s, QJsonValue() } };
        server.on(u"GET "_s + repo + u"/actions/runs/7/jobs", QJsonObject { { u"jobs"_s, QJsonArray { skipped, queued } } });
        const auto detail = connectTo({})->buildDetail(BuildRun::fromRecord(recordOf(u"7"_s)), server);
        QVERIFY(detail);
        QCOMPARE(detail->jobs.size(), size_t(2));
        QCOMPARE(detail->jobs[0].state, BuildState::Skipped);
        QCOMPARE(detail->jobs[0].startedAt, detail->jobs[0].finishedAt);
        QCOMPARE(detail->jobs[1].state, BuildState::Queued);
    }
};

QTEST_GUILESS_MAIN(TestGitHubDetails)
#include "tst_githubdetails.moc"
