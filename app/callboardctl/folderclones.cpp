// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/folderroots.h"

#include "models/catalog/descriptorfiles.h"
#include "plugins/sdk/remote.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace callboard::ctl {

using namespace Qt::StringLiterals;
using namespace callboard::catalog;
using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

QString firstLine(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readLine()).trimmed() : QString();
}

/// One clone, as far as its few text files tell: no library is loaded for that.
struct Clone {
    QString workTree;
    sdk::Remote remote;
    QString branch;
    bool isDefault = true;

    static std::optional<Clone> at(const QString &workTree)
    {
        QString git = workTree + u"/.git";
        if (QFileInfo(git).isFile()) // a linked work tree, or a submodule
            git = QDir(workTree).absoluteFilePath(firstLine(git).section(u"gitdir: "_s, 1));
        const QString common = firstLine(git + u"/commondir");
        const QString shared = common.isEmpty() ? git : QDir::cleanPath(QDir(git).absoluteFilePath(common));
        const auto remote = sdk::parseRemote(originOf(shared + u"/config"));
        if (!remote || remote->type == sdk::HostType::Unknown)
            return std::nullopt;
        Clone clone { workTree, *remote, branchOf(firstLine(git + u"/HEAD"), u"ref: refs/heads/"_s), true };
        const QString usual
            = branchOf(firstLine(shared + u"/refs/remotes/origin/HEAD"), u"ref: refs/remotes/origin/"_s);
        if (clone.branch.isEmpty())
            clone.branch = usual.isEmpty() ? u"main"_s : usual;
        clone.isDefault = usual.isEmpty() || usual == clone.branch;
        return clone;
    }

private:
    static QString branchOf(const QString &reference, const QString &prefix)
    {
        return reference.startsWith(prefix) ? reference.mid(prefix.size()) : QString();
    }

    /// The URL of `origin`, else of the first remote, in git's own configuration.
    static QString originOf(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QString section;
        QString first;
        for (const QByteArray &raw : file.readAll().split('\n')) {
            const QString line = QString::fromUtf8(raw).trimmed();
            if (line.startsWith(u'['))
                section = line;
            const bool url = section.startsWith(u"[remote ") && line.section(u'=', 0, 0).trimmed() == u"url";
            if (!url)
                continue;
            const QString value = line.section(u'=', 1).trimmed();
            if (section == u"[remote \"origin\"]")
                return value;
            if (first.isEmpty())
                first = value;
        }
        return first;
    }
};

std::vector<Clone> clonesIn(const QString &root)
{
    std::vector<Clone> found;
    const auto add = [&](const QString &workTree) {
        if (auto clone = Clone::at(workTree))
            found.push_back(std::move(*clone));
    };
    if (const QString around = repositoryOf(root); !around.isEmpty())
        add(around);
    QDirIterator entries(root, { u".git"_s }, QDir::Dirs | QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext())
        add(QFileInfo(entries.next()).path());
    // The innermost clone owns a file.
    std::sort(found.begin(), found.end(),
        [](const Clone &a, const Clone &b) { return a.workTree.size() > b.workTree.size(); });
    return found;
}

/// `*` stays within a segment; `**` as a whole segment is any number of them.
QRegularExpression expressionOf(const QString &pattern)
{
    QString expression;
    for (const QString &segment : pattern.split(u'/', Qt::SkipEmptyParts)) {
        QString part = QRegularExpression::escape(segment).replace(u"\\*"_s, u"[^/]*"_s);
        expression += segment == u"**" ? u"(?:/[^/]+)*"_s : QString(u'/' + part);
    }
    return QRegularExpression(QRegularExpression::anchoredPattern(expression));
}

class CloneReader final : public SourceReader {
public:
    CloneReader(QString root, const std::vector<Clone> &clones)
        : m_root(std::move(root))
        , m_clones(clones)
    {
    }

