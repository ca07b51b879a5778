// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/backstage/catalogstate.h"
#include "plugins/backstage/entityjson.h"
#include "plugins/backstage/portal.h"

namespace callboard::backstage {

/// What became of a catalog since a state of it.
struct CatalogChanges {
    std::vector<domain::Entity> entities; ///< New and changed ones.
    QStringList gone;                     ///< Canonical refs.
    CatalogState now;
};

/// Compares page by page. Nothing (without an error) where that cannot be done or too much changed: then the whole is to be walked.
class CatalogDelta final {
public:
    CatalogDelta(Portal &portal, const CatalogState &before, sdk::PullContext &context);
    sdk::Result<std::optional<CatalogChanges>> run();

private:
    /// Entities of a page that are not known by their etag, between two that are.
    struct Run {
        size_t firstEntry, lastEntry; ///< Of the entries before that lie where the run is; half open.
        std::vector<QByteArray> etags;
        bool isAtEnd; ///< No known entity follows in its page.
    };

    sdk::Result<bool> compareBlock();
    sdk::Result<bool> comparePage(size_t limit);
    void keepPage(size_t limit);
    sdk::Result<sdk::HttpResponse> askPage(const QByteArray &method, size_t limit);
    sdk::Result<sdk::HttpResponse> askPageOnce(const QByteArray &method, size_t limit);
    void addCursor(HttpAsk &ask) const;
    sdk::Result<bool> takePage(const EtagPage &page);
    sdk::Result<bool> takeRun(const Run &run);
    sdk::Result<bool> fetchRun(const Run &run);
    sdk::Result<bool> fetchInPlace();
    QByteArray lastUid() const { return m_now.uid(m_now.size() - 1); }
    void keep(size_t entry) { m_now.append(m_before.entries, entry); }
    void take(domain::Entity entity, const EntityPage::Mark &mark);
    bool finish();

    Portal &m_portal;
    const CatalogState &m_before;
    sdk::PullContext &m_context;
    std::vector<quint32> m_byEtag;     ///< The entries before, in the order of their etags.
    size_t m_next = 0;                 ///< The first entry that is not compared yet.
    size_t m_unknown = 0;              ///< Etags so far that are not known: all of those entities will be in memory at once.
    bool m_atEnd = false;
    bool m_mayAskForHeads = true;
    bool m_isCountless = true; ///< Whether the backend knows `totalItems=exclude`; older ones refuse it, and count each time.
    CatalogEntries m_now;
    std::vector<domain::Entity> m_brought;
    std::vector<Run> m_inPlace; ///< As many entities as before: most likely the same ones, asked for by their refs.
    CatalogChanges m_changes;
};

} // namespace callboard::backstage
