// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/entityroles.h"
#include "models/search/filter.h"

#include <QAbstractItemModel>

#include <vector>

namespace callboard::items {

class EntityTableModel;

/// The facets beside a list: a tree of facets and their values with live counts. Values are checkable (CheckStateRole); checking
/// one changes the list's filter. Values keep their places while counts change, so that nothing moves under the pointer: the most
/// frequent of the whole catalog first, then what is selected, then "n more", which `expand` opens.
class FacetModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Columns { Value, Count, ColumnCount };
    enum Role {
        FacetRole = FirstFreeRole, ///< int: search::Facet
        ValueRole,                 ///< QString: the value as the filter holds it.
        MoreRole,                  ///< bool: the "n more" row.
    };

    explicit FacetModel(EntityTableModel &list, QObject *parent = nullptr);

    void setTop(int values); ///< How many values of a facet are shown before "n more"; 7 at first.
    void expand(search::Facet facet, bool all = true);
    bool isExpanded(search::Facet facet) const;
    void clear(search::Facet facet);
    void clearAll();

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QHash<int, QByteArray> roleNames() const override;
    static QString facetName(search::Facet facet);

private:
    struct Entry {
        QString value;
        QString label;
        QString kind;           ///< Of what an owner or system names, for the icon.
        search::Code code = 0;  ///< For columns and tags.
        bool isMore = false;
        int hidden = 0;         ///< Of "n more".

        bool isSame(const Entry &other) const { return value == other.value && isMore == other.isMore; }
    };
    struct Section {
        search::Facet facet;
        std::vector<Entry> entries;
        bool expanded = false;
    };

    void update();
    /// Which values stand there hangs on the catalog, on what is selected and on what is unfolded; a key changes only counts.
    bool isUpToDate() const;
    void tellCounts();
    std::vector<Entry> entriesOf(const Section &section) const;
    std::vector<Entry> fixedEntries(search::Facet facet) const;
    std::vector<Entry> valueEntries(const Section &section) const;
    void describe(search::Facet facet, Entry &entry) const;
    void setEntries(size_t section, std::vector<Entry> next);
    quint32 countOf(search::Facet facet, const Entry &entry) const;
    QVariant entryData(search::Facet facet, const Entry &entry, int column, int role) const;

    EntityTableModel &m_list;
    std::vector<Section> m_sections;
    std::array<std::vector<search::Code>, search::facetCount> m_byFrequency; ///< The most frequent of the whole catalog first.
    std::weak_ptr<const search::CatalogIndex> m_sortedFor;
    QMap<search::Facet, QStringList> m_selected; ///< As the entries show it.
    int m_top = 7;

    void sortValues();
    const std::vector<mirror::StringId> &valuesOf(search::Facet facet) const;
};

} // namespace callboard::items
