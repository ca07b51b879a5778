// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/textcache.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QUrl>

#include <optional>
#include <vector>

namespace callboard::ui::panes {

/// What one cell of a small table shows. At most one of `ref` and `url`: then it is a link.
struct Cell {
    enum class Look { Primary, Secondary, Mono };
    QString text;
    Look look = Look::Primary;
    QString icon;
    QString ref;
    QUrl url;
    QString toolTip;
    bool missing = false; ///< A link whose target is not in the catalog.
    bool right = false;
    bool strong = false;
    Qt::TextElideMode elide = Qt::ElideRight;
    std::optional<Status> glyph;

    bool isLink() const { return !ref.isEmpty() || !url.isEmpty(); }
    bool operator==(const Cell &) const = default;
};
using CellRow = std::vector<Cell>;

class CellTableModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { CellRole = Qt::UserRole + 1, RefRole };
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(QStringList headers, std::vector<CellRow> rows);
    const Cell &cell(const QModelIndex &index) const;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_headers;
    std::vector<CellRow> m_rows;
};

class CellDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintText(QPainter *painter, const QStyleOptionViewItem &option, const Cell &cell, QRect rect) const;
    QRect paintMissing(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect) const;
    void paintWords(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect, const QString &words,
        TextCache::Style style, Qt::TextElideMode elide, bool right) const;

    mutable TextCache m_cache { 600 };
};

/// A table of a few rows inside a card or a tab: no headers of its own, links that open on click and on
/// Enter, values that copy. As high as its rows, unless it is told to scroll.
class CellTable final : public QTableView {
    Q_OBJECT
public:
    explicit CellTable(QWidget *parent = nullptr);

    /// `weights`: how the columns share the width; 0 takes what its texts need.
    void setRows(const QStringList &headers, std::vector<CellRow> rows, const QList<int> &weights);
    void setShownRows(int most); ///< Rows shown before "show all"; -1 for all of them.
    void setScrolls(bool scrolls); ///< Takes the height it is given.
    int rowTotal() const { return m_model.rowCount(); }
    const CellTableModel &cells() const { return m_model; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightOfRows() const;

Q_SIGNALS:
    void entityActivated(const QString &ref, Qt::KeyboardModifiers modifiers);
    void urlActivated(const QUrl &url);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void activate(const QModelIndex &index, Qt::KeyboardModifiers modifiers);
    QModelIndex linkOfRow(const QModelIndex &index) const;
    void shareWidth();
    QList<int> modestColumns(const QList<int> &shared, int room, int weights) const;
    void applyRowHeight();
    void copySelection() const;

    CellTableModel m_model;
    QList<int> m_weights;
    int m_shownRows = -1;
    bool m_scrolls = false;
};

} // namespace callboard::ui::panes
