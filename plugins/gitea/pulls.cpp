// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/gitea/pulls.h"

#include "plugins/gitea/runs.h"
#include "plugins/sdk/reviewpace.h"

#include <QDateTime>
#include <QMap>
#include <QSet>

namespace callboard::gitea {

using namespace Qt::StringLiterals;
using domain::BuildState;
using sdk::countOf;
using Verdict = domain::Review::Verdict;

namespace {

constexpr int mostOfMine = 200, mostOfOwner = 200, mostOwners = 20, mostDetails = 40;
constexpr qint64 detailsKeepSeconds = 30 * 60;
constexpr QLatin1StringView paceKey("pace"); ///< In the cursor, beside the keys of reviews, which have a "!".

} // namespace

domain::Review readHit(const QJsonObject &served, const QString &me)
{
    domain::Review review;
    if (!served["pull_request"_L1].isObject())
        return review;
    review.id = sdk::idOf(served["number"_L1]);
    review.project = sdk::textOf(served["repository"_L1]["full_name"_L1]);
    if (review.project.count(u'/') != 1)
        review.id.clear();
    review.title = sdk::lineOf(served["title"_L1]);
    // Gitea marks drafts by these words (setting repository.pull-request.WORK_IN_PROGRESS_PREFIXES); newer ones say so, too.
    review.isDraft = served["pull_request"_L1]["draft"_L1].toBool() || review.title.startsWith("WIP:"_L1, Qt::CaseInsensitive)
        || review.title.startsWith("[WIP]"_L1, Qt::CaseInsensitive);
    review.author = sdk::textOf(served["user"_L1]["login"_L1], 200);
    review.isMine = !me.isEmpty() && review.author == me;
    review.comments = countOf(served["comments"_L1]);
    for (const QJsonValue label : served["labels"_L1].toArray())
        review.labels.append(sdk::textOf(label["name"_L1], 100));
    review.createdAt = sdk::timeOf(served["created_at"_L1]);
    review.updatedAt = sdk::timeOf(served["updated_at"_L1]);
    review.url = sdk::webUrlOf(served["html_url"_L1]);
    return review;
}

void readPull(domain::Review &review, const QJsonObject &served, const QString &me)
{
    review.branch = sdk::textOf(served["head"_L1]["ref"_L1]);
    review.targetBranch = sdk::textOf(served["base"_L1]["ref"_L1]);
    review.commit = sdk::textOf(served["head"_L1]["sha"_L1], 64);
    if (sdk::idOf(served["head"_L1]["repo_id"_L1]) != sdk::idOf(served["base"_L1]["repo_id"_L1]))
        review.cloneUrl = sdk::webUrlOf(served["head"_L1]["repo"_L1]["clone_url"_L1]);
    review.isDraft = review.isDraft || served["draft"_L1].toBool();
    // A draft is never "mergeable".
    review.hasConflicts = served.contains("mergeable"_L1) && !served["mergeable"_L1].toBool(true) && !served["merged"_L1].toBool() && !review.isDraft;
    review.additions = countOf(served["additions"_L1]);
    review.deletions = countOf(served["deletions"_L1]);
    review.changedFiles = countOf(served["changed_files"_L1]);
    for (const QJsonValue reviewer : served["requested_reviewers"_L1].toArray())
        review.reviewers.append(sdk::textOf(reviewer["login"_L1], 200));
    review.waitsForMe = review.waitsForMe || (!review.isMine && review.reviewers.contains(me));
}

// States: ReviewStateType in swagger.v1.json.
void readReviews(domain::Review &review, const QJsonArray &reviews, const QString &me)
{
    QMap<QString, QString> last;
    for (const QJsonValue value : reviews) {
        const QString who = sdk::textOf(value["user"_L1]["login"_L1], 200), state = value["state"_L1].toString();
        if (who.isEmpty() || value["dismissed"_L1].toBool() || state == "PENDING"_L1)
            continue;
        // A comment takes no verdict back.
        if (state != "COMMENT"_L1 || !last.contains(who))
            last.insert(who, state);
    }
    const QStringList states = last.values();
    review.approvals = int(states.count("APPROVED"_L1));
    if (states.contains("REQUEST_CHANGES"_L1))
        review.verdict = Verdict::ChangesRequested;
    else if (review.approvals > 0)
        review.verdict = Verdict::Approved;
    else if (states.contains("COMMENT"_L1))
        review.verdict = Verdict::Commented;
    if (last.value(me) == "REQUEST_REVIEW"_L1)
        review.waitsForMe = !review.isMine;
    for (auto it = last.cbegin(); it != last.cend(); ++it) {
        if (it.value() == "REQUEST_REVIEW"_L1 && !review.reviewers.contains(it.key()))
            review.reviewers.append(it.key());
    }
}

namespace {

class Pull final {
public:
    Pull(Host &host, const sdk::HostApi &api, QString me, sdk::PullContext &context)
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
        const sdk::ReviewPace pace(m_before[paceKey], m_projects, m_context);
        const auto waiting = list({ u"review_requested"_s, u"true"_s }, mostOfMine);
        if (!waiting)
            return std::unexpected(waiting.error());
        QStringList marks;
        for (const QJsonValue served : *waiting)
            marks.append(sdk::idOf(served["id"_L1]) + u' ' + served["updated_at"_L1].toString());
        if (!pace.isDue(marks)) {
            m_context.bringOnlyChanges();
            return {};
        }
        if (const auto done = take(*waiting, true, true); !done)
            return done;
        if (const auto done = search({ u"created"_s, u"true"_s }, mostOfMine, true); !done)
            return done;
        QStringList owners;
        for (auto it = m_refs.cbegin(); it != m_refs.cend(); ++it) {
            if (const QString owner = it.key().section(u'/', 0, 0); !owners.contains(owner))
                owners.append(owner);
        }
        owners.sort();
        for (const QString &owner : owners.mid(0, mostOwners)) {
            // An owner that the server does not know is answered with 400 or 404.
            const auto done = search({ u"owner"_s, owner }, mostOfOwner, false);
            if (!done && !sdk::isAbsent(done.error()) && done.error().code != domain::ErrorCode::Invalid)
                return done;
        }
        const bool isBusy = std::ranges::any_of(m_after, [](const QJsonValue &known) { return known["running"_L1].toBool(); });
        m_after.insert(paceKey, pace.note(marks, isBusy));
        m_context.saveCursor(QJsonDocument(m_after).toJson(QJsonDocument::Compact));
        return {};
    }

private:
    sdk::Result<QJsonArray> list(const std::pair<QString, QString> &by, qsizetype most)
    {
        const sdk::HostAsk ask { .route = u"/repos/issues/search"_s,
            .query = { { u"type"_s, u"pulls"_s }, { u"state"_s, u"open"_s }, { u"limit"_s, u"50"_s }, by } };
        return m_api.list(ask, m_context, most);
    }

