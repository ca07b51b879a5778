// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the integrations of hosts share: addresses and pages.
#include "plugins/sdk/hostapi.h"
#include "plugins/sdk/hostedprojects.h"
#include "plugins/sdk/hostjson.h"
#include "tests/unit/hosts/hostcontext.h"

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;

namespace {

sdk::HostApi anyHost()
{
    const auto nobody = [](sdk::PullContext &, const QByteArray &) { return sdk::HostApi::Identity {}; };
    return sdk::HostApi(QUrl(u"https://git.example.org"_s), nobody);
}

} // namespace

class TestHosts final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void addresses_data();
    void addresses();
    void linksLeadToTheNextPage_data();
    void linksLeadToTheNextPage();
    void listsAreReadToTheirEnd();
    void listsWithoutLinksAreReadToTheirEnd();
    void listsThatNameATokenAreReadToTheirEnd();
    void listsOfServersWithALimitOfTheirOwn();
    void listsWhoseLinkWasTakenAway();
    void listsThatAreBareOrNothing();
    void largestGroupsComeFirst();
    void timesThatAreNone();
    void numbersMayBeText();
};

void TestHosts::addresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("address");
    QTest::newRow("plain") << u"https://git.example.org"_s << u"https://git.example.org"_s;
    QTest::newRow("slash") << u" https://git.example.org/ "_s << u"https://git.example.org"_s;
    QTest::newRow("without a scheme") << u"git.example.org:3000"_s << u"https://git.example.org:3000"_s;
    QTest::newRow("below a path") << u"http://example.org/gitea/?tab=a#b"_s << u"http://example.org/gitea"_s;
    QTest::newRow("nothing") << QString() << u"https://default.example.org"_s;
    QTest::newRow("password") << u"https://me:secret@git.example.org"_s << QString();
    QTest::newRow("file") << u"file:///etc/passwd"_s << QString();
}

void TestHosts::addresses()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, address);
    const auto read = sdk::hostAddress(typed, u"https://default.example.org"_s);
    QCOMPARE(read ? read->toString() : QString(), address);
}

void TestHosts::linksLeadToTheNextPage_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<QString>("query");
    // The first is GitLab's of its own page on pagination, the second a real Gitea's.
    QTest::newRow("gitlab") << QByteArray("<https://gitlab.example.com/api/v4/projects/8/issues/8/notes?page=1&per_page=3>; rel=\"prev\", "
                                          "<https://gitlab.example.com/api/v4/projects/8/issues/8/notes?page=3&per_page=3>; rel=\"next\", "
                                          "<https://gitlab.example.com/api/v4/projects/8/issues/8/notes?page=1&per_page=3>; rel=\"first\"")
                            << u"page=3&per_page=3"_s;
    QTest::newRow("gitea") << QByteArray("<http://127.0.0.1:3300/api/v1/repos/acme/web/issues?limit=2&page=2>; rel=\"next\","
                                         "<http://127.0.0.1:3300/api/v1/repos/acme/web/issues?limit=2&page=3>; rel=\"last\"")
                           << u"limit=2&page=2"_s;
    QTest::newRow("last") << QByteArray("<https://x.example/a?page=1>; rel=\"first\"") << QString();
    QTest::newRow("none") << QByteArray() << QString();
    QTest::newRow("broken") << QByteArray("<<<>; rel=next, rel=\"next\"") << QString();
}

void TestHosts::linksLeadToTheNextPage()
{
    QFETCH(const QByteArray, link);
    QFETCH(const QString, query);
    const auto next = sdk::nextPage({ 200, { { "link", link } }, {} });
    QCOMPARE(next ? next->toString() : QString(), query);
}

