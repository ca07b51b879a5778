// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/logindex.h"

#include <algorithm>
#include <cstring>

namespace callboard::builds {

namespace {

constexpr quint32 linesPerPlace = 64;
constexpr qint64 bytesPerPlace = 32 * 1024;
constexpr qsizetype longestHead = 1'200; // As much of a line as is looked at.
constexpr size_t deepest = 64;

} // namespace

void LogIndex::feed(QByteArrayView bytes)
{
    const char *const end = bytes.data() + bytes.size();
    const char *at = bytes.data();
    while (at < end) {
        const auto *stop = static_cast<const char *>(std::memchr(at, '\n', size_t(end - at)));
        const qsizetype length = (stop ? stop : end) - at;
        if (stop && m_head.isEmpty()) {
            endLine(QByteArrayView(at, length));
        } else {
            m_head.append(at, std::min(length, longestHead - m_head.size()));
            if (stop)
                endLine(m_head);
        }
        m_offset += length + (stop ? 1 : 0);
        at += length + (stop ? 1 : 0);
        if (!stop)
            break;
        m_head.resize(0);
        m_lineStart = m_offset;
        ++m_lines;
        if (m_lines - m_places.back().line >= linesPerPlace || m_offset - m_places.back().offset >= bytesPerPlace)
            m_places.push_back({ m_lines, m_offset });
    }
}

void LogIndex::endLine(QByteArrayView line)
{
    const LogLine read = readLogLine(line);
    if (m_firstTime < 0)
        m_firstTime = read.at;
    if (read.group != LogLine::Group::None)
        group(read);
    if (read.mark == LogLine::Mark::Error) {
        ++m_errorCount;
        if (m_errors.size() < mostMarks)
            m_errors.push_back(m_lines);
        for (const auto &[open, name] : m_open)
            m_groups[open].hasError = true;
    } else if (read.mark == LogLine::Mark::Warning && m_warnings.size() < mostMarks) {
        m_warnings.push_back(m_lines);
    }
}

void LogIndex::group(const LogLine &read)
{
    if (read.group == LogLine::Group::Begin) {
        if (m_groups.size() >= mostGroups || m_open.size() >= deepest)
            return;
        m_open.emplace_back(quint32(m_groups.size()), read.name.toByteArray());
        m_groups.push_back({ m_lines, noLine, false });
        return;
    }
    // A section ends by its name, with all that was forgotten in it; others end the last one of their kind.
    const QByteArrayView name = read.name;
    const auto found = std::find_if(m_open.rbegin(), m_open.rend(), [&](const auto &open) { return QByteArrayView(open.second) == name; });
    if (found == m_open.rend())
        return;
    const auto begin = found.base() - 1;
    for (auto open = begin; open != m_open.end(); ++open)
        m_groups[open->first].last = m_lines;
    m_open.erase(begin, m_open.end());
}

LogIndex::Place LogIndex::placeBefore(quint32 line) const
{
    return *(std::ranges::upper_bound(m_places, line, {}, &Place::line) - 1);
}

qsizetype LogIndex::memory() const
{
    return qsizetype(m_places.capacity() * sizeof(Place) + m_groups.capacity() * sizeof(GroupRange)
        + (m_errors.capacity() + m_warnings.capacity()) * sizeof(quint32));
}

bool LogReader::open(const QString &path)
{
    m_file.close();
    m_file.setFileName(path);
    return m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

std::vector<LogReader::Line> LogReader::lines(const LogIndex &index, quint32 first, quint32 count)
{
    std::vector<Line> found;
    LogIndex::Place at = index.placeBefore(first);
    const quint32 end = std::min(index.lineCount(), first + count);
    QByteArray buffer(64 * 1024, Qt::Uninitialized);
    Line line;
    while (at.line < end && m_file.seek(at.offset)) {
        const qint64 got = m_file.read(buffer.data(), std::min<qint64>(buffer.size(), index.bytes() - at.offset));
        if (got <= 0)
            break;
        QByteArrayView rest(buffer.constData(), got);
        while (!rest.isEmpty() && at.line < end) {
            const qsizetype stop = rest.indexOf('\n');
            const qsizetype length = stop < 0 ? rest.size() : stop;
            if (at.line >= first) {
                const qsizetype room = std::min(length, longest - line.bytes.size());
                line.bytes.append(rest.first(room));
                line.cut = line.cut || room < length;
            }
            const qsizetype taken = length + (stop < 0 ? 0 : 1);
            at.offset += taken;
            rest = rest.sliced(taken);
            if (stop >= 0) {
                if (at.line >= first)
                    found.push_back(std::exchange(line, {}));
                ++at.line;
            }
        }
        // The rest of a very long line is not read: the next one has a place of its own, behind so much.
        if (line.cut && at.line + 1 < index.lineCount()) {
            if (const LogIndex::Place next = index.placeBefore(at.line + 1); next.line == at.line + 1 && next.offset > at.offset) {
                found.push_back(std::exchange(line, {}));
                at = next;
            }
        } else if (line.cut) {
            break;
        }
    }
    if (at.line < end && at.line >= first && !line.bytes.isEmpty())
        found.push_back(std::move(line));
    return found;
}

void LogFolds::update(const std::vector<LogIndex::GroupRange> &groups, quint32 lineCount)
{
    m_groups = groups;
    m_lineCount = lineCount;
    m_folded.resize(m_groups.size(), false);
    m_decided.resize(m_groups.size(), false);
    for (size_t i = 0; i < m_groups.size(); ++i) {
        if (m_decided[i] || m_groups[i].last == noLine)
            continue;
        m_decided[i] = true;
        m_folded[i] = !m_groups[i].hasError && m_groups[i].last > m_groups[i].first;
    }
    refold();
}

void LogFolds::refold()
{
    m_folds.clear();
    m_hidden = 0;
    for (size_t i = 0; i < m_groups.size(); ++i) {
        const LogIndex::GroupRange &group = m_groups[i];
        if (!m_folded[i] || group.first + 1 >= m_lineCount)
            continue;
        const quint32 last = std::min(group.last, m_lineCount - 1);
        if (last <= group.first || (!m_folds.empty() && m_folds.back().last >= group.first + 1 && m_folds.back().first <= group.first))
            continue; // Nothing to hide, or within another fold.
        m_folds.push_back({ group.first + 1, last, m_hidden });
        m_hidden += last - group.first;
    }
}

int LogFolds::groupOf(quint32 line) const
{
    const auto found = std::ranges::lower_bound(m_groups, line, {}, &LogIndex::GroupRange::first);
    return found != m_groups.end() && found->first == line ? int(found - m_groups.begin()) : -1;
}

bool LogFolds::isFolded(quint32 line) const
{
    const int group = groupOf(line);
    return group >= 0 && m_folded[size_t(group)];
}

quint32 LogFolds::hiddenBehind(quint32 line) const
{
    const auto fold = std::ranges::lower_bound(m_folds, line + 1, {}, &Fold::first);
    return fold != m_folds.end() && fold->first == line + 1 ? fold->last - fold->first + 1 : 0;
}

void LogFolds::setFolded(quint32 line, bool folded)
{
    const int group = groupOf(line);
    if (group < 0)
        return;
    m_folded[size_t(group)] = folded;
    m_decided[size_t(group)] = true;
    refold();
}

void LogFolds::setAllFolded(bool folded)
{
    for (size_t i = 0; i < m_groups.size(); ++i)
        m_folded[i] = folded && m_groups[i].last != noLine;
    std::fill(m_decided.begin(), m_decided.end(), true);
    refold();
}

void LogFolds::reveal(quint32 line)
{
    bool changed = false;
    for (size_t i = 0; i < m_groups.size() && m_groups[i].first < line; ++i) {
        if (m_folded[i] && line <= m_groups[i].last) {
            m_folded[i] = false;
            m_decided[i] = changed = true;
        }
    }
    if (changed)
        refold();
}

quint32 LogFolds::lineOf(LogRow row) const
{
    // Of the folds before it, the last one that begins at or before the row's line.
    const auto next = std::partition_point(m_folds.begin(), m_folds.end(), [row](const Fold &fold) { return fold.first - fold.before <= row; });
    if (next == m_folds.begin())
        return row;
    const Fold &fold = *(next - 1);
    return row + fold.before + (fold.last - fold.first + 1);
}

LogRow LogFolds::rowOf(quint32 line) const
{
    const auto next = std::ranges::upper_bound(m_folds, line, {}, &Fold::first);
    if (next == m_folds.begin())
        return line;
    const Fold &fold = *(next - 1);
    if (line <= fold.last)
        return fold.first - 1 - fold.before;
    return line - fold.before - (fold.last - fold.first + 1);
}

int LogFolds::depthOf(quint32 line) const
{
    int depth = 0;
    const auto end = std::ranges::lower_bound(m_groups, line, {}, &LogIndex::GroupRange::first);
    // Groups nest, and few are open at a time: the nearest ones tell.
    constexpr int mostLookedAt = 128;
    int looked = 0;
    for (auto group = end; group != m_groups.begin() && looked < mostLookedAt; ++looked) {
        --group;
        depth += int(group->last != noLine && group->last >= line);
    }
    return depth;
}

} // namespace callboard::builds
