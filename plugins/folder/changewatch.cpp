// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/folder/changewatch.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <functional>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

namespace callboard::folder {

namespace {

constexpr uint32_t interesting = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF
    | IN_MOVE_SELF | IN_ATTRIB | IN_ONLYDIR | IN_EXCL_UNLINK;

/// Wakes a poll when the stop is asked for.
class StopEvent final {
public:
    explicit StopEvent(const std::stop_token &stop)
        : m_event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
        , m_callback(stop, [this] { ::eventfd_write(m_event.file, 1); })
    {
    }
    int file() const { return m_event.file; }

private:
    struct Event {
        ~Event() { ::close(file); }
        const int file;
    };
    // Closed after the callback is over, which may be at work in another thread: the file's number is soon somebody else's.
    const Event m_event;
    std::stop_callback<std::function<void()>> m_callback;
};

} // namespace

ChangeWatch::ChangeWatch()
    : m_inotify(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK))
{
    m_limited = m_inotify < 0;
}

ChangeWatch::~ChangeWatch()
{
    if (m_inotify >= 0)
        ::close(m_inotify);
}

void ChangeWatch::add(const QString &folder)
{
    const std::lock_guard lock(m_mutex);
    if (m_inotify < 0 || m_watchOf.contains(folder))
        return;
    const int watch = ::inotify_add_watch(m_inotify, QFile::encodeName(folder).constData(), interesting);
    if (watch < 0) {
        if (errno == ENOSPC || errno == ENOMEM)
            m_limited = true;
        return;
    }
    // A folder that was moved keeps its watch, and with it the old name until it is met under the new one.
    if (const QString before = m_folderOf.value(watch); !before.isEmpty())
        m_watchOf.remove(before);
    m_folderOf.insert(watch, folder);
    m_watchOf.insert(folder, watch);
}

void ChangeWatch::keepOnly(const QSet<QString> &folders)
{
    const std::lock_guard lock(m_mutex);
    m_watchOf.removeIf([&](const auto &entry) {
        if (folders.contains(entry.key()))
            return false;
        m_folderOf.remove(entry.value());
        ::inotify_rm_watch(m_inotify, entry.value());
        return true;
    });
}

std::vector<ChangeWatch::Change> ChangeWatch::wait(std::stop_token stop, std::chrono::milliseconds timeout)
{
    const StopEvent stopEvent(stop);
    std::array<pollfd, 2> files { pollfd { stopEvent.file(), POLLIN, 0 }, pollfd { m_inotify, POLLIN, 0 } };
    const nfds_t count = m_inotify < 0 ? 1 : 2;
    if (::poll(files.data(), count, int(timeout.count())) <= 0 || stop.stop_requested() || count == 1)
        return {};
    return readEvents();
}

std::vector<ChangeWatch::Change> ChangeWatch::readEvents()
{
    std::vector<Change> changes;
    alignas(inotify_event) std::array<char, 64 * 1024> buffer;
    for (;;) {
        const ssize_t length = ::read(m_inotify, buffer.data(), buffer.size());
        if (length <= 0)
            return changes;
        const std::lock_guard lock(m_mutex);
        for (ssize_t at = 0; at < length;) {
            const auto *event = reinterpret_cast<const inotify_event *>(buffer.data() + at);
            at += ssize_t(sizeof(inotify_event)) + event->len;
            if (event->mask & IN_Q_OVERFLOW) {
                changes.push_back({});
                continue;
            }
            const QString folder = m_folderOf.value(event->wd);
            if (event->mask & IN_IGNORED) {
                // The folder is gone, and its watch with it; one of the same name is watched anew.
                m_folderOf.remove(event->wd);
                if (m_watchOf.value(folder, -1) == event->wd)
                    m_watchOf.remove(folder);
                continue;
            }
            if (folder.isEmpty())
                continue;
            const bool self = event->mask & (IN_DELETE_SELF | IN_MOVE_SELF);
            const QString path = event->len == 0 ? folder : QString(folder + u'/' + QFile::decodeName(event->name));
            changes.push_back({ path, self || (event->mask & IN_ISDIR) });
        }
    }
}

} // namespace callboard::folder
