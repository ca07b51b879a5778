// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/yaml.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <ctime>
#include <limits>

using namespace Qt::StringLiterals;
using namespace callboard::catalog;

namespace {

QByteArray textOf(const QJsonObject &recorded)
{
    return recorded.contains(u"hex") ? QByteArray::fromHex(recorded[u"hex"].toString().toLatin1())
                                     : recorded[u"text"].toString().toUtf8();
}

/// As an entity reaches the catalog: JSON knows neither infinity nor lone surrogates.
QJsonValue throughJson(const QJsonValue &value)
{
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QJsonDocument::fromJson(text).array().first();
}

QByteArray shown(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
}

/// Seconds of processor time that reading takes.
double cost(const QByteArray &text)
{
    const std::clock_t begin = std::clock();
    const auto documents = readYaml(text);
    Q_UNUSED(documents)
    return double(std::clock() - begin) / CLOCKS_PER_SEC;
}

} // namespace

class TestCatalogYaml : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reference_data();
    void reference();
    void numbersThatJsonHasNot();
    void loneSurrogate();
    void places_data();
    void places();
    void placesWithoutDocument();
    void errorsSayWhatToWrite_data();
    void errorsSayWhatToWrite();
    void depth();
    void bytes();
    void aliases();
    void limitsSpareNeighbours();
    void isEmpty();
    void emptyKeyBesideOtherScripts();
    void timeIsLinear_data();
    void timeIsLinear();

private:
    QJsonArray m_cases;
};

void TestCatalogYaml::initTestCase()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    QFile file(QStringLiteral(CALLBOARD_TEST_DATA "/yaml/cases.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_cases = QJsonDocument::fromJson(file.readAll()).object()[u"cases"].toArray();
    QVERIFY(m_cases.size() > 150);
}

void TestCatalogYaml::reference_data()
{
    QTest::addColumn<QJsonObject>("recorded");
    for (const QJsonValue &recorded : std::as_const(m_cases))
        QTest::newRow(qPrintable(recorded[u"name"].toString())) << recorded.toObject();
}

void TestCatalogYaml::reference()
{
    QFETCH(QJsonObject, recorded);
    const QJsonArray expected = recorded[u"documents"].toArray();
    const auto documents = readYaml(textOf(recorded));
    QCOMPARE(qsizetype(documents.size()), expected.size());
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const YamlDocument &document = documents[size_t(i)];
        const QJsonObject reference = expected[i].toObject();
        QCOMPARE(document.start.line, reference[u"line"].toInt());
        QCOMPARE(document.start.column, reference[u"column"].toInt());
        if (!reference.contains(u"error")) {
            QVERIFY2(!document.error, document.error ? qPrintable(document.error->message) : "");
            QCOMPARE(shown(document.value), shown(reference[u"value"]));
            continue;
        }
        QVERIFY2(document.error, shown(document.value).constData());
        QVERIFY(document.value.isUndefined());
        if (reference[u"code"].toString() == u"TO_JSON") // without a place there
            continue;
        QCOMPARE(document.error->at.line, reference[u"at"][0].toInt());
        QCOMPARE(document.error->at.column, reference[u"at"][1].toInt());
    }
}

void TestCatalogYaml::numbersThatJsonHasNot()
{
    const QJsonArray values = readYaml("[.inf, -.inf, .nan, 1e400]").front().value.toArray();
    QCOMPARE(values[0].toDouble(), std::numeric_limits<double>::infinity());
    QCOMPARE(values[1].toDouble(), -std::numeric_limits<double>::infinity());
    QVERIFY(std::isnan(values[2].toDouble()));
    QCOMPARE(values[3].toDouble(), std::numeric_limits<double>::infinity());
    QCOMPARE(throughJson(values[0]), QJsonValue(QJsonValue::Null));
}

void TestCatalogYaml::loneSurrogate()
{
    const QString text = readYaml("\"a\\ud83d!\\ud83d\\ude00\"").front().value.toString();
    QCOMPARE(text.size(), 5);
    QCOMPARE(text[1].unicode(), char16_t(0xD83D));
    QCOMPARE(text[3].unicode(), char16_t(0xD83D));
    QCOMPARE(text[4].unicode(), char16_t(0xDE00));
}

