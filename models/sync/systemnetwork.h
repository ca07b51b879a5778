// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/networkstate.h"

class QThread;

namespace callboard::sync {

class SystemBus;

/// The facts of a Linux desktop: NetworkManager, power-profiles-daemon, UPower and logind over the system bus; where there is
/// no NetworkManager, what QNetworkInformation finds. Services that are absent are not missed, and none is started.
/// The bus is spoken to on a thread of its own: opening it waits for whoever runs it.
class SystemNetwork final : public NetworkSource {
    Q_OBJECT
public:
    explicit SystemNetwork(QObject *parent = nullptr);
    ~SystemNetwork() override;
    void begin() override;
    void readyToSleep() override;

private:
    void takeFromBus(const NetworkFacts &facts, bool knowsNetwork);
    void watchWithoutManager();
    void tell();

    QThread *m_thread = nullptr;
    SystemBus *m_bus = nullptr; ///< Lives on the thread, and goes with it.
    NetworkFacts m_fromBus;
    NetworkFacts m_fromQt;
    bool m_busKnowsNetwork = false;
    bool m_watchesQt = false;
};

} // namespace callboard::sync
