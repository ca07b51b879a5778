// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/entityroles.h"
#include "models/notices/inbox.h"
#include "models/search/listfilter.h"

#include <QAbstractItemModel>

namespace callboard::items {

/// A folder of the inbox as a tree: entities, the one with the latest notice first, with their notices below them. Changes as one step,
/// so that views carry their selection over by key (`items::KeyedSelection`).
class InboxModel final : public QAbstractItemModel {
    Q_OBJECT
public:
    enum class Columns { Title, Source, At, Count };
    enum Role {
        ReadRole = FirstFreeRole, ///< bool; of a group: all of its notices.
        SavedRole,                ///< bool
        LevelRole,                ///< int: notices::Level; of a group the highest that is not read.
        WhatRole,                 ///< int: notices::What
        TimesRole,                ///< int: how many tell of the same.
        DetailRole,               ///< QString: what the notice says beside its title.
    };

    /// What a view knows of names.
    struct Names {
        std::function<QString(const QString &ref)> entity;       ///< Display name; empty: as in the ref.
        std::function<QString(const QString &connectionId)> source;
    };
    InboxModel(notices::Inbox &inbox, Names names, QObject *parent = nullptr);

    void setFolder(notices::Folder folder);
    notices::Folder folder() const { return m_folder; }
    /// In the plain language, with `source:` and `topic:`; words over these, title, description and entity.
    void setText(const QString &text);
    /// Terms about entities are answered from it (`search::ListFilter`).
    void setCatalog(search::IndexPtr index, search::PersonalPtr personal);
    static QStringList filterKeys();
    void setUnreadOnly(bool only);
    bool unreadOnly() const { return m_unreadOnly; }
    void refreshNames(); ///< They may be others now.

    const notices::Item *itemAt(const QModelIndex &index) const; ///< Null for a group.
    QString entityAt(const QModelIndex &index) const;   ///< Canonical ref; empty where it is about none.
    QStringList keysUnder(const QModelIndex &index) const; ///< Of an item, or of all of a group.
    int itemCount() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QString nameOfSource(const QString &connectionId) const;
    static QString wordFor(notices::What what); ///< Translated: "Build breaks".

private:
    struct Group {
        QString ref, name;
        std::vector<notices::Item> items;
        bool operator==(const Group &) const = default;
    };
    void update();
    bool matches(const notices::Item &item) const;
    QString nameOfEntity(const QString &ref) const;
    QVariant groupData(const Group &group, int column, int role) const;
    QVariant display(const notices::Item &item, Columns column) const;

    notices::Inbox &m_inbox;
    Names m_names;
    notices::Folder m_folder = notices::Folder::Inbox;
    search::ListFilter m_filter;
    bool m_unreadOnly = false;
    std::vector<Group> m_groups;
};

} // namespace callboard::items
