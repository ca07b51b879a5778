// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/nametable.h"
#include "models/domain/entity.h"

#include <memory>
#include <vector>

namespace callboard::catalog {

/// The relations of a whole catalog in twelve bytes each: names are kept once. Filled, then settled, then asked.
class RelationTable final {
public:
    explicit RelationTable(std::shared_ptr<NameTable> names)
        : m_names(std::move(names))
    {
    }
    /// `source` and `target` are names of canonical refs; neither has to be an entity that is served.
    void add(quint32 source, const QString &type, quint32 target);
    void settle();
    std::vector<domain::Relation> of(const QString &source) const; ///< Sorted, each once.

private:
    struct Row {
        quint32 source;
        quint32 type;
        quint32 target;
    };
    std::shared_ptr<NameTable> m_names;
    std::vector<Row> m_rows; ///< Sorted by source once settled.
};

} // namespace callboard::catalog
