// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mirror/store.h"

#include <atomic>

namespace callboard::mirror {

/// The full-text index, brought up to date behind the pulls in slices on the writer thread.
class TextIndex final {
public:
    explicit TextIndex(Store &store);

    /// Indexes for a few milliseconds. True while more is to be done.
    domain::Result<bool> slice();
    int done() const { return m_done; }
    int total() const { return m_done + m_left; }

    static bool isCaughtUp(Connection &connection);
    static QStringList find(Connection &connection, const QStringList &words, int limit);

private:
    void count();
    qint64 indexSome(qint64 from);
    void index(const Query &version);
    Store &m_store;
    int m_done = 0;
    int m_left = 0;
};

} // namespace callboard::mirror
