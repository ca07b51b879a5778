// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/docreading.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

namespace callboard::items {

using domain::Block;

namespace {

constexpr auto readsKey = "docs.read"_L1;       ///< {key: {title, at, hash}}
constexpr auto textKey = "docs.read.text/"_L1;  ///< Of a page: its text as it was read.
constexpr auto watchedKey = "docs.watched"_L1;
constexpr auto knownKey = "docs.known"_L1;      ///< {site: [path]}
constexpr qsizetype mostReads = 400;
constexpr qsizetype longestText = 400'000;      ///< Longer ones are only known to have changed.

QString lineOf(const Block &block)
{
    const QString text = domain::plainText(block.runs).replace(u'\n', u' ');
    if (block.kind == Block::Kind::Heading)
        return QString(block.level, u'#') + u' ' + text;
    return text;
}

void addLines(const std::vector<Block> &blocks, const QString &lead, QStringList &lines)
{
    for (const Block &block : blocks) {
        if (!block.title.isEmpty())
            lines.append(lead + block.title);
        if (block.kind == Block::Kind::Row) {
            QStringList cells;
            for (const Block &cell : block.children)
                cells.append(domain::plainText(cell).replace(u'\n', u' '));
            lines.append(lead + cells.join(" | "_L1));
            continue;
        }
        if (!block.runs.empty())
            lines.append((block.kind == Block::Kind::Item ? QString(lead + u"- "_s) : lead) + lineOf(block));
        for (const QString &line : block.text.isEmpty() ? QStringList() : block.text.split(u'\n'))
            lines.append(lead + u"    "_s + line);
        addLines(block.children, block.kind == Block::Kind::Item || block.kind == Block::Kind::Quote ? QString(lead + u"  "_s) : lead, lines);
    }
}

/// Those whose hash is another one now, of the pages of the mirror.
struct Comparison {
    QHash<QString, QString> hashes;
    QHash<QString, QString> titles;
};

Comparison readNow(const mirror::Mirror &mirror, const QStringList &keys, const std::stop_token &stop)
{
    Comparison found;
    for (const QString &key : keys) {
        if (stop.stop_requested())
            break;
        const auto record = mirror.record(QString(domain::recordtype::docPage), key);
        if (!record)
            continue; // Not here now: that says nothing of what it is.
        const auto page = domain::DocPage::fromRecord(*record);
        found.hashes.insert(key, DocReading::hashOf(DocReading::textOf(page.document)));
        found.titles.insert(key, page.title);
    }
    return found;
}

} // namespace

DocReading::DocReading(mirror::Mirror &mirror, DocLibrary &library, QObject *parent)
    : QObject(parent)
    , m_mirror(mirror)
    , m_library(library)
{
    m_pool.setMaxThreadCount(1);
    load();
    connect(&library, &DocLibrary::pagesChanged, this, [this] { compare(); });
    connect(&library, &DocLibrary::sitesChanged, this, [this] { Q_EMIT changed(); });
    compare();
}

DocReading::~DocReading()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

QString DocReading::textOf(const domain::Document &document)
{
    QStringList lines;
    addLines(document.blocks, {}, lines);
    return lines.join(u'\n');
}

QString DocReading::hashOf(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
}

void DocReading::load()
{
    const QJsonObject reads = m_mirror.value(readsKey).toObject();
    for (auto it = reads.begin(); it != reads.end(); ++it) {
        const QJsonObject one = it->toObject();
        m_reads.insert(it.key(), { DocAddress::fromKey(it.key()), one["title"_L1].toString(),
                                     QDateTime::fromString(one["at"_L1].toString(), Qt::ISODateWithMs), one["hash"_L1].toString() });
    }
    for (const auto &key : m_mirror.value(watchedKey).toArray())
        m_watched.append(key.toString());
    const QJsonObject known = m_mirror.value(knownKey).toObject();
    for (auto it = known.begin(); it != known.end(); ++it) {
        QSet<QString> &paths = m_known[it.key()];
        for (const auto &path : it->toArray())
            paths.insert(path.toString());
    }
}

std::vector<DocReading::Read> DocReading::recent() const
{
    std::vector<Read> reads(m_reads.begin(), m_reads.end());
    std::ranges::sort(reads, std::greater {}, &Read::at);
    return reads;
}

QHash<QString, int> DocReading::recency(const QDateTime &now) const
{
    constexpr double halved = 7 * 24 * 3600; // seconds
    QHash<QString, int> recency;
    for (const Read &read : m_reads) {
        const double age = double(std::max<qint64>(0, read.at.secsTo(now)));
        recency.insert(read.address.key(), std::max(1, int(std::lround(255 * std::exp2(-age / halved)))));
    }
    return recency;
}

void DocReading::read(const domain::DocPage &page, const QDateTime &at)
{
    const DocAddress address { page.site, page.path, {} };
    const QString text = textOf(page.document);
    const QString hash = hashOf(text);
    const QString key = address.key();
    const bool isNewText = m_reads.value(key).hash != hash;
    m_reads.insert(key, { address, page.title, at, hash });
    m_changed.remove(key);
    QHash<QString, QJsonValue> values;
    if (isNewText)
        values.insert(textKey + key, text.size() <= longestText ? QJsonValue(text) : QJsonValue());
    while (m_reads.size() > mostReads) {
        const QString oldest = std::ranges::min_element(m_reads, {}, &Read::at).key();
        m_reads.remove(oldest);
        values.insert(textKey + oldest, QJsonValue());
    }
    if (m_known.contains(page.site)) {
        m_known[page.site].insert(page.path);
    } else {
        for (const DocNavPlace &place : m_library.placesOf(page.site))
            m_known[page.site].insert(place.path);
    }
    QJsonObject reads, known;
    for (auto it = m_reads.begin(); it != m_reads.end(); ++it)
        reads.insert(it.key(), QJsonObject { { u"title"_s, it->title }, { u"at"_s, it->at.toString(Qt::ISODateWithMs) }, { u"hash"_s, it->hash } });
    for (auto it = m_known.begin(); it != m_known.end(); ++it)
        known.insert(it.key(), QJsonArray::fromStringList(it->values()));
    values.insert(readsKey, reads);
    values.insert(knownKey, known);
    [[maybe_unused]] const auto kept = m_mirror.setValues(values); // Where it cannot be kept, it is forgotten with the window.
    Q_EMIT changed();
}

bool DocReading::isNew(const DocAddress &address) const
{
    const auto known = m_known.constFind(address.site);
    return known != m_known.cend() && !known->contains(address.path);
}

QString DocReading::textAsRead(const DocAddress &address) const
{
    return m_mirror.value(textKey + address.key()).toString();
}

void DocReading::setWatched(const QString &key, bool watched)
{
    if (m_watched.contains(key) == watched)
        return;
    if (watched)
        m_watched.append(key);
    else
        m_watched.removeAll(key);
    [[maybe_unused]] const auto kept = m_mirror.setValue(watchedKey, QJsonArray::fromStringList(m_watched));
    compare();
    Q_EMIT changed();
}

void DocReading::compare()
{
    QStringList keys = m_reads.keys();
    for (const QString &watched : std::as_const(m_watched)) {
        if (!DocAddress::fromKey(watched).site.isEmpty()) {
            keys.append(watched);
            continue;
        }
        for (const DocNavPlace &place : m_library.placesOf(watched))
            keys.append(domain::docKey(watched, place.path));
    }
    keys.removeDuplicates();
    m_stop.request_stop();
    m_stop = {};
    if (keys.isEmpty())
        return;
    m_pool.start([this, keys, stop = m_stop.get_token(), &mirror = m_mirror] {
        Comparison found = readNow(mirror, keys, stop);
        if (stop.stop_requested())
            return;
        QMetaObject::invokeMethod(this, [this, found = std::move(found), stop] {
            if (!stop.stop_requested())
                take(found.hashes, found.titles);
        });
    });
}

void DocReading::take(const QHash<QString, QString> &hashes, const QHash<QString, QString> &titles)
{
    m_changed.clear();
    for (auto it = hashes.begin(); it != hashes.end(); ++it) {
        const auto read = m_reads.constFind(it.key());
        if (read != m_reads.cend() && read->hash != *it)
            m_changed.insert(it.key());
        const DocAddress address = DocAddress::fromKey(it.key());
        if (!m_watched.contains(it.key()) && !m_watched.contains(address.site))
            continue;
        const QString before = std::exchange(m_watchedHashes[it.key()], *it);
        if (!before.isEmpty() && before != *it)
            Q_EMIT watchedChanged(address, titles.value(it.key()));
    }
    Q_EMIT changed();
}

} // namespace callboard::items
