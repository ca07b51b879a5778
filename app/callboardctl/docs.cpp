// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/docscommands.h"
#include "app/callboardctl/docsfolder.h"
#include "app/callboardctl/workspaceaccess.h"
#include "models/domain/docs.h"
#include "models/search/docsearch.h"

#include <QJsonArray>

#include <algorithm>

namespace callboard::ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualHits = 10;
constexpr int mostHits = 500;

QLatin1StringView matchName(search::DocHit::Match match)
{
    using Match = search::DocHit::Match;
    switch (match) {
    case Match::Exact: return "exact"_L1;
    case Match::Stem: return "stem"_L1;
    case Match::Prefix: return "prefix"_L1;
    case Match::Infix: return "infix"_L1;
    case Match::Typo: return "typo"_L1;
    }
    return ""_L1;
}

QJsonArray toJson(const QList<search::DocMark> &marks)
{
    QJsonArray array;
    for (const search::DocMark &mark : marks)
        array.append(QJsonArray { mark.start, mark.length });
    return array;
}

QJsonObject toJson(const search::DocHit &hit, const QString &site)
{
    return { { u"site"_s, site }, { u"siteName"_s, hit.siteName }, { u"path"_s, hit.path }, { u"anchor"_s, hit.anchor },
        { u"title"_s, hit.pageTitle }, { u"heading"_s, hit.heading }, { u"snippet"_s, hit.snippet }, { u"marks"_s, toJson(hit.snippetMarks) },
        { u"match"_s, QString(matchName(hit.match)) }, { u"score"_s, hit.score } };
}

QString addressOf(const search::DocHit &hit)
{
    return hit.path + (hit.anchor.isEmpty() ? QString() : u'#' + hit.anchor);
}

QJsonObject siteJson(const domain::DocSite &site, const QString &name, int here)
{
    return { { u"site"_s, name }, { u"name"_s, site.name }, { u"aliasOf"_s, site.aliasOf }, { u"aliasPath"_s, site.aliasPath }, { u"flavour"_s, site.flavour }, { u"pages"_s, site.pages },
        { u"pagesHere"_s, here }, { u"complete"_s, site.complete }, { u"etag"_s, site.etag },
        { u"builtAt"_s, site.builtAt.isValid() ? site.builtAt.toUTC().toString(Qt::ISODate) : QString() } };
}

} // namespace

ExitCode docs(const QStringList &given)
{
    const QString which = given.value(0);
    const QStringList rest = given.mid(1);
    if (which == "build"_L1)
        return docsBuild(rest);
    if (which == "search"_L1)
        return docsSearch(rest);
    if (which == "list"_L1)
        return docsList(rest);
    if (which == "show"_L1)
        return docsShow(rest);
    if (which == "relevance"_L1)
        return docsRelevance(rest);
    return badUsage(u"docs build FOLDER, docs search TERMS, docs list, docs show SITE PATH or docs relevance QUERIES FOLDER"_s);
}

