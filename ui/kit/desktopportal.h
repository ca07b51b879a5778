// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QDBusConnection;
class QUrl;

namespace callboard::ui {

/// Opens an address, or a file or folder of this machine, with what the desktop has for it. Where Qt finds no program for that (neither
/// `xdg-open` nor a browser is in a root of our own), the desktop's portal on `bus` is asked. GUI thread; waits for nobody. False: nothing
/// was begun. `failed` is called later, at most once, where what the portal began came to nothing.
bool openByDesktop(const QUrl &url, const QDBusConnection &bus, const std::function<void()> &failed);

} // namespace callboard::ui
