// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/reviewchanges.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace callboard::notices {

namespace {

struct Say {
    Q_DECLARE_TR_FUNCTIONS(callboard::notices::ReviewChanges)
};

QString storyOf(const SeenReview &seen)
{
    return u"review|%1|%2"_s.arg(seen.connectionId, seen.review.key());
}

Entry askedFor(const SeenReview &seen, const QString &id, const QDateTime &now)
{
    const domain::Review &review = seen.review;
    domain::Notice notice;
    notice.id = id;
    notice.kind = u"review"_s;
    notice.topic = topic::reviewAsked;
    notice.title = Say::tr("%1 asks for your review: %2").arg(review.author.isEmpty() ? review.project : review.author, review.title);
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

Told reviewChanges(const QJsonValue &known, const std::vector<SeenReview> &reviews, const QDateTime &now)
{
    Told told;
    const QJsonObject before = known.toObject(); // Story: the id of the notice that tells of it.
    QJsonObject after;
    for (const SeenReview &seen : reviews) {
        if (!waitsForMe(seen.review))
            continue;
        const QString story = storyOf(seen);
        QString id = before[story].toString();
        if (id.isEmpty()) {
            // Of this wait: asked for anew it is another one.
            id = story + u'|' + QString::number(now.toMSecsSinceEpoch());
            told.entries.push_back(askedFor(seen, id, now));
        }
        after.insert(story, id);
    }
    for (auto it = before.begin(); it != before.end(); ++it) {
        if (!after.contains(it.key()))
            told.gone.append(it.value().toString());
    }
    told.known = after;
    return told;
}

} // namespace callboard::notices
