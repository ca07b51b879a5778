// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/gantt.h"

#include <algorithm>
#include <optional>

namespace callboard::builds {

namespace {

constexpr size_t none = ~size_t(0);

qint64 after(qint64 start, const QDateTime &time) { return time.isValid() ? time.toMSecsSinceEpoch() - start : -1; }

class Path final {
public:
    Path(const domain::BuildDetail &detail, Gantt &gantt)
        : m_jobs(detail.jobs)
        , m_gantt(gantt)
    {
        for (const domain::BuildJob &job : m_jobs) {
            m_hasNeeds = m_hasNeeds || !job.needs.isEmpty();
            if (!job.stage.isEmpty() && !m_stages.contains(job.stage))
                m_stages.append(job.stage);
        }
    }

    void mark()
    {
        size_t at = last([](size_t) { return true; });
        while (at != none && !m_gantt.jobs[at].critical) {
            m_gantt.jobs[at].critical = true;
            at = before(at);
        }
    }

private:
    /// The one among these that ended last.
    template<typename Among>
    size_t last(Among among) const
    {
        size_t found = none;
        for (size_t i = 0; i < m_jobs.size(); ++i) {
            if (m_gantt.jobs[i].end >= 0 && among(i) && (found == none || m_gantt.jobs[i].end > m_gantt.jobs[found].end))
                found = i;
        }
        return found;
    }

    size_t before(size_t job)
    {
        // One that runs again waited for what it was before.
        const auto isBefore = [&](size_t i) {
            const domain::BuildJob &other = m_jobs[i], &again = m_jobs[job];
            return other.attempt + 1 == again.attempt && other.name == again.name && other.stage == again.stage;
        };
        if (const size_t found = last(isBefore); found != none)
            return found;
        if (m_hasNeeds)
            return last([&](size_t i) { return i != job && m_jobs[job].needs.contains(m_jobs[i].id); });
        if (m_stages.size() > 1) {
            // A stage may have no job that ran: the nearest before it that has.
            for (qsizetype stage = m_stages.indexOf(m_jobs[job].stage) - 1; stage >= 0; --stage) {
                const size_t found = last([&](size_t i) { return m_jobs[i].stage == m_stages[stage]; });
                if (found != none)
                    return found;
            }
            return none;
        }
        m_gantt.pathIsGuessed = true;
        return last([&](size_t i) { return i != job && m_gantt.jobs[i].end <= m_gantt.jobs[job].begin; });
    }

    const std::vector<domain::BuildJob> &m_jobs;
    Gantt &m_gantt;
    QStringList m_stages;
    bool m_hasNeeds = false;
};

} // namespace

Gantt ganttOf(const domain::BuildDetail &detail, qint64 now, qint64 since)
{
    Gantt gantt;
    const auto isKept = [since](const domain::BuildJob &job) { return job.finishedAt.isValid() && job.finishedAt.toMSecsSinceEpoch() < since; };
    std::optional<qint64> start;
    for (const domain::BuildJob &job : detail.jobs) {
        if (isKept(job))
            continue;
        for (const QDateTime &time : { job.queuedAt, job.startedAt }) {
            if (time.isValid())
                start = std::min(start.value_or(time.toMSecsSinceEpoch()), time.toMSecsSinceEpoch());
        }
    }
    gantt.start = start.value_or(0);
    for (const domain::BuildJob &job : detail.jobs) {
        GanttBar bar;
        bar.isKept = isKept(job);
        if (bar.isKept) {
            gantt.jobs.push_back(bar);
            continue;
        }
        bar.queued = after(gantt.start, job.queuedAt);
        bar.begin = after(gantt.start, job.startedAt);
        if (bar.begin >= 0) {
            bar.end = after(gantt.start, job.finishedAt);
            if (bar.end < 0 && job.state == domain::BuildState::Running)
                bar.end = std::max(bar.begin, now - gantt.start);
            // Clocks of runners differ: nothing ends before it begins.
            if (bar.end >= 0)
                bar.end = std::max(bar.end, bar.begin);
        }
        gantt.length = std::max({ gantt.length, bar.queued, bar.begin, bar.end });
        gantt.jobs.push_back(bar);
    }
    Path(detail, gantt).mark();
    return gantt;
}

} // namespace callboard::builds
