// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/snapshot.h"
#include "ui/kit/rowdelegate.h"
#include "ui/panes/common/freshness.h"

namespace callboard::items {
class EntityTableModel;
}

namespace callboard::ui::panes {

/// Rows of the catalog: kind icon and name, status by shape, dashed age where a row is not current.
class EntityDelegate final : public RowDelegate {
    Q_OBJECT
public:
    EntityDelegate(const items::EntityTableModel &model, QObject *parent = nullptr);
    void setFreshness(std::shared_ptr<const Freshness> freshness) { m_freshness = std::move(freshness); }

    /// What a lifecycle is called where there is little room.
    static QString shortLifecycle(const QString &lifecycle);

protected:
    RowCell cell(const QModelIndex &index) const override;
    bool isGroup(const QModelIndex &index) const override;

private:
    RowCell groupCell(const QModelIndex &index) const;
    RowCell nameCell(const QModelIndex &index, bool stale) const;
    RowCell statusCell(const QModelIndex &index, bool stale) const;
    bool isStale(const QModelIndex &index) const;

    const items::EntityTableModel &m_model;
    std::shared_ptr<const Freshness> m_freshness;
};

} // namespace callboard::ui::panes
