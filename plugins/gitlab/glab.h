// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace callboard::gitlab {

/// What `glab`, GitLab's own command line, holds for a host.
struct GlabLogin {
    QString token;
    QString user;
    bool isOAuth = false; ///< A Bearer token that glab itself renews.
};

/// glab's configuration file: $GLAB_CONFIG_DIR/config.yml, else below the XDG folder.
QString glabConfigPath();
/// Reads the "hosts" of that file's text. NotFound for a host it does not have, or whose token lies in a keyring.
domain::Result<GlabLogin> readGlabConfig(const QByteArray &text, const QString &host);
/// From this machine's file, read anew each time: the token is not kept.
domain::Result<GlabLogin> glabLogin(const QString &host);

} // namespace callboard::gitlab
