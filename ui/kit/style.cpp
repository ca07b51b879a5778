// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/style.h"

#include "ui/kit/glyphs.h"
#include "ui/kit/icons.h"
#include "ui/kit/styleproperties.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QKeyEvent>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollBar>
#include <QStatusBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace callboard::ui {

void setButtonRole(QAbstractButton *button, ButtonRole role)
{
    button->setProperty(property::role, int(role));
    button->update();
}

void setSmall(QWidget *widget, bool small)
{
    widget->setProperty(property::small, small);
    // Buttons remember their size until their style changes.
    QEvent event(QEvent::StyleChange);
    QApplication::sendEvent(widget, &event);
    widget->updateGeometry();
}

void setSurface(QWidget *widget, Surface surface)
{
    widget->setProperty(property::surface, int(surface));
    widget->setAttribute(Qt::WA_StyledBackground, surface != Surface::None);
    widget->update();
}

void setInvalid(QWidget *widget, bool invalid)
{
    widget->setProperty(property::invalid, invalid);
    widget->update();
}

CallboardStyle::CallboardStyle(Theme &theme)
    : QProxyStyle(u"fusion"_s)
    , m_theme(theme)
{
    setObjectName("callboard"_L1);
}

namespace {

/// Mnemonics are underlined while Alt is held: the menu bar has to be painted again when it is.
class AltWatch final : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
        if (key && watched->isWidgetType() && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt) {
            const auto bars = static_cast<QWidget *>(watched)->window()->findChildren<QMenuBar *>();
            for (QMenuBar *bar : bars)
                bar->update();
        }
        return false;
    }
};

} // namespace

void CallboardStyle::install(Theme &theme)
{
    static constexpr QLatin1StringView watchName("callboard-alt-watch");
    if (!qApp->findChild<QObject *>(watchName, Qt::FindDirectChildrenOnly)) {
        auto *watch = new AltWatch(qApp);
        watch->setObjectName(watchName);
        qApp->installEventFilter(watch);
    }
    QApplication::setStyle(new CallboardStyle(theme));
    const auto apply = [&theme] {
        QApplication::setFont(theme.font(TextRole::Body));
        QApplication::setFont(theme.font(TextRole::Dense), "QAbstractItemView");
        QApplication::setFont(theme.font(TextRole::Caption, QFont::Medium), "QHeaderView");
        QApplication::setFont(theme.font(TextRole::Dense, QFont::Medium), "QTabBar");
        QApplication::setFont(theme.font(TextRole::Dense), "QStatusBar");
        QApplication::setFont(theme.font(TextRole::Dense), "QToolTip");
        QApplication::setPalette(theme.palette());
        const auto widgets = QApplication::allWidgets();
        for (QWidget *widget : widgets) {
            QEvent event(QEvent::StyleChange);
            QApplication::sendEvent(widget, &event);
            widget->update();
        }
    };
    apply();
    connect(&theme, &Theme::changed, qApp, apply);
}

void CallboardStyle::polish(QPalette &palette)
{
    palette = m_theme.palette();
}

void CallboardStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QTabBar *>(widget) || qobject_cast<QScrollBar *>(widget)
        || qobject_cast<QHeaderView *>(widget) || qobject_cast<QLineEdit *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    // Round corners need a compositor: Wayland always has one, of X11 nobody can say.
    if (qobject_cast<QMenu *>(widget) && QGuiApplication::platformName().startsWith("wayland"_L1))
        widget->setAttribute(Qt::WA_TranslucentBackground);
    if (auto *view = qobject_cast<QAbstractItemView *>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
    // Of tool tips and message boxes too: Qt guesses whether a text is markup, and what it says may come from a server. Markup could name
    // any file of this machine as a picture, one that never ends among them.
    if (auto *label = qobject_cast<QLabel *>(widget); label && label->textFormat() == Qt::AutoText)
        label->setTextFormat(Qt::PlainText);
}

void CallboardStyle::unpolish(QWidget *widget)
{
    QProxyStyle::unpolish(widget);
}

QColor CallboardStyle::ground(const QWidget *widget) const
{
    const Colours &c = colours();
    if (!widget)
        return c.board;
    for (const QWidget *at = widget; at; at = at->parentWidget()) {
        switch (Surface(at->property(property::surface).toInt())) {
        case Surface::None: break;
        case Surface::House: return c.house;
        case Surface::Wings: return c.wings;
        case Surface::Board: return c.board;
        case Surface::Slip: return c.slip;
        }
    }
    return c.house;
}

int CallboardStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const Metrics &m = m_theme.metrics();
    switch (metric) {
    case PM_DockWidgetSeparatorExtent:
    case PM_SplitterWidth:
        return qobject_cast<const QMainWindow *>(widget) || metric == PM_DockWidgetSeparatorExtent
            ? m.bar.dockGap
            : 5;
    case PM_DockWidgetFrameWidth: return widget && widget->isWindow() ? 1 : 0;
    case PM_DockWidgetTitleMargin: return 4;
    case PM_DockWidgetTitleBarButtonMargin: return 4;
    case PM_ScrollBarExtent: return m.bar.scrollBar;
    case PM_ScrollBarSliderMin: return 24;
    case PM_ScrollView_ScrollBarSpacing: return 0;
    case PM_ScrollView_ScrollBarOverlap: return 0;
    case PM_DefaultFrameWidth: return 1;
    case PM_SpinBoxFrameWidth: return 1;
    case PM_ComboBoxFrameWidth: return 1;
    case PM_ButtonMargin: return 6;
    case PM_ButtonDefaultIndicator: return 0;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_ButtonIconSize: return m.icon.small;
    case PM_SmallIconSize: return m.icon.small;
    case PM_ToolBarIconSize: return m.icon.small;
    case PM_ListViewIconSize:
    case PM_TabBarIconSize: return m_theme.scaled(14);
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin: return 0;
    case PM_MenuBarHMargin: return 4;
    case PM_MenuBarItemSpacing: return 0;
    case PM_MenuPanelWidth: return 1;
    case PM_MenuHMargin: return 4;
    case PM_MenuVMargin: return 5;
    case PM_SubMenuOverlap: return -2;
    case PM_ToolBarFrameWidth: return 0;
    case PM_ToolBarItemMargin: return 4;
    case PM_ToolBarItemSpacing: return 6;
    case PM_ToolBarSeparatorExtent: return 9;
    case PM_TabBarTabHSpace: return 22;
    case PM_TabBarTabVSpace: return 0;
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap: return 0;
    case PM_TabBarBaseOverlap: return 0;
    case PM_TabCloseIndicatorWidth:
    case PM_TabCloseIndicatorHeight: return m_theme.scaled(16);
    case PM_TabBarScrollButtonWidth: return 20;
    case PM_HeaderMargin: return 6;
    case PM_HeaderMarkSize: return 10;
    case PM_HeaderGripMargin: return 4;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight: return m_theme.scaled(14);
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return m_theme.scaled(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 7;
    case PM_FocusFrameHMargin: return 6;
    case PM_TreeViewIndentation: return m_theme.scaled(16);
    case PM_TextCursorWidth: return 1;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return 12;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return 8;
    case PM_ToolTipLabelFrameWidth: return 6;
    case PM_SizeGripSize: return 0;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int CallboardStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
    QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration: return 0;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText: return 0;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_ItemView_ArrowKeysNavigateIntoChildren: return 1;
    case SH_TabBar_Alignment: return Qt::AlignLeft;
    case SH_TabBar_ElideMode: return Qt::ElideRight;
    case SH_TabBar_CloseButtonPosition: return QTabBar::RightSide;
    case SH_TabBar_PreferNoArrows: return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition: return 0;
    case SH_ScrollBar_Transient: return 0;
    case SH_ScrollView_FrameOnlyAroundContents: return 0;
    case SH_MenuBar_MouseTracking:
    case SH_Menu_MouseTracking: return 1;
    case SH_Menu_SloppySubMenus: return 1;
    case SH_ComboBox_Popup: return 0;
    case SH_ComboBox_ListMouseTracking: return 1;
    case SH_Table_GridLineColor: return int(colours().borderSubtle.rgb());
    case SH_Header_ArrowAlignment: return Qt::AlignRight | Qt::AlignVCenter;
    case SH_DockWidget_ButtonsHaveFrame: return 0;
    case SH_ToolTip_WakeUpDelay: return 500;
    case SH_UnderlineShortcut: return bool(QGuiApplication::keyboardModifiers() & Qt::AltModifier);
    case SH_FormLayoutLabelAlignment: return Qt::AlignRight | Qt::AlignVCenter;
    case SH_FormLayoutFormAlignment: return Qt::AlignLeft | Qt::AlignTop;
    case SH_FormLayoutFieldGrowthPolicy: return 2; // QFormLayout::AllNonFixedFieldsGrow
    case SH_LineEdit_PasswordCharacter: return 0x2022;
    case SH_ToolTipLabel_Opacity: return 255;
    default: return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QIcon CallboardStyle::standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const
{
    switch (pixmap) {
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
    case SP_DialogCloseButton:
    case SP_LineEditClearButton: return icon(u"close"_s);
    case SP_TitleBarNormalButton: return icon(u"float"_s);
    case SP_ToolBarHorizontalExtensionButton:
    case SP_ToolBarVerticalExtensionButton: return icon(u"more"_s);
    case SP_ArrowBack: return icon(u"back"_s);
    case SP_ArrowForward: return icon(u"forward"_s);
    case SP_DirIcon:
    case SP_DirOpenIcon:
    case SP_DirClosedIcon: return icon(u"folder"_s);
    case SP_MessageBoxWarning: return icon(u"warning"_s);
    case SP_MessageBoxInformation: return icon(u"info"_s);
    default: return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

BadgedText splitBadge(const QString &title)
{
    const qsizetype space = title.lastIndexOf(u' ');
    if (space <= 0)
        return { title, {} };
    const QString tail = title.mid(space + 1);
    bool number = false;
    tail.toInt(&number);
    return number ? BadgedText { title.left(space), tail } : BadgedText { title, {} };
}

} // namespace callboard::ui
