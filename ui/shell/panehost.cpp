// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/panehost.h"

#include "ui/kit/glyphs.h"
#include "ui/kit/icons.h"
#include "ui/kit/paneframe.h"
#include "ui/kit/style.h"
#include "ui/kit/styleproperties.h"
#include "ui/kit/tabroom.h"

#include <QApplication>
#include <QEvent>
#include <QMenu>
#include <QTabBar>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

using namespace std::chrono_literals;

namespace callboard::ui {

namespace {

constexpr auto roomForKeys = 40ms; // Between one pane that is made unseen and the next: what is typed meanwhile waits for one at most.

QString packTarget(const FocusTarget &target)
{
    return target.kind == FocusTarget::Kind::Entity ? target.ref
        : target.kind == FocusTarget::Kind::Mine    ? u"mine"_s
                                                    : QString();
}

FocusTarget unpackTarget(const QString &text)
{
    if (text.isEmpty())
        return {};
    return text == "mine"_L1 ? FocusTarget { FocusTarget::Kind::Mine, {} }
                             : FocusTarget { FocusTarget::Kind::Entity, text };
}

Qt::DockWidgetArea sideOf(PaneFactory::Area area)
{
    return area == PaneFactory::Area::Left ? Qt::LeftDockWidgetArea : area == PaneFactory::Area::Bottom ? Qt::BottomDockWidgetArea : Qt::RightDockWidgetArea;
}

constexpr auto restsAfter = 150ms;
constexpr char targetProperty[] = "callboard-target";

} // namespace

// DockTitle

DockTitle::DockTitle(QDockWidget *dock, const QString &iconName)
    : QWidget(dock)
    , m_dock(dock)
    , m_iconName(iconName)
{
    connect(dock, &QDockWidget::windowTitleChanged, this, [this] { update(); });
}

void DockTitle::setShown(bool shown)
{
    if (m_shown == shown)
        return;
    m_shown = shown;
    updateGeometry();
}

void DockTitle::setKeyboard(bool inside)
{
    m_keyboard = inside;
    update();
}

QSize DockTitle::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    return { 40, m_shown ? theme.scaled(theme.metrics().bar.dockTab) : 0 };
}

void DockTitle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = Theme::of(this).colours();
    painter.fillRect(rect(), c.house);
    paintHairline(&painter, rect().bottomLeft(), rect().bottomRight(), c.borderSubtle);
    QStyleOptionTab tab;
    tab.initFrom(this);
    tab.text = m_dock->windowTitle();
    tab.icon = icon(m_iconName);
    tab.state = QStyle::State_Enabled | QStyle::State_Selected;
    QSize size = style()->sizeFromContents(QStyle::CT_TabBarTab, &tab, {}, nullptr);
    tab.rect = QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, qMin(size.width(), width()), height()));
    style()->drawControl(QStyle::CE_TabBarTabShape, &tab, &painter, nullptr);
    style()->drawControl(QStyle::CE_TabBarTabLabel, &tab, &painter, nullptr);
    paintHairline(&painter, tab.rect.topLeft(), tab.rect.bottomLeft(), c.borderSubtle);
    if (m_keyboard)
        painter.fillRect(tab.rect.left(), 0, tab.rect.width(), 2, c.accent);
}

// PaneHost

PaneHost::PaneHost(QMainWindow *window, PaneContext context, std::vector<PaneFactory> factories)
    : QObject(window)
    , m_window(window)
    , m_context(context)
    , m_factories(std::move(factories))
{
    window->setDockNestingEnabled(true);
    window->setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks | QMainWindow::GroupedDragging);
    window->setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    window->setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    window->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window->installEventFilter(this);
    for (const PaneFactory &factory : m_factories) {
        if (factory.area != PaneFactory::Area::Centre)
            addDock(factory);
    }
    connect(window, &QMainWindow::tabifiedDockWidgetActivated, this, [this] { decorateSoon(); });
    connect(&m_context.focus, &Focus::changed, this, &PaneHost::followFocus);
    m_othersFollow.setSingleShot(true);
    m_othersFollow.setInterval(restsAfter);
    connect(&m_othersFollow, &QTimer::timeout, this, [this] {
        for (PaneFrame *frame : std::as_const(m_frames))
            setTarget(frame);
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { onFocusChanged(now); });
    // Once the window is up: a pane behind a tab has a count to show on it.
    QTimer::singleShot(500ms, this, &PaneHost::makeUnseen);
}

