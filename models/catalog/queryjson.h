// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QLocale>
#include <QString>

#include <cmath>

namespace callboard::catalog {

/// A primitive as JavaScript's `String(value)` writes it.
inline QString primitiveText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (!value.isDouble())
        return value.toString();
    const double number = value.toDouble();
    const double size = std::abs(number);
    if (size != 0 && (size >= 1e21 || size < 1e-6)) {
        // JavaScript writes 1e-7 where C writes 1e-07.
        return QString::number(number, 'e', QLocale::FloatingPointShortest)
            .replace(QStringLiteral("e-0"), QStringLiteral("e-"));
    }
    return QString::number(number, 'f', QLocale::FloatingPointShortest);
}

} // namespace callboard::catalog
