// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/review.h"

#include "models/domain/jsonfields.h"

#include <array>

namespace callboard::domain {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array reviewStates { "open"_L1, "merged"_L1, "closed"_L1 };
constexpr std::array verdictNames { "none"_L1, "commented"_L1, "approved"_L1, "changes-requested"_L1 };

/// The value whose name it is; the first for a name of a newer version.
template <typename E, size_t N>
E named(const std::array<QLatin1StringView, N> &names, const QString &name)
{
    const auto found = std::ranges::find_if(names, [&name](QLatin1StringView known) { return name == known; });
    return found == names.end() ? E(0) : E(found - names.begin());
}

} // namespace

QString verdictName(Review::Verdict verdict) { return verdictNames.at(size_t(verdict)); }

QString Review::key() const
{
    return project + u'!' + id;
}

Record Review::toRecord() const
{
    return { QString(recordtype::review), key(), entityRefs.value(0),
        QJsonObject {
            { u"id"_s, id },
            { u"project"_s, project },
            { u"entityRefs"_s, QJsonArray::fromStringList(entityRefs) },
            { u"title"_s, title },
            { u"author"_s, author },
            { u"branch"_s, branch },
            { u"targetBranch"_s, targetBranch },
            { u"commit"_s, commit },
            { u"cloneUrl"_s, cloneUrl },
            { u"state"_s, QString(reviewStates.at(size_t(state))) },
            { u"isDraft"_s, isDraft },
            { u"isMine"_s, isMine },
            { u"waitsForMe"_s, waitsForMe },
            { u"verdict"_s, verdictName(verdict) },
            { u"reviewers"_s, QJsonArray::fromStringList(reviewers) },
            { u"approvals"_s, approvals },
            { u"checks"_s, buildStateName(checks) },
            { u"hasConflicts"_s, hasConflicts },
            { u"conflictsUnsure"_s, conflictsUnsure },
            { u"additions"_s, additions },
            { u"deletions"_s, deletions },
            { u"changedFiles"_s, changedFiles },
            { u"comments"_s, comments },
            { u"labels"_s, QJsonArray::fromStringList(labels) },
            { u"createdAt"_s, timeToJson(createdAt) },
            { u"updatedAt"_s, timeToJson(updatedAt) },
            { u"url"_s, url },
        } };
}

Review Review::fromRecord(const Record &record)
{
    const QJsonObject &body = record.body;
    Review review;
    review.id = body["id"_L1].toString();
    review.project = body["project"_L1].toString();
    review.entityRefs = stringsFromJson(body["entityRefs"_L1]);
    review.title = body["title"_L1].toString();
    review.author = body["author"_L1].toString();
    review.branch = body["branch"_L1].toString();
    review.targetBranch = body["targetBranch"_L1].toString();
    review.commit = body["commit"_L1].toString();
    review.cloneUrl = body["cloneUrl"_L1].toString();
    review.state = named<State>(reviewStates, body["state"_L1].toString());
    review.isDraft = body["isDraft"_L1].toBool();
    review.isMine = body["isMine"_L1].toBool();
    review.waitsForMe = body["waitsForMe"_L1].toBool();
    review.verdict = named<Verdict>(verdictNames, body["verdict"_L1].toString());
    review.reviewers = stringsFromJson(body["reviewers"_L1]);
    review.approvals = body["approvals"_L1].toInt();
    review.checks = buildStateFrom(body["checks"_L1].toString());
    review.hasConflicts = body["hasConflicts"_L1].toBool();
    review.conflictsUnsure = body["conflictsUnsure"_L1].toBool();
    review.additions = body["additions"_L1].toInt();
    review.deletions = body["deletions"_L1].toInt();
    review.changedFiles = body["changedFiles"_L1].toInt();
    review.comments = body["comments"_L1].toInt();
    review.labels = stringsFromJson(body["labels"_L1]);
    review.createdAt = timeFromJson(body["createdAt"_L1]);
    review.updatedAt = timeFromJson(body["updatedAt"_L1]);
    review.url = body["url"_L1].toString();
    return review;
}

} // namespace callboard::domain
