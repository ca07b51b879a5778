// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/gitlab/host.h"

namespace callboard::gitlab {

/// One to-do; an empty id where it is none.
domain::Notice readTodo(const QJsonObject &served);

/// The person's open to-dos, which are GitLab's notifications.
class Todos final : public sdk::HostFeed<Host> {
public:
    using HostFeed::HostFeed;
    sdk::Result<void> pull(sdk::PullContext &context) override;
};

} // namespace callboard::gitlab
