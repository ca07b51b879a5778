// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insights/usagelog.h"

#include "models/insights/usagestore.h"
#include "models/mirror/mirror.h"

#include <QDateTime>
#include <QFileInfo>
#include <QTimeZone>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace callboard::insights {

using namespace Qt::StringLiterals;
using domain::ErrorCode;
using mirror::Query;

namespace {

constexpr qsizetype longestText = 500;      // Characters; nobody reads more of a query in a list.
constexpr size_t mostWaiting = 100'000;     // Events that the disk is too slow for: the oldest are dropped.
constexpr qint64 eventsBetweenTrims = 2000;
constexpr std::chrono::milliseconds eraseAgainAfter(500); // Where somebody who reads held it up.

constexpr const char *selectKept
    = "SELECT e.id, e.at, e.deed, w.text, a.text, e.hits FROM events e"
      " LEFT JOIN texts w ON w.id = e.what LEFT JOIN texts a ON a.id = e.about WHERE e.id > ? ORDER BY e.id";
constexpr const char *selectPage
    = "SELECT e.id, e.at, e.deed, w.text, a.text, e.hits FROM events e"
      " LEFT JOIN texts w ON w.id = e.what LEFT JOIN texts a ON a.id = e.about WHERE e.id < ? ORDER BY e.id DESC LIMIT ?";

QDateTime timeOf(qint64 at) { return QDateTime::fromMSecsSinceEpoch(at, QTimeZone::UTC); }

/// How one write went, for the thread that waits for it.
class Note {
public:
    void settle(const domain::Result<void> &result)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_result)
                m_result = result;
        }
        m_settled.notify_all();
    }
    domain::Result<void> wait(const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        if (!m_settled.wait(lock, stop, [this] { return m_result.has_value(); }))
            return domain::fail(ErrorCode::Cancelled, u"Stopped"_s);
        return *m_result;
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_settled;
    std::optional<domain::Result<void>> m_result;
};

/// The writer's end of it: what is dropped unwritten is told as well, where there is no file.
class NoteKeeper {
public:
    explicit NoteKeeper(std::shared_ptr<Note> note)
        : m_note(std::move(note))
    {
    }
    ~NoteKeeper() { m_note->settle(domain::fail(ErrorCode::Storage, u"The usage log cannot be written"_s)); }
    Q_DISABLE_COPY_MOVE(NoteKeeper)
    void settle(const domain::Result<void> &result) { m_note->settle(result); }

private:
    std::shared_ptr<Note> m_note;
};

} // namespace

struct UsageLog::Data {
    using Task = std::move_only_function<void(UsageStore &)>;

    UsageLog *log = nullptr;
    QString directory;
    mutable std::mutex mutex;
    std::condition_variable wake, idle;
    std::vector<UsageEvent> waiting;
    std::deque<Task> tasks;
    UsageLogOptions options;
    QHash<QString, SharedMark> shared;
    quint64 turns = 0;
    std::optional<domain::Error> failure;
    qint64 newest = 0;
    qint64 sinceTrim = eventsBetweenTrims; ///< Once at the beginning.
    quint64 epoch = 0;
    bool optionsSet = false; ///< By somebody, before the file's were read.
    bool loaded = false, working = false, stopping = false, told = false;
    std::thread thread;

    /// Runs after what was recorded before it was asked for, and before what comes later.
    void post(Task task)
    {
        {
            const std::lock_guard lock(mutex);
            if (loaded && !waiting.empty())
                tasks.push_back([this, events = std::exchange(waiting, {})](UsageStore &store) { append(store, events); });
            tasks.push_back(std::move(task));
        }
        wake.notify_one();
    }

    /// What is set by then: of two that set it at once, neither writes over the later one's.
    void writeShared(const QString &connectionId)
    {
        post([this, connectionId](UsageStore &store) {
            qint64 id = -1;
            {
                const std::lock_guard lock(mutex);
                id = shared.value(connectionId).id;
            }
            store.setShared(connectionId, id);
        });
    }

