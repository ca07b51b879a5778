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
    /// hold for a day: then they are left out, and asked for anew. "repository": another name that `active` may tell it by.
    QJsonObject note;
    /// The host said that its list is as it was the last time; `runs` is empty then, and those of the last time are still in that list.
    bool isUnchanged = false;
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
    /// The projects something happened in since, in any case of letters, by one request (three at most, where the host wants one for each
    /// group); a hint for whom to ask next. Unsupported is the default. Where it fails for another reason than the network's or
    /// the sign-in's, it is tried again after an hour.
    virtual Result<QStringList> active(const QDateTime &since, PullContext &context);
    /// One run by its id: one that has not ended, and that `builds` did not name: a list of the newest runs leaves it out once there are
    /// enough newer ones. The run has that id; any other is a BadResponse. `memory.note` is what `builds` has just told.
    /// NotFound: it is gone, and is forgotten. Other errors of the project or run leave it as it is until the next pull. Unsupported is the
    /// default: of a host that tells all changes, or cannot be asked so.
    virtual Result<domain::BuildRun> run(
        const HostedProject &project, const QString &id, const ProjectMemory &memory, PullContext &context);
    /// How many requests the last call of `run` made: of a host that has to look through its lists, several, or none where they were just
    /// read. One is the default.
    virtual int requestsOfRun() const;
};

/// Of a host that refused all it was asked about, since the last pull that was completed.
struct ProjectRefusals {
    std::optional<domain::Error> error; ///< The last one.
    QByteArray cursor; ///< Of that last pull: it is erased with what it brought, and then they say nothing any more.
    QByteArray asked; ///< What those pulls asked, as a cursor has it.
};

/// Runs and deployments of the projects of a host. A pull asks about some of them: those on screen, with something unfinished, or
/// where something happened, each time; all others in turn, so that they cost at most `idleAnHour` requests in all. Several hosts share
/// that number: each has its `PullContext::idleShare` of it, and is asked where something happened as much less often. A pull that a
/// person wants asks first where something happened, and the person's own projects out of turn: `wantedAtOnce` at most are taken in advance from
/// what idle ones may cost, which is paid back by their turns. Of several projects on screen, `onScreenAtOnce` are asked each time, and at
/// once those that were not asked for half an hour: a window that is left open costs no more than 200 requests an hour either. Runs that have not ended and are listed no more are asked for by their ids, `byIdAtOnce` of a project in one pull; those
/// older than a day more seldom the older they are, as part of what idle projects may cost: what waits for an approval may wait for weeks.
/// One that is Forbidden is left out, and tried again in its turn; where none answers any more, and one at least is Forbidden, the host
/// refuses, and so the pull ends.
class CALLBOARD_SDK_EXPORT ProjectBuildsFeed final : public Feed {
public:
    static constexpr int idleAnHour = 90; ///< With the lists of reviews and notifications of a host, 200 are not exceeded.
    static constexpr int newAtOnce = 50; ///< Projects nothing is known of, in one pull.
    static constexpr int wantedAtOnce = 50; ///< Projects on credit: a person's own, or those that are to show whether a host refuses all.
    static constexpr int onScreenAtOnce = 1;
    static constexpr int keptRuns = 200; ///< Of one project.
    static constexpr int byIdAtOnce = 5; ///< Runs of one project, in one pull.

    using Clock = std::function<QDateTime()>;
    /// `source` outlives the feed.
    explicit ProjectBuildsFeed(ProjectSource &source, Clock clock = &QDateTime::currentDateTimeUtc);
    Result<void> pull(PullContext &context) override;

private:
    ProjectSource &m_source;
    Clock m_clock;
    ProjectRefusals m_refusals; ///< While the program runs.
};

} // namespace callboard::sdk
