// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/glyphs.h"
#include "ui/kit/icons.h"
#include "ui/kit/style.h"
#include "ui/kit/styleproperties.h"

#include <QComboBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QStyleOption>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

bool isSmall(const QWidget *widget)
{
    return widget && widget->property(property::small).toBool();
}

ButtonRole roleOf(const QStyleOption *option, const QWidget *widget)
{
    if (widget && widget->property(property::role).isValid())
        return ButtonRole(widget->property(property::role).toInt());
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
        if (button->features & QStyleOptionButton::DefaultButton)
            return ButtonRole::Primary;
        if (button->features & QStyleOptionButton::Flat)
            return ButtonRole::Flat;
    }
    return ButtonRole::Normal;
}

struct ButtonColours {
    QColor fill, border, ink;
};

ButtonColours buttonColours(const Colours &c, ButtonRole role, QStyle::State state)
{
    const bool enabled = state & QStyle::State_Enabled;
    const bool pressed = state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hovered = state & QStyle::State_MouseOver;
    if (!enabled)
        return { role == ButtonRole::Flat ? QColor() : c.wings,
            role == ButtonRole::Flat ? QColor() : c.borderSubtle, c.textDisabled };
    if (role == ButtonRole::Normal && (state & QStyle::State_On) && !(state & QStyle::State_Sunken))
        return { c.selection, c.accent, c.text };
    const QColor plain = pressed ? c.selectionInactive : hovered ? c.hover : c.slip;
    switch (role) {
    case ButtonRole::Normal: break;
    case ButtonRole::Primary: {
        const QColor fill = pressed ? c.accentPressed : hovered ? c.accentHover : c.accent;
        return { fill, fill, c.textOnAccent };
    }
    case ButtonRole::Danger: return { plain, c.failed.glyph, c.failed.text };
    case ButtonRole::Flat: return { pressed || hovered ? plain : QColor(), QColor(), c.link };
    }
    return { plain, c.borderControl, c.text };
}

bool showsFocus(const QStyleOption *option)
{
    return (option->state & QStyle::State_HasFocus) && (option->state & QStyle::State_KeyboardFocusChange);
}

/// What the buttons show that scroll a row of tabs.
void paintArrow(QPainter *painter, const QRect &rect, int side, Qt::ArrowType type, const QColor &ink)
{
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    const bool leftwards = type == Qt::LeftArrow;
    const QString name = leftwards || type == Qt::RightArrow ? u"chevron-right"_s : type == Qt::UpArrow ? u"chevron-up"_s : u"chevron-down"_s;
    painter->save();
    if (leftwards) {
        painter->translate(2 * QRectF(square).center().x(), 0);
        painter->scale(-1, 1);
    }
    paintIcon(painter, square, name, ink);
    painter->restore();
}

} // namespace

void CallboardStyle::drawFocus(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    Q_UNUSED(widget)
    paintBox(painter, option->rect, m_theme.metrics().radius.control, {}, colours().focusRing, 2);
}

void CallboardStyle::drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const qreal radius = m_theme.metrics().radius.control;
    const ButtonRole role = roleOf(option, widget);
    const auto look = buttonColours(colours(), role, option->state);
    QRectF body = option->rect;
    if (showsFocus(option)) {
        // The ring, a pixel of ground, then the button: all inside what the widget has.
        paintBox(painter, body, radius + 1, {}, colours().focusRing, 2);
        body.adjust(3, 3, -3, -3);
    }
    paintBox(painter, body, radius, look.fill, look.border);
}

void CallboardStyle::drawButtonLabel(
    const QStyleOptionButton *option, QPainter *painter, const QWidget *widget) const
{
    const ButtonRole role = roleOf(option, widget);
    const QColor ink = buttonColours(colours(), role, option->state).ink;
    const QFont font = m_theme.font(isSmall(widget) ? TextRole::Dense : TextRole::Body, QFont::Medium);
    const QFontMetrics metrics(font);
    const int side = option->icon.isNull() ? 0 : m_theme.scaled(isSmall(widget) ? 14 : 16);
    const int gap = side && !option->text.isEmpty() ? 6 : 0;
    const bool menu = option->features & QStyleOptionButton::HasMenu;
    const int arrow = menu ? m_theme.scaled(14) : 0;
    const int textWidth = metrics.size(Qt::TextShowMnemonic, option->text).width();
    int x = option->rect.center().x() - (side + gap + textWidth + arrow) / 2 + 1;
    const QRect whole = option->rect;
    const auto place = [&](int width) {
        const QRect r(x, whole.center().y() - width / 2 + (width % 2 ? 0 : 1), width, width);
        return visualRect(option->direction, whole, r);
    };
    if (side) {
        const QString name = option->icon.name();
        const QRect square = place(side);
        if (!name.isEmpty() && hasIcon(name))
            paintIcon(painter, square, name, ink);
        else
            option->icon.paint(painter, square);
        x += side + gap;
    }
    painter->setFont(font);
    painter->setPen(ink);
    const QRect text(x, whole.top(), textWidth + 2, whole.height());
    painter->drawText(visualRect(option->direction, whole, text),
        Qt::AlignVCenter | Qt::AlignLeft
            | (styleHint(SH_UnderlineShortcut, option, widget, nullptr) ? Qt::TextShowMnemonic
                                                                        : Qt::TextHideMnemonic),
        option->text);
    if (menu) {
        x += textWidth + 4;
        paintIcon(painter, place(m_theme.scaled(10)), u"chevron-down"_s, ink);
    }
}

