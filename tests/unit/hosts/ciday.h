// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/build.h"

#include <QByteArray>
#include <QDateTime>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <QTimeZone>
#include <QUrlQuery>

#include <algorithm>
#include <atomic>
#include <vector>

/// A GitLab with 500 projects, and a day of it: failures, flakiness, limits, outages. Time is whatever the test says.
namespace callboard::test::ciday {

constexpr int projectsThere = 500, busyProjects = 60;
constexpr qint64 minute = 60, hour = 60 * minute, dayLong = 24 * hour; ///< Seconds.
/// Nothing happens in the first hours, when the estate is learnt, nor in the last ones, in which even what was missed comes round.
constexpr qint64 workBegins = 2 * hour, workEnds = 16 * hour, idleHour = 22;

inline QDateTime momentOf(qint64 seconds)
{
    return QDateTime(QDate(2026, 8, 12), QTime(0, 0), QTimeZone::UTC).addSecs(seconds);
}

/// A pipeline and how it stood from when on, in seconds since the day began.
struct Pipeline {
    qint64 id = 0, number = 0;
    std::vector<std::pair<qint64, QByteArray>> states;

    const std::pair<qint64, QByteArray> *at(qint64 now) const
    {
        const std::pair<qint64, QByteArray> *last = nullptr;
        for (const auto &state : states) {
            if (state.first <= now)
                last = &state;
        }
        return last;
    }
};

/// What happens at the host that day; the same each time.
class Day final {
public:
    Day()
    {
        QRandomGenerator random(20260812);
        qint64 id = 1000;
        for (int project = 0; project < projectsThere; ++project) {
            auto &pipelines = m_projects.emplace_back();
            pipelines.push_back({ ++id, 1, { { -2 * hour, "running" }, { -hour, "success" } } });
            for (qint64 at = workBegins + random.bounded(int(hour)); project < busyProjects && at < workEnds; at += 2 * hour + random.bounded(4 * int(hour)))
                add(pipelines, ++id, at, random);
        }
    }

    const std::vector<std::vector<Pipeline>> &projects() const { return m_projects; }
    /// Of all that there are at its end, in order.
    QStringList pipelineKeys() const
    {
        QStringList keys;
        for (size_t project = 0; project < m_projects.size(); ++project) {
            for (const Pipeline &pipeline : m_projects[project])
                keys.append(QStringLiteral("acme/s%1#%2").arg(project).arg(pipeline.id));
        }
        keys.sort();
        return keys;
    }
    /// Keys of pipelines that failed, and passed when they were run again.
    QStringList flaky() const
    {
        QStringList keys;
        for (size_t project = 0; project < m_projects.size(); ++project) {
            for (const Pipeline &pipeline : m_projects[project]) {
                if (pipeline.states.size() > 3)
                    keys.append(QStringLiteral("acme/s%1#%2").arg(project).arg(pipeline.id));
            }
        }
        keys.sort();
        return keys;
    }
    /// "broke acme/s3#1017", each time that a branch's latest finished pipeline turned.
    QStringList changes() const
    {
        QStringList all;
        for (size_t project = 0; project < m_projects.size(); ++project) {
            bool isBroken = false;
            for (const Pipeline &pipeline : m_projects[project]) {
                for (const auto &[at, state] : pipeline.states) {
                    if ((state != "failed" && state != "success") || (state == "failed") == isBroken)
                        continue;
                    isBroken = state == "failed";
                    all.append(QStringLiteral("%1 acme/s%2#%3").arg(isBroken ? QStringLiteral("broke") : QStringLiteral("healed")).arg(project).arg(pipeline.id));
                }
            }
        }
        all.sort();
        return all;
    }

private:
    static void add(std::vector<Pipeline> &pipelines, qint64 id, qint64 at, QRandomGenerator &random)
    {
        Pipeline pipeline { id, pipelines.back().number + 1, { { at, "pending" }, { at + minute, "running" } } };
        const qint64 end = at + (3 + random.bounded(17)) * minute;
        const int fate = random.bounded(10);
        pipeline.states.emplace_back(end, fate < 5 ? "success" : fate < 6 ? "canceled" : "failed");
        // Flaky: somebody lets it run again, and it passes on the same commit.
        if (fate >= 8) {
            pipeline.states.emplace_back(end + 40 * minute, "running");
            pipeline.states.emplace_back(end + 50 * minute, "success");
        }
        pipelines.push_back(std::move(pipeline));
    }

    std::vector<std::vector<Pipeline>> m_projects;
};

/// The host's side: what it answers at `now`. For one thread at a time; `now` and the counts are for any.
class GitLab final {
public:
    struct Answer {
        int status = 200; ///< 0: the connection is reset.
        QByteArray body = {};
        QByteArray retryAfter = {};
    };
    struct Troubles {
        QByteArray rest = "60"; ///< Retry-After of a 429, in seconds.
        int eachFails = 29;     ///< Of so many lists of pipelines one is answered with 500.
        bool resets = false;    ///< In an outage some connections are reset; without this, all of them get a 503.
    };

    GitLab(const Day &day, Troubles troubles)
        : m_day(day)
        , m_troubles(std::move(troubles))
    {
    }

    std::atomic<qint64> now { 0 };
    std::atomic<int> asked { 0 }, refused { 0 }, failed { 0 }, broken { 0 };
    QStringList unknown; ///< Addresses that there are none of.

