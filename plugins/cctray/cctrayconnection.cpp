// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/cctray/cctrayconnection.h"

#include "plugins/cctray/projects.h"

#include <QCoreApplication>

namespace callboard::cctray {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
using Identity = sdk::HostApi::Identity;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CcTray)
};

constexpr qsizetype keptRuns = 50; ///< Of one project.
constexpr qint64 largestFile = 16 << 20;

/// A user's password, or without a user a token.
sdk::HostSignIn::Identify identifyBy(const QString &user)
{
    return [user](const QString &typed, bool) -> sdk::Result<Identity> {
        if (!user.isEmpty())
            return Identity { { "authorization", "Basic " + (user + u':' + typed).toUtf8().toBase64() }, {}, false };
        return sdk::tokenOf(typed).transform([](const QByteArray &token) { return Identity { { "authorization", "Bearer " + token }, {}, false }; });
    };
}

/// Of a list separated by commas.
bool isAmong(const QJsonValue &list, const QString &name)
{
    const QStringList names = list.toString().split(u',', Qt::SkipEmptyParts);
    return std::ranges::any_of(names, [&name](const QString &one) { return one.trimmed() == name; });
}

/// On purpose, and not as a part of its pipeline.
bool isNamed(const QString &project, const std::vector<sdk::AskedEntity> &entities)
{
    return std::ranges::any_of(entities, [&](const sdk::AskedEntity &entity) { return isAmong(entity.annotations["callboard.io/cctray-project"_L1], project); });
}

/// The file tells of the last run alone: those of before stay as they were seen, the oldest go.
class BuildsFeed final : public sdk::Feed {
public:
    explicit BuildsFeed(CcTrayConnection &connection)
        : m_connection(connection)
    {
    }

    sdk::Result<void> pull(sdk::PullContext &context) override
    {
        const auto answer = m_connection.file(context);
        if (!answer)
            return std::unexpected(answer.error());
        const auto projects = readProjects(answer->body);
        if (!projects)
            return std::unexpected(projects.error());
        context.bringOnlyChanges();
        const auto entities = context.entities();
        const QJsonObject before = QJsonDocument::fromJson(context.cursor()).object();
        QJsonObject now;
        const QSet<QString> names = namesOf(*projects);
        for (const Project &project : *projects) {
            if (context.stopRequested())
                return fail(ErrorCode::Cancelled, u"stopped"_s);
            if (!stageOf(project.name, names).isEmpty() && !isNamed(project.name, entities))
                continue;
            now.insert(project.name, take(project, before[project.name].toArray(), entitiesOf(project.name, entities), context));
        }
        for (auto it = before.begin(); it != before.end(); ++it) {
            for (const QJsonValue id : now.contains(it.key()) ? QJsonArray() : it.value().toArray())
                context.remove(QString(domain::recordtype::buildRun), it.key() + u'#' + id.toString());
        }
        context.saveCursor(QJsonDocument(now).toJson(QJsonDocument::Compact));
        return {};
    }

private:
    /// Ids of its runs that are in the mirror, oldest first.
    static QJsonArray take(const Project &project, QJsonArray known, const QStringList &refs, sdk::PullContext &context)
    {
        const auto runs = runsOf(project);
        const auto remove = [&](const QString &id) { context.remove(QString(domain::recordtype::buildRun), project.name + u'#' + id); };
        // What ran is over: it comes under its own label.
        for (qsizetype i = known.size() - 1; i >= 0; --i) {
            const QString id = known[i].toString();
            if (isPlaceholder(id) && std::ranges::find(runs, id, &domain::BuildRun::id) == runs.end()) {
                remove(id);
                known.removeAt(i);
            }
        }
        for (domain::BuildRun run : runs) {
            run.entityRefs = refs;
            if (!known.contains(run.id))
                known.append(run.id);
            context.put(run.toRecord());
        }
        while (known.size() > keptRuns) {
            remove(known[0].toString());
            known.removeFirst();
        }
        return known;
    }

    CcTrayConnection &m_connection;
};

} // namespace

namespace {

/// "owner/repository" as CircleCI and Travis name their projects; before it, a slug of CircleCI may say where the code is: "gh/…", "github/…".
bool isOfSlug(const QJsonValue &slug, const QString &project)
{
    const QString named = slug.toString().trimmed().section(u'/', -2);
    return named.contains(u'/') && named.compare(project, Qt::CaseInsensitive) == 0;
}

} // namespace

// Source: https://backstage.io/docs/features/software-catalog/well-known-annotations; travis-ci.com/repo-slug is that of Backstage's Travis plugin.
QStringList entitiesOf(const QString &project, const std::vector<sdk::AskedEntity> &entities)
{
    QStringList refs;
    const QString pipeline = project.section(u" :: "_s, 0, 0);
    for (const sdk::AskedEntity &entity : entities) {
        const QJsonObject &annotations = entity.annotations;
        const bool isIts = isAmong(annotations["callboard.io/cctray-project"_L1], project) || isAmong(annotations["gocd.org/pipelines"_L1], pipeline)
            || isOfSlug(annotations["circleci.com/project-slug"_L1], project) || isOfSlug(annotations["travis-ci.com/repo-slug"_L1], project);
        if (isIts)
            refs.append(entity.ref);
    }
    refs.sort();
    return refs;
}

CcTrayConnection::CcTrayConnection(const QJsonObject &settings)
    : m_user(settings.value("user"_L1).toString().trimmed())
    , m_signIn(settings, {}, {}, identifyBy(m_user), sdk::HostSignIn::Guests::Welcome)
    , m_api(sdk::hostAddress(settings.value("url"_L1).toString(), {}),
          [this](sdk::PullContext &context, const QByteArray &refused) { return m_signIn.identity(context, refused); })
{
}

sdk::Result<sdk::HttpResponse> CcTrayConnection::file(sdk::PullContext &context) const
{
    return m_api.send({ .route = {}, .headers = { { "accept", "application/xml, text/xml;q=0.9, */*;q=0.1" } }, .maxBytes = largestFile }, context);
}

std::unique_ptr<sdk::Feed> CcTrayConnection::feed(const QString &feedId)
{
    return feedId == "builds"_L1 ? std::make_unique<BuildsFeed>(*this) : nullptr;
}

sdk::Result<domain::BuildDetail> CcTrayConnection::buildDetail(const domain::BuildRun &run, sdk::PullContext &context)
{
    if (!run.project.contains(" :: "_L1)) // It is no stage, and the file tells of no jobs.
        return sdk::Connection::buildDetail(run, context);
    const auto answer = file(context);
    if (!answer)
        return std::unexpected(answer.error());
    const auto projects = readProjects(answer->body);
    if (!projects)
        return std::unexpected(projects.error());
    domain::BuildDetail detail { run.key(), run.entityRefs, jobsOf(run, *projects), {}, {} };
    return detail.jobs.empty() ? sdk::Connection::buildDetail(run, context) : sdk::Result<domain::BuildDetail>(std::move(detail));
}

sdk::Result<sdk::ProbeReport> CcTrayConnection::probe(sdk::PullContext &context)
{
    const auto answer = file(context);
    if (!answer)
        return std::unexpected(answer.error());
    const auto projects = readProjects(answer->body);
    if (!projects)
        return std::unexpected(projects.error());
    return sdk::ProbeReport { m_user, Words::tr("%n project(s) at %1.", nullptr, int(projects->size())).arg(m_api.name()), {}, {} };
}

} // namespace callboard::cctray
