// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostcontext.h"

#include "plugins/sdk/hostconnection.h"

#include <QTest>

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using sdk::ErrorCode;
using Identity = sdk::HostApi::Identity;

namespace {

/// A vendor with little of its own.
class Forge final : public sdk::Host {
public:
    explicit Forge(const QJsonObject &settings)
        : sdk::Host(settings, { .web = sdk::hostAddress(settings["url"_L1].toString(), u"https://forge.example.org/git"_s), .api = below,
              .client = clientAt, .identify = bearer,
              .guests = settings["guests"_L1].toBool() ? sdk::HostSignIn::Guests::Welcome : sdk::HostSignIn::Guests::Refused,
              .always = { { "x-forge", "1" } } })
        , m_other(apiAt([](const QUrl &web) { return QUrl(web.toString() + u"/graphql"_s); }, {}))
    {
    }

    sdk::Result<sdk::ProbeReport> probe(sdk::PullContext &context) override
    {
        return person(context).transform([](const QString &who) { return sdk::ProbeReport { who, {}, {}, {} }; });
    }
    sdk::Result<QString> principal(sdk::PullContext &context) override { return person(context); }
    sdk::Result<QString> person(sdk::PullContext &context)
    {
        return m_person.of(api().identity(context), [&]() -> sdk::Result<QString> {
            const auto served = api().json({ .route = u"/user"_s }, context);
            return served ? sdk::Result<QString>((*served)["login"_L1].toString()) : std::unexpected(served.error());
        });
    }
    const sdk::HostApi &other() const { return m_other; }

private:
    static QUrl below(const QUrl &web) { return QUrl(web.toString() + u"/api"_s); }
    static sdk::OAuthClient clientAt(const QUrl &web)
    {
        sdk::OAuthClient client;
        client.token = QUrl(web.toString() + u"/token"_s);
        return client;
    }
    static sdk::Result<Identity> bearer(const QString &token, bool) { return Identity { { "authorization", "Bearer " + token.toLatin1() }, {}, false }; }
    std::vector<sdk::SignInMethod> methods() const override { return way().methods({ u"browser"_s, u"token"_s, u"no client"_s }); }
    QString projectOf(const sdk::AskedEntity &entity) const override { return entity.annotations["example.org/project"_L1].toString(); }

    sdk::HostApi m_other;
    sdk::KnownPerson<QString> m_person;
};

/// Says which of its functions was asked, and with what.
class Builds final : public sdk::HostBuilds<Forge> {
public:
    using HostBuilds::HostBuilds;

    sdk::Result<sdk::ProjectBuilds> builds(const sdk::HostedProject &project, const sdk::ProjectMemory &, sdk::PullContext &) override
    {
        domain::BuildRun run;
        run.id = project.name;
        return sdk::ProjectBuilds { { run }, {}, {} };
    }
    sdk::Result<domain::BuildDetail> buildDetail(const domain::BuildRun &run, sdk::PullContext &) override
    {
        return domain::BuildDetail { run.id, {}, {}, {}, {} };
    }
    sdk::Result<std::vector<domain::BuildCommit>> commitsBetween(const domain::BuildRun &good, const domain::BuildRun &run, sdk::PullContext &) override
    {
        return std::vector { domain::BuildCommit { good.id + u".."_s + run.id, {}, {}, {}, {} } };
    }
    sdk::Result<bool> buildLog(const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
        const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &) override
    {
        return onData(QByteArray(run.id.toLatin1() + '/' + job.id.toLatin1() + '@' + QByteArray::number(from)));
    }
    sdk::Result<sdk::ActionAnswer> act(const sdk::ActionRequest &request, sdk::PullContext &) override
    {
        return sdk::ActionAnswer { u"did "_s + request.actionId, {}, {}, std::nullopt };
    }
    sdk::Result<sdk::Permission> mayAct(const sdk::ActionRequest &request, sdk::PullContext &) override
    {
        return sdk::Permission { false, u"not "_s + request.actionId };
    }
    sdk::Result<std::vector<sdk::FormField>> actionForm(const sdk::ActionRequest &request, sdk::PullContext &) override
    {
        return std::vector { sdk::FormField { .id = request.actionId } };
    }
};

class Reviews final : public sdk::HostFeed<Forge> {
public:
    using HostFeed::HostFeed;
    sdk::Result<void> pull(sdk::PullContext &context) override
    {
        context.log(u"reviews of "_s + m_host.web().host());
        return {};
    }
};

using Connection = sdk::HostConnection<Forge, Builds, Reviews>;

QByteArray authorizationOf(const sdk::HttpRequest &request)
{
    const auto it = std::ranges::find(request.headers, QByteArray("authorization"), &sdk::Header::first);
    return it == request.headers.end() ? QByteArray() : it->second;
}

} // namespace

