// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/htmldocument.h"

#include "tests/unit/docs/documenttext.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

using namespace callboard;
using namespace callboard::docs;
using namespace Qt::StringLiterals;

class TestHostileHtml final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingThatRunsOrFetchesIsLeft_data();
    void nothingThatRunsOrFetchesIsLeft();
    void linksLeadWhereTheyMay_data();
    void linksLeadWhereTheyMay();
    void picturesComeFromWhereTheyMay_data();
    void picturesComeFromWhereTheyMay();
    void linksComeApartAsTheyWereMade_data();
    void linksComeApartAsTheyWereMade();
    void hugePagesAreReadOrRefused_data();
    void hugePagesAreReadOrRefused();
    void depthIsBounded();
    void aTableOfTwentyThousandRows();
};

void TestHostileHtml::nothingThatRunsOrFetchesIsLeft_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *html, const char *text) { QTest::newRow(name) << QByteArray(html) << QString::fromUtf8(text); };
    // Shapes of the OWASP XSS Filter Evasion Cheat Sheet, and of html5sec.org.
    row("script", "<p>a<script>evil()</script>b</p><script src=//x.test/x.js></script>", "p: ab");
    row("script in pieces", "<scr<script>ipt>evil()</script>", "p: ipt>evil()");
    row("script never closed", "a<script>evil()", "p: a");
    row("handlers", "<p onclick=evil() onmouseover='evil()'>a<img src=x onerror=evil() alt=b></p>", "p: a{img=x|b}");
    row("style", "<style>@import 'https://x.test/evil.css'</style><p style='background:url(https://x.test/a.png)'>a</p><link rel=stylesheet "
                 "href='https://x.test/evil.css'>", "p: a");
    row("frames", "<iframe src='https://x.test/'>evil</iframe><frameset><frame src=evil></frameset><object data=evil>evil</object><embed "
                  "src=evil><applet code=evil>evil</applet>a", "p: a");
    row("forms", "<form action='https://x.test/'>a<input name=evil value=evil><button formaction='javascript:evil()'>evil</button><select><option>"
                 "evil</select><textarea>evil</textarea></form>b", "p: a\np: b");
    row("meta and base", "<base href='https://x.test/'><meta http-equiv=refresh content='0;url=javascript:evil()'><a href=b/>a</a>", "p: {→b/|a}");
    row("media", "<video src=evil autoplay><source src=evil>evil</video><audio src=evil onerror=evil()></audio>a", "p: a");
    row("drawing", "<svg onload=evil()><script>evil()</script><title>a</title><a xlink:href='javascript:evil()'><text>evil</text></a>"
                   "<foreignObject><iframe src=evil></iframe></foreignObject></svg>", "p: a");
    row("math", "<math><maction actiontype='statusline#http://x.test/evil' xlink:href='javascript:evil()'>a</maction></math>", "p: a");
    row("template", "<template><p>evil</p></template><p>a", "p: a");
    row("comments", "<!-- evil --><![CDATA[b]]><!--[if IE]><script>evil()</script><![endif]-->a", "p: a");
    row("mutation", "<noscript><p title='</noscript><img src=x onerror=evil()>'></noscript>a", "p: a");
    row("server side", "<?php evil() ?>a<%= b %>", "p: a<%= b %>");
    row("nul", "<p>a\0b</p>", "p: a");
}

void TestHostileHtml::nothingThatRunsOrFetchesIsLeft()
{
    QFETCH(const QByteArray, html);
    QFETCH(const QString, text);
    const auto document = documentFromHtml(html, {});
    QVERIFY(document);
    QCOMPARE(asText(*document), text);
    const QByteArray json = QJsonDocument(document->toJson()).toJson();
    QVERIFY2(!json.contains("evil") || text.contains("evil"_L1), json.constData());
}

