// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/runindex.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace callboard::builds {

using namespace Qt::StringLiterals;

namespace {

qint64 milliseconds(const QDateTime &time) { return time.isValid() ? time.toMSecsSinceEpoch() : 0; }

} // namespace

qint64 RunIndex::Run::took(qint64 now) const
{
    if (startedAt == 0)
        return -1;
    if (finishedAt >= startedAt)
        return finishedAt - startedAt;
    return state == BuildState::Running && now >= startedAt ? now - startedAt : -1;
}

QString RunIndex::key(RunRow row) const
{
    return text(m_runs[row].project) + u'#' + text(m_runs[row].id);
}

RunRow RunIndex::findKey(QStringView key) const
{
    // Projects and ids may have the sign in them: every place is tried.
    for (qsizetype at = key.indexOf(u'#'); at >= 0; at = key.indexOf(u'#', at + 1)) {
        const StringId project = find(key.first(at));
        const StringId id = find(key.sliced(at + 1));
        if ((project == 0 && at > 0) || (id == 0 && at + 1 < key.size()))
            continue;
        const auto found = std::ranges::find_if(m_runs, [&](const Run &run) { return run.id == id && run.project == project; });
        if (found != m_runs.end())
            return RunRow(found - m_runs.begin());
    }
    return noRun;
}

std::span<const RunRow> RunIndex::line(quint32 number) const
{
    const quint32 begin = number == 0 ? 0 : m_lineEnds[number - 1];
    return std::span(m_lineRows).subspan(begin, m_lineEnds[number] - begin);
}

StringId RunIndex::valueOf(const Run &run, Column column)
{
    switch (column) {
    case Column::Project: return run.project;
    case Column::Pipeline: return run.pipeline;
    case Column::Branch: return run.branch;
    case Column::Actor: return run.actor;
    case Column::Trigger: return run.trigger;
    case Column::PullRequest: return run.pullRequest;
    case Column::Commit: return run.commit;
    }
    return 0;
}

StringId RunIndex::valueOf(const Line &line, Column column)
{
    switch (column) {
    case Column::Project: return line.project;
    case Column::Pipeline: return line.pipeline;
    case Column::Branch: return line.branch;
    case Column::PullRequest: return line.pullRequest;
    case Column::Actor:
    case Column::Trigger:
    case Column::Commit: break;
    }
    return 0;
}

std::vector<quint8> RunIndex::textsWith(const QString &word) const
{
    std::vector<quint8> marked(stringCount() + 1, 0);
    const QByteArray wanted = word.toCaseFolded().toUtf8();
    if (wanted.isEmpty() || wanted.contains('\0'))
        return marked;
    // The C library's own search prepares itself anew for every call, and there may be a hit in each of very many texts.
    const auto count = [this](char c) { return m_byteCounts[quint8(c)]; };
    const auto rarest = std::ranges::min_element(wanted, {}, count) - wanted.begin();
    size_t text = 0;
    for (size_t at = size_t(rarest); at < m_folded.size();) {
        const void *hit = std::memchr(m_folded.data() + at, wanted.at(rarest), m_folded.size() - at);
        if (!hit)
            break;
        const auto place = size_t(static_cast<const char *>(hit) - m_folded.data());
        const size_t begin = place - size_t(rarest);
        at = place + 1;
        if (begin + size_t(wanted.size()) > m_folded.size() || std::memcmp(m_folded.data() + begin, wanted.constData(), size_t(wanted.size())) != 0)
            continue;
        // Hits come in the order of the texts: near the last one, mostly.
        while (m_foldedEnds[text] <= begin)
            ++text;
        marked[m_foldedIds[text]] = 1;
        at = m_foldedEnds[text] + size_t(rarest);
    }
    return marked;
}

qsizetype RunIndex::bytes() const
{
    size_t total = m_runs.capacity() * (sizeof(Run) + sizeof(Brief) + sizeof(qint64) + sizeof(Origin) + sizeof(RunRow)) + m_lines.capacity() * (sizeof(Line) + sizeof(quint32)) + m_folded.capacity();
    for (StringId id = 0; id < stringCount(); ++id)
        total += size_t(text(id).size()) * 2 + 12;
    return qsizetype(total);
}

