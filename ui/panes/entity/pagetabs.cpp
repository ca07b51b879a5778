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

void PageTabs::setPages(const QList<Page> &pages)
{
    for (int index = count() - 1; index >= 0; --index) {
        if (index >= pages.size() || tabData(index) != pages[index].id)
            removeTab(index);
    }
    for (int index = 0; index < pages.size(); ++index) {
        const Page &page = pages[index];
        const QString shown = page.count < 0 ? page.text : QString(page.text + u' ' + QLocale().toString(page.count));
        if (index == count() || tabData(index) != page.id)
            setTabData(insertTab(index, shown), page.id);
        else if (tabText(index) != shown)
            setTabText(index, shown);
    }
    setCurrentIndex(0);
    fitTabs(this, width());
    updateGeometry(); // While it is hidden, a tab bar does not say so itself.
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
