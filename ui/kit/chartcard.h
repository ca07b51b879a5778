// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/card.h"
#include "ui/kit/chart.h"

class QAction;
class QMenu;
class QStackedWidget;
class QTableView;

namespace callboard::ui {

class IconButton;
class LinkLabel;

/// A chart as a card: title, what is counted in few words, a button that shows its table instead, and a menu with that, export and what the owner adds.
/// Opening a value is the same from the chart and from its table.
class ChartCard final : public Card {
    Q_OBJECT
public:
    explicit ChartCard(ChartKind kind, QWidget *parent = nullptr);
    ~ChartCard() override;

    /// Title included. `note` stands at the end of the title row ("by week"); `definition`: what exactly is counted, on hover and for screen readers.
    void setContent(const ChartContent &content, const QString &note = {}, const QString &definition = {});
    /// A number in words that is of all rows, behind the note: "31 in all". Pressed, `totalOpened` follows. Empty: none.
    void setTotal(const QString &text);
    LinkLabel &total() { return *m_total; }
    ChartTable &table() { return *m_table; }
    Chart &chart() { return *m_chart; }
    QTableView &tableView() { return *m_view; }
    bool showsTable() const;
    void setShowsTable(bool shows);
    /// Values can be opened: `opened` follows a click, or Enter.
    void setOpens(bool opens);
    /// A further action in the menu, over the export; the card does not own it.
    void addMenuAction(QAction *action) { m_extra.append(action); }
    /// The menu, as the button and the keyboard open it; deletes itself when it closes.
    QMenu *makeMenu();

    /// By the ending: PNG and SVG of the chart as large as it is, or what stands in its place; else CSV of its table. False: `why` says it.
    bool writeFile(const QString &fileName, QString *why) const;
    void exportFile(); ///< Asks for a file.

Q_SIGNALS:
    void opened(int row, int series);
    void totalOpened();
    void tableToggled(bool shown);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    ChartTable *m_table;
    Chart *m_chart;
    QTableView *m_view;
    QStackedWidget *m_stack;
    QAction *m_asTable;
    LinkLabel *m_total;
    IconButton *m_more;
    QList<QAction *> m_extra;
    bool m_opens = false;
};

} // namespace callboard::ui
