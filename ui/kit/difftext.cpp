// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/difftext.h"

#include "ui/kit/codecolours.h"
#include "ui/kit/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QTextBlock>

namespace callboard::ui {

using namespace Qt::StringLiterals;
using Kind = DiffText::Row::Kind;

namespace {

constexpr qsizetype signLength = 2;
constexpr int numberGap = 8;
constexpr int barWidth = 3;
constexpr qreal markStrength = 0.32;

QLatin1StringView signOf(Kind kind)
{
    return kind == Kind::Added ? "+ "_L1 : kind == Kind::Removed ? "- "_L1 : "  "_L1;
}

QColor mixed(const QColor &ground, const QColor &ink, qreal strength)
{
    const auto part = [&](float a, float b) { return float(a + (b - a) * float(strength)); };
    return QColor::fromRgbF(part(ground.redF(), ink.redF()), part(ground.greenF(), ink.greenF()), part(ground.blueF(), ink.blueF()));
}

/// Whether this key goes from change to change; `by` says where to.
bool isStep(const QKeyEvent *event, int &by)
{
    by = event->modifiers() & Qt::ShiftModifier ? -1 : 1;
    return event->key() == Qt::Key_F8 && (event->modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier;
}

} // namespace

class DiffNumbers final : public QWidget {
public:
    explicit DiffNumbers(DiffText *text)
        : QWidget(text)
        , m_text(text)
    {
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_text->paintNumbers(event); }

private:
    DiffText *m_text;
};

DiffText::DiffText(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_numbers(new DiffNumbers(this))
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(NoWrap);
    setFrameShape(NoFrame);
    setLayoutDirection(Qt::LeftToRight); // Source is read so in every language.
    setTabChangesFocus(true);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy)
            m_numbers->scroll(0, dy);
        else
            m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    applyTheme();
}

void DiffText::setRows(std::vector<Row> rows, Numbers numbers)
{
    m_rows = std::move(rows);
    m_which = numbers;
    m_current = -1;
    QString text;
    int highest = 0;
    for (const Row &row : m_rows) {
        text += row.kind == Kind::Filler ? QString() : QString(signOf(row.kind) + row.text);
        text += u'\n';
        highest = std::max({ highest, row.before, row.after });
    }
    text.chop(1);
    m_digits = int(QString::number(highest + 1).size());
    setPlainText(text);
    setViewportMargins(numbersWidth(), 0, 0, 0);
    resizeEvent(nullptr);
}

void DiffText::goToRow(int row, int count)
{
    m_current = row;
    m_currentCount = count;
    const QTextBlock block = document()->findBlockByNumber(row);
    if (block.isValid()) {
        setTextCursor(QTextCursor(block));
        centerCursor();
    }
    m_numbers->update();
}

int DiffText::numbersWidth() const
{
    const int one = fontMetrics().horizontalAdvance(QString(m_digits, u'0')) + numberGap;
    return (m_which == Numbers::Both ? 2 * one : one) + numberGap + barWidth;
}

template<typename Visit>
void DiffText::forEachVisible(int bottom, Visit visit) const
{
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= bottom) {
        const qreal height = linesHeight(block, blockBoundingRect(block));
        if (size_t(block.blockNumber()) < m_rows.size())
            visit(block, top, height);
        top += height;
        block = block.next();
    }
}

void DiffText::paintRow(QPainter &painter, const QTextBlock &block, const QRectF &area) const
{
    const Colours &c = Theme::of(this).colours();
    const Row &row = m_rows[size_t(block.blockNumber())];
    if (row.kind == Kind::Same)
        return;
    if (row.kind == Kind::Filler) {
        painter.fillRect(area, c.wings);
        return;
    }
    const StatusColours &colours = row.kind == Kind::Added ? c.ok : c.failed;
    painter.fillRect(area, colours.fill);
    if (block.layout()->lineCount() == 0)
        return;
    const QTextLine line = block.layout()->lineAt(0);
    for (const domain::TextSpan &mark : row.marks) {
        const qreal from = line.cursorToX(int(mark.begin + signLength)) + contentOffset().x();
        const qreal to = line.cursorToX(int(mark.begin + mark.length + signLength)) + contentOffset().x();
        painter.fillRect(QRectF(from, area.top(), to - from, area.height()), mixed(colours.fill, colours.glyph, markStrength));
    }
}

void DiffText::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        forEachVisible(event->rect().bottom(), [&](const QTextBlock &block, qreal top, qreal height) {
            paintRow(painter, block, QRectF(0, top, viewport()->width(), height));
        });
    }
    QPlainTextEdit::paintEvent(event);
}

void DiffText::paintNumbers(QPaintEvent *event)
{
    QPainter painter(m_numbers);
    const Colours &c = Theme::of(this).colours();
    painter.fillRect(event->rect(), c.code);
    painter.setFont(font());
    const int one = fontMetrics().horizontalAdvance(QString(m_digits, u'0')) + numberGap;
    forEachVisible(event->rect().bottom(), [&](const QTextBlock &block, qreal top, qreal height) {
        const Row &row = m_rows[size_t(block.blockNumber())];
        const int current = block.blockNumber() - m_current;
        if (m_current >= 0 && current >= 0 && current < m_currentCount)
            painter.fillRect(QRectF(0, top, barWidth, height), c.accent);
        painter.setPen(c.textDisabled);
        const auto number = [&](int line, int column) {
            if (line >= 0)
                painter.drawText(QRectF(barWidth + column * one, top, one, height), Qt::AlignRight | Qt::AlignVCenter, QString::number(line + 1));
        };
        if (m_which != Numbers::After)
            number(row.before, 0);
        if (m_which != Numbers::Before)
            number(row.after, m_which == Numbers::Both ? 1 : 0);
    });
}

void DiffText::resizeEvent(QResizeEvent *event)
{
    if (event)
        QPlainTextEdit::resizeEvent(event);
    m_numbers->setGeometry(0, viewport()->y(), numbersWidth(), viewport()->height()); // Not beside the bar below the text.
}

void DiffText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        applyTheme();
}

bool DiffText::event(QEvent *event)
{
    int by = 0;
    if (event->type() == QEvent::ShortcutOverride && isStep(static_cast<QKeyEvent *>(event), by)) {
        event->accept(); // Here F8 means changes, not problems.
        return true;
    }
    return QPlainTextEdit::event(event);
}

void DiffText::keyPressEvent(QKeyEvent *event)
{
    int by = 0;
    if (isStep(event, by))
        Q_EMIT stepRequested(by);
    else
        QPlainTextEdit::keyPressEvent(event);
}

void DiffText::applyTheme()
{
    applyCodeLook(*this);
    setViewportMargins(numbersWidth(), 0, 0, 0);
    m_numbers->update();
}

} // namespace callboard::ui
