// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/actions.h"

#include "plugins/backstage/entityjson.h"
#include "plugins/backstage/notificationsfeed.h"
#include "plugins/backstage/permissions.h"
#include "plugins/backstage/starredfeed.h"
#include "plugins/backstage/usageshare.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace callboard::backstage {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;

namespace {

struct ActionsWords {
    Q_DECLARE_TR_FUNCTIONS(Backstage)
};

const QString originAnnotation = u"backstage.io/managed-by-origin-location"_s;

QByteArray json(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

sdk::Result<sdk::ActionAnswer> star(Portal &portal, const sdk::ActionRequest &request, bool isOn, sdk::PullContext &context)
{
    const auto ref = domain::EntityRef::parse(request.entityRef);
    if (!ref)
        return std::unexpected(ref.error());
    auto stars = readStars(portal, context);
    if (!stars)
        return std::unexpected(stars.error());
    const QString name = ref->canonical();
    const bool wasOn = stars->refs.contains(name);
    sdk::ActionAnswer answer;
    answer.summary = isOn ? ActionsWords::tr("Starred at the portal.") : ActionsWords::tr("No longer starred at the portal.");
    answer.touchedFeeds = { u"starred"_s };
    if (wasOn == isOn)
        return answer;
    if (isOn) {
        stars->kept.append(name);
    } else {
        QJsonArray others;
        for (const QJsonValue item : std::as_const(stars->kept)) {
            const auto one = domain::EntityRef::parse(item.toString());
            if (!one || one->canonical() != name)
                others.append(item);
        }
        stars->kept = others;
    }
    if (const auto written = writeStars(portal, stars->kept, context); !written)
        return std::unexpected(written.error());
    answer.undo = sdk::ActionRequest { isOn ? u"unstar"_s : u"star"_s, request.entityRef, {}, false };
    return answer;
}

sdk::Result<sdk::ActionAnswer> refresh(Portal &portal, const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const auto answer = portal.send({ .method = "POST", .route = u"/api/catalog/refresh"_s,
                                        .body = json({ { u"entityRef"_s, request.entityRef } }) },
        context);
    if (!answer)
        return std::unexpected(answer.error());
    return sdk::ActionAnswer { ActionsWords::tr("The portal reads it anew."), {}, { u"catalog"_s }, std::nullopt };
}

QJsonArray refsOf(const QJsonArray &entities)
{
    QJsonArray refs;
    for (const QJsonValue value : entities) {
        const auto entity = domain::Entity::fromJson(value.toObject());
        if (!entity.kind().isEmpty() && !entity.name().isEmpty())
            refs.append(entity.ref().canonical());
    }
    return refs;
}

sdk::Result<sdk::ActionAnswer> registerLocation(Portal &portal, const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const QString target = request.values["url"_L1].toString().trimmed();
    const QUrl url(target, QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1) || !url.userInfo().isEmpty())
        return fail(ErrorCode::Invalid, u"the address of the descriptor is no http or https address"_s);
    HttpAsk ask { .method = "POST", .route = u"/api/catalog/locations"_s,
        .body = json({ { u"type"_s, u"url"_s }, { u"target"_s, target } }) };
    if (request.dryRun)
        ask.query.addQueryItem(u"dryRun"_s, u"true"_s);
    const auto response = portal.send(ask, context);
    if (!response)
        return std::unexpected(response.error());
    const QJsonObject body = QJsonDocument::fromJson(response->body).object();
    const QJsonArray entities = refsOf(body["entities"_L1].toArray());
    const QString locationRef = body["location"_L1]["entityRef"_L1].toString();
    sdk::ActionAnswer answer;
    answer.details = { { u"entities"_s, entities }, { u"exists"_s, body["exists"_L1].toBool() } };
    if (request.dryRun) {
        answer.summary = body["exists"_L1].toBool() ? ActionsWords::tr("It is registered already.")
                                                    : ActionsWords::tr("It would bring %n entities.", nullptr, int(entities.size()));
        return answer;
    }
    answer.summary = ActionsWords::tr("Registered; the portal reads it now.");
    answer.touchedFeeds = { u"catalog"_s };
    const QString id = body["location"_L1]["id"_L1].toString();
    if (!id.isEmpty())
        answer.undo = sdk::ActionRequest { u"unregister"_s, locationRef, { { u"locationId"_s, id }, { u"url"_s, target } }, false };
    return answer;
}

struct RegisteredLocation {
    QString id, target;
};

/// The registered location that an entity came from. NotFound for one that the portal's configuration brings.
sdk::Result<RegisteredLocation> locationOf(Portal &portal, const QString &entityRef, sdk::PullContext &context)
{
    const auto ref = domain::EntityRef::parse(entityRef);
    if (!ref)
        return std::unexpected(ref.error());
    const auto encoded = [](const QString &part) { return QString::fromLatin1(QUrl::toPercentEncoding(part)); };
    const auto served = portal.send(
        { .route = u"/api/catalog/entities/by-name/%1/%2/%3"_s.arg(encoded(ref->kind), encoded(ref->ns), encoded(ref->name)) }, context);
    if (!served)
        return std::unexpected(served.error());
    const auto entity = domain::Entity::fromJson(QJsonDocument::fromJson(served->body).object());
    const QString origin = entity.annotation(originAnnotation);
    const auto listed = portal.send({ .route = u"/api/catalog/locations"_s }, context);
    if (!listed)
        return std::unexpected(listed.error());
    const QJsonArray locations = QJsonDocument::fromJson(listed->body).array();
    for (const QJsonValue value : locations) {
        const QJsonObject location = value["data"_L1].toObject();
        const QString target = location["target"_L1].toString();
        if (!origin.isEmpty() && location["type"_L1].toString() + u':' + target == origin)
            return RegisteredLocation { location["id"_L1].toString(), target };
    }
    return fail(ErrorCode::NotFound, u"it was not registered: the portal's configuration or a provider brings it"_s);
}

/// What comes from a location, and would go with it.
sdk::Result<QJsonArray> broughtBy(Portal &portal, const QString &target, sdk::PullContext &context)
{
    HttpAsk ask { .route = u"/api/catalog/entities"_s };
    const QString filter = u"metadata.annotations.%1=url:%2"_s.arg(originAnnotation, target);
    ask.query.addQueryItem(u"filter"_s, QString::fromLatin1(QUrl::toPercentEncoding(filter)));
    ask.query.addQueryItem(u"fields"_s, u"kind,metadata.namespace,metadata.name"_s);
    const auto answer = portal.send(ask, context);
    if (!answer)
        return std::unexpected(answer.error());
    return refsOf(QJsonDocument::fromJson(answer->body).array());
}

sdk::Result<sdk::ActionAnswer> unregister(Portal &portal, const sdk::ActionRequest &request, sdk::PullContext &context)
{
    RegisteredLocation location { request.values["locationId"_L1].toString(), request.values["url"_L1].toString() };
    if (location.id.isEmpty()) {
        auto found = locationOf(portal, request.entityRef, context);
        if (!found)
            return std::unexpected(found.error());
        location = std::move(*found);
    }
    sdk::ActionAnswer answer;
    answer.touchedFeeds = { u"catalog"_s };
    if (request.dryRun) {
        const auto entities = broughtBy(portal, location.target, context);
        if (!entities)
            return std::unexpected(entities.error());
        answer.details = { { u"entities"_s, *entities } };
        answer.summary = ActionsWords::tr("%n entities would go with it.", nullptr, int(entities->size()));
        return answer;
    }
    const QString id = QString::fromLatin1(QUrl::toPercentEncoding(location.id));
    const auto removed = portal.send({ .method = "DELETE", .route = u"/api/catalog/locations/"_s + id }, context);
    if (!removed)
        return std::unexpected(removed.error());
    answer.summary = ActionsWords::tr("No longer registered at the portal.");
    if (!location.target.isEmpty())
        answer.undo = sdk::ActionRequest { u"register"_s, {}, { { u"url"_s, location.target } }, false };
    return answer;
}

bool isStar(const QString &actionId) { return actionId == "star"_L1 || actionId == "unstar"_L1; }

} // namespace

