// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/catalogchanges.h"
#include "tests/unit/notices/catalogentity.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace callboard;
using namespace callboard::notices;
using test::entity;

namespace {

const QDateTime noon(QDate(2026, 11, 26), QTime(12, 0), QTimeZone::UTC);

QString openApi(const QStringList &paths)
{
    QJsonObject all;
    for (const QString &path : paths)
        all.insert(path, QJsonObject { { u"get"_s, QJsonObject { { u"responses"_s, QJsonObject { { u"200"_s, QJsonObject { { u"description"_s, u"ok"_s } } } } } } } });
    return QString::fromUtf8(QJsonDocument(QJsonObject { { u"openapi"_s, u"3.0.0"_s }, { u"info"_s, QJsonObject { { u"title"_s, u"x"_s }, { u"version"_s, u"1"_s } } }, { u"paths"_s, all } }).toJson());
}

} // namespace

class TestCatalogNotices final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }

    void catalogStepsThatConcernMe()
    {
        const Concern concern { { u"component:default/ledger"_s, u"api:default/books"_s }, { u"component:default/star"_s }, { u"api:default/used"_s }, { u"group:default/mine"_s } };
        const QString mine = u"component:default/ledger"_s;
        const domain::Relation onMine { u"dependsOn"_s, mine };
        EntityStep step { u"component:default/other"_s, 7, noon, u"portal-1"_s, entity(u"Component"_s, u"other"_s, {}), entity(u"Component"_s, u"other"_s, { onMine }) };
        auto found = noticesOf(step, concern);
        QCOMPARE(found.size(), 1u);
        QCOMPARE(found[0].notice.entityRef, mine);
        QCOMPARE(whatOf(found[0].notice), What::CatalogDependant);
        QVERIFY(found[0].isMine);
        step.before = step.after;
        QVERIFY(noticesOf(step, concern).empty());
        step.before.reset(); // It is new, and depends on it from the start.
        QCOMPARE(noticesOf(step, concern).size(), 1u);
        step.ref = mine; // My own depend on each other all the time.
        QVERIFY(noticesOf(step, concern).empty());

        const domain::Relation byOne { u"ownedBy"_s, u"group:default/one"_s };
        const domain::Relation byTwo { u"ownedBy"_s, u"group:default/two"_s };
        EntityStep owner { u"component:default/star"_s, 8, noon, u"portal-1"_s, entity(u"Component"_s, u"star"_s, { byOne }), entity(u"Component"_s, u"star"_s, { byTwo }) };
        found = noticesOf(owner, concern);
        QCOMPARE(found.size(), 1u);
        QCOMPARE(whatOf(found[0].notice), What::CatalogOwner);
        QVERIFY(found[0].notice.title.contains(u"two"_s) && found[0].notice.description.contains(u"one"_s));
        owner.ref = u"component:default/nobodys"_s;
        QVERIFY(noticesOf(owner, concern).empty());
        // It was theirs until now.
        owner.before = entity(u"Component"_s, u"nobodys"_s, { { u"ownedBy"_s, u"group:default/mine"_s } });
        found = noticesOf(owner, concern);
        QCOMPARE(found.size(), 1u);
        QVERIFY(found[0].isMine && found[0].notice.description.contains(u"mine"_s));

        EntityStep orphan { mine, 9, noon, u"portal-1"_s, entity(u"Component"_s, u"ledger"_s, {}), entity(u"Component"_s, u"ledger"_s, {}, {}, { { u"backstage.io/orphan"_s, u"true"_s } }) };
        found = noticesOf(orphan, concern);
        QCOMPARE(found.size(), 1u);
        QCOMPARE(whatOf(found[0].notice), What::CatalogOrphan);

        const auto api = [](const QStringList &paths) { return QJsonObject { { u"type"_s, u"openapi"_s }, { u"definition"_s, openApi(paths) } }; };
        EntityStep broken { u"api:default/used"_s, 10, noon, u"portal-1"_s, entity(u"API"_s, u"used"_s, {}, api({ u"/a"_s, u"/b"_s })), entity(u"API"_s, u"used"_s, {}, api({ u"/a"_s })) };
        found = noticesOf(broken, concern);
        QCOMPARE(found.size(), 1u);
        QCOMPARE(whatOf(found[0].notice), What::CatalogApi);
        std::swap(*broken.before, broken.after); // More than there was breaks nobody.
        QVERIFY(noticesOf(broken, concern).empty());
    }

    void whatIsGoneOrDeprecated()
    {
        const QString used = u"component:default/rates"_s;
        const Concern concern { { u"component:default/ledger"_s }, { u"component:default/star"_s }, { used }, { u"group:default/mine"_s } };
        const domain::Relation byOthers { u"ownedBy"_s, u"group:default/others"_s };
        EntityStep gone { used, 12, noon, u"portal-1"_s, std::nullopt, entity(u"Component"_s, u"rates"_s, { byOthers }) };
        auto found = noticesOfRemoval(gone, concern);
        QCOMPARE(found.size(), 1u);
        QCOMPARE(whatOf(found[0].notice), What::CatalogGone);
        QVERIFY(found[0].isMine && found[0].notice.severity == "high"_L1 && found[0].notice.description.contains(u"others"_s));
        // What was theirs is known by who owned it: it is in no snapshot any more.
        gone = { u"component:default/old"_s, 13, noon, u"portal-1"_s, std::nullopt, entity(u"Component"_s, u"old"_s, { { u"ownedBy"_s, u"group:default/mine"_s } }) };
        found = noticesOfRemoval(gone, concern);
        QCOMPARE(found.size(), 1u);
        QVERIFY(found[0].isMine && found[0].notice.severity == "normal"_L1);
        gone = { u"component:default/star"_s, 14, noon, u"portal-1"_s, std::nullopt, entity(u"Component"_s, u"star"_s, { byOthers }) };
        found = noticesOfRemoval(gone, concern);
        QVERIFY(found.size() == 1u && !found[0].isMine && found[0].isStarred);
        gone.ref = u"component:default/nobodys"_s;
        QVERIFY(noticesOfRemoval(gone, concern).empty());

        const auto at = [&](const QString &lifecycle) { return entity(u"Component"_s, u"rates"_s, { byOthers }, { { u"lifecycle"_s, lifecycle } }); };
        EntityStep step { used, 15, noon, u"portal-1"_s, at(u"production"_s), at(u"Deprecated"_s) };
        found = noticesOf(step, concern);
        QCOMPARE(found.size(), 1u);
        QCOMPARE(whatOf(found[0].notice), What::CatalogDeprecated);
        QVERIFY(found[0].isMine);
        step.before = step.after;
        QVERIFY(noticesOf(step, concern).empty());
        step.before = at(u"production"_s);
        step.ref = u"component:default/ledger"_s; // Who deprecates their own knows.
        QVERIFY(noticesOf(step, concern).empty());
    }

    void removalsAreToldUntilItIsBack()
    {
        QTemporaryDir folder;
        const auto opened = mirror::Mirror::open(folder.path(), {});
        QVERIFY(opened);
        mirror::Mirror &mirror = **opened;
        const QString owner = u"group:default/mine"_s;
        const Concern concern { {}, {}, {}, { owner } };
        const auto pull = [&](const QString &connection, const QStringList &names) {
            auto pull = mirror.beginPull(connection, u"catalog"_s, u"me"_s);
            QVERIFY(pull);
            for (const QString &name : names)
                (*pull)->put(entity(u"Component"_s, name, { { u"ownedBy"_s, owner } }));
            QVERIFY((*pull)->complete());
        };
        QStringList names;
        for (int i = 0; i < 12; ++i)
            names.append(u"c%1"_s.arg(i));
        const QStringList keep { u"keep"_s };
        pull(u"portal-1"_s, keep + names);
        mirror.flush();
        Told told = catalogChanges({}, mirror, concern, QDateTime::currentDateTimeUtc());
        const auto look = [&] { return told = catalogChanges(told.known, mirror, concern, QDateTime::currentDateTimeUtc()); };

        // A look that knows of a removal before the snapshot does tells it all the same.
        const QJsonValue before = told.known;
        pull(u"portal-1"_s, keep + names.mid(1));
        QVERIFY(QTest::qWaitFor([&] { return look().known != before; }));
        QCOMPARE(told.entries.size(), 1u);
        QCOMPARE(told.entries[0].notice.entityRef, u"component:default/c0"_s);
        const QString single = told.entries[0].notice.id;
        mirror.flush();
        QVERIFY(look().gone.isEmpty() && told.entries.empty());
        pull(u"portal-2"_s, names.mid(0, 1)); // No news, being a first pull; and it is back.
        mirror.flush();
        QCOMPARE(look().gone, QStringList { single });
        QVERIFY(look().gone.isEmpty());

        // Of many at once there is one notice, until all of them are back.
        pull(u"portal-1"_s, keep);
        mirror.flush();
        look();
        QCOMPARE(told.entries.size(), 1u);
        const Entry many = told.entries[0];
        QVERIFY(many.isMine && many.notice.entityRef.isEmpty() && many.notice.title.startsWith("11 "_L1));
        QCOMPARE(whatOf(many.notice), What::CatalogGone);
        pull(u"portal-1"_s, keep + names.mid(2));
        mirror.flush();
        QVERIFY(look().gone.isEmpty());
        pull(u"portal-1"_s, keep + names.mid(1));
        mirror.flush();
        QCOMPARE(look().gone, QStringList { many.notice.id });
    }
};

QTEST_GUILESS_MAIN(TestCatalogNotices)
#include "tst_catalognotices.moc"
