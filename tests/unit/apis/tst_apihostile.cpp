// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apis/definition.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard::apis;

class TestApiHostile final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }
    void isBounded_data();
    void isBounded();
    void tooManyBytesAreRefused();
    void nothingIsFetched();
    void referencesInCircles();
    void cutAnywhere_data();
    void cutAnywhere();
};

void TestApiHostile::isBounded_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("text");
    constexpr int deep = 10'000;
    const QByteArray head = "{\"openapi\":\"3.0.0\",\"info\":{\"title\":\"t\",\"version\":\"1\"},\"paths\":{},\"x\":";
    QTest::newRow("deep JSON") << u"openapi"_s << QByteArray(head + QByteArray("[").repeated(deep));
    QTest::newRow("deep JSON that ends") << u"openapi"_s << QByteArray(head + QByteArray("[").repeated(deep) + QByteArray("]").repeated(deep) + '}');
    QByteArray schema = "{\"openapi\":\"3.0.0\",\"components\":{\"schemas\":{\"A\":";
    QTest::newRow("deep schema") << u"openapi"_s << QByteArray(schema + QByteArray("{\"items\":").repeated(deep) + "{}" + QByteArray("}").repeated(deep) + "}}}");
    QByteArray indented = "openapi: 3.0.0\n";
    for (int i = 0; i < 3000; ++i)
        indented += QByteArray(i, ' ') + "a:\n";
    QTest::newRow("deep YAML") << u"openapi"_s << indented;
    QByteArray aliases = "openapi: 3.0.0\na0: &a0 [x,x,x,x,x,x,x,x,x]\n";
    for (int i = 1; i < 30; ++i)
        aliases += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + QByteArray("*a" + QByteArray::number(i - 1) + ",").repeated(9) + "]\n";
    QTest::newRow("aliases") << u"openapi"_s << aliases;
    QTest::newRow("deep GraphQL list") << u"graphql"_s << QByteArray("type A { x: " + QByteArray("[").repeated(deep));
    QTest::newRow("deep GraphQL value") << u"graphql"_s << QByteArray("input A { x: Int = " + QByteArray("[").repeated(deep));
    QTest::newRow("deep messages") << u"grpc"_s << QByteArray("syntax = \"proto3\";" + QByteArray("message A{").repeated(deep));
    QTest::newRow("deep groups") << u"grpc"_s << QByteArray("message A{" + QByteArray("optional group B = 1 {").repeated(deep));
    QTest::newRow("deep oneofs") << u"grpc"_s << QByteArray("message A{" + QByteArray("oneof b { extend c {").repeated(deep));
    QTest::newRow("deep options") << u"grpc"_s << QByteArray("option a = " + QByteArray("{a: ").repeated(deep));
    QTest::newRow("comments without end") << u"grpc"_s << QByteArray("/*").repeated(deep);
    QTest::newRow("only mistakes") << u"graphql"_s << QByteArray("type }\n").repeated(deep);
    QTest::newRow("only mistakes in protobuf") << u"grpc"_s << QByteArray("message A { x } \n").repeated(deep);
    QTest::newRow("one id") << u"graphql"_s << QByteArray("directive @a on FIELD\n").repeated(100'000);
    QTest::newRow("zeros") << u"openapi"_s << QByteArray(1 << 20, '\0');
    QByteArray broken = "openapi: 3.0.0\n";
    for (int i = 0; i < 20'000; ++i)
        broken += "k" + QByteArray::number(i) + ": 'x\n";
    QTest::newRow("broken YAML") << u"openapi"_s << broken;
    QByteArray everyone = "type Query {\n";
    for (int i = 0; i < 20'000; ++i)
        everyone += " f" + QByteArray::number(i) + ": Query\n";
    QTest::newRow("everything uses one") << u"graphql"_s << QByteArray(everyone + "}\n");
    QByteArray chain = "openapi: 3.0.0\ncomponents:\n  schemas:\n";
    for (int i = 0; i < 20'000; ++i)
        chain += "    S" + QByteArray::number(i) + ": {$ref: '#/components/schemas/S" + QByteArray::number(i + 1) + "'}\n";
    QTest::newRow("long chain of references") << u"openapi"_s << chain;
}

void TestApiHostile::isBounded()
{
    QFETCH(const QString, type);
    QFETCH(const QByteArray, text);
    // Generous: under sanitizers and on a busy machine. What is not bounded takes minutes, or the stack.
    const QDeadlineTimer deadline(20'000);
    const auto api = parseApi(type, text);
    QVERIFY(api);
    QVERIFY(api->problems.size() <= 500);
    for (SchemaId id = 0; id < SchemaId(api->schemas.size()); id += 97)
        QVERIFY(api->typeText(id).size() < 10'000);
    QVERIFY(!deadline.hasExpired());
}

void TestApiHostile::tooManyBytesAreRefused()
{
    ApiLimits limits;
    limits.maxBytes = 1000;
    const auto api = parseApi(u"openapi"_s, QByteArray(1001, ' '), limits);
    QVERIFY(!api);
    QCOMPARE(api.error().code, callboard::domain::ErrorCode::Invalid);
    limits.maxItems = 3;
    QByteArray text = "type A { a: Int }\ntype B { a: Int }\ntype C { a: Int }\ntype D { a: Int }\n";
    const auto few = parseApi(u"graphql"_s, text, limits);
    QCOMPARE(few->items.size(), 3u);
    QVERIFY(few->hasErrors());
    limits.maxSchemas = 2;
    QVERIFY(parseApi(u"graphql"_s, text, limits)->hasErrors());
}

void TestApiHostile::nothingIsFetched()
{
    const auto api = parseApi(u"openapi"_s,
        "openapi: 3.0.0\ninfo: {title: a, version: b}\npaths:\n  /a: {$ref: 'file:///etc/passwd'}\n  /b:\n    get:\n      responses:\n        '200': {$ref: "
        "'https://evil.example/x.yaml#/a'}\n");
    QVERIFY(api);
    QCOMPARE(api->imports, QStringList({ u"file:///etc/passwd"_s, u"https://evil.example/x.yaml#/a"_s }));
    QCOMPARE(api->items.size(), 1u);
}

void TestApiHostile::referencesInCircles()
{
    const auto api = parseApi(u"openapi"_s,
        "openapi: 3.0.0\ninfo: {title: a, version: b}\npaths:\n  /a: {$ref: '#/paths/~1b'}\n  /b: {$ref: '#/paths/~1a'}\ncomponents:\n  schemas:\n"
        "    A: {$ref: '#/components/schemas/B'}\n    B: {$ref: '#/components/schemas/A'}\n    C: {$ref: '#/components/schemas/C'}\n"
        "    D: {$ref: '#/nowhere'}\n");
    QVERIFY(api);
    QVERIFY(api->hasErrors());
    for (const auto &id : { u"type A"_s, u"type B"_s, u"type C"_s, u"type D"_s }) {
        const Item *item = api->find(id);
        QVERIFY(item);
        QVERIFY(api->resolved(item->schema)); // comes back
        api->typeText(item->schema);
    }
}

void TestApiHostile::cutAnywhere_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("file");
    QTest::newRow("openapi") << u"openapi"_s << u"refunds.openapi.yaml"_s;
    QTest::newRow("swagger") << u"openapi"_s << u"ledger.swagger.json"_s;
    QTest::newRow("asyncapi") << u"asyncapi"_s << u"events.asyncapi3.yaml"_s;
    QTest::newRow("graphql") << u"graphql"_s << u"shop.graphql"_s;
    QTest::newRow("protobuf") << u"grpc"_s << u"pay.proto"_s;
    QTest::newRow("mcp") << u"mcp-server"_s << u"tools.mcp.json"_s;
}

/// While somebody writes it, a definition is cut at any place; what was shown before is shown still.
void TestApiHostile::cutAnywhere()
{
    QFETCH(const QString, type);
    QFETCH(const QString, file);
    QFile opened(QStringLiteral(CALLBOARD_API_DATA "/") + file);
    QVERIFY(opened.open(QIODevice::ReadOnly));
    const QByteArray whole = opened.readAll();
    size_t most = 0;
    for (qsizetype length = 0; length <= whole.size(); length += 7) {
        const auto api = parseApi(type, whole.first(length));
        QVERIFY(api);
        most = std::max(most, api->items.size());
        // A cut takes at most what is being written, not what stands before.
        if (api->items.size() + 3 < most)
            QFAIL(qPrintable(u"cut at %1: %2 items after there were %3"_s.arg(length).arg(api->items.size()).arg(most)));
    }
    QVERIFY(most >= 4);
}

QTEST_GUILESS_MAIN(TestApiHostile)
#include "tst_apihostile.moc"
