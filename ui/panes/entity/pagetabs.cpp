// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/entity/pagetabs.h"

#include "ui/kit/styleproperties.h"
#include "ui/kit/tabroom.h"

#include <QLocale>

namespace callboard::ui::panes {

PageTabs::PageTabs(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setDocumentMode(true);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::TabFocus);
    setProperty(property::inlineTabs, true);
    setAccessibleName(tr("Parts of this page"));
}

int PageTabs::addPage(const QString &id, const QString &text, int count)
{
    const QString shown = count < 0 ? text : QString(text + u' ' + QLocale().toString(count));
    const int index = addTab(shown);
    setTabData(index, id);
    return index;
}

void PageTabs::resizeEvent(QResizeEvent *event)
{
    fitTabs(this, width());
    QTabBar::resizeEvent(event);
}

void PageTabs::tabInserted(int index)
{
    QTabBar::tabInserted(index);
    fitTabs(this, width());
}

int PageTabs::indexOf(const QString &id) const
{
    for (int index = 0; index < count(); ++index)
        if (tabData(index).toString() == id)
            return index;
    return -1;
}

} // namespace callboard::ui::panes
