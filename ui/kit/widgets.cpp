// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/widgets.h"

#include "ui/kit/icons.h"
#include "ui/kit/style.h"
#include "ui/kit/styleproperties.h"

#include <QAction>
#include <QMouseEvent>
#include <QStyleOption>
#include <QStylePainter>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

QColor groundOf(const QWidget *widget)
{
    const Colours &c = Theme::of(widget).colours();
    for (const QWidget *at = widget; at; at = at->parentWidget()) {
        switch (Surface(at->property(property::surface).toInt())) {
        case Surface::None: break;
        case Surface::House: return c.house;
        case Surface::Wings: return c.wings;
        case Surface::Board: return c.board;
        case Surface::Slip: return c.slip;
        }
    }
    return c.board;
}

QRect centred(const QRect &outer, int side)
{
    return { outer.center().x() - side / 2 + (side % 2 ? 0 : 1), outer.center().y() - side / 2 + (side % 2 ? 0 : 1), side, side };
}

void paintFocusRing(QPainter *painter, const QWidget *widget)
{
    const Theme &theme = Theme::of(widget);
    paintBox(painter, widget->rect(), theme.metrics().radius.small, {}, theme.colours().focusRing, 2);
}

bool keyboardFocus(const QWidget *widget)
{
    return widget->hasFocus() && widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

} // namespace

// IconButton

IconButton::IconButton(const QString &iconName, const QString &name, QWidget *parent)
    : QToolButton(parent)
{
    setIcon(ui::icon(iconName));
    setAccessibleName(name);
    setToolTip(name);
    setAutoRaise(true);
    setSmall(this);
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(QToolButton::InstantPopup);
}

IconButton::IconButton(QAction *action, QWidget *parent)
    : IconButton(action->icon().name(), QString(action->text()).remove(u'&'), parent)
{
    setDefaultAction(action);
    setToolButtonStyle(Qt::ToolButtonIconOnly);
    // A name that is set does not follow by itself, as text and tip do.
    connect(action, &QAction::changed, this, [this, action] { setAccessibleName(QString(action->text()).remove(u'&')); });
}

void IconButton::setIconSide(int px)
{
    m_side = px;
    update();
}

QSize IconButton::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    const int side = theme.scaled(theme.metrics().control.small);
    return { side, side };
}

void IconButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.features = QStyleOptionToolButton::None;
    painter.drawPrimitive(QStyle::PE_PanelButtonTool, option);
    const int side = Theme::of(this).scaled(m_side);
    const Colours &c = Theme::of(this).colours();
    const QColor ink = !isEnabled() ? c.textDisabled : isChecked() ? c.accent : c.textSecondary;
    paintIcon(&painter, centred(rect(), side), icon().name(), ink, isChecked() && icon().name() == "star"_L1);
    if (!m_dashed)
        return;
    QPen pen(c.stale.glyph, 2);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({ 1.5, 1 });
    painter.setPen(pen);
    const QRect under = centred(rect(), side);
    painter.drawLine(under.left(), under.bottom() + 2, under.right(), under.bottom() + 2);
}

void IconButton::setDashed(bool dashed)
{
    m_dashed = dashed;
    update();
}

// ChipButton