void TestHosts::listsAreReadToTheirEnd()
{
    HostContext host;
    host.on("GET", u"/api/items"_s, [](const sdk::HttpRequest &request) {
        const int page = std::max(1, QUrlQuery(request.url).queryItemValue(u"page"_s).toInt());
        HostContext::Reply reply { 200, "[" + QByteArray::number(page * 10) + ',' + QByteArray::number(page * 10 + 1) + "]" };
        if (page < 3) // To another host: only its query counts.
            reply.headers = { { "link", "<https://evil.example/steal?page=" + QByteArray::number(page + 1) + ">; rel=\"next\"" } };
        return reply;
    });
    const sdk::HostApi api(QUrl(u"https://git.example.org/api"_s),
        [](sdk::PullContext &, const QByteArray &) { return sdk::HostApi::Identity { { "authorization", "token t" }, {}, false }; });
    const auto all = api.list({ .route = u"/items"_s }, host, 100);
    QCOMPARE(*all, QJsonArray({ 10, 11, 20, 21, 30, 31 }));
    for (const sdk::HttpRequest &request : host.requests)
        QCOMPARE(request.url.host(), u"git.example.org"_s);
    QCOMPARE(api.list({ .route = u"/items"_s }, host, 3)->size(), 3);
    host.on("GET", u"/api/items"_s, "{\"message\":\"no list\"}");
    QCOMPARE(api.list({ .route = u"/items"_s }, host, 3).error().code, domain::ErrorCode::BadResponse);
    host.stop = true;
    QCOMPARE(api.list({ .route = u"/items"_s }, host, 3).error().code, domain::ErrorCode::Cancelled);
}

void TestHosts::listsWithoutLinksAreReadToTheirEnd()
{
    HostContext host;
    // As Gitea's ListJobs before it wrote links: a page and how many there are in all.
    const auto serve = [&](int there, int total) {
        host.requests.clear();
        host.on("GET", u"/jobs"_s, [there, total](const sdk::HttpRequest &request) {
            const QUrlQuery query(request.url);
            const int page = std::max(1, query.queryItemValue(u"page"_s).toInt()), limit = query.queryItemValue(u"limit"_s).toInt();
            QJsonArray jobs;
            for (int i = (page - 1) * limit; i < std::min(there, page * limit); ++i)
                jobs.append(i);
            return HostContext::Reply { 200, QJsonDocument(QJsonObject { { u"total_count"_s, total }, { u"jobs"_s, jobs } }).toJson() };
        });
        const sdk::HostApi api(QUrl(u"https://git.example.org"_s), [](sdk::PullContext &, const QByteArray &) { return sdk::HostApi::Identity {}; });
        return api.list({ .route = u"/jobs"_s, .query = { { u"limit"_s, u"50"_s } } }, host, 500, u"jobs"_s).value();
    };
    const QJsonArray all = serve(120, 120);
    QCOMPARE(all.size(), 120);
    QCOMPARE(all.last().toInt(), 119);
    QCOMPARE(host.requests.size(), size_t(3));
    QCOMPARE(serve(50, 50).size(), 50);
    QCOMPARE(host.requests.size(), size_t(1));
    // A count that is not true ends with the pages.
    QCOMPARE(serve(70, 1'000'000).size(), 70);
    QCOMPARE(host.requests.size(), size_t(2));
}

