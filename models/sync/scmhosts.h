// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/scm.h"

#include <QStringList>

namespace callboard::sync {

/// Which hosts of these descriptor URLs are Git hosts of what type, told by the shape of their paths
/// (`/-/blob/` is GitLab's, `/src/branch/` Gitea's), so that edit links of self-hosted ones come out right.
catalog::ScmHosts scmHostsOf(const QStringList &urls);

} // namespace callboard::sync
