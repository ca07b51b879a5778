// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/permissions.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace callboard::backstage {

using namespace Qt::StringLiterals;

namespace {

// Source: @backstage/plugin-catalog-common/alpha, permissions.
constexpr std::array refreshing { PermissionName { "catalog.entity.refresh"_L1, "update"_L1, true } };
constexpr std::array registering { PermissionName { "catalog.location.create"_L1, "create"_L1 } };
// Who may not read locations is shown none (AuthorizedLocationService), and cannot find the one to take away.
constexpr std::array unregistering { PermissionName { "catalog.location.delete"_L1, "delete"_L1 }, PermissionName { "catalog.location.read"_L1, "read"_L1 } };

QJsonObject question(const PermissionName &wanted, const QString &entityRef, qsizetype number)
{
    QJsonObject permission { { u"type"_s, wanted.isOfEntity ? u"resource"_s : u"basic"_s }, { u"name"_s, QString(wanted.name) },
        { u"attributes"_s, QJsonObject { { u"action"_s, QString(wanted.action) } } } };
    QJsonObject item { { u"id"_s, QString::number(number) } };
    if (wanted.isOfEntity) {
        permission.insert(u"resourceType"_s, u"catalog-entity"_s);
        if (!entityRef.isEmpty())
            item.insert(u"resourceRef"_s, entityRef);
    }
    item.insert(u"permission"_s, permission);
    return item;
}

} // namespace

std::span<const PermissionName> permissionsFor(const QString &actionId)
{
    if (actionId == "refresh"_L1)
        return refreshing;
    if (actionId == "register"_L1)
        return registering;
    if (actionId == "unregister"_L1)
        return unregistering;
    return {};
}

sdk::Result<bool> denies(Portal &portal, std::span<const PermissionName> wanted, const QString &entityRef, sdk::PullContext &context)
{
    QJsonArray items;
    for (const PermissionName &one : wanted)
        items.append(question(one, entityRef, items.size() + 1));
    const QJsonObject body { { u"items"_s, items } };
    const auto answer = portal.answerTo({ .method = "POST", .route = u"/api/permission/authorize"_s,
                                            .body = QJsonDocument(body).toJson(QJsonDocument::Compact) },
        context);
    if (!answer)
        return std::unexpected(answer.error());
    if (answer->status != 200)
        return false;
    const QJsonArray results = QJsonDocument::fromJson(answer->body).object()["items"_L1].toArray();
    return std::ranges::any_of(results, [](const QJsonValue &one) { return one["result"_L1] == "DENY"_L1; });
}

} // namespace callboard::backstage
