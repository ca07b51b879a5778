// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/azure/pullrequests.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

namespace callboard::azure {

using namespace Qt::StringLiterals;
using domain::BuildState;
using domain::ErrorCode;
using domain::fail;
using sdk::textOf;
using State = domain::Review::State;
using Verdict = domain::Review::Verdict;

namespace {

struct PullRequestWords {
    Q_DECLARE_TR_FUNCTIONS(Azure)
};

constexpr int mostOfProject = 500, mostProjects = 30, mostPolicies = 20, mostReviewers = 50;

constexpr sdk::StateWord policyWords[] {
    { "queued"_L1, BuildState::Queued },
    { "running"_L1, BuildState::Running },
    { "approved"_L1, BuildState::Passed },
    { "rejected"_L1, BuildState::Failed },
    { "broken"_L1, BuildState::Errored },
};

QString nameOf(const QJsonValue &person)
{
    const QString account = textOf(person["uniqueName"_L1], 200);
    return account.isEmpty() ? textOf(person["displayName"_L1], 200) : account;
}

/// IdentityRefWithVote.vote: 10 approved, 5 approved with suggestions, 0 none, -5 waits for the author, -10 rejected.
void readReviewers(domain::Review &review, const QJsonArray &reviewers, const Person &me)
{
    bool wantsChanges = false;
    for (const QJsonValue reviewer : reviewers) {
        const int vote = int(std::clamp<qint64>(reviewer["vote"_L1].toInteger(), -10, 10));
        const bool isGroup = reviewer["isContainer"_L1].toBool();
        if (review.reviewers.size() < mostReviewers && !isGroup)
            review.reviewers.append(nameOf(reviewer));
        // A group votes as its members do: they are counted themselves.
        review.approvals += vote > 0 && !isGroup ? 1 : 0;
        wantsChanges = wantsChanges || vote < 0;
        const bool isMe = !me.id.isEmpty() && reviewer["id"_L1].toString().compare(me.id, Qt::CaseInsensitive) == 0;
        if (isMe && vote == 0 && !review.isMine && !reviewer["hasDeclined"_L1].toBool())
            review.waitsForMe = true;
    }
    review.verdict = wantsChanges ? Verdict::ChangesRequested : review.approvals > 0 ? Verdict::Approved : Verdict::None;
}

} // namespace

std::span<const sdk::StateWord> policyStates() { return policyWords; }

domain::Review readPullRequest(const QJsonObject &served, const Person &me)
{
    domain::Review review;
    const QJsonValue repository = served["repository"_L1];
    const QString project = textOf(repository["project"_L1]["name"_L1], 200), name = textOf(repository["name"_L1], 200);
    if (project.isEmpty() || name.isEmpty())
        return review;
    review.id = sdk::idOf(served["pullRequestId"_L1]);
    review.project = Place { project, name, {} }.name();
    review.title = sdk::lineOf(served["title"_L1]);
    review.author = nameOf(served["createdBy"_L1]);
    review.isMine = !me.id.isEmpty() && served["createdBy"_L1]["id"_L1].toString().compare(me.id, Qt::CaseInsensitive) == 0;
    review.branch = branchOf(served["sourceRefName"_L1]);
    review.targetBranch = branchOf(served["targetRefName"_L1]);
    review.commit = textOf(served["lastMergeSourceCommit"_L1]["commitId"_L1], 64);
    review.cloneUrl = sdk::webUrlOf(served["forkSource"_L1]["repository"_L1]["remoteUrl"_L1]);
    const QString state = served["status"_L1].toString();
    review.state = state == "completed"_L1 ? State::Merged : state == "abandoned"_L1 ? State::Closed : State::Open;
    review.isDraft = served["isDraft"_L1].toBool();
    // PullRequestAsyncStatus: the merge is tried anew after each push, to either branch.
    const QString merge = served["mergeStatus"_L1].toString();
    review.hasConflicts = merge == "conflicts"_L1;
    review.conflictsUnsure = merge == "queued"_L1 || merge == "notSet"_L1;
    for (const QJsonValue label : served["labels"_L1].toArray())
        review.labels.append(textOf(label["name"_L1], 100));
    // When it last changed is not told.
    review.createdAt = sdk::timeOf(served["creationDate"_L1]);
    readReviewers(review, served["reviewers"_L1].toArray(), me);
    return review;
}

BuildState readPolicies(const QJsonArray &evaluations)
{
    // The types of a policy that a build, and that another system's status, has to fulfil.
    static const QStringList ofChecks { u"0609b952-1397-4640-95ec-e00a01b2c241"_s, u"cbdc66da-9728-4af8-aada-9a5a32e4a226"_s };
    QList<BuildState> states;
    for (const QJsonValue evaluation : evaluations) {
        const QJsonValue policy = evaluation["configuration"_L1];
        const QString status = evaluation["status"_L1].toString();
        if (ofChecks.contains(policy["type"_L1]["id"_L1].toString()) && policy["isEnabled"_L1].toBool(true) && status != "notApplicable"_L1)
            states.append(sdk::stateIn(policyWords, status));
    }
    for (const BuildState one : { BuildState::Failed, BuildState::Errored, BuildState::Running, BuildState::Queued, BuildState::Unknown, BuildState::Passed }) {
        if (states.contains(one))
            return one;
    }
    return BuildState::Unknown;
}

namespace {

// Sources: https://learn.microsoft.com/rest/api/azure/devops/git/pull-requests/get-pull-requests-by-project, …/policy/evaluations/list.
class Pull final {
public:
    Pull(Host &host, const sdk::HostApi &api, Person me, sdk::PullContext &context)
        : m_host(host)
        , m_api(api)
        , m_me(std::move(me))
        , m_context(context)
    {
    }

