// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/stringtable.h"

#include <QHashFunctions>
#include <QString>
#include <QVarLengthArray>

#include <algorithm>
#include <bit>
#include <cstring>

namespace callboard::mirror {

namespace {

/// Cheap, and good enough to tell a few hundred words apart.
size_t familiarPlace(std::string_view utf8)
{
    const auto at = [&](size_t i) { return size_t(static_cast<unsigned char>(utf8[i])); };
    return (utf8.size() * 7 + at(0) * 31 + at(utf8.size() / 2) * 17 + at(utf8.size() - 1) * 5) & 255;
}

bool equal(QStringView a, QStringView b) { return a == b; }

bool equal(QStringView text, std::string_view utf8)
{
    if (size_t(text.size()) == utf8.size()) {
        const char16_t *units = text.utf16();
        unsigned differences = 0;
        unsigned char all = 0;
        for (size_t i = 0; i < utf8.size(); ++i) {
            const auto c = static_cast<unsigned char>(utf8[i]);
            differences |= unsigned(units[i]) ^ c;
            all |= c;
        }
        if (all < 0x80)
            return differences == 0;
    }
    return text == QUtf8StringView(utf8.data(), qsizetype(utf8.size()));
}

} // namespace

bool isAscii(std::string_view utf8)
{
    // Or-ing all bytes is what the compiler turns into vector code; an early exit is not.
    unsigned char all = 0;
    for (const char c : utf8)
        all |= static_cast<unsigned char>(c);
    return all < 0x80;
}

void TextArena::append(std::string_view utf8)
{
    if (isAscii(utf8)) {
        const auto *bytes = reinterpret_cast<const unsigned char *>(utf8.data());
        m_units.insert(m_units.end(), bytes, bytes + utf8.size()); // Each byte is its unit.
        return;
    }
    const QString text = QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
    const auto *units = reinterpret_cast<const char16_t *>(text.utf16());
    m_units.insert(m_units.end(), units, units + text.size());
}

StringTable::StringTable(std::shared_ptr<const StringTable> base)
    : m_base(std::move(base))
    , m_from(m_base ? m_base->count() : 0)
    , m_shift(m_base ? m_base->count() - 1 : 0)
    , m_offsets { 0, 0 }
    , m_familiar(256)
    , m_slots(64)
{
}

void StringTable::reserve(quint32 strings, size_t units)
{
    m_arena.reserve(units);
    m_offsets.reserve(strings + 2);
    // Never less than there is: what is known already has to find a place.
    if (const size_t slots = std::bit_ceil(size_t(strings) + size_t(strings) / 2 + 64); slots > m_slots.size())
        grow(slots);
}

StringId StringTable::intern(std::string_view utf8)
{
    if (utf8.empty())
        return 0;
    if (utf8.size() > Familiar::longest)
        return intern(utf8, hash(utf8));
    Familiar &familiar = m_familiar[familiarPlace(utf8)];
    if (familiar.size != utf8.size() || std::memcmp(familiar.text, utf8.data(), utf8.size()) != 0) {
        familiar.id = intern(utf8, hash(utf8));
        familiar.size = quint16(utf8.size());
        std::memcpy(familiar.text, utf8.data(), utf8.size());
    }
    return familiar.id;
}

quint32 StringTable::hash(std::string_view utf8)
{
    const size_t hash = qHashBits(utf8.data(), utf8.size());
    return quint32(hash) ^ quint32(quint64(hash) >> 32);
}

void StringTable::prefetchSlot(quint32 hash) const
{
    const size_t slot = hash & (slotCount() - 1);
    __builtin_prefetch(m_settled.empty() ? static_cast<const void *>(&m_slots[slot]) : &m_settled[slot]);
}

void StringTable::intern(std::vector<Pending> &pending)
{
    constexpr size_t ahead = 8; // For each of the three places: slot, offset, text.
    const StringTable &likely = m_base ? *m_base : *this;
    for (Pending &each : pending)
        each.hash = hash(each.text);
    for (size_t i = 0; i < pending.size() + 3 * ahead; ++i) {
        if (i < pending.size())
            likely.prefetchSlot(pending[i].hash);
        if (i >= ahead && i - ahead < pending.size())
            __builtin_prefetch(&likely.m_offsets[likely.firstPlace(pending[i - ahead].hash)]);
        if (i >= 2 * ahead && i - 2 * ahead < pending.size())
            likely.m_arena.prefetch(likely.m_offsets[likely.firstPlace(pending[i - 2 * ahead].hash)]);
        if (i >= 3 * ahead) {
            Pending &due = pending[i - 3 * ahead];
            due.id = intern(due.text, due.hash);
        }
    }
}

StringId StringTable::intern(std::string_view utf8, quint32 hash)
{
    if (utf8.empty())
        return 0;
    if (const StringId known = m_base ? m_base->find(utf8, hash) : 0)
        return known;
    if (size_t(ownCount()) * 4 >= m_slots.size() * 3)
        grow(m_slots.size() * 2);
    const size_t mask = m_slots.size() - 1;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        Slot &slot = m_slots[i];
        if (slot.place == 0) {
            slot = { hash, ownCount() };
            m_arena.append(utf8);
            m_offsets.push_back(m_arena.end());
            return slot.place + m_shift;
        }
        if (slot.hash == hash && equal(own(slot.place), utf8))
            return slot.place + m_shift;
    }
}

StringId StringTable::find(QStringView text) const
{
    if (text.isEmpty())
        return 0;
    // Hashes are of UTF-8; three bytes a unit are always enough.
    QVarLengthArray<char, 256> utf8(text.size() * 3);
    QStringEncoder encode(QStringEncoder::Utf8, QStringEncoder::Flag::Stateless);
    const char *end = encode.appendToBuffer(utf8.data(), text);
    return find(text, hash({ utf8.data(), size_t(end - utf8.data()) }));
}

template<typename Text>
StringId StringTable::find(Text text, quint32 hash) const
{
    if (const StringId known = m_base ? m_base->find(text, hash) : 0)
        return known;
    const bool hasHashes = m_settled.empty();
    const size_t mask = slotCount() - 1;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        const quint32 place = placeIn(i);
        if (place == 0)
            return 0;
        if ((!hasHashes || m_slots[i].hash == hash) && equal(own(place), text))
            return place + m_shift;
    }
}

void StringTable::settle()
{
    m_settled.resize(m_slots.size());
    std::ranges::transform(m_slots, m_settled.begin(), &Slot::place);
    std::vector<Slot>().swap(m_slots);
    std::vector<Familiar>().swap(m_familiar);
}

void StringTable::grow(size_t slots)
{
    std::vector<Slot> bigger(slots);
    const size_t mask = slots - 1;
    for (const Slot &slot : m_slots) {
        if (slot.place == 0)
            continue;
        size_t i = slot.hash & mask;
        while (bigger[i].place != 0)
            i = (i + 1) & mask;
        bigger[i] = slot;
    }
    m_slots.swap(bigger);
}

} // namespace callboard::mirror
