// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insights/liveinsights.h"

#include "models/domain/docs.h"
#include "models/insights/usagelog.h"
#include "models/insights/usageselection.h"
#include "models/mirror/mirror.h"
#include "models/mirror/recordscan.h"
#include "models/mirror/sqlite.h"
#include "models/mirror/storefile.h"

#include <chrono>
#include <ctime>

namespace callboard::insights {

using namespace Qt::StringLiterals;

namespace {

using Clock = std::chrono::steady_clock;

/// Of this thread: what a busy machine takes longer for is not more work.
std::chrono::nanoseconds processorTime()
{
    timespec used {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return std::chrono::seconds(used.tv_sec) + std::chrono::nanoseconds(used.tv_nsec);
}

constexpr std::chrono::milliseconds leastApart(500);
constexpr std::chrono::seconds restAfterFailure(10);
// Reading costs more with more to read: it may take a fifth of one core's time, no more.
constexpr int restPerWork = 4;

/// What of the state is out of date.
struct Wanted {
    bool own = true, sources = true, catalog = true;
    bool any() const { return own || sources || catalog; }
    void add(const Wanted &other)
    {
        own |= other.own;
        sources |= other.sources;
        catalog |= other.catalog;
    }
};

domain::Result<UsageIndexPtr> readOwn(const QString &directory, const std::stop_token &stop)
{
    UsageIndexBuilder builder;
    const auto read = forEachKept(directory, [&](const KeptUse &kept) { builder.add(kept.event); }, 0, stop);
    if (!read)
        return std::unexpected(read.error());
    return builder.finish();
}

domain::Result<std::vector<UsageSource>> readSources(const QString &directory, const std::stop_token &stop)
{
    std::map<QString, UsageIndexBuilder> builders;
    std::map<QString, std::vector<domain::UsageTable>> tables;
    auto read = mirror::scanRecords(directory, QString(domain::recordtype::usageDay), [&](const mirror::StoredRecord &stored) {
        UsageIndexBuilder &builder = builders[stored.connection()];
        for (const UsageEvent &event : domain::UsageDay::fromRecord(stored.unpack()).events)
            builder.add(event);
    }, stop);
    if (read) {
        read = mirror::scanRecords(directory, QString(domain::recordtype::usageTable), [&](const mirror::StoredRecord &stored) {
            tables[stored.connection()].push_back(domain::UsageTable::fromRecord(stored.unpack()));
        }, stop);
    }
    if (!read)
        return std::unexpected(read.error());
    std::map<QString, UsageSource> sources;
    for (auto &[connection, builder] : builders)
        sources[connection].estate.index = builder.finish();
    for (auto &[connection, counted] : tables)
        sources[connection].tables = std::move(counted);
    std::vector<UsageSource> list;
    for (auto &[connection, source] : sources) {
        source.connectionId = connection;
        list.push_back(std::move(source));
    }
    return list;
}

/// When each source was read last.
domain::Result<void> dateSources(std::vector<UsageSource> &sources, const QString &directory)
{
    return mirror::guarded([&] {
        mirror::Connection connection(mirror::StorePaths { directory }.database(), mirror::Connection::Access::ReadOnly);
        mirror::Query query(connection, "SELECT connection, max(last_success) FROM feeds WHERE feed = 'usage' GROUP BY connection");
        while (query.step()) {
            for (UsageSource &source : sources) {
                if (source.connectionId == query.text(0) && !query.isNull(1))
                    source.asOf = QDateTime::fromMSecsSinceEpoch(query.number(1), QTimeZone::UTC);
            }
        }
    });
}

/// Reads anew what is wanted, and takes the rest over. Touches the files only: the mirror's own object may be going.
domain::Result<InsightsPtr> read(const QString &directory, const mirror::SnapshotPtr &snapshot, const InsightsPtr &before, const Wanted &wanted,
    const std::stop_token &stop)
{
    auto state = std::make_shared<InsightsState>(before ? *before : InsightsState());
    state->snapshot = snapshot;
    if (wanted.own || !state->own.index) {
        auto own = readOwn(directory, stop);
        if (!own)
            return std::unexpected(own.error());
        state->own.index = *own;
    }
    if (wanted.sources || !before) {
        auto sources = readSources(directory, stop);
        if (!sources)
            return std::unexpected(sources.error());
        state->sources = std::move(*sources);
    }
    if (wanted.catalog || !state->catalog) {
        auto catalog = readCatalogHistory(directory, stop);
        if (!catalog)
            return std::unexpected(catalog.error());
        state->catalog = *catalog;
    }
    auto docs = readDocs(directory, *snapshot, stop);
    if (!docs)
        return std::unexpected(docs.error());
    state->own = { state->own.index, snapshot, std::make_shared<const std::vector<KnownDoc>>(std::move(*docs)), state->catalog->minutesSaved() };
    if (const auto dated = dateSources(state->sources, directory); !dated)
        return std::unexpected(dated.error());
    for (UsageSource &source : state->sources) {
        const UsageIndexPtr index = source.estate.index;
        source.estate = state->own;
        source.estate.index = index;
    }
    return InsightsPtr(std::move(state));
}

} // namespace

struct LiveInsights::Data {
    const mirror::Mirror *mirror = nullptr; ///< Of the thread this lives on.
    LiveInsights *live = nullptr;
    QString directory;
    int users = 0; ///< Of the thread this lives on.