RunIndexBuilder::RunIndexBuilder(RunIndexPtr before)
    : m_before(std::move(before))
    , m_index(std::make_shared<RunIndex>())
{
    m_index->m_sets.emplace_back(); // Of no entity.
    m_setNumbers.insert({}, 0);
    if (!m_before)
        return;
    // Ids stay: what is taken over is copied as it is.
    m_index->m_strings = m_before->m_strings;
    m_index->m_entities = m_before->m_entities;
    m_index->m_sets = m_before->m_sets;
    for (quint32 number = 0; number < m_index->m_entities.size(); ++number)
        m_entityNumbers.insert(m_index->m_entities[number], number);
    for (quint32 number = 0; number < m_index->m_sets.size(); ++number)
        m_setNumbers.insert(QList<quint32>(m_index->m_sets[number].begin(), m_index->m_sets[number].end()), number);
    for (RunRow row = 0; row < m_before->size(); ++row) {
        if (m_before->m_origins[row].record != 0)
            m_known.insert(m_before->m_origins[row].record, row);
    }
}

StringId RunIndexBuilder::intern(const QString &text)
{
    if (text.isEmpty())
        return 0;
    const QByteArray utf8 = text.toUtf8();
    return m_index->m_strings.intern(std::string_view(utf8.data(), size_t(utf8.size())));
}

quint32 RunIndexBuilder::entitySet(const QStringList &refs)
{
    QList<quint32> numbers;
    for (const QString &ref : refs) {
        const StringId id = intern(ref);
        if (id == 0)
            continue;
        auto known = m_entityNumbers.constFind(id);
        if (known == m_entityNumbers.cend()) {
            known = m_entityNumbers.insert(id, quint32(m_index->m_entities.size()));
            m_index->m_entities.push_back(id);
        }
        if (!numbers.contains(*known))
            numbers.append(*known);
    }
    std::ranges::sort(numbers);
    if (const auto known = m_setNumbers.constFind(numbers); known != m_setNumbers.cend())
        return *known;
    const auto number = quint32(m_index->m_sets.size());
    m_index->m_sets.emplace_back(numbers.begin(), numbers.end());
    m_setNumbers.insert(numbers, number);
    return number;
}

void RunIndexBuilder::add(const domain::BuildRun &run, const QString &connection, qint64 record, const QByteArray &hash)
{
    RunIndex::Run made;
    made.id = intern(run.id);
    made.project = intern(run.project);
    made.pipeline = intern(run.pipeline);
    made.title = intern(run.title);
    made.branch = intern(run.branch);
    made.commit = intern(run.commit);
    made.pullRequest = intern(run.pullRequest);
    made.trigger = intern(run.trigger);
    made.actor = intern(run.actor);
    made.vendorState = intern(run.vendorState);
    made.connection = intern(connection);
    made.entities = entitySet(run.entityRefs);
    made.number = run.number;
    made.attempt = quint16(std::clamp(run.attempt, 0, 0xffff));
    made.queuedAt = milliseconds(run.queuedAt);
    made.startedAt = milliseconds(run.startedAt);
    made.finishedAt = milliseconds(run.finishedAt);
    made.state = run.state;
    made.isDefaultBranch = run.isDefaultBranch;
    made.passedBefore = std::ranges::contains(run.earlier, BuildState::Passed, &domain::BuildAttempt::state);
    made.failedBefore = std::ranges::contains(run.earlier, BuildState::Failed, &domain::BuildAttempt::state);
    m_index->m_runs.push_back(made);
    m_index->m_origins.push_back({ record, hash });
}

bool RunIndexBuilder::keep(qint64 record, const QByteArray &hash)
{
    const auto known = m_known.constFind(record);
    if (known == m_known.cend() || m_before->m_origins[*known].hash != hash)
        return false;
    m_index->m_runs.push_back(m_before->m_runs[*known]);
    m_index->m_origins.push_back(m_before->m_origins[*known]);
    return true;
}