void PaneHost::makeUnseen()
{
    for (const PaneFactory &made : m_factories) {
        if (m_frames.contains(made.id) || !m_docks.contains(made.id))
            continue;
        makeFrame(made.id);
        QTimer::singleShot(roomForKeys, this, &PaneHost::makeUnseen);
        return;
    }
}

PaneHost::~PaneHost()
{
    m_window->removeEventFilter(this);
}

const PaneFactory *PaneHost::factory(const QString &id) const
{
    const auto at = std::ranges::find(m_factories, id, &PaneFactory::id);
    return at == m_factories.end() ? nullptr : &*at;
}

bool PaneHost::isOfCentre(const QString &id) const
{
    const PaneFactory *made = factory(id);
    return made && made->area == PaneFactory::Area::Centre;
}

void PaneHost::addDock(const PaneFactory &factory)
{
    auto *dock = new QDockWidget(factory.title, m_window);
    dock->setObjectName(factory.id);
    dock->setAccessibleName(factory.title);
    auto *title = new DockTitle(dock, factory.iconName);
    dock->setTitleBarWidget(title);
    auto *holder = new QWidget;
    auto *layout = new QVBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    dock->setWidget(holder);
    m_docks.insert(factory.id, dock);
    // One left out at first has no place until somebody asks for it; a saved layout names those that have one.
    if (factory.shown)
        m_window->addDockWidget(sideOf(factory.area), dock);
    else
        dock->hide();
    connect(dock, &QDockWidget::visibilityChanged, this, [this, id = factory.id](bool visible) {
        onSeen(id, visible);
        decorateSoon();
        Q_EMIT shownChanged();
    });
    connect(dock, &QDockWidget::topLevelChanged, this, [this, dock, icon = factory.iconName](bool floating) {
        // Floating, the window system's own frame is the better one.
        QWidget *old = dock->titleBarWidget();
        dock->setTitleBarWidget(floating ? nullptr : new DockTitle(dock, icon));
        if (old)
            old->deleteLater();
        decorateSoon();
    });
    connect(dock, &QDockWidget::dockLocationChanged, this, [this] { decorateSoon(); });
}

PaneFrame *PaneHost::makeFrame(const QString &id)
{
    if (PaneFrame *known = m_frames.value(id))
        return known;
    const PaneFactory *made = factory(id);
    if (!made)
        return nullptr;
    Pane *pane = made->make(m_context);
    auto *frame = new PaneFrame(pane);
    m_frames.insert(id, frame);
    const PaneLayout saved = m_saved.take(id);
    frame->setMinimumWidth(200); // A pane shown for the first time beside others must not become a sliver.
    if (QDockWidget *dock = m_docks.value(id)) {
        dock->widget()->layout()->addWidget(frame);
        frame->setMenuFiller([this, id](QMenu *menu) { fillMenu(menu, id); });
        connect(pane, &Pane::countChanged, this, [this, id] { m_docks.value(id)->setWindowTitle(titleOf(id)); decorateSoon(); });
    } else {
        frame->setTabified(true); // Its tab is that of a page.
    }
    connect(frame, &PaneFrame::cancelRequested, this, [this, pane] {
        if (!pane->cancel())
            m_context.workspace.cancelPulls();
    });
    connect(frame, &PaneFrame::pinnedChanged, this, [this, frame](bool pinned) {
        frame->setProperty(targetProperty, pinned ? packTarget(m_context.focus.target()) : QString());
        m_handed.remove(frame);
        if (!pinned)
            setTarget(frame);
    });
    pane->restoreState(saved.state);
    if (saved.pinned) {
        frame->setPinned(true);
        frame->setProperty(targetProperty, saved.pinnedTo);
        pane->setTarget(unpackTarget(saved.pinnedTo));
    } else {
        setTarget(frame);
    }
    if (QDockWidget *dock = m_docks.value(id))
        dock->setWindowTitle(titleOf(id));
    Q_EMIT paneMade(pane);
    return frame;
}

