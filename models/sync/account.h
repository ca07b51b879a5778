// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace callboard::sync {

/// Somebody at the servers of a connection, as far as it is known.
struct Account {
    QString servers;   ///< As `serversOf` (settingscheck.h) names them; empty where the integration is not here.
    QString principal; ///< By which a pull's generations are told apart (sdk::Connection::principal); empty until it was asked.
    bool operator==(const Account &) const = default;
};

} // namespace callboard::sync
