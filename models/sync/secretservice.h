// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/secretstore.h"

#include <QObject>

class QDBusMessage;

namespace callboard::sync {

/// Asks the desktop's keychain how it is, and has it unlocked, by the Secret Service API
/// (https://specifications.freedesktop.org/secret-service-spec/) and on a KDE desktop KWallet's. QtKeychain tells none of
/// this: a locked keychain reads as one without the entry. Without blocking, for the keychain's thread.
class SecretService final : public QObject {
    Q_OBJECT
public:
    using Answer = std::function<void(SecretStore::State)>;
    explicit SecretService(QObject *parent);

    /// Never shows anything to the person.
    void askState(const Answer &answer);
    /// Shows the desktop's own dialog where there is something to unlock, and answers when it is closed.
    void unlock(const Answer &answer);

private Q_SLOTS:
    void promptCompleted(bool dismissed);

private:
    using Reply = std::function<void(const QDBusMessage &)>;
    static constexpr int callMs = 5000;
    void call(const QDBusMessage &message, const Reply &reply, int limitMs = callMs);
    void askWallet(const Answer &answer);
    void askService(const Answer &answer);
    void askCollection(const Answer &answer);
    void prompt(const QString &path, const Answer &answer);

    QString m_collection; ///< The default collection's path; empty where there is none yet.
    QString m_wallet; ///< KWallet's own, where that is what is used.
    Answer m_prompting;
};

} // namespace callboard::sync
