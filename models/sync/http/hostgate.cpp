// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sync/http/hostgate.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace callboard::sync {

using domain::ErrorCode;
using std::chrono::duration_cast;
using std::chrono::milliseconds;

namespace {

constexpr int backgroundPlaces = 4;
constexpr int places = 6;
constexpr milliseconds firstRecovery = 500ms, longestRecovery = 15s;
constexpr milliseconds firstRefusal = 1s, longestRefusal = 60s; ///< Of a 429 that names no time.
/// A background request that would wait longer for a host in trouble gives its thread to another.
constexpr milliseconds recoveryPatience = 2s;
constexpr qsizetype mostBudgets = 64;
constexpr size_t mostHosts = 256;

qint64 reserveOf(const std::optional<qint64> &limit)
{
    return limit ? std::clamp<qint64>(*limit / 10, 1, 100) : 0;
}

} // namespace

HostGate::Pass::Pass(HostGate &gate, QString host, milliseconds rested)
    : m_gate(&gate)
    , m_host(std::move(host))
    , m_rested(rested)
{
}

HostGate::Pass::Pass(Pass &&other) noexcept
    : m_gate(std::exchange(other.m_gate, nullptr))
    , m_host(std::move(other.m_host))
    , m_rested(other.m_rested)
{
}

HostGate::Pass::~Pass()
{
    if (m_gate)
        m_gate->leave(m_host);
}

HostGate::Host &HostGate::at(const QString &host)
{
    auto &found = m_hosts[host];
    if (!found) {
        found = std::make_unique<Host>();
        Host &made = *found;
        prune();
        return made;
    }
    return *found;
}

/// Redirects can lead to any number of hosts. The one just made is kept: it has no day yet, but it is in use.
void HostGate::prune()
{
    if (m_hosts.size() <= mostHosts)
        return;
    const auto now = Clock::now();
    std::erase_if(m_hosts, [&](const auto &entry) {
        const Host &host = *entry.second;
        return host.today.isValid() && host.running == 0 && host.waiters.empty() && host.restsUntil < now && host.recoversAt < now
            && host.budgets.isEmpty();
    });
}

HostGate::Rest HostGate::restOf(const Host &host, const Waiter &waiter, Clock::time_point now)
{
    Rest rest { host.restsUntil, false };
    if (const auto budget = host.budgets.constFind(waiter.who); budget != host.budgets.cend()) {
        rest.until = std::max(rest.until, budget->restsUntil);
        const qint64 reserve = waiter.urgency == Urgency::Person ? 0 : reserveOf(budget->limit);
        if (budget->remaining && *budget->remaining <= reserve && budget->resetAt > now)
            rest.until = std::max(rest.until, budget->resetAt);
    }
    // A person who asks again has perhaps just plugged the cable in.
    if (waiter.urgency == Urgency::Background && host.recoversAt > rest.until)
        rest = { host.recoversAt, true };
    return rest;
}

bool HostGate::isNext(const Host &host, const Waiter &waiter, Clock::time_point now)
{
    for (const Waiter &other : host.waiters) {
        const int room = other.urgency == Urgency::Person ? places : backgroundPlaces;
        if (host.running < room && restOf(host, other, now).until <= now)
            return &other == &waiter;
    }
    return false;
}

std::optional<domain::Error> HostGate::refusal(
    const Host &host, const Ask &ask, const Rest &rest, milliseconds patience, Clock::time_point now)
{
    const auto left = std::chrono::ceil<milliseconds>(rest.until - now);
    if (left <= (rest.failure ? std::min(patience, recoveryPatience) : patience))
        return std::nullopt;
    const auto seconds = std::max(std::chrono::ceil<std::chrono::seconds>(left), 1s);
    domain::Error error { rest.failure ? host.failure : ErrorCode::RateLimited, {}, 0, seconds, ask.host };
    error.detail = rest.failure ? u"it did not answer the last requests, and is left alone for a moment"_s
                                : u"it asked for a rest that is longer than this request may take"_s;
    return error;
}

domain::Result<HostGate::Pass> HostGate::enter(const Ask &ask, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    Host &host = at(ask.host);
    const auto behind = ask.urgency == Urgency::Person
        ? std::ranges::find(host.waiters, Urgency::Background, &Waiter::urgency)
        : host.waiters.end();
    const auto place = host.waiters.insert(behind, { ask.who, ask.urgency });
    const auto giveUp = [&](domain::Error error) {
        host.waiters.erase(place);
        wake(host);
        return std::unexpected(std::move(error));
    };
    milliseconds rested { 0 };
    while (!isNext(host, *place, Clock::now())) {
        const auto now = Clock::now();
        const Rest rest = restOf(host, *place, now);
        if (auto error = refusal(host, ask, rest, ask.patience - rested, now))
            return giveUp(std::move(*error));
        const auto changed = [&host, seen = host.changes] { return host.changes != seen; };
        if (rest.until > now) {
            host.changed.wait_until(lock, stop, rest.until, changed);
            rested += duration_cast<milliseconds>(Clock::now() - now);
        } else {
            host.changed.wait(lock, stop, changed);
        }
        if (stop.stop_requested())
            return giveUp({ ErrorCode::Cancelled, u"stopped"_s, 0, std::nullopt, ask.host });
    }
    if (const auto budget = host.budgets.find(ask.who); budget != host.budgets.end() && budget->remaining)
        budget->remaining = std::max<qint64>(0, *budget->remaining - 1);
    host.waiters.erase(place);
    ++host.running;
    wake(host);
    return Pass(*this, ask.host, rested);
}

