// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/docrank.h"

#include <algorithm>
#include <cmath>

namespace callboard::search {

using mirror::SegmentView;

namespace {

namespace field = mirror::docfield;

// BM25's k1 and b, and what a word in a field counts as against one in the text.
constexpr float k1 = 1.2f;
constexpr float b = 0.6f;
constexpr float usualLength = 120; ///< Words of a section.
constexpr float titleWorth = 6;
constexpr float headingWorth = 3.5f;
constexpr float pathWorth = 2.5f;
// What a word counts that stands in another section of the page than the best.
constexpr float elsewhere = 0.45f;
constexpr float wholeTitle = 0.6f;
constexpr float wholeHeading = 0.45f;
// Beside the field flags, in a bit that counts there: the word itself stands in the section.
constexpr quint8 asTyped = 0x01;
static_assert((asTyped & ~field::timesMask) == 0);
// A page that lacks words comes after those that do not.
constexpr float lacking = 0.45f;

/// How well one word fits each section of a segment.
struct Fits {
    std::vector<float> worth;  ///< Of the text and heading, before saturation; 0: not there.
    std::vector<quint8> where; ///< docfield flags, and `asTyped`.
    std::vector<quint8> match; ///< DocHit::Match
};

float saturated(float worth) { return worth * (k1 + 1) / (worth + k1); }

class SegmentRanking {
public:
    SegmentRanking(const DocIndexView &view, const SegmentView &segment, const DocPostings &read)
        : m_view(view)
        , m_segment(segment)
        , m_read(read)
        , m_touched(segment.pages().size(), 0)
    {
        m_pageOf.reserve(segment.sections());
        for (size_t page = 0; page < segment.pages().size(); ++page)
            m_pageOf.resize(segment.endOf(page), quint32(page));
    }

    void addWord(const std::vector<DocTerm> &terms, const std::vector<std::string> &parts)
    {
        Fits &fits = m_fits.emplace_back(nothing());
        for (const DocTerm &term : terms)
            add(fits, term);
        if (parts.size() > 1)
            addParts(fits, parts);
        for (quint32 section = 0; section < m_segment.sections(); ++section) {
            if (fits.worth[section] > 0)
                m_touched[m_pageOf[section]] = 1;
        }
    }

    void collect(const std::vector<DocWord> &words, const std::vector<float> &idf, const std::vector<float> &boostOfSite,
        size_t phraseWords, std::vector<DocCandidate> &candidates) const
    {
        const auto &pages = m_segment.pages();
        for (size_t page = 0; page < pages.size(); ++page) {
            if (m_touched[page] == 0)
                continue;
            const auto site = m_view.siteOf(pages[page].id);
            if (!site || boostOfSite[*site] <= 0)
                continue;
            std::vector<int> together = sectionsWith(phraseWords, page);
            if (phraseWords > 0 && together.empty())
                continue;
            DocCandidate candidate = fitPage(page, words, idf);
            candidate.together = std::move(together);
            candidate.site = *site;
            candidate.score *= boostOfSite[*site];
            candidates.push_back(candidate);
        }
    }

private:
    /// Those of a page that have each of the first words as it is, or the title does.
    std::vector<int> sectionsWith(size_t firstWords, size_t page) const
    {
        std::vector<int> sections;
        if (firstWords == 0)
            return sections;
        const quint32 first = m_segment.pages()[page].first;
        const quint32 end = m_segment.endOf(page);
        for (quint32 section = first; section < end; ++section) {
            const auto has = [&](const Fits &fits) {
                constexpr quint8 titled = field::title | asTyped;
                return (fits.where[section] & asTyped) != 0 || (fits.where[first] & titled) == titled;
            };
            if (std::all_of(m_fits.begin(), m_fits.begin() + std::ptrdiff_t(firstWords), has))
                sections.push_back(int(section - first));
        }
        return sections;
    }

    Fits nothing() const
    {
        const quint32 sections = m_segment.sections();
        return { std::vector<float>(sections, 0), std::vector<quint8>(sections, 0), std::vector<quint8>(sections, 0) };
    }

    void add(Fits &fits, const DocTerm &term) const
    {
        const SegmentView::Place place = m_segment.place(term.index);
        const QByteArray bytes = m_read(m_segment, place);
        if (quint64(place.offset) + place.length > quint64(bytes.size()))
            return;
        // A damaged list is not the whole; what was read of it holds.
        std::ignore = mirror::forEachPosting(QByteArrayView(bytes).sliced(place.offset, place.length), m_segment.sections(),
            [&](quint32 section, quint8 info) {
                const float norm = 1 - b + b * m_segment.length(section) / usualLength;
                float worth = float(field::times(info)) / norm;
                if (info & field::heading)
                    worth += headingWorth;
                if (info & field::path)
                    worth += pathWorth;
                if (info & field::title)
                    worth += titleWorth;
                // Of two ways in which it fits, the better; both together are hardly more.
                worth = saturated(worth) * term.weight;
                if (worth > fits.worth[section]) {
                    fits.worth[section] = worth;
                    fits.match[section] = quint8(term.match);
                }
                if (term.match == DocHit::Match::Exact)
                    fits.where[section] |= asTyped;
                // A loose fit in a title is no whole title.
                if (term.match <= DocHit::Match::Stem || term.match == DocHit::Match::Typo)
                    fits.where[section] |= info & ~field::timesMask;
            });
    }

