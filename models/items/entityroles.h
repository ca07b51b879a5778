// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace callboard::items {

/// The roles that models of entities share, whatever their columns.
enum EntityRole {
    RefRole = Qt::UserRole + 1, ///< QString: canonical ref; empty on group rows. Of a header: what refs are called, where exports lead with them.
    KindRole,                   ///< QString: kind as written, for the icon.
    NameRole,                   ///< QString: metadata.name
    TypeRole,                   ///< QString: spec.type
    SortRole,                   ///< What the column sorts by: text, number or time in milliseconds.
    MatchRole,                  ///< QList<int>: units of the display text that the filter matched, ascending.
    FlagsRole,                  ///< int: mirror::Snapshot::Flag
    StarredRole,                ///< bool
    MineRole,                   ///< bool
    AgeRole,                    ///< QDateTime, UTC: when it last changed.
    SeenRole,                   ///< QDateTime, UTC: when a pull last confirmed it.
    DanglingRole,               ///< bool: names an entity that is not there.
    GroupRole,                  ///< bool: a group row.
    GroupKeyRole,               ///< QString: what the group is of (a ref, a kind); of rows, their group's.
    CountRole,                  ///< int: rows of a group, or entities with a value.
    DescriptionRole,            ///< QString: the first 160 characters.
    TagsRole,                   ///< QStringList
    ExportRole,                 ///< QString: what an export has in place of what is shown; the same in every language.
    ColumnKeyRole,              ///< QString, of a header: the column's name in exports, the same in every language: "owner".
    FirstFreeRole = Qt::UserRole + 100, ///< Models' own roles begin here.
};

} // namespace callboard::items
