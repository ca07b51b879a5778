// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/entity/entityactions.h"

namespace callboard::sync {
struct PendingAction;
}

namespace callboard::ui {

class Banner;

/// Asks before actions that want it, says what came of them, and registers those on whole connections as commands.
class ActionDesk final : public QObject {
    Q_OBJECT
public:
    /// `banner` is where it says things: borrowed, and nobody else's. Dialogs are the window's.
    ActionDesk(PaneContext context, Banner *banner, QWidget *window);

private:
    using Offer = panes::EntityActions::Offer;
    void registerConnectionActions();
    void tell(const Offer &offer, const sdk::ActionAnswer &answer);
    void say(bool good, const QString &headline, const QString &detail = {});
    void tellGivenUp(const sync::PendingAction &action, const domain::Error &why);

    PaneContext m_context;
    Banner *m_banner;
    QWidget *m_window;
    panes::EntityActions &m_actions;
    QStringList m_registered; ///< Ids of commands.
    std::function<void()> m_undo; ///< Of what the banner says; empty for none.
};

} // namespace callboard::ui
