// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/apiitemsmodel.h"

namespace callboard::items {

/// Everything about one item of a definition as a tree: parameters, bodies, responses, security, servers, who uses it.
/// Schemas open level by level, through references; nothing of a level is made before it is looked at, so that circles are no matter.
class ApiSchemaModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Columns { Name, Type, Notes, Count };
    enum Role {
        LinkRole = FirstFreeRole + 50, ///< QString: id of the item that a row leads to; empty for none.
        ExampleRole,                   ///< QString: an example to show in full; empty for none.
        LineRole,                      ///< int: where it stands in the text; 0 where it is not known.
        DeprecatedRole,                ///< bool
        RequiredRole,                  ///< bool
    };

    explicit ApiSchemaModel(QObject *parent = nullptr);
    ~ApiSchemaModel() override;

    /// Null shows nothing.
    void setItem(ApiDefinitionPtr definition, const QString &itemId);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node;
    using NodePtr = std::unique_ptr<Node>;
    Node *nodeOf(const QModelIndex &index) const;
    Node *addTo(Node &parent, const QString &name, apis::SchemaId schema = apis::noSchema) const;
    Node *section(const QString &title);
    void describeSchema(Node &node) const;
    void addProperties(Node &parent, apis::SchemaId schema, int depth) const;
    void addChildren(Node &parent) const;
    bool mayHaveChildren(const Node &node) const;
    void addParameters(Node &section, const std::vector<apis::Parameter> &parameters) const;
    void addContents(Node &section, const std::vector<apis::Content> &contents) const;
    void addItem(const apis::Item &item);
    void addAround(const apis::Item &item);

    ApiDefinitionPtr m_definition;
    NodePtr m_root;
    bool m_isTelling = false; ///< Signals of a change are on their way.
};

} // namespace callboard::items
