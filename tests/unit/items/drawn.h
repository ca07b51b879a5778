// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/entityroles.h"

#include <QAbstractItemModel>
#include <QString>

namespace callboard::testing {

/// A model as lines of text: `columns` joined by " | ", children indented, group rows with their count, checked values with "x ".
inline void drawRows(const QAbstractItemModel &model, const QModelIndex &parent, const QList<int> &columns, int depth, QStringList &lines)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex first = model.index(row, 0, parent);
        QStringList cells;
        for (const int column : columns) {
            const QString text = model.index(row, column, parent).data().toString();
            if (!text.isEmpty())
                cells.append(text);
        }
        QString line = QString(depth * 2, u' ') + (first.data(Qt::CheckStateRole).toInt() == Qt::Checked ? QStringLiteral("x ") : QString())
            + cells.join(QStringLiteral(" | "));
        if (first.data(items::GroupRole).toBool() && first.data(items::CountRole).toInt() > 0)
            line += QStringLiteral(" (%1)").arg(first.data(items::CountRole).toInt());
        lines.append(line);
        drawRows(model, first, columns, depth + 1, lines);
    }
}

inline QString drawn(const QAbstractItemModel &model, const QList<int> &columns = { 0 })
{
    QStringList lines;
    drawRows(model, {}, columns, 0, lines);
    return u'\n' + lines.join(u'\n') + u'\n';
}

} // namespace callboard::testing
