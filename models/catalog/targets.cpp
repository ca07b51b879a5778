// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog/targets.h"

#include "models/catalog/parallel.h"

#include <algorithm>

namespace callboard::catalog {

Targets::Targets(FileStore &store, int threads, std::stop_token stop, const Engine::Progress &progress)
    : m_store(store)
    , m_threads(threads)
    , m_stop(std::move(stop))
    , m_progress(progress)
{
}

std::vector<LocationRef> Targets::newOf(const std::vector<LocationRef> &targets)
{
    std::vector<LocationRef> wanted;
    for (const LocationRef &target : targets) {
        if (m_loaded.contains(keyOf(target)))
            continue;
        m_loaded.insert(keyOf(target), {});
        wanted.push_back(target);
    }
    return wanted;
}

void Targets::load(const std::vector<LocationRef> &targets)
{
    const std::vector<LocationRef> wanted = newOf(targets);
    m_total = std::max<qsizetype>(m_total, m_done + qsizetype(wanted.size()));
    std::vector<FileStore::Loaded> results(wanted.size());
    const std::thread::id caller = std::this_thread::get_id();
    std::atomic<qsizetype> done = 0;
    const qsizetype step = std::max<qsizetype>(1, qsizetype(wanted.size()) / 50);
    forEachInParallel(wanted.size(), m_threads, m_stop, [&](size_t i) {
        results[i] = m_store.load(wanted[i]);
        const qsizetype now = ++done;
        if (m_progress && now % step == 0 && std::this_thread::get_id() == caller)
            m_progress(m_done + now, m_total);
    });
    m_done += qsizetype(wanted.size());
    for (size_t i = 0; i < wanted.size(); ++i)
        m_loaded.insert(keyOf(wanted[i]), std::move(results[i]));
}

} // namespace callboard::catalog