Pane *PaneHost::pane(const QString &id)
{
    PaneFrame *frame = makeFrame(id);
    if (!frame)
        return nullptr;
    setTarget(frame);
    return &frame->pane();
}

QString PaneHost::titleOf(const QString &id) const
{
    const PaneFrame *frame = m_frames.value(id);
    const QString title = factory(id)->title;
    return frame && frame->pane().count() > 0 ? QString(title + u' ' + QString::number(frame->pane().count())) : title;
}

/// What is in sight is painted first; a pane behind a tab can wait until one has stopped stepping from entity to entity.
void PaneHost::followFocus()
{
    for (auto it = m_frames.cbegin(); it != m_frames.cend(); ++it) {
        if (it.value()->pane().followsUnseen() || m_seen.contains(it.key()) || !m_docks.contains(it.key()))
            setTarget(it.value());
    }
    m_othersFollow.start();
}

void PaneHost::onSeen(const QString &id, bool seen)
{
    if (!seen) {
        m_seen.remove(id);
        return;
    }
    m_seen.insert(id);
    setTarget(makeFrame(id));
}

void PaneHost::setTarget(PaneFrame *frame)
{
    if (frame->isPinned() || !frame->pane().followsFocus())
        return;
    // Once: a pane may have been led elsewhere since.
    const FocusTarget target = m_context.focus.target();
    const auto handed = m_handed.constFind(frame);
    if (handed != m_handed.constEnd() && *handed == target)
        return;
    m_handed.insert(frame, target);
    frame->pane().setTarget(target);
}

void PaneHost::fillMenu(QMenu *menu, const QString &id)
{
    QDockWidget *dock = m_docks.value(id);
    menu->addSeparator();
    QAction *floating = menu->addAction(icon(u"float"_s), dock->isFloating() ? tr("Put back") : tr("Take out of the window"));
    connect(floating, &QAction::triggered, dock, [dock] { dock->setFloating(!dock->isFloating()); });
    QAction *close = menu->addAction(icon(u"close"_s), tr("Close this pane"));
    connect(close, &QAction::triggered, dock, &QDockWidget::close);
}

void PaneHost::applyDefault(const QSize &window)
{
    const bool narrow = window.width() <= 1280 || window.height() <= 720;
    // Where there is little height the right docks are one stack of tabs, and what lies below joins them.
    const bool low = window.height() <= 720;
    QHash<int, QDockWidget *> first;
    for (const PaneFactory &factory : m_factories) {
        QDockWidget *dock = m_docks.value(factory.id);
        if (!dock)
            continue;
        dock->setFloating(false);
        m_window->removeDockWidget(dock);
        if (!factory.shown)
            continue;
        auto area = factory.area;
        if (low && area == PaneFactory::Area::Bottom)
            area = PaneFactory::Area::Right;
        QDockWidget *&top = first[int(area)];
        if (top) {
            m_window->tabifyDockWidget(top, dock);
        } else if (area == PaneFactory::Area::Bottom && first.value(int(PaneFactory::Area::Right))) {
            m_window->splitDockWidget(first.value(int(PaneFactory::Area::Right)), dock, Qt::Vertical);
            top = dock;
        } else {
            m_window->addDockWidget(area == PaneFactory::Area::Left ? Qt::LeftDockWidgetArea : Qt::RightDockWidgetArea, dock);
            top = dock;
        }
        dock->show();
    }
    for (QDockWidget *dock : std::as_const(first))
        dock->raise();
    QList<QDockWidget *> docks;
    QList<int> sizes;
    if (auto *left = first.value(int(PaneFactory::Area::Left))) {
        docks.append(left);
        sizes.append(qBound(330, window.width() * (narrow ? 36 : 34) / 100, 520));
    }
    if (auto *right = first.value(int(PaneFactory::Area::Right))) {
        docks.append(right);
        sizes.append(qBound(280, window.width() * 27 / 100, 420));
    }
    m_window->resizeDocks(docks, sizes, Qt::Horizontal);
    decorateSoon();
}

