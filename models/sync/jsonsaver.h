// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QJsonObject>

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace callboard::sync {

/// Writes small JSON files on a thread of its own, which begins with the first: a disk may take a part of a second for one. Each is
/// written in one step (0600), and only the latest content of it: many changes at once are few writes. Any thread.
class JsonSaver final {
public:
    using Done = std::function<void(const domain::Result<void> &)>;

    JsonSaver() = default;
    ~JsonSaver(); ///< When all that waits is written.
    Q_DISABLE_COPY_MOVE(JsonSaver)

    /// `done` is called on the saver's thread when this content, or one given later for the same file, is on disk or could not be
    /// written. It must not destroy the saver.
    void save(const QString &path, const QJsonObject &content, Done done = {});
    /// Blocks until all that was given so far is written.
    void flush();

private:
    struct File {
        QJsonObject content;
        std::vector<Done> done;
    };
    void run();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<QString, File> m_waiting;
    bool m_writing = false;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace callboard::sync
