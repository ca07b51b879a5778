// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/azure/host.h"

#include <QDateTime>
#include <QHash>
#include <QSet>

namespace callboard::azure {

/// What an environment was told to have got: the work of one job. It names the pipeline and the build, neither repository nor commit.
struct DeploymentRecord {
    QString id, definition, build, stage, url;
    qint64 attempt = 1; ///< Of the stage.
    domain::BuildState state = domain::BuildState::Unknown;
    QDateTime began, ended;
};

/// An environment of a project of Azure's, which is shared by all pipelines of it.
struct Environment {
    QString id, name;
    QDateTime asked;                       ///< For its records; invalid: never.
    std::vector<DeploymentRecord> records; ///< The newest, while they are fresh.
    QSet<QString> definitions;             ///< Ids of the pipelines that were seen to deploy there.
    bool isTold = true;                    ///< The last time that they were asked for, they were told.
};

std::vector<DeploymentRecord> readRecords(const QJsonArray &served);
/// The records of some pipelines: the jobs of one attempt of a stage are one deployment. `commits`: by ids of builds, as far as they are
/// known.
std::vector<domain::Deployment> deploymentsTo(
    const Environment &environment, const QSet<QString> &definitions, const QHash<QString, QString> &commits);

/// Records are asked for by environment, for all that deploy there at once. For the pull's thread alone.
class Deployments final {
public:
    struct Told {
        std::vector<domain::Deployment> deployments;
        bool isAll = true; ///< What these builds did; otherwise it is to be asked again.
    };
    enum class Why {
        Anew,    ///< All are to be brought, as if nothing was read before.
        Changed, ///< Something happened to the builds.
        Rest,    ///< Not all was read when something did.
    };
    /// Those of the pipelines that these builds, as they were served, are of; none where they cannot be had. Asked are the environments
    /// that such pipelines are known to deploy to, and some others in turn. "environments" in the note says when the former were last
    /// read for them. What ended long before then is left out where its commit is known no longer.
    sdk::Result<Told> of(const sdk::HostApi &api, const QString &project, const QJsonArray &builds, Why why, QJsonObject &note,
        sdk::PullContext &context);

private:
    struct Team {
        QDateTime listed;
        std::vector<Environment> environments;
    };
    static sdk::Result<void> list(const sdk::HostApi &api, const QString &project, Team &team, sdk::PullContext &context);
    static sdk::Result<void> ask(const sdk::HostApi &api, const QString &project, Environment &environment, sdk::PullContext &context);

    QHash<QString, Team> m_teams; ///< By the project.
};

} // namespace callboard::azure
