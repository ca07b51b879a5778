// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/circleci/builds.h"

#include "plugins/circleci/workflows.h"

#include <QSet>

namespace callboard::circleci {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::BuildRun;
using domain::BuildState;
using domain::ErrorCode;
using domain::fail;
using sdk::concernsOne;
using sdk::textOf;
using sdk::timeOf;

namespace {

constexpr qsizetype page = 20, mostListed = 100; ///< Pipelines: of one answer, and where all of that are new.
constexpr qsizetype mostWorkflows = 100;         ///< Of one pipeline.
constexpr qsizetype mostOrganisations = 3;       ///< Asked for what is new in them, one request each.
constexpr qsizetype looksAtFirst = 10;           ///< Pipelines of a project that nothing is known of.
// An approval may be waited for for weeks, and what failed is run again within a day, or not: of its age, the part that passes until a pipeline
// is asked for again, and how many are at once, of a project that somebody looks at or works on and of any other. Many an estate has an approval at the
// end of each pipeline, which nobody gives: where nobody looks, what is old is hardly asked for.
constexpr int partsOfAge = 12, partsOfOldAge = 2;
constexpr int againWatched = 3, againIdle = 1, againWanted = 10;
constexpr auto restLeast = 1min;
constexpr auto runAgainWithin = 24h;
constexpr auto goingOnFor = 24h; ///< Then it is forgotten there, or something of it waits.
constexpr auto beingMadeFor = 1h;
constexpr qsizetype mostOlder = 500; ///< Pipelines that are kept of what was asked for by a run's id.

QString idOf(const QJsonValue &served) { return textOf(served["id"_L1], 100); }

QString pipelineRoute(const QString &id, const QString &rest = {})
{
    return u"/v2/pipeline/"_s + sdk::pathPart(id) + rest;
}

/// The newest pipelines; more than one answer where all of it is new.
sdk::Result<QJsonArray> newest(
    const sdk::HostApi &api, const sdk::HostAsk &ask, const std::function<bool(const QJsonValue &)> &isNew, sdk::PullContext &context)
{
    const auto goesOn = [&isNew](const QJsonArray &told) { return told.size() >= page && std::ranges::all_of(told, isNew); };
    return api.list(ask, context, mostListed, u"items"_s, goesOn);
}

/// What a run needs of a workflow, for the note.
QJsonObject shortened(const QJsonValue &served)
{
    QJsonObject workflow;
    for (const QString &key : { u"id"_s, u"name"_s, u"status"_s, u"created_at"_s, u"stopped_at"_s, u"tag"_s }) {
        if (served[key].isString())
            workflow.insert(key, textOf(served[key], 200));
    }
    return workflow;
}

sdk::Result<QJsonArray> workflowsOf(const sdk::HostApi &api, const QString &pipelineId, sdk::PullContext &context)
{
    const auto listed = api.list({ .route = pipelineRoute(pipelineId, u"/workflow"_s) }, context, mostWorkflows, u"items"_s);
    if (!listed)
        return std::unexpected(listed.error());
    QJsonArray workflows;
    for (const QJsonValue served : *listed)
        workflows.append(shortened(served));
    return workflows;
}

/// Since its latest workflow was made.
std::chrono::seconds ageOf(const QJsonObject &pipeline, const QJsonArray &workflows, const QDateTime &now)
{
    QDateTime latest = timeOf(pipeline["created_at"_L1]);
    for (const QJsonValue workflow : workflows)
        latest = std::max(latest, timeOf(workflow["created_at"_L1]));
    return std::chrono::seconds(latest.isValid() ? std::max<qint64>(0, latest.secsTo(now)) : 0);
}

/// For how long one of that age is not asked for again while it waits.
std::chrono::seconds restOf(std::chrono::seconds age, bool isWatched)
{
    return std::max<std::chrono::seconds>(restLeast, age / (isWatched || age < goingOnFor ? partsOfAge : partsOfOldAge));
}

bool isWatched(const sdk::HostedProject &project) { return project.onScreen || project.keep; }

/// What is known of a listed pipeline from one pull to the next.
struct Held {
    QJsonArray workflows; ///< While it has not ended.
    QDateTime asked;
    bool hasEnded = false;
    bool isBroken = false; ///< It has ended, and somebody may run it again.

