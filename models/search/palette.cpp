// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/palette.h"

#include "models/catalog/queryplain.h"
#include "models/search/terms.h"

#include <QElapsedTimer>

#include <algorithm>

namespace callboard::search {

using namespace Qt::StringLiterals;

namespace {

constexpr int helpScore = 90;
constexpr int disabledPenalty = 200;

std::vector<quint8> peopleKinds(const CatalogIndex &index)
{
    const Column &kinds = index.column(Field::Kind);
    std::vector<quint8> isPeople(kinds.size(), 0);
    for (Code code = 1; code < kinds.size(); ++code) {
        const QStringView kind = index.value(Field::Kind, code);
        isPeople[code] = kind.compare(u"User", Qt::CaseInsensitive) == 0 || kind.compare(u"Group", Qt::CaseInsensitive) == 0;
    }
    return isPeople;
}

int fitText(const Word &word, QStringView written, Looseness looseness)
{
    const std::basic_string<Byte> folded = fold(written);
    const int score = fit(word, { folded.data(), qsizetype(folded.size()), wordStarts(written) }, looseness);
    return score > 0 && word.verify(written) ? score : 0;
}

int fitAction(const PaletteAction &action, const std::vector<Word> &words)
{
    int sum = 0;
    for (const Word &word : words) {
        int score = fitText(word, action.text, Looseness::Scattered);
        if (score == 0 && fitText(word, action.help, Looseness::Contained) > 0)
            score = helpScore;
        if (score == 0)
            return 0;
        sum += score;
    }
    return words.empty() ? 1 : sum / int(words.size());
}

bool isBetter(const PaletteHit &a, const PaletteHit &b) { return a.score > b.score; }

/// Without words there is nothing to fit: what one was at lately, then what is starred.
std::vector<Hit> ownHits(const CatalogIndex &index, const Personal *personal)
{
    std::vector<Hit> hits;
    for (Row row = 0; personal && row < index.size(); ++row) {
        if (personal->has(row, Personal::Recent) || personal->has(row, Personal::Starred))
            hits.push_back({ row, 0 });
    }
    return hits;
}

std::vector<PaletteHit> asPaletteHits(const std::vector<Hit> &hits)
{
    std::vector<PaletteHit> converted;
    converted.reserve(hits.size());
    for (const Hit &hit : hits)
        converted.push_back({ hit.row, -1, hit.score });
    return converted;
}

bool isListed(const std::vector<PaletteHit> &hits, const PaletteHit &hit)
{
    return std::any_of(hits.begin(), hits.end(), [&](const PaletteHit &other) { return other.row == hit.row && other.action == hit.action; });
}

/// The best of a scope that are not at the top already.
PaletteSection sectionOf(PaletteScope scope, int total, const std::vector<PaletteHit> &hits, const std::vector<PaletteHit> &top, size_t limit)
{
    PaletteSection section { scope, total, {} };
    for (const PaletteHit &hit : hits) {
        if (section.hits.size() == limit)
            break;
        if (!isListed(top, hit))
            section.hits.push_back(hit);
    }
    return section;
}

} // namespace

qsizetype PaletteInput::prefixLength(QStringView typed)
{
    if (typed.isEmpty())
        return 0;
    if (u">@#"_s.contains(typed.front()))
        return 1;
    // A letter alone may be the beginning of a name; with a space after it, it says where to look.
    return typed.size() > 1 && typed[1] == u' ' && u"dat"_s.contains(typed.front(), Qt::CaseInsensitive) ? 2 : 0;
}

PaletteInput PaletteInput::parse(const QString &typed, PaletteScope chosen)
{
    PaletteInput input { chosen, typed };
    if (prefixLength(typed) == 0)
        return input;
    switch (typed.front().toLower().unicode()) {
    case u'>': input.scope = PaletteScope::Actions; break;
    case u'@': input.scope = PaletteScope::People; break;
    case u'a': input.scope = PaletteScope::Apis; break;
    case u't': input.scope = PaletteScope::Text; break;
    default: input.scope = PaletteScope::Docs;
    }
    input.text = typed.sliced(1).trimmed();
    if (!input.text.isEmpty() && typed.back().isSpace())
        input.text += u' '; // A word that is ended is no beginning of one.
    return input;
}

PaletteSearch::PaletteSearch() = default;

void PaletteSearch::setActions(std::vector<PaletteAction> actions)
{
    m_actions = std::move(actions);
}

std::vector<PaletteHit> PaletteSearch::matchActions(const std::vector<Word> &words) const
{
    std::vector<PaletteHit> hits;
    for (size_t i = 0; i < m_actions.size(); ++i) {
        if (const int score = fitAction(m_actions[i], words))
            hits.push_back({ noRow, int(i), score - (m_actions[i].enabled ? 0 : disabledPenalty) });
    }
    std::stable_sort(hits.begin(), hits.end(), isBetter);
    return hits;
}

std::vector<Hit> PaletteSearch::matchEntities(const IndexPtr &index, const PaletteInput &input, const Personal *personal,
    PaletteAnswer &answer, std::stop_token stop)
{
    const catalog::PlainQuery query = catalog::parsePlainQuery(input.text);
    std::vector<quint8> shown;
    QStringList words;
    for (const catalog::PlainTerm &term : query.terms) {
        if (isFreeWord(term)) {
            words += term.values;
        } else if (term.isComplete()) {
            if (shown.empty())
                shown.assign(index->size(), 1);
            m_known.keepTerm(index, term, personal, shown);
        }
    }
    answer.words = wordsOf(words.join(u' '));
    if (answer.words.empty() && shown.empty() && input.scope != PaletteScope::People)
        return ownHits(*index, personal);
    MatchResult result = m_matcher.match(index, words.join(u' '), stop);
    answer.withTypos = result.withTypos;
    if (!shown.empty())
        std::erase_if(result.hits, [&](const Hit &hit) { return !shown[hit.row]; });
    return std::move(result.hits);
}

PaletteAnswer PaletteSearch::run(
    const IndexPtr &index, const PaletteInput &input, const Personal *personal, const PaletteLimits &limits, std::stop_token stop)
{
    QElapsedTimer timer;
    timer.start();
    PaletteAnswer answer;
    answer.index = index;
    std::vector<Hit> people;
    std::vector<Hit> entities;
    if (input.wants(PaletteScope::Entities) || input.scope == PaletteScope::People) {
        const std::vector<quint8> isPeople = peopleKinds(*index);
        const std::vector<Code> &kinds = index->column(Field::Kind).codes;
        entities = matchEntities(index, input, personal, answer, stop);
        std::erase_if(entities, [&](const Hit &hit) {
            if (!isPeople[kinds[hit.row]])
                return false;
            people.push_back(hit);
            return true;
        });
    } else {
        answer.words = wordsOf(input.text);
    }
    const bool wantsActions = input.scope == PaletteScope::Everything || input.scope == PaletteScope::Actions;
    const std::vector<PaletteHit> actions = wantsActions ? matchActions(answer.words) : std::vector<PaletteHit>();
    answer.totals[size_t(PaletteScope::Entities)] = int(entities.size());
    answer.totals[size_t(PaletteScope::People)] = int(people.size());
    answer.totals[size_t(PaletteScope::Actions)] = int(actions.size());
    answer.totals[size_t(PaletteScope::Everything)] = int(entities.size() + people.size() + actions.size());

    const bool isSingle = input.scope != PaletteScope::Everything;
    const size_t limit = isSingle ? limits.single : limits.best + limits.perSection;
    const std::vector<PaletteHit> bestEntities = asPaletteHits(best(std::move(entities), *index, personal, limit));
    const std::vector<PaletteHit> bestPeople = asPaletteHits(best(std::move(people), *index, personal, limit));
    std::vector<PaletteHit> top;
    if (!isSingle) {
        top.insert(top.end(), bestEntities.begin(), bestEntities.end());
        top.insert(top.end(), bestPeople.begin(), bestPeople.end());
        if (!answer.words.empty())
            top.insert(top.end(), actions.begin(), actions.end());
        std::stable_sort(top.begin(), top.end(), isBetter);
        top.resize(std::min(top.size(), limits.best));
        if (!top.empty())
            answer.sections.push_back({ PaletteScope::Everything, answer.total(), top });
    }
    const size_t perSection = isSingle ? limits.single : limits.perSection;
    const auto add = [&](PaletteScope scope, const std::vector<PaletteHit> &hits) {
        if (isSingle && scope != input.scope)
            return;
        PaletteSection section = sectionOf(scope, answer.totals[size_t(scope)], hits, top, perSection);
        if (!section.hits.empty())
            answer.sections.push_back(std::move(section));
    };
    add(PaletteScope::Entities, bestEntities);
    add(PaletteScope::Actions, actions);
    add(PaletteScope::People, bestPeople);
    answer.cancelled = stop.stop_requested();
    answer.milliseconds = double(timer.nsecsElapsed()) / 1e6;
    return answer;
}

} // namespace callboard::search
