// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/engine.h"
#include "models/mirror/mirror.h"
#include "models/sync/docintake.h"
#include "models/sync/hostservices.h"
#include "models/sync/meteredhttp.h"
#include "models/sync/scheduler.h"
#include "models/sync/workspace.h"
#include "plugins/sdk/integration.h"

#include <atomic>
#include <functional>
#include <mutex>

namespace callboard::sync {

/// What the host hands to one call of a feed. Shared between the thread that runs the call and the workspace: once
/// closed it takes nothing more, so that a call that never ends can be left behind safely.
class HostContext final : public sdk::PullContext {
public:
    struct Setup {
        FeedKey key = {};          ///< Of a pull; empty for other calls.
        QString connectionId = {}; ///< Whose secrets and network; empty for one that is not saved yet.
        QJsonObject settings = {};
        HostServices services = {};
        Secrets typedSecrets = {}; ///< Of a form that is not saved yet: they count instead of kept ones.
        Urgency urgency = Urgency::Background;
        double idleShare = 1;
        std::vector<sdk::AskedEntity> asked = {};
        std::vector<sdk::AskedTime> askedTimes = {};
        /// Called from the call's thread, at most ten times a second.
        std::function<void(const PullProgress &)> onProgress = {};
        std::function<void(const QString &)> onLog = {};
    };
    explicit HostContext(Setup setup);
    ~HostContext() override;

    // For the host.
    const FeedKey &key() const { return m_setup.key; }
    void setAsked(std::vector<sdk::AskedEntity> asked);
    /// Somebody wants to read this page of an entity's documentation now. Any thread.
    void wantPage(const QString &entityRef, const QString &path);
    /// Begins the mirror's pull; Cancelled when closed. Without this, what is put goes nowhere.
    domain::Result<void> begin(mirror::Mirror &mirror, const QString &principal);
    domain::Result<void> complete();
    void abandon(const domain::Error &why);
    void requestStop() { m_stop.request_stop(); }
    /// Runs it unless this was closed, which waits for its end meanwhile. For what calls back.
    void whileOpen(const std::function<void(mirror::Mirror *mirror)> &work);
    /// Nothing is put, told or completed after this.
    void close();
    PullProgress currentProgress() const;
    const NetworkMeter &meter() const { return m_meter; }
    bool isListening() const { return m_listening; } ///< As the feed told it.
    std::chrono::seconds round() const { return std::chrono::seconds(m_round); } ///< As the feed told it; 0: it asks in no turns.
    std::vector<catalog::Descriptor> takeDescriptors();
    std::vector<sdk::DocSource> takeDocSources();
    bool bringsOnlyChanges() const { return m_onlyChanges; }
    QStringList sitesPut() const; ///< Sites whose records the feed put itself.
    QSet<QString> sitesTouched() const; ///< Of which a page was put or removed.
    bool isClosed() const;
    domain::Result<QString> putBlob(const QByteArray &bytes);
    domain::Result<QString> takeBlobFile(const QString &path);
    /// What the mirror has of this connection's about an entity (about all, with an empty ref).
    std::vector<domain::Record> known(QLatin1StringView type, const QString &entityRef) const;
    QStringList knownKeys(QLatin1StringView type, const QString &entityRef) const;
    /// What an integration or a server said, without the secrets that were handed out in this call or went out with its requests. Any thread.
    QString withoutSecrets(QString text) const;
    domain::Error withoutSecrets(domain::Error error) const;

    // For the feed.
    QJsonObject settings() const override { return m_setup.settings; }
    domain::Result<QString> secret(const QString &field) override;
    domain::Result<QString> accessToken(const sdk::OAuthClient &client, const QString &refused) override;
    sdk::Http &http() override;
    std::vector<sdk::AskedEntity> entities() const override;
    QByteArray cursor() const override;
    void saveCursor(const QByteArray &cursor) override;
    void put(sdk::Descriptor descriptor) override;
    void put(domain::Entity entity) override;
    void put(domain::Record record) override;
    void put(sdk::DocSource source) override;
    void put(sdk::DocFile file) override;
    void keepOnly(const QString &keyPrefix) override;
    void bringOnlyChanges() override;
    void remove(const QString &type, const QString &key) override;
    void progress(qint64 done, qint64 total, const QString &text) override;
    bool stopRequested() const override { return m_stop.stop_requested(); }
    std::stop_token stopToken() const override { return m_stop.get_token(); }
    void log(const QString &line) override;
    double idleShare() const override { return m_setup.idleShare; }
    domain::Result<std::vector<sdk::YamlDocument>> readYaml(const QByteArray &text) const override;
    bool isWanted() const override { return m_setup.urgency == Urgency::Person; }
    void tellRound(std::chrono::seconds round) override { m_round = round.count(); }
    void tellListening(bool listens) override { m_listening = listens; }
    std::vector<sdk::AskedTime> askedTimes() const override { return m_setup.askedTimes; }

private:
    domain::Result<QString> handedOut(domain::Result<QString> secret);
    void putRecord(domain::Record record);

    Setup m_setup;
    std::stop_source m_stop;
    NetworkMeter m_meter;
    std::unique_ptr<sdk::Http> m_http; ///< Made when first asked for, by the call's thread.
    mutable std::mutex m_secretsMutex;
    QSet<QString> m_secrets; ///< That this call was given, or sent.
    mutable std::mutex m_mutex;
    bool m_closed = false;
    mirror::Mirror *m_mirror = nullptr; ///< Null when not begun, or closed.
    std::unique_ptr<mirror::Pull> m_pull;
    std::vector<catalog::Descriptor> m_descriptors;
    std::atomic<qsizetype> m_descriptorBytes = 0;
    const std::shared_ptr<catalog::Packer> m_packer = std::make_shared<catalog::Packer>(); ///< Of descriptors.
    std::vector<sdk::DocSource> m_docSources;
    std::unique_ptr<DocIntake> m_docs; ///< Of a pull; for its thread.
    QSet<QString> m_sitesTouched;
    std::atomic<bool> m_onlyChanges = false;
    std::atomic<qint64> m_round = 0;
    std::atomic<bool> m_listening = false;
    /// What the GUI thread reads and sets. Never held while anything is waited for, as `m_mutex` is: a put waits for the writer.
    mutable std::mutex m_shownMutex;
    PullProgress m_progress; ///< And `m_setup.asked`.
    std::chrono::steady_clock::time_point m_lastTold {};
};

} // namespace callboard::sync
