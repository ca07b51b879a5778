// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/trayhost.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::ui {

namespace {

constexpr auto watcherName = "org.kde.StatusNotifierWatcher"_L1;
constexpr auto patience = 6s;

} // namespace

void TrayHost::await(QObject *context, std::function<void()> ready)
{
    new TrayHost(context, std::move(ready)); // Goes with its context, or when it is done.
}

TrayHost::TrayHost(QObject *context, std::function<void()> ready)
    : QObject(context)
    , m_ready(std::move(ready))
{
    auto *watcher = new QDBusServiceWatcher(watcherName, QDBusConnection::sessionBus(), QDBusServiceWatcher::WatchForRegistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceRegistered, this, &TrayHost::ask);
    QDBusConnection::sessionBus().connect({}, u"/StatusNotifierWatcher"_s, watcherName, u"StatusNotifierHostRegistered"_s, this, SLOT(ask()));
    QTimer::singleShot(patience, this, &TrayHost::finish);
    // A tray of X11 has no name on the bus; where the session has none, there is nothing else to wait for.
    if (QDBusConnection::sessionBus().isConnected())
        ask();
    else
        QTimer::singleShot(0, this, &TrayHost::finish);
}

void TrayHost::ask()
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        watcherName, u"/StatusNotifierWatcher"_s, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    message << u"org.kde.StatusNotifierWatcher"_s << u"IsStatusNotifierHostRegistered"_s;
    message.setAutoStartService(false);
    auto *call = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message), this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this, call] {
        call->deleteLater();
        const QDBusPendingReply<QVariant> reply = *call;
        if (!reply.isError() && reply.value().toBool())
            finish();
    });
}

void TrayHost::finish()
{
    const auto ready = std::exchange(m_ready, {});
    deleteLater();
    if (ready)
        ready();
}

} // namespace callboard::ui
