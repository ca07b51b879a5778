// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/backstage/portal.h"

namespace callboard::backstage {

/// One portal, as one person or service sees it.
class BackstageConnection final : public sdk::Connection {
public:
    explicit BackstageConnection(const QJsonObject &settings);

    std::unique_ptr<sdk::Feed> feed(const QString &feedId) override;
    sdk::Result<sdk::ProbeReport> probe(sdk::PullContext &context) override;
    sdk::Result<std::vector<sdk::SignInMethod>> signInMethods(sdk::PullContext &context) override;
    sdk::Result<QString> principal(sdk::PullContext &context) override;
    sdk::Result<sdk::ActionAnswer> act(const sdk::ActionRequest &request, sdk::PullContext &context) override;
    sdk::Result<sdk::Permission> mayAct(const sdk::ActionRequest &request, sdk::PullContext &context) override;

private:
    sdk::Result<qint64> countEntities(sdk::PullContext &context);
    QStringList findMissing(const Identity &identity, sdk::PullContext &context);

    Portal m_portal;
};

} // namespace callboard::backstage
