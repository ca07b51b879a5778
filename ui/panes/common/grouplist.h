// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/rowdelegate.h"
#include "ui/panes/common/groupviews.h"

#include <QSet>

#include <utility>
#include <vector>

namespace callboard::ui::panes {

/// Cells of a list in groups: a group is bold with its count behind it, a row as `describe` has it.
class GroupDelegate : public RowDelegate {
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    bool isGroup(const QModelIndex &index) const final { return !index.parent().isValid(); }
    RowCell cell(const QModelIndex &index) const final;
    /// Of a row: its text is there already.
    virtual void describe(RowCell &cell, const QModelIndex &index) const = 0;
    virtual QString iconOfGroup(const QModelIndex &) const { return {}; }
};

/// A list in groups, all of them open but those that a person closes. What is closed or selected, and what stands on top, stays so when the
/// model changes.
class GroupList final : public GroupTree {
    Q_OBJECT
public:
    using GroupTree::GroupTree;
    /// Once. `stretched` is the column that gets what the others leave; widths in pixels at 100 %.
    void present(QAbstractItemModel &model, GroupDelegate &delegate, int stretched, const std::vector<std::pair<int, int>> &widths);

Q_SIGNALS:
    void opened(const QModelIndex &index); ///< By Enter or a double click.

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void closeGroups();

    QSet<QString> m_closed; ///< By a person: keys of groups.
    bool m_isResetting = false;
};

} // namespace callboard::ui::panes
