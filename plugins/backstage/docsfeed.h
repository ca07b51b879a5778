// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/backstage/docsanswers.h"
#include "plugins/backstage/portal.h"

#include <QSet>

namespace callboard::backstage {

/// The documentation sites that a portal has built (TechDocs): a page that somebody waits for first, then all of the sites that
/// are kept here, and of those that are read. Of a site that was seen, only what changed is fetched.
class DocsFeed final : public sdk::Feed {
public:
    explicit DocsFeed(Portal &portal);
    sdk::Result<void> pull(sdk::PullContext &context) override;

private:
    /// What one file's fetching came to.
    enum class Fetched { New, Same, Missing };

    void listSites(const std::vector<sdk::AskedEntity> &asked, sdk::PullContext &context);
    void listAlias(const sdk::AskedEntity &asked, const QString &target, sdk::PullContext &context);
    sdk::Result<void> serveWaiting(sdk::PullContext &context);
    sdk::Result<void> pullSite(const sdk::AskedEntity &asked, sdk::PullContext &context);
    sdk::Result<std::optional<DocsMetadata>> metadataOf(const QString &ref, sdk::PullContext &context);
    sdk::Result<bool> sync(const QString &ref, sdk::PullContext &context);
    sdk::Result<void> fetchAll(const QString &ref, const DocsMetadata &metadata, sdk::PullContext &context);
    /// Whether the first file has been fetched on the way.
    sdk::Result<bool> findCase(const QString &ref, const DocsMetadata &metadata, sdk::PullContext &context);
    sdk::Result<Fetched> fetch(const QString &ref, const QString &file, sdk::PullContext &context);
    void putSite(const QString &ref, const std::optional<DocsMetadata> &metadata, bool complete, sdk::PullContext &context);
    void removeFile(const QString &ref, const QString &file, sdk::PullContext &context);

    Portal &m_portal;
    DocsState m_state;         ///< Of the pull that runs.
    QHash<QString, QString> m_exact; ///< How a portal writes an entity, where that is not in lower case.
    QSet<QString> m_served;    ///< Files fetched in this pull because somebody waited, by key.
    QHash<QString, std::chrono::steady_clock::time_point> m_checked; ///< When a site was last asked after.
};

} // namespace callboard::backstage
