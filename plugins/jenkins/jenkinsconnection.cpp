// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/jenkins/jenkinsconnection.h"

#include "plugins/jenkins/answers.h"
#include "plugins/sdk/startform.h"

#include <QCoreApplication>

namespace callboard::jenkins {

using namespace Qt::StringLiterals;
using domain::BuildJob;
using domain::BuildRun;
using domain::ErrorCode;
using domain::fail;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Jenkins)
};

constexpr qsizetype deepestFolder = 6;
constexpr qint64 mostOfLatest = 4 << 20;

bool isAbsent(const domain::Error &error)
{
    return error.code == ErrorCode::NotFound || error.code == ErrorCode::Forbidden;
}

/// A branch is encoded in its own name already; in an address that is encoded once more.
QString idPart(const BuildRun &run, bool isNumber)
{
    return isNumber ? run.id.section(u'/', -1) : run.id.contains(u'/') ? run.id.section(u'/', 0, -2) : QString();
}

} // namespace

QString jobRoute(const QString &fullName)
{
    QString route;
    for (const QString &part : fullName.split(u'/', Qt::SkipEmptyParts))
        route += u"/job/"_s + sdk::pathPart(part);
    return route;
}

QString buildRoute(const BuildRun &run)
{
    const QString branch = idPart(run, false);
    return jobRoute(run.project) + (branch.isEmpty() ? QString() : u"/job/"_s + sdk::pathPart(branch)) + u'/' + sdk::pathPart(idPart(run, true));
}

QString blueRoute(const BuildRun &run)
{
    QString route = u"/blue/rest/organizations/jenkins"_s;
    for (const QString &part : run.project.split(u'/', Qt::SkipEmptyParts))
        route += u"/pipelines/"_s + sdk::pathPart(part);
    const QString branch = idPart(run, false);
    if (!branch.isEmpty())
        route += u"/branches/"_s + sdk::pathPart(branch);
    return route + u"/runs/"_s + sdk::pathPart(idPart(run, true));
}

JenkinsConnection::JenkinsConnection(const QJsonObject &settings)
    : m_user(settings.value("user"_L1).toString().trimmed())
    , m_instance(settings.value("instance"_L1).toString().trimmed())
    , m_address(sdk::hostAddress(settings.value("url"_L1).toString(), {}))
{
    if (m_address)
        m_api.emplace(*m_address, [this](sdk::PullContext &context, const QByteArray &) { return signIn(context); });
}

sdk::Result<const sdk::HostApi *> JenkinsConnection::api() const
{
    return m_api ? sdk::Result<const sdk::HostApi *>(&*m_api) : std::unexpected(m_address.error());
}

sdk::Result<sdk::HostApi::Identity> JenkinsConnection::signIn(sdk::PullContext &context) const
{
    const auto secret = context.secret(u"token"_s);
    if (!secret && secret.error().code != ErrorCode::NotFound && secret.error().code != ErrorCode::Unsupported)
        return std::unexpected(secret.error());
    if (!secret || secret->isEmpty() || m_user.isEmpty())
        return sdk::HostApi::Identity {};
    return sdk::HostApi::Identity { { "authorization", "Basic " + (m_user + u':' + *secret).toUtf8().toBase64() }, {}, false };
}

std::unique_ptr<sdk::Feed> JenkinsConnection::feed(const QString &feedId)
{
    return feedId == "builds"_L1 ? std::make_unique<sdk::ProjectBuildsFeed>(*this) : nullptr;
}

sdk::Result<QString> JenkinsConnection::principal(sdk::PullContext &)
{
    return m_user.isEmpty() ? u"anonymous"_s : m_user;
}