/// What hosts of builds share: plugins/sdk/host.h and hostconnection.h.
class TestHostConnection final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void allIsForwarded();
    void feedsAreThoseThereAre();
    void requestsGoBelowTheAddress();
    void withoutAnAddressNothingIsAsked();
    void whoWeAreIsAskedOncePerToken();
    void guestsAreUnsigned();
    void aBodyMayBeAList();
};

void TestHostConnection::allIsForwarded()
{
    HostContext context;
    Connection connection({});
    domain::BuildRun good, run;
    good.id = u"1"_s;
    run.id = u"2"_s;
    domain::BuildJob job;
    job.id = u"7"_s;
    QCOMPARE(connection.buildDetail(run, context)->runKey, u"2"_s);
    QCOMPARE(connection.commitsBetween(good, run, context)->front().id, u"1..2"_s);
    QByteArray log;
    QVERIFY(*connection.buildLog(run, job, 40, [&log](QByteArrayView data) { log += data; return true; }, context));
    QCOMPARE(log, "2/7@40");
    QCOMPARE(connection.act({ u"cancel"_s, {}, {} }, context)->summary, u"did cancel"_s);
    QCOMPARE(connection.mayAct({ u"rerun"_s, {}, {} }, context)->reason, u"not rerun"_s);
    QCOMPARE(connection.actionForm({ u"dispatch"_s, {}, {} }, context)->front().id, u"dispatch"_s);
    const auto methods = connection.signInMethods(context);
    QCOMPARE(methods->size(), 2u);
    QCOMPARE(methods->front().id, u"token"_s);
    QCOMPARE(methods->back().unavailable, u"no client"_s);
    context.secrets[u"token"_s] = u"abc"_s;
    context.on(u"GET /git/api/user"_s, QByteArray(R"({"login":"mira"})"));
    QCOMPARE(*connection.principal(context), u"mira"_s);
    QCOMPARE(connection.probe(context)->who, u"mira"_s);
}

void TestHostConnection::feedsAreThoseThereAre()
{
    HostContext context;
    Connection connection({});
    context.entity(u"component:default/shop"_s, { { u"example.org/project"_s, u"acme/shop"_s } });
    context.entity(u"component:default/other"_s, {});
    const auto builds = connection.feed(u"builds"_s);
    QVERIFY(builds);
    QVERIFY(context.pull(*builds));
    const auto runs = context.of<domain::BuildRun>(domain::recordtype::buildRun);
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs[0].project, u"acme/shop"_s);
    QCOMPARE(runs[0].entityRefs, QStringList { u"component:default/shop"_s });
    const auto reviews = connection.feed(u"reviews"_s);
    QVERIFY(reviews);
    QVERIFY(context.pull(*reviews));
    QVERIFY(context.logged.contains(u"reviews of forge.example.org"_s));
    QVERIFY(!connection.feed(u"notices"_s));
    QVERIFY(!connection.feed(u"releases"_s));
    // Whoever has no more than builds.
    sdk::HostConnection<Forge, Builds> alone({});
    QVERIFY(alone.feed(u"builds"_s));
    QVERIFY(!alone.feed(u"reviews"_s));
}