void RunIndexBuilder::sort()
{
    auto &runs = m_index->m_runs;
    std::vector<RunRow> order(runs.size());
    std::iota(order.begin(), order.end(), RunRow(0));
    std::ranges::stable_sort(order, [&](RunRow a, RunRow b) {
        return std::tuple(runs[a].begunAt(), runs[a].number) > std::tuple(runs[b].begunAt(), runs[b].number);
    });
    std::vector<RunIndex::Run> sorted;
    std::vector<RunIndex::Origin> origins;
    sorted.reserve(runs.size());
    origins.reserve(runs.size());
    for (const RunRow row : order) {
        sorted.push_back(runs[row]);
        origins.push_back(std::move(m_index->m_origins[row]));
    }
    runs = std::move(sorted);
    m_index->m_origins = std::move(origins);
}

void RunIndexBuilder::makeLines()
{
    using Line = RunIndex::Line;
    struct Hash {
        size_t operator()(const Line &line) const { return qHashMulti(0, line.connection, line.project, line.pipeline, line.branch, line.pullRequest); }
    };
    std::unordered_map<Line, quint32, Hash> numbers;
    m_index->m_briefs.reserve(m_index->m_runs.size());
    m_index->m_numbers.reserve(m_index->m_runs.size());
    std::vector<quint32> counts;
    for (RunIndex::Run &run : m_index->m_runs) {
        const Line line { run.connection, run.project, run.pipeline, run.branch, run.pullRequest };
        run.line = numbers.try_emplace(line, quint32(numbers.size())).first->second;
        if (run.line == counts.size()) {
            counts.push_back(0);
            m_index->m_lines.push_back(line);
        }
        ++counts[run.line];
        m_index->m_briefs.push_back({ run.title, run.actor, run.line, run.entities, run.changedAt(), run.state, run.isDefaultBranch });
        m_index->m_numbers.push_back(run.number);
    }
    m_index->m_lineEnds.resize(counts.size());
    std::inclusive_scan(counts.begin(), counts.end(), m_index->m_lineEnds.begin());
    std::vector<quint32> next(counts.size(), 0);
    for (size_t line = 1; line < counts.size(); ++line)
        next[line] = m_index->m_lineEnds[line - 1];
    m_index->m_lineRows.resize(m_index->m_runs.size());
    for (RunRow row = 0; row < m_index->size(); ++row)
        m_index->m_lineRows[next[m_index->m_runs[row].line]++] = row;
}

void RunIndexBuilder::makeTexts()
{
    std::vector<quint8> wanted(m_index->stringCount() + 1, 0);
    for (const StringId entity : m_index->m_entities)
        wanted[entity] = 1;
    for (const RunIndex::Run &run : m_index->m_runs) {
        for (const StringId id : { run.title, run.branch, run.pipeline, run.project, run.actor })
            wanted[id] = 1;
    }
    for (StringId id = 1; id < m_index->stringCount(); ++id) {
        if (!wanted[id])
            continue;
        QByteArray folded = m_index->text(id).toString().toCaseFolded().toUtf8();
        folded.replace('\0', ' ');
        m_index->m_folded.append(folded.data(), size_t(folded.size()));
        m_index->m_folded.push_back('\0');
        m_index->m_foldedEnds.push_back(quint32(m_index->m_folded.size()));
        m_index->m_foldedIds.push_back(id);
    }
    for (const char c : m_index->m_folded)
        ++m_index->m_byteCounts[quint8(c)];
    using Column = RunIndex::Column;
    for (const Column column : { Column::Project, Column::Pipeline, Column::Branch, Column::Actor, Column::Trigger, Column::PullRequest, Column::Commit }) {
        std::vector<quint8> seen(m_index->stringCount() + 1, 0);
        for (const RunIndex::Run &run : m_index->m_runs) {
            const StringId id = RunIndex::valueOf(run, column);
            if (id != 0 && !std::exchange(seen[id], quint8(1)))
                m_index->m_values[size_t(column)].push_back(id);
        }
        std::ranges::sort(m_index->m_values[size_t(column)]);
    }
}

RunIndexPtr RunIndexBuilder::finish(quint64 revision)
{
    m_index->m_revision = revision;
    sort();
    makeLines();
    makeTexts();
    m_known.clear();
    return std::exchange(m_index, {});
}

} // namespace callboard::builds
