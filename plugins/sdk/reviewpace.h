// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/hostedprojects.h"

#include <QDateTime>
#include <QJsonObject>

namespace callboard::sdk {

/// What a feed of reviews asks when. What waits for the person is asked by each pull, which is one request a minute where there is one host; all
/// else, the person's own reviews and those of projects, only when that has changed, the projects have, a person wants it, or some time has
/// passed, longer with several hosts of CI. A pull that is not due brings changes alone.
class CALLBOARD_SDK_EXPORT ReviewPace final {
public:
    static constexpr std::chrono::minutes restEvery { 15 };
    static constexpr std::chrono::minutes busyEvery { 5 }; ///< While checks of what concerns the person run.

    /// `before`: what `note` made for the last pull that asked for all; nothing is known of anything else. `now` in UTC.
    ReviewPace(const QJsonValue &before, const std::vector<HostedProject> &projects, const PullContext &context,
        const QDateTime &now = QDateTime::currentDateTimeUtc());
    /// `waiting`: a text for each review that waits, another one when it changes; in any order.
    bool isDue(const QStringList &waiting) const;
    /// For the cursor of a pull that asked for all.
    QJsonObject note(const QStringList &waiting, bool isBusy) const;

private:
    QJsonObject m_before;
    QString m_estate;
    QDateTime m_now;
    double m_share;
    bool m_isWanted;
};

} // namespace callboard::sdk
