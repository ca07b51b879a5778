// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/relations.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace callboard::catalog {

using namespace Qt::StringLiterals;
using domain::EntityRef;

namespace {

/// `parseEntityRef` of a value that need not be text: fields that no schema covers may hold maps.
domain::Result<EntityRef> refFrom(const QJsonValue &value, const EntityRef::Defaults &defaults)
{
    if (value.isString() || isFalsy(value))
        return EntityRef::parse(value.toString(), defaults);
    const QJsonObject map = value.toObject();
    const auto part = [&](QLatin1StringView key, const QString &otherwise) {
        const QJsonValue found = map.value(key);
        return found.isUndefined() || found.isNull() ? otherwise : found.toString();
    };
    EntityRef ref { part("kind"_L1, defaults.kind), part("namespace"_L1, defaults.ns), part("name"_L1, {}) };
    if (ref.kind.isEmpty() || ref.ns.isEmpty() || ref.name.isEmpty())
        return domain::fail(domain::ErrorCode::Invalid,
            u"Entity reference had missing or empty %1"_s.arg(ref.kind.isEmpty() ? u"kind"
                    : ref.ns.isEmpty()                                           ? u"namespace"
                                                                                 : u"name"));
    return ref;
}

QString written(const QJsonValue &value)
{
    return value.isString() ? value.toString() : value.toVariant().toString();
}

QString adviceFor(const RelationField &field, const QJsonValue &value)
{
    const QString text = written(value);
    const QString where = u"spec."_s + field.path;
    if (text.isEmpty())
        return u"%1 names nothing; write a reference or remove the entry"_s.arg(where);
    if (!value.isString())
        return u"%1 must name an entity by text; write \"[kind:][namespace/]name\""_s.arg(where);
    if (field.defaultKind.isEmpty() && !text.contains(u':') && EntityRef::parse(text, { u"x"_s, u"default"_s }))
        return u"%1: \"%2\" does not say its kind; write \"component:%2\" or \"resource:%2\""_s.arg(where, text);
    return u"%1: \"%2\" is not a reference; write \"[kind:][namespace/]name\", with nothing left empty"_s.arg(where, text);
}

class EdgeMaker final {
public:
    EdgeMaker(const QJsonObject &entity, bool lenient)
        : m_spec(entity[u"spec"].toObject())
        , m_lenient(lenient)
    {
        const QString ns = entity[u"metadata"][u"namespace"].toString();
        m_namespace = ns.isEmpty() ? u"default"_s : ns;
    }

    void take(const RelationField &field)
    {
        const QJsonValue value = m_spec.value(field.path);
        if (isFalsy(value)) // but in a list it is an error
            return;
        if (!value.isArray()) {
            takeOne(field, value, u"/spec/" + field.path);
            return;
        }
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size(); ++i)
            takeOne(field, items.at(i), u"/spec/%1/%2"_s.arg(field.path).arg(i));
    }

    OwnRelations made;

private:
    void takeOne(const RelationField &field, const QJsonValue &value, const QString &pointer)
    {
        const auto ref = refFrom(value, { field.defaultKind, m_namespace });
        if (!ref) {
            if (!m_lenient)
                made.violations.push_back({ Stage::Relation, u"EntityRef"_s, pointer, adviceFor(field, value), 0, 0 });
            return;
        }
        if (!field.allowedKinds.isEmpty() && !field.allowedKinds.contains(ref->kind, Qt::CaseInsensitive))
            return;
        made.references.push_back({ &field, ref->canonical() });
    }

    const QJsonObject m_spec;
    QString m_namespace;
    bool m_lenient;
};

} // namespace

OwnRelations ownRelations(const QJsonObject &entity, Model model, bool ownKind)
{
    const QString kind = entity[u"kind"].toString();
    const QString type = entity[u"spec"][u"type"].toString();
    EdgeMaker maker(entity, ownKind);
    for (const RelationField &field : ownKind ? commonRelationFields() : relationFields(kind, type, model))
        maker.take(field);
    return std::move(maker.made);
}

QJsonObject withSortedReferences(QJsonObject entity)
{
    static constexpr QLatin1StringView fields[] = { "providesApis"_L1, "consumesApis"_L1, "dependsOn"_L1, "dependencyOf"_L1,
        "memberOf"_L1, "children"_L1, "members"_L1 };
    QJsonObject spec = entity[u"spec"].toObject();
    bool changed = false;
    for (const QLatin1StringView field : fields) {
        const QJsonArray items = spec.value(field).toArray();
        const bool texts = std::all_of(items.begin(), items.end(), [](const QJsonValue &item) { return item.isString(); });
        if (items.size() < 2 || !texts)
            continue;
        QStringList names;
        for (const QJsonValue &item : items)
            names.append(item.toString());
        if (std::is_sorted(names.cbegin(), names.cend()))
            continue;
        std::sort(names.begin(), names.end());
        spec.insert(field, QJsonArray::fromStringList(names));
        changed = true;
    }
    if (changed)
        entity.insert(u"spec"_s, spec);
    return entity;
}

bool isFalsy(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull() || (value.isBool() && !value.toBool())
        || (value.isString() && value.toString().isEmpty()) || (value.isDouble() && !(std::abs(value.toDouble()) > 0)); // NaN, too
}

QString canonicalRef(const QJsonObject &entity)
{
    const QJsonValue ns = entity[u"metadata"][u"namespace"];
    return EntityRef { entity[u"kind"].toString(), ns.isString() ? ns.toString() : u"default"_s,
        entity[u"metadata"][u"name"].toString() }
        .canonical();
}

} // namespace callboard::catalog
