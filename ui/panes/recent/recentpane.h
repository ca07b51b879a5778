// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/catalog/entitylistpane.h"

namespace callboard::ui::panes {

/// What was looked at lately, the latest first.
class RecentPane final : public EntityListPane {
    Q_OBJECT
public:
    explicit RecentPane(PaneContext context, QWidget *parent = nullptr);

    QString id() const override { return QStringLiteral("recent"); }
    QString title() const override { return tr("Recent"); }
    QString iconName() const override { return QStringLiteral("history"); }

protected:
    PaneStatus nothingShown() const override;
};

} // namespace callboard::ui::panes
