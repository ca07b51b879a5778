// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/scmhosts.h"

#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <optional>

using namespace Qt::StringLiterals;

namespace callboard::sync {

using catalog::ScmType;

namespace {

bool matches(const QString &path, const QString &pattern)
{
    return QRegularExpression(pattern).match(path).hasMatch();
}

std::optional<ScmType> typeByPath(const QString &path)
{
    if (path.contains("/-/blob/"_L1) || path.contains("/-/tree/"_L1))
        return ScmType::GitLab;
    if (matches(path, uR"(^(/[^/]+){2,}/src/(branch|tag|commit)/)"_s))
        return ScmType::Gitea;
    if (matches(path, uR"(^(/[^/]+)*/projects/[^/]+/repos/[^/]+/browse)"_s))
        return ScmType::BitbucketServer;
    if (path.contains("/_git/"_L1))
        return ScmType::Azure;
    if (matches(path, uR"(^/[^/]+/[^/]+/(blob|tree)/)"_s))
        return ScmType::GitHub;
    return std::nullopt;
}

} // namespace

catalog::ScmHosts scmHostsOf(const QStringList &urls)
{
    catalog::ScmHosts hosts;
    QSet<QString> seen;
    for (const QString &text : urls) {
        // Descriptors come in thousands from a few hosts: the host is cut out before anything is parsed.
        const qsizetype begin = text.indexOf("://"_L1) + 3;
        if (begin < 3)
            continue;
        const QString key = text.mid(begin, text.indexOf(u'/', begin) - begin);
        if (seen.contains(key) || hosts.typeOf(text) != ScmType::Plain)
            continue;
        const QUrl url(text);
        if (const auto type = typeByPath(url.path())) {
            seen.insert(key);
            catalog::ScmHost host;
            host.type = *type;
            host.host = key;
            hosts.add(host);
        }
    }
    return hosts;
}

} // namespace callboard::sync
