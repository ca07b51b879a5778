// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboard/pictures.h"

#include "models/sync/oauthkeeper.h"
#include "ui/kit/icons.h"
#include "ui/kit/paneframe.h"
#include "ui/kit/proxylogindialog.h"
#include "ui/panes/entity/entityactions.h"
#include "ui/panes/sources/requestlog.h"
#include "ui/panes/sources/sourcespane.h"
#include "ui/shell/actiondialog.h"
#include "ui/shell/connectiondialog.h"
#include "ui/shell/connectionform.h"
#include "ui/shell/firstrun.h"
#include "ui/shell/signinchoice.h"
#include "ui/shell/signinpanel.h"

#include <QFile>
#include <QJsonArray>
#include <QMenu>

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
    starWithoutANetwork(add(portalId, u"portal.quayline.example"_s, { { u"url"_s, QString(closedPort) } }));
    m_refusedSource = add(portalId, u"partner portal"_s, { { u"url"_s, QString(closedPort) } });
    (void)workspace.setPaused(resting, true);
}

/// An entity that the portal brought once is starred while it cannot be reached: the star waits.
void Pictures::starWithoutANetwork(const QString &connectionId)
{
    mirror::Mirror &mirror = m_sources->workspace().mirror();
    auto pull = mirror.beginPull(connectionId, u"catalog"_s, u"local"_s);
    if (!pull)
        return;
    (*pull)->put(domain::Entity::fromJson({ { u"apiVersion"_s, u"backstage.io/v1alpha1"_s }, { u"kind"_s, u"Component"_s },
        { u"metadata"_s, QJsonObject { { u"name"_s, u"night-mail"_s }, { u"namespace"_s, u"default"_s } } },
        { u"spec"_s, QJsonObject { { u"type"_s, u"service"_s }, { u"lifecycle"_s, u"production"_s }, { u"owner"_s, u"team-web"_s } } } }));
    m_ok = (*pull)->complete().has_value() && m_ok;
    mirror.flush();
    m_sources->user().setStarred(u"component:default/night-mail"_s, true);
}

/// What can be done at a portal, and may not: the reason is said in the portal's place.
void Pictures::shootRegistration()
{
    const auto integrations = m_sources->workspace().integrations();
    const auto portal = std::ranges::find(integrations, QString(portalId), &sync::IntegrationInfo::id);
    const auto action = std::ranges::find(portal->actions, u"register"_s, &sync::IntegrationInfo::Action::id);
    if (action == portal->actions.end())
        return;
    ui::PaneContext context = m_sources->context();
    auto &actions = ui::panes::EntityActions::of(context);
    const ui::panes::EntityActions::Offer offer { m_refusedSource, u"partner portal"_s, *action, {}, true, {} };
    const QString address = u"https://git.example/night-boat/catalog-info.yaml"_s;
    const sdk::Permission refused { false, u"The portal does not allow user:default/guest to do this."_s };
    actions.learn(offer, refused);
    {
        ui::ActionDialog dialog(context, offer);
        dialog.setValue(u"url"_s, address);
        shoot(&dialog, u"register-not-allowed"_s);
    }
    actions.learn(offer, {});
    ui::ActionDialog dialog(context, offer);
    dialog.setValue(u"url"_s, address);
    sdk::ActionAnswer answer;
    answer.summary = u"It would bring 3 entities."_s;
    answer.details = { { u"entities"_s, QJsonArray { u"component:default/night-boat"_s, u"component:default/tide-forecast"_s, u"api:default/night-boat-bookings"_s } } };
    dialog.showLook(answer);
    shoot(&dialog, u"register-dry-run"_s);

    // What can be done with an entity at its portal, one of it not allowed.
    const QString entity = u"component:default/night-mail"_s; // Of the portal alone: the sample has none of that name.
    for (const auto &one : actions.forEntity(entity))
        actions.learn(one, one.action.id == "unregister"_L1 ? refused : sdk::Permission {});
    QMenu menu;
    menu.addAction(ui::icon(u"open"_s), u"Open"_s);
    actions.addTo(&menu, entity);
    menu.ensurePolished();
    menu.resize(menu.sizeHint());
    shoot(&menu, u"actions-menu"_s);
}

/// As a portal answers that offers all there is, and lets no guests in.
void Pictures::shootSignIns()
{
    auto *choice = m_form->findChild<ui::SignInChoice *>();
    if (!choice)
        return;
    sdk::SignInMethod browser, guest, token;
    browser.id = u"oauth"_s;
    browser.name = u"Sign in with the browser"_s;
    browser.kind = sdk::SignInMethod::Kind::OAuth;
    sdk::SignInMethod elsewhere = browser;
    elsewhere.oauth.deviceAuthorization = QUrl(u"https://portal.example/device"_s);
    guest.id = u"guest"_s;
    guest.name = u"As a guest"_s;
    guest.kind = sdk::SignInMethod::Kind::Guest;
    guest.unavailable = u"This portal has no guest sign-in."_s;
    token.id = u"token"_s;
    token.name = u"With an access token"_s;
    token.kind = sdk::SignInMethod::Kind::Token;
    token.tokenField = u"token"_s;
    choice->showMethods({ browser, elsewhere, token, guest }, {});
    shoot(m_form.get(), u"connection-form-found"_s);
}

/// As a server answers that wants a code typed in a browser anywhere.
void Pictures::shootDeviceCode()
{
    sdk::SignInMethod elsewhere;
    elsewhere.id = u"oauth"_s;
    elsewhere.kind = sdk::SignInMethod::Kind::OAuth;
    elsewhere.oauth.deviceAuthorization = QUrl(u"%1/device"_s.arg(closedPort));
    sync::SignInPrompt prompt;
    prompt.url = QUrl(u"https://portal.quayline.example/device"_s);
    prompt.userCode = u"WDJB-MJHT"_s; // The example of RFC 8628 section 3.2.
    ui::SignInPanel panel(m_sources->workspace());
    panel.setContentsMargins(24, 24, 24, 24);
    panel.resize(m_theme.scaled(560), m_theme.scaled(280));
    panel.start(m_refusedSource, u"partner portal"_s, elsewhere);
    panel.showPrompt(prompt);
    shoot(&panel, u"sign-in-device-code"_s);
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
    ui::PaneContext context = m_sources->context();
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
            shootRegistration();
            shootDeviceCode();
        }
    });
    m_steps.push_back([this] {
        if (m_sources)
            m_dialog = std::make_unique<ui::ProxyLoginDialog>(m_sources->workspace(), u"http://proxy.quayline.example:3128"_s);
    });
    m_steps.push_back([this] {
        if (m_dialog)
            shoot(m_dialog.get(), u"proxy-login"_s);
        m_dialog.reset();
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
        m_form->form()->setValue(u"url"_s, u"https://portal.quayline.example"_s);
        shootSignIns();
        m_form->form()->setValue(u"url"_s, u"ftp://portal.quayline.example"_s);
        m_form->form()->setValue(u"network.caFile"_s, u"/nowhere/ca.pem"_s);
        m_form->form()->check();
    });
    m_steps.push_back([this] {
        if (!m_form)
            return;
        shoot(m_form.get(), u"connection-form-errors"_s);
        m_form->choose(u"gitlab"_s);
    });
    m_steps.push_back([this] {
        if (!m_form)
            return;
        shoot(m_form.get(), u"connection-form-host"_s);
        m_form.reset();
    });
}

} // namespace callboard::app