void TestHostileHtml::linksLeadWhereTheyMay_data()
{
    QTest::addColumn<QString>("href");
    QTest::addColumn<QString>("link");
    const auto row = [](const char *href, const char *link) { QTest::newRow(href) << QString::fromUtf8(href) << QString::fromUtf8(link); };
    row("https://x.test/a?b#c", "https://x.test/a?b#c");
    row("HTTP://X.test/", "http://x.test/");
    row("//x.test/a", "https://x.test/a");
    row("mailto:a@x.test?subject=b", "mailto:a@x.test?subject=b");
    row("#a", "#a");
    row("#user-content-a%C3%A4", "#aä");
    row("#", "");
    row("", "");
    row("../", "guide/");
    row("../../", "./");
    row("../..", "./");
    row("../../index.html#x", "./#x");
    row("../../../", "");
    row("../../../../etc/passwd", "");
    row("..%2f..%2f..%2fetc/passwd", "");
    row("%2e%2e/%2e%2e/%2E%2E/x", "");
    row("..\\..\\..\\x", "");
    row("a/../../../../x", "");
    row("/x/y", "x/y");
    row("/../x", "");
    row("b.html?q=1#c", "guide/setup/b.html#c");
    row("b/index.html", "guide/setup/b/");
    row("c%23%25/", "guide/setup/c%23%25/");
    row("/a%3Ab", ""); // Would be read as a scheme.
    row("/javascript%3Aevil()", "");
    for (const char *evil : { "javascript:evil()", " JaVaScRiPt:evil()", "java\tscript:evil()", "java\nscript:evil()", "\x01javascript:evil()",
             "data:text/html,<script>evil()</script>", "vbscript:evil()", "file:///etc/passwd", "ftp://x.test/",
             "blob:https://x.test/a", "about:blank", "view-source:https://x.test/", "https://user:pass@x.test/", "https://", "http:///x",
             "C:\\Windows", "smb://x.test/a", "callboard://open", "mailto:" }) {
        row(evil, "");
    }
    // As routes.ts of Backstage's plugin "techdocs" names pages of other entities.
    row("/docs/default/component/ledger/guide/#x", "/component:default/ledger/guide/#x");
    row("/docs/Default/Component/Ledger", "/component:default/ledger/");
    row("https://portal.test/docs/default/api/pay/index.html", "/api:default/pay/");
    row("https://portal.test/catalog/default/api/pay", "https://portal.test/catalog/default/api/pay");
    row("/docs/default/component/ledger/../../x", "");
}

void TestHostileHtml::linksLeadWhereTheyMay()
{
    QFETCH(const QString, href);
    QFETCH(const QString, link);
    QCOMPARE(runLink(href, { u"guide/setup/"_s, u"https://portal.test"_s }), link);
}

void TestHostileHtml::picturesComeFromWhereTheyMay_data()
{
    QTest::addColumn<QString>("src");
    QTest::addColumn<QString>("image");
    const auto row = [](const char *src, const char *image) { QTest::newRow(src) << QString::fromUtf8(src) << QString::fromUtf8(image); };
    row("a.png", "guide/a.png");
    row("../img/a%20b.png?raw=true#x", "img/a b.png");
    row("/img/a.png", "img/a.png");
    row("https://x.test/a.png", "https://x.test/a.png");
    row("../../a.png", "");
    row("../..%5ca.png", "");
    row("data:image/png;base64,AAAA", "");
    row("javascript:evil()", "");
    row("file:///etc/passwd", "");
    row("https://a:b@x.test/a.png", "");
}

void TestHostileHtml::picturesComeFromWhereTheyMay()
{
    QFETCH(const QString, src);
    QFETCH(const QString, image);
    QCOMPARE(runImage(src, { u"guide/setup.html"_s, {} }), image);
}

void TestHostileHtml::linksComeApartAsTheyWereMade_data()
{
    QTest::addColumn<QString>("site");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("anchor");
    for (const QString &site : { u""_s, u"component:default/b"_s }) {
        for (const QString &path : { u""_s, u"guide/"_s, u"c#/50%/"_s, u"%23/"_s, u"a.html"_s }) {
            for (const QString &anchor : { u""_s, u"x"_s, u"a#b"_s })
                QTest::addRow("%s|%s|%s", qPrintable(site), qPrintable(path), qPrintable(anchor)) << site << path << anchor;
        }
    }
}

void TestHostileHtml::linksComeApartAsTheyWereMade()
{
    QFETCH(const QString, site);
    QFETCH(const QString, path);
    QFETCH(const QString, anchor);
    const auto link = domain::docLink(domain::linkToDocs(path, anchor, site), u"component:default/a"_s, u"here/"_s);
    QCOMPARE(link.kind, domain::DocLink::Kind::Page);
    QCOMPARE(link.site, site.isEmpty() ? u"component:default/a"_s : site);
    QCOMPARE(link.path, path);
    QCOMPARE(link.anchor, anchor);
}

