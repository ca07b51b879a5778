// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/doctext.h"

#include <QElapsedTimer>
#include <QJsonDocument>

#include <algorithm>
#include <map>
#include <unordered_set>

namespace callboard::mirror {

using namespace Qt::StringLiterals;

namespace {

// A pull's batch that comes in between waits about this long.
constexpr int sliceMilliseconds = 12;
// What a part is closed at: its words are in memory until then.
constexpr qint64 mostCharacters = 4 * 1024 * 1024;
constexpr quint32 mostSections = 8000;
constexpr size_t mostPages = 1000;
// Ids in the file: section of a page, chunk of a segment.
constexpr qint64 sectionsPerPage = 4096;
constexpr qint64 chunksPerSegment = qint64(1) << 24;
constexpr size_t sectionsOfAPage = 1000;
constexpr qsizetype mostOfAPage = 2 * 1024 * 1024;
// Parts of about one size are merged when there are this many.
constexpr size_t mergeFrom = 6;
constexpr double sizeStep = 4;

using domain::Block;

class Sections {
public:
    Sections(const domain::DocPage &page)
        : m_title(page.title.simplified())
    {
        m_sections.emplace_back();
        add(page.document.blocks, false);
    }
    std::vector<DocSection> take() { return std::move(m_sections); }

private:
    void add(const std::vector<Block> &blocks, bool nested)
    {
        for (const Block &block : blocks)
            add(block, nested);
    }

    void add(const Block &block, bool nested)
    {
        if (block.kind == Block::Kind::Heading)
            return begin(block, nested);
        line(block.title, false);
        line(domain::plainText(block.runs), false);
        line(block.text, true);
        if (block.kind == Block::Kind::Row)
            return row(block);
        add(block.children, true);
    }

    /// Cells of a row are one line: what stands beside each other is read together.
    void row(const Block &block)
    {
        QStringList cells;
        for (const Block &cell : block.children)
            cells += domain::plainText(cell).replace(u'\n', u' ');
        line(cells.join(u" · "), false);
    }

    void begin(const Block &heading, bool nested)
    {
        const QString text = domain::plainText(heading.runs).simplified();
        const bool isTitle = !nested && heading.level == 1 && m_sections.size() == 1 && m_sections.front().text.isEmpty()
            && (text == m_title || m_title.isEmpty());
        if (isTitle || m_sections.size() >= sectionsOfAPage)
            return line(isTitle ? QString() : text, false);
        m_sections.emplace_back();
        m_sections.back().anchor = heading.id;
        m_sections.back().heading = text;
    }

    void line(const QString &text, bool code)
    {
        if (text.isEmpty() || m_size >= mostOfAPage)
            return;
        const QString some = text.first(std::min(text.size(), mostOfAPage - m_size));
        m_size += some.size();
        DocSection &section = m_sections.back();
        for (QString *into : { &section.text, code ? &section.code : &section.prose }) {
            if (!into->isEmpty())
                *into += u'\n';
            *into += some;
        }
    }

