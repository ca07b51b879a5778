// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/reviewchanges.h"

#include <QJsonObject>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::notices;
using domain::BuildState;

namespace {

const QDateTime noon(QDate(2026, 11, 26), QTime(12, 0), QTimeZone::UTC);

} // namespace

class TestReviewNotices final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void reviewsComeAndGo()
    {
        SeenReview asked { u"host-1"_s, {}, true, false };
        asked.review.id = u"7"_s;
        asked.review.project = u"acme/ledger"_s;
        asked.review.title = u"Compare legs"_s;
        asked.review.author = u"tobin"_s;
        asked.review.waitsForMe = true;
        asked.review.updatedAt = noon;
        Told told = reviewChanges({}, { asked }, noon.addSecs(5));
        QCOMPARE(told.entries.size(), 1u);
        QCOMPARE(told.entries[0].notice.createdAt, noon);
        QCOMPARE(told.entries[0].notice.about, asked.review.key());
        QCOMPARE(whatOf(told.entries[0].notice), What::ReviewAsked);
        const QString id = told.entries[0].notice.id;
        told = reviewChanges(told.known, { asked }, noon.addSecs(6));
        QVERIFY(told.entries.empty() && told.gone.isEmpty());
        asked.review.waitsForMe = false;
        told = reviewChanges(told.known, { asked }, noon.addSecs(7));
        QCOMPARE(told.gone, QStringList { id });
        asked.review.waitsForMe = true;
        told = reviewChanges(told.known, { asked }, noon.addSecs(8));
        QCOMPARE(told.entries.size(), 1u);
        QVERIFY(told.entries[0].notice.id != id);
        asked.review.isDraft = true;
        QCOMPARE(reviewChanges(told.known, { asked }, noon.addSecs(9)).gone, QStringList { told.entries[0].notice.id });
    }

    void myReviewsThatWantMending()
    {
        SeenReview mine { u"host-1"_s, {}, true, false };
        mine.review.id = u"12"_s;
        mine.review.project = u"acme/ledger"_s;
        mine.review.title = u"Round cents"_s;
        mine.review.isMine = true;
        mine.review.checks = BuildState::Running;
        mine.review.updatedAt = noon.addDays(-3);
        Told told = reviewChanges({}, { mine }, noon);
        QVERIFY(told.entries.empty());
        mine.review.checks = BuildState::Failed;
        told = reviewChanges(told.known, { mine }, noon.addSecs(5));
        QCOMPARE(told.entries.size(), 1u);
        QCOMPARE(whatOf(told.entries[0].notice), What::ReviewToMend);
        QVERIFY(told.entries[0].isMine && told.entries[0].notice.title.contains(mine.review.title));
        QCOMPARE(told.entries[0].notice.createdAt, noon.addSecs(5));
        const QString checks = told.entries[0].notice.id;
        // Another reason is told by itself, on the same line.
        mine.review.verdict = domain::Review::Verdict::ChangesRequested;
        told = reviewChanges(told.known, { mine }, noon.addSecs(6));
        QCOMPARE(told.entries.size(), 1u);
        const QString changes = told.entries[0].notice.id;
        QVERIFY(changes != checks && changes.section(u'|', 0, -2) == checks.section(u'|', 0, -2));
        QVERIFY(told.gone.isEmpty());
        told = reviewChanges(told.known, { mine }, noon.addSecs(7));
        QVERIFY(told.entries.empty() && told.gone.isEmpty());
        // Mended, it is no notice any more; failing anew it is another one.
        mine.review.checks = BuildState::Passed;
        told = reviewChanges(told.known, { mine }, noon.addSecs(8));
        QCOMPARE(told.gone, QStringList { checks });
        mine.review.checks = BuildState::Errored;
        told = reviewChanges(told.known, { mine }, noon.addSecs(9));
        QCOMPARE(told.entries.size(), 1u);
        QVERIFY(told.entries[0].notice.id != checks);
        mine.review.isDraft = true; // Who drafts knows.
        QCOMPARE(reviewChanges(told.known, { mine }, noon.addSecs(10)).gone.size(), 2);
        // A calm person is not disturbed by it, and sees it in the count.
        const NoticeRules calm;
        QCOMPARE(calm.effectsFor({ What::ReviewToMend, Level::Normal, true, false }), (Effects { true, false, false }));
    }

    // Of a version that looked for none: what it finds is as old as the review.
    void oldTroubleIsNoNewsAfterAnUpdate()
    {
        SeenReview mine { u"host-1"_s, {}, true, false };
        mine.review.id = u"12"_s;
        mine.review.project = u"acme/ledger"_s;
        mine.review.isMine = true;
        mine.review.checks = BuildState::Failed;
        mine.review.updatedAt = noon.addDays(-3);
        const QJsonObject known { { u"review|host-1|acme/ledger!7"_s, u"review|host-1|acme/ledger!7|5"_s } };
        Told told = reviewChanges(known, { mine }, noon);
        QCOMPARE(told.entries.size(), 1u);
        QVERIFY(told.entries[0].stoodBefore);
        QCOMPARE(told.entries[0].notice.createdAt, mine.review.updatedAt);
        // From then on it is news, whether or not there was any.
        for (const BuildState first : { BuildState::Passed, BuildState::Failed }) {
            mine.review.checks = first;
            mine.review.verdict = domain::Review::Verdict::None;
            told = reviewChanges(known, { mine }, noon);
            mine.review.verdict = domain::Review::Verdict::ChangesRequested;
            told = reviewChanges(told.known, { mine }, noon.addSecs(5));
            QCOMPARE(told.entries.size(), 1u);
            QVERIFY(!told.entries[0].stoodBefore);
            QCOMPARE(told.entries[0].notice.createdAt, noon.addSecs(5));
        }
    }

    void conflictsAreToldWhenTheHostIsSure()
    {
        SeenReview mine { u"host-1"_s, {}, true, false };
        mine.review.id = u"12"_s;
        mine.review.project = u"acme/ledger"_s;
        mine.review.isMine = true;
        mine.review.hasConflicts = mine.review.conflictsUnsure = true;
        Told told = reviewChanges(QJsonObject(), { mine }, noon);
        QVERIFY(told.entries.empty() && told.gone.isEmpty());
        mine.review.conflictsUnsure = false;
        told = reviewChanges(told.known, { mine }, noon.addSecs(5));
        QCOMPARE(told.entries.size(), 1u);
        const QString id = told.entries[0].notice.id;
        // Looked into anew it neither ends nor is told again.
        mine.review.hasConflicts = false;
        mine.review.conflictsUnsure = true;
        told = reviewChanges(told.known, { mine }, noon.addSecs(6));
        QVERIFY(told.entries.empty() && told.gone.isEmpty());
        mine.review.hasConflicts = true;
        mine.review.conflictsUnsure = false;
        told = reviewChanges(told.known, { mine }, noon.addSecs(7));
        QVERIFY(told.entries.empty() && told.gone.isEmpty());
        mine.review.hasConflicts = false;
        QCOMPARE(reviewChanges(told.known, { mine }, noon.addSecs(8)).gone, QStringList { id });
    }
};

QTEST_GUILESS_MAIN(TestReviewNotices)
#include "tst_reviewnotices.moc"
