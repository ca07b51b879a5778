// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/apis/definition.h"

namespace callboard::apis {

/// Where one is in a text, with lines and columns. Offsets are only asked for going forward, so that the text is counted once.
class Source final {
public:
    explicit Source(QByteArrayView text) : m_text(text) { }

    QByteArrayView text() const { return m_text; }
    int at(qsizetype offset) const { return offset < m_text.size() ? uchar(m_text[offset]) : -1; }
    Place place(qsizetype offset)
    {
        if (offset < m_scanned) {
            m_scanned = 0;
            m_place = {};
        }
        for (; m_scanned < offset && m_scanned < m_text.size(); ++m_scanned) {
            const uchar c = uchar(m_text[m_scanned]);
            if (c == '\n') {
                ++m_place.line;
                m_place.column = 1;
            } else if ((c & 0xC0) != 0x80) {
                m_place.column += c >= 0xF0 ? 2 : 1; // UTF-16 code units
            }
        }
        return m_place;
    }

    static bool isNameStart(int c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
    static bool isDigit(int c) { return c >= '0' && c <= '9'; }
    static bool isNamePart(int c) { return isNameStart(c) || isDigit(c); }

private:
    QByteArrayView m_text;
    qsizetype m_scanned = 0;
    Place m_place;
};

} // namespace callboard::apis
