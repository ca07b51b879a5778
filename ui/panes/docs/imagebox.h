// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

class QWidget;

namespace callboard::ui::panes {

/// A picture in a window of its own: as large as fits, or in its own size; Esc closes. Not waited for.
void showLarge(const QImage &image, const QString &name, QWidget *parent);

} // namespace callboard::ui::panes
