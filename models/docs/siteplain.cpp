// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/sitebuilder.h"

#include "models/docs/gfm.h"
#include "models/docs/markdown_text.h"

#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>
#include <iterator>

namespace callboard::docs {

using namespace Qt::StringLiterals;

namespace {

/// The id that GitHub gives a heading: https://github.com/gjtorikian/html-pipeline, TableOfContentsFilter.
QString gitHubId(const QString &text, QHash<QString, int> &used)
{
    QString id;
    for (const char32_t c : text.toLower().toUcs4()) {
        if (c == u' ')
            id += u'-';
        else if (c == u'-' || c == u'_' || QChar::isLetterOrNumber(c) || QChar::isMark(c))
            id += QString::fromUcs4(&c, 1);
    }
    const int before = used[id]++;
    return before == 0 ? id : id + u'-' + QString::number(before);
}

/// GitHub's HTML has no ids on its headings: they are put in.
QString withHeadingIds(const QString &html, std::vector<MarkdownHeading> &headings)
{
    static const QRegularExpression regex(u"<h([1-6])>(.*?)</h\\1>"_s, QRegularExpression::DotMatchesEverythingOption);
    QHash<QString, int> used;
    QString out;
    qsizetype at = 0;
    for (auto it = regex.globalMatch(html); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString text = markdown::htmlUnescaped(markdown::stripTags(match.captured(2)));
        const QString id = gitHubId(text, used);
        headings.push_back({match.captured(1).toInt(), id, text});
        out += QStringView(html).sliced(at, match.capturedStart() - at);
        out += u"<h%1 id=\""_s.arg(match.captured(1)) + id.toHtmlEscaped() + u"\">"_s + match.captured(2) + u"</h"_s + match.captured(1) + u'>';
        at = match.capturedEnd();
    }
    return out + QStringView(html).sliced(at);
}

constexpr qsizetype mostPages = 2000; ///< Of docs without a mkdocs.yml.

bool isReadme(const QString &name)
{
    return isMarkdownFile(name) && withoutExtension(name).compare("readme"_L1, Qt::CaseInsensitive) == 0;
}

class PlainSite final {
public:
    PlainSite(SiteFiles &files, const SiteOptions &options, const SitePageSink &sink)
        : m_files(files)
        , m_options(options)
        , m_sink(sink)
    {
    }
    domain::Result<BuiltSite> build();

private:
    domain::Result<void> findFiles();
    bool isTemplate(const QString &name) const;
    domain::Result<void> addPage(const QString &file, bool isRecord);
    domain::Result<void> addPages();
    bool isPage(const QString &file) const { return m_records.contains(file) || m_pages.contains(file); }
    QString withAddresses(const QString &html, const QString &file) const;
    QString addressOfFile(const QString &file) const;

