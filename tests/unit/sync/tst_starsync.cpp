// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/starsync.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace callboard::sync;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

using Refs = QSet<QString>;

Refs setOf(const QStringList &list)
{
    return Refs(list.begin(), list.end());
}

/// Callboard and two portals. "a…" came from p-1, "b…" from p-2, "c…" from no portal.
class World final {
public:
    explicit World(mirror::Mirror &mirror)
        : m_mirror(&mirror)
    {
        start();
    }

    void start()
    {
        m_pending = std::make_unique<PendingActions>(*m_mirror,
            [this](const PendingAction &action, PendingActions::Answered done) { send(action, done); });
        m_pending->setAccounts([this](const QString &portal) { return Account { servers.value(portal, portal), principal }; });
        StarSync::Portals portals;
        portals.keepingStars = [] { return QStringList { u"p-1"_s, u"p-2"_s }; };
        portals.portalOf = [this](const QString &ref) {
            return unknown.contains(ref) ? QString() : ref.startsWith(u'a') ? u"p-1"_s : ref.startsWith(u'b') ? u"p-2"_s : QString();
        };
        m_sync = std::make_unique<StarSync>(*m_mirror, *m_pending, std::move(portals));
    }
    /// Ends in the middle of whatever is going on, and begins with what is in the mirror: whole transactions.
    void kill()
    {
        m_flying.clear();
        m_pulling.clear();
        m_sync.reset();
        m_pending.reset();
        start();
        m_sync->reconcile();
        for (const QString &portal : { u"p-1"_s, u"p-2"_s })
            m_pending->flush(portal);
    }

    Refs local() const { return setOf(StarSync::starred(*m_mirror)); }
    void star(const QString &ref, bool on)
    {
        QStringList list = StarSync::starred(*m_mirror);
        if (list.contains(ref) == on)
            return;
        if (on)
            list.append(ref);
        else
            list.removeAll(ref);
        QVERIFY(m_mirror->setValue(u"starred"_s, QJsonArray::fromStringList(list)));
        m_sync->localChanged(ref);
    }

    // Pulls take time: what they saw is from their beginning, and counts at their end.

    void beginPull(const QString &portal)
    {
        m_sync->pullBegan(portal);
        m_pulling.insert(portal, remote[portal]);
    }
    void endPull(const QString &portal)
    {
        if (!m_pulling.contains(portal) || offline.contains(portal)) {
            m_pulling.remove(portal);
            return; // Failed: nothing is merged.
        }
        const Refs seen = m_pulling.take(portal);
        m_sync->pullCompleted(portal, principal, QStringList(seen.begin(), seen.end()));
        m_pending->flush(portal);
    }
    void pull(const QString &portal)
    {
        beginPull(portal);
        endPull(portal);
    }

    // Actions are on their way until they are answered.

    void deliverOne(bool answerIsLost = false)
    {
        if (m_flying.empty())
            return;
        auto [action, done] = std::move(m_flying.front());
        m_flying.erase(m_flying.begin());
        if (offline.contains(action.connectionId))
            return done(domain::fail(ErrorCode::Offline, {}));
        if (refuses.contains(action.connectionId))
            return done(domain::fail(ErrorCode::Forbidden, {}));
        Refs &stars = remote[action.connectionId];
        if (action.request.actionId == actionid::star)
            stars.insert(action.request.entityRef);
        else
            stars.remove(action.request.entityRef);
        ++arrived;
        if (answerIsLost)
            return done(domain::fail(ErrorCode::Timeout, {}));
        done(sdk::ActionAnswer {});
    }
    void settle()
    {
        for (int round = 0; round < 6; ++round) {
            for (const QString &portal : { u"p-1"_s, u"p-2"_s })
                pull(portal);
            while (!m_flying.empty())
                deliverOne();
        }
    }

    StarSync &sync() { return *m_sync; }
    PendingActions &pending() { return *m_pending; }
    size_t flying() const { return m_flying.size(); }

