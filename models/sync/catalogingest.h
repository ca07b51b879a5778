// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/engine.h"
#include "models/sync/crashsentinel.h"
#include "models/sync/hostcontext.h"

namespace callboard::sync {

/// Asks one connection's reader after the other until one knows what is asked for. Integrations are strangers: what
/// they throw ends here.
class ReaderChain final : public catalog::SourceReader {
public:
    /// Gives the next reader and the integration it belongs to; nothing after the last. Called from several threads.
    struct Link {
        sdk::Reader *reader = nullptr; ///< Null: that connection has none.
        QString integrationId;
    };
    using LinkAt = std::function<std::optional<Link>(size_t index)>;
    ReaderChain(LinkAt linkAt, const CrashSentinel &sentinel);

    domain::Result<QByteArray> read(const QString &target) override;
    domain::Result<QStringList> list(const QString &pattern) override;
    QString localPath(const QString &target) const override;

private:
    template<typename T, typename Ask>
    domain::Result<T> ask(const Ask &ask) const;

    LinkAt m_linkAt;
    const CrashSentinel &m_sentinel;
};

/// Turns the descriptors of one connection into entities, problems and source records. Keeps the engine, and
/// with it what it parsed, from run to run. One run at a time.
class CatalogIngest final {
public:
    explicit CatalogIngest(bool alphaModel);
    ~CatalogIngest();

    domain::Result<void> run(HostContext &context, std::vector<catalog::Descriptor> roots,
        catalog::SourceReader &reader);

private:
    static void putProblems(HostContext &context, const std::vector<domain::Problem> &problems);
    void putSources(HostContext &context, const catalog::ProcessedCatalog &catalog,
        const QHash<QString, catalog::PackedText> &texts) const;
    catalog::Engine &engineFor(const catalog::ScmHosts &hosts);

    catalog::EngineOptions m_options;
    std::unique_ptr<catalog::Engine> m_engine;
};

/// Type of the record that holds the descriptor text behind an entity; `sourceOf` reads it.
inline constexpr QLatin1StringView sourceRecordType("Source");

} // namespace callboard::sync
