// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What Azure tells of deployments, which are told by environment, and builds in other shapes than a repository of its own has.
#include "plugins/sdk/projectstate.h"
#include "tests/unit/hosts/hostcontext.h"

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using domain::BuildState;
using domain::Deployment;

namespace {

const QString project = u"/acme/p/_apis/"_s;
const QString base = project + u"build/builds"_s, environmentList = project + u"distributedtask/environments"_s;

QString recordsOf(int environment) { return environmentList + u"/%1/environmentdeploymentrecords"_s.arg(environment); }

// Shapes: https://learn.microsoft.com/rest/api/azure/devops/distributedtask/environmentdeployment-records/list, …/environments/list.
const QByteArray builds = R"({"count":2,"value":[
    {"id":103,"status":"completed","result":"succeeded","queueTime":"2020-08-12T10:06:04Z","startTime":"2020-08-12T10:06:10Z",
       "finishTime":"2020-08-12T10:20:10Z",
     "definition":{"id":12,"name":"CI"},"sourceBranch":"refs/heads/main","sourceVersion":"9fec84","reason":"individualCI"}]})";
const QByteArray environments = R"({"count":2,"value":[
    {"id":1,"name":"production","project":{"id":"p1"}},{"id":2,"name":"staging"},{"name":"of no number"}]})";
const QByteArray production = R"({"count":5,"value":[
    {"id":9,"environmentId":1,"requestIdentifier":"r9","definition":{"id":12,"name":"CI"},"owner":{"id":103,"name":"20200812.1",
       "_links":{"web":{"href":"https:\/\/dev.azure.com/acme/p/_build/results?buildId=103"}}},
     "planType":"Build","stageName":"Ship","jobName":"One","stageAttempt":1,"jobAttempt":1,"result":"succeeded",
       "queueTime":"2020-08-12T10:10:00Z","startTime":"2020-08-12T10:10:10Z","finishTime":"2020-08-12T10:12:10.1234567Z"},
    {"id":8,"definition":{"id":12},"owner":{"id":103},"stageName":"Ship","jobName":"Two","stageAttempt":1,"result":"failed",
       "startTime":"2020-08-12T10:10:05Z","finishTime":"2020-08-12T10:13:10Z"},
    {"id":7,"definition":{"id":12},"owner":{"id":90},"stageName":"Ship","result":"abandoned","startTime":"2020-08-01T10:00:00Z",
       "finishTime":"2020-08-01T10:01:00Z"},
    {"id":6,"definition":{"id":99},"owner":{"id":91},"stageName":"Ship","result":"succeeded","startTime":"2020-08-02T10:00:00Z"},
    {"id":5,"definition":null,"owner":null,"result":"succeeded"}]})";
const QByteArray staging = R"({"value":[
    {"id":4,"definition":{"id":12},"owner":{"id":103},"stageName":"Try","stageAttempt":2,"queueTime":"2020-08-12T10:08:00Z",
       "startTime":"2020-08-12T10:08:10Z","result":null},
    {"id":3,"definition":{"id":12},"owner":{"id":103},"stageName":"Later","queueTime":"2020-08-12T10:08:00Z"}]})";

void script(HostContext &host)
{
    host.secrets.insert(u"token"_s, u"patsecret"_s);
    host.entity(u"component:default/ledger"_s, { { u"dev.azure.com/project-repo"_s, u"p/ledger"_s } }, true);
    host.on("GET", project + u"git/repositories/ledger"_s, R"({"id":"r1","name":"ledger","defaultBranch":"refs/heads/main"})");
    host.on("GET", base, builds);
    host.on("GET", environmentList, environments);
    host.on("GET", recordsOf(1), production);
    host.on("GET", recordsOf(2), staging);
}

std::unique_ptr<sdk::Connection> connection() { return connectTo({ { u"url"_s, u"https://dev.azure.com/acme"_s } }); }

Deployment deploymentOf(const HostContext &host, const QString &id)
{
    return Deployment::fromRecord(host.records.value(u"Deployment p/ledger#"_s + id));
}

} // namespace

