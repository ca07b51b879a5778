// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/api/codeloader.h"

#include <QElapsedTimer>

#include <algorithm>

namespace callboard::ui::panes {

namespace {

    constexpr qsizetype longestLine = 4000;
    constexpr qsizetype pieceOfLine = 2000;
    constexpr qsizetype firstPiece = 12'000; ///< Characters that are there at once: more than a screen.
    constexpr qsizetype piece = 4'000;
    constexpr int millisecondsAtOnce = 6;

    /// The end of a piece: behind a line's end.
    qsizetype endOfPiece(const QString &text, qsizetype from, qsizetype length)
    {
        const qsizetype end = text.indexOf(u'\n', std::min(from + length, text.size()));
        return end < 0 ? text.size() : end + 1;
    }

} // namespace

CodeLoader::CodeLoader(CodeView *view)
    : QObject(view)
    , m_view(view)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &CodeLoader::putMore);
}

QString CodeLoader::withShortLines(const QString &text)
{
    m_firstPieces.clear();
    bool isLong = false;
    for (const QStringView line : QStringView(text).split(u'\n'))
        isLong = isLong || line.size() > longestLine;
    if (!isLong)
        return text;
    QString pieces;
    int shown = 1;
    for (QStringView line : QStringView(text).split(u'\n')) {
        m_firstPieces.push_back(shown);
        for (; line.size() > longestLine; ++shown) {
            pieces += line.first(pieceOfLine);
            pieces += u'\n';
            line = line.sliced(pieceOfLine);
        }
        pieces += line;
        pieces += u'\n';
        ++shown;
    }
    pieces.chop(1);
    return pieces;
}

CodeLoader::Shown CodeLoader::shown(int line, int column) const
{
    if (line < 1 || m_firstPieces.empty())
        return { line, column };
    const int first = m_firstPieces[std::min(size_t(line), m_firstPieces.size()) - 1];
    const int next = size_t(line) < m_firstPieces.size() ? m_firstPieces[size_t(line)] : first + 1 + int(m_text.size() / pieceOfLine);
    const int within = std::min(int((column - 1) / pieceOfLine), next - first - 1);
    return { first + within, column - within * int(pieceOfLine) };
}

int CodeLoader::textLine(int shownLine) const
{
    if (m_firstPieces.empty())
        return shownLine;
    const auto after = std::ranges::upper_bound(m_firstPieces, shownLine);
    return int(after - m_firstPieces.begin());
}

void CodeLoader::load(const QString &text, const QString &fileName)
{
    m_text = withShortLines(text);
    m_marks.clear();
    m_hasTarget = false;
    m_at = endOfPiece(m_text, 0, firstPiece);
    m_view->setSource(m_text.first(m_at), fileName);
    if (m_at < m_text.size())
        m_timer.start();
    else
        finish();
}

void CodeLoader::putMore()
{
    QElapsedTimer clock;
    clock.start();
    while (m_at < m_text.size() && clock.elapsed() < millisecondsAtOnce) {
        const qsizetype end = endOfPiece(m_text, m_at, piece);
        m_view->appendSource(m_text.sliced(m_at, end - m_at));
        m_at = end;
    }
    if (m_hasTarget && m_view->blockCount() > m_target.line) {
        m_hasTarget = false;
        m_view->goToLine(m_target.line);
    }
    if (m_at >= m_text.size())
        finish();
}

void CodeLoader::finish()
{
    m_timer.stop();
    setMarks(std::move(m_marks));
    if (m_hasTarget)
        m_view->goToLine(m_target.line);
    m_hasTarget = false;
    Q_EMIT loaded();
}

void CodeLoader::setMarks(std::vector<CodeView::Mark> marks)
{
    m_marks = std::move(marks);
    if (isLoading())
        return;
    std::vector<CodeView::Mark> placed = m_marks;
    for (CodeView::Mark &mark : placed) {
        const Shown at = shown(mark.line, std::max(1, mark.column));
        mark.line = at.line;
        mark.column = at.column;
    }
    m_view->setMarks(placed);
}

void CodeLoader::goTo(int line, int column)
{
    m_target = shown(line, column);
    m_hasTarget = m_view->blockCount() < m_target.line || (isLoading() && m_view->blockCount() == m_target.line);
    if (!m_hasTarget)
        m_view->goToLine(m_target.line);
}

} // namespace callboard::ui::panes
