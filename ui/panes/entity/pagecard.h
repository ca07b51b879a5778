// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/card.h"
#include "ui/panes/entity/celltable.h"

namespace callboard::ui {
class LinkLabel;
class StatusGlyph;
}

namespace callboard::ui::panes {

/// A card around a table that shows its first rows and, on request, all of them.
class TableCard final : public Card {
    Q_OBJECT
public:
    static constexpr int shortList = 6;

    TableCard(const QString &title, const QString &iconName, QWidget *parent = nullptr);
    CellTable *table() { return m_table; }
    void setRows(const QStringList &headers, std::vector<CellRow> rows, const QList<int> &weights,
        const QString &trailing);
    void setStatus(Status status);
    void setLimit(int rows); ///< Rows shown before "show all"; `shortList` at first.

private:
    void showAll();
    void applyLength();

    CellTable *m_table;
    LinkLabel *m_all;
    StatusGlyph *m_glyph = nullptr;
    QString m_trailing;
    int m_limit = shortList;
    bool m_showsAll = false;
};

} // namespace callboard::ui::panes
