// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"

#include <QHash>

#include <vector>

namespace callboard::catalog {

/// The relations of a whole catalog in twelve bytes each: names are kept once. Filled, then settled, then asked.
class RelationTable final {
public:
    /// `source` and `target` are canonical refs; neither has to be an entity that is served.
    void add(const QString &source, const QString &type, const QString &target);
    void settle();
    std::vector<domain::Relation> of(const QString &source) const; ///< Sorted, each once.

private:
    struct Row {
        quint32 source;
        quint32 type;
        quint32 target;
    };
    quint32 idOf(const QString &name);

    QHash<QString, quint32> m_ids;
    std::vector<QString> m_names; ///< By id: refs and types.
    std::vector<Row> m_rows;      ///< Sorted by source once settled.
};

} // namespace callboard::catalog
