// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/gitea/giteaintegration.h"

#include "plugins/gitea/builds.h"
#include "plugins/gitea/pulls.h"
#include "plugins/gitea/notifications.h"

namespace callboard::gitea {

std::unique_ptr<sdk::Connection> GiteaIntegration::connect(const QJsonObject &settings)
{
    return std::make_unique<sdk::HostConnection<Host, Builds, Pulls, Notifications>>(settings);
}

} // namespace callboard::gitea