    void append(UsageStore &store, const std::vector<UsageEvent> &events)
    {
        store.append(events);
        const qint64 last = store.newest();
        {
            const std::lock_guard lock(mutex);
            newest = last;
            sinceTrim += qint64(events.size());
        }
        tellChanged();
    }

    /// What happens many times a second is told once.
    void tellChanged()
    {
        {
            const std::lock_guard lock(mutex);
            if (std::exchange(told, true))
                return;
        }
        QMetaObject::invokeMethod(log, [this] {
            {
                const std::lock_guard lock(mutex);
                told = false;
            }
            Q_EMIT log->changed();
        }, Qt::QueuedConnection);
    }

    void fail(const domain::Error &why)
    {
        const std::lock_guard lock(mutex);
        failure = why;
    }

    void load(UsageStore &store)
    {
        const auto read = mirror::guarded([&] {
            const UsageLogOptions kept = store.options();
            QHash<QString, qint64> keptShares = store.shared();
            const qint64 last = store.newest();
            const std::lock_guard lock(mutex);
            if (!optionsSet)
                options = kept;
            for (auto it = keptShares.cbegin(); it != keptShares.cend(); ++it) {
                if (!shared.contains(it.key()))
                    shared.insert(it.key(), { it.value(), ++turns });
            }
            newest = last;
            if (!options.enabled)
                waiting.clear();
        });
        if (read)
            return;
        fail(read.error());
        // Somebody may have switched it off.
        const std::lock_guard lock(mutex);
        options.enabled = options.enabled && optionsSet;
    }

    void trim(UsageStore &store)
    {
        UsageLogOptions bounds;
        {
            const std::lock_guard lock(mutex);
            bounds = options;
        }
        if (store.trim(bounds, QDateTime::currentMSecsSinceEpoch())) {
            {
                const std::lock_guard lock(mutex);
                ++epoch;
            }
            tellChanged();
        }
    }

    /// Each for itself: what cannot be written does not keep anything from being erased.
    void write(UsageStore &store, std::deque<Task> &work)
    {
        std::optional<domain::Error> last;
        for (Task &task : work) {
            if (const auto done = mirror::guarded([&] { task(store); }); !done)
                last = done.error();
        }
        const std::lock_guard lock(mutex);
        failure = last;
    }

    void run()
    {
        auto opened = UsageStore::open(directory);
        if (opened)
            load(**opened);
        else
            fail(opened.error());
        {
            const std::lock_guard lock(mutex);
            loaded = true;
        }
        QMetaObject::invokeMethod(log, [this] { Q_EMIT log->optionsChanged(); }, Qt::QueuedConnection);
        bool isErasingLeft = false;
        for (bool first = true;; first = false) {
            std::deque<Task> work;
            {
                std::unique_lock lock(mutex);
                working = false;
                if (!first)
                    idle.notify_all();
                const auto isWanted = [&] { return first || stopping || !waiting.empty() || !tasks.empty(); };
                if (!isErasingLeft)
                    wake.wait(lock, isWanted);
                else if (!wake.wait_for(lock, eraseAgainAfter, isWanted))
                    tasks.push_back([](UsageStore &store) { store.finishErasing(); });
                if (stopping && waiting.empty() && tasks.empty())
                    return;
                if (!waiting.empty())
                    tasks.push_back([this, events = std::exchange(waiting, {})](UsageStore &store) { append(store, events); });
                if (sinceTrim >= eventsBetweenTrims) {
                    sinceTrim = 0;
                    tasks.push_back([this](UsageStore &store) { trim(store); });
                }
                work = std::exchange(tasks, {});
                working = true;
            }
            if (!opened)
                continue;
            write(**opened, work);
            isErasingLeft = (*opened)->isErasingLeft();
        }
    }