// As CircleCI does it: https://circleci.com/docs/api/v2/ (next_page_token, page-token).
void TestHosts::listsThatNameATokenAreReadToTheirEnd()
{
    HostContext host;
    bool isEndless = false;
    host.on("GET", u"/items"_s, [&isEndless](const sdk::HttpRequest &request) {
        const QUrlQuery query(request.url);
        const QString token = query.queryItemValue(u"page-token"_s, QUrl::FullyDecoded);
        const bool isFirst = token.isEmpty();
        const QJsonValue next = isFirst || isEndless ? QJsonValue(u"AARLwwX/+7_ =&x"_s) : QJsonValue();
        const QJsonArray items { isFirst ? u"first"_s : token, query.queryItemValue(u"branch"_s) };
        return HostContext::Reply { 200, QJsonDocument(QJsonObject { { u"items"_s, items }, { u"next_page_token"_s, next } }).toJson() };
    });
    const sdk::HostApi api(QUrl(u"https://ci.example.org"_s), [](sdk::PullContext &, const QByteArray &) { return sdk::HostApi::Identity {}; });
    const sdk::HostAsk ask { .route = u"/items"_s, .query = { { u"branch"_s, u"main"_s } } };
    QCOMPARE(api.list(ask, host, 100, u"items"_s).value(), QJsonArray({ u"first"_s, u"main"_s, u"AARLwwX/+7_ =&x"_s, u"main"_s }));
    QCOMPARE(host.requests.size(), size_t(2));
    // Not further than what is wanted, nor round and round.
    host.requests.clear();
    QCOMPARE(api.list(ask, host, 2, u"items"_s)->size(), 2);
    QCOMPARE(host.requests.size(), size_t(1));
    // Nor behind a page of which is said that it is enough.
    QJsonArray seen;
    const auto goesOn = [&seen](const QJsonArray &page) { return seen = page, false; };
    QCOMPARE(api.list(ask, host, 100, u"items"_s, goesOn).value(), QJsonArray({ u"first"_s, u"main"_s }));
    QCOMPARE(seen, QJsonArray({ u"first"_s, u"main"_s }));
    QCOMPARE(host.requests.size(), size_t(2));
    isEndless = true;
    QCOMPARE(api.list(ask, host, 100, u"items"_s)->size(), 4);
}

// MAX_RESPONSE_ITEMS of a Gitea or Forgejo is less than what is asked for, and nothing but the count says that there is more.
void TestHosts::listsOfServersWithALimitOfTheirOwn()
{
    HostContext host;
    static constexpr int there = 70, ownLimit = 30;
    host.on("GET", u"/runs"_s, [](const sdk::HttpRequest &request) {
        const int page = std::max(1, QUrlQuery(request.url).queryItemValue(u"page"_s).toInt());
        QJsonArray runs;
        for (int i = (page - 1) * ownLimit; i < std::min(there, page * ownLimit); ++i)
            runs.append(i);
        const QJsonObject answer { { u"total_count"_s, there }, { u"workflow_runs"_s, runs } };
        return HostContext::Reply { 200, QJsonDocument(answer).toJson() };
    });
    const sdk::HostApi api = anyHost();
    const sdk::HostAsk ask { .route = u"/runs"_s, .query = { { u"limit"_s, u"50"_s }, { u"page"_s, u"1"_s } } };
    const QJsonArray all = api.list(ask, host, 500, u"workflow_runs"_s).value();
    QCOMPARE(all.size(), there);
    QCOMPARE(all.last().toInt(), there - 1);
    QCOMPARE(host.requests.size(), size_t(3));
    QCOMPARE(api.list(ask, host, 50, u"workflow_runs"_s)->size(), 50);
    QCOMPARE(host.requests.size(), size_t(5));
}

// As https://docs.gitlab.com/api/rest/#other-pagination-headers: x-next-page, empty on the last page.
void TestHosts::listsWhoseLinkWasTakenAway()
{
    HostContext host;
    host.on("GET", u"/jobs"_s, [](const sdk::HttpRequest &request) {
        const int page = std::max(1, QUrlQuery(request.url).queryItemValue(u"page"_s).toInt());
        const QByteArray next = page < 3 ? QByteArray::number(page + 1) : QByteArray();
        return HostContext::Reply { 200, '[' + QByteArray::number(page) + ']', { { "x-next-page", next } } };
    });
    const sdk::HostApi api = anyHost();
    QCOMPARE(api.list({ .route = u"/jobs"_s, .query = { { u"per_page"_s, u"1"_s } } }, host, 100).value(), QJsonArray({ 1, 2, 3 }));
    QCOMPARE(host.requests.back().url.query(), u"per_page=1&page=3"_s);
}

