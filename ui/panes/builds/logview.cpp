// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/builds/logview.h"

#include "ui/kit/theme.h"

#include <QAccessible>
#include <QClipboard>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using builds::LogLine;
using builds::noLine;

namespace {

    constexpr quint32 mostCopied = 100'000;

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
    if (m_following && m_document.lineCount() > 0)
        m_current = m_anchor = m_document.lineCount() - 1;
    viewport()->update();
}

void LogView::place()
{
    const QScopedValueRollback placing(m_placing, true);
    const auto rows = int(m_document.folds().rowCount());
    verticalScrollBar()->setPageStep(rowsInView());
    verticalScrollBar()->setRange(0, std::max(0, rows - rowsInView()));
    if (m_following)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
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
    // Who scrolls up wants to read. More room, or fewer lines, are not the reader's doing.
    if (dy > 0 && m_following && !m_placing)
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
    // The menu is of what is selected, or else of the line below the pointer.
    const bool isSelected = line >= std::min(m_anchor, m_current) && line <= std::max(m_anchor, m_current);
    if (event->button() == Qt::RightButton && line != noLine && !isSelected) {
        setFollowing(false);
        setCurrent(line, false);
    }
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
