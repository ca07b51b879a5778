// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The definitions of tests/data/apis, each of which was written for what its specification says.
#include "models/apis/definition.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard::apis;

namespace {

ApiDefinition read(const QString &type, const QString &file)
{
    QFile opened(QStringLiteral(CALLBOARD_API_DATA "/") + file);
    if (!opened.open(QIODevice::ReadOnly))
        qFatal("there is no %s", qPrintable(opened.fileName()));
    return parseApi(type, opened.readAll()).value();
}

QStringList ids(const ApiDefinition &definition)
{
    QStringList all;
    for (const Item &item : definition.items)
        all.append(item.id);
    return all;
}

QString said(const ApiDefinition &definition)
{
    QStringList all;
    for (const Problem &problem : definition.problems)
        all.append(u"%1:%2 %3"_s.arg(problem.at.line).arg(problem.at.column).arg(problem.message));
    return all.join(u'\n');
}

const Property *member(const Schema *schema, const QString &name)
{
    for (const Property &one : schema->properties) {
        if (one.name == name)
            return &one;
    }
    return nullptr;
}

} // namespace

class TestApiDefinitions final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }
    void openApi3();
    void openApiSchemas();
    void swagger2();
    void asyncApi2();
    void asyncApi3();
    void graphQl();
    void graphQlTexts();
    void graphQlOfAServer();
    void graphQlOfAServerTexts();
    void protobuf();
    void mcp();
    void mcpEntity();
    void believesTheText_data();
    void believesTheText();
    void unknownLanguagesAreTexts();
    void listsItems();
    void linksGoThereAndBack();
};

void TestApiDefinitions::openApi3()
{
    const ApiDefinition api = read(u"openapi"_s, u"refunds.openapi.yaml"_s);
    QCOMPARE(said(api), QString());
    QCOMPARE(api.format, ApiFormat::OpenApi);
    QCOMPARE(api.language, u"OpenAPI 3.1.0"_s);
    QCOMPARE(api.title, u"Refunds"_s);
    QCOMPARE(api.version, u"2.4.0"_s);
    QCOMPARE(api.servers.size(), 1u);
    QCOMPARE(api.servers[0].variables[0].choices, QStringList({ u"eu"_s, u"us"_s }));
    QCOMPARE(ids(api),
        QStringList({ u"POST /refunds"_s, u"GET /refunds"_s, u"GET /refunds/{id}"_s, u"webhook POST refundSettled"_s, u"type State"_s, u"type Money"_s,
            u"type NewRefund"_s, u"type Refund"_s, u"type Problem"_s }));
    const Item *post = api.find(u"POST /refunds");
    QVERIFY(post);
    QCOMPARE(post->group, u"refunds"_s);
    QCOMPARE(post->at, (Place { 24, 5 }));
    QCOMPARE(post->parameters.size(), 1u); // of the path, by reference
    QCOMPARE(post->parameters[0].name, u"X-Tenant"_s);
    QVERIFY(post->body.required);
    QCOMPARE(api.typeText(post->body.contents[0].schema), u"NewRefund"_s);
    QCOMPARE(post->body.contents[0].examples[0].summary, u"A few euros"_s);
    QCOMPARE(post->responses.size(), 2u);
    QCOMPARE(post->responses[0].headers[0].name, u"Location"_s);
    QCOMPARE(post->responses[1].description, u"Something is wrong"_s);
    QCOMPARE(post->security.size(), 1u);
    QCOMPARE(post->security[0].parts[0].scheme, u"token"_s);
    QVERIFY(post->uses.contains(u"type Refund"_s));
    QVERIFY(api.find(u"type Refund")->usedBy.contains(u"POST /refunds"_s));
    const Item *list = api.find(u"GET /refunds");
    QVERIFY(list->deprecated);
    QCOMPARE(list->parameters.size(), 3u);
    QCOMPARE(api.typeText(list->parameters[1].schema), u"array of State"_s);
    QCOMPARE(api.schemas[size_t(list->parameters[2].schema)].byDefault, u"20"_s);
    QCOMPARE(api.typeText(list->responses[0].contents[0].schema), u"array of Refund"_s);
    QVERIFY(api.find(u"GET /refunds/{id}")->security.empty());
}