    sdk::Result<void> run()
    {
        QStringList projects;
        for (const sdk::HostedProject &hosted : m_host.projects(m_context)) {
            const Place place = Place::fromName(hosted.name);
            if (place.repository.isEmpty())
                continue;
            // Azure compares names without regard to case, and writes them as they are.
            m_refs.insert(hosted.name.toLower(), hosted.entityRefs);
            if (!projects.contains(place.project, Qt::CaseInsensitive))
                projects.append(place.project);
        }
        if (projects.size() > mostProjects)
            m_context.log(u"%1 projects: only the pull requests of the first %2 are asked for"_s.arg(projects.size()).arg(mostProjects));
        // The first pull holds all that there is.
        if (!m_context.cursor().isEmpty())
            m_context.bringOnlyChanges();
        const QJsonObject before = QJsonDocument::fromJson(m_context.cursor()).object();
        QJsonObject after;
        std::optional<domain::Error> refusal;
        bool isAnyTaken = false;
        for (const QString &project : projects.mid(0, mostProjects)) {
            m_keys = {};
            const auto taken = take(project);
            if (!taken && taken.error().code != ErrorCode::NotFound && taken.error().code != ErrorCode::Forbidden)
                return taken;
            if (!taken)
                m_context.log(u"%1: %2"_s.arg(project, taken.error().detail));
            isAnyTaken = isAnyTaken || taken;
            if (!taken && taken.error().code == ErrorCode::Forbidden)
                refusal = taken.error();
            // What is refused is not closed for that.
            after.insert(project, taken ? m_keys : before[project].toArray());
        }
        if (refusal && !isAnyTaken)
            return std::unexpected(*refusal); // The host refuses, and not one of its projects.
        const QSet<QString> kept = keysIn(after);
        for (const QString &key : keysIn(before)) {
            if (!kept.contains(key))
                m_context.remove(QString(domain::recordtype::review), key);
        }
        m_context.saveCursor(QJsonDocument(after).toJson(QJsonDocument::Compact));
        return {};
    }

private:
    static QSet<QString> keysIn(const QJsonObject &byProject)
    {
        QSet<QString> keys;
        for (const QJsonValue ofOne : byProject) {
            for (const QJsonValue key : ofOne.toArray())
                keys.insert(key.toString());
        }
        return keys;
    }

