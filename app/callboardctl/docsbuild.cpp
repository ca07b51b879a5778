// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/docscommands.h"
#include "app/callboardctl/docsfolder.h"

#include "models/docs/htmldocument.h"
#include "models/docs/sitefolder.h"

#include <QFileInfo>
#include <QJsonArray>

namespace callboard::ctl {

using namespace Qt::StringLiterals;

namespace {

QJsonArray toJson(const std::vector<domain::DocNavEntry> &nav)
{
    QJsonArray entries;
    for (const domain::DocNavEntry &entry : nav) {
        QJsonObject value {{u"title"_s, entry.title}};
        if (entry.isPage)
            value.insert(u"path"_s, entry.path);
        if (!entry.link.isEmpty())
            value.insert(u"link"_s, entry.link);
        if (!entry.children.empty())
            value.insert(u"children"_s, toJson(entry.children));
        entries.append(value);
    }
    return entries;
}

QJsonObject toJson(const docs::SitePage &page)
{
    const domain::Result<domain::Document> document = docs::documentFromHtml(page.html.toUtf8(), {page.path, {}});
    QJsonArray headings;
    for (const docs::MarkdownHeading &heading : page.headings)
        headings.append(QJsonObject {{u"level"_s, heading.level}, {u"id"_s, heading.id}, {u"text"_s, heading.text}});
    return {{u"path"_s, page.path}, {u"source"_s, page.source}, {u"title"_s, page.title}, {u"editUrl"_s, page.editUrl},
        {u"status"_s, page.status}, {u"date"_s, page.date}, {u"headings"_s, headings}, {u"html"_s, page.html},
        {u"document"_s, document ? document->toJson() : QJsonObject()}};
}

void printNav(const std::vector<domain::DocNavEntry> &nav, int depth)
{
    for (const domain::DocNavEntry &entry : nav) {
        const QString target = entry.isPage ? u"  /"_s + entry.path : entry.link.isEmpty() ? QString() : u"  "_s + entry.link;
        printLine(QString(depth * 2, u' ') + entry.title + target);
        printNav(entry.children, depth + 1);
    }
}

/// Builds one site; false where it cannot be.
bool buildOne(docs::FolderFiles &files, const QString &folder, bool asJson)
{
    docs::SiteOptions options;
    options.folder = folder;
    QJsonArray pages;
    const domain::Result<docs::BuiltSite> site = docs::buildSite(files, options, [&](docs::SitePage &&page) {
        if (asJson)
            pages.append(toJson(page));
        return true;
    });
    if (!site) {
        if (asJson)
            printJson({{u"folder"_s, folder}, {u"error"_s, domain::name(site.error().code)}, {u"detail"_s, site.error().detail}});
        else
            complain(u"callboardctl: %1: %2"_s.arg(folder.isEmpty() ? u"."_s : folder, site.error().detail));
        return false;
    }
    if (asJson) {
        QJsonArray assets;
        for (const docs::SiteAsset &asset : site->assets)
            assets.append(asset.path);
        printJson({{u"folder"_s, folder}, {u"name"_s, site->name}, {u"description"_s, site->description}, {u"flavour"_s, site->flavour},
            {u"nav"_s, toJson(site->nav)}, {u"pages"_s, pages}, {u"assets"_s, assets},
            {u"warnings"_s, QJsonArray::fromStringList(site->warnings)}});
        return true;
    }
    printLine(u"%1 (%2): %3 pages, %4 other files"_s.arg(site->name, site->flavour).arg(site->pages).arg(site->assets.size()));
    printNav(site->nav, 1);
    for (const QString &warning : site->warnings)
        complain(warning);
    return true;
}

} // namespace

ExitCode docsBuild(const QStringList &given)
{
    const Arguments arguments(given, {u"all"_s}, {u"site"_s});
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    if (arguments.rest().size() != 1)
        return badUsage(u"docs build wants one folder"_s);
    const QString root = arguments.rest().front();
    if (!QFileInfo(root).isDir()) {
        complain(u"callboardctl: %1 is no folder"_s.arg(root));
        return UsageOrIo;
    }
    docs::FolderFiles files(root);
    QStringList folders = arguments.values(u"site"_s);
    if (arguments.has(u"all"_s))
        folders = siteFolders(root);
    else if (folders.isEmpty())
        folders = {QString()};
    bool good = true;
    for (const QString &folder : std::as_const(folders))
        good = buildOne(files, folder, arguments.has(u"json"_s)) && good;
    return good ? Good : ProblemsFound;
}

} // namespace callboard::ctl
