// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/review.h"

#include <QHash>
#include <QTimeZone>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard::domain;

// That references are read as Backstage reads them is asked of its own answers, in tst_reference.
class TestDomain final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void codesHaveNamesOfTheirOwn()
    {
        for (int code = 0; code <= int(ErrorCode::Internal); ++code)
            QCOMPARE(codeNamed(QString(name(ErrorCode(code)))), std::optional(ErrorCode(code)));
        QVERIFY(!codeNamed({}));
        QVERIFY(!codeNamed(u"notfound"));
    }

    void referencesCompareByTheirCanonicalForm()
    {
        const auto a = EntityRef::parse(u"Component:Team/Name");
        const auto b = EntityRef::parse(u"component:team/name");
        QVERIFY(a && b);
        QVERIFY(*a == *b);
        QCOMPARE(qHash(*a), qHash(*b));
        QCOMPARE(a->toString(), u"Component:Team/Name"_s);
        QCOMPARE(EntityRef::parse(u"name").error().code, ErrorCode::Invalid);
    }

    void referencesAreShortenedForPeople()
    {
        const EntityRef ref { u"Group"_s, u"default"_s, u"team"_s };
        QCOMPARE(ref.humanised({ u"group"_s, u"default"_s }), u"team"_s);
        QCOMPARE(ref.humanised({ u"user"_s, u"default"_s }), u"group:team"_s);
        QCOMPARE(ref.humanised({ u"group"_s, u"other"_s }), u"default/team"_s);
        // Shortened only where it reads back as itself.
        const auto odd = EntityRef::parse(u"group:a:b"_s);
        QVERIFY(odd);
        const EntityRef::Defaults groups { u"group"_s, u"default"_s };
        QCOMPARE(*EntityRef::parse(odd->humanised(groups), groups), *odd);
    }

    void entitiesSurviveTheirServedForm()
    {
        Entity entity;
        entity.body = { { u"apiVersion"_s, u"backstage.io/v1alpha1"_s }, { u"kind"_s, u"Component"_s },
            { u"metadata"_s,
                QJsonObject { { u"name"_s, u"a"_s }, { u"title"_s, u"A"_s },
                    { u"annotations"_s, QJsonObject { { u"x"_s, u"y"_s } } } } } };
        entity.relations = { { u"ownedBy"_s, u"group:default/g"_s } };
        entity.statusItems = { QJsonObject { { u"level"_s, u"error"_s } } };
        const Entity back = Entity::fromJson(entity.toJson());
        QCOMPARE(back.body, entity.body);
        QVERIFY(back.relations == entity.relations);
        QCOMPARE(back.statusItems, entity.statusItems);
        QCOMPARE(back.ref().canonical(), u"component:default/a"_s);
        QCOMPARE(back.displayName(), u"A"_s);
        QCOMPARE(back.annotation(u"x"_s), u"y"_s);
    }

    void recordsSurviveTheirStoredForm()
    {
        const Problem problem { Severity::Warning, u"Conflict"_s, u"m"_s, u"/kind"_s, u"url:https://a"_s, u"/p"_s, 2, 3, 4,
            u"component:default/a"_s };
        QVERIFY(Problem::fromRecord(problem.toRecord()) == problem);
        CloneState clone;
        clone.path = u"/p"_s;
        clone.branch = u"main"_s;
        clone.ahead = 1;
        clone.dirty = 2;
        QVERIFY(CloneState::fromRecord(clone.toRecord()) == clone);
        Notice notice;
        notice.id = u"n"_s;
        notice.kind = u"build"_s;
        notice.about = u"acme/ledger#7"_s;
        QVERIFY(Notice::fromRecord(notice.toRecord()) == notice);
        Problem other = problem;
        other.field = u"/metadata"_s;
        QVERIFY(other.toRecord().key != problem.toRecord().key);
    }

    void buildsAndReviewsSurviveTheirStoredForm()
    {
        const QDateTime at(QDate(2026, 2, 3), QTime(4, 5, 6, 7), QTimeZone::UTC);
        const QStringList refs { u"component:default/ledger"_s, u"component:default/ledger-web"_s };
        const BuildRun run { u"7"_s, u"acme/ledger"_s, refs, u"CI"_s, 214, 2, u"Round half up"_s, u"main"_s, u"c0ffee"_s, u"42"_s, true,
            u"push"_s, u"mira"_s, BuildState::Waiting, u"waiting"_s, at, at.addSecs(5), {}, u"https://git.example/7"_s, { { 1, BuildState::Failed } } };
        QVERIFY(BuildRun::fromRecord(run.toRecord()) == run);
        QCOMPARE(run.toRecord().entityRef, refs.first());
        const BuildJob job { u"j"_s, u"test"_s, u"check"_s, { u"i"_s }, BuildState::Failed, u"failure"_s, u"r"_s, at, at, at.addSecs(9), u"u"_s,
            { { u"cmake"_s, BuildState::Passed, at, at } }, u"hash"_s, 2, true, 87.5 };
        const BuildDetail detail { run.key(), refs, { job }, { { Severity::Warning, u"j"_s, u"src/a.cpp"_s, 12, u"t"_s, u"m"_s } },
            { { u"unit"_s, 9, 1, 0, 2, 1.5, { { u"rounds"_s, u"1 != 2"_s, 0.25 } } } },
            u"c0ffee"_s, { { u"decade"_s, u"Round"_s, u"Mira K."_s, at, { u"a.cpp"_s } } }, 0.0 };
        QVERIFY(BuildDetail::fromRecord(detail.toRecord()) == detail);
        const BuildDetail plain { run.key(), refs, { {} }, {}, {} };
        QVERIFY(BuildDetail::fromRecord(plain.toRecord()) == plain);
        QVERIFY(!plain.toRecord().body.contains("coverage"_L1)); // Nothing is not 0.
        for (const double told : { 1e300, -1.0 }) {
            const BuildDetail odd { run.key(), refs, {}, {}, { { u"unit"_s, 1, 0, 0, 0, told, { { u"t"_s, {}, told } } } } };
            const auto read = BuildDetail::fromRecord(odd.toRecord()).tests.front();
            QCOMPARE(read.seconds, told < 0 ? 0.0 : 1e9);
            QCOMPARE(read.failures.front().seconds, read.seconds);
        }
        const Deployment deployment { u"3"_s, u"acme/ledger"_s, refs, u"production"_s, u"c0ffee"_s, BuildState::Passed, at, at, u"u"_s };
        QVERIFY(Deployment::fromRecord(deployment.toRecord()) == deployment);
        Review review;
        review.id = u"42"_s;
        review.project = u"acme/ledger"_s;
        review.entityRefs = refs;
        review.state = Review::State::Merged;
        review.verdict = Review::Verdict::ChangesRequested;
        review.checks = BuildState::Errored;
        review.waitsForMe = review.hasConflicts = review.conflictsUnsure = true;
        review.additions = 12;
        review.updatedAt = at;
        QVERIFY(Review::fromRecord(review.toRecord()) == review);
    }

    void everyBuildStateHasItsName()
    {
        for (int i = 0; i <= int(BuildState::Skipped); ++i)
            QCOMPARE(buildStateFrom(buildStateName(BuildState(i))), BuildState(i));
        QCOMPARE(buildStateFrom(u"of tomorrow"), BuildState::Unknown);
        QVERIFY(!isFinished(BuildState::Waiting) && !isFinished(BuildState::Running) && isFinished(BuildState::Errored));
    }
};

QTEST_GUILESS_MAIN(TestDomain)
#include "tst_domain.moc"
