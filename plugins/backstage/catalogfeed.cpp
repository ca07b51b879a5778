// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/catalogfeed.h"

#include "plugins/backstage/catalogdelta.h"

namespace callboard::backstage {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::ErrorCode;
using domain::fail;

namespace {

constexpr int defaultPage = 500;
const QString route = u"/api/catalog/entities/by-query"_s;
constexpr int smallestPage = 1;
constexpr int largestPage = 5000;
// What a comparison could miss (an etag that a provider wrote itself) is healed by this.
constexpr qint64 daysBetweenFull = 7;
// Longer than a backend takes to read a large catalog anew.
constexpr auto doubtFor = 15min;
constexpr size_t fewEntities = 10;
// Beyond these it is no catalog: a backend gone wrong, or one that means to fill the disk.
constexpr int mostBarrenPages = 50; ///< In a row, that bring nothing that was not there.
constexpr size_t mostEntities = 1'000'000;

int pageSize(const QJsonObject &settings)
{
    const QJsonValue value = settings.value("pageSize"_L1);
    const int wanted = value.isString() ? value.toString().toInt() : value.toInt(defaultPage);
    return wanted > 0 ? std::clamp(wanted, smallestPage, largestPage) : defaultPage;
}

sdk::Result<void> withoutEnd(const CatalogState &state) { return fail(ErrorCode::BadResponse, u"the portal's pages do not end"_s, state.backend); }

sdk::Result<void> cancelled() { return fail(ErrorCode::Cancelled, u"stopped"_s); }

/// Puts a page, tells what was left out, and keeps its marks.
void putPage(EntityPage page, CatalogState &state, KnownRefs &seen, sdk::PullContext &context)
{
    for (const QString &why : page.skipped)
        context.log(u"left out: %1"_s.arg(why));
    for (size_t i = 0; i < page.entities.size(); ++i) {
        const QString ref = page.entities[i].ref().canonical();
        // Pages by offsets overlap when the catalog changes between them.
        if (seen.contains(ref.toUtf8()))
            continue;
        state.entries.append(page.marks[i].uid, page.marks[i].etag, ref);
        seen.add(state.entries.size() - 1);
        context.put(std::move(page.entities[i]));
    }
}

/// The address of the next page in a Link header: the query of `<entities?…>; rel="next"`. Source: RFC 8288.
QString nextLink(const sdk::HttpResponse &answer)
{
    for (const QByteArray &link : answer.header("link").split(',')) {
        const qsizetype begin = link.indexOf('<');
        const qsizetype end = link.indexOf('>', begin);
        if (begin >= 0 && end > begin && link.mid(end).contains("rel=\"next\"")) {
            const qsizetype query = link.indexOf('?', begin);
            return query > 0 && query < end ? QString::fromLatin1(link.mid(query + 1, end - query - 1)) : QString();
        }
    }
    return {};
}

} // namespace

CatalogFeed::CatalogFeed(Portal &portal)
    : m_portal(portal)
{
}

sdk::Result<void> CatalogFeed::pull(sdk::PullContext &context)
{
    CatalogState fresh;
    const auto last = lastState(context, fresh);
    if (!last)
        return std::unexpected(last.error());
    const size_t before = last->entries.size();
    const bool isDue = !last->lastFull.isValid() || last->lastFull.daysTo(QDateTime::currentDateTimeUtc()) >= daysBetweenFull;
    if (before > 0 && !isDue) {
        const auto done = pullChanges(*last, context);
        if (!done)
            return std::unexpected(done.error());
        if (*done)
            return {};
    }
    return pullAll(std::move(fresh), before, context);
}

/// The state that the last completed pull left, if it is of this backend and this person; otherwise an empty one. `fresh` gets
/// the names of a new one.
sdk::Result<CatalogState> CatalogFeed::lastState(sdk::PullContext &context, CatalogState &fresh)
{
    const auto identity = m_portal.identity(context);
    if (!identity)
        return std::unexpected(identity.error());
    const auto address = m_portal.address(); // Known for certain by now, or never.
    if (!address)
        return std::unexpected(address.error());
    fresh.backend = address->text();
    fresh.principal = identity->who;
    const QByteArray cursor = context.cursor();
    if (cursor.isEmpty())
        return CatalogState {};
    auto saved = CatalogState::load(cursor);
    const bool same = saved && saved->backend == fresh.backend && saved->principal == fresh.principal;
    return same ? std::move(*saved) : CatalogState {};
}

sdk::Result<void> CatalogFeed::believe(size_t before, size_t now, sdk::PullContext &context)
{
    const bool lostMost = before > fewEntities && now < before / 2;
    if (now > 0 && !lostMost) {
        m_doubtedSince.reset();
        return {};
    }
    if (now == 0) {
        if (const auto ready = m_portal.ready(context); !ready)
            return ready;
    }
    if (before == 0)
        return {};
    const auto time = std::chrono::steady_clock::now();
    if (!m_doubtedSince)
        m_doubtedSince = time;
    if (time - *m_doubtedSince >= doubtFor)
        return {};
    return fail(ErrorCode::BadResponse,
        u"the portal serves %1 entities of %2; nothing is removed unless it stays so"_s.arg(now).arg(before),
        m_portal.address()->name());
}

sdk::Result<bool> CatalogFeed::pullChanges(CatalogState state, sdk::PullContext &context)
{
    const size_t before = state.entries.size();
    auto changes = CatalogDelta(m_portal, state, context).run();
    if (!changes)
        return std::unexpected(changes.error());
    if (!*changes)
        return false;
    if (const auto believed = believe(before, (*changes)->now.entries.size(), context); !believed)
        return std::unexpected(believed.error());
    context.bringOnlyChanges();
    for (domain::Entity &entity : (*changes)->entities)
        context.put(std::move(entity));
    for (const QString &ref : (*changes)->gone)
        context.remove(domain::recordtype::entity, ref);
    context.saveCursor((*changes)->now.save());
    return true;
}

sdk::Result<void> CatalogFeed::pullAll(CatalogState state, size_t before, sdk::PullContext &context)
{
    qint64 total = 0;
    {
        const auto counted = m_portal.answerTo({ .route = route, .query = { { u"limit"_s, u"0"_s } } }, context);
        if (!counted)
            return std::unexpected(counted.error());
        if (counted->status == 404)
            return pullAllByOffsets(std::move(state), before, context); // plugin-catalog-backend before 1.8.
        if (counted->status != 200)
            return std::unexpected(errorOf(*counted, *m_portal.address()));
        if (const auto page = readEntityPage(counted->body); page)
            total = page->total;
    }
    KnownRefs seen(state.entries);
    QByteArray cursor, lastUid;
    int limit = pageSize(m_portal.settings());
    int barren = 0;
    bool countless = true; ///< Whether the backend knows `totalItems=exclude`, which spares it the counting.
    for (;;) {
        if (context.stopRequested())
            return cancelled();
        HttpAsk ask { .route = route };
        ask.query.addQueryItem(u"limit"_s, QString::number(limit));
        if (countless)
            ask.query.addQueryItem(u"totalItems"_s, u"exclude"_s);
        if (!cursor.isEmpty())
            ask.query.addQueryItem(u"cursor"_s, QString::fromLatin1(QUrl::toPercentEncoding(QString::fromLatin1(cursor))));
        const auto answer = m_portal.answerTo(ask, context);
        if (!answer) {
            // Larger than a page may be: there are entities of megabytes, so ask for fewer at once.
            if (answer.error().code == ErrorCode::BadResponse && limit > smallestPage && !context.stopRequested()) {
                limit = std::max(smallestPage, limit / 4);
                continue;
            }
            return std::unexpected(answer.error());
        }
        if (answer->status == 400 && countless) {
            countless = false;
            continue;
        }
        if (answer->status != 200)
            return std::unexpected(errorOf(*answer, *m_portal.address()));
        auto page = readEntityPage(answer->body);
        if (!page)
            return std::unexpected(page.error());
        if (!page->nextCursor.isEmpty() && (page->nextCursor == cursor || page->items == 0))
            return withoutEnd(state);
        cursor = page->nextCursor;
        const size_t had = state.entries.size();
        putPage(std::move(*page), state, seen, context);
        barren = state.entries.size() == had ? barren + 1 : 0;
        if (barren >= mostBarrenPages || state.entries.size() > mostEntities)
            return withoutEnd(state); // In a circle of cursors, for one.
        context.progress(qint64(state.entries.size()), std::max(total, qint64(state.entries.size())), {});
        if (cursor.isEmpty())
            break;
    }
    if (const auto believed = believe(before, state.entries.size(), context); !believed)
        return believed;
    learnCursor(state, countless, context);
    state.lastFull = QDateTime::currentDateTimeUtc();
    context.saveCursor(state.save());
    return {};
}

/// From the second of two pages of one uid each: what a page says that was asked for by a cursor. Without it changes are found as long as
/// they are in the first page.
void CatalogFeed::learnCursor(CatalogState &state, bool countless, sdk::PullContext &context)
{
    if (state.entries.size() < 3)
        return;
    QByteArray cursor;
    for (int i = 0; i < 2; ++i) {
        HttpAsk ask { .route = route };
        ask.query.addQueryItem(u"limit"_s, u"1"_s);
        if (countless)
            ask.query.addQueryItem(u"totalItems"_s, u"exclude"_s);
        ask.query.addQueryItem(u"fields"_s, u"metadata.uid"_s);
        if (!cursor.isEmpty())
            ask.query.addQueryItem(u"cursor"_s, QString::fromLatin1(QUrl::toPercentEncoding(QString::fromLatin1(cursor))));
        const auto answer = m_portal.answerTo(ask, context);
        const auto page = answer && answer->status == 200 ? readEtagPage(answer->body) : domain::Result<EtagPage>(EtagPage {});
        if (!page || page->nextCursor.isEmpty())
            return;
        cursor = page->nextCursor;
    }
    state.learnCursor(cursor, state.entries.uid(1));
}

/// The older route. There is no telling what changed through it; but its whole answers carry ETags, which the host keeps.
sdk::Result<void> CatalogFeed::pullAllByOffsets(CatalogState state, size_t before, sdk::PullContext &context)
{
    KnownRefs seen(state.entries);
    int limit = pageSize(m_portal.settings());
    qsizetype offset = 0;
    QString next;
    for (;;) {
        if (context.stopRequested())
            return cancelled();
        HttpAsk ask { .route = u"/api/catalog/entities"_s, .remember = true };
        if (next.isEmpty()) {
            ask.query.addQueryItem(u"offset"_s, QString::number(offset));
            ask.query.addQueryItem(u"limit"_s, QString::number(limit));
        } else {
            ask.query.setQuery(next);
        }
        const auto answer = m_portal.send(ask, context);
        if (!answer)
            return std::unexpected(answer.error());
        auto page = readEntityPage(answer->body);
        if (!page)
            return std::unexpected(page.error());
        const qsizetype items = page->items;
        const size_t had = state.entries.size();
        putPage(std::move(*page), state, seen, context);
        if (state.entries.size() > mostEntities)
            return withoutEnd(state);
        context.progress(qint64(state.entries.size()), 0, {});
        offset += items;
        const QString link = nextLink(*answer);
        const bool isLast = items < limit && link.isEmpty();
        // A host that ignores the offset serves the same entities again for ever.
        if (isLast || items == 0 || state.entries.size() == had)
            break;
        next = link;
    }
    if (const auto believed = believe(before, state.entries.size(), context); !believed)
        return believed;
    // Without a time of the last full walk: the next one is full as well, but knows how many there were.
    context.saveCursor(state.save());
    return {};
}

} // namespace callboard::backstage
