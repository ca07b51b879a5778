// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/builds/logview.h"

#include "ui/kit/glyphs.h"
#include "ui/kit/icons.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using builds::AnsiStyle;
using builds::LogLine;
using builds::noLine;

namespace {

    constexpr int mostHits = 400; // Drawn in a row: more characters than most screens show of one.
    constexpr qsizetype hitStride = 64;

    /// A colour of the log, readable on the board: the eight of terminals are the theme's own, others are moved towards its text.
    QColor inkOf(const AnsiStyle::Colour &colour, const Theme &theme, const QColor &plain)
    {
        const Colours &c = theme.colours();
        if (colour.kind == AnsiStyle::Colour::Kind::None)
            return plain;
        if (colour.kind == AnsiStyle::Colour::Kind::Palette && colour.value < 16) {
            switch (colour.value % 8) {
            case 0: return colour.value == 0 ? c.textSecondary : c.textDisabled;
            case 1: return c.failed.text;
            case 2: return c.ok.text;
            case 3: return c.warning.text;
            case 4: return c.running.text;
            case 5: return c.link;
            case 6: return c.syntax.type;
            default: return c.text;
            }
        }
        QRgb value = colour.value;
        if (colour.kind == AnsiStyle::Colour::Kind::Palette) {
            if (colour.value >= 232) {
                const int grey = int(colour.value - 232) * 10 + 8;
                value = qRgb(grey, grey, grey);
            } else {
                const auto level = [](quint32 step) { return step == 0 ? 0 : int(step) * 40 + 55; };
                const quint32 cube = colour.value - 16;
                value = qRgb(level(cube / 36), level(cube / 6 % 6), level(cube % 6));
            }
        }
        const QColor asked = QColor::fromRgb(value | 0xff000000u);
        const double distance = std::abs(asked.lightnessF() - c.board.lightnessF());
        if (distance > 0.4)
            return asked;
        QColor moved = asked.toHsl();
        moved.setHslF(asked.hslHueF(), asked.hslSaturationF(), theme.isDark() ? 0.72f : 0.34f);
        return moved;
    }

} // namespace

void LogView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setLayoutDirection(layoutDirection()); // A painter begins with that of the whole program.
    const Theme &theme = Theme::of(this);
    painter.fillRect(viewport()->rect(), theme.colours().board);
    const int height = lineHeight();
    const builds::LogFolds &folds = m_document.folds();
    const int widest = m_widest;
    for (int row = 0; row * height < viewport()->height(); ++row) {
        const auto at = builds::LogRow(verticalScrollBar()->value() + row);
        if (at >= folds.rowCount())
            break;
        paintRow(painter, theme, folds.lineOf(at), row * height);
    }
    paintMarks(painter, theme);
    if (m_widest != widest)
        QMetaObject::invokeMethod(this, &LogView::place, Qt::QueuedConnection);
}

void LogView::paintRow(QPainter &painter, const Theme &theme, quint32 line, int y)
{
    const Colours &c = theme.colours();
    const Shown *known = shown(line);
    const int height = lineHeight();
    const QRect whole(0, y, viewport()->width() - marksWidth, height);
    const bool selected = line >= std::min(m_anchor, m_current) && line <= std::max(m_anchor, m_current);
    if (selected && (m_anchor != m_current || hasFocus()))
        painter.fillRect(whole, hasFocus() ? c.selection : c.selectionInactive);
    else if (known && known->mark == LogLine::Mark::Error)
        painter.fillRect(whole, c.failed.fill);
    const QFont font = theme.font(TextRole::Mono);
    painter.setFont(font);
    const QFontMetricsF metrics(font);
    const qreal digit = metrics.horizontalAdvance(u'0');
    const int digits = std::max(3, int(QString::number(m_document.lineCount()).size()));
    QRect at(padding, y, qCeil(digit * digits), height);
    painter.setPen(selected && hasFocus() ? c.text : c.textDisabled);
    painter.drawText(at, Qt::AlignRight | Qt::AlignVCenter, QString::number(line + 1));
    at.setLeft(at.right() + 1 + padding);
    if (m_times && m_document.firstTime() >= 0) {
        at.setWidth(qCeil(digit * 8));
        if (known && known->at >= 0)
            painter.drawText(at, Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(double(known->at - m_document.firstTime()) / 1000, 'f', 2));
        at.setLeft(at.right() + 1 + padding);
    }
    const builds::LogFolds &folds = m_document.folds();
    const bool isGroup = folds.isGroup(line);
    if (isGroup) {
        const int side = theme.scaled(10);
        paintIcon(&painter, QRect(at.left(), y + (height - side) / 2, side, side), folds.isFolded(line) ? u"chevron-right"_s : u"chevron-down"_s, c.textSecondary);
    }
    const QRect text(gutterWidth(), y, viewport()->width() - gutterWidth() - marksWidth, height);
    if (!known)
        return;
    painter.save();
    painter.setClipRect(text);
    const int indent = qRound(digit * 2 * folds.depthOf(line));
    paintText(painter, theme, *known, text.translated(indent - horizontalScrollBar()->value(), 0),
        folds.isFolded(line) ? u"  "_s + tr("%n line(s)", nullptr, int(folds.hiddenBehind(line))) : QString());
    painter.restore();
}

