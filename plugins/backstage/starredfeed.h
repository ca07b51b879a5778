// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/backstage/portal.h"

namespace callboard::backstage {

/// The person's starred entities, which a backend with the user-settings plugin keeps for them.
class StarredFeed final : public sdk::Feed {
public:
    explicit StarredFeed(Portal &portal);
    sdk::Result<void> pull(sdk::PullContext &context) override;

private:
    Portal &m_portal;
};

/// Canonical refs, in the portal's order. NotFound where the portal keeps no stars; Forbidden where there is no person to have any.
sdk::Result<QStringList> readStars(Portal &portal, sdk::PullContext &context);
sdk::Result<void> writeStars(Portal &portal, const QStringList &refs, sdk::PullContext &context);

} // namespace callboard::backstage
