// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/record.h"
#include "models/items/entityroles.h"
#include "models/search/listfilter.h"

#include <QAbstractTableModel>
#include <QHash>

#include <vector>

namespace callboard::mirror {
class Mirror;
}

namespace callboard::items {

/// Every descriptor problem with its place, sorted by file, document and line unless told otherwise.
class ProblemsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum class Columns { Severity, Message, Rule, Field, File, Line, Entity, Count };
    enum Role {
        SeverityRole = FirstFreeRole, ///< int: domain::Severity
        PathRole,                     ///< QString: absolute local path, where there is one.
        LocationRole,                 ///< QString: location ref.
        LineRole,                     ///< int, from 1; 0 where unknown.
        ColumnRole,                   ///< int
        DocumentRole,                 ///< int, from 0.
    };

    /// Follows the mirror's problems; null: what `setProblems` was told.
    explicit ProblemsModel(mirror::Mirror *mirror, QObject *parent = nullptr);

    void setEntity(const QString &canonicalRef); ///< Only those about it; empty: all.
    /// In the plain language, with `rule:` and `file:`; words over message, rule, file and entity.
    void setText(const QString &text);
    /// Terms about entities are answered from it (`search::ListFilter`).
    void setCatalog(search::IndexPtr index, search::PersonalPtr personal);
    static QStringList filterKeys();
    void setMinimumSeverity(domain::Severity severity);
    void setProblems(std::vector<domain::Problem> problems);
    const domain::Problem &problemAt(int row) const { return m_shown[size_t(row)]; }
    QString sentenceAt(int row) const { return sentence(m_shown[size_t(row)]); } ///< As it is shown: in the person's language.
    int totalCount() const { return int(m_all.size()); }
    int countOf(domain::Severity severity) const; ///< Before text and severity narrow it.

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    QHash<int, QByteArray> roleNames() const override;

private:
    void reload();
    void update();
    bool isShown(const domain::Problem &problem) const;
    const QString &sentence(const domain::Problem &problem) const;
    QVariant display(const domain::Problem &problem, Columns column) const;

    mirror::Mirror *m_mirror;
    std::vector<domain::Problem> m_all, m_shown;
    mutable QHash<QString, QString> m_sentences; ///< By message; made when it is first wanted.
    QString m_entity;
    search::ListFilter m_filter;
    domain::Severity m_minimum = domain::Severity::Info;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace callboard::items