    static Held fromJson(const QJsonValue &json)
    {
        return { json["workflows"_L1].toArray(), QDateTime::fromString(json["asked"_L1].toString(), Qt::ISODate), json["ended"_L1].toBool(),
            json["broken"_L1].toBool() };
    }
    QJsonObject toJson() const
    {
        QJsonObject json;
        if (!hasEnded)
            json.insert(u"workflows"_s, workflows);
        if (hasEnded)
            json.insert(u"ended"_s, true);
        if (isBroken)
            json.insert(u"broken"_s, true);
        if (!hasEnded || isBroken)
            json.insert(u"asked"_s, asked.toUTC().toString(Qt::ISODate));
        return json;
    }
    bool has(const QString &workflowId) const
    {
        return std::ranges::any_of(workflows, [&](const QJsonValue &one) { return idOf(one) == workflowId; });
    }
};

/// Reads one project: asks for the list of its pipelines, and for the workflows of those that may have changed.
class Look final {
public:
    Look(Host &host, const sdk::HostedProject &project, const sdk::ProjectMemory &memory, sdk::PullContext &context)
        : m_host(host)
        , m_api(host.api())
        , m_project(project)
        , m_context(context)
        , m_now(QDateTime::currentDateTimeUtc())
        , m_since(memory.since)
        , m_isFirst(!memory.since.isValid())
        , m_told({ {}, {}, memory.note })
    {
        // Where nothing is to be taken for known, all is told anew.
        if (!m_isFirst)
            m_before = memory.note["pipelines"_L1].toObject();
        m_isWatched = isWatched(project);
        m_isWanted = m_isWatched && context.isWanted();
        m_againLeft = m_isWanted ? againWanted : m_isWatched ? againWatched : againIdle;
    }

    sdk::Result<sdk::ProjectBuilds> run()
    {
        if (const auto noted = noteProject(); !noted)
            return std::unexpected(noted.error());
        const auto isNew = [this](const QJsonValue &pipeline) { return !m_isFirst && !m_before.contains(idOf(pipeline)); };
        const auto listed = newest(m_api, { .route = projectRoute(m_project.name, u"/pipeline"_s) }, isNew, m_context);
        if (!listed)
            return std::unexpected(listed.error());
        for (const QString &touched : m_host.touched(m_project.name)) {
            if (const auto found = findTouched(touched, *listed); !found)
                return std::unexpected(found.error());
        }
        QJsonObject held;
        for (const QJsonValue pipeline : *listed) {
            const auto known = lookAt(pipeline.toObject(), held.size());
            if (!known)
                return std::unexpected(known.error());
            if (const QString id = idOf(pipeline); !id.isEmpty())
                held.insert(id, known->toJson());
        }
        m_told.note.insert(u"pipelines"_s, held);
        return std::move(m_told);
    }

private:
    /// "branch", which ProjectBuildsFeed leaves out after a day, and the name that lists have for a project which has ids for names.
    sdk::Result<void> noteProject()
    {
        if (m_told.note.contains("branch"_L1))
            return {};
        const auto served = m_api.json({ .route = projectRoute(m_project.name) }, m_context);
        if (!served)
            return std::unexpected(served.error());
        m_told.note.insert(u"branch"_s, textOf((*served)["vcs_info"_L1]["default_branch"_L1], 200));
        m_told.note.insert(u"repository"_s, slugOf(textOf((*served)["slug"_L1])));
        return {};
    }

    /// A run that somebody acted upon here: its pipeline is asked for, or, where the list has it no more, it alone.
    sdk::Result<void> findTouched(const QString &runId, const QJsonArray &listed)
    {
        for (const QJsonValue pipeline : listed) {
            if (Held::fromJson(m_before.value(idOf(pipeline))).has(runId)) {
                m_forced.insert(idOf(pipeline));
                return {};
            }
        }
        if (runId.startsWith(pipelinePrefix)) // One that was just started is new in the list.
            return {};
        const auto workflow = m_api.json({ .route = u"/v2/workflow/"_s + sdk::pathPart(runId), .remember = false }, m_context);
        if (!workflow)
            return sdk::isAbsent(workflow.error()) ? sdk::Result<void>() : std::unexpected(workflow.error());
        const QString pipelineId = textOf((*workflow)["pipeline_id"_L1], 100);
        if (std::ranges::any_of(listed, [&](const QJsonValue &pipeline) { return idOf(pipeline) == pipelineId; })) {
            m_forced.insert(pipelineId);
            return {};
        }
        const auto pipeline = m_api.json({ .route = pipelineRoute(pipelineId) }, m_context);
        const auto workflows = pipeline ? workflowsOf(m_api, pipelineId, m_context) : std::unexpected(pipeline.error());
        if (!workflows)
            return sdk::isAbsent(workflows.error()) ? sdk::Result<void>() : std::unexpected(workflows.error());
        tell(pipeline->object(), *workflows);
        return {};
    }

