// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/htmldocument.h"
#include "models/docs/markdown.h"
#include "models/docs/mkdocsconfig.h"
#include "models/docs/sitefolder.h"
#include "models/docs/sitepaths.h"
#include "tests/kit/sanitizers.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace callboard;
using namespace callboard::docs;
using namespace Qt::StringLiterals;

namespace {

/// The files of a site, in memory.
class GivenFiles final : public SiteFiles {
public:
    explicit GivenFiles(std::map<QString, QByteArray> files)
        : m_files(std::move(files))
    {
    }
    domain::Result<QStringList> list(const QString &folder) override
    {
        QStringList found;
        for (const auto &[path, text] : m_files) {
            if (folder.isEmpty() || path.startsWith(folder + u'/'))
                found += path;
        }
        return found;
    }
    domain::Result<QByteArray> read(const QString &path) override
    {
        const auto found = m_files.find(path);
        if (found == m_files.end())
            return domain::fail(domain::ErrorCode::NotFound, u"not there"_s, path);
        return found->second;
    }

private:
    std::map<QString, QByteArray> m_files;
};

struct Built {
    domain::Result<BuiltSite> site = std::unexpected(domain::Error());
    std::map<QString, SitePage> pages;
};

Built build(SiteFiles &files, const SiteOptions &options)
{
    Built built;
    built.site = buildSite(files, options, [&built](SitePage &&page) {
        const QString path = page.path;
        built.pages.emplace(path, std::move(page));
        return true;
    });
    return built;
}

QString html(const QString &markdown, std::vector<MarkdownExtension> extensions = {})
{
    MarkdownOptions options;
    options.extensions = std::move(extensions);
    return renderMarkdown(markdown, options)->html;
}

/// What is coloured by which lexer is not what is compared: MkDocs names a language only where it is told to.
void forgetLanguages(std::vector<domain::Block> &blocks)
{
    for (domain::Block &block : blocks) {
        block.language.clear();
        forgetLanguages(block.children);
    }
}

domain::Document documentOf(const QString &html, const QString &path)
{
    domain::Document document = *documentFromHtml(html.toUtf8(), {path, {}});
    forgetLanguages(document.blocks);
    return document;
}

QJsonArray navOf(const std::vector<domain::DocNavEntry> &entries)
{
    QJsonArray nav;
    for (const domain::DocNavEntry &entry : entries) {
        QJsonObject value {{u"title"_s, entry.title}};
        if (entry.isPage)
            value.insert(u"path"_s, entry.path);
        if (!entry.children.empty())
            value.insert(u"children"_s, navOf(entry.children));
        nav.append(value);
    }
    return nav;
}

QJsonArray withoutBuilt(const QJsonArray &entries)
{
    QJsonArray nav;
    for (const QJsonValue &entry : entries) {
        QJsonObject value = entry.toObject();
        value.remove(u"built"_s);
        if (value.contains("children"_L1))
            value.insert(u"children"_s, withoutBuilt(value.value("children"_L1).toArray()));
        nav.append(value);
    }
    return nav;
}

QJsonObject recorded()
{
    QFile file(QStringLiteral(CALLBOARD_SOURCE_DIR "/tests/unit/docs/mkdocs_samples.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()["sites"_L1].toObject() : QJsonObject();
}

QString samples()
{
    return QStringLiteral(CALLBOARD_SOURCE_DIR "/tests/peers/mkdocs/samples");
}

} // namespace

class MkDocsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QTest::failOnWarning(); }
    void pageIsAsMkDocsMakesIt_data();
    void pageIsAsMkDocsMakesIt();
    void navIsAsMkDocsMakesIt_data();
    void navIsAsMkDocsMakesIt();
    void hostileTextEnds_data();
    void hostileTextEnds();
    void marksWithoutEndTakeFewSteps_data();
    void marksWithoutEndTakeFewSteps();
    void titlesWithoutEndEnd_data();
    void titlesWithoutEndEnd();
    void longParagraphsTakeTheUsualSteps();
    void depthHasAnEnd();
    void configErrorsNameTheirPlace_data();
    void configErrorsNameTheirPlace();
    void configIsRead();
    void ignoreRules_data();
    void ignoreRules();
    void snippetsStayInside();
    void snippetsThatMultiplyEnd();
    void linksNeverLeaveTheRoot();
    void includesOtherSites();
    void readmeAlone();
    void readmeWithDocs();
    void decisionRecords_data();
    void decisionRecords();
    void linksOutOfTheFolderAreNotFollowed();
};

