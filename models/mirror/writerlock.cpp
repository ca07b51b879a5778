// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/storefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace callboard::mirror {

using namespace Qt::StringLiterals;
using domain::ErrorCode;

namespace {

constexpr auto openMark = "open by process "_L1;

QByteArray contentOf(int file)
{
    QByteArray text(64, Qt::Uninitialized);
    const ssize_t size = ::pread(file, text.data(), size_t(text.size()), 0);
    text.truncate(size > 0 ? size : 0);
    return text;
}

} // namespace

domain::Result<std::unique_ptr<WriterLock>> WriterLock::take(const QString &directory)
{
    const QString path = StorePaths { directory }.lock();
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        return domain::fail(ErrorCode::Storage,
            u"The workspace folder cannot be written: %1"_s.arg(QString::fromLocal8Bit(std::strerror(errno))), path);
    }
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        const QString holder = QString::fromUtf8(contentOf(file)).remove(openMark).trimmed();
        ::close(file);
        return domain::fail(ErrorCode::Conflict,
            u"The workspace is open in another Callboard (process %1)"_s.arg(holder), path);
    }
    return std::unique_ptr<WriterLock>(new WriterLock(file));
}

WriterLock::WriterLock(int file)
    : m_file(file)
    , m_wasUnclean(!contentOf(file).isEmpty())
{
    write(QByteArray(openMark.data(), openMark.size()) + QByteArray::number(::getpid()) + '\n');
}

WriterLock::~WriterLock() { ::close(m_file); }

void WriterLock::setClean() { write({}); }

void WriterLock::write(const QByteArray &text)
{
    // The mark only saves a check at the next start; where it cannot be kept, that check is made.
    if (!text.isEmpty() && ::pwrite(m_file, text.constData(), size_t(text.size()), 0) < 0)
        return;
    if (::ftruncate(m_file, text.size()) == 0)
        ::fsync(m_file);
}

domain::Result<void> makeDirectory(const QString &directory)
{
    const QFileInfo info(directory);
    if (info.isDir())
        return {};
    if (!QDir().mkpath(info.absolutePath()))
        return domain::fail(ErrorCode::Storage, u"The workspace folder cannot be made"_s, directory);
    if (::mkdir(QFile::encodeName(info.absoluteFilePath()).constData(), 0700) != 0 && errno != EEXIST) {
        return domain::fail(ErrorCode::Storage,
            u"The workspace folder cannot be made: %1"_s.arg(QString::fromLocal8Bit(std::strerror(errno))),
            directory);
    }
    return {};
}

} // namespace callboard::mirror
