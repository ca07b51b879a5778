// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/docs.h"
#include "models/mirror/docsegment.h"
#include "models/mirror/store.h"

namespace callboard::mirror {

/// The text of one section of a page: a heading and what follows it, up to the next.
struct DocSection {
    QString anchor; ///< Empty for the lead.
    QString heading; ///< Empty for the lead, which has the page's title.
    QString text;   ///< Lines parted by "\n": prose and code as they follow each other.
    QString prose, code; ///< The same, told apart.
};
/// The lead first, always there. A page of megabytes is cut: what nobody reads is not searched either.
std::vector<DocSection> sectionsOf(const domain::DocPage &page);

/// The full-text index of documentation pages, brought up to date behind the pulls in slices on the writer thread.
/// An inverted index of our own in immutable parts, which are merged as they grow in number: FTS5 ranks by looking at every
/// match's row, some hundred milliseconds for a common word in 50,000 pages; here a common word is one short read.
class DocText final {
public:
    explicit DocText(Store &store);

    /// Works for a few milliseconds. True while more is to be done.
    domain::Result<bool> slice();
    int done() const { return m_done; }
    int total() const { return m_done + m_left; }

    static bool isCaughtUp(Connection &connection);
    /// Forgets all of it and begins again: for what must not stay in the file. Inside a transaction.
    static void restart(Connection &connection);

private:
    struct Taken {
        qint64 record = 0;
        qint64 page = 0;
        std::string site, path, title;
        QByteArray hash;
    };
    bool work();
    void begin();
    bool takeSome();
    void take(qint64 record);
    void removePage(qint64 record);
    void flush();
    bool isStill(const Taken &taken);
    void writeSegment(const EncodedSegment &segment, qint64 id);
    bool chooseMerge();
    bool beginMerge(const std::vector<qint64> &segments, const SegmentMerge::Alive &alive);
    bool startAgain();
    bool mergeSome();
    void finishMerge();
    void changed();

    Store &m_store;
    SegmentBuilder m_builder;
    std::vector<Taken> m_taken;
    std::unique_ptr<SegmentMerge> m_merge;
    qint64 m_mergeId = 0;
    qint64 m_mergeChunks = 0;
    qint64 m_nextPage = 0;
    qint64 m_lastTaken = 0;
    qint64 m_epoch = -1;
    bool m_mayMerge = true;
    int m_done = 0;
    int m_left = 0;
};

/// Reads the index; within one transaction, so that all of it is of one moment. Throws SQLite::Exception.
class DocTextReader final {
public:
    explicit DocTextReader(Connection &connection);

    qint64 generation(); ///< Grows with every change of the index.
    bool isCaughtUp();
    std::vector<qint64> segments();
    enum class Only { All, Pages };
    SegmentPtr segment(qint64 id, Only only = Only::All); ///< Null when it is damaged. Of `Pages`, without words.
    /// Calls `visit(page, site)` for every page, by ascending page.
    void forEachPage(const std::function<void(qint64, QByteArrayView)> &visit);
    QByteArray chunk(qint64 segment, int chunk);

    struct PageRow {
        QString site, path, title;
    };
    PageRow page(qint64 page);
    struct SectionRow {
        QString anchor, heading, text;
    };
    SectionRow section(qint64 page, int section);
    /// What a site calls itself; empty where it says nothing.
    QString siteName(const QString &site);

private:
    Connection &m_connection;
};

} // namespace callboard::mirror
