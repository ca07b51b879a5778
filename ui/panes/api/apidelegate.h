// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/rowdelegate.h"

namespace callboard::ui::panes {

/// Rows of the list of an API's items: groups with their counts, deprecated ones quieter and said so.
class ApiItemDelegate final : public RowDelegate {
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;

protected:
    bool isGroup(const QModelIndex &index) const override;
    RowCell cell(const QModelIndex &index) const override;
};

} // namespace callboard::ui::panes