    QString m_title;
    std::vector<DocSection> m_sections;
    qsizetype m_size = 0;
};

void deletePage(Connection &connection, qint64 page)
{
    Query(connection, "DELETE FROM doc_sections WHERE id >= ? AND id < ?")
        .with(page * sectionsPerPage, (page + 1) * sectionsPerPage)
        .run();
    Query(connection, "DELETE FROM doc_pages WHERE id = ?").with(page).run();
}

void deleteSegment(Connection &connection, qint64 segment)
{
    Query(connection, "DELETE FROM doc_postings WHERE id >= ? AND id < ?")
        .with(segment * chunksPerSegment, (segment + 1) * chunksPerSegment)
        .run();
    Query(connection, "DELETE FROM doc_segments WHERE id = ?").with(segment).run();
}

void putChunk(Connection &connection, qint64 segment, qint64 chunk, const QByteArray &bytes)
{
    Query(connection, "INSERT INTO doc_postings (id, data) VALUES (?, ?)")
        .with(segment * chunksPerSegment + chunk, bytes)
        .run();
}

qint64 nextSegment(Connection &connection)
{
    return connection.pragma("SELECT max((SELECT ifnull(max(id), 0) FROM doc_segments),"
                             " (SELECT ifnull(max(id), 0) / 16777216 FROM doc_postings)) + 1");
}

int sizeClass(quint32 sections)
{
    int step = 0;
    for (double size = 2000; double(sections) > size; size *= sizeStep)
        ++step;
    return step;
}

} // namespace

std::vector<DocSection> sectionsOf(const domain::DocPage &page)
{
    return Sections(page).take();
}

// DocText

DocText::DocText(Store &store)
    : m_store(store)
{
}

bool DocText::isCaughtUp(Connection &connection)
{
    return connection.pragma("SELECT NOT EXISTS (SELECT 1 FROM doc_queue)") != 0;
}

void DocText::restart(Connection &connection)
{
    for (const char *sql : { "DELETE FROM doc_sections", "DELETE FROM doc_pages", "DELETE FROM doc_segments", "DELETE FROM doc_postings",
             "DELETE FROM doc_queue", "INSERT INTO doc_queue (record) SELECT id FROM records WHERE type = 'DocPage'",
             "UPDATE doc_state SET generation = generation + 1, epoch = epoch + 1" })
        connection.exec(sql);
}

domain::Result<bool> DocText::slice()
{
    bool more = false;
    const auto worked = m_store.transact([&] { more = work(); });
    if (!worked) {
        // What of this was in memory belongs to a transaction that is gone.
        m_epoch = -1;
        return std::unexpected(worked.error());
    }
    return more;
}

bool DocText::work()
{
    if (m_store.connection().pragma("SELECT epoch FROM doc_state") != m_epoch)
        begin();
    if (takeSome())
        return true;
    if (!m_taken.empty()) {
        flush();
        m_mayMerge = true;
        return true;
    }
    if (m_merge)
        return mergeSome();
    return m_mayMerge && chooseMerge();
}

/// Leaves nothing of work that was begun before and not finished.
void DocText::begin()
{
    Connection &connection = m_store.connection();
    m_epoch = connection.pragma("SELECT epoch FROM doc_state");
    m_builder.clear();
    m_taken.clear();
    m_merge.reset();
    m_lastTaken = 0;
    m_mayMerge = true;
    m_nextPage = connection.pragma("SELECT ifnull(max(id), 0) + 1 FROM doc_pages");
    Query(connection, "DELETE FROM doc_sections WHERE id >= ?").with(m_nextPage * sectionsPerPage).run();
    connection.exec("DELETE FROM doc_postings WHERE id / 16777216 NOT IN (SELECT id FROM doc_segments)");
    m_done = 0;
    m_left = int(connection.pragma("SELECT count(*) FROM doc_queue"));
}

/// False when nothing is left to be taken before a flush.
bool DocText::takeSome()
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < sliceMilliseconds) {
        if (m_taken.size() >= mostPages || m_builder.sections() >= mostSections || m_builder.characters() >= mostCharacters)
            return false;
        qint64 record = 0;
        {
            Query query(m_store.connection(), "SELECT record FROM doc_queue WHERE record > ? ORDER BY record LIMIT 1");
            query.with(m_lastTaken);
            if (!query.step())
                return false;
            record = query.number(0);
        }
        take(record);
        m_lastTaken = record;
    }
    return true;
}

void DocText::take(qint64 record)
{
    Connection &connection = m_store.connection();
    std::optional<domain::DocPage> page;
    Taken taken;
    {
        Query query(connection, "SELECT key, entity_ref, hash, body FROM records WHERE id = ? AND type = 'DocPage'");
        query.with(record);
        if (query.step()) {
            taken.hash = query.bytes(2).toByteArray();
            if (const auto plain = decode(query.bytes(3))) // A damaged body is reported where somebody looks at it.
                page = domain::DocPage::fromRecord({ domain::recordtype::docPage, query.text(0), query.text(1),
                    QJsonDocument::fromJson(*plain).object() });
        }
    }
    ++m_done;
    m_left = std::max(0, m_left - 1);
    if (!page) {
        removePage(record);
        Query(connection, "DELETE FROM doc_queue WHERE record = ?").with(record).run();
        return;
    }
    taken.record = record;
    taken.page = m_nextPage++;
    taken.site = page->site.toStdString();
    taken.path = page->path.toStdString();
    const std::vector<DocSection> sections = sectionsOf(*page);
    QString title = page->title.simplified();
    if (title.isEmpty())
        title = page->path.isEmpty() ? page->site.section(u'/', -1) : page->path;
    taken.title = title.toStdString();
    m_builder.beginPage(taken.page);
    for (size_t i = 0; i < sections.size(); ++i) {
        const DocSection &section = sections[i];
        m_builder.add({ i == 0 ? title : QString(), i == 0 ? page->path : QString(), section.heading, section.prose, section.code });
        const std::string anchor = section.anchor.toStdString();
        const std::string heading = section.heading.toStdString();
        const QByteArray text = encode(section.text.toUtf8());
        Query(connection, "INSERT INTO doc_sections (id, anchor, heading, text) VALUES (?, ?, ?, ?)")
            .with(taken.page * sectionsPerPage + qint64(i), anchor, heading, text)
            .run();
    }
    m_taken.push_back(std::move(taken));
}

