// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

/// The table of layers in docs/architecture.md: who may link whom, lowest first.
class LayerTable final {
public:
    struct Row {
        QString folder; ///< "models/domain"; "plugins/<id>" stands for every integration.
        QStringList targets;
        QSet<QString> mayLink; ///< Folders, as written.
    };

    static LayerTable fromMarkdown(const QString &text);

    const std::vector<Row> &rows() const { return m_rows; }
    /// Rows that name themselves, a row below them in the table, or nothing known.
    QStringList mistakes() const;
    /// The row of a folder or of a file in it: "plugins/sample/feed.cpp" is of "plugins/<id>".
    const Row *rowOfPath(const QString &path) const;
    const Row *rowOfTarget(const QString &target) const;
    /// Everything below a row: what it may link, and what that may link.
    QSet<QString> foldersBelow(const Row &row) const;

private:
    const Row *rowOfFolder(const QString &folder) const;

    std::vector<Row> m_rows;
};
