// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <vector>

class QAbstractItemView;

namespace callboard::ui {

/// Lays lists out before a screen reader is answered about them. Qt 6.8 does it in the middle of the answer otherwise: how a row stands
/// (AT-SPI's GetState) hangs on where it is, that lays the view out, and a tree tells of a reset then, which deletes the row's interface
/// while it answers. An event filter of the application, in the GUI thread.
class ReaderLayout final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// What reaches the program over the bus, as AT-SPI's questions do, comes after the lists are laid out.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::vector<QPointer<QAbstractItemView>> m_views; ///< All there are, as each is polished once: a question must not look for them.
};

} // namespace callboard::ui
