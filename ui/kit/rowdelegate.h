// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/glyphs.h"
#include "ui/kit/textcache.h"

#include <QPointer>
#include <QStyledItemDelegate>

#include <optional>

class QAbstractItemView;
class QTableView;
class QTreeView;

namespace callboard::ui {

/// What one cell shows; made per paint, so it holds nothing that costs.
struct RowCell {
    enum class Ink { Primary, Secondary, Link, Warning, Failed, Ok, Stale, Disabled };
    struct Range {
        qsizetype start = 0;
        qsizetype length = 0;
    };

    QString text;
    QString secondary;  ///< Behind the text, quieter, cut first.
    QString below;      ///< A second line, quieter; the delegate has two lines then.
    QString iconName;   ///< Kind icon before the text.
    std::optional<Status> status;      ///< A glyph: alone in its column, else before the text.
    Ink ink = Ink::Primary;
    TextCache::Style style;
    Qt::TextElideMode elide = Qt::ElideRight;
    Qt::TextElideMode secondaryElide = Qt::ElideRight;
    bool alignRight = false;           ///< Numbers and times.
    bool stale = false;                ///< Dashed line under the text.
    QString badge;                     ///< At the end, a state or count.
    Status badgeStatus = Status::None;
    QList<Range> hits;                 ///< What a search found in `text`: bold accent.
};

/// Paints rows of tables and trees from cached layouts: fill, icon, text, glyph, focus ring around the row. Subclass
/// and say what a cell shows; without, the standard roles are read.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit RowDelegate(QObject *parent = nullptr);

    /// Takes over the look of a view: row height by density, no grid, whole-row hover and selection.
    void attach(QTableView *view);
    void attach(QTreeView *view);
    /// Every row is as high as two lines from now on, whether it has a second one or not: rows stay of one height, and none is asked for it.
    void setTwoLines(bool two) { m_hasTwoLines = two; }
    bool hasTwoLines() const { return m_hasTwoLines; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

protected:
    virtual RowCell cell(const QModelIndex &index) const;
    /// What stands below the text in a row of two lines; asked for what is painted alone.
    virtual QString secondLine(const QModelIndex &) const { return {}; }
    /// Of trees with group rows: bold on wings, with lines above and below.
    virtual bool isGroup(const QModelIndex &index) const;
    bool eventFilter(QObject *watched, QEvent *event) override;
    TextCache &cache() const { return m_cache; }
    void paintCell(QPainter *painter, const QRect &area, const RowCell &cell, const Theme &theme,
        const QColor &ground, Qt::LayoutDirection direction) const;

private:
    void attachCommon(QAbstractItemView *view);
    QColor fill(const QStyleOptionViewItem &option, const QModelIndex &index, const Theme &theme) const;
    void paintFocus(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
        const Theme &theme) const;
    void paintTwoLines(QPainter *painter, const QRect &area, const RowCell &cell, const Theme &theme,
        const QColor &ground, Qt::LayoutDirection direction) const;
    int paintText(QPainter *painter, const QRect &area, const RowCell &cell, const Theme &theme) const;

    mutable TextCache m_cache;
    QPointer<QAbstractItemView> m_view;
    bool m_hasTwoLines = false;
    int m_hoveredRow = -1;
    QPersistentModelIndex m_hoveredParent;
};

} // namespace callboard::ui
