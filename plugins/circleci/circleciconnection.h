// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/circleci/builds.h"

namespace callboard::circleci {

/// CircleCI as one person sees it. What came between two commits it does not tell.
class CircleCiConnection final : public sdk::Connection {
public:
    explicit CircleCiConnection(const QJsonObject &settings);

    std::unique_ptr<sdk::Feed> feed(const QString &feedId) override;
    sdk::Result<sdk::ProbeReport> probe(sdk::PullContext &context) override;
    sdk::Result<std::vector<sdk::SignInMethod>> signInMethods(sdk::PullContext &context) override;
    sdk::Result<QString> principal(sdk::PullContext &context) override;
    sdk::Result<sdk::ActionAnswer> act(const sdk::ActionRequest &request, sdk::PullContext &context) override;
    sdk::Result<sdk::Permission> mayAct(const sdk::ActionRequest &request, sdk::PullContext &context) override;
    sdk::Result<std::vector<sdk::FormField>> actionForm(const sdk::ActionRequest &request, sdk::PullContext &context) override;
    sdk::Result<domain::BuildDetail> buildDetail(const domain::BuildRun &run, sdk::PullContext &context) override;
    sdk::Result<bool> buildLog(const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
        const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &context) override;

private:
    Host m_host;
    Builds m_builds;
};

} // namespace callboard::circleci
