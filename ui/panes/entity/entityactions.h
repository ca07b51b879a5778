// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/sdk/integration.h"
#include "ui/kit/pane.h"

#include <QHash>
#include <QPointer>

#include <chrono>

class QMenu;

namespace callboard::ui::panes {

/// What can be done with an entity, or a connection, on the other side: made from what the integration of the connection
/// declares, and from what its server allows. One for a window.
class EntityActions final : public QObject {
    Q_OBJECT
public:
    /// Something that can be done. What is not known to be forbidden is offered: the server has the last word.
    struct Offer {
        QString connectionId;
        QString connectionName;
        sync::IntegrationInfo::Action action;
        QString entityRef; ///< Empty for one on the whole connection.
        bool allowed = true;
        QString reason; ///< Why not, a sentence.
        domain::Record record = {}; ///< What it is done to, where the action's scope is a type of record.

        /// With dots where it asks first, and with why it cannot be pressed: what is seen and read out, with or without a pointer.
        QString text() const;
    };
    /// The one of this window; made with the first call.
    static EntityActions &of(PaneContext context);

    /// Of the connection that the entity came from; the star is none of them, it is at hand everywhere.
    std::vector<Offer> forEntity(const QString &entityRef) const;
    /// Of the connection that brought a record, for its type.
    std::vector<Offer> forRecord(const QString &connectionId, const domain::Record &record) const;
    /// Asks the server what of this entity is allowed, where that is not known: before a menu is looked at. `changed` follows.
    void askAbout(const QString &entityRef);
    void ask(const Offer &offer);
    /// The answer to that came another way.
    void learn(const Offer &offer, const sdk::Permission &permission);
    /// Whether it is allowed, as far as is known.
    Offer current(Offer offer) const;

    /// Does it, or has somebody ask first.
    void begin(const Offer &offer);
    /// Does it now.
    void run(const Offer &offer, const sdk::ActionRequest &request);
    /// What can be done with an entity, below a line where there is anything.
    void addTo(QMenu *menu, const QString &entityRef);
    /// Entries that follow what is known of what is allowed, which is asked for: what is not known to be forbidden can be chosen.
    void fill(QMenu &menu, const std::vector<Offer> &offers);

Q_SIGNALS:
    /// More is known of what is allowed.
    void changed();
    /// A form to fill, or a question to answer, comes before it.
    void asksFirst(const callboard::ui::panes::EntityActions::Offer &offer);
    /// What came of it, for a quiet line; `undo` where it can be taken back.
    void answered(const callboard::ui::panes::EntityActions::Offer &offer, const callboard::sdk::ActionAnswer &answer);
    void failed(const callboard::ui::panes::EntityActions::Offer &offer, const callboard::domain::Error &why);

private:
    explicit EntityActions(PaneContext context);
    struct Known {
        sdk::Permission permission;
        std::chrono::steady_clock::time_point at;
        bool asking = false;
        QJsonObject body = {}; ///< Of the record, as it was when it was asked about: one that changed is asked about anew.
    };
    std::vector<Offer> offersOf(const QString &connectionId, QStringView scope, const QString &entityRef, const domain::Record &record) const;
    QString keyOf(const Offer &offer) const;
    QString principalOf(const QString &connectionId) const;

    PaneContext m_context;
    QHash<QString, Known> m_known; ///< By connection, principal, action and entity.
};

} // namespace callboard::ui::panes
