// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/circleci/circleciintegration.h"

#include "plugins/circleci/builds.h"

namespace callboard::circleci {

std::unique_ptr<sdk::Connection> CircleCiIntegration::connect(const QJsonObject &settings)
{
    return std::make_unique<sdk::HostConnection<Host, Builds>>(settings);
}

} // namespace callboard::circleci
