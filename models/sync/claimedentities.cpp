// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/claimedentities.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace callboard::sync {

namespace {

QJsonObject claimedOf(const domain::Entity &entity, const QStringList &claims)
{
    QJsonObject claimed;
    const QJsonObject annotations = entity.metadata()["annotations"_L1].toObject();
    for (const QString &claim : claims) {
        if (const QJsonValue value = annotations.value(claim); value.isString())
            claimed.insert(claim, value);
    }
    return claimed;
}

} // namespace

domain::Result<std::vector<sdk::AskedEntity>> ClaimedEntities::gather(
    const mirror::Mirror &mirror, const QStringList &claims, std::stop_token stop)
{
    const std::lock_guard lock(m_mutex);
    if (std::exchange(m_claims, claims) != claims) {
        m_claimed.clear();
        m_unclaimed.clear();
    }
    m_decoded = 0;
    QHash<qint64, sdk::AskedEntity> claimed;
    std::vector<qint64> unclaimed;
    std::vector<sdk::AskedEntity> asked;
    const auto isWanted = [&](qint64 body) {
        if (std::ranges::binary_search(m_unclaimed, body)) {
            unclaimed.push_back(body);
            return false;
        }
        const auto known = m_claimed.constFind(body);
        if (known == m_claimed.cend())
            return true;
        claimed.insert(body, *known);
        asked.push_back(*known);
        return false;
    };
    const auto visit = [&](qint64 body, const domain::Entity &entity) {
        ++m_decoded;
        sdk::AskedEntity found;
        found.annotations = claimedOf(entity, claims);
        if (found.annotations.isEmpty()) {
            unclaimed.push_back(body);
            return true;
        }
        found.ref = entity.ref().canonical();
        claimed.insert(body, found);
        asked.push_back(std::move(found));
        return true;
    };
    if (const auto read = mirror.forEachBody(isWanted, visit, stop); !read)
        return std::unexpected(read.error());
    if (stop.stop_requested())
        return domain::fail(domain::ErrorCode::Cancelled, u"stopped"_s); // What is known of the rest stays known.
    std::ranges::sort(unclaimed);
    m_claimed = std::move(claimed);
    m_unclaimed = std::move(unclaimed);
    return asked;
}

qsizetype ClaimedEntities::decoded() const
{
    const std::lock_guard lock(m_mutex);
    return m_decoded;
}

} // namespace callboard::sync
