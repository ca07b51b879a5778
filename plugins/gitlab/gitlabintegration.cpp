// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/gitlab/gitlabintegration.h"

#include "plugins/gitlab/builds.h"
#include "plugins/gitlab/mergerequests.h"
#include "plugins/gitlab/todos.h"

namespace callboard::gitlab {

std::unique_ptr<sdk::Connection> GitLabIntegration::connect(const QJsonObject &settings)
{
    return std::make_unique<sdk::HostConnection<Host, Builds, MergeRequests, Todos>>(settings);
}

} // namespace callboard::gitlab
