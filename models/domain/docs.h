// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/document.h"
#include "models/domain/record.h"

namespace callboard::domain {

namespace recordtype {
inline constexpr QLatin1StringView docSite("DocSite");   ///< Key: the entity's canonical ref.
inline constexpr QLatin1StringView docPage("DocPage");   ///< Key: `docKey(site, path)`.
inline constexpr QLatin1StringView docAsset("DocAsset"); ///< Likewise.
}

/// The key of a page or asset: the site's ref, a slash, and the path in the site. "component:default/ledger/guide/setup/"
QString docKey(const QString &site, const QString &path);

/// The path of a page (`DocPage::path`) by that of its file: "guide/setup/" for "guide/setup/index.html".
QString docPagePath(const QString &filePath);

/// Where the link of a run leads.
struct DocLink {
    enum class Kind {
        None,
        Web,  ///< `Run::link` itself is the address: http, https or mailto.
        Page, ///< A page or an asset: `site`, `path`, `anchor`.
    };
    Kind kind = Kind::None;
    QString site;   ///< Of a page: canonical ref.
    QString path;   ///< Of a page or asset, as `DocPage::path`.
    QString anchor; ///< May be empty.
    bool operator==(const DocLink &) const = default;
};
/// Takes the link of a run apart that is on the page `path` of `site`.
DocLink docLink(const QString &link, const QString &site, const QString &path);
/// The link to a page: what `docLink` reads. An empty `site` is the one that the link is in.
QString linkToDocs(const QString &path, const QString &anchor = {}, const QString &site = {});

/// An entry of a site's navigation: a page, a section with entries, or a link to elsewhere.
struct DocNavEntry {
    QString title;
    QString path;  ///< Of the page in the site, as `DocPage::path`; not null for the front page, whose path is "".
    QString link;  ///< http(s), of a link to elsewhere; else empty.
    bool isPage = false;
    std::vector<DocNavEntry> children;

    bool operator==(const DocNavEntry &) const = default;
};

/// The documentation of one entity.
struct DocSite {
    QString entityRef; ///< Canonical: the entity it belongs to, and its name as a site.
    QString name;
    QString description;
    std::vector<DocNavEntry> nav;
    /// What it is made from: "mkdocs", "readme" (one page), "adr" (decision records) or "techdocs" (built by a portal).
    QString flavour;
    QString sourceUrl; ///< Where its sources lie, for people; may be empty.
    QString etag;      ///< Of the build, as its portal gives it, or of the sources' content.
    QDateTime builtAt; ///< UTC; may be invalid.
    int pages = 0;     ///< All it has, here or not.
    bool complete = false; ///< All pages and assets are in the mirror.
    /// The entity whose documentation this one shows (`backstage.io/techdocs-entity`), and where it begins; usually empty.
    QString aliasOf = {};
    QString aliasPath = {};

    bool operator==(const DocSite &) const = default;
    Record toRecord() const;
    static DocSite fromRecord(const Record &record);
};

/// One page, whole.
struct DocPage {
    QString site; ///< As `DocSite::entityRef`.
    /// As MkDocs makes its address, relative to the site's root: "" is the front page, "guide/setup/", or "guide/setup.html".
    QString path;
    QString source;  ///< Path of the source in the site's docs folder ("guide/setup.md"); may be empty.
    QString title;
    QString editUrl; ///< Where a person would change it; may be empty.
    QString status;  ///< Of a decision record ("accepted"); else empty.
    QString date;    ///< Of a decision record, ISO 8601; else empty.
    Document document;

    bool operator==(const DocPage &) const = default;
    Record toRecord() const;
    static DocPage fromRecord(const Record &record);
};

/// A picture or download of a site. Its bytes are a blob.
struct DocAsset {
    QString site;
    QString path; ///< Relative to the site's root ("img/a.png").
    QString blob; ///< Its key in the mirror's blob store; empty: not here (too large).
    qint64 bytes = 0;

    bool operator==(const DocAsset &) const = default;
    Record toRecord() const;
    static DocAsset fromRecord(const Record &record);
};

} // namespace callboard::domain
