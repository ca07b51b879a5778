// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/docs.h"
#include "plugins/sdk/integration.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace callboard::sync {

/// Turns the files of built sites into records as they come, one at a time: no site is ever in memory whole. For the
/// thread of one pull.
class DocIntake final {
public:
    struct Sink {
        std::function<void(domain::Record)> put;
        std::function<void(const QString &type, const QString &key)> remove;
        std::function<domain::Result<QString>(const QByteArray &)> putBlob;
        std::function<void(const QString &)> log;
        /// What the mirror has of this connection's; nothing once the workspace is gone.
        std::function<std::vector<domain::Record>(QLatin1StringView type, const QString &site)> records;
        std::function<QStringList(QLatin1StringView type, const QString &site)> keys;
    };
    explicit DocIntake(Sink sink);

    /// A site's record on its way to the mirror: what its pages said of it before is kept.
    domain::Record withKnown(domain::Record site);
    void take(sdk::DocFile file);
    QStringList sites() const { return m_sites.keys(); } ///< Those whose records came by here.
    /// The keys of pages and assets that go with a site.
    std::vector<std::pair<QString, QString>> belongings(const QString &site) const;

private:
    void takePage(const sdk::DocFile &file);
    void takeAsset(const sdk::DocFile &file);
    domain::DocSite known(const QString &site) const;

    Sink m_sink;
    QHash<QString, domain::DocSite> m_sites; ///< As put in this pull.
    QSet<QString> m_described;               ///< Those whose navigation came in this pull.
};

/// Whether a path may be one of a site's: relative, without dots, of reasonable length.
bool isPathInSite(const QString &path);

} // namespace callboard::sync
