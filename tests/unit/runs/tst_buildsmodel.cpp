// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/buildsmodel.h"
#include "models/items/buildwording.h"
#include "models/items/export.h"
#include "models/items/runpartsmodel.h"
#include "tests/unit/runs/randomruns.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard;
using domain::BuildDetail;
using domain::BuildState;
using items::BuildsModel;
using items::BuildWording;

class BuildsModelTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsHoldTheirPromises()
    {
        BuildsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const auto runs = callboard::testing::randomRuns(2'000, 12, 3, QDateTime::currentDateTimeUtc());
        const auto estate = std::make_shared<builds::RunEstate>(callboard::testing::indexOf(runs), callboard::testing::factsOf);
        model.show(BuildsModel::Content::of(estate, {}, builds::RunGrouping::Service));
        QVERIFY(model.rowCount() >= 12);
        const QModelIndex group = model.index(0, 0);
        const int before = model.rowCount(group);
        QVERIFY(model.index(before - 1, 0, group).data(BuildsModel::MoreRole).toBool());
        model.showMore(model.index(before - 1, 0, group));
        QCOMPARE(model.rowCount(group), int(model.groupAt(group)->size()) + 1); // And the heading of other branches.
        QSet<QString> keys;
        for (int row = 0; row < model.rowCount(group); ++row) {
            if (model.runAt(model.index(row, 0, group)) != builds::noRun)
                keys.insert(model.index(row, 0, group).data(BuildsModel::RunKeyRole).toString());
        }
        QCOMPARE(keys.size(), int(model.groupAt(group)->size()));
        const QString first = model.index(0, 0, group).data(BuildsModel::RunKeyRole).toString();
        QCOMPARE(model.indexOfRun(first), model.index(0, 0, group));
        model.show(BuildsModel::Content::of(estate, { builds::RunQuestion::Scope::All, {}, u"state:failed"_s }, builds::RunGrouping::Owner));
        QVERIFY(model.rowCount() > 0);
        for (int at = 0; at < model.rowCount(); ++at)
            QCOMPARE(model.index(0, 0, model.index(at, 0)).data(BuildsModel::StateRole).toInt(), int(BuildState::Failed));
        model.setNow(QDateTime::currentDateTimeUtc());
    }

    void defaultBranchesStandApart()
    {
        const auto runs = callboard::testing::randomRuns(2'000, 12, 3, QDateTime::currentDateTimeUtc());
        const auto estate = std::make_shared<builds::RunEstate>(callboard::testing::indexOf(runs), callboard::testing::factsOf);
        BuildsModel model;
        model.show(BuildsModel::Content::of(estate, {}, builds::RunGrouping::Service));
        const auto parts = [&](const QModelIndex &group) {
            QString said;
            for (int row = 0; row < model.rowCount(group); ++row) {
                const QModelIndex at = model.index(row, 0, group);
                said += at.data(BuildsModel::HeadingRole).toBool() ? u'-' : at.data(BuildsModel::MoreRole).toBool() ? u'+' : at.data(BuildsModel::DefaultRole).toBool() ? u'd' : u'o';
            }
            return said;
        };
        QCOMPARE(parts(model.index(0, 0)), u"dddd-oooo+"_s);
        const QModelIndex heading = model.index(4, 0, model.index(0, 0));
        QCOMPARE(heading.data().toString(), u"Other branches and pull requests"_s);
        QVERIFY(!(heading.flags() & (Qt::ItemIsEnabled | Qt::ItemIsSelectable))); // Arrows go past it.
        QCOMPARE(model.runAt(heading), builds::noRun);
        QVERIFY(!model.groupAt(heading));
        QVERIFY(heading.data(items::GroupKeyRole) != model.index(0, 0).data(items::GroupKeyRole));
        QVERIFY(!items::exportModel(model, items::ExportFormat::Csv, { 0, 1, 2 }).contains("Other branches"));
        model.showMore(model.index(9, 0, model.index(0, 0)));
        static const QRegularExpression whole(u"^d{5,}-o{5,}$"_s);
        QVERIFY2(whole.match(parts(model.index(0, 0))).hasMatch(), qPrintable(parts(model.index(0, 0))));
        // Of one kind alone there is nothing to part.
        for (const QString &asked : { u"is:default"_s, u"-is:default"_s }) {
            BuildsModel some;
            some.show(BuildsModel::Content::of(estate, { builds::RunQuestion::Scope::All, {}, asked }, builds::RunGrouping::Service));
            QCOMPARE(some.rowCount(some.index(0, 0)), 5);
            for (int row = 0; row < 5; ++row)
                QVERIFY(!some.index(row, 0, some.index(0, 0)).data(BuildsModel::HeadingRole).toBool());
        }
    }

    void groupsSayWhatIsFlaky()
    {
        const QDateTime now(QDate(2026, 11, 26), QTime(12, 0), QTimeZone::UTC);
        std::vector<domain::BuildRun> runs;
        const auto add = [&](const QString &pipeline, const QString &commit, BuildState state) {
            domain::BuildRun run;
            run.number = qint64(runs.size()) + 1;
            run.id = QString::number(run.number);
            run.project = u"acme/ledger"_s;
            run.entityRefs = { u"component:default/ledger"_s };
            run.pipeline = pipeline;
            run.branch = u"main"_s;
            run.isDefaultBranch = true;
            run.commit = commit;
            run.state = state;
            run.queuedAt = now.addSecs(60 * run.number);
            runs.push_back(run);
        };
        for (const QString &commit : { u"aa"_s, u"bb"_s }) {
            add(u"CI"_s, commit, BuildState::Failed);
            add(u"CI"_s, commit, BuildState::Passed);
        }
        add(u"Nightly"_s, u"bb"_s, BuildState::Passed);
        BuildsModel model;
        const auto show = [&](const std::vector<builds::JobOutcomes> &jobs, builds::RunGrouping grouping) {
            const auto index = callboard::testing::indexOf(runs);
            const auto estate = std::make_shared<builds::RunEstate>(index, callboard::testing::factsOf, std::make_shared<const builds::Flakiness>(*index, jobs));
            model.show(BuildsModel::Content::of(estate, {}, grouping));
        };
        const auto said = [&](int role) { return model.index(0, 0).data(role).toString(); };
        show({}, builds::RunGrouping::Service);
        QCOMPARE(said(BuildsModel::FlakyRole), u"CI"_s);
        QVERIFY(said(Qt::AccessibleTextRole).endsWith(u", flaky: CI"_s));
        QCOMPARE(said(Qt::ToolTipRole), u"Passed and failed on the same commit:\nCI, on 2 commit(s), last #4"_s);
        QCOMPARE(model.index(0, 3).data(Qt::ToolTipRole), model.index(0, 0).data(Qt::ToolTipRole)); // Wherever the pointer is.
        // Of one commit the job is known.
        const std::vector<builds::JobOutcomes> jobs { { u"ci-1"_s, u"acme/ledger#1"_s, { { {}, u"browser"_s, false } } },
            { u"ci-1"_s, u"acme/ledger#2"_s, { { {}, u"browser"_s, true } } } };
        show(jobs, builds::RunGrouping::Branch);
        QCOMPARE(said(BuildsModel::FlakyRole), u"CI of ledger, browser of ledger"_s);
        QVERIFY(said(Qt::ToolTipRole).contains(u"browser of ledger in CI, on 1 commit(s), last #2"_s));
        add(u"Nightly"_s, u"bb"_s, BuildState::Failed);
        show(jobs, builds::RunGrouping::Service);
        QVERIFY(said(BuildsModel::FlakyRole).endsWith(u", 1 more"_s));
        QVERIFY(said(Qt::AccessibleTextRole).contains(u"flaky: "_s));
        // Nothing is.
        runs.resize(1);
        show({}, builds::RunGrouping::Service);
        QCOMPARE(said(BuildsModel::FlakyRole), QString());
        QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).isValid());
        QVERIFY(!said(Qt::AccessibleTextRole).contains(u"flaky"_s));
    }

    void aRunHoldsItsPromises()
    {
        items::RunPartsModel parts;
        const QAbstractItemModelTester tester(&parts, QAbstractItemModelTester::FailureReportingMode::Fatal);
        BuildDetail detail;
        const QDateTime begin(QDate(2026, 11, 26), QTime(12, 0), QTimeZone::UTC);
        for (const QString &name : { u"build"_s, u"integration tests"_s }) {
            domain::BuildJob job;
            job.id = job.name = name;
            job.state = name == "build"_L1 ? BuildState::Passed : BuildState::Failed;
            job.startedAt = begin.addSecs(name == "build"_L1 ? 0 : 60);
            job.finishedAt = job.startedAt.addSecs(50);
            job.steps = { { u"run"_s, job.state, job.startedAt, job.finishedAt } };
            detail.jobs.push_back(job);
        }
        detail.annotations = { { domain::Severity::Error, u"integration tests"_s, u"balance.go"_s, 88, u"balance differs"_s, u"want 50, got 46"_s } };
        detail.tests = { { u"replay"_s, 10, 1, 0, 0, 4.5, { { u"lock_boundary"_s, u"balance differs"_s, 4.0 } } } };
        parts.setDetail(detail, 0);
        QCOMPARE(parts.rowCount(), 4); // Two jobs, annotations, tests.
        QCOMPARE(parts.mostTelling().data().toString(), u"integration tests"_s);
        QVERIFY(parts.index(0, 0).data(items::RunPartsModel::CriticalRole).toBool());
        QCOMPARE(parts.index(1, 0).data(items::RunPartsModel::BeginRole).toInt(), 60'000);
        QCOMPARE(parts.jobAt(parts.index(0, 0, parts.index(2, 0)))->name, u"integration tests"_s);
    }

    void attemptsOfAJobAreToldApart()
    {
        items::RunPartsModel parts;
        const QAbstractItemModelTester tester(&parts, QAbstractItemModelTester::FailureReportingMode::Fatal);
        BuildDetail detail;
        for (int attempt = 1; attempt <= 2; ++attempt) {
            domain::BuildJob job;
            job.id = QString::number(attempt);
            job.name = u"unit"_s;
            job.stage = u"test"_s;
            job.attempt = attempt;
            job.isRetried = attempt == 1;
            job.state = attempt == 1 ? BuildState::Failed : BuildState::Passed;
            job.coverage = 80.0 + attempt;
            detail.jobs.push_back(job);
        }
        detail.coverage = 98.2949;
        parts.setDetail(detail, 0);
        const auto said = [&](const QModelIndex &at) { return at.data(items::DescriptionRole).toString(); };
        QCOMPARE(said(parts.index(0, 0)), u"test · attempt 1, ran again"_s);
        QVERIFY(parts.index(0, 0).data(Qt::AccessibleTextRole).toString().endsWith(u"ran again"_s));
        QCOMPARE(said(parts.index(1, 0)), u"test · attempt 2"_s);
        QCOMPARE(parts.mostTelling(), parts.index(1, 0)); // What failed is over.
        // Coverage is the run's, and of each job as it is now.
        const QModelIndex coverage = parts.index(2, 0);
        QCOMPARE(coverage.data().toString(), u"Coverage, 98.29 %"_s);
        QCOMPARE(parts.rowCount(coverage), 1);
        QCOMPARE(said(parts.index(0, 0, coverage)), u"82 %"_s);
        QCOMPARE(parts.jobAt(parts.index(0, 0, coverage))->id, u"2"_s);
        detail.coverage.reset();
        parts.setDetail(detail, 0);
        QCOMPARE(parts.index(2, 0).data().toString(), u"Coverage"_s);
    }

    void aRunWithoutJobsShowsWhy()
    {
        items::RunPartsModel parts;
        const QAbstractItemModelTester tester(&parts, QAbstractItemModelTester::FailureReportingMode::Fatal);
        parts.setDetail({}, 0);
        QVERIFY(!parts.mostTelling().isValid());
        BuildDetail detail;
        detail.annotations = { { domain::Severity::Error, {}, u".github/workflows/ci.yml"_s, 0, u"Invalid workflow file"_s,
            u"no jobs are defined"_s } };
        parts.setDetail(detail, 0);
        QCOMPARE(parts.mostTelling().data().toString(), u"Invalid workflow file"_s);
        QVERIFY(parts.mostTelling().data(items::RunPartsModel::DetailRole).toString().endsWith(u"no jobs are defined"_s));
        QVERIFY(!parts.jobAt(parts.mostTelling()));
    }

    void durationsAreShort_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("unknown") << qint64(-1) << QString();
        QTest::newRow("seconds") << qint64(12'400) << u"12s"_s;
        QTest::newRow("minutes") << qint64(107'000) << u"1m 47s"_s;
        QTest::newRow("hours") << qint64(7'500'000) << u"2h 05m"_s;
        QTest::newRow("days") << qint64(273'600'000) << u"3d 4h"_s;
    }
    void durationsAreShort()
    {
        QFETCH(qint64, milliseconds);
        QTEST(BuildWording::duration(milliseconds), "text");
    }
};

QTEST_GUILESS_MAIN(BuildsModelTest)
#include "tst_buildsmodel.moc"
