// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/build.h"
#include "models/domain/review.h"
#include "tests/unit/hosts/giteakit.h"

using namespace callboard;
using namespace callboard::test;
using namespace callboard::test::gitea;
using namespace Qt::StringLiterals;
using domain::BuildState;

class TestGitea final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void pullsAreJudged();
    void notificationsAreNotices();
    void whatIsSavedIsPinned_data();
    void whatIsSavedIsPinned();
    void actionsReachTheHost_data();
    void actionsReachTheHost();
    void conflictsAreSureWhenToldTwice();
    void aWorkflowSaysWhatItAsksFor();
    void commitsBetweenTwoRuns();
    void recordedAnswers();
    void everyRequestIsPublished();
    void hostileAnswersDoNoHarm();
};

void TestGitea::pullsAreJudged()
{
    HostContext host;
    script(host);
    const auto gitea = connection();
    const auto feed = gitea->feed(u"reviews"_s);
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.records.size(), 1);
    const auto review = domain::Review::fromRecord(host.records.first());
    QCOMPARE(review.key(), u"acme/web!6"_s);
    QVERIFY(review.waitsForMe && !review.isMine && !review.hasConflicts);
    QCOMPARE(review.approvals, 1);
    QCOMPARE(review.verdict, domain::Review::Verdict::Approved);
    QCOMPARE(review.checks, BuildState::Failed);
    QCOMPARE(review.branch, u"feature/catalog"_s);
    QCOMPARE(review.cloneUrl, u"http://git.example.org/dev/web.git"_s);
    QCOMPARE(review.additions, 3);
    QCOMPARE(review.entityRefs, QStringList { u"component:default/web"_s });
    const qsizetype before = host.asks().count(u"GET "_s + base + u"/pulls/6"_s);
    QVERIFY(host.pull(*feed).has_value());
    QCOMPARE(host.asks().count(u"GET "_s + base + u"/pulls/6"_s), before);
    QCOMPARE(domain::Review::fromRecord(host.records.first()), review);
    // What waits is asked each time, by one request; all else when that changed, when a person wants it, or later.
    const auto searches = [&] {
        host.requests.clear();
        return host.pull(*feed).has_value() ? host.asks().count(u"GET /api/v1/repos/issues/search"_s) : -1;
    };
    QCOMPARE(searches(), 1);
    QVERIFY(host.requests.back().url.query().contains("review_requested=true"_L1));
    host.wanted = true;
    QCOMPARE(searches(), 3);
    host.wanted = false;
    host.on("GET", u"/api/v1/repos/issues/search"_s, "[]");
    QCOMPARE(searches(), 3);
    QVERIFY(host.records.isEmpty());
}

void TestGitea::conflictsAreSureWhenToldTwice()
{
    HostContext host;
    script(host);
    QByteArray served = pull;
    served.replace(R"("mergeable":true)", R"("mergeable":false)");
    const auto serve = [&](const QByteArray &how) { host.on("GET", base + u"/pulls/6"_s, how); };
    serve(served);
    const auto gitea = connection();
    const auto feed = gitea->feed(u"reviews"_s);
    host.wanted = true; // Each pull asks for all.
    const auto pulled = [&] { return host.pull(*feed) ? domain::Review::fromRecord(host.records.first()) : domain::Review(); };
    auto review = pulled();
    QVERIFY(review.hasConflicts && review.conflictsUnsure);
    review = pulled();
    QVERIFY(review.hasConflicts && !review.conflictsUnsure);
    QByteArray pushed = served;
    pushed.replace("99811e6bc6a516868544d3e96a0f403a1719deac", "1111111111111111111111111111111111111111");
    serve(pushed);
    QByteArray later = hits;
    later.replace(R"("updated_at":"2026-11-21T21:13:42Z")", R"("updated_at":"2026-11-22T21:13:42Z")");
    host.on("GET", u"/api/v1/repos/issues/search"_s, later);
    host.on("GET", base + u"/commits/1111111111111111111111111111111111111111/status"_s, combined);
    review = pulled();
    QVERIFY(review.hasConflicts && review.conflictsUnsure);
    served.replace(R"("draft":false)", R"("draft":true)"); // It is no draft's word.
    serve(served);
    review = pulled();
    QVERIFY(review.isDraft && !review.hasConflicts && !review.conflictsUnsure);
}

