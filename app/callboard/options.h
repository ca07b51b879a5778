// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "ui/kit/theme.h"

#include <QSize>
#include <QStringList>

#include <optional>

namespace callboard::app {

/// What was asked for on the command line. Read before there is an application: some of it must be known by then.
struct Options {
    QString folder; ///< A folder of clones; absolute.
    QString url;    ///< A portal's address.
    QString link;   ///< callboard://…, as it was given.
    bool sample = false;
    bool hidden = false; ///< Only the tray icon, until somebody wants the window.
    QString workspace; ///< Its folder; absolute.
    std::optional<ui::ThemeChoice> theme;
    QString pictures; ///< Folder for pictures; then no window is shown.
    QSize size;
    double scale = 0;
    bool safeMode = false;
    bool timeStartup = false;
    QString language;
    QString helpText; ///< For --help and --version: print it and go.

    /// Invalid for what makes no sense; the detail says what.
    static domain::Result<Options> parse(const QStringList &arguments);
    /// A source given without a workspace has one of its own, keyed by where it is: trying something out does not mix
    /// with what the person keeps. Empty: the person's own.
    QString workspaceDirectory() const;
};

} // namespace callboard::app
