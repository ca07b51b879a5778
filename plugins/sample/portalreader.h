// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"

namespace callboard::sample {

/// The repositories of the imaginary company, which lie in the library's resources, by their web addresses.
class PortalReader final : public sdk::Reader {
public:
    sdk::Result<QByteArray> read(const QString &url) override;
    sdk::Result<QStringList> list(const QString &pattern) override;

    /// Addresses of the descriptors at the root of each repository, sorted.
    static QStringList roots();
    static bool isOwn(const QString &url); ///< Whether an address is one of the company's files or folders.
};

} // namespace callboard::sample
