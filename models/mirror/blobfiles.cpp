// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/blobfiles.h"

#include "models/mirror/blobs.h"
#include "models/mirror/storefile.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>

#include <algorithm>

#include <unistd.h>

namespace callboard::mirror {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;

namespace {

/// As `Blobs` lays them out.
QString pathOf(const QString &directory, const QString &hash)
{
    return StorePaths { directory }.blobs() % u'/' % hash.first(2) % u'/' % hash.sliced(2);
}

/// Counts as put now: what it is for may still come.
bool refresh(QFile &file)
{
    return file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
}

} // namespace

domain::Result<QString> takeBlobFile(const QString &directory, const QString &source)
{
    QFile file(source);
    if (!file.open(QIODevice::ReadWrite))
        return fail(ErrorCode::Storage, file.errorString(), source);
    QCryptographicHash digest(QCryptographicHash::Sha256);
    if (!digest.addData(&file))
        return fail(ErrorCode::Storage, file.errorString(), source);
    const QString hash = QString::fromLatin1(digest.result().toHex());
    const QString path = pathOf(directory, hash);
    QFile known(path);
    if (known.size() == file.size() && known.open(QIODevice::ReadWrite) && refresh(known)) {
        file.remove();
        return hash;
    }
    const auto folderPermissions = blobPermissions | QFileDevice::ExeOwner;
    QDir().mkdir(StorePaths { directory }.blobs(), folderPermissions);
    QDir().mkdir(QFileInfo(path).path(), folderPermissions);
    // On disk before it has its name: a file of the right name is always whole.
    if (!file.setPermissions(blobPermissions) || !refresh(file) || ::fsync(file.handle()) != 0)
        return fail(ErrorCode::Storage, u"the file cannot be written out"_s, source);
    file.close();
    known.close();
    known.remove(); // A damaged one of before.
    if (!QFile::rename(source, path))
        return fail(ErrorCode::Storage, u"the file cannot be moved to the blobs"_s, source);
    return hash;
}

domain::Result<QString> blobFile(const QString &directory, const QString &hash)
{
    if (!isBlobHash(hash))
        return fail(ErrorCode::Invalid, u"Not the name of a blob"_s, hash);
    const QString path = pathOf(directory, hash);
    if (!QFileInfo::exists(path))
        return fail(ErrorCode::NotFound, u"No such blob"_s, hash);
    return path;
}

} // namespace callboard::mirror
