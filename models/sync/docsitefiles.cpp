// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/docsitefiles.h"

#include "models/sync/docintake.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <filesystem>

namespace callboard::sync {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
namespace fs = std::filesystem;

namespace {

constexpr int deepestFolder = 24;
constexpr qsizetype mostFiles = 20'000;
constexpr qint64 largestFile = 32 << 20;

bool isLeftOut(const QString &folderName)
{
    static const QStringList foreign { u"node_modules"_s, u"bower_components"_s, u"site-packages"_s, u"__pycache__"_s };
    return folderName.startsWith(u'.') || foreign.contains(folderName);
}

void collect(const QString &root, const QString &folder, int depth, QStringList &found)
{
    std::error_code error;
    for (const auto &entry : fs::directory_iterator(fs::path(QFile::encodeName(root + folder).constData()), error)) {
        if (found.size() >= mostFiles)
            return;
        std::error_code ignored;
        const QString name = QFile::decodeName(entry.path().filename().c_str());
        const QString path = folder + name;
        if (entry.is_directory(ignored)) {
            if (depth > 0 && !entry.is_symlink(ignored) && !isLeftOut(name))
                collect(root, path + u'/', depth - 1, found);
        } else if (entry.is_regular_file(ignored)) {
            found.append(path);
        }
    }
}

} // namespace

LocalSiteFiles::LocalSiteFiles(const QString &folder)
    : m_folder(QFileInfo(folder).canonicalFilePath())
{
    if (!m_folder.isEmpty() && !m_folder.endsWith(u'/'))
        m_folder += u'/';
}

domain::Result<QStringList> LocalSiteFiles::list(const QString &folder)
{
    QStringList found;
    const QString inside = folder.isEmpty() || folder.endsWith(u'/') ? folder : folder + u'/';
    if (m_folder.isEmpty() || (!folder.isEmpty() && localPath(folder).isEmpty()))
        return found;
    collect(m_folder, inside, deepestFolder, found);
    found.sort();
    return found;
}

QString LocalSiteFiles::localPath(const QString &path) const
{
    QString clean = path;
    while (clean.endsWith(u'/'))
        clean.chop(1);
    if (m_folder.isEmpty() || !isPathInSite(clean))
        return {};
    const QString real = QFileInfo(m_folder + clean).canonicalFilePath();
    return real.startsWith(m_folder) ? real : QString();
}

domain::Result<QByteArray> LocalSiteFiles::read(const QString &path)
{
    const QString real = localPath(path);
    if (real.isEmpty())
        return fail(ErrorCode::NotFound, u"there is no file %1"_s.arg(path), path);
    // Before it is read: a change in between is seen the next time.
    const auto state = stateOf(path);
    m_read.insert(path, state);
    m_newest = std::max(m_newest, state.second);
    QFile file(real);
    if (!QFileInfo(real).isFile() || file.size() > largestFile || !file.open(QIODevice::ReadOnly)) {
        m_unreadable.insert(path);
        return fail(ErrorCode::Invalid, u"%1 cannot be read"_s.arg(path), path);
    }
    return file.readAll();
}

std::pair<qint64, qint64> LocalSiteFiles::stateOf(const QString &path) const
{
    const QFileInfo info(m_folder + path);
    return { info.size(), info.lastModified().toMSecsSinceEpoch() };
}

QByteArray LocalSiteFiles::surroundings(const QByteArray &options) const
{
    QStringList found;
    if (!m_folder.isEmpty())
        collect(m_folder, {}, deepestFolder, found);
    found.sort();
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(options);
    hash.addData(QByteArrayView("\0", 1)); // In neither.
    hash.addData(found.join(u'\n').toUtf8());
    return hash.result();
}

SiteStamp LocalSiteFiles::stamp(const QByteArray &options) const
{
    return { surroundings(options), m_read };
}

bool LocalSiteFiles::isAsIn(const SiteStamp &stamp, const QByteArray &options) const
{
    for (auto file = stamp.files.cbegin(); file != stamp.files.cend(); ++file) {
        if (stateOf(file.key()) != file.value())
            return false;
    }
    return stamp.surroundings == surroundings(options);
}

RemoteSiteFiles::RemoteSiteFiles(catalog::SourceReader &reader, QString folder)
    : m_reader(reader)
    , m_folder(std::move(folder))
{
}

domain::Result<QStringList> RemoteSiteFiles::list(const QString &folder)
{
    const QString inside = folder.isEmpty() || folder.endsWith(u'/') ? folder : folder + u'/';
    const auto urls = m_reader.list(m_folder + inside + u"**"_s);
    if (!urls)
        return std::unexpected(urls.error());
    QStringList paths;
    for (const QString &url : *urls) {
        const QString path = url.startsWith(m_folder) ? url.sliced(m_folder.size()) : QString();
        if (isPathInSite(path) && paths.size() < mostFiles)
            paths.append(path);
    }
    return paths;
}

domain::Result<QByteArray> RemoteSiteFiles::read(const QString &path)
{
    if (!isPathInSite(path))
        return fail(ErrorCode::NotFound, u"there is no file %1"_s.arg(path), path);
    auto bytes = m_reader.read(m_folder + path);
    if (bytes && bytes->size() > largestFile)
        bytes = fail(ErrorCode::Invalid, u"%1 is too large"_s.arg(path), path);
    if (!bytes && bytes.error().code != ErrorCode::NotFound)
        m_unreadable.insert(path);
    return bytes;
}

} // namespace callboard::sync
