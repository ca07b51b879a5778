// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/sample/buildorders.h"

#include "plugins/sample/samplebuilds.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>

namespace callboard::sample {

using namespace Qt::StringLiterals;
using domain::BuildRun;
using domain::BuildState;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(callboard::sample::BuildOrders)
};

constexpr int queueSeconds = 6, mostOrders = 200;
constexpr qint64 keptDays = 3;

bool startsAgain(const QString &action) { return action == "rerun"_L1 || action == "rerunFailed"_L1 || action == "dispatch"_L1; }

QString summaryOf(const QString &action)
{
    if (action == "rerun"_L1)
        return Words::tr("All of it runs again.");
    if (action == "rerunFailed"_L1)
        return Words::tr("The jobs that failed run again.");
    if (action == "cancel"_L1)
        return Words::tr("The run is cancelled.");
    if (action == "approve"_L1)
        return Words::tr("Approved: the deployment goes on.");
    return action == "reject"_L1 ? Words::tr("Rejected: nothing is deployed.") : Words::tr("The workflow starts.");
}

/// "environment=staging, slowTests=true".
QString inputsText(const QJsonObject &values)
{
    QStringList parts;
    for (auto value = values.begin(); value != values.end(); ++value) {
        const QString text = value.value().toVariant().toString().simplified().left(80);
        if (value.key() != "ref"_L1 && !text.isEmpty())
            parts += value.key() + u'=' + text;
    }
    return parts.join(u", "_s);
}

QDateTime startOf(const QDateTime &ordered) { return ordered.addSecs(queueSeconds); }

} // namespace

sdk::Permission BuildOrders::mayAct(const sdk::ActionRequest &request)
{
    const BuildState state = BuildRun::fromRecord(request.record).state;
    const QString &id = request.actionId;
    if (id == "cancel"_L1 && isFinished(state))
        return { false, Words::tr("It has ended.") };
    if ((id == "rerun"_L1 || id == "rerunFailed"_L1) && !isFinished(state))
        return { false, Words::tr("It has not ended.") };
    if (id == "rerunFailed"_L1 && state != BuildState::Failed && state != BuildState::Errored && state != BuildState::Cancelled)
        return { false, Words::tr("Nothing in it has failed.") };
    if (id == "dispatch"_L1 && BuildRun::fromRecord(request.record).pipeline == releasePipeline)
        return { false, Words::tr("A release begins with a tag.") };
    if ((id == "approve"_L1 || id == "reject"_L1) && state != BuildState::Waiting)
        return { false, Words::tr("It waits for nobody.") };
    return {};
}

BuildRun BuildOrders::started(const BuildRun &like, const QJsonObject &values, const QDateTime &now)
{
    BuildRun run = like;
    run.id = like.id.section(u'-', 0, -2) + askedMark + QString::number(now.toMSecsSinceEpoch());
    run.url = like.url.section(u'/', 0, -2) + u'/' + run.id;
    run.number = like.number + 1;
    run.attempt = 1;
    run.earlier.clear();
    run.trigger = u"manual"_s;
    run.actor = u"mira.k"_s;
    const QString ref = values["ref"_L1].toString().simplified().left(100);
    if (!ref.isEmpty() && ref != run.branch) {
        run.branch = ref;
        run.isDefaultBranch = ref == "main"_L1;
        run.pullRequest.clear();
        run.commit = QString::fromLatin1(QCryptographicHash::hash((run.project + ref).toUtf8(), QCryptographicHash::Sha1).toHex());
    }
    run.title = inputsText(values).isEmpty() ? Words::tr("Started by hand") : Words::tr("Started by hand: %1").arg(inputsText(values));
    return run;
}

