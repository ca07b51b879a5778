// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

namespace callboard::ui {

/// Whether somebody shows icons in a tray. At a login the panel may come after us, and Qt asks only once: so it is waited
/// for before Qt is asked.
class TrayHost final : public QObject {
    Q_OBJECT
public:
    /// Calls `ready` once: when a host is there, or after some seconds without one. Not if `context` is gone by then.
    static void await(QObject *context, std::function<void()> ready);

private Q_SLOTS:
    void ask(); // By name: a signal of the bus asks for it.

private:
    explicit TrayHost(QObject *context, std::function<void()> ready);
    void finish();

    std::function<void()> m_ready;
};

} // namespace callboard::ui
