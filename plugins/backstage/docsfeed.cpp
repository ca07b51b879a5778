// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/docsfeed.h"

#include "models/domain/docs.h"

#include <QJsonDocument>
#include <QUrl>

namespace callboard::backstage {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using domain::ErrorCode;
using domain::fail;
namespace recordtype = domain::recordtype;

namespace {

constexpr auto refAnnotation = "backstage.io/techdocs-ref"_L1;
constexpr auto entityAnnotation = "backstage.io/techdocs-entity"_L1;
constexpr auto entityPathAnnotation = "backstage.io/techdocs-entity-path"_L1;
// A site whose pages are turned is not asked after at each of them.
constexpr auto checkRest = 60s;
// A builder may be quiet for a while over a large site.
constexpr auto longestSilence = 180s;
constexpr qint64 largestFile = 32 << 20;

/// "default/component/ledger": how the plugin's routes name an entity, in lower case as its storage does.
QString tripletOf(const QString &ref)
{
    const auto parsed = domain::EntityRef::parse(ref);
    return parsed ? (parsed->ns + u'/' + parsed->kind + u'/' + parsed->name).toLower() : QString();
}

/// With these it makes no sense to ask for the next site.
bool endsThePull(const domain::Error &error)
{
    switch (error.code) {
    case ErrorCode::Cancelled:
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::Tls:
    case ErrorCode::Unauthorised:
    case ErrorCode::RateLimited:
        return true;
    default:
        return false;
    }
}

int pagesIn(const QHash<QString, QString> &files)
{
    return int(std::count_if(files.keyBegin(), files.keyEnd(), isPage));
}

QString staticRoute(const QString &triplet, const QString &file)
{
    return u"/api/techdocs/static/docs/"_s + triplet + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(file, "/"));
}

} // namespace

DocsFeed::DocsFeed(Portal &portal)
    : m_portal(portal)
{
}

sdk::Result<void> DocsFeed::pull(sdk::PullContext &context)
{
    context.bringOnlyChanges();
    m_state = DocsState::fromBytes(context.cursor());
    m_served.clear();
    listSites(context.entities(), context);
    QSet<QString> done;
    for (;;) {
        if (const auto served = serveWaiting(context); !served)
            return served;
        const auto asked = context.entities();
        const auto next = std::ranges::find_if(asked, [&](const sdk::AskedEntity &entity) {
            return (entity.keep || !entity.pages.isEmpty()) && m_state.sites.contains(entity.ref)
                && m_state.sites[entity.ref].alias.isEmpty() && !done.contains(entity.ref);
        });
        if (next == asked.end())
            break;
        done.insert(next->ref);
        context.progress(qint64(done.size()), 0, next->ref);
        const auto pulled = pullSite(*next, context);
        if (pulled)
            continue;
        if (endsThePull(pulled.error()))
            return pulled;
        context.log(u"%1: %2"_s.arg(next->ref, pulled.error().detail));
    }
    context.saveCursor(m_state.toBytes());
    return {};
}

// All that there is to read is listed, whether it is here or not; what it is called comes with its first page.
void DocsFeed::listSites(const std::vector<sdk::AskedEntity> &asked, sdk::PullContext &context)
{
    QSet<QString> there;
    for (const sdk::AskedEntity &entity : asked) {
        const QString target = entity.annotations[entityAnnotation].toString();
        const bool own = entity.annotations.contains(refAnnotation);
        if ((!own && target.isEmpty()) || tripletOf(entity.ref).isEmpty())
            continue;
        there.insert(entity.ref);
        if (!target.isEmpty()) {
            listAlias(entity, target, context);
            continue;
        }
        if (auto &site = m_state.sites[entity.ref]; !site.alias.isEmpty())
            site = {};
        // What was forgotten for room is fetched anew when somebody wants it.
        DocsState::Site &site = m_state.sites[entity.ref];
        if (entity.docPages < pagesIn(site.files)) {
            site.files.clear();
            site.whole = false;
        }
        if (site.build.isEmpty() && site.files.isEmpty()) {
            site.build = u"listed"_s;
            putSite(entity.ref, {}, false, context);
        }
    }
    for (const QString &ref : m_state.sites.keys()) {
        if (there.contains(ref))
            continue;
        context.remove(QString(recordtype::docSite), ref);
        m_state.sites.remove(ref);
    }
}

void DocsFeed::listAlias(const sdk::AskedEntity &asked, const QString &target, sdk::PullContext &context)
{
    const auto other = domain::EntityRef::parse(target);
    if (!other)
        return;
    const QString path = asked.annotations[entityPathAnnotation].toString();
    DocsState::Site &site = m_state.sites[asked.ref];
    const QString alias = other->canonical() + u'#' + path;
    if (site.alias == alias)
        return;
    site = {};
    site.alias = alias;
    domain::DocSite record;
    record.entityRef = asked.ref;
    record.flavour = u"techdocs"_s;
    record.aliasOf = other->canonical();
    record.aliasPath = path.startsWith(u'/') ? path.sliced(1) : path;
    context.put(record.toRecord());
}

