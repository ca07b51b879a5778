// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/codeview.h"

#include "ui/kit/codecolours.h"
#include "ui/kit/glyphs.h"

#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

class LineNumbers final : public QWidget {
public:
    explicit LineNumbers(CodeView *view)
        : QWidget(view)
        , m_view(view)
    {
    }
    QSize sizeHint() const override { return { m_view->lineNumberWidth(), 0 }; }

protected:
    void paintEvent(QPaintEvent *event) override { m_view->paintLineNumbers(event); }

private:
    CodeView *m_view;
};

} // namespace

/// Colours from our tokens instead of a theme file of the library.
class CodeHighlighter final : public KSyntaxHighlighting::SyntaxHighlighter {
public:
    CodeHighlighter(QTextDocument *document, const QWidget *widget)
        : SyntaxHighlighter(document)
        , m_widget(widget)
    {
        setTheme(codeRepository().defaultTheme());
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        QTextCharFormat chars;
        chars.setForeground(codeColour(format, Theme::of(m_widget).colours()));
        setFormat(offset, length, chars);
    }

private:
    const QWidget *m_widget;
};

CodeView::CodeView(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_numbers(new LineNumbers(this))
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(NoWrap);
    setFrameShape(NoFrame);
    setLayoutDirection(Qt::LeftToRight); // Source is read so in every language.
    setTabChangesFocus(true);
    setAccessibleName(tr("Source"));
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy)
            m_numbers->scroll(0, dy);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    applyTheme();
}

CodeView::~CodeView() = default;

void CodeView::setSource(const QString &text, const QString &fileName, int firstLine)
{
    m_firstLine = firstLine;
    m_shownLine = 0;
    m_marks.clear();
    // A highlighter puts off lines of the text it knows, and reads them from memory that is gone once there is another text.
    clear();
    m_highlighter.reset();
    setPlainText(text);
    m_highlighter = std::make_unique<CodeHighlighter>(document(), this);
    m_highlighter->setDefinition(codeRepository().definitionForFileName(fileName));
    setViewportMargins(lineNumberWidth(), 0, 0, 0);
    updateSelections();
}

void CodeView::appendSource(const QString &text)
{
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    end.insertText(text);
    setViewportMargins(lineNumberWidth(), 0, 0, 0);
}

void CodeView::setMarks(const std::vector<Mark> &marks)
{
    m_marks = marks;
    updateSelections();
}

void CodeView::goToLine(int line)
{
    m_shownLine = line - m_firstLine + 1;
    const QTextBlock block = document()->findBlockByNumber(m_shownLine - 1);
    if (!block.isValid())
        return;
    setTextCursor(QTextCursor(block));
    centerCursor();
    updateSelections();
}

int CodeView::lineNumberWidth() const
{
    const QString widest(QString::number(m_firstLine + blockCount()).size(), u'0');
    return fontMetrics().horizontalAdvance(widest) + 20;
}

void CodeView::paintLineNumbers(QPaintEvent *event)
{
    QPainter painter(m_numbers);
    const Colours &c = Theme::of(this).colours();
    painter.fillRect(event->rect(), c.code);
    painter.setFont(font());
    painter.setPen(c.textDisabled);
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= event->rect().bottom()) {
        const qreal height = linesHeight(block, blockBoundingRect(block));
        const int number = block.blockNumber() + 1;
        const auto mark = std::ranges::find(m_marks, number, &Mark::line);
        if (mark != m_marks.end()) {
            const auto status = mark->severity == domain::Severity::Error ? Status::Failed : Status::Warning;
            paintStatus(&painter, QRectF(3, top + (height - 9) / 2, 9, 9), status, c, c.code);
        }
        painter.drawText(QRectF(0, top, m_numbers->width() - 8, height), Qt::AlignRight | Qt::AlignVCenter,
            QString::number(number + m_firstLine - 1));
        top += height;
        block = block.next();
    }
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    m_numbers->setGeometry(0, viewport()->y(), lineNumberWidth(), viewport()->height()); // Not beside the bar below the text.
}

void CodeView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        applyTheme();
}

void CodeView::applyTheme()
{
    applyCodeLook(*this);
    if (m_highlighter)
        m_highlighter->rehighlight();
    updateSelections();
}

void CodeView::updateSelections()
{
    const Colours &c = Theme::of(this).colours();
    QList<QTextEdit::ExtraSelection> selections;
    if (m_shownLine > 0) {
        QTextEdit::ExtraSelection line;
        line.cursor = QTextCursor(document()->findBlockByNumber(m_shownLine - 1));
        line.format.setBackground(c.selection);
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        selections.append(line);
    }
    for (const Mark &mark : m_marks) {
        const QTextBlock block = document()->findBlockByNumber(mark.line - 1);
        if (!block.isValid())
            continue;
        const int first = mark.column > 0 ? qMin(mark.column - 1, qMax(0, block.length() - 2))
                                          : int(block.text().size() - block.text().trimmed().size());
        QTextEdit::ExtraSelection under;
        under.cursor = QTextCursor(block);
        under.cursor.setPosition(block.position() + first);
        if (mark.length > 0)
            under.cursor.setPosition(qMin(block.position() + first + mark.length, block.position() + block.length() - 1),
                QTextCursor::KeepAnchor);
        else
            under.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        under.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        under.format.setUnderlineColor(mark.severity == domain::Severity::Error ? c.failed.glyph : c.warning.glyph);
        selections.append(under);
    }
    setExtraSelections(selections);
    m_numbers->update();
}

QString CodeView::markAt(const QPoint &position) const
{
    const int line = cursorForPosition(position).blockNumber() + 1;
    QStringList texts;
    for (const Mark &mark : m_marks) {
        if (mark.line == line)
            texts.append(mark.text);
    }
    return texts.join(u'\n');
}

bool CodeView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString text = markAt(viewport()->mapFrom(this, help->pos()));
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QPlainTextEdit::event(event);
}

} // namespace callboard::ui
