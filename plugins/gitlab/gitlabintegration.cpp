// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/gitlab/gitlabintegration.h"

#include "plugins/gitlab/gitlabconnection.h"

namespace callboard::gitlab {

std::unique_ptr<sdk::Connection> GitLabIntegration::connect(const QJsonObject &settings)
{
    return std::make_unique<GitLabConnection>(settings);
}

} // namespace callboard::gitlab
