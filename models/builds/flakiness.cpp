// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/flakiness.h"

#include <algorithm>
#include <map>
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
    JobOutcomes outcomes { connection, detail.runKey, {} };
    for (const domain::BuildJob &job : detail.jobs) {
        if (says(job.state))
            outcomes.jobs.emplace_back(job.name, job.state == BuildState::Passed);
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
        judgePipelines();
        if (!jobs.empty())
            judgeJobs(jobs);
        collect();
    }

private:
    /// A commit in one pipeline; 0: the run tells no commit.
    quint64 keyOf(const RunIndex::Run &run) const { return run.commit == 0 ? 0 : pair(m_found.m_pipelineOf[run.line], run.commit); }

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

    void judgePipelines()
    {
        m_runs.reserve(m_index.size());
        for (RunRow row = 0; row < m_index.size(); ++row) {
            const RunIndex::Run &run = m_index.run(row);
            qint64 &newest = m_newest[m_found.m_pipelineOf[run.line]];
            newest = std::max(newest, run.begunAt());
            if (run.commit != 0 && says(run.state))
                m_runs[keyOf(run)].add(run.state == BuildState::Passed);
        }
    }

    void judgeJobs(std::span<const JobOutcomes> jobs)
    {
        // Projects and ids may have the key's sign in them: every place is tried.
        std::unordered_map<quint64, std::vector<const JobOutcomes *>> known;
        for (const JobOutcomes &of : jobs) {
            const QStringView key(of.runKey);
            for (qsizetype at = key.indexOf(u'#'); at >= 0 && !of.jobs.empty(); at = key.indexOf(u'#', at + 1)) {
                const StringId project = m_index.find(key.first(at));
                const StringId id = m_index.find(key.sliced(at + 1));
                if ((project != 0 || at == 0) && (id != 0 || at + 1 == key.size()))
                    known[pair(project, id)].push_back(&of);
            }
        }
        for (RunRow row = 0; row < m_index.size() && !known.empty(); ++row) {
            const RunIndex::Run &run = m_index.run(row);
            const auto these = run.commit == 0 ? known.end() : known.find(pair(run.project, run.id));
            if (these == known.end())
                continue;
            for (const JobOutcomes *of : these->second) {
                if (of->connection != m_index.text(run.connection))
                    continue;
                for (const auto &[name, passed] : of->jobs)
                    m_jobs[keyOf(run)][name].add(passed);
            }
        }
    }

    /// Newest first, so that a flake is as young as the first run of it that is met.
    void collect()
    {
        std::unordered_map<quint64, Number> numbers;
        for (RunRow row = 0; row < m_index.size(); ++row) {
            const RunIndex::Run &run = m_index.run(row);
            const quint64 key = keyOf(run);
            if (key == 0)
                continue;
            const auto outcome = m_runs.find(key);
            const bool isOfPipeline = outcome != m_runs.end() && outcome->second.isFlaky();
            const auto jobs = m_jobs.empty() ? m_jobs.end() : m_jobs.find(key);
            if (!isOfPipeline && jobs == m_jobs.end())
                continue;
            auto known = numbers.find(key);
            if (known == numbers.end())
                known = numbers.emplace(key, add(run, isOfPipeline, jobs == m_jobs.end() ? nullptr : &jobs->second)).first;
            if (known->second == Flakiness::none)
                continue;
            m_found.m_flakeOf.resize(m_index.size(), Flakiness::none);
            m_found.m_flakeOf[row] = known->second;
        }
    }

    Number add(const RunIndex::Run &run, bool isOfPipeline, const std::map<QString, Outcome> *jobs)
    {
        const Number pipeline = m_found.m_pipelineOf[run.line];
        Flakiness::Flake flake { isOfPipeline, m_newest[pipeline] - run.begunAt() <= Flakiness::recently, {} };
        for (const auto &[name, outcome] : jobs ? *jobs : std::map<QString, Outcome>()) {
            if (!outcome.isFlaky())
                continue;
            flake.parts.push_back(partOf(run, name));
            auto &known = m_found.m_jobsOf[pipeline];
            if (flake.isRecent && std::ranges::find(known, flake.parts.back()) == known.end())
                known.push_back(flake.parts.back());
        }
        if (flake.parts.empty() && !isOfPipeline)
            return Flakiness::none;
        if (flake.parts.empty())
            flake.parts.push_back(partOf(run, {}));
        m_found.m_flakes.push_back(std::move(flake));
        return Number(m_found.m_flakes.size() - 1);
    }

    Number partOf(const RunIndex::Run &run, const QString &job)
    {
        const auto [known, isNew] = m_partNumbers.try_emplace({ m_found.m_pipelineOf[run.line], job }, Number(m_found.m_parts.size()));
        if (isNew)
            m_found.m_parts.push_back({ run.project, run.pipeline, job });
        return known->second;
    }

    const RunIndex &m_index;
    Flakiness &m_found;
    std::vector<qint64> m_newest; ///< By pipeline.
    std::unordered_map<quint64, Outcome> m_runs;
    std::unordered_map<quint64, std::map<QString, Outcome>> m_jobs;
    std::map<std::pair<Number, QString>, Number> m_partNumbers;
};

Flakiness::Flakiness(const RunIndex &index, std::span<const JobOutcomes> jobs) { FlakinessFinder(index, *this).find(jobs); }

std::vector<Flakiness::Number> Flakiness::jobsBeside(const RunIndex &index, RunRow row) const
{
    return m_pipelineOf.empty() ? std::vector<Number>() : m_jobsOf[m_pipelineOf[index.run(row).line]];
}

} // namespace callboard::builds
