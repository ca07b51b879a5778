// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/backstageintegration.h"

#include "plugins/backstage/backstageconnection.h"

namespace callboard::backstage {

std::unique_ptr<sdk::Connection> BackstageIntegration::connect(const QJsonObject &settings)
{
    return std::make_unique<BackstageConnection>(settings);
}

} // namespace callboard::backstage
