// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/folderroots.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace callboard::ctl {

using namespace Qt::StringLiterals;
using namespace callboard::catalog;

namespace {

/// The folder itself where it is a repository, else the folders in it.
QStringList repositoriesIn(const QString &folder)
{
    if (QFileInfo::exists(folder + u"/.git") || !rootDescriptors(folder).isEmpty())
        return { folder };
    QStringList found;
    const auto filter = QDir::Dirs | QDir::NoDotAndDotDot;
    for (const QFileInfo &entry : QDir(folder).entryInfoList(filter, QDir::Name))
        found.append(entry.filePath());
    return found;
}

std::vector<DescriptorFile> rootsOfRepositories(const QString &folder)
{
    std::vector<DescriptorFile> found;
    for (const QString &repository : repositoriesIn(folder)) {
        for (const QString &path : catalog::rootDescriptors(repository)) {
            QFile file(path);
            if (file.open(QIODevice::ReadOnly))
                found.push_back({ path, file.readAll() });
            else
                found.push_back({ path, {}, file.errorString() });
        }
    }
    return found;
}

} // namespace

RepositoryFolder::RepositoryFolder(const QString &folder)
    : m_folder(QDir(folder).absolutePath())
{
}

RepositoryFolder::Found RepositoryFolder::roots(Roots which) const
{
    Found found;
    for (DescriptorFile &file : which == Roots::All ? findDescriptors(m_folder) : rootsOfRepositories(m_folder)) {
        if (file.error.isEmpty())
            found.roots.push_back({ locationOf(file.path), std::move(file.text), file.path });
        else
            found.unreadable.push_back(std::move(file));
    }
    return found;
}

std::expected<RepositoryFolder::Found, QString> RepositoryFolder::roots(const QStringList &paths) const
{
    Found found;
    for (const QString &name : paths) {
        const QString path = QDir::cleanPath(QDir(m_folder).absoluteFilePath(name));
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return std::unexpected(u"%1: %2"_s.arg(name, file.errorString()));
        found.roots.push_back({ locationOf(path), file.readAll(), path });
    }
    return found;
}

QString RepositoryFolder::shown(const QString &location, const QString &localPath) const
{
    return localPath.isEmpty() ? location : QDir(m_folder).relativeFilePath(localPath);
}

} // namespace callboard::ctl
