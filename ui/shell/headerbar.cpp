// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/headerbar.h"

#include "models/items/userstate.h"
#include "ui/kit/commands.h"
#include "ui/kit/glyphs.h"
#include "ui/kit/icons.h"
#include "ui/kit/names.h"
#include "ui/kit/style.h"

#include <QKeyEvent>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

constexpr int segmentPadding = 10;
constexpr int mostRecent = 12;
enum FocusSegment { MineSegment, AllSegment, EntitySegment };

} // namespace

// SegmentedControl

SegmentedControl::SegmentedControl(const QString &name, QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(name);
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SegmentedControl::setSegments(const QList<Segment> &segments)
{
    m_segments = segments;
    m_visible = QList<bool>(segments.size(), true);
    forgetWidths();
}

void SegmentedControl::setSegmentText(int index, const QString &text)
{
    if (m_segments[index].text == text)
        return;
    m_segments[index].text = text;
    forgetWidths();
}

void SegmentedControl::setSegmentVisible(int index, bool visible)
{
    if (m_visible.at(index) == visible)
        return;
    m_visible[index] = visible;
    updateGeometry();
    update();
}

void SegmentedControl::setCurrent(int index)
{
    m_current = index;
    if (index >= 0 && index < m_segments.size())
        setAccessibleDescription(m_segments.at(index).text);
    update();
}

void SegmentedControl::forgetWidths()
{
    m_widths = QList<int>(m_segments.size(), 0);
    updateGeometry();
    update();
}

int SegmentedControl::segmentWidth(qsizetype index) const
{
    int &known = m_widths[index];
    if (known == 0)
        known = measure(m_segments.at(index));
    return known;
}

int SegmentedControl::measure(const Segment &segment) const
{
    const Theme &theme = Theme::of(this);
    int width = 2 * segmentPadding
        + QFontMetrics(theme.font(TextRole::Body, QFont::Medium)).horizontalAdvance(segment.text);
    if (!segment.iconName.isEmpty())
        width += theme.scaled(14) + 5;
    if (segment.pin)
        width += 16;
    if (segment.chevron)
        width += theme.scaled(12) + 8;
    return qBound(segment.minimumWidth, width, theme.scaled(260));
}

QList<QRect> SegmentedControl::rects() const
{
    QList<QRect> result;
    int x = 1;
    for (qsizetype i = 0; i < m_segments.size(); ++i) {
        const int width = m_visible.at(i) ? segmentWidth(i) : 0;
        result.append(QStyle::visualRect(layoutDirection(), rect(), QRect(x, 1, width, height() - 2)));
        x += width;
    }
    return result;
}

QRect SegmentedControl::segmentRect(int index) const
{
    return rects().value(index);
}

QSize SegmentedControl::sizeHint() const
{
    int width = 2;
    for (qsizetype i = 0; i < m_segments.size(); ++i)
        width += m_visible.at(i) ? segmentWidth(i) : 0;
    const Theme &theme = Theme::of(this);
    return { width, theme.scaled(theme.metrics().control.normal) };
}

int SegmentedControl::segmentAt(const QPoint &point) const
{
    const auto all = rects();
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (m_visible.at(i) && all.at(i).contains(point))
            return int(i);
    }
    return -1;
}

void SegmentedControl::paintSegment(QPainter *painter, int index, const QRect &rect) const
{
    const Segment &segment = m_segments.at(index);
    const Theme &theme = Theme::of(this);
    const Colours &c = theme.colours();
    const bool on = index == m_current;
    if (on)
        painter->fillRect(rect, c.selection);
    else if (index == m_hovered)
        painter->fillRect(rect, c.hover);
    const QColor ink = on ? c.text : c.textSecondary;
    const auto mirrored = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect, r); };
    int x = rect.left() + segmentPadding;
    if (!segment.iconName.isEmpty()) {
        const int side = theme.scaled(14);
        paintIcon(painter, mirrored(QRect(x, rect.center().y() - side / 2 + 1, side, side)), segment.iconName, ink);
        x += side + 5;
    }
    if (segment.pin) {
        paintPin(painter, QRectF(mirrored(QRect(x, rect.top(), 10, rect.height()))).center(), on, c);
        x += 16;
    }
    int right = rect.right() - segmentPadding;
    if (segment.chevron) {
        const int side = theme.scaled(12);
        paintIcon(painter, mirrored(QRect(right - side + 2, rect.center().y() - side / 2 + 1, side, side)), u"chevron-down"_s, ink);
        right -= side + 6;
    }
    const QFont font = theme.font(TextRole::Body, on ? QFont::Medium : QFont::Normal);
    painter->setFont(font);
    painter->setPen(ink);
    painter->drawText(mirrored(QRect(x, rect.top(), right - x + 2, rect.height())), int(Qt::AlignVCenter),
        QFontMetrics(font).elidedText(segment.text, Qt::ElideRight, right - x + 2));
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const Colours &c = theme.colours();
    const qreal radius = theme.metrics().radius.control;
    paintBox(&painter, rect(), radius, c.slip);
    painter.save();
    QPainterPath clip;
    clip.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setClipPath(clip);
    const auto all = rects();
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (!m_visible.at(i))
            continue;
        paintSegment(&painter, int(i), all.at(i));
        if (i > 0)
            paintHairline(&painter, all.at(i).topLeft(), all.at(i).bottomLeft(), c.borderSubtle);
    }
    painter.restore();
    const bool ring = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    paintBox(&painter, rect(), radius, {}, ring ? c.focusRing : c.borderControl, ring ? 2 : 1);
}

