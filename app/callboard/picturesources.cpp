// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboard/pictures.h"

#include "ui/kit/paneframe.h"
#include "ui/panes/sources/requestlog.h"
#include "ui/panes/sources/sourcespane.h"
#include "ui/shell/connectiondialog.h"
#include "ui/shell/connectionform.h"
#include "ui/shell/firstrun.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace callboard::app {

namespace {

constexpr auto portalId = "backstage"_L1;
/// Nobody listens on the discard port of this machine: asking there fails as a portal fails that is down.
constexpr auto closedPort = "http://127.0.0.1:9"_L1;
constexpr int narrow = 280;
constexpr int wide = 460;

void writeDescriptor(const QString &folder, const QByteArray &name)
{
    QDir().mkpath(folder);
    QFile file(folder + u"/catalog-info.yaml"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write("apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata:\n  name: " + name
            + "\nspec:\n  type: service\n  lifecycle: production\n  owner: team-web\n");
}

} // namespace

// One source in each state that a source can be in; every one of them is pulled, and fails where it does, as it would for
// anybody.
void Pictures::openSources()
{
    auto opened = Session::open({ m_scratch.filePath(u"sources"_s), false, false, std::nullopt }, m_theme, nullptr);
    if (!opened)
        return;
    m_sources = std::move(*opened);
    sync::Workspace &workspace = m_sources->workspace();
    const auto add = [&](const QString &id, const QString &name, const QJsonObject &settings) {
        const auto added = workspace.addConnection(id, name, settings);
        m_ok = m_ok && added;
        return added.value_or(QString());
    };
    for (const char *name : { "working", "gone", "resting" })
        writeDescriptor(m_scratch.filePath(u"source-"_s + QLatin1StringView(name)), name);
    add(u"sample"_s, u"Quayline"_s, {});
    add(u"folder"_s, u"Working copies"_s, { { u"folder"_s, m_scratch.filePath(u"source-working"_s) } });
    add(u"folder"_s, u"Old clones"_s, { { u"folder"_s, m_scratch.filePath(u"source-gone"_s) } });
    const QString resting = add(u"folder"_s, u"Archive"_s, { { u"folder"_s, m_scratch.filePath(u"source-resting"_s) } });
    if (!std::ranges::contains(workspace.integrations(), QString(portalId), &sync::IntegrationInfo::id))
        return;
    add(portalId, u"portal.quayline.example"_s, { { u"url"_s, QString(closedPort) } });
    m_refusedSource = add(portalId, u"partner portal"_s, { { u"url"_s, QString(closedPort) } });
    (void)workspace.setPaused(resting, true);
}

/// Book-keeping of a pull that was refused, as the mirror has it after one.
void Pictures::refuseSource()
{
    if (m_refusedSource.isEmpty())
        return;
    const auto integrations = m_sources->workspace().integrations();
    const auto portal = std::ranges::find(integrations, QString(portalId), &sync::IntegrationInfo::id);
    for (const sync::IntegrationInfo::Feed &feed : portal->feeds) {
        auto pull = m_sources->workspace().mirror().beginPull(m_refusedSource, feed.id, u"local"_s);
        if (pull)
            (*pull)->abandon({ domain::ErrorCode::Unauthorised, {}, 401, {}, u"127.0.0.1"_s });
    }
    m_sources->workspace().mirror().flush();
}

void Pictures::shootSources(int width, const QString &name)
{
    ui::PaneContext context { m_sources->workspace(), m_sources->commands(), m_sources->focus(), m_sources->index(), m_sources->user() };
    ui::PaneFrame frame(new ui::panes::SourcesPane(context));
    frame.resize(m_theme.scaled(width), m_session.window().height());
    frame.ensurePolished();
    shoot(&frame, name);
}

void Pictures::planSources()
{
    m_steps.push_back([this] {
        if (!m_sources)
            openSources();
    });
    m_steps.push_back([this] {
        if (!m_sources)
            return;
        QDir(m_scratch.filePath(u"source-gone"_s)).removeRecursively();
        m_sources->workspace().pullNow();
    });
    m_steps.push_back([this] {
        if (m_sources)
            refuseSource();
    });
    m_steps.push_back([this] {
        if (!m_sources)
            return;
        shootSources(narrow, u"sources-narrow"_s);
        shootSources(wide, u"sources-wide"_s);
        ui::panes::RequestLog log(m_sources->workspace());
        shoot(&log, u"request-log"_s);
        if (!m_refusedSource.isEmpty()) {
            ui::ConnectionDialog dialog(m_sources->workspace(), m_refusedSource);
            shoot(&dialog, u"connection-edit"_s);
        }
    });
    planForms();
}

void Pictures::planForms()
{
    m_steps.push_back([this] {
        if (m_sources && !m_refusedSource.isEmpty()) {
            m_form = std::make_unique<ui::FirstRun>(m_sources->workspace());
            m_form->choose(portalId);
        }
    });
    m_steps.push_back([this] {
        if (!m_form)
            return;
        shoot(m_form.get(), u"connection-form"_s);
        m_form->form()->setValue(u"url"_s, u"ftp://portal.quayline.example"_s);
        m_form->form()->setValue(u"network.caFile"_s, u"/nowhere/ca.pem"_s);
        m_form->form()->check();
    });
    m_steps.push_back([this] {
        if (!m_form)
            return;
        shoot(m_form.get(), u"connection-form-errors"_s);
        m_form.reset();
    });
}

} // namespace callboard::app
