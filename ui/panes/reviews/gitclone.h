// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <git2.h>

#include <memory>

/// What both files that look into a clone by libgit2 have in common.
namespace callboard::ui::panes {

template<typename T, auto free>
struct GitFree {
    void operator()(T *object) const { free(object); }
};
template<typename T, auto free>
using GitOwned = std::unique_ptr<T, GitFree<T, free>>;
using GitRepository = GitOwned<git_repository, git_repository_free>;

/// Held while libgit2 is used.
class GitLibrary final {
public:
    GitLibrary() { git_libgit2_init(); }
    ~GitLibrary() { git_libgit2_shutdown(); }
    Q_DISABLE_COPY_MOVE(GitLibrary)
};

/// What libgit2 said last.
std::unexpected<domain::Error> gitFailure(domain::ErrorCode code, const QString &clone);
/// NotFound where there is no repository.
domain::Result<GitRepository> openClone(const QString &clone);

} // namespace callboard::ui::panes
