// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/unit/mirror/entities.h"

#include <QCryptographicHash>

/// The catalog of the kill test: what each generation holds is known from its number alone, and so is what a
/// pull that brings only changes must bring.
namespace callboard::mirror::test::kill {

inline constexpr int entities = 1100;

inline bool isPatch(qint64 generation) { return generation % 3 != 1; }

inline bool holds(qint64 generation, int index) { return (index + generation) % 7 != 0; }

inline QString nameOf(int index) { return u"entity-%1"_s.arg(index); }
inline QString refOf(int index) { return u"component:default/"_s + nameOf(index); }

/// The generation that last changed it: every fifth does.
inline qint64 versionOf(qint64 generation, int index) { return generation - (index + generation) % 5; }

/// What a pull that brings only changes must put.
inline bool isChanged(qint64 generation, int index)
{
    return !holds(generation - 1, index) || versionOf(generation, index) == generation;
}

inline QString payloadOf(qint64 version, int index)
{
    const QByteArray seed = QByteArray::number(version) + '/' + QByteArray::number(index);
    return QString::fromLatin1(QCryptographicHash::hash(seed, QCryptographicHash::Sha512).toHex().repeated(1 + index % 5));
}

inline domain::Entity entityOfVersion(qint64 version, int index)
{
    return entity(u"Component"_s, nameOf(index),
        { { u"dependsOn"_s, u"component:default/"_s + nameOf(int((index + version + 5) % entities)) } },
        { { u"version"_s, version }, { u"payload"_s, payloadOf(version, index) } });
}

inline domain::Entity entityOf(qint64 generation, int index) { return entityOfVersion(versionOf(generation, index), index); }

} // namespace callboard::mirror::test::kill
