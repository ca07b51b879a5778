// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/catalogdelta.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace callboard::backstage {

using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

// More than this is not "some changes": walking the whole costs no more, and needs no memory for it.
constexpr size_t mostChanges = 2000;
constexpr size_t mostRunsOfPage = 12;
// The body limit of a backend is 100 kB (express.json), for the refs of one request.
constexpr qsizetype mostRefBytes = 90'000;
constexpr size_t mostRefs = 500;
// A 304 of a real backend has some 700 bytes of headers, an entity some 180 of a compressed page, an etag some 25: so a block of this
// many costs less than a hundredth of them when it is unchanged, and each of its pages that did change a hundredth of them in etags.
// Before the last block there are larger pages instead of heads, see below: one unchanged costs a hundred and fortieth of them.
constexpr size_t mostOfBlock = 1000;
constexpr size_t mostOfPage = 250;
constexpr size_t mostOfLargePage = 500;

} // namespace

CatalogDelta::CatalogDelta(Portal &portal, const CatalogState &before, sdk::PullContext &context)
    : m_portal(portal)
    , m_before(before)
    , m_context(context)
    , m_byEtag(before.entries.etags().sorted())
{
    m_isCountless = !before.cursorsCount();
}

sdk::Result<std::optional<CatalogChanges>> CatalogDelta::run()
{
    if (m_before.entries.empty() || !m_before.isComparable())
        return std::nullopt;
    while (!m_atEnd) {
        if (m_context.stopRequested())
            return domain::fail(ErrorCode::Cancelled, u"stopped"_s);
        const auto compared = compareBlock();
        if (!compared)
            return std::unexpected(compared.error());
        if (!*compared)
            return std::nullopt;
        m_context.progress(qint64(m_next), qint64(m_before.entries.size()), {});
    }
    const auto fetched = fetchInPlace();
    if (!fetched)
        return std::unexpected(fetched.error());
    if (!*fetched || !finish())
        return std::nullopt;
    return std::move(m_changes);
}

/// True: goes on. False: the state and the backend do not go together. A large page whose body nobody wants (HEAD, RFC 9110 section
/// 9.3.2) tells whether anything in it changed; only then small ones are asked for what it was. Only of the last block: a backend's
/// specification has no HEAD, so that its `limit` stays text there, and one more than "1000" is "10001" of them. Source: createRouter and
/// queryEntities; seen in plugin-catalog-backend 1.13.3, and in 4.0.0 it is written likewise.
sdk::Result<bool> CatalogDelta::compareBlock()
{
    if (m_before.entries.size() - m_next > mostOfBlock)
        return comparePage(mostOfLargePage);
    const size_t end = m_next + mostOfBlock;
    if (m_mayAskForHeads && m_before.entries.size() - m_next > mostOfPage) {
        const auto head = askPage("HEAD", mostOfBlock);
        if (!head)
            return std::unexpected(head.error());
        // An older backend overlooks here that it shall not count, and says the same with its count.
        const bool isSameCounted = head->status == 200 && !head->header("etag").isEmpty()
            && head->header("etag") == m_before.expectedEtag(m_next, mostOfBlock, m_before.entries.size());
        if (isSameCounted)
            m_isCountless = false;
        if (head->status == 304 || isSameCounted) {
            keepPage(mostOfBlock);
            return true;
        }
        m_mayAskForHeads = head->status == 200; // A proxy may not let it through.
    }
    for (;;) {
        const auto compared = comparePage(mostOfPage);
        if (!compared || !*compared || m_atEnd || m_next >= end)
            return compared;
    }
}

void CatalogDelta::keepPage(size_t limit)
{
    const size_t left = m_before.entries.size() - m_next;
    for (size_t i = 0; i < std::min(limit, left); ++i)
        keep(m_next + i);
    m_next += std::min(limit, left);
    m_atEnd = left <= limit;
}

/// As `compareBlock`.
sdk::Result<bool> CatalogDelta::comparePage(size_t limit)
{
    if (m_context.stopRequested())
        return domain::fail(ErrorCode::Cancelled, u"stopped"_s);
    if (m_next > 0 && !m_before.knowsCursors())
        return false;
    const auto answer = askPage("GET", limit);
    if (!answer)
        return std::unexpected(answer.error());
    if (answer->status == 304) {
        keepPage(limit);
        return true;
    }
    if (answer->status == 400 || answer->status == 404)
        return false;
    if (answer->status != 200)
        return std::unexpected(errorOf(*answer, *m_portal.address()));
    const auto page = readEtagPage(answer->body);
    if (!page)
        return std::unexpected(page.error());
    return takePage(*page);
}

