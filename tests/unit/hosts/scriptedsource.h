// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/projectbuilds.h"
#include "tests/unit/hosts/hostcontext.h"

namespace callboard::test {

using namespace Qt::StringLiterals;
using domain::BuildState;

/// A host whose answers are what its members say.
class ScriptedSource final : public sdk::ProjectSource {
public:
    int projectsThere = 1;
    QString onScreen;
    QSet<QString> listed, kept; ///< On screen too; the person's own.
    QStringList activeOnes;
    QMap<QString, std::vector<domain::BuildRun>> runs;
    QMap<QString, int> asked;
    QMap<QString, QDateTime> since; ///< Of the last ask.
    QSet<QString> broken, refused, missing; ///< Answered with 500, with 403, with 404.
    QJsonObject note, noted; ///< Told, and handed over the last time.
    bool isUnchanged = false; ///< As the last time: nothing is told.
    bool tellsSingleRuns = false;
    QMap<QString, domain::BuildRun> byId; ///< What is told of single runs; the others are gone.
    QStringList askedById;
    int requests = 0;
    int requestsEach = 1; ///< To find a single run.
    std::vector<QDateTime> hints; ///< Since when it was asked where something happened, each time.
    bool tellsNoHints = false;

    void forgetAsks()
    {
        requests = 0;
        asked.clear();
        askedById.clear();
        hints.clear();
    }
    std::vector<sdk::HostedProject> projects(sdk::PullContext &) override
    {
        std::vector<sdk::HostedProject> all;
        for (int i = 0; i < projectsThere; ++i) {
            const QString name = u"p%1"_s.arg(i);
            all.push_back({ name, { u"component:default/"_s + name }, name == onScreen || listed.contains(name), kept.contains(name) });
        }
        return all;
    }
    sdk::Result<sdk::ProjectBuilds> builds(const sdk::HostedProject &project, const sdk::ProjectMemory &memory, sdk::PullContext &) override
    {
        ++requests;
        ++asked[project.name];
        since[project.name] = memory.since;
        noted = memory.note;
        if (broken.contains(project.name))
            return domain::fail(domain::ErrorCode::BadResponse, u"500"_s);
        if (refused.contains(project.name))
            return domain::fail(domain::ErrorCode::Forbidden, u"403 of "_s + project.name, u"git.example.org"_s);
        if (missing.contains(project.name))
            return domain::fail(domain::ErrorCode::NotFound, u"404"_s);
        return sdk::ProjectBuilds { isUnchanged ? std::vector<domain::BuildRun>() : runs.value(project.name), {}, note, isUnchanged };
    }
    sdk::Result<domain::BuildRun> run(
        const sdk::HostedProject &, const QString &id, const sdk::ProjectMemory &, sdk::PullContext &) override
    {
        if (!tellsSingleRuns)
            return domain::fail(domain::ErrorCode::Unsupported, u"no single runs"_s);
        requests += requestsEach;
        askedById.append(id);
        if (!byId.contains(id))
            return domain::fail(domain::ErrorCode::NotFound, u"404"_s);
        return byId.value(id);
    }
    int requestsOfRun() const override { return requestsEach; }
    sdk::Result<QStringList> active(const QDateTime &from, sdk::PullContext &) override
    {
        ++requests;
        hints.push_back(from);
        if (tellsNoHints)
            return domain::fail(domain::ErrorCode::Forbidden, u"403"_s);
        return activeOnes;
    }
};

inline domain::BuildRun run(const QString &id, BuildState state, const QDateTime &queued)
{
    domain::BuildRun one;
    one.id = id;
    one.state = state;
    one.queuedAt = queued;
    return one;
}

/// When the days of these tests begin.
inline QDateTime morning() { return QDateTime::fromString(u"2026-01-01T08:00:00Z"_s, Qt::ISODate); }

/// Pulls once a minute, each time as after a start of the program where no feed is `kept`; of what was asked, that of these minutes is left.
inline bool pullMinutes(int count, QDateTime &now, ScriptedSource &source, HostContext &context, sdk::ProjectBuildsFeed *kept = nullptr)
{
    source.forgetAsks();
    for (int minute = 0; minute < count; ++minute) {
        now = now.addSecs(60);
        sdk::ProjectBuildsFeed fresh(source, [&now] { return now; });
        if (!context.pull(kept ? *kept : fresh))
            return false;
    }
    return true;
}

} // namespace callboard::test