void MkDocsTest::pageIsAsMkDocsMakesIt_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("expected");
    QTest::addColumn<SitePage>("page");
    const QJsonObject sites = recorded();
    for (auto site = sites.begin(); site != sites.end(); ++site) {
        FolderFiles files(samples());
        Built built = build(files, {.folder = site.key(), .adrFolder = {}, .editTemplate = {}});
        for (const QJsonValue &value : site->toObject()["pages"_L1].toArray()) {
            const QString path = QUrl::fromPercentEncoding(value["path"_L1].toString().toUtf8());
            QTest::addRow("%s /%s", qUtf8Printable(site.key()), qUtf8Printable(path)) << path << value.toObject() << built.pages[path];
        }
    }
}

void MkDocsTest::pageIsAsMkDocsMakesIt()
{
    QFETCH(QString, path);
    QFETCH(QJsonObject, expected);
    QFETCH(SitePage, page);
    QCOMPARE(page.source, expected["source"_L1].toString());
    QCOMPARE(page.title, expected["title"_L1].toString());
    const domain::Document theirs = documentOf(expected["html"_L1].toString(), path);
    const domain::Document ours = documentOf(page.html, path);
    if (ours != theirs) {
        // Block by block, so that what differs is what is printed.
        for (size_t i = 0; i < std::max(ours.blocks.size(), theirs.blocks.size()); ++i) {
            const auto at = [i](const domain::Document &document) {
                return i < document.blocks.size() ? QJsonDocument(domain::Document {{document.blocks[i]}}.toJson()).toJson(QJsonDocument::Compact) : QByteArray();
            };
            QCOMPARE(at(ours), at(theirs));
        }
    }
    QCOMPARE(ours, theirs);
}

void MkDocsTest::navIsAsMkDocsMakesIt_data()
{
    QTest::addColumn<QString>("folder");
    for (const char *folder : {"plain", "techdocs", "material"})
        QTest::newRow(folder) << QString::fromLatin1(folder);
}

void MkDocsTest::navIsAsMkDocsMakesIt()
{
    QFETCH(QString, folder);
    FolderFiles files(samples());
    const Built built = build(files, {.folder = folder, .adrFolder = {}, .editTemplate = {}});
    QVERIFY(built.site);
    QCOMPARE(navOf(built.site->nav), withoutBuilt(recorded()[folder]["nav"_L1].toArray()));
    QCOMPARE(built.site->assets.size(), size_t(1));
    QCOMPARE(built.site->assets[0].path, u"img/a.png"_s);
}

void MkDocsTest::hostileTextEnds_data()
{
    QTest::addColumn<QString>("text");
    constexpr qsizetype size = test::underSanitizer ? 20'000 : 200'000;
    const auto row = [](const char *name, const QString &piece) { QTest::newRow(name) << piece.repeated(size / piece.size()); };
    row("brackets", u"["_s);
    row("images", u"!["_s);
    row("links that do not end", u"[a]("_s);
    row("quotes in links", u"[a](b \"c "_s);
    row("stars", u"*"_s);
    row("stars and letters", u"*a **b "_s);
    row("words in stars", u" *a*b"_s);
    row("underscores", u"_a __b "_s);
    row("tildes", u"~a ~~b "_s);
    row("backticks", u"`a ``b "_s);
    row("tags", u"<a "_s);
    row("tags with quotes", u"<a b=\""_s);
    row("divisions", u"<div>"_s);
    row("divisions on lines", u"<div>\n"_s);
    row("divisions with Markdown", u"<div markdown>\n"_s);
    row("comments", u"<!-- "_s);
    row("references", u"&#"_s);
    row("backslashes", u"\\"_s);
    row("quotes", u"> "_s);
    row("quotes on lines", u"> a\n"_s);
    row("headings", u"# a\n"_s);
    row("rules", u"***\n"_s);
    row("setext", u"a\n=\n"_s);
    row("definitions", u"[a]: b\n"_s);
    row("footnotes", u"[^a]: b\n"_s);
    row("terms", u"a\n: b\n"_s);
    row("items", u"- a\n"_s);
    row("items in items", u"- "_s);
    row("items with blank lines", u"- a\n\n"_s);
    row("numbers", u"1. a\n\n    b\n\n"_s);
    row("fences", u"```\n"_s);
    row("fences of all lengths", u"```\n````\n`````\n"_s);
    row("admonitions", u"!!! note\n"_s);
    row("tabs", u"=== \"a\"\n"_s);
    row("tables", u"|a|b|\n|-|-|\n"_s);
    row("cells", u"|`"_s);
    row("attributes", u"*a*{.b}"_s);
    row("braces", u"a {"_s);
    row("addresses", u"http://a.b "_s);
    row("addresses without end", u"http://a.b/"_s);
    row("mail", u"a@b.c "_s);
    row("mail without end", u"a."_s);
    row("emoji", u":a:"_s);
    row("critic", u"{++"_s);
    row("line breaks", u"  \n"_s);
    row("same headings", u"# a\n\n"_s);
    row("tabs as characters", u"\t"_s);
    row("keys", u"++a"_s);
}

