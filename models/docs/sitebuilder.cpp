// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/sitebuilder.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>

namespace callboard::docs {

using namespace Qt::StringLiterals;

domain::Result<QString> readText(SiteFiles &files, const QString &path)
{
    domain::Result<QByteArray> bytes = files.read(path);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (bytes->size() > largestSiteFile)
        return domain::fail(domain::ErrorCode::Invalid, u"more than 32 MiB"_s, path);
    QByteArrayView text = *bytes;
    if (text.startsWith("\xef\xbb\xbf"))
        text = text.sliced(3);
    return QString::fromUtf8(text);
}

MkDocsBuilder::MkDocsBuilder(SiteFiles &files, QString configFile, MkDocsConfig config, const SiteOptions &options)
    : m_files(files)
    , m_configFile(std::move(configFile))
    , m_folder(folderOf(m_configFile))
    , m_config(std::move(config))
    , m_options(options)
{
    m_markdown.extensions = m_config.extensions;
    for (const MarkdownExtension &extension : m_config.extensions) {
        if (!extension.name.endsWith("snippets"_L1))
            continue;
        m_snippetFolders = extension.options.value("base_path"_L1).toVariant().toStringList();
        if (extension.options.value("base_path"_L1).isString())
            m_snippetFolders = {extension.options.value("base_path"_L1).toString()};
        if (m_snippetFolders.isEmpty())
            m_snippetFolders = {u"."_s};
    }
    m_markdown.snippet = [this](const QString &path) { return snippet(path); };
}

std::optional<QString> MkDocsBuilder::snippet(const QString &path) const
{
    for (QString base : m_snippetFolders) {
        base.replace("$config_dir"_L1, "."_L1).replace("$docs_dir"_L1, m_config.docsDir);
        const std::optional<QString> folder = joinedPath(m_folder, base);
        // An absolute path is none of the site's.
        if (!folder || path.startsWith(u'/'))
            continue;
        const std::optional<QString> file = joinedPath(*folder, path);
        if (!file || !(folder->isEmpty() || file->startsWith(*folder)))
            continue;
        if (const domain::Result<QString> text = readText(m_files, *file))
            return *text;
    }
    return {};
}

const MkDocsBuilder::File *MkDocsBuilder::find(const QString &source) const
{
    const auto found = m_bySource.constFind(source);
    return found == m_bySource.constEnd() ? nullptr : &m_all[*found];
}

namespace {

/// The order in which MkDocs walks: a folder's files before its folders, index and README before the others.
bool walksBefore(const QString &a, const QString &b)
{
    const QStringList as = a.split(u'/');
    const QStringList bs = b.split(u'/');
    for (qsizetype i = 0;; ++i) {
        const bool aIsFile = i + 1 == as.size();
        const bool bIsFile = i + 1 == bs.size();
        if (aIsFile != bIsFile)
            return aIsFile;
        if (aIsFile) {
            const auto isFirst = [](const QString &name) {
                const QString stem = withoutExtension(name);
                return stem == "index"_L1 || stem == "README"_L1;
            };
            const bool aFirst = isFirst(as[i]);
            const bool bFirst = isFirst(bs[i]);
            return aFirst != bFirst ? aFirst : as[i] < bs[i];
        }
        if (as[i] != bs[i])
            return as[i] < bs[i];
    }
}

} // namespace

domain::Result<void> MkDocsBuilder::collectFolder(const QString &folder, const QString &alias)
{
    domain::Result<QStringList> listed = m_files.list(folder);
    if (!listed)
        return std::unexpected(listed.error());
    const QString prefix = folder.isEmpty() ? QString() : folder + u'/';
    for (const QString &path : std::as_const(*listed)) {
        if (!path.startsWith(prefix))
            continue;
        File file;
        file.source = (alias.isEmpty() ? QString() : alias + u'/') + path.mid(prefix.size());
        file.file = path;
        file.isPage = isMarkdownFile(path);
        file.address = addressOf(file.source, m_config.useDirectoryUrls);
        m_all.push_back(std::move(file));
    }
    return {};
}

domain::Result<void> MkDocsBuilder::collect()
{
    const std::optional<QString> folder = joinedPath(m_folder, m_config.docsDir);
    if (!folder)
        return domain::fail(domain::ErrorCode::Invalid, m_configFile + u":1:1: docs_dir leads out of the repository"_s, m_configFile);
    if (auto done = collectFolder(*folder, {}); !done)
        return done;
    if (m_all.empty()) {
        return domain::fail(
            domain::ErrorCode::Invalid, u"%1:1:1: docs_dir %2 is not there, or has no files"_s.arg(m_configFile, *folder), m_configFile);
    }
    return {};
}

void MkDocsBuilder::decide()
{
    std::ranges::sort(m_all, walksBefore, &File::source);
    const IgnoreRules excluded(QStringList {u".*"_s, u"/templates/"_s} + m_config.excludeDocs);
    const IgnoreRules drafts(m_config.draftDocs);
    const IgnoreRules notInNav(m_config.notInNav);
    for (File &file : m_all) {
        file.inclusion = excluded.matches(file.source) ? Inclusion::Excluded
            : drafts.matches(file.source)              ? Inclusion::Draft
            : notInNav.matches(file.source)            ? Inclusion::NotInNav
                                                       : Inclusion::Included;
    }
    dropConflicts();
    for (size_t i = 0; i < m_all.size(); ++i)
        m_bySource.insert(m_all[i].source, i);
}

/// README.md and index.md of one folder are the same page: the last of those that are included is it.
void MkDocsBuilder::dropConflicts()
{
    const auto isIncluded = [](const File &file) { return file.inclusion <= Inclusion::NotInNav; };
    QHash<QString, size_t> byTarget;
    std::vector<bool> dropped(m_all.size());
    for (size_t i = 0; i < m_all.size(); ++i) {
        const QString key = folderOf(m_all[i].source) + u'\n' + builtPath(m_all[i].source, m_config.useDirectoryUrls);
        const auto known = byTarget.constFind(key);
        if (known == byTarget.constEnd())
            byTarget.insert(key, i);
        else
            dropped[isIncluded(m_all[i]) ? *known : i] = true;
    }
    size_t kept = 0;
    for (size_t i = 0; i < m_all.size(); ++i) {
        if (dropped[i])
            continue;
        if (kept != i)
            m_all[kept] = std::move(m_all[i]);
        ++kept;
    }
    m_all.resize(kept);
}

/// Without `nav`: all pages, in sections by folder.
std::vector<MkDocsNavItem> MkDocsBuilder::implicitNav() const
{
    std::vector<const File *> pages;
    for (const File &file : m_all) {
        if (file.isPage && file.inclusion == Inclusion::Included)
            pages.push_back(&file);
    }
    std::ranges::sort(pages, [](const File *a, const File *b) {
        const QStringList as = folderOf(a->source).split(u'/', Qt::SkipEmptyParts);
        const QStringList bs = folderOf(b->source).split(u'/', Qt::SkipEmptyParts);
        if (as != bs)
            return std::ranges::lexicographical_compare(as, bs);
        const bool aIndex = stemOf(a->source) == "index"_L1;
        const bool bIndex = stemOf(b->source) == "index"_L1;
        return aIndex != bIndex ? aIndex : nameOf(a->source) < nameOf(b->source);
    });
    std::vector<MkDocsNavItem> nav;
    for (const File *file : pages) {
        std::vector<MkDocsNavItem> *branch = &nav;
        for (const QString &part : folderOf(file->source).split(u'/', Qt::SkipEmptyParts)) {
            const QString title = titleOfName(part);
            auto section = std::ranges::find_if(*branch, [&title](const MkDocsNavItem &item) { return item.isSection && item.title == title; });
            if (section == branch->end()) {
                branch->push_back({title, {}, true, {}});
                section = std::prev(branch->end());
            }
            branch = &section->children;
        }
        branch->push_back({{}, file->source, false, {}});
    }
    return nav;
}

/// Marks the pages that nav names with the title it gives them; a page that comes twice keeps its first one.
void MkDocsBuilder::place(std::vector<MkDocsNavItem> &items, bool top)
{
    for (MkDocsNavItem &item : items) {
        if (item.isSection) {
            place(item.children, false);
            continue;
        }
        QString source = item.target;
        if (m_config.absoluteNavIsOfDocs && source.startsWith(u'/'))
            source = source.mid(1);
        while (source.startsWith("./"_L1))
            source = source.mid(2);
        const auto found = m_bySource.constFind(source);
        if (found == m_bySource.constEnd())
            continue;
        File &file = m_all[*found];
        item.target = source;
        if (!file.inNav)
            file.navTitle = item.title;
        file.inNav = true;
        file.isTop = file.isTop || top;
    }
}

std::vector<domain::DocNavEntry> MkDocsBuilder::entries(const std::vector<MkDocsNavItem> &items) const
{
    std::vector<domain::DocNavEntry> nav;
    for (const MkDocsNavItem &item : items) {
        domain::DocNavEntry entry;
        entry.title = item.title.value_or(item.target);
        if (item.isSection) {
            entry.children = entries(item.children);
        } else if (const File *file = find(item.target)) {
            entry.title = file->title.isEmpty() ? item.title.value_or(titleOfName(stemOf(file->source))) : file->title;
            entry.isPage = file->isPage && file->inclusion <= Inclusion::NotInNav;
            entry.path = file->address;
        } else if (item.target.startsWith("http://"_L1) || item.target.startsWith("https://"_L1)) {
            entry.link = item.target;
        }
        nav.push_back(std::move(entry));
    }
    return nav;
}

domain::Result<BuiltSite> MkDocsBuilder::build(const SitePageSink &sink)
{
    BuiltSite site;
    site.name = m_config.siteName;
    site.description = m_config.siteDescription;
    site.flavour = u"mkdocs"_s;
    if (auto done = collect(); !done)
        return std::unexpected(done.error());
    std::optional<std::vector<MkDocsNavItem>> nav = m_config.nav;
    if (nav && m_config.hasMonorepo) {
        auto resolved = withIncludes(*nav);
        if (!resolved)
            return std::unexpected(resolved.error());
        nav = std::move(*resolved);
    }
    decide();
    std::vector<MkDocsNavItem> items = nav ? std::move(*nav) : implicitNav();
    place(items, true);
    for (File &file : m_all) {
        if (file.inclusion > Inclusion::NotInNav)
            continue;
        if (!file.isPage)
            site.assets.push_back({file.address, file.file});
        else if (auto done = render(file, site, sink); !done)
            return std::unexpected(done.error());
    }
    site.nav = entries(items);
    return site;
}

domain::Result<void> MkDocsBuilder::render(File &file, BuiltSite &site, const SitePageSink &sink)
{
    const domain::Result<QString> source = readText(m_files, file.file);
    if (!source) {
        site.warnings += u"%1: %2"_s.arg(file.file, source.error().detail);
        return {};
    }
    PageText page = readPageText(*source);
    if (m_config.hasGitHubAlerts)
        page.text = withAlerts(page.text);
    m_markdown.resolve = [&](const QString &url) { return resolve(url, file, site.warnings); };
    domain::Result<MarkdownResult> result = renderMarkdown(page.text, m_markdown);
    if (!result) {
        site.warnings += u"%1: %2"_s.arg(file.file, result.error().detail);
        return {};
    }
    file.title = titleOf(file, page, *result);
    ++site.pages;
    SitePage made;
    made.path = file.address;
    made.source = file.source;
    made.file = file.file;
    made.title = file.title;
    made.editUrl = editUrl(file);
    made.html = std::move(result->html);
    made.headings = std::move(result->headings);
    if (folderOf(file.source).contains("adr"_L1) || folderOf(file.source).contains("decision"_L1)) {
        const RecordFacts facts = recordFacts(page);
        made.status = facts.status;
        made.date = facts.date;
    }
    return sink(std::move(made)) ? domain::Result<void>() : domain::fail(domain::ErrorCode::Cancelled, {});
}

QString MkDocsBuilder::titleOf(const File &file, const PageText &page, const MarkdownResult &result) const
{
    if (file.navTitle)
        return *file.navTitle;
    if (page.meta.contains("title"_L1)) {
        const QJsonValue title = page.meta.value("title"_L1);
        return title.isString() ? title.toString() : title.toVariant().toString();
    }
    if (result.title)
        return *result.title;
    const QString stem = stemOf(file.source);
    const bool isHome = stem == "index"_L1 && folderOf(file.source).isEmpty() && (file.isTop || !file.inNav);
    return isHome ? u"Home"_s : titleOfName(stem);
}

/// The address of a link to another file of the site; every other one is left as it is (mkdocs.structure.pages.path_to_url).
QString MkDocsBuilder::resolve(const QString &url, const File &from, QStringList &warnings) const
{
    qsizetype end = 0;
    while (end < url.size() && url[end] != u'?' && url[end] != u'#')
        ++end;
    QString path = url.left(end);
    const QString tail = url.mid(end);
    const qsizetype colon = path.indexOf(u':');
    const bool scheme = colon > 0 && !path.left(colon).contains(u'/') && path[0].isLetter();
    if (path.isEmpty() || scheme || path.startsWith("//"_L1))
        return url;
    const bool absolute = path.startsWith(u'/') || path.startsWith(u'\\');
    if (absolute && !m_config.absoluteLinksAreOfDocs)
        return url;
    path = QUrl::fromPercentEncoding(path.toUtf8());
    const std::optional<QString> target = joinedPath(absolute ? QString() : folderOf(from.source), path);
    const File *file = target ? find(*target) : nullptr;
    if (!file) {
        if (path.contains(u'.') && warnings.size() < 10'000)
            warnings += u"%1: a link to %2, which is not there"_s.arg(from.source, url);
        return url;
    }
    return relativeAddress(percentEncoded(file->address), percentEncoded(from.address)) + tail;
}

namespace {

/// As urllib.parse.urljoin joins; the parts of a template in it are nobody's to check.
QString joinedAddress(QString base, const QString &relative)
{
    if (relative.startsWith("https://"_L1) || relative.startsWith("http://"_L1))
        return relative;
    if (!base.startsWith("https://"_L1) && !base.startsWith("http://"_L1))
        return {};
    const bool isQuery = relative.startsWith(u'?') || relative.startsWith(u'#');
    if (isQuery)
        return base + relative;
    const qsizetype host = base.indexOf(u'/', base.indexOf("://"_L1) + 3);
    const QString root = host < 0 ? base : base.left(host);
    const QString folder = relative.startsWith(u'/') || host < 0 ? QString() : base.mid(host + 1);
    const std::optional<QString> path = joinedPath(folder, relative.startsWith(u'/') ? relative.mid(1) : relative);
    return path ? root + u'/' + *path : QString();
}

} // namespace

QString MkDocsBuilder::editUrl(const File &file) const
{
    if (!m_config.editUriTemplate.isEmpty() || !m_config.editUri.isEmpty()) {
        QString relative = m_config.editUri + file.source;
        if (!m_config.editUriTemplate.isEmpty()) {
            const QString encoded = QString::fromLatin1(QUrl::toPercentEncoding(file.source));
            relative = m_config.editUriTemplate;
            relative.replace("{path}"_L1, file.source).replace("{path!q}"_L1, encoded);
            relative.replace("{path_noext}"_L1, withoutExtension(file.source));
            relative.replace("{path_noext!q}"_L1, QString::fromLatin1(QUrl::toPercentEncoding(withoutExtension(file.source))));
        }
        return joinedAddress(m_config.repoUrl, relative);
    }
    return m_options.editTemplate.isEmpty() ? QString() : QString(m_options.editTemplate).replace("{path}"_L1, percentEncoded(file.file));
}

} // namespace callboard::docs
