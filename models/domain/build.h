// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"

#include <optional>
#include <vector>

namespace callboard::domain {

namespace recordtype {
inline constexpr QLatin1StringView buildRun("BuildRun");       ///< Key: `BuildRun::key()`.
inline constexpr QLatin1StringView buildDetail("BuildDetail"); ///< Key: that of its run.
inline constexpr QLatin1StringView deployment("Deployment");   ///< Key: `Deployment::key()`.
}

/// How a run, a job or a step stands: one vocabulary for all vendors.
enum class BuildState {
    Unknown, ///< The vendor said something that we do not know; its word is beside it.
    Queued,
    Waiting, ///< For somebody's approval.
    Running,
    Passed,
    Failed,  ///< What was built or tested is wrong.
    Errored, ///< The machinery is: no runner, bad configuration, timed out.
    Cancelled,
    Skipped,
};
/// The state's name as records and the command line write it: "passed".
QString buildStateName(BuildState state);
BuildState buildStateFrom(QStringView name);
/// Nothing more will happen to it by itself.
bool isFinished(BuildState state);
/// What was built is wrong, or its machinery is.
constexpr bool isBroken(BuildState state) { return state == BuildState::Failed || state == BuildState::Errored; }
/// Says whether what was built is good: a run that was cancelled or skipped does not.
constexpr bool isVerdict(BuildState state) { return state == BuildState::Passed || isBroken(state); }

/// How an earlier attempt of a run ended, which was run again under the same id.
struct BuildAttempt {
    int number = 1; ///< As `BuildRun::attempt`; of a host that does not count them, always 1.
    BuildState state = BuildState::Unknown;
    bool operator==(const BuildAttempt &) const = default;
};

/// One run of a pipeline at a CI system.
struct BuildRun {
    QString id;          ///< The vendor's, unique within `project`.
    QString project;     ///< As the vendor names it: "acme/ledger", "folder/job".
    QStringList entityRefs; ///< Canonical: whose run it is; several in a monorepo; may be empty.
    QString pipeline;    ///< Of the workflow, job or definition ("CI"); may be empty.
    qint64 number = 0;   ///< For people ("#214"); 0: it has none.
    int attempt = 1;
    QString title;       ///< Commit subject or title of the pull request; may be empty.
    QString branch;      ///< May be empty (a tag, a detached commit).
    QString commit;      ///< Full id; may be empty.
    QString pullRequest; ///< Its number at the host; empty: it is for none.
    bool isDefaultBranch = false;
    QString trigger;     ///< "push", "pull_request", "schedule", "manual", "api", "tag", or the vendor's word.
    QString actor;       ///< Login or name of who set it off; may be empty.
    BuildState state = BuildState::Unknown;
    QString vendorState; ///< As the vendor puts it ("completed/timed_out").
    QDateTime queuedAt, startedAt, finishedAt; ///< UTC; invalid: not (yet), or not told.
    QString url;         ///< Of its page, http(s); may be empty.
    std::vector<BuildAttempt> earlier = {}; ///< The attempts before, the first one first, as far as they are known: all are of one commit.

    bool operator==(const BuildRun &) const = default;
    QString key() const; ///< project + '#' + id: unique within its connection, the same through all attempts.
    Record toRecord() const;
    static BuildRun fromRecord(const Record &record);
};

struct BuildStep {
    QString name;
    BuildState state = BuildState::Unknown;
    QDateTime startedAt, finishedAt;
    bool operator==(const BuildStep &) const = default;
};

struct BuildJob {
    QString id; ///< The vendor's, unique within the run.
    QString name;
    QString stage;      ///< May be empty.
    QStringList needs;  ///< Ids of the jobs it waits for, where the vendor tells; jobs of a stage otherwise wait for the stage before.
    BuildState state = BuildState::Unknown;
    QString vendorState;
    QString runner;     ///< May be empty.
    QDateTime queuedAt, startedAt, finishedAt;
    QString url;
    std::vector<BuildStep> steps;
    QString logBlob;    ///< Key in the mirror's blob store, once somebody looked at the log of the finished job; the host fills it.
    int attempt = 1;    ///< Of those within the run, which are jobs of the same name one after another.
    bool isRetried = false; ///< Another attempt took its place: how it ended is not how the run did.
    std::optional<double> coverage = {}; ///< Percent of the code that its tests went through; nothing: nobody told.
    bool operator==(const BuildJob &) const = default;
};

/// Something a run says about a line of the code.
struct BuildAnnotation {
    Severity severity = Severity::Error;
    QString jobId; ///< May be empty.
    QString path;  ///< In the repository; may be empty.
    int line = 0;  ///< Counts from 1; 0: the whole file.
    QString title;
    QString message;
    bool operator==(const BuildAnnotation &) const = default;
};

/// One suite of a run's test reports.
struct TestSuite {
    struct Case {
        QString name;
        QString message; ///< Of the failure.
        double seconds = 0;
        bool operator==(const Case &) const = default;
    };
    QString name;
    int passed = 0, failed = 0, errored = 0, skipped = 0;
    double seconds = 0;
    std::vector<Case> failures; ///< Failed and errored ones, not all there are where there are very many.
    bool operator==(const TestSuite &) const = default;
};

/// How long tests took, of what their host tells: any number at all. From 0 to 1e9.
double testSeconds(double told);

/// A commit between two runs.
struct BuildCommit {
    QString id;
    QString subject; ///< Its first line.
    QString author;
    QDateTime at;    ///< UTC
    QStringList paths; ///< What it touches, the first some; of a merge, nothing; where nobody tells, nothing.
    bool operator==(const BuildCommit &) const = default;
};

/// What a run is made of.
struct BuildDetail {
    QString runKey; ///< `BuildRun::key()`.
    QStringList entityRefs;
    std::vector<BuildJob> jobs; ///< In the vendor's order.
    std::vector<BuildAnnotation> annotations;
    std::vector<TestSuite> tests;
    QString since = {}; ///< Commit of the good run that `commits` come after; empty: nobody asked. The host fills both.
    std::vector<BuildCommit> commits = {}; ///< What this run has and that one has not, the newest first.
    std::optional<double> coverage = {}; ///< Of the run, as its host counts it together; as `BuildJob::coverage`.

    bool operator==(const BuildDetail &) const = default;
    Record toRecord() const;
    static BuildDetail fromRecord(const Record &record);
};

/// Something was brought to an environment; what the DORA measures are counted from.
struct Deployment {
    QString id;
    QString project;
    QStringList entityRefs;
    QString environment; ///< "production"
    QString commit;
    BuildState state = BuildState::Unknown;
    QDateTime createdAt, finishedAt; ///< UTC
    QString url;

    bool operator==(const Deployment &) const = default;
    QString key() const; ///< project + '#' + id
    Record toRecord() const;
    static Deployment fromRecord(const Record &record);
};

} // namespace callboard::domain
