// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/entity/celltable.h"

#include "ui/kit/glyphs.h"
#include "ui/kit/icons.h"
#include "ui/kit/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {
    constexpr int padding = 6;  // Beside the text of a cell.
    constexpr int edge = 10;    // Of the first and last cell, in line with the heading of the card.
    constexpr int iconSize = 14;
    constexpr int iconGap = 6;

    TextCache::Style styleOf(const Cell &cell)
    {
        if (cell.look == Cell::Look::Mono)
            return { TextRole::Mono };
        return { TextRole::Dense, cell.strong ? QFont::Medium : QFont::Normal, cell.right };
    }
}

void CellTableModel::setRows(QStringList headers, std::vector<CellRow> rows)
{
    beginResetModel();
    m_headers = std::move(headers);
    m_rows = std::move(rows);
    endResetModel();
}

const Cell &CellTableModel::cell(const QModelIndex &index) const
{
    static const Cell none;
    if (!index.isValid() || size_t(index.row()) >= m_rows.size())
        return none;
    const CellRow &row = m_rows[size_t(index.row())];
    return size_t(index.column()) < row.size() ? row[size_t(index.column())] : none;
}

int CellTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int CellTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_headers.size());
}

QVariant CellTableModel::data(const QModelIndex &index, int role) const
{
    const Cell &shown = cell(index);
    switch (role) {
    case Qt::DisplayRole:
        return shown.text;
    case Qt::ToolTipRole:
        return shown.toolTip.isEmpty() ? QVariant() : shown.toolTip;
    case Qt::AccessibleTextRole:
        return shown.missing ? tr("%1, missing from the catalog").arg(shown.text) : shown.text;
    case Qt::AccessibleDescriptionRole:
        return shown.isLink() ? tr("Link") : QString();
    case Qt::TextAlignmentRole:
        return int((shown.right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case RefRole:
        return shown.ref;
    default:
        return {};
    }
}

QVariant CellTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return m_headers.value(section);
    return {};
}

void CellDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = static_cast<const CellTableModel *>(index.model());
    const Cell &cell = model->cell(index);
    const Theme &theme = Theme::of(option.widget);
    const Colours &colours = theme.colours();
    m_cache.setRatio(painter->device()->devicePixelRatioF());
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colours.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, colours.hover);

    const bool first = index.column() == 0;
    const bool last = index.column() == model->columnCount() - 1;
    QRect rect = option.rect.adjusted(first ? edge : padding, 0, -(last ? edge : padding), 0);
    if (!cell.icon.isEmpty()) {
        const int size = theme.scaled(iconSize);
        const QRect place(rect.left(), rect.center().y() - size / 2 + 1, size, size);
        paintIcon(painter, QStyle::visualRect(option.direction, option.rect, place), cell.icon,
            colours.textSecondary);
        rect.setLeft(place.right() + 1 + iconGap);
    }
    if (cell.glyph) {
        const int size = theme.metrics().icon.statusGlyph;
        QRect place(rect.left(), rect.center().y() - size / 2 + 1, size, size);
        if (cell.right) {
            place.moveRight(rect.right());
            rect.setRight(place.left() - iconGap);
        } else {
            rect.setLeft(place.right() + iconGap);
        }
        paintStatus(painter, QStyle::visualRect(option.direction, option.rect, place), *cell.glyph,
            colours, colours.slip, GlyphStyle::Quiet);
    }
    paintText(painter, option, cell, rect);
    painter->restore();
}

void CellDelegate::paintWords(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect,
    const QString &words, TextCache::Style style, Qt::TextElideMode elide, bool right) const
{
    const TextCache::Entry &entry = m_cache.entry(Theme::of(option.widget), words, style, rect.width(), elide);
    const QRect place = QStyle::visualRect(option.direction, option.rect, rect);
    const bool toRight = right != (option.direction == Qt::RightToLeft);
    const qreal x = toRight ? place.right() + 1 - entry.width : place.left();
    painter->drawStaticText(QPointF(x, place.top() + (place.height() - entry.text.size().height()) / 2), entry.text);
}

