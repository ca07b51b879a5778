// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace callboard::ui::panes {

/// Cards in one to three columns, by the width there is. Each card goes to the column that is the least
/// full, so that the first ones stay on top; a column is never narrower than `minimumColumn`.
class CardColumns final : public QLayout {
public:
    static constexpr int gap = 8;
    static constexpr int minimumColumn = 224;
    static constexpr int mostColumns = 3;

    explicit CardColumns(QWidget *parent);
    ~CardColumns() override;

    static int columnsFor(int width);

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int place(const QRect &rect, bool apply) const;

    QList<QLayoutItem *> m_items;
};

} // namespace callboard::ui::panes
