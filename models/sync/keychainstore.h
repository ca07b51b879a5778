// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/secretstore.h"

#include <memory>

namespace callboard::sync {

/// The system's keychain, through QtKeychain. Costs nothing until it is first used. What cannot be kept there is kept for
/// this run, tried again after `unlock`, and `lastState` says so.
class KeychainStore final : public SecretStore {
public:
    /// `workspaceId` goes before every key, so that two workspaces never share a secret.
    explicit KeychainStore(const QString &workspaceId);
    /// Gives writes that are under way two seconds.
    ~KeychainStore() override;

    State state() override;
    std::optional<State> lastState() const override;
    domain::Result<QString> read(const QString &key, std::stop_token stop = {}) override;
    domain::Result<void> write(const QString &key, const QString &value, std::stop_token stop = {}) override;
    domain::Result<void> remove(const QString &key, std::stop_token stop = {}) override;
    void keep(const QString &key, const QString &value) override;
    void drop(const QString &key) override;
    domain::Result<void> waitFor(const QString &key, std::stop_token stop = {}) override;
    domain::Result<void> unlock(std::stop_token stop = {}) override;
    void onStateChanged(std::function<void()> changed) override;

private:
    struct Data;
    std::shared_ptr<Data> d; ///< Shared with what runs on the keychain's thread.
};

/// The keychain; or, where the environment says CALLBOARD_KEYCHAIN=none, secrets for this run only.
std::shared_ptr<SecretStore> systemSecrets(const QString &workspaceId);

} // namespace callboard::sync
