// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actiondesk.h"

#include "models/sync/pendingactions.h"
#include "ui/kit/announce.h"
#include "ui/kit/banner.h"
#include "ui/kit/commands.h"
#include "ui/kit/focus.h"
#include "ui/kit/sentences.h"
#include "ui/shell/actiondialog.h"

#include <QMenu>

namespace callboard::ui {

using namespace Qt::StringLiterals;

ActionDesk::ActionDesk(PaneContext context, Banner *banner, QWidget *window)
    : QObject(window)
    , m_context(context)
    , m_banner(banner)
    , m_window(window)
    , m_actions(panes::EntityActions::of(context))
{
    connect(&m_actions, &panes::EntityActions::asksFirst, this, [this](const Offer &offer) {
        auto *dialog = new ActionDialog(m_context, offer, m_window);
        dialog->open();
    });
    connect(&m_actions, &panes::EntityActions::answered, this, &ActionDesk::tell);
    connect(&m_actions, &panes::EntityActions::failed, this, [this](const Offer &offer, const domain::Error &why) {
        say(false, offer.entityRef.isEmpty() ? tr("“%1” was not done.").arg(offer.action.name)
                                                      : tr("“%1” was not done for %2.").arg(offer.action.name, offer.entityRef),
            sentenceText(why));
    });
    connect(banner, &Banner::pressed, this, [this] {
        m_banner->hide();
        if (const auto undo = std::exchange(m_undo, nullptr))
            undo();
    });
    connect(&context.workspace, &sync::Workspace::pendingActionGivenUp, this, &ActionDesk::tellGivenUp);
    connect(&context.workspace, &sync::Workspace::connectionsChanged, this, &ActionDesk::registerConnectionActions);
    connect(&context.workspace, &sync::Workspace::integrationsChanged, this, &ActionDesk::registerConnectionActions);
    for (QMenu *menu : window->findChildren<QMenu *>()) {
        connect(menu, &QMenu::aboutToShow, this, [this, menu] {
            if (menu->actions().contains(m_context.commands.action(u"entity.star"_s)))
                m_actions.askAbout(m_context.focus.target().ref);
        });
    }
    registerConnectionActions();
}

// The command is always there to be pressed; its dialog says why it may not be done.
void ActionDesk::registerConnectionActions()
{
    QStringList wanted;
    const auto connections = m_context.workspace.connections();
    for (const auto &connection : connections) {
        for (const auto &integration : m_context.workspace.integrations()) {
            if (integration.id != connection.integrationId || m_context.workspace.isSafeMode() || !integration.enabled)
                continue;
            for (const auto &action : integration.actions) {
                if (action.scope != "connection"_L1)
                    continue; // It is done to something, and offered there.
                const Offer offer { connection.id, connection.name, action, {}, true, {} };
                const QString id = u"do."_s + connection.id + u'.' + action.id;
                wanted.append(id);
                m_context.commands.add({ id, tr("%1 at %2").arg(offer.text(), connection.name), u"sync"_s, action.icon, {}, action.help }, this,
                    [this, offer] { m_actions.begin(offer); });
            }
        }
    }
    for (const QString &id : std::as_const(m_registered)) {
        if (!wanted.contains(id))
            m_context.commands.remove(id);
    }
    m_registered = wanted;
}

void ActionDesk::tell(const Offer &offer, const sdk::ActionAnswer &answer)
{
    if (answer.kept)
        return say(true, tr("“%1” is kept, and done when %2 can be reached.").arg(offer.action.name, offer.connectionName));
    if (answer.summary.isEmpty())
        return;
    say(true, answer.summary, offer.entityRef);
    if (!answer.undo)
        return;
    m_banner->show(Banner::Kind::Note, answer.summary, offer.entityRef, tr("Undo"));
    m_undo = [this, offer, undo = *answer.undo] { m_actions.run(offer, undo); };
}

void ActionDesk::say(bool good, const QString &headline, const QString &detail)
{
    m_undo = nullptr;
    m_banner->show(good ? Banner::Kind::Note : Banner::Kind::Warning, headline, detail);
    m_banner->setClosable(true);
    announce(m_banner, headline);
}

void ActionDesk::tellGivenUp(const sync::PendingAction &action, const domain::Error &why)
{
    QString name = action.request.actionId;
    for (const auto &integration : m_context.workspace.integrations()) {
        for (const auto &connection : m_context.workspace.connections()) {
            if (connection.id != action.connectionId || connection.integrationId != integration.id)
                continue;
            const auto it = std::ranges::find(integration.actions, name, &sync::IntegrationInfo::Action::id);
            if (it != integration.actions.end())
                name = it->name;
        }
    }
    say(false, tr("“%1” had been kept for %2, and is now refused.").arg(name, action.request.entityRef), sentenceText(why));
}

} // namespace callboard::ui