ExitCode docsSearch(const QStringList &given)
{
    const Arguments arguments(given, {}, { u"workspace"_s, u"folder"_s, u"limit"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    const QString limit = arguments.value(u"limit"_s);
    bool isNumber = true;
    const int hits = limit.isEmpty() ? usualHits : limit.toInt(&isNumber);
    if (!isNumber || hits < 1 || hits > mostHits)
        return badUsage(u"a limit is a number from 1 to %1"_s.arg(mostHits));
    const auto question = search::DocQuestion::parse(arguments.rest().join(u' '));
    if (question.isEmpty())
        return badUsage(u"search for what?"_s);
    const auto shelf = DocShelf::open(arguments);
    if (!shelf)
        return UsageOrIo;
    search::DocSearch search(shelf->mirror());
    const auto found = search.find(question, {}, hits);
    if (!found)
        return complainOf(found.error());
    if (!found->complete)
        complain(u"callboardctl: not all pages are indexed yet"_s);
    if (arguments.has(u"json"_s)) {
        QJsonArray items;
        for (const auto &hit : found->hits)
            items.append(toJson(hit, shelf->nameOf(hit.site)));
        printJson({ { u"items"_s, items }, { u"totalItems"_s, found->total },
            { u"totalIsLeast"_s, found->totalIsLeast }, { u"withTypos"_s, found->withTypos },
            { u"milliseconds"_s, found->milliseconds } });
        return Good;
    }
    for (const auto &hit : found->hits) {
        printLine(u"%1  %2%3"_s.arg(shelf->nameOf(hit.site), hit.pageTitle, hit.heading.isEmpty() ? QString() : u" › "_s + hit.heading));
        printLine(u"    /"_s + addressOf(hit));
        if (!hit.snippet.isEmpty())
            printLine(u"    "_s + hit.snippet);
    }
    return found->hits.empty() ? ProblemsFound : Good;
}

ExitCode docsList(const QStringList &given)
{
    const Arguments arguments(given, {}, { u"workspace"_s, u"folder"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    const auto shelf = DocShelf::open(arguments);
    if (!shelf)
        return UsageOrIo;
    const auto records = shelf->mirror().records(QString(domain::recordtype::docSite));
    if (!records)
        return complainOf(records.error());
    QJsonArray items;
    for (const auto &record : *records) {
        const auto site = domain::DocSite::fromRecord(record);
        const auto pages = shelf->mirror().records(QString(domain::recordtype::docPage), site.entityRef);
        const int here = pages ? int(pages->size()) : 0;
        const QString name = shelf->nameOf(site.entityRef);
        items.append(siteJson(site, name, here));
        if (!arguments.has(u"json"_s) && !site.aliasOf.isEmpty())
            printLine(u"%1\t%2\tshows %3%4"_s.arg(name, site.name, shelf->nameOf(site.aliasOf), site.aliasPath.isEmpty() ? QString() : u" /"_s + site.aliasPath));
        else if (!arguments.has(u"json"_s))
            printLine(u"%1\t%2\t%3 of %4 pages\t%5"_s.arg(name, site.name, QString::number(here), QString::number(site.pages), site.flavour));
    }
    if (arguments.has(u"json"_s))
        printJson({ { u"items"_s, items }, { u"totalItems"_s, items.size() } });
    return Good;
}

ExitCode docsShow(const QStringList &given)
{
    const Arguments arguments(given, {}, { u"workspace"_s, u"folder"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    if (arguments.rest().isEmpty() || arguments.rest().size() > 2)
        return badUsage(u"show which page? docs show SITE [PATH], for example component:default/ledger-api guide/"_s);
    const auto shelf = DocShelf::open(arguments);
    if (!shelf)
        return UsageOrIo;
    const QString site = shelf->siteOf(arguments.rest().first());
    const auto pages = shelf->mirror().records(QString(domain::recordtype::docPage), site);
    if (!pages)
        return complainOf(pages.error());
    QString path = arguments.rest().value(1);
    while (path.startsWith(u'/'))
        path.remove(0, 1);
    const QStringList ways { path, path + u'/' };
    const auto found = std::ranges::find_if(*pages, [&](const domain::Record &record) {
        return ways.contains(domain::DocPage::fromRecord(record).path);
    });
    if (site.isEmpty() || found == pages->end()) {
        complain(u"callboardctl: there is no page \"%1\" of %2 here"_s.arg(path, arguments.rest().first()));
        return ProblemsFound;
    }
    const auto page = domain::DocPage::fromRecord(*found);
    if (arguments.has(u"json"_s)) {
        QJsonObject json = found->body;
        json.insert(u"site"_s, shelf->nameOf(page.site));
        json.insert(u"path"_s, page.path);
        printJson(json);
        return Good;
    }
    printLine(page.title);
    for (const auto &block : page.document.blocks)
        printLine(u'\n' + domain::plainText(block));
    return Good;
}

} // namespace callboard::ctl
