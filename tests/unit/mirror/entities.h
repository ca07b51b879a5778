// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/mirror.h"

#include <QJsonDocument>
#include <QtTest>

namespace callboard::mirror::test {

using namespace Qt::StringLiterals;

inline domain::Entity entity(const QString &kind, const QString &name,
    std::vector<domain::Relation> relations = {}, const QJsonObject &spec = {}, const QString &title = {})
{
    QJsonObject metadata { { u"name"_s, name } };
    if (!title.isEmpty())
        metadata.insert(u"title"_s, title);
    domain::Entity made;
    made.body = { { u"apiVersion"_s, u"backstage.io/v1alpha1"_s }, { u"kind"_s, kind },
        { u"metadata"_s, metadata }, { u"spec"_s, spec } };
    made.relations = std::move(relations);
    std::ranges::sort(made.relations);
    return made;
}

inline NarrowEntity narrow(const domain::Entity &entity, const QString &connection = u"c"_s)
{
    return NarrowEntity::from(entity, { connection, u"catalog"_s, u"me"_s, 1, QDateTime::fromMSecsSinceEpoch(1000) });
}

inline std::unique_ptr<Mirror> open(const QString &directory, Mirror::OpenReport *report = nullptr)
{
    auto mirror = Mirror::open(directory, {}, report);
    if (!mirror)
        qWarning("%s", qUtf8Printable(mirror.error().detail));
    return mirror ? *std::move(mirror) : nullptr;
}

inline QStringList refs(const Snapshot &snapshot)
{
    QStringList all;
    for (Row row = 0; row < snapshot.size(); ++row)
        all.append(snapshot.ref(row).toString());
    all.sort();
    return all;
}

} // namespace callboard::mirror::test
