// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/packedobject.h"

#include <QJsonDocument>

namespace callboard::catalog {

PackedObject::PackedObject(const QJsonObject &object)
{
    QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    // Qt leaves out a mark of byte order at the beginning of a text that it reads, of JSON and of CBOR, unless it is escaped. Backstage keeps it.
    json.replace("\"\xef\xbb\xbf", "\"\\ufeff");
    m_bytes = qCompress(json, 1);
    m_bytes.squeeze();
}

QJsonObject PackedObject::unpacked() const
{
    return m_bytes.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(qUncompress(m_bytes)).object();
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
