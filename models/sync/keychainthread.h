// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace callboard::sync {

/// The one thread of the process that QtKeychain and the Secret Service are used on. QtKeychain queues its jobs in an object
/// that belongs to whichever thread began the first one (JobExecutor in its keychain.cpp), so all have to be begun on the
/// same; and libsecret answers to the main context of the thread that asked. Begun when it is first used; ends with the application.
class KeychainThread final {
public:
    /// Does `work` there, soon; `context` is an object that lives there, to receive signals with. False when the application is ending.
    static bool run(std::function<void(QObject *context)> work);
};

} // namespace callboard::sync
