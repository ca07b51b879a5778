// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/mine.h"
#include "tests/unit/mirror/entities.h"

#include <QTest>

using namespace callboard;
using namespace callboard::mirror;
using namespace callboard::mirror::test;

class MineTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // company ─ money ─ ledger (mira), fares;  company ─ ships (pia)
    void groupsAboveAndBelowAreMineButNotThoseBeside_data()
    {
        QTest::addColumn<QString>("person");
        QTest::addColumn<QStringList>("mine");
        QTest::newRow("in a leaf") << u"user:default/mira"_s << QStringList { u"of-company"_s, u"of-ledger"_s, u"of-mira"_s, u"of-money"_s };
        QTest::newRow("in the middle")
            << u"user:default/lead"_s << QStringList { u"of-company"_s, u"of-fares"_s, u"of-ledger"_s, u"of-money"_s };
        QTest::newRow("in no group") << u"user:default/guest"_s << QStringList {};
    }

    void groupsAboveAndBelowAreMineButNotThoseBeside()
    {
        QFETCH(QString, person);
        QFETCH(QStringList, mine);
        SnapshotBuilder builder;
        const auto add = [&](const QString &kind, const QString &name, const std::vector<domain::Relation> &relations) {
            builder.add(narrow(entity(kind, name, relations)));
        };
        add(u"Group"_s, u"company"_s, {});
        add(u"Group"_s, u"money"_s, { { u"childOf"_s, u"group:default/company"_s } });
        add(u"Group"_s, u"ships"_s, { { u"childOf"_s, u"group:default/company"_s } });
        add(u"Group"_s, u"ledger"_s, { { u"childOf"_s, u"group:default/money"_s } });
        add(u"Group"_s, u"fares"_s, { { u"childOf"_s, u"group:default/money"_s } });
        add(u"User"_s, u"mira"_s, { { u"memberOf"_s, u"group:default/ledger"_s } });
        add(u"User"_s, u"lead"_s, { { u"memberOf"_s, u"group:default/money"_s } });
        add(u"User"_s, u"guest"_s, {});
        for (const QString &owner : { u"company"_s, u"money"_s, u"ships"_s, u"ledger"_s, u"fares"_s })
            add(u"Component"_s, u"of-"_s + owner, { { u"ownedBy"_s, u"group:default/"_s + owner } });
        add(u"Component"_s, u"of-mira"_s, { { u"ownedBy"_s, u"user:default/mira"_s } });
        const SnapshotPtr snapshot = builder.finish(1);

        const std::vector<bool> owned = search::mineOf(*snapshot, snapshot->find(person));
        QStringList names;
        for (Row row = 0; row < snapshot->size(); ++row) {
            if (owned[row])
                names.append(snapshot->name(row).toString());
        }
        names.sort();
        QCOMPARE(names, mine);
    }
};

QTEST_GUILESS_MAIN(MineTest)
#include "tst_mine.moc"
