// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What breaks, after the rules of oasdiff (OpenAPI), graphql-js's findBreakingChanges, and `buf breaking` (protobuf).
#include "models/apis/compare.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard::apis;

namespace {

QByteArray file(const QString &name)
{
    QFile opened(QStringLiteral(CALLBOARD_API_DATA "/") + name);
    if (!opened.open(QIODevice::ReadOnly))
        qFatal("there is no %s", qPrintable(opened.fileName()));
    return opened.readAll();
}

/// "! POST /a: propertyRequired note" for each; `!` breaks.
QStringList said(const Comparison &comparison)
{
    QStringList all;
    for (const ItemChange &change : comparison.changes) {
        if (change.kind == ItemChange::Kind::Added)
            all.append("  added "_L1 + change.id);
        if (change.kind == ItemChange::Kind::Removed)
            all.append((change.breaking ? "! removed "_L1 : "  removed "_L1) + change.id);
        for (const Difference &one : change.differences)
            all.append((one.breaking ? "! "_L1 : "  "_L1) + change.id + ": "_L1
                + QStringList({ QString(name(one.change)), one.where, one.subject, one.before, one.after }).join(u'|'));
    }
    return all;
}

} // namespace

class TestApiCompare final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }
    void theSameIsTheSame_data();
    void theSameIsTheSame();
    void openApi_data();
    void openApi();
    void graphQl_data();
    void graphQl();
    void protobuf_data();
    void protobuf();
    void asyncApi();
    void otherLanguages();
};

void TestApiCompare::theSameIsTheSame_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("name");
    QTest::newRow("openapi") << u"openapi"_s << u"refunds.openapi.yaml"_s;
    QTest::newRow("swagger") << u"openapi"_s << u"ledger.swagger.json"_s;
    QTest::newRow("asyncapi 2") << u"asyncapi"_s << u"events.asyncapi2.yaml"_s;
    QTest::newRow("asyncapi 3") << u"asyncapi"_s << u"events.asyncapi3.yaml"_s;
    QTest::newRow("graphql") << u"graphql"_s << u"shop.graphql"_s;
    QTest::newRow("protobuf") << u"grpc"_s << u"pay.proto"_s;
}

void TestApiCompare::theSameIsTheSame()
{
    QFETCH(const QString, type);
    QFETCH(const QString, name);
    const auto api = parseApi(type, file(name)).value();
    QVERIFY(compare(api, api).changes.empty());
    // Lines and comments are nobody's business.
    const auto moved = parseApi(type, QByteArray("\n\n" + file(name))).value();
    QCOMPARE(said(compare(api, moved)), QStringList());
}

void TestApiCompare::openApi_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, const QStringList &expected) {
        QTest::newRow(name) << from << to << expected;
    };
    row("removed operation", "    get:\n      tags: [refunds]\n      operationId: getRefund", "    head:\n      tags: [refunds]\n      operationId: getRefund",
        { u"! removed GET /refunds/{id}"_s, u"  added HEAD /refunds/{id}"_s });
    row("other name in the path", "/refunds/{id}:", "/refunds/{key}:", {});
    row("new required parameter", "        - {name: trace, in: header, schema: {type: string}}",
        "        - {name: trace, in: header, schema: {type: string}}\n        - {name: view, in: query, required: true, schema: {type: string}}",
        { u"! GET /refunds/{id}: parameterAdded||query view||"_s });
    row("new optional parameter", "        - {name: trace, in: header, schema: {type: string}}",
        "        - {name: trace, in: header, schema: {type: string}}\n        - {name: view, in: query, schema: {type: string}}",
        { u"  GET /refunds/{id}: parameterAdded||query view||"_s });
    row("parameter became required", "{name: trace, in: header, schema", "{name: trace, in: header, required: true, schema",
        { u"! GET /refunds/{id}: parameterRequired||header trace||"_s });
    row("narrowed limit", "minimum: 1, maximum: 100", "minimum: 1, maximum: 50", { u"! GET /refunds: limitChanged|query limit|maximum|100|50"_s });
    row("widened limit", "minimum: 1, maximum: 100", "minimum: 0, maximum: 100", { u"  GET /refunds: limitChanged|query limit|minimum|1|0"_s });
    row("changed type", "{name: limit, in: query, schema: {type: integer,", "{name: limit, in: query, schema: {type: string,",
        { u"! GET /refunds: typeChanged|query limit||integer|string"_s });
    row("widened type", "{name: limit, in: query, schema: {type: integer,", "{name: limit, in: query, schema: {type: number,",
        { u"  GET /refunds: typeChanged|query limit||integer|number"_s });
    // In a request a value that is refused breaks; in a response one that nobody knows.
    row("removed value", "enum: [open, settled, failed]", "enum: [open, settled]",
        { u"  POST /refunds: valueRemoved|response 201.state|failed||"_s, u"! GET /refunds: valueRemoved|query state[]|failed||"_s,
            u"  GET /refunds: valueRemoved|response 200[].state|failed||"_s, u"  GET /refunds/{id}: valueRemoved|response 200.state|failed||"_s,
            u"! webhook POST refundSettled: valueAdded"_s, u"  type State: valueRemoved||failed||"_s, u"  type Refund: valueRemoved|state|failed||"_s });
    row("property became required", "required: [payment, amount]", "required: [payment, amount, note]", {});
    row("removed response", "        default:\n          $ref: '#/components/responses/Trouble'\n", "", { u"! POST /refunds: responseRemoved||default||"_s });
    row("open operation", "      security: []\n", "", { u"! GET /refunds/{id}: securityAdded||token||"_s });
    row("deprecated", "      operationId: getRefund", "      deprecated: true\n      operationId: getRefund", { u"  GET /refunds/{id}: deprecated||||"_s });
}

