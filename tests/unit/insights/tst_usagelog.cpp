// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insights/usagecsv.h"
#include "models/insights/usagelog.h"
#include "models/insights/usagestore.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::insights;

class TestUsageLog final : public QObject {
    Q_OBJECT

    static QList<QString> whats(const UsageLog &log)
    {
        QList<QString> all;
        const auto read = log.forEach([&](const KeptUse &kept) { all.append(kept.event.what); });
        return read ? all : QList<QString> { u"failed"_s };
    }
    static qint64 now() { return QDateTime::currentMSecsSinceEpoch(); }
    static bool holds(const QString &folder, const QByteArray &needle)
    {
        for (const auto suffix : { ""_L1, "-wal"_L1, "-shm"_L1, ".damaged"_L1 }) {
            QFile file(folder + u"/insights.sqlite"_s + suffix);
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(needle))
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void keepsExactlyWhatWasRecorded()
    {
        const QTemporaryDir folder;
        const std::vector<UsageEvent> events {
            { now() - 5, UsageDeed::OpenedPane, u"catalog"_s, {}, {}, -1 },
            { now() - 4, UsageDeed::OpenedEntity, u"catalog"_s, u"component:default/ledger"_s, {}, -1 },
            { now() - 3, UsageDeed::OpenedDoc, u"guide/"_s, u"component:default/ledger"_s, {}, -1 },
            { now() - 2, UsageDeed::Searched, u"naïve “ledger” 🚢"_s, {}, {}, 0 },
            { now() - 1, UsageDeed::RanTemplate, {}, u"template:default/batch"_s, {}, -1 },
        };
        {
            UsageLog log(folder.path());
            for (const UsageEvent &event : events)
                log.record(event);
        } // Its end writes what waits.
        QCOMPARE(QFile::permissions(folder.filePath(u"insights.sqlite"_s)) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const UsageLog log(folder.path());
        std::vector<UsageEvent> kept;
        QVERIFY(log.forEach([&](const KeptUse &one) { kept.push_back(one.event); }));
        QCOMPARE(kept, events);
        // In pages, the newest first, each row once.
        std::vector<UsageEvent> paged;
        qint64 before = 0;
        for (;;) {
            const auto page = log.page(before, 2);
            QVERIFY(page);
            if (page->empty())
                break;
            for (const KeptUse &one : *page)
                paged.insert(paged.begin(), one.event);
            before = page->back().id;
        }
        QCOMPARE(paged, events);
        const auto state = log.state();
        QVERIFY(state);
        QCOMPARE(state->rows, 5);
        QCOMPARE(state->oldest.toMSecsSinceEpoch(), events.front().at);
        QCOMPARE(state->newest.toMSecsSinceEpoch(), events.back().at);
        QVERIFY(state->bytes > 0);
    }

    void whatIsErasedIsNowhere()
    {
        const QTemporaryDir folder;
        UsageLog log(folder.path());
        const QSignalSpy changes(&log, &UsageLog::changed);
        const qint64 begun = now(); // However long what follows takes.
        log.record({ begun - 9000, UsageDeed::Searched, u"SecretQueryOne"_s, {}, {}, 1 });
        log.record({ begun - 5000, UsageDeed::Searched, u"SecretQueryTwo"_s, {}, {}, 1 });
        log.record({ begun - 1000, UsageDeed::Searched, u"SecretQueryThree"_s, {}, {}, 1 });
        log.record({ now(), UsageDeed::OpenedPane, u"stays"_s, {}, {}, -1 });
        log.flush();
        QTRY_VERIFY_WITH_TIMEOUT(changes.size() > 0, 60'000);
        QVERIFY(holds(folder.path(), "SecretQueryOne"));
        const quint64 epoch = log.epoch();
        log.eraseBefore(QDateTime::fromMSecsSinceEpoch(begun - 7000, QTimeZone::UTC));
        log.flush();
        QCOMPARE(whats(log), (QList<QString> { u"SecretQueryTwo"_s, u"SecretQueryThree"_s, u"stays"_s }));
        QVERIFY(!holds(folder.path(), "SecretQueryOne"));
        QVERIFY(log.epoch() > epoch);
        log.erase({ log.page(0, 10)->at(2).id });
        log.flush();
        QCOMPARE(whats(log), (QList<QString> { u"SecretQueryThree"_s, u"stays"_s }));
        QVERIFY(!holds(folder.path(), "SecretQueryTwo"));
        const qint64 newest = log.newest();
        log.eraseAll();
        log.flush();
        QCOMPARE(whats(log), QList<QString>());
        QVERIFY(!holds(folder.path(), "SecretQueryThree"));
        log.record(UsageDeed::OpenedPane, u"after"_s);
        log.flush();
        QVERIFY(log.newest() > newest); // A number is not used again.
    }

    /// Who reads meanwhile holds it up for as long as they read, and nobody who records waits for them.
    void whatIsErasedWhileSomebodyReadsIsNowhereAfterwards()
    {
        const QTemporaryDir folder;
        UsageLog log(folder.path());
        log.record(UsageDeed::Searched, u"SecretQueryOne"_s, {}, 1);
        log.flush();
        {
            const auto reader = openForReading(folder.path());
            QVERIFY(reader);
            (*reader)->exec("BEGIN");
            QCOMPARE((*reader)->pragma("SELECT count(*) FROM events"), 1);
            log.eraseAll();
            log.record(UsageDeed::OpenedPane, u"meanwhile"_s);
            log.flush();
            QCOMPARE(whats(log), QList<QString> { u"meanwhile"_s });
            QVERIFY(holds(folder.path(), "SecretQueryOne"));
        }
        QTRY_VERIFY_WITH_TIMEOUT(!holds(folder.path(), "SecretQueryOne"), 60'000);
        QCOMPARE(whats(log), QList<QString> { u"meanwhile"_s });
    }

    void offRecordsNothing()
    {
        const QTemporaryDir folder;
        {
            UsageLog log(folder.path());
            QVERIFY(log.options().enabled);
            log.record(UsageDeed::OpenedPane, u"before"_s);
            log.flush();
            log.setOptions({ .enabled = false, .months = 3 });
            log.record(UsageDeed::OpenedPane, u"while off"_s);
            log.flush();
        }
        UsageLog log(folder.path());
        log.record(UsageDeed::OpenedPane, u"before it was read that it is off"_s);
        log.flush();
        QCOMPARE(log.options(), (UsageLogOptions { .enabled = false, .months = 3 }));
        QCOMPARE(whats(log), QList<QString> { u"before"_s });
        log.setOptions({});
        log.record(UsageDeed::OpenedPane, u"on again"_s);
        log.flush();
        QCOMPARE(whats(log), (QList<QString> { u"before"_s, u"on again"_s }));
    }

    void ageAndSizeAreBounded()
    {
        const QTemporaryDir folder;
        UsageLog log(folder.path());
        log.record({ QDateTime::currentDateTimeUtc().addMonths(-14).toMSecsSinceEpoch(), UsageDeed::OpenedPane, u"old"_s, {}, {}, -1 });
        log.record({ QDateTime::currentDateTimeUtc().addMonths(-12).toMSecsSinceEpoch(), UsageDeed::OpenedPane, u"younger"_s, {}, {}, -1 });
        log.flush();
        log.setOptions({ .months = 12 });
        log.setOptions({ .months = 13 }); // What is asked for last holds; both trim.
        log.flush();
        QVERIFY(!whats(log).contains(u"old"_s));
        const QString filler(400, u'x');
        for (int i = 0; i < 6000; ++i)
            log.record({ now(), UsageDeed::Searched, filler + QString::number(i), {}, {}, 1 });
        log.setOptions({ .maxBytes = 1 << 20 });
        log.flush();
        const QList<QString> kept = whats(log);
        QVERIFY(kept.size() > 500 && kept.size() < 4000);
        QCOMPARE(kept.back(), filler + u"5999"_s); // The oldest go.
        QVERIFY(log.state()->bytes < 2 << 20);
    }

    void longTextsAreCut()
    {
        const QTemporaryDir folder;
        UsageLog log(folder.path());
        log.record(UsageDeed::Searched, QString(100'000, u'y'), {}, 0);
        log.flush();
        QCOMPARE(whats(log).front().size(), 500);
    }

    void sharingIsRememberedByConnection()
    {
        const QTemporaryDir folder;
        {
            UsageLog log(folder.path());
            log.flush();
            QCOMPARE(log.sharedUpTo(u"backstage-1"_s), -1);
            log.setSharedUpTo(u"backstage-1"_s, 7);
        }
        UsageLog log(folder.path());
        log.flush();
        QCOMPARE(log.sharedUpTo(u"backstage-1"_s), 7);
        QCOMPARE(log.sharedUpTo(u"backstage-2"_s), -1);
    }

    void aDamagedFileIsSetAside()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"insights.sqlite"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(20'000, 'x'));
        file.close();
        UsageLog log(folder.path());
        log.record(UsageDeed::OpenedPane, u"perhaps against somebody's will"_s);
        log.flush();
        QVERIFY(!log.failure());
        QVERIFY(!log.options().enabled);
        QCOMPARE(whats(log), QList<QString>());
        log.setOptions({ .enabled = true });
        log.record(UsageDeed::OpenedPane, u"anew"_s);
        log.flush();
        QCOMPARE(whats(log), QList<QString> { u"anew"_s });
        QVERIFY(QFile::exists(folder.filePath(u"insights.sqlite.damaged"_s)));
    }

    /// It holds lines as well: it goes with them, when they are erased and when they are too old.
    void whatWasSetAsideIsErasedToo()
    {
        const QTemporaryDir folder;
        const auto damage = [&folder] {
            QFile file(folder.filePath(u"insights.sqlite"_s));
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
            file.write(QByteArray("SecretQueryOne ").repeated(2'000));
        };
        const QString aside = folder.filePath(u"insights.sqlite.damaged"_s);
        damage();
        {
            UsageLog log(folder.path());
            log.flush();
            QVERIFY(holds(folder.path(), "SecretQueryOne"));
            log.setOptions({});
            log.record(UsageDeed::OpenedPane, u"stays"_s);
            log.eraseAll();
            log.flush();
            QVERIFY(!holds(folder.path(), "SecretQueryOne") && !QFile::exists(aside));
        }
        damage();
        {
            UsageLog log(folder.path());
            log.flush();
            QVERIFY(QFile::exists(aside));
            QFile file(aside);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addMonths(-14), QFileDevice::FileModificationTime));
            file.close();
            log.setOptions({ .months = 13 });
            log.flush();
            QVERIFY(!QFile::exists(aside));
        }
    }

    /// Of many that open a new file at once, each finds its tables, and nothing is set aside.
    void manyMayBeginAFile()
    {
        for (int round = 0; round < 20; ++round) {
            const QTemporaryDir folder;
            std::vector<std::thread> threads;
            std::atomic<int> opened = 0;
            for (int i = 0; i < 4; ++i)
                threads.emplace_back([&] { opened += UsageStore::open(folder.path()).has_value(); });
            for (std::thread &thread : threads)
                thread.join();
            QCOMPARE(opened, 4);
            QVERIFY(!QFile::exists(folder.filePath(u"insights.sqlite.damaged"_s)));
        }
    }

    /// In the order in which it was asked: what comes after an erasing stays.
    void whatComesAfterErasingStays()
    {
        const QTemporaryDir folder;
        UsageLog log(folder.path());
        log.flush();
        for (int round = 0; round < 50; ++round) {
            log.record(UsageDeed::OpenedPane, u"before"_s);
            log.eraseAll();
            log.record(UsageDeed::OpenedPane, u"after"_s);
            log.flush();
            QCOMPARE(whats(log), QList<QString> { u"after"_s });
        }
    }

    void aFolderThatCannotBeWrittenStopsNobody()
    {
        UsageLog log(u"/nowhere/at/all"_s);
        log.record(UsageDeed::OpenedPane, u"lost"_s);
        log.flush();
        QVERIFY(log.failure());
        QCOMPARE(log.failure()->code, domain::ErrorCode::Storage);
        QCOMPARE(whats(log), QList<QString>());
    }

    /// What was said to be on disk is there after SIGKILL, in order and without holes.
    void survivesKills()
    {
        const QTemporaryDir folder;
        QRandomGenerator random(5);
        qint64 acknowledged = 0;
        for (int kill = 0; kill < 12; ++kill) {
            QProcess writer;
            writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
            writer.start(QCoreApplication::applicationDirPath() + u"/usage_writer"_s, { folder.path() });
            QVERIFY(writer.waitForStarted());
            QVERIFY(writer.waitForReadyRead(30'000));
            QDeadlineTimer moment(int(random.bounded(40)));
            while (!moment.hasExpired())
                writer.waitForReadyRead(int(moment.remainingTime()));
            QCOMPARE(writer.state(), QProcess::Running);
            writer.kill();
            QVERIFY(writer.waitForFinished());
            const QByteArray said = writer.readAllStandardOutput();
            for (const QByteArray &line : said.first(said.lastIndexOf('\n') + 1).split('\n')) {
                if (!line.isEmpty())
                    acknowledged = line.toLongLong();
            }
            QVERIFY(acknowledged > 0);
            qint64 expected = 0;
            bool inOrder = true;
            const auto read = forEachKept(folder.path(), [&](const KeptUse &kept) {
                inOrder = inOrder && kept.event.what.toLongLong() == ++expected && kept.id == expected && kept.event.hits == expected % 5;
            });
            QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
            QVERIFY(inOrder);
            QVERIFY(expected >= acknowledged);
        }
    }

    void exportsAsCsv()
    {
        const std::vector<KeptUse> kept { { 3, { 1'790'000'000'000, UsageDeed::Searched, u"=cmd|' /C calc'!A0, \"x\""_s, {}, {}, 0 } },
            { 4, { 1'790'000'001'000, UsageDeed::OpenedDoc, u"-12.5"_s, u"component:default/a"_s, {}, -1 } } };
        QCOMPARE(csvOfKept(kept),
            QByteArray("id,time,deed,what,about,person,hits\r\n"
                       "3,2026-09-21T14:13:20Z,searched,\"'=cmd|' /C calc'!A0, \"\"x\"\"\",,,0\r\n"
                       "4,2026-09-21T14:13:21Z,openedDoc,-12.5,component:default/a,,\r\n"));
    }
};

QTEST_GUILESS_MAIN(TestUsageLog)
#include "tst_usagelog.moc"
