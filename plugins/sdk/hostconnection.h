// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/host.h"
#include "plugins/sdk/projectbuilds.h"

namespace callboard::sdk {

/// The builds of a host: what their feed asks, what is asked when somebody looks at a run, and what can be done there. Each function is
/// as the one of its name of Connection. `VendorHost` is the integration's own Host, which outlives this.
template <typename VendorHost>
class HostBuilds : public ProjectSource {
public:
    explicit HostBuilds(VendorHost &host)
        : m_host(host)
    {
    }

    std::vector<HostedProject> projects(PullContext &context) final { return m_host.projects(context); }

    virtual Result<domain::BuildDetail> buildDetail(const domain::BuildRun &run, PullContext &context) = 0;
    virtual Result<std::vector<domain::BuildCommit>> commitsBetween(
        const domain::BuildRun &good, const domain::BuildRun &run, PullContext &context) = 0;
    virtual Result<bool> buildLog(const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
        const std::function<bool(QByteArrayView)> &onData, PullContext &context) = 0;
    virtual Result<ActionAnswer> act(const ActionRequest &request, PullContext &context) = 0;
    virtual Result<Permission> mayAct(const ActionRequest &request, PullContext &context) = 0;
    virtual Result<std::vector<FormField>> actionForm(const ActionRequest &request, PullContext &context) = 0;

protected:
    VendorHost &m_host;
};

/// A feed that asks a host, which outlives it.
template <typename VendorHost>
class HostFeed : public Feed {
public:
    explicit HostFeed(VendorHost &host)
        : m_host(host)
    {
    }

protected:
    VendorHost &m_host;
};

/// A connection to a host of builds, put together of what an integration writes: its Host, its HostBuilds, and its feeds of reviews and
/// notices (each a HostFeed; void: it has none). The feeds' ids are "builds", "reviews" and "notices".
template <typename VendorHost, typename VendorBuilds, typename Reviews = void, typename Notices = void>
class HostConnection final : public Connection {
public:
    explicit HostConnection(const QJsonObject &settings)
        : m_host(settings)
        , m_builds(m_host)
    {
    }

    std::unique_ptr<Feed> feed(const QString &feedId) override
    {
        if (feedId == QLatin1StringView("builds"))
            return std::make_unique<ProjectBuildsFeed>(m_builds);
        if (feedId == QLatin1StringView("reviews"))
            return feedOf<Reviews>();
        return feedId == QLatin1StringView("notices") ? feedOf<Notices>() : nullptr;
    }
    Result<ProbeReport> probe(PullContext &context) override { return m_host.probe(context); }
    Result<std::vector<SignInMethod>> signInMethods(PullContext &) override { return m_host.signInMethods(); }
    Result<QString> principal(PullContext &context) override { return m_host.principal(context); }
    Result<ActionAnswer> act(const ActionRequest &request, PullContext &context) override { return m_builds.act(request, context); }
    Result<Permission> mayAct(const ActionRequest &request, PullContext &context) override { return m_builds.mayAct(request, context); }
    Result<std::vector<FormField>> actionForm(const ActionRequest &request, PullContext &context) override
    {
        return m_builds.actionForm(request, context);
    }
    Result<domain::BuildDetail> buildDetail(const domain::BuildRun &run, PullContext &context) override { return m_builds.buildDetail(run, context); }
    Result<std::vector<domain::BuildCommit>> commitsBetween(
        const domain::BuildRun &good, const domain::BuildRun &run, PullContext &context) override
    {
        return m_builds.commitsBetween(good, run, context);
    }
    Result<bool> buildLog(const domain::BuildRun &run, const domain::BuildJob &job, qint64 from,
        const std::function<bool(QByteArrayView)> &onData, PullContext &context) override
    {
        return m_builds.buildLog(run, job, from, onData, context);
    }

private:
    template <typename Kind>
    std::unique_ptr<Feed> feedOf()
    {
        if constexpr (std::is_void_v<Kind>)
            return nullptr;
        else
            return std::make_unique<Kind>(m_host);
    }

    VendorHost m_host;
    VendorBuilds m_builds;
};

} // namespace callboard::sdk