    SiteFiles &m_files;
    const SiteOptions &m_options;
    const SitePageSink &m_sink;
    QString m_readme;
    QStringList m_records; ///< In the order of their names.
    QSet<QString> m_pages; ///< What else lies in docs, beside a README.
    QStringList m_pagesInOrder;
    QStringList m_assets;
    BuiltSite m_site;
};

domain::Result<void> PlainSite::findFiles()
{
    domain::Result<QStringList> listed = m_files.list(m_options.folder);
    if (!listed)
        return std::unexpected(listed.error());
    std::ranges::sort(*listed);
    const QString prefix = m_options.folder.isEmpty() ? QString() : m_options.folder + u'/';
    QStringList folders {u"docs/adr"_s, u"docs/adrs"_s, u"docs/decisions"_s, u"doc/adr"_s, u"doc/adrs"_s, u"docs/architecture-decisions"_s, u"docs/architecture/decisions"_s,
        u"architecture/decisions"_s, u"adr"_s, u"adrs"_s};
    if (!m_options.adrFolder.isEmpty())
        folders = {joinedPath({}, m_options.adrFolder).value_or(QString())};
    for (const QString &path : std::as_const(*listed)) {
        if (!path.startsWith(prefix))
            continue;
        const QString inside = path.mid(prefix.size());
        if (isReadme(inside) && (m_readme.isEmpty() || nameOf(path) == "README.md"_L1))
            m_readme = path;
        else if (folders.contains(folderOf(inside)) && isMarkdownFile(inside)) {
            if (!isTemplate(nameOf(inside)))
                m_records += path;
        } else if (isMarkdownFile(inside) && inside.startsWith("docs/"_L1) && m_pagesInOrder.size() < mostPages)
            m_pagesInOrder += path;
        else if (!isMarkdownFile(inside))
            m_assets += path;
    }
    // Without a README it is for the caller to build docs as MkDocs would; beside records alone it is not asked for.
    if (m_readme.isEmpty())
        m_pagesInOrder.clear();
    // Two that would have one address: the index goes before the README, as with MkDocs.
    QSet<QString> addresses;
    for (const bool index : {true, false}) {
        for (const QString &path : std::as_const(m_pagesInOrder)) {
            const bool isIndex = withoutExtension(nameOf(path)).compare("index"_L1, Qt::CaseInsensitive) == 0;
            const QString address = addressOf(path.mid(prefix.size()), true);
            if (isIndex == index && !addresses.contains(address)) {
                addresses.insert(address);
                m_pages.insert(path);
            }
        }
    }
    return {};
}

/// Overviews and forms lie beside the records.
bool PlainSite::isTemplate(const QString &name) const
{
    const QString stem = withoutExtension(name).toLower();
    return stem == "readme"_L1 || stem == "index"_L1 || stem.contains("template"_L1);
}

QString PlainSite::addressOfFile(const QString &file) const
{
    if (file == m_readme)
        return {};
    const QString prefix = m_options.folder.isEmpty() ? QString() : m_options.folder + u'/';
    return isPage(file) ? addressOf(file.mid(prefix.size()), true) : file.mid(prefix.size());
}

/// Links between files of the repository become links between pages; to files that are none, the host shows them.
QString PlainSite::withAddresses(const QString &html, const QString &file) const
{
    static const QRegularExpression regex(u"(<(?:a|img)\\b[^>]*?\\b(href|src)=\")([^\"]*)\""_s);
    QString out;
    qsizetype at = 0;
    for (auto it = regex.globalMatch(html); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        out += QStringView(html).sliced(at, match.capturedStart() - at) + match.captured(1);
        at = match.capturedEnd();
        const QString url = match.captured(3);
        const qsizetype hash = url.indexOf(u'#');
        const QString path = QUrl::fromPercentEncoding((hash < 0 ? url : url.left(hash)).toUtf8());
        const std::optional<QString> target = path.isEmpty() || path.contains(u':') || path.startsWith("//"_L1)
            ? std::nullopt
            : joinedPath(path.startsWith(u'/') ? QString() : folderOf(file), path);
        QString made = url;
        if (target && (*target == m_readme || isPage(*target) || (match.captured(2) == "src"_L1 && m_assets.contains(*target))))
            made = relativeAddress(percentEncoded(addressOfFile(*target)), percentEncoded(addressOfFile(file))) + (hash < 0 ? QString() : url.mid(hash));
        else if (target && !m_options.editTemplate.isEmpty() && match.captured(2) == "href"_L1)
            made = QString(m_options.editTemplate).replace("{path}"_L1, percentEncoded(*target)) + (hash < 0 ? QString() : url.mid(hash));
        out += made + u'"';
    }
    return out + QStringView(html).sliced(at);
}

domain::Result<void> PlainSite::addPage(const QString &file, bool isRecord)
{
    const domain::Result<QString> source = readText(m_files, file);
    const PageText text = source ? readPageText(*source) : PageText();
    // A README is read as its host reads it; lines "key: value" at its head are text there.
    const bool hasYaml = source && source->startsWith("---"_L1);
    const domain::Result<QByteArray> html
        = source ? gfmToHtml((hasYaml ? text.text : *source).toUtf8()) : std::unexpected(source.error());
    if (!html) {
        m_site.warnings += u"%1: %2"_s.arg(file, html.error().detail);
        return {};
    }
    SitePage page;
    page.path = addressOfFile(file);
    page.source = file.mid(m_options.folder.isEmpty() ? 0 : m_options.folder.size() + 1);
    page.file = file;
    page.html = withAddresses(withHeadingIds(QString::fromUtf8(*html), page.headings), file);
    page.title = text.meta.value("title"_L1).toString();
    if (page.title.isEmpty() && !page.headings.empty())
        page.title = page.headings.front().text;
    if (page.title.isEmpty())
        page.title = titleOfName(withoutExtension(nameOf(file)));
    if (!m_options.editTemplate.isEmpty())
        page.editUrl = QString(m_options.editTemplate).replace("{path}"_L1, percentEncoded(file));
    if (isRecord) {
        const RecordFacts facts = recordFacts(text);
        page.status = facts.status;
        page.date = facts.date;
    }
    m_site.nav.push_back({page.title, page.path, {}, true, {}});
    ++m_site.pages;
    return m_sink(std::move(page)) ? domain::Result<void>() : domain::fail(domain::ErrorCode::Cancelled, {});
}

/// Those of docs, in a section for each folder; what lies in a folder itself comes before its folders.
domain::Result<void> PlainSite::addPages()
{
    const qsizetype inside = (m_options.folder.isEmpty() ? 0 : m_options.folder.size() + 1) + 5; // "docs/"
    std::vector<std::pair<QStringList, domain::DocNavEntry>> found;
    for (const QString &file : std::as_const(m_pagesInOrder)) {
        if (!m_pages.contains(file))
            continue;
        if (auto done = addPage(file, false); !done)
            return std::unexpected(done.error());
        if (m_site.nav.empty())
            continue;
        found.emplace_back(folderOf(file.mid(inside)).split(u'/', Qt::SkipEmptyParts), std::move(m_site.nav.back()));
        m_site.nav.pop_back();
    }
    std::vector<domain::DocNavEntry> all;
    for (auto &[folders, entry] : found) {
        std::vector<domain::DocNavEntry> *place = &all;
        for (const QString &folder : folders.first(std::min<qsizetype>(folders.size(), 8))) {
            const QString title = titleOfName(folder);
            auto section = std::ranges::find_if(*place, [&title](const auto &one) { return !one.isPage && one.title == title; });
            if (section == place->end())
                section = place->insert(place->end(), domain::DocNavEntry {title, {}, {}, false, {}});
            place = &section->children;
        }
        // Pages are sorted by path: those of a folder may come between those of its folders.
        const auto firstSection = std::ranges::find_if(*place, [](const auto &one) { return !one.isPage; });
        place->insert(firstSection, std::move(entry));
    }
    m_site.nav = std::move(all);
    return {};
}

domain::Result<BuiltSite> PlainSite::build()
{
    if (auto done = findFiles(); !done)
        return std::unexpected(done.error());
    if (m_readme.isEmpty() && m_records.isEmpty())
        return domain::fail(domain::ErrorCode::NotFound, u"neither a mkdocs.yml nor a README nor decision records"_s, m_options.folder);
    m_site.flavour = m_readme.isEmpty() ? u"adr"_s : u"readme"_s;
    if (!m_readme.isEmpty()) {
        if (auto done = addPage(m_readme, false); !done)
            return std::unexpected(done.error());
    }
    std::vector<domain::DocNavEntry> front = std::exchange(m_site.nav, {});
    if (auto done = addPages(); !done)
        return std::unexpected(done.error());
    std::ranges::move(std::exchange(m_site.nav, {}), std::back_inserter(front));
    for (const QString &record : std::as_const(m_records)) {
        if (auto done = addPage(record, true); !done)
            return std::unexpected(done.error());
    }
    if (!front.empty() && !m_site.nav.empty())
        front.push_back({u"Decision records"_s, {}, {}, false, std::exchange(m_site.nav, {})});
    if (!front.empty())
        m_site.nav = std::move(front);
    // A README names what it is of; the first of some decisions does not.
    if (!m_readme.isEmpty() && !m_site.nav.empty())
        m_site.name = m_site.nav.front().title;
    for (const QString &asset : std::as_const(m_assets))
        m_site.assets.push_back({addressOfFile(asset), asset});
    return std::move(m_site);
}

} // namespace

domain::Result<BuiltSite> buildPlainSite(SiteFiles &files, const SiteOptions &options, const SitePageSink &sink)
{
    return PlainSite(files, options, sink).build();
}

} // namespace callboard::docs
