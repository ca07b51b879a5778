// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/snapshot.h"

#include <QByteArray>

#include <string_view>

namespace callboard::mirror {

/// The narrow table keeps what the snapshot needs of an entity in one compact value, because a
/// hundred thousand rows of one column load several times faster than of fifteen. Strings are UTF-8 with
/// their length in front; relation types of Backstage's own are one byte.
inline constexpr unsigned char packedFormat = 1;

/// Length-prefixed strings, read in the order they were written. Never reads past the end:
/// a damaged value gives empty strings and `ok` false.
class PackedReader final {
public:
    explicit PackedReader(std::string_view packed);
    std::string_view text();
    quint32 number();
    bool ok() const { return m_ok; }

private:
    std::string_view m_rest;
    bool m_ok = true;
};

/// Packs all but connection, flags and times, which are columns of their own.
QByteArray pack(const NarrowEntity &entity);

/// The relations of a packed entity; what could be read of a damaged one.
std::vector<domain::Relation> unpackRelations(QByteArrayView packed);

/// Well-known relation types by their packed code; empty for other codes.
std::string_view relationTypeOf(quint32 code);
/// The type of the edge that the target of an edge of this type has back; empty where none is defined.
/// Source: @backstage/catalog-model, relation pairs.
std::string_view inverseOf(std::string_view relationType);

/// Web URL or folder of the repository that an entity's descriptor lies in; empty where unknown.
QString repositoryOf(const domain::Entity &entity);

} // namespace callboard::mirror