QRect CellDelegate::paintMissing(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect) const
{
    const Theme &theme = Theme::of(option.widget);
    const Colours &colours = theme.colours();
    const int size = theme.metrics().icon.statusGlyph;
    const QRect place(rect.right() - size + 1, rect.center().y() - size / 2 + 1, size, size);
    paintStatus(painter, QStyle::visualRect(option.direction, option.rect, place), Status::Warning, colours, colours.slip);
    const TextCache::Style style { TextRole::Dense };
    const QString word = tr("missing");
    const int width = qCeil(m_cache.advance(theme, word, style)) + 1;
    painter->setPen(colours.warning.text);
    painter->setFont(m_cache.font(theme, style));
    paintWords(painter, option, QRect(place.left() - 4 - width, rect.top(), width, rect.height()), word, style,
        Qt::ElideNone, false);
    return rect.adjusted(0, 0, -(size + 4 + width + padding), 0);
}

void CellDelegate::paintText(
    QPainter *painter, const QStyleOptionViewItem &option, const Cell &cell, QRect rect) const
{
    const Theme &theme = Theme::of(option.widget);
    const Colours &colours = theme.colours();
    if (cell.missing) // Shape and word, for what the catalog does not have.
        rect = paintMissing(painter, option, rect);
    QColor colour = cell.look == Cell::Look::Primary ? colours.text : colours.textSecondary;
    if (cell.isLink())
        colour = cell.missing ? colours.textSecondary : colours.link;
    const TextCache::Style style = styleOf(cell);
    QFont font = m_cache.font(theme, style);
    if (cell.isLink() && (option.state & QStyle::State_MouseOver))
        font.setUnderline(true);
    painter->setFont(font);
    painter->setPen(colour);
    // What tells paths and addresses apart is at their end.
    const bool path = cell.text.startsWith(u'/') || (cell.look == Cell::Look::Mono && cell.text.contains("://"_L1));
    paintWords(painter, option, rect, cell.text, style, path ? Qt::ElideLeft : cell.elide, cell.right);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = static_cast<const CellTableModel *>(index.model());
    const Cell &cell = model->cell(index);
    const Theme &theme = Theme::of(option.widget);
    // A font's advance is a fraction wider than its whole number says, and a cut text loses three letters for it.
    int width = qCeil(m_cache.advance(theme, cell.text, styleOf(cell))) + 2 * padding + 1;
    if (!cell.icon.isEmpty())
        width += theme.scaled(iconSize) + iconGap;
    if (cell.glyph)
        width += theme.metrics().icon.statusGlyph + iconGap;
    if (index.column() == 0 || index.column() == model->columnCount() - 1)
        width += edge - padding;
    return { width, theme.rowHeight() };
}

CellTable::CellTable(QWidget *parent)
    : QTableView(parent)
    , m_model(this)
{
    setModel(&m_model);
    setItemDelegate(new CellDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setCornerButtonEnabled(false);
    horizontalHeader()->hide();
    horizontalHeader()->setMinimumSectionSize(8);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    applyRowHeight();
}

void CellTable::setRows(
    const QStringList &headers, std::vector<CellRow> rows, const QList<int> &weights)
{
    m_weights = weights;
    m_model.setRows(headers, std::move(rows));
    setFocusPolicy(m_model.rowCount() > 0 ? Qt::StrongFocus : Qt::NoFocus);
    shareWidth();
    updateGeometry();
}

void CellTable::setShownRows(int most)
{
    m_shownRows = most;
    updateGeometry();
}

void CellTable::setScrolls(bool scrolls)
{
    m_scrolls = scrolls;
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, scrolls ? QSizePolicy::Expanding : QSizePolicy::Fixed);
}

int CellTable::heightOfRows() const
{
    const int rows = m_shownRows < 0 ? m_model.rowCount() : qMin(m_shownRows, m_model.rowCount());
    return rows * Theme::of(this).rowHeight();
}

QSize CellTable::sizeHint() const
{
    return { 200, m_scrolls ? 120 : heightOfRows() };
}

QSize CellTable::minimumSizeHint() const
{
    return { 60, m_scrolls ? 48 : heightOfRows() };
}

