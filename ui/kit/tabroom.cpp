// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/tabroom.h"

#include "ui/kit/styleproperties.h"
#include "ui/kit/theme.h"

#include <QStyleOptionTab>
#include <QTabBar>

namespace callboard::ui {

namespace {

constexpr char fittedProperty[] = "callboard-fitted"; ///< On a tab bar: to what its titles were fitted last.

QVariant fitOf(const QTabBar *bar, int room)
{
    QVariantList fit { Theme::of(bar).revision(), room, bar->currentIndex() };
    for (int i = 0; i < bar->count(); ++i)
        fit << bar->tabText(i) << bar->tabIcon(i).isNull();
    return fit;
}

} // namespace

void fitTabs(QTabBar *bar, int room)
{
    // The window is laid out at each key of a filter: all titles are measured again only where something is another.
    const QVariant fit = fitOf(bar, room);
    if (bar->property(fittedProperty) == fit)
        return;
    bar->setProperty(fittedProperty, fit);
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
