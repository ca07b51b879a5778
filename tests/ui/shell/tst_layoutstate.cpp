// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/layoutstate.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace callboard::ui;
using namespace Qt::StringLiterals;

namespace {

LayoutState example()
{
    LayoutState state;
    state.geometry = QByteArray("\0\1geometry", 10);
    state.docks = QByteArray(2000, '\x7f');
    state.perspective = u"Löschen"_s;
    state.perspectives = { { u"Löschen"_s, "abc" }, { u"Reading"_s, "def" } };
    state.panes = { { u"catalog"_s, true, u"component:default/a"_s, { { u"columns"_s, u"x"_s } } }, { u"gone"_s, false, {}, {} } };
    state.documents = { u"component:default/a"_s, u"api:default/b"_s };
    state.currentDocument = 1;
    return state;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestLayoutState final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void roundTrip()
    {
        const auto read = parseLayout(writeLayout(example()));
        QVERIFY(read);
        QCOMPARE(*read, example());
    }

    void hostileInputIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QByteArray damaged = writeLayout(example());
        damaged.replace("\"check\": ", "\"check\": 1");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not JSON") << QByteArray("\x00\xff{", 3);
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("no version") << QByteArray("{}");
        QTest::newRow("cut short") << writeLayout(example()).left(200);
        QTest::newRow("checksum") << damaged;
        QTest::newRow("deep") << QByteArray("{\"version\":1,\"panes\":") + QByteArray(5000, '[') + QByteArray(5000, ']') + "}";
        QTest::newRow("large") << QByteArray(2 * 1024 * 1024, ' ');
        QTest::newRow("no base64") << QByteArray(R"({"version":1,"docks":{"bytes":"@@@@","check":0}})");
        QTest::newRow("pane id") << QByteArray(R"({"version":1,"panes":[{"id":"../../x"}]})");
        QTest::newRow("perspective without name") << QByteArray(R"({"version":1,"perspectives":[{}]})");
        QTest::newRow("page") << QByteArray(R"({"version":1,"documents":[7]})");
    }
    void hostileInputIsRefused()
    {
        QFETCH(QByteArray, text);
        const auto read = parseLayout(text);
        QVERIFY(!read);
        QCOMPARE(read.error().code, domain::ErrorCode::Invalid);
    }

    void newerVersionIsUnsupported()
    {
        const auto read = parseLayout(R"({"version":99})");
        QVERIFY(!read);
        QCOMPARE(read.error().code, domain::ErrorCode::Unsupported);
    }

    void oddValuesAreMended()
    {
        const auto read = parseLayout(R"({"version":1,"documents":["a:b/c"],"currentDocument":77,"panes":[{"id":"x"},{"id":"x"}]})");
        QVERIFY(read);
        QCOMPARE(read->currentDocument, 0);
        QCOMPARE(read->panes.size(), size_t(1));
    }

    void missingFileIsAnEmptyLayout()
    {
        QTemporaryDir dir;
        const auto read = loadLayout(dir.filePath(u"layout.json"_s));
        QVERIFY(read);
        QCOMPARE(*read, LayoutState {});
    }

    void damagedFileIsKeptAside()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"layout.json"_s);
        write(path, "{ nonsense");
        QVERIFY(!loadLayout(path));
        QVERIFY(!QFile::exists(path));
        QFile bad(path + u".bad"_s);
        QVERIFY(bad.open(QIODevice::ReadOnly));
        QCOMPARE(bad.readAll(), QByteArray("{ nonsense"));
        QVERIFY(saveLayout(path, example()));
        QCOMPARE(*loadLayout(path), example());
    }

    void folderThatCannotBeWrittenIsStorage()
    {
        const auto saved = saveLayout(u"/proc/nowhere/layout.json"_s, example());
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, domain::ErrorCode::Storage);
    }
};

QTEST_GUILESS_MAIN(TestLayoutState)
#include "tst_layoutstate.moc"
