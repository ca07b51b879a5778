// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/starredfeed.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace callboard::backstage {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;

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
    const auto stars = readStars(m_portal, context);
    if (!stars) {
        // Who never had stars here lacks nothing. Where there were some, "no" is no list of none: they stay.
        const ErrorCode code = stars.error().code;
        if ((code != ErrorCode::NotFound && code != ErrorCode::Forbidden) || !context.cursor().isEmpty())
            return std::unexpected(stars.error());
        context.log(u"no stars here: %1"_s.arg(stars.error().detail));
        return {};
    }
    for (const QString &ref : stars->refs)
        context.put(domain::Record { domain::recordtype::star, ref, ref, {} });
    context.saveCursor("kept here");
    return {};
}

sdk::Result<Stars> readStars(Portal &portal, sdk::PullContext &context)
{
    const auto answer = portal.answerTo({ .route = starsRoute, .remember = true }, context);
    if (!answer)
        return std::unexpected(answer.error());
    // The plugin says NotFoundError for a person who never starred anything; without the plugin there is no body.
    if (answer->status == 404 && !answer->body.isEmpty())
        return Stars {};
    if (answer->status != 200)
        return std::unexpected(errorOf(*answer, *portal.address()));
    const QJsonValue value = QJsonDocument::fromJson(answer->body).object()["value"_L1];
    if (!value.isArray() || value.toArray().size() > mostStars)
        return fail(ErrorCode::BadResponse, u"the starred entities are no list"_s, portal.address()->name());
    Stars stars { value.toArray(), {} };
    QSet<QString> seen;
    for (const QJsonValue item : std::as_const(stars.kept)) {
        const auto ref = domain::EntityRef::parse(item.toString());
        if (!ref || seen.contains(ref->canonical()))
            continue;
        seen.insert(ref->canonical());
        stars.refs.append(ref->canonical());
    }
    return stars;
}

sdk::Result<void> writeStars(Portal &portal, const QJsonArray &kept, sdk::PullContext &context)
{
    const QJsonObject body { { u"value"_s, kept } };
    const auto answer = portal.send(
        { .method = "PUT", .route = starsRoute, .body = QJsonDocument(body).toJson(QJsonDocument::Compact) }, context);
    if (!answer)
        return std::unexpected(answer.error());
    return {};
}

} // namespace callboard::backstage
