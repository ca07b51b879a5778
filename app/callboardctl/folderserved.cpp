// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/folderroots.h"

#include "models/catalog/descriptorfiles.h"
#include "models/catalog/weburl.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace callboard::ctl {

using namespace Qt::StringLiterals;
using namespace callboard::catalog;
using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

/// Answers for one web address with the files of one folder, as a plain web server would.
class ServedReader final : public SourceReader {
public:
    ServedReader(QString folder, const WebUrl &base)
        : m_folder(std::move(folder))
        , m_origin(base.origin())
        , m_prefix(base.pathName())
    {
    }

    Result<QByteArray> read(const QString &target) override
    {
        const QString path = localPath(target);
        if (path.isEmpty())
            return fail(ErrorCode::Forbidden, u"it is on another host, and only this folder is read"_s);
        const bool isFile = isFileAt(path);
        if (!isFile && !path.contains(QChar(u'\0')) && QFileInfo(path).isDir())
            return fail(ErrorCode::Invalid, u"it is a folder"_s);
        QFile file(path);
        if (!isFile || WebUrl::parse(target)->pathName().endsWith(u'/'))
            return fail(ErrorCode::NotFound, u"there is no such file"_s);
        if (!leadsInto(m_folder, path))
            return fail(ErrorCode::Forbidden, u"it is a link that leads out of the folder"_s);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::Forbidden, file.errorString());
        return file.readAll();
    }

    Result<QStringList> list(const QString &) override
    {
        return fail(ErrorCode::Unsupported, u"a plain web server cannot list files; name each one"_s);
    }

    QString localPath(const QString &target) const override
    {
        const auto url = WebUrl::parse(target);
        if (!url || url->origin() != m_origin || !url->pathName().startsWith(m_prefix))
            return {};
        const QString below = decodeUriComponent(url->pathName().mid(m_prefix.size())).value_or(QString());
        const QString path = QDir::cleanPath(m_folder + u'/' + below);
        return path == m_folder || path.startsWith(QString(m_folder + u'/')) ? path : QString();
    }

private:
    QString m_folder, m_origin, m_prefix;
};

class ServedFolder final : public RepositoryFolder {
public:
    ServedFolder(const QString &folder, const QString &baseUrl, const WebUrl &base)
        : RepositoryFolder(folder)
        , m_base(baseUrl.endsWith(u'/') ? baseUrl : QString(baseUrl + u'/'))
        , m_reader(m_folder, base)
    {
    }

    SourceReader &reader() override { return m_reader; }

private:
    QString locationOf(const QString &path) const override
    {
        QStringList parts;
        for (const QString &part : QDir(m_folder).relativeFilePath(path).split(u'/'))
            parts.append(encodeUriComponent(part));
        return u"url:" + m_base + parts.join(u'/');
    }

    QString m_base;
    ServedReader m_reader;
};

} // namespace

std::unique_ptr<RepositoryFolder> RepositoryFolder::served(const QString &folder, const QString &baseUrl)
{
    const QString whole = baseUrl.endsWith(u'/') ? baseUrl : QString(baseUrl + u'/');
    const auto base = WebUrl::parse(whole);
    return base ? std::make_unique<ServedFolder>(folder, whole, *base) : nullptr;
}

} // namespace callboard::ctl
