// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/flakyquestions.h"

namespace callboard::builds {

using namespace std::chrono_literals;

std::vector<RunRow> FlakyQuestions::next(
    const RunIndex &index, const Flakiness &flakiness, const std::function<bool(RunRow)> &isWanted, Clock::time_point now)
{
    m_more.reset();
    while (!m_when.empty() && m_when.front() + 1h <= now)
        m_when.pop_front();
    std::vector<RunRow> rows;
    const auto keyOf = [&](RunRow row) { return QString(index.connection(row) + QChar(u'\n') + index.key(row)); };
    for (Flakiness::Number number = 0; number < flakiness.flakeCount(); ++number) {
        const Flakiness::Flake &flake = flakiness.flake(number);
        if (!flake.isRecent || flake.untold.empty() || !isWanted(flake.untold.front()))
            continue;
        std::vector<RunRow> asked = flake.untold;
        std::erase_if(asked, [&](RunRow row) { return m_asked.contains(keyOf(row)); });
        if (asked.empty())
            continue;
        if (m_when.size() >= commitsAnHour) {
            m_more = m_when.front() + 1h;
            break;
        }
        m_when.push_back(now);
        for (const RunRow row : asked)
            m_asked.insert(keyOf(row));
        rows.insert(rows.end(), asked.begin(), asked.end());
    }
    return rows;
}

} // namespace callboard::builds
