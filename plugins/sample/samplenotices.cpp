// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sample/samplenotices.h"

#include <QTimeZone>

#include <array>

using namespace Qt::StringLiterals;

namespace callboard::sample {

using domain::BuildState;
using domain::Notice;
using domain::Review;

namespace {

struct Told {
    const char16_t *entity, *title, *text, *severity, *topic, *origin, *kind;
};

// One day's notices after the other, in this order for ever.
constexpr std::array told {
    Told { u"component:default/ledger-replay", u"Replay of 24 Nov waits for a second pair of eyes", u"11 legs differ by a cent after the change of the rounding. Nothing was posted.", u"high", u"operations", u"plugin:scaffolder", u"portal" },
    Told { u"component:default/payout-router", u"tobin.a mentioned you on !318", u"“Mira, does the bank still send the old field for Norway?”", u"normal", u"mention", u"host", u"host" },
    Told { u"system:default/settlement", u"Settlement freezes on 30 November, 18:00 to 22:00", u"The bank changes its certificate. Batches of the evening run afterwards.", u"high", u"announcements", u"plugin:announcements", u"portal" },
    Told { u"component:default/fx-rates", u"New release of web-kit: 7.2.0", u"Dates in Danish are right again.", u"low", u"releases", u"host", u"host" },
    Told { u"", u"Your template “Batch job” is done", u"batch-of-fees was created, with a repository and a pipeline.", u"normal", u"scaffolder", u"plugin:scaffolder", u"portal" },
    Told { u"component:default/settlement-batch", u"ines.v answered your question", u"“The file comes at 04:10 ship’s time, not UTC.”", u"normal", u"mention", u"host", u"host" },
    Told { u"component:default/ledger-worker", u"Queue of postings was long for 14 minutes", u"It is back to normal. Nobody was called.", u"normal", u"operations", u"plugin:alerts", u"portal" },
    Told { u"api:default/payout-rest", u"Version 2 of payout-rest ends in March", u"Two of your components still call it: ledger-worker and settlement-batch.", u"high", u"deprecations", u"plugin:tech-insights", u"portal" },
    Told { u"resource:default/bank-sftp", u"The key of bank-sftp ends in 12 days", u"Rotate it with the template “New key”, and tell the bank.", u"critical", u"security", u"plugin:tech-insights", u"portal" },
    Told { u"", u"Lunch talk: how the tide almanac is made", u"Thursday, 12:15, in the big cabin and on the radio.", u"low", u"announcements", u"plugin:announcements", u"portal" },
    Told { u"component:default/berth-planner", u"sefa.o assigned you to an issue", u"“Berths on the leap second”", u"normal", u"assign", u"host", u"host" },
};
constexpr std::array hours { std::pair(6, 50), std::pair(9, 5), std::pair(11, 40), std::pair(14, 20) };
constexpr int daysTold = 4;

struct Asked {
    const char16_t *project, *id, *title, *author, *branch;
    const char16_t *entity;
    bool mine, waits, draft, conflicts;
    Review::Verdict verdict;
    int approvals;
    BuildState checks;
    int additions, deletions, files, comments, hoursOld, hoursQuiet;
};

using V = Review::Verdict;
constexpr std::array asked {
    Asked { u"money/payout-router", u"318", u"Take Norway’s new account numbers", u"tobin.a", u"norway-accounts", u"component:default/payout-router", false, true, false, false, V::None, 0, BuildState::Passed, 214, 61, 9, 4, 30, 2 },
    Asked { u"money/ledger-worker", u"97", u"Retry a posting once before it goes to the side", u"ines.v", u"retry-once", u"component:default/ledger-worker", false, true, false, false, V::Commented, 0, BuildState::Running, 48, 12, 3, 2, 6, 1 },
    Asked { u"money/fx-rates", u"41", u"Keep yesterday’s rate where the bank is late", u"sefa.o", u"late-bank", u"component:default/fx-rates", false, true, false, true, V::None, 0, BuildState::Failed, 130, 8, 5, 0, 70, 20 },
    Asked { u"money/ledger-replay", u"55", u"Compare legs before balances", u"mira.k", u"compare-legs", u"component:default/ledger-replay", true, false, false, false, V::ChangesRequested, 0, BuildState::Failed, 88, 140, 7, 6, 26, 3 },
    Asked { u"money/settlement-batch", u"210", u"Name the file after the ship’s day", u"mira.k", u"ships-day", u"component:default/settlement-batch", true, false, false, false, V::Approved, 2, BuildState::Passed, 21, 19, 2, 3, 48, 5 },
    Asked { u"money/payout-router", u"320", u"Split the router by bank", u"mira.k", u"split-by-bank", u"component:default/payout-router", true, false, true, false, V::None, 0, BuildState::Passed, 902, 655, 41, 0, 12, 11 },
    Asked { u"passage/manifest-api", u"133", u"Say how many legs a ticket has", u"mira.k", u"legs-of-a-ticket", u"component:default/manifest-api", true, false, false, true, V::None, 0, BuildState::Waiting, 34, 2, 3, 1, 900, 700 },
    Asked { u"pricing/fare-engine", u"76", u"Round half to even, as the ledger does", u"jonas.w", u"half-even", u"component:default/fare-engine", false, true, false, false, V::Approved, 1, BuildState::Passed, 12, 12, 2, 8, 500, 410 },
    Asked { u"money/ledger-api", u"402", u"Bump the tide library", u"ravi.s", u"tide-lib", u"component:default/ledger-api", false, false, false, false, V::None, 0, BuildState::Passed, 2, 2, 1, 0, 3, 3 },
};

QString text(const char16_t *literal) { return QString::fromUtf16(literal); }

} // namespace

std::vector<Notice> sampleNotices(const QDateTime &now)
{
    std::vector<Notice> notices;
    const QDate today = now.toUTC().date();
    for (int daysAgo = 0; daysAgo < daysTold; ++daysAgo) {
        const QDate date = today.addDays(-daysAgo);
        for (size_t at = 0; at < hours.size(); ++at) {
            const Told &one = told[(size_t(date.toJulianDay()) * hours.size() + at) % told.size()];
            const QDateTime time(date, QTime(hours[at].first, hours[at].second), QTimeZone::UTC);
            if (time > now)
                continue;
            Notice notice;
            notice.id = u"quayline-%1-%2"_s.arg(date.toString(Qt::ISODate)).arg(at);
            notice.title = text(one.title);
            notice.description = text(one.text);
            notice.severity = text(one.severity);
            notice.topic = text(one.topic);
            notice.origin = text(one.origin);
            notice.kind = text(one.kind);
            notice.entityRef = text(one.entity);
            notice.toEverybody = notice.topic == "announcements"_L1;
            notice.createdAt = time;
            if (daysAgo >= 2)
                notice.readAt = time.addSecs(1800);
            if (daysAgo == 2 && at == 1)
                notice.savedAt = time.addSecs(1800);
            notices.push_back(std::move(notice));
        }
    }
    return notices;
}

std::vector<Review> sampleReviews(const QDateTime &now)
{
    // Of an hour: a review does not change by being read again.
    const QDateTime hour(now.toUTC().date(), QTime(now.toUTC().time().hour(), 0), QTimeZone::UTC);
    std::vector<Review> reviews;
    for (const Asked &one : asked) {
        Review review;
        review.id = text(one.id);
        review.project = text(one.project);
        review.entityRefs = { text(one.entity) };
        review.title = text(one.title);
        review.author = text(one.author);
        review.branch = text(one.branch);
        review.targetBranch = u"main"_s;
        review.commit = u"%1"_s.arg(qHash(review.project + review.id, 7), 40, 16, QChar(u'0'));
        review.isDraft = one.draft;
        review.isMine = one.mine;
        review.waitsForMe = one.waits;
        review.verdict = one.verdict;
        review.reviewers = one.mine ? QStringList { u"tobin.a"_s, u"ines.v"_s } : QStringList { u"mira.k"_s };
        review.approvals = one.approvals;
        review.checks = one.checks;
        review.hasConflicts = one.conflicts;
        review.additions = one.additions;
        review.deletions = one.deletions;
        review.changedFiles = one.files;
        review.comments = one.comments;
        review.createdAt = hour.addSecs(-3600LL * one.hoursOld);
        review.updatedAt = hour.addSecs(-3600LL * one.hoursQuiet);
        review.url = u"https://git.quayline.example/%1/-/merge_requests/%2"_s.arg(review.project, review.id);
        reviews.push_back(std::move(review));
    }
    return reviews;
}

} // namespace callboard::sample