    sdk::Result<void> take(const QString &project)
    {
        sdk::HostAsk ask = askOf(u'/' + sdk::pathPart(project) + u"/_apis/git/pullrequests"_s);
        ask.query.addQueryItem(u"searchCriteria.status"_s, u"active"_s);
        ask.query.addQueryItem(u"$top"_s, QString::number(mostOfProject));
        const auto listed = m_api.list(ask, m_context, mostOfProject, u"value"_s);
        if (!listed)
            return std::unexpected(listed.error());
        for (const QJsonValue value : *listed) {
            const QJsonObject served = value.toObject();
            domain::Review review = readPullRequest(served, m_me);
            if (review.id.isEmpty())
                continue;
            review.entityRefs = m_refs.value(review.project.toLower());
            const bool isPersonal = review.isMine || review.waitsForMe;
            if (!isPersonal && review.entityRefs.isEmpty())
                continue;
            const Place place = Place::fromName(review.project);
            review.url = m_host.pullRequestPage(place.project, place.repository, review.id);
            if (isPersonal) {
                if (const auto checked = check(review, served); !checked)
                    return checked;
            }
            m_keys.append(review.key());
            m_context.put(review.toRecord());
        }
        return {};
    }

    /// One more request, for what concerns the person alone.
    sdk::Result<void> check(domain::Review &review, const QJsonObject &served)
    {
        const QString project = textOf(served["repository"_L1]["project"_L1]["id"_L1], 100);
        if (project.isEmpty() || m_policies++ >= mostPolicies)
            return {};
        sdk::HostAsk ask { .route = u'/' + sdk::pathPart(Place::fromName(review.project).project) + u"/_apis/policy/evaluations"_s };
        ask.query.addQueryItem(u"artifactId"_s, u"vstfs:///CodeReview/CodeReviewId/"_s + project + u'/' + review.id);
        ask.query.addQueryItem(u"api-version"_s, u"7.1-preview.1"_s);
        const auto evaluations = m_api.list(ask, m_context, 200, u"value"_s);
        if (!evaluations)
            return isAbsent(evaluations.error()) ? sdk::Result<void>() : std::unexpected(evaluations.error());
        review.checks = readPolicies(*evaluations);
        return {};
    }

    Host &m_host;
    const sdk::HostApi &m_api;
    Person m_me;
    sdk::PullContext &m_context;
    QHash<QString, QStringList> m_refs; ///< By "project/repository" in lower case.
    QJsonArray m_keys; ///< Of what the project now asked brought.
    int m_policies = 0;
};

} // namespace

sdk::Result<void> PullRequests::pull(sdk::PullContext &context)
{
    auto me = m_host.person(context);
    if (!me)
        return std::unexpected(me.error());
    return Pull(m_host, m_host.api(), std::move(*me), context).run();
}

// Source: https://learn.microsoft.com/rest/api/azure/devops/git/pull-request-reviewers/create-pull-request-reviewer.
sdk::Result<sdk::ActionAnswer> approve(Host &host, const domain::Review &review, sdk::PullContext &context)
{
    const auto me = host.person(context);
    if (!me)
        return std::unexpected(me.error());
    const Place place = Place::fromName(review.project);
    if (me->id.isEmpty() || place.repository.isEmpty() || review.id.isEmpty())
        return fail(ErrorCode::Invalid, u"this is no pull request, or the host does not say who we are"_s);
    sdk::HostAsk ask = askOf(pullsRoute(place, u'/' + sdk::pathPart(review.id) + u"/reviewers/"_s + sdk::pathPart(me->id)));
    ask.method = "PUT";
    ask.body = QJsonObject { { u"vote"_s, 10 } };
    const auto answer = host.api().send(ask, context);
    if (!answer)
        return std::unexpected(answer.error());
    return sdk::ActionAnswer { PullRequestWords::tr("Approved."), {}, { u"reviews"_s }, std::nullopt };
}

} // namespace callboard::azure
