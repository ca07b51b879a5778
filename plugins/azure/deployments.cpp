// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/azure/deployments.h"

#include "plugins/azure/timeline.h"

#include <QMap>

#include <algorithm>

namespace callboard::azure {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::BuildState;
using domain::ErrorCode;
using domain::fail;
using sdk::textOf;
using sdk::timeOf;

namespace {

constexpr int mostEnvironments = 1000, mostRecords = 100;
constexpr qsizetype oursAtOnce = 10, othersAtOnce = 3; ///< Environments that are asked for one repository or pipeline, a request each.
constexpr qsizetype mostNoted = 200;
constexpr auto listedFor = 1h;
constexpr auto freshFor = 2min;    ///< The other repositories of one pull need not ask again.
constexpr auto othersRest = 10min; ///< Likewise, where nothing says that they deploy there.
constexpr auto slack = 2min;       ///< Clocks differ, and a record comes a little after its build.
constexpr auto settledAfter = 1h;  ///< Likewise: what ended so long before its environment was read was read then.

bool isWithout(const domain::Error &error) { return isAbsent(error) || sdk::concernsOne(error); }

bool wasAskedWithin(const Environment &environment, std::chrono::seconds time)
{
    return environment.asked.isValid() && environment.asked.addDuration(time) > QDateTime::currentDateTimeUtc();
}

/// Reads what some pipelines brought to the environments of their project.
class Reading final {
public:
    /// `noted`: see Deployments::of.
    Reading(const QJsonArray &builds, const QJsonObject &noted, Deployments::Why why)
    {
        bool goesOn = false;
        const QDateTime latest = QDateTime::currentDateTimeUtc().addDuration(slack); // What is behind it is of a wrong clock.
        for (const QJsonValue build : builds) {
            m_definitions.insert(sdk::idOf(build["definition"_L1]["id"_L1]));
            m_commits.insert(sdk::idOf(build["id"_L1]), textOf(build["sourceVersion"_L1], 64));
            goesOn = goesOn || build["status"_L1].toString() != "completed"_L1;
            for (const QLatin1StringView key : { "queueTime"_L1, "startTime"_L1, "finishTime"_L1 }) {
                if (const QDateTime time = timeOf(build[key]); time.isValid() && time < latest)
                    m_changed = std::max(m_changed, time);
            }
        }
        m_definitions.remove(QString());
        for (auto it = noted.begin(); it != noted.end(); ++it)
            m_read.insert(it.key(), why == Deployments::Why::Anew ? QDateTime() : timeOf(*it));
        // A build that goes on tells no time at which it did: a stage that ended, the next that waits for somebody.
        m_isUndated = why == Deployments::Why::Changed && goesOn;
    }

