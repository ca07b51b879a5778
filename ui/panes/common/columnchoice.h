// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QObject>

#include <functional>
#include <vector>

class QHeaderView;
class QMenu;

namespace callboard::ui::panes {

/// The columns of a header to tick, but `fixed`, which always stays; `choose` is told of each, `usual` of the way back.
void fillColumnMenu(QMenu &menu, const QHeaderView &header, int fixed, const std::function<void(int column, bool shown)> &choose, const std::function<void()> &usual);
/// In words, as a menu has no arrow to show the order with.
QString sortText(const QString &title, bool isSorted, Qt::SortOrder order);

/// Which columns of a list are seen: those that are wanted and that there is room for; one that a person asks for, however narrow the list
/// is. The menu of the header offers them.
class ColumnChoice final : public QObject {
    Q_OBJECT
public:
    /// `roomFor` has of each column how wide the list must be for it, in pixels at 100 %; 0: it is always seen. The header has its model and
    /// its usual widths already. The first column always stays.
    ColumnChoice(QHeaderView &header, std::vector<int> roomFor);
    /// Shows and hides; to be called whenever the list has another width.
    void fit(int width);
    /// Those that are hidden because there is no room, in the order of the header.
    QList<int> givingWay() const;
    /// Those that are wanted, whether there is room or not, in the order of the header: for an export.
    QList<int> wanted() const;
    void setWanted(int column, bool wanted);
    void fillMenu(QMenu &menu);
    /// To sort by one of those that are seen, or by none where the header lets one, without a pointer.
    void fillSortMenu(QMenu &menu);

    /// With order, widths and what the list is sorted by. A state of other columns than these is left alone.
    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state);

Q_SIGNALS:
    void changed(); ///< Others are wanted; already fitted.

private:
    struct Column {
        int roomFor = 0;
        int usualWidth = 0;
        bool isWanted = true;
        bool isAsked = false; ///< By a person.
        bool hasRoom = true;
    };
    void refit();
    void useUsual();
    QStringList keys() const;

    QHeaderView &m_header; ///< Its parent.
    std::vector<Column> m_columns; ///< By logical index.
    int m_width = 0;
};

} // namespace callboard::ui::panes