    QHash<QString, Refs> remote;
    QString principal = u"user:default/mira"_s;
    QHash<QString, QString> servers; ///< Where a portal is now; by itself each at one of its own.
    Refs offline, refuses;
    Refs unknown; ///< Entities that no portal has now.
    int arrived = 0;

private:
    void send(const PendingAction &action, PendingActions::Answered done)
    {
        m_flying.emplace_back(action, std::move(done));
    }

    mirror::Mirror *m_mirror;
    std::unique_ptr<PendingActions> m_pending;
    std::unique_ptr<StarSync> m_sync;
    std::vector<std::pair<PendingAction, PendingActions::Answered>> m_flying;
    QHash<QString, Refs> m_pulling;
};

} // namespace

class TestStarSync final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { mirror = std::move(*mirror::Mirror::open(directory.path(), {}, nullptr)); }
    void init()
    {
        for (const QString &key : { u"starred"_s, u"starSync"_s, u"pendingActions"_s })
            QVERIFY(mirror->setValue(key, QJsonArray()));
        world = std::make_unique<World>(*mirror);
    }
    void cleanup() { world.reset(); }

    void theFirstTimeBothAreBroughtTogether()
    {
        world->star(u"a1"_s, true);
        world->star(u"c1"_s, true);
        world->remote[u"p-1"_s] = { u"a2"_s, u"unknown-here"_s };
        world->settle();
        QCOMPARE(world->local(), (Refs { u"a1"_s, u"a2"_s, u"c1"_s, u"unknown-here"_s }));
        QCOMPARE(world->remote[u"p-1"_s], (Refs { u"a1"_s, u"a2"_s, u"unknown-here"_s }));
        QVERIFY(world->remote[u"p-2"_s].isEmpty());
    }

    void aStarGoesToThePortalOfItsEntity()
    {
        world->settle();
        for (const QString &ref : { u"a1"_s, u"b1"_s, u"c1"_s })
            world->star(ref, true);
        world->settle();
        QCOMPARE(world->remote[u"p-1"_s], Refs { u"a1"_s });
        QCOMPARE(world->remote[u"p-2"_s], Refs { u"b1"_s });
    }

    void bothDirectionsAndNoEcho()
    {
        world->star(u"a1"_s, true);
        world->settle();
        world->remote[u"p-1"_s] = { u"a1"_s, u"a2"_s };
        world->settle();
        QCOMPARE(world->local(), (Refs { u"a1"_s, u"a2"_s }));
        world->remote[u"p-1"_s] = { u"a2"_s };
        world->settle();
        QCOMPARE(world->local(), Refs { u"a2"_s });
        world->star(u"a2"_s, false);
        world->settle();
        QVERIFY(world->remote[u"p-1"_s].isEmpty());
        QCOMPARE(world->arrived, 2); // One star, one taken away: what came in did not go out again.
    }

    void whatIsStarredAtBothPortalsIsTakenAwayAtBoth()
    {
        world->remote[u"p-1"_s] = { u"a1"_s };
        world->remote[u"p-2"_s] = { u"a1"_s };
        world->settle();
        world->star(u"a1"_s, false);
        world->settle();
        QVERIFY(world->remote[u"p-1"_s].isEmpty() && world->remote[u"p-2"_s].isEmpty());
    }

    void offlineStarsWaitAndArrive()
    {
        world->settle();
        world->offline = { u"p-1"_s };
        world->star(u"a1"_s, true);
        world->deliverOne();
        QVERIFY(world->sync().isWaiting(u"a1"_s));
        world->kill();
        QCOMPARE(world->local(), Refs { u"a1"_s });
        QVERIFY(world->sync().isWaiting(u"a1"_s));
        world->deliverOne();
        world->offline = {};
        world->settle();
        QCOMPARE(world->remote[u"p-1"_s], Refs { u"a1"_s });
        QVERIFY(!world->sync().isWaiting(u"a1"_s));
    }

    void aStarWithoutAnAnswerIsTakenBackThere()
    {
        world->settle();
        world->star(u"a1"_s, true);
        world->deliverOne(true); // It arrived; the answer did not.
        world->star(u"a1"_s, false);
        world->settle();
        QVERIFY(world->local().isEmpty());
        QVERIFY(world->remote[u"p-1"_s].isEmpty());
    }

    void aPullThatBeganBeforeAStarTakesNothingAway()
    {
        world->settle();
        world->beginPull(u"p-1"_s);
        world->star(u"a1"_s, true);
        world->deliverOne();
        world->endPull(u"p-1"_s); // Says "no stars", from before.
        QCOMPARE(world->local(), Refs { u"a1"_s });
        world->settle();
        QCOMPARE(world->local(), Refs { u"a1"_s });
    }

    void whatIsRefusedStaysHereAndIsNotAskedAgain()
    {
        world->settle();
        world->refuses = { u"p-1"_s };
        world->star(u"a1"_s, true);
        world->deliverOne();
        for (int i = 0; i < 3; ++i)
            world->pull(u"p-1"_s);
        QCOMPARE(world->flying(), size_t(0));
        QCOMPARE(world->local(), Refs { u"a1"_s });
        // Somebody who tries again means it.
        world->refuses = {};
        world->star(u"a1"_s, false);
        world->star(u"a1"_s, true);
        world->settle();
        QCOMPARE(world->remote[u"p-1"_s], Refs { u"a1"_s });
    }

    void whatThePersonGaveUpIsNotSent()
    {
        world->settle();
        world->offline = { u"p-1"_s };
        world->star(u"a1"_s, true);
        world->deliverOne();
        QVERIFY(world->pending().cancel(world->pending().all()[0].id));
        world->offline = {};
        world->settle();
        QVERIFY(world->remote[u"p-1"_s].isEmpty());
        QCOMPARE(world->local(), Refs { u"a1"_s });
    }

    void anotherPersonsStarsAreBroughtTogetherAnew()
    {
        world->star(u"a1"_s, true);
        world->settle();
        // Not "taken away": that person never had it.
        world->principal = u"user:default/tobin"_s;
        world->remote[u"p-1"_s] = { u"a9"_s };
        world->settle();
        QCOMPARE(world->local(), (Refs { u"a1"_s, u"a9"_s }));
        QCOMPARE(world->remote[u"p-1"_s], (Refs { u"a1"_s, u"a9"_s }));
    }

    void whatAnotherPersonMadeIsLeftAlone()
    {
        world->settle();
        world->offline = { u"p-1"_s };
        world->star(u"a1"_s, true);
        world->deliverOne();
        world->offline = {};
        world->principal = u"user:default/tobin"_s;
        QVERIFY(!world->sync().isWaiting(u"a1"_s));
        world->settle();
        QCOMPARE(world->remote[u"p-1"_s], Refs { u"a1"_s }); // Of Tobin: both were brought together.
        QCOMPARE(world->pending().all().size(), size_t(1));
        world->star(u"a1"_s, false);
        world->settle();
        QVERIFY(world->remote[u"p-1"_s].isEmpty());
        QCOMPARE(world->arrived, 2);
        // Nobody wants it any more when Mira is back.
        world->principal = u"user:default/mira"_s;
        world->settle();
        QVERIFY(world->pending().all().empty() && world->local().isEmpty());
        QCOMPARE(world->arrived, 2);
    }

    /// Whose stars are known says nothing of whoever signed in since: they are read first.
    void asSomebodyElseNothingIsSentBeforeAReading()
    {
        world->star(u"a1"_s, true);
        world->settle();
        world->principal = u"user:default/tobin"_s;
        world->remote[u"p-1"_s] = { u"a1"_s };
        world->star(u"a1"_s, false); // Missing in what Mira's portal has.
        world->star(u"a2"_s, true);
        QCOMPARE(world->flying(), size_t(0));
        world->settle();
        QCOMPARE(world->local(), (Refs { u"a1"_s, u"a2"_s })); // Tobin's own came, and what is starred here went there.
        QCOMPARE(world->remote[u"p-1"_s], world->local());
    }

    void anotherServerIsNotToldWhatWasStarredAtTheFormer()
    {
        world->star(u"a1"_s, true);
        world->settle();
        world->offline = { u"p-1"_s };
        world->star(u"a2"_s, true);
        world->deliverOne();
        // A connection is pointed to another server, and killed before anybody looks.
        world->pending().forget(u"p-1"_s);
        world->servers[u"p-1"_s] = u"another"_s;
        world->remote[u"p-1"_s] = { u"a7"_s };
        world->offline = {};
        world->kill();
        world->settle();
        QCOMPARE(world->local(), (Refs { u"a1"_s, u"a2"_s, u"a7"_s })); // None is taken away for not being there.
        QCOMPARE(world->remote[u"p-1"_s], Refs { u"a7"_s });
        QCOMPARE(world->arrived, 1);
        world->principal = u"user:default/tobin"_s; // Whoever signs in there next.
        world->settle();
        QCOMPARE(world->remote[u"p-1"_s], Refs { u"a7"_s });
        // What is chosen from now on is for this one.
        for (const auto &[ref, on] : { std::pair { u"a3"_s, true }, { u"a1"_s, false }, { u"a1"_s, true } })
            world->star(ref, on);
        world->settle();
        QCOMPARE(world->remote[u"p-1"_s], (Refs { u"a1"_s, u"a3"_s, u"a7"_s }));
    }

    /// Also where the second has no such entity, and the third has one of that name.
    void norIsTheOneAfterIt()
    {
        world->star(u"a1"_s, true);
        world->settle();
        world->unknown = { u"a1"_s };
        for (const QString &server : { u"another"_s, u"a third"_s }) {
            world->servers[u"p-1"_s] = server;
            world->remote[u"p-1"_s] = {};
            world->settle();
        }
        world->unknown = {};
        world->settle();
        QCOMPARE(world->local(), Refs { u"a1"_s });
        QVERIFY(world->remote[u"p-1"_s].isEmpty());
    }

    /// A pull that had just ended when the connection was pointed elsewhere: what it saw is of the former server.
    void aReadingOfTheFormerServerIsNotTakenForTheOthers()
    {
        world->star(u"a1"_s, true);
        world->settle();
        world->beginPull(u"p-1"_s);
        world->servers[u"p-1"_s] = u"another"_s;
        world->sync().reconcile();
        world->endPull(u"p-1"_s);
        world->remote[u"p-1"_s] = {};
        world->settle();
        QCOMPARE(world->local(), Refs { u"a1"_s });
        QVERIFY(world->remote[u"p-1"_s].isEmpty());
    }

    /// What was known before servers were kept along counts for the one that is asked.
    void whatIsKnownOfNoServerStays()
    {
        const QJsonObject portal { { u"principal"_s, world->principal }, { u"agreed"_s, QJsonArray { u"a1"_s } } };
        QVERIFY(mirror->setValues({ { u"starSync"_s, QJsonObject { { u"p-1"_s, portal } } }, { u"starred"_s, QJsonArray { u"a1"_s } } }));
        world->kill();
        world->settle();
        QVERIFY(world->local().isEmpty()); // Taken away there.
    }

    void aPortalThatIsRemovedTakesNoStarsAlong()
    {
        world->star(u"a1"_s, true);
        world->settle();
        world->sync().forget(u"p-1"_s);
        QCOMPARE(world->local(), Refs { u"a1"_s });
    }

    void absurdlyManyStarsAreNotBelieved()
    {
        world->star(u"a1"_s, true);
        world->settle();
        Refs flood;
        for (int i = 0; i < 30'000; ++i)
            flood.insert(u"a%1"_s.arg(i + 10));
        world->remote[u"p-1"_s] = flood;
        world->pull(u"p-1"_s);
        QCOMPARE(world->local(), Refs { u"a1"_s });
    }

    // Whatever happens in whatever order: when it is calm again, both sides say the same, and what they say is what
    // somebody said last.
    void anyOrderOfEventsEndsTheSame_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 150; ++seed)
            QTest::addRow("%u", seed) << seed;
    }
    void anyOrderOfEventsEndsTheSame()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        const QStringList refs { u"a1"_s, u"a2"_s, u"a3"_s, u"b1"_s, u"b2"_s, u"c1"_s };
        const QStringList portals { u"p-1"_s, u"p-2"_s };
        QHash<QString, Refs> touched; // By "here" or a portal: who ever said something of it.
        world->settle();
        for (int step = 0; step < 80; ++step) {
            const QString portal = portals[random.bounded(2)];
            const QString ref = refs[random.bounded(int(refs.size()))];
            switch (random.bounded(12)) {
            case 0:
            case 1:
            case 2:
                touched[ref].insert(u"here"_s);
                world->star(ref, random.bounded(2) == 1);
                break;
            case 3: // On the portal's own page. Of its own entities.
                if ((ref[0] == u'a') != (portal == "p-1"_L1) || ref[0] == u'c')
                    break;
                touched[ref].insert(portal);
                if (random.bounded(2) == 1)
                    world->remote[portal].insert(ref);
                else
                    world->remote[portal].remove(ref);
                break;
            case 4: world->beginPull(portal); break;
            case 5: world->endPull(portal); break;
            case 6:
            case 7: world->deliverOne(); break;
            case 8: world->deliverOne(true); break;
            case 9: world->offline.contains(portal) ? (void)world->offline.remove(portal) : (void)world->offline.insert(portal); break;
            case 10: world->kill(); break;
            case 11: world->pull(portal); break;
            }
        }
        world->offline = {};
        const Refs before = world->local() + world->remote[u"p-1"_s] + world->remote[u"p-2"_s];
        world->settle();
        const Refs local = world->local();
        for (const QString &ref : refs) {
            const bool here = local.contains(ref);
            QCOMPARE(world->remote[u"p-1"_s].contains(ref), here && ref[0] == u'a');
            QCOMPARE(world->remote[u"p-2"_s].contains(ref), here && ref[0] == u'b');
            // Nothing is starred that nobody starred: not here, not there, when it grew calm.
            QVERIFY2(!here || before.contains(ref), qPrintable(ref));
            QVERIFY2(!here || touched.contains(ref), qPrintable(ref));
        }
        QCOMPARE(world->pending().all().size(), size_t(0));
        // And it stays so.
        const int arrived = world->arrived;
        world->settle();
        QCOMPARE(world->local(), local);
        QCOMPARE(world->arrived, arrived);
    }

    // One side alone speaks: it has the last word, whatever is lost on the way.
    void whatOnlyThePersonSaidIsWhatCounts_data() { anyOrderOfEventsEndsTheSame_data(); }
    void whatOnlyThePersonSaidIsWhatCounts()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        const QStringList refs { u"a1"_s, u"a2"_s, u"b1"_s };
        Refs wanted;
        world->settle();
        for (int step = 0; step < 60; ++step) {
            const QString ref = refs[random.bounded(int(refs.size()))];
            switch (random.bounded(7)) {
            case 0:
            case 1: {
                const bool on = random.bounded(2) == 1;
                if (on)
                    wanted.insert(ref);
                else
                    wanted.remove(ref);
                world->star(ref, on);
                break;
            }
            case 2: world->deliverOne(); break;
            case 3: world->deliverOne(true); break;
            case 4: world->offline.isEmpty() ? (void)world->offline.insert(u"p-1"_s) : world->offline.clear(); break;
            case 5: world->kill(); break;
            case 6: random.bounded(2) == 1 ? world->beginPull(u"p-1"_s) : world->endPull(u"p-1"_s); break;
            }
            QCOMPARE(world->local(), wanted);
        }
        world->offline = {};
        world->settle();
        QCOMPARE(world->local(), wanted);
        QCOMPARE(world->remote[u"p-1"_s] + world->remote[u"p-2"_s], wanted);
    }

private:
    QTemporaryDir directory;
    std::unique_ptr<mirror::Mirror> mirror;
    std::unique_ptr<World> world;
};

QTEST_GUILESS_MAIN(TestStarSync)
#include "tst_starsync.moc"
