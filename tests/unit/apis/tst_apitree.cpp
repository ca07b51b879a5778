// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apis/treereaders.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard::apis;

class TestApiTree final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }
    void keepsTheOrderAndPlaces();
    void jsonMeansTheSameAsQt_data();
    void jsonMeansTheSameAsQt();
    void refusesWhatIsNoJson_data();
    void refusesWhatIsNoJson();
    void keepsWhatStandsBeforeAMistake();
    void mendsBrokenYaml();
    void followsPointers();
    void wideMappingsAreAskedByName();
};

void TestApiTree::keepsTheOrderAndPlaces()
{
    const QByteArray yaml = "zebra: 1\nalpha:\n  - x\n  - {b: 2, a: 3}\nmiddle: {}\n";
    const QByteArray json = "{\"zebra\": 1,\n\"alpha\":\n [\"x\", {\"b\": 2, \"a\": 3}],\n\"middle\": {}}";
    for (const QByteArray &text : { yaml, json }) {
        std::vector<Problem> problems;
        const Tree tree = Tree::read(text, {}, problems);
        QVERIFY(problems.empty());
        QStringList keys;
        for (const Tree::Id child : tree.children(tree.root()))
            keys.append(tree.key(child));
        QCOMPARE(keys, QStringList({ u"zebra"_s, u"alpha"_s, u"middle"_s }));
        QCOMPARE(tree.json(tree.root()), u"{\"zebra\":1,\"alpha\":[\"x\",{\"b\":2,\"a\":3}],\"middle\":{}}"_s);
        QCOMPARE(tree.at(tree.member(tree.root(), "alpha"_L1)), (Place { 2, 1 }));
        QCOMPARE(tree.at(tree.member(tree.root(), "middle"_L1)).line, text == yaml ? 5 : 4);
    }
    // Columns are counted in UTF-16 code units.
    std::vector<Problem> problems;
    const Tree tree = Tree::read("[\"\xC3\xA4\xF0\x9F\x98\x80\", 7]", {}, problems);
    QCOMPARE(tree.at(tree.next(tree.first(tree.root()))), (Place { 1, 9 }));
}

void TestApiTree::jsonMeansTheSameAsQt_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("numbers") << QByteArray("[0, -1, 1.5, 2e3, -0.25E-2]");
    QTest::newRow("words") << QByteArray("[true, false, null]");
    QTest::newRow("escapes") << QByteArray(R"(["\"\\\/\b\f\n\r\t", "\u00e4\uD83D\uDE00"])");
    QTest::newRow("nested") << QByteArray(R"({"a": {"b": [[], {}, [{"c": "d"}]]}, "e": ""})");
    QTest::newRow("space") << QByteArray(" \r\n\t{ \"a\" : [ 1 , 2 ] } \n");
}

void TestApiTree::jsonMeansTheSameAsQt()
{
    QFETCH(const QByteArray, text);
    std::vector<Problem> problems;
    const Tree tree = readJson(text, {}, problems);
    QVERIFY2(problems.empty(), problems.empty() ? "" : qPrintable(problems.front().message));
    const QJsonDocument expected = QJsonDocument::fromJson(text);
    QVERIFY(!expected.isNull());
    QCOMPARE(QJsonDocument::fromJson(tree.json(tree.root()).toUtf8()), expected);
    QCOMPARE(QJsonDocument::fromJson(tree.indentedJson(tree.root()).toUtf8()), expected);
}

void TestApiTree::refusesWhatIsNoJson_data()
{
    // From JSONTestSuite's n_ cases (RFC 8259).
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Place>("at");
    QTest::newRow("trailing comma") << QByteArray("[1,]") << Place { 1, 4 };
    QTest::newRow("no comma") << QByteArray("[1\n 2]") << Place { 2, 2 };
    QTest::newRow("leading zero") << QByteArray("[012]") << Place { 1, 2 };
    QTest::newRow("bare fraction") << QByteArray("[1.]") << Place { 1, 2 };
    QTest::newRow("single quotes") << QByteArray("{'a': 1}") << Place { 1, 2 };
    QTest::newRow("no colon") << QByteArray("{\"a\" 1}") << Place { 1, 6 };
    QTest::newRow("bad escape") << QByteArray("[\"\\x00\"]") << Place { 1, 3 };
    QTest::newRow("line end in string") << QByteArray("[\"a\nb\"]") << Place { 1, 4 };
    QTest::newRow("cut") << QByteArray("{\"a\": [1, 2") << Place { 1, 12 };
    QTest::newRow("two values") << QByteArray("[] []") << Place { 1, 4 };
    QTest::newRow("word") << QByteArray("[nul]") << Place { 1, 2 };
}