    sdk::Result<void> search(const std::pair<QString, QString> &by, qsizetype most, bool isPersonal)
    {
        const auto listed = list(by, most);
        return listed ? take(*listed, isPersonal, false) : std::unexpected(listed.error());
    }

    sdk::Result<void> take(const QJsonArray &listed, bool isPersonal, bool areAsked)
    {
        for (const QJsonValue value : listed) {
            const QJsonObject served = value.toObject();
            domain::Review review = readHit(served, m_me);
            if (review.id.isEmpty() || m_seen.contains(review.key()))
                continue;
            review.entityRefs = m_refs.value(review.project);
            review.waitsForMe = areAsked && !review.isMine;
            if (!isPersonal && review.entityRefs.isEmpty())
                continue;
            m_seen.insert(review.key());
            if (isPersonal) {
                if (const auto filled = fillIn(review, served["updated_at"_L1].toString()); !filled)
                    return filled;
            }
            m_context.put(review.toRecord());
        }
        return {};
    }

    /// Three more requests, for what concerns the person alone, and only where something changed or is under way.
    sdk::Result<void> fillIn(domain::Review &review, const QString &updated)
    {
        const QJsonObject before = m_before[review.key()].toObject();
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QDateTime asked = QDateTime::fromString(before["at"_L1].toString(), Qt::ISODate);
        const bool sameAsBefore = asked.isValid() && before["updated"_L1].toString() == updated && asked.secsTo(now) < detailsKeepSeconds
            && !before["running"_L1].toBool();
        if (sameAsBefore || m_details++ >= mostDetails) {
            if (!before.isEmpty()) {
                const domain::Review known = domain::Review::fromRecord({ QString(domain::recordtype::review), {}, {}, before["review"_L1].toObject() });
                const QStringList refs = review.entityRefs;
                review = known;
                review.entityRefs = refs;
                m_after.insert(review.key(), before);
            }
            return {};
        }
        if (const auto fetched = fetch(review); !fetched)
            return fetched;
        // It is not "mergeable" either while Gitea looks into it: told twice of one commit it is so.
        const QJsonValue known = before["review"_L1];
        review.conflictsUnsure = review.hasConflicts && !(known["hasConflicts"_L1].toBool() && known["commit"_L1].toString() == review.commit);
        const bool isRunning = review.checks == BuildState::Running || review.checks == BuildState::Queued || review.conflictsUnsure;
        m_after.insert(review.key(),
            QJsonObject { { u"at"_s, now.toString(Qt::ISODate) }, { u"updated"_s, updated }, { u"running"_s, isRunning },
                { u"review"_s, review.toRecord().body } });
        return {};
    }

    sdk::Result<void> fetch(domain::Review &review)
    {
        const QString route = repoRoute(review.project, u"/pulls/"_s + review.id);
        const auto pull = m_api.json({ .route = route }, m_context);
        if (!pull)
            return sdk::isAbsent(pull.error()) ? sdk::Result<void>() : std::unexpected(pull.error());
        readPull(review, pull->object(), m_me);
        const auto reviews = m_api.list({ .route = route + u"/reviews"_s, .query = { { u"limit"_s, u"50"_s } } }, m_context, 500);
        if (!reviews && !sdk::isAbsent(reviews.error()))
            return std::unexpected(reviews.error());
        if (reviews)
            readReviews(review, *reviews, m_me);
        if (review.commit.isEmpty())
            return {};
        const auto checks = m_api.json({ .route = repoRoute(review.project, u"/commits/"_s + sdk::pathPart(review.commit) + u"/status"_s) }, m_context);
        if (!checks)
            return sdk::isAbsent(checks.error()) ? sdk::Result<void>() : std::unexpected(checks.error());
        // Without any status the combined one says "pending", or nothing.
        if (!(*checks)["statuses"_L1].toArray().isEmpty())
            review.checks = sdk::stateIn(statusStates(), (*checks)["state"_L1].toString());
        return {};
    }

    const sdk::HostApi &m_api;
    QString m_me;
    sdk::PullContext &m_context;
    QHash<QString, QStringList> m_refs;
    QJsonObject m_before, m_after; ///< By key: the review as it was read, and when.
    std::vector<sdk::HostedProject> m_projects;
    QSet<QString> m_seen;
    int m_details = 0;
};

} // namespace

sdk::Result<void> Pulls::pull(sdk::PullContext &context)
{
    auto me = m_host.login(context);
    if (!me)
        return std::unexpected(me.error());
    return Pull(m_host, m_host.api(), std::move(*me), context).run();
}

} // namespace callboard::gitea
