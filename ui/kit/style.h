// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QProxyStyle>

class QAbstractButton;
class QStyleOptionButton;
class QStyleOptionMenuItem;
class QStyleOptionTab;
class QStyleOptionToolButton;

namespace callboard::ui {

/// What a push button is for; the style draws it so.
enum class ButtonRole { Normal, Primary, Danger, Flat };
void setButtonRole(QAbstractButton *button, ButtonRole role);
/// The 22 px variant of a control (button, combo box, field).
void setSmall(QWidget *widget, bool small = true);
/// The ground a frame or plain widget fills itself with.
enum class Surface { None, House, Wings, Board, Slip };
void setSurface(QWidget *widget, Surface surface);
/// Marks a field as holding something that cannot be.
void setInvalid(QWidget *widget, bool invalid);

/// Fusion's behaviour with the look of resources/tokens.json. No style sheet anywhere.
class CallboardStyle final : public QProxyStyle {
    Q_OBJECT
public:
    /// The theme outlives the style.
    explicit CallboardStyle(Theme &theme);

    const Theme &theme() const { return m_theme; }
    /// Puts palette, fonts and this style on the application, now and at every change of the theme.
    static void install(Theme &theme);

    void polish(QWidget *widget) override;
    void polish(QPalette &palette) override;
    using QProxyStyle::polish;
    void unpolish(QWidget *widget) override;
    using QProxyStyle::unpolish;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
        QStyleHintReturn *returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
        const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
        const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
        const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget) const override;
    QIcon standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const override;

private:
    // stylecontrols.cpp
    void drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawButtonLabel(const QStyleOptionButton *option, QPainter *painter, const QWidget *widget) const;
    void drawToolPanel(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawToolLabel(const QStyleOptionToolButton &option, QPainter *painter) const;
    void drawField(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawCheck(const QStyleOption *option, QPainter *painter) const;
    void drawRadio(const QStyleOption *option, QPainter *painter) const;
    void drawFocus(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawProgress(const QStyleOption *option, QPainter *painter) const;
    void drawCombo(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawSpin(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawScrollBar(const QStyleOptionComplex *option, QPainter *painter) const;
    // styleviews.cpp
    void drawItemRow(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawHeader(const QStyleOption *option, QPainter *painter) const;
    void drawHeaderLabel(const QStyleOption *option, QPainter *painter) const;
    void drawBranch(const QStyleOption *option, QPainter *painter) const;
    void drawTabShape(const QStyleOptionTab *option, QPainter *painter, const QWidget *widget) const;
    void drawTabLabel(const QStyleOptionTab *option, QPainter *painter, const QWidget *widget) const;
    void drawMenuItem(const QStyleOptionMenuItem *option, QPainter *painter) const;
    void drawMenuBarItem(const QStyleOptionMenuItem *option, QPainter *painter) const;
    void drawDockTitle(const QStyleOption *option, QPainter *painter) const;
    void drawPopupFrame(const QStyleOption *option, QPainter *painter, qreal radius) const;
    QSize tabSize(const QStyleOptionTab *option, const QWidget *widget) const;

    const Colours &colours() const { return m_theme.colours(); }
    QColor ground(const QWidget *widget) const;

    Theme &m_theme;
};

/// Splits the trailing number of a tab's or dock's title off: it is painted as a badge, and read as text.
struct BadgedText {
    QString text;
    QString badge;
};
BadgedText splitBadge(const QString &title);

} // namespace callboard::ui
