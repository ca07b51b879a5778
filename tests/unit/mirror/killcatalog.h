// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/mirror/entities.h"

#include <QCryptographicHash>

/// The catalog of the kill test: what each generation holds is known from its number alone.
namespace callboard::mirror::test::kill {

inline constexpr int entities = 1100;

inline bool holds(qint64 generation, int index) { return (index + generation) % 7 != 0; }

inline QString nameOf(int index) { return u"entity-%1"_s.arg(index); }

inline QString payloadOf(qint64 generation, int index)
{
    const QByteArray seed = QByteArray::number(generation) + '/' + QByteArray::number(index);
    return QString::fromLatin1(QCryptographicHash::hash(seed, QCryptographicHash::Sha512).toHex().repeated(1 + index % 5));
}

inline domain::Entity entityOf(qint64 generation, int index)
{
    return entity(u"Component"_s, nameOf(index),
        { { u"dependsOn"_s, u"component:default/"_s + nameOf(int((index + generation) % entities)) } },
        { { u"generation"_s, generation }, { u"payload"_s, payloadOf(generation, index) } });
}

} // namespace callboard::mirror::test::kill
