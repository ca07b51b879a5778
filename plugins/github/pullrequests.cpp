// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/github/pullrequests.h"

#include "plugins/github/runs.h"
#include "plugins/sdk/reviewpace.h"

namespace callboard::github {

using namespace Qt::StringLiterals;
using domain::BuildState;
using domain::ErrorCode;
using domain::Review;
using sdk::countOf;

namespace {

constexpr qsizetype mostRepositories = 60, repositoriesAtOnce = 20;
constexpr int mostLabels = 20;

// https://docs.github.com/en/graphql/reference/enums#statusstate
constexpr sdk::StateWord rollupWords[] {
    { "SUCCESS"_L1, BuildState::Passed },
    { "FAILURE"_L1, BuildState::Failed },
    { "ERROR"_L1, BuildState::Errored },
    { "PENDING"_L1, BuildState::Running },
    { "EXPECTED"_L1, BuildState::Queued },
};

const QString fieldsOfPull = uR"(
fragment pull on PullRequest {
  number title url isDraft state createdAt updatedAt additions deletions changedFiles totalCommentsCount mergeable reviewDecision
  author { login } headRefName baseRefName headRefOid headRepository { url } repository { nameWithOwner }
  labels(first: 20) { nodes { name } }
  reviewRequests(first: 20) { nodes { requestedReviewer { ... on User { login } ... on Team { slug } } } }
  latestReviews(first: 30) { nodes { state author { login } } }
  commits(last: 1) { nodes { commit { statusCheckRollup { state } } } }
})"_s;

void judge(Review &review, const QJsonArray &reviews, const QString &decision)
{
    bool wantsChanges = decision == "CHANGES_REQUESTED"_L1, hasComments = false;
    for (const QJsonValue one : reviews) {
        const QString state = one["state"_L1].toString();
        wantsChanges = wantsChanges || state == "CHANGES_REQUESTED"_L1;
        hasComments = hasComments || state == "COMMENTED"_L1;
        review.approvals += state == "APPROVED"_L1 ? 1 : 0;
    }
    if (wantsChanges)
        review.verdict = Review::Verdict::ChangesRequested;
    else if (review.approvals > 0 || decision == "APPROVED"_L1)
        review.verdict = Review::Verdict::Approved;
    else if (hasComments)
        review.verdict = Review::Verdict::Commented;
}

} // namespace

// Source: https://docs.github.com/en/graphql/reference/objects#pullrequest
Review readPullRequest(const QJsonObject &served, const QString &me)
{
    Review review;
    review.id = sdk::idOf(served["number"_L1]);
    review.project = sdk::textOf(served["repository"_L1]["nameWithOwner"_L1]);
    review.title = sdk::lineOf(served["title"_L1]);
    review.author = sdk::textOf(served["author"_L1]["login"_L1], 200);
    review.branch = sdk::textOf(served["headRefName"_L1]);
    review.targetBranch = sdk::textOf(served["baseRefName"_L1]);
    review.commit = sdk::textOf(served["headRefOid"_L1], 64);
    review.cloneUrl = sdk::webUrlOf(served["headRepository"_L1]["url"_L1]);
    const QString state = served["state"_L1].toString();
    review.state = state == "MERGED"_L1 ? Review::State::Merged : state == "CLOSED"_L1 ? Review::State::Closed : Review::State::Open;
    review.isDraft = served["isDraft"_L1].toBool();
    review.isMine = !me.isEmpty() && review.author == me;
    for (const QJsonValue one : served["reviewRequests"_L1]["nodes"_L1].toArray()) {
        const QJsonValue who = one["requestedReviewer"_L1];
        const QString name = sdk::textOf(who["login"_L1].isString() ? who["login"_L1] : who["slug"_L1], 200);
        if (!name.isEmpty())
            review.reviewers.append(name);
    }
    judge(review, served["latestReviews"_L1]["nodes"_L1].toArray(), served["reviewDecision"_L1].toString());
    review.checks = sdk::stateIn(rollupWords, served["commits"_L1]["nodes"_L1][0]["commit"_L1]["statusCheckRollup"_L1]["state"_L1].toString());
    // MergeableState: https://docs.github.com/en/graphql/reference/enums#mergeablestate. It is worked out when somebody asks.
    review.hasConflicts = served["mergeable"_L1].toString() == "CONFLICTING"_L1;
    review.conflictsUnsure = served["mergeable"_L1].toString() == "UNKNOWN"_L1;
    review.additions = countOf(served["additions"_L1]);
    review.deletions = countOf(served["deletions"_L1]);
    review.changedFiles = countOf(served["changedFiles"_L1]);
    review.comments = countOf(served["totalCommentsCount"_L1]);
    for (const QJsonValue label : served["labels"_L1]["nodes"_L1].toArray()) {
        if (review.labels.size() < mostLabels)
            review.labels.append(sdk::textOf(label["name"_L1], 100));
    }
    review.createdAt = sdk::timeOf(served["createdAt"_L1]);
    review.updatedAt = sdk::timeOf(served["updatedAt"_L1]);
    review.url = sdk::webUrlOf(served["url"_L1]);
    if (review.project.isEmpty())
        review.id.clear();
    return review;
}

