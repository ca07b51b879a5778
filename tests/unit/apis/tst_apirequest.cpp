// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apis/request.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard::apis;

namespace {

ApiDefinition refunds()
{
    QFile opened(QStringLiteral(CALLBOARD_API_DATA "/refunds.openapi.yaml"));
    if (!opened.open(QIODevice::ReadOnly))
        qFatal("there is no %s", qPrintable(opened.fileName()));
    return parseApi(u"openapi"_s, opened.readAll()).value();
}

RequestField &field(RequestForm &form, const QString &name)
{
    for (RequestField &one : form.fields) {
        if (one.name == name)
            return one;
    }
    qFatal("there is no field %s", qPrintable(name));
}

} // namespace

class TestApiRequest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }
    void fillsInWhatIsKnown();
    void buildsAddresses();
    void asksGraphQl();
    void refuses_data();
    void refuses();
    void neverFillsInCredentials();
    void samplesFollowTheSchema();
    void samplesOfTypesThatNameEachOtherStaySmall();
    void curlIsQuotedForTheShell_data();
    void curlIsQuotedForTheShell();
};

void TestApiRequest::fillsInWhatIsKnown()
{
    const ApiDefinition api = refunds();
    RequestForm form = requestForm(api, *api.find(u"POST /refunds"));
    QCOMPARE(form.method, u"POST"_s);
    QCOMPARE(form.server, u"https://{region}.pay.example.com/v2"_s);
    QCOMPARE(field(form, u"region"_s).value, u"eu"_s);
    QCOMPARE(field(form, u"region"_s).choices, QStringList({ u"eu"_s, u"us"_s }));
    QVERIFY(field(form, u"X-Tenant"_s).required);
    QCOMPARE(QJsonDocument::fromJson(form.body.toUtf8()).object()["payment"_L1].toString(), u"pay_1"_s);
    form = requestForm(api, *api.find(u"GET /refunds"));
    QCOMPARE(field(form, u"state"_s).value, u"open"_s);
    QVERIFY(field(form, u"state"_s).isList);
    QCOMPARE(field(form, u"state"_s).choices.size(), 3);
    QCOMPARE(field(form, u"limit"_s).value, u"20"_s);
    QVERIFY(!field(form, u"limit"_s).isUsed);
}

void TestApiRequest::asksGraphQl()
{
    QFile opened(QStringLiteral(CALLBOARD_API_DATA "/shop.graphql"));
    QVERIFY(opened.open(QIODevice::ReadOnly));
    const ApiDefinition api = parseApi(u"graphql"_s, opened.readAll()).value();
    QVERIFY(canRequest(api, *api.find(u"query product")));
    QVERIFY(!canRequest(api, *api.find(u"type Product")));
    RequestForm form = requestForm(api, *api.find(u"query product"));
    QVERIFY(form.graphQl);
    // graphql-js 16.11 finds no fault in it: validate(schema, parse(query)).
    QCOMPARE(form.graphQl->query,
        u"query product($id: ID!) {\n  product(id: $id) {\n    id\n    name\n    state\n    related {\n      id\n      name\n      state\n"
        "      related {\n        id\n        name\n        state\n        made\n      }\n      made\n    }\n    made\n  }\n}"_s);
    QCOMPARE(QJsonDocument::fromJson(form.graphQl->variables.toUtf8()).object(), (QJsonObject { { u"id"_s, QString() } }));
    QVERIFY(!build(form)); // Nobody has said where its server is.
    form.server = u"https://shop.example.com/graphql"_s;
    auto request = build(form);
    QVERIFY(request);
    QCOMPARE(request->method, u"POST"_s);
    QCOMPARE(request->url.toString(), form.server);
    const QJsonObject body = QJsonDocument::fromJson(request->body).object();
    QCOMPARE(body.keys(), (QStringList { u"query"_s, u"variables"_s }));
    QCOMPARE(body["query"_L1].toString(), form.graphQl->query);
    QVERIFY(asCurl(*request).contains("--data-raw"_L1));
    form.graphQl->variables = u"[1]"_s;
    QVERIFY(!build(form));
    form.graphQl->variables.clear();
    QCOMPARE(QJsonDocument::fromJson(build(form)->body).object().keys(), QStringList(u"query"_s));

    // What is optional is declared and left out; a union is asked for what is in it; a scalar has no fields.
    QCOMPARE(requestForm(api, *api.find(u"query search")).graphQl->query.section(u'\n', 1, 3),
        u"  search(text: $text) {\n    __typename\n    ... on Product {"_s);
    const auto products = requestForm(api, *api.find(u"query products")).graphQl;
    QVERIFY(products->query.startsWith("query products($first: Int, $filter: Filter) {\n  products(first: $first, filter: $filter) {"_L1));
    QVERIFY(products->variables.isEmpty());
    const auto add = requestForm(api, *api.find(u"mutation addProduct")).graphQl;
    QCOMPARE(QJsonDocument::fromJson(add->variables.toUtf8()).object(), (QJsonObject { { u"input"_s, QJsonObject { { u"name"_s, QString() } } } }));
    QCOMPARE(requestForm(api, *api.find(u"mutation drop")).graphQl->query, u"mutation drop($id: ID!) {\n  drop(id: $id)\n}"_s);
}

