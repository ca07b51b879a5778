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
    , m_flakiness(std::make_shared<const Flakiness>())
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
    const bool isDetail = type == domain::recordtype::buildDetail;
    if (type != domain::recordtype::buildRun && type != domain::recordtype::deployment && !isDetail)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_wanted = std::max(m_wanted, isDetail ? Wanted::Details : Wanted::All);
        ++m_asked;
    }
    m_wake.notify_all();
}

/// Of what runs are made of, as far as it is known: whether another one is than before.
domain::Result<bool> LiveRuns::readDetails(Known &known, const std::stop_token &stop) const
{
    bool isOther = false;
    QHash<qint64, Known::Detail> details;
    const auto scanned = mirror::scanRecords(m_directory, QString(domain::recordtype::buildDetail), [&](const mirror::StoredRecord &stored) {
        const QByteArray hash = stored.hash();
        const auto before = known.details.constFind(stored.id());
        if (before != known.details.cend() && before->hash == hash) {
            details.insert(stored.id(), *before);
            return;
        }
        auto jobs = JobOutcomes::of(domain::BuildDetail::fromRecord(stored.unpack()), stored.connection());
        isOther = isOther || before == known.details.cend() || before->jobs != jobs;
        details.insert(stored.id(), { hash, std::move(jobs) });
    }, stop);
    if (!scanned)
        return std::unexpected(scanned.error());
    isOther = isOther || details.size() != known.details.size();
    known.details = std::move(details);
    return isOther;
}

LiveRuns::Answer LiveRuns::read(Wanted wanted, Known &known, const std::stop_token &stop) const
{
    Answer answer;
    const auto failed = [](const domain::Error &error) { return Answer { {}, {}, {}, error }; };
    if (wanted == Wanted::All || !std::exchange(known.isShown, false)) {
        auto runs = readRuns(m_directory, known.index, stop);
        if (!runs)
            return failed(runs.error());
        answer.index = known.index = *runs;
        auto deployments = std::make_shared<Deployments>();
        const auto scanned = mirror::scanRecords(m_directory, QString(domain::recordtype::deployment), [&](const mirror::StoredRecord &stored) {
            deployments->push_back(domain::Deployment::fromRecord(stored.unpack()));
        }, stop);
        if (!scanned)
            return failed(scanned.error());
        answer.deployments = std::move(deployments);
    }
    const auto isOther = readDetails(known, stop);
    if (!isOther)
        return failed(isOther.error());
    known.isShown = true;
    if (!answer.index && !*isOther)
        return answer;
    std::vector<JobOutcomes> jobs;
    for (const Known::Detail &detail : std::as_const(known.details))
        jobs.push_back(detail.jobs);
    answer.flakiness = std::make_shared<const Flakiness>(*known.index, jobs);
    return answer;
}

void LiveRuns::loop(const std::stop_token &stop)
{
    Known known;
    Clock::time_point next = Clock::now();
    while (!stop.stop_requested()) {
        Wanted wanted = Wanted::Nothing;
        quint64 asked = 0;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, stop, [this] { return m_wanted != Wanted::Nothing; });
            // What arrives in batches is read once; a stop is not waited out.
            m_wake.wait_until(lock, stop, next, [] { return false; });
            wanted = std::exchange(m_wanted, Wanted::Nothing);
            asked = m_asked;
        }
        if (stop.stop_requested())
            return;
        const auto begun = Clock::now();
        Answer answer = read(wanted, known, stop);
        next = Clock::now() + std::max(leastApart, std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begun) * restPerWork);
        if (!stop.stop_requested())
            QMetaObject::invokeMethod(this, [this, asked, answer = std::move(answer)] { take(answer, asked); }, Qt::QueuedConnection);
    }
}

bool LiveRuns::isBusy() const
{
    const std::lock_guard lock(m_mutex);
    return m_taken != m_asked;
}

void LiveRuns::take(const Answer &answer, quint64 asked)
{
    m_taken = asked;
    m_failure = answer.failure;
    if (answer.failure) {
        Q_EMIT failed();
        return;
    }
    if (answer.flakiness)
        m_flakiness = answer.flakiness;
    if (!answer.index) {
        if (answer.flakiness)
            Q_EMIT flakinessChanged();
        return;
    }
    const RunIndexPtr before = m_loaded ? m_index : RunIndexPtr();
    m_loaded = true;
    m_index = answer.index;
    m_deployments = answer.deployments;
    Q_EMIT changed(before);
}

} // namespace callboard::builds