    void erased(UsageStore &store)
    {
        {
            const qint64 last = store.newest();
            const std::lock_guard lock(mutex);
            newest = last;
            ++epoch;
        }
        tellChanged();
    }
};

UsageLog &UsageLog::of(mirror::Mirror &mirror)
{
    if (auto *known = mirror.findChild<UsageLog *>(Qt::FindDirectChildrenOnly))
        return *known;
    return *new UsageLog(mirror.directory(), &mirror);
}

UsageLog::UsageLog(const QString &directory, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Data>())
{
    d->log = this;
    d->directory = directory;
    d->thread = std::thread([data = d.get()] { data->run(); });
}

UsageLog::~UsageLog()
{
    {
        const std::lock_guard lock(d->mutex);
        d->stopping = true;
    }
    d->wake.notify_one();
    d->thread.join();
}

void UsageLog::record(UsageDeed deed, const QString &what, const QString &about, qint64 hits)
{
    record({ QDateTime::currentMSecsSinceEpoch(), deed, what, about, {}, hits });
}

void UsageLog::record(const UsageEvent &event)
{
    {
        const std::lock_guard lock(d->mutex);
        if (!d->options.enabled)
            return;
        if (d->waiting.size() >= mostWaiting)
            d->waiting.erase(d->waiting.begin(), d->waiting.begin() + mostWaiting / 2);
        UsageEvent &kept = d->waiting.emplace_back(event);
        kept.what.truncate(longestText);
        kept.about.truncate(longestText);
        kept.person.clear();
    }
    d->wake.notify_one();
}

bool UsageLog::hasLoaded() const
{
    const std::lock_guard lock(d->mutex);
    return d->loaded;
}

UsageLogOptions UsageLog::options() const
{
    const std::lock_guard lock(d->mutex);
    return d->options;
}

void UsageLog::setOptions(const UsageLogOptions &asked)
{
    UsageLogOptions options = asked;
    options.months = std::clamp(options.months, 1, 120);
    options.maxBytes = std::max<qint64>(options.maxBytes, 1 << 20);
    {
        const std::lock_guard lock(d->mutex);
        if (d->options == options && d->loaded)
            return;
        d->options = options;
        d->optionsSet = true;
    }
    d->post([data = d.get(), options](UsageStore &store) {
        store.setOptions(options);
        data->trim(store);
    });
    Q_EMIT optionsChanged();
}

std::optional<domain::Error> UsageLog::failure() const
{
    const std::lock_guard lock(d->mutex);
    return d->failure;
}

void UsageLog::eraseAll()
{
    {
        const std::lock_guard lock(d->mutex);
        d->waiting.clear();
    }
    d->post([data = d.get()](UsageStore &store) {
        store.eraseAll();
        data->erased(store);
    });
}

void UsageLog::eraseBefore(const QDateTime &when)
{
    d->post([data = d.get(), at = when.toMSecsSinceEpoch()](UsageStore &store) {
        store.eraseBefore(at);
        data->erased(store);
    });
}

void UsageLog::erase(const QList<qint64> &ids)
{
    d->post([data = d.get(), ids](UsageStore &store) {
        store.erase(ids);
        data->erased(store);
    });
}

void UsageLog::eraseAbout(std::function<bool(const QString &ref)> isGone)
{
    d->post([data = d.get(), isGone = std::move(isGone)](UsageStore &store) {
        if (store.eraseAbout(isGone))
            data->erased(store);
    });
}

domain::Result<std::vector<KeptUse>> UsageLog::page(qint64 beforeId, int limit) const
{
    std::vector<KeptUse> rows;
    const auto connection = openForReading(d->directory);
    if (!connection && connection.error().code == ErrorCode::NotFound)
        return rows;
    if (!connection)
        return std::unexpected(connection.error());
    auto read = mirror::guarded([&] {
        Query query(**connection, selectPage);
        query.with(beforeId > 0 ? beforeId : std::numeric_limits<qint64>::max(), std::max(limit, 0));
        while (query.step())
            rows.push_back(keptOf(query));
        return std::move(rows);
    });
    return read;
}

