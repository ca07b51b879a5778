// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/ansi.h"
#include "models/builds/logdocument.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard::builds;

namespace {

using Mark = LogLine::Mark;
using Group = LogLine::Group;

QString write(const QTemporaryDir &folder, const QByteArray &bytes)
{
    const QString path = folder.filePath(u"log"_s);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        return {};
    return path;
}

} // namespace

class LogsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void coloursStayAndAllElseGoes_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("spans");
        // ECMA-48: 8.3.117 SGR, 5.4 control sequences, 5.6 control strings.
        QTest::newRow("plain") << QByteArray("hello") << u"hello"_s << 0;
        QTest::newRow("red") << QByteArray("\x1b[31mred\x1b[0m plain") << u"red plain"_s << 1;
        QTest::newRow("empty means reset") << QByteArray("\x1b[1;32mok\x1b[m.") << u"ok."_s << 1;
        QTest::newRow("256 colours") << QByteArray("\x1b[38;5;208mx") << u"x"_s << 1;
        QTest::newRow("cursor") << QByteArray("a\x1b[2K\x1b[1Gb\x1b[?25l") << u"ab"_s << 0;
        QTest::newRow("title by bell") << QByteArray("\x1b]0;owned\x07text") << u"text"_s << 0;
        QTest::newRow("link by string end") << QByteArray("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\") << u"link"_s << 0;
        QTest::newRow("device string") << QByteArray("\x1bP1$r0m\x1b\\x") << u"x"_s << 0;
        QTest::newRow("never ends") << QByteArray("a\x1b]0;forever") << u"a"_s << 0;
        QTest::newRow("broken off") << QByteArray("a\x1b[31") << u"a"_s << 0;
        QTest::newRow("charset") << QByteArray("\x1b(Bx") << u"x"_s << 0;
        QTest::newRow("progress") << QByteArray("10%\r20%\r100%\r") << u"100%"_s << 0;
        QTest::newRow("controls") << QByteArray("a\x01\x08\x7f" "b\tc") << u"ab      c"_s << 0;
        QTest::newRow("c1 in utf-8") << QByteArray("a\xc2\x9b" "b") << u"ab"_s << 0;
        QTest::newRow("backwards") << QByteArray("a\xe2\x80\xae" "b") << u"a\uFFFDb"_s << 0;
        QTest::newRow("not utf-8") << QByteArray("a\xff" "b") << u"a\uFFFDb"_s << 0;
        QTest::newRow("huge parameter") << QByteArray("\x1b[99999999999999999999mx") << u"x"_s << 0;
    }
    void coloursStayAndAllElseGoes()
    {
        QFETCH(QByteArray, line);
        const AnsiLine parsed = parseAnsi(line);
        QTEST(parsed.text, "text");
        QTEST(int(parsed.spans.size()), "spans");
    }

    // What whoever may run a build can print into the terminal of who reads its log.
    void aTerminalIsGivenColoursAndText_data()
    {
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("plain") << "a\tb\r\nc\n"_ba << "a\tb\r\nc\n"_ba;
        QTest::newRow("colours") << "\x1b[1;31mred\x1b[0m\x1b[38:2::1:2:3mx\x1b[m"_ba << "\x1b[1;31mred\x1b[0m\x1b[38:2::1:2:3mx\x1b[m"_ba;
        QTest::newRow("cursor") << "a\x1b[2Jb\x1b[1;1H"_ba << "a[2Jb[1;1H"_ba;
        QTest::newRow("title") << "\x1b]0;mine\x07"_ba << "]0;mine"_ba;
        QTest::newRow("asks for an answer that is typed") << "\x1bP$q\"p\x1b\\\x1b[c"_ba << "P$q\"p\\[c"_ba;
        QTest::newRow("controls of the upper half") << "a\xc2\x9b" "2Jb\xc2\xa0"_ba << "a2Jb\xc2\xa0"_ba;
        QTest::newRow("backspace") << "rm\b\b\x7f"_ba << "rm"_ba;
        QTest::newRow("turned around") << "a\xe2\x80\xae" "b\xe2\x81\xa6" "c\xe2\x80\xa6"_ba << "abc\xe2\x80\xa6"_ba;
        QTest::newRow("cut") << "x\x1b[3"_ba << "x[3"_ba;
        QTest::newRow("not colours") << "\x1b[3$mx\x1b[>4mx"_ba << "[3$mx[>4mx"_ba;
        QTest::newRow("letters") << "caf\xc3\xa9 \xe2\x9c\x93"_ba << "caf\xc3\xa9 \xe2\x9c\x93"_ba;
    }
    void aTerminalIsGivenColoursAndText()
    {
        QFETCH(QByteArray, log);
        QTEST(harmlessAnsi(log), "kept");
    }

    void stylesAreWhatTheCodesSay()
    {
        const AnsiLine line = parseAnsi("\x1b[1;4;91;48;2;1;2;3mx\x1b[22;39my");
        QCOMPARE(line.spans.size(), 2u);
        QVERIFY(line.spans[0].style.bold && line.spans[0].style.underline);
        QCOMPARE(line.spans[0].style.text, (AnsiStyle::Colour { AnsiStyle::Colour::Kind::Palette, 9 }));
        QCOMPARE(line.spans[0].style.ground, (AnsiStyle::Colour { AnsiStyle::Colour::Kind::Rgb, 0x010203 }));
        QVERIFY(!line.spans[1].style.bold && line.spans[1].style.underline);
        QCOMPARE(line.spans[1].style.text, AnsiStyle::Colour());
        QVERIFY(parseAnsi(QByteArray(10'000, 'x')).cut);
        QCOMPARE(parseAnsi(QByteArray(10'000, 'x')).text.size(), 4'000);
    }

    void linesAreUnderstood_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("mark");
        QTest::addColumn<int>("group");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *line, Mark mark, Group group, const char *text) { QTest::newRow(line) << QByteArray(line) << int(mark) << int(group) << QByteArray(text); };
        row("2026-11-26T17:49:18.1234567Z ##[group]Run actions/checkout@v4", Mark::None, Group::Begin, "Run actions/checkout@v4");
        row("2026-11-26T17:49:18.1234567Z ##[endgroup]", Mark::None, Group::End, "");
        row("2026-11-26T17:49:18Z ##[error]Process completed with exit code 1.", Mark::Error, Group::None, "Process completed with exit code 1.");
        row("::error file=app.js,line=10::Missing semicolon", Mark::Error, Group::None, "Missing semicolon");
        row("::warning::Careful", Mark::Warning, Group::None, "Careful");
        row("::group::Install", Mark::None, Group::Begin, "Install");
        row("##vso[task.logissue type=error;sourcepath=a.cs]Broken", Mark::Error, Group::None, "Broken");
        row("##[section]Starting: Build", Mark::None, Group::Begin, "Build");
        row("section_start:1560896352:my_section[collapsed=true]\r\x1b[0KHeader", Mark::None, Group::Begin, "Header");
        row("section_end:1560896353:my_section\r\x1b[0K", Mark::None, Group::End, "");
        row("src/main.cpp:3:1: error: expected ';'", Mark::Error, Group::None, "src/main.cpp:3:1: error: expected ';'");
        row("\x1b[31mERROR\x1b[0m something", Mark::Error, Group::None, "\x1b[31mERROR\x1b[0m something");
        row("--- FAIL: TestLock (4.02s)", Mark::Error, Group::None, "--- FAIL: TestLock (4.02s)");
        row("Traceback (most recent call last):", Mark::Error, Group::None, "Traceback (most recent call last):");
        row("npm ERR! code ELIFECYCLE", Mark::Error, Group::None, "npm ERR! code ELIFECYCLE");
        row("ERROR: Job failed: exit code 1", Mark::Error, Group::None, "ERROR: Job failed: exit code 1");
        row("Process exited with code 0", Mark::None, Group::None, "Process exited with code 0");
        row("FAILED: 0, PASSED: 12", Mark::None, Group::None, "FAILED: 0, PASSED: 12");
        row("0 errors, terror: none", Mark::None, Group::None, "0 errors, terror: none");
        row("warning: unused variable", Mark::Warning, Group::None, "warning: unused variable");
        row("::error", Mark::None, Group::None, "::error");
        row("section_start:", Mark::None, Group::None, "section_start:");
        row("", Mark::None, Group::None, "");
    }
    void linesAreUnderstood()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, text);
        const LogLine read = readLogLine(line);
        QTEST(int(read.mark), "mark");
        QTEST(int(read.group), "group");
        QCOMPARE(line.sliced(read.text), text);
    }

    void timesAreRead()
    {
        QCOMPARE(readLogLine("2026-11-26T17:49:18.1234567Z x").at, QDateTime(QDate(2026, 11, 26), QTime(17, 49, 18, 123), QTimeZone::UTC).toMSecsSinceEpoch());
        QCOMPARE(readLogLine("2026-13-26T17:49:18Z x").at, -1);
        QCOMPARE(readLogLine("2026-11-26T17:49:18.123456Z 00O section").text, 32);
    }

    void piecesMayEndAnywhere()
    {
        QRandomGenerator random(4);
        QByteArray log;
        QList<QByteArray> lines;
        for (int i = 0; i < 3'000; ++i) {
            QByteArray line(qsizetype(random.bounded(i % 500 == 0 ? 200'000u : 120u)), char('a' + i % 26));
            if (i % 50 == 0)
                line = "##[group]Step " + QByteArray::number(i);
            else if (i % 50 == 40)
                line = "##[endgroup]";
            else if (i % 333 == 5)
                line += " error: it broke";
            lines.append(line);
            log += line + '\n';
        }
        log += "the last one has no end";
        lines.append("the last one has no end");
        LogIndex whole, pieces;
        whole.feed(log);
        for (qsizetype at = 0; at < log.size();) {
            const qsizetype size = std::min<qsizetype>(1 + random.bounded(5'000), log.size() - at);
            pieces.feed(QByteArrayView(log).sliced(at, size));
            at += size;
        }
        QCOMPARE(pieces.lineCount(), quint32(lines.size()));
        QCOMPARE(pieces.groups(), whole.groups());
        QCOMPARE(pieces.errors(), whole.errors());
        QCOMPARE(pieces.bytes(), log.size());
        QTemporaryDir folder;
        LogReader reader;
        QVERIFY(reader.open(write(folder, log)));
        for (quint32 line = 0; line < pieces.lineCount(); line += line % 7 + 1) {
            const auto read = reader.lines(pieces, line, 3);
            QCOMPARE(read.size(), size_t(std::min<quint32>(3, pieces.lineCount() - line)));
            for (size_t i = 0; i < read.size(); ++i) {
                QCOMPARE(read[i].bytes, lines[qsizetype(line + i)].first(std::min(LogReader::longest, lines[qsizetype(line + i)].size())));
                QCOMPARE(read[i].cut, lines[qsizetype(line + i)].size() > LogReader::longest);
            }
        }
    }

    void foldsAgreeWithCounting()
    {
        std::vector<LogIndex::GroupRange> groups { { 2, 9, false }, { 4, 6, false }, { 12, 15, true }, { 16, 20, false }, { 25, noLine, false } };
        LogFolds folds;
        folds.update(groups, 30);
        const auto check = [&] {
            std::vector<quint32> shown;
            for (quint32 line = 0; line < 30; ++line) {
                const bool hidden = std::ranges::any_of(groups, [&](const LogIndex::GroupRange &group) { return folds.isFolded(group.first) && line > group.first && line <= group.last; });
                if (!hidden)
                    shown.push_back(line);
            }
            QCOMPARE(folds.rowCount(), LogRow(shown.size()));
            for (LogRow row = 0; row < shown.size(); ++row) {
                QCOMPARE(folds.lineOf(row), shown[row]);
                QCOMPARE(folds.rowOf(shown[row]), row);
            }
        };
        // Closed ones without an error are folded.
        QVERIFY(folds.isFolded(2) && folds.isFolded(4) && !folds.isFolded(12) && folds.isFolded(16) && !folds.isFolded(25));
        check();
        QCOMPARE(folds.hiddenBehind(2), 7u);
        QCOMPARE(folds.rowOf(5), 2u);
        folds.setFolded(2, false);
        check();
        QCOMPARE(folds.depthOf(5), 2);
        folds.reveal(5);
        QVERIFY(!folds.isFolded(4));
        check();
        folds.setAllFolded(true);
        check();
        folds.setAllFolded(false);
        QCOMPARE(folds.rowCount(), 30u);
        check();
    }

    void aLogGrowsWhileItIsFollowed()
    {
        QTemporaryDir folder;
        const QString path = write(folder, "one\ntwo error: x\nthr");
        LogDocument document;
        document.open(path, 20, false);
        QTRY_COMPARE(document.lineCount(), 3u);
        QCOMPARE(document.errors(), (std::vector<quint32> { 1 }));
        QVERIFY(!document.isWhole());
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write("ee\nfour\n");
        file.close();
        document.grow(path, 28, false);
        QTRY_COMPARE(document.lineCount(), 4u);
        QCOMPARE(document.lines(2, 2)[0].bytes, "three"_ba);
        // Kept: the same under another name.
        const QString kept = folder.filePath(u"kept"_s);
        QVERIFY(QFile::rename(path, kept));
        document.grow(kept, 28, true);
        QTRY_VERIFY(document.isWhole());
        QCOMPARE(document.lines(3, 1)[0].bytes, "four"_ba);
        QSignalSpy saved(&document, &LogDocument::saved);
        document.saveTo(folder.filePath(u"copy"_s));
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(saved[0][1].toString().isEmpty());
        QCOMPARE(QFileInfo(folder.filePath(u"copy"_s)).size(), 28);
        // Shorter than was said: what is there is shown.
        document.open(kept, 5'000, true);
        QTRY_VERIFY(document.isWhole());
        QCOMPARE(document.bytes(), 28);
        document.open(folder.filePath(u"nowhere"_s), 10, true);
        QVERIFY(document.failure());
    }

    void searchingFindsEveryLine()
    {
        QTemporaryDir folder;
        QByteArray log;
        std::vector<quint32> expected;
        QRandomGenerator random(9);
        for (quint32 line = 0; line < 60'000; ++line) {
            const bool hit = random.bounded(70) == 0;
            log += QByteArray(qsizetype(random.bounded(60u)), '.') + (hit ? "a LoCk and another lock" : "nothing here") + '\n';
            if (hit)
                expected.push_back(line);
        }
        LogDocument document;
        document.open(write(folder, log), log.size(), true);
        QTRY_VERIFY(document.isWhole());
        document.search(u"lock"_s);
        QTRY_VERIFY(!document.isSearching());
        QCOMPARE(document.hits(), expected);
        document.search(u"not in there"_s);
        QTRY_VERIFY(!document.isSearching());
        QVERIFY(document.hits().empty());
    }

    /// A line of a hundred megabytes is not held.
    void aVeryLongLineIsCut()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"log"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("first\n");
        const QByteArray piece(1 << 20, 'x');
        for (int i = 0; i < 100; ++i)
            file.write(piece);
        file.write("\nlast error: x\n");
        file.close();
        LogDocument document;
        document.open(path, QFileInfo(path).size(), true);
        QTRY_VERIFY_WITH_TIMEOUT(document.isWhole(), 20'000);
        QCOMPARE(document.lineCount(), 3u);
        const auto lines = document.lines(0, 3);
        QCOMPARE(lines.size(), 3u);
        QVERIFY(lines[1].cut);
        QCOMPARE(lines[2].bytes, "last error: x"_ba);
        QCOMPARE(document.errors(), (std::vector<quint32> { 2 }));
        QVERIFY(document.memory() < 1'000'000);
    }
};

QTEST_GUILESS_MAIN(LogsTest)
#include "tst_logs.moc"
