// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace callboard::test {

using namespace Qt::StringLiterals;

/// A file of what a real portal was recorded to say.
inline QJsonObject data(const QString &name)
{
    QFile file(QStringLiteral(CALLBOARD_TEST_DATA "/backstage/") + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

inline QByteArray recorded(const QString &name) { return data(u"answers.json"_s)[name]["body"_L1].toString().toUtf8(); }

} // namespace callboard::test
