// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/entityroles.h"
#include "models/search/filter.h"
#include "models/search/liveindex.h"

#include <QAbstractItemModel>
#include <QThreadPool>

#include <memory>

namespace callboard::items {

class UserState;
struct EntityListing;

/// The entities of the catalog that a filter leaves, sorted, flat or in groups. Flat (Grouping::None) it is a plain table: use a
/// QTableView. Grouped it is a tree of two levels whose group rows have a label in the first column and CountRole: use a QTreeView.
///
/// Up to `inlineLimit` entities a change of the filter is answered at once; above it, and for terms that read whole
/// entities, on a worker, and `busyChanged` tells. A few changes become row signals; many become one step, which keeps
/// persistent indexes where the rows stay and is a reset otherwise: see KeyedSelection for carrying selection over that.
class EntityTableModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Columns { Name, Kind, Owner, System, Type, Lifecycle, Namespace, Repository, Tags, Description, Changed, Problems, Seen, Count };
    enum class Grouping { None, Owner, System, Kind, Lifecycle, Repository };
    /// A sort column of this: by how well the words fit while there are words, by name otherwise.
    static constexpr int byRelevance = -1;

    /// `user` may be null. Both outlive the model.
    EntityTableModel(search::LiveIndex &index, UserState *user, QObject *parent = nullptr);
    ~EntityTableModel() override;

    const search::Filter &filter() const { return m_filter; }
    void setFilter(const search::Filter &filter);
    void setText(const QString &text);
    void setScope(search::Filter::Scope scope);
    void setFacet(search::Facet facet, const QStringList &values);

    Grouping grouping() const { return m_grouping; }
    void setGrouping(Grouping grouping);
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    /// For `has:`, `annotation:` and `label:`, and for `text:`; called on a worker thread.
    void setReaders(search::BodyReader bodies, search::TextFinder text);
    /// What the second of them answers may be another now: asks again where the filter has such terms.
    void onTextIndexed();
    void setInlineLimit(search::Row rows) { m_inlineLimit = rows; }
    /// From the next answer on; where nobody shows facets, counting them is for nothing.
    void setCounting(bool counting) { m_counting = counting; }

    int shownCount() const;         ///< Entities that the filter leaves.
    int totalCount() const;         ///< Entities of the catalog.
    bool isBusy() const { return m_busy; }
    bool isWithTypos() const;       ///< Nothing held the words as typed; what is shown fits but for a letter.
    QStringList hints() const;      ///< What of the text was not understood, in English.
    const search::AllFacetCounts &facetCounts() const;
    search::IndexPtr index() const; ///< The one that is shown now; may trail the live one.
    double lastMilliseconds() const { return m_lastMilliseconds; } ///< What the last answer took.

    QModelIndex indexOf(const QString &canonicalRef, int column = 0) const; ///< Invalid when not shown.
    QString refAt(const QModelIndex &index) const;
    search::Row rowAt(const QModelIndex &index) const; ///< Of `index()`; noRow for a group.
    QStringList shownRefs() const; ///< In the order shown.

    static QString columnName(Columns column); ///< Stable, untranslated: "owner".
    static QString groupingName(Grouping grouping);
    static Grouping groupingFromName(const QString &name);

    using QObject::parent;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QHash<int, QByteArray> roleNames() const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override; ///< Refs, one a line.

Q_SIGNALS:
    void filterChanged();
    void groupingChanged();
    /// Rows, counts or facets are those of another answer. Comes after the row signals.
    void updated();
    void busyChanged(bool busy);

private:
    struct Request;
    void refresh();
    void refreshOnWorker(const Request &request);
    Request request() const;
    void take(std::shared_ptr<const EntityListing> listing);
    bool applyInSteps(const EntityListing &next);
    bool applyReorder(const EntityListing &next);
    void setBusy(bool busy);
    QVariant entityData(search::Row row, int column, int role) const;
    QVariant groupData(int group, int column, int role) const;
    QVariant display(search::Row row, Columns column) const;
    QVariant exported(search::Row row, Columns column) const;
    QVariant sortValue(search::Row row, Columns column) const;
    QString toolTip(search::Row row, Columns column) const;
    QList<int> matches(search::Row row) const;

    search::LiveIndex &m_live;
    UserState *m_user;
    search::Filter m_filter;
    bool m_counting = true;
    Grouping m_grouping = Grouping::None;
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    search::BodyReader m_bodyReader;
    search::TextFinder m_textFinder;
    search::Row m_inlineLimit = 150'000;
    std::shared_ptr<const EntityListing> m_listing; ///< What is shown.
    std::vector<search::Word> m_words;
    std::unique_ptr<search::FilterEngine> m_engine;
    std::shared_ptr<search::FilterEngine> m_workerEngine;
    quint64 m_generation = 0;
    std::stop_source m_stop;
    bool m_busy = false;
    double m_lastMilliseconds = 0;
    QThreadPool m_pool; ///< Last: waits for its thread before the rest goes.
};

/// "2m", "3h", "5d", "4w": how long ago, in one short word.
QString ageText(const QDateTime &at, const QDateTime &now = QDateTime::currentDateTimeUtc());

} // namespace callboard::items
