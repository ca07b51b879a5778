// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"
#include "models/domain/record.h"

#include <QByteArray>

#include <string>

namespace callboard::mirror {

/// Bytes as they lie in the file: plain, or compressed where that saves something.
QByteArray encode(const QByteArray &plain);
/// Nothing when the bytes are damaged.
std::optional<QByteArray> decode(QByteArrayView stored);

/// Equal hashes, equal bytes: 16 bytes of a cryptographic hash.
QByteArray contentHash(QByteArrayView bytes);

QByteArray toBytes(const QJsonObject &object);

/// One edge a line, "type target": compact, and a difference of two is readable.
QByteArray relationsToBytes(const std::vector<domain::Relation> &relations);
std::vector<domain::Relation> relationsFromBytes(QByteArrayView bytes);

/// What of a body says something about the entity: `etag`, `uid` and `generation` change on a server for
/// other reasons (an etag with every relation), and are no new version of it.
QJsonObject meaningOf(const QJsonObject &body);

/// An entity made ready for the writer on the thread that pulled it.
struct PreparedEntity {
    std::string ref;
    QByteArray narrow;
    QByteArray body;      ///< Encoded.
    QByteArray bodyHash;
    QByteArray relations; ///< Encoded.
    QByteArray relationsHash;
    QByteArray status;    ///< JSON; null where there is none.
    int flags = 0;
};
PreparedEntity prepare(const domain::Entity &entity);

struct PreparedRecord {
    std::string type, key, entityRef;
    QByteArray body; ///< Encoded.
    QByteArray hash;
    std::vector<std::string> blobs; ///< Strings in the body that look like the name of a blob.
};
PreparedRecord prepare(const domain::Record &record);

/// All text of an entity's body that a search should find, without its name, title and description.
QString searchableText(const QJsonObject &body);

} // namespace callboard::mirror
