// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/entityroles.h"
#include "models/mirror/mirror.h"
#include "models/search/listfilter.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QThreadPool>

namespace callboard::items {

/// What happened to one entity on one day.
struct ChangedEntity {
    QString ref;
    QString kind;       ///< Of the entity.
    QString name;       ///< For people.
    QString what;       ///< Kinds of change, the latest first: "Removed, came back".
    QString summary;    ///< What differs, in a line; empty where it is not known or too much to say.
    QStringList connections;
    QDateTime at;       ///< UTC: of the latest change of that day.
    qint64 version = 0; ///< The latest of that day.
    qint64 before = 0;  ///< What the first change of that day changed; 0 where there was nothing.
    mirror::ChangeKind latest = mirror::ChangeKind::Body;
    int times = 1;
    bool present = true; ///< Still in the catalog.

    bool operator==(const ChangedEntity &) const = default;
};

/// The changes of one day in the person's own time zone, the latest first.
struct ChangedDay {
    QDate date;
    std::vector<ChangedEntity> entities;
    bool operator==(const ChangedDay &) const = default;
};

/// "What changed", grouped by day. Reads on a thread of its own.
class ChangesModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Columns { Entity, Change, Source, At, Count };
    enum Role {
        VersionRole = FirstFreeRole, ///< qint64
        BeforeRole,                  ///< qint64
        ChangeKindRole,              ///< int: mirror::ChangeKind, the latest
        SummaryRole,                 ///< QString
        PresentRole,                 ///< bool
    };

    /// Null: what `setDays` was told.
    explicit ChangesModel(const mirror::Mirror *mirror, QObject *parent = nullptr);
    ~ChangesModel() override;

    /// Asks the mirror anew; what is shown stays until the answer is there (`loaded`).
    void load(const mirror::ChangesQuery &asked);
    void clear(); ///< Nothing is asked for: nothing is shown.
    bool isLoading() const { return m_loading; }
    void setConnectionNames(const QHash<QString, QString> &byId);
    void setText(const QString &text); ///< In the plain language; words over name, ref, change and summary.
    /// Terms about entities are answered from it (`search::ListFilter`).
    void setCatalog(search::IndexPtr index, search::PersonalPtr personal);
    void setDays(std::vector<ChangedDay> days);
    const std::vector<ChangedDay> &days() const { return m_shown; }
    const ChangedEntity *entityAt(const QModelIndex &index) const; ///< Null for a day.
    int entityCount() const; ///< Rows that are shown.
    int allCount() const;    ///< Rows without the text's narrowing.
    /// Counts, arrivals and where history begins, of the last answer; its list is empty.
    const mirror::Changes &facts() const { return m_facts; }
    const std::optional<domain::Error> &failure() const { return m_failure; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loaded();

private:
    struct Answer;
    void take(Answer answer);
    void update();
    QVariant display(const ChangedEntity &entity, Columns column) const;
    static QString dayName(const QDate &date);

    const mirror::Mirror *m_mirror;
    std::vector<ChangedDay> m_all, m_shown;
    QHash<QString, QString> m_names;
    search::ListFilter m_filter;
    mirror::Changes m_facts;
    std::optional<domain::Error> m_failure;
    quint64 m_asked = 0;
    bool m_loading = false;
    std::stop_source m_stop;
    QThreadPool m_pool; ///< Last: waits for its thread before the rest goes.
};

/// By day and entity, in the person's time zone; with a line on what differs for the latest `described`. Any thread.
std::vector<ChangedDay> changesByDay(const mirror::Mirror *mirror, const mirror::Changes &changes,
    const mirror::Snapshot &snapshot, int described, const std::stop_token &stop = {});

} // namespace callboard::items