void TestHostileHtml::hugePagesAreReadOrRefused_data()
{
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<bool>("mayBeRead");
    constexpr int fifty = 50 << 20;
    QTest::newRow("50 MiB of text") << QByteArray("<p>" + QByteArray(fifty - 3, 'x')) << true;
    QTest::newRow("a byte more") << QByteArray(fifty + 1, 'x') << false;
    QTest::newRow("5 MiB of paragraphs") << QByteArray("<p>some text in a paragraph</p>\n").repeated((5 << 20) / 32) << true;
    QTest::newRow("100,000 deep") << QByteArray("<div>").repeated(100'000) << false;
    QTest::newRow("100,000 deep, closed") << QByteArray("<b>").repeated(100'000) + "x" + QByteArray("</b>").repeated(100'000) << false;
    QTest::newRow("100,000 deep, out of sight") << QByteArray("<div><applet></div>").repeated(100'000) << false;
    // Each paragraph opens again what was open in the one before: the tree grows with the square of the text.
    QByteArray formats;
    for (int i = 0; i < 1500; ++i)
        formats += "<font id=f" + QByteArray::number(i) + ">";
    QTest::newRow("formats without end") << formats + QByteArray("<p>x").repeated(1'000'000) << false; // The memory's end.
    QByteArray attributes = "<p ";
    for (int i = 0; i < 200'000; ++i)
        attributes += "a" + QByteArray::number(i) + " ";
    QTest::newRow("200,000 attributes") << QByteArray(attributes + ">x") << false;
    QTest::newRow("5 MiB of <") << QByteArray(5 << 20, '<') << true;
    QTest::newRow("entities") << QByteArray("&lt;&CounterClockwiseContourIntegral;").repeated(100'000) << true;
}

void TestHostileHtml::hugePagesAreReadOrRefused()
{
    QFETCH(const QByteArray, html);
    QFETCH(const bool, mayBeRead);
    QElapsedTimer timer;
    timer.start();
    const auto document = documentFromHtml(html, {});
    QVERIFY2(timer.elapsed() < 120'000, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
    if (!document) {
        QCOMPARE(document.error().code, domain::ErrorCode::Invalid);
        QVERIFY(!document.error().detail.isEmpty());
    }
    if (mayBeRead)
        QVERIFY(document.has_value());
}

void TestHostileHtml::depthIsBounded()
{
    for (const char *tag : { "div", "blockquote", "b", "section", "details" }) {
        const QByteArray open = '<' + QByteArray(tag) + '>';
        const auto document = documentFromHtml(QByteArray(open.repeated(1900) + "end"), {});
        QVERIFY(document);
        const auto again = domain::Document::fromJson(document->toJson());
        QVERIFY(again == *document);
        QVERIFY(asText(again).endsWith("end"_L1) || asText(again).endsWith("end}"_L1));
    }
    // Items and cells nest without an end tag.
    for (const QByteArray &part : { QByteArray("<ul><li>a"), QByteArray("<table><tr><td>a"), QByteArray("<dl><dd>a") }) {
        const auto document = documentFromHtml(QByteArray(part.repeated(900) + "end"), {});
        QVERIFY(document);
        QVERIFY(domain::Document::fromJson(document->toJson()) == *document);
        QVERIFY(asText(*document).contains("end"_L1));
    }
}

void TestHostileHtml::aTableOfTwentyThousandRows()
{
    QByteArray html = "<table><thead><tr><th>a<th>b<th>c</thead><tbody>";
    for (int i = 0; i < 20'000; ++i)
        html += "<tr><td>" + QByteArray::number(i) + "</td><td><code>x</code></td><td>text</td></tr>\n";
    const auto document = documentFromHtml(html, {});
    QVERIFY(document);
    QCOMPARE(document->blocks.size(), 1u);
    const auto &rows = document->blocks.front().children;
    QCOMPARE(rows.size(), 20'001u);
    QCOMPARE(rows.back().children.size(), 3u);
    QCOMPARE(domain::plainText(rows.back().children.front().runs), u"19999"_s);
}

QTEST_APPLESS_MAIN(TestHostileHtml)
#include "tst_hostilehtml.moc"
