// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/packer.h"
#include "models/catalog/processedcatalog.h"
#include "models/catalog/reader.h"
#include "models/catalog/scm.h"
#include "models/catalog/validate.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <vector>

namespace callboard::catalog {

/// A root of the catalog: one descriptor file, with its text. The same as a location configured in Backstage.
struct Descriptor {
    QString location;  ///< Location ref: `url:https://…` or `file:/…`.
    PackedText text;   ///< As read; empty text is an empty file.
    QString localPath; ///< Absolute path where the file is on this machine, else empty.
};

struct EngineOptions {
    Model model = Model::Default;
    QStringList allowedKinds; ///< An organisation's own kinds, accepted with any spec.
    /// Kinds that no one knows are kept, with a warning, instead of refused. Backstage refuses them.
    bool keepUnknownKinds = false;
    /// A file with one bad document still brings the others, a Location with one unreadable target the other targets, and a
    /// pattern with one unreadable file the other files. Backstage takes nothing from such a location until it reads cleanly.
    bool keepNeighbours = false;
    /// An entity that was good in an earlier run of the same Engine stays as it was when its document breaks,
    /// with the errors in its status items. As Backstage does.
    bool keepLastGood = false;
    /// `$openapi` and `$asyncapi` take in their file as `$text` does. A default backend leaves them alone, and then refuses
    /// the API; with its openapi module it takes them in with all references resolved.
    bool apiPlaceholders = false;
    ScmHosts hosts;
    int threads = 2; ///< For parsing and validating; 1 works on the caller's thread.
};

/// Turns descriptors into the catalog that a Backstage backend would make of them: substituted, validated, annotated,
/// Locations followed, conflicts settled (the first root in order keeps a contested ref), relations in both directions.
///
/// Keeps what it parsed and validated by content, so that a run after an edit costs only what changed. One run at a
/// time per engine; engines are independent of each other. Not a QObject; no event loop needed.
class Engine final {
public:
    explicit Engine(EngineOptions options = {});
    ~Engine();
    Q_DISABLE_COPY_MOVE(Engine)

    /// Called on the thread of `process`, at most some hundred times a run. `total` grows while Locations are followed.
    using Progress = std::function<void(qsizetype done, qsizetype total)>;

    /// Blocking: call it from a worker thread. `reader` is asked for what descriptors lead to (Location targets,
    /// `$text`, `$json`, `$yaml`), never for the roots themselves; null: nothing further can be read.
    ProcessedCatalog process(const std::vector<Descriptor> &roots, SourceReader *reader, std::stop_token stop = {},
        const Progress &progress = {});

    /// Forgets what was kept from earlier runs.
    void clear();

private:
    struct Data;
    std::unique_ptr<Data> d;
};

} // namespace callboard::catalog
