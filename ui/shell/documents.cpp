// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/documents.h"

#include "ui/kit/banner.h"
#include "ui/kit/glyphs.h"
#include "ui/kit/icons.h"
#include "ui/kit/style.h"
#include "ui/kit/styleproperties.h"
#include "ui/panes/entity/entitypage.h"

#include <QMenu>
#include <QPushButton>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace callboard::ui {

using panes::EntityPage;

Documents::Documents(PaneContext context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_tabs(new QTabWidget)
    , m_empty(new EmptyState)
{
    setObjectName("documents"_L1);
    setAccessibleName(tr("Pages"));
    setSurface(this, Surface::Board);
    setAttribute(Qt::WA_StyledBackground, false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 1, 1);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_empty);
    m_tabs->setDocumentMode(true);
    m_tabs->setTabsClosable(true);
    m_tabs->setMovable(true);
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->tabBar()->setDrawBase(true);
    m_tabs->tabBar()->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tabs->tabBar()->setAccessibleName(tr("Open pages"));
    connect(m_tabs, &QTabWidget::tabCloseRequested, this, [this](int index) { closePage(index); });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        if (!m_restoring)
            Q_EMIT currentRefChanged(currentRef());
    });
    connect(m_tabs->tabBar(), &QTabBar::customContextMenuRequested, this, [this](const QPoint &at) {
        if (QMenu *menu = tabMenu(m_tabs->tabBar()->tabAt(at)))
            menu->popup(m_tabs->tabBar()->mapToGlobal(at));
    });
    connect(m_empty, &EmptyState::pressed, this, &Documents::invitationAccepted);
    updateEmpty();
}

EntityPage *Documents::current() const
{
    return qobject_cast<EntityPage *>(m_tabs->currentWidget());
}

QString Documents::currentRef() const
{
    const EntityPage *page = current();
    return page ? page->ref() : QString();
}

QStringList Documents::refs() const
{
    QStringList result;
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (const auto *page = qobject_cast<EntityPage *>(m_tabs->widget(i)))
            result.append(page->ref());
    }
    return result;
}

void Documents::describe(EntityPage *page)
{
    const int index = m_tabs->indexOf(page);
    if (index < 0)
        return;
    m_tabs->setTabText(index, page->title());
    m_tabs->setTabIcon(index, icon(page->iconName()));
    m_tabs->setTabToolTip(index, page->ref());
}

EntityPage *Documents::addPage(const QString &ref, int at)
{
    auto *page = new EntityPage(m_context, ref);
    m_tabs->insertTab(at, page, page->title());
    connect(page, &EntityPage::titleChanged, this, [this, page] { describe(page); });
    connect(page, &EntityPage::filterRequested, this, &Documents::filterRequested);
    describe(page);
    updateEmpty();
    return page;
}

void Documents::open(const QString &ref, bool beside)
{
    const qsizetype known = refs().indexOf(ref);
    if (known >= 0) {
        m_tabs->setCurrentIndex(int(known));
        return;
    }
    if (current() && !beside) {
        current()->setRef(ref);
        describe(current());
        Q_EMIT currentRefChanged(ref);
        return;
    }
    EntityPage *page = addPage(ref, m_tabs->currentIndex() + 1);
    m_tabs->setCurrentWidget(page);
}

void Documents::restore(const QStringList &refs, int current)
{
    m_restoring = true;
    // Only the page that is seen is made now; the others when their tab is chosen would be nicer still, but a
    // page fills itself only when it is shown, so an unseen one costs next to nothing.
    for (const QString &ref : refs)
        addPage(ref, m_tabs->count());
    m_tabs->setCurrentIndex(current);
    m_restoring = false;
    if (!refs.isEmpty())
        Q_EMIT currentRefChanged(currentRef());
}

void Documents::closePage(int index)
{
    QWidget *page = m_tabs->widget(index);
    m_tabs->removeTab(index);
    delete page;
    updateEmpty();
}

void Documents::closeCurrent()
{
    if (m_tabs->currentIndex() >= 0)
        closePage(m_tabs->currentIndex());
}

void Documents::closeOthers()
{
    for (int i = m_tabs->count() - 1; i >= 0; --i) {
        if (i != m_tabs->currentIndex())
            closePage(i);
    }
}

void Documents::step(int by)
{
    const int count = m_tabs->count();
    if (count > 1)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + by + count) % count);
}

void Documents::setKeyboardInside(bool inside)
{
    m_tabs->tabBar()->setProperty(property::keyboard, inside);
    m_tabs->tabBar()->update();
}

void Documents::focusPage(Qt::FocusReason reason)
{
    if (EntityPage *page = current())
        page->focusWidgetOfPage()->setFocus(reason);
    else
        m_empty->button()->setFocus(reason);
}

void Documents::setInvitation(const QString &headline, const QString &detail, const QString &button)
{
    m_empty->setContent(u"home"_s, headline, detail, button);
}

QMenu *Documents::tabMenu(int index)
{
    if (index < 0)
        return nullptr;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Close")), &QAction::triggered, this, [this, index] { closePage(index); });
    connect(menu->addAction(tr("Close the others")), &QAction::triggered, this, [this, index] {
        m_tabs->setCurrentIndex(index);
        closeOthers();
    });
    return menu;
}

void Documents::updateEmpty()
{
    m_tabs->setVisible(m_tabs->count() > 0);
    m_empty->setVisible(m_tabs->count() == 0);
}

void Documents::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = Theme::of(this).colours();
    painter.fillRect(rect(), c.board);
    const int bar = m_tabs->isVisible() ? m_tabs->tabBar()->height() : 0;
    // The tab row lies on the house; what follows the last tab is bare.
    painter.fillRect(0, 0, width(), bar, c.house);
    if (bar > 0)
        paintHairline(&painter, { 0, bar - 1 }, { width() - 1, bar - 1 }, c.borderSubtle);
    else
        paintHairline(&painter, { 0, 0 }, { width() - 1, 0 }, c.borderSubtle);
    paintHairline(&painter, { 0, bar }, { 0, height() - 1 }, c.borderSubtle);
    paintHairline(&painter, { width() - 1, bar }, { width() - 1, height() - 1 }, c.borderSubtle);
    paintHairline(&painter, { 0, height() - 1 }, { width() - 1, height() - 1 }, c.borderSubtle);
}

} // namespace callboard::ui
