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

} // namespace callboard::catalog
