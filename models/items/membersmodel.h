// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/entityroles.h"
#include "models/search/liveindex.h"

#include <QAbstractTableModel>

#include <vector>

namespace callboard::items {

/// A plain table of entities that a group or user page shows; what they are is told by `Content`.
class MembersModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Content {
        Members,   ///< Users of a group.
        Groups,    ///< Groups that a user or a group belongs to, or the groups below one.
        Owned,     ///< What a group or a user owns.
    };
    enum class Columns { Name, Kind, Type, Owner, Lifecycle, Description, Through, Count };
    enum Role { ThroughRole = FirstFreeRole }; ///< QString: the sub-group through which, canonical; empty when direct.

    MembersModel(search::LiveIndex &index, Content content, QObject *parent = nullptr);

    void setEntity(const QString &canonicalRef);
    QString entity() const { return m_entity; }
    /// Through sub-groups too (a user: through their groups).
    void setTransitive(bool transitive);
    bool isTransitive() const { return m_transitive; }
    int directCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    struct Entry {
        search::Row row;
        search::Row through; ///< noRow when direct.
    };
    void update();
    std::vector<Entry> makeEntries() const;
    std::vector<Entry> reached(search::Row from) const;
    void addTargets(search::Row from, search::Row through, std::vector<Entry> &entries, std::vector<bool> &seen) const;
    QVariant display(const Entry &entry, Columns column) const;

    search::LiveIndex &m_live;
    search::IndexPtr m_index;
    Content m_content;
    QString m_entity;
    bool m_transitive = true;
    std::vector<Entry> m_entries;
};

} // namespace callboard::items
