// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/backstage/portal.h"

namespace callboard::backstage {

/// What a portal tells its person: the notifications plugin's list, and word of new ones through the signals plugin.
class NotificationsFeed final : public sdk::Feed {
public:
    explicit NotificationsFeed(Portal &portal);
    sdk::Result<void> pull(sdk::PullContext &context) override;
    sdk::Result<void> waitForChange(sdk::PullContext &context) override;

private:
    sdk::Result<void> connect(sdk::PullContext &context);
    void lost(const sdk::PullContext &context);

    Portal &m_portal;
    std::unique_ptr<sdk::WebSocket> m_socket; ///< Kept from wait to wait, so that nothing is missed between; of their thread.
    int m_failures = 0; ///< In a row, those among them that did not last.
    std::chrono::steady_clock::time_point m_openedAt;
};

/// The page of notifications as records; BadResponse for what is none.
sdk::Result<std::vector<domain::Record>> readNotices(const QByteArray &body);

/// Does one of the actions on notices ("markRead", "markUnread", "save", "unsave") at the portal, for the request's record and those that its
/// value "ids" names. Done twice it is the same as done once. Unsupported for another action.
sdk::Result<sdk::ActionAnswer> actOnNotices(Portal &portal, const sdk::ActionRequest &request, sdk::PullContext &context);
bool isOnNotices(const QString &actionId);

/// Whether a message of the signals socket is about notifications. False for anything else, whatever it is.
bool tellsOfNotifications(const QByteArray &message);

} // namespace callboard::backstage
