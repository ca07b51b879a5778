// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/flakiness.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

namespace callboard::builds {

namespace {

struct Outcome {
    bool passed = false, failed = false;
    void add(bool pass) { (pass ? passed : failed) = true; }
    bool isFlaky() const { return passed && failed; }
};

bool says(BuildState state) { return state == BuildState::Passed || state == BuildState::Failed; }

quint64 pair(quint32 a, quint32 b) { return quint64(a) << 32 | b; }

} // namespace

JobOutcomes JobOutcomes::of(const domain::BuildDetail &detail, const QString &connection)
{
    const auto attemptOf = [](const domain::BuildJob &job) { return std::tuple(job.stage, job.name, job.attempt); };
    std::map<std::tuple<QString, QString, int>, int> times;
    for (const domain::BuildJob &job : detail.jobs)
        ++times[attemptOf(job)];
    JobOutcomes outcomes { connection, detail.runKey, {} };
    for (const domain::BuildJob &job : detail.jobs) {
        if (says(job.state) && times[attemptOf(job)] == 1)
            outcomes.jobs.push_back({ job.stage, job.name, job.state == BuildState::Passed });
    }
    return outcomes;
}

class FlakinessFinder final {
public:
    using Number = Flakiness::Number;

    FlakinessFinder(const RunIndex &index, Flakiness &found)
        : m_index(index)
        , m_found(found)
    {
    }

    void find(std::span<const JobOutcomes> jobs)
    {
        numberPipelines();
        noteJobs(jobs);
        judge();
        collect();
    }

private:
    /// A commit in one pipeline.
    struct Commit {
        RunRow newest = 0;
        Outcome runs;
        RunRow passed = noRun, failed = noRun; ///< The newest of each.
    };
    using Job = std::pair<QString, QString>; ///< Its stage and name.
    using Jobs = std::map<Job, Outcome>;

    void numberPipelines()
    {
        std::map<std::array<StringId, 3>, Number> numbers;
        m_found.m_pipelineOf.reserve(m_index.lineCount());
        for (quint32 line = 0; line < m_index.lineCount(); ++line) {
            const RunIndex::Line &of = m_index.lineFacts(line);
            const auto known = numbers.try_emplace({ of.connection, of.project, of.pipeline }, Number(numbers.size())).first;
            m_found.m_pipelineOf.push_back(known->second);
        }
        m_newest.resize(numbers.size(), 0);
        m_found.m_jobsOf.resize(numbers.size());
    }

    void noteJobs(std::span<const JobOutcomes> jobs)
    {
        // Projects and ids may have the key's sign in them: every place is tried.
        for (const JobOutcomes &of : jobs) {
            const QStringView key(of.runKey);
            for (qsizetype at = key.indexOf(u'#'); at >= 0; at = key.indexOf(u'#', at + 1)) {
                const StringId project = m_index.find(key.first(at));
                const StringId id = m_index.find(key.sliced(at + 1));
                if ((project != 0 || at == 0) && (id != 0 || at + 1 == key.size()))
                    m_jobs[pair(project, id)].push_back(&of);
            }
        }
    }

    void judge()
    {
        std::unordered_map<quint64, Number> numbers;
        numbers.reserve(m_index.size());
        m_commitOf.reserve(m_index.size());
        for (RunRow row = 0; row < m_index.size(); ++row) {
            const RunIndex::Run &run = m_index.run(row);
            const Number pipeline = m_found.m_pipelineOf[run.line];
            m_newest[pipeline] = std::max(m_newest[pipeline], run.begunAt());
            if (run.commit == 0) { // Nothing is known of what it was run for.
                m_commitOf.push_back(Flakiness::none);
                continue;
            }
            const auto [known, isNew] = numbers.try_emplace(pair(pipeline, run.commit), Number(m_commits.size()));
            if (isNew)
                m_commits.push_back({ row, {} });
            m_commitOf.push_back(known->second);
            judge(row, run, known->second);
        }
    }

