// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/reader.h"
#include "models/sync/docsitefiles.h"
#include "models/sync/hostcontext.h"

namespace callboard::docs {
struct SitePage;
struct BuiltSite;
}

namespace callboard::sync {

/// Of the pages that a site no longer showed (by key), those that are gone: not those whose source is there but could not be read.
/// `known` gives the site's pages as the mirror has them; it is asked once at most.
QStringList pagesGone(const QStringList &missing, const QSet<QString> &unreadable, const std::function<std::vector<domain::Record>()> &known);

/// Renders documentation that lies in source form, and puts its sites, pages and assets: page by page, never a site at once. What
/// lies on this machine is built anew only when a file that it was made from has changed. One run at a time.
class DocsIngest final {
public:
    domain::Result<void> run(HostContext &context, const std::vector<sdk::DocSource> &sources, catalog::SourceReader &reader);

private:
    struct Site;
    domain::Result<void> build(HostContext &context, const sdk::DocSource &source, catalog::SourceReader &reader);
    static bool putPage(HostContext &context, Site &site, const docs::SitePage &page);
    static void putAssets(HostContext &context, Site &site, const docs::BuiltSite &built);
    static void putSite(HostContext &context, Site &site, const docs::BuiltSite &built);
    static void putProblem(HostContext &context, Site &site, domain::Problem problem, const QString &file);
    static void removeRest(HostContext &context, const Site &site);

    QHash<QString, SiteStamp> m_stamps; ///< By entity: what its site was last built from.
};

} // namespace callboard::sync
