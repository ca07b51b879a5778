// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/bitbucket/bitbucketintegration.h"

#include "plugins/bitbucket/bitbucketconnection.h"

namespace callboard::bitbucket {

std::unique_ptr<sdk::Connection> BitbucketIntegration::connect(const QJsonObject &settings)
{
    return std::make_unique<BitbucketConnection>(settings);
}

} // namespace callboard::bitbucket
