// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/backstage/portal.h"

#include <QJsonArray>

namespace callboard::backstage {

/// The person's starred entities, which a backend with the user-settings plugin keeps for them.
class StarredFeed final : public sdk::Feed {
public:
    explicit StarredFeed(Portal &portal);
    sdk::Result<void> pull(sdk::PullContext &context) override;

private:
    Portal &m_portal;
};

struct Stars {
    QJsonArray kept;  ///< As the portal has them, with what is no ref, too.
    QStringList refs; ///< The canonical ones, in the portal's order.
};

/// NotFound where the portal keeps no stars; Forbidden where there is no person to have any; BadResponse for anything that is no
/// list: who writes "none" for it would erase them all.
sdk::Result<Stars> readStars(Portal &portal, sdk::PullContext &context);
sdk::Result<void> writeStars(Portal &portal, const QJsonArray &kept, sdk::PullContext &context);

} // namespace callboard::backstage
