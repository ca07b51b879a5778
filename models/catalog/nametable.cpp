// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/nametable.h"

#include <QHash>
#include <QStringDecoder>

namespace callboard::catalog {

namespace {
constexpr size_t fewestSlots = 64;
}

quint32 NameTable::idOf(const QString &name)
{
    if (m_slots.size() < 2 * m_ends.size())
        grow();
    const QByteArray text = name.toUtf8();
    quint32 &slot = m_slots[slotOf(text)];
    if (slot == 0) {
        m_text.insert(m_text.end(), text.cbegin(), text.cend());
        slot = quint32(m_ends.size());
        m_ends.push_back(quint32(m_text.size()));
    }
    return slot - 1;
}

std::optional<quint32> NameTable::find(const QString &name) const
{
    const quint32 slot = m_slots.empty() ? 0 : m_slots[slotOf(name.toUtf8())];
    return slot == 0 ? std::nullopt : std::optional(slot - 1);
}

QString NameTable::at(quint32 id) const
{
    // QString::fromUtf8 leaves out a mark of byte order.
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decode(utf8(id));
}

QByteArrayView NameTable::utf8(quint32 id) const
{
    return { m_text.data() + m_ends[id], m_text.data() + m_ends[id + 1] };
}

/// Where a name is, or would be.
size_t NameTable::slotOf(QByteArrayView name) const
{
    size_t slot = qHash(name) & (m_slots.size() - 1);
    while (m_slots[slot] != 0 && utf8(m_slots[slot] - 1) != name)
        slot = (slot + 1) & (m_slots.size() - 1);
    return slot;
}

void NameTable::grow()
{
    m_slots.assign(std::max(fewestSlots, 2 * m_slots.size()), 0);
    for (quint32 id = 0; id + 1 < m_ends.size(); ++id)
        m_slots[slotOf(utf8(id))] = id + 1;
}

} // namespace callboard::catalog
