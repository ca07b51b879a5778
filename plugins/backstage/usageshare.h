// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/usage.h"
#include "plugins/backstage/portal.h"

#include <QHash>

namespace callboard::backstage {

/// The id of the action that hands a person's own use to the portal's adoption-insights backend. Its value "events" is a list of
/// {at, deed, what, about, hits} as in `domain::UsageEvent`; with "user" and "address" it goes to these alone (Conflict). A dry run's details
/// are these two as they are now, and "events" as they would be posted. An error says that nothing was taken; an answer's detail "taken" is false
/// where that cannot be known: the events must not be sent again then, the backend would count them twice.
inline constexpr QLatin1StringView shareUsageAction("share-usage");

/// The event as the portal's own pages would have sent it; nothing for deeds that they do not know. `names` are those of entities as the catalog
/// writes them, by canonical ref: pages take them from there, and the backend counts "Ledger" apart from "ledger".
std::optional<QJsonObject> sharedEvent(const domain::UsageEvent &event, const QString &userRef, const QHash<QString, QString> &names = {});

sdk::Result<sdk::ActionAnswer> shareUsage(Portal &portal, const sdk::ActionRequest &request, sdk::PullContext &context);

} // namespace callboard::backstage
