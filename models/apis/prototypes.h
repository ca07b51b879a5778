// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/apis/readers.h"

namespace callboard::apis {

/// The types of a file of protobuf by their full names, and who names them.
class ProtoTypes final {
public:
    explicit ProtoTypes(Collector &collector) : m_collector(collector) { }

    static QString scoped(const QString &scope, const QString &name); ///< "acme.pay" and "Refund": "acme.pay.Refund"
    void define(const QString &full, SchemaId id, Place at);
    /// A use of `named` in a scope, shown as `shown`; none where there are too many schemas.
    SchemaId typed(const QString &named, const QString &shown, const QString &scope, Place at);
    /// When all are known: from the innermost scope outward, as protobuf resolves names.
    void lookUp();

private:
    /// A type that a field or method names.
    struct Wanted {
        SchemaId schema = noSchema;
        QString named;
        QString scope;
    };

    Collector &m_collector;
    QHash<QString, SchemaId> m_types;
    std::vector<Wanted> m_wanted;
};

} // namespace callboard::apis