sdk::Result<sdk::ActionAnswer> BuildOrders::act(const sdk::ActionRequest &request, const QDateTime &now)
{
    static const QStringList known { u"rerun"_s, u"rerunFailed"_s, u"cancel"_s, u"approve"_s, u"reject"_s, u"dispatch"_s };
    if (!known.contains(request.actionId))
        return domain::fail(sdk::ErrorCode::Unsupported, u"there is no action \"%1\""_s.arg(request.actionId));
    BuildRun run = BuildRun::fromRecord(request.record);
    if (run.project.isEmpty() || run.id.isEmpty())
        return domain::fail(sdk::ErrorCode::Invalid, u"this is no run"_s);
    if (const sdk::Permission may = mayAct(request); !may.allowed)
        return domain::fail(sdk::ErrorCode::Invalid, may.reason);
    if (request.actionId == "dispatch"_L1)
        run = started(run, request.values, now);
    // What the newest commit of a default branch has broken stays broken until somebody mends it.
    const bool isBrokenByItsCode = run.isDefaultBranch && run.id.startsWith("fare-engine-"_L1);
    {
        const std::lock_guard lock(m_mutex);
        if (m_orders.size() >= mostOrders)
            m_orders.erase(m_orders.begin());
        m_orders.push_back({ request.actionId, run, now.toUTC(), !isBrokenByItsCode });
    }
    m_given.notify_all();
    return sdk::ActionAnswer { summaryOf(request.actionId), {}, { u"builds"_s }, std::nullopt };
}

BuildRun BuildOrders::after(const Order &order, const QDateTime &now)
{
    BuildRun run = order.run;
    if (startsAgain(order.action)) {
        if (order.action != "dispatch"_L1)
            run.earlier.push_back({ run.attempt++, run.state });
        run.queuedAt = order.at;
        run.startedAt = startOf(order.at);
        run.finishedAt = {};
        const QDateTime end = run.startedAt.addSecs(durationOf(run).count());
        run.state = now < run.startedAt ? BuildState::Queued : now < end ? BuildState::Running : order.passes ? BuildState::Passed : BuildState::Failed;
        if (run.state == BuildState::Queued)
            run.startedAt = {};
        if (isFinished(run.state))
            run.finishedAt = end;
    } else if (order.action == "approve"_L1) {
        const QDateTime end = order.at.addSecs(deploySeconds);
        run.state = now < end ? BuildState::Running : BuildState::Passed;
        run.finishedAt = now < end ? QDateTime() : end;
    } else {
        run.state = order.action == "reject"_L1 ? BuildState::Failed : BuildState::Cancelled;
        if (!run.startedAt.isValid())
            run.startedAt = run.queuedAt;
        run.finishedAt = std::max(order.at, run.startedAt.addSecs(1));
    }
    run.vendorState = domain::buildStateName(run.state);
    if (order.action == "rerunFailed"_L1)
        run.vendorState += failedOnlyMark;
    else if (order.action == "reject"_L1)
        run.vendorState = u"rejected"_s;
    return run;
}

QDateTime BuildOrders::nextStep(const Order &order, const QDateTime &now)
{
    if (order.action == "approve"_L1)
        return now < order.at.addSecs(deploySeconds) ? order.at.addSecs(deploySeconds) : QDateTime();
    if (!startsAgain(order.action))
        return {};
    const QDateTime start = startOf(order.at);
    const QDateTime end = start.addSecs(durationOf(after(order, now)).count());
    return now < start ? start : now < end ? end : QDateTime();
}

std::vector<BuildRun> BuildOrders::applied(std::vector<BuildRun> runs, const QDateTime &now) const
{
    const std::lock_guard lock(m_mutex);
    for (const Order &order : m_orders) {
        const BuildRun run = after(order, now);
        const auto there = std::ranges::find_if(runs, [&](const BuildRun &one) { return one.id == run.id && one.project == run.project; });
        if (there == runs.end())
            runs.push_back(run);
        else
            *there = run;
    }
    return runs;
}

domain::BuildDetail BuildOrders::detailOf(const BuildRun &run, const QDateTime &now) const
{
    QDateTime decided;
    {
        const std::lock_guard lock(m_mutex);
        for (const Order &order : m_orders) {
            if (order.run.key() == run.key() && (order.action == "approve"_L1 || order.action == "reject"_L1))
                decided = order.at;
        }
    }
    domain::BuildDetail detail = buildDetail(run, now, decided);
    const auto before = attemptBefore(run);
    if (!before)
        return detail;
    const domain::BuildDetail then = detailOf(*before, now);
    for (domain::BuildJob &job : detail.jobs) {
        const auto same = std::ranges::find(then.jobs, job.id, &domain::BuildJob::id);
        if (isKept(run, job) && same != then.jobs.end())
            job = *same;
    }
    return detail;
}

