// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insights/usageshare.h"

#include <QTimeZone>

namespace callboard::insights {

using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

constexpr size_t eventsInBatch = 20; // As the portal's own pages send them.
constexpr int rowsLookedAt = 5000;   // For one batch: then the note moves on.
constexpr qint64 notShared = -1;
constexpr int tooLarge = 413;

struct Batch {
    std::vector<UsageEvent> events;
    qint64 upTo = 0; ///< All rows up to this one were looked at.
};

domain::Result<Batch> nextBatch(const UsageLog &log, const ShareChoice &choice, qint64 after, size_t most, const QDateTime &now)
{
    Batch batch { {}, after };
    std::stop_source full;
    int looked = 0;
    const auto read = log.forEach([&](const KeptUse &row) {
        const MayGo may = mayBeShared(row.event, choice, now);
        if (may == MayGo::Later) {
            full.request_stop();
            return;
        }
        batch.upTo = row.id;
        if (may == MayGo::Now)
            batch.events.push_back(row.event);
        if (batch.events.size() >= most || ++looked >= rowsLookedAt)
            full.request_stop();
    }, after, full.get_token());
    if (!read && !full.stop_requested())
        return std::unexpected(read.error());
    return batch;
}

bool isOfChoice(const UsageEvent &event, const ShareChoice &choice)
{
    switch (event.deed) {
    case UsageDeed::Searched: return choice.searches && event.at >= choice.searchesSince && !event.what.isEmpty();
    case UsageDeed::OpenedEntity:
    case UsageDeed::OpenedDoc:
    case UsageDeed::RanTemplate: return !event.about.isEmpty() && choice.isOfConnection && choice.isOfConnection(event.about);
    case UsageDeed::OpenedPane:
    case UsageDeed::RanAction:
    case UsageDeed::ActedOn: break;
    }
    return false;
}

} // namespace

MayGo mayBeShared(const UsageEvent &event, const ShareChoice &choice, const QDateTime &now)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(event.at, QTimeZone::UTC);
    const QDate today = now.toUTC().date();
    if (at > now.addDuration(longestAhead) || at.date() < QDate(today.year(), today.month(), 1) || !isOfChoice(event, choice))
        return MayGo::Never;
    return at > now ? MayGo::Later : MayGo::Now;
}

domain::Result<void> beginSharing(UsageLog &log, const QString &connectionId)
{
    log.flush(); // What is recorded already has its number then.
    if (const auto failure = log.failure())
        return std::unexpected(*failure);
    if (isSharing(log, connectionId))
        return {};
    log.setSharedUpTo(connectionId, log.newest());
    auto kept = log.keepShared(connectionId);
    if (!kept)
        log.setSharedUpTo(connectionId, notShared);
    return kept;
}

void endSharing(UsageLog &log, const QString &connectionId) { log.setSharedUpTo(connectionId, notShared); }

bool isSharing(const UsageLog &log, const QString &connectionId) { return log.sharedUpTo(connectionId) != notShared; }

domain::Result<WaitingUse> waitingUse(const UsageLog &log, const ShareChoice &choice, qint64 most, const QDateTime &now, const std::stop_token &stop)
{
    WaitingUse waiting;
    const qint64 from = log.sharedUpTo(choice.connectionId);
    if (from == notShared)
        return waiting;
    bool isHeld = false;
    const auto read = log.forEach([&](const KeptUse &row) {
        const MayGo may = mayBeShared(row.event, choice, now);
        isHeld = isHeld || may == MayGo::Later;
        if (isHeld || may == MayGo::Never)
            return;
        if (qint64(waiting.events.size()) < most)
            waiting.events.push_back(row.event);
        else
            ++waiting.more;
    }, from, stop);
    if (!read)
        return std::unexpected(read.error());
    return waiting;
}

domain::Result<ShareReport> shareUsage(
    UsageLog &log, const ShareChoice &choice, const HandOver &handOver, const QDateTime &now, const std::stop_token &stop)
{
    ShareReport report;
    size_t most = eventsInBatch;
    while (true) {
        if (stop.stop_requested())
            return domain::fail(ErrorCode::Cancelled, u"stopped"_s);
        const UsageLog::SharedMark from = log.sharedMark(choice.connectionId);
        if (from.id == notShared)
            return report;
        const quint64 epoch = log.epoch();
        const auto batch = nextBatch(log, choice, from.id, most, now);
        if (!batch)
            return std::unexpected(batch.error());
        if (batch->upTo == from.id)
            return report;
        // Noted before it goes; where sharing was ended meanwhile, it does not.
        if (!log.moveShared(choice.connectionId, from, batch->upTo))
            continue;
        if (batch->events.empty())
            continue;
        // Of what was ended meanwhile, and maybe begun again, nothing is taken back: it does not go any more.
        const UsageLog::SharedMark noted { batch->upTo, from.turn };
        const auto takeBack = [&] { log.moveShared(choice.connectionId, noted, from.id); };
        if (const auto kept = log.keepShared(choice.connectionId, stop); !kept) {
            takeBack();
            return std::unexpected(kept.error());
        }
        // What was erased since it was read does not go.
        if (log.epoch() != epoch) {
            takeBack();
            continue;
        }
        if (log.sharedMark(choice.connectionId) != noted)
            continue;
        const qint64 count = qint64(batch->events.size());
        const auto handed = handOver(batch->events);
        if (!handed && handed.error().httpStatus == tooLarge && count == 1) {
            ++report.refused; // It would hold up all others for ever.
            continue;
        }
        if (!handed) {
            takeBack();
            if (handed.error().httpStatus != tooLarge)
                return std::unexpected(handed.error());
            most = std::max<size_t>(size_t(count) / 2, 1);
            continue;
        }
        (*handed == Handed::Taken ? report.taken : report.unsure) += count;
        if (*handed == Handed::Unsure)
            return report;
    }
}

} // namespace callboard::insights