/// Pages that somebody has before their eyes, or would like to: one request each, before all else.
sdk::Result<void> DocsFeed::serveWaiting(sdk::PullContext &context)
{
    for (const sdk::AskedEntity &entity : context.entities()) {
        if (entity.pages.isEmpty())
            break; // They come first.
        if (!m_state.sites.contains(entity.ref))
            continue;
        for (const QString &path : entity.pages) {
            const QString file = fileOfPage(path);
            const QString key = domain::docKey(entity.ref, file);
            if (m_served.contains(key) || !isPage(file))
                continue;
            m_served.insert(key);
            const auto fetched = fetch(entity.ref, file, context);
            if (!fetched && endsThePull(fetched.error()))
                return std::unexpected(fetched.error());
        }
    }
    return {};
}

sdk::Result<void> DocsFeed::pullSite(const sdk::AskedEntity &asked, sdk::PullContext &context)
{
    const QString &ref = asked.ref;
    const auto now = std::chrono::steady_clock::now();
    const auto checked = m_checked.constFind(ref);
    if (m_state.sites[ref].whole && checked != m_checked.cend() && now - *checked < checkRest)
        return {};
    auto synced = sync(ref, context);
    if (!synced && endsThePull(synced.error()))
        return std::unexpected(synced.error());
    const auto metadata = metadataOf(ref, context);
    if (!metadata)
        return std::unexpected(metadata.error());
    // A builder that failed leaves the last build where it is, or nothing.
    if (!*metadata)
        return synced ? fail(ErrorCode::NotFound, u"the portal has not built this documentation"_s) : std::unexpected(synced.error());
    m_checked.insert(ref, now);
    const DocsState::Site &site = m_state.sites[ref];
    if (site.whole && site.build == (*metadata)->build)
        return {};
    return fetchAll(ref, **metadata, context);
}

sdk::Result<std::optional<DocsMetadata>> DocsFeed::metadataOf(const QString &ref, sdk::PullContext &context)
{
    const auto answer = m_portal.answerTo({ .route = u"/api/techdocs/metadata/techdocs/"_s + tripletOf(ref) }, context);
    if (!answer)
        return std::unexpected(answer.error());
    if (answer->status == 404)
        return std::nullopt;
    if (answer->status != 200)
        return std::unexpected(errorOf(*answer, *m_portal.address()));
    auto metadata = readDocsMetadata(answer->body);
    if (!metadata)
        return std::unexpected(metadata.error());
    if (!metadata->files.isEmpty())
        return *metadata;
    const auto index = m_portal.answerTo({ .route = staticRoute(m_exact.value(ref, tripletOf(ref)), u"search/search_index.json"_s) }, context);
    if (!index)
        return std::unexpected(index.error());
    metadata->files = index->status == 200 ? pagesInSearchIndex(index->body) : QStringList { u"index.html"_s };
    return *metadata;
}

/// Has the portal build the site anew where its sources have changed. Whether it did.
sdk::Result<bool> DocsFeed::sync(const QString &ref, sdk::PullContext &context)
{
    bool updated = false;
    bool finished = false;
    QString failure;
    DocsEvents events([&](const QByteArray &event, const QByteArray &data) {
        if (event == "finish") {
            finished = true;
            updated = QJsonDocument::fromJson(data).object()["updated"_L1].toBool();
        } else if (event == "error") {
            finished = true;
            failure = withoutColours(data);
        } else if (event == "log") {
            context.progress(0, 0, ref + u": "_s + withoutColours(data));
        }
    });
    const auto answer = m_portal.stream({ .route = u"/api/techdocs/sync/"_s + tripletOf(ref), .headers = { { "accept", "text/event-stream" } } },
        [&](QByteArrayView piece) {
            events.feed(piece);
            return !finished && !context.stopRequested();
        }, longestSilence, context);
    if (!answer)
        return std::unexpected(answer.error());
    if (context.stopRequested())
        return fail(ErrorCode::Cancelled, u"stopped"_s);
    if (answer->status != 200)
        return std::unexpected(errorOf(*answer, *m_portal.address()));
    if (!failure.isEmpty())
        return fail(ErrorCode::BadResponse, u"the portal could not build it: "_s + failure.left(500));
    return updated;
}

