// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"
#include "models/mirror/snapshot.h"

#include <QUrl>

#include <vector>

namespace callboard::ui::panes {

/// An entity that another one leads to, as a row of a linked table.
struct RelatedEntity {
    QString ref;  ///< Canonical.
    QString name; ///< As shown; of a missing one, from its ref.
    QString kind;
    QString type;
    QString owner; ///< Name of the owner.
    QString verb;  ///< "provides".
    bool missing = false;

    bool operator==(const RelatedEntity &) const = default;
};

struct RelationGroup {
    QString type; ///< Relation type as Backstage names it.
    QString title;
    QString icon;
    std::vector<RelatedEntity> rows;
};

/// One line of a card of facts. At most one of `ref` and `url` is set; both empty: plain text.
struct FactRow {
    QString label;
    QString value;
    QString icon;
    QString ref;
    QUrl url;
    bool mono = false;
    bool derived = false; ///< Not written as a link by anybody, but known from an annotation.

    bool operator==(const FactRow &) const = default;
};

/// A fact or filter on the slip.
struct ChipFact {
    QString text;
    QString icon;
    QString ref;    ///< Opens this entity.
    QString filter; ///< Or narrows the catalog: "tag:payments".
    bool tag = false;
    bool missing = false;

    bool operator==(const ChipFact &) const = default;
};

/// Who is responsible for how much: one line of an ownership table.
struct OwnedCount {
    QString kind;
    QString plural;
    int direct = 0;
    int transitive = 0; ///< Direct ones included.
};

struct TemplateParameter {
    QString page; ///< Title of the step of the form.
    QString name, title, type, description;
    bool required = false;
};

struct TemplateStep {
    QString id, name, action;
};

/// What the page of an entity says, gathered from the entity and the snapshot; no widgets, no I/O.
struct PageContent {
    QString ref;
    QString kind;
    QString title;
    QString description;
    std::vector<ChipFact> chips;
    std::vector<FactRow> about;
    std::vector<FactRow> links;
    std::vector<FactRow> labels;
    std::vector<FactRow> annotations;
    std::vector<RelationGroup> relations; ///< Both directions, in the order of their cards.
    QString definition, definitionFile;
    std::vector<TemplateParameter> parameters;
    std::vector<TemplateStep> steps;
    bool isGroup = false;
    bool isUser = false;
    bool knownKind = true;

    static PageContent of(const domain::Entity &entity, const mirror::Snapshot &snapshot);
    const RelationGroup *group(QStringView type) const;
    int relationCount() const;
};

/// By row: owned by a person or group, directly or with the groups that count as theirs.
std::vector<bool> ownedRows(const mirror::Snapshot &snapshot, mirror::Row owner, bool transitive);
/// What an owner owns, by kind: directly, and with the groups below it.
std::vector<OwnedCount> ownedCounts(const mirror::Snapshot &snapshot, mirror::Row owner);
/// The owned entities themselves, sorted by kind and name.
std::vector<RelatedEntity> ownedEntities(
    const mirror::Snapshot &snapshot, mirror::Row owner, bool transitive);
/// The users of a group, those of groups below it too where `transitive`; without repeats, by name.
std::vector<RelatedEntity> membersOf(
    const mirror::Snapshot &snapshot, mirror::Row group, bool transitive);
/// Parents from the root down to the group itself, then its children.
struct GroupPlace {
    std::vector<RelatedEntity> above; ///< Root first, direct parent last.
    std::vector<RelatedEntity> below;
};
GroupPlace placeOf(const mirror::Snapshot &snapshot, mirror::Row group);
RelatedEntity relatedEntity(const mirror::Snapshot &snapshot, mirror::Row row);
RelatedEntity relatedEntity(const mirror::Snapshot &snapshot, QStringView ref);

} // namespace callboard::ui::panes