void DocText::removePage(qint64 record)
{
    Connection &connection = m_store.connection();
    std::vector<qint64> pages;
    {
        Query query(connection, "SELECT id FROM doc_pages WHERE record = ?");
        query.with(record);
        while (query.step())
            pages.push_back(query.number(0));
    }
    for (const qint64 page : pages)
        deletePage(connection, page);
    if (!pages.empty())
        changed();
}

/// The record is as it was when it was taken.
bool DocText::isStill(const Taken &taken)
{
    Query query(m_store.connection(), "SELECT hash FROM records WHERE id = ? AND type = 'DocPage'");
    query.with(taken.record);
    return query.step() && query.bytes(0) == taken.hash;
}

/// What was taken becomes a part of the index, and takes the place of what was there of the same pages.
void DocText::flush()
{
    Connection &connection = m_store.connection();
    for (const Taken &taken : m_taken) {
        if (!isStill(taken)) {
            deletePage(connection, taken.page); // It is in the queue again.
            continue;
        }
        removePage(taken.record);
        Query(connection, "INSERT INTO doc_pages (id, record, site, path, title) VALUES (?, ?, ?, ?, ?)")
            .with(taken.page, taken.record, taken.site, taken.path, taken.title)
            .run();
        Query(connection, "DELETE FROM doc_queue WHERE record = ?").with(taken.record).run();
    }
    const EncodedSegment segment = m_builder.finish();
    const qint64 id = nextSegment(connection);
    for (size_t i = 0; i < segment.chunks.size(); ++i)
        putChunk(connection, id, qint64(i), segment.chunks[i]);
    writeSegment(segment, id);
    m_builder.clear();
    m_taken.clear();
    m_lastTaken = 0;
    m_left = int(connection.pragma("SELECT count(*) FROM doc_queue"));
}

void DocText::writeSegment(const EncodedSegment &segment, qint64 id)
{
    const QByteArray vocabulary = encode(segment.vocabulary);
    const QByteArray pages = encode(segment.pages);
    Query(m_store.connection(), "INSERT INTO doc_segments (id, sections, pages, vocabulary) VALUES (?, ?, ?, ?)")
        .with(id, qint64(segment.sections), pages, vocabulary)
        .run();
    changed();
}

void DocText::changed() { m_store.connection().exec("UPDATE doc_state SET generation = generation + 1"); }

/// Whether there is one to be done: many parts of about one size, or one that is mostly of pages that are gone.
bool DocText::chooseMerge()
{
    m_mayMerge = false;
    DocTextReader reader(m_store.connection());
    auto alive = std::make_shared<std::unordered_set<qint64>>();
    reader.forEachPage([&](qint64 page, QByteArrayView) { alive->insert(page); });
    std::map<int, std::vector<qint64>> bySize;
    std::vector<qint64> chosen;
    for (const qint64 id : reader.segments()) {
        const SegmentPtr view = reader.segment(id, DocTextReader::Only::Pages);
        if (!view)
            return startAgain();
        const auto living = std::ranges::count_if(view->pages(), [&](const auto &page) { return alive->contains(page.id); });
        if (living * 2 < std::ssize(view->pages()) || living == 0)
            chosen.push_back(id);
        bySize[sizeClass(view->sections())].push_back(id);
    }
    for (auto &[size, ids] : bySize) {
        if (chosen.empty() && ids.size() >= mergeFrom)
            chosen = std::move(ids);
    }
    return !chosen.empty() && beginMerge(chosen, [alive](qint64 page) { return alive->contains(page); });
}

