// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/build.h"

#include <QUrl>

#include <span>
#include <vector>

namespace callboard::builds {

/// Commits that `to` has and `from` has not, the newest first; as `git log from..to` lists them. From a clone alone: nothing is fetched, run or
/// written. NotFound where the clone does not have one of the two. Blocking: not for the GUI thread.
domain::Result<std::vector<domain::BuildCommit>> commitsBetween(const QString &clone, const QString &from, const QString &to, int most = 200);

/// The clone of the repository that a run's page lies in; null where none is known.
const domain::CloneState *cloneOf(std::span<const domain::CloneState> clones, const QString &runUrl);
/// The page of a repository, from that of a run in it: GitHub, GitLab, Gitea and Forgejo, Bitbucket. Empty where it cannot be told.
QString repositoryUrl(const QString &runUrl);
/// The host's page that compares two commits; empty where it is not known how that host names it.
QUrl compareUrl(const QString &runUrl, const QString &from, const QString &to);
/// The host's page of a commit; likewise.
QUrl commitUrl(const QString &runUrl, const QString &id);

} // namespace callboard::builds
