// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What Bitbucket tells of deployments, and pipelines in the barer of the shapes that its definitions allow.
#include "tests/unit/hosts/hostcontext.h"

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using domain::BuildState;
using domain::Deployment;

namespace {

// Shapes: https://developer.atlassian.com/cloud/bitbucket/rest/api-group-deployments/.
const QByteArray deployments = R"({"page":1,"pagelen":50,"values":[
    {"type":"deployment","uuid":"{d1}","state":{"type":"deployment_state_completed","name":"COMPLETED",
       "status":{"type":"deployment_state_completed_status_successful","name":"SUCCESSFUL"},
      "url":"https:\/\/bitbucket.org/acme/ledger/addon/pipelines/home#!/results/12","started_on":"2026-08-11T11:30:00.1Z",
       "completed_on":"2026-08-11T11:32:00Z"},
     "environment":{"type":"deployment_environment","uuid":"{e1}"},
     "release":{"type":"deployment_release","uuid":"{r1}","name":"#12","url":"https:\/\/bitbucket.org/acme/ledger/commits/9fec",
       "created_on":"2026-08-11T11:28:34Z","commit":{"type":"commit","hash":"9fec847784abb10b2fa567ee63b85bd238955d0e"}}},
    {"type":"deployment","uuid":"{d2}","state":{"type":"deployment_state_completed",
       "status":{"type":"deployment_state_completed_status_failed"},
      "start_date":"2026-08-10T11:30:00Z","completion_date":"2026-08-10T11:31:00Z"},"environment":{"type":"deployment_environment",
       "uuid":"{e2}","name":"Staging"},
     "deployable":{"commit":{"hash":"1fec"}},"release":null},
    {"type":"deployment","uuid":"{d3}","state":{"type":"deployment_state_completed","name":"COMPLETED","status":{"name":"STOPPED"},
       "started_on":"2026-08-09T11:30:00Z"},
     "environment":{"uuid":"{gone}"},"last_update_time":"2026-08-09T11:33:00Z"},
    {"type":"deployment","uuid":"{d4}","state":{"type":"deployment_state_in_progress","name":"IN_PROGRESS",
       "started_on":"2026-08-12T11:30:00Z"},"environment":{"uuid":"{e1}"}},
    {"type":"deployment","uuid":"{d5}","state":{"type":"deployment_state_undeployed","name":"UNDEPLOYED"},"environment":null},
    {"type":"deployment","uuid":"{d6}","state":{"name":"BRAND_NEW"}},
    {"type":"deployment"}]})";
const QByteArray environments = R"({"values":[
    {"type":"deployment_environment","uuid":"{e1}","name":"Production"},{"uuid":"{e2}","name":"Other"}]})";

const QString base = u"/2.0/repositories/acme/ledger"_s;

QByteArray pipeline(const QByteArray &state, const QByteArray &rest = {})
{
    QByteArray list = R"({"values":[{"uuid":"{aaaa}","build_number":12,"created_on":"2026-08-11T11:28:34.085Z","state":STATE REST}]})";
    return list.replace("STATE", state).replace("REST", rest);
}

const QByteArray passed = R"({"name":"COMPLETED","result":{"name":"SUCCESSFUL"}})";

void script(HostContext &host)
{
    host.secrets.insert(u"token"_s, u"ATATTsecret"_s);
    host.entity(u"component:default/ledger"_s, { { u"bitbucket.org/project-slug"_s, u"acme/ledger"_s } }, true);
    host.on("GET", base, R"({"mainbranch":{"name":"main"}})");
    host.on("GET", base + u"/pipelines/"_s, pipeline(passed));
    host.on("GET", base + u"/deployments"_s, deployments);
    host.on("GET", base + u"/environments"_s, environments);
}

std::unique_ptr<sdk::Connection> connection() { return connectTo(QStringLiteral(CALLBOARD_LIBRARY), QJsonObject {}); }

Deployment deploymentOf(const HostContext &host, const QString &id)
{
    return Deployment::fromRecord(host.records.value(u"Deployment acme/ledger#"_s + id));
}

