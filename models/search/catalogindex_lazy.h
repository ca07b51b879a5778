// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search/catalogindex.h"

#include <atomic>

namespace callboard::search {

/// Texts in order.
struct CatalogIndex::Ranking {
    std::vector<quint32> order; ///< Their numbers, the empty ones last.
    std::vector<quint32> ranks; ///< By number: its place; equal texts share one.
};

/// What an index makes only when somebody asks, once.
struct CatalogIndex::Lazy {
    std::array<std::once_flag, orderCount> orderOnce;
    std::array<std::vector<Row>, orderCount> orders;
    std::once_flag nameRanksOnce;
    std::vector<quint32> nameRanks;
    std::array<std::once_flag, fieldCount> labelRankingOnce;
    std::array<Ranking, fieldCount> labelRankings;
    std::array<std::atomic<bool>, orderCount> orderReady {};
    std::array<std::atomic<bool>, fieldCount> labelRankingReady {};

    qsizetype bytes() const
    {
        size_t sum = nameRanks.capacity() * sizeof(quint32);
        for (const auto &order : orders)
            sum += order.capacity() * sizeof(Row);
        for (const Ranking &ranking : labelRankings)
            sum += (ranking.order.capacity() + ranking.ranks.capacity()) * sizeof(quint32);
        return qsizetype(sum);
    }
};

} // namespace callboard::search
