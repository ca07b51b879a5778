// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/pendingactions.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace callboard::sync;
using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

/// The other side: answers as it is told, and remembers what arrived.
struct Side {
    std::optional<domain::Error> error;
    QStringList arrived;
    bool holdsBack = false; ///< Answers when asked to, not at once.
    QHash<QString, Account> accounts; ///< By connection.
    std::function<bool(const PendingAction &)> refuses; ///< Before it does anything.
    std::vector<PendingActions::Answered> waiting;

    PendingActions::Send send()
    {
        return [this](const PendingAction &action, PendingActions::Answered done) {
            if (refuses && refuses(action))
                return done(domain::fail(ErrorCode::Unauthorised, u"somebody else"_s));
            arrived.append(QString(action.connectionId + u' ' + action.request.actionId + u' ' + action.request.entityRef));
            if (holdsBack)
                waiting.push_back(std::move(done));
            else
                answer(done);
        };
    }
    void answer(const PendingActions::Answered &done) const
    {
        if (error)
            done(std::unexpected(*error));
        else
            done(sdk::ActionAnswer { u"done"_s, {}, {}, std::nullopt, false });
    }
};

domain::Error errorOf(ErrorCode code, int status = 0)
{
    return { code, u"because"_s, status, std::nullopt, u"portal.example"_s };
}

sdk::ActionRequest request(const QString &id, const QString &ref = u"component:default/a"_s)
{
    return { id, ref, {}, false };
}

} // namespace

class TestPendingActions final : public QObject {
    Q_OBJECT

    void openMirror()
    {
        pending.reset();
        mirror.reset();
        mirror = std::move(*mirror::Mirror::open(directory->path(), {}, nullptr));
        pending = std::make_unique<PendingActions>(*mirror, side.send());
        pending->setAccounts([this](const QString &connectionId) { return side.accounts.value(connectionId); });
    }
    void signIn(const QString &principal) { side.accounts[u"p-1"_s] = { u"https://one.example:443"_s, principal }; }
    /// What the person is told: "done", "kept", "taken back", or the name of an error.
    PendingActions::Answered tell()
    {
        return [this](const domain::Result<sdk::ActionAnswer> &answer) {
            told.append(!answer ? QString(domain::name(answer.error().code)) : answer->kept ? u"kept"_s
                    : answer->summary.isEmpty() ? u"taken back"_s : answer->summary);
        };
    }

private Q_SLOTS:
    void init()
    {
        side = {};
        told.clear();
        pending.reset();
        mirror.reset();
        directory = std::make_unique<QTemporaryDir>();
        openMirror();
    }

    void whatWorksIsNotKept()
    {
        pending->add(u"p-1"_s, request(u"refresh"_s), tell());
        QCOMPARE(told, QStringList { u"done"_s });
        QVERIFY(pending->all().empty());
        QCOMPARE(mirror->value(u"pendingActions"_s).toArray().size(), 0);
    }

