// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/cctray/cctrayintegration.h"

#include "plugins/cctray/cctrayconnection.h"

namespace callboard::cctray {

std::unique_ptr<sdk::Connection> CcTrayIntegration::connect(const QJsonObject &settings)
{
    return std::make_unique<CcTrayConnection>(settings);
}

} // namespace callboard::cctray
