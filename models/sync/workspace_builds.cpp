// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mirror/blobfiles.h"
#include "models/sync/buildlog.h"
#include "models/sync/workspacecall.h"

#include <QFileInfo>

#include <condition_variable>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::sync {

using domain::BuildDetail;
using domain::BuildJob;
using domain::BuildRun;
using domain::ErrorCode;
using domain::fail;

namespace {

constexpr auto largestLogKey = "builds.largestLog"_L1;
constexpr qint64 largestLogDefault = 256ll << 20;
constexpr qint64 largestLogEver = 4ll << 30;
// A log that grows is asked for this often; less so, the longer nothing came.
constexpr auto shortestRest = 2s;
constexpr auto longestRest = 16s;
constexpr auto tellRest = 200ms;

/// Why this connection cannot be asked now; nothing where it can.
std::optional<domain::Error> cannotAsk(const Workspace::Data &d, const QString &connectionId)
{
    const auto handle = d.handles.value(connectionId);
    if (!handle)
        return domain::Error { ErrorCode::NotFound, u"there is no connection \"%1\""_s.arg(connectionId), 0, std::nullopt, connectionId };
    const auto may = d.mayAskNow(handle->info());
    return may ? std::nullopt : std::optional(may.error());
}

HostContext::Setup setupFor(const Workspace::Data &d, const QString &connectionId)
{
    return { .key = { connectionId, QString(buildDetailsFeed) }, .connectionId = connectionId,
        .settings = d.handles.value(connectionId)->info().settings };
}

QString principalOf(sdk::Connection &connection, HostContext &host)
{
    return connection.principal(host).value_or(u"local"_s);
}

/// The log as it was kept, where it was; the path is empty where not.
BuildLog keptLog(const mirror::Mirror &mirror, const BuildRun &run, const BuildJob &job)
{
    const auto record = mirror.record(QString(domain::recordtype::buildDetail), run.key());
    if (!record)
        return {};
    const auto detail = BuildDetail::fromRecord(*record);
    const auto of = std::ranges::find(detail.jobs, job.id, &BuildJob::id);
    if (of == detail.jobs.end() || of->startedAt != job.startedAt)
        return {};
    const auto file = mirror::blobFile(mirror.directory(), of->logBlob);
    return file ? BuildLog { .path = *file, .bytes = QFileInfo(*file).size(), .ended = true, .cut = false, .blob = of->logBlob } : BuildLog();
}

/// One log being followed; its functions are called on the call's thread.
class Following final {
public:
    Following(BuildRun run, BuildJob job, HostContext &host, std::function<void(const BuildLog &)> tell)
        : m_run(std::move(run))
        , m_job(std::move(job))
        , m_host(host)
        , m_tell(std::move(tell))
    {
    }

    /// Until its end, the stop, or as much as may be brought.
    domain::Result<void> bring(sdk::Connection &connection, BuildLogFile &file)
    {
        auto rest = std::chrono::milliseconds(shortestRest);
        for (;;) {
            const qint64 before = file.log().bytes;
            const auto ended = connection.buildLog(m_run, m_job, before, [&](QByteArrayView piece) { return take(file, piece); }, m_host);
            if (const auto written = file.flush(); !written)
                return written;
            if (m_host.stopRequested())
                return fail(ErrorCode::Cancelled, u"stopped"_s);
            if (!ended)
                return std::unexpected(ended.error());
            m_tell(file.log());
            if (*ended || file.log().cut)
                return {};
            rest = file.log().bytes > before ? std::chrono::milliseconds(shortestRest) : std::min<std::chrono::milliseconds>(rest * 2, longestRest);
            if (!wait(rest))
                return fail(ErrorCode::Cancelled, u"stopped"_s);
        }
    }

private:
    bool take(BuildLogFile &file, QByteArrayView piece)
    {
        const bool more = file.append(piece);
        const auto now = std::chrono::steady_clock::now();
        if (now - m_lastTold >= tellRest && file.flush()) {
            m_lastTold = now;
            m_tell(file.log());
        }
        return more && !m_host.stopRequested();
    }

    bool wait(std::chrono::milliseconds time)
    {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any never;
        never.wait_for(lock, m_host.stopToken(), time, [] { return false; });
        return !m_host.stopRequested();
    }

    BuildRun m_run;
    BuildJob m_job;
    HostContext &m_host;
    std::function<void(const BuildLog &)> m_tell;
    std::chrono::steady_clock::time_point m_lastTold {};
};

} // namespace

namespace {

void askDetail(Workspace::Data &d, const QString &connectionId, const BuildRun &run, QObject *context, std::function<void(domain::Result<BuildDetail>)> done, Urgency urgency)
{
    if (const auto why = cannotAsk(d, connectionId))
        return done(std::unexpected(*why));
    const auto call = [run, mirror = d.mirror.get(), turns = d.buildTurns](sdk::Connection &connection, HostContext &host) -> domain::Result<BuildDetail> {
        auto detail = connection.buildDetail(run, host);
        if (!detail)
            return detail;
        detail->runKey = run.key();
        detail->entityRefs = run.entityRefs;
        return BuildKeeping(host, *mirror, principalOf(connection, host), *turns).keep(std::move(*detail));
    };
    callConnection<BuildDetail>(d, d.handles.value(connectionId), setupFor(d, connectionId), call, context, std::move(done), urgency);
}

} // namespace

