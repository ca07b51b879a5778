// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/docsegment.h"

#include "models/mirror/doctokens.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <cmath>

namespace callboard::mirror {

namespace {

// One word's postings are read whole, so a chunk is what reading one short list costs.
constexpr qsizetype chunkSize = 32 * 1024;
constexpr quint32 noSection = ~quint32(0);
constexpr std::array<quint32, 8> timesSteps { 0, 1, 2, 3, 4, 6, 11, 24 };
constexpr float lengthBase = 1.12f;

void putNumber(QByteArray &bytes, quint64 number)
{
    while (number >= 0x80) {
        bytes.append(char(0x80 | (number & 0x7f)));
        number >>= 7;
    }
    bytes.append(char(number));
}

/// Reads what may be damaged: once anything is wrong, all that follows is nothing.
class Reading {
public:
    explicit Reading(QByteArrayView bytes)
        : m_at(reinterpret_cast<const quint8 *>(bytes.data()))
        , m_end(m_at + bytes.size())
    {
    }
    quint64 number()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const quint8 part = byte();
            value |= quint64(part & 0x7f) << shift;
            if (!(part & 0x80))
                return value;
        }
        m_bad = true;
        return 0;
    }
    quint8 byte()
    {
        if (m_at == m_end) {
            m_bad = true;
            return 0;
        }
        return *m_at++;
    }
    std::string_view text(quint64 length)
    {
        if (length > quint64(m_end - m_at)) {
            m_bad = true;
            return {};
        }
        const std::string_view found(reinterpret_cast<const char *>(m_at), length);
        m_at += length;
        return found;
    }
    bool isBad() const { return m_bad; }
    quint64 left() const { return quint64(m_end - m_at); }

private:
    const quint8 *m_at;
    const quint8 *m_end;
    bool m_bad = false;
};

quint8 timesStep(quint32 times)
{
    return quint8(std::ranges::upper_bound(timesSteps, times) - timesSteps.begin() - 1);
}

quint8 lengthStep(int words)
{
    return quint8(std::clamp(std::lround(std::log(float(words) + 1) / std::log(lengthBase)), 0L, 255L));
}

/// The vocabulary's line of one term.
void putTerm(QByteArray &vocabulary, std::string_view last, std::string_view term, quint64 documents, quint64 bytes)
{
    const size_t shared = size_t(std::ranges::mismatch(last, term).in1 - last.begin());
    putNumber(vocabulary, shared);
    putNumber(vocabulary, term.size() - shared);
    vocabulary.append(term.data() + shared, qsizetype(term.size() - shared));
    putNumber(vocabulary, documents);
    putNumber(vocabulary, bytes);
}

bool beginsChunk(quint64 filled, quint64 more) { return filled > 0 && filled + more > quint64(chunkSize); }

} // namespace

int docfield::times(quint8 info) { return int(timesSteps[info & timesMask]); }

// SegmentBuilder

void SegmentBuilder::beginPage(qint64 page) { m_pages.push_back({ page, 0, 0 }); }

void SegmentBuilder::close(Term &term)
{
    if (term.current == noSection)
        return;
    putNumber(term.postings, term.current - term.last);
    term.postings.append(char(term.fields | timesStep(term.times)));
    term.last = term.current;
    term.current = noSection;
    ++term.documents;
}

/// The number of its words.
int SegmentBuilder::count(const QString &text, quint8 field)
{
    const quint32 section = sections();
    int words = 0;
    forEachToken(text, [&](const DocToken &token) {
        words = token.position + 1;
        auto found = m_terms.find(token.term);
        if (found == m_terms.end())
            found = m_terms.emplace(std::string(token.term), Term()).first;
        Term &term = found->second;
        if (term.current != section) {
            close(term);
            term.current = section;
            term.times = 0;
            term.fields = 0;
        }
        term.fields |= field;
        if (field == 0 || field == docfield::code)
            ++term.times;
    });
    m_characters += text.size();
    return words;
}

void SegmentBuilder::add(const DocSectionText &section)
{
    Page &page = m_pages.back();
    ++page.sections;
    if (const int words = count(section.title, docfield::title))
        page.titleWords = quint8(std::min(words, 255));
    count(section.path, docfield::path);
    const int heading = count(section.heading, docfield::heading);
    const int words = count(section.prose, 0) + count(section.code, docfield::code);
    m_headingWords.push_back(quint8(std::min(heading, 255)));
    m_lengths.push_back(lengthStep(words));
}