void TestApiDefinitions::openApiSchemas()
{
    const ApiDefinition api = read(u"openapi"_s, u"refunds.openapi.yaml"_s);
    const Schema *refund = api.resolved(api.find(u"type Refund")->schema);
    QCOMPARE(refund->allOf.size(), 2u);
    const Schema &own = api.schemas[size_t(refund->allOf[1])];
    // A circle leads back to the same schema.
    QCOMPARE(api.resolved(member(&own, u"replaces"_s)->schema), refund);
    QVERIFY(api.schemas[size_t(member(&own, u"id"_s)->schema)].readOnly);
    QCOMPARE(api.typeText(member(&own, u"labels"_s)->schema), u"map of string"_s);
    const Schema *created = api.resolved(refund->allOf[0]);
    QCOMPARE(created->name, u"NewRefund"_s);
    QVERIFY(created->closed);
    QVERIFY(member(created, u"payment"_s)->required);
    QVERIFY(!member(created, u"note"_s)->required);
    const Schema &note = api.schemas[size_t(member(created, u"note"_s)->schema)];
    QCOMPARE(note.type, u"string"_s);
    QVERIFY(note.nullable);
    QCOMPARE(note.limits, QStringList(u"maxLength 200"_s));
    const Schema *state = api.resolved(api.find(u"type State")->schema);
    QCOMPARE(state->values.size(), 3u);
    QCOMPARE(state->values[1].name, u"settled"_s);
    const Schema *problem = api.resolved(api.find(u"type Problem")->schema);
    QCOMPARE(api.typeText(member(problem, u"cause"_s)->schema), u"string or Problem"_s);
}

void TestApiDefinitions::swagger2()
{
    const ApiDefinition api = read(u"openapi"_s, u"ledger.swagger.json"_s);
    QCOMPARE(said(api), QString());
    QCOMPARE(api.language, u"Swagger 2.0"_s);
    QCOMPARE(api.servers.size(), 2u);
    QCOMPARE(api.servers[0].url, u"https://ledger.example.com/v1"_s);
    QCOMPARE(api.securitySchemes[0].scheme, u"basic"_s);
    QCOMPARE(ids(api), QStringList({ u"GET /accounts/{id}"_s, u"PUT /accounts/{id}"_s, u"POST /import"_s, u"type Account"_s }));
    const Item *get = api.find(u"GET /accounts/{id}");
    QCOMPARE(get->parameters.size(), 2u);
    QVERIFY(get->parameters[1].explode);
    QCOMPARE(api.typeText(get->parameters[1].schema), u"array of string"_s);
    QCOMPARE(get->responses[0].contents[0].mediaType, u"application/json"_s);
    QCOMPARE(get->responses[0].contents[0].examples.size(), 1u);
    const Item *put = api.find(u"PUT /accounts/{id}");
    QVERIFY(put->body.required);
    QCOMPARE(api.typeText(put->body.contents[0].schema), u"Account"_s);
    const Item *post = api.find(u"POST /import");
    QCOMPARE(post->body.contents[0].mediaType, u"multipart/form-data"_s);
    QCOMPARE(api.resolved(post->body.contents[0].schema)->properties.size(), 2u);
    QVERIFY(post->parameters.empty());
}

