// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QMap>
#include <QMutex>

namespace callboard::sync {

/// Secrets by form field id, on their way from a form to the keychain.
using Secrets = QMap<QString, QString>;

/// Where secrets are kept. Thread-safe; calls block, so never on the GUI thread.
class SecretStore {
public:
    enum class State {
        Available, ///< A keychain, open.
        Locked,    ///< A keychain that must be unlocked first.
        Refused,   ///< The keychain said no, or the person did.
        Absent,    ///< No keychain here: secrets last until the program ends.
    };
    virtual ~SecretStore() = default;
    virtual State state() = 0;
    /// NotFound where none is kept; Forbidden where the keychain is locked or refuses (`state` tells them apart).
    virtual domain::Result<QString> read(const QString &key) = 0;
    virtual domain::Result<void> write(const QString &key, const QString &value) = 0;
    /// Not being there is no error.
    virtual domain::Result<void> remove(const QString &key) = 0;

    /// "<connection>/<field>"; the store adds what tells workspaces apart.
    static QString keyOf(const QString &connectionId, const QString &field) { return connectionId + QChar(u'/') + field; }
};

/// For this run only.
class RunSecrets final : public SecretStore {
public:
    State state() override { return State::Absent; }
    domain::Result<QString> read(const QString &key) override;
    domain::Result<void> write(const QString &key, const QString &value) override;
    domain::Result<void> remove(const QString &key) override;

private:
    QMutex m_mutex;
    QMap<QString, QString> m_values;
};

} // namespace callboard::sync
