// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/azure/azureintegration.h"

#include "plugins/azure/builds.h"
#include "plugins/azure/pullrequests.h"

namespace callboard::azure {

std::unique_ptr<sdk::Connection> AzureIntegration::connect(const QJsonObject &settings)
{
    return std::make_unique<sdk::HostConnection<Host, Builds, PullRequests>>(settings);
}

} // namespace callboard::azure