void TestGitea::notificationsAreNotices()
{
    HostContext host;
    script(host);
    const auto gitea = connection();
    QVERIFY(host.pull(*gitea->feed(u"notices"_s)).has_value());
    const auto notice = domain::Notice::fromRecord(host.records.value(u"Notice 1"_s));
    QCOMPARE(notice.title, u"Add catalog-info.yaml"_s);
    QCOMPARE(notice.kind, u"host"_s);
    QCOMPARE(notice.about, u"acme/web!6"_s);
    QCOMPARE(notice.entityRef, u"component:default/web"_s);
    QVERIFY(notice.link.endsWith("#issuecomment-3"_L1) && !notice.readAt.isValid());
    const auto read = gitea->act({ u"markRead"_s, {}, {}, false, host.records.value(u"Notice 1"_s) }, host);
    QCOMPARE(host.asks().last(), u"PATCH /api/v1/notifications/threads/1"_s);
    QCOMPARE(read->touchedFeeds, QStringList { u"notices"_s });
}

void TestGitea::whatIsSavedIsPinned_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<bool>("isRead");
    QTest::addColumn<bool>("isSaved");
    QTest::addColumn<QString>("status"); // Empty: the server is not asked.
    QTest::newRow("read") << u"markRead"_s << true << false << u"read"_s;
    QTest::newRow("unread") << u"markUnread"_s << false << false << u"unread"_s;
    QTest::newRow("save") << u"save"_s << false << true << u"pinned"_s;
    QTest::newRow("no longer save") << u"unsave"_s << true << false << u"read"_s;
    QTest::newRow("no longer save, unread") << u"unsave"_s << false << false << u"unread"_s;
    QTest::newRow("read, saved") << u"markRead"_s << true << true << QString();
    QTest::newRow("unread, saved") << u"markUnread"_s << false << true << QString();
}

/// A thread there is unread, read or pinned: reading what is pinned would take its pin off.
void TestGitea::whatIsSavedIsPinned()
{
    QFETCH(const QString, action);
    QFETCH(const bool, isRead);
    QFETCH(const bool, isSaved);
    QFETCH(const QString, status);
    HostContext host;
    script(host);
    const auto gitea = connection();
    domain::Notice notice;
    notice.id = u"1"_s;
    const QDateTime at = QDateTime::fromSecsSinceEpoch(1'764'000'000, QTimeZone::UTC);
    notice.readAt = isRead ? at : QDateTime();
    notice.savedAt = isSaved ? at : QDateTime();
    const sdk::ActionRequest request { action, {}, {}, false, notice.toRecord() };
    QVERIFY(gitea->mayAct(request, host)->allowed);
    const auto answer = gitea->act(request, host);
    QVERIFY(answer.has_value() && !answer->summary.isEmpty());
    QCOMPARE(host.asks().contains(u"PATCH /api/v1/notifications/threads/1"_s), !status.isEmpty());
    if (!status.isEmpty())
        QCOMPARE(host.requests.back().url.query(), u"to-status="_s + status);
}

void TestGitea::actionsReachTheHost_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("request");
    QTest::newRow("rerun") << u"rerun"_s << u"/actions/runs/90/rerun"_s;
    QTest::newRow("failed") << u"rerunFailed"_s << u"/actions/runs/90/rerun-failed-jobs"_s;
    QTest::newRow("cancel") << u"cancel"_s << u"/actions/runs/90/cancel"_s;
    QTest::newRow("approve") << u"approve"_s << u"/actions/runs/90/approve"_s;
    QTest::newRow("dispatch") << u"dispatch"_s << u"/actions/workflows/ci.yaml/dispatches"_s;
}