// Source: https://www.jenkins.io/doc/book/using/remote-access-api/
sdk::Result<sdk::ProbeReport> JenkinsConnection::probe(sdk::PullContext &context)
{
    const auto api = this->api();
    if (!api)
        return std::unexpected(api.error());
    const auto who = (*api)->json({ .route = u"/me/api/json"_s, .query = { { u"tree"_s, u"id,fullName"_s } } }, context);
    if (!who && !isAbsent(who.error()))
        return std::unexpected(who.error());
    const auto jobs = (*api)->json({ .route = u"/api/json"_s, .query = { { u"tree"_s, u"jobs[name]"_s } } }, context);
    if (!jobs)
        return std::unexpected(jobs.error());
    if (!(*jobs)["jobs"_L1].isArray())
        return fail(ErrorCode::BadResponse, u"there is no Jenkins at this address"_s, (*api)->name());
    sdk::ProbeReport report { who ? sdk::textOf((*who)["id"_L1], 200) : QString(), {}, {}, {} };
    report.summary = Words::tr("%n job(s) and folder(s) at %1.", nullptr, int((*jobs)["jobs"_L1].toArray().size())).arg((*api)->name());
    if (report.who.isEmpty())
        report.missing.append(Words::tr("Nobody is signed in: builds cannot be started or stopped."));
    return report;
}

// Source: https://backstage.io/docs/features/software-catalog/well-known-annotations#jenkinsiojob-full-name: "folder/job", or
// "instance:folder/job". A job may be named by an entity of a connection with another name for it.
std::vector<sdk::HostedProject> JenkinsConnection::projects(sdk::PullContext &context)
{
    if (!m_address)
        return {};
    return sdk::hostedProjects(context.entities(), [this](const sdk::AskedEntity &entity) {
        const QString typed = entity.annotations.value("jenkins.io/job-full-name"_L1).toString().trimmed().left(1000);
        const QString instance = typed.contains(u':') ? typed.section(u':', 0, 0) : QString();
        const QString name = typed.contains(u':') ? typed.section(u':', 1) : typed;
        const bool isHere = instance.isEmpty() ? m_instance.isEmpty() || m_instance == "default"_L1
                                               : instance == m_instance || (instance == "default"_L1 && m_instance.isEmpty()) || sdk::isInstance(instance, *m_address);
        return isHere ? name : QString();
    });
}

sdk::Result<sdk::ProjectBuilds> JenkinsConnection::builds(
    const sdk::HostedProject &project, const sdk::ProjectMemory &, sdk::PullContext &context)
{
    const auto api = this->api();
    if (!api)
        return std::unexpected(api.error());
    const auto served = (*api)->json({ .route = jobRoute(project.name) + u"/api/json"_s, .query = { { u"tree"_s, treeOfJob() } } }, context);
    if (!served)
        return std::unexpected(served.error());
    return sdk::ProjectBuilds { readJob(served->object(), project.name.section(u'/', -1)), {}, {} };
}

// Source: https://www.jenkins.io/doc/book/using/remote-access-api/: each build has an address.
sdk::Result<BuildRun> JenkinsConnection::run(
    const sdk::HostedProject &project, const QString &id, const sdk::ProjectMemory &, sdk::PullContext &context)
{
    const auto api = this->api();
    if (!api)
        return std::unexpected(api.error());
    BuildRun asked;
    asked.project = project.name;
    asked.id = id;
    const auto served = (*api)->json({ .route = buildRoute(asked) + u"/api/json"_s, .query = { { u"tree"_s, treeOfBuild() } } }, context);
    if (!served)
        return std::unexpected(served.error());
    return readBuild(served->object(), id, project.name.section(u'/', -1));
}

// Source: https://www.jenkins.io/doc/book/using/remote-access-api/ ("tree" and its ranges). Jenkins knows no conditional requests.
sdk::Result<QStringList> JenkinsConnection::active(const QDateTime &since, sdk::PullContext &context)
{
    const auto api = this->api();
    if (!api)
        return std::unexpected(api.error());
    // As deep as the catalog's jobs lie, and the branches of those that have some.
    qsizetype depth = 1;
    for (const sdk::HostedProject &project : projects(context))
        depth = std::max(depth, project.name.count(u'/') + 2);
    const int levels = int(std::min<qsizetype>(depth, deepestFolder));
    if (!m_hasManyJobs) {
        const sdk::HostAsk all { .route = u"/api/json"_s, .query = { { u"tree"_s, treeOfLatest(levels) } }, .maxBytes = mostOfLatest, .remember = false };
        const auto served = (*api)->json(all, context);
        if (served && (*served)["jobs"_L1].isArray())
            return readActive(served->object(), since);
        if (served)
            return fail(ErrorCode::BadResponse, u"the answer has no jobs"_s, (*api)->name());
        if (served.error().code != ErrorCode::BadResponse)
            return std::unexpected(served.error());
    }
    const auto picked = (*api)->send({ .route = u"/api/xml"_s, .query = activeQuery(levels, since), .headers = { { "accept", "application/xml" } },
        .maxBytes = mostOfLatest, .remember = false }, context);
    if (!picked)
        return std::unexpected(picked.error());
    auto names = readActive(picked->body);
    m_hasManyJobs = names.has_value();
    return names;
}

