// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/document.h"

#include <QHash>

#include <memory>
#include <mutex>

namespace callboard::catalog {

/// The files of one run, each processed once, and what the run before left of them.
class FileStore final {
public:
    /// Something that could not be read: a file, or what a pattern selects.
    struct Unread {
        QString target;
        domain::Error error;
        QStringList files; ///< Locations of the files that are not known now because of it.
    };
    /// What became of one target of a Location. Of what a pattern selects, some files may be read and others not.
    struct Loaded {
        std::vector<FileResultPtr> files;
        std::vector<Unread> unread;
    };

    FileStore(const EngineOptions &options, SourceReader *reader)
        : m_options(options)
        , m_reader(reader)
    {
    }

    void setReader(SourceReader *reader) { m_reader = reader; }
    /// Begins a run: what was kept is usable, what this run neither reads nor keeps is dropped at its end.
    void beginRun();
    void endRun();
    void clear();

    /// The texts that are there without being read; later reads of their locations use them.
    void addRoot(const Descriptor &root);

    /// Reads a target: one file, or all that a pattern selects. Thread-safe.
    Loaded load(const LocationRef &target);

    /// What the run before made of a file.
    FileResultPtr before(const QString &location);
    /// An entity as it was when its file last had it in order; nothing where the file has it so now, or no longer.
    std::optional<DocumentAt> lastGood(const QString &location, const QString &ref);
    /// Takes a file that this run did not come to read for what the run before made of it, its earlier versions too. Once all else is loaded.
    void keep(const QString &location);

private:
    struct Kept {
        QByteArray hash;
        FileResultPtr result;
        QHash<QString, DocumentAt> earlier; ///< By ref: entities that it has no longer in order, as they last were.
    };

    Loaded loadFile(const LocationRef &target);
    Loaded loadPattern(const LocationRef &target);
    Loaded loadSelection(const LocationRef &pattern, const domain::Error &error);
    FileResultPtr process(const Descriptor &file);
    std::optional<Kept> keptOf(const QString &location);
    bool stillHolds(const FileResult &result);
    static QHash<QString, DocumentAt> earlierOf(const Kept &before, const FileResult &now);

    const EngineOptions &m_options;
    SourceReader *m_reader;
    const std::shared_ptr<Packer> m_packer = std::make_shared<Packer>();
    QHash<QString, const Descriptor *> m_roots;
    std::mutex m_mutex; ///< Guards the maps below.
    QHash<QString, Kept> m_kept;    ///< Of the last run, by location.
    QHash<QString, Kept> m_current; ///< Of this run.
    QHash<QString, QStringList> m_selected;    ///< Locations of files by that of their pattern, of the last run.
    QHash<QString, QStringList> m_selectedNow; ///< Of this run.
};

} // namespace callboard::catalog
