// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/entity/entityactions.h"

#include "models/sync/networkstate.h"
#include "models/sync/pendingactions.h"
#include "ui/kit/commands.h"
#include "ui/kit/icons.h"

#include <QMenu>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

    // Rights change seldom; a menu that is opened twice asks once.
    constexpr auto holds = 5min;
    constexpr qsizetype mostKnown = 2'000;

    bool isStar(const sync::IntegrationInfo::Action &action)
    {
        return action.id == sync::actionid::star || action.id == sync::actionid::unstar;
    }

} // namespace

QString EntityActions::Offer::text() const
{
    const bool asks = action.asksFirst || action.dryRun || !action.fields.empty();
    const QString name = QString(action.name).replace(u'&', u"&&"_s) + (asks ? u"…"_s : QString());
    return allowed ? name : EntityActions::tr("%1 (%2)").arg(name, QString(reason).replace(u'&', u"&&"_s));
}

EntityActions &EntityActions::of(PaneContext context)
{
    if (auto *known = context.commands.findChild<EntityActions *>(Qt::FindDirectChildrenOnly))
        return *known;
    return *new EntityActions(context);
}

EntityActions::EntityActions(PaneContext context)
    : QObject(&context.commands)
    , m_context(context)
{
    connect(&context.workspace, &sync::Workspace::connectionsChanged, this, [this] {
        m_known.clear();
        Q_EMIT changed();
    });
    // Who reads may be somebody else from now on.
    connect(&context.workspace, &sync::Workspace::pullFinished, this, [this] { Q_EMIT changed(); });
    connect(&context.workspace.network(), &sync::NetworkState::changed, this, &EntityActions::changed);
}

std::vector<EntityActions::Offer> EntityActions::forEntity(const QString &entityRef) const
{
    const auto snapshot = m_context.workspace.mirror().snapshot();
    const mirror::Row row = snapshot->find(entityRef);
    if (row == mirror::noRow || m_context.workspace.isSafeMode())
        return {};
    return offersOf(snapshot->string(snapshot->connectionId(row)).toString(), u"entity", entityRef, {});
}

std::vector<EntityActions::Offer> EntityActions::forRecord(const QString &connectionId, const domain::Record &record) const
{
    if (m_context.workspace.isSafeMode())
        return {};
    return offersOf(connectionId, record.type, record.entityRef, record);
}

std::vector<EntityActions::Offer> EntityActions::offersOf(
    const QString &connectionId, QStringView scope, const QString &entityRef, const domain::Record &record) const
{
    const auto connections = m_context.workspace.connections();
    const auto connection = std::ranges::find(connections, connectionId, &sync::ConnectionInfo::id);
    if (connection == connections.end())
        return {};
    std::vector<Offer> offers;
    for (const sync::IntegrationInfo &integration : m_context.workspace.integrations()) {
        if (integration.id != connection->integrationId || !integration.enabled)
            continue;
        for (const auto &action : integration.actions) {
            if (action.scope == scope && !isStar(action))
                offers.push_back(current({ connection->id, connection->name, action, entityRef, true, {}, record }));
        }
    }
    return offers;
}

void EntityActions::askAbout(const QString &entityRef)
{
    for (const Offer &offer : forEntity(entityRef))
        ask(offer);
}

QString EntityActions::principalOf(const QString &connectionId) const
{
    mirror::FeedState latest;
    for (const auto &state : m_context.workspace.mirror().feedStates().value_or(std::vector<mirror::FeedState>())) {
        if (state.connectionId == connectionId && (!latest.lastAttempt.isValid() || state.lastAttempt > latest.lastAttempt))
            latest = state;
    }
    return latest.principal;
}

QString EntityActions::keyOf(const Offer &offer) const
{
    return QStringList { offer.connectionId, principalOf(offer.connectionId), offer.action.id, offer.entityRef, offer.record.type, offer.record.key }.join(u'\n');
}

EntityActions::Offer EntityActions::current(Offer offer) const
{
    const Known known = m_known.value(keyOf(offer));
    offer.allowed = known.permission.allowed;
    offer.reason = known.permission.reason.isEmpty() ? tr("The portal does not allow it.") : known.permission.reason;
    // What can wait is kept until the network may be used.
    if (offer.allowed && !offer.action.queued && m_context.workspace.network().isWorkingOffline() && m_context.workspace.needsNetwork(offer.connectionId)) {
        offer.allowed = false;
        offer.reason = tr("You work offline.");
    }
    return offer;
}

void EntityActions::ask(const Offer &offer)
{
    const QString key = keyOf(offer);
    if (const auto known = m_known.constFind(key); known != m_known.cend() && known->body == offer.record.body) {
        if (known->asking || std::chrono::steady_clock::now() - known->at < holds)
            return;
    }
    if (m_known.size() > mostKnown)
        m_known.clear();
    Known &asked = m_known[key];
    asked.asking = true;
    asked.body = offer.record.body;
    m_context.workspace.mayAct(offer.connectionId, { offer.action.id, offer.entityRef, {}, false, offer.record }, this,
        [this, key, body = offer.record.body](const domain::Result<sdk::Permission> &answer) {
            const auto known = m_known.find(key);
            if (known == m_known.end() || known->body != body) // It was asked about anew meanwhile.
                return;
            known->asking = false;
            known->at = std::chrono::steady_clock::now();
            const bool was = known->permission.allowed;
            // Who cannot be asked has forbidden nothing.
            if (answer)
                known->permission = *answer;
            if (known->permission.allowed != was)
                Q_EMIT changed();
        });
}

void EntityActions::learn(const Offer &offer, const sdk::Permission &permission)
{
    m_known.insert(keyOf(offer), { permission, std::chrono::steady_clock::now(), false, offer.record.body });
    Q_EMIT changed();
}

void EntityActions::begin(const Offer &offer)
{
    if (offer.action.asksFirst || offer.action.dryRun || !offer.action.fields.empty())
        Q_EMIT asksFirst(offer);
    else
        run(offer, { offer.action.id, offer.entityRef, {}, false, offer.record });
}

void EntityActions::run(const Offer &offer, const sdk::ActionRequest &request)
{
    m_context.workspace.act(offer.connectionId, request, this, [this, offer](const domain::Result<sdk::ActionAnswer> &answer) {
        if (answer)
            Q_EMIT answered(offer, *answer);
        else
            Q_EMIT failed(offer, answer.error());
    });
}

void EntityActions::addTo(QMenu *menu, const QString &entityRef)
{
    const auto offers = forEntity(entityRef);
    if (offers.empty())
        return;
    menu->addSeparator();
    fill(*menu, offers);
}

void EntityActions::fill(QMenu &menu, const std::vector<Offer> &offers)
{
    menu.setToolTipsVisible(true);
    for (const Offer &offer : offers) {
        QAction *action = menu.addAction(icon(offer.action.icon), offer.text(), &menu, [this, offer] { begin(offer); });
        action->setObjectName(u"act."_s + offer.action.id);
        const auto show = [this, action, offer] {
            const Offer now = current(offer);
            action->setText(now.text());
            action->setEnabled(now.allowed);
            action->setToolTip(now.allowed ? now.action.help : now.reason);
        };
        show();
        // Answers come while it is open.
        connect(this, &EntityActions::changed, action, show);
        ask(offer);
    }
}

} // namespace callboard::ui::panes