/// Blue Ocean knows parallel branches, the Stage View plugin stages alone; without either there is one job.
sdk::Result<std::vector<BuildJob>> JenkinsConnection::stages(const BuildRun &run, sdk::PullContext &context) const
{
    const auto nodes = m_api->json({ .route = blueRoute(run) + u"/nodes/"_s, .query = { { u"limit"_s, u"1000"_s } } }, context);
    if (nodes && nodes->isArray())
        return readNodes(nodes->array());
    if (!nodes && !isAbsent(nodes.error()) && nodes.error().code != ErrorCode::BadResponse)
        return std::unexpected(nodes.error());
    const auto described = m_api->json({ .route = buildRoute(run) + u"/wfapi/describe"_s }, context);
    if (described)
        return readStages(described->object());
    return isAbsent(described.error()) ? sdk::Result<std::vector<BuildJob>>() : std::unexpected(described.error());
}

sdk::Result<domain::BuildDetail> JenkinsConnection::buildDetail(const BuildRun &run, sdk::PullContext &context)
{
    const auto api = this->api();
    if (!api)
        return std::unexpected(api.error());
    auto jobs = stages(run, context);
    if (!jobs)
        return std::unexpected(jobs.error());
    // What the whole build said comes first: stages of the Stage View plugin have no log that could be followed.
    BuildJob whole;
    whole.id = u"console"_s;
    whole.name = Words::tr("Console");
    whole.state = run.state;
    whole.vendorState = run.vendorState;
    whole.startedAt = run.startedAt;
    whole.finishedAt = run.finishedAt;
    whole.url = run.url;
    jobs->insert(jobs->begin(), std::move(whole));
    domain::BuildDetail detail { run.key(), run.entityRefs, std::move(*jobs), {}, {} };
    const auto report = (*api)->json({ .route = buildRoute(run) + u"/testReport/api/json"_s,
                                         .query = { { u"tree"_s, u"suites[name,duration,cases[className,name,status,duration,errorDetails]]"_s } } }, context);
    if (report)
        detail.tests = readTests(report->object());
    else if (!isAbsent(report.error()))
        context.log(u"no test report: %1"_s.arg(report.error().detail));
    return detail;
}

// Source: https://www.jenkins.io/doc/book/using/remote-access-api/. Builds of one job say what came with each of them; between two branches
// nothing does.
sdk::Result<std::vector<domain::BuildCommit>> JenkinsConnection::commitsBetween(
    const BuildRun &good, const BuildRun &run, sdk::PullContext &context)
{
    const auto api = this->api();
    if (!api)
        return std::unexpected(api.error());
    const QString job = buildRoute(run).section(u'/', 0, -2);
    if (job != buildRoute(good).section(u'/', 0, -2))
        return fail(ErrorCode::Unsupported, u"Jenkins tells what changed within one job only"_s, (*api)->name());
    const auto served = (*api)->json({ .route = job + u"/api/json"_s, .query = { { u"tree"_s, treeOfChanges() } } }, context);
    if (!served)
        return std::unexpected(served.error());
    return readChanges(served->object(), idPart(good, true).toLongLong(), idPart(run, true).toLongLong());
}