sdk::Result<void> DocsFeed::fetchAll(const QString &ref, const DocsMetadata &metadata, sdk::PullContext &context)
{
    const auto first = findCase(ref, metadata, context);
    if (!first)
        return std::unexpected(first.error());
    bool complete = true;
    const QSet<QString> there(metadata.files.begin(), metadata.files.end());
    for (qsizetype i = 0; i < metadata.files.size(); ++i) {
        if (context.stopRequested())
            return fail(ErrorCode::Cancelled, u"stopped"_s);
        if (const auto served = serveWaiting(context); !served)
            return served;
        const auto fetched = i == 0 && *first ? sdk::Result<Fetched>(Fetched::Same) : fetch(ref, metadata.files[i], context);
        if (!fetched && endsThePull(fetched.error()))
            return std::unexpected(fetched.error());
        if (!fetched)
            context.log(u"%1: %2: %3"_s.arg(ref, metadata.files[i], fetched.error().detail));
        complete = complete && fetched && *fetched != Fetched::Missing;
        context.progress(i + 1, metadata.files.size(), ref);
    }
    DocsState::Site &site = m_state.sites[ref];
    for (const QString &file : site.files.keys()) {
        if (!there.contains(file))
            removeFile(ref, file, context);
    }
    site.whole = complete;
    site.build = metadata.build;
    putSite(ref, metadata, complete, context);
    return {};
}

// Portals with `techdocs.legacyUseCaseSensitiveTripletPaths` keep sites under the names as they are written.
sdk::Result<bool> DocsFeed::findCase(const QString &ref, const DocsMetadata &metadata, sdk::PullContext &context)
{
    if (metadata.files.isEmpty() || m_exact.contains(ref))
        return false;
    const auto first = fetch(ref, metadata.files.front(), context);
    if (!first)
        return endsThePull(first.error()) ? std::unexpected(first.error()) : sdk::Result<bool>(false);
    if (*first != Fetched::Missing)
        return true;
    const auto answer = m_portal.answerTo({ .route = u"/api/techdocs/metadata/entity/"_s + tripletOf(ref) }, context);
    if (!answer)
        return std::unexpected(answer.error());
    const auto entity = domain::Entity::fromJson(QJsonDocument::fromJson(answer->body).object()).ref();
    if (answer->status == 200 && entity.canonical() == ref)
        m_exact.insert(ref, entity.ns + u'/' + entity.kind + u'/' + entity.name);
    return false;
}

sdk::Result<DocsFeed::Fetched> DocsFeed::fetch(const QString &ref, const QString &file, sdk::PullContext &context)
{
    DocsState::Site &site = m_state.sites[ref];
    HttpAsk ask { .route = staticRoute(m_exact.value(ref, tripletOf(ref)), file), .maxBytes = largestFile };
    if (const auto known = site.files.constFind(file); known != site.files.cend() && !known->isEmpty())
        ask.headers.emplace_back("if-none-match", known->toLatin1());
    auto answer = m_portal.answerTo(ask, context);
    if (!answer)
        return std::unexpected(answer.error());
    if (answer->status == 304)
        return Fetched::Same;
    if (answer->status == 404) {
        if (site.files.contains(file))
            removeFile(ref, file, context);
        return Fetched::Missing;
    }
    if (answer->status != 200)
        return std::unexpected(errorOf(*answer, *m_portal.address()));
    const auto etag = answer->header("etag");
    context.put(sdk::DocFile { ref, file, std::move(answer->body) });
    site.files.insert(file, QString::fromLatin1(etag));
    return Fetched::New;
}

void DocsFeed::removeFile(const QString &ref, const QString &file, sdk::PullContext &context)
{
    m_state.sites[ref].files.remove(file);
    if (isPage(file))
        context.remove(QString(recordtype::docPage), domain::docKey(ref, domain::docPagePath(file)));
    else
        context.remove(QString(recordtype::docAsset), domain::docKey(ref, file));
}

void DocsFeed::putSite(const QString &ref, const std::optional<DocsMetadata> &metadata, bool complete, sdk::PullContext &context)
{
    domain::DocSite site;
    site.entityRef = ref;
    site.flavour = u"techdocs"_s;
    const auto typed = Address::fromTyped(m_portal.settings().value("url"_L1).toString());
    site.sourceUrl = (typed ? typed->text() : QString()) + u"/docs/"_s + tripletOf(ref);
    if (metadata) {
        site.name = metadata->name == "None"_L1 ? QString() : metadata->name;
        site.description = metadata->description == "None"_L1 ? QString() : metadata->description;
        site.etag = metadata->build;
        site.builtAt = metadata->builtAt;
        site.pages = int(std::ranges::count_if(metadata->files, isPage));
    }
    site.complete = complete;
    context.put(site.toRecord());
}

} // namespace callboard::backstage
