// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/catalogstate.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>
#include <QSet>
#include <QtEndian>

namespace callboard::backstage {

using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

constexpr quint32 magic = 0x43424253; // "CBBS"
constexpr quint32 version = 2;
constexpr qsizetype mostBytes = 256 << 20;

/// Text of hexadecimal digits with dashes at `dashes` takes half of its bytes; anything else is kept as it is.
QByteArray packed(const QByteArray &text, qsizetype length, QByteArrayView dashes)
{
    QByteArray digits = text;
    for (auto i = dashes.rbegin(); i != dashes.rend(); ++i) {
        if (text.size() <= *i || text[*i] != '-')
            return {};
        digits.remove(*i, 1);
    }
    const QByteArray raw = QByteArray::fromHex(digits);
    return text.size() == length && raw.toHex() == digits ? raw : QByteArray();
}

QByteArray unpacked(const QByteArray &raw, QByteArrayView dashes)
{
    QByteArray text = raw.toHex();
    for (const char at : dashes)
        text.insert(at, '-');
    return text;
}

constexpr char uuidDashes[] = { 8, 13, 18, 23 };
constexpr QByteArrayView noDashes;

void writeColumn(QDataStream &out, const std::vector<CatalogState::Entry> &entries, QByteArray CatalogState::Entry::*column,
    qsizetype length, QByteArrayView dashes)
{
    QByteArray all;
    for (const auto &entry : entries) {
        const QByteArray raw = packed(entry.*column, length, dashes);
        if (raw.isEmpty()) {
            out << false;
            for (const auto &other : entries)
                out << other.*column;
            return;
        }
        all += raw;
    }
    out << true << all;
}

bool readColumn(QDataStream &in, std::vector<CatalogState::Entry> &entries, QByteArray CatalogState::Entry::*column,
    qsizetype width, QByteArrayView dashes)
{
    bool isPacked = false;
    in >> isPacked;
    if (!isPacked) {
        for (auto &entry : entries)
            in >> entry.*column;
        return in.status() == QDataStream::Ok;
    }
    QByteArray all;
    in >> all;
    if (all.size() != qsizetype(entries.size()) * width)
        return false;
    for (size_t i = 0; i < entries.size(); ++i)
        entries[i].*column = unpacked(all.mid(qsizetype(i) * width, width), dashes);
    return true;
}

bool isPlain(const QByteArray &text)
{
    return std::ranges::all_of(text, [](char c) { return c >= ' ' && c < 127 && c != '"' && c != '\\'; });
}

/// Where `"name":["` and a text follow each other in a cursor's JSON; the place of the text, or -1.
qsizetype placeOf(const QByteArray &json, QByteArrayView name, const QByteArray &text)
{
    const QByteArray before = '"' + name.toByteArray() + "\":[\"";
    const qsizetype at = json.indexOf(before);
    const qsizetype place = at + before.size();
    const QByteArray after = text + "\"]";
    return at >= 0 && json.indexOf(after, place) == place ? place : -1;
}

/// `"totalItems":` and a number; 0 where there is none.
qint64 totalIn(const QByteArray &json)
{
    constexpr QByteArrayView name = "\"totalItems\":";
    const qsizetype at = json.indexOf(name);
    qsizetype end = at + name.size();
    while (at >= 0 && end < json.size() && json[end] >= '0' && json[end] <= '9')
        ++end;
    return at < 0 ? 0 : json.mid(at + name.size(), end - at - name.size()).toLongLong();
}

} // namespace

QByteArray weakEtag(const QByteArray &body)
{
    const QByteArray hash = QCryptographicHash::hash(body, QCryptographicHash::Sha1).toBase64().first(27);
    return "W/\"" + QByteArray::number(body.size(), 16) + '-' + hash + '"';
}

bool CatalogState::isComparable() const
{
    QSet<QByteArray> etags;
    etags.reserve(qsizetype(entries.size()));
    for (size_t i = 0; i < entries.size(); ++i) {
        const Entry &entry = entries[i];
        if (entry.uid.isEmpty() || entry.etag.isEmpty() || (i > 0 && entry.uid <= entries[i - 1].uid))
            return false;
        etags.insert(entry.etag);
    }
    return etags.size() == qsizetype(entries.size());
}