// Progressive text: https://www.jenkins.io/doc/book/using/remote-access-api/; Blue Ocean has the same for a node.
sdk::Result<bool> JenkinsConnection::buildLog(const BuildRun &run, const BuildJob &job, qint64 from,
    const std::function<bool(QByteArrayView)> &onData, sdk::PullContext &context)
{
    const auto api = this->api();
    if (!api)
        return std::unexpected(api.error());
    const bool isWhole = job.id.isEmpty() || job.id == "console"_L1;
    if (!isWhole && !job.id.startsWith("blue:"_L1))
        return fail(ErrorCode::Unsupported, u"this Jenkins has no log of a stage: see the console"_s, (*api)->name());
    const QString node = job.id.mid(5);
    // Asked before the log: what ends in between is asked for once more.
    const QString about = isWhole ? QString(buildRoute(run) + u"/api/json"_s) : QString(blueRoute(run) + u"/nodes/"_s + sdk::pathPart(node) + u'/');
    sdk::HostAsk ask { .route = about, .remember = false };
    if (isWhole)
        ask.query.addQueryItem(u"tree"_s, u"building"_s);
    const auto served = (*api)->json(ask, context);
    if (!served)
        return std::unexpected(served.error());
    const bool hasEnded = isWhole ? !(*served)["building"_L1].toBool() : domain::isFinished(nodeState(served->object()));
    const QString text = isWhole ? QString(buildRoute(run) + u"/logText/progressiveText"_s) : QString(about + u"log/"_s);
    const sdk::HostAsk log { .route = text, .query = { { u"start"_s, QString::number(from) } }, .headers = { { "accept", "text/plain" } } };
    if (const auto read = (*api)->text(log, 0, onData, context); !read)
        return std::unexpected(read.error());
    return hasEnded;
}

