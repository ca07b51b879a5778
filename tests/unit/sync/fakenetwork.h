// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/networkstate.h"

namespace callboard::test {

/// A machine whose network is as the test says.
class FakeNetwork final : public sync::NetworkSource {
public:
    explicit FakeNetwork(sync::NetworkFacts facts = { .reach = sync::NetworkFacts::Reach::Online })
        : m_facts(facts)
    {
    }
    void begin() override
    {
        ++begun;
        Q_EMIT told(m_facts);
    }
    void readyToSleep() override { ++ready; }
    void say(const std::function<void(sync::NetworkFacts &)> &change)
    {
        change(m_facts);
        if (begun > 0)
            Q_EMIT told(m_facts);
    }

    int begun = 0;
    int ready = 0;

private:
    sync::NetworkFacts m_facts;
};

} // namespace callboard::test
