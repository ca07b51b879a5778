// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/builds/logview.h"

#include "ui/kit/glyphs.h"
#include "ui/kit/icons.h"

#include <QAccessible>
#include <QClipboard>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using builds::AnsiStyle;
using builds::LogLine;
using builds::noLine;

namespace {

    constexpr int padding = 8;
    constexpr int chevron = 14;
    constexpr quint32 mostCopied = 100'000;
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

LogView::LogView(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setLayoutDirection(Qt::LeftToRight); // What a program said is read so in every language.
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Log"));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setCursor(Qt::IBeamCursor);
    connect(&m_document, &builds::LogDocument::indexed, this, &LogView::onIndexed);
    connect(&m_document, &builds::LogDocument::found, viewport(), qOverload<>(&QWidget::update));
}

int LogView::lineHeight() const { return Theme::of(this).lineHeight(TextRole::Mono); }
int LogView::rowsInView() const { return std::max(1, viewport()->height() / lineHeight()); }

int LogView::gutterWidth() const
{
    const Theme &theme = Theme::of(this);
    const QFontMetricsF metrics(theme.font(TextRole::Mono));
    const qreal digit = metrics.horizontalAdvance(u'0');
    const int digits = std::max(3, int(QString::number(m_document.lineCount()).size()));
    int width = padding + qCeil(digit * digits) + padding;
    if (m_times && m_document.firstTime() >= 0)
        width += qCeil(digit * 8) + padding;
    return width + theme.scaled(chevron);
}

void LogView::onIndexed()
{
    if (m_document.lineCount() == 0) {
        m_cache.clear();
        m_current = m_anchor = 0;
        m_widest = 0;
    }
    // The last line may have grown.
    m_cache.remove(m_document.lineCount() == 0 ? 0 : m_document.lineCount() - 1);
    if (!m_document.isWhole())
        m_cache.remove(m_document.lineCount() < 2 ? 0 : m_document.lineCount() - 2);
    place();
    if (m_following && m_document.lineCount() > 0) {
        m_current = m_anchor = m_document.lineCount() - 1;
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    }
    viewport()->update();
}

void LogView::place()
{
    const auto rows = int(m_document.folds().rowCount());
    verticalScrollBar()->setPageStep(rowsInView());
    verticalScrollBar()->setRange(0, std::max(0, rows - rowsInView()));
    horizontalScrollBar()->setPageStep(std::max(1, viewport()->width() - gutterWidth() - marksWidth));
    horizontalScrollBar()->setSingleStep(Theme::of(this).scaled(20));
    horizontalScrollBar()->setRange(0, std::max(0, m_widest - horizontalScrollBar()->pageStep()));
}

void LogView::setTimes(bool shown)
{
    m_times = shown;
    place();
    viewport()->update();
}

void LogView::setFollowing(bool following)
{
    if (following == m_following)
        return;
    m_following = following;
    if (following)
        onIndexed();
    Q_EMIT followingChanged(following);
}

const LogView::Shown *LogView::shown(quint32 line)
{
    if (const Shown *known = m_cache.object(line))
        return known;
    const auto read = m_document.lines(line, 1);
    if (read.empty())
        return nullptr;
    const QByteArray &bytes = read[0].bytes;
    const LogLine kind = builds::readLogLine(bytes);
    auto *made = new Shown;
    made->line = builds::parseAnsi(QByteArrayView(bytes).sliced(kind.text));
    made->mark = kind.mark;
    made->at = kind.at;
    made->cut = read[0].cut || made->line.cut;
    m_cache.insert(line, made);
    return m_cache.object(line);
}

QString LogView::lineText(quint32 line)
{
    const Shown *known = shown(line);
    return known ? known->line.text : QString();
}

quint32 LogView::lineAt(int y) const
{
    const auto rows = m_document.folds().rowCount();
    if (rows == 0)
        return noLine;
    const qint64 row = verticalScrollBar()->value() + std::max(0, y) / lineHeight();
    return m_document.folds().lineOf(builds::LogRow(std::min<qint64>(row, rows - 1)));
}

void LogView::setCurrent(quint32 line, bool extend)
{
    if (m_document.lineCount() == 0)
        return;
    m_current = std::min(line, m_document.lineCount() - 1);
    if (!extend)
        m_anchor = m_current;
    const auto row = int(m_document.folds().rowOf(m_current));
    QScrollBar *bar = verticalScrollBar();
    if (row < bar->value())
        bar->setValue(row);
    else if (row >= bar->value() + rowsInView())
        bar->setValue(row - rowsInView() + 1);
    viewport()->update();
    speak();
    Q_EMIT currentChanged();
}

void LogView::goToLine(quint32 line)
{
    if (m_document.lineCount() == 0)
        return;
    setFollowing(false);
    m_document.folds().reveal(line);
    place();
    const auto row = int(m_document.folds().rowOf(std::min(line, m_document.lineCount() - 1)));
    // With what led to it in view.
    if (row < verticalScrollBar()->value() || row >= verticalScrollBar()->value() + rowsInView())
        verticalScrollBar()->setValue(row - rowsInView() / 3);
    setCurrent(line, false);
}

namespace {

