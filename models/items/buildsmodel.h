// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builds/runlisting.h"
#include "models/items/entityroles.h"

#include <QAbstractItemModel>
#include <QDateTime>
#include <QSet>

namespace callboard::items {

/// Runs of CI in groups. Of each group the newest of the default branches and the newest others show, with a heading between them; a row at its end brings
/// the rest.
class BuildsModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Columns { Run, Branch, Title, By, Took, Age, Count };
    enum Role {
        StateRole = FirstFreeRole, ///< int: domain::BuildState; of a group, its worst.
        RunKeyRole,                ///< QString: `BuildRun::key`; empty on groups and on the row that brings more.
        MoreRole,                  ///< bool: the row at the end of a group.
        HeadingRole,               ///< bool: the row between the default branches and others, where both show; nobody can choose it.
        DefaultRole,               ///< bool: on a default branch.
        FlakyRole,                 ///< QString: names of what was flaky recently, of groups; the first two.
    };
    static constexpr quint32 fewShown = 4;   ///< Of the default branches, and of others.
    static constexpr quint32 mostShown = 200; ///< The same of a group that was asked for more.

    explicit BuildsModel(QObject *parent = nullptr);

    /// All that shows, and what was asked for it. Of very many runs finding it takes longer than a frame: any thread may.
    struct Content {
        std::shared_ptr<const builds::RunEstate> estate;
        builds::RunQuestion question;
        builds::RunGrouping grouping = builds::RunGrouping::Service;
        builds::RunListing listing;
        static Content of(std::shared_ptr<const builds::RunEstate> estate, const builds::RunQuestion &question, builds::RunGrouping grouping);
    };
    /// Where the same runs show as before, in the same groups, nothing is reset.
    void show(Content content);
    const builds::RunQuestion &question() const { return m_question; }
    builds::RunGrouping grouping() const { return m_grouping; }
    /// The time that ages and durations are told by; what runs is told anew.
    void setNow(const QDateTime &now);
    qint64 now() const { return m_now; }

    const std::shared_ptr<const builds::RunEstate> &estate() const { return m_estate; }
    const builds::RunListing &listing() const { return m_listing; }
    const builds::RunGroup *groupAt(const QModelIndex &index) const; ///< Of a group's row; null of others.
    builds::RunRow runAt(const QModelIndex &index) const;            ///< noRun of groups, and of the rows that part and bring more.
    builds::RunSpark spark(const QModelIndex &group) const;
    QModelIndex indexOfRun(const QString &key) const; ///< Where it shows; invalid where it does not.
    void showMore(const QModelIndex &index); ///< The group's others, too.

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Shown {
        quint32 defaults = 0, others = 0;
        bool more = false;
        bool hasHeading() const { return defaults > 0 && others > 0; }
        int rows() const { return int(defaults + others) + int(hasHeading()) + int(more); }
    };
    Shown shownOf(const builds::RunGroup &group) const;
    const builds::RunIndex &runs() const { return *m_estate->index(); }
    QVariant groupData(const builds::RunGroup &group, int column, int role) const;
    QString flakyName(const builds::FlakyPart &part) const;
    QString flakyNames(const builds::RunGroup &group, qsizetype most) const;
    QString flakyStory(const builds::RunGroup &group) const;
    QVariant runData(builds::RunRow row, const QModelIndex &index, int role) const;
    bool isHeading(const QModelIndex &index) const;
    QVariant headingData(const QModelIndex &index, int role) const;
    QString display(builds::RunRow row, Columns column) const;
    QString toolTip(builds::RunRow row) const;
    QVariant sortValue(builds::RunRow row, Columns column) const;

    std::shared_ptr<const builds::RunEstate> m_estate;
    builds::RunQuestion m_question;
    builds::RunGrouping m_grouping = builds::RunGrouping::Service;
    builds::RunListing m_listing;
    std::vector<Shown> m_shown;
    QSet<QString> m_whole; ///< Groups that were asked for more, by key.
    qint64 m_now = 0;
};

} // namespace callboard::items
