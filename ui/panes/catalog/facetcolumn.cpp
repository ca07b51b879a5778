// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/catalog/facetcolumn.h"

#include "models/items/entitytablemodel.h"
#include "ui/kit/glyphs.h"
#include "ui/kit/icons.h"
#include "ui/kit/stamps.h"
#include "ui/kit/textcache.h"
#include "ui/kit/theme.h"

#include <QHeaderView>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using items::FacetModel;

namespace {

    constexpr int headingHeight = 22;
    constexpr int boxSide = 12;
    constexpr int left = 10;
    constexpr int right = 6;

    /// One facet, or one value with box, word and count.
    class FacetDelegate final : public QStyledItemDelegate {
    public:
        using QStyledItemDelegate::QStyledItemDelegate;

        QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
        {
            const Theme &theme = Theme::of(option.widget);
            return { 60, theme.scaled(index.parent().isValid() ? theme.metrics().row.facet : headingHeight) };
        }

        void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
        {
            const Theme &theme = Theme::of(option.widget);
            const auto *view = static_cast<const QTreeView *>(option.widget);
            m_cache.setRatio(painter->device()->devicePixelRatioF());
            if (index.parent().isValid())
                paintValue(painter, option, index, theme);
            else
                paintHeading(painter, option, index, theme, view->isExpanded(index));
            if (view->hasFocus() && view->currentIndex() == index
                && view->window()->testAttribute(Qt::WA_KeyboardFocusChange))
                paintBox(painter, QRectF(option.rect).adjusted(1, 1, -1, -1), theme.metrics().radius.small,
                    Qt::transparent, theme.colours().focusRing, 2);
        }

    private:
        void paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
            const Theme &theme, bool open) const
        {
            const QRect chevron(option.rect.left() + 8, option.rect.center().y() - 4, 10, 10);
            paintIcon(painter, QStyle::visualRect(option.direction, option.rect, chevron),
                open ? u"chevron-down"_s : u"chevron-right"_s, theme.colours().textSecondary);
            text(painter, option, option.rect.adjusted(8 + 10 + 4, 0, -right, 0),
                index.data(Qt::DisplayRole).toString(), { TextRole::Caption, QFont::DemiBold },
                theme.colours().textSecondary, theme, false);
        }

        void paintValue(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
            const Theme &theme) const
        {
            const Colours &colours = theme.colours();
            const bool more = index.data(FacetModel::MoreRole).toBool();
            const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
            const QModelIndex countAt = index.siblingAtColumn(FacetModel::Count);
            const QString count = more ? QString() : countAt.data(Qt::DisplayRole).toString();
            if (option.state & QStyle::State_MouseOver)
                painter->fillRect(option.rect, colours.hover);
            const QRect box(option.rect.left() + left, option.rect.center().y() - boxSide / 2 + 1, boxSide, boxSide);
            if (!more)
                paintCheck(painter, QStyle::visualRect(option.direction, option.rect, box), checked, colours);
            QRect rest = option.rect.adjusted(left + boxSide + 6, 0, -right, 0);
            if (!count.isEmpty()) {
                const TextCache::Style figures { TextRole::Caption, QFont::Normal, true };
                const int width = qCeil(m_cache.advance(theme, count, figures));
                text(painter, option, QRect(rest.right() - width + 1, rest.top(), width, rest.height()), count,
                    figures, colours.textSecondary, theme, true);
                rest.setRight(rest.right() - width - 4);
            }
            text(painter, option, rest, index.data(Qt::DisplayRole).toString(), { TextRole::Dense },
                more ? colours.link : colours.text, theme, false);
        }

