// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/snapshot.h"

#include <string_view>
#include <vector>

namespace callboard::mirror {

/// Are the units of a text its bytes in UTF-8?
bool isAscii(std::string_view utf8);

/// UTF-16 text end to end, addressed by offset: one allocation for many strings.
class TextArena final {
public:
    void reserve(size_t units) { m_units.reserve(units); }
    void prefetch(quint32 at) const { __builtin_prefetch(m_units.data() + at); }
    void append(std::string_view utf8);
    quint32 end() const { return quint32(m_units.size()); }
    QStringView view(quint32 begin, quint32 end) const
    {
        return { m_units.data() + begin, qsizetype(end - begin) };
    }

private:
    std::vector<char16_t> m_units;
};

/// UTF-8 text end to end, addressed by offset.
class Utf8Arena final {
public:
    void reserve(size_t bytes) { m_bytes.reserve(bytes); }
    void append(std::string_view utf8) { m_bytes.insert(m_bytes.end(), utf8.begin(), utf8.end()); }
    quint32 end() const { return quint32(m_bytes.size()); }
    std::string_view view(quint32 begin, quint32 end) const { return { m_bytes.data() + begin, end - begin }; }

private:
    std::vector<char> m_bytes;
};

/// Interned strings: equal texts share an id, ids count up from 1, 0 is the empty string.
class StringTable final {
public:
    StringTable();
    void reserve(quint32 strings, size_t units);
    StringId intern(std::string_view utf8);
    /// A string to intern together with others.
    struct Pending {
        std::string_view text;
        quint32 hash = 0;
        StringId id = 0; ///< Filled in.
    };
    /// What is asked for is all over memory, which is slow to come: so it is asked for some strings ahead.
    void intern(std::vector<Pending> &pending);
    /// Nothing is interned any more: what that alone needs is let go.
    void settle();
    StringId find(QStringView text) const;
    QStringView at(StringId id) const { return m_arena.view(m_offsets[id], m_offsets[id + 1]); }
    quint32 count() const { return quint32(m_offsets.size() - 1); }

private:
    /// Kinds, types, tags: few short strings that come again and again are found without the big table.
    struct Familiar {
        static constexpr size_t longest = 26;
        char text[longest] {};
        quint16 size = 0;
        StringId id = 0;
    };
    struct Slot {
        quint32 hash = 0;
        StringId id = 0; ///< 0: free.
    };
    static quint32 hash(std::string_view utf8);
    StringId intern(std::string_view utf8, quint32 hash);
    const Slot &firstSlot(quint32 hash) const { return m_slots[hash & (m_slots.size() - 1)]; }
    void grow(size_t slots);

    TextArena m_arena;
    std::vector<quint32> m_offsets; ///< One more than strings: the end of each is the begin of the next.
    std::vector<Familiar> m_familiar;
    std::vector<Slot> m_slots;      ///< Open addressing, linear probing, a power of two.
    std::vector<StringId> m_settled; ///< Afterwards: the ids of the slots, which are gone.
};

} // namespace callboard::mirror