void TestGitea::actionsReachTheHost()
{
    QFETCH(const QString, action);
    QFETCH(const QString, request);
    HostContext host;
    script(host);
    const auto gitea = connection();
    QVERIFY(host.pull(*gitea->feed(u"builds"_s)).has_value());
    const sdk::ActionRequest asked { action, {}, { { u"inputs"_s, u"level=2"_s } }, false, runOf(host, u"90"_s).toRecord() };
    QVERIFY(gitea->act(asked, host).has_value());
    QCOMPARE(host.asks().last(), u"POST "_s + base + request);
    if (action == "dispatch"_L1) {
        QCOMPARE(QJsonDocument::fromJson(host.requests.back().body).object(),
            QJsonDocument::fromJson(R"({"ref":"main","inputs":{"level":"2"}})").object());
    }
    // A version that cannot says so in words of ours, not "not found".
    host.on("POST", u"/api/v1/.*"_s, "404 page not found", 404);
    QCOMPARE(gitea->act(asked, host).error().code, domain::ErrorCode::Unsupported);
}

// Both servers read the format of GitHub's; in which folder the file lies a run does not say.
void TestGitea::aWorkflowSaysWhatItAsksFor()
{
    HostContext host;
    script(host);
    host.on(u"GET "_s + base + u"/raw/.gitea/workflows/ci.yaml", QByteArray("on:\n  workflow_dispatch:\n    inputs:\n      level: {type: choice, options: [1, 2], default: 2}\n      dry: {type: boolean}\n"));
    const auto gitea = connection();
    QVERIFY(host.pull(*gitea->feed(u"builds"_s)).has_value());
    const domain::Record run = runOf(host, u"90"_s).toRecord();
    const auto form = gitea->actionForm({ u"dispatch"_s, {}, { { u"ref"_s, u"v 1"_s } }, false, run }, host);
    QVERIFY2(form.has_value(), form ? "" : qPrintable(form.error().detail));
    QCOMPARE(form->size(), size_t(2));
    QVERIFY(form->at(0).id == "level"_L1 && form->at(0).choices == (QStringList { u"1"_s, u"2"_s }) && form->at(0).defaultValue == "2"_L1);
    QCOMPARE(form->at(1).type, sdk::FormField::Type::Boolean);
    QCOMPARE(host.requests.back().url.query(QUrl::FullyEncoded), u"ref=v%201"_s);
    QVERIFY(gitea->act({ u"dispatch"_s, {}, { { u"inputs"_s, QJsonObject { { u"dry"_s, true }, { u"level"_s, u"1"_s } } } }, false, run }, host).has_value());
    QCOMPARE(QJsonDocument::fromJson(host.requests.back().body).object(),
        QJsonDocument::fromJson(R"({"ref":"main","inputs":{"dry":"true","level":"1"}})").object());
    HostContext without;
    script(without);
    QCOMPARE(gitea->actionForm({ u"dispatch"_s, {}, {}, false, run }, without).error().code, domain::ErrorCode::NotFound);
}

// As repoCompareDiff of swagger.v1.json, with commits as they were recorded: the newest first.
void TestGitea::commitsBetweenTwoRuns()
{
    HostContext host;
    script(host);
    domain::BuildRun good, run;
    good.project = run.project = u"acme/web"_s;
    run.id = u"90"_s;
    good.commit = u"aaa"_s;
    run.commit = u"ccc"_s;
    const auto gitea = connection();
    QCOMPARE(gitea->commitsBetween(good, run, host).error().code, domain::ErrorCode::Unsupported);
    host.on(u"GET "_s + base + u"/compare/aaa...ccc", QByteArray(R"({"total_commits":2,"commits":[
        {"sha":"ccc","commit":{"message":"Round\n\nlong","author":{"name":"Mira K."},"committer":{"date":"2026-08-11T12:00:00Z"}},"files":[{"filename":"a.cpp"}]},
        {"sha":"bbb","commit":{"message":"Test it","author":{"name":"Jan"},"committer":{"date":"2026-08-11T11:00:00Z"}}}]})"));
    const auto commits = gitea->commitsBetween(good, run, host);
    QVERIFY2(commits.has_value(), commits ? "" : qPrintable(commits.error().detail));
    QCOMPARE(notPublished(fileIn(u"gitea/endpoints.txt"_s), host.asks(), u"/api/v1"_s), QStringList());
    QCOMPARE(commits->size(), size_t(2));
    QVERIFY(commits->front().id == "ccc"_L1 && commits->front().subject == "Round"_L1 && commits->front().author == "Mira K."_L1);
    QCOMPARE(commits->front().paths, QStringList { u"a.cpp"_s });
}

