// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/glyphs.h"
#include "ui/kit/icons.h"
#include "ui/kit/style.h"
#include "ui/kit/styleproperties.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QMainWindow>
#include <QStyleOption>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

/// A frame of a scroll area that fills its pane is a line around nothing.
bool isFramed(const QWidget *widget)
{
    const auto *frame = qobject_cast<const QFrame *>(widget);
    return !frame || frame->frameShape() != QFrame::NoFrame;
}

} // namespace

void CallboardStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
    const QWidget *widget) const
{
    const Colours &c = colours();
    switch (element) {
    case PE_FrameFocusRect:
        if (qobject_cast<const QAbstractItemView *>(widget))
            paintBox(painter, option->rect, 0, {}, c.focusRing, 2);
        else
            drawFocus(option, painter, widget);
        return;
    case PE_PanelButtonCommand:
    case PE_PanelButtonBevel: drawButton(option, painter, widget); return;
    case PE_FrameDefaultButton:
    case PE_FrameStatusBarItem:
    case PE_FrameTabBarBase:
        // The row of tabs ends in a line; the tab that is open is painted over it.
        if (qobject_cast<const QTabBar *>(widget))
            paintHairline(painter, widget->rect().bottomLeft(), widget->rect().bottomRight(), c.borderSubtle);
        return;
    case PE_FrameTabWidget:
    case PE_IndicatorHeaderArrow: return; // The header's label draws it, beside the word.
    case PE_PanelButtonTool:
    case PE_FrameButtonTool: drawToolPanel(option, painter, widget); return;
    case PE_IndicatorButtonDropDown: return;
    case PE_PanelLineEdit:
        if (widget && (qobject_cast<QComboBox *>(widget->parentWidget()) || widget->parentWidget() == nullptr))
            return;
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget); edit && !edit->hasFrame())
            return;
        drawField(option, painter, widget);
        return;
    case PE_FrameLineEdit: return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: drawCheck(option, painter); return;
    case PE_IndicatorRadioButton: drawRadio(option, painter); return;
    case PE_IndicatorBranch: drawBranch(option, painter); return;
    case PE_PanelItemViewItem: drawItemRow(option, painter, widget); return;
    case PE_PanelItemViewRow:
        // The item fills itself, branches included by the view.
        if (option->state & State_Selected)
            painter->fillRect(option->rect, option->state & State_Active ? c.selection : c.selectionInactive);
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorSpinDown: paintIcon(painter, option->rect, u"chevron-down"_s, c.textSecondary); return;
    case PE_IndicatorArrowRight: paintIcon(painter, option->rect, u"chevron-right"_s, c.textSecondary); return;
    case PE_IndicatorArrowLeft: paintIcon(painter, option->rect, u"back"_s, c.textSecondary); return;
    case PE_IndicatorTabClose: {
        const int side = m_theme.scaled(10);
        QRect square(0, 0, side, side);
        square.moveCenter(option->rect.center());
        if (option->state & State_MouseOver)
            paintBox(painter, option->rect, 3, c.selectionInactive);
        paintIcon(painter, square, u"close"_s, c.textSecondary);
        return;
    }
    case PE_Frame:
        if (isFramed(widget))
            paintBox(painter, option->rect, 0, {}, c.borderSubtle);
        return;
    case PE_FrameGroupBox:
        paintBox(painter, option->rect, m_theme.metrics().radius.card, {}, c.borderSubtle);
        return;
    case PE_FrameWindow:
    case PE_FrameDockWidget: paintBox(painter, option->rect, 0, {}, c.borderStrong); return;
    case PE_PanelMenu:
    case PE_FrameMenu:
        drawPopupFrame(option, painter,
            widget && widget->testAttribute(Qt::WA_TranslucentBackground) ? m_theme.metrics().radius.control : 0);
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, c.slip);
        paintBox(painter, option->rect, 0, {}, c.borderStrong);
        return;
    case PE_PanelStatusBar:
    case PE_PanelToolBar:
    case PE_PanelMenuBar: painter->fillRect(option->rect, c.house); return;
    case PE_IndicatorToolBarSeparator: {
        const int height = 18;
        const int x = option->rect.center().x();
        const int y = option->rect.center().y() - height / 2;
        paintHairline(painter, { x, y }, { x, y + height }, c.borderStrong);
        return;
    }
    case PE_IndicatorToolBarHandle:
    case PE_PanelScrollAreaCorner:
    case PE_IndicatorDockWidgetResizeHandle: return;
    case PE_Widget:
        painter->fillRect(option->rect, ground(widget));
        return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget); return;
    }
}

void CallboardStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
    const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel: drawButton(option, painter, widget); return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            drawButtonLabel(button, painter, widget);
        return;
    case CE_PushButton:
        // Base would draw a focus rectangle inside the one of the bevel.
        drawButton(option, painter, widget);
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            drawButtonLabel(button, painter, widget);
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            drawTabShape(tab, painter, widget);
        return;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            drawTabLabel(tab, painter, widget);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: drawHeader(option, painter); return;
    case CE_HeaderLabel: drawHeaderLabel(option, painter); return;
    case CE_ProgressBarGroove:
    case CE_ProgressBarLabel: return;
    case CE_ProgressBarContents: drawProgress(option, painter); return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            drawMenuBarItem(item, painter);
        return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            drawMenuItem(item, painter);
        return;
    case CE_MenuBarEmptyArea:
    case CE_ToolBar:
        painter->fillRect(option->rect, colours().house);
        return;
    case CE_MenuEmptyArea:
    case CE_MenuHMargin:
    case CE_MenuVMargin: return;
    case CE_DockWidgetTitle: drawDockTitle(option, painter); return;
    case CE_Splitter: {
        const QRect r = option->rect;
        if (option->state & State_Horizontal)
            paintHairline(painter, { r.center().x(), r.top() }, { r.center().x(), r.bottom() }, colours().borderSubtle);
        else
            paintHairline(painter, { r.left(), r.center().y() }, { r.right(), r.center().y() }, colours().borderSubtle);
        return;
    }
    case CE_SizeGrip: return;
    case CE_ScrollBarSlider:
    case CE_ScrollBarAddLine:
    case CE_ScrollBarSubLine:
    case CE_ScrollBarAddPage:
    case CE_ScrollBarSubPage: return;
    case CE_ComboBoxLabel:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            QRect text = subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget);
            painter->setPen(combo->state & State_Enabled ? colours().text : colours().textDisabled);
            if (!combo->currentIcon.isNull()) {
                const int side = m_theme.scaled(14);
                combo->currentIcon.paint(painter, QRect(text.left(), text.center().y() - side / 2 + 1, side, side));
                text.setLeft(text.left() + side + 6);
            }
            if (combo->editable) // its line edit shows the text
                return;
            painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                QFontMetrics(painter->font()).elidedText(combo->currentText, Qt::ElideRight, text.width()));
        }
        return;
    default: QProxyStyle::drawControl(element, option, painter, widget); return;
    }
}

void CallboardStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
    QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox: drawCombo(option, painter, widget); return;
    case CC_SpinBox: drawSpin(option, painter, widget); return;
    case CC_ScrollBar: drawScrollBar(option, painter); return;
    case CC_ToolButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        if (!button)
            return;
        QStyleOptionToolButton copy(*button);
        // The menu's arrow is part of the text where a button has one; Qt's own corner arrow is noise.
        copy.features &= ~QStyleOptionToolButton::HasMenu;
        drawToolPanel(option, painter, widget);
        drawToolLabel(copy, painter);
        return;
    }
    default: QProxyStyle::drawComplexControl(control, option, painter, widget); return;
    }
}

QSize CallboardStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
    const QWidget *widget) const
{
    const Metrics &m = m_theme.metrics();
    const bool small = widget && widget->property(property::small).toBool();
    const int control = m_theme.scaled(small ? m.control.small : m.control.normal);
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            const QFontMetrics metrics(
                m_theme.font(small ? TextRole::Dense : TextRole::Body, QFont::Medium));
            int width = metrics.size(Qt::TextShowMnemonic, button->text).width() + 2 * (small ? 9 : 13);
            if (!button->icon.isNull())
                width += m_theme.scaled(small ? 14 : 16) + (button->text.isEmpty() ? 0 : 6);
            if (button->features & QStyleOptionButton::HasMenu)
                width += m_theme.scaled(14);
            return { width, control };
        }
        break;
    case CT_LineEdit: return { size.width() + 8, control };
    case CT_ComboBox: return { size.width() + 44, control };
    case CT_SpinBox: return { size.width() + 36, control };
    case CT_TabBarTab:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return tabSize(tab, widget);
        break;
    case CT_HeaderSection: {
        QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
        result.setHeight(m_theme.scaled(m.row.tableHeader));
        return result;
    }
    case CT_ItemViewItem: {
        QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
        result.setHeight(qMax(result.height(), m_theme.rowHeight()));
        return result;
    }
    case CT_MenuBarItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        const QFontMetrics metrics(m_theme.font(TextRole::Body));
        const QString text = item ? item->text : QString();
        return { metrics.size(Qt::TextShowMnemonic, text).width() + 18, m_theme.scaled(m.bar.menuBar) };
    }
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator)
                return { 40, item->text.isEmpty() ? 9 : m_theme.scaled(24) };
            const QStringList parts = item->text.split(u'\t');
            int width = QFontMetrics(m_theme.font(TextRole::Body)).size(Qt::TextShowMnemonic, parts.value(0)).width();
            if (parts.size() > 1)
                width += 28 + QFontMetrics(m_theme.font(TextRole::Caption)).horizontalAdvance(parts.value(1));
            return { width + m_theme.scaled(16) * 2 + 30, m_theme.scaled(26) };
        }
        break;
    case CT_ToolButton: {
        QSize result = size + QSize(12, 0);
        result.setHeight(control);
        if (result.width() < control || size.width() <= size.height() + 6)
            result.setWidth(qMax(control, size.width() + (small ? 6 : 10)));
        return result;
    }
    case CT_ProgressBar: return { size.width(), 6 };
    default: break;
    }
    return QProxyStyle::sizeFromContents(type, option, size, widget);
}

