// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/textcache.h"

#include <QAbstractButton>
#include <QStyledItemDelegate>

namespace callboard::ui {

/// A line of the palette: icon, text with its hits in bold accent, what it belongs to, keys at the end.
class PaletteDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit PaletteDelegate(QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeader(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index, const Theme &theme) const;
    /// From the beginning of the room in that direction; returns how much of it was used.
    int paintPieces(QPainter *painter, const QRect &room, const QString &text, const QVariant &hits, TextRole role,
        const QColor &ink, Qt::LayoutDirection direction, const Theme &theme) const;

    mutable TextCache m_cache;
};

/// One of the scopes over the results, with how many it has.
class ScopeTab final : public QAbstractButton {
    Q_OBJECT
public:
    explicit ScopeTab(const QString &text, QWidget *parent = nullptr);
    void setCount(int count, bool isLeast = false); ///< `isLeast`: there may be more.
    void setCountShown(bool shown); ///< It is said all the same.
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_count;
    bool m_countShown = true;
};

} // namespace callboard::ui