    sdk::Result<Held> lookAt(const QJsonObject &pipeline, qsizetype place)
    {
        const QString id = idOf(pipeline);
        const bool isKnown = m_before.contains(id);
        Held held = Held::fromJson(m_before.value(id));
        // Of what was there before, the list of the last time had what counts.
        const bool isOld = m_isFirst ? place >= looksAtFirst : !isKnown && place >= page && timeOf(pipeline["created_at"_L1]) < m_since;
        if (id.isEmpty() || isOld) {
            held.hasEnded = true;
            return held;
        }
        const bool isAsked = !isKnown || m_forced.contains(id) || isDue(pipeline, held);
        if (isAsked) {
            const auto workflows = workflowsOf(m_api, id, m_context);
            if (!workflows && !concernsOne(workflows.error()))
                return std::unexpected(workflows.error());
            if (workflows || sdk::isAbsent(workflows.error())) {
                held = judged(pipeline, workflows.value_or(QJsonArray()));
            } else { // Another time; the others are not held up by it.
                m_context.log(u"%1, pipeline %2: %3"_s.arg(m_project.name, id, workflows.error().detail));
                held.asked = m_now;
            }
        }
        if (isAsked || !held.hasEnded) // What has not ended is told each time: the feed asks for what is not in a list by its id.
            tell(pipeline, held.workflows);
        return held;
    }

    Held judged(const QJsonObject &pipeline, const QJsonArray &workflows) const
    {
        Held held { workflows, m_now, !isBeingMade(pipeline, workflows), false };
        QHash<QString, bool> broken; // By the latest of each name.
        for (const BuildRun &run : runsOf(pipeline, workflows)) {
            held.hasEnded = held.hasEnded && domain::isFinished(run.state);
            broken[run.pipeline] = domain::isBroken(run.state);
        }
        held.isBroken = held.hasEnded && !workflows.isEmpty() && broken.values().contains(true);
        return held;
    }

    std::chrono::seconds ageOf(const QJsonObject &pipeline, const QJsonArray &workflows) const { return circleci::ageOf(pipeline, workflows, m_now); }

    /// There will be other workflows: those that a setup workflow brings, or the first ones. One that never gets any is not waited for.
    bool isBeingMade(const QJsonObject &pipeline, const QJsonArray &workflows) const
    {
        const BuildState state = sdk::stateIn(states(), textOf(pipeline["state"_L1], 60));
        return ageOf(pipeline, workflows) < beingMadeFor && (state == BuildState::Queued || (workflows.isEmpty() && state != BuildState::Errored));
    }

    bool isGoingOn(const QJsonObject &pipeline, const Held &held, std::chrono::seconds age) const
    {
        if (held.hasEnded || age > goingOnFor)
            return false;
        return isBeingMade(pipeline, held.workflows) || std::ranges::any_of(runsOf(pipeline, held.workflows), [](const BuildRun &run) {
            return run.state != BuildState::Waiting && !domain::isFinished(run.state);
        });
    }

    bool isDue(const QJsonObject &pipeline, const Held &held)
    {
        const auto age = ageOf(pipeline, held.workflows);
        if (isGoingOn(pipeline, held, age))
            return true;
        if (held.hasEnded && (!held.isBroken || age > runAgainWithin))
            return false;
        const bool hasRested = !held.asked.isValid() || std::chrono::seconds(held.asked.secsTo(m_now)) >= restOf(age, m_isWatched);
        return (hasRested || m_isWanted) && m_againLeft-- > 0;
    }

    std::vector<BuildRun> runsOf(const QJsonObject &pipeline, const QJsonArray &workflows) const
    {
        return readRuns(pipeline, workflows, { m_project.name, m_told.note["branch"_L1].toString(), m_host.pages() });
    }

    void tell(const QJsonObject &pipeline, const QJsonArray &workflows)
    {
        std::ranges::move(runsOf(pipeline, workflows), std::back_inserter(m_told.runs));
    }

