// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/docintake.h"

#include "models/docs/htmldocument.h"


namespace callboard::sync {

using namespace Qt::StringLiterals;
namespace recordtype = domain::recordtype;

namespace {

constexpr qsizetype longestPath = 1024;
constexpr qsizetype largestServed = 32 << 20;

bool isHtml(const QString &path)
{
    return path.endsWith(".html"_L1, Qt::CaseInsensitive) || path.endsWith(".htm"_L1, Qt::CaseInsensitive);
}

/// The portal's address, of that of the site there: "https://portal.test" of "https://portal.test/docs/default/component/x".
QString portalOf(const QString &sourceUrl)
{
    const qsizetype docs = sourceUrl.indexOf("/docs/"_L1);
    return docs > 0 ? sourceUrl.first(docs) : QString();
}

domain::Problem unreadable(const sdk::DocFile &file, const QString &sourceUrl)
{
    domain::Problem problem;
    problem.rule = u"DocsPage"_s;
    problem.location = u"url:"_s + (sourceUrl.isEmpty() ? file.entityRef : sourceUrl) + u'/' + file.path;
    problem.entityRef = file.entityRef;
    return problem;
}

} // namespace

bool isPathInSite(const QString &path)
{
    if (path.isEmpty() || path.size() > longestPath || path.startsWith(u'/') || path.contains(u'\\'))
        return false;
    if (std::ranges::any_of(path, [](QChar c) { return c.unicode() < 0x20; }))
        return false;
    const QStringList parts = path.split(u'/');
    return std::ranges::none_of(parts, [](const QString &part) { return part.isEmpty() || part == "."_L1 || part == ".."_L1; });
}

DocIntake::DocIntake(Sink sink)
    : m_sink(std::move(sink))
{
}

domain::DocSite DocIntake::known(const QString &site) const
{
    if (const auto put = m_sites.constFind(site); put != m_sites.cend())
        return *put;
    const auto records = m_sink.records(recordtype::docSite, site);
    domain::DocSite none;
    none.entityRef = site;
    return records.empty() ? none : domain::DocSite::fromRecord(records.front());
}

domain::Record DocIntake::withKnown(domain::Record record)
{
    auto site = domain::DocSite::fromRecord(record);
    const auto before = known(site.entityRef);
    if (site.nav.empty())
        site.nav = before.nav;
    if (site.name.isEmpty())
        site.name = before.name;
    m_sites.insert(site.entityRef, site);
    return site.toRecord();
}

std::vector<std::pair<QString, QString>> DocIntake::belongings(const QString &site) const
{
    std::vector<std::pair<QString, QString>> all;
    for (const auto type : { recordtype::docPage, recordtype::docAsset }) {
        for (const QString &key : m_sink.keys(type, site))
            all.emplace_back(type, key);
    }
    return all;
}

void DocIntake::take(sdk::DocFile file)
{
    if (!isPathInSite(file.path)) {
        m_sink.log(u"%1: no path of a site: \"%2\""_s.arg(file.entityRef, file.path.left(200)));
        return;
    }
    if (isHtml(file.path))
        takePage(file);
    else
        takeAsset(file);
}

// A page that cannot be read stays as it was when it could.
void DocIntake::takePage(const sdk::DocFile &file)
{
    auto site = known(file.entityRef);
    const QString path = domain::docPagePath(file.path);
    auto page = docs::techdocsArticle(file.bytes, { path, portalOf(site.sourceUrl) });
    domain::Problem problem = unreadable(file, site.sourceUrl);
    if (!page) {
        problem.message = u"The page cannot be read: "_s + page.error().detail;
        m_sink.put(problem.toRecord());
        return;
    }
    m_sink.remove(QString(recordtype::problem), problem.toRecord().key);
    m_sink.put(domain::DocPage { .site = file.entityRef, .path = path, .source = {}, .title = page->title, .editUrl = page->editUrl,
        .status = {}, .date = {}, .document = std::move(page->article) }.toRecord());
    // Every page carries the whole navigation; the front page's counts.
    if (page->nav.empty() || (m_described.contains(file.entityRef) && !path.isEmpty()))
        return;
    m_described.insert(file.entityRef);
    site.nav = std::move(page->nav);
    if (!page->siteName.isEmpty())
        site.name = page->siteName;
    m_sites.insert(file.entityRef, site);
    m_sink.put(site.toRecord());
}

void DocIntake::takeAsset(const sdk::DocFile &file)
{
    domain::DocAsset asset { file.entityRef, file.path, {}, file.bytes.size() };
    if (file.bytes.size() <= largestServed) {
        const auto blob = m_sink.putBlob(file.bytes);
        if (!blob) {
            m_sink.log(u"%1: %2: %3"_s.arg(file.entityRef, file.path, blob.error().detail));
            return;
        }
        asset.blob = *blob;
    }
    m_sink.put(asset.toRecord());
}

} // namespace callboard::sync
