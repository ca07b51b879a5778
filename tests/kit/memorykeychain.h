// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/secretstore.h"

namespace callboard::testkit {

/// A keychain in memory whose state a test sets. Locked and refusing, it keeps for this run what it is given.
class MemoryKeychain final : public sync::SecretStore {
public:
    explicit MemoryKeychain(State state = State::Available)
        : m_state(state)
    {
    }
    void setState(State state)
    {
        std::function<void()> changed;
        {
            const QMutexLocker lock(&m_mutex);
            m_state = state;
            changed = m_changed;
        }
        if (changed)
            changed();
    }
    /// Open as it is, it keeps nothing that it is given from now on.
    void setFailing(bool failing)
    {
        const QMutexLocker lock(&m_mutex);
        m_failing = failing;
    }
    QMap<QString, QString> values() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_values;
    }
    int reads() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_reads;
    }

    State state() override { return *lastState(); }
    std::optional<State> lastState() const override
    {
        const QMutexLocker lock(&m_mutex);
        return m_state;
    }
    domain::Result<QString> read(const QString &key, std::stop_token) override
    {
        const QMutexLocker lock(&m_mutex);
        ++m_reads;
        if (const auto it = m_thisRun.constFind(key); it != m_thisRun.cend())
            return *it;
        if (!isOpen())
            return refusal();
        if (const auto it = m_values.constFind(key); it != m_values.cend())
            return *it;
        return domain::fail(domain::ErrorCode::NotFound, QStringLiteral("no secret is kept under that name"), QStringLiteral("keychain"));
    }
    domain::Result<void> write(const QString &key, const QString &value, std::stop_token) override
    {
        const QMutexLocker lock(&m_mutex);
        const bool isKept = isOpen() && !m_failing;
        m_thisRun.remove(key);
        (isKept ? m_values : m_thisRun).insert(key, value);
        return isKept ? domain::Result<void>() : refusal();
    }
    domain::Result<void> remove(const QString &key, std::stop_token) override
    {
        const QMutexLocker lock(&m_mutex);
        m_thisRun.remove(key);
        if (!isOpen())
            return refusal();
        m_values.remove(key);
        return {};
    }
    void keep(const QString &key, const QString &value) override { (void)write(key, value, {}); }
    void drop(const QString &key) override { (void)remove(key, {}); }
    domain::Result<void> waitFor(const QString &key, std::stop_token) override
    {
        const QMutexLocker lock(&m_mutex);
        return m_thisRun.contains(key) ? refusal() : domain::Result<void>();
    }
    domain::Result<void> unlock(std::stop_token) override
    {
        {
            const QMutexLocker lock(&m_mutex);
            if (m_state != State::Locked)
                return m_state == State::Available ? domain::Result<void>() : refusal();
        }
        setState(State::Available);
        return {};
    }
    void onStateChanged(std::function<void()> changed) override
    {
        const QMutexLocker lock(&m_mutex);
        m_changed = std::move(changed);
    }

private:
    bool isOpen() const { return m_state == State::Available; }
    std::unexpected<domain::Error> refusal() const
    {
        if (isOpen())
            return domain::fail(domain::ErrorCode::Storage, QStringLiteral("the keychain could not keep a secret"), QStringLiteral("keychain"));
        return domain::fail(domain::ErrorCode::Forbidden, QStringLiteral("the keychain is locked or refuses"), QStringLiteral("keychain"));
    }

    mutable QMutex m_mutex;
    State m_state;
    QMap<QString, QString> m_values, m_thisRun;
    bool m_failing = false;
    int m_reads = 0;
    std::function<void()> m_changed;
};

} // namespace callboard::testkit