void TestApiDefinitions::asyncApi2()
{
    const ApiDefinition api = read(u"asyncapi"_s, u"events.asyncapi2.yaml"_s);
    QCOMPARE(said(api), QString());
    QCOMPARE(api.language, u"AsyncAPI 2.6.0"_s);
    QCOMPARE(api.servers[0].protocol, u"kafka"_s);
    QCOMPARE(ids(api),
        QStringList({ u"channel refund/{state}"_s, u"subscribe refund/{state}"_s, u"channel audit"_s, u"publish audit"_s, u"message RefundSettled"_s,
            u"message RefundFailed"_s, u"message Audited"_s, u"type Refund"_s }));
    QCOMPARE(api.find(u"channel refund/{state}")->uses, QStringList({ u"message RefundSettled"_s, u"message RefundFailed"_s }));
    QCOMPARE(api.find(u"channel refund/{state}")->parameters[0].name, u"state"_s);
    QCOMPARE(api.find(u"subscribe refund/{state}")->operationId, u"onRefund"_s);
    const Item *settled = api.find(u"message RefundSettled");
    QCOMPARE(settled->summary, u"A refund was settled"_s);
    QCOMPARE(api.typeText(settled->body.contents[0].schema), u"Refund"_s);
    QCOMPARE(settled->body.contents[0].examples.size(), 1u);
    QVERIFY(settled->uses.contains(u"type Refund"_s));
    QCOMPARE(api.find(u"message Audited")->body.contents[0].mediaType, u"text/plain"_s);
    QCOMPARE(api.find(u"message Audited")->headers.size(), 1u);
}

void TestApiDefinitions::asyncApi3()
{
    const ApiDefinition api = read(u"asyncapi"_s, u"events.asyncapi3.yaml"_s);
    QCOMPARE(said(api), QString());
    QCOMPARE(api.servers[0].url, u"kafka://broker.example.com:9092/pay"_s);
    QCOMPARE(ids(api),
        QStringList({ u"channel pay.refunds.{region}"_s, u"channel pay.audit"_s, u"operation onSettled"_s, u"operation sendAudit"_s,
            u"message RefundSettled"_s, u"message failed"_s, u"message audited"_s, u"type Refund"_s }));
    const Item *received = api.find(u"operation onSettled");
    QCOMPARE(received->action, u"receive"_s);
    QCOMPARE(received->path, u"pay.refunds.{region}"_s);
    QCOMPARE(received->uses, QStringList(u"message RefundSettled"_s));
    QCOMPARE(api.find(u"operation sendAudit")->uses, QStringList(u"message audited"_s)); // all of its channel
}

void TestApiDefinitions::graphQl()
{
    const ApiDefinition api = read(u"graphql"_s, u"shop.graphql"_s);
    QCOMPARE(said(api), QString());
    QCOMPARE(api.description, u"The shop.\n  Indented."_s);
    QCOMPARE(ids(api),
        QStringList({ u"scalar Time"_s, u"interface Node"_s, u"query product"_s, u"query products"_s, u"query search"_s, u"type Shop"_s,
            u"mutation addProduct"_s, u"mutation drop"_s, u"type Changes"_s, u"type Product"_s, u"interface Named"_s, u"union Found"_s, u"type Shopkeeper"_s,
            u"enum State"_s, u"input NewProduct"_s, u"input Filter"_s, u"directive @cost"_s }));
    const Item *products = api.find(u"query products");
    QCOMPARE(api.typeText(products->schema), u"[Product!]!"_s);
    QCOMPARE(products->parameters.size(), 2u);
    QCOMPARE(api.schemas[size_t(products->parameters[0].schema)].byDefault, u"20"_s);
    QCOMPARE(products->uses, QStringList({ u"type Product"_s, u"input Filter"_s }));
    QCOMPARE(api.find(u"query product")->description, u"One product"_s);
    QVERIFY(api.find(u"query product")->parameters[0].required);
    QVERIFY(api.find(u"mutation drop")->deprecated);
    const Schema *product = api.resolved(api.find(u"type Product")->schema);
    QCOMPARE(product->allOf.size(), 2u);
    QCOMPARE(api.resolved(api.find(u"union Found")->schema)->oneOf.size(), 2u);
    QCOMPARE(api.resolved(api.find(u"enum State")->schema)->values[2].deprecated, true);
    const Schema *input = api.resolved(api.find(u"input NewProduct")->schema);
    QVERIFY(member(input, u"name"_s)->required);
    QVERIFY(!member(input, u"state"_s)->required);
    const Schema *keeper = api.resolved(api.find(u"type Shopkeeper")->schema);
    QCOMPARE(keeper->properties.size(), 3u); // one of them by `extend`
    QCOMPARE(api.find(u"type Product")->at.line, 27);
}

