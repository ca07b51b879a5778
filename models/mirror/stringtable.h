// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/snapshot.h"

#include <memory>
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

/// UTF-8 text end to end, addressed by offset. What a base holds is there too, before its own.
class Utf8Arena final {
public:
    explicit Utf8Arena(std::shared_ptr<const Utf8Arena> base = {})
        : m_base(std::move(base))
        , m_from(m_base ? m_base->end() : 0)
    {
    }
    void reserve(size_t bytes) { m_bytes.reserve(bytes); }
    void append(std::string_view utf8) { m_bytes.insert(m_bytes.end(), utf8.begin(), utf8.end()); }
    quint32 from() const { return m_from; } ///< Where its own begin.
    quint32 end() const { return m_from + quint32(m_bytes.size()); }
    std::string_view view(quint32 begin, quint32 length) const
    {
        return begin >= m_from ? std::string_view(m_bytes.data() + (begin - m_from), length) : m_base->view(begin, length);
    }

private:
    std::shared_ptr<const Utf8Arena> m_base;
    quint32 m_from;
    std::vector<char> m_bytes;
};

/// Interned strings: equal texts share an id, ids count up from 1, 0 is the empty string. Those of a base, which must be settled, keep
/// their ids; a base may have one itself.
class StringTable final {
public:
    explicit StringTable(std::shared_ptr<const StringTable> base = {});
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
    QStringView at(StringId id) const
    {
        const StringTable *table = this;
        while (id < table->m_from)
            table = table->m_base.get();
        return table->own(id - table->m_shift);
    }
    quint32 from() const { return m_from; } ///< The first id that is not the base's.
    quint32 count() const { return ownCount() + m_shift; }

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
        quint32 place = 0; ///< Among its own strings; 0: free.
    };
    static quint32 hash(std::string_view utf8);
    StringId intern(std::string_view utf8, quint32 hash);
    QStringView own(quint32 place) const { return m_arena.view(m_offsets[place], m_offsets[place + 1]); }
    quint32 ownCount() const { return quint32(m_offsets.size() - 1); }
    template<typename Text>
    StringId find(Text text, quint32 hash) const;
    size_t slotCount() const { return m_settled.empty() ? m_slots.size() : m_settled.size(); }
    /// Of its own strings; 0: free.
    quint32 placeIn(size_t slot) const { return m_settled.empty() ? m_slots[slot].place : m_settled[slot]; }
    void prefetchSlot(quint32 hash) const;
    quint32 firstPlace(quint32 hash) const { return placeIn(hash & (slotCount() - 1)); }
    void grow(size_t slots);

    std::shared_ptr<const StringTable> m_base;
    quint32 m_from = 0;
    quint32 m_shift = 0; ///< From the place among its own to the id.
    TextArena m_arena;
    std::vector<quint32> m_offsets; ///< One more than strings: the end of each is the begin of the next.
    std::vector<Familiar> m_familiar;
    std::vector<Slot> m_slots;      ///< Open addressing, linear probing, a power of two.
    std::vector<quint32> m_settled; ///< Afterwards: the places in the slots, which are gone.
};

} // namespace callboard::mirror
