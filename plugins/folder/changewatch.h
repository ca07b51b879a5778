// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <atomic>
#include <chrono>
#include <mutex>
#include <stop_token>
#include <vector>

namespace callboard::folder {

/// Watches folders for changes in them, through inotify. Folders are added on one thread while another waits.
class ChangeWatch final {
public:
    struct Change {
        QString path; ///< Absolute; empty when so much changed that the system lost count.
        bool isFolder = false;
    };

    ChangeWatch();
    ~ChangeWatch();
    Q_DISABLE_COPY_MOVE(ChangeWatch)

    void add(const QString &folder);
    /// Ends the watching of all folders but these.
    void keepOnly(const QSet<QString> &folders);
    /// The system watches no more folders: changes in some are not seen.
    bool isLimited() const { return m_limited; }

    /// What changed since the last call; waits for it up to `timeout`. Empty when that passed or the stop was asked for.
    std::vector<Change> wait(std::stop_token stop, std::chrono::milliseconds timeout);

private:
    std::vector<Change> readEvents();

    int m_inotify = -1;
    std::atomic<bool> m_limited = false;
    std::mutex m_mutex;
    QHash<int, QString> m_folderOf;
    QHash<QString, int> m_watchOf;
};

} // namespace callboard::folder
