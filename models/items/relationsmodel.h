// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/entityroles.h"
#include "models/search/liveindex.h"

#include <QAbstractItemModel>

#include <vector>

namespace callboard::items {

/// The edges of one entity, both directions, grouped by relation type: a tree of two levels. A target that is not in the catalog keeps
/// its row, with DanglingRole. `setTypes` narrows to some types; with one type only, `setFlat` leaves the group row out.
class RelationsModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Columns { Name, Kind, Owner, Type, Lifecycle, Description, Count };
    enum Role { RelationRole = FirstFreeRole }; ///< QString: "dependsOn"

    explicit RelationsModel(search::LiveIndex &index, QObject *parent = nullptr);

    void setEntity(const QString &canonicalRef);
    QString entity() const { return m_entity; }
    void setTypes(const QStringList &types); ///< None: all, in the order people read them.
    void setKinds(const QStringList &kinds); ///< Targets of these kinds only; none: all.
    void setFlat(bool flat);
    int edgeCount() const;
    int danglingCount() const;

    /// "Depends on", "Owned by": what a relation type reads as; types nobody told us of are taken apart at capitals.
    static QString typeLabel(const QString &type);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    struct Edge {
        QString ref;
        search::Row row;
    };
    struct Group {
        QString type;
        std::vector<Edge> edges;
    };
    void update();
    std::vector<Group> makeGroups() const;
    const Edge *edgeAt(const QModelIndex &index) const;
    QVariant edgeData(const Edge &edge, const QString &type, int column, int role) const;
    QVariant display(const Edge &edge, Columns column) const;

    search::LiveIndex &m_live;
    search::IndexPtr m_index;
    QString m_entity;
    QStringList m_types, m_kinds;
    bool m_flat = false;
    std::vector<Group> m_groups;
};

} // namespace callboard::items