void Workspace::buildDetail(const QString &connectionId, const BuildRun &run, QObject *context,
    std::function<void(domain::Result<BuildDetail>)> done)
{
    askDetail(*d, connectionId, run, context, std::move(done), Urgency::Person);
}

void Workspace::askBuildDetail(
    const QString &connectionId, const BuildRun &run, QObject *context, std::function<void(domain::Result<BuildDetail>)> done)
{
    if (!mayAskInPassing(connectionId))
        return;
    if (!done)
        done = [](const domain::Result<BuildDetail> &) {};
    askDetail(*d, connectionId, run, context ? context : this, std::move(done), Urgency::Background);
}

bool Workspace::mayAskInPassing(const QString &connectionId) const
{
    const ConnectionInfo *info = d->connection(connectionId);
    if (!info || info->paused || d->allPaused || d->scheduler.isShut(connectionId))
        return false;
    return !d->needsNetwork(*info) || (d->network->mayUse() && d->network->background() == Background::AsUsual);
}

void Workspace::buildCommits(const QString &connectionId, const BuildRun &good, const BuildRun &run, QObject *context,
    std::function<void(domain::Result<std::vector<domain::BuildCommit>>)> done)
{
    using Commits = std::vector<domain::BuildCommit>;
    if (good.commit.isEmpty() || run.commit.isEmpty())
        return done(fail(ErrorCode::Invalid, u"a run without a commit"_s));
    if (const auto kept = d->mirror->record(QString(domain::recordtype::buildDetail), run.key())) {
        const auto detail = BuildDetail::fromRecord(*kept);
        if (detail.since == good.commit)
            return done(detail.commits);
    }
    if (const auto why = cannotAsk(*d, connectionId))
        return done(std::unexpected(*why));
    const auto call = [good, run, mirror = d->mirror.get(), turns = d->buildTurns](sdk::Connection &connection, HostContext &host) -> domain::Result<Commits> {
        auto commits = connection.commitsBetween(good, run, host);
        if (!commits)
            return commits;
        return BuildKeeping(host, *mirror, principalOf(connection, host), *turns).keepCommits(run, good.commit, *std::move(commits));
    };
    callConnection<Commits>(*d, d->handles.value(connectionId), setupFor(*d, connectionId), call, context, std::move(done));
}

std::stop_source Workspace::followBuildLog(const QString &connectionId, const BuildRun &run, const BuildJob &job, QObject *context,
    std::function<void(const BuildLog &)> grew, std::function<void(domain::Result<BuildLog>)> done)
{
    std::stop_source stop;
    if (const BuildLog kept = keptLog(*d->mirror, run, job); kept.ended) {
        QMetaObject::invokeMethod(context, [done = std::move(done), kept] { done(kept); }, Qt::QueuedConnection);
        return stop;
    }
    if (const auto why = cannotAsk(*d, connectionId)) {
        QMetaObject::invokeMethod(context, [done = std::move(done), why = *why] { done(std::unexpected(why)); }, Qt::QueuedConnection);
        return stop;
    }
    const QPointer<QObject> alive(context);
    const auto call = [this, run, job, alive, grew = std::move(grew), stop, most = largestBuildLog(), mirror = d->mirror.get(), turns = d->buildTurns,
                          directory = d->mirror->directory()](sdk::Connection &connection, HostContext &host) -> domain::Result<BuildLog> {
        const std::stop_callback passOn(stop.get_token(), [&host] { host.requestStop(); });
        auto file = BuildLogFile::create(directory, most);
        if (!file)
            return std::unexpected(file.error());
        const auto tell = [&](const BuildLog &log) {
            host.whileOpen([&](mirror::Mirror *) {
                QMetaObject::invokeMethod(this, [alive, grew, log, stop] {
                    if (alive && !stop.stop_requested())
                        grew(log);
                }, Qt::QueuedConnection);
            });
        };
        if (const auto brought = Following(run, job, host, tell).bring(connection, **file); !brought)
            return std::unexpected(brought.error());
        BuildLog log = (*file)->log();
        const auto blob = BuildKeeping(host, *mirror, principalOf(connection, host), *turns).keepLog(run, job, log.path);
        if (!blob)
            return std::unexpected(blob.error());
        log.path = mirror::blobFile(directory, *blob).value_or(QString());
        log.blob = *blob;
        log.ended = true;
        return log;
    };
    // Nobody looks at it any more.
    connect(context, &QObject::destroyed, this, [stop]() mutable { stop.request_stop(); });
    callConnection<BuildLog>(*d, d->handles.value(connectionId), setupFor(*d, connectionId), call, context, std::move(done));
    return stop;
}

qint64 Workspace::largestBuildLog() const
{
    return std::clamp(d->mirror->value(largestLogKey).toInteger(largestLogDefault), qint64(1), largestLogEver);
}

domain::Result<void> Workspace::setLargestBuildLog(qint64 bytes)
{
    return d->mirror->setValue(largestLogKey, bytes);
}

} // namespace callboard::sync
