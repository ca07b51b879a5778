// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/webhost.h"

#include <QByteArray>
#include <QStringList>
#include <QUrl>

#include <array>

namespace callboard::catalog {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView forbiddenInHost(" #/:<>?@[\\]^|");

bool hasForbidden(const QString &text, bool domain)
{
    for (const QChar c : text) {
        if (c.unicode() == 0 || forbiddenInHost.contains(c))
            return true;
        if (domain && (c.unicode() <= 0x1f || c == u'%' || c.unicode() == 0x7f))
            return true;
    }
    return false;
}

/// A number of an IPv4 address: decimal, octal with a leading 0, hexadecimal with 0x.
std::optional<quint64> ipv4Number(QStringView text)
{
    if (text.isEmpty())
        return std::nullopt;
    int radix = 10;
    if (text.startsWith(u"0x", Qt::CaseInsensitive)) {
        radix = 16;
        text = text.mid(2);
    } else if (text.size() > 1 && text.startsWith(u'0')) {
        radix = 8;
        text = text.mid(1);
    }
    if (text.isEmpty())
        return 0;
    quint64 value = 0;
    for (const QChar c : text) {
        const int digit = c >= u'0' && c <= u'9' ? c.unicode() - u'0'
            : c >= u'a' && c <= u'f'             ? c.unicode() - u'a' + 10
            : c >= u'A' && c <= u'F'             ? c.unicode() - u'A' + 10
                                                 : 99;
        if (digit >= radix)
            return std::nullopt;
        value = value * quint64(radix) + quint64(digit);
        if (value > 0xffffffffULL)
            value = 0x1ffffffffULL;
    }
    return value;
}

bool endsInNumber(const QStringList &parts)
{
    QStringList labels = parts;
    if (labels.last().isEmpty()) {
        if (labels.size() == 1)
            return false;
        labels.removeLast();
    }
    const QString &last = labels.last();
    const bool digits = !last.isEmpty()
        && std::all_of(last.begin(), last.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits || (last.startsWith(u"0x", Qt::CaseInsensitive) && ipv4Number(last));
}

std::optional<QString> parseIpv4(QStringList parts)
{
    if (parts.last().isEmpty() && parts.size() > 1)
        parts.removeLast();
    if (parts.size() > 4)
        return std::nullopt;
    quint64 address = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const auto number = ipv4Number(parts[i]);
        const bool last = i == parts.size() - 1;
        const quint64 limit = last ? 1ULL << (8 * (5 - parts.size())) : 256;
        if (!number || *number >= limit)
            return std::nullopt;
        address += last ? *number : *number << (8 * (3 - i));
    }
    return u"%1.%2.%3.%4"_s.arg(address >> 24).arg((address >> 16) & 255).arg((address >> 8) & 255).arg(address & 255);
}

using Ipv6 = std::array<quint16, 8>;

/// The pieces on one side of `::`; a dotted IPv4 may end the last side.
std::optional<std::vector<quint16>> ipv6Pieces(const QString &text, bool mayEndInIpv4)
{
    std::vector<quint16> pieces;
    if (text.isEmpty())
        return pieces;
    const QStringList parts = text.split(u':');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QString &part = parts[i];
        if (part.contains(u'.')) {
            const QStringList bytes = part.split(u'.');
            if (!mayEndInIpv4 || i != parts.size() - 1 || bytes.size() != 4)
                return std::nullopt;
            std::array<uint, 4> values {};
            for (size_t k = 0; k < 4; ++k) {
                const QString &byte = bytes[qsizetype(k)];
                bool ok = !byte.isEmpty() && byte.size() <= 3 && !(byte.size() > 1 && byte.startsWith(u'0'))
                    && std::all_of(byte.begin(), byte.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
                values[k] = byte.toUInt();
                if (!ok || values[k] > 255)
                    return std::nullopt;
            }
            pieces.push_back(quint16((values[0] << 8) | values[1]));
            pieces.push_back(quint16((values[2] << 8) | values[3]));
            continue;
        }
        bool ok = false;
        const uint value = part.toUInt(&ok, 16);
        if (!ok || part.size() > 4 || part.startsWith(u'+'))
            return std::nullopt;
        pieces.push_back(quint16(value));
    }
    return pieces;
}

std::optional<Ipv6> parseIpv6(const QString &text)
{
    const qsizetype gap = text.indexOf(u"::"_s);
    const auto head = ipv6Pieces(gap < 0 ? text : text.left(gap), gap < 0);
    const auto tail = ipv6Pieces(gap < 0 ? QString() : text.mid(gap + 2), true);
    if (!head || !tail)
        return std::nullopt;
    const size_t count = head->size() + tail->size();
    if (gap < 0 ? count != 8 : count > 7)
        return std::nullopt;
    Ipv6 address {};
    std::copy(head->begin(), head->end(), address.begin());
    std::copy(tail->begin(), tail->end(), address.end() - qsizetype(tail->size()));
    return address;
}

QString toString(const Ipv6 &address)
{
    size_t bestBegin = 8;
    size_t bestLength = 1;
    for (size_t i = 0; i < 8;) {
        size_t end = i;
        while (end < 8 && address[end] == 0)
            ++end;
        if (end - i > bestLength) {
            bestBegin = i;
            bestLength = end - i;
        }
        i = std::max(end, i + 1);
    }
    QString out = u"["_s;
    for (size_t i = 0; i < 8; ++i) {
        if (i == bestBegin) {
            out += i == 0 ? u"::"_s : u":"_s;
            i += bestLength - 1;
            continue;
        }
        out += QString::number(address[i], 16);
        if (i != 7)
            out += u':';
    }
    return out + u']';
}

std::optional<QString> parseDomain(const QString &text)
{
    QString domain = QString::fromUtf8(QByteArray::fromPercentEncoding(text.toUtf8()));
    const bool ascii = std::all_of(domain.begin(), domain.end(), [](QChar c) { return c.unicode() < 0x80; });
    domain = ascii ? domain.toLower() : QString::fromLatin1(QUrl::toAce(domain.toLower()));
    if (domain.isEmpty() || hasForbidden(domain, true))
        return std::nullopt;
    const QStringList parts = domain.split(u'.');
    return endsInNumber(parts) ? parseIpv4(parts) : std::optional(domain);
}

std::optional<QString> parseOpaqueHost(const QString &text)
{
    if (hasForbidden(text, false))
        return std::nullopt;
    QString out;
    for (const char byte : text.toUtf8()) {
        const auto code = static_cast<unsigned char>(byte);
        if (code > 0x1f && code < 0x7f)
            out += QLatin1Char(byte);
        else
            out += u'%' + QString::number(code, 16).toUpper().rightJustified(2, u'0');
    }
    return out;
}

} // namespace

std::optional<QString> parseWebHost(const QString &text, bool special)
{
    if (text.startsWith(u'[')) {
        if (!text.endsWith(u']'))
            return std::nullopt;
        const auto address = parseIpv6(text.mid(1, text.size() - 2));
        return address ? std::optional(toString(*address)) : std::nullopt;
    }
    return special ? parseDomain(text) : parseOpaqueHost(text);
}

} // namespace callboard::catalog