void PaneHost::save(LayoutState &state) const
{
    for (const PaneLayout &kept : m_saved)
        state.panes.push_back(kept);
    for (auto it = m_frames.cbegin(); it != m_frames.cend(); ++it) {
        const PaneFrame *frame = it.value();
        state.panes.push_back({ it.key(), frame->isPinned(), frame->property(targetProperty).toString(),
            frame->pane().saveState() });
    }
    std::ranges::sort(state.panes, {}, &PaneLayout::id);
}

void PaneHost::restore(const LayoutState &state)
{
    for (const PaneLayout &pane : state.panes) {
        if (PaneFrame *frame = m_frames.value(pane.id)) {
            frame->pane().restoreState(pane.state);
            frame->setPinned(pane.pinned);
            if (pane.pinned) {
                frame->setProperty(targetProperty, pane.pinnedTo);
                frame->pane().setTarget(unpackTarget(pane.pinnedTo));
            }
        } else {
            m_saved.insert(pane.id, pane);
        }
    }
}

void PaneHost::show(const QString &id)
{
    if (isOfCentre(id) && m_showInCentre) {
        showInCentre(id);
        m_frames.value(id)->focusPane(Qt::ShortcutFocusReason);
        return;
    }
    QDockWidget *dock = m_docks.value(id);
    if (!dock)
        return;
    PaneFrame *frame = makeFrame(id);
    setTarget(frame);
    place(id);
    dock->show();
    dock->raise();
    frame->focusPane(Qt::ShortcutFocusReason);
}

void PaneHost::showInCentre(const QString &id)
{
    if (isOfCentre(id) && m_showInCentre)
        m_showInCentre(makeFrame(id), *factory(id));
}

bool PaneHost::isShown(const QString &id) const
{
    if (isOfCentre(id))
        return m_frames.contains(id) && m_frames.value(id)->isVisible();
    const QDockWidget *dock = m_docks.value(id);
    return dock && !dock->isHidden();
}

void PaneHost::setShown(const QString &id, bool shown)
{
    if (QDockWidget *dock = m_docks.value(id)) {
        if (shown)
            place(id);
        dock->setVisible(shown);
    } else if (isOfCentre(id) && shown)
        show(id);
    else if (PaneFrame *frame = m_frames.value(id); frame && m_closeInCentre)
        m_closeInCentre(frame);
}

void PaneHost::place(const QString &id)
{
    // A pane that the default layout left out has no place in the window; shown so, it would lie over its corner.
    QDockWidget *dock = m_docks.value(id);
    if (dock->isFloating() || m_window->dockWidgetArea(dock) != Qt::NoDockWidgetArea)
        return;
    const auto area = factory(id)->area;
    for (const PaneFactory &other : m_factories) {
        QDockWidget *beside = m_docks.value(other.id);
        if (!beside || beside == dock || other.area != area || beside->isHidden() || beside->isFloating())
            continue;
        m_window->tabifyDockWidget(beside, dock);
        return;
    }
    m_window->addDockWidget(sideOf(area), dock);
}

void PaneHost::togglePin()
{
    if (PaneFrame *frame = m_frames.value(m_keyboardPane))
        frame->setPinned(!frame->isPinned());
}

void PaneHost::toggleSide(Qt::DockWidgetArea side)
{
    QStringList shown;
    for (auto it = m_docks.cbegin(); it != m_docks.cend(); ++it) {
        if (!it.value()->isHidden() && !it.value()->isFloating() && m_window->dockWidgetArea(it.value()) == side)
            shown.append(it.key());
    }
    if (shown.isEmpty()) {
        for (const QString &id : m_hiddenSides.take(side))
            m_docks.value(id)->show();
        return;
    }
    m_hiddenSides.insert(side, shown);
    for (const QString &id : std::as_const(shown))
        m_docks.value(id)->hide();
}

