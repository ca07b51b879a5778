// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

#include <vector>

namespace callboard::catalog {

/// The kinds of Git host whose web addresses Callboard understands.
enum class ScmType {
    Plain, ///< Any other web server.
    GitHub,
    GitLab,
    Gitea,
    BitbucketCloud,
    BitbucketServer,
    Azure,
    Gerrit,
    ObjectStore, ///< A bucket: no pages to edit on.
};

struct ScmHost {
    ScmType type = ScmType::Plain;
    QString host;    ///< With the port where one is written: "git.example.com:8443".
    QString baseUrl; ///< Gitea and Gerrit: where the web pages begin; empty: `https://<host>`.
    QString gitilesBaseUrl; ///< Gerrit: where its Gitiles pages begin.

    bool operator==(const ScmHost &) const = default;
};

/// Which host is of which type, as Backstage's ScmIntegrations have it. Values; cheap to copy.
class ScmHosts final {
public:
    /// github.com, gitlab.com, bitbucket.org, dev.azure.com and the large object stores, as with an empty Backstage configuration.
    ScmHosts();

    /// Adds a host, before the built-in ones of no other type.
    void add(ScmHost host);
    ScmType typeOf(const QString &url) const;

    /// `url` as seen from the file at `base` (integration.resolveUrl).
    domain::Result<QString> resolve(const QString &url, const QString &base) const;
    /// Where the file at `url` is edited in a browser; empty for a plain host.
    domain::Result<QString> editUrl(const QString &url) const;

    bool operator==(const ScmHosts &) const = default;

private:
    const ScmHost *find(const QString &url) const;
    std::vector<ScmHost> m_hosts;
};

/// Whether two URLs that both name files of a repository name the same repository; also true where one
/// of them cannot be understood so. Placeholders may not cross from one repository to another.
bool mayReference(const QString &url, const QString &base);

} // namespace callboard::catalog
