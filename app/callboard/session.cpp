// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboard/session.h"

#include "ui/panes/insights/usagesharing.h"
#include "ui/panes/panes.h"

using namespace Qt::StringLiterals;

namespace callboard::app {

domain::Result<std::unique_ptr<Session>> Session::open(const Choice &choice, ui::Theme &theme, QSettings *settings)
{
    sync::Workspace::Options options;
    options.directory = choice.directory;
    options.safeMode = choice.safeMode;
    mirror::Mirror::OpenReport report;
    auto workspace = sync::Workspace::open(options, &report);
    if (!workspace)
        return std::unexpected(workspace.error());
    return std::unique_ptr<Session>(new Session(std::move(*workspace), report, choice, theme, settings));
}

Session::Session(std::unique_ptr<sync::Workspace> workspace, const mirror::Mirror::OpenReport &report,
    const Choice &choice, ui::Theme &theme, QSettings *settings)
    : m_workspace(std::move(workspace))
    , m_index(m_workspace->mirror())
    , m_user(&m_workspace->mirror())
    , m_preferences(settings, theme, m_commands)
    , m_theme(theme)
{
    if (choice.theme)
        m_preferences.overrideTheme(*choice.theme);
    m_user.setMe(m_workspace->me());
    QObject::connect(m_workspace.get(), &sync::Workspace::meChanged, &m_user,
        [this] { m_user.setMe(m_workspace->me()); });
    QObject::connect(&m_user, &items::UserState::starredChanged, m_workspace.get(), &sync::Workspace::starChanged);
    QObject::connect(m_workspace.get(), &sync::Workspace::starredChanged, &m_user, &items::UserState::reloadStarred);
    m_workspace->network().setPolicy(m_preferences.networkPolicy());
    ui::panes::resumeUsageSharing(context());
    if (choice.keepLayout)
        m_layoutPath = m_workspace->mirror().directory() + u"/layout.json"_s;
    if (report.rebuilt)
        say(ui::MainWindow::tr("The mirror was damaged and is being read anew."),
            ui::MainWindow::tr("The old one is kept as %1.").arg(report.setAside));
    const QStringList suspected = m_workspace->suspectedIntegrations();
    if (!suspected.isEmpty())
        say(ui::MainWindow::tr("The program ended unexpectedly while %1 was at work.").arg(suspected.join(u", ")),
            ui::MainWindow::tr("It is held back. Decide in Settings, Plugins, whether it may run again."));
}

Session::~Session() = default;

ui::MainWindow &Session::window()
{
    if (!m_window) {
        m_window = std::make_unique<ui::MainWindow>(
            ui::MainWindow::Parts { context(), m_theme, m_preferences, ui::panes::allPanes(), m_layoutPath });
        ui::panes::usageSharing(context()); // What is kept of a connection's entities goes with it.
        for (const auto &[headline, detail] : std::exchange(m_notices, {}))
            m_window->showNotice(headline, detail);
    }
    return *m_window;
}

void Session::say(const QString &headline, const QString &detail)
{
    m_notices.append({ headline, detail });
}

domain::Result<void> Session::connectTo(const QString &integrationId, const QString &name, const QJsonObject &settings)
{
    for (const auto &connection : m_workspace->connections()) {
        if (connection.integrationId != integrationId)
            continue;
        const bool same = std::ranges::all_of(settings.keys(),
            [&](const QString &key) { return connection.settings.value(key) == settings.value(key); });
        if (same)
            return {};
    }
    const auto added = m_workspace->addConnection(integrationId, name, settings);
    if (!added)
        return std::unexpected(added.error());
    return {};
}

bool Session::isConnectedTo(const QUrl &url) const
{
    for (const sync::ConnectionInfo &connection : m_workspace->connections()) {
        for (auto it = connection.settings.begin(); it != connection.settings.end(); ++it) {
            const QUrl other(it.value().toString());
            if (!other.host().isEmpty() && other.host() == url.host() && other.port() == url.port())
                return true;
        }
    }
    return false;
}

} // namespace callboard::app
