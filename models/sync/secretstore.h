// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QMap>
#include <QMutex>

#include <functional>
#include <stop_token>

namespace callboard::sync {

/// Secrets by form field id, on their way from a form to the keychain.
using Secrets = QMap<QString, QString>;

/// Where secrets are kept. Thread-safe. Calls that block are never for the GUI thread.
class SecretStore {
public:
    enum class State {
        Available, ///< A keychain, open.
        Locked,    ///< A keychain that must be unlocked first.
        Refused,   ///< The keychain said no, or the person did.
        Absent,    ///< No keychain here: secrets last until the program ends.
    };
    virtual ~SecretStore();
    /// Asks; blocks.
    virtual State state() = 0;
    /// What the last call met, from memory; nothing before the first one.
    virtual std::optional<State> lastState() const = 0;
    /// Blocks. NotFound where none is kept; Forbidden where the keychain is locked or refuses (`state` tells them apart);
    /// Timeout, Cancelled, Storage.
    virtual domain::Result<QString> read(const QString &key, std::stop_token stop = {}) = 0;
    /// Blocks until it is kept. Whatever the answer, `read` finds it until the program ends, and what could not be kept is
    /// tried again when the keychain has been unlocked.
    virtual domain::Result<void> write(const QString &key, const QString &value, std::stop_token stop = {}) = 0;
    /// Likewise. Not being there is no error.
    virtual domain::Result<void> remove(const QString &key, std::stop_token stop = {}) = 0;

    // The same without waiting: what is asked for holds for `read` at once, and the keychain follows.
    virtual void keep(const QString &key, const QString &value) = 0;
    virtual void drop(const QString &key) = 0;
    /// Blocks until the keychain has followed; at once where nothing is on its way. The answers of `write` and `remove`.
    virtual domain::Result<void> waitFor(const QString &key, std::stop_token stop = {}) = 0;

    /// Blocks while the person is asked to unlock the keychain. Forbidden where they would not.
    virtual domain::Result<void> unlock(std::stop_token stop = {}) = 0;

    /// `changed` is called, from any thread, when `lastState` has changed. Nothing is called after it was replaced.
    virtual void onStateChanged(std::function<void()> changed) = 0;

    /// "<connection>/<field>"; the store adds what tells workspaces apart.
    static QString keyOf(const QString &connectionId, const QString &field) { return connectionId + QChar(u'/') + field; }
};

/// For this run only.
class RunSecrets final : public SecretStore {
public:
    State state() override { return State::Absent; }
    std::optional<State> lastState() const override { return State::Absent; }
    domain::Result<QString> read(const QString &key, std::stop_token stop = {}) override;
    domain::Result<void> write(const QString &key, const QString &value, std::stop_token stop = {}) override;
    domain::Result<void> remove(const QString &key, std::stop_token stop = {}) override;
    void keep(const QString &key, const QString &value) override;
    void drop(const QString &key) override;
    domain::Result<void> waitFor(const QString &, std::stop_token = {}) override { return {}; }
    domain::Result<void> unlock(std::stop_token stop = {}) override;
    void onStateChanged(std::function<void()>) override { }

private:
    QMutex m_mutex;
    QMap<QString, QString> m_values;
};

} // namespace callboard::sync
