// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/backstage/catalogstate.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>
#include <QtEndian>

namespace callboard::backstage {

using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

constexpr quint32 magic = 0x43424253; // "CBBS"
constexpr quint32 version = 2;
constexpr qsizetype mostSavedBytes = 256 << 20;

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
    const HexColumn &uids = entries.uids(), &etags = entries.etags();
    for (size_t i = 0; i < entries.size(); ++i) {
        if (uids.bytes(i) <= (i > 0 ? uids.bytes(i - 1) : QByteArrayView()) || etags.bytes(i).isEmpty())
            return false;
    }
    const auto areEqual = [&](quint32 a, quint32 b) { return etags.bytes(a) == etags.bytes(b); };
    const std::vector<quint32> byEtag = etags.sorted();
    return std::ranges::adjacent_find(byEtag, areEqual) == byEtag.end();
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
        const QByteArray lastText = inCursor(lastUid), firstText = inCursor(entries.uid(0));
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
        + m_cursorParts[2] + inCursor(entries.uid(0)) + m_cursorParts[3];
    return json.toBase64();
}

// Source: createRouter, GET /entities/by-query with fields=metadata.etag, written by JSON.stringify.
QByteArray CatalogState::expectedEtag(size_t first, size_t limit, size_t total) const
{
    const size_t end = std::min(first + limit, entries.size());
    QByteArray body = "{\"items\":[";
    body.reserve(qsizetype(end - first) * 70 + 1000);
    for (size_t i = first; i < end; ++i) {
        const QByteArray etag = entries.etag(i);
        if (!isPlain(etag))
            return {};
        body += i > first ? ",{\"metadata\":{\"etag\":\"" : "{\"metadata\":{\"etag\":\"";
        body += etag + "\"}}";
    }
    body += "],\"totalItems\":" + (cursorsCount() ? QByteArray::number(m_cursorTotal) : QByteArray::number(total)) + ",\"pageInfo\":{";
    const bool hasNext = end < entries.size();
    const bool hasPrevious = first > 0 && end > first;
    if ((hasNext || hasPrevious) && !knowsCursors())
        return {};
    if (hasNext)
        body += "\"nextCursor\":\"" + cursor(entries.uid(end - 1), false) + '"';
    if (hasPrevious)
        body += (hasNext ? ",\"prevCursor\":\"" : "\"prevCursor\":\"") + cursor(entries.uid(first), true) + '"';
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
    entries.write(out);
    return qCompress(saved, 1);
}

domain::Result<CatalogState> CatalogState::load(const QByteArray &saved)
{
    const auto broken = domain::fail(ErrorCode::BadResponse, u"no saved state of a catalog"_s);
    // The first four bytes of qCompress are the size; more than that is not asked for.
    if (saved.size() < 4 || qFromBigEndian<quint32>(saved.constData()) > mostSavedBytes)
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
    if (!state.entries.read(in, count))
        return broken;
    return state;
}

} // namespace callboard::backstage