void MkDocsTest::hostileTextEnds()
{
    QFETCH(QString, text);
    const QByteArray config = "site_name: x\nmarkdown_extensions: [smarty, pymdownx.keys, pymdownx.arithmatex]\nplugins: [techdocs-core]\n";
    MarkdownOptions options;
    options.extensions = readMkDocsConfig(config, u"mkdocs.yml"_s)->extensions;
    QElapsedTimer timer;
    timer.start();
    const auto result = renderMarkdown(text, options);
    QVERIFY(result);
    // What is quadratic takes minutes; the bound is for a slow machine that does other things too.
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
    qInfo("%lld ms", timer.elapsed());
}

void MkDocsTest::marksWithoutEndTakeFewSteps_data()
{
    // Each found by fuzzing: 1.5 kB of it took seconds.
    QTest::addColumn<QString>("part");
    QTest::newRow("underscores and asterisks") << u"___*"_s;
    QTest::newRow("tildes and backslashes") << u"~~\\"_s;
    QTest::newRow("tildes and critic") << u"{~~a"_s;
    QTest::newRow("carets") << u"^^)^^"_s;
    QTest::newRow("carets and words") << u"^a a ^"_s;
    QTest::newRow("tildes and tags") << u"~~~~</p>"_s;
    QTest::newRow("numbers and underscores") << u"__1. __"_s;
    QTest::newRow("asterisks and quotes") << u"**************\"\"\""_s;
    QTest::newRow("addresses and carets") << u"http://http://^^^^"_s;
}

