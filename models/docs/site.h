// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/docs/markdown.h"
#include "models/domain/docs.h"

#include <QByteArray>
#include <QStringList>

namespace callboard::docs {

/// The files that a site is made from: those of one repository or folder. Paths are relative to its root, parted by "/", without "." and "..".
/// An implementation never leaves the root, whatever a symbolic link says.
class SiteFiles {
public:
    SiteFiles() = default;
    Q_DISABLE_COPY_MOVE(SiteFiles)
    virtual ~SiteFiles() = default;
    /// All files below a folder ("" is the root), in any order.
    virtual domain::Result<QStringList> list(const QString &folder) = 0;
    /// NotFound where there is none.
    virtual domain::Result<QByteArray> read(const QString &path) = 0;
};

/// One page, rendered but not yet sanitised.
struct SitePage {
    QString path;    ///< As `domain::DocPage::path`.
    QString source;  ///< In the docs folder ("guide/setup.md").
    QString file;    ///< In `SiteFiles`.
    QString title;   ///< As the navigation names it, else as MkDocs finds it.
    QString editUrl;
    QString status;  ///< Of a decision record, in lower case.
    QString date;    ///< Of a decision record, ISO 8601.
    QString html;    ///< See `MarkdownResult`. Links are relative to `path`, as in a built site.
    std::vector<MarkdownHeading> headings;
};

/// A file of the site that is no page.
struct SiteAsset {
    QString path; ///< As `domain::DocAsset::path`.
    QString file; ///< In `SiteFiles`.
};

struct BuiltSite {
    QString name;
    QString description;
    QString flavour; ///< "mkdocs", "readme" or "adr", as in `domain::DocSite`.
    std::vector<domain::DocNavEntry> nav;
    std::vector<SiteAsset> assets;
    QStringList warnings; ///< English, for the log: what a person who builds it with MkDocs would be told.
    int pages = 0;
};

struct SiteOptions {
    /// The folder of mkdocs.yml, relative to the root of the files: what `backstage.io/techdocs-ref: dir:` names.
    QString folder;
    /// Of the entity's `backstage.io/adr-location`, relative to `folder`; empty: the usual places.
    QString adrFolder;
    /// How the repository shows a file, "{path}" standing for its path, for sites without `edit_uri`; empty: no address.
    QString editTemplate;
};

/// Called for each page once it is rendered, in the order of the files; false ends the build (Cancelled).
using SitePageSink = std::function<bool(SitePage &&)>;

/// Makes of a folder the site that MkDocs makes of it. With a mkdocs.yml (or .yaml): its pages. Without: the README as the front page,
/// what lies in "docs" beside it, and the decision records that are there; without these too: the folder "docs" as with an empty mkdocs.yml, and no name. NotFound where
/// there is none of all that; Invalid for a mkdocs.yml that MkDocs refuses, with file, line and column. A page that cannot be read is a
/// warning. Files over 32 MiB are none. Any thread.
domain::Result<BuiltSite> buildSite(SiteFiles &files, const SiteOptions &options, const SitePageSink &sink);

} // namespace callboard::docs