void TestApiRequest::buildsAddresses()
{
    const ApiDefinition api = refunds();
    RequestForm form = requestForm(api, *api.find(u"GET /refunds"));
    field(form, u"X-Tenant"_s).value = u"acme"_s;
    field(form, u"state"_s).value = u"open, failed"_s;
    field(form, u"state"_s).isUsed = true;
    auto built = build(form);
    QVERIFY(built);
    QCOMPARE(built->url.toEncoded(), "https://eu.pay.example.com/v2/refunds?state=open&state=failed");
    QCOMPARE(built->headers, (std::vector<std::pair<QString, QString>> { { u"X-Tenant"_s, u"acme"_s }, { u"Accept"_s, u"application/json"_s } }));
    // RFC 6570 as OpenAPI uses it: what is reserved is encoded, in a path as well.
    form = requestForm(api, *api.find(u"GET /refunds/{id}"));
    field(form, u"id"_s).value = u"a/b?c#d ä"_s;
    built = build(form);
    QVERIFY(built);
    QCOMPARE(built->url.toEncoded(), "https://eu.pay.example.com/v2/refunds/a%2Fb%3Fc%23d%20%C3%A4");
}

void TestApiRequest::refuses_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("tenant");
    QTest::newRow("no value") << u"https://a.example"_s << QString();
    QTest::newRow("line break in a header") << u"https://a.example"_s << u"a\r\nX-Evil: 1"_s;
    QTest::newRow("no address") << u"/v2"_s << u"a"_s;
    QTest::newRow("file") << u"file:///etc"_s << u"a"_s;
    QTest::newRow("password") << u"https://me:secret@a.example"_s << u"a"_s;
    QTest::newRow("nothing") << QString() << u"a"_s;
}

void TestApiRequest::refuses()
{
    QFETCH(const QString, server);
    QFETCH(const QString, tenant);
    const ApiDefinition api = refunds();
    RequestForm form = requestForm(api, *api.find(u"GET /refunds"));
    form.server = server;
    field(form, u"X-Tenant"_s).value = tenant;
    const auto built = build(form);
    QVERIFY(!built);
    QCOMPARE(built.error().code, callboard::domain::ErrorCode::Invalid);
    QVERIFY(!built.error().detail.contains("secret"_L1));
}