domain::Result<void> HostGate::mayOpen(const Ask &ask)
{
    const std::lock_guard lock(m_mutex);
    const Host &host = at(ask.host);
    const auto now = Clock::now();
    const Rest rest = restOf(host, { ask.who, ask.urgency }, now);
    if (rest.failure) // The caller is a single one, which waits between its attempts by itself.
        return {};
    if (auto error = refusal(host, ask, rest, 0ms, now))
        return std::unexpected(std::move(*error));
    return {};
}

void HostGate::leave(const QString &name)
{
    const std::lock_guard lock(m_mutex);
    Host &host = at(name);
    --host.running;
    wake(host);
}

void HostGate::wake(Host &host)
{
    ++host.changes;
    host.changed.notify_all();
}

milliseconds HostGate::backOff(int failures, milliseconds first, milliseconds most)
{
    const double full = std::min(double(most.count()), double(first.count()) * std::pow(2, std::min(failures, 20) - 1));
    return milliseconds(qint64(full * std::uniform_real_distribution(0.5, 1.0)(m_random)));
}

void HostGate::fail(Host &host, ErrorCode code, Clock::time_point now)
{
    if (host.recoversAt > now) // Those that were under way together fail together, and count as one.
        return;
    host.failure = code;
    host.recoversAt = now + backOff(++host.failures, firstRecovery, longestRecovery);
    wake(host);
}

void HostGate::failed(const QString &name, ErrorCode code)
{
    const std::lock_guard lock(m_mutex);
    fail(at(name), code, Clock::now());
}

milliseconds HostGate::heard(const QString &name, const QByteArray &who, int status, const RateNote &note)
{
    const std::lock_guard lock(m_mutex);
    Host &host = at(name);
    const auto now = Clock::now();
    const bool troubled = status >= 502 && status <= 504;
    if (!troubled) {
        host.failures = 0;
        host.recoversAt = {};
    } else if (note.retryAfter) {
        host.restsUntil = std::max(host.restsUntil, now + *note.retryAfter);
    } else {
        fail(host, ErrorCode::RateLimited, now);
    }

    const bool refused = note.refuses(status);
    if (refused || note.remaining || note.limit) {
        if (host.budgets.size() >= mostBudgets && !host.budgets.contains(who))
            host.budgets.removeIf([&](const auto entry) { return entry->resetAt < now && entry->restsUntil < now; });
        Budget &budget = host.budgets[who];
        budget.limit = note.limit;
        budget.remaining = note.remaining;
        budget.resetAt = note.resetIn ? now + *note.resetIn : Clock::time_point();
        budget.refusals = refused ? budget.refusals + 1 : 0;
        if (refused)
            budget.restsUntil = now + note.retryAfter.value_or(note.remaining == 0 && note.resetIn ? *note.resetIn : backOff(budget.refusals, firstRefusal, longestRefusal));
    }
    wake(host);
    return std::max(0ms, std::chrono::ceil<milliseconds>(restOf(host, { who, Urgency::Person }, now).until - now));
}

void HostGate::count(const QString &name, qint64 bytes, qint64 requests)
{
    const std::lock_guard lock(m_mutex);
    Host &host = at(name);
    if (const QDate today = QDate::currentDate(); host.today != today) {
        host.today = today;
        host.bytesToday = host.requestsToday = 0;
    }
    host.bytesToday += bytes;
    host.requestsToday += requests;
}

void HostGate::asked(const QString &name, const QString &connectionId)
{
    if (connectionId.isEmpty())
        return;
    const std::lock_guard lock(m_mutex);
    at(name).askedBy.insert(connectionId);
}

void HostGate::forget(const QString &connectionId)
{
    const std::lock_guard lock(m_mutex);
    for (const auto &[name, host] : m_hosts)
        host->askedBy.erase(connectionId);
}

std::vector<HostTraffic> HostGate::traffic() const
{
    const std::lock_guard lock(m_mutex);
    const auto now = Clock::now();
    const QDateTime wallNow = QDateTime::currentDateTimeUtc();
    const auto wall = [&](Clock::time_point at) { return wallNow.addMSecs(duration_cast<milliseconds>(at - now).count()); };
    std::vector<HostTraffic> all;
    for (const auto &[name, host] : m_hosts) {
        HostTraffic one;
        one.host = name;
        one.connections = QStringList(host->askedBy.begin(), host->askedBy.end());
        one.running = host->running;
        one.waiting = int(host->waiters.size());
        Clock::time_point rests = std::max(host->restsUntil, host->recoversAt);
        for (const Budget &budget : host->budgets) {
            rests = std::max(rests, budget.restsUntil);
            if (!budget.remaining || (budget.resetAt != Clock::time_point() && budget.resetAt <= now))
                continue;
            if (!one.remaining || *budget.remaining < *one.remaining) { // The tightest of several.
                one.limit = budget.limit;
                one.remaining = budget.remaining;
                one.resetAt = budget.resetAt > now ? wall(budget.resetAt) : QDateTime();
            }
        }
        if (rests > now)
            one.restingUntil = wall(rests);
        if (host->today == QDate::currentDate()) {
            one.bytesToday = host->bytesToday;
            one.requestsToday = host->requestsToday;
        }
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace callboard::sync
