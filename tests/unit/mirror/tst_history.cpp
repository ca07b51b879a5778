// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/mirror/mirrortest.h"

using namespace callboard;
using namespace callboard::mirror;
using namespace callboard::mirror::test;

/// "What changed": since when, of whom.
class TestHistory final : public MirrorTest {
    Q_OBJECT
private Q_SLOTS:
    void theFirstPullIsNoNews()
    {
        pull({ owned(u"a"_s, u"team"_s), owned(u"b"_s, u"team"_s) });
        const Changes changes = asked({});
        QCOMPARE(changes.total(), 0);
        QCOMPARE(changes.arrivals.size(), 1u);
        QCOMPARE(changes.arrivals[0].entities, 2);
        QCOMPARE(changes.arrivals[0].connectionId, u"c"_s);
        QVERIFY(changes.begins.isValid());
        reopen();
        pull({ owned(u"a"_s, u"team"_s), owned(u"b"_s, u"team"_s), owned(u"c"_s, u"team"_s) });
        QCOMPARE(said(asked({})), QStringList { u"added component:default/c"_s });
    }

    void everyKindOfChangeIsTold()
    {
        pull({ owned(u"a"_s, u"team"_s), owned(u"b"_s, u"team"_s), owned(u"c"_s, u"team"_s) });
        pull({ owned(u"a"_s, u"team"_s, 1), owned(u"b"_s, u"other"_s), owned(u"d"_s, u"team"_s) });
        QCOMPARE(said(asked({})).size(), 4);
        QCOMPARE(sorted(said(asked({}))),
            (QStringList { u"added component:default/d"_s, u"body component:default/a"_s, u"relations component:default/b"_s,
                u"removed component:default/c"_s }));
        pull({ owned(u"a"_s, u"team"_s, 1), owned(u"b"_s, u"other"_s), owned(u"c"_s, u"team"_s), owned(u"d"_s, u"team"_s) });
        const Changes changes = asked({});
        QCOMPARE(changes.list.front().ref, u"component:default/c"_s); // The latest first.
        QCOMPARE(changes.list.front().kind, ChangeKind::Returned);
        for (const ChangeKind kind : { ChangeKind::Added, ChangeKind::Returned, ChangeKind::Body, ChangeKind::Relations, ChangeKind::Removed })
            QCOMPARE(changes.count(kind), 1);
        QCOMPARE(changes.list.front().connectionId, u"c"_s);
    }

    void goneAndComeBackIsOneStory()
    {
        pull({ owned(u"a"_s, u"team"_s) });
        pull({});
        pull({ owned(u"a"_s, u"team"_s, 1) });
        const auto history = m_mirror->history(u"component:default/a").value();
        QCOMPARE(history.size(), 3u);
        QCOMPARE(history[0].kind, ChangeKind::Added);
        QCOMPARE(history[1].kind, ChangeKind::Removed);
        QCOMPARE(history[2].kind, ChangeKind::Returned);
        QCOMPARE(history[0].before, 0);
        QCOMPARE(history[1].before, history[0].id);
        QCOMPARE(history[2].before, history[1].id);
        // As it was when it went, relations too.
        const auto last = m_mirror->versionBody(history[1].id).value();
        QCOMPARE(last.body, owned(u"a"_s, u"team"_s).body);
        QCOMPARE(last.relations, owned(u"a"_s, u"team"_s).relations);
    }

    void timesBoundWhatIsTold()
    {
        pull({ owned(u"a"_s, u"team"_s) });
        pull({ owned(u"a"_s, u"team"_s, 1) });
        const QDateTime first = asked({}).list.front().at;
        QTRY_VERIFY(QDateTime::currentDateTimeUtc() > first.addMSecs(1));
        pull({ owned(u"a"_s, u"team"_s, 2) });
        const QDateTime second = asked({}).list.front().at;
        QVERIFY(second > first);
        QCOMPARE(asked({ .since = first, .until = {}, .refs = {}, .owners = {}, .ownersAlone = {} }).total(), 2);
        QCOMPARE(asked({ .since = first.addMSecs(1), .until = {}, .refs = {}, .owners = {}, .ownersAlone = {} }).total(), 1);
        QCOMPARE(asked({ .since = {}, .until = second, .refs = {}, .owners = {}, .ownersAlone = {} }).total(), 1);
        ChangesQuery one;
        one.limit = 1;
        const Changes latest = asked(one);
        QCOMPARE(latest.list.size(), 1u);
        QCOMPARE(latest.list[0].at, second);
        QCOMPARE(latest.total(), 2);
    }

    void ofOneEntity()
    {
        pull({ owned(u"a"_s, u"team"_s), owned(u"b"_s, u"team"_s) });
        pull({ owned(u"a"_s, u"team"_s, 1), owned(u"b"_s, u"team"_s, 1) });
        pull({ owned(u"a"_s, u"team"_s, 2) });
        ChangesQuery query;
        query.refs = { u"Component:default/B"_s, u"component:default/b"_s };
        QCOMPARE(said(asked(query)), (QStringList { u"removed component:default/b"_s, u"body component:default/b"_s }));
        query.refs = { u"component:default/never"_s };
        QCOMPARE(asked(query).total(), 0);
    }

