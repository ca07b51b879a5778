// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/http/answercache.h"
#include "models/sync/http/hostgate.h"
#include "models/sync/http/networkthread.h"
#include "models/sync/http/requestlog.h"

namespace callboard::sync {

/// All that the calls of one client share.
struct HttpCore {
    explicit HttpCore(const HttpClient::Options &of)
        : options(of)
        , cache(of.cacheDirectory, of.cacheBytes)
    {
    }

    const HttpClient::Options options;
    HostGate gate;
    AnswerCache cache;
    RequestLog log;
    NetworkThread network;
};

} // namespace callboard::sync