    /// `path` is encoded, and begins behind "/api/v4".
    Answer answer(const QString &path, const QUrlQuery &query)
    {
        const qint64 at = now;
        ++asked;
        if (at >= 10 * hour && at < 10 * hour + 20 * minute)
            return { ++broken % 2 == 1 && m_troubles.resets ? 0 : 503, "{}" };
        if (at >= 14 * hour && refused < 2)
            return ++refused, Answer { 429, "{}", m_troubles.rest };
        if (path == u"/projects")
            return { 200, active(at, secondsOf(query, QStringLiteral("last_activity_after"))) };
        if (path == u"/user")
            return { 200, R"({"id":7,"username":"ann","name":"Ann"})" };
        if (path == u"/personal_access_tokens/self")
            return { 200, R"({"scopes":["api"]})" };
        if (path == u"/merge_requests" || path == u"/groups/acme/merge_requests" || path == u"/todos")
            return { 200, "[]" };
        static const QRegularExpression ofProject(QStringLiteral("^/projects/acme%2Fs([0-9]+)(/.*)?$"));
        const auto match = ofProject.match(path);
        const size_t project = size_t(match.captured(1).toInt());
        if (!match.hasMatch() || project >= m_day.projects().size())
            return unknown.append(path), Answer { 404, "{}" };
        const QString rest = match.captured(2);
        if (rest.isEmpty())
            return { 200, R"({"default_branch":"main"})" };
        if (rest == u"/pipelines" && fails(project, at))
            return ++failed, Answer { 500, R"({"message":"500 Internal Server Error"})" };
        if (rest == u"/pipelines")
            return { 200, pipelines(project, at, secondsOf(query, QStringLiteral("updated_after"))) };
        if (rest.startsWith(u"/pipelines/"))
            return { 200, one(project, at, rest.section(QLatin1Char('/'), -1).toLongLong()) };
        if (rest == u"/repository/commits" || rest == u"/deployments")
            return { 200, "[]" };
        return unknown.append(path), Answer { 404, "{}" };
    }

private:
    /// Never twice in a row for one project, nor next to the outage: of a pipeline that is run again, the first end is to be seen in one of
    /// the two looks that fall in it.
    bool fails(size_t project, qint64 at)
    {
        const bool isIn = at > 3 * hour && at < 18 * hour && (at < 9 * hour || at > 11 * hour);
        if (!isIn || ++m_lists % m_troubles.eachFails != 0 || m_failedLast.contains(project))
            return m_failedLast.remove(project), false;
        m_failedLast.insert(project);
        return true;
    }
    static qint64 secondsOf(const QUrlQuery &query, const QString &key)
    {
        const QDateTime time = QDateTime::fromString(query.queryItemValue(key, QUrl::FullyDecoded), Qt::ISODate);
        return time.isValid() ? momentOf(0).secsTo(time) : -365 * dayLong;
    }
    static QByteArray timeText(qint64 seconds) { return momentOf(seconds).toString(Qt::ISODate).toLatin1(); }
    static QByteArray json(const Pipeline &pipeline, const std::pair<qint64, QByteArray> &state)
    {
        return "{\"id\":" + QByteArray::number(pipeline.id) + ",\"iid\":" + QByteArray::number(pipeline.number) + ",\"status\":\"" + state.second
            + "\",\"source\":\"push\",\"ref\":\"main\",\"sha\":\"" + QByteArray::number(pipeline.id) + "\",\"created_at\":\""
            + timeText(pipeline.states.front().first) + "\",\"updated_at\":\"" + timeText(state.first) + "\"}";
    }
    QByteArray pipelines(size_t project, qint64 at, qint64 since) const
    {
        QByteArrayList all;
        for (const Pipeline &pipeline : m_day.projects()[project]) {
            if (const auto *state = pipeline.at(at); state && state->first >= since)
                all.prepend(json(pipeline, *state));
        }
        return '[' + all.join(',') + ']';
    }
    QByteArray one(size_t project, qint64 at, qint64 id) const
    {
        for (const Pipeline &pipeline : m_day.projects()[project]) {
            if (const auto *state = pipeline.at(at); state && pipeline.id == id)
                return json(pipeline, *state);
        }
        return "{}";
    }
    QByteArray active(qint64 at, qint64 since) const
    {
        QByteArrayList all;
        for (size_t project = 0; project < m_day.projects().size(); ++project) {
            const Pipeline *latest = nullptr;
            for (const Pipeline &pipeline : m_day.projects()[project])
                latest = pipeline.at(at) ? &pipeline : latest;
            if (latest && latest->at(at)->first >= since)
                all.append("{\"path_with_namespace\":\"acme/s" + QByteArray::number(qulonglong(project)) + "\"}");
        }
        return '[' + all.mid(0, 100).join(',') + ']';
    }

    const Day &m_day;
    Troubles m_troubles;
    int m_lists = 0;
    QSet<size_t> m_failedLast;
};

/// Of these, in order, the keys of those that are known to have failed before.
inline QStringList failedBefore(const QList<domain::BuildRun> &runs)
{
    QStringList keys;
    for (const domain::BuildRun &run : runs) {
        if (std::ranges::contains(run.earlier, domain::BuildState::Failed, &domain::BuildAttempt::state))
            keys.append(run.key());
    }
    keys.sort();
    return keys;
}

} // namespace callboard::test::ciday
