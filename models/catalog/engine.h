// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/packedobject.h"
#include "models/catalog/reader.h"
#include "models/catalog/relationtable.h"
#include "models/catalog/scm.h"
#include "models/catalog/validate.h"
#include "models/domain/record.h"

#include <QJsonArray>

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
    /// A file with one bad document still brings the others, and a Location with one unreadable target the other
    /// targets. Backstage takes nothing from such a location until it reads cleanly.
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

/// A finished entity, and the place it was written.
struct ProcessedEntity {
    QString ref; ///< Canonical.
    PackedObject body; ///< Without the annotation of the origin.
    QString origin;    ///< Location ref of the root that led to it.
    QJsonArray statusItems;
    QString location;      ///< Location ref of its file.
    QString localPath;     ///< Absolute, where the file is on this machine.
    int document = 0;      ///< In the file, from 0.
    int line = 1;          ///< First line of the document.
};

/// A document that did not become an entity, or a file that could not be taken in.
struct Rejection {
    QString location; ///< Of the file that holds the document (of a Location: its own file, not its target's).
    QString localPath;
    int document = 0;
    QString entityRef; ///< Canonical, where the document names one.
    QStringList errors; ///< One sentence each; what to do is in the matching problems.
    bool isDescriptor = true; ///< False: no document of the file is a map, so nothing in it could be an entity.
};

struct ProcessedCatalog {
    std::vector<ProcessedEntity> entities; ///< Sorted by canonical ref.
    RelationTable relations;               ///< Both ways.
    std::vector<domain::Problem> problems; ///< Errors and warnings with their places, in the order of files.
    std::vector<Rejection> rejected;       ///< In the order in which they were met.
    bool stopped = false; ///< The stop was asked for: what is here is not the whole catalog.

    /// One of `entities` as Backstage serves it. Made when it is asked for: a hundred thousand of them at once are most of a gigabyte.
    domain::Entity entity(const ProcessedEntity &processed) const;
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
