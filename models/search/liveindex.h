// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/search/catalogindex.h"

#include <QObject>
#include <QThreadPool>

namespace callboard::mirror {
class Mirror;
}

namespace callboard::search {

/// The index of the current catalog, kept up with it off the GUI thread. One for a window: every list, box and
/// palette looks at the same. Small catalogs are indexed at once.
class LiveIndex final : public QObject {
    Q_OBJECT
public:
    explicit LiveIndex(mirror::Mirror &mirror, QObject *parent = nullptr);
    explicit LiveIndex(mirror::SnapshotPtr snapshot, QObject *parent = nullptr); ///< Without a mirror; see `setSnapshot`.
    ~LiveIndex() override;

    /// Never null; of an empty catalog until the first one is there.
    IndexPtr index() const { return m_index; }
    const mirror::Snapshot &snapshot() const { return m_index->snapshot(); }
    bool isIndexing() const { return m_pending; }
    void setSnapshot(mirror::SnapshotPtr snapshot);
    /// Up to this many entities the index is made at once, on the calling thread.
    void setInlineLimit(Row rows) { m_inlineLimit = rows; }

Q_SIGNALS:
    /// `index()` is another one.
    void changed();

private:
    void take(IndexPtr index);
    void start(mirror::SnapshotPtr snapshot);

    IndexPtr m_index;
    mirror::SnapshotPtr m_next; ///< The newest snapshot that came while one was being indexed.
    bool m_pending = false;
    Row m_inlineLimit = 5000;
    std::stop_source m_stop;
    QThreadPool m_pool; ///< Last: waits for its thread before the rest goes.
};

} // namespace callboard::search
