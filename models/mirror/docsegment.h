// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace callboard::mirror {

/// Where in a section a term stands, in one byte beside each posting. Part of the file's format.
namespace docfield {
inline constexpr quint8 title = 0x80;
inline constexpr quint8 heading = 0x40;
inline constexpr quint8 path = 0x20;
inline constexpr quint8 code = 0x10; ///< In code, among others.
inline constexpr quint8 timesMask = 0x07;
/// How often in the text, about: 0, 1, 2, 3, 4, 6, 11, 24.
int times(quint8 info);
}

/// One section to be indexed. The lead of a page has its title and path.
struct DocSectionText {
    QString title;
    QString path;
    QString heading;
    QString prose;
    QString code;
};

/// A finished part of the index, as it lies in the file.
struct EncodedSegment {
    quint32 sections = 0;
    QByteArray pages;
    QByteArray vocabulary;
    std::vector<QByteArray> chunks;
};

/// Collects pages into a part of the index. Not thread-safe.
class SegmentBuilder final {
public:
    void beginPage(qint64 page);
    void add(const DocSectionText &section);
    bool isEmpty() const { return m_pages.empty(); }
    quint32 sections() const { return quint32(m_lengths.size()); }
    qint64 characters() const { return m_characters; }
    EncodedSegment finish(); ///< Once; `clear` before the next.
    void clear();

private:
    struct Term {
        QByteArray postings;
        quint32 documents = 0;
        quint32 last = 0;    ///< Section of the last posting that is written.
        quint32 current = ~quint32(0);
        quint32 times = 0;
        quint8 fields = 0;
    };
    struct Page {
        qint64 id;
        quint32 sections;
        quint8 titleWords;
    };
    struct Hash {
        using is_transparent = void;
        size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    int count(const QString &text, quint8 field);
    static void close(Term &term);

    std::unordered_map<std::string, Term, Hash, std::equal_to<>> m_terms;
    std::vector<Page> m_pages;
    std::vector<quint8> m_lengths;
    std::vector<quint8> m_headingWords;
    qint64 m_characters = 0;
};

/// A part of the index as it is searched: its words and the sizes of its sections, but not the postings. Immutable.
class SegmentView final {
public:
    struct Page {
        qint64 id = 0;
        quint32 first = 0; ///< Its first section; those of a page lie together.
        quint8 titleWords = 0;
    };
    struct Place {
        int chunk = 0;
        quint32 offset = 0;
        quint32 length = 0;
    };

    /// Nothing when the bytes are damaged.
    static std::shared_ptr<const SegmentView> read(qint64 id, QByteArrayView pages, QByteArrayView vocabulary);

    qint64 id() const { return m_id; }
    quint32 sections() const { return quint32(m_lengths.size()); }
    const std::vector<Page> &pages() const { return m_pages; }
    quint32 endOf(size_t page) const { return page + 1 < m_pages.size() ? m_pages[page + 1].first : sections(); }
    /// Words in a section's text, about, as a step of a scale; `wordsOf` says how many that is.
    quint8 length(quint32 section) const { return m_lengths[section]; }
    static float wordsOf(quint8 length);
    quint8 headingWords(quint32 section) const { return m_headingWords[section]; }

    quint32 terms() const { return quint32(m_ends.size()); }
    std::string_view term(quint32 index) const
    {
        const quint32 begin = index == 0 ? 0 : m_ends[index - 1];
        return std::string_view(m_text).substr(begin, m_ends[index] - begin);
    }
    quint32 documents(quint32 index) const { return m_documents[index]; }
    /// Letters of a term, a bit each: two terms that differ in n of them are n edits apart at the least.
    quint32 letters(quint32 index) const { return m_letters[index]; }
    static quint32 lettersOf(std::string_view term);
    /// The first term that is not less; terms() when there is none.
    quint32 lowerBound(std::string_view term) const;
    std::optional<quint32> find(std::string_view term) const;
    /// All terms in one string, for finding what is inside of some; `termAt` says whose a place is.
    std::string_view text() const { return m_text; }
    quint32 termAt(size_t position) const;
    Place place(quint32 index) const;
    int chunks() const { return int(m_chunkStarts.size()); }

private:
    friend class SegmentMerge;
    bool readPages(QByteArrayView bytes);
    bool readVocabulary(QByteArrayView bytes);

