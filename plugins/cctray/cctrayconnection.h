// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/hostsignin.h"

namespace callboard::cctray {

/// A server that tells how its projects stand in one file.
class CcTrayConnection final : public sdk::Connection {
public:
    explicit CcTrayConnection(const QJsonObject &settings);

    std::unique_ptr<sdk::Feed> feed(const QString &feedId) override;
    sdk::Result<sdk::ProbeReport> probe(sdk::PullContext &context) override;
    /// The jobs of GoCD's stages; Unsupported for all else.
    sdk::Result<domain::BuildDetail> buildDetail(const domain::BuildRun &run, sdk::PullContext &context) override;

    /// The file; `unchanged` where it is the one of before. Any thread.
    sdk::Result<sdk::HttpResponse> file(sdk::PullContext &context) const;

private:
    QString m_user;
    sdk::HostSignIn m_signIn;
    sdk::HostApi m_api;
};

/// Which entities a project is of: those whose annotation names it (by CircleCI's or Travis's slug, too), or for GoCD's "pipeline :: stage" the pipeline.
QStringList entitiesOf(const QString &project, const std::vector<sdk::AskedEntity> &entities);

} // namespace callboard::cctray