    Host &m_host;
    const sdk::HostApi &m_api;
    const sdk::HostedProject &m_project;
    sdk::PullContext &m_context;
    QDateTime m_now, m_since;
    bool m_isFirst = false, m_isWatched = false, m_isWanted = false;
    int m_againLeft = 0;
    QJsonObject m_before;
    QSet<QString> m_forced;
    sdk::ProjectBuilds m_told;
};

} // namespace

// Source: https://circleci.com/docs/api/v2/ (listPipelinesForProject, listWorkflowsByPipelineId).
sdk::Result<sdk::ProjectBuilds> Builds::builds(
    const sdk::HostedProject &project, const sdk::ProjectMemory &memory, sdk::PullContext &context)
{
    ++m_turn;
    // Look asks for those itself.
    for (const QString &touched : m_host.touched(project.name))
        m_older.remove(pipelineOf(touched));
    return Look(m_host, project, memory, context).run();
}

QString Builds::pipelineOf(const QString &runId) const
{
    if (runId.startsWith(pipelinePrefix))
        return runId.mid(pipelinePrefix.size());
    for (auto it = m_older.cbegin(); it != m_older.cend(); ++it) {
        if (std::ranges::any_of(it->workflows, [&](const QJsonValue &one) { return idOf(one) == runId; }))
            return it.key();
    }
    return {};
}

bool Builds::isKnown(const Older &older, const sdk::HostedProject &project, sdk::PullContext &context) const
{
    if (older.turn == m_turn)
        return true;
    const auto runs = readRuns(older.pipeline, older.workflows, {});
    const bool waits = std::ranges::all_of(runs, [](const BuildRun &run) { return run.state == BuildState::Waiting || domain::isFinished(run.state); });
    if (runs.empty() || !waits || (context.isWanted() && isWatched(project)))
        return false;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return std::chrono::seconds(older.asked.secsTo(now)) < restOf(ageOf(older.pipeline, older.workflows, now), isWatched(project));
}

sdk::Result<Builds::Older> Builds::older(const sdk::HostedProject &project, const QString &pipelineId, sdk::PullContext &context)
{
    Older older = m_older.value(pipelineId);
    if (isKnown(older, project, context))
        return older;
    const sdk::HostApi &api = m_host.api();
    if (older.workflows.isEmpty()) { // Once it has some, what it is of stays as it is.
        ++m_requestsOfRun;
        const auto pipeline = api.json({ .route = pipelineRoute(pipelineId) }, context);
        if (!pipeline)
            return std::unexpected(pipeline.error());
        older.pipeline = pipeline->object();
    }
    ++m_requestsOfRun;
    const auto workflows = workflowsOf(api, pipelineId, context);
    if (!workflows)
        return std::unexpected(workflows.error());
    older.workflows = *workflows;
    older.asked = QDateTime::currentDateTimeUtc();
    older.turn = m_turn;
    if (m_older.size() >= mostOlder)
        m_older.clear();
    m_older.insert(pipelineId, older);
    return older;
}

// Source: https://circleci.com/docs/api/v2/ (getWorkflowById, getPipelineById). A workflow says neither branch nor commit, and which attempt it is its
// pipeline tells alone: three requests the first time, then one for all workflows of a pipeline.
sdk::Result<BuildRun> Builds::run(
    const sdk::HostedProject &project, const QString &id, const sdk::ProjectMemory &memory, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    QString pipelineId = pipelineOf(id);
    m_requestsOfRun = int(pipelineId.isEmpty());
    if (pipelineId.isEmpty()) {
        const auto workflow = api.json({ .route = u"/v2/workflow/"_s + sdk::pathPart(id) }, context);
        if (!workflow)
            return std::unexpected(workflow.error());
        pipelineId = textOf((*workflow)["pipeline_id"_L1], 100);
    }
    if (pipelineId.isEmpty())
        return fail(ErrorCode::BadResponse, u"the workflow does not say which pipeline it is of"_s, api.name());
    const auto older = this->older(project, pipelineId, context);
    if (!older)
        return std::unexpected(older.error());
    auto runs = readRuns(older->pipeline, older->workflows, { project.name, memory.note["branch"_L1].toString(), m_host.pages() });
    const auto found = std::ranges::find(runs, id, &BuildRun::id);
    if (found == runs.end()) // Of a pipeline without a workflow: now it has some.
        return fail(ErrorCode::NotFound, u"the pipeline has other workflows"_s, api.name());
    return std::move(*found);
}

// Source: https://circleci.com/docs/api/v2/ (listPipelines): of the projects that the person follows. What somebody runs again in a pipeline of
// before is not among it.
sdk::Result<QStringList> Builds::active(const QDateTime &since, sdk::PullContext &context)
{
    const sdk::HostApi &api = m_host.api();
    const auto isNew = [&since](const QJsonValue &pipeline) {
        return std::max(timeOf(pipeline["created_at"_L1]), timeOf(pipeline["updated_at"_L1])) >= since;
    };
    QStringList names = m_host.touchedProjects();
    for (const QString &organisation : sdk::largestGroups(projects(context), organisationOf, mostOrganisations)) {
        sdk::HostAsk ask { .route = u"/v2/pipeline"_s, .query = { { u"mine"_s, u"false"_s } } };
        ask.query.addQueryItem(u"org-slug"_s, QString::fromLatin1(QUrl::toPercentEncoding(organisation)));
        // One answer is enough of a hint: who pushes so much is asked soon anyway.
        const auto listed = api.list(ask, context, page, u"items"_s, [](const QJsonArray &) { return false; });
        if (!listed && !sdk::isAbsent(listed.error()))
            return std::unexpected(listed.error());
        for (const QJsonValue pipeline : listed.value_or(QJsonArray())) {
            if (const QString slug = slugOf(textOf(pipeline["project_slug"_L1])); isNew(pipeline) && !slug.isEmpty() && !names.contains(slug))
                names.append(slug);
        }
    }
    return names;
}

} // namespace callboard::circleci
