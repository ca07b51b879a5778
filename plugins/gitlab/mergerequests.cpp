// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/gitlab/mergerequests.h"

#include "plugins/gitlab/pipelines.h"
#include "plugins/sdk/reviewpace.h"

#include <QDateTime>
#include <QSet>

namespace callboard::gitlab {

using namespace Qt::StringLiterals;
using domain::BuildState;
using Verdict = domain::Review::Verdict;

namespace {

constexpr int mostOfMine = 200, mostOfGroup = 300, mostGroups = 20, mostDetails = 40;
constexpr qint64 detailsKeepSeconds = 30 * 60;
constexpr QLatin1StringView paceKey("pace"); ///< In the cursor, beside the keys of reviews, which have a "!".

/// "group/project" of "group/project!12".
QString projectOf(const QJsonObject &served)
{
    const QString full = sdk::textOf(served["references"_L1]["full"_L1]);
    if (const qsizetype mark = full.lastIndexOf(u'!'); mark > 0)
        return full.left(mark);
    // GitLab before 12.6 had no references: the page's address names the project, too.
    QString path = QUrl(sdk::webUrlOf(served["web_url"_L1])).path();
    for (const QString &end : { u"/-/merge_requests/"_s, u"/merge_requests/"_s }) {
        if (const qsizetype at = path.indexOf(end); at > 0)
            return path.mid(1, at - 1);
    }
    return sdk::idOf(served["project_id"_L1]);
}

void judge(domain::Review &review, const QJsonArray &reviewers, const QJsonObject &approvals, const Person &me)
{
    bool wantsChanges = false, hasComments = false;
    for (const QJsonValue value : reviewers) {
        const QString state = value["state"_L1].toString();
        const QString who = value["user"_L1]["username"_L1].toString();
        wantsChanges = wantsChanges || state == "requested_changes"_L1;
        hasComments = hasComments || state == "reviewed"_L1;
        // "unapproved" and "review_started" still owe one.
        const bool isGiven = state == "reviewed"_L1 || state == "requested_changes"_L1 || state == "approved"_L1;
        if (who == me.username && isGiven)
            review.waitsForMe = false;
    }
    QSet<QString> approvers;
    for (const QJsonValue value : approvals["approved_by"_L1].toArray())
        approvers.insert(value["user"_L1]["username"_L1].toString());
    review.approvals = int(approvers.size());
    if (approvers.contains(me.username))
        review.waitsForMe = false;
    if (wantsChanges)
        review.verdict = Verdict::ChangesRequested;
    else if (!approvers.isEmpty())
        review.verdict = Verdict::Approved;
    else if (hasComments)
        review.verdict = Verdict::Commented;
}

/// "has_conflicts" is true only of what was looked into: it is not while the host looks again.
void readConflicts(domain::Review &review, const QJsonObject &served)
{
    static const QStringList undecided { u"unchecked"_s, u"preparing"_s, u"checking"_s, u"cannot_be_merged_recheck"_s, u"cannot_be_merged_rechecking"_s };
    review.hasConflicts = served["has_conflicts"_L1].toBool();
    review.conflictsUnsure = undecided.contains(served["merge_status"_L1].toString());
}

} // namespace

// Source: https://docs.gitlab.com/api/merge_requests/.
domain::Review readMergeRequest(const QJsonObject &served, const Person &me)
{
    domain::Review review;
    review.id = sdk::idOf(served["iid"_L1]);
    review.project = projectOf(served);
    review.title = sdk::lineOf(served["title"_L1]);
    review.author = sdk::textOf(served["author"_L1]["username"_L1], 200);
    review.branch = sdk::textOf(served["source_branch"_L1]);
    review.targetBranch = sdk::textOf(served["target_branch"_L1]);
    review.commit = sdk::textOf(served["sha"_L1], 64);
    const QString state = served["state"_L1].toString();
    review.state = state == "merged"_L1 ? domain::Review::State::Merged
        : state == "closed"_L1          ? domain::Review::State::Closed
                                        : domain::Review::State::Open;
    review.isDraft = served["draft"_L1].toBool(served["work_in_progress"_L1].toBool());
    review.isMine = !me.username.isEmpty() && review.author == me.username;
    for (const QJsonValue reviewer : served["reviewers"_L1].toArray())
        review.reviewers.append(sdk::textOf(reviewer["username"_L1], 200));
    review.waitsForMe = review.state == domain::Review::State::Open && !review.isMine && review.reviewers.contains(me.username);
    readConflicts(review, served);
    review.comments = int(std::clamp<qint64>(served["user_notes_count"_L1].toInteger(), 0, 1'000'000));
    for (const QJsonValue label : served["labels"_L1].toArray())
        review.labels.append(sdk::textOf(label, 100));
    review.createdAt = sdk::timeOf(served["created_at"_L1]);
    review.updatedAt = sdk::timeOf(served["updated_at"_L1]);
    review.url = sdk::webUrlOf(served["web_url"_L1]);
    if (review.project.isEmpty())
        review.id.clear();
    return review;
}

void readMergeRequestDetails(domain::Review &review, const QJsonObject &single, const QJsonArray &reviewers, const QJsonObject &approvals,
    const Person &me)
{
    review.checks = sdk::stateIn(pipelineStates(), single["head_pipeline"_L1]["status"_L1].toString());
    if (single.contains("has_conflicts"_L1))
        readConflicts(review, single);
    // "1000+" where there are more than are counted.
    review.changedFiles = single["changes_count"_L1].toString().remove(u'+').left(9).toInt();
    judge(review, reviewers, approvals, me);
}

namespace {

class Pull final {
public:
    Pull(Host &host, const sdk::HostApi &api, Person me, sdk::PullContext &context)
        : m_api(api)
        , m_me(std::move(me))
        , m_context(context)
        , m_before(QJsonDocument::fromJson(context.cursor()).object())
        , m_projects(host.projects(context))
    {
        for (const sdk::HostedProject &project : m_projects)
            m_refs.insert(project.name, project.entityRefs);
    }

