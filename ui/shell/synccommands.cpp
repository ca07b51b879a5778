// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/synccommands.h"

#include "models/sync/networkstate.h"
#include "ui/kit/commands.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace callboard::ui {

namespace {

struct SyncWords {
    Q_DECLARE_TR_FUNCTIONS(callboard::ui::SyncCommands)
};

} // namespace

void registerSyncCommands(PaneContext context, QObject *owner)
{
    Commands &commands = context.commands;
    sync::Workspace &workspace = context.workspace;
    if (commands.action(u"sync.now"_s))
        return;
    commands.add({ u"sync.now"_s, SyncWords::tr("&Sync now"), u"sync"_s, u"sync"_s, { QKeySequence(u"F5"_s) }, SyncWords::tr("Read every source now") }, owner,
        [&workspace] { workspace.pullNow(); });
    QAction *stop = commands.add({ u"sync.stop"_s, SyncWords::tr("S&top reading"), u"sync"_s, u"stop"_s, {}, {} }, owner,
        [&workspace] { workspace.cancelPulls(); });
    const auto update = [&workspace, stop] { stop->setEnabled(!workspace.running().empty()); };
    update();
    QObject::connect(&workspace, &sync::Workspace::pullStarted, stop, update);
    QObject::connect(&workspace, &sync::Workspace::pullFinished, stop, update);

    QAction *pause = commands.add({ u"sync.pauseAll"_s, SyncWords::tr("&Pause all sources"), u"sync"_s, {}, {},
                                      SyncWords::tr("Nothing is read by itself until this is taken back; by hand it can be"), true },
        owner, [&workspace] { workspace.setAllPaused(!workspace.isAllPaused()); });
    pause->setChecked(workspace.isAllPaused());
    QObject::connect(&workspace, &sync::Workspace::allPausedChanged, pause, &QAction::setChecked);

    QAction *offline = commands.add({ u"sync.offline"_s, SyncWords::tr("&Work offline"), u"sync"_s, u"offline"_s, { QKeySequence(u"Ctrl+Shift+O"_s) },
                                        SyncWords::tr("Nothing goes over the network until this is taken back"), true },
        owner, [&workspace] { workspace.setWorkOffline(!workspace.network().isWorkingOffline()); });
    const auto show = [&workspace, offline] { offline->setChecked(workspace.network().isWorkingOffline()); };
    show();
    QObject::connect(&workspace, &sync::Workspace::networkChanged, offline, show);

    // What came of it is told by the sources that wait for it.
    QAction *unlock = commands.add({ u"sync.unlockKeychain"_s, SyncWords::tr("Unlock the &keychain…"), u"sync"_s, {}, {},
                                       SyncWords::tr("Have the desktop ask for the keychain's password; sources that wait for it are read then") },
        owner, [&workspace, owner] { workspace.unlockKeychain(owner, [](const domain::Result<void> &) { }); });
    const auto offer = [&workspace, unlock] {
        const auto state = workspace.keychainState();
        unlock->setEnabled(state == sync::SecretStore::State::Locked || state == sync::SecretStore::State::Refused);
    };
    offer();
    QObject::connect(&workspace, &sync::Workspace::keychainChanged, unlock, offer);
}

} // namespace callboard::ui
