// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builds/gantt.h"
#include "models/items/entityroles.h"

#include <QAbstractItemModel>

namespace callboard::items {

/// What a run is made of, as a tree: jobs with their steps, then annotations, then tests that failed, then coverage.
class RunPartsModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Columns { Name, Took, Time, Count }; ///< Time: painted as a bar.
    enum class Kind { Heading, Job, Step, Annotation, Suite, Case, Coverage };
    enum Role {
        KindRole = FirstFreeRole, ///< int: Kind
        StateRole,                ///< int: domain::BuildState; of an annotation, by its severity.
        BeginRole, EndRole,       ///< qint64: milliseconds from the run's beginning; -1.
        QueuedRole,               ///< qint64: the same, of a job's wait.
        CriticalRole,             ///< bool
        JobRole,                  ///< int: place of the job it belongs to; -1.
        DetailRole,               ///< QString: message of an annotation or failed test.
    };

    explicit RunPartsModel(QObject *parent = nullptr);
    /// `since`: when this attempt began, where it is not the run's first. Both in milliseconds since the epoch.
    void setDetail(const domain::BuildDetail &detail, qint64 now, qint64 since = 0);
    const domain::BuildDetail &detail() const { return m_detail; }
    const builds::Gantt &gantt() const { return m_gantt; }
    const domain::BuildJob *jobAt(const QModelIndex &index) const; ///< The job of a job's or a step's row.
    /// The part to show first: the job that failed first and did not run again, else the one that runs, else the last; without jobs, the
    /// first annotation.
    QModelIndex mostTelling() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node {
        Kind kind = Kind::Heading;
        QString name = {}, detail = {}, secondary = {};
        domain::BuildState state = domain::BuildState::Unknown;
        qint64 queued = -1, begin = -1, end = -1;
        bool critical = false;
        int job = -1;
        int parent = -1, row = 0;
        std::vector<int> children = {};
        bool operator==(const Node &) const = default;
    };
    int add(Node node);
    void addJobs();
    void addAnnotations();
    void addTests();
    void addCoverage();
    static QString placeOf(const domain::BuildJob &job);
    const Node &node(const QModelIndex &index) const { return m_nodes[size_t(index.internalId())]; }

    domain::BuildDetail m_detail;
    qint64 m_since = 0;
    builds::Gantt m_gantt;
    std::vector<Node> m_nodes;
    std::vector<int> m_roots;
    qint64 m_now = 0;
};

} // namespace callboard::items
