// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace callboard::ui::panes {

/// A table that scrolls for nothing when all of it is to be painted anyway: after a reset the list goes back to the row that was on
/// top, and moving millions of pixels that nobody sees is what costs most of a key then.
class EntityTable final : public QTableView {
    Q_OBJECT
public:
    using QTableView::QTableView;
    void reset() override;

protected:
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_isAllNew = false; ///< Reset, and not painted since.
};

} // namespace callboard::ui::panes
