// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notices/buildlook.h"

#include "models/mirror/recordscan.h"

#include <cstring>

namespace callboard::notices {

namespace {

quint64 beginningOf(const QByteArray &hash)
{
    quint64 number = 0;
    std::memcpy(&number, hash.constData(), std::min<size_t>(size_t(hash.size()), sizeof number));
    return number;
}

bool isLatestOfItsBranch(const domain::BuildRun &run) { return run.isDefaultBranch && isVerdict(run.state); }

} // namespace

void BuildLook::forget()
{
    m_hashes.clear();
    m_standing.clear();
    m_latest.clear();
    m_known.reset();
}

/// Which runs are new or others than before. What is gone is taken away; false where it could not be read.
bool BuildLook::scan(const QString &mirrorDirectory, const QStringList &connections, QHash<Id, Kept> &changed, const std::stop_token &stop)
{
    QHash<Id, quint64> hashes;
    hashes.reserve(m_hashes.size());
    const auto scanned = mirror::scanRecords(mirrorDirectory, QString(domain::recordtype::buildRun), [&](const mirror::StoredRecord &stored) {
        const Id id = stored.id();
        const quint64 hash = beginningOf(stored.hash());
        const auto before = m_hashes.constFind(id);
        if (before != m_hashes.cend() && *before == hash) {
            hashes.insert(id, hash);
            return;
        }
        const QString connection = stored.connection();
        if (!connections.contains(connection))
            return;
        hashes.insert(id, hash);
        changed.insert(id, { connection, domain::BuildRun::fromRecord(stored.unpack()) });
        ++m_read;
    }, stop);
    if (!scanned)
        return false;
    m_hashes = std::move(hashes);
    return true;
}

/// Whether what was the latest of a branch is gone, or says no more how it is: then an earlier one does, which was not kept.
bool BuildLook::forgetsWhatStood(const QHash<Id, Kept> &changed) const
{
    for (auto it = m_latest.cbegin(); it != m_latest.cend(); ++it) {
        const auto now = changed.constFind(*it);
        const bool isGone = !m_hashes.contains(*it);
        if (isGone || (now != changed.cend() && (!isLatestOfItsBranch(now->run) || branchKey(now->connectionId, now->run) != it.key())))
            return true;
    }
    return false;
}

void BuildLook::keep(const QHash<Id, Kept> &changed)
{
    m_standing.removeIf([this](const auto &entry) { return !m_hashes.contains(entry.key()); });
    for (auto it = changed.cbegin(); it != changed.cend(); ++it) {
        if (!domain::isFinished(it->run.state)) {
            m_standing.insert(it.key(), *it);
            continue;
        }
        const QString key = branchKey(it->connectionId, it->run);
        const Id latest = m_latest.value(key, -1);
        const bool isLatest = isLatestOfItsBranch(it->run) && (latest < 0 || latest == it.key() || isEarlier(m_standing[latest].run, it->run));
        if (!isLatest) {
            m_standing.remove(it.key());
            continue;
        }
        if (latest >= 0 && latest != it.key())
            m_standing.remove(latest);
        m_latest.insert(key, it.key());
        m_standing.insert(it.key(), *it);
    }
}

std::optional<BuildLook::Answer> BuildLook::look(const QString &mirrorDirectory, const QStringList &connections, const Concern &concern, const QJsonValue &known,
    const QDateTime &now, const std::stop_token &stop)
{
    if (m_known && *m_known != known) // What was told could not be kept.
        forget();
    QHash<Id, Kept> changed;
    if (!scan(mirrorDirectory, connections, changed, stop))
        return std::nullopt;
    if (forgetsWhatStood(changed)) {
        forget();
        changed.clear();
        if (!scan(mirrorDirectory, connections, changed, stop))
            return forget(), std::nullopt;
    }
    keep(changed);
    const auto seen = [&concern](const Kept &kept) {
        return SeenRun { kept.connectionId, kept.run, concern.isMine(kept.run.entityRefs), concern.isStarred(kept.run.entityRefs) };
    };
    Answer answer;
    answer.isEmpty = m_hashes.isEmpty();
    std::vector<SeenRun> runs;
    for (auto it = changed.cbegin(); it != changed.cend(); ++it) {
        if (isLatestOfItsBranch(it->run) || it->run.state == domain::BuildState::Waiting)
            runs.push_back(seen(*it));
    }
    for (auto it = m_standing.cbegin(); it != m_standing.cend(); ++it) {
        // What waits is known whole: who waits no more is found by that.
        if (it->run.state == domain::BuildState::Waiting && !changed.contains(it.key()))
            runs.push_back(seen(*it));
        if (SeenRun one = seen(*it); one.isMine)
            answer.current.push_back(std::move(one));
    }
    // As they lie in the mirror: what is told first must not hang on a hash.
    std::ranges::sort(runs, {}, [](const SeenRun &run) { return std::tie(run.connectionId, run.run.project, run.run.id); });
    std::ranges::sort(answer.current, {}, [](const SeenRun &run) { return std::tie(run.connectionId, run.run.project, run.run.id); });
    answer.told = buildChanges(knownOf(connections, known), std::move(runs), now);
    m_known = answer.told.known;
    return answer;
}

} // namespace callboard::notices