    std::mutex mutex;
    std::condition_variable_any wake;
    Wanted wanted;
    mirror::SnapshotPtr snapshot;
    bool used = false;
    std::jthread thread; ///< Last: it uses all of the above.

    void request(const Wanted &more)
    {
        {
            const std::lock_guard lock(mutex);
            wanted.add(more);
            snapshot = mirror->snapshot();
        }
        wake.notify_all();
    }

    void setUsed(bool isUsed)
    {
        {
            const std::lock_guard lock(mutex);
            used = isUsed;
            snapshot = mirror->snapshot();
        }
        wake.notify_all();
        if (isUsed && !thread.joinable())
            thread = std::jthread([this](const std::stop_token &stop) { loop(stop); });
    }

    void loop(const std::stop_token &stop)
    {
        InsightsPtr before;
        Clock::time_point next = Clock::now();
        while (!stop.stop_requested()) {
            Wanted now;
            mirror::SnapshotPtr catalog;
            {
                std::unique_lock lock(mutex);
                wake.wait(lock, stop, [this] { return used && wanted.any(); });
                wake.wait_until(lock, stop, next, [] { return false; });
                if (stop.stop_requested())
                    return;
                now = std::exchange(wanted, { false, false, false });
                catalog = snapshot;
            }
            const auto begun = processorTime();
            if (now.catalog)
                std::ignore = noteProblems(directory, *catalog, QDateTime::currentDateTimeUtc());
            auto answer = read(directory, catalog, before, now, stop);
            if (stop.stop_requested())
                return;
            if (answer)
                before = *answer;
            const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(processorTime() - begun);
            next = Clock::now() + std::max(leastApart, took * restPerWork);
            if (!answer) {
                next = std::max(next, Clock::now() + restAfterFailure);
                const std::lock_guard lock(mutex);
                wanted.add(now);
            }
            QMetaObject::invokeMethod(live, [this, answer = std::move(answer)] { take(answer); }, Qt::QueuedConnection);
        }
    }

    void take(const domain::Result<InsightsPtr> &answer)
    {
        if (answer) {
            live->m_state = *answer;
            live->m_loaded = true;
            live->m_failure.reset();
            Q_EMIT live->changed();
        } else {
            live->m_failure = answer.error();
            Q_EMIT live->failed();
        }
    }
};

LiveInsights &LiveInsights::of(mirror::Mirror &mirror)
{
    if (auto *known = mirror.findChild<LiveInsights *>(Qt::FindDirectChildrenOnly))
        return *known;
    return *new LiveInsights(mirror);
}

LiveInsights::LiveInsights(mirror::Mirror &mirror)
    : QObject(&mirror)
    , d(std::make_unique<Data>())
    , m_state(std::make_shared<InsightsState>())
{
    d->mirror = &mirror;
    d->live = this;
    d->directory = mirror.directory();
    connect(&mirror, &mirror::Mirror::snapshotChanged, this, [this] { d->request({ false, false, true }); });
    connect(&mirror, &mirror::Mirror::recordsChanged, this, [this](const QString &type) {
        const bool counted = type == domain::recordtype::usageDay || type == domain::recordtype::usageTable;
        if (counted || type == domain::recordtype::docSite)
            d->request({ !counted, counted, false });
    });
    connect(&UsageLog::of(mirror), &UsageLog::changed, this, [this] { d->request({ true, false, false }); });
}

LiveInsights::~LiveInsights()
{
    d->thread.request_stop();
    if (d->thread.joinable())
        d->thread.join();
}

void LiveInsights::want(QObject *by)
{
    if (++d->users == 1)
        d->setUsed(true);
    connect(by, &QObject::destroyed, this, [this] {
        if (--d->users == 0)
            d->setUsed(false);
    });
}

domain::Result<InsightsPtr> readInsights(const mirror::Mirror &mirror, const std::stop_token &stop)
{
    return read(mirror.directory(), mirror.snapshot(), {}, {}, stop);
}

} // namespace callboard::insights
