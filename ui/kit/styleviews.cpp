// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/glyphs.h"
#include "ui/kit/icons.h"
#include "ui/kit/style.h"
#include "ui/kit/styleproperties.h"

#include <QAbstractItemView>
#include <QStyleOption>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

bool hasProperty(const QWidget *widget, const char *name)
{
    return widget && widget->property(name).toBool();
}

constexpr int tabPadding = 11;
constexpr int crampedPadding = 7;
constexpr int inlinePadding = 9;
constexpr int crampedInlinePadding = 6;

/// What stands before and behind the words of a tab.
int paddingOf(const QWidget *bar)
{
    const bool isCramped = bar && bar->property(property::cramped).toInt() > 0;
    if (hasProperty(bar, property::inlineTabs))
        return isCramped ? crampedInlinePadding : inlinePadding;
    return isCramped ? crampedPadding : tabPadding;
}

bool showsTabIcon(const QStyleOptionTab *option, const QWidget *bar)
{
    return !option->icon.isNull() && ((option->state & QStyle::State_Selected) || !bar || bar->property(property::cramped).toInt() < 2);
}
/// In a page a count is a fact, and has no ground of its own that would need room beside it.
int tabCountWidth(const Theme &theme, const QString &count, bool inside)
{
    return inside ? QFontMetrics(theme.font(TextRole::Caption)).horizontalAdvance(count) + 1 : badgeSize(theme, count).width();
}

constexpr int menuPadding = 10;

} // namespace

void CallboardStyle::drawItemRow(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    Q_UNUSED(widget)
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (!item)
        return;
    const Colours &c = colours();
    if (item->state & State_Selected)
        painter->fillRect(item->rect, item->state & State_Active ? c.selection : c.selectionInactive);
    else if ((item->state & State_MouseOver) && (item->state & State_Enabled))
        painter->fillRect(item->rect, c.hover);
    else if (item->backgroundBrush.style() != Qt::NoBrush)
        painter->fillRect(item->rect, item->backgroundBrush);
}

void CallboardStyle::drawHeader(const QStyleOption *option, QPainter *painter) const
{
    const Colours &c = colours();
    painter->fillRect(option->rect, c.wings);
    paintHairline(painter, option->rect.bottomLeft(), option->rect.bottomRight(), c.borderSubtle);
}

void CallboardStyle::drawHeaderLabel(const QStyleOption *option, QPainter *painter) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    if (!header)
        return;
    const Colours &c = colours();
    const QFont font = m_theme.font(TextRole::Caption, QFont::Medium);
    const QFontMetrics metrics(font);
    const bool sorted = header->sortIndicator != QStyleOptionHeader::None;
    const int side = m_theme.scaled(10);
    QRect area = header->rect;
    const int textWidth = metrics.horizontalAdvance(header->text);
    const int room = area.width() - (sorted ? side + 3 : 0);
    const QString text = metrics.elidedText(header->text, Qt::ElideRight, room);
    const bool right = header->textAlignment & Qt::AlignRight;
    const int width = qMin(textWidth, room);
    QRect textRect(right ? area.right() - width + 1 : area.left(), area.top(), width + 1, area.height());
    textRect = visualRect(header->direction, area, textRect);
    painter->setFont(font);
    painter->setPen(sorted || (header->state & State_MouseOver) ? c.text : c.textSecondary);
    painter->drawText(textRect, Qt::AlignVCenter | Qt::AlignLeft, text);
    if (!sorted)
        return;
    // On the side where the text has room, so that the word stands over its column's values whether sorted or not.
    const bool before = right != (header->direction == Qt::RightToLeft);
    QRect arrow(0, 0, side, side);
    arrow.moveCenter(QPoint(before ? textRect.left() - side / 2 - 3 : textRect.right() + side / 2 + 3, area.center().y() + 1));
    painter->save();
    if (header->sortIndicator == QStyleOptionHeader::SortUp) {
        painter->translate(arrow.center() + QPointF(0.5, 0.5));
        painter->rotate(180);
        arrow = QRect(-side / 2, -side / 2, side, side);
    }
    paintIcon(painter, arrow, u"chevron-down"_s, c.textSecondary);
    painter->restore();
}

void CallboardStyle::drawBranch(const QStyleOption *option, QPainter *painter) const
{
    if (!(option->state & State_Children))
        return;
    const int side = m_theme.scaled(10);
    QRect square(0, 0, side, side);
    square.moveCenter(option->rect.center());
    const bool open = option->state & State_Open;
    painter->save();
    if (!open && option->direction == Qt::RightToLeft) {
        painter->translate(square.center() + QPointF(0.5, 0.5));
        painter->rotate(180);
        square = QRect(-side / 2, -side / 2, side, side);
    }
    paintIcon(painter, square, open ? u"chevron-down"_s : u"chevron-right"_s, colours().textSecondary);
    painter->restore();
}

