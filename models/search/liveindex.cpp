// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search/liveindex.h"

#include "models/mirror/mirror.h"

namespace callboard::search {

namespace {

IndexPtr emptyIndex()
{
    return CatalogIndex::build(mirror::SnapshotBuilder().finish(0));
}

/// An index with the order that every list begins with.
IndexPtr buildReady(const mirror::SnapshotPtr &snapshot, std::stop_token stop)
{
    IndexPtr index = CatalogIndex::build(snapshot, stop);
    if (index && !stop.stop_requested())
        index->nameRanks();
    return index;
}

} // namespace

LiveIndex::LiveIndex(mirror::Mirror &mirror, QObject *parent)
    : LiveIndex(mirror.snapshot(), parent)
{
    connect(&mirror, &mirror::Mirror::snapshotChanged, this, [this, &mirror] { setSnapshot(mirror.snapshot()); });
}

LiveIndex::LiveIndex(mirror::SnapshotPtr snapshot, QObject *parent)
    : QObject(parent)
    , m_index(emptyIndex())
{
    m_pool.setMaxThreadCount(1);
    setSnapshot(std::move(snapshot));
}

LiveIndex::~LiveIndex()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void LiveIndex::setSnapshot(mirror::SnapshotPtr snapshot)
{
    if (!snapshot)
        return;
    if (m_pending) {
        m_next = std::move(snapshot);
        return;
    }
    if (snapshot->size() <= m_inlineLimit) {
        take(buildReady(snapshot, {}));
        return;
    }
    start(std::move(snapshot));
}

void LiveIndex::start(mirror::SnapshotPtr snapshot)
{
    m_pending = true;
    m_pool.start([this, snapshot = std::move(snapshot), stop = m_stop.get_token()] {
        IndexPtr index = buildReady(snapshot, stop);
        if (!index || stop.stop_requested())
            return;
        QMetaObject::invokeMethod(
            this,
            [this, index = std::move(index)]() mutable {
                m_pending = false;
                take(std::move(index));
                if (m_next)
                    setSnapshot(std::exchange(m_next, nullptr));
            },
            Qt::QueuedConnection);
    });
}

void LiveIndex::take(IndexPtr index)
{
    m_index = std::move(index);
    Q_EMIT changed();
}

} // namespace callboard::search
