// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/apis/prototypes.h"

#include <algorithm>
#include <array>

namespace callboard::apis {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QByteArrayView, 15> scalars { "double", "float", "int32", "int64", "uint32", "uint64", "sint32", "sint64", "fixed32", "fixed64",
    "sfixed32", "sfixed64", "bool", "string", "bytes" };

bool isScalar(const QString &type)
{
    return std::ranges::any_of(scalars, [&](QByteArrayView known) { return type == QLatin1StringView(known); });
}

} // namespace

QString ProtoTypes::scoped(const QString &scope, const QString &name)
{
    return scope.isEmpty() ? name : QString(scope + u'.' + name);
}

void ProtoTypes::define(const QString &full, SchemaId id, Place at)
{
    if (m_types.contains(full))
        m_collector.problem(u"%1 is defined already"_s.arg(full), at);
    else
        m_types.insert(full, id);
}

SchemaId ProtoTypes::typed(const QString &named, const QString &shown, const QString &scope, Place at)
{
    const SchemaId id = m_collector.newSchema(at);
    if (id == noSchema)
        return id;
    m_collector.schema(id).type = shown;
    if (!isScalar(named))
        m_wanted.push_back({ id, named, scope });
    return id;
}

void ProtoTypes::lookUp()
{
    for (const Wanted &wanted : m_wanted) {
        SchemaId found = noSchema;
        if (wanted.named.startsWith(u'.')) {
            found = m_types.value(wanted.named.sliced(1), noSchema);
        } else {
            QString scope = wanted.scope;
            while (true) {
                found = m_types.value(scoped(scope, wanted.named), noSchema);
                if (found != noSchema || scope.isEmpty())
                    break;
                const qsizetype dot = scope.lastIndexOf(u'.');
                scope = dot < 0 ? QString() : scope.first(dot);
            }
        }
        Schema &schema = m_collector.schema(wanted.schema);
        schema.reference = wanted.named;
        schema.target = found;
        // What is imported cannot be known here; without an import, it is missing.
        if (found == noSchema && m_collector.definition().imports.isEmpty())
            m_collector.problem(u"There is no type %1 in this file, and it imports none"_s.arg(wanted.named), schema.at, false);
    }
}

} // namespace callboard::apis