void TestCatalogYaml::places_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("the root") << u""_s << 2 << 1;
    QTest::newRow("a member: its key") << u"/kind"_s << 2 << 1;
    QTest::newRow("a nested member") << u"/metadata/name"_s << 4 << 3;
    QTest::newRow("behind characters of two units") << u"/metadata/labels/b"_s << 5 << 22;
    QTest::newRow("an item: its value") << u"/spec/list/1"_s << 10 << 7;
    QTest::newRow("within an item") << u"/spec/list/1/x"_s << 10 << 7;
    QTest::newRow("a key with a slash") << u"/spec/a~1b"_s << 11 << 3;
    QTest::newRow("a key with a tilde") << u"/spec/c~0d"_s << 12 << 3;
    QTest::newRow("an alias") << u"/spec/copy"_s << 13 << 3;
    QTest::newRow("within what an alias stands for") << u"/spec/copy/1/x"_s << 10 << 7;
    QTest::newRow("a missing member") << u"/metadata/title"_s << 3 << 1;
    QTest::newRow("a missing item") << u"/spec/list/7/y"_s << 8 << 3;
    QTest::newRow("nothing of it") << u"/status/x"_s << 2 << 1;
    QTest::newRow("a key of digits") << u"/spec/12"_s << 14 << 3;
}

void TestCatalogYaml::places()
{
    const QByteArray text = "---\nkind: Component\nmetadata:\n  name: x\n  labels: {a: \"\xF0\x9F\x98\x80\xC3\xA9\", b: 1}\n\n"
                            "spec:\n  list: &l\n    - a\n    - x: 1\n  a/b: 1\n  c~d: 2\n  copy: *l\n  12: z\n";
    QFETCH(QString, pointer);
    const auto documents = readYaml(text);
    QCOMPARE(documents.size(), size_t(1));
    QVERIFY(!documents.front().error);
    QTEST(documents.front().at(pointer).line, "line");
    QTEST(documents.front().at(pointer).column, "column");
}

void TestCatalogYaml::placesWithoutDocument()
{
    const auto documents = readYaml("a: 1\n---\nb: [\n");
    QCOMPARE(documents.size(), size_t(2));
    QVERIFY(documents[1].error);
    QCOMPARE(documents[1].at(u"/b"), (Position{3, 1}));
    QCOMPARE(YamlDocument().at(u"/b"), Position());
}

void TestCatalogYaml::errorsSayWhatToWrite_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("advice");
    QTest::newRow("tab") << "a:\n\tb: 1\n"_ba << u"use spaces"_s;
    QTest::newRow("second colon") << "a: b: c\n"_ba << u"quote the value"_s;
    QTest::newRow("duplicate") << "a: 1\na: 2\n"_ba << u"remove or rename"_s;
    QTest::newRow("reserved") << "a: @b\n"_ba << u"put the value in quotes"_s;
    QTest::newRow("escape") << "a: \"\\q\"\n"_ba << u"single quotes"_s;
    QTest::newRow("no colon") << "metadata\n  name: x\n"_ba << u"write `key: value`"_s;
    QTest::newRow("bracket") << "a: [b\nc: d\n"_ba << u"The closing `]` is missing"_s;
    QTest::newRow("alias") << "a: *.js\n"_ba << u"quote the value"_s;
    QTest::newRow("quote") << "a: \"b\n"_ba << u"closing \" is missing"_s;
    QTest::newRow("list on the line of its key") << "a: - b\n"_ba << u"on a line of its own"_s;
    QTest::newRow("comment") << "a: \"b\"#c\n"_ba << u"write a space before `#`"_s;
}

void TestCatalogYaml::errorsSayWhatToWrite()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, advice);
    const auto documents = readYaml(text);
    QVERIFY(documents.front().error);
    QVERIFY2(documents.front().error->message.contains(advice), qPrintable(documents.front().error->message));
}

void TestCatalogYaml::depth()
{
    const auto nested = [](int levels) { return QByteArray(QByteArray(levels, '[') + QByteArray(levels, ']')); };
    QVERIFY(!readYaml(nested(100)).front().error);
    const auto tooDeep = readYaml(nested(101));
    QVERIFY(tooDeep.front().error);
    QVERIFY(tooDeep.front().error->message.contains(u"100 levels"));
    QCOMPARE(tooDeep.front().error->at.line, 1);
    QByteArray block;
    for (int i = 0; i < 100; ++i)
        block += QByteArray(i, ' ') + "a:\n";
    QVERIFY(!readYaml(block).front().error);
    QVERIFY(readYaml(QByteArray(block + QByteArray(100, ' ') + "a: 1\n")).front().error);
    QVERIFY(readYaml("a: [[b]]\n", {.maxDepth = 2}).front().error);
    QVERIFY(!readYaml("a: [[b]]\n", {.maxDepth = 3}).front().error);
}

