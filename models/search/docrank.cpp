// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/docrank.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace callboard::search {

using mirror::PostingCursor;
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
// Sections that are ranked together: what is known of them stays in the processor's cache.
constexpr quint32 blockSections = 4096;
// Above what rounding can add.
constexpr float hardlyMore = 1.0001f;

/// How well one word fits one section.
struct Fit {
    float worth = 0;  ///< Of the text and heading; 0: not there.
    quint8 where = 0; ///< docfield flags, and `asTyped`.
    quint8 match = 0; ///< DocHit::Match
};

float saturated(float worth) { return worth * (k1 + 1) / (worth + k1); }

/// What a posting is worth in a section of this length. There are few of either, and many postings.
float worthOf(quint8 info, quint8 length)
{
    static const auto worths = [] {
        std::vector<std::array<float, 256>> all(256);
        for (size_t step = 0; step < all.size(); ++step) {
            const float norm = 1 - b + b * SegmentView::wordsOf(quint8(step)) / usualLength;
            for (size_t posting = 0; posting < all[step].size(); ++posting) {
                float worth = float(field::times(quint8(posting))) / norm;
                worth += (posting & field::heading) ? headingWorth : 0;
                worth += (posting & field::path) ? pathWorth : 0;
                worth += (posting & field::title) ? titleWorth : 0;
                all[step][posting] = saturated(worth);
            }
        }
        return all;
    }();
    return worths[length][info];
}

/// Better first; of equals the older page, so that an answer is the same every time.
bool isBetter(const DocCandidate &a, const DocCandidate &b)
{
    return a.score != b.score ? a.score > b.score : a.page < b.page;
}

/// The best of all, and how many there were.
class Best {
public:
    explicit Best(size_t limit)
        : m_limit(limit)
    {
    }
    void count(bool allWords)
    {
        ++m_some;
        m_whole += allWords;
    }
    /// Whether a page of this score can be among them.
    bool mayTake(float score) const { return m_kept.size() < m_limit || score >= m_kept.front().score; }
    void take(DocCandidate candidate)
    {
        m_kept.push_back(std::move(candidate));
        std::ranges::push_heap(m_kept, isBetter);
        if (m_kept.size() > m_limit) {
            std::ranges::pop_heap(m_kept, isBetter);
            m_kept.pop_back();
        }
    }
    DocRanking ranking() &&
    {
        std::ranges::sort(m_kept, isBetter);
        return { std::move(m_kept), m_whole > 0 ? m_whole : m_some };
    }

private:
    size_t m_limit;
    std::vector<DocCandidate> m_kept; ///< A heap: the worst in front.
    int m_whole = 0;
    int m_some = 0;
};

/// A term's postings, of which those in one block are looked at next.
struct Term {
    PostingCursor cursor;
    float weight;
    DocHit::Match match;
};

/// What is asked for, in one segment.
struct Asked {
    std::vector<Term> terms;
    std::vector<Term> parts; ///< Of an identifier; all of them, or none.
};

/// Ranks a segment's pages, a block of sections after the other.
class SegmentRanking {
public:
    SegmentRanking(const DocIndexView &view, size_t segment, const std::vector<DocWord> &words, const std::vector<float> &idf, const std::vector<float> &boostOfSite,
        size_t phraseWords, Best &best)
        : m_segment(*view.segments[segment])
        , m_siteOfPage(view.siteOfPage[segment])
        , m_words(words)
        , m_idf(idf)
        , m_boostOfSite(boostOfSite)
        , m_phraseWords(phraseWords)
        , m_best(best)
        , m_most(words.size())
    {
    }

    void addWord(const std::vector<DocTerm> &terms, const std::vector<std::string> &parts, const DocPostings &read)
    {
        Asked &asked = m_asked.emplace_back();
        for (const DocTerm &term : terms)
            add(asked.terms, term, read);
        if (parts.size() < 2)
            return;
        constexpr float partsWorth = 0.55f;
        for (const std::string &part : parts) {
            const auto index = m_segment.find(part);
            if (!index) {
                asked.parts.clear();
                return;
            }
            add(asked.parts, { *index, partsWorth, DocHit::Match::Stem }, read);
        }
        if (asked.parts.size() < parts.size())
            asked.parts.clear();
    }

    void run(const std::stop_token &stop)
    {
        const auto &pages = m_segment.pages();
        for (size_t page = 0; page < pages.size() && !stop.stop_requested();) {
            m_begin = pages[page].first;
            size_t endPage = page + 1;
            while (endPage < pages.size() && m_segment.endOf(endPage) - m_begin <= blockSections)
                ++endPage;
            m_end = m_segment.endOf(endPage - 1);
            if (readBlock())
                rankPages(page, endPage);
            page = endPage;
        }
    }

private:
    void add(std::vector<Term> &terms, const DocTerm &term, const DocPostings &read)
    {
        const SegmentView::Place place = m_segment.place(term.index);
        const QByteArray &bytes = m_bytes.emplace_back(read(m_segment, place));
        if (quint64(place.offset) + place.length > quint64(bytes.size()))
            return;
        // A damaged list is not the whole; what was read of it holds.
        terms.push_back({ PostingCursor(QByteArrayView(bytes).sliced(place.offset, place.length), m_segment.sections()), term.weight, term.match });
    }