QByteArray BuildOrders::logOf(const BuildRun &run, const domain::BuildJob &job, const QDateTime &now) const
{
    BuildRun of = run;
    while (isKept(of, job)) {
        const auto before = attemptBefore(of);
        if (!before)
            break;
        of = *before;
    }
    return buildLog(of, job, now);
}

/// What the run was, of which the failed jobs alone run again.
std::optional<BuildRun> BuildOrders::attemptBefore(const BuildRun &run) const
{
    const std::lock_guard lock(m_mutex);
    // Attempts count down: it ends.
    const auto order = std::ranges::find_if(m_orders, [&](const Order &one) {
        return one.action == "rerunFailed"_L1 && one.run.key() == run.key() && one.run.attempt == run.attempt - 1;
    });
    return order == m_orders.end() || !run.vendorState.endsWith(failedOnlyMark) ? std::nullopt : std::optional(order->run);
}

QByteArray BuildOrders::toCursor(const QDateTime &now) const
{
    QJsonArray all;
    const std::lock_guard lock(m_mutex);
    for (const Order &order : m_orders) {
        if (order.at.daysTo(now) > keptDays)
            continue;
        const domain::Record record = order.run.toRecord();
        all.append(QJsonObject { { u"action"_s, order.action }, { u"at"_s, order.at.toMSecsSinceEpoch() }, { u"passes"_s, order.passes },
            { u"key"_s, record.key }, { u"entity"_s, record.entityRef }, { u"body"_s, record.body } });
    }
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

void BuildOrders::addFromCursor(const QByteArray &cursor)
{
    std::vector<Order> read;
    for (const QJsonValue &value : QJsonDocument::fromJson(cursor).array()) {
        const domain::Record record { QString(domain::recordtype::buildRun), value["key"_L1].toString(), value["entity"_L1].toString(), value["body"_L1].toObject() };
        read.push_back({ value["action"_L1].toString(), BuildRun::fromRecord(record),
            QDateTime::fromMSecsSinceEpoch(value["at"_L1].toInteger(), QTimeZone::UTC), value["passes"_L1].toBool() });
    }
    const std::lock_guard lock(m_mutex);
    for (const Order &order : m_orders) {
        const bool known = std::ranges::any_of(read, [&](const Order &one) {
            return one.at == order.at && one.action == order.action && one.run.key() == order.run.key();
        });
        if (!known)
            read.push_back(order);
    }
    std::ranges::stable_sort(read, {}, &Order::at);
    if (read.size() > mostOrders)
        read.erase(read.begin(), read.end() - mostOrders);
    const bool more = read.size() > m_orders.size();
    m_orders = std::move(read);
    if (more)
        m_given.notify_all();
}

bool BuildOrders::waitForStep(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_lookedAt.isValid())
        m_lookedAt = QDateTime::currentDateTimeUtc();
    while (!stop.stop_requested()) {
        QDateTime next;
        for (const Order &order : m_orders) {
            if (const QDateTime step = nextStep(order, m_lookedAt); step.isValid() && (!next.isValid() || step < next))
                next = step;
        }
        const QDateTime now = QDateTime::currentDateTimeUtc();
        if (next.isValid() && next <= now) {
            m_lookedAt = now;
            return true;
        }
        const auto given = [this, count = m_orders.size(), last = m_orders.empty() ? QDateTime() : m_orders.back().at] {
            return m_orders.size() != count || (count > 0 && m_orders.back().at != last);
        };
        if (next.isValid())
            m_given.wait_for(lock, stop, std::chrono::milliseconds(now.msecsTo(next)), given);
        else
            m_given.wait(lock, stop, given);
    }
    return false;
}

} // namespace callboard::sample