void SegmentedControl::mousePressEvent(QMouseEvent *event)
{
    const int index = segmentAt(event->position().toPoint());
    if (index >= 0 && event->button() == Qt::LeftButton)
        Q_EMIT pressed(index);
}

void SegmentedControl::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = segmentAt(event->position().toPoint());
    update();
}

void SegmentedControl::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void SegmentedControl::move(int by)
{
    for (qsizetype at = m_current + by; at >= 0 && at < m_segments.size(); at += by) {
        if (m_visible.at(at)) {
            Q_EMIT pressed(int(at));
            return;
        }
    }
}

void SegmentedControl::keyPressEvent(QKeyEvent *event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    if (event->key() == Qt::Key_Left)
        move(mirrored ? 1 : -1);
    else if (event->key() == Qt::Key_Right)
        move(mirrored ? -1 : 1);
    else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Space || event->key() == Qt::Key_Return)
        Q_EMIT pressed(qMax(0, m_current));
    else
        QWidget::keyPressEvent(event);
}

void SegmentedControl::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        forgetWidths();
}

// SearchButton

SearchButton::SearchButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SearchButton::setShortcutText(const QStringList &keys)
{
    m_keys = keys;
    update();
}

QSize SearchButton::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    return { theme.scaled(420), theme.scaled(theme.metrics().control.normal) };
}

QSize SearchButton::minimumSizeHint() const
{
    return { Theme::of(this).scaled(150), sizeHint().height() };
}

void SearchButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const Colours &c = theme.colours();
    const bool ring = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    paintBox(&painter, rect(), theme.metrics().radius.control, underMouse() ? c.hover : c.slip,
        ring ? c.focusRing : c.borderControl, ring ? 2 : 1);
    const auto mirrored = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const int side = theme.scaled(14);
    paintIcon(&painter, mirrored(QRect(9, (height() - side) / 2, side, side)), u"search"_s, c.textSecondary);
    const int caps = paintKeyCaps(nullptr, {}, theme, m_keys);
    const bool roomForCaps = width() > caps + theme.scaled(150);
    const QRect text(9 + side + 7, 0, width() - side - 26 - (roomForCaps ? caps + 8 : 0), height());
    const QFont font = theme.font(TextRole::Body);
    painter.setFont(font);
    painter.setPen(c.textSecondary);
    painter.drawText(mirrored(text), int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
        QFontMetrics(font).elidedText(this->text(), Qt::ElideRight, text.width()));
    if (roomForCaps) {
        const QRect capsRect = mirrored(QRect(width() - caps - 8, 0, caps, height()));
        paintKeyCaps(&painter, { capsRect.left(), height() / 2 }, theme, m_keys);
    }
}

// HeaderBar

HeaderBar::HeaderBar(PaneContext context, QWidget *parent)
    : QToolBar(parent)
    , m_context(context)
    , m_switch(new SegmentedControl(tr("Focus")))
    , m_search(new SearchButton)
{
    setObjectName("headerbar"_L1);
    setWindowTitle(tr("Header"));
    setMovable(false);
    setFloatable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    m_switch->setSegments({ { tr("Mine"), u"user"_s, false, false, 0 }, { tr("All"), {}, false, false, 0 },
        { {}, {}, true, true, Theme::of(this).scaled(170) } });
    m_switch->setToolTip(tr("What the panes look at"));
    build();
    showFocus(m_context.focus.target());
    connect(&m_context.focus, &Focus::changed, this, [this](const FocusTarget &target) { showFocus(target); });
    connect(&m_context.workspace.mirror(), &mirror::Mirror::snapshotChanged, this, [this] { showFocus(m_context.focus.target()); });
    connect(m_switch, &SegmentedControl::pressed, this, [this](int index) {
        if (index == EntitySegment)
            showEntityMenu();
        else
            m_context.focus.go({ index == MineSegment ? FocusTarget::Kind::Mine : FocusTarget::Kind::All, {} });
    });
}

bool HeaderBar::event(QEvent *event)
{
    const bool handled = QToolBar::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        centreSearch();
    return handled;
}

/// In the middle of the window, not of what is left: it is where the eye looks for it.
void HeaderBar::centreSearch()
{
    if (!m_before)
        return;
    const int before = m_switch->x() + m_switch->width();
    const int wanted = (width() - m_search->sizeHint().width()) / 2 - before - 12;
    m_before->setFixedWidth(qMax(8, layoutDirection() == Qt::RightToLeft ? 8 : wanted));
}