    /// How the words fit the block's sections. False where there is none.
    bool readBlock()
    {
        const quint32 sections = m_end - m_begin;
        m_fits.assign(m_asked.size() * sections, {});
        m_touched.assign(sections, 0);
        bool any = false;
        for (size_t word = 0; word < m_asked.size(); ++word) {
            const std::span fits = std::span(m_fits).subspan(word * sections, sections);
            for (Term &term : m_asked[word].terms)
                any |= readTerm(term, fits);
            if (!m_asked[word].parts.empty())
                any |= readParts(m_asked[word].parts, fits);
        }
        return any;
    }

    bool readTerm(Term &term, std::span<Fit> fits)
    {
        PostingCursor &cursor = term.cursor;
        const bool any = !cursor.atEnd() && cursor.section() < m_end;
        const quint8 itself = term.match == DocHit::Match::Exact ? asTyped : 0;
        // A loose fit in a title is no whole title.
        const quint8 fields = term.match <= DocHit::Match::Stem || term.match == DocHit::Match::Typo ? quint8(~field::timesMask) : 0;
        for (; !cursor.atEnd() && cursor.section() < m_end; cursor.next()) {
            const quint32 section = cursor.section();
            Fit &fit = fits[section - m_begin];
            // Of two ways in which it fits, the better; both together are hardly more.
            const float worth = worthOf(cursor.info(), m_segment.length(section)) * term.weight;
            if (worth > fit.worth) {
                fit.worth = worth;
                fit.match = quint8(term.match);
            }
            fit.where |= quint8(itself | (cursor.info() & fields));
            m_touched[section - m_begin] = 1;
        }
        return any;
    }

    /// An identifier whose parts stand in the section by themselves: "ledger-api" in "the Ledger's API".
    bool readParts(std::vector<Term> &parts, std::span<Fit> fits)
    {
        std::vector<Fit> all;
        bool any = false;
        for (Term &part : parts) {
            std::vector<Fit> one(fits.size());
            any |= readTerm(part, one);
            for (size_t section = 0; section < all.size(); ++section) {
                one[section].worth = std::min(all[section].worth, one[section].worth);
                one[section].where &= all[section].where;
            }
            all = std::move(one);
        }
        for (size_t section = 0; section < all.size(); ++section) {
            if (all[section].worth <= fits[section].worth)
                continue;
            fits[section].worth = all[section].worth;
            fits[section].match = quint8(DocHit::Match::Stem);
            fits[section].where |= all[section].where;
        }
        return any;
    }

    const Fit *fitsOf(size_t word) const { return m_fits.data() + word * (m_end - m_begin); }

    void rankPages(size_t page, size_t endPage)
    {
        for (; page < endPage; ++page) {
            const quint32 first = m_segment.pages()[page].first - m_begin;
            const quint32 end = m_segment.endOf(page) - m_begin;
            if (std::find(m_touched.begin() + first, m_touched.begin() + end, 1) != m_touched.begin() + end)
                rankPage(page, first, end);
        }
    }

    /// What no section of a page need be told apart for.
    struct Bound {
        float score = 0;
        float share = 1; ///< Of what was asked for, that is there.
        bool any = false;
        bool allWords = true;
    };

    /// Also says where in the page each word fits best.
    Bound boundOf(quint32 first, quint32 end)
    {
        Bound bound;
        float found = 0;
        float wanted = 0;
        quint8 where = 0;
        for (size_t word = 0; word < m_words.size(); ++word) {
            const Fit *fits = fitsOf(word);
            float most = 0;
            for (quint32 section = first; section < end; ++section) {
                most = std::max(most, fits[section].worth);
                where |= fits[section].where;
            }
            m_most[word] = most;
            bound.score += m_idf[word] * most;
            bound.any |= most > 0;
            wanted += m_idf[word];
            found += most > 0 ? m_idf[word] : 0;
            bound.allWords &= most > 0 || m_words[word].isCommon;
        }
        bound.score *= ((where & field::heading) ? 1 + wholeHeading : 1) * ((where & field::title) ? 1 + wholeTitle : 1);
        bound.share = wanted > 0 ? found / wanted : 0;
        if (!bound.allWords)
            bound.score *= lacking * bound.share * bound.share;
        return bound;
    }

