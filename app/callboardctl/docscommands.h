// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/callboardctl/command.h"

namespace callboard::ctl {

/// `docs build`: what the pages of a folder's sites are; `docs search`, `list`, `show`, `relevance`: on a workspace or on a folder of sites.
ExitCode docs(const QStringList &arguments);

// What each of them does with the arguments after its name.
ExitCode docsBuild(const QStringList &arguments);
ExitCode docsSearch(const QStringList &arguments);
ExitCode docsList(const QStringList &arguments);
ExitCode docsShow(const QStringList &arguments);
ExitCode docsRelevance(const QStringList &arguments);

} // namespace callboard::ctl