domain::Result<UsageLogState> UsageLog::state() const
{
    UsageLogState state;
    const auto connection = openForReading(d->directory);
    if (!connection && connection.error().code == ErrorCode::NotFound)
        return state;
    if (!connection)
        return std::unexpected(connection.error());
    return mirror::guarded([&] {
        Query query(**connection, "SELECT count(*), min(at), max(at) FROM events");
        if (query.step() && query.number(0) > 0) {
            state.rows = query.number(0);
            state.oldest = timeOf(query.number(1));
            state.newest = timeOf(query.number(2));
        }
        const QString path = insightsFile(d->directory);
        state.bytes = QFileInfo(path).size() + QFileInfo(path + u"-wal"_s).size();
        return state;
    });
}

domain::Result<void> UsageLog::forEach(const std::function<void(const KeptUse &)> &visit, qint64 afterId, const std::stop_token &stop) const
{
    return forEachKept(d->directory, visit, afterId, stop);
}

domain::Result<void> forEachKept(
    const QString &directory, const std::function<void(const KeptUse &)> &visit, qint64 afterId, const std::stop_token &stop)
{
    const auto connection = openForReading(directory);
    if (!connection && connection.error().code == ErrorCode::NotFound)
        return {};
    if (!connection)
        return std::unexpected(connection.error());
    bool whole = true;
    const auto read = mirror::guarded([&] {
        Query query(**connection, selectKept);
        query.with(afterId);
        while ((whole = !stop.stop_requested()) && query.step())
            visit(keptOf(query));
    });
    if (read && !whole)
        return domain::fail(ErrorCode::Cancelled, u"Stopped"_s);
    return read;
}

quint64 UsageLog::epoch() const
{
    const std::lock_guard lock(d->mutex);
    return d->epoch;
}

UsageLog::SharedMark UsageLog::sharedMark(const QString &connectionId) const
{
    const std::lock_guard lock(d->mutex);
    return d->shared.value(connectionId);
}

void UsageLog::setSharedUpTo(const QString &connectionId, qint64 id)
{
    {
        const std::lock_guard lock(d->mutex);
        d->shared.insert(connectionId, { id, ++d->turns });
    }
    d->writeShared(connectionId);
}

bool UsageLog::moveShared(const QString &connectionId, const SharedMark &from, qint64 to)
{
    {
        const std::lock_guard lock(d->mutex);
        if (d->shared.value(connectionId) != from)
            return false;
        d->shared.insert(connectionId, { to, from.turn });
    }
    d->writeShared(connectionId);
    return true;
}

domain::Result<void> UsageLog::keepShared(const QString &connectionId, const std::stop_token &stop)
{
    // Shared with the writer, which may come to it when nobody waits any more.
    const auto note = std::make_shared<Note>();
    d->post([data = d.get(), keeper = std::make_unique<NoteKeeper>(note), connectionId](UsageStore &store) {
        keeper->settle(mirror::guarded([&] { store.setShared(connectionId, data->log->sharedMark(connectionId).id); }));
    });
    return note->wait(stop);
}

QStringList UsageLog::sharedConnections() const
{
    const std::lock_guard lock(d->mutex);
    QStringList ids;
    for (auto it = d->shared.cbegin(); it != d->shared.cend(); ++it) {
        if (it->id >= 0)
            ids.append(it.key());
    }
    ids.sort();
    return ids;
}

qint64 UsageLog::newest() const
{
    const std::lock_guard lock(d->mutex);
    return d->newest;
}

void UsageLog::flush()
{
    std::unique_lock lock(d->mutex);
    d->idle.wait(lock, [this] { return d->loaded && !d->working && d->waiting.empty() && d->tasks.empty(); });
}

} // namespace callboard::insights
