// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/loader.h"
#include "models/mirror/mirrordata.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace callboard::mirror {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds leastApart(250);
constexpr std::chrono::milliseconds pauseAfterFailure(2000);
// Of a large catalog a swap costs more: building may take a fifth of one core's time, no more. And two of them are in memory then, with all
// that panes make of them: one that grows by five thousand a second is shown when it has doubled, and at its end.
constexpr int restPerWork = 4;
constexpr std::chrono::microseconds restPerEntity(200);
constexpr std::chrono::milliseconds restBeforeGiving(2000);

} // namespace

SnapshotKeeper::SnapshotKeeper(
    QString path, Connection::Access access, const Feeds &feeds, std::function<void()> swapped)
    : m_path(std::move(path))
    , m_access(access)
    , m_feeds(feeds)
    , m_swapped(std::move(swapped))
    , m_snapshot(std::make_shared<const Snapshot>())
    , m_next(Clock::now())
{
}

SnapshotKeeper::~SnapshotKeeper() { stop(); }

void SnapshotKeeper::stop()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void SnapshotKeeper::load(Connection &connection)
{
    m_snapshot = loadSnapshot(connection, m_feeds, ++m_revision, {});
}

/// What loading needed besides the snapshot goes back to the system, not to the heap's reserve. Each heap in turn is locked meanwhile, the
/// window's own too, and whoever allocates or frees there waits.
void SnapshotKeeper::giveBackMemory()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

void SnapshotKeeper::start()
{
    m_thread = std::jthread([this](const std::stop_token &stop) { loop(stop); });
}

SnapshotPtr SnapshotKeeper::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    return m_snapshot;
}

void SnapshotKeeper::request(bool soon)
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_asked;
        m_soon |= soon;
    }
    m_wake.notify_all();
}

void SnapshotKeeper::wait()
{
    std::unique_lock lock(m_mutex);
    if (!m_thread.joinable())
        return;
    const quint64 wanted = m_asked;
    m_soon |= m_shown < wanted;
    m_wake.notify_all();
    m_done.wait(lock, [&] { return m_shown >= wanted; });
}

void SnapshotKeeper::loop(const std::stop_token &stop)
{
    giveBackMemory(); // After the load of opening.
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(m_mutex);
            const auto isAsked = [this] { return m_asked > m_shown; };
            // Not amid a sync, after each of many loads: the next one needs the same memory again.
            if (m_holdsMemory && !m_wake.wait_for(lock, stop, restBeforeGiving, isAsked) && !stop.stop_requested()) {
                m_holdsMemory = false;
                lock.unlock();
                giveBackMemory();
                lock.lock();
            }
            m_wake.wait(lock, stop, isAsked);
            m_wake.wait_until(lock, stop, m_next, [this] { return m_soon; });
        }
        if (!stop.stop_requested())
            rebuild();
    }
    const std::lock_guard lock(m_mutex);
    m_shown = ~quint64(0); // Nobody waits for a snapshot that will not come.
    m_done.notify_all();
}

void SnapshotKeeper::rebuild()
{
    quint64 asked = 0;
    quint64 revision = 0;
    {
        const std::lock_guard lock(m_mutex);
        asked = m_asked;
        revision = ++m_revision;
        m_soon = false;
    }
    const auto begun = Clock::now();
    // A connection for each load: kept, its page cache would hold the table a second time.
    const auto built = guarded([&] {
        Connection connection(m_path, m_access);
        return loadSnapshot(connection, m_feeds, revision, snapshot());
    });
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begun);
    {
        const std::lock_guard lock(m_mutex);
        m_shown = asked; // After a failure too: the last snapshot stays, and nobody waits for long.
        auto rest = pauseAfterFailure;
        if (built) {
            m_snapshot = *built;
            rest = std::max(leastApart, std::chrono::duration_cast<std::chrono::milliseconds>(m_snapshot->size() * restPerEntity));
        } else {
            ++m_asked;
        }
        m_next = Clock::now() + std::max(rest, took * restPerWork);
    }
    if (!built)
        qWarning("mirror: the catalog cannot be read, and is tried again: %s", qUtf8Printable(built.error().detail));
    if (built)
        m_swapped();
    m_done.notify_all();
    m_holdsMemory = true;
}

} // namespace callboard::mirror