sdk::Result<sdk::HttpResponse> CatalogDelta::askPage(const QByteArray &method, size_t limit)
{
    auto answer = askPageOnce(method, limit);
    if (answer && answer->status == 400 && std::exchange(m_isCountless, false))
        answer = askPageOnce(method, limit);
    return answer;
}

sdk::Result<sdk::HttpResponse> CatalogDelta::askPageOnce(const QByteArray &method, size_t limit)
{
    HttpAsk ask { .method = method, .route = u"/api/catalog/entities/by-query"_s };
    ask.query.addQueryItem(u"limit"_s, QString::number(limit));
    if (m_isCountless)
        ask.query.addQueryItem(u"totalItems"_s, u"exclude"_s);
    ask.query.addQueryItem(u"fields"_s, u"metadata.etag"_s);
    addCursor(ask);
    // What a page holds depends on what follows the cursor, not on which entity the cursor names.
    const QByteArray expected = m_before.expectedEtag(m_next, limit, m_isCountless ? 0 : m_before.entries.size());
    if (!expected.isEmpty())
        ask.headers.emplace_back("if-none-match", expected);
    return m_portal.answerTo(ask, m_context);
}

/// The page behind what is known to be there now.
void CatalogDelta::addCursor(HttpAsk &ask) const
{
    if (m_now.empty() && !m_before.cursorsCount())
        return;
    const QString cursor = QString::fromLatin1(m_before.cursorBehind(m_now.empty() ? QByteArray() : lastUid()));
    ask.query.addQueryItem(u"cursor"_s, QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
}

/// Lays a page that changed beside the entries: what is known by its etag stands still, what is between may have changed.
sdk::Result<bool> CatalogDelta::takePage(const EtagPage &page)
{
    std::vector<Run> runs;
    std::vector<size_t> anchors; ///< Entries, in order; run i lies before anchor i.
    Run run { m_next, m_next, {}, false };
    for (const QByteArray &etag : page.etags) {
        const auto known = m_before.entries.etags().find(m_byEtag, etag);
        if (!known) {
            if (etag.isEmpty())
                return false;
            run.etags.push_back(etag);
            continue;
        }
        if (*known < run.firstEntry)
            return false; // Out of order: the backend does not page as it did.
        run.lastEntry = *known;
        runs.push_back(std::exchange(run, { *known + 1, *known + 1, {}, false }));
        anchors.push_back(*known);
    }
    m_atEnd = page.nextCursor.isEmpty();
    if (page.etags.empty() && !m_atEnd)
        return false;
    run.isAtEnd = true;
    run.lastEntry = m_atEnd ? m_before.entries.size() : run.firstEntry;
    m_unknown += page.etags.size() - anchors.size();
    if (m_unknown > mostChanges)
        return false;
    const auto changed = std::ranges::count_if(runs, [](const Run &r) { return !r.etags.empty(); });
    if (size_t(changed) > std::max(mostRunsOfPage, page.etags.size() / 4))
        return false;
    for (size_t i = 0; i < runs.size(); ++i) {
        const auto taken = takeRun(runs[i]);
        if (!taken || !*taken)
            return taken;
        keep(anchors[i]);
    }
    m_next = run.firstEntry;
    if (run.etags.empty()) {
        m_next = m_atEnd ? m_before.entries.size() : run.firstEntry;
        return true;
    }
    const auto taken = takeRun(run);
    if (!taken || !*taken)
        return taken;
    // Where the page ended with what is not known, its last uid tells how far among the entries it reached.
    while (m_next < m_before.entries.size() && m_before.entries.uid(m_next) <= lastUid())
        ++m_next;
    if (m_atEnd)
        m_next = m_before.entries.size();
    return true;
}

sdk::Result<bool> CatalogDelta::takeRun(const Run &run)
{
    if (run.etags.empty())
        return true;
    if (run.etags.size() == run.lastEntry - run.firstEntry) {
        m_inPlace.push_back(run);
        // They keep their places until their bodies are here.
        for (size_t i = run.firstEntry; i < run.lastEntry; ++i)
            keep(i);
        return true;
    }
    return fetchRun(run);
}

/// The entities themselves: as many as the run has, from where it begins.
sdk::Result<bool> CatalogDelta::fetchRun(const Run &run)
{
    if (!m_now.empty() && !m_before.knowsCursors())
        return false;
    HttpAsk ask { .route = u"/api/catalog/entities/by-query"_s };
    ask.query.addQueryItem(u"limit"_s, QString::number(run.etags.size()));
    if (m_isCountless)
        ask.query.addQueryItem(u"totalItems"_s, u"exclude"_s);
    addCursor(ask);
    const auto answer = m_portal.send(ask, m_context);
    if (!answer)
        return std::unexpected(answer.error());
    auto page = readEntityPage(answer->body);
    if (!page)
        return std::unexpected(page.error());
    if (!page->skipped.isEmpty())
        return false;
    for (size_t i = 0; i < page->entities.size(); ++i) {
        const EntityPage::Mark &mark = page->marks[i];
        const bool ascends = m_now.empty() || mark.uid > lastUid();
        if (!ascends)
            return false;
        // The catalog moved on between the two requests: the next sync sees the rest.
        const bool reachesNext = run.lastEntry < m_before.entries.size() && !run.isAtEnd && mark.uid >= m_before.entries.uid(run.lastEntry);
        if (reachesNext)
            break;
        take(std::move(page->entities[i]), mark);
    }
    return !m_now.empty();
}

/// What has as many entities as before, by refs in blocks.
sdk::Result<bool> CatalogDelta::fetchInPlace()
{
    QHash<QString, size_t> places; ///< Ref to its place in m_now.
    QStringList refs;
    for (const Run &run : m_inPlace) {
        for (size_t i = run.firstEntry; i < run.lastEntry; ++i)
            refs.append(m_before.entries.ref(i));
    }
    if (refs.isEmpty())
        return true;
    for (size_t i = 0; i < m_now.size(); ++i)
        places.insert(m_now.ref(i), i);
    for (qsizetype begin = 0; begin < refs.size();) {
        QStringList block;
        qsizetype bytes = 0;
        while (begin < refs.size() && size_t(block.size()) < mostRefs && bytes < mostRefBytes) {
            bytes += refs[begin].toUtf8().size() + 3;
            block.append(refs[begin++]);
        }
        const QJsonObject body { { u"entityRefs"_s, QJsonArray::fromStringList(block) } };
        HttpAsk ask { .method = "POST", .route = u"/api/catalog/entities/by-refs"_s,
            .body = QJsonDocument(body).toJson(QJsonDocument::Compact) };
        const auto answer = m_portal.answerTo(ask, m_context);
        if (!answer)
            return std::unexpected(answer.error());
        if (answer->status == 404)
            return false; // plugin-catalog-backend before 1.6.
        if (answer->status != 200)
            return std::unexpected(errorOf(*answer, *m_portal.address()));
        auto found = readEntitiesByRefs(answer->body);
        if (!found)
            return std::unexpected(found.error());
        if (found->size() != size_t(block.size()))
            return false;
        for (qsizetype i = 0; i < block.size(); ++i) {
            auto &entity = (*found)[size_t(i)];
            const size_t place = places.value(block[i]);
            // Another one is in its place, or it was made anew: rare enough to walk the whole.
            if (!entity || entity->second.uid != m_now.uid(place) || entity->first.ref().canonical() != block[i])
                return false;
            m_now.setEtag(place, entity->second.etag);
            m_brought.push_back(std::move(entity->first));
        }
    }
    return true;
}

void CatalogDelta::take(domain::Entity entity, const EntityPage::Mark &mark)
{
    m_now.append(mark.uid, mark.etag, entity.ref().canonical());
    m_brought.push_back(std::move(entity));
}

bool CatalogDelta::finish()
{
    std::vector<QByteArrayView> there;
    there.reserve(m_now.size());
    for (size_t i = 0; i < m_now.size(); ++i)
        there.push_back(m_now.refUtf8(i));
    std::ranges::sort(there);
    if (std::ranges::adjacent_find(there) != there.end())
        return false; // One ref twice: the catalog changed while it was compared.
    for (size_t i = 0; i < m_before.entries.size(); ++i) {
        if (!std::ranges::binary_search(there, m_before.entries.refUtf8(i)))
            m_changes.gone.append(m_before.entries.ref(i));
    }
    m_changes.now = m_before;
    m_changes.now.entries = std::move(m_now);
    m_changes.entities = std::move(m_brought);
    return true;
}

} // namespace callboard::backstage