    void rankPage(size_t page, quint32 first, quint32 end)
    {
        const qint32 site = m_siteOfPage[page];
        const float boost = site == DocIndexView::gone ? 0 : m_boostOfSite[size_t(site)];
        if (boost <= 0)
            return;
        const Bound bound = boundOf(first, end);
        if (!bound.any) // Parts of an identifier, but not all of them.
            return;
        m_best.count(bound.allWords);
        if (!m_best.mayTake(bound.score * boost * hardlyMore))
            return;
        std::vector<int> together = sectionsWithPhrases(first, end);
        if (m_phraseWords > 0 && together.empty())
            return;
        DocCandidate candidate = fitPage(page, first, end, bound);
        candidate.together = std::move(together);
        candidate.site = quint32(site);
        candidate.score *= boost;
        m_best.take(std::move(candidate));
    }

    /// Those of a page that have each word of the phrases as it is, or the title does.
    std::vector<int> sectionsWithPhrases(quint32 first, quint32 end) const
    {
        std::vector<int> sections;
        for (quint32 section = first; m_phraseWords > 0 && section < end; ++section) {
            bool all = true;
            for (size_t word = 0; word < m_phraseWords && all; ++word) {
                constexpr quint8 titled = field::title | asTyped;
                const Fit *fits = fitsOf(word);
                all = (fits[section].where & asTyped) != 0 || (fits[first].where & titled) == titled;
            }
            if (all)
                sections.push_back(int(section - first));
        }
        return sections;
    }

    /// Of all words in one section.
    float fitSection(quint32 section) const
    {
        float sum = 0;
        int inHeading = 0;
        for (size_t word = 0; word < m_words.size(); ++word) {
            const Fit &fit = fitsOf(word)[section];
            sum += m_idf[word] * fit.worth;
            inHeading += (fit.where & field::heading) != 0;
        }
        return sum * (1 + wholeHeading * covered(inHeading, m_segment.headingWords(m_begin + section)));
    }

    /// How much a title and the question are the same.
    float covered(int matched, int written) const
    {
        if (matched == 0 || written == 0)
            return 0;
        const float ofQuestion = float(matched) / float(m_words.size());
        const float ofTitle = std::min(1.0f, float(matched) / float(written));
        return ofQuestion * ofQuestion * ofTitle;
    }

    DocCandidate fitPage(size_t page, quint32 first, quint32 end, const Bound &bound) const
    {
        const SegmentView::Page &written = m_segment.pages()[page];
        quint32 best = first;
        float bestFit = -1;
        for (quint32 section = first; section < end; ++section) {
            if (const float fit = fitSection(section); fit > bestFit) {
                best = section;
                bestFit = fit;
            }
        }
        DocCandidate candidate;
        candidate.page = written.id;
        candidate.section = int(best - first);
        candidate.allWords = bound.allWords;
        float sum = bestFit;
        int inTitle = 0;
        for (size_t word = 0; word < m_words.size(); ++word) {
            const Fit *fits = fitsOf(word);
            inTitle += (fits[first].where & field::title) != 0;
            const float more = m_most[word] - fits[best].worth;
            sum += elsewhere * m_idf[word] * more;
            if (m_most[word] <= 0 || m_words[word].isCommon)
                continue;
            quint32 strongest = best;
            for (quint32 section = first; more > 0 && fits[strongest].worth < m_most[word]; ++section)
                strongest = section;
            candidate.match = std::max(candidate.match, DocHit::Match(fits[strongest].match));
        }
        sum *= 1 + wholeTitle * covered(inTitle, written.titleWords);
        candidate.score = bound.allWords ? sum : sum * lacking * bound.share * bound.share;
        return candidate;
    }

    const SegmentView &m_segment;
    const std::vector<qint32> &m_siteOfPage;
    const std::vector<DocWord> &m_words;
    const std::vector<float> &m_idf;
    const std::vector<float> &m_boostOfSite;
    const size_t m_phraseWords;
    Best &m_best;
    std::vector<QByteArray> m_bytes; ///< What the cursors stand in.
    std::vector<Asked> m_asked;
    // Of the block from section `m_begin` to `m_end`:
    quint32 m_begin = 0;
    quint32 m_end = 0;
    std::vector<Fit> m_fits;       ///< One word after the other.
    std::vector<quint8> m_touched; ///< Sections that have anything.
    std::vector<float> m_most;     ///< Of one page: how well each word fits where it fits best.
};

} // namespace

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
    Best best(limit);
    for (size_t i = 0; i < view.segments.size() && !stop.stop_requested(); ++i) {
        SegmentRanking segment(view, i, words, idf, boostOfSite, phraseWords, best);
        for (size_t word = 0; word < words.size(); ++word)
            segment.addWord(expansions[word].bySegment[i], words[word].parts, read);
        segment.run(stop);
    }
    return std::move(best).ranking();
}

} // namespace callboard::search