void MkDocsTest::marksWithoutEndTakeFewSteps()
{
    QFETCH(QString, part);
    MarkdownOptions options;
    options.extensions = readMkDocsConfig("site_name: x\nplugins: [techdocs-core]\n", u"mkdocs.yml"_s)->extensions;
    // As many slow matches for a long text as for a short one, not one or more for each mark.
    for (const qsizetype length : {1500, 60'000}) {
        const auto result = renderMarkdown(part.repeated(length / part.size()), options);
        QVERIFY(result);
        QVERIFY2(result->slowMatches <= 1500, qPrintable(QString::number(result->slowMatches)));
    }
}

/// What Python-Markdown 3.7 makes of titles that never end: `python3 -c 'import markdown; print(markdown.markdown(…))'`.
void MkDocsTest::titlesWithoutEndEnd_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &markdown, const QString &expected) { QTest::newRow(name) << markdown << expected; };
    row("a bracket opens in it", uR"-([a](b "c(d)-"_s, uR"-(<p><a href="b &quot;c">a</a>d</p>)-"_s);
    row("and closes", uR"-([a](b "c(d) e)-"_s, uR"-(<p><a href="b &quot;c(d)">a</a>e</p>)-"_s);
    row("an image", uR"-(![a](b "c(d) e)-"_s, uR"-(<p><img alt="a" src="b &quot;c(d)" />e</p>)-"_s);
    row("links in it", uR"-(x [a](b 'c(d) e) f [g](h) i)-"_s, uR"-(<p>x <a href="b 'c(d) e) f [g](h)">a</a>i</p>)-"_s);
    row("a last character of two units", u"[a](b \"c((d) e) f\U0001F600"_s, u"<p><a href=\"b &quot;c((d) e)\">a</a>\U0001F600</p>"_s);
    row("nothing before the title", uR"-([one](x) [a]("()-"_s, uR"-(<p><a href="x">one</a> <a href="">a</a>(</p>)-"_s);
    row("a refused one before it", uR"-([a] (x) [b](c "d(e [f](g) h)-"_s, uR"-(<p>[a] (x) <a href="c &quot;d(e [f](g)">b</a>h</p>)-"_s);
    row("a bracket before the title", uR"-([a](b (c "d(e) f(g)-"_s, uR"-(<p><a href="b (c &quot;d(e">a</a> f(g</p>)-"_s);
    row("a title of one quote", uR"-(![i]('''))-"_s, uR"-(<p><img alt="i" src="" title="" /></p>)-"_s);
    // Found by fuzzing: it went round until its budget was spent.
    row("over lines", u"[under_score](a_(http://x.y/a b)\n[d](x 'single (q and \"t\" more"_s,
        u"<p>[under_score](a_(http://x.y/a b)\n<a href=\"x 'single (q and &quot;t&quot; mo\">d</a>e</p>"_s);
}

void MkDocsTest::titlesWithoutEndEnd()
{
    QFETCH(QString, markdown);
    QFETCH(QString, expected);
    QCOMPARE(html(markdown), expected);
}

void MkDocsTest::longParagraphsTakeTheUsualSteps()
{
    MarkdownOptions options;
    options.extensions = readMkDocsConfig("site_name: x\nplugins: [techdocs-core]\n", u"mkdocs.yml"_s)->extensions;
    const QString text = u"A paragraph with *some* emphasis, **strong words**, `code_with_names`, a_name_too, ~~what was~~ and [a link](https://example.com/a_b_c). "_s;
    const auto result = renderMarkdown(QString(text.repeated(10) + u"\n\n"_s).repeated(40), options);
    QVERIFY(result);
    QCOMPARE(result->slowMatches, 0);
    QCOMPARE(result->html.count(u"<strong>"_s), 400);
    QCOMPARE(result->html.count(u"<em>"_s), 400);
    QCOMPARE(result->html.count(u"<del>"_s), 400);
}

void MkDocsTest::depthHasAnEnd()
{
    const QString quotes = html(u"> "_s.repeated(5000) + u"deep"_s);
    QVERIFY(quotes.contains(u"deep"_s));
    QVERIFY(quotes.count(u"<blockquote>"_s) < 200);
    QString list;
    for (int i = 0; i < 2000; ++i)
        list += QString(i * 4, u' ') + u"- x\n"_s;
    QVERIFY(html(list).count(u"<ul>"_s) < 200);
}

void MkDocsTest::configErrorsNameTheirPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("begin");
    QTest::newRow("no name") << QByteArray("docs_dir: x\n") << u"a/mkdocs.yml:1:1: "_s;
    QTest::newRow("not YAML") << QByteArray("site_name: x\nnav: [\n") << u"a/mkdocs.yml:"_s;
    QTest::newRow("nav no list") << QByteArray("site_name: x\nnav: page.md\n") << u"a/mkdocs.yml:2:1: "_s;
    QTest::newRow("nav entry of two") << QByteArray("site_name: x\nnav:\n  - a: b.md\n    c: d.md\n") << u"a/mkdocs.yml:3:5: "_s;
    QTest::newRow("behind a marker") << QByteArray("---\nsite_name: x\nnav: 3\n") << u"a/mkdocs.yml:3:1: "_s;
    QTest::newRow("extensions no list") << QByteArray("site_name: x\nmarkdown_extensions: toc\n") << u"a/mkdocs.yml:2:1: "_s;
    QTest::newRow("a text") << QByteArray("hello") << u"a/mkdocs.yml:1:1: "_s;
}

void MkDocsTest::configErrorsNameTheirPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, begin);
    const auto config = readMkDocsConfig(text, u"a/mkdocs.yml"_s);
    QVERIFY(!config);
    QCOMPARE(config.error().code, domain::ErrorCode::Invalid);
    QVERIFY2(config.error().detail.startsWith(begin), qPrintable(config.error().detail));
}

void MkDocsTest::configIsRead()
{
    const auto config = readMkDocsConfig("site_name: !ENV [NAME, 'Docs']\n"
                                         "repo_url: https://github.com/o/r\n"
                                         "use_directory_urls: no\n"
                                         "INHERIT: base.yml\n"
                                         "markdown_extensions:\n"
                                         "  - toc:\n"
                                         "      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}\n"
                                         "  - pymdownx.superfences:\n"
                                         "      custom_fences:\n"
                                         "        - name: mermaid\n"
                                         "          class: mermaid\n"
                                         "          format: !!python/name:pymdownx.superfences.fence_code_format\n",
        u"mkdocs.yml"_s, [](const QString &path) -> domain::Result<QByteArray> {
            return path == "base.yml"_L1 ? domain::Result<QByteArray>("theme:\n  name: material\nsite_name: other\n")
                                         : domain::fail(domain::ErrorCode::NotFound, {});
        });
    QVERIFY2(config, config ? "" : qPrintable(config.error().detail));
    QCOMPARE(config->siteName, u"Docs"_s);
    QVERIFY(config->isMaterial);
    QVERIFY(!config->useDirectoryUrls);
    QCOMPARE(config->editUri, u"edit/master/docs/"_s);
    QCOMPARE(config->extensions[0].options["slugify"_L1]["function"_L1].toString(), u"pymdownx.slugs.slugify"_s);
    QCOMPARE(config->extensions.back().options["custom_fences"_L1][0]["format"_L1].toString(), u"pymdownx.superfences.fence_code_format"_s);
}

void MkDocsTest::ignoreRules_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("matches");
    // What pathspec's GitIgnoreSpec says, which MkDocs uses.
    QTest::newRow("name") << u"a.md"_s << u"x/a.md"_s << true;
    QTest::newRow("anchored") << u"/a.md"_s << u"x/a.md"_s << false;
    QTest::newRow("folder") << u"drafts/"_s << u"x/drafts/a.md"_s << true;
    QTest::newRow("folder is no file") << u"drafts/"_s << u"drafts"_s << false;
    QTest::newRow("star") << u"*.py"_s << u"x/y.py"_s << true;
    QTest::newRow("star stays in its part") << u"x/*.py"_s << u"x/y/z.py"_s << false;
    QTest::newRow("two stars") << u"x/**/z.py"_s << u"x/y/w/z.py"_s << true;
    QTest::newRow("two stars for none") << u"x/**/z.py"_s << u"x/z.py"_s << true;
    QTest::newRow("class") << u"[a-c]?.md"_s << u"bz.md"_s << true;
    QTest::newRow("dot") << u".*"_s << u".github/x.md"_s << true;
    QTest::newRow("below a name") << u"x"_s << u"a/x/b.md"_s << true;
}

void MkDocsTest::ignoreRules()
{
    QFETCH(QString, rule);
    QFETCH(QString, path);
    QFETCH(bool, matches);
    QCOMPARE(IgnoreRules({rule}).matches(path), matches);
    QCOMPARE(IgnoreRules({rule, u'!' + rule}).matches(path), false);
}

void MkDocsTest::snippetsStayInside()
{
    GivenFiles files({{u"site/mkdocs.yml"_s, "site_name: x\nplugins: [techdocs-core]\n"},
        {u"site/docs/index.md"_s, "--8<-- \"../secret.md\"\n\n--8<-- \"/etc/passwd\"\n\n--8<-- \"docs/part.txt\"\n"},
        {u"site/docs/part.txt"_s, "inside"}, {u"secret.md"_s, "outside"}, {u"etc/passwd"_s, "outside"}});
    const Built built = build(files, {.folder = u"site"_s, .adrFolder = {}, .editTemplate = {}});
    QVERIFY(built.site);
    const QString page = built.pages.at(QString()).html;
    QVERIFY(page.contains(u"inside"_s));
    QVERIFY(!page.contains(u"outside"_s));
}

void MkDocsTest::snippetsThatMultiplyEnd()
{
    MarkdownOptions options;
    options.extensions = {{u"pymdownx.snippets"_s, {}}};
    int reads = 0;
    options.snippet = [&reads](const QString &path) -> std::optional<QString> {
        ++reads;
        const int level = path.toInt();
        return u"--8<-- \"%1\"\n--8<-- \"%1\"\n"_s.arg(level + 1) + QString(100'000, u'x');
    };
    const auto result = renderMarkdown(u"--8<-- \"0\"\n"_s, options);
    QVERIFY(result);
    QVERIFY(result->html.size() < 20'000'000);
    QVERIFY(reads < 1000);
}

void MkDocsTest::linksNeverLeaveTheRoot()
{
    GivenFiles files({{u"mkdocs.yml"_s, "site_name: x\ndocs_dir: ../other\n"}, {u"other/index.md"_s, "x"}});
    QCOMPARE(build(files, {}).site.error().code, domain::ErrorCode::Invalid);
}

void MkDocsTest::includesOtherSites()
{
    GivenFiles files({{u"mkdocs.yml"_s, "site_name: x\nplugins: [techdocs-core]\nnav:\n  - index.md\n  - Part: '!include ./part/mkdocs.yml'\n"},
        {u"docs/index.md"_s, "# Home\n\n[in](part-site/a.md)"}, {u"part/mkdocs.yml"_s, "site_name: part-site\nnav:\n  - a.md\n"},
        {u"part/docs/a.md"_s, "# A"}});
    const Built built = build(files, {});
    QVERIFY2(built.site, built.site ? "" : qPrintable(built.site.error().detail));
    QCOMPARE(built.site->nav.size(), size_t(2));
    QCOMPARE(built.site->nav[1].title, u"Part"_s);
    QCOMPARE(built.site->nav[1].children[0].path, u"part-site/a/"_s);
    QVERIFY(built.pages.at(QString()).html.contains(u"href=\"part-site/a/\""_s));
}

void MkDocsTest::readmeAlone()
{
    GivenFiles files({{u"README.md"_s, "# My Project\n\n## Use it\n\n[adr](docs/adr/0001-x.md) [code](src/main.c)\n\n## Use it\n"},
        {u"docs/adr/0001-x.md"_s, "# 1. Record\n\nDate: 2024-05-06\n\n## Status\n\nAccepted\n\n[home](../../README.md)\n"},
        {u"docs/adr/template.md"_s, "# Template\n"}, {u"src/main.c"_s, "int"}});
    const Built built = build(files, {.folder = {}, .adrFolder = {}, .editTemplate = u"https://github.com/o/r/blob/main/{path}"_s});
    QVERIFY(built.site);
    QCOMPARE(built.site->flavour, u"readme"_s);
    QCOMPARE(built.site->name, u"My Project"_s);
    const SitePage &page = built.pages.at(QString());
    QCOMPARE(page.headings.size(), size_t(3));
    QCOMPARE(page.headings[1].id, u"use-it"_s);
    QCOMPARE(page.headings[2].id, u"use-it-1"_s);
    QVERIFY(page.html.contains(u"href=\"docs/adr/0001-x/\""_s));
    QVERIFY(page.html.contains(u"href=\"https://github.com/o/r/blob/main/src/main.c\""_s));
    const SitePage &record = built.pages.at(u"docs/adr/0001-x/"_s);
    QCOMPARE(record.status, u"accepted"_s);
    QCOMPARE(record.date, u"2024-05-06"_s);
    QVERIFY(record.html.contains(u"href=\"../../../\""_s));
    QCOMPARE(built.pages.size(), size_t(2));
}

void MkDocsTest::readmeWithDocs()
{
    GivenFiles files({{u"r/README.md"_s, "# My Project\n\n[guide](docs/guide.md) [deep](docs/ops/index.md)\n"},
        {u"r/docs/guide.md"_s, "# Guide\n\n[home](../README.md) ![a](img/a.png)\n"}, {u"r/docs/img/a.png"_s, "png"},
        {u"r/docs/ops/index.md"_s, "# Operations\n"}, {u"r/docs/ops/README.md"_s, "# Not this\n"}, {u"r/docs/zeta.md"_s, "# Zeta\n"},
        {u"r/docs/adr/0001-x.md"_s, "# 1. Record\n"}, {u"r/other/b.md"_s, "# Not shown\n"}});
    const Built built = build(files, {.folder = u"r"_s, .adrFolder = {}, .editTemplate = {}});
    QVERIFY(built.site);
    QCOMPARE(built.site->flavour, u"readme"_s);
    QCOMPARE(built.site->name, u"My Project"_s);
    QStringList nav;
    for (const auto &entry : built.site->nav) {
        nav += entry.title + u':' + entry.path;
        for (const auto &child : entry.children)
            nav += u"- "_s + child.title + u':' + child.path;
    }
    QCOMPARE(nav, (QStringList {u"My Project:"_s, u"Guide:docs/guide/"_s, u"Zeta:docs/zeta/"_s, u"Ops:"_s, u"- Operations:docs/ops/"_s, u"Decision records:"_s,
        u"- 1. Record:docs/adr/0001-x/"_s}));
    QVERIFY(built.pages.at(QString()).html.contains(u"href=\"docs/guide/\""_s));
    QVERIFY(built.pages.at(QString()).html.contains(u"href=\"docs/ops/\""_s));
    QVERIFY2(built.pages.at(u"docs/guide/"_s).html.contains(u"src=\"../img/a.png\""_s), qPrintable(built.pages.at(u"docs/guide/"_s).html));
    QCOMPARE(built.pages.size(), size_t(5));
}

void MkDocsTest::decisionRecords_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("date");
    // https://cognitect.com/blog/2011/11/15/documenting-architecture-decisions and https://adr.github.io/madr/ in its versions.
    QTest::newRow("Nygard") << QByteArray("# 2. X\n\nDate: 2016-02-12\n\n## Status\n\nSuperseded by [3](3.md)\n") << u"superseded"_s << u"2016-02-12"_s;
    QTest::newRow("MADR 2") << QByteArray("# X\n\n* Status: accepted\n* Deciders: a\n* Date: 2020-01-02\n") << u"accepted"_s << u"2020-01-02"_s;
    QTest::newRow("MADR 3") << QByteArray("---\nstatus: proposed\ndate: 2023-03-04\n---\n# X\n") << u"proposed"_s << u"2023-03-04"_s;
    QTest::newRow("setext") << QByteArray("X\n===\n\nStatus\n------\n\nDeprecated\n") << u"deprecated"_s << QString();
    QTest::newRow("none") << QByteArray("# X\n\ntext\n") << QString() << QString();
}

void MkDocsTest::decisionRecords()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, status);
    QFETCH(QString, date);
    GivenFiles files({{u"decisions/0001.md"_s, text}});
    const Built built = build(files, {.folder = {}, .adrFolder = u"decisions"_s, .editTemplate = {}});
    QVERIFY(built.site);
    QCOMPARE(built.site->flavour, u"adr"_s);
    QCOMPARE(built.pages.begin()->second.status, status);
    QCOMPARE(built.pages.begin()->second.date, date);
}

