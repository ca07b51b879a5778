// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/workspace.h"
#include "ui/panes/common/freshness.h"
#include "ui/panes/entity/pagecontent.h"

#include <optional>

namespace callboard::ui::panes {

/// All that the page of one entity shows, read from the mirror in one go.
struct PageData {
    PageContent content;
    domain::Entity entity;
    domain::Provenance provenance;
    QString connectionName;
    bool stale = false; ///< Not confirmed for over three intervals of its feed, or its last pull failed.
    std::vector<domain::Problem> problems;
    std::vector<mirror::Version> history;
    domain::Result<sync::Workspace::Source> source = domain::fail(domain::ErrorCode::NotFound, {});
    QString localPath; ///< Of the descriptor, where it is on this machine.
    int line() const; ///< Where it begins in that file, from 1.
    QString webUrl;    ///< Of the descriptor at its host; empty where there is none.
    std::optional<domain::CloneState> clone; ///< The clone the descriptor is in.

    /// `freshness` null: found out anew, which costs a look at every feed.
    static domain::Result<PageData> read(
        sync::Workspace &workspace, const QString &ref, const Freshness *freshness = nullptr);
};

/// The descriptor's place without its text: from the annotations every catalog entity carries.
QString localPathOf(const domain::Entity &entity);
QString webUrlOf(const domain::Entity &entity);
QString connectionName(const sync::Workspace &workspace, const QString &connectionId);

} // namespace callboard::ui::panes
