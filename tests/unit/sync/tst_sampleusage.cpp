// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sample/sampleusage.h"

#include <QSet>
#include <QTimeZone>
#include <QtTest>

using namespace callboard;
using namespace Qt::StringLiterals;

class TestSampleUsage final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void isHalfAYearThatEndsNow()
    {
        const QDateTime now(QDate(2026, 11, 20), QTime(12, 0), QTimeZone::UTC);
        const auto days = sample::sampleUsage(now);
        QCOMPARE(days, sample::sampleUsage(now));
        QVERIFY(days.size() > 150);
        QSet<QString> everybody, atFirst;
        QSet<domain::UsageDeed> deeds;
        qsizetype events = 0, nothing = 0;
        for (const domain::UsageDay &day : days) {
            QVERIFY(day.day > now.date().addDays(-184) && day.day <= now.date());
            QCOMPARE(domain::UsageDay::fromRecord(day.toRecord()), day); // So no event is of another day.
            QVERIFY(std::ranges::is_sorted(day.events, {}, &domain::UsageEvent::at));
            for (const domain::UsageEvent &event : day.events) {
                QVERIFY(event.at <= now.toMSecsSinceEpoch());
                everybody.insert(event.person);
                if (day.day < now.date().addDays(-160))
                    atFirst.insert(event.person);
                deeds.insert(event.deed);
                nothing += event.deed == domain::UsageDeed::Searched && event.hits == 0;
                ++events;
            }
        }
        QCOMPARE(everybody.size(), 13);
        QCOMPARE(atFirst.size(), 6); // The others joined later.
        QVERIFY(deeds.size() >= 6);
        QVERIFY(nothing > 50);
        QVERIFY(events > 5'000 && events < 60'000);
    }

    void aDayStaysWhatItWas()
    {
        const QDateTime now(QDate(2026, 11, 20), QTime(23, 0), QTimeZone::UTC);
        const auto before = sample::sampleUsage(now), after = sample::sampleUsage(now.addDays(1));
        int same = 0;
        for (const domain::UsageDay &day : before)
            same += std::ranges::find(after, day) != after.end();
        QVERIFY(same > int(before.size()) - 10); // But for those on which somebody joined.
    }
};

QTEST_GUILESS_MAIN(TestSampleUsage)
#include "tst_sampleusage.moc"
