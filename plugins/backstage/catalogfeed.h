// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/backstage/catalogstate.h"
#include "plugins/backstage/entityjson.h"
#include "plugins/backstage/portal.h"

#include <chrono>

namespace callboard::backstage {

/// The portal's catalog: all of it the first time, after that what changed.
class CatalogFeed final : public sdk::Feed {
public:
    explicit CatalogFeed(Portal &portal);
    sdk::Result<void> pull(sdk::PullContext &context) override;

private:
    /// A backend that has just been started, or has lost its database, serves an empty or a half catalog for a while. A catalog that
    /// lost more than half is believed when it has been so for some time, and taken for a failure until then.
    sdk::Result<void> believe(size_t before, size_t now, sdk::PullContext &context);
    sdk::Result<void> pullAll(CatalogState state, size_t before, sdk::PullContext &context);
    void learnCursor(CatalogState &state, bool countless, sdk::PullContext &context);
    sdk::Result<void> pullAllByOffsets(CatalogState state, size_t before, sdk::PullContext &context);
    sdk::Result<bool> pullChanges(CatalogState state, sdk::PullContext &context);
    sdk::Result<CatalogState> lastState(sdk::PullContext &context, CatalogState &fresh);

    Portal &m_portal;
    std::optional<std::chrono::steady_clock::time_point> m_doubtedSince;
};

} // namespace callboard::backstage