    void whatCannotBeDoneNow_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("kept");
        const auto row = [](ErrorCode code, int status, bool kept) {
            QTest::newRow(qPrintable(QString(domain::name(code)) + QString::number(status))) << int(code) << status << kept;
        };
        row(ErrorCode::Offline, 0, true);
        row(ErrorCode::Timeout, 0, true);
        row(ErrorCode::RateLimited, 429, true);
        row(ErrorCode::Cancelled, 0, true);
        row(ErrorCode::Unauthorised, 401, true);
        row(ErrorCode::BadResponse, 503, true);
        row(ErrorCode::Invalid, 408, true);
        row(ErrorCode::BadResponse, 200, false);
        row(ErrorCode::Tls, 0, false);
        row(ErrorCode::Forbidden, 403, false);
        row(ErrorCode::NotFound, 404, false);
        row(ErrorCode::Conflict, 409, false);
        row(ErrorCode::Invalid, 400, false);
        row(ErrorCode::Unsupported, 0, false);
        row(ErrorCode::Internal, 0, false);
    }
    void whatCannotBeDoneNow()
    {
        QFETCH(int, code);
        QFETCH(int, status);
        QFETCH(bool, kept);
        side.error = errorOf(ErrorCode(code), status);
        QSignalSpy givenUp(pending.get(), &PendingActions::givenUp);
        pending->add(u"p-1"_s, request(u"refresh"_s), tell());
        QCOMPARE(told, QStringList { kept ? u"kept"_s : QString(domain::name(ErrorCode(code))) });
        QCOMPARE(pending->waitingCount(), kept ? 1 : 0);
        QCOMPARE(givenUp.size(), 0); // Who asked was told already.
    }

    void aRestartLosesNothingAndKeepsTheOrder()
    {
        side.error = errorOf(ErrorCode::Offline);
        const QDateTime before = QDateTime::currentDateTimeUtc().addMSecs(-1);
        sdk::ActionRequest withValues = request(u"retitle"_s);
        withValues.values = { { u"title"_s, u"Ünïcode"_s } };
        pending->add(u"p-1"_s, withValues);
        pending->add(u"p-2"_s, request(u"refresh"_s));
        pending->add(u"p-1"_s, request(u"refresh"_s, u"api:default/b"_s));
        mirror->flush();
        openMirror();
        QCOMPARE(pending->all().size(), size_t(3));
        const PendingAction first = pending->all()[0];
        QCOMPARE(first.request.values, withValues.values);
        QVERIFY(first.since >= before && first.waiting);
        QCOMPARE(first.lastError->code, ErrorCode::Offline);
        QCOMPARE(first.lastError->source, u"portal.example"_s);
        side.error = {};
        side.arrived.clear();
        pending->flush(u"p-1"_s);
        QCOMPARE(side.arrived, (QStringList { u"p-1 retitle component:default/a"_s, u"p-1 refresh api:default/b"_s }));
        QCOMPARE(pending->waitingCount(u"p-1"_s), 0);
        QCOMPARE(pending->waitingCount(u"p-2"_s), 1);
        // A number is not given twice, or an old "cancel" would hit a new action.
        side.error = errorOf(ErrorCode::Offline);
        pending->add(u"p-1"_s, request(u"refresh"_s));
        QVERIFY(pending->all().back().id > first.id);
    }

    void aBrokenFileIsReadAsFarAsItMakesSense()
    {
        QVERIFY(mirror->setValue(u"pendingActions"_s, QJsonArray { 7, QJsonObject {}, u"x"_s,
            QJsonObject { { u"id"_s, 3 }, { u"connection"_s, u"p-1"_s }, { u"action"_s, u"refresh"_s }, { u"error"_s, QJsonObject { { u"code"_s, 99 } } } },
            QJsonObject { { u"id"_s, 4 }, { u"connection"_s, u"p-1"_s }, { u"action"_s, u"refresh"_s } } }));
        mirror->flush();
        openMirror();
        QCOMPARE(pending->all().size(), size_t(1));
        QCOMPARE(pending->all()[0].id, 4);
    }

    void aNewOneWaitsBehindTheOld()
    {
        side.error = errorOf(ErrorCode::Offline);
        pending->add(u"p-1"_s, request(u"refresh"_s));
        side.error = {};
        side.arrived.clear();
        // Somebody acts: that is a moment to try again, from the oldest on.
        pending->add(u"p-1"_s, request(u"refresh"_s, u"api:default/b"_s), tell());
        QCOMPARE(side.arrived, (QStringList { u"p-1 refresh component:default/a"_s, u"p-1 refresh api:default/b"_s }));
        QCOMPARE(told, QStringList { u"done"_s });
    }

    void oneAtATimeForAConnection()
    {
        side.holdsBack = true;
        pending->add(u"p-1"_s, request(u"refresh"_s));
        pending->add(u"p-1"_s, request(u"refresh"_s, u"api:default/b"_s));
        pending->add(u"p-2"_s, request(u"refresh"_s));
        QCOMPARE(side.waiting.size(), size_t(2));
        QVERIFY(!pending->all()[0].waiting);
        QVERIFY(!pending->cancel(pending->all()[0].id)); // It is on its way.
        side.answer(std::exchange(side.waiting[0], nullptr));
        QCOMPARE(side.waiting.size(), size_t(3));
        QCOMPARE(side.arrived.last(), u"p-1 refresh api:default/b"_s);
    }

    void whatIsTakenBackUntriedCancelsOut()
    {
        bool held = true;
        pending->setHeld([&](const QString &) { return held; });
        pending->add(u"p-1"_s, request(u"star"_s), tell());
        pending->add(u"p-1"_s, request(u"star"_s, u"api:default/b"_s));
        QCOMPARE(told, QStringList { u"kept"_s });
        pending->add(u"p-1"_s, request(u"unstar"_s), tell());
        QCOMPARE(told, (QStringList { u"kept"_s, u"taken back"_s }));
        QCOMPARE(pending->waitingCount(), 1);
        held = false;
        pending->flush(u"p-1"_s);
        QCOMPARE(side.arrived, QStringList { u"p-1 star api:default/b"_s });
    }

    void whatWasTriedIsTakenBackThereToo()
    {
        // The time ran out: it may have arrived.
        side.error = errorOf(ErrorCode::Timeout);
        pending->add(u"p-1"_s, request(u"star"_s));
        pending->add(u"p-1"_s, request(u"unstar"_s));
        QCOMPARE(pending->all().size(), size_t(1));
        side.error = {};
        side.arrived.clear();
        pending->flush(u"p-1"_s);
        QCOMPARE(side.arrived, QStringList { u"p-1 unstar component:default/a"_s });
    }

    void theSameTwiceIsOnce()
    {
        side.error = errorOf(ErrorCode::Offline);
        pending->add(u"p-1"_s, request(u"refresh"_s), tell());
        pending->add(u"p-1"_s, request(u"refresh"_s), tell());
        QCOMPARE(pending->all().size(), size_t(1));
        QCOMPARE(told, (QStringList { u"kept"_s, u"kept"_s }));
    }

    void refusedForGoodAfterWaitingIsSaid()
    {
        side.error = errorOf(ErrorCode::Offline);
        pending->add(u"p-1"_s, request(u"refresh"_s));
        pending->add(u"p-1"_s, request(u"star"_s));
        QSignalSpy givenUp(pending.get(), &PendingActions::givenUp);
        side.error = errorOf(ErrorCode::Forbidden, 403);
        pending->flush(u"p-1"_s);
        QCOMPARE(givenUp.size(), 2);
        QCOMPARE(givenUp[0][1].value<domain::Error>().code, ErrorCode::Forbidden);
        QVERIFY(pending->all().empty());
    }

    void nonsenseFiveTimesIsAnAnswer()
    {
        side.error = errorOf(ErrorCode::Offline);
        pending->add(u"p-1"_s, request(u"refresh"_s));
        side.error = errorOf(ErrorCode::BadResponse, 200);
        for (int attempt = 2; attempt < 5; ++attempt) {
            pending->flush(u"p-1"_s);
            QCOMPARE(pending->waitingCount(), 1);
        }
        QSignalSpy givenUp(pending.get(), &PendingActions::givenUp);
        pending->flush(u"p-1"_s);
        QCOMPARE(pending->waitingCount(), 0);
        QCOMPARE(givenUp.size(), 1);
    }

    void aHostThatAsksForARestGetsIt()
    {
        side.error = errorOf(ErrorCode::RateLimited, 429);
        side.error->retryAfter = std::chrono::seconds(1);
        pending->add(u"p-1"_s, request(u"refresh"_s));
        side.error = {};
        pending->flush(u"p-1"_s);
        pending->add(u"p-1"_s, request(u"star"_s), tell());
        QCOMPARE(told, QStringList { u"kept"_s });
        QCOMPARE(side.arrived.size(), 1);
        QTRY_COMPARE(pending->waitingCount(), 0); // By itself.
        QCOMPARE(side.arrived.size(), 3);
    }

    void thereIsAnEndToWaiting()
    {
        side.error = errorOf(ErrorCode::Offline);
        pending->setHeld([](const QString &) { return true; });
        for (size_t i = 0; i < PendingActions::most; ++i)
            pending->add(u"p-1"_s, request(u"refresh"_s, u"component:default/c%1"_s.arg(i)));
        pending->add(u"p-1"_s, request(u"refresh"_s), tell());
        QCOMPARE(told, QStringList { u"Storage"_s });
        QCOMPARE(pending->all().size(), PendingActions::most);
    }

    void whatSomebodyElseMadeWaitsAndLetsOthersPass()
    {
        signIn(u"mira"_s);
        side.error = errorOf(ErrorCode::Offline);
        pending->add(u"p-1"_s, request(u"star"_s));
        pending->add(u"p-1"_s, request(u"refresh"_s));
        side.error = {};
        side.arrived.clear();
        mirror->flush();
        openMirror(); // And over a restart.
        signIn(u"tobin"_s);
        pending->flush(u"p-1"_s);
        QVERIFY(side.arrived.isEmpty());
        QVERIFY(pending->isOfAnother(pending->all()[0]) && pending->isOfAnother(pending->all()[1]));
        QCOMPARE(pending->waitingCount(u"p-1"_s), 2);
        QVERIFY(!pending->find(u"p-1"_s, { u"star"_s }, u"component:default/a"_s));
        // Neither the same nor the opposite of another's is made one of with it.
        pending->add(u"p-1"_s, request(u"unstar"_s), tell());
        pending->add(u"p-1"_s, request(u"refresh"_s), tell());
        QCOMPARE(told, (QStringList { u"done"_s, u"done"_s }));
        QCOMPARE(side.arrived, (QStringList { u"p-1 unstar component:default/a"_s, u"p-1 refresh component:default/a"_s }));
        QCOMPARE(pending->all().size(), size_t(2));
        side.arrived.clear();
        signIn(u"mira"_s);
        pending->flush(u"p-1"_s);
        QCOMPARE(side.arrived, (QStringList { u"p-1 star component:default/a"_s, u"p-1 refresh component:default/a"_s }));
        QVERIFY(pending->all().empty());
    }

    void whatSomebodyElseMadeCanBeGivenUp()
    {
        signIn(u"mira"_s);
        side.error = errorOf(ErrorCode::Offline);
        pending->add(u"p-1"_s, request(u"star"_s));
        signIn(u"tobin"_s);
        QVERIFY(pending->cancel(pending->all()[0].id));
        QVERIFY(pending->all().empty());
    }

    /// Of versions that did not keep who made it: as before.
    void whatNobodyIsKnownOfGoesOutAsWhoeverIsSignedIn()
    {
        const QJsonObject kept { { u"id"_s, 4 }, { u"connection"_s, u"p-1"_s }, { u"action"_s, u"refresh"_s } };
        QVERIFY(mirror->setValue(u"pendingActions"_s, QJsonArray { kept }));
        mirror->flush();
        openMirror();
        signIn(u"tobin"_s);
        QVERIFY(!pending->isOfAnother(pending->all()[0]));
        pending->flush(u"p-1"_s);
        QCOMPARE(side.arrived.size(), 1);
    }

    /// Right after a sign-in nobody knows who that was; whoever sends it asks, and what stands behind it goes on.
    void whoIsSignedInIsFoundOutByAsking()
    {
        signIn(u"mira"_s);
        side.error = errorOf(ErrorCode::Offline);
        pending->add(u"p-1"_s, request(u"star"_s));
        side.error = {};
        side.arrived.clear();
        signIn({});
        side.refuses = [this](const PendingAction &action) {
            signIn(u"tobin"_s);
            return action.account.principal == "mira"_L1;
        };
        pending->add(u"p-1"_s, request(u"refresh"_s), tell());
        QCOMPARE(side.arrived, QStringList { u"p-1 refresh component:default/a"_s });
        QCOMPARE(told, QStringList { u"done"_s });
        QCOMPARE(pending->all().size(), size_t(1));
        QVERIFY(pending->isOfAnother(pending->all()[0]));
        QCOMPARE(pending->all()[0].lastError->code, ErrorCode::Unauthorised);
        // One that is added as somebody, and goes out as somebody else, is told as kept.
        pending->forget(u"p-1"_s);
        told.clear();
        signIn(u"mira"_s);
        pending->add(u"p-1"_s, request(u"star"_s), tell());
        QCOMPARE(told, QStringList { u"kept"_s });
    }

    void whatWasTriedAsSomebodyIsTheirs()
    {
        signIn({});
        side.error = errorOf(ErrorCode::Timeout);
        side.refuses = [this](const PendingAction &) {
            signIn(u"mira"_s);
            return false;
        };
        pending->add(u"p-1"_s, request(u"star"_s));
        side.refuses = {};
        side.error = {};
        side.arrived.clear();
        signIn(u"tobin"_s);
        pending->flush(u"p-1"_s);
        QVERIFY(side.arrived.isEmpty());
        QVERIFY(pending->isOfAnother(pending->all()[0]));
    }

    void anotherServerIsSentNothing()
    {
        signIn(u"mira"_s);
        side.error = errorOf(ErrorCode::Offline);
        pending->add(u"p-1"_s, request(u"star"_s));
        pending->add(u"p-2"_s, request(u"star"_s));
        side.error = {};
        side.arrived.clear();
        mirror->flush();
        openMirror();
        side.accounts[u"p-1"_s] = { u"https://two.example:443"_s, u"mira"_s };
        QSignalSpy givenUp(pending.get(), &PendingActions::givenUp);
        pending->flush(u"p-1"_s);
        QVERIFY(side.arrived.isEmpty());
        QCOMPARE(givenUp.size(), 1);
        QVERIFY(givenUp[0][1].value<domain::Error>().detail.contains(u"https://one.example:443"_s));
        QCOMPARE(pending->all().size(), size_t(1));
        QCOMPARE(pending->all()[0].connectionId, u"p-2"_s);
    }

    void aConnectionThatIsGoneLeavesNothing()
    {
        side.holdsBack = true;
        pending->add(u"p-1"_s, request(u"refresh"_s), tell());
        pending->add(u"p-1"_s, request(u"star"_s), tell());
        pending->forget(u"p-1"_s);
        QVERIFY(pending->all().empty());
        side.answer(side.waiting[0]); // Too late for anybody.
        QVERIFY(told.isEmpty());
        QVERIFY(!pending->isSendingAny());
    }

private:
    Side side;
    QStringList told;
    std::unique_ptr<QTemporaryDir> directory;
    std::unique_ptr<mirror::Mirror> mirror;
    std::unique_ptr<PendingActions> pending;
};

QTEST_GUILESS_MAIN(TestPendingActions)
#include "tst_pendingactions.moc"
