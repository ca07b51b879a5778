// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insights/usagelog.h"
#include "models/mirror/mirror.h"
#include "tests/unit/mirror/entities.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace callboard;
using namespace callboard::insights;
using namespace Qt::StringLiterals;

/// SIGKILL at random moments of a program that shares what a person does. CALLBOARD_KILLS sets how many (20), CALLBOARD_SEED which moments.
class TestSharingKill final : public QObject {
    Q_OBJECT

    static constexpr qint64 numbersOfAProcess = 1'000'000;
    static constexpr qsizetype eventsInBatch = 20; // Of usageshare.cpp: as the portal's own pages send them.

    QTemporaryDir folder;
    QString postsFile() const { return folder.filePath(u"posts"_s); }

    QList<qint64> posted() const
    {
        QFile file(postsFile());
        QList<qint64> numbers;
        if (file.open(QIODevice::ReadOnly)) {
            for (const QByteArray &line : file.readAll().split('\n')) {
                if (!line.isEmpty())
                    numbers.append(line.toLongLong());
            }
        }
        return numbers;
    }
    /// Numbers that the log has, oldest first.
    QList<qint64> recorded() const
    {
        const auto mirror = *mirror::Mirror::open(folder.path(), {});
        UsageLog &log = UsageLog::of(*mirror);
        log.flush();
        QList<qint64> numbers;
        for (qint64 before = 0;;) {
            const auto rows = log.page(before, 1000);
            if (!rows || rows->empty())
                break;
            for (const KeptUse &row : *rows)
                numbers.append(row.event.what.toLongLong());
            before = rows->back().id;
        }
        std::ranges::reverse(numbers);
        return numbers;
    }
    void shareAndKill(qint64 first, int milliseconds)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationDirPath() + u"/sharingprocess"_s, { folder.path(), postsFile(), QString::number(first) });
        QVERIFY(process.waitForStarted());
        QVERIFY(process.waitForReadyRead(60'000));
        QVERIFY(!process.waitForFinished(milliseconds)); // The moment of the kill, not a wait.
        process.kill();
        QVERIFY(process.waitForFinished());
    }

private Q_SLOTS:
    void nothingGoesTwiceAndLittleIsLost()
    {
        const int wanted = qEnvironmentVariableIntValue("CALLBOARD_KILLS");
        const int kills = wanted > 0 ? wanted : 20;
        const auto seed = quint32(qEnvironmentVariableIntValue("CALLBOARD_SEED"));
        QRandomGenerator random(seed == 0 ? 2026 : seed);
        {
            const auto mirror = *mirror::Mirror::open(folder.path(), {});
            auto pull = mirror->beginPull(u"portal-1"_s, u"catalog"_s, u"me"_s);
            (*pull)->put(mirror::test::entity(u"Component"_s, u"a"_s));
            QVERIFY((*pull)->complete());
            UsageLog::of(*mirror).record(UsageDeed::OpenedEntity, u"1"_s, u"component:default/a"_s); // Before anybody agreed.
            UsageLog::of(*mirror).flush();
        }
        for (int kill = 0; kill < kills; ++kill) {
            shareAndKill((kill + 1) * numbersOfAProcess, int(random.bounded(80)));
            if (QTest::currentTestFailed())
                return;
        }
        // One more takes up what still waits.
        const qsizetype before = recorded().size();
        shareAndKill((kills + 1) * numbersOfAProcess, 2000);
        const QList<qint64> sent = posted();
        const QSet<qint64> once(sent.begin(), sent.end());
        QCOMPARE(once.size(), sent.size());
        QVERIFY(!once.contains(1));
        const QList<qint64> kept = recorded();
        QVERIFY(kept.size() > before && before > kills); // It did go on, and recorded in each.
        qsizetype lost = 0;
        for (qint64 number : kept.first(before).sliced(1))
            lost += !once.contains(number);
        QVERIFY2(lost <= kills * eventsInBatch, qPrintable(u"%1 of %2 lost"_s.arg(lost).arg(before)));
        // Only what is written down goes.
        const QSet<qint64> known(kept.begin(), kept.end());
        for (qint64 number : sent)
            QVERIFY2(known.contains(number), qPrintable(QString::number(number)));
        qInfo("%d kills: %lld lines, %lld sent, %lld of those before the last lost on the way", kills, qlonglong(kept.size()), qlonglong(sent.size()), qlonglong(lost));
    }
};

QTEST_GUILESS_MAIN(TestSharingKill)
#include "tst_sharingkill.moc"
