// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/mirror.h"
#include "models/notices/buildchanges.h"
#include "models/notices/noticewatch.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::notices;
using domain::BuildRun;
using domain::BuildState;

/// What the program tells of what a connection brought belongs to the connection.
class TestNoticeSources final : public QObject {
    Q_OBJECT

    static BuildRun run(int number, BuildState state)
    {
        BuildRun one;
        one.id = QString::number(number);
        one.number = number;
        one.project = u"acme/ledger"_s;
        one.title = u"The words of a commit"_s;
        one.branch = u"main"_s;
        one.isDefaultBranch = true;
        one.entityRefs = { u"component:default/ledger"_s };
        one.state = state;
        one.queuedAt = QDateTime::currentDateTimeUtc().addSecs(number - 100);
        one.finishedAt = one.queuedAt;
        return one;
    }

private Q_SLOTS:
    void whatIsKnownIsOfConnectionsThatAreThere()
    {
        const BuildRun one = run(1, BuildState::Passed);
        const std::vector<SeenRun> both { { u"ci-1"_s, one, true, false }, { u"ci-2"_s, one, true, false } };
        const QJsonValue known = buildChanges({}, both, QDateTime::currentDateTimeUtc()).known;
        QCOMPARE(known["branches"_L1].toObject().size(), 2);
        QCOMPARE(knownOf({ u"ci-2"_s, u"ci-1"_s }, known), known);
        const QJsonObject left = knownOf({ u"ci-2"_s }, known)["branches"_L1].toObject();
        QCOMPARE(left.keys(), QStringList { branchKey(u"ci-2"_s, one) });
        QCOMPARE(knownOf({}, QJsonValue()), QJsonValue()); // Before the first look.
    }

    void whatWasToldOfAConnectionGoesWithIt()
    {
        QTemporaryDir folder;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        auto mirror = mirror::Mirror::open(folder.path(), {});
        QVERIFY(mirror);
        Inbox inbox(mirror->get(), [&now] { return now; });
        QStringList connections { u"ci-1"_s, u"ci-2"_s };
        const NoticeWatch::Sources sources { [] { return NoticeWatch::Person { {}, { u"component:default/ledger"_s } }; },
            [&connections] { return connections; }, {} };
        NoticeWatch watch(**mirror, inbox, sources, [&now] { return now; });
        watch.setDelay(std::chrono::milliseconds(1));
        const auto bring = [&](const QString &connection, const std::vector<BuildRun> &runs) {
            auto pull = (*mirror)->beginPull(connection, u"runs"_s, u"me"_s);
            QVERIFY(pull);
            for (const BuildRun &one : runs)
                (*pull)->put(one.toRecord());
            QVERIFY((*pull)->complete());
            (*mirror)->flush();
        };
        const auto isKnown = [&](const QString &branch) {
            return (*mirror)->value(u"notices.builds"_s)["branches"_L1].toObject().contains(branch);
        };
        for (const QString &connection : { u"ci-1"_s, u"ci-2"_s }) {
            bring(connection, { run(1, BuildState::Passed) });
            QTRY_VERIFY_WITH_TIMEOUT(isKnown(branchKey(connection, run(1, BuildState::Passed))), 20'000);
            bring(connection, { run(1, BuildState::Passed), run(2, BuildState::Failed) });
        }
        QTRY_COMPARE_WITH_TIMEOUT(inbox.told().size(), 2u, 20'000);
        connections = { u"ci-2"_s };
        watch.lookAtAll();
        QTRY_COMPARE_WITH_TIMEOUT(inbox.told().size(), 1u, 20'000);
        QCOMPARE(inbox.items().size(), 1u);
        QVERIFY(inbox.told().front().notice.id.startsWith("build|ci-2|"_L1));
        // Nothing of it is kept.
        for (const QString &key : { u"notices.told"_s, u"notices.builds"_s }) {
            const QByteArray kept = QJsonDocument(QJsonObject { { key, (*mirror)->value(key) } }).toJson();
            QVERIFY2(kept.contains("ci-2") && !kept.contains("ci-1"), kept.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestNoticeSources)
#include "tst_noticesources.moc"
