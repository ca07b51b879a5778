// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/dialogfooter.h"

#include "ui/kit/style.h"
#include "ui/kit/widgets.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace callboard::ui {

QWidget *dialogFooter(const QList<QPushButton *> &left, const QList<QPushButton *> &right, QPushButton *primary, bool byEnter)
{
    auto *footer = new SurfaceWidget(int(Surface::Wings), Qt::TopEdge);
    footer->setFixedHeight(Theme::of(footer).scaled(52));
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(24, 0, 16, 0);
    row->setSpacing(8);
    for (QPushButton *button : left)
        row->addWidget(button);
    row->addStretch(1);
    for (QPushButton *button : right)
        row->addWidget(button);
    for (QPushButton *button : left + right)
        button->setAutoDefault(false);
    setButtonRole(primary, ButtonRole::Primary);
    primary->setDefault(byEnter);
    return footer;
}

} // namespace callboard::ui