QRect CallboardStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        const bool bare = frame && frame->lineWidth <= 0;
        return bare ? option->rect : option->rect.adjusted(6, 1, -6, -1);
    }
    case SE_ProgressBarContents:
    case SE_ProgressBarGroove: return option->rect;
    // Which part is text is the label's own affair; QTabBar elides to this.
    case SE_TabBarTabText: return option->rect;
    case SE_ItemViewItemFocusRect: return option->rect;
    case SE_HeaderLabel: return option->rect.adjusted(6, 0, -6, 0);
    // Where a button is lower than its indicator, a smaller circle stays round.
    case SE_RadioButtonIndicator: return QProxyStyle::subElementRect(element, option, widget).intersected(option->rect);
    case SE_TabBarTabRightButton:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            const QSize size = tab->rightButtonSize;
            const QRect r(tab->rect.right() - size.width() - 5, tab->rect.center().y() - size.height() / 2 + 1,
                size.width(), size.height());
            return visualRect(option->direction, tab->rect, r);
        }
        break;
    case SE_DockWidgetCloseButton:
    case SE_DockWidgetFloatButton: break;
    default: break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect CallboardStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
    SubControl sub, const QWidget *widget) const
{
    const QRect r = option->rect;
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (!bar)
            return {};
        // No arrow buttons: the groove is the whole bar.
        const int length = bar->orientation == Qt::Vertical ? r.height() : r.width();
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        int slider = length;
        if (range > 0)
            slider = int(qint64(length) * bar->pageStep / (range + bar->pageStep));
        slider = qBound(qMin(24, length), slider, length);
        const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
            length - slider, bar->upsideDown);
        const bool vertical = bar->orientation == Qt::Vertical;
        const auto part = [&](int from, int size) {
            return vertical ? QRect(r.left(), r.top() + from, r.width(), size)
                            : QRect(r.left() + from, r.top(), size, r.height());
        };
        switch (sub) {
        case SC_ScrollBarGroove: return r;
        case SC_ScrollBarSlider: return part(start, slider);
        case SC_ScrollBarSubPage: return part(0, start);
        case SC_ScrollBarAddPage: return part(start + slider, length - start - slider);
        default: return {};
        }
    }
    if (control == CC_ComboBox) {
        switch (sub) {
        case SC_ComboBoxFrame:
        case SC_ComboBoxListBoxPopup: return r;
        case SC_ComboBoxArrow: return visualRect(option->direction, r, QRect(r.right() - 26, r.top(), 26, r.height()));
        case SC_ComboBoxEditField: return visualRect(option->direction, r, r.adjusted(8, 1, -26, -1));
        default: break;
        }
    }
    if (control == CC_SpinBox) {
        const int button = m_theme.scaled(18);
        const QRect up(r.right() - button - 1, r.top() + 2, button, r.height() / 2 - 2);
        switch (sub) {
        case SC_SpinBoxFrame: return r;
        case SC_SpinBoxUp: return visualRect(option->direction, r, up);
        case SC_SpinBoxDown: return visualRect(option->direction, r, up.translated(0, r.height() / 2 - 2));
        case SC_SpinBoxEditField: return visualRect(option->direction, r, r.adjusted(8, 1, -button - 3, -1));
        default: break;
        }
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

} // namespace callboard::ui
