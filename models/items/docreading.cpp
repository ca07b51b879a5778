// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/docreading.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace Qt::StringLiterals;

namespace callboard::items {

namespace {

constexpr auto readsKey = "docs.read"_L1;       ///< {key: {title, at, hash}}
constexpr auto textKey = "docs.read.text/"_L1;  ///< Of a page: its text as it was read.
constexpr auto watchedKey = "docs.watched"_L1; ///< With a slash and what is watched: what the program knows of it.
constexpr auto knownKey = "docs.known"_L1;      ///< {site: [path]}
constexpr qsizetype mostReads = 400;
constexpr qsizetype longestText = 400'000;      ///< Longer ones are only known to have changed.

/// What the pages of the mirror are now, by key.
QHash<QString, QString> readNow(const mirror::Mirror &mirror, const QStringList &keys, const std::stop_token &stop)
{
    QHash<QString, QString> found;
    for (const QString &key : keys) {
        if (stop.stop_requested())
            break;
        const auto record = mirror.record(QString(domain::recordtype::docPage), key);
        if (!record)
            continue; // Not here now: that says nothing of what it is.
        const auto page = domain::DocPage::fromRecord(*record);
        found.insert(key, domain::pageVersion(page.document));
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
    // What it is compared with is what it is from now on.
    [[maybe_unused]] const auto kept
        = m_mirror.setValues({ { watchedKey, QJsonArray::fromStringList(m_watched) }, { watchedKey + u'/' + key, QJsonValue() } });
    Q_EMIT changed();
}

void DocReading::compare()
{
    const QStringList keys = m_reads.keys();
    m_stop.request_stop();
    m_stop = {};
    if (keys.isEmpty())
        return;
    m_pool.start([this, keys, stop = m_stop.get_token(), &mirror = m_mirror] {
        QHash<QString, QString> found = readNow(mirror, keys, stop);
        if (stop.stop_requested())
            return;
        QMetaObject::invokeMethod(this, [this, found = std::move(found), stop] {
            if (!stop.stop_requested())
                take(found);
        });
    });
}

void DocReading::take(const QHash<QString, QString> &hashes)
{
    m_changed.clear();
    for (auto it = hashes.begin(); it != hashes.end(); ++it) {
        const auto read = m_reads.constFind(it.key());
        if (read != m_reads.cend() && read->hash != *it)
            m_changed.insert(it.key());
    }
    Q_EMIT changed();
}

} // namespace callboard::items