class TestAzureRuns final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void deploymentsAreRead()
    {
        HostContext host;
        script(host);
        const auto azure = connection();
        QVERIFY(host.pull(*azure->feed(u"builds"_s)).has_value());
        QCOMPARE(host.of(domain::recordtype::deployment).size(), 4);
        // The jobs of one stage are one deployment, which has failed where one of them has. Another pipeline's is none of this repository.
        const Deployment shipped = deploymentOf(host, u"1/103/Ship/1"_s);
        QCOMPARE(shipped.environment, u"production"_s);
        QCOMPARE(shipped.state, BuildState::Failed);
        QCOMPARE(shipped.commit, u"9fec84"_s);
        QCOMPARE(shipped.createdAt, QDateTime::fromString(u"2020-08-12T10:10:05Z"_s, Qt::ISODate));
        QCOMPARE(shipped.finishedAt, QDateTime::fromString(u"2020-08-12T10:13:10Z"_s, Qt::ISODate));
        QCOMPARE(shipped.url, u"https://dev.azure.com/acme/p/_build/results?buildId=103"_s);
        QCOMPARE(shipped.entityRefs, QStringList { u"component:default/ledger"_s });
        const Deployment older = deploymentOf(host, u"1/90/Ship/1"_s);
        QCOMPARE(older.state, BuildState::Errored);
        QVERIFY(older.commit.isEmpty()); // Its build is listed no more.
        const Deployment running = deploymentOf(host, u"2/103/Try/2"_s);
        QCOMPARE(running.state, BuildState::Running);
        QVERIFY(!running.finishedAt.isValid());
        QCOMPARE(deploymentOf(host, u"2/103/Later/1"_s).state, BuildState::Queued);
        QCOMPARE(notPublished(fileIn(u"azure/endpoints.txt"_s), host.asks(), u"/acme"_s), QStringList());
    }

    void anIdleRepositoryCostsOneRequest()
    {
        HostContext host;
        script(host);
        const auto azure = connection();
        const auto feed = azure->feed(u"builds"_s);
        const auto asked = [&host] { return host.asks().filter(u"environment"_s); };
        QVERIFY(host.pull(*feed).has_value());
        QCOMPARE(asked(), (QStringList { u"GET "_s + environmentList, u"GET "_s + recordsOf(1), u"GET "_s + recordsOf(2) }));
        host.requests.clear();
        QVERIFY(host.pull(*feed).has_value());
        QCOMPARE(asked(), QStringList());
        // A build that changed, long ago: what was asked a moment ago tells of it, too.
        QByteArray changed = builds;
        changed.replace("succeeded", "canceled");
        host.on("GET", base, changed);
        QVERIFY(host.pull(*feed).has_value());
        QCOMPARE(asked(), QStringList());
        // One that has changed just now is asked for, and once more when all of it is recorded.
        const QByteArray now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toLatin1();
        host.on("GET", base, QByteArray(changed).replace("2020-08-12T10:20:10Z", now));
        for (int time = 0; time < 2; ++time) {
            host.requests.clear();
            QVERIFY(host.pull(*feed).has_value());
            QCOMPARE(asked(), (QStringList { u"GET "_s + recordsOf(1), u"GET "_s + recordsOf(2) }));
        }
    }

    // A program that was started anew remembers which environments there are, and not what it asked of them.
    void whatWasDeployedKeepsItsCommit()
    {
        HostContext host;
        script(host);
        QVERIFY(host.pull(*connection()->feed(u"builds"_s)).has_value());
        const QByteArray now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toLatin1();
        QByteArray later = builds;
        host.on("GET", base, later.replace("\"id\":103", "\"id\":150").replace("2020-08-12T10:20:10Z", now));
        host.requests.clear();
        QVERIFY(host.pull(*connection()->feed(u"builds"_s)).has_value());
        QVERIFY(host.asks().contains(u"GET "_s + recordsOf(1)));
        QCOMPARE(deploymentOf(host, u"1/103/Ship/1"_s).commit, u"9fec84"_s);
        QCOMPARE(deploymentOf(host, u"1/103/Ship/1"_s).state, BuildState::Failed);
    }

    // Another entity is of that repository now: so is what was deployed, though nothing happened there.
    void allAreBroughtAnew()
    {
        HostContext host;
        script(host);
        QVERIFY(host.pull(*connection()->feed(u"builds"_s)).has_value());
        host.entity(u"component:default/other"_s, { { u"dev.azure.com/project-repo"_s, u"p/ledger"_s } });
        QVERIFY(host.pull(*connection()->feed(u"builds"_s)).has_value());
        const auto deployments = host.of<Deployment>(domain::recordtype::deployment);
        QCOMPARE(deployments.size(), 4);
        for (const Deployment &deployment : deployments)
            QCOMPARE(deployment.entityRefs.size(), 2);
    }

    // It tells when it began, and nothing of when it came to wait: what it brought somewhere until then is asked for.
    void aBuildThatWaitsHasDeployed()
    {
        HostContext host;
        script(host);
        QByteArray running = builds;
        running.replace(R"("completed","result":"succeeded")", R"("inProgress")").replace("finishTime", "none");
        host.on("GET", base, running);
        host.on("GET", project + u"pipelines/approvals"_s, R"({"value":[]})");
        QVERIFY(host.pull(*connection()->feed(u"builds"_s)).has_value());
        QCOMPARE(deploymentOf(host, u"2/103/Try/2"_s).state, BuildState::Running);
        host.on("GET", project + u"pipelines/approvals"_s, R"({"value":[{"id":"a1","pipeline":{"owner":{"id":103}}}]})");
        QByteArray tried = staging;
        host.on("GET", recordsOf(2), tried.replace("\"result\":null", "\"result\":\"succeeded\",\"finishTime\":\"2020-08-12T10:09:00Z\""));
        const auto azure = connection();
        QVERIFY(host.pull(*azure->feed(u"builds"_s)).has_value());
        QCOMPARE(deploymentOf(host, u"2/103/Try/2"_s).state, BuildState::Passed);
        // It may wait for weeks.
        host.requests.clear();
        QVERIFY(host.pull(*azure->feed(u"builds"_s)).has_value());
        QVERIFY(host.asks().filter(u"environment"_s).isEmpty());
    }

    // Whether one that is listed no more waits for somebody is a second request, which counts as well.
    void whatRunsForDaysIsChargedWhole()
    {
        const auto build = [](int id, const QByteArray &status, int days) -> QByteArray {
            const QByteArray at = QDateTime::currentDateTimeUtc().addDays(-days).toString(Qt::ISODate).toLatin1();
            return "{\"id\":" + QByteArray::number(id) + ",\"status\":\"" + status + "\",\"queueTime\":\"" + at + "\"}";
        };
        const auto listOf = [](const QByteArray &one) -> QByteArray { return "{\"value\":[" + one + "]}"; };
        HostContext host;
        script(host);
        const QString approvals = project + u"pipelines/approvals"_s;
        host.on("GET", approvals, listOf({}));
        host.on("GET", base, listOf(build(103, "inProgress", 3)));
        host.on("GET", base + u"/103"_s, build(103, "inProgress", 3));
        const auto azure = connection();
        const auto feed = azure->feed(u"builds"_s);
        QVERIFY(host.pull(*feed).has_value());
        host.on("GET", base, listOf(build(150, "completed", 1)));
        host.requests.clear();
        QVERIFY(host.pull(*feed).has_value());
        QCOMPARE(host.asks().count(u"GET "_s + base + u"/103"_s), 1);
        QCOMPARE(host.asks().count(u"GET "_s + approvals), 1);
        const double saved = sdk::projectstate::State::load(host.cursor()).saved;
        QVERIFY2(std::abs(saved + 2) < 0.5, qPrintable(QString::number(saved)));
    }

    // Five hundred repositories of one project share its environments.
    void repositoriesShareWhatIsAsked()
    {
        HostContext host;
        script(host);
        for (int i = 0; i < 40; ++i) {
            const QString name = u"s%1"_s.arg(i);
            host.entity(u"component:default/"_s + name, { { u"dev.azure.com/project-repo"_s, QString(u"p/"_s + name) } });
            const QJsonObject repository { { u"id"_s, name }, { u"defaultBranch"_s, u"refs/heads/main"_s } };
            host.on(u"GET "_s + project + u"git/repositories/" + name, repository);
        }
        const auto azure = connection();
        QVERIFY(host.pull(*azure->feed(u"builds"_s)).has_value());
        QCOMPARE(host.asks().filter(u"environment"_s).size(), 3);
        QCOMPARE(host.of(domain::recordtype::deployment).size(), 41 * 4);
    }

    // Where there are many, a few of those that nobody is known to deploy to are asked for at a time.
    void manyEnvironmentsComeInTurn()
    {
        HostContext host;
        script(host);
        QJsonArray many;
        for (int i = 1; i <= 50; ++i)
            many.append(QJsonObject { { u"id"_s, i }, { u"name"_s, u"e%1"_s.arg(i) } });
        host.on("GET", environmentList, QJsonDocument(QJsonObject { { u"value"_s, many } }).toJson());
        const auto azure = connection();
        const auto feed = azure->feed(u"builds"_s);
        QSet<QString> seen;
        for (int pull = 0; pull < 20; ++pull) {
            host.requests.clear();
            QVERIFY(host.pull(*feed).has_value());
            const QStringList asked = host.asks().filter(u"environmentdeploymentrecords"_s);
            QVERIFY2(asked.size() <= 3, qPrintable(asked.join(u'\n')));
            for (const QString &ask : asked) {
                QVERIFY2(!seen.contains(ask), qPrintable(ask));
                seen.insert(ask);
            }
        }
        QCOMPARE(seen.size(), 50);
    }

    void deploymentsThatCannotBeHadTakeNothingAway()
    {
        for (const int status : { 400, 401, 403, 404, 500 }) {
            for (const QString &path : { environmentList, recordsOf(1) }) {
                HostContext host;
                script(host);
                host.on("GET", path, R"({"message":"TF400813"})", status);
                const auto azure = connection();
                const auto feed = azure->feed(u"builds"_s);
                QVERIFY(host.pull(*feed).has_value());
                QCOMPARE(host.of(domain::recordtype::buildRun).size(), 1);
                host.requests.clear();
                QVERIFY(host.pull(*feed).has_value());
                QVERIFY(host.asks().filter(u"environment"_s).isEmpty());
            }
        }
    }

    void buildsOfOtherHosts()
    {
        HostContext host;
        script(host);
        host.on("GET", base, R"({"value":[
            {"id":5,"status":"completed","result":"succeeded","sourceBranch":"refs/pull/7/merge","reason":"pullRequest",
       "triggerInfo":{"pr.number":"7","pr.sourceBranch":"topic/a","pr.title":"Topic"}},
            {"id":4,"status":"completed","result":"none","sourceBranch":null,"reason":"scheduleForced","triggerInfo":null,
       "requestedFor":null,"definition":null,"_links":null,"finishTime":"0001-01-01T00:00:00"},
            {"id":3,"status":"none"},{"status":"completed"}]})");
        QVERIFY(host.pull(*connection()->feed(u"builds"_s)).has_value());
        const auto runOf = [&host](const QString &id) {
            return domain::BuildRun::fromRecord(host.records.value(u"BuildRun p/ledger#"_s + id));
        };
        QCOMPARE(host.of(domain::recordtype::buildRun).size(), 3);
        QCOMPARE(runOf(u"5"_s).branch, u"topic/a"_s);
        QCOMPARE(runOf(u"5"_s).pullRequest, u"7"_s);
        QCOMPARE(runOf(u"4"_s).state, BuildState::Unknown);
        QCOMPARE(runOf(u"4"_s).vendorState, u"completed/none"_s);
        QCOMPARE(runOf(u"4"_s).trigger, u"schedule"_s);
        QVERIFY(!runOf(u"4"_s).finishedAt.isValid());
        QCOMPARE(runOf(u"3"_s).state, BuildState::Unknown);
    }

    void hostileDeploymentsDoNoHarm()
    {
        for (const auto &[path, body] : { std::pair(environmentList, environments), std::pair(recordsOf(1), production) }) {
            for (const QByteArray &bad : spoilt(body)) {
                HostContext host;
                script(host);
                host.on("GET", path, bad);
                QVERIFY(host.pull(*connection()->feed(u"builds"_s)).has_value());
                QCOMPARE(host.of(domain::recordtype::buildRun).size(), 1);
                for (const Deployment &deployment : host.of<Deployment>(domain::recordtype::deployment))
                    QVERIFY(deployment.environment.size() <= 200 && deployment.commit.size() <= 64 && deployment.id.size() <= 1000);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestAzureRuns)
#include "tst_azureruns.moc"
