// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"
#include "models/domain/linediff.h"

namespace callboard::mirror {
class Mirror;
}

namespace callboard::items {

/// One field of an entity's body that differs.
struct FieldChange {
    enum class Kind { Added, Removed, Changed };
    Kind kind = Kind::Changed;
    QString pointer; ///< JSON pointer (RFC 6901) into the body; of lists of plain values that to the list.
    QJsonValue before; ///< Undefined where it was not there.
    QJsonValue after;

    bool operator==(const FieldChange &) const = default;
};

/// What differs between two versions of an entity. An etag, uid or generation, which change on a server for reasons of its
/// own, are no difference.
struct EntityDiff {
    std::vector<FieldChange> fields; ///< In the order of the text; at most `mostFields`.
    bool moreFields = false;
    std::vector<domain::Relation> relationsAdded, relationsRemoved;
    domain::LineDiff text;

    static constexpr size_t mostFields = 200;

    /// Null stands for an entity that is not there.
    static EntityDiff of(const domain::Entity *before, const domain::Entity *after);
    /// Without the text, which costs most.
    static EntityDiff summaryOf(const domain::Entity *before, const domain::Entity *after);
    bool isEmpty() const { return fields.empty() && relationsAdded.empty() && relationsRemoved.empty(); }
};

/// What is compared: the body without what says nothing, and the relations by type, as YAML. Empty for null.
QString comparableText(const domain::Entity *entity);

/// A value on one line, shortened: for "owner: team-a → team-b". Undefined is empty.
QString shortValue(const QJsonValue &value, int most = 60);

/// "/spec/owner" as people write it: "spec.owner"; names with other characters stay in quotes.
QString dottedPath(const QString &pointer);

} // namespace callboard::items
