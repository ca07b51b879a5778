// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"
#include "models/domain/result.h"

#include <vector>

namespace callboard::backstage {

/// One page of entities as a backend serves it.
struct EntityPage {
    std::vector<domain::Entity> entities;
    /// In the order of the page, beside `entities`: their `metadata.uid` and `metadata.etag`, empty where they have none.
    struct Mark {
        QByteArray uid, etag;
    };
    std::vector<Mark> marks;
    QByteArray nextCursor; ///< Empty on the last page.
    qint64 total = 0;      ///< `totalItems`; 0 where it is not told.
    qsizetype items = 0;   ///< That were in the page, the skipped ones and nulls included.
    QStringList skipped;   ///< Why entities were left out, a sentence each; at most some.
};

/// Reads `{ items, totalItems, pageInfo }` or a bare list of entities (the older routes). An entity without kind or name, or one that is
/// nested deeper than 64, is skipped; BadResponse for what is no such page. `body` may be moved to make room for the parser's padding.
domain::Result<EntityPage> readEntityPage(QByteArray body);

/// The answer of `by-refs`: like `items` of a page, with nothing where an entity is not there.
domain::Result<std::vector<std::optional<std::pair<domain::Entity, EntityPage::Mark>>>> readEntitiesByRefs(QByteArray body);

/// A page that was asked for with `fields=metadata.etag`.
struct EtagPage {
    std::vector<QByteArray> etags; ///< Empty where an entity has none.
    QByteArray nextCursor;
};
domain::Result<EtagPage> readEtagPage(QByteArray body);

} // namespace callboard::backstage
