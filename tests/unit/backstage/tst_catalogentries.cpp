// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/catalogstate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard::backstage;

class TestCatalogEntries final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void entriesAreKeptHoweverTheyAreWritten()
    {
        const auto uid = [](int i) { return QString(u"0a1b2c3d-0000-4000-8000-"_s + QString::number(i, 16).rightJustified(12, u'0')).toLatin1(); };
        const auto etag = [](int i) { return QString::number(i * 7919, 16).rightJustified(40, u'0').toLatin1(); };
        CatalogState state;
        for (int i = 0; i < 20; ++i)
            state.entries.append(uid(i), etag(i), u"component:default/größe-%1"_s.arg(i));
        const size_t packed = size_t(state.save().size());
        CatalogEntries copied;
        for (const QByteArray &odd : { QByteArray("A0000000000000000000000000000000000000FF"), QByteArray("\"W/quoted"), QByteArray("1234"), etag(3) }) {
            state.entries.setEtag(3, odd);
            QCOMPARE(state.entries.etag(3), odd);
            QCOMPARE(state.entries.etag(2), etag(2));
            QVERIFY(state.isComparable());
            const std::vector<quint32> sorted = state.entries.etags().sorted();
            for (size_t i = 0; i < 20; ++i)
                QCOMPARE(state.entries.etags().find(sorted, state.entries.etag(i)), i);
            QVERIFY(!state.entries.etags().find(sorted, etag(77)));
            QVERIFY(!state.entries.etags().find(sorted, "never"));
            QCOMPARE(CatalogState::load(state.save())->entries, state.entries);
        }
        QVERIFY(size_t(state.save().size()) >= packed);
        for (size_t i = 0; i < 20; ++i) {
            copied.append(state.entries, i);
            QCOMPARE(copied.uid(i), uid(int(i)));
            QCOMPARE(copied.etag(i), etag(int(i)));
            QCOMPARE(copied.ref(i), u"component:default/größe-%1"_s.arg(i));
        }
        KnownRefs known(copied);
        known.add(4);
        QVERIFY(known.contains(copied.ref(4).toUtf8()));
        QVERIFY(!known.contains(copied.ref(5).toUtf8()));
        state.entries.setEtag(4, etag(5));
        QVERIFY(!state.isComparable()); // One etag twice.
        QVERIFY(CatalogState::load(CatalogState().save())->entries.empty());
    }
};

QTEST_GUILESS_MAIN(TestCatalogEntries)
#include "tst_catalogentries.moc"