EncodedSegment SegmentBuilder::finish()
{
    EncodedSegment segment;
    segment.sections = sections();
    putNumber(segment.pages, m_pages.size());
    qint64 last = 0;
    for (const Page &page : m_pages) {
        putNumber(segment.pages, quint64(page.id - last));
        putNumber(segment.pages, page.sections);
        segment.pages.append(char(page.titleWords));
        last = page.id;
    }
    for (size_t i = 0; i < m_lengths.size(); ++i) {
        segment.pages.append(char(m_lengths[i]));
        segment.pages.append(char(m_headingWords[i]));
    }
    std::vector<std::pair<std::string_view, Term *>> sorted;
    sorted.reserve(m_terms.size());
    for (auto &[text, term] : m_terms)
        sorted.emplace_back(text, &term);
    std::ranges::sort(sorted, {}, &std::pair<std::string_view, Term *>::first);
    putNumber(segment.vocabulary, sorted.size());
    std::string_view lastTerm;
    QByteArray chunk;
    for (const auto &[text, term] : sorted) {
        close(*term);
        putTerm(segment.vocabulary, lastTerm, text, term->documents, quint64(term->postings.size()));
        lastTerm = text;
        if (beginsChunk(quint64(chunk.size()), quint64(term->postings.size())))
            segment.chunks.push_back(std::exchange(chunk, {}));
        chunk += term->postings;
    }
    if (!chunk.isEmpty())
        segment.chunks.push_back(chunk);
    return segment;
}

void SegmentBuilder::clear() { *this = {}; }

// SegmentView

SegmentPtr SegmentView::read(qint64 id, QByteArrayView pages, QByteArrayView vocabulary)
{
    auto view = std::make_shared<SegmentView>();
    view->m_id = id;
    if (!view->readPages(pages) || !view->readVocabulary(vocabulary))
        return nullptr;
    return view;
}

bool SegmentView::readPages(QByteArrayView bytes)
{
    Reading reading(bytes);
    const quint64 count = reading.number();
    if (count > reading.left())
        return false;
    m_pages.reserve(count);
    quint64 page = 0;
    quint64 section = 0;
    for (quint64 i = 0; i < count && !reading.isBad(); ++i) {
        page += reading.number();
        const quint64 sections = reading.number();
        m_pages.push_back({ qint64(page), quint32(section), reading.byte() });
        section += sections;
        if (section > quint64(bytes.size()))
            return false;
    }
    if (reading.isBad() || reading.left() != section * 2)
        return false;
    m_lengths.reserve(section);
    m_headingWords.reserve(section);
    for (quint64 i = 0; i < section; ++i) {
        m_lengths.push_back(reading.byte());
        m_headingWords.push_back(reading.byte());
    }
    return true;
}

bool SegmentView::readVocabulary(QByteArrayView bytes)
{
    Reading reading(bytes);
    const quint64 count = reading.number();
    if (count > reading.left())
        return false;
    m_ends.reserve(count);
    m_documents.reserve(count);
    m_letters.reserve(count);
    m_positions.reserve(count + 1);
    std::string term;
    quint64 position = 0;
    quint64 filled = 0;
    for (quint64 i = 0; i < count && !reading.isBad(); ++i) {
        const quint64 shared = reading.number();
        if (shared > term.size())
            return false;
        term.resize(shared);
        term += reading.text(reading.number());
        if (term.size() > size_t(longestTerm))
            return false;
        m_text += term;
        m_ends.push_back(quint32(m_text.size()));
        m_letters.push_back(lettersOf(term));
        m_documents.push_back(quint32(reading.number()));
        const quint64 length = reading.number();
        if (i == 0 || beginsChunk(filled, length)) {
            m_chunkStarts.push_back(position);
            filled = 0;
        }
        m_positions.push_back(position);
        position += length;
        filled += length;
    }
    m_positions.push_back(position);
    return !reading.isBad() && m_text.size() < noSection;
}

float SegmentView::wordsOf(quint8 length)
{
    static const auto lengths = [] {
        std::array<float, 256> all {};
        for (size_t i = 0; i < all.size(); ++i)
            all[i] = std::pow(lengthBase, float(i));
        return all;
    }();
    return lengths[length];
}

quint32 SegmentView::lettersOf(std::string_view term)
{
    quint32 bits = 0;
    for (const char letter : term) {
        const auto byte = quint8(letter);
        bits |= quint32(1) << (byte >= 'a' && byte <= 'z' ? byte - 'a' : 26 + byte % 6);
    }
    return bits;
}

