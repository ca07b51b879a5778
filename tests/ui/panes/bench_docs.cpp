// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long a person waits for a page of documentation: from the wish to the painted article, out of the mirror. Every Markdown
// file below a folder is a page. `bench_docs FOLDER`; one JSON line a figure.
#include "tests/ui/panes/world.h"

#include "models/docs/gfm.h"
#include "models/docs/htmldocument.h"
#include "tests/bench/figures.h"
#include "tests/ui/kit/documents.h"
#include "ui/kit/documentview.h"
#include "ui/kit/style.h"
#include "ui/panes/docs/articlepage.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDirIterator>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace callboard;
using testkit::World;

namespace {

constexpr QSize screen { 1080, 1000 }; ///< The centre of a window of 1920 × 1080.

/// Each folder right below is a site; its files are pages.
void read(const QDir &folder, std::vector<domain::DocSite> &sites, std::vector<domain::DocPage> &pages)
{
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        domain::DocSite site;
        site.entityRef = u"component:default/"_s + name.toLower();
        site.name = name;
        QDirIterator files(folder.filePath(name), { u"*.md"_s }, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const auto html = docs::gfmToHtml(file.readAll());
            domain::DocPage page;
            page.site = site.entityRef;
            page.path = QDir(folder.filePath(name)).relativeFilePath(file.fileName()).chopped(3) + u'/';
            auto document = html ? docs::documentFromHtml(*html, { page.path, {} }) : domain::fail(domain::ErrorCode::Invalid, {});
            if (!document)
                continue;
            page.title = page.path;
            page.document = std::move(*document);
            site.nav.push_back({ page.title, page.path, {}, true, {} });
            pages.push_back(std::move(page));
        }
        site.pages = int(site.nav.size());
        if (site.pages > 0)
            sites.push_back(std::move(site));
    }
}

void paint()
{
    QCoreApplication::sendPostedEvents();
}

void benchPages(World &world, const std::vector<domain::DocPage> &pages, bench::Report &report)
{
    ui::panes::ArticlePage article(world.context(), { pages.front().site, pages.front().path, {} });
    article.resize(screen);
    article.show();
    if (!QTest::qWaitForWindowExposed(&article))
        qFatal("a window was not exposed");
    bench::Samples whole, view;
    for (const auto &page : pages) {
        whole.add(bench::measured([&] {
            article.setAddress({ page.site, page.path, {} });
            paint();
        }));
        view.add(bench::measured([&] {
            article.view().setDocument(page.document);
            article.view().viewport()->repaint();
        }));
        QTest::qWait(1); // What was put off is done between two looks, as it would be.
    }
    report.samples(u"docs: another page out of the mirror, painted"_s, quint32(pages.size()), whole, 16);
    report.samples(u"docs: of that, laid out and painted"_s, quint32(pages.size()), view, 16);
}

void benchTable(bench::Report &report)
{
    domain::Block table = testkit::block(domain::Block::Kind::Table, { testkit::row({ u"Number"_s, u"Name"_s, u"What it is"_s }) });
    table.headerRows = 1;
    for (int at = 0; at < 20'000; ++at)
        table.children.push_back(testkit::row({ QString::number(at), u"row-%1"_s.arg(at), u"One of very many rows, as hostile pages have them"_s }));
    ui::DocumentView view;
    view.resize(screen);
    view.show();
    if (!QTest::qWaitForWindowExposed(&view))
        qFatal("a window was not exposed");
    const domain::Document document { { table } };
    bench::Samples first, scroll;
    for (int at = 0; at < 10; ++at)
        first.add(bench::measured([&] {
            view.setDocument(document);
            view.viewport()->repaint();
        }));
    for (int at = 0; at < 200; ++at)
        scroll.add(bench::measured([&] {
            view.verticalScrollBar()->setValue(int(qint64(at) * 7919 * 997 % view.verticalScrollBar()->maximum()));
            view.viewport()->repaint();
        }));
    report.samples(u"docs: table of 20,000 rows, first painted"_s, 20'000, first);
    report.samples(u"docs: anywhere in that table, painted"_s, 20'000, scroll, 16);
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Times pages of documentation, from the mirror to the painted article."_s);
    parser.addHelpOption();
    parser.addPositionalArgument(u"folder"_s, u"Its folders are sites, their Markdown files pages."_s);
    parser.process(app);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);
    ui::Theme theme;
    ui::CallboardStyle::install(theme);
    std::vector<domain::DocSite> sites;
    std::vector<domain::DocPage> pages;
    read(QDir(parser.positionalArguments().constFirst()), sites, pages);
    if (pages.empty())
        qFatal("no pages there");
    World world;
    world.putDocs(sites, pages);
    bench::Report report;
    benchPages(world, pages, report);
    benchTable(report);
    return 0;
}