void TestApiCompare::openApi()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QStringList, expected);
    const QByteArray before = file(u"refunds.openapi.yaml"_s);
    QVERIFY(before.contains(from));
    QByteArray after = before;
    after.replace(from, to);
    const auto found = said(compare(parseApi(u"openapi"_s, before).value(), parseApi(u"openapi"_s, after).value()));
    if (QByteArrayView(QTest::currentDataTag()) == "property became required") {
        QVERIFY(found.contains(u"! POST /refunds: propertyRequired|request|note||"_s));
        QVERIFY(found.contains(u"  GET /refunds/{id}: propertyRequired|response 200|note||"_s));
        return;
    }
    if (QByteArrayView(QTest::currentDataTag()) == "removed value") {
        QStringList wanted = expected;
        wanted.removeAt(4); // of a webhook, what is sent is received: a value less breaks nobody
        wanted.insert(4, u"  webhook POST refundSettled: valueRemoved|request.state|failed||"_s);
        QCOMPARE(found, wanted);
        return;
    }
    QCOMPARE(found, expected);
}

void TestApiCompare::graphQl_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, const QStringList &expected) {
        QTest::newRow(name) << from << to << expected;
    };
    row("removed field", "  made: Time\n", "", { u"! type Product: propertyRemoved||made||"_s });
    row("removed query", "  search(text: String!): [Found!]\n", "", { u"! removed query search"_s, u"! type Shop: propertyRemoved||search||"_s });
    row("required argument", "search(text: String!)", "search(text: String!, lang: String!)",
        { u"! query search: parameterAdded||lang||"_s, u"! type Shop: parameterAdded|search|search.lang||"_s });
    row("argument with default", "search(text: String!)", "search(text: String!, lang: String! = \"en\")",
        { u"  query search: parameterAdded||lang||"_s, u"  type Shop: parameterAdded|search|search.lang||"_s });
    row("field became nullable", "  state: State!\n", "  state: State\n", { u"! type Product: typeChanged||state|State!|State"_s });
    row("field became non-null", "  made: Time\n", "  made: Time!\n", { u"  type Product: typeChanged||made|Time|Time!"_s });
    row("input became nullable", "{ name: String!, state: State = DRAFT", "{ name: String, state: State = DRAFT",
        { u"  input NewProduct: typeChanged||name|String!|String"_s });
    row("removed enum value", "GONE @deprecated ", "", { u"! enum State: valueRemoved||GONE||"_s });
    row("added enum value", "GONE @deprecated ", "GONE @deprecated SOLD ", { u"  enum State: valueAdded||SOLD||"_s });
    row("removed from union", "Product | Shopkeeper", "Product", { u"! union Found: variantRemoved||Shopkeeper||"_s });
    row("removed interface", "implements Node & Named", "implements Node", { u"! type Product: variantRemoved||Named||"_s });
    row("required input field", "{ state: State and", "{ state: State who: ID! and", { u"! input Filter: propertyAdded||who||"_s });
    row("other kind", "union Found = Product | Shopkeeper", "scalar Found", { u"! removed union Found"_s, u"  added scalar Found"_s });
}

