// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QDBusConnection;
class QUrl;

namespace callboard::ui {

/// Opens an address, or a file or folder of this machine, with what the desktop has for it. Where no program of the desktop is in reach
/// (`xdg-open` is not there, as in a root of our own), its portal on `bus` is asked. GUI thread; waits for nobody. False: nothing was
/// begun. `failed` is called later, at most once, where what was begun came to nothing.
bool openByDesktop(const QUrl &url, const QDBusConnection &bus, const std::function<void()> &failed);

} // namespace callboard::ui
