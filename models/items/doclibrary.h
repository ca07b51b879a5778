// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/docs.h"
#include "models/mirror/mirror.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace callboard::items {

/// A place in the documentation: a page, or a heading of it.
struct DocAddress {
    QString site;   ///< Canonical ref of the entity it is of.
    QString path;   ///< `domain::DocPage::path`
    QString anchor; ///< Without "#"; may be empty.

    QString key() const { return domain::docKey(site, path); }
    /// "guide/setup/#linux": as links in pages have it.
    QString target() const { return anchor.isEmpty() ? path : QString(path + u'#' + anchor); }
    /// What a link in a page of `site` leads to.
    static DocAddress of(const QString &site, const QString &target);
    /// From a `domain::docKey`; an empty site where it is none.
    static DocAddress fromKey(const QString &key);
    bool operator==(const DocAddress &) const = default;
};

/// A page as a site's navigation has it.
struct DocNavPlace {
    QString title;
    QString path;
    QStringList sections; ///< Titles of what it lies in, from the outside.
};

/// The documentation sites of a mirror, as lists and pages need them; read again when they change. GUI thread.
class DocLibrary final : public QObject {
    Q_OBJECT
public:
    explicit DocLibrary(mirror::Mirror &mirror, QObject *parent = nullptr);

    const std::vector<domain::DocSite> &sites(); ///< By name.
    const domain::DocSite *site(const QString &ref); ///< Null where there is none; until the next `sitesChanged`.
    QString titleOf(const QString &site);        ///< As people call it.
    int pageCount();                             ///< Of all sites.
    domain::Result<domain::DocPage> page(const DocAddress &address) const;
    domain::Provenance provenanceOf(const QString &site) const;
    /// All pages of a site that its navigation names, in its order.
    std::vector<DocNavPlace> placesOf(const QString &site);

Q_SIGNALS:
    void sitesChanged();
    void pagesChanged(); ///< Any, of any site.
    void assetsChanged();

private:
    void reload();

    mirror::Mirror &m_mirror;
    std::vector<domain::DocSite> m_sites;
    bool m_loaded = false;
    QTimer m_sitesSoon;
    QTimer m_pagesSoon;
};

/// What the links of a page lead to within its site: paths, each once.
QStringList linkedPaths(const domain::DocPage &page);
/// Words of a page that may be the name or ref of an entity: they have a hyphen or a colon in them. At most `limit`.
QStringList possibleNames(const domain::Document &document, qsizetype limit = 400);
/// Minutes that reading takes, at 220 words a minute; at least 1.
int readingMinutes(const domain::Document &document);

} // namespace callboard::items