ChipButton::ChipButton(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ChipButton::setIconName(const QString &name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

void ChipButton::setKind(ChipKind kind)
{
    m_kind = kind;
    update();
}

void ChipButton::setClosable(bool closable)
{
    m_closable = closable;
    updateGeometry();
}

void ChipButton::setPressable(bool pressable)
{
    m_pressable = pressable;
    setFocusPolicy(pressable ? Qt::TabFocus : Qt::NoFocus);
    setCursor(pressable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QSize ChipButton::sizeHint() const
{
    return chipSize(Theme::of(this), text(), !m_iconName.isEmpty(), m_closable);
}

QSize ChipButton::minimumSizeHint() const
{
    return { qMin(sizeHint().width(), Theme::of(this).scaled(48)), sizeHint().height() };
}

void ChipButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(&painter, rect(), Theme::of(this), text(), m_kind, m_iconName, m_pressable && underMouse(), m_closable);
    if (keyboardFocus(this))
        paintFocusRing(&painter, this);
}

void ChipButton::mouseReleaseEvent(QMouseEvent *event)
{
    const bool onCross = m_closable && event->position().x() > width() - Theme::of(this).scaled(20);
    if (onCross && isDown()) {
        setDown(false);
        Q_EMIT closeRequested();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

// BadgeLabel

BadgeLabel::BadgeLabel(const QString &text, Status status, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_status(status)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
}

void BadgeLabel::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void BadgeLabel::setStatus(Status status)
{
    m_status = status;
    update();
}

QSize BadgeLabel::sizeHint() const
{
    return badgeSize(Theme::of(this), m_text);
}

void BadgeLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBadge(&painter, rect(), Theme::of(this), m_text, m_status);
}

// StatusGlyph

StatusGlyph::StatusGlyph(Status status, QWidget *parent)
    : QWidget(parent)
    , m_status(status)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(statusWord(status));
}

void StatusGlyph::setStatus(Status status)
{
    m_status = status;
    setAccessibleName(statusWord(status));
    update();
}

void StatusGlyph::setGlyphStyle(GlyphStyle style)
{
    m_style = style;
    update();
}

void StatusGlyph::setSide(int px)
{
    m_side = px;
    updateGeometry();
}

QSize StatusGlyph::sizeHint() const
{
    const int side = Theme::of(this).scaled(m_side);
    return { side, side };
}

void StatusGlyph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int side = qMin(Theme::of(this).scaled(m_side), qMin(width(), height()));
    QRectF square(0, 0, side, side);
    square.moveCenter(QRectF(rect()).center());
    paintStatus(&painter, square, m_status, Theme::of(this).colours(), groundOf(this), m_style);
}

// IconLabel

IconLabel::IconLabel(const QString &name, int side, Ink ink, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_side(side)
    , m_ink(ink)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconLabel::setIconName(const QString &name)
{
    m_name = name;
    update();
}

void IconLabel::setInk(Ink ink)
{
    m_ink = ink;
    update();
}

QSize IconLabel::sizeHint() const
{
    const int side = Theme::of(this).scaled(m_side);
    return { side, side };
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = Theme::of(this).colours();
    const QColor colour = m_ink == Ink::Primary ? c.text
        : m_ink == Ink::Accent                  ? c.accent
        : m_ink == Ink::Disabled                ? c.textDisabled
                                                : c.textSecondary;
    paintIcon(&painter, centred(rect(), Theme::of(this).scaled(m_side)), m_name, colour);
}

// LinkLabel

LinkLabel::LinkLabel(const QString &text, const QString &iconName, QWidget *parent)
    : QAbstractButton(parent)
    , m_iconName(iconName)
{
    setText(text);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void LinkLabel::setIconName(const QString &name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

QSize LinkLabel::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    const QFontMetrics metrics(theme.font(TextRole::Dense));
    const int side = m_iconName.isEmpty() ? 0 : theme.scaled(12) + 4;
    return { metrics.horizontalAdvance(text()) + side + 2, theme.scaled(18) };
}

QSize LinkLabel::minimumSizeHint() const
{
    return { qMin(sizeHint().width(), Theme::of(this).scaled(40)), sizeHint().height() };
}

void LinkLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    const QColor ink = isEnabled() ? theme.colours().link : theme.colours().textSecondary;
    QFont font = theme.font(TextRole::Dense);
    font.setUnderline(isEnabled() && (underMouse() || keyboardFocus(this)));
    int x = 0;
    if (!m_iconName.isEmpty()) {
        const int side = theme.scaled(12);
        const QRect square(0, (height() - side) / 2, side, side);
        paintIcon(&painter, QStyle::visualRect(layoutDirection(), rect(), square), m_iconName, ink);
        x = side + 4;
    }
    painter.setFont(font);
    painter.setPen(ink);
    const QRect area = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(x, 0, 0, 0));
    painter.drawText(area, int(Qt::AlignVCenter | QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)),
        QFontMetrics(font).elidedText(text(), Qt::ElideRight, area.width()));
}

// KeyCaps

KeyCaps::KeyCaps(const QStringList &keys, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setKeys(keys);
}

void KeyCaps::setKeys(const QStringList &keys)
{
    m_keys = keys;
    setAccessibleName(keys.join(u'+'));
    updateGeometry();
    update();
}

QSize KeyCaps::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    return { paintKeyCaps(nullptr, {}, theme, m_keys), theme.scaled(18) };
}

void KeyCaps::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintKeyCaps(&painter, { 0, height() / 2 }, Theme::of(this), m_keys);
}

// SurfaceWidget

SurfaceWidget::SurfaceWidget(int surface, Qt::Edges lines, QWidget *parent)
    : QWidget(parent)
    , m_surface(surface)
    , m_lines(lines)
{
    setProperty(property::surface, surface);
    setAttribute(Qt::WA_OpaquePaintEvent); // Or what it lies on is painted as well.
}

void SurfaceWidget::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = Theme::of(this).colours();
    painter.fillRect(rect(), groundOf(this));
    const QRect r = rect();
    if (m_lines & Qt::TopEdge)
        paintHairline(&painter, r.topLeft(), r.topRight(), c.borderSubtle);
    if (m_lines & Qt::BottomEdge)
        paintHairline(&painter, r.bottomLeft(), r.bottomRight(), c.borderSubtle);
    if (m_lines & Qt::LeftEdge)
        paintHairline(&painter, r.topLeft(), r.bottomLeft(), c.borderSubtle);
    if (m_lines & Qt::RightEdge)
        paintHairline(&painter, r.topRight(), r.bottomRight(), c.borderSubtle);
}

} // namespace callboard::ui
