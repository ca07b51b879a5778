// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/liveruns.h"

#include "models/mirror/mirror.h"
#include "models/mirror/recordscan.h"

namespace callboard::builds {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds leastApart(250);
// Of very many runs reading costs more: it may take a fifth of one core's time, no more.
constexpr int restPerWork = 4;

} // namespace

domain::Result<RunIndexPtr> readRuns(const QString &mirrorDirectory, const RunIndexPtr &before, const std::stop_token &stop)
{
    // Texts that no run has any more stay in what is taken over: from time to time all is read anew.
    constexpr quint32 perRun = 12;
    const bool worn = before && before->stringCount() > before->size() * perRun + 4096;
    RunIndexBuilder builder(worn ? RunIndexPtr() : before);
    const auto scanned = mirror::scanRecords(mirrorDirectory, QString(domain::recordtype::buildRun), [&](const mirror::StoredRecord &stored) {
        const QByteArray hash = stored.hash();
        if (!builder.keep(stored.id(), hash))
            builder.add(domain::BuildRun::fromRecord(stored.unpack()), stored.connection(), stored.id(), hash);
    }, stop);
    if (!scanned)
        return std::unexpected(scanned.error());
    return builder.finish(before ? before->revision() + 1 : 1);
}

LiveRuns &LiveRuns::of(mirror::Mirror &mirror)
{
    if (auto *known = mirror.findChild<LiveRuns *>(Qt::FindDirectChildrenOnly))
        return *known;
    return *new LiveRuns(mirror);
}

LiveRuns::LiveRuns(mirror::Mirror &mirror)
    : QObject(&mirror)
    , m_directory(mirror.directory())
    , m_index(RunIndexBuilder().finish(0))
    , m_deployments(std::make_shared<const Deployments>())
{
    connect(&mirror, &mirror::Mirror::recordsChanged, this, &LiveRuns::request);
    m_thread = std::jthread([this](const std::stop_token &stop) { loop(stop); });
}

LiveRuns::~LiveRuns()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void LiveRuns::request(const QString &type)
{
    if (type != domain::recordtype::buildRun && type != domain::recordtype::deployment)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_wanted = true;
    }
    m_wake.notify_all();
}

LiveRuns::Answer LiveRuns::read(const RunIndexPtr &before, const std::stop_token &stop) const
{
    auto runs = readRuns(m_directory, before, stop);
    if (!runs)
        return { {}, {}, runs.error() };
    auto deployments = std::make_shared<Deployments>();
    const auto scanned = mirror::scanRecords(m_directory, QString(domain::recordtype::deployment), [&](const mirror::StoredRecord &stored) {
        deployments->push_back(domain::Deployment::fromRecord(stored.unpack()));
    }, stop);
    if (!scanned)
        return { {}, {}, scanned.error() };
    return { *runs, std::move(deployments), {} };
}

void LiveRuns::loop(const std::stop_token &stop)
{
    RunIndexPtr before;
    Clock::time_point next = Clock::now();
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, stop, [this] { return m_wanted; });
            // What arrives in batches is read once; a stop is not waited out.
            m_wake.wait_until(lock, stop, next, [] { return false; });
            m_wanted = false;
        }
        if (stop.stop_requested())
            return;
        const auto begun = Clock::now();
        Answer answer = read(before, stop);
        if (answer.index)
            before = answer.index;
        next = Clock::now() + std::max(leastApart, std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begun) * restPerWork);
        if (!stop.stop_requested())
            QMetaObject::invokeMethod(this, [this, answer = std::move(answer)] { take(answer); }, Qt::QueuedConnection);
    }
}

void LiveRuns::take(const Answer &answer)
{
    m_failure = answer.failure;
    if (answer.failure) {
        Q_EMIT failed();
        return;
    }
    const RunIndexPtr before = m_loaded ? m_index : RunIndexPtr();
    m_loaded = true;
    m_index = answer.index;
    m_deployments = answer.deployments;
    Q_EMIT changed(before);
}

} // namespace callboard::builds
