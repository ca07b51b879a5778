// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/builds/jenkinskit.h"

#include <QDir>
#include <QUrlQuery>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using domain::BuildRun;
using domain::BuildState;
using sdk::ErrorCode;

namespace {

QJsonObject build(int number, const QJsonValue &result, bool building = false)
{
    return {
        { u"number"_s, number },
        { u"url"_s, u"https://ci.example.org/job/ledger/job/api/%1/"_s.arg(number) },
        { u"result"_s, result },
        { u"building"_s, building },
        { u"timestamp"_s, 1.7e12 },
        { u"duration"_s, 61000 },
        { u"displayName"_s, u"#%1"_s.arg(number) },
        { u"actions"_s, QJsonArray { QJsonObject { { u"causes"_s, QJsonArray { QJsonObject { { u"_class"_s, u"hudson.model.Cause$UserIdCause"_s }, { u"userName"_s, u"Mira"_s } } } } },
            QJsonObject { { u"lastBuiltRevision"_s, QJsonObject { { u"SHA1"_s, u"acb5820ced9479c074f688cc328bf03f341a511d"_s },
                { u"branch"_s, QJsonArray { QJsonObject { { u"name"_s, u"refs/remotes/origin/main"_s } } } } } } } } },
        { u"changeSets"_s, QJsonArray { QJsonObject { { u"items"_s, QJsonArray { QJsonObject { { u"msg"_s, u"Round fares\n\nlong"_s } } } } } } },
    };
}

} // namespace

class TestJenkins final : public QObject {
    Q_OBJECT