    /// An identifier whose parts stand in the section by themselves: "ledger-api" in "the Ledger's API".
    void addParts(Fits &fits, const std::vector<std::string> &parts) const
    {
        constexpr float partsWorth = 0.55f;
        Fits all = nothing();
        bool first = true;
        for (const std::string &part : parts) {
            const auto index = m_segment.find(part);
            if (!index)
                return;
            Fits one = nothing();
            add(one, { *index, partsWorth, DocHit::Match::Stem });
            for (quint32 section = 0; section < m_segment.sections(); ++section) {
                all.worth[section] = first ? one.worth[section] : std::min(all.worth[section], one.worth[section]);
                all.where[section] = first ? one.where[section] : quint8(all.where[section] & one.where[section]);
            }
            first = false;
        }
        for (quint32 section = 0; section < m_segment.sections(); ++section) {
            if (all.worth[section] > fits.worth[section]) {
                fits.worth[section] = all.worth[section];
                fits.match[section] = quint8(DocHit::Match::Stem);
                fits.where[section] |= all.where[section];
            }
        }
    }

    /// Of all words in one section.
    float fitSection(quint32 section, const std::vector<float> &idf) const
    {
        float sum = 0;
        int inHeading = 0;
        for (size_t word = 0; word < m_fits.size(); ++word) {
            sum += idf[word] * m_fits[word].worth[section];
            inHeading += (m_fits[word].where[section] & field::heading) != 0;
        }
        return sum * (1 + wholeHeading * covered(inHeading, m_segment.headingWords(section)));
    }

    /// How much a title and the question are the same.
    float covered(int matched, int written) const
    {
        if (matched == 0 || written == 0)
            return 0;
        const float ofQuestion = float(matched) / float(m_fits.size());
        const float ofTitle = std::min(1.0f, float(matched) / float(written));
        return ofQuestion * ofQuestion * ofTitle;
    }

    DocCandidate fitPage(size_t page, const std::vector<DocWord> &words, const std::vector<float> &idf) const
    {
        const SegmentView::Page &written = m_segment.pages()[page];
        const quint32 end = m_segment.endOf(page);
        quint32 best = written.first;
        float bestFit = -1;
        for (quint32 section = written.first; section < end; ++section) {
            if (const float fit = fitSection(section, idf); fit > bestFit) {
                best = section;
                bestFit = fit;
            }
        }
        DocCandidate candidate;
        candidate.page = written.id;
        candidate.section = int(best - written.first);
        float sum = bestFit;
        float found = 0;
        float wanted = 0;
        int inTitle = 0;
        for (size_t word = 0; word < m_fits.size(); ++word) {
            const Fits &fits = m_fits[word];
            quint32 strongest = best;
            for (quint32 section = written.first; section < end; ++section) {
                if (fits.worth[section] > fits.worth[strongest])
                    strongest = section;
            }
            inTitle += (fits.where[written.first] & field::title) != 0;
            sum += elsewhere * idf[word] * std::max(0.0f, fits.worth[strongest] - fits.worth[best]);
            const bool there = fits.worth[strongest] > 0;
            wanted += idf[word];
            found += there ? idf[word] : 0;
            candidate.allWords &= there || words[word].isCommon;
            if (there && !words[word].isCommon)
                candidate.match = std::max(candidate.match, DocHit::Match(fits.match[strongest]));
        }
        sum *= 1 + wholeTitle * covered(inTitle, written.titleWords);
        if (!candidate.allWords) {
            const float share = wanted > 0 ? found / wanted : 0;
            sum *= lacking * share * share;
        }
        candidate.score = sum;
        return candidate;
    }

    const DocIndexView &m_view;
    const SegmentView &m_segment;
    const DocPostings &m_read;
    std::vector<quint32> m_pageOf;
    std::vector<quint8> m_touched;
    std::vector<Fits> m_fits;
};

/// Better first; of equals the older page, so that an answer is the same every time.
bool isBetter(const DocCandidate &a, const DocCandidate &b)
{
    return a.score != b.score ? a.score > b.score : a.page < b.page;
}

} // namespace

std::optional<quint32> DocIndexView::siteOf(qint64 page) const
{
    const auto found = std::ranges::lower_bound(pages, page);
    return found != pages.end() && *found == page ? std::optional(pageSites[size_t(found - pages.begin())]) : std::nullopt;
}

DocRanking rank(const DocIndexView &view, const std::vector<DocWord> &words, const std::vector<DocExpansion> &expansions,
    const std::vector<float> &boostOfSite, const DocPostings &read, size_t limit, size_t phraseWords,
    const std::stop_token &stop)
{
    std::vector<float> idf;
    for (size_t word = 0; word < words.size(); ++word) {
        const float documents = float(std::min(expansions[word].documents, view.sections));
        const float rarity = std::log(1 + (float(view.sections) - documents + 0.5f) / (documents + 0.5f));
        idf.push_back(words[word].isCommon ? rarity * 0.3f : rarity);
    }
    std::vector<DocCandidate> candidates;
    for (size_t i = 0; i < view.segments.size() && !stop.stop_requested(); ++i) {
        SegmentRanking segment(view, *view.segments[i], read);
        for (size_t word = 0; word < words.size(); ++word)
            segment.addWord(expansions[word].bySegment[i], words[word].parts);
        segment.collect(words, idf, boostOfSite, phraseWords, candidates);
    }
    DocRanking ranking;
    ranking.total = int(std::ranges::count_if(candidates, &DocCandidate::allWords));
    if (ranking.total == 0)
        ranking.total = int(candidates.size());
    limit = std::min(limit, candidates.size());
    std::ranges::partial_sort(candidates, candidates.begin() + long(limit), isBetter);
    candidates.resize(limit);
    ranking.best = std::move(candidates);
    return ranking;
}

} // namespace callboard::search
