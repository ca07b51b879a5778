// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/github/githubintegration.h"

#include "plugins/github/builds.h"
#include "plugins/github/pullrequests.h"
#include "plugins/github/notifications.h"

namespace callboard::github {

std::unique_ptr<sdk::Connection> GitHubIntegration::connect(const QJsonObject &settings)
{
    return std::make_unique<sdk::HostConnection<Host, Builds, PullRequests, Notifications>>(settings);
}

} // namespace callboard::github
