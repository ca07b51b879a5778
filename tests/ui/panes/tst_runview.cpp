// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/someruns.h"
#include "tests/ui/panes/world.h"

#include "ui/panes/builds/logpanel.h"
#include "ui/panes/builds/runview.h"

#include <QScrollBar>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

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
        put({ running }, detail);
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

private:
    void put(const std::vector<BuildRun> &runs, const BuildDetail &detail)
    {
        auto pull = m_world.mirror().beginPull(u"ci-1"_s, u"runs"_s, u"me"_s).value();
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