void TestHosts::listsThatAreBareOrNothing()
{
    HostContext host;
    const sdk::HostApi api = anyHost();
    const auto read = [&](const QByteArray &body, const QString &key, int status = 200) {
        host.on("GET", u"/items"_s, body, status);
        return api.list({ .route = u"/items"_s }, host, 10, key);
    };
    QCOMPARE(read("[1,2]", u"jobs"_s)->size(), 2);
    QCOMPARE(read("null\n", {})->size(), 0);
    QCOMPARE(read("null", u"jobs"_s)->size(), 0);
    QCOMPARE(read("{\"jobs\":null}", u"jobs"_s)->size(), 0);
    QCOMPARE(read({}, {}, 204)->size(), 0);
    for (const QByteArray &none : { "{}"_ba, "{\"jobs\":{}}"_ba, "\"text\""_ba, "<html>"_ba, QByteArray() })
        QCOMPARE(read(none, u"jobs"_s).error().code, domain::ErrorCode::BadResponse);
    QCOMPARE(read("{\"jobs\":[1]}", {}).error().code, domain::ErrorCode::BadResponse);
}

void TestHosts::largestGroupsComeFirst()
{
    std::vector<sdk::HostedProject> projects;
    for (const QString &name : { u"acme/a"_s, u"beta/a"_s, u"acme/b"_s, u"/odd"_s, u"zoo/a"_s, u"alone/a"_s })
        projects.push_back({ name, {}, false, false });
    const auto owner = [](const QString &name) { return name.section(u'/', 0, 0); };
    QCOMPARE(sdk::largestGroups(projects, owner, 3), (QStringList { u"acme"_s, u"alone"_s, u"beta"_s }));
    QCOMPARE(sdk::largestGroups({}, owner, 3), QStringList());
}

void TestHosts::timesThatAreNone()
{
    QVERIFY(!sdk::timeOf(u"1970-01-01T00:00:00Z"_s).isValid());
    QVERIFY(!sdk::timeOf(u"0001-01-01T00:00:00Z"_s).isValid());
    QVERIFY(!sdk::timeOf(QJsonValue()).isValid());
    QVERIFY(!sdk::timeOf(12).isValid());
    QCOMPARE(sdk::timeOf(u"2026-08-12T12:06:04.561+02:00"_s), QDateTime::fromString(u"2026-08-12T10:06:04.561Z"_s, Qt::ISODateWithMs));
    // Azure writes seven digits.
    QCOMPARE(sdk::timeOf(u"2026-08-12T10:06:04.5612345Z"_s).toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s), u"2026-08-12 10:06:04.561"_s);
    QCOMPARE(sdk::webUrlOf(u"javascript:alert(1)"_s), QString());
    QCOMPARE(sdk::webUrlOf(u"https://me:x@evil.example/"_s), QString());
}

void TestHosts::numbersMayBeText()
{
    QCOMPARE(sdk::numberOf(12), 12);
    QCOMPARE(sdk::numberOf(u"12"_s), 12);
    QCOMPARE(sdk::numberOf(u"9007199254740993"_s), 9'007'199'254'740'993);
    const QList<QJsonValue> others { QJsonValue(), u"twelve"_s, u""_s, 1.5, QJsonArray { 1 } };
    for (const QJsonValue &none : others)
        QCOMPARE(sdk::numberOf(none, -1), -1);
    QCOMPARE(sdk::countOf(u"3"_s), 3);
    QCOMPARE(sdk::countOf(u"-3"_s), 0);
    QCOMPARE(sdk::realOf(u"30.5"_s).value_or(-1), 30.5);
    QCOMPARE(sdk::realOf(98.29).value_or(-1), 98.29);
    for (const QJsonValue &none : { QJsonValue(), QJsonValue(u""_s), QJsonValue(u"nan"_s), QJsonValue(u"30 %"_s), QJsonValue(true) })
        QVERIFY(!sdk::realOf(none));
}

QTEST_GUILESS_MAIN(TestHosts)
#include "tst_hosts.moc"
