// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builds/runindex.h"

namespace callboard::builds {

/// How the jobs of a run ended, of those that passed or failed: all that is needed of its details.
struct JobOutcomes {
    struct Job {
        QString stage, name;
        bool passed = false;
        bool operator==(const Job &) const = default;
    };
    QString connection;
    QString runKey; ///< `BuildRun::key`
    std::vector<Job> jobs; ///< Of one stage and name, attempts of one job. Several jobs that cannot be told apart are left out.
    bool operator==(const JobOutcomes &) const = default;
    static JobOutcomes of(const domain::BuildDetail &detail, const QString &connection);
};

/// What both passed and failed on one commit, in several runs or in several attempts of one: what it says depends on more than the code. Found once for an index, which takes longer than a
/// frame where there are very many runs; immutable, and may be read from any thread.
class Flakiness final {
public:
    using Number = quint32;
    static constexpr Number none = ~Number(0);
    static constexpr qint64 recently = 30ll * 86'400'000; ///< Milliseconds before the newest run of its pipeline.

    /// What is flaky: a job, or a pipeline of which it is not known which job was.
    struct Part {
        StringId project = 0, pipeline = 0;
        QString job; ///< Empty: the pipeline.
    };
    /// A commit on which a pipeline did both, or jobs of it did. Errors of the machinery do not count: they say nothing of the code.
    struct Flake {
        bool isOfPipeline = false; ///< Its runs passed and failed; else only jobs of them did.
        bool isRecent = false;     ///< Its newest run is: what was long ago is mended, or known.
        std::vector<Number> parts; ///< Its jobs where they are known, else the pipeline.
        /// Whose jobs might say which it was: of the newest run that passed and the newest that failed, those of which nobody knows them. None where the jobs
        /// are known, or where one run is all there is.
        std::vector<RunRow> untold;
    };

    Flakiness() = default;
    /// `jobs`: of the runs whose details are known; others may be among them.
    Flakiness(const RunIndex &index, std::span<const JobOutcomes> jobs);

    Number flakeOf(RunRow row) const { return row < m_flakeOf.size() ? m_flakeOf[row] : none; } ///< `none` of most runs.
    bool isFlaky(RunRow row) const { return flakeOf(row) != none; }
    const Flake &flake(Number number) const { return m_flakes[number]; }
    size_t flakeCount() const { return m_flakes.size(); }
    const Part &part(Number number) const { return m_parts[number]; }
    size_t partCount() const { return m_parts.size(); }
    /// Parts that are jobs of the run's pipeline and were flaky recently.
    std::vector<Number> jobsBeside(const RunIndex &index, RunRow row) const;

private:
    friend class FlakinessFinder;
    std::vector<Number> m_flakeOf; ///< By row; empty where nothing is flaky.
    std::vector<Flake> m_flakes;   ///< The newest first.
    std::vector<Part> m_parts;
    std::vector<Number> m_pipelineOf;           ///< By line.
    std::vector<std::vector<Number>> m_jobsOf;  ///< By pipeline: parts that were flaky recently.
};
using FlakinessPtr = std::shared_ptr<const Flakiness>;

} // namespace callboard::builds