QSize CallboardStyle::tabSize(const QStyleOptionTab *option, const QWidget *widget) const
{
    const bool inside = hasProperty(widget, property::inlineTabs);
    const BadgedText title = splitBadge(option->text);
    const QFontMetrics metrics(m_theme.font(TextRole::Dense, QFont::Medium));
    int width = 2 * paddingOf(widget) + metrics.size(Qt::TextHideMnemonic, title.text).width();
    if (showsTabIcon(option, widget))
        width += m_theme.scaled(14) + 6;
    if (!title.badge.isEmpty())
        width += tabCountWidth(m_theme, title.badge, inside) + 6;
    width += option->leftButtonSize.width() + option->rightButtonSize.width();
    if (!option->rightButtonSize.isEmpty())
        width += 2;
    const int height = m_theme.scaled(inside ? 26 : m_theme.metrics().bar.dockTab);
    return { width, height };
}

void CallboardStyle::drawTabShape(
    const QStyleOptionTab *option, QPainter *painter, const QWidget *widget) const
{
    const Colours &c = colours();
    const QRect r = option->rect;
    const bool on = option->state & State_Selected;
    const bool hovered = option->state & State_MouseOver;
    if (hasProperty(widget, property::inlineTabs)) {
        if (on)
            painter->fillRect(r.left(), r.bottom() - 1, r.width(), 2, c.accent);
        return;
    }
    painter->fillRect(r, on ? c.board : hovered ? c.hover : c.house);
    if (!on)
        paintHairline(painter, r.bottomLeft(), r.bottomRight(), c.borderSubtle);
    const QPoint edgeTop = option->direction == Qt::RightToLeft ? r.topLeft() : r.topRight();
    const QPoint edgeEnd = option->direction == Qt::RightToLeft ? r.bottomLeft() : r.bottomRight();
    paintHairline(painter, edgeTop, edgeEnd, c.borderSubtle);
    paintHairline(painter, r.topLeft(), r.topRight(), c.borderSubtle);
    if (on) {
        const bool keyboard = hasProperty(widget, property::keyboard);
        painter->fillRect(r.left(), r.top(), r.width(), 2, keyboard ? c.accent : c.borderControl);
    }
    if (option->state & State_HasFocus && option->state & State_KeyboardFocusChange)
        paintBox(painter, r.adjusted(2, 3, -2, -2), 3, {}, c.focusRing, 2);
}

void CallboardStyle::drawTabLabel(
    const QStyleOptionTab *option, QPainter *painter, const QWidget *widget) const
{
    const Colours &c = colours();
    const bool inside = hasProperty(widget, property::inlineTabs);
    const bool on = option->state & State_Selected;
    const bool enabled = option->state & State_Enabled;
    const QColor ink = !enabled ? c.textDisabled : on ? c.text : c.textSecondary;
    const QRect whole = option->rect;
    const BadgedText title = splitBadge(option->text);
    const QFont font = m_theme.font(TextRole::Dense, QFont::Medium);
    int x = whole.left() + paddingOf(widget) + option->leftButtonSize.width();
    const auto mirrored = [&](const QRect &r) { return visualRect(option->direction, whole, r); };
    if (showsTabIcon(option, widget)) {
        const int side = m_theme.scaled(14);
        const QRect square(x, whole.center().y() - side / 2 + 1, side, side);
        if (hasIcon(option->icon.name()))
            paintIcon(painter, mirrored(square), option->icon.name(), ink);
        else
            option->icon.paint(painter, mirrored(square));
        x += side + 6;
    }
    QSize badge;
    if (!title.badge.isEmpty())
        badge = { tabCountWidth(m_theme, title.badge, inside), badgeSize(m_theme, title.badge).height() };
    const int end = whole.right() - paddingOf(widget) - option->rightButtonSize.width()
        - (badge.isEmpty() ? 0 : badge.width() + 6);
    const QFontMetrics metrics(font);
    const int width = qMin(metrics.size(Qt::TextHideMnemonic, title.text).width() + 1, qMax(0, end - x + 2));
    painter->setFont(font);
    painter->setPen(ink);
    painter->drawText(mirrored(QRect(x, whole.top(), width, whole.height())),
        Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic,
        metrics.elidedText(title.text, Qt::ElideRight, width, Qt::TextHideMnemonic));
    if (badge.isEmpty())
        return;
    const QRect badgeRect(x + width + 5, whole.center().y() - badge.height() / 2 + 1, badge.width(), badge.height());
    if (inside) {
        painter->setFont(m_theme.font(TextRole::Caption));
        painter->setPen(c.textSecondary);
        painter->drawText(mirrored(badgeRect), Qt::AlignCenter, title.badge);
    } else {
        paintBadge(painter, mirrored(badgeRect), m_theme, title.badge, Status::Failed);
    }
}

