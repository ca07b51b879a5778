// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/starredfeed.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace callboard::backstage {

using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

// Source: @backstage/plugin-user-settings, UserSettingsStorage; @backstage/plugin-catalog-react, DefaultStarredEntitiesApi.
const QString starsRoute = u"/api/user-settings/buckets/starredEntities/keys/entityRefs"_s;
constexpr qsizetype mostStars = 10'000;

} // namespace

StarredFeed::StarredFeed(Portal &portal)
    : m_portal(portal)
{
}

sdk::Result<void> StarredFeed::pull(sdk::PullContext &context)
{
    const auto refs = readStars(m_portal, context);
    if (!refs) {
        const ErrorCode code = refs.error().code;
        if (code != ErrorCode::NotFound && code != ErrorCode::Forbidden)
            return std::unexpected(refs.error());
        context.log(u"no stars here: %1"_s.arg(refs.error().detail));
        return {};
    }
    for (const QString &ref : *refs)
        context.put(domain::Record { domain::recordtype::star, ref, ref, {} });
    return {};
}

sdk::Result<QStringList> readStars(Portal &portal, sdk::PullContext &context)
{
    const auto answer = portal.answerTo({ .route = starsRoute, .remember = true }, context);
    if (!answer)
        return std::unexpected(answer.error());
    // The plugin says NotFoundError for a person who never starred anything; without the plugin there is no body.
    if (answer->status == 404 && !answer->body.isEmpty())
        return QStringList();
    if (answer->status != 200)
        return std::unexpected(errorOf(*answer, *portal.address()));
    const QJsonArray value = QJsonDocument::fromJson(answer->body).object()["value"_L1].toArray();
    QStringList refs;
    for (const QJsonValue item : value) {
        const auto ref = domain::EntityRef::parse(item.toString());
        if (ref && refs.size() < mostStars && !refs.contains(ref->canonical()))
            refs.append(ref->canonical());
    }
    return refs;
}

sdk::Result<void> writeStars(Portal &portal, const QStringList &refs, sdk::PullContext &context)
{
    const QJsonObject body { { u"value"_s, QJsonArray::fromStringList(refs) } };
    const auto answer = portal.send(
        { .method = "PUT", .route = starsRoute, .body = QJsonDocument(body).toJson(QJsonDocument::Compact) }, context);
    if (!answer)
        return std::unexpected(answer.error());
    return {};
}

} // namespace callboard::backstage
