// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/readerlayout.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>

namespace callboard::ui {

bool ReaderLayout::eventFilter(QObject *watched, QEvent *event)
{
    // Qt's bridge to AT-SPI is such an object, and has no public name.
    if (event->type() != QEvent::MetaCall || !watched->inherits("QDBusVirtualObject"))
        return false;
    const QWidgetList widgets = QApplication::allWidgets();
    for (const QWidget *widget : widgets) {
        // Whoever asks what lies somewhere has the layout that waits done first.
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model())
            view->indexAt(QPoint());
    }
    return false;
}

} // namespace callboard::ui
