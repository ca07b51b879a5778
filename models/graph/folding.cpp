// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/graph/folding.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace callboard::graph {

namespace {
    constexpr TypeIndex anyType = 0xffff;
}

Folding::Folding(const Relations &relations, const Reach &reach, const MapOptions &options)
    : m_relations(relations)
    , m_reach(reach)
    , m_options(options)
{
    const size_t count = reach.items().size();
    m_twigs.resize(count);
    m_degree.resize(count);
    m_twigFolded.resize(count);
    m_foldOf.assign(count, -1);
    findTwigs();
    foldTwigs();
    m_order.resize(count);
    std::iota(m_order.begin(), m_order.end(), 0);
    std::ranges::stable_sort(m_order, [this](int a, int b) {
        const auto &items = m_reach.items();
        if (items[size_t(a)].depth != items[size_t(b)].depth)
            return items[size_t(a)].depth < items[size_t(b)].depth;
        return m_degree[size_t(a)] > m_degree[size_t(b)];
    });
    foldBeyond(std::max(2, options.nodeLimit));
}

QStringView Folding::nameOf(int item) const
{
    return m_relations.snapshot().string(m_reach.items()[size_t(item)].ref);
}

/// A leaf touches one other item only, by relations of one type and direction.
void Folding::findTwigs()
{
    std::vector<bool> isLeaf(m_twigs.size(), true);
    const auto meet = [&](int item, int other, const Relation &relation, bool out) {
        ++m_degree[size_t(item)];
        Twig &twig = m_twigs[size_t(item)];
        if (twig.at < 0 && other != item)
            twig = { other, relation.type, out, 0 };
        else if (twig.at != other || twig.type != relation.type || twig.out != out)
            isLeaf[size_t(item)] = false;
    };
    for (const Relation &relation : m_reach.relationsAmong()) {
        const int from = m_reach.indexOf(relation.from), to = m_reach.indexOf(relation.to);
        meet(from, to, relation, true);
        meet(to, from, relation, false);
    }
    const Snapshot &snapshot = m_relations.snapshot();
    for (size_t i = 0; i < m_twigs.size(); ++i) {
        const Reach::Item &item = m_reach.items()[i];
        if (!isLeaf[i] || item.depth == 0)
            m_twigs[i] = {};
        else
            m_twigs[i].kind = item.row == noRow ? 0 : snapshot.kindId(item.row);
    }
}

void Folding::foldTwigs()
{
    std::map<Twig, std::vector<int>> bunches;
    for (size_t i = 0; i < m_twigs.size(); ++i) {
        if (m_twigs[i].at >= 0)
            bunches[m_twigs[i]].push_back(int(i));
    }
    const size_t limit = size_t(std::max(2, m_options.siblingLimit));
    for (auto &[twig, items] : bunches) {
        if (items.size() <= limit || m_options.opened.contains(nameOf(twig.at)))
            continue;
        std::ranges::sort(items, {}, [this](int item) { return nameOf(item); });
        for (size_t i = limit - 1; i < items.size(); ++i)
            m_twigFolded[size_t(items[i])] = true;
    }
}

/// Draws the first `wanted` of the order and folds the rest; how many nodes that makes.
int Folding::keep(int wanted)
{
    const auto &items = m_reach.items();
    std::vector<bool> drawn(items.size());
    int nodes = 0;
    for (const int item : m_order) {
        if (nodes < wanted && !m_twigFolded[size_t(item)]) {
            drawn[size_t(item)] = true;
            ++nodes;
        }
    }
    m_folds.clear();
    std::map<Twig, int> known;
    for (size_t i = 0; i < items.size(); ++i) {
        m_foldOf[i] = -1;
        if (drawn[i])
            continue;
        Twig key;
        if (m_twigFolded[i] && drawn[size_t(m_twigs[i].at)]) {
            key = m_twigs[i];
        } else {
            int above = items[i].parent;
            while (above >= 0 && !drawn[size_t(above)])
                above = items[size_t(above)].parent;
            key = { above, anyType, false, 0 };
        }
        const auto [fold, isNew] = known.try_emplace(key, int(m_folds.size()));
        if (isNew)
            m_folds.push_back({ key.at, {} });
        m_folds[size_t(fold->second)].items.push_back(int(i));
        m_foldOf[i] = fold->second;
    }
    return nodes + int(m_folds.size());
}

void Folding::foldBeyond(int limit)
{
    const int all = int(m_order.size());
    if (keep(all) <= limit)
        return;
    // Fewer drawn ones can hang fewer folds on them, if not strictly so; half of the limit always fits but for twigs.
    int fits = 1, tooMany = std::min(all, limit) + 1;
    while (fits + 1 < tooMany) {
        const int middle = (fits + tooMany) / 2;
        (keep(middle) <= limit ? fits : tooMany) = middle;
    }
    keep(fits);
}

} // namespace callboard::graph
