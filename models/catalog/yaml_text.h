// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/yaml.h"

#include <QByteArray>

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <type_traits>
#include <vector>

namespace callboard::catalog::yaml {

/// Bytes that are no UTF-8, as Node reads them: each longest prefix of a sequence that could have been one becomes one replacement
/// character.
QByteArray repaired(QByteArrayView bytes);

/// The text of a stream as valid UTF-8, and the way from an offset in it to a line and column.
/// Bytes that are no UTF-8 become U+FFFD as the WHATWG decoder (and so Node) replaces them.
class Text final {
public:
    explicit Text(QByteArrayView bytes);

    qsizetype size() const { return m_bytes.size(); }
    /// The byte at an offset; -1 before the beginning and behind the end.
    int at(qsizetype offset) const
    {
        return size_t(offset) < size_t(m_bytes.size()) ? uchar(m_bytes.data()[offset]) : -1;
    }
    std::string_view view(qsizetype offset, qsizetype length) const
    {
        return {m_bytes.data() + offset, size_t(length)};
    }
    /// Offset of the first such byte from `from` on and before `to` (or the end); -1 when there is none.
    qsizetype find(char byte, qsizetype from, qsizetype to = -1) const;
    bool hasByteOrderMarkAt(qsizetype offset) const;

    Position position(qsizetype offset) const;
    /// How many UTF-16 code units lie between two offsets.
    qsizetype utf16Length(qsizetype from, qsizetype to) const;

private:
    void countUnits();

    QByteArray m_repaired;
    QByteArrayView m_bytes;
    std::vector<uint32_t> m_lineStarts;
    std::vector<uint32_t> m_unitsBefore; ///< UTF-16 units before every 256th byte; empty for ASCII.
};

/// Memory for one document's trees: handed out in order, given back at once. What lies in it is
/// never destroyed, so it must not need to be.
class Arena final {
public:
    void *allocate(size_t bytes)
    {
        bytes = (bytes + 7) & ~size_t(7);
        if (bytes > m_left)
            addBlock(bytes);
        void *place = m_next;
        m_next += bytes;
        m_left -= bytes;
        return place;
    }
    /// Grows the last allocation in place where that is possible.
    bool extend(const void *place, size_t oldBytes, size_t newBytes);
    template<class T>
    T *make()
    {
        static_assert(std::is_trivially_destructible_v<T>);
        return new (allocate(sizeof(T))) T{};
    }
    std::string_view copy(std::string_view text);
    size_t used() const { return m_used - m_left; }
    void reset();

private:
    void addBlock(size_t bytes);

    std::vector<std::unique_ptr<char[]>> m_blocks;
    char *m_next = nullptr;
    size_t m_left = 0;
    size_t m_used = 0;
    size_t m_firstSize = 0;
};

/// A growing array in an arena.
template<class T>
class Sequence final {
    static_assert(std::is_trivially_copyable_v<T>);

public:
    uint32_t size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }
    T &operator[](size_t index) { return m_data[index]; }
    const T &operator[](size_t index) const { return m_data[index]; }
    T &last() { return m_data[m_size - 1]; }
    const T &last() const { return m_data[m_size - 1]; }
    T *begin() { return m_data; }
    T *end() { return m_data + m_size; }
    const T *begin() const { return m_data; }
    const T *end() const { return m_data + m_size; }
    void truncate(uint32_t size) { m_size = size; }
    void push(Arena &arena, const T &value)
    {
        if (m_size == m_capacity)
            grow(arena);
        m_data[m_size++] = value;
    }

private:
    void grow(Arena &arena)
    {
        const uint32_t capacity = m_capacity ? m_capacity * 2 : 2;
        if (!m_data || !arena.extend(m_data, m_capacity * sizeof(T), capacity * sizeof(T))) {
            T *data = static_cast<T *>(arena.allocate(capacity * sizeof(T)));
            if (m_size)
                std::memcpy(static_cast<void *>(data), m_data, m_size * sizeof(T));
            m_data = data;
        }
        m_capacity = capacity;
    }

    T *m_data = nullptr;
    uint32_t m_size = 0;
    uint32_t m_capacity = 0;
};

inline bool isBlank(int c)
{
    return c == ' ' || c == '\t';
}

/// White space or the end of the text.
inline bool isSpaceOrEnd(int c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == -1;
}

inline bool isFlowIndicator(int c)
{
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}

inline bool isDigit(int c)
{
    return c >= '0' && c <= '9';
}

inline bool isHexDigit(int c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

} // namespace callboard::catalog::yaml
