// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/chartcard.h"
#include "ui/panes/insights/insightscards.h"

#include <QHash>
#include <QScrollArea>

namespace callboard::ui {
class Commands;
}

namespace callboard::ui::panes {

/// Cards of one section in one to three columns, to arrange: drag a card by its title, or move it with Ctrl+Shift and an arrow; hide it by its menu.
class Dashboard final : public QScrollArea {
    Q_OBJECT
public:
    Dashboard(std::vector<CardSpec> specs, Commands &commands, QWidget *parent = nullptr); ///< The commands outlive it.

    void setAnswer(const InsightsAnswer &answer);
    QStringList order() const { return m_order; } ///< Of all, hidden ones too.
    bool isHidden(const QString &id) const { return m_hidden.contains(id); }
    void setHidden(const QString &id, bool hidden);
    /// Among those that show; -1 is one place earlier. Beyond the ends nothing happens.
    void move(const QString &id, int by);
    ChartCard *card(const QString &id) const { return m_cards.value(id); }
    const CardSpec &spec(const QString &id) const;
    /// Those that show, in their order.
    QStringList shown() const;
    QJsonObject saveState() const;
    void restoreState(const QJsonObject &state); ///< Ids that nobody knows are left out, new cards stand at the end.

Q_SIGNALS:
    void opened(const QString &card, int row, int series);
    void totalOpened(const QString &card);
    void arranged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addCard(const CardSpec &spec);
    int heightOf(const QString &id) const;
    void arrange();
    QString cardAt(const QPoint &point) const;
    void drop(const QString &id, const QString &onto);
    void announce(const QString &id);

    const std::vector<CardSpec> m_specs;
    Commands &m_commands;
    QHash<QString, ChartCard *> m_cards;
    QStringList m_order;
    QStringList m_hidden;
    QWidget *m_board;
    QPoint m_pressed;
    QString m_dragged; ///< Card whose title is held.
    bool m_dragging = false;
};

} // namespace callboard::ui::panes
