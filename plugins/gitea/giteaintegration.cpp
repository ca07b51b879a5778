// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/gitea/giteaintegration.h"

#include "plugins/gitea/giteaconnection.h"

namespace callboard::gitea {

std::unique_ptr<sdk::Connection> GiteaIntegration::connect(const QJsonObject &settings)
{
    return std::make_unique<GiteaConnection>(settings);
}

} // namespace callboard::gitea
