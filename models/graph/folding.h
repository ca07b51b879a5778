// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/graph/reach.h"

namespace callboard::graph {

/// What of a reach is drawn by itself, and what goes into which fold: everything does the one or the other.
class Folding final {
public:
    struct Fold {
        int at = -1; ///< The drawn item that it hangs on; -1 for none.
        std::vector<int> items;
    };

    Folding(const Relations &relations, const Reach &reach, const MapOptions &options);

    bool isDrawn(int item) const { return m_foldOf[size_t(item)] < 0; }
    int foldOf(int item) const { return m_foldOf[size_t(item)]; } ///< -1 for drawn ones.
    const std::vector<Fold> &folds() const { return m_folds; }

private:
    /// Where a leaf hangs, and how.
    struct Twig {
        int at = -1; ///< -1: not a leaf.
        TypeIndex type = 0;
        bool out = false;
        StringId kind = 0;

        auto operator<=>(const Twig &) const = default;
    };
    void findTwigs();
    void foldTwigs();
    void foldBeyond(int limit);
    int keep(int wanted);
    QStringView nameOf(int item) const;

    const Relations &m_relations;
    const Reach &m_reach;
    const MapOptions &m_options;
    std::vector<Twig> m_twigs;
    std::vector<int> m_degree;
    std::vector<bool> m_twigFolded; ///< By item: one leaf of many.
    std::vector<int> m_order;       ///< Of what is kept first.
    std::vector<int> m_foldOf;
    std::vector<Fold> m_folds;
};

} // namespace callboard::graph
