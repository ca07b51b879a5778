// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/pagetext.h"
#include "models/items/doclibrary.h"

#include <QJsonObject>
#include <QThreadPool>

#include <stop_token>

namespace callboard::items {

/// What the person has read of the documentation, and what became of it since. Kept in the mirror's small values: of each page its
/// text as it was read, so that what changed can be shown. GUI thread; comparing is done by a worker.
class DocReading final : public QObject {
    Q_OBJECT
public:
    DocReading(mirror::Mirror &mirror, DocLibrary &library, QObject *parent = nullptr);
    ~DocReading() override;

    struct Read {
        DocAddress address;
        QString title;
        QDateTime at; ///< UTC
        QString hash; ///< Of the text as it was then.
    };
    /// The latest first.
    std::vector<Read> recent() const;
    /// How lately each page was read, by `domain::docKey`, for ranking: 255 now, half of it each week further back, 1 at least.
    QHash<QString, int> recency(const QDateTime &now = QDateTime::currentDateTimeUtc()) const;
    /// The page was looked at as it is: from now on this is what it is compared with.
    void read(const domain::DocPage &page, const QDateTime &at = QDateTime::currentDateTimeUtc());
    bool isRead(const DocAddress &address) const { return m_reads.contains(address.key()); }
    /// It is another one than was read.
    bool isChanged(const DocAddress &address) const { return m_changed.contains(address.key()); }
    /// It came after its site was first looked into.
    bool isNew(const DocAddress &address) const;
    /// Text as it was when it was read; null where it was not.
    QString textAsRead(const DocAddress &address) const;

    /// A page ("site ref/path") or a whole site (its ref). The program tells of a change by a notice (models/sync/docwatch.h).
    bool isWatched(const QString &key) const { return m_watched.contains(key); }
    void setWatched(const QString &key, bool watched);
    QStringList watched() const { return m_watched; }

    static QString textOf(const domain::Document &document) { return domain::pageText(document); }
    static QString hashOf(const QString &text) { return domain::pageVersion(text); }
    bool isBusy() const { return m_pool.activeThreadCount() > 0; }

Q_SIGNALS:
    void changed(); ///< Any of the above.

private:
    void load();
    void store();
    void compare();
    void take(const QHash<QString, QString> &hashes);
    void rememberSites();

    mirror::Mirror &m_mirror;
    DocLibrary &m_library;
    QHash<QString, Read> m_reads; ///< By key.
    QSet<QString> m_changed;
    QStringList m_watched;
    QHash<QString, QSet<QString>> m_known;   ///< By site: pages that were there when it was first looked into, and those read since.
    std::stop_source m_stop;
    QThreadPool m_pool; ///< Last: waits for its thread before the rest goes.
};

} // namespace callboard::items
