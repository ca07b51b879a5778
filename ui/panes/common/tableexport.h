// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QAbstractItemModel;
class QHeaderView;
class QWidget;

namespace callboard::ui::panes {

/// The columns a header shows, in the order it shows them.
QList<int> visibleColumns(const QHeaderView &header);

/// Asks for a file, and writes the columns of a model to it: CSV or JSON by its ending. Trouble is told in a
/// message over `parent`, as there is no pane state for it.
void exportTable(QWidget *parent, const QAbstractItemModel &model, const QList<int> &columns, const QString &baseName);

/// What `exportTable` writes; true when it is on disk, else `why` says it.
bool writeTable(const QAbstractItemModel &model, const QList<int> &columns, const QString &fileName, QString *why);

} // namespace callboard::ui::panes
