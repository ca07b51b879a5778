// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QPushButton;
class QWidget;

namespace callboard::ui {

/// The row of buttons under a dialog: `left` at its beginning, `right` at its end. `primary`, one of them, is what the dialog is for; `byEnter`:
/// Enter in a field presses it. No other button takes Enter unless it has the keyboard. The caller owns the row.
QWidget *dialogFooter(const QList<QPushButton *> &left, const QList<QPushButton *> &right, QPushButton *primary, bool byEnter = true);

} // namespace callboard::ui
