// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace callboard::catalog {

/// Refs and other names of a whole catalog, each kept once, as UTF-8 one behind the other. Ids count up from 0.
class NameTable final {
public:
    quint32 idOf(const QString &name); ///< Takes in what is new.
    std::optional<quint32> find(const QString &name) const;
    QString at(quint32 id) const;
    QByteArrayView utf8(quint32 id) const; ///< Until the next name is taken in.

private:
    size_t slotOf(QByteArrayView name) const;
    void grow();

    std::vector<char> m_text;
    std::vector<quint32> m_ends = { 0 }; ///< In the text, of the name before each id.
    std::vector<quint32> m_slots;        ///< One more than an id; 0: free. A power of two, half of it free at the least.
};

} // namespace callboard::catalog