void CallboardStyle::drawToolPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    Q_UNUSED(widget)
    const Colours &c = colours();
    QColor fill;
    if (option->state & QStyle::State_Sunken)
        fill = c.selectionInactive;
    else if (option->state & QStyle::State_On)
        fill = c.selection;
    else if ((option->state & QStyle::State_MouseOver) && (option->state & QStyle::State_Enabled))
        fill = ground(widget) == c.slip || ground(widget) == c.board ? c.hover : c.selectionInactive;
    const QColor border = m_theme.isHighContrast() && fill.isValid() ? c.borderStrong : QColor();
    const qreal radius = m_theme.metrics().radius.control;
    if (fill.isValid())
        paintBox(painter, option->rect, radius, fill, border);
    if (showsFocus(option))
        paintBox(painter, option->rect, radius, {}, c.focusRing, 2);
}

void CallboardStyle::drawToolLabel(const QStyleOptionToolButton &option, QPainter *painter) const
{
    const Colours &c = colours();
    const QColor ink = option.state & QStyle::State_Enabled ? c.text : c.textDisabled;
    const bool withText = option.toolButtonStyle != Qt::ToolButtonIconOnly && !option.text.isEmpty();
    const QRect r = option.rect;
    if (option.features & QStyleOptionToolButton::Arrow && option.arrowType != Qt::NoArrow) {
        paintArrow(painter, r, m_theme.scaled(12), option.arrowType, ink);
        return;
    }
    const QFont font = m_theme.font(TextRole::Body);
    const int textWidth = withText ? QFontMetrics(font).size(Qt::TextHideMnemonic, option.text).width() + 1 : 0;
    const int side = option.icon.isNull() ? 0 : m_theme.scaled(16);
    const int gap = side && withText ? 6 : 0;
    const int x = r.center().x() - (side + gap + textWidth) / 2 + 1;
    if (side) {
        const QRect square = visualRect(option.direction, r, QRect(x, r.center().y() - side / 2 + 1, side, side));
        if (hasIcon(option.icon.name()))
            paintIcon(painter, square, option.icon.name(), ink);
        else
            option.icon.paint(painter, square);
    }
    if (!withText)
        return;
    painter->setFont(font);
    painter->setPen(ink);
    painter->drawText(visualRect(option.direction, r, QRect(x + side + gap, r.top(), textWidth, r.height())),
        int(Qt::AlignVCenter) | Qt::TextHideMnemonic, option.text);
}

void CallboardStyle::drawField(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Colours &c = colours();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool focused = (option->state & QStyle::State_HasFocus) && enabled;
    const bool invalid = widget && widget->property(property::invalid).toBool();
    QColor border = enabled ? c.borderControl : c.borderStrong;
    if (invalid)
        border = c.failed.glyph;
    else if (focused)
        border = c.focusRing;
    paintBox(painter, option->rect, m_theme.metrics().radius.control, enabled ? c.slip : c.wings, border,
        focused || invalid ? 2 : 1);
}

void CallboardStyle::drawCheck(const QStyleOption *option, QPainter *painter) const
{
    const Colours &c = colours();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & QStyle::State_On;
    const bool partly = option->state & QStyle::State_NoChange;
    QRectF box = option->rect;
    const qreal side = qMin(box.width(), box.height());
    box = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side);
    QColor fill = on || partly ? c.accent : c.slip;
    QColor border = on || partly ? c.accent : c.borderControl;
    if (!enabled) {
        fill = c.wings;
        border = c.borderStrong;
    } else if (option->state & QStyle::State_MouseOver) {
        fill = on || partly ? c.accentHover : c.hover;
    }
    paintBox(painter, box, m_theme.metrics().radius.small, fill, border);
    const QColor ink = enabled ? c.textOnAccent : c.textDisabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(box.topLeft());
    painter->scale(side / 12, side / 12);
    painter->setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (on)
        painter->drawPolyline(QPolygonF { { 3.2, 6.2 }, { 5.2, 8.2 }, { 8.9, 3.8 } });
    else if (partly)
        painter->drawLine(QPointF(3.2, 6), QPointF(8.8, 6));
    painter->restore();
}

