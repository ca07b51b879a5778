// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/entity.h"

namespace callboard::domain {

using namespace Qt::StringLiterals;

QString Entity::kind() const
{
    return body.value("kind"_L1).toString();
}

QString Entity::ns() const
{
    const QString written = metadata().value("namespace"_L1).toString();
    return written.isEmpty() ? u"default"_s : written;
}

QString Entity::name() const
{
    return metadata().value("name"_L1).toString();
}

EntityRef Entity::ref() const
{
    return { kind(), ns(), name() };
}

QJsonObject Entity::metadata() const
{
    return body.value("metadata"_L1).toObject();
}

QJsonObject Entity::spec() const
{
    return body.value("spec"_L1).toObject();
}

QString Entity::annotation(const QString &key) const
{
    return metadata().value("annotations"_L1).toObject().value(key).toString();
}

QString Entity::displayName() const
{
    if (const QString title = metadata().value("title"_L1).toString(); !title.isEmpty())
        return title;
    const QJsonObject profile = spec().value("profile"_L1).toObject();
    if (const QString shown = profile.value("displayName"_L1).toString(); !shown.isEmpty())
        return shown;
    return name();
}

QJsonObject Entity::toJson() const
{
    QJsonObject served = body;
    QJsonArray edges;
    for (const Relation &relation : relations)
        edges.append(QJsonObject { { u"type"_s, relation.type }, { u"targetRef"_s, relation.targetRef } });
    served.insert("relations"_L1, edges);
    if (!statusItems.isEmpty())
        served.insert("status"_L1, QJsonObject { { u"items"_s, statusItems } });
    return served;
}

Entity Entity::fromJson(const QJsonObject &served)
{
    Entity entity { served, {}, served.value("status"_L1).toObject().value("items"_L1).toArray() };
    for (const QJsonValue value : served.value("relations"_L1).toArray()) {
        const QJsonObject edge = value.toObject();
        Relation relation { edge.value("type"_L1).toString(),
            edge.value("targetRef"_L1).toString().toLower() };
        if (!relation.type.isEmpty() && !relation.targetRef.isEmpty())
            entity.relations.push_back(std::move(relation));
    }
    std::ranges::sort(entity.relations);
    const auto repeated = std::ranges::unique(entity.relations);
    entity.relations.erase(repeated.begin(), repeated.end());
    entity.body.remove("relations"_L1);
    entity.body.remove("status"_L1);
    return entity;
}

} // namespace callboard::domain
