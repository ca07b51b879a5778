// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/documents.h"

#include "ui/kit/banner.h"
#include "ui/kit/glyphs.h"
#include "ui/kit/icons.h"
#include "ui/kit/paneframe.h"
#include "ui/kit/style.h"
#include "ui/kit/styleproperties.h"
#include "models/items/doclibrary.h"
#include "ui/panes/docs/articlepage.h"
#include "ui/panes/entity/entitypage.h"

#include <QMenu>
#include <QPushButton>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace callboard::ui {

using items::DocAddress;
using panes::ArticlePage;
using panes::EntityPage;

namespace {
constexpr auto docsPrefix = "docs:"_L1;
constexpr auto panePrefix = "pane:"_L1;
} // namespace

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
    setAttribute(Qt::WA_OpaquePaintEvent);
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
            Q_EMIT currentTargetChanged(currentTarget());
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

ArticlePage *Documents::currentArticle() const
{
    return qobject_cast<ArticlePage *>(m_tabs->currentWidget());
}

TrailStep Documents::targetAt(int index) const
{
    if (const auto *page = qobject_cast<EntityPage *>(m_tabs->widget(index)))
        return { { FocusTarget::Kind::Entity, page->ref() } };
    if (const auto *article = qobject_cast<ArticlePage *>(m_tabs->widget(index)))
        return TrailStep::doc(article->address().site, article->address().target());
    return {};
}

TrailStep Documents::currentTarget() const
{
    return targetAt(m_tabs->currentIndex());
}

QString Documents::currentRef() const
{
    return currentTarget().focus.ref;
}

QString Documents::currentTitle() const
{
    if (const auto *page = current())
        return page->title();
    if (const auto *article = currentArticle())
        return article->title();
    return currentPane() ? m_tabs->tabText(m_tabs->currentIndex()) : QString();
}

QStringList Documents::refs() const
{
    QStringList result;
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (const auto *frame = qobject_cast<PaneFrame *>(m_tabs->widget(i))) {
            result.append(panePrefix + frame->pane().id());
            continue;
        }
        const TrailStep target = targetAt(i);
        result.append(target.readsDocs() ? QString(docsPrefix + target.focus.ref + target.page) : target.focus.ref);
    }
    return result;
}

