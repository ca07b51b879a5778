// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/catalog/entitylistpane.h"

namespace callboard::ui::panes {

/// What the person put a star on.
class StarredPane final : public EntityListPane {
    Q_OBJECT
public:
    explicit StarredPane(PaneContext context, QWidget *parent = nullptr);

    QString id() const override { return QStringLiteral("starred"); }
    QString title() const override { return tr("Starred"); }
    QString iconName() const override { return QStringLiteral("star"); }

protected:
    PaneStatus nothingShown() const override;
};

} // namespace callboard::ui::panes