void HeaderBar::changeEvent(QEvent *event)
{
    QToolBar::changeEvent(event);
    const Theme &theme = Theme::of(this);
    if (event->type() == QEvent::StyleChange)
        setFixedHeight(theme.scaled(theme.metrics().bar.toolBar));
}

QToolButton *HeaderBar::button(const QString &commandId, Qt::ToolButtonStyle style)
{
    QAction *action = m_context.commands.action(commandId);
    if (!action)
        return nullptr;
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(style);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    const QString name = QString(action->text()).remove(u'&');
    button->setAccessibleName(name);
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    button->setToolTip(keys.isEmpty() ? name : QString(name + u" ("_s + keys + u')'));
    addWidget(button);
    return button;
}

QWidget *HeaderBar::spacer()
{
    auto *space = new QWidget;
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return space;
}

void HeaderBar::build()
{
    const Theme &theme = Theme::of(this);
    setFixedHeight(theme.scaled(theme.metrics().bar.toolBar));
    layout()->setContentsMargins(6, 0, 6, 2);
    button(u"go.back"_s);
    button(u"go.forward"_s);
    addSeparator();
    addWidget(m_switch);
    m_before = new QWidget;
    addWidget(m_before);
    addWidget(m_search);
    addWidget(spacer());
    QMenu *openIn = nullptr;
    for (const auto &command : m_context.commands.all()) {
        if (!command.id.startsWith("entity.open"_L1))
            continue;
        if (!openIn)
            openIn = new QMenu(this);
        openIn->addAction(m_context.commands.action(command.id));
    }
    if (openIn) {
        auto *open = new QToolButton;
        open->setText(tr("Open in"));
        open->setIcon(icon(u"external-link"_s));
        open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        open->setAutoRaise(true);
        open->setFocusPolicy(Qt::TabFocus);
        open->setPopupMode(QToolButton::InstantPopup);
        open->setMenu(openIn);
        addWidget(open);
        addSeparator();
    }
    m_workspace = new QToolButton;
    m_workspace->setAutoRaise(true);
    m_workspace->setFocusPolicy(Qt::TabFocus);
    m_workspace->setPopupMode(QToolButton::InstantPopup);
    m_workspaceAction = addWidget(m_workspace);
    m_workspaceAction->setVisible(false);
    button(u"sync.now"_s);
    button(u"app.settings"_s);

    m_search->setText(tr("Go to anything in %1").arg(m_context.workspace.name()));
    m_search->setAccessibleName(tr("Go to anything"));
    QAction *palette = m_context.commands.action(u"go.palette"_s);
    connect(m_search, &QAbstractButton::clicked, palette, &QAction::trigger);
    const auto showKeys = [this, palette] { m_search->setShortcutText(keyCaps(palette->shortcut())); };
    showKeys();
    connect(palette, &QAction::changed, m_search, showKeys);
}

void HeaderBar::setWorkspaceMenu(QMenu *menu)
{
    m_workspace->setText(QString(m_context.workspace.name()).replace(u'&', u"&&"_s));
    m_workspace->setToolTip(tr("Workspace %1: another one, a new one").arg(m_context.workspace.name()));
    m_workspace->setAccessibleName(tr("Workspace %1").arg(m_context.workspace.name()));
    m_workspace->setMaximumWidth(Theme::of(this).scaled(160));
    m_workspace->setMenu(menu);
    m_workspaceAction->setVisible(true);
}

void HeaderBar::showFocus(const FocusTarget &target)
{
    if (target.kind == FocusTarget::Kind::Entity)
        m_lastEntity = target.ref;
    m_switch->setSegmentVisible(EntitySegment, !m_lastEntity.isEmpty());
    m_switch->setSegmentText(EntitySegment, nameOf(*m_context.workspace.mirror().snapshot(), m_lastEntity));
    m_switch->setCurrent(target.kind == FocusTarget::Kind::Mine ? MineSegment
            : target.kind == FocusTarget::Kind::All             ? AllSegment
                                                                : EntitySegment);
}

void HeaderBar::showEntityMenu()
{
    if (m_context.focus.target().kind != FocusTarget::Kind::Entity) {
        m_context.focus.go({ FocusTarget::Kind::Entity, m_lastEntity });
        return;
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(tr("Recently seen"));
    const mirror::SnapshotPtr snapshot = m_context.workspace.mirror().snapshot();
    int shown = 0;
    for (const QString &ref : m_context.user.recentRefs()) {
        if (shown++ == mostRecent)
            break;
        QAction *action = menu->addAction(icon(kindIconName(ref.section(u':', 0, 0))), nameOf(*snapshot, ref));
        connect(action, &QAction::triggered, this, [this, ref] { m_context.focus.open(ref); });
    }
    if (shown == 0)
        menu->addAction(tr("Nothing yet"))->setEnabled(false);
    menu->popup(m_switch->mapToGlobal(m_switch->segmentRect(EntitySegment).bottomLeft()));
}

} // namespace callboard::ui
