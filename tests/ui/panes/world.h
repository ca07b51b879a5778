// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/docs.h"
#include "models/items/userstate.h"
#include "models/search/liveindex.h"
#include "models/sync/workspace.h"
#include "ui/kit/commands.h"
#include "ui/kit/focus.h"
#include "ui/kit/outward.h"
#include "ui/kit/pane.h"

#include <QTemporaryDir>

#include <memory>

namespace callboard::testkit {

/// A workspace in a folder of its own, and all that a pane is handed. Entities are put into its mirror as
/// a pull would put them.
class World final {
public:
    /// With the integrations of these folders alone; none: those that were built.
    explicit World(const QStringList &pluginDirs = {});
    ~World();

    ui::PaneContext context() { return { *m_workspace, m_commands, m_focus, *m_index, *m_user, m_outward }; }
    sync::Workspace &workspace() { return *m_workspace; }
    mirror::Mirror &mirror() { return m_workspace->mirror(); }
    ui::Focus &focus() { return m_focus; }
    ui::Commands &commands() { return m_commands; }
    items::UserState &user() { return *m_user; }
    search::LiveIndex &index() { return *m_index; }
    ui::Outward &outward() { return m_outward; }
    const QList<QUrl> &opened() const { return m_opened; } ///< What the desktop was asked to open; it is not bothered.
    void setDesktopOpens(bool opens) { m_desktopOpens = opens; }
    QString folder() const { return m_folder.path(); }

    /// Replaces the catalog, and waits until the index shows it.
    void fill(const std::vector<domain::Entity> &entities);
    void fillSynthetic(quint32 size);
    /// Replaces all documentation: sites with their pages and pictures.
    void putDocs(const std::vector<domain::DocSite> &sites, const std::vector<domain::DocPage> &pages, const std::vector<domain::DocAsset> &assets = {});
    void putProblems(const std::vector<domain::Problem> &problems);
    void putClones(const std::vector<domain::CloneState> &clones);

    /// A small company with all that pages show: groups in groups, APIs, a dangling dependency, links, a template.
    static std::vector<domain::Entity> company();
    static domain::Entity entity(const QByteArray &json, const std::vector<domain::Relation> &relations = {});

private:
    template<typename Put>
    void pull(const QString &feed, Put put);
    void waitForIndex(quint32 size);

    QTemporaryDir m_folder;
    std::unique_ptr<sync::Workspace> m_workspace;
    ui::Commands m_commands;
    ui::Focus m_focus;
    QList<QUrl> m_opened;
    bool m_desktopOpens = true;
    ui::Outward m_outward { [this](const QUrl &url, const ui::Outward::Failed &) { m_opened.append(url); return m_desktopOpens; } };
    std::unique_ptr<items::UserState> m_user;
    std::unique_ptr<search::LiveIndex> m_index;
};

} // namespace callboard::testkit
