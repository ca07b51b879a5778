// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/systembus.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

using namespace Qt::StringLiterals;

namespace callboard::sync {

namespace {

constexpr auto busName = "callboard-system"_L1;
constexpr auto propertiesInterface = "org.freedesktop.DBus.Properties"_L1;
constexpr auto manager = "org.freedesktop.NetworkManager"_L1;
constexpr auto upower = "org.freedesktop.UPower"_L1;
constexpr auto battery = "org.freedesktop.UPower.Device"_L1;
constexpr auto profiles = "org.freedesktop.UPower.PowerProfiles"_L1;
constexpr auto profilesBefore = "net.hadess.PowerProfiles"_L1; // Its name until 0.20.
constexpr auto login = "org.freedesktop.login1"_L1;
constexpr auto loginPath = "/org/freedesktop/login1"_L1;
constexpr auto loginManager = "org.freedesktop.login1.Manager"_L1;

// NMState, NMConnectivityState, NMMetered, UpDeviceLevel.
constexpr uint stateAsleep = 10;
constexpr uint stateConnecting = 40;
constexpr uint connectivityPortal = 2;
constexpr uint meteredYes = 1;
constexpr uint meteredGuessYes = 3;
constexpr uint levelLow = 3;

/// A call that starts no service: who is not there has nothing to say.
QDBusMessage call(const QString &service, const QString &path, const QString &interface, const QString &method)
{
    QDBusMessage message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setAutoStartService(false);
    return message;
}

} // namespace

SystemBus::SystemBus()
    : m_bus(QString())
{
}

SystemBus::~SystemBus()
{
    m_bus = QDBusConnection(QString());
    QDBusConnection::disconnectFromBus(busName);
}

void SystemBus::begin()
{
    m_bus = QDBusConnection::connectToBus(QDBusConnection::SystemBus, busName);
    if (!m_bus.isConnected()) {
        Q_EMIT told({}, false);
        return;
    }
    watch({ manager, u"/org/freedesktop/NetworkManager"_s, manager });
    watch({ upower, u"/org/freedesktop/UPower"_s, upower });
    watch({ upower, u"/org/freedesktop/UPower/devices/DisplayDevice"_s, battery });
    watch({ profiles, u"/org/freedesktop/UPower/PowerProfiles"_s, profiles });
    watch({ profilesBefore, u"/net/hadess/PowerProfiles"_s, profilesBefore });
    watchLogin();
    holdSleep();
}

void SystemBus::watchLogin()
{
    // Without the service's name: with it, connecting would wait for the bus to say who owns it.
    m_bus.connect({}, loginPath, loginManager, u"PrepareForSleep"_s, this, SLOT(onPrepareForSleep(QDBusMessage)));
    auto *watcher = new QDBusServiceWatcher(login, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this,
        [this](const QString &, const QString &, const QString &owner) { takeLoginOwner(owner); });
    askWhoseLoginIs();
}

void SystemBus::askWhoseLoginIs()
{
    QDBusMessage message = call(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s, u"org.freedesktop.DBus"_s, u"GetNameOwner"_s);
    message << QString(login);
    ++m_unanswered;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        --m_unanswered;
        const QDBusPendingReply<QString> reply = *watcher;
        takeLoginOwner(reply.isError() ? QString() : reply.value());
    });
}

/// Who is gone no longer says that the machine is about to sleep.
void SystemBus::takeLoginOwner(const QString &owner)
{
    m_loginOwner = owner;
    m_suspending = m_suspending && !owner.isEmpty();
    tell();
}

void SystemBus::watch(const Place &place)
{
    m_places.append(place);
    m_bus.connect({}, place.path, propertiesInterface, u"PropertiesChanged"_s, this, SLOT(onPropertiesChanged(QDBusMessage)));
    auto *watcher = new QDBusServiceWatcher(place.service, m_bus, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(watcher, &QDBusServiceWatcher::serviceOwnerChanged, this, [this, place] { ask(place); });
    ask(place);
}

void SystemBus::ask(const Place &place)
{
    QDBusMessage message = call(place.service, place.path, propertiesInterface, u"GetAll"_s);
    message << place.interface;
    ++m_unanswered;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, place] {
        watcher->deleteLater();
        --m_unanswered;
        const QDBusPendingReply<QVariantMap> reply = *watcher;
        if (reply.isError())
            m_said.remove(place.interface);
        else
            m_said.insert(place.interface, reply.value());
        tell();
    });
}

// Anybody may send such a signal: what it says is not taken from it, but asked of the service.
void SystemBus::onPropertiesChanged(const QDBusMessage &message)
{
    const QString interface = message.arguments().value(0).toString();
    for (const Place &place : std::as_const(m_places)) {
        if (place.path == message.path() && place.interface == interface)
            ask(place);
    }
}

void SystemBus::onPrepareForSleep(const QDBusMessage &message)
{
    if (m_loginOwner.isEmpty() || message.service() != m_loginOwner)
        return; // Anybody may send such a signal.
    const bool begins = message.arguments().value(0).toBool();
    m_suspending = begins;
    tell();
    if (!begins)
        holdSleep();
}

void SystemBus::holdSleep()
{
    QDBusMessage message = call(login, loginPath, loginManager, u"Inhibit"_s);
    message << u"sleep"_s << u"Callboard"_s << u"Ends what it is reading"_s << u"delay"_s;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
        if (!reply.isError() && !m_suspending)
            m_sleepLock = reply.value();
    });
}

void SystemBus::readyToSleep()
{
    m_sleepLock = {};
}

void SystemBus::tell()
{
    if (m_unanswered == 0)
        Q_EMIT told(facts(), m_said.contains(manager));
}

QVariant SystemBus::property(QLatin1StringView interface, QLatin1StringView name) const
{
    return m_said.value(interface).value(name);
}

NetworkFacts SystemBus::facts() const
{
    using Reach = NetworkFacts::Reach;
    NetworkFacts facts;
    const uint state = property(manager, "State"_L1).toUInt();
    if (property(manager, "Connectivity"_L1).toUInt() == connectivityPortal)
        facts.reach = Reach::Portal;
    else if (state >= stateAsleep && state <= stateConnecting)
        facts.reach = Reach::Offline;
    else if (state != 0) // Local and limited ones too: the portal may stand in the same house.
        facts.reach = Reach::Online;
    const uint metered = property(manager, "Metered"_L1).toUInt();
    facts.metered = metered == meteredYes || metered == meteredGuessYes;
    const QVariant profile = m_said.contains(profiles) ? property(profiles, "ActiveProfile"_L1) : property(profilesBefore, "ActiveProfile"_L1);
    const bool low = property(upower, "OnBattery"_L1).toBool() && property(battery, "WarningLevel"_L1).toUInt() >= levelLow;
    facts.powerSaver = profile.toString() == "power-saver"_L1 || low;
    facts.suspending = m_suspending;
    return facts;
}

} // namespace callboard::sync
