// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/keychainthread.h"

#include <QCoreApplication>
#include <QThread>

#include <mutex>

using namespace Qt::StringLiterals;

namespace callboard::sync {

namespace {

// A thread that is stuck in a library is left to the end of the process.
constexpr int patienceMs = 2000;

std::mutex mutex;
QThread *thread = nullptr;   // Guarded by `mutex`.
QObject *resident = nullptr; // Lives on `thread`.
bool ended = false;

void end()
{
    const std::lock_guard lock(mutex);
    ended = true;
    if (!thread)
        return;
    QObject::connect(thread, &QThread::finished, resident, &QObject::deleteLater);
    thread->quit();
    if (thread->wait(patienceMs))
        delete thread;
    thread = nullptr;
}

} // namespace

bool KeychainThread::run(std::function<void(QObject *)> work)
{
    const std::lock_guard lock(mutex);
    if (ended || !QCoreApplication::instance())
        return false;
    if (!thread) {
        thread = new QThread;
        thread->setObjectName(u"keychain"_s);
        resident = new QObject;
        resident->moveToThread(thread);
        thread->start();
        qAddPostRoutine(end);
    }
    return QMetaObject::invokeMethod(resident, [work = std::move(work), context = resident] { work(context); }, Qt::QueuedConnection);
}

} // namespace callboard::sync
