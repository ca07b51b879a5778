// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QStringList>

#include <functional>

namespace callboard::backstage {

/// What `metadata/techdocs/…` says of a built site: techdocs_metadata.json of @backstage/plugin-techdocs-node.
struct DocsMetadata {
    QString build; ///< Differs from build to build.
    QDateTime builtAt;
    QString name;        ///< Where techdocs-core wrote it; usually empty without.
    QString description;
    QStringList files; ///< Those worth having, pages first; empty where the builder wrote no list.
};
domain::Result<DocsMetadata> readDocsMetadata(const QByteArray &body);

/// The pages in `search/search_index.json` of a site: what there is where the metadata lists no files.
QStringList pagesInSearchIndex(const QByteArray &body);

/// Whether a file of a site is one to read.
bool isPage(const QString &path);
/// Whether a file belongs to the theme or to a reader in a browser, and holds nothing to read.
bool isOfTheme(const QString &path);
/// The file of a page, by its path as `domain::DocPage::path`.
QString fileOfPage(const QString &pagePath);

/// The events of `sync/…`, as text/event-stream has them (HTML, 9.2.6), in pieces of any size. Lines and events beyond 64 kB are cut.
class DocsEvents final {
public:
    using Handler = std::function<void(const QByteArray &event, const QByteArray &data)>;
    explicit DocsEvents(Handler handler);
    void feed(QByteArrayView piece);

private:
    void line(const QByteArray &line);

    Handler m_handler;
    QByteArray m_line;
    QByteArray m_event;
    QByteArray m_data;
    bool m_afterReturn = false;
};

/// A line of the builder's log without its colours.
QString withoutColours(const QByteArray &jsonText);

/// What is known of the sites of one portal, from pull to pull.
struct DocsState {
    struct Site {
        QString build;
        QHash<QString, QString> files; ///< Path to ETag, of what is in the mirror.
        bool whole = false;
        QString alias; ///< As it was put, for an entity that shows another's.
    };
    QHash<QString, Site> sites;

    QByteArray toBytes() const;
    static DocsState fromBytes(const QByteArray &bytes); ///< Empty for what is none.
};

} // namespace callboard::backstage
