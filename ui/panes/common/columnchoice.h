// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include <vector>

class QHeaderView;

namespace callboard::ui::panes {

/// Which columns of a list are seen: those that are wanted and that there is room for.
class ColumnChoice final : public QObject {
    Q_OBJECT
public:
    /// `roomFor` has of each column how wide the list must be for it, in pixels at 100 %; 0: it is always seen. Its model is set already.
    ColumnChoice(QHeaderView &header, std::vector<int> roomFor);
    /// Shows and hides; to be called whenever the list has another width.
    void fit(int width);
    /// Those that are hidden because there is no room, in the order of the header.
    QList<int> givingWay() const;

private:
    struct Column {
        int roomFor = 0;
        bool hasRoom = true;
    };
    QHeaderView &m_header; ///< Its parent.
    std::vector<Column> m_columns; ///< By logical index.
};

} // namespace callboard::ui::panes