void TestCatalogYaml::bytes()
{
    const auto documents = readYaml("a: 12345678\n", {.maxBytes = 10});
    QCOMPARE(documents.size(), size_t(1));
    QVERIFY(documents.front().error);
    QVERIFY(documents.front().error->message.contains(u"12 bytes"));
    QVERIFY(!readYaml("a: 1234567", {.maxBytes = 10}).front().error);
}

void TestCatalogYaml::aliases()
{
    QByteArray laughs = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n";
    for (int i = 1; i < 30; ++i) {
        const QByteArray previous = "*a" + QByteArray::number(i - 1) + ",";
        laughs += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + previous.repeated(9) + "]\n";
    }
    QVERIFY(readYaml(laughs).front().error);
    // Nothing but empty lists: npm's own count lets it pass, and its JSON has 2^39 of them.
    QByteArray hollow = "a0: &a0 []\n";
    for (int i = 1; i < 40; ++i) {
        const QByteArray previous = "*a" + QByteArray::number(i - 1) + ",";
        hollow += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + previous.repeated(2) + "]\n";
    }
    const auto refused = readYaml(hollow);
    QVERIFY(refused.front().error);
    QVERIFY(refused.front().error->message.contains(u"aliases"));
    QVERIFY(!readYaml("a: &a [1, 2]\nb: [*a, *a]\n", {.maxAliasExpansion = 6}).front().error);
    QVERIFY(readYaml("a: &a [1, 2]\nb: [*a, *a]\n", {.maxAliasExpansion = 5}).front().error);
}

void TestCatalogYaml::limitsSpareNeighbours()
{
    const QByteArray tooDeep(500, '[');
    const auto documents = readYaml(QByteArray("a: 1\n---\n" + tooDeep + "\n---\nb: 2\n...\n---\nc: 3\n"));
    QCOMPARE(documents.size(), size_t(4));
    QCOMPARE(documents[0].value[u"a"].toInt(), 1);
    QVERIFY(documents[1].error);
    QCOMPARE(documents[2].value[u"b"].toInt(), 2);
    QCOMPARE(documents[3].value[u"c"].toInt(), 3);
}

void TestCatalogYaml::isEmpty()
{
    QVERIFY(readYaml("").empty());
    QVERIFY(readYaml("# only a comment\n").empty());
    QVERIFY(readYaml("---\n").front().isEmpty());
    QVERIFY(readYaml("null\n").front().isEmpty());
    QVERIFY(!readYaml("{}\n").front().isEmpty());
    QVERIFY(!readYaml("[\n").front().isEmpty());
}

void TestCatalogYaml::emptyKeyBesideOtherScripts()
{
    // QJsonObject::insert() of an empty key beside a longer one that is not ASCII reads through a null pointer.
    const auto documents = readYaml("\xC3\xA9t\xC3\xA9 long: 1\n: 2\n");
    QVERIFY(!documents.front().error);
    QCOMPARE(documents.front().value.toObject().size(), 2);
    QCOMPARE(documents.front().value[u""].toInt(), 2);
}

void TestCatalogYaml::timeIsLinear_data()
{
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("piece");
    const auto add = [](const char *name, const QByteArray &piece, const QByteArray &begin = {}) { QTest::newRow(name) << begin << piece; };
    for (const char *piece : {"- ", "[", "{", "a: ", "? ", "&a ", "*a ", "!a ", "\"", "'", "word word\n", "# c\n", " # c\n", "\n", "|\n",
             "---\n", "...\n", "%\n", ",", ": ", "-\n", "\\", "\"\\", "\r", "]", "'' ", "{a: ", "- >\n\n", "a:\n", "\xE9", "\xEF\xBB\xBF"})
        add(piece, piece);
    add("items in a line", "\"a\",", "[");
    add("items of two bytes in a line", "\xC3\xA9,", "[");
    add("comments behind empty lines", "    #\n", "- a\n" + QByteArray(100000, '\n'));
    add("uses of an empty list", "- *a\n", "- &a [[], []]\n");
}

void TestCatalogYaml::timeIsLinear()
{
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, piece);
    const auto text = [&](qsizetype size) { return QByteArray(begin + piece.repeated(size / piece.size())); };
    // Eight times as much may take sixteen times as long, and a millisecond is noise: a square would be sixty-four.
    const double few = cost(text(25'000));
    const double many = cost(text(200'000));
    QVERIFY2(many < few * 16 + 0.25, qPrintable(u"%1 s, then %2 s"_s.arg(few).arg(many)));
}

QTEST_APPLESS_MAIN(TestCatalogYaml)
#include "tst_catalog_yaml.moc"
