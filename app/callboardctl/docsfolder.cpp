// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/docsfolder.h"

#include "app/callboardctl/workspaceaccess.h"
#include "models/docs/htmldocument.h"
#include "models/docs/sitefolder.h"
#include "models/domain/docs.h"

#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>

namespace callboard::ctl {

using namespace Qt::StringLiterals;

namespace {

domain::DocPage pageOf(const docs::SitePage &built, const QString &site)
{
    domain::DocPage page { .site = site, .path = built.path, .source = built.source, .title = built.title, .editUrl = built.editUrl,
        .status = built.status, .date = built.date, .document = {} };
    if (auto document = docs::documentFromHtml(built.html.toUtf8(), { built.path, {} }))
        page.document = *std::move(document);
    else
        complain(u"callboardctl: %1: %2"_s.arg(built.file, document.error().detail));
    return page;
}

} // namespace

QStringList siteFolders(const QString &root)
{
    // A relative root would be part of what the iterator gives, and no path in itself.
    const QDir absolute(QFileInfo(root).absoluteFilePath());
    QStringList folders;
    QDirIterator files(absolute.path(), { u"mkdocs.yml"_s, u"mkdocs.yaml"_s }, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString folder = absolute.relativeFilePath(QFileInfo(files.next()).path());
        folders += folder == "."_L1 ? QString() : folder;
    }
    folders.removeDuplicates();
    folders.sort();
    return folders;
}

std::unique_ptr<DocShelf> DocShelf::open(const Arguments &arguments)
{
    if (const QString folder = arguments.value(u"folder"_s); !folder.isEmpty())
        return ofFolder(folder);
    auto mirror = openForReading(arguments);
    if (!mirror)
        return nullptr;
    std::unique_ptr<DocShelf> shelf(new DocShelf);
    shelf->m_mirror = std::move(mirror);
    return shelf;
}

std::unique_ptr<DocShelf> DocShelf::ofFolder(const QString &folder)
{
    if (!QFileInfo(folder).isDir()) {
        complain(u"callboardctl: %1 is no folder"_s.arg(folder));
        return nullptr;
    }
    std::unique_ptr<DocShelf> shelf(new DocShelf);
    shelf->m_temporary = std::make_unique<QTemporaryDir>();
    auto opened = mirror::Mirror::open(shelf->m_temporary->path(), {});
    if (!opened) {
        complainOf(opened.error());
        return nullptr;
    }
    shelf->m_mirror = *std::move(opened);
    return shelf->build(folder) ? std::move(shelf) : nullptr;
}

bool DocShelf::build(const QString &folder)
{
    auto pull = m_mirror->beginPull(u"folder"_s, u"docs"_s, {});
    if (!pull) {
        complainOf(pull.error());
        return false;
    }
    docs::FolderFiles files(folder);
    for (const QString &name : siteFolders(folder)) {
        const QString ref = u"component:folder/"_s + QString(name.isEmpty() ? u"."_s : name).toLower().replace(u'/', u'.');
        docs::SiteOptions options;
        options.folder = name;
        const auto built = docs::buildSite(files, options, [&](docs::SitePage &&page) {
            (*pull)->put(pageOf(page, ref).toRecord());
            ++m_pages;
            return true;
        });
        if (!built) {
            complain(u"callboardctl: %1: %2"_s.arg(name.isEmpty() ? folder : name, built.error().detail));
            continue;
        }
        m_folders.insert(ref, name);
        domain::DocSite site;
        site.entityRef = ref;
        site.name = built->name;
        site.description = built->description;
        site.nav = built->nav;
        site.flavour = built->flavour;
        site.pages = built->pages;
        site.complete = true;
        (*pull)->put(site.toRecord());
    }
    if (const auto completed = (*pull)->complete(); !completed) {
        complainOf(completed.error());
        return false;
    }
    QElapsedTimer timer;
    timer.start();
    if (const auto indexed = m_mirror->finishIndexing(); !indexed) {
        complainOf(indexed.error());
        return false;
    }
    m_indexedPerSecond = m_pages * 1e3 / double(std::max<qint64>(1, timer.elapsed()));
    return true;
}

QString DocShelf::siteOf(const QString &called) const
{
    if (const QString byFolder = m_folders.key(called); !byFolder.isEmpty())
        return byFolder;
    return called;
}

} // namespace callboard::ctl