domain::BuildRun theRun(const HostContext &host)
{
    return domain::BuildRun::fromRecord(host.records.value(u"BuildRun acme/ledger#{aaaa}"_s));
}

} // namespace

class TestBitbucketRuns final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void deploymentsAreRead()
    {
        HostContext host;
        script(host);
        const auto bitbucket = connection();
        QVERIFY(host.pull(*bitbucket->feed(u"builds"_s)).has_value());
        QCOMPARE(host.of(domain::recordtype::deployment).size(), 6);
        const Deployment first = deploymentOf(host, u"{d1}"_s);
        QCOMPARE(first.state, BuildState::Passed);
        QCOMPARE(first.environment, u"Production"_s);
        QCOMPARE(first.commit, u"9fec847784abb10b2fa567ee63b85bd238955d0e"_s);
        QCOMPARE(first.entityRefs, QStringList { u"component:default/ledger"_s });
        QCOMPARE(first.finishedAt, QDateTime::fromString(u"2026-08-11T11:32:00Z"_s, Qt::ISODate));
        QVERIFY(first.url.endsWith("/results/12"_L1));
        const Deployment second = deploymentOf(host, u"{d2}"_s); // As the definitions have it.
        QCOMPARE(second.state, BuildState::Failed);
        QCOMPARE(second.environment, u"Staging"_s);
        QCOMPARE(second.commit, u"1fec"_s);
        QCOMPARE(second.createdAt.secsTo(second.finishedAt), 60);
        const Deployment third = deploymentOf(host, u"{d3}"_s);
        QCOMPARE(third.state, BuildState::Cancelled);
        QVERIFY(third.environment.isEmpty());
        QCOMPARE(third.finishedAt, QDateTime::fromString(u"2026-08-09T11:33:00Z"_s, Qt::ISODate));
        QCOMPARE(deploymentOf(host, u"{d4}"_s).state, BuildState::Running);
        QVERIFY(!deploymentOf(host, u"{d4}"_s).finishedAt.isValid());
        QCOMPARE(deploymentOf(host, u"{d5}"_s).state, BuildState::Waiting);
        QCOMPARE(deploymentOf(host, u"{d6}"_s).state, BuildState::Unknown);
        QCOMPARE(notPublished(fileIn(u"bitbucket/endpoints.txt"_s), host.asks(), u"/2.0"_s), QStringList());
    }

    void anIdleRepositoryCostsOneRequest()
    {
        HostContext host;
        script(host);
        const auto bitbucket = connection();
        const auto feed = bitbucket->feed(u"builds"_s);
        const auto asked = [&host] { return host.asks().filter(base); };
        QVERIFY(host.pull(*feed).has_value());
        host.requests.clear();
        QVERIFY(host.pull(*feed).has_value());
        QCOMPARE(asked(), QStringList { u"GET "_s + base + u"/pipelines/"_s });
        // A step that somebody started by hand changes no more than the time that was used.
        host.on("GET", base + u"/pipelines/"_s, pipeline(passed, ",\"build_seconds_used\":90"));
        host.requests.clear();
        QVERIFY(host.pull(*feed).has_value());
        QCOMPARE(asked(), (QStringList { u"GET "_s + base + u"/pipelines/"_s, u"GET "_s + base + u"/deployments"_s })); // Names are known.
        // Where one has just ended, what it deployed may be told a little later.
        const QByteArray now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toLatin1();
        host.on("GET", base + u"/pipelines/"_s, pipeline(passed, ",\"completed_on\":\"" + now + "\""));
        host.requests.clear();
        for (int time = 1; time <= 2; ++time) {
            QVERIFY(host.pull(*feed).has_value());
            QCOMPARE(host.asks().count(u"GET "_s + base + u"/deployments"_s), time);
        }
        // Without a pipeline there is nothing to ask for.
        HostContext empty;
        script(empty);
        empty.on("GET", base + u"/pipelines/"_s, R"({"values":[]})");
        QVERIFY(empty.pull(*bitbucket->feed(u"builds"_s)).has_value());
        QVERIFY(empty.asks().filter(u"/deployments"_s).isEmpty());
    }

    void deploymentsThatCannotBeHadTakeNothingAway()
    {
        for (const int status : { 400, 403, 404, 500 }) {
            HostContext host;
            script(host);
            host.on("GET", base + u"/deployments"_s, R"({"type":"error","error":{"message":"Invalid sort attribute provided"}})", status);
            const auto bitbucket = connection();
            const auto feed = bitbucket->feed(u"builds"_s);
            QVERIFY(host.pull(*feed).has_value());
            QCOMPARE(theRun(host).state, BuildState::Passed);
            QCOMPARE(host.logged.filter(u"deployments"_s).size(), status == 400 || status == 500 ? 1 : 0);
        }
        HostContext host;
        script(host);
        host.on("GET", base + u"/environments"_s, "{}", 403);
        QVERIFY(host.pull(*connection()->feed(u"builds"_s)).has_value());
        QCOMPARE(deploymentOf(host, u"{d1}"_s).state, BuildState::Passed);
    }

    // The definitions require the type of a state, and its name not.
    void statesByTheirTypes_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<QString>("ours");
        QTest::newRow("pending") << QByteArray(R"({"type":"pipeline_state_pending"})") << u"queued"_s;
        QTest::newRow("running") << QByteArray(R"({"type":"pipeline_state_in_progress"})") << u"running"_s;
        QTest::newRow("paused") << QByteArray(R"({"type":"pipeline_state_in_progress",
       "stage":{"type":"pipeline_state_in_progress_paused"}})") << u"waiting"_s;
        QTest::newRow("parsing") << QByteArray(R"({"name":"PARSING","stage":{"name":"PARSING",
       "type":"pipeline_state_parsing_parsing"}})") << u"queued"_s;
        QTest::newRow("passed") << QByteArray(R"({"type":"pipeline_state_completed",
       "result":{"type":"pipeline_state_completed_successful"}})") << u"passed"_s;
        QTest::newRow("errored") << QByteArray(R"({"name":"COMPLETED","result":{"type":"pipeline_state_completed_error",
       "error":{"message":"no file"}}})") << u"errored"_s;
        QTest::newRow("over") << QByteArray(R"({"name":"COMPLETED","type":"pipeline_state_completed"})") << u"unknown"_s;
        QTest::newRow("none") << QByteArray("null") << u"unknown"_s;
    }
    void statesByTheirTypes()
    {
        QFETCH(const QByteArray, state);
        HostContext host;
        script(host);
        const QByteArray without = ",\"completed_on\":null,\"creator\":null,\"trigger\":null,\"target\":null";
        host.on("GET", base + u"/pipelines/"_s, pipeline(state, without));
        QVERIFY(host.pull(*connection()->feed(u"builds"_s)).has_value());
        QTEST(domain::buildStateName(theRun(host).state), "ours");
        QVERIFY(!theRun(host).vendorState.startsWith(u'/'));
    }

    void hostileDeploymentsDoNoHarm()
    {
        const auto bitbucket = connection();
        const QList<std::pair<QString, QByteArray>> answers { { u"/deployments"_s, deployments }, { u"/environments"_s, environments } };
        for (const auto &[path, body] : answers) {
            for (const QByteArray &bad : spoilt(body)) {
                HostContext host;
                script(host);
                host.on("GET", base + path, bad);
                QVERIFY(host.pull(*bitbucket->feed(u"builds"_s)).has_value());
                QCOMPARE(host.of(domain::recordtype::buildRun).size(), 1);
                for (const Deployment &deployment : host.of<Deployment>(domain::recordtype::deployment))
                    QVERIFY(deployment.environment.size() <= 200 && deployment.commit.size() <= 64 && deployment.id.size() <= 100);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestBitbucketRuns)
#include "tst_bitbucketruns.moc"