quint32 SegmentView::lowerBound(std::string_view wanted) const
{
    quint32 low = 0;
    quint32 high = terms();
    while (low < high) {
        const quint32 middle = low + (high - low) / 2;
        if (term(middle) < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::optional<quint32> SegmentView::find(std::string_view wanted) const
{
    const quint32 at = lowerBound(wanted);
    return at < terms() && term(at) == wanted ? std::optional(at) : std::nullopt;
}

quint32 SegmentView::termAt(size_t position) const
{
    return quint32(std::ranges::upper_bound(m_ends, quint32(position)) - m_ends.begin());
}

SegmentView::Place SegmentView::place(quint32 index) const
{
    const quint64 position = m_positions[index];
    // A term without postings may begin where another chunk does; nothing is read of it.
    const auto chunk = std::ranges::upper_bound(m_chunkStarts, position) - 1;
    return { int(chunk - m_chunkStarts.begin()), quint32(position - *chunk), quint32(m_positions[index + 1] - position) };
}

// SegmentMerge

SegmentMerge::SegmentMerge(std::vector<SegmentPtr> parts, const Alive &alive, Load load)
    : m_parts(std::move(parts))
    , m_load(std::move(load))
{
    // In the order of their pages, as a segment's are.
    struct Kept {
        const SegmentView *view;
        size_t page;
        size_t source;
    };
    std::vector<Kept> kept;
    for (size_t source = 0; source < m_parts.size(); ++source) {
        const SegmentView &view = *m_parts[source];
        m_sources.push_back({ m_parts[source], std::vector<quint32>(view.sections(), noSection), 0, -1, {} });
        for (size_t page = 0; page < view.pages().size(); ++page) {
            if (alive(view.pages()[page].id))
                kept.push_back({ &view, page, source });
        }
    }
    std::ranges::sort(kept, {}, [](const Kept &k) { return k.view->pages()[k.page].id; });
    QByteArray sizes;
    qint64 last = 0;
    putNumber(m_result.pages, kept.size());
    for (const Kept &k : kept) {
        const SegmentView::Page &page = k.view->pages()[k.page];
        const quint32 end = k.view->endOf(k.page);
        putNumber(m_result.pages, quint64(page.id - last));
        putNumber(m_result.pages, end - page.first);
        m_result.pages.append(char(page.titleWords));
        last = page.id;
        for (quint32 section = page.first; section < end; ++section) {
            m_sources[k.source].mapping[section] = m_result.sections++;
            sizes.append(char(k.view->m_lengths[section]));
            sizes.append(char(k.view->m_headingWords[section]));
        }
    }
    m_result.pages += sizes;
}

QByteArrayView SegmentMerge::postingsOf(Source &source)
{
    const SegmentView::Place place = source.view->place(source.at);
    if (place.chunk != source.chunk) {
        source.bytes = m_load(source.view->id(), place.chunk);
        source.chunk = place.chunk;
    }
    if (quint64(place.offset) + place.length > quint64(source.bytes.size())) {
        m_damaged = true;
        return {};
    }
    return QByteArrayView(source.bytes).sliced(place.offset, place.length);
}

bool SegmentMerge::mergeTerm(const std::function<void(const QByteArray &)> &sink)
{
    std::optional<std::string_view> least;
    for (const Source &source : m_sources) {
        if (source.at < source.view->terms() && (!least || source.view->term(source.at) < *least))
            least = source.view->term(source.at);
    }
    if (!least)
        return false;
    const std::string term(*least);
    std::vector<std::pair<quint32, quint8>> postings;
    for (Source &source : m_sources) {
        if (source.at >= source.view->terms() || source.view->term(source.at) != term)
            continue;
        const bool whole = forEachPosting(postingsOf(source), source.view->sections(), [&](quint32 section, quint8 info) {
            if (source.mapping[section] != noSection)
                postings.emplace_back(source.mapping[section], info);
        });
        m_damaged |= !whole;
        ++source.at;
    }
    if (postings.empty())
        return true;
    std::ranges::sort(postings);
    QByteArray bytes;
    quint32 last = 0;
    for (const auto &[section, info] : postings) {
        putNumber(bytes, section - last);
        bytes.append(char(info));
        last = section;
    }
    putTerm(m_vocabulary, m_lastTerm, term, postings.size(), quint64(bytes.size()));
    m_lastTerm = term;
    ++m_terms;
    if (beginsChunk(quint64(m_chunk.size()), quint64(bytes.size())))
        sink(std::exchange(m_chunk, {}));
    m_chunk += bytes;
    return true;
}

bool SegmentMerge::step(int milliseconds, const std::function<void(const QByteArray &)> &sink)
{
    QElapsedTimer timer;
    timer.start();
    while (!m_done && !m_damaged && timer.elapsed() < milliseconds) {
        if (!mergeTerm(sink)) {
            m_done = true;
            if (!m_chunk.isEmpty())
                sink(std::exchange(m_chunk, {}));
        }
    }
    return !m_done && !m_damaged;
}

EncodedSegment SegmentMerge::result() const
{
    EncodedSegment segment = m_result;
    putNumber(segment.vocabulary, m_terms);
    segment.vocabulary += m_vocabulary;
    return segment;
}

} // namespace callboard::mirror
