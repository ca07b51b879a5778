// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sync/crashsentinel.h"
#include "models/sync/jsonsaver.h"
#include "models/sync/workspace.h"
#include "plugins/sdk/integration.h"

#include <QMap>

#include <mutex>

namespace callboard::sync {

/// Finds integrations by their metadata, loads one when it is first used, and keeps apart what the user chose
/// (`integrations.json`) from what was observed (`observed.json`). Both are written on a thread of their own. Thread-safe.
class PluginHost final {
public:
    struct Options {
        QStringList directories;
        QString stateDirectory;
        bool safeMode = false;
    };
    explicit PluginHost(const Options &options);
    ~PluginHost();
    Q_DISABLE_COPY_MOVE(PluginHost)

    /// Where integrations are when nobody says otherwise: CALLBOARD_PLUGIN_PATH, the build tree, the installation.
    static QStringList defaultDirectories();

    std::vector<IntegrationInfo> integrations() const;
    std::optional<IntegrationInfo> integration(const QString &id) const;
    void setEnabled(const QString &id, bool enabled);
    QStringList suspected() const;
    void forgive(const QString &id);

    /// Loads the library, and first those it needs, unless they are. May block; never on the GUI thread.
    /// The object is the library's and lives as long as the program.
    domain::Result<sdk::Integration *> load(const QString &id);

    /// The sentinel's guard around a pull, until one pull of this build of the library has once completed.
    std::unique_ptr<CrashSentinel::Guard> guardPull(const QString &id);
    void noteCompletedPull(const QString &id);
    const CrashSentinel &sentinel() const { return m_sentinel; }

private:
    void scan();
    void readObserved();
    QJsonObject observed() const;
    void saveObserved();
    void saveChoices();
    void applyStates();
    IntegrationInfo *find(const QString &id);
    domain::Result<void> mayLoad(const IntegrationInfo &info) const;
    domain::Result<sdk::Integration *> loadLocked(const QString &id);
    domain::Result<sdk::Integration *> loadLibrary(const QString &id, const QString &path);

    Options m_options;
    CrashSentinel m_sentinel;
    // Loading holds its own lock, so that asking for states never waits for a library's static constructors.
    std::mutex m_loading;
    mutable std::mutex m_mutex;
    std::vector<IntegrationInfo> m_integrations;
    QMap<QString, sdk::Integration *> m_loaded;
    QMap<QString, QString> m_suspected; ///< Id to reason.
    QMap<QString, QString> m_failed;    ///< Of this run.
    QMap<QString, QString> m_proven;    ///< Id to the print of the library that has completed a pull.
    QStringList m_disabled;
    JsonSaver m_saver;
};

} // namespace callboard::sync
