// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/ownnotices.h"
#include "tests/unit/mirror/entities.h"

#include <thread>

using namespace callboard;
using namespace callboard::mirror;
using namespace callboard::mirror::test;

class TestOwnNotices final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> folder;
    const QDateTime noon { QDate(2026, 5, 4), QTime(12, 0), QTimeZone::UTC };

    static QStringList ids(const std::vector<domain::Notice> &notices)
    {
        QStringList all;
        for (const auto &notice : notices)
            all.append(notice.id);
        return all;
    }
    domain::Notice notice(const QString &id, int minute, const QString &topic = {}) const
    {
        domain::Notice made;
        made.id = id;
        made.title = u"Title of "_s + id;
        made.topic = topic;
        made.createdAt = noon.addSecs(60 * minute);
        return made;
    }

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }
    void init() { folder = std::make_unique<QTemporaryDir>(); }

    void areRecordsLikeAllOthers()
    {
        {
            const auto mirror = open(folder->path());
            QSignalSpy told(mirror.get(), &Mirror::recordsChanged);
            const OwnNotices own(*mirror);
            auto about = notice(u"a"_s, 1);
            about.entityRef = u"component:default/ledger"_s;
            QVERIFY(own.tell(about));
            QTRY_COMPARE(told.size(), 1);
            QCOMPARE(told.front().front().toString(), u"Notice"_s);
            auto pull = mirror->beginPull(u"portal-1"_s, u"notifications"_s, u"me"_s);
            (*pull)->put(notice(u"theirs"_s, 2).toRecord());
            QVERIFY((*pull)->complete());
            QCOMPARE(mirror->records(u"Notice").value().size(), 2u);
            QCOMPARE(mirror->records(u"Notice", u"component:default/ledger"_s).value().size(), 1u);
            QVERIFY(own.isOwn(u"a"_s));
            QVERIFY(!own.isOwn(u"theirs"_s));
            about.severity = u"normal"_s;
            QCOMPARE(own.all(), std::vector { about });
            // No source that could be stale, failed, or older than the catalog.
            const auto states = mirror->feedStates().value();
            QCOMPARE(states.size(), 1u);
            QCOMPARE(states.front().connectionId, u"portal-1"_s);
            mirror->flush();
            QCOMPARE(mirror->asOf(), states.front().lastSuccess);
        }
        const auto again = open(folder->path());
        QCOMPARE(ids(OwnNotices(*again).all()), QStringList { u"a"_s });
        QCOMPARE(again->feedStates().value().size(), 1u);
    }

    void anEventIsToldOnce()
    {
        const auto mirror = open(folder->path());
        const OwnNotices own(*mirror);
        QVERIFY(own.tell(notice(u"a"_s, 1)));
        QVERIFY(own.setRead({ u"a"_s }, noon));
        QVERIFY(own.tell(notice(u"a"_s, 9)));
        mirror->flush();
        QCOMPARE(own.all().size(), 1u);
        QCOMPARE(own.all().front().readAt, noon);
        QCOMPARE(own.all().front().createdAt, noon.addSecs(60));
        QVERIFY(own.setRead({ u"a"_s }, {}));
        mirror->flush();
        QVERIFY(!own.all().front().readAt.isValid());
        QVERIFY(!own.tell(domain::Notice {}));
    }

    void whatNobodyReadMakesPlaceForTheNext()
    {
        const auto mirror = open(folder->path());
        const OwnNotices own(*mirror);
        QVERIFY(own.tell(notice(u"1"_s, 1, u"page"_s)));
        QVERIFY(own.tell(notice(u"2"_s, 2, u"page"_s)));
        QVERIFY(own.tell(notice(u"other"_s, 3, u"build"_s)));
        QVERIFY(own.setSaved({ u"2"_s }, noon));
        QVERIFY(own.tell(notice(u"4"_s, 4, u"page"_s)));
        QVERIFY(own.setRead({ u"4"_s }, noon));
        QVERIFY(own.tell(notice(u"5"_s, 5, u"page"_s)));
        mirror->flush();
        QCOMPARE(ids(own.all()), (QStringList { u"5"_s, u"4"_s, u"other"_s, u"2"_s }));
        QVERIFY(own.remove({ u"5"_s, u"2"_s }));
        mirror->flush();
        QCOMPARE(ids(own.all()), (QStringList { u"4"_s, u"other"_s }));
    }

    void thereAreNeverTooMany()
    {
        const auto mirror = open(folder->path());
        const OwnNotices own(*mirror);
        QVERIFY(own.tell(notice(u"kept"_s, 0)));
        QVERIFY(own.setSaved({ u"kept"_s }, noon));
        for (int i = 1; i <= int(OwnNotices::most) + 20; ++i)
            QVERIFY(own.tell(notice(QString::number(i), i)));
        mirror->flush();
        const QStringList left = ids(own.all());
        QCOMPARE(size_t(left.size()), OwnNotices::most);
        QCOMPARE(left.front(), QString::number(OwnNotices::most + 20));
        QCOMPARE(left.back(), u"kept"_s);
        QCOMPARE(left.at(left.size() - 2), u"22"_s);
    }

    void manyMayTellAtOnce()
    {
        const auto mirror = open(folder->path());
        {
            std::vector<std::jthread> threads;
            for (int t = 0; t < 4; ++t) {
                threads.emplace_back([&, t] {
                    for (int i = 0; i < 25; ++i)
                        std::ignore = OwnNotices(*mirror).tell(notice(QString::number(t * 100 + i), i));
                });
            }
        }
        mirror->flush();
        QCOMPARE(OwnNotices(*mirror).all().size(), 100u);
    }
};

QTEST_GUILESS_MAIN(TestOwnNotices)
#include "tst_ownnotices.moc"
