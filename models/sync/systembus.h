// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/networkstate.h"

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QHash>
#include <QVariantMap>

class QDBusMessage;

namespace callboard::sync {

/// What services of the system bus say of network and power. All calls are asynchronous; made and used on one thread.
/// Sources: https://networkmanager.dev/docs/api/latest/gdbus-org.freedesktop.NetworkManager.html,
/// https://upower.freedesktop.org/docs/, https://upower.pages.freedesktop.org/power-profiles-daemon/,
/// https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.login1.html
class SystemBus final : public QObject {
    Q_OBJECT
public:
    SystemBus();
    ~SystemBus() override;
    void begin();
    void readyToSleep();

Q_SIGNALS:
    /// `knowsNetwork`: somebody on the bus manages the network.
    void told(const callboard::sync::NetworkFacts &facts, bool knowsNetwork);

private Q_SLOTS:
    // By name, as QtDBus wants signals of the bus to be received.
    void onPropertiesChanged(const QDBusMessage &message);
    void onPrepareForSleep(const QDBusMessage &message);

private:
    struct Place {
        QString service, path, interface;
    };
    void watch(const Place &place);
    void ask(const Place &place);
    void watchLogin();
    void askWhoseLoginIs();
    void takeLoginOwner(const QString &owner);
    void holdSleep();
    void tell();
    NetworkFacts facts() const;
    QVariant property(QLatin1StringView interface, QLatin1StringView name) const;

    QDBusConnection m_bus;
    QList<Place> m_places;
    QHash<QString, QVariantMap> m_said; ///< By interface; none for a service that is absent.
    QDBusUnixFileDescriptor m_sleepLock; ///< While we hold it, logind waits for us, for some seconds.
    QString m_loginOwner; ///< The unique name of logind on the bus; empty: not there, or not known yet.
    int m_unanswered = 0;
    bool m_suspending = false;
};

} // namespace callboard::sync
