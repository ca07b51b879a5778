// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/claimedentities.h"

#include <QHash>
#include <QJsonDocument>

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

/// What one call finds, on top of what the last one knew.
class ClaimedEntities::Gathering final {
public:
    explicit Gathering(ClaimedEntities &last)
        : m_last(last)
        , m_renumbered(last.m_claimed.size())
    {
        known.reserve(last.m_known.size());
    }

    /// False where this body was not met before.
    bool takeKnown(qint64 body, QByteArrayView ref)
    {
        const auto found = std::ranges::lower_bound(m_last.m_known, body, {}, &Known::body);
        if (found == m_last.m_known.end() || found->body != body)
            return false;
        take(body, QString::fromUtf8(ref), renumbered(found->claimed));
        return true;
    }

    void takeNew(qint64 body, const QString &ref, const QJsonObject &annotations)
    {
        take(body, ref, annotations.isEmpty() ? 0 : numberOf(catalog::exactJson(annotations)));
    }

    std::vector<sdk::AskedEntity> asked;
    std::vector<Known> known;
    std::vector<QByteArray> claimed = { {} };

private:
    void take(qint64 body, const QString &ref, quint32 number)
    {
        known.push_back({ body, number });
        if (number != 0)
            asked.push_back({ .ref = ref, .annotations = m_annotations[number] });
    }

    quint32 renumbered(quint32 before)
    {
        if (before == 0)
            return 0;
        quint32 &number = m_renumbered[before];
        if (number == 0)
            number = numberOf(m_last.m_packer.unpack(m_last.m_claimed[before]));
        return number;
    }

    quint32 numberOf(const QByteArray &json)
    {
        quint32 &number = m_numbers[json];
        if (number == 0) {
            number = quint32(claimed.size());
            claimed.push_back(m_last.m_packer.pack(json));
            m_annotations.push_back(QJsonDocument::fromJson(json).object());
        }
        return number;
    }

    ClaimedEntities &m_last;
    std::vector<quint32> m_renumbered; ///< From what the last call had; 0: not met yet.
    QHash<QByteArray, quint32> m_numbers;
    std::vector<QJsonObject> m_annotations = { {} }; ///< By number, shared by all that have the same.
};

domain::Result<std::vector<sdk::AskedEntity>> ClaimedEntities::gather(
    const mirror::Mirror &mirror, const QStringList &claims, std::stop_token stop)
{
    const std::lock_guard lock(m_mutex);
    if (std::exchange(m_claims, claims) != claims) {
        m_known.clear();
        m_claimed.clear();
    }
    m_decoded = 0;
    Gathering found(*this);
    const auto isWanted = [&](qint64 body, QByteArrayView ref) { return !found.takeKnown(body, ref); };
    const auto visit = [&](qint64 body, const domain::Entity &entity) {
        ++m_decoded;
        found.takeNew(body, entity.ref().canonical(), claimedOf(entity, claims));
        return true;
    };
    if (const auto read = mirror.forEachBody(isWanted, visit, stop); !read)
        return std::unexpected(read.error());
    if (stop.stop_requested())
        return domain::fail(domain::ErrorCode::Cancelled, u"stopped"_s); // What is known of the rest stays known.
    std::ranges::sort(found.known, {}, &Known::body);
    m_known = std::move(found.known);
    m_claimed = std::move(found.claimed);
    return std::move(found.asked);
}

qsizetype ClaimedEntities::decoded() const
{
    const std::lock_guard lock(m_mutex);
    return m_decoded;
}

} // namespace callboard::sync
