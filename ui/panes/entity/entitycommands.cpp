// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/entity/entitycommands.h"

#include "models/items/userstate.h"
#include "models/sync/pendingactions.h"
#include "ui/kit/commands.h"
#include "ui/kit/links.h"
#include "ui/kit/outward.h"
#include "ui/panes/entity/entityactions.h"
#include "ui/panes/entity/pagedata.h"
#include "ui/panes/entity/pagemenu.h"
#include "ui/panes/entity/wording.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>

namespace callboard::ui::panes {

using namespace Qt::StringLiterals;

namespace {

    struct Say {
        Q_DECLARE_TR_FUNCTIONS(callboard::ui::panes::EntityCommands)
    };

    QString focused(const PaneContext &context)
    {
        const FocusTarget target = context.focus.target();
        return target.kind == FocusTarget::Kind::Entity ? target.ref : QString();
    }

    /// What is known of the entity in focus; nothing where there is none.
    std::optional<PageData> focusedData(const PaneContext &context)
    {
        const QString ref = focused(context);
        if (ref.isEmpty())
            return std::nullopt;
        auto data = PageData::read(context.workspace, ref);
        return data ? std::optional(std::move(*data)) : std::nullopt;
    }

    struct Entry {
        Commands::Command command;
        std::function<void(const PaneContext &)> run;
    };

    std::vector<Entry> clipboardCommands()
    {
        return {
            { { u"entity.copyRef"_s, Say::tr("&Copy reference"), u"entity"_s, u"copy"_s,
                  { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C) }, Say::tr("Puts the entity’s reference on the clipboard.") },
                [](const PaneContext &context) {
                    if (const QString ref = focused(context); !ref.isEmpty())
                        QGuiApplication::clipboard()->setText(ref);
                } },
            { { u"entity.copyLink"_s, Say::tr("Copy &link"), u"entity"_s, u"copy"_s, {},
                  Say::tr("Puts a callboard: link to the entity on the clipboard, which opens it here.") },
                [](const PaneContext &context) {
                    if (const QString ref = focused(context); !ref.isEmpty())
                        QGuiApplication::clipboard()->setText(withWorkspace(linkTo(ref), context.workspace));
                } },
            { { u"entity.copyJson"_s, Say::tr("Copy as &JSON"), u"entity"_s, u"copy"_s, {},
                  Say::tr("Puts the whole entity on the clipboard.") },
                [](const PaneContext &context) {
                    if (const auto data = focusedData(context))
                        QGuiApplication::clipboard()->setText(entityAsJson(data->entity));
                } },
        };
    }

    std::vector<Entry> openCommands()
    {
        return {
            { { u"entity.openBrowser"_s, Say::tr("Open descriptor in the &browser"), u"entity"_s, u"external-link"_s, {},
                  Say::tr("Opens the descriptor’s page at its host.") },
                [](const PaneContext &context) {
                    if (const auto data = focusedData(context))
                        context.outward.browse(QUrl(data->webUrl));
                } },
            { { u"entity.openEditor"_s, Say::tr("Open descriptor in the &editor"), u"entity"_s, u"docs"_s, {},
                  Say::tr("Opens the file of the clone in your editor.") },
                [](const PaneContext &context) {
                    if (const auto data = focusedData(context))
                        context.outward.edit(data->localPath, data->line());
                } },
            { { u"entity.showFile"_s, Say::tr("Show in the &file manager"), u"entity"_s, u"folder"_s, {},
                  Say::tr("Shows where the descriptor is on this machine.") },
                [](const PaneContext &context) {
                    if (const auto data = focusedData(context))
                        context.outward.showFile(data->localPath);
                } },
            { { u"entity.terminal"_s, Say::tr("Open &terminal in the clone"), u"entity"_s, u"terminal"_s,
                  { QKeySequence(Qt::CTRL | Qt::Key_T) }, Say::tr("Opens a terminal where the clone is.") },
                [](const PaneContext &context) {
                    if (const auto data = focusedData(context))
                        context.outward.openTerminal(data->clone ? data->clone->path
                                : data->localPath.isEmpty() ? QString() : QFileInfo(data->localPath).absolutePath());
                } },
        };
    }