// shop.introspection.json is what graphql-js 16.11 answers over shop.graphql.
void TestApiDefinitions::graphQlOfAServer()
{
    const ApiDefinition sdl = read(u"graphql"_s, u"shop.graphql"_s);
    const ApiDefinition api = read(u"graphql"_s, u"shop.introspection.json"_s);
    QCOMPARE(said(api), QString());
    QCOMPARE(api.format, ApiFormat::GraphQl);
    QCOMPARE(api.description, sdl.description);
    const auto sorted = [](QStringList list) {
        list.sort();
        return list;
    };
    QCOMPARE(sorted(ids(api)), sorted(ids(sdl))); // A server lists them in an order of its own.
    const auto typesOf = [](const ApiDefinition &definition, const Schema *schema) {
        QStringList all { schema->type, schema->description };
        for (const Property &one : schema->properties) {
            all.append(one.name + u": "_s + definition.typeText(one.schema) + (one.required ? u" required"_s : QString()) + (one.deprecated ? u" deprecated"_s : QString())
                + definition.schemas[size_t(one.schema)].byDefault + one.description);
            for (const Parameter &argument : one.arguments)
                all.append(one.name + u'(' + argument.name + u": "_s + definition.typeText(argument.schema) + (argument.required ? u" required"_s : QString()));
        }
        for (const EnumValue &value : schema->values)
            all.append(value.name + (value.deprecated ? u" deprecated"_s : QString()));
        for (const SchemaId id : schema->allOf)
            all.append(u"implements "_s + definition.resolved(id)->name);
        for (const SchemaId id : schema->oneOf)
            all.append(u"or "_s + definition.resolved(id)->name);
        return all;
    };
    for (const Item &item : sdl.items) {
        const Item *same = api.find(item.id);
        QVERIFY2(same, qPrintable(item.id));
        QCOMPARE(same->kind, item.kind);
        QCOMPARE(same->description, item.description);
        QCOMPARE(same->deprecated, item.deprecated);
        QCOMPARE(sorted(same->uses), sorted(item.uses));
        QCOMPARE(same->parameters.size(), item.parameters.size());
        for (size_t i = 0; i < item.parameters.size(); ++i)
            QCOMPARE(api.typeText(same->parameters[i].schema), sdl.typeText(item.parameters[i].schema));
        if (item.schema != noSchema)
            QCOMPARE(typesOf(api, api.resolved(same->schema)), typesOf(sdl, sdl.resolved(item.schema)));
    }
    QVERIFY(api.find(u"type Product")->at.line > 1);
    // Where the entity says nothing of its type, and where only what lies in `data` was kept.
    QCOMPARE(parseApi(QString(), R"({"__schema": {"queryType": {"name": "Q"}, "types": [{"kind": "OBJECT", "name": "Q", "fields": []}]}})").value().format, ApiFormat::GraphQl);
}

void TestApiDefinitions::graphQlOfAServerTexts()
{
    // A query that asked for too few levels, a kind that there is not, a name twice, and a text that ends too early.
    auto api = parseApi(u"graphql"_s, R"({"data": {"__schema": {"queryType": {"name": "Q"}, "types": [
        {"kind": "OBJECT", "name": "Q", "fields": [{"name": "a", "args": [], "type": {"kind": "NON_NULL", "ofType": {"kind": "LIST"}}}]},
        {"kind": "ODD", "name": "X"}, {"kind": "SCALAR", "name": "Q"}, 7]}}})").value();
    QCOMPARE(ids(api), QStringList({ u"query a"_s, u"type Q"_s }));
    QCOMPARE(api.typeText(api.find(u"query a")->schema), u"[]!"_s);
    QVERIFY(api.problems.size() >= 4u);
    api = parseApi(u"graphql"_s, R"({"data": {"__schema": {"types": [{"kind": "SCALAR", "name": "Time"}, {"kind)").value();
    QCOMPARE(ids(api), QStringList(u"scalar Time"_s));
    QVERIFY(api.hasErrors());
    // Wrappers without an end are bounded, as all nesting is.
    QByteArray deep = R"({"__schema": {"types": [{"kind": "OBJECT", "name": "Q", "fields": [{"name": "a", "type": )";
    for (int i = 0; i < 50'000; ++i)
        deep += R"({"kind": "LIST", "ofType": )";
    QVERIFY(parseApi(u"graphql"_s, deep).value().hasErrors());
}

