// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/httpclient.h"

#include <QAbstractTableModel>

#include <deque>

namespace callboard::ui::panes {

/// Requests, the latest first. A later reading of the same log adds and drops rows, so that what is selected stays so.
class RequestLogModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Columns { Time, Method, Status, Address, Bytes, Took, Source, Count };
    enum Role {
        SortRole = Qt::UserRole + 1,
        FailedRole, ///< bool
    };
    using QAbstractTableModel::QAbstractTableModel;

    /// As `Workspace::requestLog` gives it: the latest last.
    void setLines(const std::vector<sync::RequestLine> &lines);
    void setConnectionNames(const QHash<QString, QString> &byId);
    /// A row as text, cells separated by tabs.
    QString rowText(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const sync::RequestLine &line, Columns column) const;
    static QVariant sortKey(const sync::RequestLine &line, Columns column);

    std::deque<sync::RequestLine> m_lines; ///< The latest first.
    QHash<QString, QString> m_names;
};

} // namespace callboard::ui::panes