    sdk::Result<void> run()
    {
        const QUrlQuery open { { u"state"_s, u"opened"_s }, { u"per_page"_s, u"100"_s } };
        QUrlQuery asked = open, mine = open;
        asked.addQueryItem(u"scope"_s, u"all"_s);
        asked.addQueryItem(u"reviewer_id"_s, m_me.id);
        mine.addQueryItem(u"scope"_s, u"created_by_me"_s);
        const sdk::ReviewPace pace(m_before[paceKey], m_projects, m_context);
        const auto waiting = m_api.list({ .route = u"/merge_requests"_s, .query = asked }, m_context, mostOfMine);
        if (!waiting)
            return std::unexpected(waiting.error());
        QStringList marks;
        for (const QJsonValue served : *waiting)
            marks.append(sdk::idOf(served["id"_L1]) + u' ' + served["updated_at"_L1].toString());
        if (!pace.isDue(marks)) {
            m_context.bringOnlyChanges();
            return {};
        }
        if (const auto done = take(*waiting, true); !done)
            return done;
        if (const auto done = take({ .route = u"/merge_requests"_s, .query = mine }, mostOfMine, true); !done)
            return done;
        for (const QString &group : groups()) {
            const auto done = take({ .route = u"/groups/"_s + sdk::pathPart(group) + u"/merge_requests"_s, .query = open }, mostOfGroup, false);
            // A person's own name is no group.
            if (!done && !sdk::isAbsent(done.error()))
                return done;
        }
        const bool isBusy = std::ranges::any_of(m_after, [](const QJsonValue &details) { return details["running"_L1].toBool(); });
        m_after.insert(paceKey, pace.note(marks, isBusy));
        m_context.saveCursor(QJsonDocument(m_after).toJson(QJsonDocument::Compact));
        return {};
    }

private:
    /// The topmost groups of the entities' projects: one list for all projects of a group, whatever their number.
    QStringList groups() const
    {
        QStringList names;
        for (auto it = m_refs.cbegin(); it != m_refs.cend(); ++it) {
            const QString top = it.key().section(u'/', 0, 0);
            if (it.key().contains(u'/') && !names.contains(top))
                names.append(top);
        }
        names.sort();
        return names.mid(0, mostGroups);
    }

    sdk::Result<void> take(const sdk::HostAsk &ask, qsizetype most, bool isPersonal)
    {
        const auto listed = m_api.list(ask, m_context, most);
        return listed ? take(*listed, isPersonal) : std::unexpected(listed.error());
    }

    sdk::Result<void> take(const QJsonArray &listed, bool isPersonal)
    {
        for (const QJsonValue value : listed) {
            const QJsonObject served = value.toObject();
            domain::Review review = readMergeRequest(served, m_me);
            if (review.id.isEmpty() || m_seen.contains(review.key()))
                continue;
            // An entity may name its project by path or by number.
            review.entityRefs = m_refs.value(review.project) + m_refs.value(sdk::idOf(served["project_id"_L1]));
            if (!isPersonal && review.entityRefs.isEmpty())
                continue;
            m_seen.insert(review.key());
            if (isPersonal) {
                if (const auto filled = fillIn(review, served); !filled)
                    return filled;
            }
            m_context.put(review.toRecord());
        }
        return {};
    }

