// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace callboard::catalog {

/// The host parser of the WHATWG URL Standard: domains in ASCII form, IPv4 in all its spellings, IPv6. Of a scheme that
/// is not special any text without forbidden characters is a host.
std::optional<QString> parseWebHost(const QString &text, bool special);

} // namespace callboard::catalog