/// Each character is measured once, and nothing right of the view: a line may be one hit after another.
void LogView::paintHits(QPainter &painter, const QString &text, const QRect &area, const QFontMetricsF &metrics, const QColor &colour) const
{
    const QString wanted = m_document.searched();
    if (wanted.isEmpty())
        return;
    const qreal hit = metrics.horizontalAdvance(wanted);
    qreal x = area.left();
    qsizetype measured = 0; // That far is x.
    // What lies left of the view is passed in strides.
    for (qreal width = 0; measured + hitStride < text.size() && x + (width = metrics.horizontalAdvance(text.sliced(measured, hitStride))) + hit < 0; measured += hitStride)
        x += width;
    int drawn = 0;
    for (qsizetype at = text.indexOf(wanted, measured, Qt::CaseInsensitive); at >= 0 && drawn < mostHits; at = text.indexOf(wanted, measured, Qt::CaseInsensitive)) {
        x += metrics.horizontalAdvance(text.sliced(measured, at - measured));
        if (x > viewport()->width())
            break;
        const qreal width = metrics.horizontalAdvance(text.sliced(at, wanted.size()));
        painter.fillRect(QRectF(x, area.top() + 1, width, area.height() - 2), colour);
        x += width;
        measured = at + wanted.size();
        ++drawn;
    }
}

void LogView::paintText(QPainter &painter, const Theme &theme, const Shown &shown, const QRect &area, const QString &folded)
{
    const Colours &c = theme.colours();
    const QFont font = theme.font(TextRole::Mono);
    const QColor plain = shown.mark == LogLine::Mark::Error ? c.failed.text : shown.mark == LogLine::Mark::Warning ? c.warning.text : c.text;
    const QString &text = shown.line.text;
    const QFontMetricsF metrics(font);
    const qreal top = area.top() + (area.height() - metrics.height()) / 2;
    paintHits(painter, text, area, metrics, c.textMark); // Under the text.
    qreal x = area.left();
    const auto piece = [&](qsizetype start, qsizetype length, const AnsiStyle &style) {
        if (length <= 0)
            return;
        QFont styled = font;
        styled.setBold(style.bold);
        styled.setItalic(style.italic);
        styled.setUnderline(style.underline);
        styled.setStrikeOut(style.strike);
        const QString part = text.sliced(start, length);
        const qreal width = QFontMetricsF(styled).horizontalAdvance(part);
        QColor ink = style.faint ? c.textSecondary : inkOf(style.text, theme, plain);
        if (style.inverse || style.ground.kind != AnsiStyle::Colour::Kind::None) {
            QColor ground = style.inverse ? ink : inkOf(style.ground, theme, c.textSecondary);
            ground.setAlphaF(style.inverse ? 1.0f : 0.25f);
            painter.fillRect(QRectF(x, area.top(), width, area.height()), ground);
            if (style.inverse)
                ink = c.board;
        }
        // What lies left or right of the view is not drawn.
        if (x + width > 0 && x < viewport()->width()) {
            painter.setFont(styled);
            painter.setPen(ink);
            painter.drawText(QPointF(x, top + metrics.ascent()), part);
        }
        x += width;
    };
    qsizetype done = 0;
    for (const builds::AnsiLine::Span &span : shown.line.spans) {
        piece(done, span.start - done, {});
        piece(span.start, span.length, span.style);
        done = span.start + span.length;
    }
    piece(done, text.size() - done, {});
    const QString behind = shown.cut ? tr(" … cut: the line is very long") : folded;
    if (!behind.isEmpty()) {
        painter.setFont(font);
        painter.setPen(c.textSecondary);
        painter.drawText(QPointF(x, top + metrics.ascent()), behind);
        x += metrics.horizontalAdvance(behind);
    }
    m_widest = std::max(m_widest, qCeil(x - area.left()) + padding);
}

void LogView::paintMarks(QPainter &painter, const Theme &theme)
{
    const Colours &c = theme.colours();
    const QRect strip(viewport()->width() - marksWidth, 0, marksWidth, viewport()->height());
    painter.fillRect(strip, c.wings);
    const double lines = std::max(1u, m_document.lineCount());
    const auto marks = [&](const std::vector<quint32> &of, const QColor &colour, int inset) {
        int last = -4;
        for (const quint32 line : of) {
            const int y = int(double(line) / lines * strip.height());
            if (y < last + 2)
                continue;
            painter.fillRect(strip.left() + inset, y, marksWidth - inset, 2, colour);
            last = y;
        }
    };
    marks(m_document.warnings(), c.warning.glyph, 5);
    marks(m_document.errors(), c.failed.glyph, 0);
    marks(m_document.hits(), c.accent, 3);
}

} // namespace callboard::ui::panes
