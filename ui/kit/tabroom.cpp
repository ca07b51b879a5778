// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/tabroom.h"

#include "ui/kit/styleproperties.h"

#include <QStyleOptionTab>
#include <QTabBar>

namespace callboard::ui {

void fitTabs(QTabBar *bar, int room)
{
    constexpr int mostCramped = 2;
    const int before = bar->property(property::cramped).toInt();
    for (int cramped = 0; cramped <= mostCramped; ++cramped) {
        bar->setProperty(property::cramped, cramped);
        int wanted = 0;
        for (int i = 0; i < bar->count(); ++i) {
            QStyleOptionTab tab;
            tab.text = bar->tabText(i);
            tab.icon = bar->tabIcon(i);
            tab.state.setFlag(QStyle::State_Selected, i == bar->currentIndex());
            wanted += bar->style()->sizeFromContents(QStyle::CT_TabBarTab, &tab, {}, bar).width();
        }
        if (wanted <= room)
            break;
    }
    if (bar->property(property::cramped).toInt() != before)
        bar->setElideMode(bar->elideMode()); // Lays the tabs out anew.
}

} // namespace callboard::ui
