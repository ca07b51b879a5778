// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/bitbucket/bitbucketintegration.h"

#include "plugins/bitbucket/builds.h"
#include "plugins/bitbucket/pullrequests.h"

namespace callboard::bitbucket {

std::unique_ptr<sdk::Connection> BitbucketIntegration::connect(const QJsonObject &settings)
{
    return std::make_unique<sdk::HostConnection<Host, Builds, PullRequests>>(settings);
}

} // namespace callboard::bitbucket
