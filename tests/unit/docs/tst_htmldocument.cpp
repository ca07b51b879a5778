// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/htmldocument.h"

#include "tests/unit/docs/documenttext.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace callboard;
using namespace callboard::docs;
using namespace Qt::StringLiterals;

namespace {

QByteArray fileBytes(const QString &name)
{
    QFile file(QStringLiteral(CALLBOARD_TEST_DATA "/docs/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestHtmlDocument final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void becomesStructure_data();
    void becomesStructure();
    void readsWhatMkDocsWrites_data();
    void readsWhatMkDocsWrites();
    void readsAThemesNavigation_data();
    void readsAThemesNavigation();
    void comesBackFromJson();
};

void TestHtmlDocument::becomesStructure_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *html, const QString &text) { QTest::newRow(name) << QByteArray(html) << text; };

    // White space as CSS 2.2, 16.6.1 folds it.
    row("white space", "<p>  a\n  b <b> c</b>  d </p>", u"p: a b {strong|c} d"_s);
    row("no-break space", "<p>a&nbsp; b</p>", u"p: a\u00a0 b"_s);
    row("break", "<p>a <br> b<br></p>", u"p: a⏎b"_s);
    row("loose text", "a <i>b</i><p>c</p>d", u"p: a {em|b}\np: c\np: d"_s);
    row("unknown elements", "<x-y a=1>a</x-y><blink>b</blink>", u"p: ab"_s);
    row("styles", "<p><b>a</b><em>b</em><code>c</code><s>d</s><mark>e</mark><ins>f</ins><sup>g</sup><sub>h</sub><kbd>i</kbd><small>j</small>",
        u"p: {strong|a}{em|b}{code|c}{strike|d}{mark|e}{ins|f}{sup|g}{sub|h}{kbd|i}{small|j}"_s);
    row("anchors", "<p>x <a id=user-content-a></a>y <span id=b>z</span></p><a name=c></a><h2>t</h2>",
        u"p: x {#a|y }{#b|z}\nh2 #c: t"_s);
    row("quote", "<blockquote><p>a</p><blockquote>b</blockquote></blockquote>", u"quote\n  p: a\n  quote\n    p: b"_s);
    row("lists", "<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li><li></li></ul><ol start=3><li>e</ol>",
        u"list\n  item: a\n    list\n      item: b\n  item\n    p: c\n    p: d\n  item\nlist ordered start=3\n  item: e"_s);
    row("table without a head", "<table><tr><th>a<th>b<tr><td colspan=2 align=right><p>c</table>",
        u"table head=1\n  row\n    cell: a\n    cell: b\n  row\n    cell right columns=2: c"_s);
    row("table with blocks", "<table><caption>t</caption><tr><td><ul><li>a</ul><td style='text-align: center'>b</table>",
        u"table 't'\n  row\n    cell\n      list\n        item: a\n    cell centre: b"_s);
    row("drawing", "<p>a <svg><title>Up</title><path d=''/><text>no</text></svg></p>", u"p: a Up"_s);
    row("emoji", "<p><img class=emoji alt='😄' src='https://x.test/a.png'> <span class=twemoji title=':a:'><svg></svg></span>", u"p: 😄 :a:"_s);
    row("pictures", "<p><a href='../b/'><img src='../img/a%20b.png' alt=A width=30px title=T></a><img src='https://x.test/i.png'></p>",
        u"p: {→b/ img=img/a b.png w=30 'T'|A}{img=https://x.test/i.png|}"_s);
    row("one of two pictures", "<p><img src='a.png#only-light' alt=l><img src='b.png#only-dark' alt=d></p>", u"p: {img=page/a.png|l}"_s);
    row("hidden", "<p>a<span hidden>b</span><span style='display: none'>c</span></p>", u"p: a"_s);

    // From a README on GitHub.
    row("GitHub: heading", "<div class=markdown-heading dir=auto><h2 class=heading-element dir=auto>Install</h2><a id='user-content-install' "
        "class=anchor aria-label='Permalink: Install' href='#install'><svg class=octicon><path d=''></path></svg></a></div>"
        "<p>b</p>", u"h2: Install\np #install: b"_s);
    row("GitHub: code", "<div class='highlight highlight-source-shell notranslate' data-snippet-clipboard-copy-content='x'><pre>npm i "
        "<span class=pl-s>x</span>\n</pre><div class=zeroclipboard-container><clipboard-copy>c</clipboard-copy></div></div>",
        u"code shell: npm i x"_s);
    row("GitHub: alert", "<div class='markdown-alert markdown-alert-tip'><p class=markdown-alert-title><svg></svg>Tip</p><p>a</p></div>",
        u"admonition tip 'Tip'\n  p: a"_s);
    row("GitHub: tasks", "<ul class=contains-task-list><li class=task-list-item><input type=checkbox class=task-list-item-checkbox disabled "
        "checked> a</li><li class=task-list-item><input type=checkbox> b</li></ul>", u"list\n  item done: a\n  item todo: b"_s);
    row("GitHub: footnotes", "<p>a<sup><a href='#user-content-fn-1' id='user-content-fnref-1' data-footnote-ref>1</a></sup></p><section "
        "data-footnotes class=footnotes><h2 class=sr-only>Footnotes</h2><ol><li id='user-content-fn-1'><p>b <a "
        "href='#user-content-fnref-1' data-footnote-backref class=data-footnote-backref>↩</a></p></li></ol></section>",
        u"p: a{sup,note→#fn-1 #fnref-1|1}\nfootnotes\n  footnote #fn-1\n    p: b {note→#fnref-1|↩}"_s);

    // Pygments as pymdownx.highlight has it set up.
    row("code with spans for lines", "<div class='language-py highlight'><span class=filename>a.py</span><pre><span></span><code><span "
        "class=linenos data-linenos='7 '></span>a\n<span class=linenos data-linenos='8 '></span><span class=hll>b\n</span></code></pre></div>",
        u"code py from=7 !2 'a.py': a⏎b"_s);
    row("code as Python-Markdown has it", "<div class=codehilite><pre><span></span><code><span class=k>if</span>\n</code></pre></div>"
        "<pre><code class=yaml>a: 1\n\n b\n</code></pre>", u"code: if\ncode yaml: a: 1⏎⏎ b"_s);
    row("diagrams", "<div class=mermaid>graph TD\nA--&gt;B</div><pre class=mermaid><code>x</code></pre><pre><code class=language-puml>y</code>"
        "</pre>", u"code mermaid: graph TD⏎A-->B\ncode mermaid: x\ncode plantuml: y"_s);
}

void TestHtmlDocument::becomesStructure()
{
    QFETCH(const QByteArray, html);
    QFETCH(const QString, text);
    const auto document = documentFromHtml(html, { u"page/"_s, {} });
    QVERIFY(document);
    QCOMPARE(asText(*document), text);
}

void TestHtmlDocument::readsWhatMkDocsWrites_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("material") << u"material.html"_s;
    QTest::newRow("mkdocs") << u"mkdocs.html"_s;
}

