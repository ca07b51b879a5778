// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/icons.h"

#include "ui/kit/stamps.h"
#include "ui/kit/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

QString iconPath(const QString &name)
{
    return u":/callboard/icons/"_s + name + u".svg";
}

/// QtSvg draws `currentColor` black: the colour is put into the text before it is rendered.
QByteArray coloured(QByteArray svg, const QColor &colour, bool filled)
{
    const QByteArray ink = colour.name(QColor::HexRgb).toLatin1();
    svg.replace("currentColor", ink);
    if (filled)
        svg.replace("fill=\"none\"", QByteArray("fill=\"" + ink + "\""));
    return svg;
}

void render(QPainter &painter, const QString &name, int size, const QColor &colour, bool filled)
{
    QFile file(iconPath(name));
    if (!file.open(QIODevice::ReadOnly))
        return;
    QSvgRenderer renderer(coloured(file.readAll(), colour, filled));
    renderer.render(&painter, QRectF(0, 0, size, size));
}

class TokenIconEngine final : public QIconEngine {
public:
    explicit TokenIconEngine(QString name, QColor colour = {})
        : m_name(std::move(name))
        , m_colour(std::move(colour))
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const int size = qMin(rect.width(), rect.height());
        QRect square(0, 0, size, size);
        square.moveCenter(rect.center());
        paintIcon(painter, square, m_name, colourFor(mode), state == QIcon::On && isSwitch());
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        // Qt hands device pixels and the ratio they were made with.
        const int logical = qRound(qMin(size.width(), size.height()) / scale);
        return iconPixmap(m_name, logical, scale, colourFor(mode), state == QIcon::On && isSwitch());
    }
    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        const int side = qMin(size.width(), size.height());
        return { side, side };
    }
    QString key() const override { return u"CallboardIcon"_s; }
    QString iconName() override { return m_name; }
    bool isNull() override { return !hasIcon(m_name); }
    QIconEngine *clone() const override { return new TokenIconEngine(m_name, m_colour); }

private:
    /// A star that is on is filled; nothing else is.
    bool isSwitch() const { return m_name == "star"_L1; }

    QColor colourFor(QIcon::Mode mode) const
    {
        const Colours &c = Theme::of(nullptr).colours();
        if (mode == QIcon::Disabled)
            return c.textDisabled;
        if (m_colour.isValid())
            return m_colour;
        return mode == QIcon::Normal ? c.textSecondary : c.text;
    }

    QString m_name;
    QColor m_colour;
};

/// Rendered by hand, so that the program does not need Qt's SVG icon plugin beside it.
class ApplicationIconEngine final : public QIconEngine {
public:
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode, QIcon::State) override
    {
        QFile file(u":/callboard/app/callboard.svg"_s);
        if (!file.open(QIODevice::ReadOnly))
            return;
        QByteArray svg = file.readAll();
        // The writing on the slips is noise below 48 px.
        if (rect.width() < 48)
            svg.replace("stroke=\"#B9AFC2\"", "stroke=\"none\"");
        QSvgRenderer(svg).render(painter, rect);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }
    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override
    {
        return { { 16, 16 }, { 32, 32 }, { 48, 48 }, { 128, 128 } };
    }
    QIconEngine *clone() const override { return new ApplicationIconEngine; }
};

} // namespace

QIcon icon(const QString &name)
{
    return name.isEmpty() ? QIcon() : QIcon(new TokenIconEngine(name));
}

QIcon icon(const QString &name, const QColor &colour)
{
    return name.isEmpty() ? QIcon() : QIcon(new TokenIconEngine(name, colour));
}

bool hasIcon(const QString &name)
{
    return !name.isEmpty() && QFile::exists(iconPath(name));
}

QPixmap iconPixmap(const QString &name, int size, qreal ratio, const QColor &colour, bool filled)
{
    if (name.isEmpty() || size <= 0)
        return {};
    return stamped({ name, filled, { size, size }, ratio, colour.rgba() },
        [&](QPainter &painter) { render(painter, name, size, colour, filled); });
}

void paintIcon(QPainter *painter, const QRect &rect, const QString &name, const QColor &colour, bool filled)
{
    const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    const QPixmap pixmap = iconPixmap(name, rect.width(), ratio, colour, filled);
    if (!pixmap.isNull())
        painter->drawPixmap(rect.topLeft(), pixmap);
}

QString kindIconName(QStringView kind)
{
    static const QStringList drawn { u"component"_s, u"api"_s, u"resource"_s, u"system"_s, u"domain"_s,
        u"group"_s, u"user"_s, u"template"_s, u"location"_s, u"dataset"_s };
    const QString lower = kind.toString().toLower();
    if (lower == "airesource"_L1)
        return u"server"_s;
    return drawn.contains(lower) ? lower : u"component"_s;
}

QIcon applicationIcon()
{
    return QIcon(new ApplicationIconEngine);
}

} // namespace callboard::ui