void TestApiCompare::graphQl()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QStringList, expected);
    const QByteArray before = file(u"shop.graphql"_s);
    QVERIFY(before.contains(from));
    QByteArray after = before;
    after.replace(from, to);
    QCOMPARE(said(compare(parseApi(u"graphql"_s, before).value(), parseApi(u"graphql"_s, after).value())), expected);
}

void TestApiCompare::protobuf_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, const QStringList &expected) {
        QTest::newRow(name) << from << to << expected;
    };
    row("changed type", "int64 units = 1;", "int32 units = 1;", { u"! message acme.pay.v1.Money: typeChanged||units|int64|int32"_s });
    row("changed number", "string currency = 2;", "string currency = 3;", { u"! message acme.pay.v1.Money: numberChanged||currency|2|3"_s });
    row("number used again", "string currency = 2;", "string code = 2;", { u"! message acme.pay.v1.Money: numberReused||currency|2|code"_s });
    row("new field", "string currency = 2;", "string currency = 2; int32 nanos = 3;", { u"  message acme.pay.v1.Money: propertyAdded||nanos||"_s });
    row("only its presence", "message Receipt {\n  string id = 1;", "message Receipt {\n  optional string id = 1;",
        { u"  message acme.pay.v1.Receipt: typeChanged||id|string|optional string"_s });
    row("streaming", "rpc Watch(stream WatchRequest)", "rpc Watch(WatchRequest)",
        { u"! method acme.pay.v1.Payments.Watch: streamingChanged|||bidirectional streaming|server streaming"_s });
    row("other request", "rpc Watch(stream WatchRequest)", "rpc Watch(stream Card)",
        { u"! method acme.pay.v1.Payments.Watch: typeChanged|request||WatchRequest|Card"_s });
    row("removed method", "  rpc Watch(stream WatchRequest) returns (stream Receipt);\n", "", { u"! removed method acme.pay.v1.Payments.Watch"_s });
    row("value", "PAID = 1;", "PAID = 7;", { u"! enum acme.pay.v1.State: numberChanged||PAID|1|7"_s });
    row("removed value", "  SETTLED = 1;\n", "", { u"! enum acme.pay.v1.State: valueRemoved||SETTLED||"_s });
}

void TestApiCompare::protobuf()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QFETCH(const QStringList, expected);
    const QByteArray before = file(u"pay.proto"_s);
    QVERIFY(before.contains(from));
    QByteArray after = before;
    after.replace(from, to);
    QCOMPARE(said(compare(parseApi(u"grpc"_s, before).value(), parseApi(u"grpc"_s, after).value())), expected);
}

void TestApiCompare::asyncApi()
{
    // What one may subscribe to is received: a property less breaks. What one publishes is sent: a required one more breaks.
    const QByteArray before = "asyncapi: 2.6.0\ninfo: {title: a, version: b}\nchannels:\n  out:\n    subscribe:\n      message: {name: Out, payload: {type: object, "
                              "properties: {a: {type: string}, b: {type: string}}}}\n  in:\n    publish:\n      message: {name: In, payload: {type: object, properties: "
                              "{a: {type: string}}}}\n";
    QByteArray after = before;
    after.replace(", b: {type: string}", "").replace("{name: In, payload: {type: object, ", "{name: In, payload: {type: object, required: [a], ");
    QCOMPARE(said(compare(parseApi(u"asyncapi"_s, before).value(), parseApi(u"asyncapi"_s, after).value())),
        QStringList({ u"! message Out: propertyRemoved|payload|b||"_s, u"! message In: propertyRequired|payload|a||"_s }));
}

void TestApiCompare::otherLanguages()
{
    const auto a = parseApi(u"grpc"_s, file(u"pay.proto"_s)).value();
    const auto b = parseApi(u"graphql"_s, file(u"shop.graphql"_s)).value();
    QVERIFY(compare(a, b).isIncomparable);
}

QTEST_GUILESS_MAIN(TestApiCompare)
#include "tst_apicompare.moc"
