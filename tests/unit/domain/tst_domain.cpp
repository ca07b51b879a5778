// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/record.h"

#include <QHash>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard::domain;

// That references are read as Backstage reads them is asked of its own answers, in tst_reference.
class TestDomain final : public QObject {
    Q_OBJECT

private Q_SLOTS:
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
        Problem other = problem;
        other.field = u"/metadata"_s;
        QVERIFY(other.toRecord().key != problem.toRecord().key);
    }
};

QTEST_GUILESS_MAIN(TestDomain)
#include "tst_domain.moc"