namespace {

void add(QUrlQuery &parameters, const QString &name, const QString &value)
{
    parameters.addQueryItem(QString::fromLatin1(QUrl::toPercentEncoding(name)), QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

/// What a build was started with; empty where its job asks for nothing. Source: https://www.jenkins.io/doc/book/using/remote-access-api/.
sdk::Result<QUrlQuery> parametersOf(const sdk::HostApi &api, const BuildRun &run, sdk::PullContext &context)
{
    const auto served = api.json({ .route = buildRoute(run) + u"/api/json"_s, .query = { { u"tree"_s, u"actions[parameters[name,value]]"_s } }, .remember = false }, context);
    if (!served)
        return std::unexpected(served.error());
    QUrlQuery parameters;
    for (const QJsonValue action : (*served)["actions"_L1].toArray()) {
        for (const QJsonValue parameter : action["parameters"_L1].toArray()) {
            const QJsonValue value = parameter["value"_L1];
            if (value.isUndefined() || value.isObject() || value.isArray())
                return fail(ErrorCode::Unsupported, u"it was started with something that Jenkins does not show: run it again there"_s, api.name());
            add(parameters, parameter["name"_L1].toString(), value.toVariant().toString());
        }
    }
    return parameters;
}

} // namespace

sdk::Result<sdk::ActionAnswer> JenkinsConnection::act(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const auto api = this->api();
    if (!api)
        return std::unexpected(api.error());
    const auto run = BuildRun::fromRecord(request.record);
    if (run.project.isEmpty() || run.id.isEmpty())
        return fail(ErrorCode::Invalid, u"this is no build"_s, (*api)->name());
    const auto post = [&](const QString &route, const QString &summary, const QUrlQuery &form = {}) -> sdk::Result<sdk::ActionAnswer> {
        sdk::HostAsk ask { .method = "POST", .route = route };
        if (!form.isEmpty()) // Not in the address, which servers write down: there may be a password among them.
            ask.form = form;
        const auto answer = (*api)->answerTo(ask, context);
        if (!answer)
            return std::unexpected(answer.error());
        // It sends a browser on to a page.
        if (answer->status >= 400)
            return std::unexpected(sdk::errorOf(*answer, (*api)->name()));
        return sdk::ActionAnswer { summary, {}, { u"builds"_s }, std::nullopt };
    };
    const QString job = buildRoute(run).section(u'/', 0, -2);
    if (request.actionId == "rerun"_L1) {
        const auto parameters = parametersOf(**api, run, context);
        if (!parameters)
            return std::unexpected(parameters.error());
        // A job with parameters refuses the plain way, and one without them the other.
        return post(job + (parameters->isEmpty() ? u"/build"_s : u"/buildWithParameters"_s), Words::tr("Another build is in the queue."), *parameters);
    }
    if (request.actionId == "cancel"_L1)
        return post(buildRoute(run) + u"/stop"_s, Words::tr("The build is being stopped."));
    if (request.actionId == "dispatch"_L1) {
        const auto values = sdk::namedValues(request.values["parameters"_L1]);
        if (!values)
            return std::unexpected(values.error());
        QUrlQuery parameters;
        const QJsonObject texts = sdk::asTexts(*values);
        for (auto value = texts.begin(); value != texts.end(); ++value)
            add(parameters, value.key(), value->toString());
        // A job that asks for nothing refuses parameters; one that does refuses to start without, and takes the defaults of those not given.
        bool asksForNothing = request.values["parameters"_L1].isObject() && parameters.isEmpty();
        if (asksForNothing) {
            const auto fields = actionForm(request, context);
            if (!fields)
                return std::unexpected(fields.error());
            asksForNothing = fields->empty();
        }
        return post(job + (asksForNothing ? u"/build"_s : u"/buildWithParameters"_s), Words::tr("A build with parameters is in the queue."), parameters);
    }
    if (request.actionId == "approve"_L1 || request.actionId == "reject"_L1) {
        const auto pending = (*api)->list({ .route = buildRoute(run) + u"/wfapi/pendingInputActions"_s, .remember = false }, context, 50);
        if (!pending)
            return std::unexpected(pending.error());
        const QString input = sdk::textOf(pending->at(0)["id"_L1]);
        if (input.isEmpty())
            return fail(ErrorCode::NotFound, u"it waits for nobody"_s, (*api)->name());
        if (request.actionId == "approve"_L1 && !pending->at(0)["inputs"_L1].toArray().isEmpty())
            return fail(ErrorCode::Unsupported, u"it asks for values: answer it in Jenkins"_s, (*api)->name());
        return post(buildRoute(run) + u"/input/"_s + sdk::pathPart(input) + (request.actionId == "approve"_L1 ? u"/proceedEmpty"_s : u"/abort"_s),
            request.actionId == "approve"_L1 ? Words::tr("It goes on.") : Words::tr("It is stopped."));
    }
    return fail(ErrorCode::Unsupported, u"there is no action \"%1\""_s.arg(request.actionId));
}

// Sources: https://www.jenkins.io/doc/book/using/remote-access-api/; hudson.model.ParameterDefinition and what derives from it.
sdk::Result<std::vector<sdk::FormField>> JenkinsConnection::actionForm(const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const auto api = this->api();
    if (!api)
        return std::unexpected(api.error());
    const auto run = BuildRun::fromRecord(request.record);
    if (request.actionId != "dispatch"_L1 || run.project.isEmpty())
        return fail(ErrorCode::Unsupported, u"there is no form for \"%1\""_s.arg(request.actionId), (*api)->name());
    const QString tree = u"property[parameterDefinitions[name,type,description,choices,defaultParameterValue[value]]]"_s;
    const auto served = (*api)->json({ .route = buildRoute(run).section(u'/', 0, -2) + u"/api/json"_s, .query = { { u"tree"_s, tree } } }, context);
    if (!served)
        return std::unexpected(served.error());
    return readParameters(served->object());
}

sdk::Result<sdk::Permission> JenkinsConnection::mayAct(const sdk::ActionRequest &request, sdk::PullContext &)
{
    const auto run = BuildRun::fromRecord(request.record);
    if (request.actionId == "cancel"_L1 && domain::isFinished(run.state))
        return sdk::Permission { false, Words::tr("It has ended.") };
    const bool decides = request.actionId == "approve"_L1 || request.actionId == "reject"_L1;
    if (decides && domain::isFinished(run.state))
        return sdk::Permission { false, Words::tr("It waits for nobody.") };
    return sdk::Permission {};
}

} // namespace callboard::jenkins
