// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QAccessibleAnnouncementEvent>
#include <QObject>

namespace callboard::ui {

/// Has a screen reader say something that changed away from the keyboard's focus.
inline void announce(QObject *source, const QString &text)
{
    if (text.isEmpty() || !QAccessible::isActive())
        return;
    QAccessibleAnnouncementEvent event(source, text);
    QAccessible::updateAccessibility(&event);
}

} // namespace callboard::ui
