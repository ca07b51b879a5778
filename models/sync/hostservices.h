// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/httpclient.h"
#include "models/sync/oauthkeeper.h"
#include "models/sync/secretstore.h"

namespace callboard::sync {

/// What the host lends to calls into integrations: one of each for a workspace. Calls that are left behind keep them alive.
struct HostServices {
    std::shared_ptr<HttpClient> http;
    std::shared_ptr<SecretStore> secrets;
    std::shared_ptr<OAuthKeeper> oauth;
};

} // namespace callboard::sync
