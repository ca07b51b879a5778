// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/build.h"
#include "models/sync/buildlog.h"
#include "models/sync/workspace.h"
#include "plugins/sdk/integration.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace callboard::sync;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using domain::BuildDetail;
using domain::BuildJob;
using domain::BuildRun;
using domain::ErrorCode;

/// What is asked of a connection about a run, and what is kept of it.
class TestWorkspaceBuilds final : public QObject {
    Q_OBJECT

    void open()
    {
        workspace.reset();
        Workspace::Options options;
        options.directory = directory->path();
        options.schedule = false;
        options.pluginDirs = { QStringLiteral(FIXTURES) + u"/folderci"_s };
        workspace = std::move(*Workspace::open(options));
    }
    void write(const QString &name, const QByteArray &text)
    {
        QFile file(ci->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    BuildRun run(const QString &id) const
    {
        BuildRun one;
        one.id = id;
        one.project = u"acme/ledger"_s;
        one.entityRefs = { u"component:default/ledger"_s };
        return one;
    }
    BuildJob job() const
    {
        BuildJob one;
        one.id = u"7.1"_s;
        one.name = u"compile"_s;
        return one;
    }
    domain::Result<BuildDetail> detail(const BuildRun &of)
    {
        std::optional<domain::Result<BuildDetail>> answer;
        workspace->buildDetail(connection, of, this, [&](const domain::Result<BuildDetail> &got) { answer = got; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 10'000))
            return domain::fail(ErrorCode::Timeout, u"no answer"_s);
        return *answer;
    }
    /// Follows to the end.
    domain::Result<BuildLog> log()
    {
        std::optional<domain::Result<BuildLog>> answer;
        workspace->followBuildLog(connection, run(u"7"_s), job(), this, [](const BuildLog &) {}, [&](const domain::Result<BuildLog> &got) { answer = got; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 30'000))
            return domain::fail(ErrorCode::Timeout, u"no answer"_s);
        return *answer;
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
    }
    QStringList leftovers() const { return QDir(directory->filePath(u"logs"_s)).entryList(QDir::Files); }

private Q_SLOTS:
    void init()
    {
        workspace.reset();
        directory = std::make_unique<QTemporaryDir>();
        ci = std::make_unique<QTemporaryDir>();
        write(u"runs"_s, "7\n8\n");
        open();
        connection = *workspace->addConnection(u"folderci"_s, u"CI"_s, { { u"folder"_s, ci->path() } });
        QVERIFY(workspace->waitForIdle(20s));
        workspace->mirror().flush();
    }

    void detailIsKeptAndIsThereOffline()
    {
        QSignalSpy changed(&workspace->mirror(), &mirror::Mirror::recordsChanged);
        const auto got = detail(run(u"7"_s));
        QVERIFY2(got, qPrintable(got ? QString() : got.error().detail));
        QCOMPARE(got->runKey, u"acme/ledger#7"_s);
        QCOMPARE(got->entityRefs, QStringList { u"component:default/ledger"_s });
        QVERIFY(workspace->running().empty());
        QTRY_VERIFY(std::ranges::any_of(changed, [](const QVariantList &one) { return one[0] == QString(domain::recordtype::buildDetail); }));
        write(u"offline"_s, {});
        QCOMPARE(detail(run(u"7"_s)).error().code, ErrorCode::Offline);
        open();
        const auto kept = workspace->mirror().record(QString(domain::recordtype::buildDetail), u"acme/ledger#7"_s);
        QVERIFY(kept);
        QCOMPARE(BuildDetail::fromRecord(*kept), *got);
        // Asking puts nothing but what is kept of it.
        QVERIFY(!workspace->mirror().record(QString(domain::recordtype::buildRun), u"stray"_s));
        QCOMPARE(workspace->mirror().records(QString(domain::recordtype::buildRun))->size(), size_t(2));
    }

    void commitsAreKeptAndAreThereOffline()
    {
        write(u"commits"_s, "bbb Round\naaa Test\n");
        BuildRun good = run(u"6"_s), bad = run(u"7"_s);
        const auto between = [&]() {
            std::optional<domain::Result<std::vector<domain::BuildCommit>>> answer;
            workspace->buildCommits(connection, good, bad, this, [&](const domain::Result<std::vector<domain::BuildCommit>> &got) { answer = got; });
            (void)QTest::qWaitFor([&] { return answer.has_value(); }, 10'000);
            return answer.value_or(domain::fail(ErrorCode::Timeout, u"no answer"_s));
        };
        QCOMPARE(between().error().code, ErrorCode::Invalid); // Runs without a commit.
        good.commit = u"999"_s;
        bad.commit = u"bbb"_s;
        const auto commits = between();
        QVERIFY2(commits, qPrintable(commits ? QString() : commits.error().detail));
        QCOMPARE(commits->size(), size_t(2));
        QCOMPARE(commits->front().subject, u"Round"_s);
        // What it is made of is asked for anew, and loses none of it.
        QVERIFY(detail(run(u"7"_s)));
        QTRY_VERIFY(workspace->mirror().record(QString(domain::recordtype::buildDetail), u"acme/ledger#7"_s).has_value());
        write(u"offline"_s, {});
        open();
        const auto kept = BuildDetail::fromRecord(*workspace->mirror().record(QString(domain::recordtype::buildDetail), u"acme/ledger#7"_s));
        QVERIFY(kept.since == "999"_L1 && kept.commits == *commits && kept.jobs.size() == 1);
        QVERIFY(*between() == *commits);
        // Another good run is another question.
        good.commit = u"888"_s;
        QCOMPARE(between().error().code, ErrorCode::Offline);
    }

    void aFeedKnowsThatItIsWantedAndTellsItsRound()
    {
        workspace->pullNow();
        QVERIFY(workspace->waitForIdle(20s));
        const auto reports = workspace->lastPulls();
        QCOMPARE(reports.size(), size_t(1));
        QCOMPARE(reports[0].round, std::chrono::seconds(2h));
    }

    void whatListsShowIsAskedAboutInTheNextPull()
    {
        const auto seen = [this] {
            workspace->pullNow();
            return workspace->waitForIdle(20s) ? QString::fromUtf8(read(ci->filePath(u"seen"_s))).split(u'\n', Qt::SkipEmptyParts) : QStringList { u"(none)"_s };
        };
        auto pull = workspace->mirror().beginPull(u"catalog-1"_s, u"catalog"_s, u"me"_s).value();
        for (const QString &name : { u"a"_s, u"b"_s, u"c"_s }) {
            domain::Entity entity;
            entity.body = { { u"apiVersion"_s, u"backstage.io/v1alpha1"_s }, { u"kind"_s, u"Component"_s },
                { u"metadata"_s, QJsonObject { { u"namespace"_s, u"default"_s }, { u"name"_s, name },
                    { u"annotations"_s, QJsonObject { { u"example.org/ci"_s, name } } } } } };
            pull->put(entity);
        }
        QVERIFY(pull->complete());
        workspace->mirror().flush();
        QCOMPARE(seen(), QStringList());
        const QObject one, two;
        workspace->setInterest({ u"component:default/b"_s });
        workspace->setListed(&one, { u"component:default/a"_s });
        workspace->setListed(&two, { u"component:default/a"_s, u"component:default/elsewhere"_s });
        QCOMPARE(seen(), (QStringList { u"component:default/a"_s, u"component:default/b"_s }));
        workspace->setListed(&one, {});
        QCOMPARE(workspace->listed(), (QStringList { u"component:default/a"_s, u"component:default/elsewhere"_s }));
        workspace->setListed(&two, {});
        QCOMPARE(seen(), QStringList { u"component:default/b"_s });
    }

    void detailsAskedAtOnceAreAllKept()
    {
        int answered = 0;
        for (int i = 0; i < 20; ++i) {
            workspace->buildDetail(connection, run(QString::number(i % 2 + 7)), this, [&](const domain::Result<BuildDetail> &got) {
                QVERIFY2(got, qPrintable(got ? QString() : got.error().detail));
                ++answered;
            });
        }
        QTRY_COMPARE_WITH_TIMEOUT(answered, 20, 20'000);
        QCOMPARE(workspace->mirror().records(QString(domain::recordtype::buildDetail))->size(), size_t(2));
    }

    void detailsOfRunsThatAreGoneAreForgotten()
    {
        QVERIFY(detail(run(u"7"_s)));
        write(u"runs"_s, "8\n");
        open();
        workspace->pullNow();
        QVERIFY(workspace->waitForIdle(20s));
        QVERIFY(detail(run(u"8"_s)));
        QVERIFY(!workspace->mirror().record(QString(domain::recordtype::buildDetail), u"acme/ledger#7"_s));
        QVERIFY(workspace->mirror().record(QString(domain::recordtype::buildDetail), u"acme/ledger#8"_s));
    }

    void aLogIsFollowedWhileItGrowsAndKeptAtItsEnd()
    {
        QVERIFY(detail(run(u"7"_s)));
        write(u"log"_s, "one\n");
        BuildLog latest;
        std::optional<domain::Result<BuildLog>> ended;
        workspace->followBuildLog(connection, run(u"7"_s), job(), this, [&](const BuildLog &log) { latest = log; },
            [&](const domain::Result<BuildLog> &got) { ended = got; });
        QTRY_COMPARE_WITH_TIMEOUT(latest.bytes, 4, 10'000);
        QVERIFY(!latest.ended && !ended);
        QCOMPARE(read(latest.path), "one\n");
        write(u"log"_s, "one\ntwo\n");
        write(u"ended"_s, {});
        QTRY_VERIFY_WITH_TIMEOUT(ended, 15'000);
        QVERIFY2(*ended, qPrintable(*ended ? QString() : ended->error().detail));
        const BuildLog all = **ended;
        QVERIFY(all.ended && !all.cut);
        QCOMPARE(read(all.path), "one\ntwo\n");
        QCOMPARE(all.blob, QString::fromLatin1(QCryptographicHash::hash("one\ntwo\n", QCryptographicHash::Sha256).toHex()));
        QCOMPARE(leftovers(), QStringList());
        // Its key is at its job, also after the detail was asked for again; and it is there without the CI system.
        const auto again = detail(run(u"7"_s));
        QVERIFY(again);
        QCOMPARE(again->jobs.at(0).logBlob, all.blob);
        write(u"offline"_s, {});
        open();
        const auto kept = log();
        QVERIFY(kept && kept->ended);
        QCOMPARE(read(kept->path), "one\ntwo\n");
    }

    void aLogWithoutDetailIsKeptToo()
    {
        write(u"log"_s, "one\n");
        write(u"ended"_s, {});
        QVERIFY(log());
        write(u"offline"_s, {});
        QCOMPARE(read(log()->path), "one\n");
    }

    void aLargeLogIsCutAndNeverHeldWhole()
    {
        write(u"large"_s, "300");
        QCOMPARE(workspace->largestBuildLog(), 256ll << 20);
        QVERIFY(workspace->setLargestBuildLog(24 << 20));
        const auto cut = log();
        QVERIFY2(cut, qPrintable(cut ? QString() : cut.error().detail));
        QVERIFY(cut->cut && cut->ended);
        QCOMPARE(cut->bytes, 24ll << 20);
        QCOMPARE(QFileInfo(cut->path).size(), 24ll << 20);
        QCOMPARE(leftovers(), QStringList());
    }

    void stoppingIsHeardOf()
    {
        write(u"log"_s, "one\n");
        std::optional<domain::Result<BuildLog>> ended;
        bool grew = false;
        auto stop = workspace->followBuildLog(connection, run(u"7"_s), job(), this, [&](const BuildLog &) { grew = true; },
            [&](const domain::Result<BuildLog> &got) { ended = got; });
        QTRY_VERIFY(grew);
        stop.request_stop();
        QTRY_VERIFY(ended);
        QCOMPARE(ended->error().code, ErrorCode::Cancelled);
        QTRY_COMPARE(leftovers(), QStringList());
        QVERIFY(!workspace->mirror().record(QString(domain::recordtype::buildDetail), u"acme/ledger#7"_s));
    }

    void whoIsGoneIsNotCalled()
    {
        write(u"log"_s, "one\n");
        auto watcher = std::make_unique<QObject>();
        bool grew = false;
        workspace->followBuildLog(connection, run(u"7"_s), job(), watcher.get(), [&](const BuildLog &) { grew = true; },
            [](const domain::Result<BuildLog> &) { QFAIL("nobody asked any more"); });
        QTRY_VERIFY(grew);
        watcher.reset();
        QTRY_COMPARE(leftovers(), QStringList());
    }

    void anUnknownConnectionAndAMissingLogAreErrors()
    {
        std::optional<domain::Result<BuildDetail>> answer;
        workspace->buildDetail(u"nobody"_s, run(u"7"_s), this, [&](const domain::Result<BuildDetail> &got) { answer = got; });
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error().code, ErrorCode::NotFound);
        QCOMPARE(log().error().code, ErrorCode::NotFound);
    }

    void theProgramEndsWhileALogIsFollowed()
    {
        write(u"log"_s, "one\n");
        bool grew = false;
        workspace->followBuildLog(connection, run(u"7"_s), job(), this, [&](const BuildLog &) { grew = true; }, [](const domain::Result<BuildLog> &) {});
        QTRY_VERIFY(grew);
        workspace.reset();
        QCOMPARE(leftovers(), QStringList());
    }

private:
    std::unique_ptr<QTemporaryDir> directory, ci;
    std::unique_ptr<Workspace> workspace;
    QString connection;
};

QTEST_GUILESS_MAIN(TestWorkspaceBuilds)
#include "tst_workspacebuilds.moc"
