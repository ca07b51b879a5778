// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/rowdelegate.h"

#include "ui/kit/icons.h"
#include "ui/kit/widgets.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QTableView>
#include <QToolTip>
#include <QTreeView>

namespace callboard::ui {

namespace {

constexpr int padding = 6;
constexpr int iconGap = 6;

QColor inkColour(RowCell::Ink ink, const Colours &c)
{
    switch (ink) {
    case RowCell::Ink::Primary: break;
    case RowCell::Ink::Secondary: return c.textSecondary;
    case RowCell::Ink::Link: return c.link;
    case RowCell::Ink::Warning: return c.warning.text;
    case RowCell::Ink::Failed: return c.failed.text;
    case RowCell::Ink::Ok: return c.ok.text;
    case RowCell::Ink::Stale: return c.stale.text;
    case RowCell::Ink::Disabled: return c.textDisabled;
    }
    return c.text;
}

const Theme *themeOf(const QAbstractItemView *view)
{
    return &Theme::of(view);
}

} // namespace

RowDelegate::RowDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void RowDelegate::attachCommon(QAbstractItemView *view)
{
    m_view = view;
    view->setItemDelegate(this);
    view->setMouseTracking(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setAlternatingRowColors(false);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->viewport()->installEventFilter(this);
}

void RowDelegate::attach(QTableView *view)
{
    attachCommon(view);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setCornerButtonEnabled(false);
    view->verticalHeader()->hide();
    view->setTabKeyNavigation(false);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const auto resize = [view] {
        const int height = Theme::of(view).rowHeight();
        view->verticalHeader()->setMinimumSectionSize(height);
        view->verticalHeader()->setDefaultSectionSize(height);
        view->viewport()->update();
    };
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    resize();
    connect(themeOf(view), &Theme::densityChanged, view, resize);
    connect(themeOf(view), &Theme::changed, view, resize);
}

void RowDelegate::attach(QTreeView *view)
{
    attachCommon(view);
    view->setUniformRowHeights(true);
    view->setAllColumnsShowFocus(true);
    connect(themeOf(view), &Theme::densityChanged, view, [view] { view->doItemsLayout(); });
    connect(themeOf(view), &Theme::changed, view, [view] { view->doItemsLayout(); });
}

bool RowDelegate::eventFilter(QObject *watched, QEvent *event)
{
    if (m_view && watched == m_view->viewport()) {
        int row = m_hoveredRow;
        if (event->type() == QEvent::MouseMove) {
            const QModelIndex at = m_view->indexAt(static_cast<QMouseEvent *>(event)->position().toPoint());
            row = at.row();
            if (at.parent() != QModelIndex(m_hoveredParent)) {
                m_hoveredParent = at.parent();
                m_view->viewport()->update();
            }
        } else if (event->type() == QEvent::Leave) {
            row = -1;
        }
        if (row != m_hoveredRow) {
            m_hoveredRow = row;
            m_view->viewport()->update();
        }
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

RowCell RowDelegate::cell(const QModelIndex &index) const
{
    RowCell cell;
    cell.text = index.data(Qt::DisplayRole).toString();
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    cell.alignRight = alignment.isValid() && (alignment.toInt() & Qt::AlignRight);
    cell.style.figures = cell.alignRight;
    return cell;
}

bool RowDelegate::isGroup(const QModelIndex &) const
{
    return false;
}

QColor RowDelegate::fill(
    const QStyleOptionViewItem &option, const QModelIndex &index, const Theme &theme) const
{
    const Colours &c = theme.colours();
    if (option.state & QStyle::State_Selected)
        return m_view && m_view->hasFocus() && (option.state & QStyle::State_Active) ? c.selection
            : option.state & QStyle::State_Active                                   ? c.selection
                                                                                    : c.selectionInactive;
    if (isGroup(index))
        return c.wings;
    if (index.row() == m_hoveredRow && index.parent() == QModelIndex(m_hoveredParent))
        return c.hover;
    return {};
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const Colours &c = theme.colours();
    m_cache.setRatio(painter->device()->devicePixelRatioF());
    const QColor ground = fill(option, index, theme);
    if (ground.isValid())
        painter->fillRect(option.rect, ground);
    if (isGroup(index)) {
        paintHairline(painter, option.rect.topLeft(), option.rect.topRight(), c.borderSubtle);
        paintHairline(painter, option.rect.bottomLeft(), option.rect.bottomRight(), c.borderSubtle);
    }
    RowCell shown = cell(index);
    if (m_hasTwoLines)
        shown.below = secondLine(index);
    paintCell(painter, option.rect.adjusted(padding, 0, -padding, 0), shown, theme,
        ground.isValid() ? ground : c.board, option.direction);
    paintFocus(painter, option, index, theme);
}

void RowDelegate::paintFocus(QPainter *painter, const QStyleOptionViewItem &option,
    const QModelIndex &index, const Theme &theme) const
{
    if (!m_view || !m_view->hasFocus() || m_view->currentIndex().row() != index.row()
        || m_view->currentIndex().parent() != index.parent()
        || !m_view->window()->testAttribute(Qt::WA_KeyboardFocusChange))
        return;
    if (qobject_cast<const QTreeView *>(m_view))
        return; // Draws a ring around the whole row by itself, from before its indentation on.
    const QRect r = option.rect;
    const QColor ring = theme.colours().focusRing;
    painter->fillRect(r.left(), r.top(), r.width(), 2, ring);
    painter->fillRect(r.left(), r.bottom() - 1, r.width(), 2, ring);
    // The ring goes around the row: its ends are where the view's are.
    const bool mirrored = option.direction == Qt::RightToLeft;
    const bool first = index.column() == 0;
    const bool last = index.column() == index.model()->columnCount(index.parent()) - 1;
    if (r.left() <= 0 || (mirrored ? last : first))
        painter->fillRect(qMax(0, r.left()), r.top(), 2, r.height(), ring);
    if (r.right() >= m_view->viewport()->width() - 1 || (mirrored ? first : last))
        painter->fillRect(qMin(r.right(), m_view->viewport()->width() - 1) - 1, r.top(), 2, r.height(), ring);
}

void RowDelegate::paintCell(QPainter *painter, const QRect &area, const RowCell &cell, const Theme &theme,
    const QColor &ground, Qt::LayoutDirection direction) const
{
    if (!cell.below.isEmpty())
        return paintTwoLines(painter, area, cell, theme, ground, direction);
    QRect room = area;
    const auto mirrored = [&](const QRect &r) { return QStyle::visualRect(direction, area, r); };
    const Colours &c = theme.colours();
    if (!cell.iconName.isEmpty()) {
        const int side = theme.scaled(14);
        const QRect square(room.left(), room.center().y() - side / 2 + 1, side, side);
        paintIcon(painter, mirrored(square), cell.iconName, cell.stale ? c.stale.text : c.textSecondary);
        room.setLeft(room.left() + side + iconGap);
    }
    if (cell.status) {
        const int side = theme.scaled(12);
        const QRect square(room.left(), room.center().y() - side / 2 + 1, side, side);
        paintStatus(painter, mirrored(square), *cell.status, c, ground, GlyphStyle::Quiet);
        room.setLeft(room.left() + side + iconGap);
    }
    if (!cell.badge.isEmpty()) {
        const QSize size = badgeSize(theme, cell.badge);
        const QRect at(room.right() - size.width() + 1, room.center().y() - size.height() / 2 + 1, size.width(), size.height());
        paintBadge(painter, mirrored(at), theme, cell.badge, cell.badgeStatus);
        room.setRight(at.left() - iconGap);
    }
    if (room.width() <= 0 || cell.text.isEmpty())
        return;
    const QRect textRoom = mirrored(room);
    RowCell placed = cell;
    if (direction == Qt::RightToLeft)
        placed.alignRight = !cell.alignRight;
    const int used = paintText(painter, textRoom, placed, theme);
    if (cell.secondary.isEmpty() || used + 20 > room.width())
        return;
    RowCell behind;
    behind.text = cell.secondary;
    behind.ink = RowCell::Ink::Secondary;
    behind.elide = cell.secondaryElide;
    behind.alignRight = placed.alignRight;
    QRect rest = textRoom;
    if (direction == Qt::RightToLeft)
        rest.setRight(rest.right() - used - 8);
    else
        rest.setLeft(rest.left() + used + 8);
    paintText(painter, rest, behind, theme);
}

void RowDelegate::paintTwoLines(QPainter *painter, const QRect &area, const RowCell &cell, const Theme &theme,
    const QColor &ground, Qt::LayoutDirection direction) const
{
    RowCell first = cell;
    first.below.clear();
    RowCell second;
    second.text = cell.below;
    second.ink = RowCell::Ink::Secondary;
    second.style.role = TextRole::Caption;
    second.alignRight = cell.alignRight;
    const int upper = theme.lineHeight(cell.style.role), lower = theme.lineHeight(TextRole::Caption);
    const int top = area.top() + (area.height() - upper - lower) / 2;
    paintCell(painter, QRect(area.left(), top, area.width(), upper), first, theme, ground, direction);
    paintCell(painter, QRect(area.left(), top + upper, area.width(), lower), second, theme, ground, direction);
}

int RowDelegate::paintText(QPainter *painter, const QRect &area, const RowCell &cell, const Theme &theme) const
{
    const QColor ink = inkColour(cell.stale && cell.ink == RowCell::Ink::Primary ? RowCell::Ink::Secondary : cell.ink, theme.colours());
    const auto &entry = m_cache.entry(theme, cell.text, cell.style, area.width(), cell.elide);
    const qreal x = cell.alignRight ? area.right() + 1 - entry.width : area.left();
    const qreal y = area.top() + (area.height() - entry.text.size().height()) / 2;
    painter->setFont(m_cache.font(theme, cell.style));
    painter->setPen(ink);
    if (cell.hits.isEmpty() || entry.cut) {
        painter->drawStaticText(QPointF(x, y), entry.text);
        if (cell.stale)
            paintStaleUnderline(painter, QRectF(x, y, entry.width, entry.text.size().height() - 1), theme.colours());
        return qCeil(entry.width);
    }
    // Hits in bold accent, never in colour alone; pieces come from the same cache.
    qreal at = x;
    qsizetype done = 0;
    const auto piece = [&](qsizetype from, qsizetype length, bool hit) {
        if (length <= 0)
            return;
        const TextCache::Style style { cell.style.role, hit ? QFont::Bold : cell.style.weight, cell.style.figures };
        const QString text = cell.text.mid(from, length);
        const auto &part = m_cache.entry(theme, text, style, 0, Qt::ElideNone);
        painter->setFont(m_cache.font(theme, style));
        painter->setPen(hit ? theme.colours().accent : ink);
        painter->drawStaticText(QPointF(at, y), part.text);
        at += m_cache.advance(theme, text, style);
    };
    for (const RowCell::Range &hit : cell.hits) {
        piece(done, hit.start - done, false);
        piece(hit.start, hit.length, true);
        done = hit.start + hit.length;
    }
    piece(done, cell.text.size() - done, false);
    return qCeil(at - x);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const RowCell shown = cell(index);
    qreal width = m_cache.metrics(theme, shown.style).horizontalAdvance(shown.text) + 2 * padding;
    if (!shown.iconName.isEmpty())
        width += theme.scaled(14) + iconGap;
    if (shown.status)
        width += theme.scaled(12) + (shown.text.isEmpty() ? 0 : iconGap);
    if (!shown.badge.isEmpty())
        width += badgeSize(theme, shown.badge).width() + iconGap;
    if (!shown.secondary.isEmpty())
        width += m_cache.metrics(theme, {}).horizontalAdvance(shown.secondary) + 8;
    const int below = m_hasTwoLines ? theme.lineHeight(TextRole::Caption) : 0;
    return { qCeil(width), theme.rowHeight() + below };
}

bool RowDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString said = event->type() == QEvent::ToolTip && index.isValid() ? index.data(Qt::ToolTipRole).toString() : QString();
    if (!said.isEmpty()) {
        QToolTip::showText(event->globalPos(), toolTipLines(said), view, option.rect);
        return true;
    }
    if (event->type() == QEvent::ToolTip && index.isValid()) {
        // Whatever is cut is whole in the tool tip.
        const RowCell shown = cell(index);
        const int needed = sizeHint(option, index).width();
        if (needed > option.rect.width()) {
            QToolTip::showText(event->globalPos(), toolTipLines(shown.text), view, option.rect);
            return true;
        }
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace callboard::ui