QModelIndex CellTable::linkOfRow(const QModelIndex &index) const
{
    if (m_model.cell(index).isLink())
        return index;
    for (int column = 0; column < m_model.columnCount(); ++column)
        if (const QModelIndex each = index.siblingAtColumn(column); m_model.cell(each).isLink())
            return each;
    return {};
}

void CellTable::activate(const QModelIndex &index, Qt::KeyboardModifiers modifiers)
{
    const Cell &cell = m_model.cell(index);
    if (!cell.ref.isEmpty() && !cell.missing)
        Q_EMIT entityActivated(cell.ref, modifiers);
    else if (!cell.url.isEmpty())
        Q_EMIT urlActivated(cell.url);
}

void CellTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        activate(linkOfRow(currentIndex()), event->modifiers());
        return;
    }
    // At its ends the keyboard walks on to the next card, as if the page were one list.
    const int row = currentIndex().row();
    if (!m_scrolls && event->modifiers() == Qt::NoModifier
        && ((event->key() == Qt::Key_Down && row == m_model.rowCount() - 1)
            || (event->key() == Qt::Key_Up && row == 0))) {
        focusNextPrevChild(event->key() == Qt::Key_Down);
        return;
    }
    QTableView::keyPressEvent(event);
}

void CellTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && m_model.rowCount() > 0)
        setCurrentIndex(m_model.index(0, 0));
}

void CellTable::copySelection() const
{
    QStringList lines;
    for (const QModelIndex &index : selectionModel()->selectedRows()) {
        QStringList cells;
        for (int column = 0; column < m_model.columnCount(); ++column)
            cells += m_model.cell(index.siblingAtColumn(column)).text;
        lines += cells.join(u'\t');
    }
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(u'\n'));
}

void CellTable::mouseMoveEvent(QMouseEvent *event)
{
    const Cell &cell = m_model.cell(indexAt(event->pos()));
    viewport()->setCursor(cell.isLink() && !cell.missing ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTableView::mouseMoveEvent(event);
}

void CellTable::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    const bool range = event->modifiers() & Qt::ShiftModifier;
    if (event->button() == Qt::LeftButton && !range && m_model.cell(index).isLink()
        && index == currentIndex())
        activate(index, event->modifiers());
    else if (event->button() == Qt::MiddleButton)
        activate(index, Qt::ControlModifier);
}

void CellTable::leaveEvent(QEvent *event)
{
    viewport()->unsetCursor();
    QTableView::leaveEvent(event);
}

void CellTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    shareWidth();
}

void CellTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
        applyRowHeight();
        updateGeometry();
    }
}

void CellTable::applyRowHeight()
{
    const int height = Theme::of(this).rowHeight();
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
}

/// Those of the shared columns that need no more than their share, while another one's text would be cut by its own.
QList<int> CellTable::modestColumns(const QList<int> &shared, int room, int weights) const
{
    QList<int> modest;
    for (const int column : shared) {
        if (sizeHintForColumn(column) <= room * m_weights[column] / weights)
            modest += column;
    }
    return modest.size() < shared.size() ? modest : QList<int>();
}

void CellTable::shareWidth()
{
    const int columns = m_model.columnCount();
    if (columns == 0 || m_weights.size() < columns)
        return;
    int left = viewport()->width();
    int sum = 0;
    QList<int> shared;
    const auto give = [&](int column, int width) {
        horizontalHeader()->resizeSection(column, width);
        left -= width;
    };
    for (int column = 0; column < columns; ++column) {
        sum += m_weights[column];
        if (m_weights[column] == 0)
            give(column, qMin(sizeHintForColumn(column), viewport()->width() / 2));
        else
            shared += column;
    }
    // Two columns keep their shares, so that those of cards below each other are in line.
    QList<int> modest = columns > 2 ? modestColumns(shared, left, sum) : QList<int>();
    while (!modest.isEmpty()) {
        for (const int column : std::as_const(modest)) {
            give(column, sizeHintForColumn(column));
            sum -= m_weights[column];
            shared.removeOne(column);
        }
        modest = modestColumns(shared, left, sum);
    }
    const int room = left;
    for (const int column : std::as_const(shared)) // What rounding leaves goes to the last one.
        give(column, qMax(8, column == shared.last() ? left : room * m_weights[column] / sum));
}

} // namespace callboard::ui::panes