bool DocText::beginMerge(const std::vector<qint64> &segments, const SegmentMerge::Alive &alive)
{
    DocTextReader reader(m_store.connection());
    std::vector<SegmentPtr> parts;
    for (const qint64 id : segments) {
        parts.push_back(reader.segment(id));
        if (!parts.back())
            return startAgain();
    }
    m_mergeId = nextSegment(m_store.connection());
    m_mergeChunks = 0;
    m_merge = std::make_unique<SegmentMerge>(std::move(parts), alive,
        [this](qint64 segment, int chunk) { return DocTextReader(m_store.connection()).chunk(segment, chunk); });
    return true;
}

/// The index is damaged, but the pages are not: it is made anew from them.
bool DocText::startAgain()
{
    restart(m_store.connection());
    return true;
}

bool DocText::mergeSome()
{
    const bool more = m_merge->step(sliceMilliseconds, [this](const QByteArray &chunk) {
        putChunk(m_store.connection(), m_mergeId, m_mergeChunks++, chunk);
    });
    if (m_merge->isDamaged())
        return startAgain();
    if (!more)
        finishMerge();
    return true;
}

void DocText::finishMerge()
{
    for (const SegmentPtr &part : m_merge->parts())
        deleteSegment(m_store.connection(), part->id());
    if (const EncodedSegment merged = m_merge->result(); merged.sections > 0)
        writeSegment(merged, m_mergeId);
    else
        changed();
    m_merge.reset();
    m_mayMerge = true;
}

// DocTextReader

DocTextReader::DocTextReader(Connection &connection)
    : m_connection(connection)
{
}

qint64 DocTextReader::generation() { return m_connection.pragma("SELECT generation FROM doc_state"); }

bool DocTextReader::isCaughtUp() { return DocText::isCaughtUp(m_connection); }

std::vector<qint64> DocTextReader::segments()
{
    std::vector<qint64> ids;
    Query query(m_connection, "SELECT id FROM doc_segments ORDER BY id");
    while (query.step())
        ids.push_back(query.number(0));
    return ids;
}

SegmentPtr DocTextReader::segment(qint64 id, Only only)
{
    Query query(m_connection, "SELECT pages, vocabulary FROM doc_segments WHERE id = ?");
    query.with(id);
    if (!query.step())
        return nullptr;
    const auto pages = decode(query.bytes(0));
    const auto vocabulary = only == Only::Pages ? QByteArray(1, '\0') : decode(query.bytes(1));
    return pages && vocabulary ? SegmentView::read(id, *pages, *vocabulary) : nullptr;
}

void DocTextReader::forEachPage(const std::function<void(qint64, QByteArrayView)> &visit)
{
    Query query(m_connection, "SELECT id, site FROM doc_pages ORDER BY id");
    while (query.step())
        visit(query.number(0), query.bytes(1));
}

QByteArray DocTextReader::chunk(qint64 segment, int chunk)
{
    Query query(m_connection, "SELECT data FROM doc_postings WHERE id = ?");
    query.with(segment * chunksPerSegment + chunk);
    return query.step() ? query.bytes(0).toByteArray() : QByteArray();
}

DocTextReader::PageRow DocTextReader::page(qint64 page)
{
    Query query(m_connection, "SELECT site, path, title FROM doc_pages WHERE id = ?");
    query.with(page);
    return query.step() ? PageRow { query.text(0), query.text(1), query.text(2) } : PageRow {};
}

DocTextReader::SectionRow DocTextReader::section(qint64 page, int section)
{
    Query query(m_connection, "SELECT anchor, heading, text FROM doc_sections WHERE id = ?");
    query.with(page * sectionsPerPage + section);
    if (!query.step())
        return {};
    return { query.text(0), query.text(1), QString::fromUtf8(decode(query.bytes(2)).value_or(QByteArray())) };
}

QString DocTextReader::siteName(const QString &site)
{
    const std::string key = site.toStdString();
    Query query(m_connection, "SELECT body FROM records WHERE type = 'DocSite' AND entity_ref = ? ORDER BY feed LIMIT 1");
    query.with(key);
    if (!query.step())
        return {};
    const auto plain = decode(query.bytes(0));
    return plain ? QJsonDocument::fromJson(*plain).object()["name"_L1].toString() : QString();
}

} // namespace callboard::mirror