void TestGitea::recordedAnswers()
{
    const auto recorded = [](const QString &name) {
        QFile file(QStringLiteral(CALLBOARD_SOURCE_DIR "/../shared/peer-data/gitea/") + name);
        const QJsonValue body = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll())["response"_L1]["body"_L1] : QJsonValue();
        return (body.isArray() ? QJsonDocument(body.toArray()) : QJsonDocument(body.toObject())).toJson();
    };
    if (!QFile::exists(QStringLiteral(CALLBOARD_SOURCE_DIR "/../shared/peer-data/gitea/repo.json")))
        QSKIP("SKIPPED: ../shared/peer-data is not here, so what a real Gitea answered was NOT read");
    HostContext host;
    script(host);
    forget(host, u".*"_s); // It is from before Actions.
    host.on("GET", base, recorded(u"repo.json"_s));
    host.on("GET", base + u"/commits/[^/]+/status"_s, recorded(u"combined-status.json"_s));
    host.on("GET", base + u"/commits/[^/]+/statuses"_s, recorded(u"statuses.json"_s));
    host.on("GET", base + u"/pulls/6/reviews"_s, recorded(u"reviews.json"_s));
    host.on("GET", u"/api/v1/notifications"_s, recorded(u"notifications.json"_s));
    host.on("GET", u"/api/v1/version"_s, recorded(u"version.json"_s));
    const auto gitea = connection();
    QVERIFY(host.pull(*gitea->feed(u"builds"_s)).has_value());
    const auto run = runOf(host, u"commit-99811e6bc6a516868544d3e96a0f403a1719deac"_s);
    QCOMPARE(run.state, BuildState::Failed);
    QVERIFY(!gitea->buildDetail(run, host)->jobs.empty());
    QVERIFY(host.pull(*gitea->feed(u"reviews"_s)).has_value());
    QCOMPARE(domain::Review::fromRecord(host.records.value(u"Review acme/web!6"_s)).approvals, 1);
    QVERIFY(host.pull(*gitea->feed(u"notices"_s)).has_value());
    QCOMPARE(domain::Notice::fromRecord(host.records.value(u"Notice 1"_s)).about, u"acme/web!6"_s);
    QVERIFY(gitea->probe(host)->summary.contains("1.16.0"_L1));
    // The server's own description has all that is asked of a server of its age.
    QFile swagger(QStringLiteral(CALLBOARD_SOURCE_DIR "/../shared/peer-data/gitea/swagger.v1.json"));
    QVERIFY(swagger.open(QIODevice::ReadOnly));
    const QJsonObject paths = QJsonDocument::fromJson(swagger.readAll())["paths"_L1].toObject();
    QByteArray table;
    for (auto it = paths.begin(); it != paths.end(); ++it) {
        const QJsonObject methods = it.value().toObject();
        for (auto method = methods.begin(); method != methods.end(); ++method)
            table += method.key().toUpper().toUtf8() + ' ' + it.key().toUtf8() + '\n';
    }
    QStringList missing = notPublished(table, host.asks(), u"/api/v1"_s);
    missing.removeIf([](const QString &ask) { return ask.contains("/actions/"_L1); });
    QCOMPARE(missing, QStringList());
}

