// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search/entitymatcher.h"
#include "models/search/filter.h"

#include <QDateTime>
#include <QObject>
#include <QSet>

namespace callboard::mirror {
class Mirror;
}

namespace callboard::items {

/// A filter with a name, and how its list was laid out.
struct SavedView {
    QString name;
    search::Filter filter;
    QString grouping;  ///< As EntityTableModel names it; empty for none.
    int sortColumn = 0;
    bool descending = false;
    QStringList columns; ///< Those shown, in order, as EntityTableModel names them; none: as usual.

    bool operator==(const SavedView &) const = default;
};

/// What belongs to the person in a workspace: starred and recently seen entities, saved views, and who they are.
/// Kept in the mirror's small values; read once, written on every change.
class UserState final : public QObject {
    Q_OBJECT
public:
    explicit UserState(mirror::Mirror *mirror, QObject *parent = nullptr); ///< Null: kept in memory only.

    QString me() const { return m_me; } ///< Canonical user ref; empty when not known. Kept where Workspace::me is.
    void setMe(const QString &canonicalUserRef);

    QStringList starred() const { return m_starred; } ///< In the order they were starred.
    bool isStarred(const QString &ref) const { return m_starredSet.contains(ref); }
    void setStarred(const QString &ref, bool starred);
    void reloadStarred(); ///< Somebody else changed them in the mirror: they came from a portal.

    struct Visit {
        QString ref;
        QDateTime at; ///< UTC

        bool operator==(const Visit &) const = default;
    };
    std::vector<Visit> recent() const { return m_recent; } ///< The latest first, at most 50.
    QStringList recentRefs() const;
    void visited(const QString &ref, const QDateTime &at = QDateTime::currentDateTimeUtc());
    void clearRecent();

    std::vector<SavedView> savedViews() const { return m_views; }
    void saveView(const SavedView &view); ///< Replaces the one of the same name.
    void removeView(const QString &name);

    /// The marks of every row of a snapshot: mine (I or my groups own it, through sub-groups too), starred, recent.
    search::PersonalPtr personal(const mirror::SnapshotPtr &snapshot) const;

Q_SIGNALS:
    void meChanged();
    void starredChanged(const QString &ref);
    void recentChanged();
    void savedViewsChanged();
    /// Any of what `personal` tells changed.
    void personalChanged();

private:
    void load();
    void store(const QString &key, const QJsonValue &value);

    mirror::Mirror *m_mirror;
    QString m_me;
    QStringList m_starred;
    QSet<QString> m_starredSet;
    std::vector<Visit> m_recent;
    std::vector<SavedView> m_views;
    mutable std::weak_ptr<const mirror::Snapshot> m_cachedFor;
    mutable std::vector<quint8> m_cachedMine; ///< Costly, and the same while only stars and visits change.
    mutable search::PersonalPtr m_cached;
};

} // namespace callboard::items