void TestApiDefinitions::graphQlTexts()
{
    // One mistake takes only what it is in away.
    const auto api = parseApi(u"graphql"_s, "type A { x: }\ntype B { y: Int type: String }\n}\nenum C { D }\n").value();
    QCOMPARE(ids(api), QStringList({ u"type A"_s, u"type B"_s, u"enum C"_s }));
    QCOMPARE(said(api), u"1:13 A name is missing before `}`\n3:1 `}` begins no definition"_s);
}

void TestApiDefinitions::protobuf()
{
    const ApiDefinition api = read(u"grpc"_s, u"pay.proto"_s);
    QCOMPARE(said(api), QString());
    QCOMPARE(api.language, u"proto3"_s);
    QCOMPARE(api.package, u"acme.pay.v1"_s);
    QCOMPARE(api.imports, QStringList({ u"google/protobuf/timestamp.proto"_s, u"acme/common.proto"_s }));
    QCOMPARE(ids(api),
        QStringList({ u"service acme.pay.v1.Payments"_s, u"method acme.pay.v1.Payments.Charge"_s, u"method acme.pay.v1.Payments.Watch"_s,
            u"method acme.pay.v1.Payments.Old"_s, u"message acme.pay.v1.ChargeRequest"_s, u"message acme.pay.v1.ChargeRequest.Line"_s,
            u"enum acme.pay.v1.ChargeRequest.Line.Kind"_s, u"message acme.pay.v1.Card"_s, u"message acme.pay.v1.Money"_s,
            u"message acme.pay.v1.Receipt"_s, u"message acme.pay.v1.WatchRequest"_s, u"enum acme.pay.v1.State"_s }));
    QCOMPARE(api.find(u"service acme.pay.v1.Payments")->description, u"Takes and gives back money."_s);
    const Item *charge = api.find(u"method acme.pay.v1.Payments.Charge");
    QCOMPARE(charge->name, u"Payments.Charge"_s);
    QCOMPARE(charge->path, u"/acme.pay.v1.Payments/Charge"_s);
    QCOMPARE(charge->action, u"unary"_s);
    QVERIFY(charge->words.contains(u"/v1/charges/{id}"_s));
    QCOMPARE(charge->uses, QStringList({ u"message acme.pay.v1.Receipt"_s, u"message acme.pay.v1.ChargeRequest"_s }));
    QCOMPARE(api.find(u"method acme.pay.v1.Payments.Watch")->action, u"bidirectional streaming"_s);
    QVERIFY(api.find(u"method acme.pay.v1.Payments.Old")->deprecated);
    const Schema *request = api.resolved(api.find(u"message acme.pay.v1.ChargeRequest")->schema);
    QStringList fields;
    for (const Property &field : request->properties)
        fields.append(u"%1=%2 %3"_s.arg(field.name).arg(field.number).arg(api.typeText(field.schema)));
    QCOMPARE(fields,
        QStringList({ u"id=1 string"_s, u"lines=2 repeated Line"_s, u"card_token=3 Card"_s, u"account=5 string"_s, u"totals=6 map<string, Money>"_s,
            u"message=7 optional string"_s, u"at=8 google.protobuf.Timestamp"_s }));
    QCOMPARE(request->properties[2].group, u"how"_s);
    QVERIFY(request->properties[5].deprecated);
    QCOMPARE(api.resolved(request->properties[1].schema)->description, u"One position."_s);
    const Schema *state = api.resolved(api.find(u"enum acme.pay.v1.State")->schema);
    QCOMPARE(state->values.size(), 4u);
    QCOMPARE(state->values[3].number, -1);
    QVERIFY(state->values[3].deprecated);
}