    qint64 m_id = 0;
    std::vector<Page> m_pages;
    std::vector<quint8> m_lengths;
    std::vector<quint8> m_headingWords;
    std::string m_text;
    std::vector<quint32> m_ends;
    std::vector<quint32> m_documents;
    std::vector<quint32> m_letters;
    std::vector<quint64> m_positions; ///< Of postings, with one more at the end.
    std::vector<quint64> m_chunkStarts;
};
using SegmentPtr = std::shared_ptr<const SegmentView>;

/// One term's postings, one after the other by ascending section. Ends where the bytes do, or are damaged.
class PostingCursor final {
public:
    PostingCursor(QByteArrayView bytes, quint32 sections)
        : m_at(reinterpret_cast<const quint8 *>(bytes.data()))
        , m_end(m_at + bytes.size())
        , m_sections(sections)
    {
        next();
    }
    bool atEnd() const { return m_state != State::There; }
    bool isDamaged() const { return m_state == State::Damaged; }
    quint32 section() const { return quint32(m_section); }
    quint8 info() const { return m_info; }

    void next()
    {
        if (m_at == m_end) {
            m_state = State::End;
            return;
        }
        quint64 gap = 0;
        for (int shift = 0;; shift += 7) {
            if (m_at == m_end || shift > 28) {
                m_state = State::Damaged;
                return;
            }
            const quint8 byte = *m_at++;
            gap |= quint64(byte & 0x7f) << shift;
            if (!(byte & 0x80))
                break;
        }
        m_section += gap;
        if (m_at == m_end || m_section >= m_sections) {
            m_state = State::Damaged;
            return;
        }
        m_info = *m_at++;
    }

private:
    enum class State : quint8 { There, End, Damaged };
    const quint8 *m_at;
    const quint8 *m_end;
    quint64 m_section = 0;
    quint32 m_sections;
    quint8 m_info = 0;
    State m_state = State::There;
};

/// Calls `visit(section, info)` in ascending order; false when the bytes are damaged.
template<typename Visit>
bool forEachPosting(QByteArrayView bytes, quint32 sections, Visit &&visit)
{
    PostingCursor cursor(bytes, sections);
    for (; !cursor.atEnd(); cursor.next())
        visit(cursor.section(), cursor.info());
    return !cursor.isDamaged();
}

/// Makes one part of several, without the pages that are gone, some milliseconds at a time.
class SegmentMerge final {
public:
    using Load = std::function<QByteArray(qint64 segment, int chunk)>;
    using Alive = std::function<bool(qint64 page)>;
    SegmentMerge(std::vector<SegmentPtr> parts, const Alive &alive, Load load);

    /// False once all is done. Finished chunks are handed to `sink` in their order.
    bool step(int milliseconds, const std::function<void(const QByteArray &)> &sink);
    bool isDamaged() const { return m_damaged; }
    const std::vector<SegmentPtr> &parts() const { return m_parts; }
    EncodedSegment result() const; ///< Once done; its chunks have gone to `sink`.

private:
    struct Source {
        SegmentPtr view;
        std::vector<quint32> mapping; ///< Old section to new, or noSection.
        quint32 at = 0;
        int chunk = -1;
        QByteArray bytes;
    };
    bool mergeTerm(const std::function<void(const QByteArray &)> &sink);
    QByteArrayView postingsOf(Source &source);

    std::vector<SegmentPtr> m_parts;
    std::vector<Source> m_sources;
    Load m_load;
    EncodedSegment m_result;
    QByteArray m_chunk;
    std::string m_lastTerm;
    QByteArray m_vocabulary;
    quint64 m_terms = 0;
    bool m_damaged = false;
    bool m_done = false;
};

} // namespace callboard::mirror
