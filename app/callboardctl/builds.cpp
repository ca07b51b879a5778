// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callboardctl/workspaceaccess.h"
#include "app/callboardctl/workspacecommands.h"
#include "app/callboardctl/workspacesession.h"
#include "models/builds/ansi.h"
#include "models/domain/build.h"
#include "models/mirror/blobfiles.h"
#include "models/sync/buildlog.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

namespace callboard::ctl {

using namespace Qt::StringLiterals;
using domain::BuildDetail;
using domain::BuildJob;
using domain::BuildRun;

namespace {

constexpr int usualLimit = 50;
constexpr qint64 longestLine = 1 << 20; ///< Longer ones go in parts.

QDateTime newest(const BuildRun &run)
{
    return std::max({ run.queuedAt, run.startedAt, run.finishedAt }, [](const QDateTime &a, const QDateTime &b) { return !a.isValid() || (b.isValid() && a < b); });
}

QJsonObject toJson(const BuildRun &run)
{
    QJsonObject json = run.toRecord().body;
    json.insert(u"key"_s, run.key());
    return json;
}

/// "3 min 20 s"; empty while it has not ended.
QString lasted(const QDateTime &from, const QDateTime &to)
{
    if (!from.isValid() || !to.isValid())
        return {};
    const qint64 seconds = from.secsTo(to);
    return seconds < 60 ? u"%1 s"_s.arg(seconds) : u"%1 min %2 s"_s.arg(seconds / 60).arg(seconds % 60);
}

std::optional<BuildRun> findRun(const mirror::Mirror &mirror, const QString &key)
{
    const auto record = mirror.record(QString(domain::recordtype::buildRun), key);
    if (record)
        return BuildRun::fromRecord(*record);
    complain(u"callboardctl: there is no build %1; `callboardctl builds list` has them"_s.arg(key));
    return std::nullopt;
}

std::optional<BuildDetail> keptDetail(const mirror::Mirror &mirror, const QString &key)
{
    const auto record = mirror.record(QString(domain::recordtype::buildDetail), key);
    return record ? std::optional(BuildDetail::fromRecord(*record)) : std::nullopt;
}

/// The connection that brought it; empty where none did.
QString connectionOf(sync::Workspace &workspace, const QString &key)
{
    for (const sync::ConnectionInfo &info : workspace.connections()) {
        const auto records = workspace.mirror().records(QString(domain::recordtype::buildRun), {}, info.id);
        if (records && std::ranges::find(*records, key, &domain::Record::key) != records->end())
            return info.id;
    }
    return {};
}

domain::Result<BuildDetail> askForDetail(sync::Workspace &workspace, const BuildRun &run)
{
    QEventLoop loop; // The only one there is.
    std::optional<domain::Result<BuildDetail>> answer;
    workspace.buildDetail(connectionOf(workspace, run.key()), run, &loop, [&](const domain::Result<BuildDetail> &told) {
        answer = told;
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return *answer;
}

ExitCode list(const Arguments &arguments)
{
    const auto mirror = openForReading(arguments);
    if (!mirror)
        return UsageOrIo;
    QString ref;
    if (const QString typed = arguments.value(u"entity"_s); !typed.isEmpty()) {
        const auto resolved = resolve(*mirror->snapshot(), typed);
        if (!resolved)
            return ProblemsFound;
        ref = *resolved;
    }
    bool isNumber = true;
    const QString typed = arguments.value(u"limit"_s);
    const int limit = typed.isEmpty() ? usualLimit : typed.toInt(&isNumber);
    if (!isNumber || limit < 1)
        return badUsage(u"--limit: %1 is no number"_s.arg(typed));
    const auto records = mirror->records(QString(domain::recordtype::buildRun));
    if (!records)
        return complainOf(records.error());
    std::vector<BuildRun> runs;
    for (const domain::Record &record : *records) {
        BuildRun run = BuildRun::fromRecord(record);
        const bool fits = (ref.isEmpty() || run.entityRefs.contains(ref))
            && (arguments.value(u"state"_s).isEmpty() || domain::buildStateName(run.state) == arguments.value(u"state"_s))
            && (arguments.value(u"branch"_s).isEmpty() || run.branch == arguments.value(u"branch"_s));
        if (fits)
            runs.push_back(std::move(run));
    }
    std::ranges::stable_sort(runs, std::greater(), newest);
    const auto total = qint64(runs.size());
    runs.resize(std::min(runs.size(), size_t(limit)));
    QJsonArray json;
    for (const BuildRun &run : runs) {
        json.append(toJson(run));
        if (!arguments.has(u"json"_s))
            printLine(u"%1  %2  %3  %4  %5"_s.arg(newest(run).toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s), domain::buildStateName(run.state).leftJustified(9), run.key(), run.branch, run.title));
    }
    if (arguments.has(u"json"_s))
        printJson({ { u"builds"_s, json }, { u"total"_s, total } });
    return Good;
}

/// "unit (attempt 2)"
QString jobName(const BuildJob &job)
{
    return job.attempt > 1 || job.isRetried ? u"%1 (attempt %2)"_s.arg(job.name, QString::number(job.attempt)) : job.name;
}

/// "src/a.cpp:12: "; empty for what is about no file.
QString placeOfAnnotation(const domain::BuildAnnotation &said)
{
    if (said.path.isEmpty())
        return {};
    return said.line > 0 ? u"%1:%2: "_s.arg(said.path, QString::number(said.line)) : said.path + u": "_s;
}

/// By its id or, of several attempts the latest, by its name.
const BuildJob *findJob(const std::vector<BuildJob> &jobs, const QString &typed)
{
    const auto isMeant = [&](const BuildJob &job) { return job.id == typed || (job.name == typed && !job.isRetried); };
    const auto found = std::ranges::find_if(jobs, isMeant);
    return found == jobs.end() ? nullptr : &*found;
}

ExitCode showRun(const Arguments &arguments, const QString &key)
{
    const auto workspace = openWorkspace(arguments);
    if (!workspace)
        return UsageOrIo;
    const auto run = findRun(workspace->mirror(), key);
    if (!run)
        return ProblemsFound;
    auto detail = askForDetail(*workspace, *run);
    if (!detail) {
        const auto kept = keptDetail(workspace->mirror(), key);
        if (!kept)
            return complainOf(detail.error());
        detail = *kept;
    }
    if (arguments.has(u"json"_s)) {
        QJsonObject json = toJson(*run);
        json.insert(u"detail"_s, detail->toRecord().body);
        printJson(json);
        return Good;
    }
    printLine(u"%1 %2 (%3) %4"_s.arg(run->key(), domain::buildStateName(run->state), run->vendorState, run->title));
    for (const BuildJob &job : detail->jobs)
        printLine(u"  %1  %2  %3  %4"_s.arg(
            domain::buildStateName(job.state).leftJustified(9), job.id, jobName(job), lasted(job.startedAt, job.finishedAt)));
    if (detail->coverage)
        printLine(u"  coverage: %1 %"_s.arg(*detail->coverage));
    for (const domain::BuildAnnotation &said : detail->annotations)
        printLine(u"  "_s + placeOfAnnotation(said) + said.message.section(u'\n', 0, 0));
    return Good;
}

/// In pieces: a log may be larger than what one would hold. Whole into a file or another program; a terminal is given what steers it not.
ExitCode printFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return complainOf({ domain::ErrorCode::Storage, file.errorString(), 0, std::nullopt, path });
    const bool isRead = ::isatty(STDOUT_FILENO) != 0;
    const auto next = [&] { return isRead ? file.readLine(longestLine) : file.read(longestLine); };
    for (QByteArray piece = next(); !piece.isEmpty(); piece = next()) {
        if (isRead)
            piece = builds::harmlessAnsi(piece);
        std::fwrite(piece.constData(), 1, size_t(piece.size()), stdout);
    }
    if (isRead)
        std::fputs("\x1b[0m", stdout); // Its colours end with it.
    return Good;
}

ExitCode printLog(const Arguments &arguments, const QString &key, const QString &jobId)
{
    const auto workspace = openWorkspace(arguments);
    if (!workspace)
        return UsageOrIo;
    const auto run = findRun(workspace->mirror(), key);
    if (!run)
        return ProblemsFound;
    auto detail = keptDetail(workspace->mirror(), key);
    if (!detail) {
        if (auto told = askForDetail(*workspace, *run))
            detail = std::move(*told);
    }
    const auto &jobs = detail ? detail->jobs : std::vector<BuildJob>();
    const BuildJob *meant = findJob(jobs, jobId);
    if (!jobId.isEmpty() && !meant) {
        complain(u"callboardctl: %1 has no job %2; `callboardctl builds show %1` lists them"_s.arg(key, jobId));
        return ProblemsFound;
    }
    QEventLoop loop;
    std::optional<domain::Result<sync::BuildLog>> answer;
    workspace->followBuildLog(connectionOf(*workspace, key), *run, meant ? *meant : BuildJob(), &loop, [](const sync::BuildLog &) {},
        [&](const domain::Result<sync::BuildLog> &log) {
            answer = log;
            loop.quit();
        });
    loop.exec();
    return *answer ? printFile((*answer)->path) : complainOf(answer->error());
}

} // namespace

ExitCode builds(const QStringList &given)
{
    const Arguments arguments(given, {}, { u"workspace"_s, u"entity"_s, u"state"_s, u"branch"_s, u"limit"_s });
    if (!arguments.error().isEmpty())
        return badUsage(arguments.error());
    const QStringList &rest = arguments.rest();
    const QString what = rest.value(0);
    if (what == "list"_L1 && rest.size() == 1)
        return list(arguments);
    if (what == "show"_L1 && rest.size() == 2)
        return showRun(arguments, rest[1]);
    if (what == "log"_L1 && (rest.size() == 2 || rest.size() == 3))
        return printLog(arguments, rest[1], rest.value(2));
    return badUsage(u"builds list, builds show BUILD, or builds log BUILD [JOB]"_s);
}

} // namespace callboard::ctl
