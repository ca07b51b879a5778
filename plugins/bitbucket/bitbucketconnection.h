// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/bitbucket/builds.h"

namespace callboard::bitbucket {

/// Bitbucket Cloud, as one person or the token of a workspace sees it.
class BitbucketConnection final : public sdk::Connection {
public:
    explicit BitbucketConnection(const QJsonObject &settings);

    std::unique_ptr<sdk::Feed> feed(const QString &feedId) override;
    sdk::Result<std::vector<sdk::SignInMethod>> signInMethods(sdk::PullContext &context) override;
    sdk::Result<sdk::ProbeReport> probe(sdk::PullContext &context) override;
    sdk::Result<QString> principal(sdk::PullContext &context) override;
    sdk::Result<sdk::ActionAnswer> act(const sdk::ActionRequest &request, sdk::PullContext &context) override;
    sdk::Result<sdk::Permission> mayAct(const sdk::ActionRequest &request, sdk::PullContext &context) override;
    sdk::Result<std::vector<sdk::FormField>> actionForm(const sdk::ActionRequest &request, sdk::PullContext &context) override;
    sdk::Result<domain::BuildDetail> buildDetail(const domain::BuildRun &run, sdk::PullContext &context) override;
    sdk::Result<std::vector<domain::BuildCommit>> commitsBetween(
        const domain::BuildRun &good, const domain::BuildRun &run, sdk::PullContext &context) override;
    sdk::Result<bool> buildLog(const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
        const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &context) override;

private:
    Host m_host;
    Builds m_builds;
};

} // namespace callboard::bitbucket
