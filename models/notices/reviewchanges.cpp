// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/reviewchanges.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::notices {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(callboard::notices::ReviewChanges)
};

/// Of what is known, beside the stories: that one's own were looked at for what there is to mend. Of a version before that it is not there.
constexpr auto looksForMending = "mend"_L1;

/// Why there is a notice about a review.
struct Reason {
    QString thread; ///< Of all reasons of this kind: its notices are one line of the inbox, by what is before the last "|" of their ids.
    QString what;   ///< Empty where there is only one.
    QLatin1StringView topic;
    QString title;
    bool isUnsure = false; ///< Where it was told it stays so, and where it was not it is not told yet.

    /// Each reason comes and goes by itself.
    QString story() const { return what.isEmpty() ? thread : QString(thread + u'|' + what); }
};

std::vector<Reason> reasonsOf(const SeenReview &seen)
{
    const domain::Review &review = seen.review;
    std::vector<Reason> reasons;
    if (waitsForMe(review)) {
        const QString who = review.author.isEmpty() ? review.project : review.author;
        reasons.push_back({ u"review|%1|%2"_s.arg(seen.connectionId, review.key()), {}, topic::reviewAsked, Say::tr("%1 asks for your review: %2").arg(who, review.title) });
    }
    if (!review.isMine || review.state != domain::Review::State::Open || review.isDraft)
        return reasons;
    const QString thread = u"mend|%1|%2"_s.arg(seen.connectionId, review.key());
    if (domain::isBroken(review.checks))
        reasons.push_back({ thread, u"checks"_s, topic::reviewToMend, Say::tr("Checks fail: %1").arg(review.title) });
    if (review.verdict == domain::Review::Verdict::ChangesRequested)
        reasons.push_back({ thread, u"changes"_s, topic::reviewToMend, Say::tr("Changes are wanted: %1").arg(review.title) });
    if (review.hasConflicts || review.conflictsUnsure)
        reasons.push_back({ thread, u"conflicts"_s, topic::reviewToMend, Say::tr("It conflicts: %1").arg(review.title), review.conflictsUnsure });
    return reasons;
}

bool hasLookedForMending(const QJsonObject &known)
{
    const QStringList stories = known.keys();
    return std::ranges::any_of(stories, [](const QString &story) { return story == looksForMending || story.startsWith("mend|"_L1); });
}

Entry noticeOf(const SeenReview &seen, const Reason &reason, const QString &id, const QDateTime &now)
{
    const domain::Review &review = seen.review;
    domain::Notice notice;
    notice.id = id;
    notice.kind = u"review"_s;
    notice.topic = reason.topic;
    notice.title = reason.title;
    notice.description = review.key();
    if (review.additions > 0 || review.deletions > 0) { // Not every host tells.
        notice.description = Say::tr("%1 · +%2 −%3 in %n file(s)", nullptr, review.changedFiles)
                                 .arg(review.key(), QLocale().toString(review.additions), QLocale().toString(review.deletions));
    }
    notice.severity = u"normal"_s;
    notice.about = review.key();
    notice.link = review.url;
    notice.entityRef = review.entityRefs.value(0);
    notice.createdAt = review.updatedAt.isValid() && review.updatedAt < now ? review.updatedAt : now;
    return { {}, notice, true, seen.isStarred };
}

} // namespace

bool waitsForMe(const domain::Review &review)
{
    return review.waitsForMe && review.state == domain::Review::State::Open && !review.isDraft;
}

bool isToMend(const domain::Review &review)
{
    return review.isMine && (domain::isBroken(review.checks) || review.hasConflicts || review.verdict == domain::Review::Verdict::ChangesRequested);
}

Told reviewChanges(const QJsonValue &known, const std::vector<SeenReview> &reviews, const QDateTime &now)
{
    Told told;
    const QJsonObject before = known.toObject(); // Story: the id of the notice that tells of it.
    QJsonObject after { { looksForMending, true } };
    const bool isMendingNew = known.isObject() && !hasLookedForMending(before);
    for (const SeenReview &seen : reviews) {
        for (const Reason &reason : reasonsOf(seen)) {
            QString id = before[reason.story()].toString();
            if (id.isEmpty() && reason.isUnsure)
                continue;
            if (id.isEmpty()) {
                // Of this time: come anew it is another one.
                id = reason.thread + u'|' + QString::number(now.toMSecsSinceEpoch()) + reason.what;
                told.entries.push_back(noticeOf(seen, reason, id, now));
                // Checks end and branches conflict without a change of the review; at the first look nobody knows since when.
                if (known.isObject() && !isMendingNew && reason.topic == topic::reviewToMend)
                    told.entries.back().notice.createdAt = now;
                told.entries.back().stoodBefore = isMendingNew && reason.topic == topic::reviewToMend;
            }
            after.insert(reason.story(), id);
        }
    }
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (!after.contains(it.key()))
            told.gone.append(it.value().toString());
    }
    told.known = after;
    return told;
}

} // namespace callboard::notices
