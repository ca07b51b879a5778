// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/giturl.h"

#include "models/catalog/weburl.h"

#include <QRegularExpression>

namespace callboard::catalog {

using namespace Qt::StringLiterals;

namespace {

QString trimmedName(QString path)
{
    if (path.startsWith(u'/'))
        path.remove(0, 1);
    if (path.endsWith(u'/'))
        path.chop(1);
    if (path.endsWith(u".git"))
        path.chop(4);
    return path;
}

/// "github.com" of "www.github.com": the host name without its first label, where it has more than two.
QString sourceOf(const QString &resource)
{
    const QStringList parts = resource.split(u'.');
    return parts.size() > 2 ? parts.mid(1).join(u'.') : resource;
}

void readVisualStudio(GitUrl &url)
{
    const QStringList parts = url.name.split(u'/');
    if (url.resource == u"vs-ssh.visualstudio.com") {
        if (parts.size() == 4) {
            url.owner = parts[2];
            url.name = parts[3];
            url.fullName = parts[2] + u'/' + parts[3];
        }
        return;
    }
    if (parts.size() == 2) {
        url.owner = url.name = parts[1];
        url.fullName = u"_git/" + url.name;
    } else if (parts.size() == 3) {
        url.name = parts[2];
        const bool collection = parts[0] == u"DefaultCollection";
        url.owner = collection ? parts[2] : parts[0];
        url.fullName = (collection ? parts[0] : url.owner) + u"/_git/" + url.name;
    } else if (parts.size() == 4) {
        url.owner = parts[1];
        url.name = parts[3];
        url.fullName = parts[0] + u'/' + parts[1] + u"/_git/" + parts[3];
    }
}

void readAzure(GitUrl &url, const WebUrl &web)
{
    const QStringList parts = url.name.split(u'/');
    if (url.resource == u"ssh.dev.azure.com") {
        if (parts.size() == 4) {
            url.owner = parts[2];
            url.name = parts[3];
        }
        return;
    }
    if (parts.size() == 5) {
        url.owner = parts[1];
        url.name = parts[4];
        url.fullName = u"_git/" + url.name;
    } else if (parts.size() == 3) {
        url.name = parts[2];
        const bool collection = parts[0] == u"DefaultCollection";
        url.owner = collection ? parts[2] : parts[0];
        url.fullName = (collection ? parts[0] : url.owner) + u"/_git/" + url.name;
    } else if (parts.size() == 4) {
        url.owner = parts[1];
        url.name = parts[3];
        url.fullName = parts[0] + u'/' + parts[1] + u"/_git/" + parts[3];
    }
    if (QString path = web.parameter(u"path"_s).value_or(QString()); !path.isEmpty()) {
        while (path.startsWith(u'/'))
            path.remove(0, 1);
        url.filePath = path;
    }
    if (QString version = web.parameter(u"version"_s).value_or(QString()); !version.isEmpty())
        url.ref = version.startsWith(u"GB") ? version.mid(2) : version;
}

/// Where the repository's name stands among the parts: before the first word that hosts put after it.
qsizetype nameIndex(const QStringList &parts)
{
    const auto find = [&](QLatin1StringView word) { return parts.indexOf(word, 2); };
    const qsizetype dash = find("-"_L1);
    const qsizetype blob = find("blob"_L1);
    const qsizetype tree = find("tree"_L1);
    if (dash > 0)
        return dash - 1;
    if (blob > 0 && tree > 0)
        return std::min(blob, tree) - 1;
    if (blob > 0)
        return blob - 1;
    for (const QLatin1StringView word : { "issues"_L1, "tree"_L1, "commit"_L1, "src"_L1, "raw"_L1, "edit"_L1 }) {
        if (const qsizetype at = find(word); at > 0)
            return at - 1;
    }
    return parts.size() - 1;
}

void readOther(GitUrl &url)
{
    const QStringList parts = url.name.split(u'/');
    qsizetype at = parts.size() - 1;
    if (parts.size() >= 2) {
        at = nameIndex(parts);
        url.owner = parts.mid(0, at).join(u'/');
        url.name = parts[at];
    }
    url.filePath = QString();
    const qsizetype offset = parts.value(at + 1) == u"-" ? at + 1 : at;
    static const QStringList fileWords { u"raw"_s, u"src"_s, u"blob"_s, u"tree"_s, u"edit"_s };
    if (parts.size() > offset + 2 && fileWords.contains(parts[offset + 1])) {
        url.ref = parts[offset + 2];
        if (parts.size() > offset + 3)
            url.filePath = parts.mid(offset + 3).join(u'/');
    }
}

void readBitbucketServer(GitUrl &url, const WebUrl &web)
{
    if (url.owner.startsWith(u"scm/")) {
        url.owner.remove(0, 4);
        url.fullName = url.owner + u'/' + url.name;
    }
    static const QRegularExpression pattern(u"(projects|users)/(.*?)/repos/(.*?)((/.*$)|$)"_s);
    const QRegularExpressionMatch match = pattern.match(url.pathName);
    if (!match.hasMatch())
        return;
    url.owner = match.captured(1) == u"users" ? QString(u'~' + match.captured(2)) : match.captured(2);
    url.name = match.captured(3);
    const QStringList parts = match.captured(4).split(u'/');
    if (parts.size() > 2 && (parts[1] == u"raw" || parts[1] == u"browse"))
        url.filePath = parts.mid(2).join(u'/');
    url.fullName = url.owner + u'/' + url.name;
    url.ref = web.parameter(u"at"_s).value_or(QString());
}

} // namespace

std::optional<GitUrl> GitUrl::parse(const QString &text)
{
    const auto web = WebUrl::parse(text);
    if (!web || text.trimmed().isEmpty() || text.size() > 2048)
        return std::nullopt;
    GitUrl url;
    url.href = web->toString();
    if (url.href.endsWith(u'/'))
        url.href.chop(1);
    url.resource = web->hostName();
    url.pathName = web->pathName();
    const auto name = decodeUriComponent(trimmedName(url.pathName.isEmpty() ? url.href : url.pathName));
    const auto owner = decodeUriComponent(web->userName());
    if (!name || !owner)
        return std::nullopt;
    url.name = *name;
    url.owner = *owner;
    const QString source = sourceOf(url.resource);
    if (source == u"visualstudio.com")
        readVisualStudio(url);
    else if (source == u"azure.com" || source == u"dev.azure.com")
        readAzure(url, *web);
    else if (source != u"git.cloudforge.com")
        readOther(url);
    if (url.fullName.isEmpty())
        url.fullName = url.name.isEmpty() || url.owner.isEmpty() ? QString(url.owner + url.name)
                                                                 : QString(url.owner + u'/' + url.name);
    readBitbucketServer(url, *web);
    return url;
}

bool GitUrl::traverses() const
{
    QString decoded = filePath.value_or(QString());
    while (true) {
        const auto once = decodeUriComponent(decoded);
        if (!once || *once == decoded)
            break;
        decoded = *once;
    }
    const QStringList parts = decoded.split(u'/');
    return !decoded.isEmpty() && (parts.contains(u".."_s) || parts.contains(u"."_s));
}

} // namespace callboard::catalog
