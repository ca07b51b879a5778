// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/github/host.h"

namespace callboard::github {

/// A thread of GitHub's notifications; an empty id where it is none. `web`: where its pages are.
domain::Notice readNotification(const QJsonObject &served, const QUrl &web);

class Notifications final : public sdk::HostFeed<Host> {
public:
    using HostFeed::HostFeed;
    sdk::Result<void> pull(sdk::PullContext &context) override;
};

} // namespace callboard::github
