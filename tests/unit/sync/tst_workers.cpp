// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/pulljob.h"

#include <QSemaphore>
#include <QTest>

#include <future>

using namespace std::chrono_literals;
using namespace callboard::sync;

class tst_Workers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatCameCanBeTakenWhileItIsStillBeingTold();
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

QTEST_GUILESS_MAIN(tst_Workers)
#include "tst_workers.moc"