    /// Three more requests, for what concerns the person alone, and only where something changed or is under way.
    sdk::Result<void> fillIn(domain::Review &review, const QJsonObject &served)
    {
        const QJsonObject before = m_before[review.key()].toObject();
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QDateTime asked = QDateTime::fromString(before["at"_L1].toString(), Qt::ISODate);
        const bool sameAsBefore = asked.isValid() && before["updated"_L1] == served["updated_at"_L1]
            && asked.secsTo(now) < detailsKeepSeconds && !before["running"_L1].toBool();
        QJsonObject details = before;
        if (!sameAsBefore && m_details++ < mostDetails) {
            const auto fetched = fetch(review, served);
            if (!fetched)
                return std::unexpected(fetched.error());
            details = *fetched;
            details.insert(u"at"_s, now.toString(Qt::ISODate));
            details.insert(u"updated"_s, served["updated_at"_L1]);
        }
        if (details.isEmpty())
            return {};
        readMergeRequestDetails(review, details["single"_L1].toObject(), details["reviewers"_L1].toArray(), details["approvals"_L1].toObject(), m_me);
        review.cloneUrl = details["clone"_L1].toString();
        details.insert(u"running"_s, review.checks == BuildState::Running || review.checks == BuildState::Queued || review.conflictsUnsure);
        m_after.insert(review.key(), details);
        return {};
    }

    sdk::Result<QJsonObject> fetch(const domain::Review &review, const QJsonObject &served)
    {
        const QString route = projectRoute(sdk::idOf(served["project_id"_L1]), u"/merge_requests/"_s + review.id);
        const auto single = m_api.json({ .route = route }, m_context);
        if (!single)
            return sdk::isAbsent(single.error()) ? sdk::Result<QJsonObject>() : std::unexpected(single.error());
        QJsonObject kept;
        kept.insert(u"head_pipeline"_s, QJsonObject { { u"status"_s, (*single)["head_pipeline"_L1]["status"_L1] } });
        for (const QString &key : { u"has_conflicts"_s, u"merge_status"_s, u"changes_count"_s })
            kept.insert(key, (*single)[key]);
        QJsonObject details { { u"single"_s, kept } };
        const auto reviewers = m_api.json({ .route = route + u"/reviewers"_s }, m_context);
        if (!reviewers && !sdk::isAbsent(reviewers.error()))
            return std::unexpected(reviewers.error());
        if (reviewers)
            details.insert(u"reviewers"_s, trimmed(reviewers->array(), true));
        const auto approvals = m_api.json({ .route = route + u"/approvals"_s }, m_context);
        if (!approvals && !sdk::isAbsent(approvals.error()))
            return std::unexpected(approvals.error());
        if (approvals)
            details.insert(u"approvals"_s, QJsonObject { { u"approved_by"_s, trimmed((*approvals)["approved_by"_L1].toArray(), false) } });
        return addClone(details, served);
    }

    /// Where the branch lives, when it comes from a fork.
    sdk::Result<QJsonObject> addClone(QJsonObject details, const QJsonObject &served)
    {
        const QString source = sdk::idOf(served["source_project_id"_L1]);
        if (source.isEmpty() || source == sdk::idOf(served["target_project_id"_L1]))
            return details;
        const auto project = m_api.json({ .route = projectRoute(source) }, m_context);
        if (!project)
            return sdk::isAbsent(project.error()) ? sdk::Result<QJsonObject>(details) : std::unexpected(project.error());
        details.insert(u"clone"_s, sdk::webUrlOf((*project)["http_url_to_repo"_L1]));
        return details;
    }

    static QJsonArray trimmed(const QJsonArray &people, bool withState)
    {
        QJsonArray kept;
        for (const QJsonValue one : people) {
            QJsonObject person { { u"user"_s, QJsonObject { { u"username"_s, one["user"_L1]["username"_L1] } } } };
            if (withState)
                person.insert(u"state"_s, one["state"_L1]);
            if (kept.size() < 50)
                kept.append(person);
        }
        return kept;
    }

    const sdk::HostApi &m_api;
    Person m_me;
    sdk::PullContext &m_context;
    QHash<QString, QStringList> m_refs;
    QJsonObject m_before, m_after; ///< By key: what was told of it, and when.
    std::vector<sdk::HostedProject> m_projects;
    QSet<QString> m_seen;
    int m_details = 0;
};

} // namespace

sdk::Result<void> MergeRequests::pull(sdk::PullContext &context)
{
    auto me = m_host.person(context);
    if (!me)
        return std::unexpected(me.error());
    return Pull(m_host, m_host.api(), std::move(*me), context).run();
}

} // namespace callboard::gitlab