    bool hasPipelines() const { return !m_definitions.isEmpty(); }
    /// Those that the pipelines deploy to, and some of the others: those that were not asked for longest.
    std::vector<Environment *> toAsk(std::vector<Environment> &environments) const
    {
        std::vector<Environment *> ours, others;
        for (Environment &environment : environments) {
            const bool isHere = wasAskedWithin(environment, freshFor) && isLater(environment.asked);
            if (isOurs(environment) && !isHere && (m_isUndated || !isLater(m_read.value(environment.id))))
                ours.push_back(&environment);
            else if (!isOurs(environment) && !isLater(environment.asked) && !wasAskedWithin(environment, othersRest))
                others.push_back(&environment);
        }
        keepOldest(ours, oursAtOnce);
        keepOldest(others, othersAtOnce);
        ours.insert(ours.end(), others.begin(), others.end());
        return ours;
    }
    void read(const Environment &environment)
    {
        if (!wasAskedWithin(environment, freshFor))
            return;
        if (!environment.isTold) {
            m_failed.insert(environment.id);
            return;
        }
        const QDateTime before = m_read.value(environment.id);
        if (isOurs(environment))
            m_read.insert(environment.id, environment.asked);
        for (domain::Deployment &deployment : deploymentsTo(environment, m_definitions, m_commits)) {
            // It was brought while its build was listed, and its commit known.
            const QDateTime &ended = deployment.finishedAt;
            const bool isSettled = ended.isValid() && before.isValid() && ended.addDuration(settledAfter) < before;
            if (!isSettled || !deployment.commit.isEmpty())
                m_told.deployments.push_back(std::move(deployment));
        }
    }
    Deployments::Told told(const std::vector<Environment> &environments) &&
    {
        // One that cannot be had is asked for again when something changed.
        m_told.isAll = std::ranges::all_of(environments, [this](const Environment &one) {
            return isOurs(one) ? isLater(m_read.value(one.id)) || m_failed.contains(one.id) : one.asked.isValid();
        });
        return std::move(m_told);
    }
    QJsonObject noted(const std::vector<Environment> &environments) const
    {
        QJsonObject noted;
        for (const Environment &environment : environments) {
            if (m_read.contains(environment.id) && noted.size() < mostNoted)
                noted.insert(environment.id, m_read.value(environment.id).toString(Qt::ISODate));
        }
        return noted;
    }

private:
    bool isOurs(const Environment &environment) const
    {
        return m_read.contains(environment.id) || environment.definitions.intersects(m_definitions);
    }
    /// By then, what the builds did was recorded.
    bool isLater(const QDateTime &asked) const { return asked.isValid() && (!m_changed.isValid() || asked > m_changed.addDuration(slack)); }
    static void keepOldest(std::vector<Environment *> &some, qsizetype most)
    {
        std::ranges::stable_sort(some, {}, &Environment::asked);
        some.resize(std::min(some.size(), size_t(most)));
    }

