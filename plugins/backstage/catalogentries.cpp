// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/catalogentries.h"

#include <QDataStream>

#include <algorithm>
#include <numeric>

namespace callboard::backstage {

namespace {

constexpr char uuidDashes[] = { 8, 13, 18, 23 };

} // namespace

QByteArray HexColumn::packed(const QByteArray &text) const
{
    QByteArray digits = text;
    for (auto i = m_dashes.rbegin(); i != m_dashes.rend(); ++i) {
        if (text.size() <= *i || text[*i] != '-')
            return {};
        digits.remove(*i, 1);
    }
    if (digits.size() != m_digits)
        return {};
    const QByteArray raw = QByteArray::fromHex(digits);
    return raw.toHex() == digits ? raw : QByteArray();
}

QByteArray HexColumn::unpacked(QByteArrayView raw) const
{
    QByteArray text = raw.toByteArray().toHex();
    for (const char at : m_dashes)
        text.insert(at, '-');
    return text;
}

QByteArrayView HexColumn::bytes(size_t i) const
{
    return m_texts.empty() ? QByteArrayView(m_raw).sliced(qsizetype(i) * width(), width()) : QByteArrayView(m_texts[i]);
}

void HexColumn::keepAsTexts()
{
    if (!m_texts.empty())
        return;
    const size_t count = size();
    m_texts.reserve(count + 1);
    for (size_t i = 0; i < count; ++i)
        m_texts.push_back(unpacked(QByteArrayView(m_raw).sliced(qsizetype(i) * width(), width())));
    m_raw = {};
}

void HexColumn::append(const QByteArray &text)
{
    if (m_texts.empty()) {
        if (const QByteArray raw = packed(text); !raw.isEmpty()) {
            m_raw += raw;
            return;
        }
    }
    keepAsTexts();
    m_texts.push_back(text);
}

void HexColumn::append(const HexColumn &other, size_t i)
{
    if (m_texts.empty() && other.m_texts.empty())
        m_raw += other.bytes(i);
    else
        append(other.at(i));
}

void HexColumn::set(size_t i, const QByteArray &text)
{
    if (m_texts.empty()) {
        if (const QByteArray raw = packed(text); !raw.isEmpty()) {
            m_raw.replace(qsizetype(i) * width(), width(), raw);
            return;
        }
    }
    keepAsTexts();
    m_texts[i] = text;
}

QByteArray HexColumn::at(size_t i) const
{
    return m_texts.empty() ? unpacked(bytes(i)) : m_texts[i];
}

std::vector<quint32> HexColumn::sorted() const
{
    std::vector<quint32> places(size());
    std::iota(places.begin(), places.end(), 0u);
    std::ranges::sort(places, {}, [this](quint32 i) { return bytes(i); });
    return places;
}

std::optional<size_t> HexColumn::find(const std::vector<quint32> &sorted, const QByteArray &text) const
{
    const QByteArray wanted = m_texts.empty() ? packed(text) : text;
    const auto found = std::ranges::lower_bound(sorted, QByteArrayView(wanted), {}, [this](quint32 i) { return bytes(i); });
    if (found == sorted.end() || bytes(*found) != wanted)
        return std::nullopt;
    return *found;
}

void HexColumn::write(QDataStream &out) const
{
    out << m_texts.empty();
    if (m_texts.empty())
        out << m_raw;
    for (const QByteArray &text : m_texts)
        out << text;
}

bool HexColumn::read(QDataStream &in, size_t count)
{
    bool isPacked = false;
    in >> isPacked;
    if (isPacked) {
        in >> m_raw;
        return in.status() == QDataStream::Ok && m_raw.size() == qsizetype(count) * width();
    }
    m_texts.resize(count);
    for (QByteArray &text : m_texts)
        in >> text;
    return in.status() == QDataStream::Ok;
}

CatalogEntries::CatalogEntries()
    : m_uids(32, QByteArrayView(uuidDashes, sizeof uuidDashes))
    , m_etags(40, {})
{
}

void CatalogEntries::append(const QByteArray &uid, const QByteArray &etag, const QString &ref)
{
    m_uids.append(uid);
    m_etags.append(etag);
    appendRef(ref.toUtf8());
}

void CatalogEntries::append(const CatalogEntries &other, size_t i)
{
    m_uids.append(other.m_uids, i);
    m_etags.append(other.m_etags, i);
    appendRef(other.refUtf8(i));
}

void CatalogEntries::appendRef(QByteArrayView ref)
{
    m_refs += ref;
    m_refs += '\n';
    m_refEnds.push_back(quint32(m_refs.size()));
}

QByteArrayView CatalogEntries::refUtf8(size_t i) const
{
    const qsizetype begin = i == 0 ? 0 : m_refEnds[i - 1];
    return QByteArrayView(m_refs).sliced(begin, m_refEnds[i] - begin - 1);
}

void CatalogEntries::write(QDataStream &out) const
{
    m_uids.write(out);
    m_etags.write(out);
    out << QByteArray::fromRawData(m_refs.constData(), std::max<qsizetype>(0, m_refs.size() - 1)); // Without the last line's end.
}

bool CatalogEntries::read(QDataStream &in, size_t count)
{
    if (!m_uids.read(in, count) || !m_etags.read(in, count))
        return false;
    in >> m_refs;
    if (count > 0)
        m_refs += '\n';
    for (qsizetype i = m_refs.indexOf('\n'); i >= 0; i = m_refs.indexOf('\n', i + 1))
        m_refEnds.push_back(quint32(i + 1));
    return in.status() == QDataStream::Ok && size() == count;
}

size_t KnownRefs::slotOf(QByteArrayView ref) const
{
    const size_t mask = m_slots.size() - 1;
    size_t slot = qHash(ref) & mask;
    while (m_slots[slot] != free && m_entries.refUtf8(m_slots[slot]) != ref)
        slot = (slot + 1) & mask;
    return slot;
}

void KnownRefs::add(size_t entry)
{
    if (m_count * 4 >= m_slots.size() * 3)
        grow();
    m_slots[slotOf(m_entries.refUtf8(entry))] = quint32(entry);
    ++m_count;
}

void KnownRefs::grow()
{
    std::vector<quint32> before(std::max<size_t>(64, m_slots.size() * 2), free);
    m_slots.swap(before);
    for (const quint32 entry : before) {
        if (entry != free)
            m_slots[slotOf(m_entries.refUtf8(entry))] = entry;
    }
}

} // namespace callboard::backstage
