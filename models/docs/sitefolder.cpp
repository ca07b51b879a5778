// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/docs/sitefolder.h"

#include "models/docs/sitebuilder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace callboard::docs {

using namespace Qt::StringLiterals;

namespace {

// More than any repository of the corpus has by far; a link that leads back to its own folder would have no end.
constexpr qsizetype mostFiles = 200'000;
constexpr int deepest = 40;

} // namespace

FolderFiles::FolderFiles(const QString &root)
    : m_root(QFileInfo(root).canonicalFilePath())
{
}

QString FolderFiles::inside(const QString &path) const
{
    const QString real = QFileInfo(m_root + u'/' + path).canonicalFilePath();
    return !m_root.isEmpty() && (real == m_root || real.startsWith(m_root + u'/')) ? real : QString();
}

domain::Result<QStringList> FolderFiles::list(const QString &folder)
{
    QStringList files;
    std::vector<std::pair<QString, int>> open {{folder, 0}};
    while (!open.empty()) {
        const auto [path, depth] = open.back();
        open.pop_back();
        const QString real = inside(path);
        if (real.isEmpty())
            continue;
        const QFileInfoList entries = QDir(real).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden, QDir::Name);
        for (const QFileInfo &entry : entries) {
            const QString name = path.isEmpty() ? entry.fileName() : path + u'/' + entry.fileName();
            if (entry.isDir() && entry.fileName() != ".git"_L1 && depth < deepest)
                open.emplace_back(name, depth + 1);
            else if (entry.isFile())
                files += name;
        }
        if (files.size() > mostFiles)
            return domain::fail(domain::ErrorCode::Invalid, u"more than 200,000 files"_s, folder);
    }
    return files;
}

domain::Result<QByteArray> FolderFiles::read(const QString &path)
{
    const QString real = inside(path);
    if (real.isEmpty() || !QFileInfo(real).isFile())
        return domain::fail(domain::ErrorCode::NotFound, u"not there"_s, path);
    QFile file(real);
    if (!file.open(QIODevice::ReadOnly))
        return domain::fail(domain::ErrorCode::Storage, file.errorString(), path);
    if (file.size() > largestSiteFile)
        return domain::fail(domain::ErrorCode::Invalid, u"more than 32 MiB"_s, path);
    return file.readAll();
}

} // namespace callboard::docs
