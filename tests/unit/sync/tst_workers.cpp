// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/pulljob.h"

#include <QSemaphore>
#include <QTest>

#include <future>
#include <set>

using namespace std::chrono_literals;
using namespace callboard::sync;

class tst_Workers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatCameCanBeTakenWhileItIsStillBeingTold();
    void aThreadThatRestsIsUsedAgain();
    void whatIsStartedNeverWaitsForAnother();
    void aCallThatDoesNotEndIsLeftBehind();
};

/// As on a busy machine: who told of an outcome lost its processor to the window, which comes for it.
void tst_Workers::whatCameCanBeTakenWhileItIsStillBeingTold()
{
    QSemaphore told, goOn;
    Workers workers([&] {
        told.release();
        goOn.acquire();
    });
    workers.start(nullptr, [] { return PullOutcome(); });
    QVERIFY(told.tryAcquire(1, 30'000));
    auto taken = std::async(std::launch::async, [&] { return workers.take().size(); });
    const bool neverWaited = taken.wait_for(5s) == std::future_status::ready;
    goOn.release();
    QVERIFY(neverWaited);
    QCOMPARE(taken.get(), 1u);
}

void tst_Workers::aThreadThatRestsIsUsedAgain()
{
    QSemaphore told;
    Workers workers([&] { told.release(); });
    std::set<std::thread::id> threads;
    for (int i = 0; i < 20; ++i) {
        std::promise<std::thread::id> ran;
        workers.start(nullptr, [&] {
            ran.set_value(std::this_thread::get_id());
            return PullOutcome();
        });
        threads.insert(ran.get_future().get());
        QVERIFY(told.tryAcquire(1, 30'000));
        QCOMPARE(workers.take().size(), 1u);
    }
    // On its way to its rest, it may be passed by a new one.
    QVERIFY2(threads.size() < 10, qPrintable(QString::number(threads.size())));
}

void tst_Workers::whatIsStartedNeverWaitsForAnother()
{
    QSemaphore begun, goOn;
    Workers workers([] { });
    for (int i = 0; i < 50; ++i) {
        workers.start(nullptr, [&] {
            begun.release();
            goOn.acquire();
            return PullOutcome();
        });
    }
    QVERIFY(begun.tryAcquire(50, 30'000));
    goOn.release(50);
    for (size_t taken = 0; taken < 50; taken += workers.take().size())
        QVERIFY(workers.waitForOutcome(std::chrono::steady_clock::now() + 30s));
    QCOMPARE(workers.stopAll(30s), 0);
}

void tst_Workers::aCallThatDoesNotEndIsLeftBehind()
{
    const auto goOn = std::make_shared<QSemaphore>(), begun = std::make_shared<QSemaphore>(), ended = std::make_shared<QSemaphore>();
    {
        Workers workers([] { });
        workers.start(nullptr, [] { return PullOutcome(); });
        workers.start(nullptr, [goOn, begun, ended] {
            begun->release();
            goOn->acquire();
            ended->release();
            return PullOutcome();
        });
        QVERIFY(begun->tryAcquire(1, 30'000));
        QCOMPARE(workers.stopAll(10ms), 1);
    }
    goOn->release();
    QVERIFY(ended->tryAcquire(1, 30'000));
}

QTEST_GUILESS_MAIN(tst_Workers)
#include "tst_workers.moc"
