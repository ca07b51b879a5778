// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/docscommands.h"

namespace callboard::ctl {

using namespace Qt::StringLiterals;

ExitCode docs(const QStringList &given)
{
    const QString which = given.value(0);
    const QStringList rest = given.mid(1);
    if (which == "build"_L1)
        return docsBuild(rest);
    return badUsage(u"docs build FOLDER"_s);
}

} // namespace callboard::ctl
