// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/docs/markdown.h"

#include <QByteArray>
#include <QStringList>

namespace callboard::docs {

/// An entry of `nav` as it is written.
struct MkDocsNavItem {
    std::optional<QString> title;
    QString target; ///< A source file, an address, or "!include …" of the monorepo plugin; of a section empty.
    bool isSection = false;
    std::vector<MkDocsNavItem> children;
};

/// What mkdocs.yml says, as far as it decides what a site's pages are (https://www.mkdocs.org/user-guide/configuration/).
struct MkDocsConfig {
    QString siteName;
    QString siteDescription;
    QString docsDir = QStringLiteral("docs"); ///< Relative to the file.
    QString repoUrl;
    QString editUri; ///< With the default that the host of `repoUrl` has; ends in "/", or is empty.
    QString editUriTemplate;
    bool useDirectoryUrls = true;
    bool absoluteLinksAreOfDocs = false; ///< validation.links.absolute_links: relative_to_docs
    bool absoluteNavIsOfDocs = false;    ///< validation.nav.absolute_links: relative_to_docs
    std::optional<std::vector<MkDocsNavItem>> nav;
    QStringList excludeDocs; ///< Lines in the manner of .gitignore, as the two below.
    QStringList draftDocs;
    QStringList notInNav;
    /// All that are loaded, MkDocs' own three and what plugins bring included.
    std::vector<MarkdownExtension> extensions;
    QStringList plugins;
    bool hasMonorepo = false;      ///< `!include` in nav is understood: the plugin itself, or techdocs-core.
    bool hasGitHubAlerts = false;  ///< "> [!NOTE]" is an admonition: gh-admonitions, or techdocs-core.
    bool isMaterial = false;       ///< The theme, which techdocs-core sets too.
};

/// Reads a mkdocs.yml. `inherit` reads the file that INHERIT names, relative to this one. Unknown keys, plugins and extensions are passed
/// over. An error is Invalid, its detail "file:line:column: what is wrong". Any thread.
domain::Result<MkDocsConfig> readMkDocsConfig(QByteArrayView text, const QString &file,
    const std::function<domain::Result<QByteArray>(const QString &)> &inherit = {});

} // namespace callboard::docs
