// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/jenkins/jenkinsintegration.h"

#include "plugins/jenkins/builds.h"

namespace callboard::jenkins {

std::unique_ptr<sdk::Connection> JenkinsIntegration::connect(const QJsonObject &settings)
{
    return std::make_unique<sdk::HostConnection<Host, Builds>>(settings);
}

} // namespace callboard::jenkins
