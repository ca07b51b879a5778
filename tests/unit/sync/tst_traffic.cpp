// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which hosts a connection asked, and what that cost today.
#include "models/sync/http/address.h"
#include "models/sync/http/hostgate.h"
#include "models/sync/httpclient.h"
#include "models/sync/traffickeeping.h"
#include "models/sync/wishes.h"
#include "models/sync/workspace.h"
#include "tests/kit/scriptedserver.h"
#include "tests/unit/sync/httpkit.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <future>
#include <thread>

using namespace callboard;
using namespace callboard::sync;
using namespace callboard::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

const QString keptUnder = u"traffic.today"_s;

QString nameOf(const ScriptedServer &server)
{
    return u"127.0.0.1:%1"_s.arg(server.port());
}

HostTraffic of(const std::vector<HostTraffic> &all, const QString &host)
{
    const auto at = std::ranges::find(all, host, &HostTraffic::host);
    return at == all.end() ? HostTraffic {} : *at;
}

QStringList whoAsked(const HttpClient &client, const ScriptedServer &server)
{
    return of(client.traffic(), nameOf(server)).connections;
}

domain::Result<sdk::HttpResponse> get(HttpClient &client, const QString &connectionId, const QUrl &url)
{
    return client.forCall({ .connectionId = connectionId }, Urgency::Background, {})->get(url);
}

HostTraffic counted(const QString &host, qint64 bytes, qint64 requests, const QStringList &connections)
{
    HostTraffic traffic;
    traffic.host = host;
    traffic.bytesToday = bytes;
    traffic.requestsToday = requests;
    traffic.connections = connections;
    return traffic;
}

std::vector<ConnectionInfo> connectionOne()
{
    ConnectionInfo info;
    info.id = u"one"_s;
    return { info };
}

std::unique_ptr<mirror::Mirror> openMirror(const QString &directory)
{
    auto opened = mirror::Mirror::open(directory, {});
    if (!opened)
        qFatal("no mirror: %s", qPrintable(opened.error().detail));
    return std::move(*opened);
}

/// One run of the program, as far as the day's counts go.
struct Run {
    explicit Run(const QString &directory)
        : mirror(openMirror(directory))
        , keeping(http, *mirror)
    {
        keeping.restore(connectionOne());
    }

    const std::unique_ptr<mirror::Mirror> mirror;
    const std::shared_ptr<HttpClient> http = std::make_shared<HttpClient>(HttpClient::Options {});
    TrafficKeeping keeping;
};

qint64 keptRequests(const mirror::Mirror &mirror, const QString &host)
{
    const QJsonObject hosts = mirror.value(keptUnder).toObject().value(u"hosts"_s).toObject();
    return hosts.value(host).toObject().value(u"requests"_s).toInteger();
}

} // namespace

class TestTraffic final : public QObject {
    Q_OBJECT

    static std::unique_ptr<Workspace> open(const QString &directory)
    {
        Workspace::Options options;
        options.directory = directory;
        options.schedule = false;
        options.pluginDirs = { QStringLiteral(FIXTURES) + u"/reader"_s };
        options.secrets = std::make_shared<RunSecrets>();
        auto workspace = Workspace::open(options);
        return workspace ? std::move(*workspace) : nullptr;
    }

private Q_SLOTS:
    void twoHostsOfOneConnection()
    {
        ScriptedServer api([](const Received &) { return Reply::json("{}"); });
        ScriptedServer page([&api](const Received &) { return Reply::redirect(302, api.url(u"/"_s).toEncoded()); });
        ScriptedServer other([](const Received &) { return Reply::json("{}"); });
        HttpClient client({});
        QVERIFY(client.traffic().empty());
        QVERIFY(get(client, u"one"_s, page.url(u"/"_s)));
        QVERIFY(get(client, u"two"_s, other.url(u"/"_s)));
        QCOMPARE(whoAsked(client, page), QStringList { u"one"_s });
        QCOMPARE(whoAsked(client, api), QStringList { u"one"_s });
        QCOMPARE(whoAsked(client, other), QStringList { u"two"_s });
    }