sdk::Result<void> PullRequests::pull(sdk::PullContext &context)
{
    const auto person = m_host.person(context);
    if (!person)
        return std::unexpected(person.error());
    QHash<QString, QStringList> refs;
    QStringList repositories;
    // Those of most of a large company are nobody's business here: as many as matter, and all of a small one.
    const auto projects = m_host.projects(context);
    const sdk::ReviewPace pace(QJsonDocument::fromJson(context.cursor()).object(), projects, context);
    for (const sdk::HostedProject &project : projects) {
        refs.insert(project.name.toLower(), project.entityRefs);
        if (project.keep || project.onScreen || qsizetype(projects.size()) <= mostRepositories)
            repositories.append(project.name);
    }
    repositories.resize(std::min(repositories.size(), mostRepositories));

    QHash<QString, Review> found;
    const auto take = [&](const QJsonValue &search, bool waitsForMe) {
        for (const QJsonValue served : search["nodes"_L1].toArray()) {
            Review review = readPullRequest(served.toObject(), person->login);
            if (review.id.isEmpty())
                continue;
            review.waitsForMe = waitsForMe || found.value(review.key()).waitsForMe;
            review.entityRefs = refs.value(review.project.toLower());
            found.insert(review.key(), review);
        }
    };
    const auto mine = m_host.graphQl(u"query($asked: String!, $mine: String!) {\n"
                                     "  asked: search(query: $asked, type: ISSUE, first: 100) { nodes { ...pull } }\n"
                                     "  mine: search(query: $mine, type: ISSUE, first: 100) { nodes { ...pull } }\n}"_s + fieldsOfPull,
        { { u"asked"_s, u"is:open is:pr archived:false review-requested:@me"_s }, { u"mine"_s, u"is:open is:pr archived:false author:@me"_s } }, context);
    if (!mine)
        return std::unexpected(mine.error());
    take((*mine)["asked"_L1], true);
    take((*mine)["mine"_L1], false);
    const auto bring = [&] {
        for (const Review &review : std::as_const(found))
            context.put(review.toRecord());
    };
    // What concerns the person came whole by that one request. One that is in it no more may be closed, or anybody's: then all is asked for.
    const QStringList waiting = found.keys();
    if (!pace.isDue(waiting)) {
        context.bringOnlyChanges();
        bring();
        return {};
    }
    for (qsizetype at = 0; at < repositories.size(); at += repositoriesAtOnce) {
        if (context.stopRequested())
            return domain::fail(ErrorCode::Cancelled, u"stopped"_s);
        QString query = u"is:open is:pr"_s;
        for (const QString &name : repositories.mid(at, repositoriesAtOnce))
            query += u" repo:"_s + QString(name).remove(u' ');
        const auto listed = m_host.graphQl(
            u"query($q: String!) { all: search(query: $q, type: ISSUE, first: 100) { nodes { ...pull } } }"_s + fieldsOfPull, { { u"q"_s, query } }, context);
        if (!listed)
            return std::unexpected(listed.error());
        take((*listed)["all"_L1], false);
    }
    bring();
    context.saveCursor(QJsonDocument(pace.note(waiting, false)).toJson(QJsonDocument::Compact));
    return {};
}

} // namespace callboard::github
