// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace callboard::catalog {

/// A JSON object in a fraction of its memory, for what is kept and seldom looked at. Copies share it.
class PackedObject final {
public:
    PackedObject() = default;
    explicit PackedObject(const QJsonObject &object);
    QJsonObject unpacked() const;

private:
    QByteArray m_bytes; ///< JSON, compressed.
};

/// A text that may lie compressed. Copies share it.
class PackedText final {
public:
    PackedText() = default;
    PackedText(QByteArray text) // As it is; by intention without a word.
        : m_bytes(std::move(text))
    {
    }
    static PackedText compressed(const QByteArray &text);
    QByteArray bytes() const;

private:
    QByteArray m_bytes;
    bool m_isCompressed = false;
};

} // namespace callboard::catalog
