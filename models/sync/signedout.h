// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/domain/result.h"

namespace callboard::sync {

/// What became of a sign-in that was forgotten here.
struct SignedOut {
    std::optional<domain::Error> untold; ///< Why the server does not know of it: what it handed out may be good there. Nothing where it does.
    QDateTime goodUntil;                 ///< UTC; invalid: nobody said, or it can be renewed for as long as the server likes.
};

/// Says so to the person who was signed in to the connection of that name.
domain::Notice untoldNotice(const QString &name, const SignedOut &out);

} // namespace callboard::sync
