// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/document.h"

#include <QHash>

#include <memory>
#include <mutex>

namespace callboard::catalog {

using FileResultPtr = std::shared_ptr<const FileResult>;

/// The files of one run, each processed once, and what the run before left of them.
class FileStore final {
public:
    /// What became of one target of a Location.
    struct Loaded {
        std::vector<FileResultPtr> files;
        std::optional<domain::Error> error;
    };

    FileStore(const EngineOptions &options, SourceReader *reader)
        : m_options(options)
        , m_reader(reader)
    {
    }

    void setReader(SourceReader *reader) { m_reader = reader; }
    /// Begins a run: what was kept is usable, what this run does not touch is dropped at its end.
    void beginRun();
    void endRun();
    void clear();

    /// The texts that are there without being read; later reads of their locations use them.
    void addRoot(const Descriptor &root);

    /// Reads a target: one file, or all that a pattern selects. Thread-safe.
    Loaded load(const LocationRef &target);

private:
    struct Kept {
        QByteArray hash;
        FileResultPtr result;
    };

    Loaded loadFile(const LocationRef &target);
    Loaded loadPattern(const LocationRef &target);
    FileResultPtr process(const Descriptor &file);
    FileResultPtr reusable(const QString &location, const QByteArray &hash);
    bool stillHolds(const FileResult &result);

    const EngineOptions &m_options;
    SourceReader *m_reader;
    QHash<QString, const Descriptor *> m_roots;
    std::mutex m_mutex; ///< Guards the maps below.
    QHash<QString, Kept> m_kept;    ///< Of the last run, by location.
    QHash<QString, Kept> m_current; ///< Of this run.
};

} // namespace callboard::catalog
