// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/queryplain.h"
#include "models/search/entitymatcher.h"
#include "models/search/knownrows.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <functional>
#include <optional>

namespace callboard::search {

/// What the facets beside a list count and narrow by.
enum class Facet { Kind, Owner, Lifecycle, Type, Tag, System, State, Freshness };
inline constexpr int facetCount = 8;
/// Values of the facets that are not plain columns. Anything else is a value as written in the snapshot.
namespace facetvalue {
inline constexpr QLatin1StringView myTeams("@mine");     ///< Owner: one of my groups, or me.
inline constexpr QLatin1StringView problems("problems"); ///< State
inline constexpr QLatin1StringView orphaned("orphaned");
inline constexpr QLatin1StringView dangling("dangling");
inline constexpr QLatin1StringView overDay("over-day"); ///< Freshness: not confirmed by a pull for longer than that.
inline constexpr QLatin1StringView overWeek("over-week");
}

/// What a list shows of the catalog.
struct Filter {
    enum class Scope { All, Mine, Starred, Recent, Problems };

    Scope scope = Scope::All;
    QString text;                      ///< In the plain language.
    QMap<Facet, QStringList> selected; ///< Any of a facet's values; all facets.

    bool operator==(const Filter &) const = default;
    bool isEmpty() const { return scope == Scope::All && text.trimmed().isEmpty() && selected.isEmpty(); }
    QJsonObject toJson() const;
    static Filter fromJson(const QJsonObject &json);
};

/// How often each value of a facet occurs under the text, the scope and the other facets.
struct FacetCounts {
    std::vector<quint32> byCode; ///< Kind, Owner, Lifecycle, Type, System by column code; Tag by tag code.
    quint32 myTeams = 0;         ///< Owner only.
    std::array<quint32, 3> states {};    ///< State: problems, orphaned, dangling. Freshness: over a day, over a week.
};
using AllFacetCounts = std::array<FacetCounts, facetCount>;

/// Reads whole entities for the terms that the columns cannot answer (`has:`, `annotation:`, `label:`): calls back for each
/// of the refs until it returns false. Slow: never on the GUI thread.
using BodyReader = std::function<void(
    const QStringList &refs, const std::function<bool(const domain::Entity &)> &visit, std::stop_token stop)>;

/// For `text:`: the canonical refs of entities in whose text these words stand. Slow as well.
using TextFinder = std::function<QStringList(const QStringList &words, std::stop_token stop)>;

struct FilterContext {
    PersonalPtr personal;  ///< May be null: nothing is mine then.
    BodyReader readBodies; ///< May be empty: such terms filter nothing then, and `needsBodies` says so.
    TextFinder findText;   ///< As `readBodies`.
    qint64 now = 0;        ///< Milliseconds since the epoch, for freshness.
    bool wantCounts = true;
    bool wantScores = false; ///< Keep how well the free words fit, for ordering by relevance.
};

struct FilterResult {
    std::vector<quint8> shown; ///< By row: 1 when all of the filter holds.
    Row count = 0;
    AllFacetCounts counts;
    std::vector<Hit> hits;  ///< Rows that the free words fit, when scores were wanted and there are words.
    bool withTypos = false; ///< Nothing held the words as typed.
    bool skippedBodies = false; ///< A term was left out for want of a reader.
    bool cancelled = false;
    QStringList hints;      ///< What was not understood, in English.
};

/// Does the text have terms that need whole entities, or their text?
bool needsBodies(const Filter &filter);
/// Does it have terms that the index of all text answers (`text:`)? That trails the catalog.
bool needsText(const Filter &filter);

/// Evaluates filters over a catalog; remembers the last words for narrowing, and what the last few texts left. Not thread-safe.
class FilterEngine final {
public:
    FilterEngine();
    ~FilterEngine();
    Q_DISABLE_COPY_MOVE(FilterEngine)

    FilterResult run(const IndexPtr &index, const Filter &filter, const FilterContext &context, std::stop_token stop = {});

private:
    void keepWords(const IndexPtr &index, const QString &words, std::stop_token stop, FilterResult &result);
    void keepScoredWords(const IndexPtr &index, const QString &words, std::stop_token stop, FilterResult &result);

    EntityMatcher m_matcher; ///< Of what fits, without scores.
    EntityMatcher m_scorer;
    KnownRows m_known;
};

/// The codes that a typed value means: those equal to it, else those beginning with it, else those with a word that does.
/// Values are compared without case; of references by name, by `namespace/name`, and whole, and by title.
std::vector<Code> codesFor(const CatalogIndex &index, Field field, QStringView typed);

} // namespace callboard::search
