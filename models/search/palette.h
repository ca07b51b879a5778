// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search/entitymatcher.h"
#include "models/search/knownrows.h"

#include <QString>

#include <vector>

namespace callboard::search {

/// A command of the program, as plain values: the palette knows nothing of windows.
struct PaletteAction {
    QString id;
    QString text;     ///< As people read it, without mnemonic.
    QString shortcut; ///< As people read it.
    QString help;
    QString iconName;
    bool enabled = true;
};

enum class PaletteScope { Everything, Entities, Actions, People, Docs, Apis, Text };
inline constexpr size_t paletteScopes = 7;

/// One line of an answer: an entity (row) or an action (place in the list of actions).
struct PaletteHit {
    Row row = noRow;
    int action = -1;
    int score = 0;
};

struct PaletteSection {
    PaletteScope scope = PaletteScope::Everything; ///< Everything: the best of all, shown without a header.
    int total = 0;                                 ///< All that fit, not only those listed.
    std::vector<PaletteHit> hits;
};

struct PaletteAnswer {
    std::vector<PaletteSection> sections;
    std::array<int, paletteScopes> totals {}; ///< By PaletteScope, for the tabs; of documents, APIs and text whoever looks there says it.
    std::vector<Word> words;      ///< For highlights.
    bool withTypos = false;
    bool cancelled = false;
    IndexPtr index;
    double milliseconds = 0;

    int total() const { return totals[size_t(PaletteScope::Everything)]; }
};

/// What was typed, told apart: `>` actions, `@` people, `#` or `d ` docs, `a ` what APIs have in them, `t ` all text of entities; the rest is
/// the words, and terms such as `k:api`.
struct PaletteInput {
    PaletteScope scope = PaletteScope::Everything;
    QString text; ///< Without the prefix.

    bool wants(PaletteScope asked) const { return scope == asked || scope == PaletteScope::Everything; }
    /// How much of a typed text says where to look: 0 where nothing does.
    static qsizetype prefixLength(QStringView typed);
    static PaletteInput parse(const QString &typed, PaletteScope chosen = PaletteScope::Everything);
};

struct PaletteLimits {
    size_t best = 4;       ///< Of everything, at the top.
    size_t perSection = 5; ///< Below it.
    size_t single = 60;    ///< When one scope is asked for.
};

/// Finds entities, people and actions. Remembers the last words for narrowing; one per palette, not thread-safe.
class PaletteSearch final {
public:
    PaletteSearch();

    void setActions(std::vector<PaletteAction> actions);
    const std::vector<PaletteAction> &actions() const { return m_actions; }

    PaletteAnswer run(const IndexPtr &index, const PaletteInput &input, const Personal *personal, const PaletteLimits &limits = {},
        std::stop_token stop = {});

private:
    std::vector<PaletteHit> matchActions(const std::vector<Word> &words) const;
    std::vector<Hit> matchEntities(const IndexPtr &index, const PaletteInput &input, const Personal *personal, PaletteAnswer &answer, std::stop_token stop);

    std::vector<PaletteAction> m_actions;
    EntityMatcher m_matcher;
    KnownRows m_known; ///< Of terms.
};

} // namespace callboard::search
