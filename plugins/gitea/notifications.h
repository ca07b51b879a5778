// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/gitea/host.h"

namespace callboard::gitea {

/// One thread; an empty id where it is none.
domain::Notice readThread(const QJsonObject &served);

/// The person's unread and pinned notifications.
class Notifications final : public sdk::HostFeed<Host> {
public:
    using HostFeed::HostFeed;
    sdk::Result<void> pull(sdk::PullContext &context) override;
};

} // namespace callboard::gitea