void TestApiDefinitions::mcp()
{
    const ApiDefinition api = read(u"mcp-server"_s, u"tools.mcp.json"_s);
    QCOMPARE(said(api), QString());
    QCOMPARE(ids(api), QStringList({ u"remote https://mcp.example.com/ledger"_s, u"tool find_account"_s, u"tool balance"_s, u"prompt explain"_s }));
    QCOMPARE(api.find(u"remote https://mcp.example.com/ledger")->action, u"streamable-http"_s);
    QCOMPARE(api.resolved(api.find(u"tool find_account")->body.contents[0].schema)->properties.size(), 1u);
    QCOMPARE(api.find(u"tool balance")->responses.size(), 1u);
}

void TestApiDefinitions::mcpEntity()
{
    const QJsonObject spec { { u"type"_s, u"mcp-server"_s },
        { u"remotes"_s, QJsonArray { QJsonObject { { u"type"_s, u"sse"_s }, { u"url"_s, u"https://mcp.example.com/sse"_s } } } } };
    const auto api = parseApi(spec);
    QVERIFY(api);
    QCOMPARE(ids(*api), QStringList(u"remote https://mcp.example.com/sse"_s));
    QVERIFY(definitionText(spec).contains("https://mcp.example.com/sse"_L1));
}

void TestApiDefinitions::believesTheText_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ApiFormat>("format");
    QTest::newRow("asyncapi as openapi") << u"openapi"_s << QByteArray("asyncapi: 2.0.0\ninfo: {title: a, version: b}\nchannels: {}\n") << ApiFormat::AsyncApi;
    QTest::newRow("no type, OpenAPI") << QString() << QByteArray("# x\nopenapi: 3.0.0\npaths: {}\n") << ApiFormat::OpenApi;
    QTest::newRow("no type, JSON") << u"rest"_s << QByteArray("{\n \"swagger\": \"2.0\"}") << ApiFormat::OpenApi;
    QTest::newRow("no type, protobuf") << QString() << QByteArray("syntax = \"proto3\";\nmessage A {}\n") << ApiFormat::Protobuf;
    QTest::newRow("no type, GraphQL") << QString() << QByteArray("type Query { a: Int }\n") << ApiFormat::GraphQl;
}

void TestApiDefinitions::believesTheText()
{
    QFETCH(const QString, type);
    QFETCH(const QByteArray, text);
    QFETCH(const ApiFormat, format);
    QCOMPARE(parseApi(type, text)->format, format);
}

void TestApiDefinitions::unknownLanguagesAreTexts()
{
    const auto api = parseApi(u"trpc"_s, "export type AppRouter = typeof appRouter;\n");
    QVERIFY(api);
    QCOMPARE(api->format, ApiFormat::Unknown);
    QVERIFY(api->items.empty() && api->problems.empty());
}

void TestApiDefinitions::listsItems()
{
    const auto all = items(read(u"openapi"_s, u"refunds.openapi.yaml"_s));
    QCOMPARE(all.size(), 9u);
    QCOMPARE(all[0].title, u"POST /refunds"_s);
    QCOMPARE(all[0].subtitle, u"Give money back"_s);
    QVERIFY(all[0].words.contains(u"createRefund"_s));
    QVERIFY(all[0].words.contains(u"NewRefund"_s));
}

void TestApiDefinitions::linksGoThereAndBack()
{
    const QString link = apiLink(u"api:default/refunds"_s, u"GET /refunds/{id}"_s);
    QCOMPARE(link, u"callboard://api/api:default/refunds#GET%20/refunds/%7Bid%7D"_s);
    const auto address = parseApiLink(link);
    QVERIFY(address);
    QCOMPARE(address->ref, u"api:default/refunds"_s);
    QCOMPARE(address->itemId, u"GET /refunds/{id}"_s);
    QVERIFY(!parseApiLink(u"callboard://entity/api:default/refunds"));
    QVERIFY(!parseApiLink(u"callboard://api/"));
}

QTEST_GUILESS_MAIN(TestApiDefinitions)
#include "tst_apidefinitions.moc"
