// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/domain/result.h"
#include "plugins/sdk/remote.h"

#include <QString>

#include <memory>
#include <optional>

struct git_repository;

namespace callboard::folder {

using sdk::HostType;
using sdk::Remote;

/// Starts libgit2 for as long as one of these lives.
class GitLibrary final {
public:
    GitLibrary();
    ~GitLibrary();
    Q_DISABLE_COPY_MOVE(GitLibrary)
};

/// One work tree on disk. Reads only. Used by one thread at a time.
class Repository final {
public:
    /// `workTree` holds `.git`, as a folder or (work trees, submodules) as a file.
    static domain::Result<Repository> open(const QString &workTree);
    /// The work tree that a folder lies in, itself included; empty when it lies in none.
    static QString workTreeAround(const QString &folder);
    Repository(Repository &&) noexcept;
    Repository &operator=(Repository &&) noexcept;
    ~Repository();

    const QString &workTree() const { return m_workTree; }
    QString gitFolder() const;
    /// URL of `origin`, else of the only or first other remote; empty where there is none.
    QString remoteUrl() const;
    QString currentBranch() const; ///< Empty when detached.
    /// Branch that the remote's HEAD points at, as the clone remembers it; empty where it does not.
    QString defaultBranch() const;
    QString head() const; ///< Commit id; empty in a repository without a commit.
    /// By the ignore rules. `path` is relative to the work tree; a folder ends with a slash.
    bool isIgnored(const QString &path) const;
    domain::Result<domain::CloneState> state() const;

private:
    struct Free {
        void operator()(git_repository *repository) const;
    };
    Repository(QString workTree, git_repository *repository);
    QString remoteName() const;

    QString m_workTree;
    std::unique_ptr<git_repository, Free> m_repository;
};

/// Tells a self-hosted Git host's type by the files that its users keep in a repository (`.gitlab-ci.yml` …).
HostType typeByContent(const QString &workTree);

} // namespace callboard::folder