void TestApiRequest::neverFillsInCredentials()
{
    const auto api = parseApi(u"openapi"_s,
        "openapi: 3.0.0\ninfo: {title: a, version: b}\nservers: [{url: 'https://a.example'}]\npaths:\n  /a:\n    get:\n      parameters:\n"
        "        - {name: Authorization, in: header, schema: {type: string}, example: Bearer abc}\n"
        "        - {name: session, in: cookie, schema: {type: string}, example: abc}\n      responses: {}\n")
                         .value();
    const RequestForm form = requestForm(api, api.items.front());
    QVERIFY(form.fields.empty());
    QVERIFY(build(form)->headers.empty());
}

void TestApiRequest::samplesFollowTheSchema()
{
    const ApiDefinition api = refunds();
    const QString body = sampleBody(api, api.find(u"type Refund")->schema);
    const QJsonObject sample = QJsonDocument::fromJson(body.toUtf8()).object();
    QVERIFY2(!sample.isEmpty(), qPrintable(body));
    QCOMPARE(sample["amount"_L1].toObject()["currency"_L1].toString(), u"EUR"_s); // its example
    QCOMPARE(sample["state"_L1].toString(), u"open"_s);
    QVERIFY(!sample.contains("id"_L1)); // is only read
    QVERIFY(body.size() < 20'000); // a circle is cut
}

void TestApiRequest::samplesOfTypesThatNameEachOtherStaySmall()
{
    // Each of twenty types has all twenty as members, needed ones at that, and twice as parts.
    QString text = u"openapi: 3.0.0\ninfo: {title: a, version: b}\npaths: {}\ncomponents:\n  schemas:\n"_s;
    for (int type = 0; type < 20; ++type) {
        QStringList members, names, parts;
        for (int other = 0; other < 20; ++other) {
            names.append(u"m%1"_s.arg(other));
            members.append(u"m%1: {$ref: '#/components/schemas/T%1'}"_s.arg(other));
            parts.append(u"{$ref: '#/components/schemas/P%1'}"_s.arg(other));
        }
        text += u"    T%1: {type: object, required: [%2], properties: {%3}}\n"_s.arg(type).arg(names.join(u", "_s), members.join(u", "_s));
        text += u"    P%1: {allOf: [%2]}\n"_s.arg(type).arg(parts.join(u", "_s));
    }
    const ApiDefinition api = parseApi(u"openapi"_s, text.toUtf8()).value();
    for (const QString &name : { u"type T0"_s, u"type P0"_s }) {
        const Item *item = api.find(name);
        QVERIFY2(item, qPrintable(name));
        const QString body = sampleBody(api, item->schema);
        QVERIFY(QJsonDocument::fromJson(body.toUtf8()).isObject());
        QVERIFY2(body.size() < 100'000, qPrintable(QString::number(body.size())));
    }
}

void TestApiRequest::curlIsQuotedForTheShell_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("plain") << u"abc"_s;
    QTest::newRow("quotes") << u"it's \"quoted\""_s;
    QTest::newRow("shell") << u"$(touch /tmp/evil) `id` ; | & > < \\ ! * ? ~ #"_s;
    QTest::newRow("letters") << u"ä €"_s;
    QTest::newRow("option") << u"-o /tmp/evil"_s;
    QTest::newRow("file") << u"@/etc/passwd"_s;
}

/// The reference is the shell itself.
void TestApiRequest::curlIsQuotedForTheShell()
{
    QFETCH(const QString, value);
    BuiltRequest request { u"POST"_s, QUrl(u"https://a.example/x?y=1&z=2"_s), { { u"X-Value"_s, value } }, value.toUtf8() };
    QProcess shell;
    shell.start(u"/bin/sh"_s, { u"-c"_s, "curl() { printf '%s\\n' \"$@\"; }\n"_L1 + asCurl(request) });
    QVERIFY(shell.waitForFinished());
    QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()).chopped(1).split(u'\n'),
        QStringList({ u"-X"_s, u"POST"_s, u"https://a.example/x?y=1&z=2"_s, u"-H"_s, QString("X-Value: "_L1 + value), u"--data-raw"_s, value }));
}

QTEST_GUILESS_MAIN(TestApiRequest)
#include "tst_apirequest.moc"
