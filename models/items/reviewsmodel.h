// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/entityroles.h"
#include "models/notices/reviewchanges.h"
#include "models/search/listfilter.h"

#include <QAbstractItemModel>

#include <array>
#include <functional>

namespace callboard::items {

/// Open pull and merge requests of all hosts, by what the person has to do with them. Changes as one step.
class ReviewsModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Columns { Title, Checks, Verdict, Size, Entity, Owner, Reviewers, Labels, Age, Number, Author, Count };
    /// Checks that fail come before what else wants mending: conflicts, and changes that somebody wants.
    enum class Group { WaitsForMe, MineFailing, MineToMend, MineWaits, Stale, Others };
    static constexpr int groups = int(Group::Others) + 1;
    enum Role {
        ChecksRole = FirstFreeRole, ///< int: domain::BuildState
        VerdictRole,                ///< int: domain::Review::Verdict
        ConflictsRole,              ///< bool
        DraftRole,                  ///< bool
        UpdatedRole,                ///< QDateTime, UTC
    };
    static constexpr qint64 staleAfterDays = 14;

    struct Names {
        std::function<QString(const QString &ref)> entity; ///< Display name; empty: as in the ref.
        std::function<QString(const QString &ref)> owner;  ///< Name of an entity's owner; may be empty.
    };
    explicit ReviewsModel(Names names, QObject *parent = nullptr);

    /// What is not open is left out.
    void setReviews(const std::vector<notices::SeenReview> &reviews, const QDateTime &now);
    /// In the plain language, with the keys of `filterKeys`; words over title, number, author, reviewers, entity, owner, branch and labels.
    void setText(const QString &text);
    /// Terms about entities are answered from it (`search::ListFilter`).
    void setCatalog(search::IndexPtr index, search::PersonalPtr personal);
    static QStringList filterKeys();
    const notices::SeenReview *reviewAt(const QModelIndex &index) const; ///< Null for a group.
    int reviewCount() const; ///< Shown ones.
    int count(Group group) const; ///< Whatever is searched for.

    static Group groupOf(const domain::Review &review, const QDateTime &now);
    static QString nameOf(Group group);
    static QString wordFor(domain::BuildState checks);
    static QString wordFor(domain::Review::Verdict verdict);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Within the groups; what waits longest comes first where `column` is -1.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    struct Shown {
        Group group = Group::Others;
        std::vector<notices::SeenReview> reviews;
    };
    void update();
    void sortShown();
    bool matches(const domain::Review &review) const;
    QString entityOf(const domain::Review &review) const;
    QString ownerOf(const domain::Review &review) const;
    QVariant sortKey(const domain::Review &review, Columns column) const;
    static QString exported(const domain::Review &review, Columns column);
    QVariant display(const domain::Review &review, Columns column) const;
    QStringList facts(const domain::Review &review) const; ///< A sentence each: what the columns hold, whichever are seen.
    static QString sizeTip(const domain::Review &review);

    Names m_names;
    std::array<std::vector<notices::SeenReview>, groups> m_all;
    std::vector<Shown> m_shown;
    search::ListFilter m_filter;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace callboard::items