void MkDocsTest::linksOutOfTheFolderAreNotFollowed()
{
    QTemporaryDir outside;
    QTemporaryDir folder;
    QFile secret(outside.filePath(u"secret.md"_s));
    QVERIFY(secret.open(QIODevice::WriteOnly) && secret.write("secret") > 0);
    secret.close();
    QVERIFY(QDir(folder.path()).mkdir(u"docs"_s));
    QVERIFY(QFile::link(secret.fileName(), folder.filePath(u"docs/a.md"_s)));
    QVERIFY(QFile::link(outside.path(), folder.filePath(u"docs/dir"_s)));
    QFile config(folder.filePath(u"mkdocs.yml"_s));
    QVERIFY(config.open(QIODevice::WriteOnly) && config.write("site_name: x\n") > 0);
    config.close();
    QFile index(folder.filePath(u"docs/index.md"_s));
    QVERIFY(index.open(QIODevice::WriteOnly) && index.write("# Home\n") > 0);
    index.close();
    FolderFiles files(folder.path());
    const Built built = build(files, {});
    QVERIFY(built.site);
    for (const auto &[path, page] : built.pages)
        QVERIFY2(!page.html.contains(u"secret"_s), qPrintable(path));
}


QTEST_GUILESS_MAIN(MkDocsTest)
#include "tst_mkdocs.moc"
