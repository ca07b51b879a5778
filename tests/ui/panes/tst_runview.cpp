// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/someruns.h"
#include "tests/ui/panes/world.h"

#include "models/items/buildwording.h"
#include "ui/panes/builds/logpanel.h"
#include "ui/panes/builds/runview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::ui;
using namespace callboard::ui::panes;
using domain::BuildDetail;
using domain::BuildRun;
using domain::BuildState;
using testkit::buildRun;
using testkit::World;

/// A run that is open: where its log is looked at.
class RunViewTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_world.fill(World::company());
        const BuildRun running = buildRun(21, BuildState::Running, 2, u"ledger-replay"_s);
        BuildDetail detail;
        detail.runKey = running.key();
        detail.jobs.resize(1);
        detail.jobs[0].id = detail.jobs[0].name = u"compile"_s;
        detail.jobs[0].state = BuildState::Running;
        detail.jobs[0].startedAt = running.startedAt;
        put({ running, buildRun(11, BuildState::Passed, 400, u"ledger-api"_s) }, detail);
        QByteArray log;
        for (int line = 0; line < 200; ++line)
            log += line == failing ? "##[error]balance differs\n" : "ok\n";
        QFile file(m_folder.filePath(u"log"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(log) == log.size());
        m_path = file.fileName();
        m_bytes = log.size();
    }

    void aFollowedLogEndsAtWhatFailed_data()
    {
        QTest::addColumn<bool>("scrolls");
        QTest::newRow("stays at the end") << false;
        QTest::newRow("scrolls away") << true;
    }
    void aFollowedLogEndsAtWhatFailed()
    {
        QFETCH(const bool, scrolls);
        RunView run(m_world.context());
        run.resize(900, 400);
        run.show();
        run.open(u"acme/ledger-replay#21"_s, u"ci-1"_s);
        QTRY_VERIFY(!run.isBusy());
        LogView &view = run.log().view();
        QVERIFY(view.isFollowing());
        view.document().grow(m_path, m_bytes, false);
        QTRY_COMPARE(view.document().errorCount(), 1u);
        const quint32 last = view.document().lineCount() - 1;
        QVERIFY(view.isFollowing());
        QCOMPARE(view.currentLine(), last);
        if (scrolls) {
            view.verticalScrollBar()->setValue(10);
            QVERIFY(!view.isFollowing());
        }
        view.document().grow(m_path, m_bytes, true);
        QVERIFY(view.document().isWhole());
        QCOMPARE(view.currentLine(), scrolls ? last : quint32(failing));
        QCOMPARE(view.verticalScrollBar()->value() == 10, scrolls);
    }

    /// The room for a log changes with the window, and with what is said above it.
    void moreRoomLeavesALogFollowed()
    {
        LogView view;
        view.resize(500, 120);
        view.show();
        view.setFollowing(true);
        view.document().grow(m_path, m_bytes, false);
        QTRY_COMPARE(view.document().errorCount(), 1u);
        const QScrollBar &bar = *view.verticalScrollBar();
        QVERIFY(bar.value() > 0);
        for (const int height : { 400, 160 }) {
            view.resize(500, height);
            QTRY_COMPARE(view.viewport()->height() > 300, height > 300);
            QVERIFY(view.isFollowing());
            QCOMPARE(bar.value(), bar.maximum());
        }
    }

    void aCommitOpensAtItsHost()
    {
        BuildRun failed = buildRun(14, BuildState::Failed, 10, u"ledger-api"_s);
        BuildDetail detail;
        detail.runKey = failed.key();
        detail.since = buildRun(11, BuildState::Passed, 400, u"ledger-api"_s).commit;
        detail.commits = { { QString(40, u'c'), u"Compare legs"_s, u"Mira K."_s, {}, {} } };
        put({ failed }, detail, u"failed"_s);
        QTRY_VERIFY(builds::LiveRuns::of(m_world.mirror()).index()->findKey(failed.key()) != builds::noRun);
        RunView run(m_world.context());
        run.resize(900, 600);
        run.show();
        run.open(failed.key(), u"ci-1"_s);
        QTreeView *commits = run.commits();
        QTRY_VERIFY(commits->isVisible());
        const QUrl page(u"https://github.com/acme/ledger-api/commit/"_s + QString(40, u'c'));
        commits->setCurrentIndex(commits->model()->index(0, 1));
        QTest::keyClick(commits, Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(m_world.opened(), QList<QUrl> { page });
        QTest::keyClick(commits, Qt::Key_Return);
        QCOMPARE(m_world.opened(), (QList<QUrl> { page, page }));
    }

    void coverageIsCopiedWithItsNumber()
    {
        RunView run(m_world.context());
        run.resize(900, 400);
        run.show();
        run.open(u"acme/ledger-replay#21"_s, u"ci-1"_s);
        BuildDetail detail = run.model().detail();
        QCOMPARE(detail.jobs.size(), 1u);
        detail.jobs[0].coverage = 87.5;
        run.model().setDetail(detail, 0);
        const QModelIndex heading = run.model().index(1, 0);
        run.parts()->setCurrentIndex(run.model().index(0, 0, heading));
        QTest::keyClick(run.parts(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QString(u"compile\n"_s + items::BuildWording::coverage(87.5)));
    }

private:
    void put(const std::vector<BuildRun> &runs, const BuildDetail &detail, const QString &feed = u"runs"_s)
    {
        auto pull = m_world.mirror().beginPull(u"ci-1"_s, feed, u"me"_s).value();
        for (const BuildRun &run : runs)
            pull->put(run.toRecord());
        pull->put(detail.toRecord());
        QVERIFY(pull->complete());
        m_world.mirror().flush();
    }

    static constexpr int failing = 60;
    World m_world;
    QTemporaryDir m_folder;
    QString m_path;
    qint64 m_bytes = 0;
};

QTEST_MAIN(RunViewTest)
#include "tst_runview.moc"
