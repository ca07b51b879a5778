// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/circleci/host.h"
#include "plugins/sdk/projectbuilds.h"

namespace callboard::circleci {

/// A run is a workflow of a pipeline. Workflows are told of one pipeline by a request, so what is known of one is kept in the note: see builds.cpp.
class Builds final : public sdk::ProjectSource {
public:
    explicit Builds(Host &host);

    std::vector<sdk::HostedProject> projects(sdk::PullContext &context) override;
    sdk::Result<sdk::ProjectBuilds> builds(
        const sdk::HostedProject &project, const sdk::ProjectMemory &memory, sdk::PullContext &context) override;
    sdk::Result<domain::BuildRun> run(const sdk::HostedProject &project, const QString &id, const sdk::ProjectMemory &memory,
        sdk::PullContext &context) override;
    sdk::Result<QStringList> active(const QDateTime &since, sdk::PullContext &context) override;

private:
    Host &m_host;
};

} // namespace callboard::circleci