    Result<QByteArray> read(const QString &target) override
    {
        const QString path = localPath(target);
        if (path.isEmpty())
            return fail(ErrorCode::Offline, u"it is in no clone of this folder"_s);
        QFile file(path);
        if (!isFileAt(path))
            return fail(ErrorCode::NotFound, u"there is no such file"_s);
        const Clone *clone = target.startsWith(u'/') ? nullptr : cloneOf(target);
        if (!leadsInto(clone ? clone->workTree : m_root, path))
            return fail(ErrorCode::Forbidden, u"it is a link that leads out of the repository"_s);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::Forbidden, file.errorString());
        return file.readAll();
    }

    Result<QStringList> list(const QString &pattern) override
    {
        const QString path = localPath(pattern);
        const Clone *clone = pattern.startsWith(u'/') ? nullptr : cloneOf(pattern);
        if (path.isEmpty())
            return fail(ErrorCode::Offline, u"it is in no clone of this folder"_s);
        const QRegularExpression glob = expressionOf(path);
        QStringList found;
        QDirIterator files(path.section(u'*', 0, 0).section(u'/', 0, -2), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            if (!glob.match(file).hasMatch() || file.contains(u"/.git/"_s))
                continue;
            found.append(clone ? clone->remote.fileUrl(
                             QDir(clone->workTree).relativeFilePath(file), clone->branch, clone->isDefault)
                               : file);
        }
        found.sort();
        return found;
    }

    QString localPath(const QString &target) const override
    {
        if (target.startsWith(u'/'))
            return QDir::cleanPath(target).startsWith(QString(m_root + u'/')) ? QDir::cleanPath(target) : QString();
        const Clone *clone = cloneOf(target);
        if (!clone)
            return {};
        const auto path = clone->remote.pathOf(target, { clone->branch });
        return path ? QDir::cleanPath(clone->workTree + u'/' + *path) : QString();
    }

private:
    const Clone *cloneOf(const QString &url) const
    {
        const auto found = std::find_if(m_clones.begin(), m_clones.end(),
            [&](const Clone &clone) { return clone.remote.pathOf(url, { clone.branch }).has_value(); });
        return found == m_clones.end() ? nullptr : &*found;
    }

    QString m_root;
    const std::vector<Clone> &m_clones;
};

class ClonedFolder final : public RepositoryFolder {
public:
    explicit ClonedFolder(const QString &folder)
        : RepositoryFolder(folder)
        , m_clones(clonesIn(m_folder))
        , m_reader(m_folder, m_clones)
    {
    }

    SourceReader &reader() override { return m_reader; }

    ScmHosts hosts() const override
    {
        ScmHosts hosts;
        for (const Clone &clone : m_clones)
            hosts.add({ typeOf(clone.remote.type), clone.remote.webUrl.section(u'/', 2, 2), {}, {} });
        return hosts;
    }

private:
    static ScmType typeOf(sdk::HostType type)
    {
        switch (type) {
        case sdk::HostType::GitHub:
            return ScmType::GitHub;
        case sdk::HostType::GitLab:
            return ScmType::GitLab;
        case sdk::HostType::Gitea:
            return ScmType::Gitea;
        case sdk::HostType::BitbucketCloud:
            return ScmType::BitbucketCloud;
        case sdk::HostType::BitbucketServer:
            return ScmType::BitbucketServer;
        case sdk::HostType::Azure:
            return ScmType::Azure;
        case sdk::HostType::Unknown:
            break;
        }
        return ScmType::Plain;
    }

    QString locationOf(const QString &path) const override
    {
        for (const Clone &clone : m_clones) {
            if (path.startsWith(QString(clone.workTree + u'/')))
                return u"url:"
                    + clone.remote.fileUrl(QDir(clone.workTree).relativeFilePath(path), clone.branch, clone.isDefault);
        }
        return u"file:" + path;
    }

    std::vector<Clone> m_clones;
    CloneReader m_reader;
};

} // namespace

std::unique_ptr<RepositoryFolder> RepositoryFolder::cloned(const QString &folder)
{
    return std::make_unique<ClonedFolder>(folder);
}

} // namespace callboard::ctl
