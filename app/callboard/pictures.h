// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/callboard/options.h"
#include "app/callboard/session.h"
#include "models/apis/definition.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

class QDialog;

namespace callboard::ui {
class Desktop;
class FirstRun;
class Tray;
class WorkspaceMenu;
}

namespace callboard::ui::panes {
class ApiPane;
class ChangesTab;
class MapPane;
}

namespace callboard::app {

/// Draws the window with real content into files of stable names: each pane, pages of several kinds, the palette, first
/// run, settings, and the states in which there is nothing, or something went wrong. Waits for what it draws by the
/// signals of the workspace; it never sleeps.
class Pictures final : public QObject {
    Q_OBJECT
public:
    Pictures(Session &session, ui::Theme &theme, const Options &options);
    ~Pictures() override;
    void start();

Q_SIGNALS:
    void finished(bool ok);

private:
    using Step = std::function<void()>;
    void plan();
    void planMain();
    void planPages();
    void planPanes();
    void planDialogs();
    void planTray();
    void planStates();
    void next();
    bool isSettled() const;
    static bool isGathering(const QWidget &window);
    void shoot(QWidget *widget, const QString &name);
    void save(const QImage &image, const QString &name);
    void beginTurn(ui::ThemeChoice theme, const QSize &size);
    QString richest(QStringView kind) const;
    void openBroken();
    // picturesdocs.cpp
    void planDocs();
    bool areDocsSettled() const; ///< True while no picture of documentation is wanted.
    // picturesbuilds.cpp
    void planBuilds();
    void planFlaky();
    // picturesmap.cpp
    void planMap();
    void planInsights();
    ui::panes::MapPane *map() const; ///< Null until it was first shown.
    // picturesources.cpp
    void planSources();
    void planForms();
    void openSources();
    void starWithoutANetwork(const QString &connectionId);
    void shootRegistration();
    void shootSignIns();
    void shootDeviceCode();
    void refuseSource();
    void shootSources(int width, const QString &name);
    void planHistory();
    void planDiffs();
    std::pair<QString, QString> richestApi(apis::ApiFormat format) const; ///< Reference and the id of an item.
    void planApis();
    void openChanging();
    void editChanging();

    Session &m_session;
    ui::Theme &m_theme;
    std::unique_ptr<ui::Desktop> m_desktop; ///< Before the window: its commands are in the window's menus, and in the tray's.
    QDir m_folder;
    QList<ui::ThemeChoice> m_themes;
    QList<QSize> m_sizes;
    std::vector<Step> m_steps;
    size_t m_at = 0;
    int m_quiet = 0;
    QElapsedTimer m_waited; ///< For something that no signal tells of.
    QString m_suffix;
    bool m_ok = true;
    bool m_readsDocs = false;
    QTemporaryDir m_scratch;
    std::unique_ptr<Session> m_empty;
    std::unique_ptr<Session> m_broken;
    std::unique_ptr<Session> m_sources;
    std::unique_ptr<ui::FirstRun> m_form;
    QString m_refusedSource; ///< Id of the connection that was refused; empty where no portal can be connected to.
    std::unique_ptr<QDialog> m_dialog; ///< One that reads something before it is complete.
    std::unique_ptr<ui::Tray> m_tray;
    std::unique_ptr<ui::WorkspaceMenu> m_workspaces;
    std::unique_ptr<ui::panes::ApiPane> m_api; ///< By itself, with more room than a dock has.
    std::unique_ptr<ui::panes::ChangesTab> m_history; ///< Likewise, for two sides.
    std::unique_ptr<Session> m_changing; ///< Over files that are edited between two pulls: what changed.
};

} // namespace callboard::app
