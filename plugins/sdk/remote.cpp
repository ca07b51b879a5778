// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sdk/remote.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace callboard::sdk {

namespace {

struct Address {
    QString scheme; ///< Of the web page.
    QString host;   ///< With the port of the web page, where it is known.
    QString path;   ///< Decoded, without slashes at its ends and without ".git".
};

QString tidied(QString path)
{
    while (path.startsWith(u'/'))
        path.remove(0, 1);
    while (path.endsWith(u'/'))
        path.chop(1);
    if (path.endsWith(".git"_L1))
        path.chop(4);
    return path;
}

std::optional<Address> addressOfUrl(const QString &remote)
{
    const QUrl url(remote);
    if (!url.isValid() || url.host().isEmpty() || url.path().isEmpty())
        return std::nullopt;
    const bool web = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    const bool git = url.scheme() == "ssh"_L1 || url.scheme() == "git"_L1 || url.scheme() == "git+ssh"_L1;
    if (!web && !git)
        return std::nullopt;
    // The port of an SSH daemon says nothing about the web server's.
    QString host = url.host();
    if (web && url.port() > 0)
        host += u':' + QString::number(url.port());
    return Address { web ? url.scheme() : u"https"_s, host, tidied(url.path(QUrl::FullyDecoded)) };
}

std::optional<Address> addressOf(const QString &remote)
{
    if (remote.contains("://"_L1))
        return addressOfUrl(remote);
    // user@host:path. A single letter before the colon is a drive, not a host.
    static const QRegularExpression scp(uR"(^(?:[^@/\s]+@)?([A-Za-z0-9][A-Za-z0-9.-]+):(?!/{2})(.+)$)"_s);
    const auto match = scp.match(remote);
    if (!match.hasMatch())
        return std::nullopt;
    return Address { u"https"_s, match.captured(1).toLower(), tidied(match.captured(2)) };
}

HostType typeByName(const QString &host)
{
    const QString name = host.section(u':', 0, 0);
    if (name == "bitbucket.org"_L1)
        return HostType::BitbucketCloud;
    if (name.endsWith("dev.azure.com"_L1) || name.endsWith("visualstudio.com"_L1))
        return HostType::Azure;
    if (name == "codeberg.org"_L1 || name.contains("gitea"_L1) || name.contains("forgejo"_L1))
        return HostType::Gitea;
    if (name.contains("github"_L1))
        return HostType::GitHub;
    if (name.contains("gitlab"_L1))
        return HostType::GitLab;
    if (name.contains("bitbucket"_L1) || name.startsWith("stash."_L1))
        return HostType::BitbucketServer;
    return HostType::Unknown;
}

// As a browser's address bar would write it: what may stand in a path stays, the rest is percent-encoded.
QString encoded(const QString &path)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(path, "/!$&'()*+,;=:@[]|"));
}

// https://dev.azure.com/org/project/_git/repo, from the path of an https or of an SSH remote ("v3/org/project/repo").
std::optional<QString> azurePage(const Address &address)
{
    QStringList parts = address.path.split(u'/');
    if (const qsizetype git = parts.indexOf(u"_git"_s); git > 0 && git + 1 < parts.size())
        return address.scheme + u"://"_s + address.host + u'/' + encoded(parts.mid(0, git + 2).join(u'/'));
    if (parts.size() != 4 || parts.at(0) != "v3"_L1)
        return std::nullopt;
    if (address.host.endsWith("visualstudio.com"_L1))
        return u"https://%1.visualstudio.com/%2/_git/%3"_s.arg(encoded(parts[1]), encoded(parts[2]), encoded(parts[3]));
    return u"https://dev.azure.com/%1/%2/_git/%3"_s.arg(encoded(parts[1]), encoded(parts[2]), encoded(parts[3]));
}

// https://host/projects/KEY/repos/name, from scm/key/name (https) or key/name (SSH).
std::optional<QString> bitbucketServerPage(const Address &address)
{
    QStringList parts = address.path.split(u'/');
    const qsizetype scm = parts.lastIndexOf(u"scm"_s);
    const QString context = scm > 0 ? QString(u'/' + parts.mid(0, scm).join(u'/')) : QString();
    parts = parts.mid(scm + 1);
    if (parts.size() != 2)
        return std::nullopt;
    const bool personal = parts[0].startsWith(u'~');
    const QString owner = personal ? QString(u"users/"_s + parts[0].mid(1)) : QString(u"projects/"_s + parts[0].toUpper());
    return address.scheme + u"://"_s + address.host + context + u'/' + owner + u"/repos/"_s + encoded(parts[1]);
}

