// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/linediff.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard::domain;

class TestLineDiff final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void equalTextsHaveNoDifference()
    {
        for (const QString &text : { u""_s, u"a"_s, u"a\nb\n"_s }) {
            const LineDiff diff = LineDiff::of(text, text);
            QVERIFY(diff.isEmpty());
            QCOMPARE(diff.unified(u"a"_s, u"b"_s), QString());
        }
    }

    /// The example of Myers' paper: five changes are the fewest.
    void findsTheFewestChanges()
    {
        const LineDiff diff = LineDiff::of(u"A\nB\nC\nA\nB\nB\nA\n"_s, u"C\nB\nA\nB\nA\nC\n"_s);
        QCOMPARE(diff.added() + diff.removed(), 5);
        QCOMPARE(LineDiff::of({}, u"a\nb\n"_s).added(), 2);
        QCOMPARE(LineDiff::of(u"a\nb\n"_s, {}).removed(), 2);
    }

    /// Random texts of few different lines: what they share is long, and there are many ways to match it.
    void appliedItGivesTheNewText()
    {
        QRandomGenerator random(11);
        for (int round = 0; round < 400; ++round) {
            const QStringList before = someLines(random, 40), after = someLines(random, 40);
            const LineDiff diff = LineDiff::of(joined(before), joined(after));
            check(diff, before, after);
            QCOMPARE(diff.added() + diff.removed(), fewestChanges(before, after));
        }
    }

    void longChangesStayRightAndQuick()
    {
        QRandomGenerator random(12);
        QStringList before, after;
        for (int i = 0; i < 20'000; ++i) {
            before.append(u"old %1"_s.arg(random.bounded(15'000)));
            after.append(u"old %1"_s.arg(random.bounded(15'000)));
        }
        QElapsedTimer timer;
        timer.start();
        const LineDiff diff = LineDiff::of(joined(before), joined(after));
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
        check(diff, before, after);
    }

    void hostileSizes()
    {
        QElapsedTimer timer;
        timer.start();
        const QString one(5'000'000, u'x');
        QCOMPARE(LineDiff::of(one, one + u'y').hunks().size(), 1u);
        QStringList many, others;
        for (int i = 0; i < 100'000; ++i) {
            many.append(QString::number(i));
            others.append(QString::number(i + 500'000));
        }
        const LineDiff diff = LineDiff::of(joined(many), joined(others));
        QCOMPARE(diff.added(), 100'000);
        QCOMPARE(diff.appliedTo(many), others);
        const LineDiff breaks = LineDiff::of(QString(300'000, u'\n'), QString(300'001, u'\n'));
        QCOMPARE(breaks.added(), 1);
        // Lines of words alone, where every word differs.
        QString words, otherWords;
        for (int i = 0; i < 60'000; ++i) {
            words += QString::number(i) + (i % 300 == 299 ? u'\n' : u' ');
            otherWords += QString::number(i * 7) + (i % 300 == 299 ? u'\n' : u' ');
        }
        QVERIFY(!LineDiff::of(words, otherWords).isEmpty());
        QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed())));
    }

    void marksTheWordsThatDiffer()
    {
        const LineDiff diff = LineDiff::of(u"kind: x\nowner: team-a\n"_s, u"kind: x\nowner: team-b\n"_s);
        QCOMPARE(diff.lines().size(), 3u);
        const DiffLine &gone = diff.lines()[1], &come = diff.lines()[2];
        QCOMPARE(gone.partner, 2);
        QCOMPARE(come.partner, 1);
        QCOMPARE(gone.marks, (std::vector { TextSpan { 12, 1 } }));
        QCOMPARE(come.marks, (std::vector { TextSpan { 12, 1 } }));
        // Nothing in common: another line, not the same one changed.
        const LineDiff other = LineDiff::of(u"lifecycle: production\n"_s, u"- tags\n"_s);
        QCOMPARE(other.lines()[0].partner, -1);
        QVERIFY(other.lines()[0].marks.empty());
    }

    /// Each row has both sides of a line that is the same, and every line stands once, in order.
    void sidesShowEveryLineOnce()
    {
        QRandomGenerator random(13);
        for (int round = 0; round < 200; ++round) {
            const QStringList before = someLines(random, 30), after = someLines(random, 30);
            const LineDiff diff = LineDiff::of(joined(before), joined(after));
            QStringList left, right;
            for (const auto &[a, b] : diff.sideBySide()) {
                QVERIFY(a >= 0 || b >= 0);
                if (a >= 0) {
                    QVERIFY(diff.lines()[size_t(a)].op != DiffLine::Op::Added);
                    left.append(diff.lines()[size_t(a)].text);
                }
                if (b >= 0) {
                    QVERIFY(diff.lines()[size_t(b)].op != DiffLine::Op::Removed);
                    right.append(diff.lines()[size_t(b)].text);
                }
                if (a >= 0 && b >= 0 && diff.lines()[size_t(a)].partner >= 0)
                    QCOMPARE(diff.lines()[size_t(a)].partner, b);
            }
            QCOMPARE(left, before);
            QCOMPARE(right, after);
        }
    }

    /// git reads the patch, and makes of the old text the new one.
    void patchesApply()
    {
        const QString git = QStandardPaths::findExecutable(u"git"_s);
        if (git.isEmpty())
            QSKIP("NOT TESTED: there is no git here");
        QRandomGenerator random(14);
        for (int round = 0; round < 15; ++round) {
            const QTemporaryDir folder;
            const QStringList before = someLines(random, 60);
            QStringList after = before;
            for (int i = 0; i < 6; ++i) {
                const qsizetype at = random.bounded(int(after.size()) + 1);
                if (i % 2 == 0 && at < after.size())
                    after.removeAt(at);
                else
                    after.insert(at, u"new %1"_s.arg(random.bounded(100)));
            }
            write(folder.filePath(u"f"_s), joined(before));
            write(folder.filePath(u"p"_s), LineDiff::of(joined(before), joined(after)).unified(u"a/f"_s, u"b/f"_s));
            if (before == after)
                continue;
            QProcess process;
            process.setWorkingDirectory(folder.path());
            process.start(git, { u"apply"_s, u"--whitespace=nowarn"_s, u"p"_s });
            QVERIFY(process.waitForFinished());
            QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
            QFile file(folder.filePath(u"f"_s));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(QString::fromUtf8(file.readAll()), joined(after));
        }
    }

private:
    static QString joined(const QStringList &lines) { return lines.isEmpty() ? QString() : QString(lines.join(u'\n') + u'\n'); }

    static QStringList someLines(QRandomGenerator &random, int most)
    {
        QStringList lines;
        for (int count = random.bounded(1, most); count > 0; --count)
            lines.append(u"key%1: value %2"_s.arg(random.bounded(4)).arg(random.bounded(3)));
        return lines;
    }

    static void write(const QString &path, const QString &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
    }

    static void check(const LineDiff &diff, const QStringList &before, const QStringList &after)
    {
        QCOMPARE(diff.appliedTo(before), after);
        int hunkLines = 0;
        for (const DiffHunk &hunk : diff.hunks()) {
            for (int i = hunk.first; i < hunk.first + hunk.count; ++i)
                QVERIFY(diff.lines()[size_t(i)].op != DiffLine::Op::Same);
            hunkLines += hunk.count;
        }
        QCOMPARE(hunkLines, diff.added() + diff.removed());
    }

    /// By the longest common subsequence, found the slow way.
    static int fewestChanges(const QStringList &a, const QStringList &b)
    {
        std::vector<std::vector<int>> longest(size_t(a.size()) + 1, std::vector<int>(size_t(b.size()) + 1));
        for (qsizetype i = a.size() - 1; i >= 0; --i) {
            for (qsizetype j = b.size() - 1; j >= 0; --j) {
                longest[size_t(i)][size_t(j)] = a[i] == b[j] ? longest[size_t(i) + 1][size_t(j) + 1] + 1
                                                             : std::max(longest[size_t(i) + 1][size_t(j)], longest[size_t(i)][size_t(j) + 1]);
            }
        }
        return int(a.size() + b.size()) - 2 * longest[0][0];
    }
};

QTEST_GUILESS_MAIN(TestLineDiff)
#include "tst_linediff.moc"
