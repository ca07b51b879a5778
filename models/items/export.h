// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/entity.h"

#include <QList>
#include <QStringList>

#include <span>

class QAbstractItemModel;

namespace callboard::items {

enum class ExportFormat { Csv, Json };

/// What a view shows: these columns in this order (none: all), headers first; trees flattened, with the group in a column of its own.
/// Cells are as shown but where the model has an ExportRole; refs go first where its header has a RefRole.
/// CSV is RFC 4180 in UTF-8; a cell that a spreadsheet would take for a formula is given a leading apostrophe.
/// JSON is an array of objects by ColumnKeyRole ("ref" and "group" for what goes before), by header where a model has none.
QByteArray exportModel(const QAbstractItemModel &model, ExportFormat format, const QList<int> &columns = {});

/// Whole entities: JSON as Backstage serves them, CSV with one column a field (dotted paths, at most those that occur).
QByteArray exportEntities(std::span<const domain::Entity> entities, ExportFormat format);

/// One cell, quoted where it must be and safe from formulas.
QString csvCell(const QString &text);

} // namespace callboard::items
