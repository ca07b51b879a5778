// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/yaml_text.h"

#include <algorithm>

namespace callboard::catalog::yaml {

namespace {

constexpr qsizetype unitStep = 256;
constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// What may follow a leading byte of UTF-8 (Unicode, table 3-7).
struct Lead {
    int trailing = 0;
    uchar low = 0x80;
    uchar high = 0xBF;
};

Lead leadOf(uchar byte)
{
    if (byte >= 0xC2 && byte <= 0xDF)
        return {1};
    if (byte == 0xE0)
        return {2, 0xA0};
    if (byte == 0xED)
        return {2, 0x80, 0x9F};
    if (byte >= 0xE1 && byte <= 0xEF)
        return {2};
    if (byte == 0xF0)
        return {3, 0x90};
    if (byte == 0xF4)
        return {3, 0x80, 0x8F};
    if (byte >= 0xF1 && byte <= 0xF3)
        return {3};
    return {};
}

/// Every byte that begins a character is one UTF-16 unit, or two for four-byte characters.
qsizetype unitsOf(std::string_view bytes)
{
    qsizetype units = 0;
    for (const char c : bytes)
        units += ((uchar(c) & 0xC0) != 0x80) + (uchar(c) >= 0xF0);
    return units;
}

} // namespace

QByteArray repaired(QByteArrayView bytes)
{
    QByteArray result;
    result.reserve(bytes.size() + 64);
    qsizetype i = 0;
    while (i < bytes.size()) {
        const uchar byte = uchar(bytes[i]);
        if (byte < 0x80) {
            result.append(char(byte));
            ++i;
            continue;
        }
        const Lead lead = leadOf(byte);
        qsizetype length = 1;
        for (uchar low = lead.low, high = lead.high;
             length <= lead.trailing && i + length < bytes.size(); ++length) {
            const uchar next = uchar(bytes[i + length]);
            if (next < low || next > high)
                break;
            low = 0x80;
            high = 0xBF;
        }
        if (lead.trailing && length == lead.trailing + 1)
            result.append(bytes.sliced(i, length));
        else
            result.append(replacement.data(), qsizetype(replacement.size()));
        i += length;
    }
    return result;
}

Text::Text(QByteArrayView bytes)
    : m_bytes(bytes)
{
    if (!bytes.isValidUtf8()) {
        m_repaired = repaired(bytes);
        m_bytes = m_repaired;
    }
    m_lineStarts.reserve(size_t(m_bytes.size() / 24 + 1));
    m_lineStarts.push_back(0);
    for (qsizetype i = find('\n', 0); i >= 0; i = find('\n', i + 1))
        m_lineStarts.push_back(uint32_t(i + 1));
    countUnits();
}

void Text::countUnits()
{
    const bool isAscii = std::none_of(m_bytes.begin(), m_bytes.end(), [](char c) { return uchar(c) >= 0x80; });
    if (isAscii)
        return;
    qsizetype units = 0;
    for (qsizetype i = 0; i <= m_bytes.size(); i += unitStep) {
        m_unitsBefore.push_back(uint32_t(units));
        units += unitsOf(view(i, std::min(unitStep, m_bytes.size() - i)));
    }
}

qsizetype Text::find(char byte, qsizetype from, qsizetype to) const
{
    if (to == -1)
        to = m_bytes.size();
    if (from >= to)
        return -1;
    const void *found = std::memchr(m_bytes.data() + from, byte, size_t(to - from));
    return found ? static_cast<const char *>(found) - m_bytes.data() : -1;
}

bool Text::hasByteOrderMarkAt(qsizetype offset) const
{
    return at(offset) == 0xEF && at(offset + 1) == 0xBB && at(offset + 2) == 0xBF;
}

qsizetype Text::utf16Length(qsizetype from, qsizetype to) const
{
    if (m_unitsBefore.empty())
        return to - from;
    const auto before = [this](qsizetype offset) {
        const qsizetype step = offset / unitStep;
        return qsizetype(m_unitsBefore[size_t(step)]) + unitsOf(view(step * unitStep, offset % unitStep));
    };
    return before(to) - before(from);
}

Position Text::position(qsizetype offset) const
{
    offset = std::clamp<qsizetype>(offset, 0, m_bytes.size());
    const auto next = std::upper_bound(m_lineStarts.begin(), m_lineStarts.end(), uint32_t(offset));
    const auto line = next - m_lineStarts.begin();
    return {int(line), int(utf16Length(*(next - 1), offset) + 1)};
}

void Arena::addBlock(size_t bytes)
{
    const size_t size = std::max({bytes, size_t(16) * 1024, std::min(m_used, size_t(4) * 1024 * 1024)});
    m_blocks.push_back(std::make_unique_for_overwrite<char[]>(size));
    if (m_blocks.size() == 1)
        m_firstSize = size;
    m_next = m_blocks.back().get();
    m_left = size;
    m_used += size;
}

bool Arena::extend(const void *place, size_t oldBytes, size_t newBytes)
{
    oldBytes = (oldBytes + 7) & ~size_t(7);
    newBytes = (newBytes + 7) & ~size_t(7);
    if (static_cast<const char *>(place) + oldBytes != m_next || newBytes - oldBytes > m_left)
        return false;
    m_next += newBytes - oldBytes;
    m_left -= newBytes - oldBytes;
    return true;
}

std::string_view Arena::copy(std::string_view text)
{
    char *place = static_cast<char *>(allocate(text.size()));
    if (!text.empty())
        std::memcpy(place, text.data(), text.size());
    return {place, text.size()};
}

void Arena::reset()
{
    if (m_blocks.empty())
        return;
    m_blocks.resize(1);
    m_next = m_blocks.front().get();
    m_left = m_used = m_firstSize;
}

} // namespace callboard::catalog::yaml
