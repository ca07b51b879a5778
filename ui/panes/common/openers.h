// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/pane.h"

#include <QString>
#include <QUrl>

namespace callboard::ui::panes {

/// Hands things to other programs of the desktop. Never waits for them.
/// Only http, https and mailto leave for the browser; anything else answers false.
bool openInBrowser(const QUrl &url);
/// The editor of the settings ("editor/command", with {path} and {line}), else $VISUAL where it has a
/// window of its own, else what the desktop opens such files with.
bool openInEditor(const QString &path, int line);
bool showInFileManager(const QString &path);
bool openTerminal(const QString &folder);
/// Brings the catalog to the front, for panes that are empty until something is chosen there.
void showCatalog(PaneContext context);
/// What openInEditor would start; program first. Empty: the desktop's choice.
QStringList editorCommand(const QString &setting, const QString &visual, const QString &path, int line);

} // namespace callboard::ui::panes