    void judge(RunRow row, const RunIndex::Run &run, Number number)
    {
        Commit &commit = m_commits[number];
        if (says(run.state)) {
            commit.runs.add(run.state == BuildState::Passed);
            RunRow &newest = run.state == BuildState::Passed ? commit.passed : commit.failed;
            newest = std::min(newest, row);
        }
        commit.runs.passed = commit.runs.passed || run.passedBefore;
        commit.runs.failed = commit.runs.failed || run.failedBefore;
        for (const JobOutcomes *of : detailsOf(run)) {
            for (const JobOutcomes::Job &job : of->jobs)
                m_jobsOf[number][{ job.stage, job.name }].add(job.passed);
        }
    }

    /// One, or none.
    std::vector<const JobOutcomes *> detailsOf(const RunIndex::Run &run) const
    {
        const auto these = m_jobs.empty() ? m_jobs.end() : m_jobs.find(pair(run.project, run.id));
        std::vector<const JobOutcomes *> found;
        if (these != m_jobs.end())
            std::ranges::copy_if(these->second, std::back_inserter(found), [&](const JobOutcomes *of) { return of->connection == m_index.text(run.connection); });
        return found;
    }

    /// Newest first: a flake is as young as the first run of it that is met.
    void collect()
    {
        std::vector<Number> flakes;
        flakes.reserve(m_commits.size());
        for (Number commit = 0; commit < m_commits.size(); ++commit) {
            const auto jobs = m_jobsOf.empty() ? m_jobsOf.end() : m_jobsOf.find(commit);
            const bool maybe = m_commits[commit].runs.isFlaky() || jobs != m_jobsOf.end();
            flakes.push_back(maybe ? add(m_commits[commit], jobs == m_jobsOf.end() ? Jobs() : jobs->second) : Flakiness::none);
        }
        if (m_found.m_flakes.empty())
            return;
        m_found.m_flakeOf.reserve(m_index.size());
        for (const Number commit : m_commitOf)
            m_found.m_flakeOf.push_back(commit == Flakiness::none ? Flakiness::none : flakes[commit]);
    }

    Number add(const Commit &commit, const Jobs &jobs)
    {
        const RunIndex::Run &run = m_index.run(commit.newest);
        const Number pipeline = m_found.m_pipelineOf[run.line];
        Flakiness::Flake flake { commit.runs.isFlaky(), m_newest[pipeline] - run.begunAt() <= Flakiness::recently, {}, {} };
        for (const auto &[job, outcome] : jobs) {
            if (!outcome.isFlaky())
                continue;
            flake.parts.push_back(partOf(run, job));
            auto &known = m_found.m_jobsOf[pipeline];
            if (flake.isRecent && std::ranges::find(known, flake.parts.back()) == known.end())
                known.push_back(flake.parts.back());
        }
        if (flake.parts.empty() && !flake.isOfPipeline)
            return Flakiness::none;
        if (flake.parts.empty()) {
            flake.parts.push_back(partOf(run, {}));
            for (const RunRow row : { commit.passed, commit.failed }) {
                if (commit.passed != noRun && commit.failed != noRun && detailsOf(m_index.run(row)).empty())
                    flake.untold.push_back(row);
            }
        }
        m_found.m_flakes.push_back(std::move(flake));
        return Number(m_found.m_flakes.size() - 1);
    }

    Number partOf(const RunIndex::Run &run, const Job &job)
    {
        const auto [known, isNew] = m_partNumbers.try_emplace({ m_found.m_pipelineOf[run.line], job }, Number(m_found.m_parts.size()));
        if (isNew)
            m_found.m_parts.push_back({ run.project, run.pipeline, job.second });
        return known->second;
    }

    const RunIndex &m_index;
    Flakiness &m_found;
    std::vector<qint64> m_newest; ///< By pipeline.
    std::vector<Commit> m_commits;
    std::vector<Number> m_commitOf; ///< By row.
    std::unordered_map<Number, Jobs> m_jobsOf; ///< By commit, where jobs are known.
    std::unordered_map<quint64, std::vector<const JobOutcomes *>> m_jobs; ///< By project and id of their run.
    std::map<std::pair<Number, Job>, Number> m_partNumbers;
};

Flakiness::Flakiness(const RunIndex &index, std::span<const JobOutcomes> jobs) { FlakinessFinder(index, *this).find(jobs); }

std::vector<Flakiness::Number> Flakiness::jobsBeside(const RunIndex &index, RunRow row) const
{
    return m_pipelineOf.empty() ? std::vector<Number>() : m_jobsOf[m_pipelineOf[index.run(row).line]];
}

} // namespace callboard::builds
