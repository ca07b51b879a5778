// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/usageshare.h"

#include "plugins/backstage/usagefeed.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTimeZone>

namespace callboard::backstage {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
using domain::UsageDeed;
using domain::UsageEvent;

namespace {

// Source: @red-hat-developer-hub/backstage-plugin-adoption-insights-backend 1.0, POST /events and GET /health.
// Source: @backstage/plugin-catalog-backend, POST /entities/by-refs.
const QString byRefsRoute = u"/api/catalog/entities/by-refs"_s;
constexpr qsizetype mostEvents = 100;
constexpr qsizetype mostPostedBytes = 90'000; // The backend takes 100 kB.

UsageEvent eventOf(const QJsonObject &served)
{
    UsageEvent event;
    event.at = served["at"_L1].toInteger();
    event.deed = domain::usageDeedFrom(served["deed"_L1].toString()).value_or(UsageDeed::OpenedPane);
    event.what = served["what"_L1].toString();
    event.about = served["about"_L1].toString();
    event.hits = served["hits"_L1].toInteger(-1);
    return event;
}

QString pathOf(const QString &root, const domain::EntityRef &ref) { return u"/%1/%2/%3/%4"_s.arg(root, ref.ns, ref.kind, ref.name); }

/// The statuses at which a backend, or what stands before it, has looked at no event. 400 is none of them: the events before the first that it does not like
/// are taken.
bool wasNotTaken(int status)
{
    return status == 401 || status == 403 || status == 404 || status == 405 || status == 413 || status == 429 || (status >= 300 && status < 400);
}

template<typename T>
QByteArray jsonOf(const T &value) { return QJsonDocument(value).toJson(QJsonDocument::Compact); }

/// The names of what those events are about, as the catalog writes them; without what it does not have, or does not show to this person.
sdk::Result<QHash<QString, QString>> namesOf(const QJsonArray &asked, Portal &portal, sdk::PullContext &context)
{
    QSet<QString> refs;
    for (const QJsonValue value : asked) {
        if (const auto ref = domain::EntityRef::parse(value["about"_L1].toString()))
            refs.insert(ref->canonical());
    }
    QHash<QString, QString> names;
    if (refs.isEmpty())
        return names;
    const QJsonObject wanted { { u"entityRefs"_s, QJsonArray::fromStringList(refs.values()) },
        { u"fields"_s, QJsonArray { u"kind"_s, u"metadata.namespace"_s, u"metadata.name"_s } } };
    const auto answer = portal.answerTo(
        { .method = "POST", .route = byRefsRoute, .body = jsonOf(wanted), .maxBytes = 1 << 20 }, context);
    if (!answer)
        return std::unexpected(answer.error());
    const QJsonArray items = QJsonDocument::fromJson(answer->body).object()["items"_L1].toArray();
    for (const QJsonValue item : items) {
        const auto entity = domain::Entity::fromJson(item.toObject());
        if (const QString ref = entity.ref().canonical(); refs.contains(ref))
            names.insert(ref, entity.name());
    }
    return names;
}

sdk::ActionAnswer answerOf(bool taken)
{
    sdk::ActionAnswer answer;
    answer.details.insert(u"taken"_s, taken);
    return answer;
}

} // namespace

std::optional<QJsonObject> sharedEvent(const UsageEvent &event, const QString &userRef, const QHash<QString, QString> &names)
{
    QJsonObject attributes, context;
    QString action = u"navigate"_s, plugin, extension, subject;
    QJsonValue value = QJsonValue::Undefined;
    if (event.deed == UsageDeed::Searched) {
        if (event.what.isEmpty())
            return {};
        action = plugin = u"search"_s;
        extension = u"page:search"_s;
        subject = event.what;
        if (event.hits >= 0)
            value = event.hits;
    } else {
        auto ref = domain::EntityRef::parse(event.about);
        if (!ref)
            return {};
        ref->name = names.value(ref->canonical(), ref->name);
        attributes = { { u"kind"_s, ref->kind.toLower() }, { u"namespace"_s, ref->ns }, { u"name"_s, ref->name } };
        if (event.deed == UsageDeed::OpenedEntity) {
            plugin = u"catalog"_s;
            extension = u"page:catalog/entity"_s;
            subject = pathOf(plugin, *ref);
        } else if (event.deed == UsageDeed::OpenedDoc) {
            plugin = u"techdocs"_s;
            extension = u"page:techdocs/reader"_s;
            subject = pathOf(u"docs"_s, *ref) + u'/' + event.what;
        } else if (event.deed == UsageDeed::RanTemplate) {
            // The click, and not the task's making, is what the backend counts.
            action = u"click"_s;
            plugin = u"scaffolder"_s;
            extension = u"page:scaffolder"_s;
            subject = u"Create"_s;
            context.insert(u"entityRef"_s, ref->canonical());
        } else {
            return {};
        }
    }
    context.insert(u"pluginId"_s, plugin);
    context.insert(u"extensionId"_s, extension);
    context.insert(u"userName"_s, userRef);
    context.insert(u"userId"_s, QString::fromLatin1(QCryptographicHash::hash(userRef.toUtf8(), QCryptographicHash::Sha256).toHex()));
    context.insert(u"timestamp"_s, QDateTime::fromMSecsSinceEpoch(event.at, QTimeZone::UTC).toString(Qt::ISODateWithMs));
    QJsonObject sent { { u"action"_s, action }, { u"subject"_s, subject }, { u"attributes"_s, attributes }, { u"context"_s, context } };
    if (!value.isUndefined())
        sent.insert(u"value"_s, value);
    return sent;
}

sdk::Result<sdk::ActionAnswer> shareUsage(Portal &portal, const sdk::ActionRequest &request, sdk::PullContext &context)
{
    const auto route = analyticsRoute(portal.settings());
    if (!route)
        return std::unexpected(route.error());
    const auto identity = portal.identity(context);
    if (!identity)
        return std::unexpected(identity.error());
    if (identity->userRef.isEmpty())
        return fail(ErrorCode::Unsupported, u"the portal counts the use of persons only, and this is a service's token"_s);
    // As the person typed it: where the backend behind it is found may differ from run to run.
    const auto typed = Address::fromTyped(portal.settings()["url"_L1].toString());
    if (!typed)
        return std::unexpected(typed.error());
    // Agreed for what counts it, too, where that is another than everybody's.
    const bool isUsual = route->endsWith(u'/' + adoptionInsights);
    const QString address = isUsual ? typed->text() : QString(typed->text() + *route);
    const auto agreed = [&](QLatin1StringView key, const QString &now) {
        const QString before = request.values[key].toString();
        return before.isEmpty() || before == now;
    };
    if (!agreed("user"_L1, identity->userRef) || !agreed("address"_L1, address))
        return fail(ErrorCode::Conflict, u"it was agreed for another user, or another portal"_s);
    const QJsonArray asked = request.values["events"_L1].toArray();
    if (asked.size() > mostEvents)
        return fail(ErrorCode::Invalid, u"%1 events at once"_s.arg(asked.size()));
    const auto eventsWith = [&](const QHash<QString, QString> &names) {
        QJsonArray made;
        for (const QJsonValue value : asked) {
            if (const auto event = sharedEvent(eventOf(value.toObject()), identity->userRef, names))
                made.append(*event);
        }
        return made;
    };
    QJsonArray events = eventsWith({});
    const auto told = [&](bool taken) {
        auto answer = answerOf(taken);
        answer.details.insert(u"events"_s, events);
        answer.details.insert(u"user"_s, identity->userRef);
        answer.details.insert(u"address"_s, address);
        return answer;
    };
    if (events.isEmpty())
        return told(!request.dryRun);
    const qsizetype bytes = jsonOf(events).size();
    if (bytes > mostPostedBytes && !request.dryRun)
        return std::unexpected(domain::Error { ErrorCode::Invalid, u"%1 bytes of events"_s.arg(bytes), 413, std::nullopt, {} });
    const auto names = namesOf(asked, portal, context);
    if (!names)
        return std::unexpected(names.error());
    events = eventsWith(*names);
    if (request.dryRun)
        return told(false);
    // What is down, away or not there says so here, where nothing can be lost.
    if (const auto healthy = portal.send({ .route = *route + u"/health"_s }, context); !healthy)
        return std::unexpected(healthy.error());
    const auto posted = portal.answerTo({ .method = "POST", .route = *route + u"/events"_s, .body = jsonOf(events) }, context);
    if (!posted) {
        const ErrorCode code = posted.error().code;
        const bool never = code == ErrorCode::Unauthorised || code == ErrorCode::RateLimited || code == ErrorCode::Tls || code == ErrorCode::Invalid;
        if (never)
            return std::unexpected(posted.error());
        context.log(u"it is not known whether the portal took %1 events: %2"_s.arg(events.size()).arg(posted.error().detail));
        return answerOf(false);
    }
    if (wasNotTaken(posted->status))
        return std::unexpected(errorOf(*posted, *portal.address()));
    return answerOf(posted->status == 200);
}

} // namespace callboard::backstage
