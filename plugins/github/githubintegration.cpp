// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/github/githubintegration.h"

#include "plugins/github/githubconnection.h"

namespace callboard::github {

std::unique_ptr<sdk::Connection> GitHubIntegration::connect(const QJsonObject &settings)
{
    return std::make_unique<GitHubConnection>(settings);
}

} // namespace callboard::github