void Documents::describe(QWidget *page)
{
    const int index = m_tabs->indexOf(page);
    if (index < 0)
        return;
    const auto *entity = qobject_cast<EntityPage *>(page);
    const auto *article = qobject_cast<ArticlePage *>(page);
    m_tabs->setTabText(index, entity ? entity->title() : article->title());
    m_tabs->setTabIcon(index, icon(entity ? entity->iconName() : article->iconName()));
    m_tabs->setTabToolTip(index, entity ? entity->ref() : article->address().key());
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

ArticlePage *Documents::addArticle(const TrailStep &target, int at)
{
    auto *article = new ArticlePage(m_context, DocAddress::of(target.focus.ref, target.target()));
    m_tabs->insertTab(at, article, article->title());
    connect(article, &ArticlePage::titleChanged, this, [this, article] { describe(article); });
    describe(article);
    updateEmpty();
    return article;
}

/// The tab to go on in: the one that is open, else the last one of this kind of page.
template<typename Page>
Page *Documents::reusable() const
{
    if (auto *page = qobject_cast<Page *>(m_tabs->currentWidget()))
        return page;
    for (int i = m_tabs->count() - 1; i >= 0; --i) {
        if (auto *page = qobject_cast<Page *>(m_tabs->widget(i)))
            return page;
    }
    return nullptr;
}

void Documents::open(const TrailStep &target, bool beside, bool restore)
{
    if (target.readsDocs())
        openArticle(target, beside, restore);
    else
        openEntity(target.focus.ref, beside);
}

int Documents::tabOf(const QString &ref) const
{
    for (int i = 0; i < m_tabs->count(); ++i) {
        const auto *page = qobject_cast<EntityPage *>(m_tabs->widget(i));
        if (page && page->ref() == ref)
            return i;
    }
    return -1;
}

int Documents::currentIndex() const
{
    return m_tabs->currentIndex();
}

PaneFrame *Documents::currentPane() const
{
    return qobject_cast<PaneFrame *>(m_tabs->currentWidget());
}

void Documents::showPane(PaneFrame *frame, const QString &title, const QString &iconName)
{
    if (m_tabs->indexOf(frame) < 0)
        m_tabs->insertTab(m_restoring ? m_tabs->count() : 0, frame, icon(iconName), title);
    m_tabs->setCurrentWidget(frame);
    updateEmpty();
}

void Documents::closePane(PaneFrame *frame)
{
    if (const int index = m_tabs->indexOf(frame); index >= 0)
        closePage(index);
}

void Documents::openBehind(const QString &ref)
{
    if (tabOf(ref) >= 0)
        return;
    if (auto *page = reusable<EntityPage>()) {
        page->setRef(ref);
        describe(page);
    } else {
        addPage(ref, m_tabs->count());
    }
}

void Documents::openEntity(const QString &ref, bool beside)
{
    if (const int known = tabOf(ref); known >= 0) {
        m_tabs->setCurrentIndex(known);
        return;
    }
    EntityPage *page = beside ? nullptr : reusable<EntityPage>();
    if (!page) {
        page = addPage(ref, m_tabs->currentIndex() + 1);
        m_tabs->setCurrentWidget(page);
        return;
    }
    page->setRef(ref);
    describe(page);
    if (page == m_tabs->currentWidget())
        Q_EMIT currentTargetChanged(currentTarget());
    else
        m_tabs->setCurrentWidget(page);
}

void Documents::openArticle(const TrailStep &target, bool beside, bool restore)
{
    const DocAddress address = DocAddress::of(target.focus.ref, target.target());
    ArticlePage *article = nullptr;
    for (int i = 0; i < m_tabs->count() && !article; ++i) {
        auto *one = qobject_cast<ArticlePage *>(m_tabs->widget(i));
        if (one && one->address().key() == address.key())
            article = one;
    }
    if (!article && !beside)
        article = reusable<ArticlePage>();
    if (!article) {
        m_tabs->setCurrentWidget(addArticle(target, m_tabs->currentIndex() + 1));
        return;
    }
    const bool moves = article->address() != address;
    article->setAddress(address, restore);
    describe(article);
    if (article != m_tabs->currentWidget())
        m_tabs->setCurrentWidget(article);
    else if (moves)
        Q_EMIT currentTargetChanged(currentTarget());
}

void Documents::restore(const QStringList &refs, int current, const std::function<void(const QString &)> &showPane)
{
    m_restoring = true;
    int shown = current;
    // Only the page that is seen is made now; the others when their tab is chosen would be nicer still, but a
    // page fills itself only when it is shown, so an unseen one costs next to nothing.
    for (qsizetype i = 0; i < refs.size(); ++i) {
        const QString &ref = refs.at(i);
        if (ref.startsWith(panePrefix)) {
            const int before = m_tabs->count();
            if (showPane)
                showPane(ref.sliced(panePrefix.size()));
            if (m_tabs->count() == before && i <= current)
                --shown;
            continue;
        }
        const DocAddress page = ref.startsWith(docsPrefix) ? DocAddress::fromKey(ref.sliced(docsPrefix.size())) : DocAddress {};
        if (!page.site.isEmpty())
            addArticle(TrailStep::doc(page.site, page.path), m_tabs->count());
        else
            addPage(ref, m_tabs->count());
    }
    m_tabs->setCurrentIndex(std::max(shown, 0));
    m_restoring = false;
    if (m_tabs->count() > 0)
        Q_EMIT currentTargetChanged(currentTarget());
}

void Documents::closePage(int index)
{
    QWidget *page = m_tabs->widget(index);
    m_tabs->removeTab(index);
    if (qobject_cast<PaneFrame *>(page))
        page->hide();
    else
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
    else if (ArticlePage *article = currentArticle())
        article->focusWidgetOfPage()->setFocus(reason);
    else if (PaneFrame *frame = currentPane())
        frame->focusPane(reason);
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
