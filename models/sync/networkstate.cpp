// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/networkstate.h"

#include <algorithm>
#include <tuple>

namespace callboard::sync {

NetworkState::NetworkState(std::unique_ptr<NetworkSource> source, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
{
    if (m_source)
        connect(m_source.get(), &NetworkSource::told, this, &NetworkState::take);
}

NetworkState::~NetworkState() = default;

void NetworkState::begin()
{
    if (m_begun)
        return;
    m_begun = true;
    if (m_source)
        m_source->begin();
}

NetworkState::Condition NetworkState::condition() const
{
    using Reach = NetworkFacts::Reach;
    if (m_workOffline)
        return Condition::WorkOffline;
    if (m_facts.suspending)
        return Condition::Suspended;
    if (m_facts.reach == Reach::Offline && !m_disbelieved)
        return Condition::Offline;
    if (m_facts.reach == Reach::Portal && !m_disbelieved)
        return Condition::Portal;
    return Condition::Online;
}

Background NetworkState::background() const
{
    const Background metered = m_facts.metered ? m_policy.metered : Background::AsUsual;
    const Background saver = m_facts.powerSaver ? m_policy.powerSaver : Background::AsUsual;
    return std::max(metered, saver);
}

void NetworkState::setPolicy(const Policy &policy)
{
    settle([&] { m_policy = policy; });
}

void NetworkState::setWorkOffline(bool offline)
{
    settle([&] { m_workOffline = offline; });
}

void NetworkState::tryAllTheSame()
{
    settle([&] { m_disbelieved = true; });
}

void NetworkState::readyToSleep()
{
    if (m_source)
        m_source->readyToSleep();
}

void NetworkState::take(const NetworkFacts &facts)
{
    settle([&] {
        m_disbelieved = m_disbelieved && facts.reach == m_facts.reach;
        m_facts = facts;
    });
}

void NetworkState::settle(const std::function<void()> &change)
{
    const auto before = std::tuple(condition(), background(), isMetered(), isPowerSaver());
    change();
    if (mayUse())
        m_since = {};
    else if (!m_since.isValid())
        m_since = QDateTime::currentDateTimeUtc();
    if (before != std::tuple(condition(), background(), isMetered(), isPowerSaver()))
        Q_EMIT changed();
}

} // namespace callboard::sync
