// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace callboard::github {

/// What `gh`, GitHub's own command line, holds for a host.
struct GhLogin {
    QString token; ///< Empty where it lies in a keyring, which `gh auth token` reads.
    QString user;
};

/// gh's file of hosts: $GH_CONFIG_DIR/hosts.yml, else below the XDG folder.
QString ghHostsPath();
/// Reads that file's text. NotFound for a host it does not have.
domain::Result<GhLogin> readGhHosts(const QByteArray &text, const QString &host);
/// From this machine's file, read anew each time: the token is not kept. Where it has none, gh is asked (a child process, for
/// some seconds at most). NotFound where nobody is signed in there.
domain::Result<GhLogin> ghLogin(const QString &host);
/// Who is signed in there, as far as the file says; asks nobody.
domain::Result<GhLogin> ghUser(const QString &host);

} // namespace callboard::github
