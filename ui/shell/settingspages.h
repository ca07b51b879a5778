// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/pane.h"

class QVBoxLayout;

namespace callboard::ui {

class Preferences;
class TextLabel;

/// A page of the settings with its title, scrolled where it is long.
QWidget *settingsPage(const QString &title, QVBoxLayout **column);
/// Dense secondary text that wraps.
TextLabel *quietLabel(const QString &text);

/// Tray icon, what closing the window does, start at login.
QWidget *makeTrayPage(PaneContext context, Preferences &preferences);
/// What of the inbox is counted and pops up, and when it is quiet.
QWidget *makeNoticesPage(PaneContext context);
/// Working offline, and what is done over a network that costs or when power is low.
QWidget *makeNetworkPage(PaneContext context, Preferences &preferences);

} // namespace callboard::ui