void TestGitea::everyRequestIsPublished()
{
    HostContext host;
    script(host);
    const auto gitea = connection();
    for (const QString &id : { u"builds"_s, u"reviews"_s, u"notices"_s }) {
        host.forgetCursors();
        const auto feed = gitea->feed(id);
        QVERIFY(host.pull(*feed).has_value());
        QVERIFY(host.pull(*feed).has_value());
    }
    const auto run = runOf(host, u"90"_s);
    (void)gitea->probe(host);
    QVERIFY(gitea->buildDetail(run, host).has_value());
    domain::BuildJob job;
    job.id = u"31"_s;
    QVERIFY(gitea->buildLog(run, job, 3, [](QByteArrayView) { return true; }, host).has_value());
    forget(host, u"runs.*"_s);
    (void)gitea->buildDetail(run, host);
    for (const QString &id : { u"rerun"_s, u"rerunFailed"_s, u"cancel"_s, u"approve"_s, u"dispatch"_s })
        QVERIFY(gitea->act({ id, {}, {}, false, run.toRecord() }, host).has_value());
    for (const QString &id : { u"markRead"_s, u"markUnread"_s, u"save"_s, u"unsave"_s })
        QVERIFY(gitea->act({ id, {}, {}, false, host.records.value(u"Notice 1"_s) }, host).has_value());
    const domain::Record review = host.records.value(u"Review acme/web!6"_s);
    QVERIFY(gitea->mayAct({ u"approveReview"_s, {}, {}, false, review }, host)->allowed);
    QVERIFY(gitea->act({ u"approveReview"_s, {}, {}, false, review }, host).has_value());
    QCOMPARE(host.requests.back().body, QByteArray(R"({"event":"APPROVED"})"));
    QVERIFY(host.requests.size() > 15);
    QCOMPARE(notPublished(fileIn(u"gitea/endpoints.txt"_s), host.asks(), u"/api/v1"_s), QStringList());
    for (const sdk::HttpRequest &request : host.requests) {
        QVERIFY(!request.url.toString().contains("0123456789"_L1));
        QVERIFY(request.headers.contains(sdk::Header("authorization", "token 0123456789abcdef")));
    }
}

void TestGitea::hostileAnswersDoNoHarm()
{
    struct Row {
        QString feed, path;
        QByteArray body;
    };
    const QList<Row> rows { { u"builds"_s, base, repo }, { u"builds"_s, base + u"/actions/runs"_s, giteaRuns },
        { u"builds"_s, base + u"/actions/runs"_s, forgejoRuns }, { u"builds"_s, base + u"/actions/tasks"_s, tasks },
        { u"builds"_s, base + u"/commits/[^/]+/status"_s, combined }, { u"builds"_s, base + u"/actions/runs/90/jobs"_s, jobs },
        { u"reviews"_s, u"/api/v1/repos/issues/search"_s, hits }, { u"reviews"_s, base + u"/pulls/6"_s, pull },
        { u"reviews"_s, base + u"/pulls/6/reviews"_s, reviews }, { u"notices"_s, u"/api/v1/notifications"_s, threads },
        { u"reviews"_s, u"/api/v1/user"_s, R"({"id":1,"login":"mira"})" } };
    domain::BuildRun run;
    run.id = u"90"_s;
    run.project = u"acme/web"_s;
    int tried = 0;
    for (const Row &row : rows) {
        for (const QByteArray &bad : spoilt(row.body)) {
            HostContext host;
            script(host);
            if (row.path.endsWith("tasks"_L1))
                forget(host, u"runs"_s);
            if (row.path.endsWith("status"_L1))
                forget(host, u".*"_s);
            host.on("GET", row.path, bad);
            const auto gitea = connection();
            (void)host.pull(*gitea->feed(row.feed));
            if (row.path.endsWith("jobs"_L1))
                (void)gitea->buildDetail(run, host);
            for (const domain::Record &record : std::as_const(host.records)) {
                QVERIFY(!record.key.isEmpty() && record.key.size() < 2000);
                QVERIFY(QJsonDocument(record.body).toJson().size() < 100'000);
            }
            ++tried;
        }
    }
    QVERIFY(tried > 300);
}

QTEST_GUILESS_MAIN(TestGitea)
#include "tst_gitea.moc"