// Source: @backstage/plugin-catalog-backend, service/util, encodeCursor: base64 of JSON with orderFieldValues: [uid of the last row] and
// firstSortFieldValues: [uid of the first row of all]. Before 2.0 what is sorted by stands before each, which is metadata.uid.
bool CatalogState::learnCursor(const QByteArray &cursor, const QByteArray &lastUid)
{
    m_cursorParts = {};
    if (entries.empty() || !isPlain(lastUid) || lastUid.isEmpty())
        return false;
    const QByteArray json = QByteArray::fromBase64(cursor);
    if (json.toBase64() != cursor)
        return false;
    constexpr QByteArrayView forward = "\"isPrevious\":false";
    const qsizetype direction = json.indexOf(forward);
    for (const bool pairs : { false, true }) {
        m_cursorPairs = pairs;
        const QByteArray lastText = inCursor(lastUid), firstText = inCursor(entries.front().uid);
        const qsizetype last = placeOf(json, "orderFieldValues", lastText);
        const qsizetype first = placeOf(json, "firstSortFieldValues", firstText);
        if (direction < 0 || last < direction || first < last)
            continue;
        const qsizetype directionEnd = direction + forward.size();
        const qsizetype lastEnd = last + lastText.size();
        m_cursorParts = { json.first(direction), json.mid(directionEnd, last - directionEnd), json.mid(lastEnd, first - lastEnd),
            json.mid(first + firstText.size()) };
        m_cursorTotal = totalIn(json);
        return !m_cursorParts[0].isEmpty();
    }
    return false;
}

QByteArray CatalogState::inCursor(const QByteArray &uid) const
{
    return m_cursorPairs ? uid + "\",\"" + uid : uid;
}

QByteArray CatalogState::cursor(const QByteArray &uid, bool backwards) const
{
    const QByteArray json = m_cursorParts[0] + (backwards ? "\"isPrevious\":true" : "\"isPrevious\":false") + m_cursorParts[1] + inCursor(uid)
        + m_cursorParts[2] + inCursor(entries.front().uid) + m_cursorParts[3];
    return json.toBase64();
}

// Source: createRouter, GET /entities/by-query with fields=metadata.etag, written by JSON.stringify.
QByteArray CatalogState::expectedEtag(size_t first, size_t limit, size_t total) const
{
    const size_t end = std::min(first + limit, entries.size());
    QByteArray body = "{\"items\":[";
    body.reserve(qsizetype(end - first) * 70 + 1000);
    for (size_t i = first; i < end; ++i) {
        if (!isPlain(entries[i].etag))
            return {};
        body += i > first ? ",{\"metadata\":{\"etag\":\"" : "{\"metadata\":{\"etag\":\"";
        body += entries[i].etag + "\"}}";
    }
    body += "],\"totalItems\":" + (cursorsCount() ? QByteArray::number(m_cursorTotal) : QByteArray::number(total)) + ",\"pageInfo\":{";
    const bool hasNext = end < entries.size();
    const bool hasPrevious = first > 0 && end > first;
    if ((hasNext || hasPrevious) && !knowsCursors())
        return {};
    if (hasNext)
        body += "\"nextCursor\":\"" + cursor(entries[end - 1].uid, false) + '"';
    if (hasPrevious)
        body += (hasNext ? ",\"prevCursor\":\"" : "\"prevCursor\":\"") + cursor(entries[first].uid, true) + '"';
    return weakEtag(body + "}}");
}

QByteArray CatalogState::save() const
{
    QByteArray saved;
    QDataStream out(&saved, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_8);
    out << magic << version << backend << principal << lastFull << quint32(entries.size());
    for (const QByteArray &part : m_cursorParts)
        out << part;
    out << m_cursorPairs << m_cursorTotal;
    writeColumn(out, entries, &Entry::uid, 36, QByteArrayView(uuidDashes, 4));
    writeColumn(out, entries, &Entry::etag, 40, noDashes);
    QStringList refs;
    refs.reserve(qsizetype(entries.size()));
    for (const Entry &entry : entries)
        refs.append(entry.ref);
    out << refs.join(u'\n').toUtf8();
    return qCompress(saved, 1);
}

domain::Result<CatalogState> CatalogState::load(const QByteArray &saved)
{
    const auto broken = domain::fail(ErrorCode::BadResponse, u"no saved state of a catalog"_s);
    // The first four bytes of qCompress are the size; more than that is not asked for.
    if (saved.size() < 4 || qFromBigEndian<quint32>(saved.constData()) > mostBytes)
        return broken;
    const QByteArray bytes = qUncompress(saved);
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_8);
    CatalogState state;
    quint32 foundMagic = 0, foundVersion = 0, count = 0;
    in >> foundMagic >> foundVersion;
    if (foundMagic != magic || foundVersion != version)
        return broken;
    in >> state.backend >> state.principal >> state.lastFull >> count;
    if (in.status() != QDataStream::Ok || count > quint32(bytes.size()))
        return broken;
    for (QByteArray &part : state.m_cursorParts)
        in >> part;
    in >> state.m_cursorPairs >> state.m_cursorTotal;
    state.entries.resize(count);
    if (!readColumn(in, state.entries, &Entry::uid, 16, QByteArrayView(uuidDashes, 4))
        || !readColumn(in, state.entries, &Entry::etag, 20, noDashes))
        return broken;
    QByteArray joined;
    in >> joined;
    const QStringList refs = count > 0 ? QString::fromUtf8(joined).split(u'\n') : QStringList();
    if (in.status() != QDataStream::Ok || refs.size() != qsizetype(count))
        return broken;
    for (size_t i = 0; i < count; ++i)
        state.entries[i].ref = refs[qsizetype(i)];
    return state;
}

} // namespace callboard::backstage
