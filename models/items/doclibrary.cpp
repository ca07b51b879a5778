// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/doclibrary.h"

#include <QRegularExpression>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace callboard::items {

using domain::Block;
using domain::DocNavEntry;

namespace {

constexpr int soon = 250; ///< Milliseconds: pulls land in batches.
constexpr int wordsPerMinute = 220;

void collect(const std::vector<DocNavEntry> &entries, const QStringList &sections, std::vector<DocNavPlace> &places)
{
    for (const DocNavEntry &entry : entries) {
        if (entry.isPage)
            places.push_back({ entry.title, entry.path, sections });
        if (!entry.children.empty())
            collect(entry.children, sections + QStringList(entry.title), places);
    }
}

void forEachBlock(const std::vector<Block> &blocks, const std::function<void(const Block &)> &visit)
{
    for (const Block &block : blocks) {
        visit(block);
        forEachBlock(block.children, visit);
    }
}

} // namespace

DocAddress DocAddress::of(const QString &site, const QString &target)
{
    const qsizetype hash = target.indexOf(u'#');
    return { site, hash < 0 ? target : target.first(hash), hash < 0 ? QString() : target.sliced(hash + 1) };
}

DocAddress DocAddress::fromKey(const QString &key)
{
    // "kind:namespace/name/path"
    const qsizetype name = key.indexOf(u'/');
    const qsizetype path = name < 0 ? -1 : key.indexOf(u'/', name + 1);
    return path < 0 ? DocAddress {} : DocAddress { key.first(path), key.sliced(path + 1), {} };
}

DocLibrary::DocLibrary(mirror::Mirror &mirror, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
{
    for (QTimer *timer : { &m_sitesSoon, &m_pagesSoon }) {
        timer->setSingleShot(true);
        timer->setInterval(soon);
    }
    connect(&m_sitesSoon, &QTimer::timeout, this, [this] {
        m_loaded = false;
        Q_EMIT sitesChanged();
    });
    connect(&m_pagesSoon, &QTimer::timeout, this, &DocLibrary::pagesChanged);
    connect(&mirror, &mirror::Mirror::recordsChanged, this, [this](const QString &type) {
        if (type == domain::recordtype::docSite && !m_sitesSoon.isActive())
            m_sitesSoon.start();
        else if (type == domain::recordtype::docPage && !m_pagesSoon.isActive())
            m_pagesSoon.start();
        else if (type == domain::recordtype::docAsset)
            Q_EMIT assetsChanged();
    });
}

void DocLibrary::reload()
{
    m_loaded = true;
    m_sites.clear();
    QSet<QString> seen;
    const auto records = m_mirror.records(QString(domain::recordtype::docSite));
    for (const auto &record : records ? *records : std::vector<domain::Record> {}) {
        // Two connections may bring the same site: the first is as good as the other.
        if (seen.contains(record.entityRef))
            continue;
        seen.insert(record.entityRef);
        m_sites.push_back(domain::DocSite::fromRecord(record));
    }
    std::ranges::sort(m_sites, [](const auto &a, const auto &b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
}

const std::vector<domain::DocSite> &DocLibrary::sites()
{
    if (!m_loaded)
        reload();
    return m_sites;
}

const domain::DocSite *DocLibrary::site(const QString &ref)
{
    const auto found = std::ranges::find(sites(), ref, &domain::DocSite::entityRef);
    return found == m_sites.end() ? nullptr : &*found;
}

QString DocLibrary::titleOf(const QString &ref)
{
    const domain::DocSite *known = site(ref);
    return known && !known->name.isEmpty() ? known->name : ref.section(u'/', -1);
}

int DocLibrary::pageCount()
{
    int count = 0;
    for (const auto &one : sites())
        count += one.pages;
    return count;
}

domain::Result<domain::DocPage> DocLibrary::page(const DocAddress &address) const
{
    return m_mirror.record(QString(domain::recordtype::docPage), address.key()).transform(&domain::DocPage::fromRecord);
}

std::vector<DocNavPlace> DocLibrary::placesOf(const QString &ref)
{
    std::vector<DocNavPlace> places;
    if (const domain::DocSite *known = site(ref))
        collect(known->nav, {}, places);
    return places;
}

QStringList linkedPaths(const domain::DocPage &page)
{
    QStringList paths;
    QSet<QString> seen;
    forEachBlock(page.document.blocks, [&](const Block &block) {
        for (const auto &run : block.runs) {
            const domain::DocLink link = domain::docLink(run.link, page.site, page.path);
            if (link.kind != domain::DocLink::Kind::Page || link.site != page.site || seen.contains(link.path))
                continue;
            seen.insert(link.path);
            paths.append(link.path);
        }
    });
    return paths;
}

QStringList possibleNames(const domain::Document &document, qsizetype limit)
{
    static const QRegularExpression word(uR"((?:[A-Za-z]+:)?(?:[A-Za-z0-9][\w.-]*/)?[A-Za-z0-9][\w.]*(?:-[\w.]+)*)"_s);
    QStringList names;
    QSet<QString> seen;
    const auto take = [&](QString name) {
        while (name.endsWith(u'.'))
            name.chop(1);
        if ((name.contains(u'-') || name.contains(u':')) && names.size() < limit && !seen.contains(name)) {
            seen.insert(name);
            names.append(name);
        }
    };
    forEachBlock(document.blocks, [&](const Block &block) {
        for (const auto &run : block.runs) {
            for (auto found = word.globalMatch(run.text); found.hasNext() && names.size() < limit;)
                take(found.next().captured());
        }
    });
    return names;
}

int readingMinutes(const domain::Document &document)
{
    qsizetype words = 0;
    forEachBlock(document.blocks, [&](const Block &block) {
        for (const auto &run : block.runs)
            words += run.text.count(u' ') + 1;
        words += block.text.count(u' ') + block.text.count(u'\n');
    });
    return std::max(1, int((words + wordsPerMinute / 2) / wordsPerMinute));
}

} // namespace callboard::items