// Both pages were built from tests/data/docs/index.md by MkDocs with tests/data/docs/mkdocs.yml; what they are, its author says in tests/data/docs/index.txt.
void TestHtmlDocument::readsWhatMkDocsWrites()
{
    QFETCH(const QString, file);
    const auto page = techdocsArticle(fileBytes(file), {});
    QVERIFY(page);
    QCOMPARE(asText(page->article), QString::fromUtf8(fileBytes(u"index.txt"_s)).trimmed());
    QCOMPARE(page->title, u"Hello world x"_s);
    QCOMPARE(page->siteName, u"Handbook"_s);
    QCOMPARE(page->editUrl, u"https://github.com/a/b/edit/main/docs/index.md"_s);
    QCOMPARE(page->outline.size(), 2u);
    QCOMPARE(page->outline[0].id, u"hello-world-x"_s);
}

void TestHtmlDocument::readsAThemesNavigation_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("material") << u"material.html"_s;
    QTest::newRow("mkdocs") << u"mkdocs.html"_s;
    QTest::newRow("readthedocs") << u"readthedocs.html"_s;
}

void TestHtmlDocument::readsAThemesNavigation()
{
    QFETCH(const QString, file);
    const auto page = techdocsArticle(fileBytes(file), {});
    QVERIFY(page);
    using Entry = domain::DocNavEntry;
    const std::vector<Entry> expected {
        { u"Home"_s, u""_s, {}, true, {} },
        { u"Guide"_s, {}, {}, false, { { u"Setup"_s, u"guide/setup/"_s, {}, true, {} }, { u"Deep"_s, {}, {}, false, { { u"Deeper"_s, u"guide/deep/"_s, {}, true, {} } } } } },
        { u"Ext"_s, {}, u"https://example.com/"_s, false, {} },
    };
    QCOMPARE(page->nav.size(), expected.size());
    for (size_t i = 0; i < expected.size(); ++i)
        QCOMPARE(page->nav[i].title, expected[i].title);
    QVERIFY(page->nav == expected);
    QVERIFY(domain::plainText(page->article.blocks.front()).contains("Hello"_L1));
}

void TestHtmlDocument::comesBackFromJson()
{
    const auto page = techdocsArticle(fileBytes(u"material.html"_s), {});
    QVERIFY(page);
    const QByteArray json = QJsonDocument(page->article.toJson()).toJson();
    QVERIFY(domain::Document::fromJson(QJsonDocument::fromJson(json).object()) == page->article);
}

QTEST_APPLESS_MAIN(TestHtmlDocument)
#include "tst_htmldocument.moc"
