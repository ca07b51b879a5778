// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/announcer.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace callboard::notices {

namespace {

constexpr auto aMinute = 60s;
constexpr auto lookAgain = 60s; ///< Whether quiet hours are over.
constexpr size_t mostWaiting = 1000;

} // namespace

bool Announcer::isQuiet(const QDateTime &now) const
{
    return (m_quietUntil.isValid() && now < m_quietUntil) || m_hours.contains(now.toLocalTime());
}

void Announcer::offer(const std::vector<Item> &items, const QDateTime &now, bool late)
{
    if (items.empty())
        return;
    if (m_waiting.empty())
        m_firstAt = now;
    m_held = m_held || late || isQuiet(now);
    for (const Item &item : items) {
        std::erase_if(m_waiting, [&](const Item &there) { return there.key == item.key; });
        if (m_waiting.size() < mostWaiting)
            m_waiting.push_back(item);
    }
}

std::vector<Announcement> Announcer::due(const QDateTime &now, const std::function<bool(const Item &)> &isStillNews)
{
    if (m_waiting.empty())
        return {};
    if (isQuiet(now)) {
        m_held = true;
        return {};
    }
    if (!m_held && m_firstAt.addDuration(company) > now)
        return {};
    std::erase_if(m_waiting, [&](const Item &item) { return !isStillNews(item); });
    std::vector<Item> items = std::exchange(m_waiting, {});
    const bool held = std::exchange(m_held, false);
    if (items.empty())
        return {};
    std::ranges::stable_sort(items, std::greater {}, [](const Item &item) { return item.notice.createdAt; });
    std::erase_if(m_alone, [&](const QDateTime &at) { return at.addDuration(aMinute) <= now; });
    const bool summaryGoesOn = m_summaryAt.isValid() && m_summaryAt.addDuration(aMinute) > now;
    const bool tooMany = items.size() > size_t(mostAlone) || m_alone.size() + items.size() > size_t(mostAMinute);
    const bool together = summaryGoesOn || tooMany || (held && items.size() > 1);
    if (together)
        return { summary(now, std::move(items)) };
    std::vector<Announcement> alone;
    for (Item &item : items) {
        m_alone.push_back(now);
        const bool sound = item.effects.sound;
        alone.push_back({ { std::move(item) }, false, 1, sound });
    }
    return alone;
}

Announcement Announcer::summary(const QDateTime &now, std::vector<Item> items)
{
    const bool goesOn = m_summaryAt.isValid() && m_summaryAt.addDuration(aMinute) > now;
    m_summaryCount = (goesOn ? m_summaryCount : 0) + int(items.size());
    m_summaryAt = now;
    const bool sound = !goesOn && std::ranges::any_of(items, [](const Item &item) { return item.effects.sound; });
    return { std::move(items), true, m_summaryCount, sound };
}

QDateTime Announcer::nextDue(const QDateTime &now) const
{
    if (m_waiting.empty())
        return {};
    if (isQuiet(now)) {
        const QDateTime later = now.addDuration(lookAgain);
        return m_quietUntil.isValid() && m_quietUntil > now && m_quietUntil < later ? m_quietUntil : later;
    }
    return m_held ? now : std::max(now, m_firstAt.addDuration(company));
}

} // namespace callboard::notices
