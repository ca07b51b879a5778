// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/apis/definition.h"
#include "models/items/entityroles.h"

#include <QAbstractItemModel>

#include <memory>

namespace callboard::items {

using ApiDefinitionPtr = std::shared_ptr<const apis::ApiDefinition>;

/// The items of a definition in groups: by tag, channel or service, else by kind. A filter of words hides what does not fit.
class ApiItemsModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role {
        ItemIdRole = FirstFreeRole, ///< QString; empty for groups.
        ItemKindRole,               ///< int: apis::ItemKind
        ActionRole,                 ///< QString: "POST", "send"; of groups empty.
        PathRole,                   ///< QString
        DeprecatedRole,             ///< bool
        SummaryRole,                ///< QString
    };

    explicit ApiItemsModel(QObject *parent = nullptr);

    void setDefinition(ApiDefinitionPtr definition);
    /// All words have to be found in an item's name, summary, words or group.
    void setFilter(const QString &text);
    QModelIndex indexOf(const QString &itemId) const; ///< Invalid where it is not shown.
    int shownCount() const { return m_shown; }
    int totalCount() const { return m_definition ? int(m_definition->items.size()) : 0; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Group {
        QString title;
        QString description;
        std::vector<int> items;
    };
    void rebuild();
    const apis::Item *item(const QModelIndex &index) const;
    static QString groupOf(const apis::Item &item);

    ApiDefinitionPtr m_definition;
    QStringList m_words;
    std::vector<Group> m_groups;
    int m_shown = 0;
};

} // namespace callboard::items