    /// The next of some lines from here on, round the end.
    quint32 nextOf(const std::vector<quint32> &lines, quint32 from, int by)
    {
        if (lines.empty())
            return noLine;
        if (by > 0) {
            const auto next = std::ranges::upper_bound(lines, from);
            return next == lines.end() ? lines.front() : *next;
        }
        const auto next = std::ranges::lower_bound(lines, from);
        return next == lines.begin() ? lines.back() : *(next - 1);
    }

} // namespace

bool LogView::goToFailure(int by)
{
    const quint32 line = nextOf(m_document.errors(), m_current, by);
    if (line == noLine)
        return false;
    goToLine(line);
    return true;
}

bool LogView::goToHit(int by)
{
    const quint32 line = nextOf(m_document.hits(), m_current, by);
    if (line == noLine)
        return false;
    goToLine(line);
    return true;
}

int LogView::hitNumber() const
{
    const auto &hits = m_document.hits();
    const auto at = std::ranges::lower_bound(hits, m_current);
    return at != hits.end() && *at == m_current ? int(at - hits.begin()) + 1 : 0;
}

void LogView::toggleFold(quint32 line)
{
    if (!m_document.folds().isGroup(line))
        return;
    m_document.folds().setFolded(line, !m_document.folds().isFolded(line));
    place();
    setCurrent(line, false);
}

void LogView::setAllFolded(bool folded)
{
    m_document.folds().setAllFolded(folded);
    place();
    setCurrent(m_document.folds().lineOf(m_document.folds().rowOf(m_current)), false);
}

void LogView::moveBy(qint64 rows, bool extend)
{
    if (m_document.lineCount() == 0)
        return;
    setFollowing(false);
    const qint64 row = qint64(m_document.folds().rowOf(m_current)) + rows;
    setCurrent(m_document.folds().lineOf(builds::LogRow(std::clamp<qint64>(row, 0, m_document.folds().rowCount() - 1))), extend);
}

QString LogView::selectedText()
{
    const quint32 first = std::min(m_anchor, m_current);
    const quint32 last = std::min(std::max(m_anchor, m_current), first + mostCopied - 1);
    QStringList lines;
    for (quint32 at = first; at <= last;) {
        const auto read = m_document.lines(at, std::min<quint32>(256, last - at + 1));
        if (read.empty())
            break;
        for (const auto &line : read)
            lines += builds::parseAnsi(QByteArrayView(line.bytes).sliced(builds::readLogLine(line.bytes).text), builds::LogReader::longest).text;
        at += quint32(read.size());
    }
    return lines.join(u'\n');
}

void LogView::copy()
{
    if (m_document.lineCount() > 0)
        QGuiApplication::clipboard()->setText(selectedText());
}

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

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    place();
}

void LogView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        m_widest = 0;
        place();
        viewport()->update();
    }
}

void LogView::scrollContentsBy(int, int dy)
{
    // Who scrolls up wants to read; who comes to the end wants the rest.
    if (dy > 0 && m_following)
        setFollowing(false);
    viewport()->update();
}

void LogView::speak()
{
    const Shown *known = shown(m_current);
    if (!known)
        return;
    const builds::LogFolds &folds = m_document.folds();
    QString said = tr("Line %1: %2").arg(m_current + 1).arg(known->line.text.left(300));
    if (folds.isFolded(m_current))
        said += u", "_s + tr("%n line(s) folded", nullptr, int(folds.hiddenBehind(m_current)));
    setAccessibleDescription(said);
    if (QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    const bool extend = event->modifiers() & Qt::ShiftModifier;
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->key() == Qt::Key_Slash)
        return Q_EMIT findRequested();
    if (event->matches(QKeySequence::SelectAll)) {
        m_anchor = 0;
        return setCurrent(noLine, true);
    }
    switch (event->key()) {
    case Qt::Key_Up: return moveBy(-1, extend);
    case Qt::Key_Down: return moveBy(1, extend);
    case Qt::Key_PageUp: return moveBy(-rowsInView(), extend);
    case Qt::Key_PageDown: return moveBy(rowsInView(), extend);
    case Qt::Key_Home: return moveBy(-qint64(m_document.lineCount()), extend);
    case Qt::Key_End: return moveBy(qint64(m_document.lineCount()), extend);
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter: return toggleFold(m_current);
    case Qt::Key_Left:
        if (m_document.folds().isGroup(m_current) && !m_document.folds().isFolded(m_current))
            return toggleFold(m_current);
        horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
        return;
    case Qt::Key_Right:
        if (m_document.folds().isFolded(m_current))
            return toggleFold(m_current);
        horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        return;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    const quint32 line = lineAt(event->position().toPoint().y());
    if (event->button() != Qt::LeftButton || line == noLine)
        return QAbstractScrollArea::mousePressEvent(event);
    if (event->position().x() >= viewport()->width() - marksWidth) // A place in all of it.
        return goToLine(quint32(event->position().y() / viewport()->height() * m_document.lineCount()));
    setFollowing(false);
    setCurrent(line, event->modifiers() & Qt::ShiftModifier);
    const int left = gutterWidth() - Theme::of(this).scaled(chevron);
    if (event->position().x() >= left && event->position().x() < gutterWidth())
        toggleFold(line);
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    if (const quint32 line = lineAt(event->position().toPoint().y()); line != noLine)
        setCurrent(line, true);
}

void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const quint32 line = lineAt(event->position().toPoint().y()); line != noLine)
        toggleFold(line);
}

void LogView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    speak();
}

void LogView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool LogView::event(QEvent *event)
{
    // The window has shortcuts on some of these; while the log has the keyboard they are its own.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Slash || key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

} // namespace callboard::ui::panes