QString PaneHost::neighbour(bool forward) const
{
    struct Place {
        QString id;
        QPoint at;
    };
    std::vector<Place> places;
    for (auto it = m_frames.cbegin(); it != m_frames.cend(); ++it) {
        if (!isOfCentre(it.key()) && it.value()->isVisible() && !it.value()->visibleRegion().isEmpty())
            places.push_back({ it.key(), it.value()->mapTo(m_window, QPoint()) });
    }
    if (QWidget *centre = m_window->centralWidget())
        places.push_back({ {}, centre->mapTo(m_window, QPoint()) });
    std::ranges::sort(places, [](const Place &a, const Place &b) {
        return std::pair(a.at.x(), a.at.y()) < std::pair(b.at.x(), b.at.y());
    });
    const auto here = std::ranges::find(places, isOfCentre(m_keyboardPane) ? QString() : m_keyboardPane, &Place::id);
    if (here == places.end())
        return places.empty() ? QString() : places.front().id;
    const auto count = std::ssize(places);
    const auto at = (here - places.begin()) + (forward ? 1 : count - 1);
    return places.at(size_t(at % count)).id;
}

void PaneHost::onFocusChanged(QWidget *now)
{
    QString id;
    for (auto it = m_frames.cbegin(); now && it != m_frames.cend(); ++it) {
        if (it.value()->isAncestorOf(now))
            id = it.key();
    }
    // A menu or the palette has the keyboard for a moment: the pane under it keeps its line.
    if (!now || (id.isEmpty() && now->window() != m_window))
        return;
    if (id == m_keyboardPane)
        return;
    m_keyboardPane = id;
    decorate();
    Q_EMIT keyboardMoved(id);
}

bool PaneHost::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::ChildAdded || event->type() == QEvent::Resize))
        decorateSoon();
    return QObject::eventFilter(watched, event);
}

void PaneHost::decorateSoon()
{
    if (m_decorating)
        return;
    m_decorating = true;
    QTimer::singleShot(0, this, [this] {
        m_decorating = false;
        decorate();
    });
}

void PaneHost::decorate()
{
    for (auto it = m_docks.cbegin(); it != m_docks.cend(); ++it) {
        QDockWidget *dock = it.value();
        const bool tabbed = !m_window->tabifiedDockWidgets(dock).isEmpty();
        if (auto *title = qobject_cast<DockTitle *>(dock->titleBarWidget())) {
            title->setShown(!tabbed);
            title->setKeyboard(it.key() == m_keyboardPane);
        }
        if (PaneFrame *frame = m_frames.value(it.key())) {
            frame->setTabified(!dock->isFloating());
            frame->setKeyboardInside(dock->isFloating() && it.key() == m_keyboardPane);
        }
    }
    const auto bars = m_window->findChildren<QTabBar *>(Qt::FindDirectChildrenOnly);
    for (QTabBar *bar : bars) {
        bar->setDrawBase(true);
        bar->setExpanding(false);
        bool keyboard = false;
        for (int i = 0; i < bar->count(); ++i) {
            const auto *dock = reinterpret_cast<QDockWidget *>(bar->tabData(i).toULongLong());
            for (const PaneFactory &factory : m_factories) {
                if (m_docks.value(factory.id) != dock)
                    continue;
                if (bar->tabIcon(i).isNull())
                    bar->setTabIcon(i, icon(factory.iconName));
                keyboard |= factory.id == m_keyboardPane;
            }
        }
        fitTabs(bar, std::min(bar->parentWidget()->width(), bar->width()));
        if (bar->property(property::keyboard).toBool() != keyboard) {
            bar->setProperty(property::keyboard, keyboard);
            bar->update();
        }
    }
}

} // namespace callboard::ui
