// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QDateTime>
#include <QFileDevice>
#include <QStringList>

#include <functional>

namespace callboard::mirror {

/// The person's own: what was mirrored is nobody else's to read.
constexpr QFileDevice::Permissions blobPermissions = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
/// Whether it can be a blob's key, a SHA-256 in lower-case hexadecimal, and so part of a path.
bool isBlobHash(const QString &text);

/// Large bytes by content, one file each, in folders by the first two digits of their SHA-256.
/// Any thread; a file of the right name is always whole.
class Blobs final {
public:
    explicit Blobs(QString directory);
    domain::Result<QString> put(QByteArrayView bytes) const;
    domain::Result<QByteArray> get(const QString &hash) const;
    /// Unless it was put since `recent`: what it is for may still come. Invalid: in any case.
    void remove(const QString &hash, const QDateTime &recent) const;
    /// Removes what `isUsed` says no to, except files of the last hour: what they are for may still come.
    void sweep(const std::function<bool(const QString &hash)> &isUsed) const;
    qint64 bytes() const;

private:
    QString pathOf(const QString &hash) const;
    QString m_directory;
};

} // namespace callboard::mirror