void CallboardStyle::drawRadio(const QStyleOption *option, QPainter *painter) const
{
    const Colours &c = colours();
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & QStyle::State_On;
    const qreal side = qMin(option->rect.width(), option->rect.height());
    const QRectF disc(option->rect.left(), QRectF(option->rect).center().y() - side / 2, side, side);
    const QColor accent = enabled ? c.accent : c.textDisabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush((option->state & QStyle::State_MouseOver) && enabled ? c.hover : c.slip);
    const qreal width = on ? side * 4 / 14 : 1;
    painter->setPen(QPen(on ? accent : c.borderControl, width));
    painter->drawEllipse(disc.adjusted(width / 2, width / 2, -width / 2, -width / 2));
    painter->restore();
}

void CallboardStyle::drawProgress(const QStyleOption *option, QPainter *painter) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    if (!bar)
        return;
    const Colours &c = colours();
    const int height = qMin(6, bar->rect.height());
    QRectF groove(bar->rect.left(), bar->rect.center().y() - height / 2.0 + 0.5, bar->rect.width(), height);
    paintBox(painter, groove, height / 2.0, c.borderSubtle);
    QRectF done = groove;
    if (bar->maximum <= bar->minimum) {
        // Unknown length: a third of the bar, moved on by whoever owns it; it never runs by itself.
        const qreal third = groove.width() / 3;
        done = QRectF(groove.left() + (bar->progress % 4) * groove.width() / 4, groove.top(), third, height);
        done = done.intersected(groove);
    } else {
        done.setWidth(groove.width() * (bar->progress - bar->minimum) / (bar->maximum - bar->minimum));
        if (bar->direction == Qt::RightToLeft)
            done.moveRight(groove.right());
    }
    if (done.width() > 0)
        paintBox(painter, done, height / 2.0, c.accent);
}

void CallboardStyle::drawCombo(
    const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    QStyleOption field(*option);
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (combo && !combo->editable && !(option->state & QStyle::State_KeyboardFocusChange))
        field.state &= ~QStyle::State_HasFocus;
    drawField(&field, painter, widget);
    const int side = m_theme.scaled(12);
    const QRect box = option->rect;
    QRect arrow(box.right() - side - 8, box.center().y() - side / 2 + 1, side, side);
    paintIcon(painter, visualRect(option->direction, box, arrow), u"chevron-down"_s,
        option->state & QStyle::State_Enabled ? colours().text : colours().textDisabled);
}

void CallboardStyle::drawSpin(
    const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    drawField(option, painter, widget);
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!spin || spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](SubControl which, bool up) {
        const QRect area = subControlRect(CC_SpinBox, option, which, widget);
        const bool on = spin->stepEnabled
            & (up ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled);
        const int side = m_theme.scaled(10);
        QRect square(0, 0, side, side);
        square.moveCenter(area.center());
        painter->save();
        if (up) {
            painter->translate(square.center() + QPointF(0.5, 0.5));
            painter->rotate(180);
            square = QRect(-side / 2, -side / 2, side, side);
        }
        paintIcon(painter, square, u"chevron-down"_s, on ? colours().textSecondary : colours().borderStrong);
        painter->restore();
    };
    arrow(SC_SpinBoxUp, true);
    arrow(SC_SpinBoxDown, false);
}

void CallboardStyle::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar || bar->minimum >= bar->maximum)
        return;
    const QRect slider = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, nullptr);
    const bool active = option->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    const QColor colour = active ? colours().borderControl : colours().borderStrong;
    const int thin = 6;
    QRectF pill = slider;
    if (bar->orientation == Qt::Vertical)
        pill = QRectF(slider.center().x() - thin / 2.0 + 0.5, slider.top() + 2, thin, slider.height() - 4);
    else
        pill = QRectF(slider.left() + 2, slider.center().y() - thin / 2.0 + 0.5, slider.width() - 4, thin);
    paintBox(painter, pill, thin / 2.0, colour);
}

} // namespace callboard::ui
