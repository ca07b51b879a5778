// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/blobs.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QSaveFile>

#include <algorithm>

namespace callboard::mirror {

using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

constexpr int graceSeconds = 3600;

} // namespace

bool isBlobHash(const QString &text)
{
    return text.size() == 64 && std::ranges::all_of(text, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

Blobs::Blobs(QString directory)
    : m_directory(std::move(directory))
{
}

QString Blobs::pathOf(const QString &hash) const
{
    return m_directory % u'/' % hash.first(2) % u'/' % hash.sliced(2);
}

domain::Result<QString> Blobs::put(QByteArrayView bytes) const
{
    const QString hash
        = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    const QString path = pathOf(hash);
    if (QFileInfo(path).size() == bytes.size() && QFileInfo::exists(path)) {
        QFile known(path);
        if (known.open(QIODevice::ReadWrite))
            known.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
        return hash;
    }
    const auto folderPermissions = blobPermissions | QFileDevice::ExeOwner;
    QDir().mkdir(m_directory, folderPermissions);
    QDir().mkdir(QFileInfo(path).path(), folderPermissions);
    QSaveFile file(path); // Syncs, then renames.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(blobPermissions)
        || file.write(bytes.data(), bytes.size()) != bytes.size() || !file.commit())
        return domain::fail(ErrorCode::Storage, file.errorString(), path);
    return hash;
}

domain::Result<QByteArray> Blobs::get(const QString &hash) const
{
    if (!isBlobHash(hash))
        return domain::fail(ErrorCode::Invalid, u"Not the name of a blob"_s, hash);
    QFile file(pathOf(hash));
    if (!file.exists())
        return domain::fail(ErrorCode::NotFound, u"No such blob"_s, hash);
    if (!file.open(QIODevice::ReadOnly))
        return domain::fail(ErrorCode::Storage, file.errorString(), hash);
    QByteArray bytes = file.readAll();
    if (QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex() != hash.toLatin1()) {
        // Not what was put; without the file the next pull brings it again.
        file.remove();
        return domain::fail(ErrorCode::Storage, u"A blob is damaged"_s, hash);
    }
    return bytes;
}

void Blobs::remove(const QString &hash, const QDateTime &recent) const
{
    if (isBlobHash(hash) && !(recent.isValid() && QFileInfo(pathOf(hash)).lastModified() >= recent))
        QFile::remove(pathOf(hash));
}

void Blobs::sweep(const std::function<bool(const QString &hash)> &isUsed) const
{
    const QDateTime recent = QDateTime::currentDateTimeUtc().addSecs(-graceSeconds);
    QDirIterator files(m_directory, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo info = files.nextFileInfo();
        if (info.lastModified() < recent && !isUsed(info.dir().dirName() + info.fileName()))
            QFile::remove(info.filePath());
    }
}

qint64 Blobs::bytes() const
{
    qint64 total = 0;
    QDirIterator files(m_directory, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        total += files.nextFileInfo().size();
    return total;
}

} // namespace callboard::mirror
