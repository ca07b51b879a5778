// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/hostedprojects.h"

#include <QDateTime>
#include <QJsonObject>
#include <QSet>

namespace callboard::sdk {

/// What a host tells of one project.
struct ProjectBuilds {
    std::vector<domain::BuildRun> runs;
    std::vector<domain::Deployment> deployments;
    /// For the host's own use, handed to it the next time: an id, say. "branch" (the default one) and "by" (the way of asking)
    /// hold for a day: then they are left out, and asked for anew.
    QJsonObject note;
};

/// What a pull knows of a project before it asks.
struct ProjectMemory {
    QDateTime since;  ///< UTC; what changed before then is known. Invalid: nothing is.
    QJsonObject note; ///< See ProjectBuilds.
};

/// The host's side of ProjectBuildsFeed.
class CALLBOARD_SDK_EXPORT ProjectSource {
public:
    virtual ~ProjectSource();
    /// The projects that `context.entities()` name.
    virtual std::vector<HostedProject> projects(PullContext &context) = 0;
    /// Runs that changed since, newest first; with nothing known, the newest ones. NotFound and Forbidden concern this project alone.
    virtual Result<ProjectBuilds> builds(const HostedProject &project, const ProjectMemory &memory, PullContext &context) = 0;
    /// The projects something happened in since, by one request; a hint for whom to ask next. Unsupported is the default.
    virtual Result<QStringList> active(const QDateTime &since, PullContext &context);
};

/// Runs and deployments of the projects of a host. A pull asks about some of them: those on screen, with something unfinished, or
/// where something happened, each time; all others in turn, so that they cost at most `idleAnHour` requests in all. Several hosts share
/// that number: each has its `PullContext::idleShare` of it, and is asked where something happened as much less often.
class CALLBOARD_SDK_EXPORT ProjectBuildsFeed final : public Feed {
public:
    static constexpr int idleAnHour = 110; ///< With what reviews and notifications of a host cost, 200 are not exceeded.
    static constexpr int newAtOnce = 50; ///< Projects nothing is known of, in one pull.
    static constexpr int keptRuns = 200; ///< Of one project.

    using Clock = std::function<QDateTime()>;
    /// `source` outlives the feed.
    explicit ProjectBuildsFeed(ProjectSource &source, Clock clock = &QDateTime::currentDateTimeUtc);
    Result<void> pull(PullContext &context) override;

private:
    ProjectSource &m_source;
    Clock m_clock;
};

} // namespace callboard::sdk
