// SPDX-FileCopyrightText: 2026 The Callboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builds/flakiness.h"

#include <QStringList>

#include <array>
#include <functional>
#include <mutex>

namespace callboard::builds {

/// What the catalog knows of an entity that has runs.
struct EntityFacts {
    QString name;      ///< For people; its ref's name where it is not in the catalog.
    QString owner;     ///< Canonical ref; may be empty.
    QString ownerName; ///< For people.
    bool mine = false;
};

enum class RunGrouping { Service, Branch, Owner };
struct RunArrangement;

/// The catalog's side of an index: one entry for each of its entities. Made anew when either changes; immutable.
class RunEstate final {
public:
    RunEstate() = default;
    Q_DISABLE_COPY_MOVE(RunEstate)
    /// `flakiness`: of this index, where it was found before; finding it takes longer than a frame.
    RunEstate(RunIndexPtr index, const std::function<EntityFacts(const QString &ref)> &factsOf, FlakinessPtr flakiness = {});
    const RunIndexPtr &index() const { return m_index; }
    const Flakiness &flakiness() const { return *m_flakiness; } ///< Where there is an index.
    const EntityFacts &facts(quint32 entity) const { return m_facts[entity]; }
    /// By set of entities.
    bool isMine(quint32 set) const { return m_mineSets[set]; }
    /// All runs in groups, made when it is first asked for, and kept. Takes longer than a frame of very many runs.
    std::shared_ptr<const RunArrangement> arrangedBy(RunGrouping grouping) const;

private:
    RunIndexPtr m_index;
    FlakinessPtr m_flakiness;
    std::vector<EntityFacts> m_facts;
    std::vector<bool> m_mineSets;
    mutable std::mutex m_arranging;
    mutable std::array<std::shared_ptr<const RunArrangement>, size_t(RunGrouping::Owner) + 1> m_arranged; ///< By grouping.
};

/// One term of what is typed into the filter box: `branch:main`, `state:failed,errored`, `is:default`, `-owner:payments`, or a word.
/// The names of values are those of the index; a value that is one of them means it alone, another one all that hold it.
struct RunTerm {
    enum class Key { Word, State, Branch, Owner, Service, Pipeline, Project, By, Trigger, Commit, PullRequest, Is };
    Key key = Key::Word;
    bool negated = false;
    QStringList values; ///< Any of them; none: it says nothing yet.
    bool operator==(const RunTerm &) const = default;
};
/// Nothing that can be typed is an error. A key that is not known makes a word of its term.
std::vector<RunTerm> parseRunQuery(QStringView text);
/// What can be typed: keys with their colon, and the values of `is:` and `state:` with their key.
QStringList runQueryWords();

/// What is asked of an index.
struct RunQuestion {
    enum class Scope { All, Mine, Entity };
    Scope scope = Scope::All;
    QString entity; ///< Canonical ref of an entity, or of a group or user: of what that owns.
    QString text;
    bool operator==(const RunQuestion &) const = default;
};

/// By row: 1 where all of it holds. Some milliseconds for 200,000 runs.
std::vector<quint8> filterRuns(const RunEstate &estate, const RunQuestion &question);

} // namespace callboard::builds
