// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/packedobject.h"

#include <QCborMap>
#include <QCborValue>

namespace callboard::catalog {

PackedObject::PackedObject(const QJsonObject &object)
    : m_bytes(qCompress(QCborValue(QCborMap::fromJsonObject(object)).toCbor(), 1))
{
    m_bytes.squeeze();
}

QJsonObject PackedObject::unpacked() const
{
    return m_bytes.isEmpty() ? QJsonObject() : QCborValue::fromCbor(qUncompress(m_bytes)).toMap().toJsonObject();
}

PackedText PackedText::compressed(const QByteArray &text)
{
    PackedText packed(qCompress(text, 1));
    packed.m_bytes.squeeze();
    packed.m_isCompressed = true;
    return packed;
}

QByteArray PackedText::bytes() const
{
    return m_isCompressed ? qUncompress(m_bytes) : m_bytes;
}

} // namespace callboard::catalog
