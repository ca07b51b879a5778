// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/jsonsaver.h"

#include "models/sync/connectionstore.h"

namespace callboard::sync {

JsonSaver::~JsonSaver()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        m_changed.notify_all();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void JsonSaver::save(const QString &path, const QJsonObject &content, Done done)
{
    const std::lock_guard lock(m_mutex);
    File &file = m_waiting[path];
    file.content = content;
    if (done)
        file.done.push_back(std::move(done));
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
    m_changed.notify_all();
}

void JsonSaver::flush()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_waiting.empty() && !m_writing; });
}

void JsonSaver::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_ending || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        const auto next = m_waiting.extract(m_waiting.begin());
        m_writing = true;
        lock.unlock();
        const auto written = writeJsonFile(next.key(), next.mapped().content);
        for (const Done &done : next.mapped().done)
            done(written);
        lock.lock();
        m_writing = false;
        m_changed.notify_all();
    }
}

} // namespace callboard::sync