    QSet<QString> m_definitions;
    QHash<QString, QString> m_commits; ///< By builds.
    QDateTime m_changed;               ///< The latest that is told of any of them.
    QHash<QString, QDateTime> m_read;  ///< Environments that they deploy to, and when they were last read.
    QSet<QString> m_failed;            ///< Environments that could not be read.
    bool m_isUndated = false;          ///< Something happened, and nobody tells when.
    Deployments::Told m_told;
};

void merge(domain::Deployment &deployment, const DeploymentRecord &record)
{
    deployment.state = sdk::worseOf(deployment.state, record.state);
    if (record.began.isValid() && (!deployment.createdAt.isValid() || record.began < deployment.createdAt))
        deployment.createdAt = record.began;
    deployment.finishedAt = std::max(deployment.finishedAt, record.ended);
}

} // namespace

// Source: https://learn.microsoft.com/rest/api/azure/devops/distributedtask/environmentdeployment-records/list: without a result it
// has not ended.
std::vector<DeploymentRecord> readRecords(const QJsonArray &served)
{
    std::vector<DeploymentRecord> records;
    for (const QJsonValue one : served) {
        DeploymentRecord record;
        record.id = sdk::idOf(one["id"_L1]);
        record.definition = sdk::idOf(one["definition"_L1]["id"_L1]);
        record.build = sdk::idOf(one["owner"_L1]["id"_L1]);
        record.stage = textOf(one["stageName"_L1], 200);
        record.attempt = std::clamp<qint64>(one["stageAttempt"_L1].toInteger(1), 1, 100'000);
        record.url = sdk::webUrlOf(one["owner"_L1]["_links"_L1]["web"_L1]["href"_L1]);
        const QDateTime started = timeOf(one["startTime"_L1]);
        record.began = started.isValid() ? started : timeOf(one["queueTime"_L1]);
        record.ended = timeOf(one["finishTime"_L1]);
        const QString result = textOf(one["result"_L1], 60);
        record.state = started.isValid() ? BuildState::Running : BuildState::Queued;
        if (!result.isEmpty())
            record.state = sdk::stateIn(buildStates(), result);
        if (!record.definition.isEmpty() && (!record.build.isEmpty() || !record.id.isEmpty()))
            records.push_back(std::move(record));
    }
    return records;
}

std::vector<domain::Deployment> deploymentsTo(
    const Environment &environment, const QSet<QString> &definitions, const QHash<QString, QString> &commits)
{
    QMap<QString, domain::Deployment> byId;
    for (const DeploymentRecord &record : environment.records) {
        if (!definitions.contains(record.definition))
            continue;
        QStringList of { environment.id, record.build, record.stage, QString::number(record.attempt) };
        if (record.build.isEmpty())
            of = { environment.id, u"record"_s, record.id };
        const QString id = of.join(u'/');
        if (const auto known = byId.find(id); known != byId.end()) {
            merge(*known, record);
            continue;
        }
        domain::Deployment deployment;
        deployment.id = id;
        deployment.environment = environment.name;
        deployment.commit = commits.value(record.build);
        deployment.state = record.state;
        deployment.createdAt = record.began;
        deployment.finishedAt = record.ended;
        deployment.url = record.url;
        byId.insert(id, deployment);
    }
    std::vector<domain::Deployment> deployments;
    for (domain::Deployment &deployment : byId) {
        if (!domain::isFinished(deployment.state))
            deployment.finishedAt = {};
        deployments.push_back(std::move(deployment));
    }
    return deployments;
}

// Source: https://learn.microsoft.com/rest/api/azure/devops/distributedtask/environments/list.
sdk::Result<void> Deployments::list(const sdk::HostApi &api, const QString &project, Team &team, sdk::PullContext &context)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (team.listed.isValid() && team.listed.addDuration(listedFor) > now)
        return {};
    const auto listed = api.list(askOf(u'/' + sdk::pathPart(project) + u"/_apis/distributedtask/environments"_s,
        { { u"$top"_s, QString::number(mostEnvironments) } }), context, mostEnvironments, u"value"_s);
    if (!listed && !isWithout(listed.error()))
        return std::unexpected(listed.error());
    team.listed = now;
    if (!listed && !isAbsent(listed.error())) // Those of before are still there.
        return {};
    QHash<QString, Environment> known;
    for (Environment &environment : team.environments)
        known.insert(environment.id, std::move(environment));
    team.environments.clear();
    for (const QJsonValue served : listed.value_or(QJsonArray())) {
        Environment environment = known.take(sdk::idOf(served["id"_L1]));
        environment.id = sdk::idOf(served["id"_L1]);
        environment.name = textOf(served["name"_L1], 200);
        if (!environment.id.isEmpty())
            team.environments.push_back(std::move(environment));
    }
    return {};
}

sdk::Result<void> Deployments::ask(const sdk::HostApi &api, const QString &project, Environment &environment, sdk::PullContext &context)
{
    const QString route = u'/' + sdk::pathPart(project) + u"/_apis/distributedtask/environments/"_s + sdk::pathPart(environment.id)
        + u"/environmentdeploymentrecords"_s;
    const auto served = api.list(askOf(route, { { u"top"_s, QString::number(mostRecords) } }), context, mostRecords, u"value"_s);
    if (!served && !isWithout(served.error()))
        return std::unexpected(served.error());
    environment.asked = QDateTime::currentDateTimeUtc();
    environment.isTold = served.has_value();
    environment.records = readRecords(served.value_or(QJsonArray()));
    for (const DeploymentRecord &record : environment.records)
        environment.definitions.insert(record.definition);
    return {};
}

sdk::Result<Deployments::Told> Deployments::of(
    const sdk::HostApi &api, const QString &project, const QJsonArray &builds, Why why, QJsonObject &note, sdk::PullContext &context)
{
    Reading reading(builds, note.value("environments"_L1).toObject(), why);
    if (!reading.hasPipelines())
        return Told {};
    Team &team = m_teams[project];
    if (const auto listed = list(api, project, team, context); !listed)
        return std::unexpected(listed.error());
    for (Environment *environment : reading.toAsk(team.environments)) {
        if (context.stopRequested())
            return fail(ErrorCode::Cancelled, u"stopped"_s, api.name());
        if (const auto asked = ask(api, project, *environment, context); !asked)
            return std::unexpected(asked.error());
    }
    for (Environment &environment : team.environments) {
        if (!wasAskedWithin(environment, freshFor))
            environment.records.clear();
        reading.read(environment);
    }
    note.insert(u"environments"_s, reading.noted(team.environments));
    return std::move(reading).told(team.environments);
}

} // namespace callboard::azure
