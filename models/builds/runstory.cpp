// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builds/runstory.h"

#include <algorithm>
#include <array>

namespace callboard::builds {

using namespace Qt::StringLiterals;

namespace {

LineStory storyOf(const RunIndex &index, std::span<const RunRow> rows)
{
    LineStory story;
    for (const RunRow row : rows) {
        const BuildState state = index.state(row);
        if (!isVerdict(state))
            continue;
        if (story.latest == noRun) {
            story.latest = row;
            story.verdict = state;
        }
        if (state == BuildState::Passed) {
            story.lastGood = row;
            break;
        }
        story.brokenSince = row;
        ++story.brokenRuns;
    }
    return story;
}

/// A run by what it is the same by in another index.
struct RunName {
    QStringView connection, project, id;
    bool operator==(const RunName &) const = default;
    friend size_t qHash(const RunName &name, size_t seed) { return qHashMulti(seed, name.connection, name.project, name.id); }
};

RunName nameOf(const RunIndex &index, RunRow row)
{
    const RunIndex::Run &run = index.run(row);
    return { index.text(run.connection), index.text(run.project), index.text(run.id) };
}

struct LineName {
    std::array<QStringView, 5> parts;
    bool operator==(const LineName &) const = default;
    friend size_t qHash(const LineName &name, size_t seed) { return qHashRange(name.parts.begin(), name.parts.end(), seed); }
};

LineName lineName(const RunIndex &index, RunRow row)
{
    const RunIndex::Run &run = index.run(row);
    return { { index.text(run.connection), index.text(run.project), index.text(run.pipeline), index.text(run.branch), index.text(run.pullRequest) } };
}

} // namespace

LineStory storyOfLine(const RunIndex &index, quint32 line) { return storyOf(index, index.line(line)); }

LineStory storyBefore(const RunIndex &index, RunRow row)
{
    const auto rows = index.line(index.run(row).line);
    return storyOf(index, rows.subspan(size_t(std::ranges::find(rows, row) - rows.begin())));
}

RunRow lastGoodBefore(const RunIndex &index, RunRow row)
{
    const RunIndex::Run &run = index.run(row);
    const auto line = index.line(run.line);
    for (auto at = std::ranges::find(line, row); at != line.end(); ++at) {
        if (*at != row && index.state(*at) == BuildState::Passed)
            return *at;
    }
    // What a branch began from: the newest first, so those behind this row are older.
    for (RunRow other = row + 1; other < index.size(); ++other) {
        const RunIndex::Run &candidate = index.run(other);
        if (candidate.state == BuildState::Passed && candidate.isDefaultBranch && candidate.connection == run.connection
            && candidate.project == run.project && candidate.pipeline == run.pipeline)
            return other;
    }
    return noRun;
}

std::vector<RunChange> changesBetween(const RunIndex &before, const RunIndex &after)
{
    QHash<RunName, BuildState> then;
    then.reserve(before.size());
    for (RunRow row = 0; row < before.size(); ++row)
        then.insert(nameOf(before, row), before.state(row));
    std::vector<RunChange> changes;
    for (RunRow row = 0; row < after.size(); ++row) {
        const auto known = then.constFind(nameOf(after, row));
        if (known != then.cend() && *known == after.state(row))
            continue;
        changes.push_back({ after.key(row), after.connection(row), known == then.cend() ? std::nullopt : std::optional(*known), after.state(row), row });
    }
    return changes;
}

std::vector<LineChange> lineChangesBetween(const RunIndex &before, const RunIndex &after)
{
    QHash<LineName, BuildState> then;
    for (quint32 line = 0; line < before.lineCount(); ++line) {
        const LineStory story = storyOfLine(before, line);
        then.insert(lineName(before, before.line(line).front()), story.verdict);
    }
    std::vector<LineChange> changes;
    for (quint32 line = 0; line < after.lineCount(); ++line) {
        const LineStory story = storyOfLine(after, line);
        const BuildState was = then.value(lineName(after, after.line(line).front()), BuildState::Unknown);
        if (story.latest == noRun || was == story.verdict || (isBroken(was) && isBroken(story.verdict)))
            continue;
        changes.push_back({ was, story.verdict, story.latest, after.run(story.latest).isDefaultBranch });
    }
    return changes;
}

} // namespace callboard::builds
