// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/systemnetwork.h"

#include "models/sync/systembus.h"

#include <QNetworkInformation>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::sync {

namespace {

// A bus that does not answer must not keep the program from ending.
constexpr auto patienceAtEnd = 500ms;
constexpr uint stackBytes = 256 * 1024;

} // namespace

SystemNetwork::SystemNetwork(QObject *parent)
    : NetworkSource(parent)
{
}

SystemNetwork::~SystemNetwork()
{
    if (!m_thread)
        return;
    m_thread->quit();
    // One that waits for a bus which does not answer is left behind.
    if (m_thread->wait(QDeadlineTimer(patienceAtEnd)))
        delete m_thread;
}

void SystemNetwork::begin()
{
    m_thread = new QThread;
    m_thread->setObjectName("callboard-bus"_L1);
    m_thread->setStackSize(stackBytes);
    m_bus = new SystemBus;
    m_bus->moveToThread(m_thread);
    connect(m_thread, &QThread::started, m_bus, &SystemBus::begin);
    connect(m_thread, &QThread::finished, m_bus, &QObject::deleteLater);
    connect(m_bus, &SystemBus::told, this, &SystemNetwork::takeFromBus);
    m_thread->start(QThread::LowPriority);
}

void SystemNetwork::readyToSleep()
{
    if (m_bus)
        QMetaObject::invokeMethod(m_bus, &SystemBus::readyToSleep, Qt::QueuedConnection);
}

void SystemNetwork::takeFromBus(const NetworkFacts &facts, bool knowsNetwork)
{
    m_fromBus = facts;
    m_busKnowsNetwork = knowsNetwork;
    if (!knowsNetwork)
        watchWithoutManager();
    tell();
}

// GLib's monitor looks at the routes of the kernel where nobody manages the network, and asks the portal of a sandbox.
void SystemNetwork::watchWithoutManager()
{
    if (m_watchesQt)
        return;
    m_watchesQt = true;
    if (!QNetworkInformation::loadBackendByName(u"glib"))
        return;
    const auto *information = QNetworkInformation::instance();
    const auto read = [this] {
        const auto *now = QNetworkInformation::instance();
        using Reach = NetworkFacts::Reach;
        const auto reach = now->reachability();
        m_fromQt.metered = now->isMetered();
        m_fromQt.reach = now->isBehindCaptivePortal()                       ? Reach::Portal
            : reach == QNetworkInformation::Reachability::Disconnected ? Reach::Offline
            : reach == QNetworkInformation::Reachability::Unknown      ? Reach::Unknown
                                                                       : Reach::Online;
        tell();
    };
    connect(information, &QNetworkInformation::reachabilityChanged, this, read);
    connect(information, &QNetworkInformation::isMeteredChanged, this, read);
    connect(information, &QNetworkInformation::isBehindCaptivePortalChanged, this, read);
    read();
}

void SystemNetwork::tell()
{
    NetworkFacts facts = m_fromBus;
    if (!m_busKnowsNetwork) {
        facts.reach = m_fromQt.reach;
        facts.metered = m_fromQt.metered;
    }
    Q_EMIT told(facts);
}

} // namespace callboard::sync