    static QList<BuildRun> runs(const HostContext &server) { return server.of<BuildRun>(domain::recordtype::buildRun); }

private Q_SLOTS:
    void statesAreMapped_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("ours");
        for (const auto &[word, ours] : { std::pair("SUCCESS", "passed"), std::pair("UNSTABLE", "failed"), std::pair("FAILURE", "failed"),
                 std::pair("NOT_BUILT", "skipped"), std::pair("ABORTED", "cancelled"), std::pair("NEW", "unknown") })
            QTest::addRow("%s", word) << QString::fromLatin1(word) << QString::fromLatin1(ours);
    }
    void statesAreMapped()
    {
        QFETCH(QString, word);
        QFETCH(QString, ours);
        HostContext server;
        serve(server, { { u"builds"_s, QJsonArray { build(12, word) } } });
        const auto connected = connection();
        QVERIFY(server.pull(*connected->feed(u"builds"_s)));
        QCOMPARE(runs(server).size(), 1);
        QCOMPARE(domain::buildStateName(runs(server).at(0).state), ours);
        QCOMPARE(runs(server).at(0).vendorState, word);
    }

    void aBuildIsReadWhole()
    {
        HostContext server;
        serve(server, { { u"builds"_s, QJsonArray { build(13, QJsonValue(), true), build(12, u"SUCCESS"_s) } } });
        const auto connected = connection();
        QVERIFY(server.pull(*connected->feed(u"builds"_s)));
        QCOMPARE(server.asks(), QStringList { u"GET "_s + job + u"/api/json" });
        QVERIFY(server.requests[0].url.query().contains("tree="_L1));
        QVERIFY(server.requests[0].headers.contains(sdk::Header { "authorization", "Basic " + QByteArray("mira:11token").toBase64() }));
        const BuildRun run = runs(server).at(0);
        QCOMPARE(run.key(), u"ledger/api#12"_s);
        QCOMPARE(run.entityRefs, QStringList { u"component:default/ledger-api"_s });
        QCOMPARE(run.branch, u"main"_s);
        QVERIFY(run.isDefaultBranch);
        QCOMPARE(run.title, u"Round fares"_s);
        QCOMPARE(run.actor, u"Mira"_s);
        QCOMPARE(run.trigger, u"manual"_s);
        QCOMPARE(run.startedAt.secsTo(run.finishedAt), 61);
        QCOMPARE(runs(server).at(1).state, BuildState::Running);
        QVERIFY(!runs(server).at(1).finishedAt.isValid());
    }

    void whatWaitsForInputWaitsForSomebody()
    {
        const auto paused = [](int number, bool building, const QJsonValue &waits) {
            QJsonObject one = build(number, building ? QJsonValue() : QJsonValue(u"SUCCESS"_s), building);
            QJsonArray actions = one.value("actions"_L1).toArray();
            actions.append(QJsonObject { { u"_class"_s, u"org.jenkinsci.plugins.workflow.support.steps.input.InputAction"_s }, { u"waitingForInput"_s, waits } });
            one.insert(u"actions"_s, actions);
            return one;
        };
        HostContext server;
        // The action stays once it was answered; one that has ended waits for nobody, whatever it says.
        serve(server, { { u"builds"_s, QJsonArray { paused(15, true, true), paused(14, true, false), paused(13, true, QJsonValue::Undefined), paused(12, false, true) } } });
        const auto connected = connection();
        const auto feed = connected->feed(u"builds"_s);
        QVERIFY(server.pull(*feed));
        const auto read = [&server](int number) { return BuildRun::fromRecord(server.records.value(u"BuildRun ledger/api#"_s + QString::number(number))); };
        QCOMPARE(read(15).state, BuildState::Waiting);
        QCOMPARE(read(15).vendorState, u"paused for input"_s);
        QCOMPARE(read(15).actor, u"Mira"_s);
        QVERIFY(!read(15).finishedAt.isValid());
        QCOMPARE(read(14).state, BuildState::Running);
        QCOMPARE(read(13).state, BuildState::Running);
        QCOMPARE(read(12).state, BuildState::Passed);
        // Told with the rest: it costs no request of its own.
        QCOMPARE(server.asks().size(), 1);
        QVERIFY(QUrlQuery(server.requests[0].url).queryItemValue(u"tree"_s, QUrl::FullyDecoded).contains("waitingForInput"_L1));
        // Answered, it goes on.
        server.forgetCursors(); // It was asked for just now.
        serve(server, { { u"builds"_s, QJsonArray { paused(15, true, false) } } });
        QVERIFY(server.pull(*feed));
        QCOMPARE(read(15).state, BuildState::Running);
    }

    void branchesOfAMultibranchJob()
    {
        HostContext server;
        serve(server, { { u"jobs"_s, QJsonArray { QJsonObject { { u"name"_s, u"feature%2Fround"_s }, { u"builds"_s, QJsonArray { build(3, u"SUCCESS"_s) } } },
            QJsonObject { { u"name"_s, u"PR-17"_s }, { u"builds"_s, QJsonArray { build(1, u"FAILURE"_s) } } } } } });
        const auto connected = connection();
        QVERIFY(server.pull(*connected->feed(u"builds"_s)));
        const auto all = runs(server);
        QCOMPARE(all.size(), 2);
        const auto pull = std::ranges::find(all, u"17"_s, &BuildRun::pullRequest);
        QVERIFY(pull != all.end());
        const auto branch = std::ranges::find(all, u"feature/round"_s, &BuildRun::branch);
        QVERIFY(branch != all.end());
        QCOMPARE(branch->id, u"feature%2Fround/3"_s);
        // Jenkins wants the name of a branch encoded twice.
        server.on(u"POST "_s + job + u"/job/feature%252Fround/3/stop", QByteArray(), 302);
        const auto answer = connected->act({ u"cancel"_s, {}, {}, false, branch->toRecord() }, server);
        QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
    }

    // As a server answers where the person's rights were taken: Jenkins has a page for it, and the reason in a header.
    void jobsThatAreAllForbiddenAreARefusal()
    {
        HostContext server;
        serve(server, { { u"builds"_s, QJsonArray { build(12, u"SUCCESS"_s) } } });
        server.asked.push_back({ u"component:default/tide"_s, { { u"jenkins.io/job-full-name"_s, u"tide"_s } } });
        server.on("GET", u"/job/.*"_s, "<html><body>mira is missing the Job/Read permission</body></html>", 403);
        const auto connected = connection();
        const auto feed = connected->feed(u"builds"_s);
        for (int time = 0; time < 2; ++time) {
            const auto pulled = server.pull(*feed);
            QVERIFY(!pulled);
            QCOMPARE(pulled.error().code, ErrorCode::Forbidden);
            QCOMPARE(pulled.error().httpStatus, 403);
        }
        // Of one job alone it is nothing that the host said of itself.
        server.on(u"GET "_s + job + u"/api/json", QJsonObject { { u"builds"_s, QJsonArray { build(12, u"SUCCESS"_s) } } });
        const auto anew = connection();
        QVERIFY(server.pull(*anew->feed(u"builds"_s)));
        QCOMPARE(runs(server).size(), 1);
    }

    void whatWasBuiltIsAskedOutOfTurn()
    {
        HostContext server;
        serve(server, { { u"builds"_s, QJsonArray { build(12, u"SUCCESS"_s) } } });
        for (const QString &name : { u"harbour/crane"_s, u"harbour/quay"_s, u"tide"_s }) {
            server.asked.push_back({ u"component:default/"_s + name.section(u'/', -1), { { u"jenkins.io/job-full-name"_s, name } } });
            server.on(u"GET /job/"_s + QString(name).replace(u"/"_s, u"/job/"_s) + u"/api/json", QJsonObject { { u"builds"_s, QJsonArray() } });
        }
        const double now = double(QDateTime::currentMSecsSinceEpoch());
        const auto latest = [](const QString &name, double at) {
            return QJsonObject { { u"name"_s, name }, { u"lastBuild"_s, QJsonObject { { u"timestamp"_s, at } } } };
        };
        const auto folder = [](const QString &name, const QJsonArray &jobs) { return QJsonObject { { u"name"_s, name }, { u"jobs"_s, jobs } }; };
        server.on(u"GET /api/json"_s, QJsonObject { { u"jobs"_s, QJsonArray {
            folder(u"ledger"_s, { latest(u"api"_s, now - 60'000), QJsonObject { { u"name"_s, u"never"_s }, { u"lastBuild"_s, QJsonValue() } } }),
            folder(u"harbour"_s, { folder(u"crane"_s, { latest(u"feature%2Fround"_s, now - 90'000) }), latest(u"quay"_s, now - 86'400'000.0) }),
            latest(u"tide"_s, 0) } } });
        const auto connected = connection();
        const auto feed = connected->feed(u"builds"_s);
        QVERIFY(server.pull(*feed));
        server.requests.clear();
        QVERIFY(server.pull(*feed));
        // The job that was built, and the one of whose branches one was.
        QCOMPARE(server.asks(), (QStringList { u"GET /api/json"_s, QString(u"GET "_s + job + u"/api/json"), u"GET /job/harbour/job/crane/api/json"_s }));
        const QString tree = QUrlQuery(server.requests[0].url).queryItemValue(u"tree"_s, QUrl::FullyDecoded);
        QCOMPARE(tree.count(u"jobs["_s), 3); // Folder, job, branch: as deep as the catalog's jobs lie.
        QCOMPARE(tree.count(u"lastBuild[timestamp]"_s), 3);
        QCOMPARE(tree.count(u'['), tree.count(u']'));
    }

    void moreJobsThanCanBeToldAtOnce()
    {
        HostContext server;
        serve(server, { { u"builds"_s, QJsonArray { build(12, u"SUCCESS"_s) } } });
        for (const QString &name : { u"quay"_s, u"tide"_s }) {
            server.asked.push_back({ u"component:default/"_s + name, { { u"jenkins.io/job-full-name"_s, QString(u"harbour/"_s + name) } } });
            server.on(u"GET /job/harbour/job/"_s + name + u"/api/json", QJsonObject { { u"builds"_s, QJsonArray() } });
        }
        // As a host ends an answer that is larger than was allowed.
        server.on(u"GET /api/json"_s, QByteArray("{\"jobs\":[{\"name\":\"a"));
        server.on(u"GET /api/xml"_s, QByteArray("<built><fullName>harbour/quay/feature%2Fround</fullName><fullName>elsewhere</fullName></built>"));
        const auto connected = connection();
        const auto feed = connected->feed(u"builds"_s);
        QVERIFY(server.pull(*feed));
        server.requests.clear();
        QVERIFY(server.pull(*feed));
        QCOMPARE(server.asks(), (QStringList { u"GET /api/json"_s, u"GET /api/xml"_s, u"GET /job/harbour/job/quay/api/json"_s }));
        const QUrlQuery asked(server.requests[1].url);
        QCOMPARE(asked.queryItemValue(u"tree"_s, QUrl::FullyDecoded).count(u"jobs[fullName,lastBuild[timestamp]"_s), 3);
        const QString built = asked.queryItemValue(u"xpath"_s, QUrl::FullyDecoded);
        static const QRegularExpression path(u"^//job\\[lastBuild/timestamp>=(\\d{13})\\]/fullName$"_s);
        QVERIFY2(path.match(built).hasMatch(), qPrintable(built));
        QCOMPARE(asked.queryItemValue(u"wrapper"_s), u"built"_s);
        // Once it is known to be too much, it is not asked for again.
        server.forgetCursors();
        QVERIFY(server.pull(*feed));
        server.requests.clear();
        QVERIFY(server.pull(*feed));
        QCOMPARE(server.asks().mid(0, 1), QStringList { u"GET /api/xml"_s });
        // What is no such answer is no hint, and no failure.
        for (const QByteArray &other : { QByteArray("<html/>"), QByteArray("<built><fullName>a"), QByteArray(), QByteArray("{}") }) {
            server.on(u"GET /api/xml"_s, other);
            server.forgetCursors();
            QVERIFY(server.pull(*feed) && server.pull(*feed));
        }
    }

    void whatIsListedNoMoreIsAskedForByItsNumber()
    {
        const double now = double(QDateTime::currentMSecsSinceEpoch());
        const auto running = [now](int number) {
            QJsonObject one = build(number, QJsonValue(), true);
            one.insert(u"timestamp"_s, now);
            return one;
        };
        const auto branch = [](const QJsonObject &one) { return QJsonArray { QJsonObject { { u"name"_s, u"feature%2Fround"_s }, { u"builds"_s, QJsonArray { one } } } }; };
        HostContext server;
        serve(server, { { u"builds"_s, QJsonArray { running(12), running(11), running(10) } }, { u"jobs"_s, branch(running(3)) } });
        const auto connected = connection();
        const auto feed = connected->feed(u"builds"_s);
        QVERIFY(server.pull(*feed));
        QCOMPARE(runs(server).size(), 4);
        serve(server, { { u"builds"_s, QJsonArray { build(60, u"SUCCESS"_s) } }, { u"jobs"_s, branch(build(20, u"SUCCESS"_s)) } });
        server.on(u"GET "_s + job + u"/12/api/json", build(12, u"ABORTED"_s));
        server.on(u"GET "_s + job + u"/11/api/json", running(11));
        server.on(u"GET "_s + job + u"/job/feature%252Fround/3/api/json", build(3, u"FAILURE"_s));
        server.requests.clear();
        QVERIFY(server.pull(*feed));
        const auto stateOf = [&server](const QString &id) { return BuildRun::fromRecord(server.records.value(u"BuildRun ledger/api#"_s + id)).state; };
        QCOMPARE(stateOf(u"12"_s), BuildState::Cancelled);
        QCOMPARE(stateOf(u"11"_s), BuildState::Running);
        QCOMPARE(stateOf(u"feature%2Fround/3"_s), BuildState::Failed);
        const auto ofBranch = BuildRun::fromRecord(server.records.value(u"BuildRun ledger/api#feature%2Fround/3"_s));
        QCOMPARE(ofBranch.branch, u"feature/round"_s);
        QCOMPARE(ofBranch.pipeline, u"api"_s);
        QVERIFY(!server.records.contains(u"BuildRun ledger/api#10"_s)); // Jenkins deleted it.
        for (const sdk::HttpRequest &request : server.requests)
            QVERIFY(request.url.query().contains("tree="_L1));
        // What has ended is not asked for again.
        server.requests.clear();
        QVERIFY(server.pull(*feed));
        QCOMPARE(server.asks().filter(QRegularExpression(u"/[0-9]+/api/json$"_s)), QStringList { u"GET "_s + job + u"/11/api/json" });
    }

    // Jenkins does not tell the default branch, without which nobody is told that something broke.
    void theDefaultBranchIsFound()
    {
        const auto of = [](int number, const QString &branch, const QString &result = u"SUCCESS"_s) {
            QJsonObject one = build(number, result);
            const auto revision = [](const QString &name) {
                return QJsonObject { { u"lastBuiltRevision"_s, QJsonObject { { u"branch"_s, QJsonArray { QJsonObject { { u"name"_s, name } } } } } } };
            };
            one.insert(u"actions"_s, branch.isEmpty() ? QJsonArray() : QJsonArray { revision(branch), revision(u"library"_s) });
            return one;
        };
        const auto read = [](const QJsonObject &served) {
            HostContext server;
            serve(server, served);
            const auto connected = connection();
            QStringList told;
            if (!server.pull(*connected->feed(u"builds"_s)))
                return told;
            for (const BuildRun &run : runs(server))
                told.append(run.id + u' ' + run.branch + (run.isDefaultBranch ? u" default"_s : QString()));
            return told;
        };
        // One job, one branch: that is it, and what failed before the checkout is of it too.
        QCOMPARE(read({ { u"builds"_s, QJsonArray { of(13, {}, u"FAILURE"_s), of(12, u"refs/remotes/origin/release"_s) } } }),
            (QStringList { u"12 release default"_s, u"13 release default"_s }));
        QCOMPARE(read({ { u"builds"_s, QJsonArray { of(12, {}) } } }), QStringList { u"12  default"_s });
        // One that builds whatever it is told to.
        QCOMPARE(read({ { u"builds"_s, QJsonArray { of(13, u"origin/feature"_s), of(12, u"origin/master"_s) } } }), (QStringList { u"12 master default"_s, u"13 feature"_s }));
        QCOMPARE(read({ { u"builds"_s, QJsonArray { of(13, u"origin/feature"_s), of(12, u"origin/other"_s) } } }), (QStringList { u"12 other"_s, u"13 feature"_s }));
        // Of several branches, the first of those that mostly are: "master" may be a leftover.
        const auto branch = [&of](const QString &name) { return QJsonObject { { u"name"_s, name }, { u"builds"_s, QJsonArray { of(1, {}) } } }; };
        QCOMPARE(read({ { u"jobs"_s, QJsonArray { branch(u"master"_s), branch(u"main"_s) } } }), (QStringList { u"main/1 main default"_s, u"master/1 master"_s }));
        QCOMPARE(read({ { u"jobs"_s, QJsonArray { branch(u"develop"_s), branch(u"PR-1"_s) } } }), (QStringList { u"PR-1/1 PR-1"_s, u"develop/1 develop default"_s }));
    }

    // Jenkins lists branches as it likes, and the one that counts may lie behind those that are read.
    void theDefaultBranchOfManyIsAskedFor()
    {
        HostContext server;
        QJsonArray told, names;
        for (int i = 0; i < 60; ++i) {
            const QString name = u"feature-%1"_s.arg(i);
            told.append(QJsonObject { { u"name"_s, name }, { u"builds"_s, QJsonArray { build(1, u"SUCCESS"_s) } } });
            names.append(QJsonObject { { u"name"_s, name } });
        }
        names.append(QJsonObject { { u"name"_s, u"main"_s } });
        serve(server, {});
        server.asked[0].onScreen = true;
        server.on("GET", QString(job + u"/api/json"), [&](const sdk::HttpRequest &request) {
            const bool isOfNames = QUrlQuery(request.url).queryItemValue(u"tree"_s, QUrl::FullyDecoded) == "jobs[name]"_L1;
            return HostContext::Reply { 200, QJsonDocument(QJsonObject { { u"jobs"_s, isOfNames ? names : told } }).toJson() };
        });
        server.on(u"GET "_s + job + u"/job/main/api/json", QJsonObject { { u"name"_s, u"main"_s }, { u"builds"_s, QJsonArray { build(7, u"FAILURE"_s) } } });
        const auto connected = connection();
        const auto feed = connected->feed(u"builds"_s);
        QVERIFY(server.pull(*feed));
        QCOMPARE(server.asks().size(), 3);
        const auto main = BuildRun::fromRecord(server.records.value(u"BuildRun ledger/api#main/7"_s));
        QCOMPARE(main.state, BuildState::Failed);
        QVERIFY(main.isDefaultBranch);
        QCOMPARE(std::ranges::count_if(runs(server), &BuildRun::isDefaultBranch), 1);
        // The name is known from then on.
        server.requests.clear();
        QVERIFY(server.pull(*feed));
        QCOMPARE(server.asks().filter(u"/job/"_s), (QStringList { u"GET "_s + job + u"/api/json", u"GET "_s + job + u"/job/main/api/json" }));
        // One that is gone hides nothing of the others.
        server.on(u"GET "_s + job + u"/job/main/api/json", QByteArray("{}"), 404);
        QVERIFY(server.pull(*feed));
    }

    void whatIsInTheQueueIsTold()
    {
        const auto item = [](qint64 id) {
            return QJsonObject { { u"id"_s, id }, { u"why"_s, u"Waiting for next available executor"_s }, { u"inQueueSince"_s, 1.7e12 + 5000 },
                { u"actions"_s, QJsonArray { QJsonObject { { u"causes"_s, QJsonArray { QJsonObject { { u"_class"_s, u"hudson.triggers.TimerTrigger$TimerTriggerCause"_s } } } } } } } };
        };
        HostContext server;
        serve(server, { { u"nextBuildNumber"_s, 13 }, { u"queueItem"_s, item(77) }, { u"builds"_s, QJsonArray { build(12, u"SUCCESS"_s) } },
            { u"jobs"_s, QJsonArray { QJsonObject { { u"name"_s, u"main"_s }, { u"nextBuildNumber"_s, 4 }, { u"queueItem"_s, item(78) } },
                QJsonObject { { u"name"_s, u"idle"_s }, { u"nextBuildNumber"_s, 9 }, { u"queueItem"_s, QJsonValue() } } } } });
        const auto connected = connection();
        const auto feed = connected->feed(u"builds"_s);
        QVERIFY(server.pull(*feed));
        QCOMPARE(runs(server).size(), 3);
        const auto runOf = [&server](const QString &id) { return BuildRun::fromRecord(server.records.value(u"BuildRun ledger/api#"_s + id)); };
        const BuildRun queued = runOf(u"13"_s);
        QCOMPARE(queued.state, BuildState::Queued);
        QCOMPARE(queued.title, u"Waiting for next available executor"_s);
        QCOMPARE(queued.trigger, u"schedule"_s);
        QCOMPARE(queued.queuedAt.toMSecsSinceEpoch(), 1'700'000'005'000);
        QVERIFY(!queued.startedAt.isValid());
        QVERIFY(runOf(u"main/4"_s).isDefaultBranch);
        // It is taken out by its own number, which is asked for anew.
        server.on(u"POST /queue/cancelItem"_s, QByteArray(), 204);
        QVERIFY(connected->act({ u"cancel"_s, {}, {}, false, queued.toRecord() }, server));
        QCOMPARE(server.requests.back().body, QByteArray("id=77"));
        const QString tree = QUrlQuery(server.requests[server.requests.size() - 2].url).queryItemValue(u"tree"_s, QUrl::FullyDecoded);
        QCOMPARE(tree, u"nextBuildNumber,queueItem[id]"_s);
        // Once it has left the queue unseen, it is not the place of the next one.
        serve(server, { { u"nextBuildNumber"_s, 13 }, { u"queueItem"_s, QJsonValue() } });
        QCOMPARE(connected->act({ u"cancel"_s, {}, {}, false, queued.toRecord() }, server).error().code, ErrorCode::NotFound);
        // It has begun since it was seen, and another one waits: that is left alone.
        serve(server, { { u"nextBuildNumber"_s, 14 }, { u"queueItem"_s, item(79) } });
        server.on(u"POST "_s + job + u"/13/stop", QByteArray(), 302);
        server.requests.clear();
        QVERIFY(connected->act({ u"cancel"_s, {}, {}, false, queued.toRecord() }, server));
        QCOMPARE(server.asks(), (QStringList { u"GET "_s + job + u"/api/json", u"POST "_s + job + u"/13/stop" }));
        // The build comes in its place, with how long it waited.
        QJsonObject begun = build(13, QJsonValue(), true);
        QJsonArray actions = begun.value(u"actions"_s).toArray();
        actions.append(QJsonObject { { u"waitingDurationMillis"_s, 5000 }, { u"blockedDurationMillis"_s, 1000 }, { u"buildableDurationMillis"_s, 30'000 } });
        begun.insert(u"actions"_s, actions);
        server.forgetCursors(); // It was asked for just now.
        serve(server, { { u"nextBuildNumber"_s, 14 }, { u"builds"_s, QJsonArray { begun, build(12, u"SUCCESS"_s) } } });
        QVERIFY(server.pull(*feed));
        QCOMPARE(runOf(u"13"_s).state, BuildState::Running);
        QCOMPARE(runOf(u"13"_s).queuedAt.secsTo(runOf(u"13"_s).startedAt), 36);
    }

    void anInstanceIsObeyed()
    {
        HostContext server;
        serve(server, {});
        server.asked = { { u"component:default/a"_s, { { u"jenkins.io/job-full-name"_s, u"harbour:ledger/api"_s } } },
            { u"component:default/b"_s, { { u"jenkins.io/job-full-name"_s, u"ledger/b"_s } } } };
        const auto named = connectTo({ { u"url"_s, u"https://ci.example.org"_s }, { u"instance"_s, u"harbour"_s } });
        QVERIFY(server.pull(*named->feed(u"builds"_s)));
        QCOMPARE(server.asks(), QStringList { u"GET "_s + job + u"/api/json" });
    }

    void actionsAsk()
    {
        HostContext server;
        serve(server, {});
        const auto connected = connection();
        const auto act = [&](const QString &id, const QJsonObject &values = {}) { return connected->act({ id, {}, values, false, recordOf(u"12"_s) }, server); };
        server.on(u"POST "_s + job + u"/build", QByteArray(), 201);
        server.on(u"POST "_s + job + u"/buildWithParameters", QByteArray(), 201);
        server.on(u"GET "_s + job + u"/12/wfapi/pendingInputActions", QByteArray(R"([{"id":"Ship","message":"Ship it?","inputs":[]}])"));
        server.on(u"POST "_s + job + u"/12/input/Ship/proceedEmpty", QByteArray());
        server.on(u"POST "_s + job + u"/12/input/Ship/abort", QByteArray());
        server.on(u"GET "_s + job + u"/12/api/json", QByteArray(R"({"actions":[{},{"_class":"x"}]})"));
        QVERIFY(act(u"rerun"_s));
        QVERIFY(server.requests.back().url.path().endsWith(u"/build"_s));
        // With what it was started with; a job with parameters refuses the plain way.
        server.on(u"GET "_s + job + u"/12/api/json", QByteArray(R"({"actions":[{"parameters":[{"name":"WHERE","value":"a b&c"},{"name":"DRY","value":true}]}]})"));
        QVERIFY(act(u"rerun"_s));
        QVERIFY(server.requests.back().url.path().endsWith(u"/buildWithParameters"_s));
        QCOMPARE(server.requests.back().body, QByteArray("WHERE=a%20b%26c&DRY=true"));
        QVERIFY(!server.requests.back().url.hasQuery());
        server.on(u"GET "_s + job + u"/12/api/json", QByteArray(R"({"actions":[{"parameters":[{"name":"SECRET"}]}]})"));
        QCOMPARE(act(u"rerun"_s).error().code, ErrorCode::Unsupported);
        QVERIFY(act(u"dispatch"_s, { { u"parameters"_s, u"WHERE=a b&c"_s } }));
        QCOMPARE(server.requests.back().body, QByteArray("WHERE=a%20b%26c"));
        QVERIFY(server.requests.back().headers.contains(sdk::Header { "content-type", "application/x-www-form-urlencoded" }));
        QVERIFY(act(u"approve"_s));
        QVERIFY(act(u"reject"_s));
        QCOMPARE(act(u"cancel"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(act(u"dispatch"_s, { { u"parameters"_s, u"nonsense"_s } }).error().code, ErrorCode::Invalid);
    }

    void theJobSaysWhatItAsksFor()
    {
        HostContext server;
        serve(server, QJsonDocument::fromJson(R"({"property":[{"_class":"x"},{"_class":"hudson.model.ParametersDefinitionProperty","parameterDefinitions":[
            {"_class":"hudson.model.StringParameterDefinition","name":"WHERE","type":"StringParameterDefinition","description":"The quay","defaultParameterValue":{"value":"north"}},
            {"_class":"hudson.model.ChoiceParameterDefinition","name":"HOW","type":"ChoiceParameterDefinition","choices":["fast","slow"],"defaultParameterValue":{"value":"fast"}},
            {"_class":"hudson.model.BooleanParameterDefinition","name":"DRY","type":"BooleanParameterDefinition","defaultParameterValue":{"value":true}},
            {"_class":"hudson.model.PasswordParameterDefinition","name":"PIN","type":"PasswordParameterDefinition","defaultParameterValue":{"value":"<DEFAULT>"}},
            {"_class":"hudson.model.FileParameterDefinition","name":"load","type":"FileParameterDefinition"}]}]})").object());
        const auto connected = connection();
        const auto form = connected->actionForm({ u"dispatch"_s, {}, {}, false, recordOf(u"12"_s) }, server);
        QVERIFY2(form, qPrintable(form ? QString() : form.error().detail));
        using Type = sdk::FormField::Type;
        const sdk::FormField where { u"WHERE"_s, u"WHERE"_s, u"The quay"_s, Type::Text, u"north"_s, {}, false };
        const sdk::FormField how { u"HOW"_s, u"HOW"_s, {}, Type::Choice, u"fast"_s, { u"fast"_s, u"slow"_s }, false };
        const sdk::FormField dry { u"DRY"_s, u"DRY"_s, {}, Type::Boolean, u"true"_s, {}, false };
        const sdk::FormField pin { u"PIN"_s, u"PIN"_s, {}, Type::Secret, QString(), {}, false };
        QVERIFY(*form == (std::vector { where, how, dry, pin }));
        QVERIFY(server.requests.back().url.query().contains("parameterDefinitions"_L1));

        server.on(u"POST "_s + job + u"/build", QByteArray(), 201);
        server.on(u"POST "_s + job + u"/buildWithParameters", QByteArray(), 201);
        const auto dispatch = [&](const QJsonValue &values) {
            return connected->act({ u"dispatch"_s, {}, { { u"parameters"_s, values } }, false, recordOf(u"12"_s) }, server).has_value();
        };
        QVERIFY(dispatch(QJsonObject { { u"PIN"_s, u"12+34"_s }, { u"DRY"_s, false } }));
        QCOMPARE(server.requests.back().body, QByteArray("DRY=false&PIN=12%2B34"));
        QVERIFY(!server.requests.back().url.toString().contains("12+34"_L1)); // Addresses are written down.
        // One that asks refuses to be started without, also where all of it was left empty; one that asks for nothing refuses the other way.
        QVERIFY(dispatch(QJsonObject()));
        QVERIFY(server.requests.back().url.path().endsWith("/buildWithParameters"_L1));
        serve(server, {});
        QVERIFY(dispatch(QJsonObject()));
        QVERIFY(server.requests.back().url.path().endsWith("/build"_L1));
        for (const QByteArray &body : spoilt(R"({"property":[{"parameterDefinitions":[{"name":"A","type":"T","choices":["x"],"defaultParameterValue":{"value":1}}]}]})")) {
            server.on(u"GET "_s + job + u"/api/json", body);
            (void)connected->actionForm({ u"dispatch"_s, {}, {}, false, recordOf(u"12"_s) }, server);
        }
    }

    /// A server in memory answers whatever it was told to: what is asked is held against what Jenkins and its plugins document.
    void everyRequestIsPublished()
    {
        HostContext server;
        serve(server, { { u"jobs"_s, QJsonArray { QJsonObject { { u"name"_s, u"main"_s }, { u"builds"_s, QJsonArray { build(3, u"SUCCESS"_s) } } } } } });
        server.on("POST", u"/.*"_s, "", 201);
        server.on("GET", u"/api/json"_s, R"({"jobs":[]})");
        server.on("GET", u"/me/api/json"_s, R"({"id":"mira"})");
        server.on("GET", u".*/3/api/json"_s, R"({"building":false,"actions":[]})");
        server.on("GET", u".*/3/wfapi/pendingInputActions"_s, R"([{"id":"Ship","inputs":[]}])");
        server.on("GET", u".*/3/logText/progressiveText"_s, "all\n");
        const auto connected = connection();
        QVERIFY(connected->probe(server));
        const auto feed = connected->feed(u"builds"_s);
        for (int pull = 0; pull < 2; ++pull)
            QVERIFY(server.pull(*feed));
        const auto look = [&](const BuildRun &run) {
            const auto detail = connected->buildDetail(run, server); // The Stage View plugin is asked where there is no Blue Ocean.
            QVERIFY(detail);
            for (const QString &id : { u"console"_s, u"blue:9"_s }) {
                domain::BuildJob job;
                job.id = id;
                QVERIFY(connected->buildLog(run, job, 0, [](QByteArrayView) { return true; }, server));
            }
            for (const QString &id : { u"rerun"_s, u"cancel"_s, u"dispatch"_s, u"approve"_s, u"reject"_s })
                QVERIFY2(connected->act({ id, {}, {}, false, run.toRecord() }, server), qPrintable(id));
        };
        server.on("GET", u"/blue/.*/nodes/9/"_s, R"({"id":"9","state":"FINISHED","result":"SUCCESS"})");
        server.on("GET", u"/blue/.*/nodes/9/log/"_s, "one\n");
        look(runs(server).at(0)); // Of a branch.
        look(BuildRun::fromRecord(recordOf(u"3"_s)));
        server.on("GET", u"/blue/.*/nodes/"_s, "[]");
        look(BuildRun::fromRecord(recordOf(u"3"_s)));
        // Folders and branches are as deep as they like.
        static const QRegularExpression jobs(u"(/job/[^/]+)+"_s), pipelines(u"(/pipelines/[^/]+)+"_s);
        QStringList asked;
        for (const QString &ask : server.asks())
            asked.append(QString(ask).replace(jobs, u"/job/x"_s).replace(pipelines, u"/pipelines/x"_s));
        QCOMPARE(notPublished(fileIn(u"jenkins/endpoints.txt"_s), asked, {}), QStringList());
        asked.removeDuplicates();
        QVERIFY2(asked.size() >= 18, qPrintable(asked.join(u'\n')));
        QVERIFY(!notPublished(fileIn(u"jenkins/endpoints.txt"_s), { u"POST /job/x/3/kill"_s }, {}).isEmpty());
    }

    void spoiltAnswersAreHarmless()
    {
        const auto connected = connection();
        for (const QByteArray &body : spoilt(QJsonDocument(QJsonObject { { u"builds"_s, QJsonArray { build(12, u"SUCCESS"_s) } } }).toJson())) {
            HostContext server;
            serve(server, {});
            server.on(u"GET "_s + job + u"/api/json", body);
            server.on(u"GET "_s + job + u"/12/wfapi/describe", body);
            server.on(u"GET "_s + job + u"/12/testReport/api/json", body);
            server.on("GET", u".*/execution/node/.*"_s, body);
            (void)server.pull(*connected->feed(u"builds"_s));
            (void)connected->buildDetail(BuildRun::fromRecord(recordOf(u"12"_s)), server);
            for (const BuildRun &run : runs(server))
                QVERIFY(run.title.size() <= 300);
        }
        // Where something was built is a hint: what it says of jobs that nobody knows, or says wrongly, is nothing.
        for (const QByteArray &body : spoilt(R"({"jobs":[{"name":"ledger","jobs":[{"name":"api","lastBuild":{"timestamp":1700000000000}}]}]})")) {
            HostContext server;
            serve(server, { { u"builds"_s, QJsonArray { build(12, u"SUCCESS"_s) } } });
            server.on(u"GET /api/json"_s, body);
            const auto feed = connected->feed(u"builds"_s);
            for (int pull = 0; pull < 2; ++pull)
                QVERIFY(server.pull(*feed));
            QCOMPARE(server.asks().count(u"GET /api/json"_s), 1);
            QCOMPARE(runs(server).size(), 1);
        }
    }

    // Jenkins' own recordings of its two APIs for stages.
    void recordedTraffic()
    {
        const QDir folder(QStringLiteral(CALLBOARD_SOURCE_DIR "/../shared/peer-data/jenkins"));
        if (!folder.exists())
            QSKIP("SKIPPED: no recorded traffic beside the project (../shared/peer-data/jenkins)");
        const auto read = [&](const QString &name) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
        };
        const auto connected = connection();
        int stages = 0, nodes = 0;
        for (const QString &name : QDir(folder.filePath(u"stage-view"_s)).entryList({ u"getModelData*.json"_s })) {
            for (const QJsonValue run : read(u"stage-view/"_s + name).array()) {
                HostContext server;
                serve(server, {});
                server.on(u"GET "_s + job + u"/12/wfapi/describe", run.toObject());
                const auto detail = connected->buildDetail(BuildRun::fromRecord(recordOf(u"12"_s)), server);
                QVERIFY(detail);
                QCOMPARE(qsizetype(detail->jobs.size()) - 1, run["stages"_L1].toArray().size());
                for (size_t i = 1; i < detail->jobs.size(); ++i, ++stages) {
                    const domain::BuildJob &stage = detail->jobs[i];
                    QVERIFY2(stage.state != BuildState::Unknown, qPrintable(name + u' ' + stage.vendorState));
                    QVERIFY2(stage.startedAt.isValid() || stage.state == BuildState::Skipped, qPrintable(name + u' ' + stage.vendorState));
                }
            }
        }
        for (const QString &name : QDir(folder.filePath(u"blueocean"_s)).entryList({ u"dashboard_json_pipeline-graph*.json"_s })) {
            HostContext server;
            serve(server, {});
            const QJsonArray recorded = read(u"blueocean/"_s + name).array();
            server.on(u"GET /blue/rest/organizations/jenkins/pipelines/ledger/pipelines/api/runs/12/nodes/"_s, recorded);
            const auto detail = connected->buildDetail(BuildRun::fromRecord(recordOf(u"12"_s)), server);
            QVERIFY(detail);
            QCOMPARE(qsizetype(detail->jobs.size()) - 1, recorded.size());
            for (size_t i = 1; i < detail->jobs.size(); ++i)
                QVERIFY2(detail->jobs[i].state != BuildState::Unknown, qPrintable(name + u' ' + detail->jobs[i].name));
            nodes += int(recorded.size());
        }
        qInfo("%d stages, %d nodes", stages, nodes);
        QVERIFY(stages > 10 && nodes > 10);
    }
};

QTEST_GUILESS_MAIN(TestJenkins)
#include "tst_jenkins.moc"