        void paintCheck(QPainter *painter, const QRect &box, bool checked, const Colours &colours) const
        {
            const QColor border = checked ? colours.accent : colours.borderControl;
            const QColor fill = checked ? colours.accent : colours.slip;
            const Stamp stamp { u"check box"_s, checked, box.size(), painter->device()->devicePixelRatioF(), border.rgba(), fill.rgba() };
            painter->drawPixmap(box.topLeft(), stamped(stamp, [&](QPainter &onto) {
                paintBox(&onto, QRectF(QPointF(), box.size()), 3, fill, border);
                if (!checked)
                    return;
                onto.setRenderHint(QPainter::Antialiasing);
                onto.setPen(QPen(colours.textOnAccent, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
                onto.drawPolyline(QPolygonF { { 3.2, 6.2 }, { 5.2, 8.2 }, { 8.9, 3.8 } });
            }));
        }

        void text(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect, const QString &words,
            TextCache::Style style, const QColor &colour, const Theme &theme, bool atEnd) const
        {
            const TextCache::Entry &entry = m_cache.entry(theme, words, style, rect.width(), Qt::ElideRight);
            const QRect place = QStyle::visualRect(option.direction, option.rect, rect);
            const bool toRight = atEnd != (option.direction == Qt::RightToLeft);
            const qreal x = toRight ? place.right() + 1 - entry.width : place.left();
            painter->setFont(m_cache.font(theme, style));
            painter->setPen(colour);
            painter->drawStaticText(
                QPointF(x, place.top() + (place.height() - entry.text.size().height()) / 2), entry.text);
        }

        mutable TextCache m_cache;
    };

} // namespace

FacetColumn::FacetColumn(items::EntityTableModel &list, QWidget *parent)
    : QTreeView(parent)
    , m_facets(list)
{
    setModel(&m_facets);
    setItemDelegate(new FacetDelegate(this));
    setAccessibleName(tr("Facets of the catalog"));
    setAccessibleDescription(tr("Check values to narrow the list"));
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setMouseTracking(true);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(0);
    header()->setSectionResizeMode(FacetModel::Value, QHeaderView::Stretch);
    header()->setSectionHidden(FacetModel::Count, true);
    const auto dress = [this] {
        QPalette colours = palette();
        colours.setColor(QPalette::Base, Theme::of(this).colours().wings);
        setPalette(colours);
    };
    dress();
    connect(&Theme::of(this), &Theme::changed, this, dress);
    expandAll();
    connect(&m_facets, &QAbstractItemModel::modelReset, this, &QTreeView::expandAll);
}

void FacetColumn::toggle(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    if (!index.parent().isValid()) {
        setExpanded(index, !isExpanded(index));
        return;
    }
    if (index.data(FacetModel::MoreRole).toBool()) {
        const auto facet = search::Facet(index.data(FacetModel::FacetRole).toInt());
        m_facets.expand(facet, !m_facets.isExpanded(facet));
        return;
    }
    const bool checked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    m_facets.setData(index, checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

void FacetColumn::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        toggle(currentIndex());
    else
        QTreeView::keyPressEvent(event);
}

void FacetColumn::mouseReleaseEvent(QMouseEvent *event)
{
    QTreeView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton)
        toggle(indexAt(event->pos()));
}

void FacetColumn::drawBranches(QPainter *, const QRect &, const QModelIndex &) const
{
    // The heading has its own chevron.
}

QJsonArray FacetColumn::saveState() const
{
    QJsonArray folded;
    for (int row = 0; row < m_facets.rowCount(); ++row) {
        const QModelIndex heading = m_facets.index(row, 0);
        if (!isExpanded(heading))
            folded.append(FacetModel::facetName(search::Facet(heading.data(FacetModel::FacetRole).toInt())));
    }
    return folded;
}

void FacetColumn::restoreState(const QJsonArray &folded)
{
    for (int row = 0; row < m_facets.rowCount(); ++row) {
        const QModelIndex heading = m_facets.index(row, 0);
        const QString name = FacetModel::facetName(search::Facet(heading.data(FacetModel::FacetRole).toInt()));
        setExpanded(heading, !folded.contains(QJsonValue(name)));
    }
}

} // namespace callboard::ui::panes
