// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/docs/mkdocsconfig.h"
#include "models/docs/site.h"
#include "models/docs/sitepage.h"
#include "models/docs/sitepaths.h"

#include <QHash>

#include <map>

namespace callboard::docs {

/// Files over this size are none of a site.
inline constexpr qsizetype largestSiteFile = 32 << 20;

domain::Result<QString> readText(SiteFiles &files, const QString &path);

/// The steps of `mkdocs build` over one mkdocs.yml (mkdocs.commands.build), without a theme.
class MkDocsBuilder final {
public:
    MkDocsBuilder(SiteFiles &files, QString configFile, MkDocsConfig config, const SiteOptions &options);
    domain::Result<BuiltSite> build(const SitePageSink &sink);

private:
    enum class Inclusion { Included, NotInNav, Draft, Excluded };
    struct File {
        QString source;  ///< In the docs folder.
        QString file;    ///< In the site's files.
        QString address;
        Inclusion inclusion = Inclusion::Included;
        bool isPage = false;
        std::optional<QString> navTitle;
        QString title;   ///< Once it is rendered.
        bool isTop = false; ///< In nav, below no section.
        bool inNav = false;
    };

    domain::Result<void> collect();
    domain::Result<void> collectFolder(const QString &folder, const QString &alias);
    void decide();
    void dropConflicts();
    domain::Result<std::vector<MkDocsNavItem>> withIncludes(const std::vector<MkDocsNavItem> &items);
    domain::Result<std::vector<MkDocsNavItem>> included(const QString &path);
    std::vector<MkDocsNavItem> implicitNav() const;
    void place(std::vector<MkDocsNavItem> &items, bool top);
    std::vector<domain::DocNavEntry> entries(const std::vector<MkDocsNavItem> &items) const;
    domain::Result<void> render(File &file, BuiltSite &site, const SitePageSink &sink);
    QString titleOf(const File &file, const PageText &page, const MarkdownResult &result) const;
    QString resolve(const QString &url, const File &from, QStringList &warnings) const;
    std::optional<QString> snippet(const QString &path) const;
    QString editUrl(const File &file) const;
    const File *find(const QString &source) const;

    SiteFiles &m_files;
    QString m_configFile;
    QString m_folder; ///< Of the configuration.
    MkDocsConfig m_config;
    const SiteOptions &m_options;
    MarkdownOptions m_markdown;
    QStringList m_snippetFolders;
    /// In the order of the walk.
    std::vector<File> m_all;
    QHash<QString, size_t> m_bySource;
};

/// What a repository without mkdocs.yml has to read: its README and its decision records.
domain::Result<BuiltSite> buildPlainSite(SiteFiles &files, const SiteOptions &options, const SitePageSink &sink);

} // namespace callboard::docs