    Entry starCommand()
    {
        return { { u"entity.star"_s, Say::tr("&Star"), u"entity"_s, u"star"_s, { QKeySequence(Qt::CTRL | Qt::Key_D) },
                     Say::tr("Keeps the entity at hand; again removes the star."), true },
            [](const PaneContext &context) {
                if (const QString ref = focused(context); !ref.isEmpty())
                    context.user.setStarred(ref, !context.user.isStarred(ref));
            } };
    }

    QString commandId(const QString &integrationId, const QString &actionId)
    {
        return u"do."_s + integrationId + u'.' + actionId;
    }

    /// A command for each action that an integration here declares for entities; those of the focus are shown.
    class PortalCommands final : public QObject {
    public:
        PortalCommands(PaneContext context, QObject *owner)
            : QObject(owner)
            , m_context(context)
            , m_actions(EntityActions::of(context))
        {
            auto &workspace = context.workspace;
            connect(&workspace, &sync::Workspace::connectionsChanged, this, [this] { registerAll(); });
            connect(&workspace, &sync::Workspace::integrationsChanged, this, [this] { registerAll(); });
            connect(&workspace.mirror(), &mirror::Mirror::snapshotChanged, this, [this] { refresh(); });
            connect(&context.focus, &Focus::changed, this, [this] { refresh(); });
            connect(&m_actions, &EntityActions::changed, this, [this] { refresh(); });
            registerAll();
        }

    private:
        void registerAll()
        {
            const auto connections = m_context.workspace.connections();
            for (const auto &integration : m_context.workspace.integrations()) {
                if (!std::ranges::contains(connections, integration.id, &sync::ConnectionInfo::integrationId))
                    continue;
                for (const auto &action : integration.actions) {
                    if (action.scope == "entity"_L1 && action.id != sync::actionid::star && action.id != sync::actionid::unstar)
                        registerOne(integration.id, action);
                }
            }
            refresh();
        }
        void registerOne(const QString &integrationId, const sync::IntegrationInfo::Action &action)
        {
            const QString id = commandId(integrationId, action.id);
            if (m_context.commands.action(id))
                return;
            m_ids.append(id);
            m_context.commands.add({ id, action.name, u"entity"_s, action.icon, {}, action.help }, this, [this, id] {
                for (const auto &offer : m_actions.forEntity(focused(m_context))) {
                    if (idOf(offer) == id)
                        m_actions.begin(offer);
                }
            });
        }
        QString idOf(const EntityActions::Offer &offer) const
        {
            for (const auto &connection : m_context.workspace.connections()) {
                if (connection.id == offer.connectionId)
                    return commandId(connection.integrationId, offer.action.id);
            }
            return {};
        }
        void refresh()
        {
            const auto offers = m_actions.forEntity(focused(m_context));
            for (const QString &id : std::as_const(m_ids)) {
                QAction *action = m_context.commands.action(id);
                const auto offer = std::ranges::find_if(offers, [&](const auto &one) { return idOf(one) == id; });
                action->setVisible(offer != offers.end());
                action->setEnabled(offer != offers.end() && offer->allowed);
                if (offer == offers.end())
                    continue;
                action->setText(offer->text());
                action->setToolTip(offer->allowed ? offer->action.help : offer->reason);
            }
        }

        PaneContext m_context;
        EntityActions &m_actions;
        QStringList m_ids;
    };

} // namespace

void registerEntityCommands(PaneContext context, QObject *owner)
{
    std::vector<Entry> entries { starCommand() };
    for (const auto &more : { clipboardCommands(), openCommands() })
        entries.insert(entries.end(), more.begin(), more.end());
    QList<QAction *> actions;
    for (const Entry &entry : entries)
        actions += context.commands.add(entry.command, owner, [context, run = entry.run] { run(context); });

    QAction *star = actions.first();
    const auto refresh = [context, actions, star] {
        const QString ref = focused(context);
        for (QAction *action : actions)
            action->setEnabled(!ref.isEmpty());
        const QSignalBlocker quiet(star);
        star->setChecked(!ref.isEmpty() && context.user.isStarred(ref));
    };
    QObject::connect(&context.focus, &Focus::changed, owner, refresh);
    QObject::connect(&context.user, &items::UserState::starredChanged, owner, refresh);
    refresh();
    new PortalCommands(context, owner);
}

} // namespace callboard::ui::panes
