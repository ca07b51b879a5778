// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/focus.h"

#include <QFrame>

class QListWidget;

namespace callboard::ui {

/// The entities seen last, over the board: each further Tab goes one on, letting Ctrl go opens it.
class RecentSwitcher final : public QFrame {
    Q_OBJECT
public:
    RecentSwitcher(PaneContext context, QWidget *window);
    void popUp();
    QListWidget *list() const { return m_list; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill();
    void step(int by);
    void choose();

    PaneContext m_context;
    QListWidget *m_list;
};

} // namespace callboard::ui