    /// With the groups below a team; also what it no longer owns, and what is no longer there.
    void ofATeam()
    {
        const auto top = entity(u"Group"_s, u"top"_s, { { u"parentOf"_s, u"group:default/sub"_s } });
        const auto sub = entity(u"Group"_s, u"sub"_s, { { u"childOf"_s, u"group:default/top"_s } });
        const auto other = entity(u"Group"_s, u"other"_s);
        pull({ top, sub, other, owned(u"of-top"_s, u"top"_s), owned(u"of-sub"_s, u"sub"_s), owned(u"of-other"_s, u"other"_s),
            owned(u"gone"_s, u"sub"_s), owned(u"given"_s, u"sub"_s) });
        pull({ top, sub, other, owned(u"of-top"_s, u"top"_s, 1), owned(u"of-sub"_s, u"sub"_s, 1), owned(u"of-other"_s, u"other"_s, 1),
            owned(u"given"_s, u"other"_s) });
        pull({ top, sub, other, owned(u"of-top"_s, u"top"_s, 1), owned(u"of-sub"_s, u"sub"_s, 1), owned(u"of-other"_s, u"other"_s, 1),
            owned(u"given"_s, u"other"_s, 5) });
        ChangesQuery query;
        query.owners = { u"group:default/top"_s };
        QCOMPARE(sorted(said(asked(query))),
            (QStringList { u"body component:default/of-sub"_s, u"body component:default/of-top"_s, u"relations component:default/given"_s,
                u"removed component:default/gone"_s }));
        query.owners = {};
        query.ownersAlone = { u"group:default/top"_s };
        QCOMPARE(said(asked(query)), QStringList { u"body component:default/of-top"_s });
        query.ownersAlone = { u"group:default/nowhere"_s };
        QCOMPARE(asked(query).total(), 0);
    }

    void aPatchIsToldLikeAFullPull()
    {
        pull({ owned(u"a"_s, u"team"_s), owned(u"b"_s, u"team"_s) });
        auto running = m_mirror->beginPull(u"c"_s, u"catalog"_s, u"me"_s).value();
        running->bringOnlyChanges();
        running->put(owned(u"new"_s, u"team"_s));
        running->remove(u"Entity"_s, u"component:default/a"_s);
        QVERIFY(running->complete());
        m_mirror->flush();
        QCOMPARE(sorted(said(asked({}))), (QStringList { u"added component:default/new"_s, u"removed component:default/a"_s }));
    }

    void anotherPrincipalArrivesForItself()
    {
        pull({ owned(u"a"_s, u"team"_s) });
        pull({ owned(u"a"_s, u"team"_s), owned(u"b"_s, u"team"_s) }, u"somebody"_s);
        const Changes changes = asked({});
        QCOMPARE(changes.total(), 0);
        QCOMPARE(changes.arrivals.size(), 1u);
        QCOMPARE(changes.arrivals[0].entities, 3);
    }

    void removingAConnectionErasesItsHistory()
    {
        pull({ owned(u"a"_s, u"team"_s) });
        pull({ owned(u"a"_s, u"team"_s, 1) });
        QVERIFY(m_mirror->removeConnection(u"c"_s));
        const Changes changes = asked({});
        QCOMPARE(changes.total(), 0);
        QVERIFY(!changes.begins.isValid());
    }

    void askingStops()
    {
        pull({ owned(u"a"_s, u"team"_s) });
        pull({ owned(u"a"_s, u"team"_s, 1) });
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(m_mirror->changes({}, stop.get_token())->total(), 0);
    }

private:
    static domain::Entity owned(const QString &name, const QString &team, int version = 0)
    {
        return entity(u"Component"_s, name, { { u"ownedBy"_s, u"group:default/"_s + team } }, { { u"version"_s, version } });
    }

    void pull(const std::vector<domain::Entity> &entities, const QString &principal = u"me"_s)
    {
        auto running = m_mirror->beginPull(u"c"_s, u"catalog"_s, principal).value();
        for (const domain::Entity &each : entities)
            running->put(each);
        QVERIFY(running->complete());
        m_mirror->flush();
    }

    Changes asked(const ChangesQuery &query) const { return m_mirror->changes(query).value(); }

    static QStringList said(const Changes &changes)
    {
        static const QStringList kinds { u"added"_s, u"returned"_s, u"body"_s, u"relations"_s, u"removed"_s };
        QStringList lines;
        for (const EntityChange &change : changes.list)
            lines.append(QString(kinds[int(change.kind)] + u' ' + change.ref));
        return lines;
    }

    static QStringList sorted(QStringList lines)
    {
        lines.sort();
        return lines;
    }

    void reopen()
    {
        m_mirror.reset();
        m_mirror = open(m_folder->path());
        QVERIFY(m_mirror);
    }
};

QTEST_GUILESS_MAIN(TestHistory)
#include "tst_history.moc"
