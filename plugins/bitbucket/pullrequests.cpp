// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/bitbucket/pullrequests.h"

#include <QJsonDocument>

namespace callboard::bitbucket {

using namespace Qt::StringLiterals;
using Verdict = domain::Review::Verdict;

namespace {

constexpr int mostOfRepo = 100, mostChecked = 12, mostStatuses = 200;

constexpr sdk::StateWord statusWords[] {
    { "INPROGRESS"_L1, domain::BuildState::Running },
    { "SUCCESSFUL"_L1, domain::BuildState::Passed },
    { "FAILED"_L1, domain::BuildState::Failed },
    { "STOPPED"_L1, domain::BuildState::Cancelled },
};

/// Those to ask now: on screen first, then those whose last turn is longest ago. `turns` counts pulls.
std::vector<sdk::HostedProject> chosen(std::vector<sdk::HostedProject> projects, const QJsonObject &turns)
{
    std::ranges::stable_sort(projects, [&](const sdk::HostedProject &a, const sdk::HostedProject &b) {
        if (a.onScreen != b.onScreen)
            return a.onScreen;
        return turns[a.name].toInteger() < turns[b.name].toInteger();
    });
    projects.resize(std::min(projects.size(), size_t(PullRequests::reposAtOnce)));
    return projects;
}

} // namespace

// Source: https://developer.atlassian.com/cloud/bitbucket/rest/api-group-pullrequests/.
domain::Review readPullRequest(const QJsonObject &served, const QString &project, const Person &me)
{
    domain::Review review;
    review.id = sdk::idOf(served["id"_L1]);
    review.project = project;
    review.title = sdk::lineOf(served["title"_L1]);
    const QJsonValue author = served["author"_L1];
    review.author = sdk::textOf(author["nickname"_L1], 200);
    if (review.author.isEmpty())
        review.author = sdk::textOf(author["display_name"_L1], 200);
    review.isMine = !me.uuid.isEmpty() && author["uuid"_L1].toString() == me.uuid;
    const QJsonValue source = served["source"_L1];
    review.branch = sdk::textOf(source["branch"_L1]["name"_L1]);
    review.targetBranch = sdk::textOf(served["destination"_L1]["branch"_L1]["name"_L1]);
    review.commit = sdk::textOf(source["commit"_L1]["hash"_L1], 64);
    const QString from = sdk::textOf(source["repository"_L1]["full_name"_L1]);
    if (!from.isEmpty() && from != project)
        review.cloneUrl = sdk::webUrlOf(QString(u"https://bitbucket.org/"_s + from + u".git"_s));
    const QString state = served["state"_L1].toString();
    review.state = state == "OPEN"_L1 ? domain::Review::State::Open : state == "MERGED"_L1 ? domain::Review::State::Merged : domain::Review::State::Closed;
    review.isDraft = served["draft"_L1].toBool();
    bool wantsChanges = false, hasSpoken = false, mineIsGiven = false, iAmAsked = false;
    for (const QJsonValue participant : served["participants"_L1].toArray()) {
        const bool isMe = !me.uuid.isEmpty() && participant["user"_L1]["uuid"_L1].toString() == me.uuid;
        const QString word = participant["state"_L1].toString();
        if (participant["role"_L1].toString() == "REVIEWER"_L1) {
            review.reviewers.append(sdk::textOf(participant["user"_L1]["nickname"_L1], 200));
            iAmAsked = iAmAsked || isMe;
        }
        const bool approved = participant["approved"_L1].toBool() || word == "approved"_L1;
        review.approvals += approved ? 1 : 0;
        wantsChanges = wantsChanges || word == "changes_requested"_L1;
        hasSpoken = hasSpoken || participant["participated_on"_L1].isString();
        mineIsGiven = mineIsGiven || (isMe && (approved || word == "changes_requested"_L1));
    }
    review.waitsForMe = iAmAsked && !mineIsGiven && !review.isMine;
    review.verdict = wantsChanges ? Verdict::ChangesRequested : review.approvals > 0 ? Verdict::Approved : hasSpoken ? Verdict::Commented : Verdict::None;
    review.comments = int(std::clamp<qint64>(served["comment_count"_L1].toInteger(), 0, 1'000'000));
    review.createdAt = sdk::timeOf(served["created_on"_L1]);
    review.updatedAt = sdk::timeOf(served["updated_on"_L1]);
    review.url = sdk::webUrlOf(served["links"_L1]["html"_L1]["href"_L1]);
    return review;
}

std::span<const sdk::StateWord> statusStates() { return statusWords; }

domain::BuildState readStatuses(const QJsonArray &statuses)
{
    using domain::BuildState;
    QList<BuildState> states;
    for (const QJsonValue status : statuses)
        states.append(sdk::stateIn(statusWords, status["state"_L1].toString()));
    for (const BuildState one : { BuildState::Failed, BuildState::Cancelled, BuildState::Running, BuildState::Unknown, BuildState::Passed }) {
        if (states.contains(one))
            return one;
    }
    return BuildState::Unknown;
}

sdk::Result<void> PullRequests::pull(sdk::PullContext &context)
{
    const auto me = m_host.person(context);
    if (!me)
        return std::unexpected(me.error());
    const QJsonObject before = QJsonDocument::fromJson(context.cursor()).object();
    const QJsonObject known = before["known"_L1].toObject();
    QJsonObject turns, after;
    const auto projects = m_host.projects(context);
    const qint64 turn = before["turn"_L1].toInteger() + 1;
    context.bringOnlyChanges();
    for (const sdk::HostedProject &project : projects) {
        turns.insert(project.name, before["turns"_L1][project.name].toInteger());
        if (known.contains(project.name))
            after.insert(project.name, known[project.name]);
    }
    const auto forget = [&](const QString &project, const QJsonArray &kept) {
        for (const QJsonValue id : known[project].toArray()) {
            if (!kept.contains(id))
                context.remove(QString(domain::recordtype::review), project + u'!' + id.toString());
        }
    };
    for (auto it = known.begin(); it != known.end(); ++it) {
        if (!turns.contains(it.key()))
            forget(it.key(), {});
    }
    for (const sdk::HostedProject &project : chosen(projects, turns)) {
        // Participants are left out of a list unless they are named.
        const sdk::HostAsk ask { .route = repoRoute(project.name, u"/pullrequests"_s),
            .query = { { u"state"_s, u"OPEN"_s }, { u"pagelen"_s, u"50"_s }, { u"fields"_s, u"%2Bvalues.participants"_s } } };
        const auto listed = m_host.api().list(ask, context, mostOfRepo, u"values"_s);
        turns.insert(project.name, turn);
        if (!listed && !sdk::isAbsent(listed.error()))
            return std::unexpected(listed.error());
        if (!listed) {
            context.log(u"%1: %2"_s.arg(project.name, listed.error().detail));
            continue;
        }
        QJsonArray ids;
        int checked = 0; // One more request each, for what concerns the person alone.
        for (const QJsonValue value : *listed) {
            domain::Review review = readPullRequest(value.toObject(), project.name, *me);
            if (review.id.isEmpty())
                continue;
            review.entityRefs = project.entityRefs;
            if ((review.isMine || review.waitsForMe) && checked++ < mostChecked) {
                const sdk::HostAsk asked { .route = repoRoute(project.name, u"/pullrequests/"_s + review.id + u"/statuses"_s),
                    .query = { { u"pagelen"_s, u"100"_s } } };
                const auto statuses = m_host.api().list(asked, context, mostStatuses, u"values"_s);
                if (!statuses && !sdk::isAbsent(statuses.error()))
                    return std::unexpected(statuses.error());
                if (statuses)
                    review.checks = readStatuses(*statuses);
            }
            ids.append(review.id);
            context.put(review.toRecord());
        }
        forget(project.name, ids);
        after.insert(project.name, ids);
    }
    context.saveCursor(QJsonDocument(QJsonObject { { u"turn"_s, turn }, { u"turns"_s, turns }, { u"known"_s, after } }).toJson(QJsonDocument::Compact));
    return {};
}

} // namespace callboard::bitbucket
