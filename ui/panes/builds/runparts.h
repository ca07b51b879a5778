// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runpartsmodel.h"
#include "ui/kit/rowdelegate.h"

namespace callboard::ui::panes {

/// Paints jobs and steps, and when they waited and worked as bars; the critical path stands out by its height.
class RunPartsDelegate final : public RowDelegate {
    Q_OBJECT
public:
    RunPartsDelegate(const items::RunPartsModel &model, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool isGroup(const QModelIndex &index) const override;
    RowCell cell(const QModelIndex &index) const override;

private:
    const items::RunPartsModel &m_model;
};

} // namespace callboard::ui::panes
