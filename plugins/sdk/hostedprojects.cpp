// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sdk/hostedprojects.h"

#include "plugins/sdk/hostapi.h"

#include <QHash>

#include <algorithm>

namespace callboard::sdk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestAddress = 2000;

/// The path below `base`, decoded and in parts; nothing for an address elsewhere.
std::optional<QStringList> partsBelow(const QString &text, const QUrl &base)
{
    const QUrl url(text.left(longestAddress));
    const auto port = [](const QUrl &one) { return one.port(one.scheme() == "http"_L1 ? 80 : 443); };
    if (!url.isValid() || url.host().compare(base.host(), Qt::CaseInsensitive) != 0 || port(url) != port(base))
        return std::nullopt;
    const QString path = url.path(QUrl::FullyDecoded);
    const QString root = base.path(QUrl::FullyDecoded);
    if (!root.isEmpty() && path != root && !path.startsWith(root + u'/'))
        return std::nullopt;
    return path.mid(root.size()).split(u'/', Qt::SkipEmptyParts);
}

QString withoutGit(QString name)
{
    if (name.endsWith(".git"_L1))
        name.chop(4);
    return name;
}

/// https://gitlab.example.org/group/sub/project/-/tree/main/: groups are as deep as they like.
QString gitlabProject(QStringList parts)
{
    qsizetype end = parts.indexOf(u"-"_s);
    for (const QString &old : { u"blob"_s, u"tree"_s }) {
        if (end < 0 && parts.indexOf(old) >= 2)
            end = parts.indexOf(old);
    }
    if (end >= 0)
        parts = parts.mid(0, end);
    return parts.size() < 2 ? QString() : withoutGit(parts.join(u'/'));
}

/// https://dev.azure.com/organisation/project/_git/repository?path=…
QString azureProject(const QStringList &parts)
{
    const qsizetype git = parts.indexOf(u"_git"_s);
    if (git < 1 || git > 2 || git + 1 >= parts.size())
        return {};
    const QString repository = parts[git + 1];
    // The repository of the project's own name is written without the project.
    const QString project = git == 2 ? parts[1] : repository;
    return parts[0] + u'/' + project + u'/' + repository;
}

} // namespace

std::vector<HostedProject> hostedProjects(
    const std::vector<AskedEntity> &entities, const std::function<QString(const AskedEntity &)> &nameOf)
{
    std::vector<HostedProject> projects;
    QHash<QString, size_t> known;
    for (const AskedEntity &entity : entities) {
        const QString name = nameOf(entity);
        if (name.isEmpty())
            continue;
        const auto at = known.constFind(name);
        if (at == known.cend())
            projects.push_back({ name, {}, false, false });
        HostedProject &project = at == known.cend() ? projects.back() : projects[*at];
        if (at == known.cend())
            known.insert(name, projects.size() - 1);
        project.entityRefs.append(entity.ref);
        project.onScreen = project.onScreen || entity.onScreen;
        project.keep = project.keep || entity.keep;
    }
    for (HostedProject &project : projects)
        project.entityRefs.sort();
    return projects;
}

QStringList largestGroups(const std::vector<HostedProject> &projects, const std::function<QString(const QString &name)> &groupOf, qsizetype most)
{
    QHash<QString, int> counts;
    for (const HostedProject &project : projects)
        ++counts[groupOf(project.name)];
    counts.remove(QString());
    QStringList groups = counts.keys();
    std::ranges::sort(groups, [&counts](const QString &a, const QString &b) { return std::pair(-counts[a], a) < std::pair(-counts[b], b); });
    return groups.mid(0, most);
}

QString projectOfUrl(const QString &url, HostType type, const QUrl &base)
{
    const auto parts = partsBelow(url, base);
    if (!parts)
        return {};
    if (type == HostType::GitLab)
        return gitlabProject(*parts);
    if (type == HostType::Azure)
        return azureProject(*parts);
    return parts->size() < 2 ? QString() : parts->at(0) + u'/' + withoutGit(parts->at(1));
}

QString projectOfSource(const AskedEntity &entity, HostType type, const QUrl &base)
{
    for (const QString &key : { u"backstage.io/source-location"_s, u"backstage.io/managed-by-location"_s }) {
        const QString location = entity.annotations.value(key).toString();
        if (!location.startsWith("url:"_L1))
            continue;
        if (const QString project = projectOfUrl(location.mid(4), type, base); !project.isEmpty())
            return project;
    }
    return {};
}

bool isInstance(const QString &instance, const QUrl &base)
{
    const QString wanted = instance.trimmed();
    if (wanted.contains("://"_L1)) {
        const auto address = hostAddress(wanted, {});
        return address && address->host() == base.host();
    }
    return wanted.compare(base.host(), Qt::CaseInsensitive) == 0 || wanted.compare(hostName(base), Qt::CaseInsensitive) == 0;
}

std::optional<QString> withoutInstance(const QString &value, const QUrl &base)
{
    const QString text = value.trimmed().left(longestAddress);
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 0)
        return text;
    return isInstance(text.left(colon), base) ? std::optional(text.mid(colon + 1)) : std::nullopt;
}

} // namespace callboard::sdk
