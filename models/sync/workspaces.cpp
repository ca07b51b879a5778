// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/workspaces.h"

#include "models/mirror/storefile.h"
#include "models/sync/workspace.h"

#include <QDir>
#include <QDirIterator>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace callboard::sync {

using domain::ErrorCode;
using domain::fail;

namespace {

constexpr qsizetype longestName = 60;

qint64 bytesUnder(const QString &directory)
{
    qint64 bytes = 0;
    QDirIterator files(directory, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext())
        bytes += files.nextFileInfo().size();
    return bytes;
}

/// The lock that whoever writes to a mirror holds (models/mirror/writerlock.cpp), held here for a moment: nobody can open
/// the workspace in between.
class Claim final {
public:
    explicit Claim(const QString &directory)
        : m_file(::open(QFile::encodeName(mirror::StorePaths { directory }.lock()).constData(), O_RDWR | O_CLOEXEC))
        , m_held(m_file < 0 || ::flock(m_file, LOCK_EX | LOCK_NB) == 0)
    {
    }
    ~Claim()
    {
        if (m_file >= 0)
            ::close(m_file);
    }
    Q_DISABLE_COPY_MOVE(Claim)
    bool isHeld() const { return m_held; }

private:
    int m_file;
    bool m_held;
};

} // namespace

QString workspacesFolder()
{
    return QFileInfo(Workspace::defaultDirectory()).absolutePath();
}

bool isWorkspaceName(QStringView name)
{
    if (name.isEmpty() || name.size() > longestName || name.startsWith(u'.') || name.trimmed() != name)
        return false;
    return std::ranges::all_of(name, [](QChar c) { return c.isPrint() && !u"/\\:*?\"<>|"_s.contains(c); });
}

domain::Result<QString> workspaceDirectoryOf(const QString &nameOrFolder)
{
    if (nameOrFolder.isEmpty())
        return Workspace::defaultDirectory();
    if (nameOrFolder.contains(u'/') || nameOrFolder == "."_L1 || nameOrFolder == ".."_L1)
        return QDir::cleanPath(QDir(nameOrFolder).absolutePath());
    if (!isWorkspaceName(nameOrFolder))
        return fail(ErrorCode::Invalid, u"\"%1\" cannot be the name of a workspace; a folder is given with a slash"_s.arg(nameOrFolder));
    return QDir(workspacesFolder()).filePath(nameOrFolder);
}

QString workspaceNameOf(const QString &directory)
{
    const QFileInfo info(QDir::cleanPath(QDir(directory).absolutePath()));
    const bool isBesideOthers = info.absolutePath() == QDir(workspacesFolder()).absolutePath();
    return isBesideOthers && isWorkspaceName(info.fileName()) ? info.fileName() : QString();
}

bool isKnownWorkspace(const QString &name)
{
    return isWorkspaceName(name) && QFileInfo(QDir(workspacesFolder()).filePath(name)).isDir();
}

std::vector<WorkspaceEntry> listWorkspaces(const QString &folder)
{
    std::vector<WorkspaceEntry> entries;
    const auto directories = QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::LocaleAware);
    for (const QFileInfo &info : directories) {
        if (isWorkspaceName(info.fileName()))
            entries.push_back({ info.fileName(), info.absoluteFilePath(), bytesUnder(info.absoluteFilePath()), !Claim(info.absoluteFilePath()).isHeld() });
    }
    return entries;
}

domain::Result<QString> createWorkspace(const QString &name, const QString &folder)
{
    if (!isWorkspaceName(name))
        return fail(ErrorCode::Invalid, u"\"%1\" cannot be the name of a workspace"_s.arg(name), name);
    const QString directory = QDir(folder).filePath(name);
    if (QFileInfo::exists(directory))
        return fail(ErrorCode::Conflict, u"there is a workspace \"%1\" already"_s.arg(name), name);
    if (!QDir().mkpath(folder) || !QDir().mkdir(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return fail(ErrorCode::Storage, u"the folder %1 cannot be made"_s.arg(directory), directory);
    return directory;
}

domain::Result<void> renameWorkspace(const QString &from, const QString &to, const QString &folder)
{
    if (!isWorkspaceName(from) || !isWorkspaceName(to))
        return fail(ErrorCode::Invalid, u"\"%1\" cannot be the name of a workspace"_s.arg(isWorkspaceName(from) ? to : from), to);
    const QString before = QDir(folder).filePath(from);
    const QString after = QDir(folder).filePath(to);
    if (!QFileInfo(before).isDir())
        return fail(ErrorCode::NotFound, u"there is no workspace \"%1\""_s.arg(from), from);
    if (QFileInfo::exists(after))
        return fail(ErrorCode::Conflict, u"there is a workspace \"%1\" already"_s.arg(to), to);
    const Claim claim(before);
    if (!claim.isHeld())
        return fail(ErrorCode::Conflict, u"the workspace \"%1\" is open"_s.arg(from), from);
    if (!QDir().rename(before, after))
        return fail(ErrorCode::Storage, u"%1 cannot be renamed"_s.arg(before), before);
    return {};
}

} // namespace callboard::sync