void TestHostConnection::requestsGoBelowTheAddress()
{
    HostContext context;
    context.secrets[u"token"_s] = u"abc"_s;
    const Forge forge({ { u"url"_s, u"http://git.acme.example:3000/forge/"_s } });
    QCOMPARE(forge.web(), QUrl(u"http://git.acme.example:3000/forge"_s));
    QVERIFY(forge.api().answerTo({ .route = u"/runs"_s }, context));
    QVERIFY(forge.other().answerTo({ .method = "POST", .route = {} }, context));
    QCOMPARE(context.asks(), QStringList({ u"GET /forge/api/runs"_s, u"POST /forge/graphql"_s }));
    QCOMPARE(authorizationOf(context.requests[0]), "Bearer abc");
    QCOMPARE(authorizationOf(context.requests[1]), "Bearer abc");
    QVERIFY(context.requests[0].headers.contains(sdk::Header("x-forge", "1")));
}

void TestHostConnection::withoutAnAddressNothingIsAsked()
{
    HostContext context;
    context.secrets[u"token"_s] = u"abc"_s;
    context.entity(u"component:default/shop"_s, { { u"example.org/project"_s, u"acme/shop"_s } });
    Forge forge({ { u"url"_s, u"ftp://forge.example.org"_s } });
    QVERIFY(forge.web().isEmpty());
    QVERIFY(forge.projects(context).empty());
    QCOMPARE(forge.api().json({ .route = u"/user"_s }, context).error().code, ErrorCode::Invalid);
    QCOMPARE(forge.other().json({ .route = {} }, context).error().code, ErrorCode::Invalid);
    QCOMPARE(forge.api().text({ .route = u"/log"_s }, 0, [](QByteArrayView) { return true; }, context).error().code, ErrorCode::Invalid);
    QCOMPARE(forge.principal(context).error().code, ErrorCode::Invalid);
    QCOMPARE(forge.signInMethods().error().code, ErrorCode::Invalid);
    QVERIFY(context.requests.empty());
    // Before anybody is asked for a token.
    context.secrets.clear();
    QCOMPARE(forge.probe(context).error().code, ErrorCode::Invalid);
}

void TestHostConnection::whoWeAreIsAskedOncePerToken()
{
    HostContext context;
    context.secrets[u"token"_s] = u"abc"_s;
    Forge forge({});
    // An error is not kept.
    context.on(u"GET /git/api/user"_s, QByteArray("{}"), 503);
    QCOMPARE(forge.person(context).error().code, ErrorCode::Offline);
    context.on("GET", u"/git/api/user"_s, [](const sdk::HttpRequest &request) {
        return HostContext::Reply { .body = R"({"login":")" + authorizationOf(request).mid(7) + R"("})" };
    });
    QCOMPARE(*forge.person(context), u"abc"_s);
    QCOMPARE(*forge.person(context), u"abc"_s);
    QCOMPARE(context.requests.size(), 2u);
    context.secrets[u"token"_s] = u"def"_s;
    QCOMPARE(*forge.person(context), u"def"_s);
    QCOMPARE(*forge.person(context), u"def"_s);
    QCOMPARE(context.requests.size(), 3u);
}

void TestHostConnection::guestsAreUnsigned()
{
    HostContext context;
    const Forge strict({});
    QCOMPARE(strict.api().answerTo({ .route = u"/runs"_s }, context).error().code, ErrorCode::Unauthorised);
    QVERIFY(context.requests.empty());
    const Forge open({ { u"guests"_s, true } });
    QVERIFY(open.api().answerTo({ .route = u"/runs"_s }, context));
    QCOMPARE(authorizationOf(context.requests.back()), QByteArray());
    context.secrets[u"token"_s] = u"abc"_s;
    QVERIFY(open.api().answerTo({ .route = u"/runs"_s }, context));
    QCOMPARE(authorizationOf(context.requests.back()), "Bearer abc");
}

void TestHostConnection::aBodyMayBeAList()
{
    HostContext context;
    const Forge open({ { u"guests"_s, true } });
    QVERIFY(open.api().answerTo({ .method = "PATCH", .route = u"/approvals"_s, .body = QJsonArray { QJsonObject { { u"id"_s, 1 } } } }, context));
    QCOMPARE(context.requests.back().body, R"([{"id":1}])");
    QVERIFY(open.api().answerTo({ .method = "PUT", .route = u"/approvals"_s, .body = QJsonObject {} }, context));
    QCOMPARE(context.requests.back().body, "{}");
}

QTEST_GUILESS_MAIN(TestHostConnection)
#include "tst_hostconnection.moc"
