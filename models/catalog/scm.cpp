// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/scm.h"

#include "models/catalog/giturl.h"
#include "models/catalog/weburl.h"

#include <QRegularExpression>

namespace callboard::catalog {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using domain::fail;
using domain::Result;

namespace {

std::unexpected<domain::Error> notAUrl(const QString &text)
{
    return fail(ErrorCode::Invalid, u"\"%1\" is not a URL"_s.arg(text));
}

/// A target that begins with `/`, seen from the root of the repository that holds `base`.
Result<WebUrl> fromRepositoryRoot(const QString &url, const QString &base)
{
    const auto git = GitUrl::parse(base);
    if (!git || !git->filePath)
        return fail(ErrorCode::Invalid, u"\"%1\" does not say where its repository begins"_s.arg(base));
    if (git->traverses())
        return fail(ErrorCode::Invalid, u"\"%1\" leads out of its repository"_s.arg(base));
    auto updated = WebUrl::parse(git->href);
    if (!updated)
        return notAUrl(git->href);
    QString root = updated->pathName();
    root.truncate(std::max<qsizetype>(0, root.size() - git->filePath->size()));
    while (root.endsWith(u'/'))
        root.chop(1);
    updated->setPathName(root + url);
    return *updated;
}

/// defaultScmResolveUrl
Result<QString> resolveDefault(const QString &url, const QString &base)
{
    if (WebUrl::parse(url))
        return url;
    const auto baseUrl = WebUrl::parse(base);
    if (!baseUrl)
        return notAUrl(base);
    std::optional<WebUrl> updated;
    if (url.startsWith(u'/')) {
        auto rooted = fromRepositoryRoot(url, base);
        if (!rooted)
            return std::unexpected(rooted.error());
        updated = *rooted;
    } else {
        updated = WebUrl::parse(url, *baseUrl);
    }
    if (!updated)
        return notAUrl(url);
    updated->setSearch(baseUrl->search());
    return updated->toString();
}

QString withGitHubWord(const QString &url, const QString &word)
{
    static const QRegularExpression pattern(u"//([^/]+)/([^/]+)/([^/]+)/(blob|tree|edit)/"_s);
    const QRegularExpressionMatch match = pattern.match(url);
    if (!match.hasMatch())
        return url;
    QString out = url;
    return out.replace(match.capturedStart(4), match.capturedLength(4), word);
}

QString gitLabEditUrl(const QString &url)
{
    static const QRegularExpression pattern(u"/-/(blob|tree|edit)/"_s);
    const QRegularExpressionMatch match = pattern.match(url);
    QString out = url;
    return match.hasMatch() ? out.replace(match.capturedStart(1), match.capturedLength(1), u"edit"_s) : out;
}

QString giteaEditUrl(const ScmHost &host, const QString &url)
{
    const QString base = host.baseUrl.isEmpty() ? QString(u"https://" + host.host) : host.baseUrl;
    QString rest = url;
    if (const qsizetype at = rest.indexOf(base); at >= 0)
        rest.remove(at, base.size());
    const QStringList parts = rest.split(u'/');
    const auto part = [&](qsizetype i) { return i < parts.size() ? parts[i] : u"undefined"_s; };
    QString path = parts.mid(6).join(u'/');
    if (path.startsWith(u'/'))
        path.remove(0, 1);
    return base + u'/' + part(1) + u'/' + part(2) + u"/_edit/" + part(5) + u'/' + path;
}

Result<QString> bitbucketCloudEditUrl(const QString &url)
{
    const auto git = GitUrl::parse(url);
    auto edit = WebUrl::parse(url);
    if (!git || !edit)
        return notAUrl(url);
    edit->setParameter(u"mode"_s, u"edit"_s);
    edit->setParameter(u"at"_s, git->ref);
    return edit->toString();
}

/// Azure keeps the path of a file in the query: `…/_git/repository?path=%2Fcatalog-info.yaml`.
std::optional<QString> azurePath(const WebUrl &url)
{
    QStringList parts;
    for (const QString &part : url.pathName().split(u'/')) {
        const auto decoded = decodeUriComponent(part);
        if (!decoded)
            return std::nullopt;
        parts.append(*decoded);
    }
    const bool visualStudio = url.origin().endsWith(u".visualstudio.com");
    const auto filled = [&](std::initializer_list<qsizetype> indexes) {
        return std::all_of(indexes.begin(), indexes.end(), [&](qsizetype i) { return !parts.value(i).isEmpty(); });
    };
    const bool repository = (parts.value(2) == u"_git" && filled({ 1, 3 }) && (visualStudio || !parts[1].isEmpty()))
        || (parts.value(2) != u"_git" && parts.value(3) == u"_git" && filled({ 1, 2, 4 }))
        || (parts.value(2) != u"_git" && parts.value(3) != u"_git" && parts.value(4) == u"_git" && filled({ 3, 5 }));
    const QString version = url.parameter(u"version"_s).value_or(QString());
    if (!repository || (!version.isEmpty() && !version.startsWith(u"GB") && !version.startsWith(u"GT")))
        return std::nullopt;
    return url.parameter(u"path"_s).value_or(QString());
}

Result<QString> resolveAzure(const QString &url, const QString &base)
{
    if (WebUrl::parse(url))
        return url;
    auto baseUrl = WebUrl::parse(base);
    if (!baseUrl)
        return notAUrl(base);
    if (const auto path = azurePath(*baseUrl)) {
        const auto mock = WebUrl::parse(u"https://a.com" + *path);
        const auto updated = mock ? WebUrl::parse(url, *mock) : std::nullopt;
        if (updated) {
            baseUrl->setParameter(u"path"_s, updated->pathName());
            return baseUrl->toString();
        }
    }
    const auto plain = WebUrl::parse(url, *baseUrl);
    return plain ? Result<QString>(plain->toString()) : notAUrl(url);
}

struct GitilesPlace {
    QString project, ref, path, basePath;
};

/// parseGitilesUrlRef: `<gitiles>/<project>/+/<HEAD | 40 digits | refs/heads/name>/<path>`
Result<GitilesPlace> gitilesPlace(const ScmHost &host, const QString &url)
{
    const auto gitiles = WebUrl::parse(host.gitilesBaseUrl);
    const auto web = WebUrl::parse(url);
    if (!gitiles || !web)
        return notAUrl(gitiles ? url : host.gitilesBaseUrl);
    QString path = web->pathName();
    if (path.startsWith(u"/a/"))
        path.remove(0, 2);
    if (const qsizetype at = path.indexOf(gitiles->pathName()); at >= 0)
        path.remove(at, gitiles->pathName().size());
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    qsizetype plus = parts.indexOf(u"+"_s);
    plus = plus < 0 ? parts.size() : plus;
    const auto unreadable = [&] {
        return fail(ErrorCode::Invalid, u"\"%1\" is not the Gitiles address of a file"_s.arg(url));
    };
    if (plus == 0)
        return unreadable();
    GitilesPlace place;
    place.project = parts.mid(0, plus).join(u'/');
    QStringList rest = parts.mid(plus + 1);
    QString file;
    if (!rest.isEmpty() && (rest[0] == u"HEAD" || rest[0].size() == 40)) {
        place.ref = rest.takeFirst();
        file = rest.join(u'/');
    } else {
        static const QRegularExpression refs(u"^refs/(?:heads|tags)/(.*?)(/|$)"_s);
        file = rest.join(u'/');
        const QRegularExpressionMatch match = refs.match(file);
        if (!match.hasMatch())
            return unreadable();
        place.ref = match.captured(1);
        file = file.mid(match.capturedLength(0));
    }
    place.path = file.isEmpty() ? u"/"_s : file;
    place.basePath = url;
    if (const qsizetype at = url.indexOf(file); at >= 0)
        place.basePath.remove(at, file.size());
    while (place.basePath.endsWith(u'/'))
        place.basePath.chop(1);
    return place;
}

Result<QString> resolveGerrit(const ScmHost &host, const QString &url, const QString &base)
{
    if (url.startsWith(u'/')) {
        const auto place = gitilesPlace(host, base);
        return place ? Result<QString>(place->basePath + url) : std::unexpected(place.error());
    }
    const auto baseUrl = WebUrl::parse(base);
    const auto updated = baseUrl ? WebUrl::parse(url, *baseUrl) : WebUrl::parse(url);
    return updated ? Result<QString>(updated->toString()) : notAUrl(url);
}

Result<QString> gerritEditUrl(const ScmHost &host, const QString &url)
{
    const auto place = gitilesPlace(host, url);
    if (!place)
        return std::unexpected(place.error());
    const QString base = host.baseUrl.isEmpty() ? QString(u"https://" + host.host) : host.baseUrl;
    QString path = place->path;
    while (path.startsWith(u'/'))
        path.remove(0, 1);
    return base + u"/admin/repos/edit/repo/" + place->project + u"/branch/refs/heads/" + place->ref + u"/file/" + path;
}

} // namespace

ScmHosts::ScmHosts()
    : m_hosts {
        { ScmType::ObjectStore, u"amazonaws.com"_s, {}, {} },
        { ScmType::ObjectStore, u"blob.core.windows.net"_s, {}, {} },
        { ScmType::Azure, u"dev.azure.com"_s, {}, {} },
        { ScmType::BitbucketCloud, u"bitbucket.org"_s, {}, {} },
        { ScmType::GitHub, u"github.com"_s, {}, {} },
        { ScmType::GitLab, u"gitlab.com"_s, {}, {} },
        { ScmType::ObjectStore, u"storage.cloud.google.com"_s, {}, {} },
    }
{
}

void ScmHosts::add(ScmHost host)
{
    if (std::find(m_hosts.begin(), m_hosts.end(), host) == m_hosts.end())
        m_hosts.push_back(std::move(host));
}

const ScmHost *ScmHosts::find(const QString &url) const
{
    const auto web = WebUrl::parse(url);
    if (!web)
        return nullptr;
    const QString host = web->host();
    const auto found = std::find_if(m_hosts.begin(), m_hosts.end(), [&](const ScmHost &h) { return h.host == host; });
    return found == m_hosts.end() ? nullptr : &*found;
}

ScmType ScmHosts::typeOf(const QString &url) const
{
    const ScmHost *host = find(url);
    return host ? host->type : ScmType::Plain;
}

Result<QString> ScmHosts::resolve(const QString &url, const QString &base) const
{
    const ScmHost *host = find(base);
    const ScmType type = host ? host->type : ScmType::Plain;
    if (type == ScmType::Azure)
        return resolveAzure(url, base);
    if (type == ScmType::Gerrit)
        return resolveGerrit(*host, url, base);
    auto resolved = resolveDefault(url, base);
    if (resolved && type == ScmType::GitHub)
        return withGitHubWord(*resolved, u"tree"_s);
    return resolved;
}

Result<QString> ScmHosts::editUrl(const QString &url) const
{
    const ScmHost *host = find(url);
    switch (host ? host->type : ScmType::Plain) {
    case ScmType::Plain:
        return QString();
    case ScmType::GitHub:
        return withGitHubWord(url, u"edit"_s);
    case ScmType::GitLab:
        return gitLabEditUrl(url);
    case ScmType::Gitea:
        return giteaEditUrl(*host, url);
    case ScmType::BitbucketCloud:
        return bitbucketCloudEditUrl(url);
    case ScmType::BitbucketServer:
        return url.section(u'?', 0, 0);
    case ScmType::Gerrit:
        return gerritEditUrl(*host, url);
    case ScmType::Azure:
    case ScmType::ObjectStore:
        return url;
    }
    return QString();
}

bool mayReference(const QString &url, const QString &base)
{
    const auto there = GitUrl::parse(url);
    const auto here = GitUrl::parse(base);
    if (!there || !here)
        return true;
    const auto isFile = [](const GitUrl &git) {
        return !git.owner.isEmpty() && !git.name.isEmpty() && git.filePath && !git.filePath->isEmpty();
    };
    if (!isFile(*there) || !isFile(*here))
        return true;
    return there->resource == here->resource && there->fullName == here->fullName;
}

} // namespace callboard::catalog
