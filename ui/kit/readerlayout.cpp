// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/readerlayout.h"

#include <QAbstractItemView>
#include <QEvent>

namespace callboard::ui {

bool ReaderLayout::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Polish) {
        if (auto *view = qobject_cast<QAbstractItemView *>(watched)) {
            std::erase_if(m_views, [](const auto &known) { return known.isNull(); });
            m_views.push_back(view);
        }
    }
    // Qt's bridge to AT-SPI is such an object, and has no public name.
    if (event->type() != QEvent::MetaCall || !watched->inherits("QDBusVirtualObject"))
        return false;
    for (size_t at = 0; at < m_views.size(); ++at) { // A layout may make further ones.
        // Whoever asks what lies somewhere has the layout that waits done first. What is hidden is laid out when it is shown.
        if (const QAbstractItemView *view = m_views[at]; view && view->isVisible() && view->model())
            view->indexAt(QPoint());
    }
    return false;
}

} // namespace callboard::ui
