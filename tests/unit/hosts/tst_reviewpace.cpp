// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/review.h"
#include "plugins/sdk/projectbuilds.h"
#include "plugins/sdk/reviewpace.h"
#include "tests/unit/hosts/gitlabkit.h"

using namespace callboard;
using namespace callboard::test;
using namespace Qt::StringLiterals;
using sdk::ReviewPace;

class TestReviewPace final : public QObject {
    Q_OBJECT

    const QDateTime begin = QDateTime::fromString(u"2026-01-01T08:00:00Z"_s, Qt::ISODate);
    const std::vector<sdk::HostedProject> projects { { .name = u"acme/web"_s, .entityRefs = { u"component:default/web"_s } } };

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void allIsAskedForWhenSomethingChanged()
    {
        HostContext context;
        const QStringList waiting { u"1 a"_s, u"2 a"_s };
        QVERIFY(ReviewPace({}, projects, context, begin).isDue(waiting)); // Nothing is known.
        const QJsonObject note = ReviewPace({}, projects, context, begin).note(waiting, false);
        const auto isDue = [&](const QStringList &now, int seconds = 60) { return ReviewPace(note, projects, context, begin.addSecs(seconds)).isDue(now); };
        QVERIFY(!isDue(waiting) && !isDue({ u"2 a"_s, u"1 a"_s }));
        QVERIFY(isDue({ u"1 a"_s }) && isDue({ u"1 b"_s, u"2 a"_s }) && isDue({}));
        QVERIFY(!isDue(waiting, 899) && isDue(waiting, 900));
        QVERIFY(isDue(waiting, -60)); // The clock was set back.
        context.wanted = true;
        QVERIFY(isDue(waiting));
        context.wanted = false;
        // Whom they belong to is another.
        auto other = projects;
        other[0].entityRefs = { u"component:default/shop"_s };
        QVERIFY(ReviewPace(note, other, context, begin.addSecs(60)).isDue(waiting));
        other = projects;
        other[0].onScreen = other[0].keep = true;
        QVERIFY(!ReviewPace(note, other, context, begin.addSecs(60)).isDue(waiting));
        for (const QJsonValue &spoilt : { QJsonValue(7), QJsonValue(QJsonArray()), QJsonValue(QJsonObject { { u"at"_s, 7 } }) })
            QVERIFY(ReviewPace(spoilt, projects, context, begin).isDue(waiting));
    }

    void checksThatRunAreLookedAtMoreOften()
    {
        HostContext context;
        const QJsonObject note = ReviewPace({}, projects, context, begin).note({}, true);
        QVERIFY(!ReviewPace(note, projects, context, begin.addSecs(299)).isDue({}));
        QVERIFY(ReviewPace(note, projects, context, begin.addSecs(300)).isDue({}));
        context.share = 0.2;
        QVERIFY(!ReviewPace(note, projects, context, begin.addSecs(1499)).isDue({}));
        QVERIFY(ReviewPace(note, projects, context, begin.addSecs(1500)).isDue({}));
    }

    void fewOfAnHoursRequestsAreForTheRest_data()
    {
        QTest::addColumn<int>("hosts");
        for (const int hosts : { 1, 2, 5 })
            QTest::addRow("one of %d hosts", hosts) << hosts;
    }
    /// What waits is asked once a minute, shared by the hosts; with the turns of idle projects and four requests for the rest, an hour's 200 are enough.
    void fewOfAnHoursRequestsAreForTheRest()
    {
        QFETCH(const int, hosts);
        HostContext context;
        context.share = 1.0 / hosts;
        QJsonObject note = ReviewPace({}, projects, context, begin).note({}, false);
        int small = 0, whole = 0;
        for (QDateTime now = begin.addSecs(60 * hosts); now <= begin.addSecs(5 * 3600); now = now.addSecs(60 * hosts)) {
            const ReviewPace pace(note, projects, context, now);
            ++small;
            if (!pace.isDue({}))
                continue;
            ++whole;
            note = pace.note({}, false);
        }
        QCOMPARE(small, 300 / hosts);
        QCOMPARE(whole, 20 / hosts);
        const int hints = 12, notices = 20, ofRest = 4;
        const int anHour = hosts * (small + whole * (ofRest - 1)) / 5 + sdk::ProjectBuildsFeed::idleAnHour + hints + notices;
        QVERIFY2(anHour <= 200, qPrintable(QString::number(anHour)));
    }

    void whatRunsIsBeyondThat_data()
    {
        QTest::addColumn<int>("running");
        for (const int running : { 0, 1, 3 })
            QTest::addRow("%d", running) << running;
    }
    /// As GitLab is really asked: of one review that waits nothing is new, or the checks of some run.
    void whatRunsIsBeyondThat()
    {
        QFETCH(const int, running);
        HostContext host;
        gitlab::script(host);
        QJsonArray rows;
        for (int number = 9; number < 9 + std::max(1, running); ++number) {
            QJsonObject row = QJsonDocument::fromJson(gitlab::mergeRequest).array().at(0).toObject();
            row.insert(u"id"_s, number);
            row.insert(u"iid"_s, number);
            row.insert(u"references"_s, QJsonObject { { u"full"_s, u"acme/sub/ledger!%1"_s.arg(number) } });
            rows.append(row);
        }
        host.on("GET", u"/api/v4/merge_requests"_s, [&rows](const sdk::HttpRequest &request) {
            const bool isForMe = QUrlQuery(request.url).queryItemValue(u"reviewer_id"_s) == "7"_L1;
            return HostContext::Reply { 200, isForMe ? QJsonDocument(rows).toJson() : QByteArray("[]") };
        });
        const QString one = u"/api/v4/projects/3/merge_requests/[0-9]+"_s;
        host.on("GET", one, running > 0 ? R"({"head_pipeline":{"status":"running"}})" : R"({"head_pipeline":{"status":"success"}})");
        host.on("GET", one + u"/reviewers"_s, "[]");
        host.on("GET", one + u"/approvals"_s, "{}");
        const auto connected = gitlab::connection();
        QVERIFY(connected);
        const auto reviews = connected->feed(u"reviews"_s), notices = connected->feed(u"notices"_s);
        const auto cost = [&host](sdk::Feed &feed) {
            host.requests.clear();
            return host.pull(feed) ? int(host.requests.size()) : -1;
        };
        QVERIFY(cost(*reviews) > 0 && cost(*notices) > 0); // Who the person is, and each review for the first time.
        QCOMPARE(host.of(domain::recordtype::review).size(), rows.size());
        const int small = cost(*reviews), ofNotices = cost(*notices);
        host.wanted = true;
        const int whole = cost(*reviews);
        host.wanted = false;
        QCOMPARE(small, 1);
        QCOMPARE(whole, 3 + 4 * running);
        int spent = 0;
        QJsonObject note = ReviewPace({}, projects, host, begin).note({}, running > 0);
        for (QDateTime now = begin.addSecs(60); now <= begin.addSecs(3600); now = now.addSecs(60)) {
            const ReviewPace pace(note, projects, host, now);
            const bool isDue = pace.isDue({});
            spent += isDue ? whole : small;
            note = isDue ? pace.note({}, running > 0) : note;
        }
        const int hints = 12;
        const int anHour = spent + 12 * ofNotices + sdk::ProjectBuildsFeed::idleAnHour + hints;
        // docs/handbook/git-hosts.md: four requests for each whose checks run, every five minutes.
        QVERIFY2(anHour <= 200 + 12 * 4 * running, qPrintable(QString::number(anHour)));
    }
};

QTEST_GUILESS_MAIN(TestReviewPace)
#include "tst_reviewpace.moc"