std::optional<QString> pageOf(const Address &address, HostType type)
{
    if (type == HostType::Azure)
        return azurePage(address);
    if (type == HostType::BitbucketServer)
        return bitbucketServerPage(address);
    if (!address.path.contains(u'/') && type != HostType::Unknown)
        return std::nullopt;
    return address.scheme + u"://"_s + address.host + u'/' + encoded(address.path);
}

/// What stands between the repository's page and "<branch>/<path>".
QStringList middles(HostType type)
{
    switch (type) {
    case HostType::GitHub: return { u"/blob/"_s, u"/tree/"_s, u"/edit/"_s };
    case HostType::GitLab: return { u"/-/blob/"_s, u"/-/tree/"_s, u"/-/edit/"_s, u"/blob/"_s, u"/tree/"_s };
    case HostType::Gitea: return { u"/src/branch/"_s, u"/src/tag/"_s, u"/src/commit/"_s };
    case HostType::BitbucketCloud: return { u"/src/"_s };
    case HostType::BitbucketServer:
    case HostType::Azure:
    case HostType::Unknown: break;
    }
    return {};
}

/// Cuts the branch off "<branch>/<path>".
QString withoutBranch(const QString &rest, const QStringList &branches)
{
    for (const QString &branch : branches) {
        if (rest == branch)
            return {};
        if (!branch.isEmpty() && rest.startsWith(branch + u'/'))
            return rest.mid(branch.size() + 1);
    }
    const qsizetype slash = rest.indexOf(u'/');
    return slash < 0 ? QString() : rest.mid(slash + 1);
}

bool beginsWithPage(const QString &url, const QString &page)
{
    return url.startsWith(page, Qt::CaseInsensitive);
}

} // namespace

HostType hostTypeOf(const QString &name)
{
    static const QHash<QString, HostType> types {
        { u"github"_s, HostType::GitHub }, { u"gitlab"_s, HostType::GitLab }, { u"gitea"_s, HostType::Gitea },
        { u"bitbucket"_s, HostType::BitbucketCloud }, { u"bitbucket-server"_s, HostType::BitbucketServer },
        { u"azure"_s, HostType::Azure },
    };
    return types.value(name, HostType::Unknown);
}

std::optional<Remote> parseRemote(const QString &remote)
{
    const auto address = addressOf(remote.trimmed());
    return address ? parseRemote(remote, typeByName(address->host)) : std::nullopt;
}

std::optional<Remote> parseRemote(const QString &remote, HostType type)
{
    const auto address = addressOf(remote.trimmed());
    const auto page = address ? pageOf(*address, type) : std::nullopt;
    if (!page)
        return std::nullopt;
    return Remote { type, *page };
}

QString Remote::fileUrl(const QString &path, const QString &branch, bool isDefault) const
{
    const QString file = encoded(path);
    switch (type) {
    case HostType::GitHub: return webUrl + u"/blob/"_s + encoded(branch) + u'/' + file;
    case HostType::GitLab: return webUrl + u"/-/blob/"_s + encoded(branch) + u'/' + file;
    case HostType::Gitea: return webUrl + u"/src/branch/"_s + encoded(branch) + u'/' + file;
    case HostType::BitbucketCloud: return webUrl + u"/src/"_s + encoded(branch) + u'/' + file;
    case HostType::BitbucketServer:
        return webUrl + u"/browse/"_s + file + (isDefault ? QString() : QString(u"?at="_s + encoded(branch)));
    case HostType::Azure:
        return webUrl + u"?path=/"_s + file + (isDefault ? QString() : QString(u"&version=GB"_s + encoded(branch)));
    case HostType::Unknown: break;
    }
    return {};
}

std::optional<QString> Remote::pathOf(const QString &address, const QStringList &branches) const
{
    if (webUrl.isEmpty() || !beginsWithPage(address, webUrl))
        return std::nullopt;
    if (type == HostType::Azure) {
        const QUrlQuery query(QUrl(address).query());
        const QString path = query.queryItemValue(u"path"_s, QUrl::FullyDecoded);
        const QChar next = address.size() > webUrl.size() ? address.at(webUrl.size()) : QChar();
        if (next != u'?' || path.isEmpty())
            return std::nullopt;
        return path.startsWith(u'/') ? path.mid(1) : path;
    }
    QString rest = address.mid(webUrl.size());
    rest = rest.section(u'?', 0, 0).section(u'#', 0, 0);
    if (type == HostType::BitbucketServer) {
        if (rest.startsWith("/browse/"_L1))
            return QUrl::fromPercentEncoding(rest.mid(8).toUtf8());
        return rest == "/browse"_L1 ? std::optional(QString()) : std::nullopt;
    }
    for (const QString &middle : middles(type)) {
        if (rest.startsWith(middle))
            return withoutBranch(QUrl::fromPercentEncoding(rest.mid(middle.size()).toUtf8()), branches);
    }
    return std::nullopt;
}

} // namespace callboard::sdk
