// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/hostapi.h"
#include "plugins/sdk/projectbuilds.h"

#include <atomic>

namespace callboard::jenkins {

/// One Jenkins as one connection sees it; with an API token, which needs no crumb.
class JenkinsConnection final : public sdk::Connection, public sdk::ProjectSource {
public:
    explicit JenkinsConnection(const QJsonObject &settings);

    std::unique_ptr<sdk::Feed> feed(const QString &feedId) override;
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

    std::vector<sdk::HostedProject> projects(sdk::PullContext &context) override;
    sdk::Result<sdk::ProjectBuilds> builds(
        const sdk::HostedProject &project, const sdk::ProjectMemory &memory, sdk::PullContext &context) override;
    sdk::Result<domain::BuildRun> run(const sdk::HostedProject &project, const QString &id, const sdk::ProjectMemory &memory,
        sdk::PullContext &context) override;
    sdk::Result<QStringList> active(const QDateTime &since, sdk::PullContext &context) override;

private:
    sdk::Result<const sdk::HostApi *> api() const;
    sdk::Result<sdk::HostApi::Identity> signIn(sdk::PullContext &context) const;
    sdk::Result<std::vector<domain::BuildJob>> stages(const domain::BuildRun &run, sdk::PullContext &context) const;

    QString m_user, m_instance;
    sdk::Result<QUrl> m_address;
    std::optional<sdk::HostApi> m_api;
    std::atomic_bool m_hasManyJobs = false; ///< When each was last built is more than it may tell at once.
};

/// "/job/folder/job/name" of "folder/name".
QString jobRoute(const QString &fullName);
/// The build's, below its job: ids are those of `readJob`.
QString buildRoute(const domain::BuildRun &run);
/// Blue Ocean's address of the same build.
QString blueRoute(const domain::BuildRun &run);

} // namespace callboard::jenkins