    void twoConnectionsToOneHost()
    {
        ScriptedServer server([](const Received &) { return Reply::json("{}"); });
        HttpClient client({});
        QVERIFY(get(client, {}, server.url(u"/"_s))); // Of nobody: a form that is being tried.
        QVERIFY(whoAsked(client, server).isEmpty());
        QVERIFY(get(client, u"two"_s, server.url(u"/"_s)));
        QVERIFY(get(client, u"one"_s, server.url(u"/"_s)));
        QVERIFY(get(client, u"two"_s, server.url(u"/"_s)));
        QCOMPARE(whoAsked(client, server), (QStringList { u"one"_s, u"two"_s }));
        QCOMPARE(of(client.traffic(), nameOf(server)).requestsToday, 4);
        client.forget(u"one"_s);
        QCOMPARE(whoAsked(client, server), QStringList { u"two"_s });
    }

    /// A port that is the usual one of its scheme is no other host.
    void theUsualPortIsLeftOut()
    {
        QCOMPARE(hostOf(QUrl(u"https://portal.example:443/a"_s)), u"portal.example"_s);
        QCOMPARE(hostOf(QUrl(u"http://portal.example:443/a"_s)), u"portal.example:443"_s);
    }

    void aStreamThatNeverEndsIsKnown()
    {
        ScriptedServer server([](const Received &) { return Reply::stall(); });
        HttpClient client({});
        std::stop_source stop;
        auto streaming = std::async(std::launch::async, [&] {
            const auto http = client.forCall({ .connectionId = u"one"_s }, Urgency::Background, stop.get_token());
            return http->stream({ .url = server.url(u"/"_s) }, [](QByteArrayView) { return true; }, 30s);
        });
        QTRY_COMPARE(whoAsked(client, server), QStringList { u"one"_s });
        stop.request_stop();
        const auto answer = streaming.get();
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Cancelled);
    }

    void fromManyThreads()
    {
        constexpr int connections = 8, hosts = 10;
        HostGate gate;
        {
            std::vector<std::jthread> threads;
            for (int id = 0; id < connections; ++id) {
                threads.emplace_back([&gate, id] {
                    for (int i = 0; i < 1'000; ++i) {
                        const QString host = u"h%1.example"_s.arg(i % hosts);
                        gate.asked(host, u"c-%1"_s.arg(id));
                        gate.count(host, 1, 1);
                    }
                });
            }
            for (int i = 0; i < 200; ++i) {
                gate.forget(u"nobody"_s);
                for (const HostTraffic &host : gate.traffic())
                    QVERIFY(host.connections.size() <= connections);
            }
        }
        const auto all = gate.traffic();
        QCOMPARE(all.size(), size_t(hosts));
        for (const HostTraffic &host : all) {
            QCOMPARE(host.connections.size(), connections);
            QCOMPARE(host.requestsToday, connections * 1'000 / hosts);
        }
    }

    void theDayGoesOnAfterARestart()
    {
        QTemporaryDir folder;
        {
            Run run(folder.path());
            QVERIFY(run.http->traffic().empty());
            run.http->restore({ counted(u"api.example"_s, 1'000, 3, { u"one"_s, u"gone"_s }), counted(u"sent.once.example"_s, 5, 1, {}),
                counted(u"gone.example"_s, 7, 2, { u"gone"_s }) });
            run.keeping.keep();
        }
        const Run run(folder.path());
        QVERIFY(!run.mirror->value(keptUnder).toObject().value(u"hosts"_s).toObject().contains(u"sent.once.example"_s));
        const auto all = run.http->traffic();
        QCOMPARE(all.size(), size_t(1));
        QCOMPARE(all[0], counted(u"api.example"_s, 1'000, 3, { u"one"_s }));
    }

    void yesterdayIsOver()
    {
        QTemporaryDir folder;
        const QJsonObject host { { u"bytes"_s, 1'000 }, { u"requests"_s, 3 }, { u"connections"_s, QJsonArray { u"one"_s } } };
        const QJsonObject hosts { { u"api.example"_s, host } };
        const QJsonObject kept { { u"day"_s, QDate::currentDate().addDays(-1).toString(Qt::ISODate) }, { u"hosts"_s, hosts } };
        QVERIFY(openMirror(folder.path())->setValue(keptUnder, kept));
        Run run(folder.path());
        QVERIFY(run.http->traffic().empty());
        run.keeping.keep();
        QVERIFY(run.mirror->value(keptUnder).toObject().isEmpty());
    }

    void itIsWrittenSeldom()
    {
        QTemporaryDir folder;
        Run run(folder.path());
        const QString api = u"api.example"_s;
        run.http->restore({ counted(api, 10, 1, { u"one"_s }) });
        run.keeping.keepAtTimes();
        QCOMPARE(keptRequests(*run.mirror, api), 1);
        run.http->restore({ counted(api, 10, 1, { u"one"_s }) });
        run.keeping.keepAtTimes(); // Within the minute.
        QCOMPARE(keptRequests(*run.mirror, api), 1);
        run.keeping.keep();
        QCOMPARE(keptRequests(*run.mirror, api), 2);
    }

    /// What the command line tells, with a program that runs and with none.
    void whatIsLeftIsToldWhileItRuns()
    {
        ScriptedServer server([](const Received &) {
            return Reply::answer(200, "[]", { { "X-RateLimit-Limit", "60" }, { "X-RateLimit-Remaining", "41" } });
        });
        QTemporaryDir folder;
        {
            const auto workspace = open(folder.path());
            QVERIFY(workspace);
            QVERIFY(workspace->addConnection(u"reader"_s, u"R"_s, { { u"url"_s, server.url(u"/notes"_s).toString() } }));
            QVERIFY(workspace->waitForIdle(60s));
            const QJsonObject standing = standingOf(*workspace);
            QCOMPARE(standing[u"feeds"][0][u"connection"].toString(), u"reader-1"_s);
            const QJsonObject host = standing[u"hosts"][0].toObject();
            QCOMPARE(host[u"host"].toString(), nameOf(server));
            QCOMPARE(host[u"connections"].toArray(), QJsonArray { u"reader-1"_s });
            QCOMPARE(host[u"requestsLeft"].toInteger(-1), 41);
            QCOMPARE(host[u"requestsToday"].toInteger(), 1);
            QVERIFY(host[u"bytesToday"].toInteger() > 0);
            QVERIFY(!standing[u"paused"].toBool());
            workspace->setAllPaused(true);
            QVERIFY(standingOf(*workspace)[u"paused"].toBool());
        }
        ConnectionInfo info;
        info.id = u"reader-1"_s;
        const QJsonObject kept = keptStanding(*openMirror(folder.path()), { info });
        QVERIFY(kept[u"paused"].toBool());
        QVERIFY(kept[u"feeds"].toArray().isEmpty());
        QVERIFY(kept[u"hosts"][0].toObject().value(u"requestsLeft"_s).isNull());
        QCOMPARE(kept[u"hosts"][0][u"requestsToday"].toInteger(), 1);
        QVERIFY(kept[u"hosts"][0][u"bytesToday"].toInteger() > 0);
    }

    /// The whole road: a pull, the end of the program, its next start, and the end of the connection.
    void aWorkspaceKeepsIt()
    {
        ScriptedServer server([](const Received &) { return Reply::json("[]"); });
        QTemporaryDir folder;
        const QString name = nameOf(server);
        QString id;
        {
            const auto workspace = open(folder.path());
            QVERIFY(workspace);
            const auto added = workspace->addConnection(u"reader"_s, u"R"_s, { { u"url"_s, server.url(u"/notes"_s).toString() } });
            QVERIFY2(added, qPrintable(why(added)));
            id = *added;
            QVERIFY(workspace->waitForIdle(60s));
            QCOMPARE(of(workspace->traffic(), name).requestsToday, 1);
        }
        const auto workspace = open(folder.path());
        QVERIFY(workspace);
        QCOMPARE(of(workspace->traffic(), name).requestsToday, 1);
        QCOMPARE(of(workspace->traffic(), name).connections, QStringList { id });
        workspace->pullNow();
        QVERIFY(workspace->waitForIdle(60s));
        QCOMPARE(of(workspace->traffic(), name).requestsToday, 2);
        QVERIFY(workspace->removeConnection(id));
        QVERIFY(workspace->waitForIdle(60s));
        QVERIFY(of(workspace->traffic(), name).connections.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTraffic)
#include "tst_traffic.moc"
