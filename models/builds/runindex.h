// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/build.h"
#include "models/mirror/stringtable.h"

#include <QHash>

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace callboard::builds {

using domain::BuildState;
using domain::isBroken;
using domain::isVerdict;
using mirror::StringId;
/// Place of a run within one index; means nothing in another one (carry keys across).
using RunRow = quint32;
inline constexpr RunRow noRun = ~RunRow(0);


/// Every run of every CI, in columns of interned strings, the newest first. Immutable and swapped whole: may be read from any
/// thread without a lock. Times are milliseconds since the epoch, UTC; 0: not (yet), or not told.
class RunIndex final {
public:
    /// One run, as lists and measures need it.
    struct Run {
        StringId id = 0, project = 0, pipeline = 0, title = 0, branch = 0, commit = 0, pullRequest = 0, trigger = 0, actor = 0,
            vendorState = 0, connection = 0;
        quint32 entities = 0; ///< Which set of entities (`entitiesOf`).
        quint32 line = 0;
        qint64 number = 0;
        qint64 queuedAt = 0, startedAt = 0, finishedAt = 0;
        quint16 attempt = 1;
        BuildState state = BuildState::Unknown;
        bool isDefaultBranch = false;
        bool passedBefore = false, failedBefore = false; ///< An earlier attempt did, on the same commit.

        qint64 begunAt() const { return queuedAt ? queuedAt : startedAt ? startedAt : finishedAt; }
        qint64 changedAt() const { return std::max({ queuedAt, startedAt, finishedAt }); }
        /// Of its work, without waiting; -1 where it is not known. Of one that runs, until `now`.
        qint64 took(qint64 now) const;
        qint64 waited() const { return queuedAt && startedAt >= queuedAt ? startedAt - queuedAt : -1; }
    };

    /// What lists ask of every run, in as little memory as that takes: a key of the filter goes over all of it.
    struct Brief {
        StringId title = 0, actor = 0;
        quint32 line = 0;
        quint32 entities = 0;
        qint64 changedAt = 0;
        BuildState state = BuildState::Unknown;
        bool isDefaultBranch = false;
    };
    /// What the runs of a line have in common.
    struct Line {
        StringId connection = 0, project = 0, pipeline = 0, branch = 0, pullRequest = 0;
        bool operator==(const Line &) const = default;
    };

    RunRow size() const { return RunRow(m_runs.size()); }
    quint64 revision() const { return m_revision; }
    const Run &run(RunRow row) const { return m_runs[row]; }
    const Brief &brief(RunRow row) const { return m_briefs[row]; }
    BuildState state(RunRow row) const { return m_briefs[row].state; }
    qint64 number(RunRow row) const { return m_numbers[row]; }
    QStringView text(StringId id) const { return m_strings.at(id); }
    StringId find(QStringView text) const { return m_strings.find(text); }
    quint32 stringCount() const { return m_strings.count(); }
    QString key(RunRow row) const; ///< As `BuildRun::key`.
    QString connection(RunRow row) const { return text(m_runs[row].connection).toString(); }
    RunRow findKey(QStringView key) const; ///< noRun when there is none. Looks at the runs of its project.

    /// Entities that have runs, by number: canonical refs.
    std::span<const StringId> entities() const { return m_entities; }
    /// Numbers of the entities whose run it is.
    std::span<const quint32> entitiesOf(RunRow row) const { return m_sets[m_runs[row].entities]; }
    quint32 setCount() const { return quint32(m_sets.size()); }
    std::span<const quint32> set(quint32 number) const { return m_sets[number]; }

    /// A line: what one pipeline does on one branch, or for one pull request. Its runs, the newest first.
    quint32 lineCount() const { return quint32(m_lineEnds.size()); }
    std::span<const RunRow> line(quint32 number) const;
    const Line &lineFacts(quint32 number) const { return m_lines[number]; }

    /// Values that occur, each once; in the order in which their texts lie in memory.
    enum class Column { Project, Pipeline, Branch, Actor, Trigger, PullRequest, Commit };
    std::span<const StringId> valuesOf(Column column) const { return m_values[size_t(column)]; }
    static StringId valueOf(const Run &run, Column column);
    static StringId valueOf(const Line &line, Column column); ///< 0 for what the runs of a line need not have in common.
    /// Marks the searchable texts (title, branch, pipeline, project, actor, entity) that hold this word, case folded; by string id.
    std::vector<quint8> textsWith(const QString &word) const;
    qsizetype bytes() const; ///< Of memory, about.

private:
    friend class RunIndexBuilder;
    quint64 m_revision = 0;
    mirror::StringTable m_strings;
    std::vector<Run> m_runs;
    std::vector<Brief> m_briefs;
    std::vector<qint64> m_numbers;
    std::vector<StringId> m_entities;
    std::vector<std::vector<quint32>> m_sets;
    std::vector<RunRow> m_lineRows;
    std::vector<quint32> m_lineEnds;
    std::vector<Line> m_lines;
    std::array<std::vector<StringId>, 7> m_values;
    std::array<quint32, 256> m_byteCounts {}; ///< Of the searchable texts: what is rare is looked for first.
    std::string m_folded; ///< Searchable texts end to end, a zero behind each.
    std::vector<quint32> m_foldedEnds;
    std::vector<StringId> m_foldedIds;
    struct Origin {
        qint64 record = 0; ///< The mirror's, 0 for none.
        QByteArray hash;
    };
    std::vector<Origin> m_origins; ///< By row: what it was made from, so that what is the same is not read again.
};
using RunIndexPtr = std::shared_ptr<const RunIndex>;

/// Makes an index, once. Not thread-safe.
class RunIndexBuilder final {
public:
    /// `before`: an index whose runs may be taken over.
    explicit RunIndexBuilder(RunIndexPtr before = {});
    void add(const domain::BuildRun &run, const QString &connection, qint64 record = 0, const QByteArray &hash = {});
    /// Takes the run over that was made from this record, if it was the same then.
    bool keep(qint64 record, const QByteArray &hash);
    RunIndexPtr finish(quint64 revision);

private:
    StringId intern(const QString &text);
    quint32 entitySet(const QStringList &refs);
    void makeLines();
    void makeTexts();
    void sort();

    RunIndexPtr m_before;
    QHash<qint64, RunRow> m_known;
    std::shared_ptr<RunIndex> m_index;
    QHash<StringId, quint32> m_entityNumbers;
    QHash<QList<quint32>, quint32> m_setNumbers;
};

} // namespace callboard::builds
