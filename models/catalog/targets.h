// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog/engine.h"
#include "models/catalog/filestore.h"

#include <QHash>

namespace callboard::catalog {

/// What the Locations of one run lead to: each target loaded once, several at a time, with the run's progress.
class Targets final {
public:
    /// The store and `progress` are borrowed.
    Targets(FileStore &store, int threads, std::stop_token stop, const Engine::Progress &progress);

    static QString keyOf(const LocationRef &target) { return target.type + u':' + target.target; }

    /// So many more will be asked for, as far as is known.
    void expect(qsizetype count) { m_total += count; }
    /// Loads those that were not asked for before. Returns early when the stop was asked for.
    void load(const std::vector<LocationRef> &targets);
    /// What became of one that was asked for.
    const FileStore::Loaded &of(const LocationRef &target) const { return *m_loaded.constFind(keyOf(target)); }

private:
    std::vector<LocationRef> newOf(const std::vector<LocationRef> &targets);

    FileStore &m_store;
    const int m_threads;
    const std::stop_token m_stop;
    const Engine::Progress &m_progress;
    qsizetype m_done = 0;
    qsizetype m_total = 0;
    QHash<QString, FileStore::Loaded> m_loaded;
};

} // namespace callboard::catalog