sdk::Result<sdk::ActionAnswer> act(Portal &portal, const sdk::ActionRequest &request, sdk::PullContext &context)
{
    if (isStar(request.actionId))
        return star(portal, request, request.actionId == "star"_L1, context);
    if (request.actionId == "refresh"_L1)
        return refresh(portal, request, context);
    if (request.actionId == "register"_L1)
        return registerLocation(portal, request, context);
    if (request.actionId == "unregister"_L1)
        return unregister(portal, request, context);
    if (request.actionId == shareUsageAction)
        return shareUsage(portal, request, context);
    return actOnNotices(portal, request, context);
}

sdk::Result<sdk::Permission> mayAct(Portal &portal, const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const auto identity = portal.identity(context);
    if (!identity)
        return std::unexpected(identity.error());
    if (isStar(request.actionId)) {
        if (identity->userRef.isEmpty())
            return sdk::Permission { false, ActionsWords::tr("Only a person has stars: sign in as one, not with a service's token.") };
        const auto stars = readStars(portal, context);
        if (!stars && stars.error().code == ErrorCode::NotFound)
            return sdk::Permission { false, ActionsWords::tr("This portal keeps stars in the browser only.") };
        return sdk::Permission {};
    }
    if (isOnNotices(request.actionId))
        return identity->userRef.isEmpty() ? sdk::Permission { false, ActionsWords::tr("Only a person has notifications: sign in as one, not with a service's token.") } : sdk::Permission {};
    const auto wanted = permissionsFor(request.actionId);
    if (wanted.empty())
        return fail(ErrorCode::Unsupported, u"there is no action \"%1\""_s.arg(request.actionId));
    const auto denied = denies(portal, wanted, request.entityRef, context);
    if (!denied)
        return std::unexpected(denied.error());
    if (*denied)
        return sdk::Permission { false, ActionsWords::tr("The portal does not allow %1 to do this.").arg(identity->who) };
    return sdk::Permission {};
}

} // namespace callboard::backstage