void CallboardStyle::drawPopupFrame(const QStyleOption *option, QPainter *painter, qreal radius) const
{
    const Colours &c = colours();
    if (radius > 0) {
        painter->save();
        painter->setCompositionMode(QPainter::CompositionMode_Source);
        painter->fillRect(option->rect, Qt::transparent);
        painter->restore();
    }
    paintBox(painter, option->rect, radius, c.slip, c.borderStrong);
}

void CallboardStyle::drawMenuBarItem(const QStyleOptionMenuItem *option, QPainter *painter) const
{
    const Colours &c = colours();
    painter->fillRect(option->rect, c.house);
    const bool on = option->state & (State_Selected | State_Sunken);
    if (on && (option->state & State_Enabled))
        paintBox(painter, QRectF(option->rect).adjusted(0, 2, 0, -2), m_theme.metrics().radius.control,
            option->state & State_Sunken ? c.selection : c.selectionInactive);
    painter->setFont(m_theme.font(TextRole::Body));
    painter->setPen(option->state & State_Enabled ? c.text : c.textDisabled);
    const bool underline = styleHint(SH_UnderlineShortcut, option, nullptr, nullptr);
    painter->drawText(option->rect,
        Qt::AlignCenter | (underline ? Qt::TextShowMnemonic : Qt::TextHideMnemonic), option->text);
}

void CallboardStyle::drawMenuItem(const QStyleOptionMenuItem *option, QPainter *painter) const
{
    const Colours &c = colours();
    const QRect r = option->rect;
    if (option->menuItemType == QStyleOptionMenuItem::Separator) {
        if (!option->text.isEmpty()) {
            painter->setFont(m_theme.font(TextRole::Caption, QFont::DemiBold));
            painter->setPen(c.textSecondary);
            painter->drawText(r.adjusted(menuPadding, 0, -menuPadding, 0), Qt::AlignVCenter | Qt::AlignLeft, option->text);
            return;
        }
        paintHairline(painter, { r.left(), r.center().y() }, { r.right(), r.center().y() }, c.borderSubtle);
        return;
    }
    const bool enabled = option->state & State_Enabled;
    if ((option->state & State_Selected) && enabled)
        paintBox(painter, r, m_theme.metrics().radius.small, c.selection);
    const QColor ink = enabled ? c.text : c.textDisabled;
    const int side = m_theme.scaled(16);
    const auto mirrored = [&](const QRect &at) { return visualRect(option->direction, r, at); };
    const QRect mark(r.left() + menuPadding, r.center().y() - side / 2 + 1, side, side);
    if (option->checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option->checked)
            paintIcon(painter, mirrored(mark), u"check"_s, enabled ? c.accent : c.textDisabled);
    } else if (!option->icon.isNull()) {
        if (hasIcon(option->icon.name()))
            paintIcon(painter, mirrored(mark), option->icon.name(), ink);
        else
            option->icon.paint(painter, mirrored(mark));
    }
    const QStringList parts = option->text.split(u'\t');
    const bool arrow = option->menuItemType == QStyleOptionMenuItem::SubMenu;
    QRect textRect(r.left() + menuPadding + side + 9, r.top(),
        r.width() - 2 * menuPadding - side - 9 - (arrow ? side : 0), r.height());
    painter->setFont(m_theme.font(TextRole::Body));
    painter->setPen(ink);
    painter->drawText(mirrored(textRect), int(Qt::AlignVCenter) | Qt::TextShowMnemonic
            | int(visualAlignment(option->direction, Qt::AlignLeft)), parts.value(0));
    if (parts.size() > 1) {
        painter->setFont(m_theme.font(TextRole::Caption));
        painter->setPen(enabled ? c.textSecondary : c.textDisabled);
        painter->drawText(mirrored(textRect), int(Qt::AlignVCenter)
                | int(visualAlignment(option->direction, Qt::AlignRight)), parts.value(1));
    }
    if (arrow) {
        const int small = m_theme.scaled(12);
        paintIcon(painter, mirrored(QRect(r.right() - menuPadding - small + 4, r.center().y() - small / 2 + 1, small, small)),
            option->direction == Qt::RightToLeft ? u"back"_s : u"chevron-right"_s, ink);
    }
}

void CallboardStyle::drawDockTitle(const QStyleOption *option, QPainter *painter) const
{
    const auto *dock = qstyleoption_cast<const QStyleOptionDockWidget *>(option);
    if (!dock)
        return;
    const Colours &c = colours();
    painter->fillRect(dock->rect, c.house);
    painter->setFont(m_theme.font(TextRole::Dense, QFont::Medium));
    painter->setPen(c.textSecondary);
    painter->drawText(dock->rect.adjusted(tabPadding, 0, -60, 0), int(Qt::AlignVCenter | Qt::AlignLeft), dock->title);
}

} // namespace callboard::ui