void TestApiTree::refusesWhatIsNoJson()
{
    QFETCH(const QByteArray, text);
    QFETCH(const Place, at);
    std::vector<Problem> problems;
    readJson(text, {}, problems);
    QCOMPARE(problems.size(), 1u);
    QCOMPARE(problems.front().at, at);
}

void TestApiTree::keepsWhatStandsBeforeAMistake()
{
    std::vector<Problem> problems;
    const Tree tree = Tree::read("{\"a\": {\"b\": 1}, \"c\": [1, 2, }", {}, problems);
    QCOMPARE(problems.size(), 1u);
    QCOMPARE(tree.json(tree.root()), u"{\"a\":{\"b\":1},\"c\":[1,2]}"_s);
}

void TestApiTree::mendsBrokenYaml()
{
    std::vector<Problem> problems;
    const Tree tree = Tree::read("a: 1\nb: 'no end\nc: 3\nd: [1, 2\ne: 5\n", {}, problems);
    QVERIFY(!problems.empty());
    QCOMPARE(tree.text(tree.root(), "a"_L1), u"1"_s);

    // Numbers that no integer can hold.
    const Tree large = Tree::read("a: 1e300\nb: -1e300\nc: 2e3\nd: 0.5\n", {}, problems);
    QCOMPARE(large.json(large.root()), u"{\"a\":1e+300,\"b\":-1e+300,\"c\":2000,\"d\":0.5}"_s);

    // A key that is there twice takes nothing else away.
    problems.clear();
    const Tree twice = Tree::read("a: 1\nb: 2\na: 3\nc: 4\n", {}, problems);
    QCOMPARE(problems.size(), 1u);
    QCOMPARE(problems.front().at.line, 3);
    QCOMPARE(twice.json(twice.root()), u"{\"a\":1,\"b\":2,\"c\":4}"_s);
}

void TestApiTree::followsPointers()
{
    // RFC 6901, section 5.
    const QByteArray text = R"({"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "m~n": 8})";
    std::vector<Problem> problems;
    const Tree tree = Tree::read(text, {}, problems);
    QCOMPARE(tree.text(tree.pointer(u"/foo/0")), u"bar"_s);
    QCOMPARE(tree.text(tree.pointer(u"/")), u"0"_s);
    QCOMPARE(tree.text(tree.pointer(u"/a~1b")), u"1"_s);
    QCOMPARE(tree.text(tree.pointer(u"/m~0n")), u"8"_s);
    QCOMPARE(tree.pointer(u""), tree.root());
    QCOMPARE(tree.pointer(u"/foo/2"), Tree::none);
    QCOMPARE(tree.pointer(u"/foo/bar"), Tree::none);
    QCOMPARE(tree.pointer(u"foo"), Tree::none);
}

void TestApiTree::wideMappingsAreAskedByName()
{
    QByteArray text = "{";
    for (int i = 0; i < 1000; ++i)
        text += (i ? ",\"k" : "\"k") + QByteArray::number(i) + "\": " + QByteArray::number(i * 2);
    text += ",\"k7\": 5}";
    std::vector<Problem> problems;
    const Tree tree = Tree::read(text, {}, problems);
    QCOMPARE(tree.text(tree.root(), "k999"_L1), u"1998"_s);
    QCOMPARE(tree.text(tree.root(), "k7"_L1), u"5"_s); // the last of two
    QCOMPARE(tree.member(tree.root(), "k1000"_L1), Tree::none);
}

QTEST_GUILESS_MAIN(TestApiTree)
#include "tst_apitree.moc"
